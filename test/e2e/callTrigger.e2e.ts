/** What CEC posts about calls reaches a workflow: genuine callbacks once each, and nothing else at all. */
import { connect } from 'node:net';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { N8nApi, StoredWorkflow } from '../../scripts/n8n/api';
import { until } from '../../scripts/n8n/session';
import { signatureOf } from '../../simulator/callbacks/signature';
import { activationFailure, askCec, callTrigger, credentialData, forgetToken, n8n, OwnN8n, runtime, simulator, using, workflow } from './support';

const secret = 'Zb4_nP7-qR2xT9kLm3';
const sharedKey = 'demo-shared-key';
const received = { retCode: '0', retMsg: 'success' };
const all = ['callConnected', 'callReleased', 'notificationReleased', 'voiceFileAudited'];
const customer = '447700900101';
const softphone = '15550105';

type Event = 'connected' | 'released' | 'notification-released' | 'audited';

interface Listening {
	api: N8nApi;
	stored: StoredWorkflow;
	/** The address of an event, as the editor shows it. */
	url: (event: Event) => string;
}

beforeEach(async () => {
	await simulator().reset({ speed: 0 });
	await simulator().callbackSettings({ sharedKey });
	forgetToken();
});

describe('CEC reports', () => {
	let listening: Listening;

	beforeEach(async () => {
		listening = await listen({ secret });
	});

	afterEach(async () => await n8n().deactivate(listening.stored));

	it.each([
		['json', 'sent'],
		['json', 'dropped'],
		['form', 'sent'],
		['form', 'dropped'],
	] as const)('the end of a two-party call, signed, as %s with nulls %s', async (format, nulls) => {
		await simulator().callbackSettings({ format, nulls });
		await simulator().calls({ called: customer, outcomes: [{ reason: 1, talkSeconds: 42 }] });
		const callData = 'Order 7, "Zürich" = 50 % + 你好 & more';
		const callSerialNo = await makeCall({ callBackUrl: base64(listening.url('released')), callData, agentWorkNo: 101 });
		const [{ attempts, kind }] = await simulator().sentCallbacks();
		expect(kind).toBe('released');
		expect(attempts).toMatchObject([{ status: 200, answer: received }]);
		const [item] = await itemsOf(listening, 1);
		expect(item).toMatchObject({
			event: 'callReleased',
			callSerialNo,
			called: customer,
			callerNumber: softphone,
			serviceNo: '101',
			callData,
			answered: true,
			reason: 'Agent hung up',
			talkSeconds: 42,
		});
		for (const time of ['createdAt', 'rangAt', 'answeredAt', 'releasedAt', 'agentAnsweredAt']) {
			expect(item[time]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}(Z|\+00:00)$/);
		}
		for (const field of ['signature', 'nonce', 'timestamp']) expect(item).not.toHaveProperty(field);
	});

	it('a call that nobody answered', async () => {
		await simulator().calls({ called: customer, outcomes: [{ reason: 5 }] });
		const callSerialNo = await makeCall({ callBackUrl: base64(listening.url('released')) });
		const [item] = await itemsOf(listening, 1);
		expect(item).toMatchObject({ callSerialNo, answered: false, reason: 'Customer did not answer' });
		expect(item).not.toHaveProperty('answeredAt');
	});

	it('that both talk, at the address of its settings', async () => {
		await simulator().callbackSettings({ connectedUrl: listening.url('connected') });
		const callSerialNo = await makeCall({ agentWorkNo: 101, callData: 'Order 7' });
		expect(await simulator().sentCallbacks()).toMatchObject([{ kind: 'connected', accepted: true }]);
		expect(await itemsOf(listening, 1)).toEqual([
			{ event: 'callConnected', callSerialNo, serviceNo: '101', called: customer, callData: 'Order 7' },
		]);
	});

	it('the end of a notification', async () => {
		const callSerialNo = await makeNotification({ callBackUrl: base64(listening.url('notification-released')) });
		expect(await simulator().sentCallbacks()).toMatchObject([{ kind: 'notificationReleased', accepted: true }]);
		expect(await itemsOf(listening, 1)).toMatchObject([
			{ event: 'notificationReleased', callSerialNo, called: customer, answered: true, reason: 'Played to the end' },
		]);
	});

	it('the audit of a voice file', async () => {
		await askCec('POST', '/apiaccess/rest/cc-management/v1/createVoiceTemplate', {
			name: 'greeting2',
			voicecontent: { textcontent: 'Good morning', language: 'en_US' },
			callBackUrl: listening.url('audited'),
		});
		await simulator().advance(120);
		expect(await simulator().sentCallbacks()).toMatchObject([{ kind: 'voiceAudit', attempts: [{ answer: { returnCode: '0' } }] }]);
		expect(await itemsOf(listening, 1)).toMatchObject([{ event: 'voiceFileAudited', passed: true, status: expect.anything() }]);
	});

	it('everything of one call: first that both talk, then its end', async () => {
		await simulator().callbackSettings({ connectedUrl: listening.url('connected') });
		await makeCall({ callBackUrl: base64(listening.url('released')) });
		const items = await itemsOf(listening, 2);
		expect(items.map(({ event }) => event)).toEqual(['callReleased', 'callConnected']);
		expect(items[0].callSerialNo).toBe(items[1].callSerialNo);
	});

	it('something twice: it comes once', async () => {
		await simulator().callbacks({ repeat: 2 });
		await makeCall({ callBackUrl: base64(listening.url('released')) });
		const [{ attempts }] = await simulator().sentCallbacks();
		expect(attempts.map(({ answer }) => answer)).toEqual([received, received]);
		expect(await itemsOf(listening, 1)).toHaveLength(1);
	});
});

