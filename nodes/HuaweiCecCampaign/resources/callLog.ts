import { entries } from '../../../cec/catalogue/answer';
import { dateTime, text } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { byOffset } from '../../../cec/catalogue/paging';
import { isales } from '../../../cec/families/isales';
import { V1, vdn } from './shared';

export const callLog = resource('callLog', 'Interface Log', isales, {
	getMany: operation('7.10', {
		name: 'Get Many',
		action: 'Get many calls of the campaign interface',
		description: 'Get who called which interface of campaigns, with what, and what CEC answered',
		request: `POST ${V1}/calllogs`,
		risk: 'read',
		path: vdn,
		body: {
			beginTime: dateTime('From', 'Longer spans than 7 days are asked for piece by piece').required(),
			endTime: dateTime('To').required(),
			url: text('Path', 'Only calls of this path').example('e.g. /rest/isales/v1/openapi/campaigns/1'),
		},
		window: { begin: 'beginTime', end: 'endTime', days: 7 },
		page: byOffset({ max: 100, total: 'count' }),
		// The log repeats whole requests, those of other users and with passwords among them.
		answer: entries('result', { secrets: ['request'] }),
	}),
});
