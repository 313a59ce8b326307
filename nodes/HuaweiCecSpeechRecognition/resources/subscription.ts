import { done } from '../../../cec/catalogue/answer';
import { callbackUrl, constant, secret, text, yesNo } from '../../../cec/catalogue/field';
import { operation, resource, type Erratum } from '../../../cec/catalogue/operation';
import { gatewayConfig } from '../../../cec/families/gatewayConfig';

const SUBSCRIBE = '/agentgateway/resource/config/subscribe';

const subscriptionId = text('Subscription ID', 'From the operation that created the subscription').required().example('e.g. 20260131172508-001-00101');

/** Where sentences go and whether CEC reads their meaning; the same when subscribing and changing. */
const what = {
	serviceCallBackUri: callbackUrl(
		'Callback URL',
		'CEC posts sentences to this address with "/v100/subscribe/asrevent/asrresult" behind it. The Speech Recognition Trigger subscribes by itself.',
	)
		.required()
		.max(200),
	nlpFlag: yesNo('Understand Meaning', 'Whether a bot of CEC adds intent, script progress and recommended knowledge to each sentence').required(),
	flowAccessCode: text('Bot Access Code', 'Of the bot that reads the meaning, given when it was added').required().when({ nlpFlag: [true] }),
};

const flagSpelling: Erratum = {
	printed: 'nlpFlag as a boolean in the table, as "true" in the sample',
	sent: 'a boolean',
	why: 'The table gives the type.',
};

const idInPath: Erratum = {
	printed: '{serviceid} in the address, serverid in the table',
	sent: 'the serverId of the subscription',
	why: 'The table describes it.',
};

export const subscription = resource('subscription', 'Subscription', gatewayConfig, {
	create: operation('6.3.1', {
		name: 'Create',
		action: 'Create a subscription to recognized speech',
		description: 'Have CEC post recognized speech to an address. It ends after five minutes without Keep Alive.',
		request: `POST ${SUBSCRIBE}/register`,
		risk: 'write',
		body: {
			subscribeType: constant('1'),
			...what,
			serviceToken: secret('Service Token', 'CEC sends it with each sentence in the header service_token').max(256),
		},
		answer: done('success', 'result.serverId'),
		findOut: 'A subscription that was made without an answer ends by itself after five minutes.',
		errata: [flagSpelling],
	}),

	update: operation('6.3.2', {
		name: 'Update',
		action: 'Update a subscription to recognized speech',
		description: 'Change the address of a subscription, or whether CEC reads the meaning of sentences',
		request: `POST ${SUBSCRIBE}/modify`,
		risk: 'write',
		query: { serverId: subscriptionId },
		body: what,
		answer: done(),
		errata: [flagSpelling],
	}),

	cancel: operation('6.3.3', {
		name: 'Cancel',
		action: 'Cancel a subscription to recognized speech',
		description: 'Have CEC post no more recognized speech',
		request: `PUT ${SUBSCRIBE}/unregister`,
		risk: 'write',
		body: { serverId: subscriptionId },
		answer: done(),
	}),

	keepAlive: operation('6.3.4', {
		name: 'Keep Alive',
		action: 'Keep a subscription to recognized speech alive',
		description: 'Give a sign of life, best every two minutes: after five minutes without one the subscription is gone',
		request: `GET ${SUBSCRIBE}/handshake/{serverId}`,
		risk: 'read',
		path: { serverId: subscriptionId },
		answer: done(),
		errata: [idInPath],
	}),

	keepAliveWithToken: operation('6.3.5', {
		name: 'Keep Alive With Token',
		action: 'Keep a subscription to recognized speech alive with its token',
		description: 'Give a sign of life for a subscription that has a service token',
		request: `POST ${SUBSCRIBE}/handshake/{serverId}`,
		risk: 'read',
		path: { serverId: subscriptionId },
		headers: { service_token: secret('Service Token', 'The one given when the subscription was created').required().max(256).named('serviceToken') },
		answer: done(),
		codes: { '107-051': { means: 'The service token is not that of the subscription', remedy: 'Give the one it was created with.' } },
		errata: [idInPath],
	}),
});