describe('callbacks that are not to be believed', () => {
	let listening: Listening;
	const minute = 60_000;

	beforeAll(async () => {
		listening = await listen({ secret });
	});

	afterAll(async () => await n8n().deactivate(listening.stored));

	afterEach(async () => expect(await n8n().executionIds(listening.stored)).toEqual([]));

	const refused: Array<[name: string, body: () => object, because: string]> = [
		['without a signature', () => callback(), 'signature: unsigned'],
		['with an empty signature', () => ({ ...signedBody(), signature: '' }), 'signature: unsigned'],
		['with a nonce that is missing', () => without(signedBody(), 'nonce'), 'signature: unsigned'],
		['signed with another key', () => signedBody({}, { key: 'guessed' }), 'signature: wrong'],
		['signed for another customer', () => ({ ...signedBody(), called: '447700900999' }), 'signature: wrong'],
		['with a field more than was signed', () => ({ ...signedBody(), admin: 'yes' }), 'signature: wrong'],
		['with a new time of an old signature', () => ({ ...signedBody(), timestamp: Date.now() + 1 }), 'signature: wrong'],
		['recorded an hour ago', () => signedBody({}, { timestamp: Date.now() - 60 * minute }), 'signature: stale'],
		['dated an hour ahead', () => signedBody({}, { timestamp: Date.now() + 60 * minute }), 'signature: stale'],
	];

	it.each(refused)('%s: 401', async (_name, body, because) => {
		for (const event of ['released', 'notification-released'] as const) {
			const answer = await post(listening.url(event), json(body()));
			expect(answer).toEqual({ status: 401, body: { retCode: '401', retMsg: because } });
		}
	});

	it('as a form without a signature: 401', async () => {
		const form = { type: 'application/x-www-form-urlencoded', text: new URLSearchParams(callback()).toString() };
		expect(await post(listening.url('released'), form)).toMatchObject({ status: 401, body: { retMsg: 'signature: unsigned' } });
	});

	it('signed, but about no call: 400', async () => {
		const body = signedBody({ callSerialNo: null as never });
		expect(await post(listening.url('released'), json(body))).toMatchObject({ status: 400 });
	});

	it.each(['[]', '7', '"text"', 'null', '[{"callSerialNo":"1"}]', ''])('that are %s: 400', async (text) => {
		const answer = await post(listening.url('released'), { type: 'application/json', text });
		expect(answer).toEqual({ status: 400, body: { retCode: '400', retMsg: 'neither a JSON object nor a form' } });
	});

	it('broken off in the middle: n8n refuses them itself, with 422', async () => {
		const text = JSON.stringify(signedBody());
		const answer = await post(listening.url('released'), { type: 'application/json', text: text.slice(0, text.length / 2) });
		expect(answer).toMatchObject({ status: 422, body: { message: 'Failed to parse request body' } });
		// Where n8n does not read the body, the node finds the same.
		const plain = await post(listening.url('released'), { type: 'text/plain', text: text.slice(0, text.length / 2) });
		expect(plain).toEqual({ status: 400, body: { retCode: '400', retMsg: 'neither a JSON object nor a form' } });
	});

	it('far larger than any callback is: 413', async () => {
		const large = signedBody({ callData: 'x'.repeat(100_000) });
		expect(await post(listening.url('released'), json(large))).toEqual({ status: 413, body: { retCode: '413', retMsg: 'too large' } });
		// Beyond its own limit n8n does not read on, and blames itself.
		const huge = json({ callData: 'x'.repeat(17 * 1024 * 1024) });
		const blamed = { status: 500, body: { message: 'There was a problem executing the workflow' } };
		expect(await post(listening.url('released'), huge)).toMatchObject(blamed);
	});

	it('in several parts: 400', async () => {
		const text = '--b\r\ncontent-disposition: form-data; name="callSerialNo"\r\n\r\n1\r\n--b--\r\n';
		const answer = await post(listening.url('released'), { type: 'multipart/form-data; boundary=b', text });
		expect(answer).toEqual({ status: 400, body: { retCode: '400', retMsg: 'neither a JSON object nor a form' } });
	});

	it('at addresses without the secret, or with another one: 404', async () => {
		for (const event of ['connected', 'audited'] as const) {
			const known = listening.url(event);
			for (const url of [known.replace(`/${secret}`, ''), known.replace(secret, 'Wrong-wrong-wrong1'), `${known}/more`]) {
				expect((await post(url, json(callback()))).status).toBe(404);
			}
			expect((await fetch(known)).status).toBe(404);
		}
	});

	it('while genuine ones are taken', async () => {
		const other = await listen({ secret });
		const body = signedBody({ callData: 'Grüße, 你好 🙂' });
		expect(await post(other.url('released'), json(body))).toEqual({ status: 200, body: received });
		// The same one recorded and sent again, even as what it is not.
		expect(await post(other.url('released'), json(body))).toEqual({ status: 200, body: received });
		const items = await itemsOf(other, 1);
		expect(items).toMatchObject([{ callData: 'Grüße, 你好 🙂' }]);
		await n8n().deactivate(other.stored);
	});
});

