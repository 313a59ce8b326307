import { entries, nameOf } from '../../../cec/catalogue/answer';
import { choice, text } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { byOffset } from '../../../cec/catalogue/paging';
import { ccManagement } from '../../../cec/families/ccManagement';
import { MEDIA_TYPE_READ } from './skillQueue';

const DIRECTION = { 1: 'Inbound', 2: 'Outbound', 3: 'Inbound and Outbound' };

export const accessCode = resource('accessCode', 'Access Code', ccManagement, {
	getMany: operation('5.3.1', {
		name: 'Get Many',
		action: 'Get many access codes',
		description: 'Get the numbers that customers dial and that campaigns show',
		request: 'POST /apiaccess/rest/cc-management/v1/accessCodeInfo/queryAccessCodeList',
		risk: 'read',
		body: {
			accessCode: text('Access Code', 'The number or a part of it'),
			mediatypeId: choice('Media Type', { 2: 'Click-to-Call', 5: 'Voice and Video', 53: 'Multimedia' }).named('mediaTypeId'),
			description: text('Description', 'The description or a part of it'),
		},
		page: byOffset({ max: 100, total: 'data.total' }),
		answer: entries('data.calledRouteList', {
			adds: { mediaTypeName: nameOf('mediatypeId', MEDIA_TYPE_READ), direction: nameOf('numCallAttr', DIRECTION) },
		}),
		errata: [
			{
				printed: 'offset at most 100',
				sent: 'any offset',
				why: 'The list would end after 200 rows; the formula offset = limit * (page - 1) knows no such end.',
			},
		],
	}),
});
