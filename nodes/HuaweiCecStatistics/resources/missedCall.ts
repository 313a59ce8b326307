import { entries, nameOf, readAs } from '../../../cec/catalogue/answer';
import { dateTime, fromCredential } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { byOffset } from '../../../cec/catalogue/paging';
import { cms } from '../../../cec/families/cms';
import { mediaTypes, subMediaTypes } from '../../../cec/families/ctiCodes';
import { readTime } from '../../../cec/formats/times';

/** CEC writes these in UTC. */
const utc = (from: string) => readAs(from, (written, _row, zone) => readTime(written, 'utc')?.setZone(zone).toISO());

export const missedCall = resource('missedCall', 'Missed Call', cms, {
	getMany: operation('12.3.2.2', {
		name: 'Get Many',
		action: 'Get many missed calls',
		description: 'Get the calls that nobody answered, with who called, whom, and how long the caller waited',
		request: 'POST /rest/cmsapp/v1/callin/queryMissedCalls',
		risk: 'read',
		body: {
			vdn: fromCredential('vdnId'),
			beginTime: dateTime('From', 'Calls at or after this time').inUtc().named('from'),
			endTime: dateTime('To', 'Calls at or before this time').inUtc().named('to'),
		},
		page: byOffset({ max: 5000, total: 'total' }),
		answer: entries('missedCalls', {
			adds: {
				waitedFrom: utc('waitBegin'),
				endedAt: utc('callEnd'),
				mediaTypeName: nameOf('mediaType', mediaTypes),
				subMediaTypeName: nameOf('subMediaType', subMediaTypes),
			},
		}),
	}),
});