describe('events that were not chosen', () => {
	it('start nothing, signed or not', async () => {
		const listening = await listen({ events: ['notificationReleased'] }, ['notification-released']);
		const { url } = listening;
		expect(await post(url('released'), json(signedBody()))).toEqual({ status: 200, body: received });
		for (const path of ['connected', 'connected/', 'connected/undefined', 'audited', 'audited/undefined']) {
			const answer = await post(url('released').replace(/released$/, path), json(callback()));
			expect([403, 404]).toContain(answer.status);
		}
		expect(await n8n().executionIds(listening.stored)).toEqual([]);
		expect((await post(url('notification-released'), json(signedBody()))).status).toBe(200);
		expect(await itemsOf(listening, 1)).toHaveLength(1);
		await n8n().deactivate(listening.stored);
	});
});

describe('other protections', () => {
	it('a secret in the path: for addresses of the settings, where CEC does not sign', async () => {
		const listening = await listen({ protection: 'secret', secret });
		const [released, notified] = [listening.url('released'), listening.url('notification-released')];
		expect(released).toMatch(new RegExp(`/released/${secret}$`));
		await simulator().callbackSettings({ releasedUrl: released, notificationReleasedUrl: notified });
		await makeCall();
		await makeNotification();
		const items = await itemsOf(listening, 2);
		expect(items.map(({ event }) => event)).toEqual(['notificationReleased', 'callReleased']);
		expect((await post(released.replace(`/${secret}`, ''), json(signedBody()))).status).toBe(404);
		expect((await post(released.replace(secret, 'Wrong-wrong-wrong1'), json(signedBody()))).status).toBe(404);
		expect(await n8n().executionIds(listening.stored)).toHaveLength(2);
		await n8n().deactivate(listening.stored);
	});

	it('none: anybody', async () => {
		const listening = await listen({ protection: 'none' });
		expect(await post(listening.url('connected'), json(callback()))).toEqual({ status: 200, body: received });
		expect(await itemsOf(listening, 1)).toMatchObject([{ event: 'callConnected' }]);
		await n8n().deactivate(listening.stored);
	});

	it('addresses from which events are taken', async () => {
		const closed = await listen({ secret, options: { allowedAddresses: '192.0.2.10, 198.51.100.0/24' } });
		for (const event of ['released', 'connected'] as const) {
			const answer = await post(closed.url(event), json(signedBody()));
			expect(answer).toEqual({ status: 403, body: { retCode: '403', retMsg: 'not allowed' } });
		}
		expect(await n8n().executionIds(closed.stored)).toEqual([]);
		await n8n().deactivate(closed.stored);
	});
});

