import { nameOf, object, timeOf } from '../../../cec/catalogue/answer';
import { text } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { workbench } from '../../../cec/families/workbench';

const MEDIA = { 1: 'Audio', 2: 'Video' };
const ofUser = {
	callId: text('Call ID', 'As the platform writes it, such as 1652317325-339').required(),
	userId: text('User ID', 'ID of the user who took the call').required(),
	tenantId: text('Tenant ID', 'ID of the tenant space').required(),
};

export const contactRecord = resource('contactRecord', 'Contact Record', workbench, {
	get: operation('6.2.11', {
		name: 'Get',
		action: 'Get a contact record',
		description: 'Get what the workbench has noted of a call: channel, reasons and begin',
		request: 'POST /apiaccess/rest/workbench/v1/queryUserContactLimit',
		risk: 'read',
		body: ofUser,
		answer: object(undefined, { adds: { mediaAbilityName: nameOf('mediaAbility', MEDIA), startedAt: timeOf('beginTime') } }),
	}),

	getCall: operation('6.2.12', {
		name: 'Get Call',
		action: 'Get the call of a contact',
		description: 'Get numbers, call data and skill queue of a call that an agent has taken',
		request: 'POST /apiaccess/rest/workbench/v1/queryCallInfoByCallId',
		risk: 'read',
		body: { ...ofUser, agentId: text('Agent ID', 'ID of the agent who took the call').required() },
		answer: object(undefined, { adds: { mediaAbilityName: nameOf('mediaAbility', MEDIA) } }),
	}),
});
