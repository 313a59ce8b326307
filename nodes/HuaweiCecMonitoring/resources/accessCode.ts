import { entries, nameOf } from '../../../cec/catalogue/answer';
import { picks } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { cms } from '../../../cec/families/cms';
import { mediaTypes } from '../../../cec/families/ctiCodes';
import { V1, whose } from '../shared';
import { NEW_PLATFORM } from './shared';

export const accessCode = resource('accessCode', 'Access Code', cms, {
	getMany: operation('12.3.1.1.1', {
		name: 'Get Many',
		action: 'Get many access codes',
		request: `POST ${V1}/vdn/queryaccesscodeinfo`,
		risk: 'read',
		body: whose,
		answer: entries('resultDesc', { adds: { mediaTypeName: nameOf('mediatypeId', mediaTypes) } }),
	}),

	countCalls: operation('12.3.1.1.11', {
		name: 'Count Calls',
		action: 'Count the calls of access codes',
		description: 'Count the customers who have called access codes, by where they are: in an IVR flow, waiting or with an agent',
		request: `POST ${V1}/vdn/queryaccesscodecallinfo`,
		risk: 'read',
		body: { ...whose, innoIds: picks('accessCodes', 'Access Code Names or IDs').named('accessCodeIds').asInteger().required() },
		pieces: { list: 'innoIds', size: 500 },
		answer: entries('resultDesc'),
		notice: NEW_PLATFORM,
	}),
});