describe('n8n restarted', () => {
	let own: OwnN8n;

	beforeAll(async () => {
		own = await OwnN8n.start();
	});

	afterAll(async () => await own.remove());

	it('drops what came before, and takes what is new', async () => {
		const api = await own.api();
		const type = 'huaweiCecCallbackSecretApi';
		const credential = await api.createCredential(type, 'Own', credentialData(runtime().simulatorUrl)[type]);
		const before = await listen({ secret }, allEvents, api, using(credential));
		await simulator().callbackSettings({ connectedUrl: before.url('connected') });
		await makeCall({ callBackUrl: base64(before.url('released')) });
		expect(await itemsOf(before, 2)).toHaveLength(2);
		const [connected, released] = await simulator().sentCallbacks();

		await own.restart();
		const after = { ...before, api: await own.api() };
		await registered(after.url('released'));
		for (const { url, sentAs } of [connected, released]) {
			const { text, contentType } = sentAs as { text: string; contentType: string };
			expect(await post(url, { type: contentType, text })).toEqual({ status: 200, body: received });
		}
		const callSerialNo = await makeCall({ called: '447700900102', callBackUrl: base64(after.url('released')) });
		const items = await itemsOf(after, 4);
		expect(items.map(({ event }) => event)).toEqual(['callReleased', 'callConnected', 'callReleased', 'callConnected']);
		expect(items[0].callSerialNo).toBe(callSerialNo);
	});
});

describe('activation', () => {
	it('needs a secret for events that CEC never signs, and says so', async () => {
		const words = 'The secret is too short or holds other characters than letters, digits, - and _';
		expect(await refusal({ events: ['callConnected'], secret: 'short' })).toContain(words);
	});

	it('needs none for those that it signs', async () => {
		const listening = await listen({ events: ['callReleased', 'notificationReleased'] }, ['released', 'notification-released']);
		expect((await post(listening.url('released'), json(signedBody()))).status).toBe(200);
		await n8n().deactivate(listening.stored);
	});

	it('ends with the workflow: 404 at all four addresses', async () => {
		const listening = await listen({ secret });
		await n8n().deactivate(listening.stored);
		for (const event of allEvents) {
			const gone = async () => ((await post(listening.url(event), json(signedBody()))).status === 404 ? true : undefined);
			expect(await until('The end of the address', gone)).toBe(true);
		}
	});
});

it('a caller that goes away in the middle of its body does no harm', async () => {
	const listening = await listen({ secret });
	const { hostname, port, pathname } = new URL(listening.url('released'));
	await new Promise<void>((resolve) => {
		const socket = connect(Number(port), hostname, () => {
			const head = [`POST ${pathname} HTTP/1.1`, `host: ${hostname}`, 'content-type: application/json', 'content-length: 500'];
			socket.write(`${head.join('\r\n')}\r\n\r\n{"callSerialNo": "1`, () => socket.destroy());
		});
		socket.once('close', () => resolve());
	});
	expect((await post(listening.url('released'), json(signedBody()))).status).toBe(200);
	expect(await itemsOf(listening, 1)).toHaveLength(1);
	await n8n().deactivate(listening.stored);
});

const allEvents: Event[] = ['connected', 'released', 'notification-released', 'audited'];

