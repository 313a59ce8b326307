import { object, timeOf } from '../../../cec/catalogue/answer';
import { text } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { DATE_TIME } from '../../../cec/formats/times';
import { messaging } from '../../../cec/families/messaging';
import { workbench } from '../../../cec/families/workbench';
import { customer, userId } from './shared';

export const customerResource = resource('customer', 'Customer', messaging, {
	get: operation('11.19', {
		name: 'Get',
		action: 'Get the customer of a chat',
		description: 'Get name, channel and browser of the customer with whom an agent is chatting',
		request: 'POST /apiaccess/rest/workbench/v1/getUserInfoBycallId',
		family: workbench,
		risk: 'read',
		body: {
			callId: text('Call ID', 'Of the chat, as Chat Message: Get Many and the events of agents have it').startsAs('={{ $json.callId }}').required(),
			userId,
			tenantId: text('Tenant ID', 'ID of the tenant space, the key "tenant_id" of what Chat Message: Get Many gives').startsAs('={{ $json.tenant_id }}').required(),
		},
		answer: object(undefined, { adds: { createdAt: timeOf('createTime', DATE_TIME, 'epochMillis') } }),
	}),

	getToken: operation('11.1', {
		name: 'Get Token',
		action: 'Get a token for a customer',
		description: 'Get a token with which a page of yours can chat for the customer during an hour; the other operations fetch one by themselves',
		request: 'POST /apiaccess/ccmessaging/applyToken',
		risk: 'read',
		noFilters: true,
		body: customer,
		answer: object(undefined, { secrets: ['token'] }),
		codes: { '1': { means: 'CEC gave no token for the customer', remedy: 'Check the channel ID: it is the configuration ID of a web channel.' } },
		notice: 'The token is masked unless "Include Passwords" is switched on in Options. Whoever has it can chat in the name of the customer.',
		errata: [{ printed: 'an object that holds a text without a key, in the sample', sent: 'token is read', why: 'The sample is no JSON; the table names the key.' }],
	}),
});
