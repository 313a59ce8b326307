import { object, timeOf } from '../../../cec/catalogue/answer';
import { operation, resource } from '../../../cec/catalogue/operation';
import { softwareCloud } from '../../../cec/families/softwareCloud';
import { FOR_SOFTWARE_CLOUD, SOFTWARE_CLOUD, wrappedAnswer } from './shared';

const createdAt = timeOf('createDate', 'epochMillis');

/** The user of the token; CEC masks parts of names, addresses and numbers. */
export const customer = resource('softwareCloudCustomer', 'Software Cloud Customer', softwareCloud, {
	get: operation('15.1.1', {
		name: 'Get',
		action: 'Get a customer of the software cloud',
		description: 'Get what CEC knows of the user of the token as its customer, with parts of names and numbers masked',
		request: `GET ${SOFTWARE_CLOUD}/tenant/querytenantbasic`,
		risk: 'read',
		notice: FOR_SOFTWARE_CLOUD,
		answer: object(undefined, { adds: { createdAt } }),
		errata: [wrappedAnswer, { printed: 'createDate as a number in the table, as a text in the sample', sent: 'nothing', why: 'Both are read.' }],
	}),

	getTrialTenant: operation('15.1.4', {
		name: 'Get Trial Tenant',
		action: 'Get the trial tenant of a customer of the software cloud',
		description: 'Get the trial tenant of the user of the token and when it ends, with parts of names and numbers masked',
		request: `GET ${SOFTWARE_CLOUD}/trialtenant/querytenantinfo`,
		risk: 'read',
		notice: FOR_SOFTWARE_CLOUD,
		answer: object(undefined, { adds: { createdAt, expiresAt: timeOf('expiryDate', 'epochMillis') } }),
	}),
});