/** An active workflow that begins with the trigger, at whose addresses for these events n8n answers. */
async function listen(
	parameters: INodeParameters,
	events: Event[] = allEvents,
	api = n8n(),
	more = {},
): Promise<Listening> {
	const given: INodeParameters = { protection: 'sharedKey', events: all, options: {}, ...parameters };
	const trigger = callTrigger('Calls', given, more);
	const stored = await api.createWorkflow(workflow('Calls', [trigger]));
	await api.activate(stored);
	const url = (event: Event) => {
		const signed = given.protection === 'sharedKey' && !['connected', 'audited'].includes(event);
		const end = given.protection === 'none' || signed ? '' : `/${given.secret}`;
		return `${api.session.url}/webhook/${trigger.webhookId}/${event}${end}`;
	};
	for (const event of events) await registered(url(event));
	return { api, stored, url };
}

/** n8n knows an address a moment after the activation; only POST is answered by the node, so this starts nothing. */
async function registered(url: string): Promise<void> {
	await until(url, async () => {
		const text = await (await fetch(url)).text();
		return text.includes('not registered for GET requests') ? true : undefined;
	});
}

/** Why a workflow with these settings could not be activated. */
async function refusal(parameters: INodeParameters): Promise<string> {
	const trigger = callTrigger('Calls', { protection: 'sharedKey', options: {}, ...parameters });
	return await activationFailure(await n8n().createWorkflow(workflow('Refused', [trigger])));
}

/** The serial number of a call that is over, and reported. */
async function makeCall(change: IDataObject = {}): Promise<string> {
	await askCec('POST', '/apiaccess/CC-Management/v1/mobileAgent/createCall', { caller: softphone, called: customer, ...change });
	return await over('calls');
}

async function makeNotification(change: IDataObject = {}): Promise<string> {
	const playList = [{ voiceId: '1133790000000000001' }];
	const body = { called: customer, playList, ...change };
	await askCec('POST', '/apiaccess/rest/voiceNotification/v2/createVoiceNotification', body);
	return await over('notifications');
}

async function over(kind: 'calls' | 'notifications'): Promise<string> {
	await simulator().advance(180);
	const call = (await simulator().state())[kind].at(-1);
	expect(call?.state).toBe(3);
	return String(call?.callSerialNo);
}

/** The items of all executions, the newest first, once so many executions are there. */
async function itemsOf({ api, stored }: Listening, executions: number): Promise<IDataObject[]> {
	const ended = await api.waitForExecutions(stored, executions);
	expect(ended).toHaveLength(executions);
	for (const execution of ended) expect(execution.status).toBe('success');
	return ended.flatMap((execution) => execution.items('Calls'));
}

let lastCall = 0;

/** The end of a call, as the sample of 6.2.14.3 has it. */
function callback(change: Record<string, string> = {}): Record<string, string> {
	lastCall += 1;
	return {
		callSerialNo: `10370583964713${String(lastCall).padStart(5, '0')}`,
		called: customer,
		createCallTime: '2026/03/02,10:00:00:000',
		talkDuration: '0',
		releaseReason: '5',
		...change,
	};
}

/** As CEC signs it, by the simulator's reading of the reference. */
function signedBody(change: Record<string, string> = {}, by: { key?: string; timestamp?: number } = {}): Record<string, unknown> {
	const { key = sharedKey, timestamp = Date.now() } = by;
	const fields = callback(change);
	const nonce = 4_711;
	return { ...fields, timestamp, nonce, signature: signatureOf(fields, key, timestamp, BigInt(nonce)) };
}

function without(body: Record<string, unknown>, key: string): object {
	return Object.fromEntries(Object.entries(body).filter(([name]) => name !== key));
}

function json(body: object): { type: string; text: string } {
	return { type: 'application/json; charset=UTF-8', text: JSON.stringify(body) };
}

async function post(url: string, { type, text }: { type: string; text: string }): Promise<{ status: number; body: unknown }> {
	const response = await fetch(url, {
		method: 'POST',
		headers: { 'content-type': type },
		body: text,
		signal: AbortSignal.timeout(20_000),
	});
	const answer = await response.text();
	return { status: response.status, body: answer.startsWith('{') ? JSON.parse(answer) : answer };
}

function base64(url: string): string {
	return Buffer.from(url).toString('base64');
}
