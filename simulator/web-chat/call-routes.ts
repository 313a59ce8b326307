import { z } from 'zod';
import { envelopes, type Interface, Refusal } from '../interface';
import { optionalText, text } from '../schema/fields';
import type { World } from '../world';
import { BASE, customerInterface } from './customer-interface';
import { keyOf } from './state';
import type { Customer } from './tokens';

/** 11.9 to 11.13: calls of customers from their browsers, and anonymous ones. */

const channel = z.object({ channel: z.literal('WEB') }).strict();
const RINGS_MS = 4000;
const GIVES_UP_MS = 60_000;
const CONNECTED = 168101;
const FAILED = '13';

/** The reference has a number for one event only; the others go without. */
function eventOf(world: World, customer: Customer): object {
	const { webChats, clock } = world;
	const call = webChats.clickToCalls.get(keyOf(customer));
	const nothing = { resultCode: '0', resultDesc: 'ClickToCall polled without any events' };
	if (!call) return nothing;
	const passed = clock.now() - call.began;
	if (call.told === 0) {
		call.told = 1;
		return { resultCode: '0', resultDesc: 'Call in queue' };
	}
	if (call.told > 1) return nothing;
	if (webChats.settings.callsFind === 'queue') {
		if (passed < GIVES_UP_MS) return nothing;
		call.told = 2;
		return { resultCode: '0', resultDesc: 'Call queued timeout', content: { causeId: '1', causeDesc: 'timeout' } };
	}
	if (passed < RINGS_MS) return nothing;
	call.told = 2;
	return {
		resultCode: '0',
		resultDesc: 'Call connected',
		eventId: CONNECTED,
		content: {
			domain: 'webrtc.example.com',
			gwAddresses: ['192.0.2.20:8443', '192.0.2.21:8443'],
			accessCode: '179080000537636',
			clickToCallCaller: 'AnonymousCard',
		},
	};
}

export const callRoutes: Interface[] = [
	customerInterface({
		section: '11.9',
		method: 'GET',
		path: '/v1/checkClickToCallSupport',
		query: channel,
		handle(_customer, { world }) {
			const { supportsCalls } = world.webChats.settings;
			return {
				resultCode: '0',
				resultDesc: '',
				webRTCSupported: supportsCalls,
				clickToCallSupported: supportsCalls,
			};
		},
	}),
	customerInterface({
		section: '11.10',
		method: 'POST',
		path: '/v1/createClickToCall',
		body: channel.extend({ mediaAbility: z.enum(['0', '1']) }).strict(),
		handle(customer, { world: { webChats, clock } }) {
			const { supportsCalls, callsFind } = webChats.settings;
			if (!supportsCalls) throw new Refusal(FAILED, 'connect failed');
			if (callsFind === 'nobody') throw new Refusal(FAILED, 'No agents available currently');
			webChats.clickToCalls.set(keyOf(customer), { began: clock.now(), told: 0 });
			return { resultCode: '0', resultDesc: null };
		},
	}),
	customerInterface({
		section: '11.11',
		method: 'GET',
		path: '/v1/getClickToCallEvents',
		query: channel,
		handle: (customer, { world }) => eventOf(world, customer),
	}),
	customerInterface({
		section: '11.12',
		method: 'POST',
		path: '/v1/dropClickToCall',
		body: channel,
		handle(customer, { world }) {
			if (!world.webChats.clickToCalls.delete(keyOf(customer))) throw new Refusal(FAILED, 'disconnect failed');
			return { resultCode: '0', resultDesc: '' };
		},
	}),
	{
		section: '11.13',
		method: 'POST',
		path: `${BASE}/v1/mobileagent/createcall`,
		envelope: envelopes.resultDesc,
		// The table requires callerPresent, and says what holds without it.
		body: z.object({ called: text(32), callData: optionalText(1024), callerPresent: optionalText(32) }).strict(),
		handle({ world, body }) {
			if (!/^\d+$/.test(body.called)) throw new Refusal('30010000003', 'called');
			world.webChats.anonymousCalls.push(body);
			return {
				resultCode: '0',
				resultDesc: 'Success',
				resultData: {
					callSerialNo: world.random.digits(19),
					sipServiceAddress: '192.0.2.22:5063',
					accesscode: `17908${world.random.digits(10)}`,
				},
			};
		},
	},
];
