import { entries, nameOf } from '../../../cec/catalogue/answer';
import type { OperationSpec } from '../../../cec/catalogue/operation';
import { operation, resource } from '../../../cec/catalogue/operation';
import { byOffset } from '../../../cec/catalogue/paging';
import { calls } from '../../../cec/families/calls';

const STATUS = { 0: 'Registered', 1: 'Paused' };

const shared = {
	risk: 'read',
	page: byOffset({ max: 100, total: 'result.total', asText: true }),
	codes: {
		'1': { means: 'CEC could not read the softphones', remedy: 'Try again later.' },
		'2': { means: 'CEC has no mobile agents for this tenant', remedy: 'Have softphones assigned by the operator of CEC.' },
		'3': { means: 'CEC has no registration server for softphones', remedy: 'Ask the operator of CEC to set one up.' },
		'4': { means: 'CEC does not accept the page' },
		'5': { means: 'CEC has no VDN for this tenant', remedy: 'Ask the operator of CEC.' },
	},
} satisfies Partial<OperationSpec>;

const answer = (...servers: string[]) =>
	entries('result.phone', { with: servers, secrets: ['password'], adds: { statusName: nameOf('status', STATUS) } });

export const softphone = resource('softphone', 'Softphone', calls, {
	getMany: operation('6.2.7', {
		...shared,
		name: 'Get Many',
		action: 'Get many softphones',
		description: 'Get the softphone numbers of the tenant, with the servers at which they register',
		request: 'POST /apiaccess/CC-Management/v2/mobileAgent/queryPhone',
		body: {},
		answer: answer('result.singleRegServ', 'result.poolRegServ', 'result.regIPAddress', 'result.regPort'),
		errata: [
			{
				printed: 'regIPAddress and regPort in the sample, singleRegServ and poolRegServ in the table',
				sent: 'nothing',
				why: 'Each item has those of them that CEC sends.',
			},
		],
	}),

	getManyV1: operation('6.2.6', {
		...shared,
		name: 'Get Many V1',
		action: 'Get many softphones by the first version',
		description: 'Get the softphone numbers of the tenant with a single registration server, as older versions of CEC tell it',
		request: 'POST /apiaccess/CC-Management/v1/mobileAgent/queryPhone',
		body: {},
		answer: answer('result.regIPAddress', 'result.regPort'),
	}),
});
