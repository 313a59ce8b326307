import { createHmac } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';

import { HuaweiCecCallTrigger } from '../../nodes/HuaweiCecCallTrigger/HuaweiCecCallTrigger.node';
import type { Simulator } from '../../simulator';
import { management, minutes, simulator, type Request } from '../simulator/harness';
import { activate, deactivate, isSetUp, place, receive, type Posted } from '../support/n8n';
import { webhookServer } from '../support/webhookServer';

const node = new HuaweiCecCallTrigger();
const KEY = 'the shared key';
const SECRET = 'abcdefghijklmnop';
const NOW = 1645524163326;
const RECEIVED = { retCode: '0', retMsg: 'success' };
const EVENTS = ['callConnected', 'callReleased', 'notificationReleased', 'voiceFileAudited'];
const ADDRESS: Record<string, string> = {
	callConnected: 'connected',
	callReleased: 'released',
	notificationReleased: 'notification-released',
	voiceFileAudited: 'audited',
};
const credentials = { huaweiCecCallbackSecretApi: { sharedSecret: KEY } };

beforeEach(() => jest.spyOn(Date, 'now').mockImplementation(() => NOW));
afterEach(() => jest.restoreAllMocks());

/** The samples of the reference, as JSON. */
const connected = { callSerialNo: '1197235857187927062', serviceNo: '', called: '88880067', callData: '' };
const released = {
	agentAlertingTime: '2022/02/22,10:04:29:004',
	agentReleaseTime: '2022/02/22,10:04:29:004',
	agentTalkDuration: '2022/02/22,10:04:29:004',
	agentTalkingTime: '2022/02/22,10:04:29:004',
	alertingTime: '2022/02/22,10:04:29:004',
	callData: null,
	callSerialNo: '1197765398201387012',
	called: '88880067',
	caller: '960003',
	callerPresent: '960003',
	createCallTime: '2022/02/22,10:04:28:823',
	locationId: '0',
	recordfile: 'Y:/mobileAgent/20220222/1645524268-824.wav',
	releaseReason: '0',
	releaseTime: '2022/02/22,10:04:36:318',
	serviceNo: null,
	talkDuration: '0',
	talkingTime: '2022/02/22,10:04:30:418',
};
const notified = {
	alertingTime: '2022/02/22,10:04:29:004',
	callSerialNo: '1197765398201387012',
	called: '88880067',
	callerPresent: '960003',
	createCallTime: '2022/02/22,10:04:28:823',
	locationId: '0',
	recordfile: 'Y:/2/mobileAgent/20220222/1645524268-824.wav',
	releaseReason: '0',
	releaseTime: '2022/02/22,10:04:36:318',
	talkDuration: '0',
	talkingTime: '2022/02/22,10:04:30:418',
};
const audited = {
	fileUrl: 'Y:/IVR/147/voice/0/nPqV9vU3_1666706957559.wav',
	fileId: '1323606152730207249',
	status: '2',
	comment: '审核通过',
};
const sampleOf: Record<string, object> = {
	callConnected: connected,
	callReleased: released,
	notificationReleased: notified,
	voiceFileAudited: audited,
};

/** The text of a callback with the three fields of a signature, which is computed as 6.2.14.1 has it. */
function signed(callback: object, { key = KEY, timestamp = NOW, nonce = '-1482421808053124529' } = {}): string {
	const fields = new Map(Object.entries(callback));
	const parameters = [...fields.keys()].sort().map((name) => `${name}=${String(fields.get(name))}`);
	const text = `${key}_${timestamp}_${nonce}_${parameters.join(',').replaceAll(' ', '')}`;
	const signature = createHmac('sha256', key).update(text).digest('base64');
	const json = JSON.stringify({ ...callback, signature, timestamp });
	return json.replace(/\}$/, `,"nonce":${nonce}}`);
}

/** Posts to the address of an event, as the settings have it. */
async function post(event: string, raw: object | string, parameters: IDataObject = {}, more: Partial<Posted> = {}) {
	const all: IDataObject = { events: EVENTS, protection: 'sharedKey', secret: SECRET, ...parameters };
	const isSecret = all.protection === 'secret' || (all.protection === 'sharedKey' && !event.endsWith('Released'));
	const { response, answered } = await receive({
		node,
		body: {},
		raw: typeof raw === 'string' ? raw : JSON.stringify(raw),
		parameters: all,
		credentials,
		headers: { 'content-type': 'application/json; charset=UTF-8' },
		path: `/webhook/0b1c/${ADDRESS[event]}${isSecret ? `/${String(all.secret)}` : ''}`,
		...more,
	});
	return { item: response.workflowData?.[0][0].json, response, answered };
}

const refusal = (status: number, retMsg: string) => ({ status, body: { retCode: String(status), retMsg } });

describe('the addresses', () => {
	/** The addresses that n8n registers for these settings, and those that the editor shows. */
	function addresses(parameters: IDataObject) {
		const { workflow, node: placed } = place(node, { credentials, parameters, id: 'id' });
		const evaluated = (text: unknown) =>
			workflow.expression.getSimpleParameterValue(placed, text as string, 'internal', {});
		const webhooks = node.description.webhooks ?? [];
		const all = webhooks.map(({ path }) => evaluated(path));
		const shown = webhooks.filter(({ ndvHideUrl }) => evaluated(ndvHideUrl) !== true);
		return { all, shown: shown.length };
	}

	test('are those of the events, with a secret where the event cannot be signed', () => {
		expect(addresses({ events: EVENTS, protection: 'sharedKey', secret: SECRET })).toEqual({
			all: [`connected/${SECRET}`, 'released', 'notification-released', `audited/${SECRET}`],
			shown: 4,
		});
	});

	test('all hold the secret where nothing is signed', () => {
		expect(addresses({ events: ['callReleased'], protection: 'secret', secret: SECRET })).toEqual({
			all: [`connected/${SECRET}`, `released/${SECRET}`, `notification-released/${SECRET}`, `audited/${SECRET}`],
			shown: 1,
		});
	});

	test('are plain without protection', () => {
		expect(addresses({ events: ['callConnected', 'callReleased'], protection: 'none' })).toEqual({
			all: ['connected', 'released', 'notification-released', 'audited'],
			shown: 2,
		});
	});

	test.each(EVENTS)('tell %s from the others', async (event) => {
		const raw = event.endsWith('Released') ? signed(sampleOf[event]) : sampleOf[event];
		expect((await post(event, raw)).item?.event).toBe(event);
		expect((await post(event, raw, { protection: 'secret' })).item?.event).toBe(event);
		expect((await post(event, raw, { protection: 'none' })).item?.event).toBe(event);
	});

	test('may end with a slash, as n8n takes them', async () => {
		const path = `/webhook/0b1c/connected/${SECRET}/`;
		expect((await post('callConnected', connected, {}, { path })).item?.event).toBe('callConnected');
		const plain = { path: '/webhook/0b1c/released/' };
		expect((await post('callReleased', signed(released), {}, plain)).item?.event).toBe('callReleased');
	});
});

describe('the items of the samples', () => {
	test('of 6.2.14.2', async () => {
		const { item, response } = await post('callConnected', connected);
		expect(item).toEqual({ event: 'callConnected', ...connected });
		expect(response.webhookResponse).toEqual(RECEIVED);
	});

	test('of 6.2.14.3, where a duration holds a time', async () => {
		const { item, response } = await post('callReleased', signed(released));
		const { caller, ...fields } = released;
		expect(item).toEqual({
			event: 'callReleased',
			...fields,
			callerNumber: caller,
			answered: true,
			reason: 'Customer hung up',
			talkSeconds: 0,
			agentTalkSeconds: undefined,
			createdAt: '2022-02-22T10:04:28.823Z',
			rangAt: '2022-02-22T10:04:29.004Z',
			answeredAt: '2022-02-22T10:04:30.418Z',
			releasedAt: '2022-02-22T10:04:36.318Z',
			agentRangAt: '2022-02-22T10:04:29.004Z',
			agentAnsweredAt: '2022-02-22T10:04:29.004Z',
			agentReleasedAt: '2022-02-22T10:04:29.004Z',
		});
		expect(response.webhookResponse).toEqual(RECEIVED);
	});

	test('of 14.4.2', async () => {
		const { item, response } = await post('notificationReleased', signed(notified));
		expect(item).toEqual({
			event: 'notificationReleased',
			...notified,
			answered: true,
			reason: 'Customer hung up',
			talkSeconds: 0,
			createdAt: '2022-02-22T10:04:28.823Z',
			rangAt: '2022-02-22T10:04:29.004Z',
			answeredAt: '2022-02-22T10:04:30.418Z',
			releasedAt: '2022-02-22T10:04:36.318Z',
		});
		expect(item).not.toHaveProperty('agentTalkSeconds');
		expect(response.webhookResponse).toEqual(RECEIVED);
	});

	test('of the audits of 5.4.4 and 5.4.5, which want another answer', async () => {
		const { item, response } = await post('voiceFileAudited', audited);
		expect(item).toEqual({ event: 'voiceFileAudited', ...audited, passed: true });
		expect(response.webhookResponse).toEqual({ returnCode: '0' });
		expect((await post('voiceFileAudited', { ...audited, status: '3' })).item?.passed).toBe(false);
		expect((await post('voiceFileAudited', { ...audited, status: 2, fileId: 1 })).item?.passed).toBe(true);
	});

	test('hold nothing of the signature', async () => {
		const raw = signed(released);
		const { signature } = JSON.parse(raw) as { signature: string };
		const { item } = await post('callReleased', raw);
		const text = JSON.stringify(item);
		for (const secret of [signature, '1482421808053124', KEY, String(NOW)]) expect(text).not.toContain(secret);
		expect(Object.keys(item ?? {}).filter((name) => ['signature', 'nonce', 'timestamp'].includes(name))).toEqual(
			[],
		);
	});

	test('tell the event by its address, whatever a callback says', async () => {
		const { item } = await post('callConnected', { ...connected, event: 'callReleased', answered: true });
		expect(item?.event).toBe('callConnected');
	});

	test('keep ids of nineteen digits that come as numbers', async () => {
		const raw = '{"callSerialNo":1197235857187927062,"called":88880067}';
		expect((await post('callConnected', raw)).item).toEqual({
			event: 'callConnected',
			callSerialNo: '1197235857187927062',
			called: 88880067,
		});
	});

	test('come out of forms the same, as texts', async () => {
		const form = (callback: object) => {
			const fields = JSON.parse(signed(callback).replace(/"nonce":(-?\d+)/, '"nonce":"$1"')) as Record<
				string,
				unknown
			>;
			return new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)])).toString();
		};
		const headers = { 'content-type': 'application/x-www-form-urlencoded' };
		const { item } = await post('callReleased', form(released), {}, { headers });
		expect(item).toMatchObject({ callSerialNo: '1197765398201387012', reason: 'Customer hung up', talkSeconds: 0 });
		expect(item).toMatchObject({ callData: 'null', serviceNo: 'null' });
	});

	test('are read from bytes that n8n has left alone', async () => {
		expect((await post('callReleased', signed(released), {}, { isUnread: true })).item?.callSerialNo).toBe(
			released.callSerialNo,
		);
	});
});

describe('what a release says in words', () => {
	const of = async (event: string, changes: object, options: IDataObject = {}) => {
		const callback = { ...sampleOf[event], ...changes };
		return (await post(event, callback, { protection: 'none', options })).item;
	};

	test.each<[string, boolean, string | undefined]>([
		['0', true, 'Customer hung up'],
		['1', true, 'Agent hung up'],
		['2', false, 'Call to the agent failed'],
		['3', false, 'Call to the customer failed'],
		['4', false, 'Agent did not answer'],
		['5', false, 'Customer did not answer'],
		['6', false, 'Call could not be started'],
		['77', false, undefined],
		['', false, undefined],
	])('two-party call, reason "%s"', async (releaseReason, answered, reason) => {
		const item = await of('callReleased', { releaseReason });
		expect([item?.answered, item?.reason, item?.releaseReason]).toEqual([answered, reason, releaseReason]);
	});

	test.each<[string, boolean, string | undefined]>([
		['0', true, 'Customer hung up'],
		['1', true, 'Played to the end'],
		['4', false, 'Rejected or not answered'],
		['6', false, 'Failed before it rang'],
		['8', false, 'No resources'],
		['9', false, 'The platform did not answer in time'],
		['10', false, 'Call restricted'],
		['999', false, 'The recording could not be started'],
		['2', false, undefined],
	])('notification, reason "%s"', async (releaseReason, answered, reason) => {
		const item = await of('notificationReleased', { releaseReason });
		expect([item?.answered, item?.reason]).toEqual([answered, reason]);
	});

	test('codes may be numbers, and there may be none', async () => {
		expect(await of('callReleased', { releaseReason: 1 })).toMatchObject({
			answered: true,
			reason: 'Agent hung up',
		});
		for (const releaseReason of [null, undefined, 'null']) {
			const item = await of('callReleased', { releaseReason });
			expect([item?.answered, item?.reason]).toEqual([false, undefined]);
		}
	});

	test('times are in the zone that is chosen, with its offset of that day', async () => {
		const times = { createCallTime: '2026/03/29,01:30:00:000', releaseTime: '2026/03/29,03:30:00:007' };
		expect(await of('callReleased', times, { timeZone: 'Europe/Berlin' })).toMatchObject({
			createdAt: '2026-03-29T01:30:00.000+01:00',
			releasedAt: '2026-03-29T03:30:00.007+02:00',
			createCallTime: '2026/03/29,01:30:00:000',
		});
		expect((await of('notificationReleased', times, { timeZone: 'Asia/Shanghai' }))?.createdAt).toBe(
			'2026-03-29T01:30:00.000+08:00',
		);
	});

	test.each([null, '', 'null', 'yesterday', '2022/02/30,10:04:28:823', '2022-02-22 10:04:28', 0])(
		'a time like %j is left as it came',
		async (createCallTime) => {
			const item = await of('callReleased', { createCallTime });
			expect(item).not.toHaveProperty('createdAt');
			expect(item?.createCallTime).toBe(createCallTime);
			expect(item?.releasedAt).toBe('2022-02-22T10:04:36.318Z');
		},
	);

	test.each<[unknown, number | undefined]>([
		['0', 0],
		['125', 125],
		[30, 30],
		['2022/02/22,10:04:29:004', undefined],
		['', undefined],
		[null, undefined],
		['null', undefined],
		['-1', undefined],
		['1.5', undefined],
	])('a duration of %j is %p seconds', async (duration, seconds) => {
		const item = await of('callReleased', { talkDuration: duration, agentTalkDuration: duration });
		expect([item?.talkSeconds, item?.agentTalkSeconds]).toEqual([seconds, seconds]);
	});
});

describe('who is believed', () => {
	test.each<[name: string, raw: string | object, because: string]>([
		['what is not signed', released, 'signature: unsigned'],
		[
			'what has an empty signature',
			{ ...released, nonce: '1', timestamp: NOW, signature: '' },
			'signature: unsigned',
		],
		['what is signed with another key', signed(released, { key: 'another' }), 'signature: wrong'],
		['what was changed', signed(released).replace('88880067', '88880068'), 'signature: wrong'],
		['what has another nonce', signed(released).replace('124529', '124528'), 'signature: wrong'],
		['what is too old', signed(released, { timestamp: NOW - minutes(15) - 1 }), 'signature: stale'],
		['what is of tomorrow', signed(released, { timestamp: NOW + minutes(15) + 1 }), 'signature: stale'],
	])('not %s', async (_name, raw, because) => {
		const { response, answered } = await post('callReleased', raw);
		expect(answered).toEqual(refusal(401, because));
		expect(response).toEqual({ noWebhookResponse: true });
		expect((await post('notificationReleased', raw)).answered).toEqual(refusal(401, because));
	});

	test('what is as old as the tolerance allows, which is fifteen minutes unless told otherwise', async () => {
		const old = (age: number) => signed(released, { timestamp: NOW - minutes(age) });
		expect((await post('callReleased', old(15))).item).toBeDefined();
		expect((await post('callReleased', old(16))).item).toBeUndefined();
		expect((await post('callReleased', old(60), { options: { tolerance: 60 } })).item).toBeDefined();
		expect((await post('callReleased', old(6), { options: { tolerance: 5 } })).item).toBeUndefined();
	});

	test('what dropped the nulls that it was signed with', async () => {
		const {
			callData: _callData,
			serviceNo: _serviceNo,
			...sent
		} = JSON.parse(signed(released)) as Record<string, unknown>;
		const raw = JSON.stringify({ ...sent, nonce: 'x' }).replace('"x"', '-1482421808053124529');
		expect((await post('callReleased', raw)).item).toMatchObject({ callSerialNo: released.callSerialNo });
		const { talkDuration: _talkDuration, ...less } = sent;
		const cut = JSON.stringify({ ...less, nonce: 'x' }).replace('"x"', '-1482421808053124529');
		expect((await post('callReleased', cut)).answered).toEqual(refusal(401, 'signature: wrong'));
	});

	test('nobody, while there is no key', async () => {
		const { answered } = await post(
			'callReleased',
			signed(released, { key: '' }),
			{},
			{
				credentials: { huaweiCecCallbackSecretApi: { sharedSecret: '' } },
			},
		);
		expect(answered).toEqual(refusal(401, 'no shared key to check the signature with'));
	});

	test('who knows the address, where it is the secret or nothing is', async () => {
		expect((await post('callReleased', released, { protection: 'secret' })).item).toBeDefined();
		expect((await post('callReleased', released, { protection: 'none' })).item).toBeDefined();
		const { item } = await post('callReleased', { ...released, signature: 'x', nonce: 1 }, { protection: 'none' });
		expect(item).not.toHaveProperty('signature');
	});

	test.each([
		['a secret that is missing', { protection: 'secret', secret: '' }],
		['a secret that is too short', { protection: 'secret', secret: 'short' }],
		['an allow list that cannot be read', { options: { allowedAddresses: 'nonsense' } }],
		['an address that is not on the list', { options: { allowedAddresses: '198.51.100.0/24' } }],
	])('nobody, with %s', async (_name, parameters) => {
		const { response, answered } = await post('callReleased', signed(released), parameters);
		expect(answered).toEqual(refusal(403, 'not allowed'));
		expect(response).toEqual({ noWebhookResponse: true });
	});

	test('no event that is never signed, where the settings have no secret for it', async () => {
		const settings = { events: ['callReleased'], secret: '' };
		expect((await post('callConnected', connected, settings)).answered).toEqual(refusal(403, 'not allowed'));
		expect((await post('callReleased', signed(released), settings)).item).toBeDefined();
	});

	test('an address on the list', async () => {
		const options = { allowedAddresses: '198.51.100.0/24, 192.0.2.1' };
		expect((await post('callReleased', signed(released), { options })).item).toBeDefined();
	});
});

describe('what is refused before it is judged', () => {
	test('more than 64 kilobytes', async () => {
		const callData = 'x'.repeat(64 * 1024);
		expect((await post('callReleased', signed({ ...released, callData }))).answered).toEqual(
			refusal(413, 'too large'),
		);
		const fitting = signed({ ...released, callData: callData.slice(2000) });
		expect((await post('callReleased', fitting)).item).toBeDefined();
	});

	test.each(['', '[]', 'hello', '"a"', '{"broken"', '{callSerialNo=1, called=2}'])('%j', async (raw) => {
		const { answered } = await post('callReleased', raw);
		expect(answered).toEqual(refusal(400, 'neither a JSON object nor a form'));
	});

	test.each<[event: string, callback: object, because: string]>([
		['callConnected', { ...connected, callSerialNo: '' }, 'no callSerialNo or called'],
		['callConnected', { ...connected, called: null }, 'no callSerialNo or called'],
		['callReleased', { ...released, called: 'null' }, 'no callSerialNo or called'],
		['notificationReleased', { called: '1' }, 'no callSerialNo or called'],
		['voiceFileAudited', { status: '2', comment: 'ok' }, 'no fileId or status'],
		['voiceFileAudited', { fileId: '1' }, 'no fileId or status'],
	])('a callback of %s like %j', async (event, callback, because) => {
		const { answered, response } = await post(event, callback, { protection: 'none' });
		expect(answered).toEqual(refusal(400, because));
		expect(response).toEqual({ noWebhookResponse: true });
	});

	test('not an audit that names its file only by one of the two', async () => {
		const { fileUrl, fileId, ...rest } = audited;
		for (const file of [{ fileUrl }, { fileId }]) {
			expect((await post('voiceFileAudited', { ...file, ...rest })).item).toMatchObject(file);
		}
	});
});

describe('what starts nothing but is answered', () => {
	test('an event that was not chosen', async () => {
		const { response, answered } = await post('callConnected', connected, {
			events: ['callReleased'],
			protection: 'none',
		});
		expect(response).toEqual({ webhookResponse: RECEIVED });
		expect(answered).toBeUndefined();
		const audit = await post('voiceFileAudited', audited, { events: ['callReleased'], protection: 'none' });
		expect(audit.response).toEqual({ webhookResponse: { returnCode: '0' } });
	});

	test('a repetition, also when the process has started anew', async () => {
		const staticData: IDataObject = {};
		const again = { id: 'repeated', staticData };
		expect((await post('callReleased', signed(released), {}, again)).item).toBeDefined();
		const { response } = await post('callReleased', signed(released), {}, again);
		expect(response).toEqual({ webhookResponse: RECEIVED });
		const elsewhere = { id: 'restarted', staticData: JSON.parse(JSON.stringify(staticData)) as IDataObject };
		expect((await post('callReleased', signed(released), {}, elsewhere)).item).toBeUndefined();
	});

	test('a call that was posted with another nonce, or with spaces that no signature covers', async () => {
		const again = { id: 'replayed', staticData: {} };
		expect((await post('callReleased', signed(released), {}, again)).item).toBeDefined();
		expect((await post('callReleased', signed(released, { nonce: '5' }), {}, again)).item).toBeUndefined();
		const spaced = signed(released).replace(/("callSerialNo":")(\d)/, '$1 $2 ');
		expect((await post('callReleased', spaced, {}, again)).response).toEqual({ webhookResponse: RECEIVED });
	});

	test('but not another call, another event of the same call, or another outcome of an audit', async () => {
		const again = { id: 'others', staticData: {} };
		const settings = { protection: 'none' };
		const all = [
			await post('callConnected', { ...connected, callSerialNo: '1' }, settings, again),
			await post('callReleased', { ...released, callSerialNo: '1' }, settings, again),
			await post('callReleased', { ...released, callSerialNo: '2' }, settings, again),
			await post('notificationReleased', { ...notified, callSerialNo: '1' }, settings, again),
			await post('voiceFileAudited', audited, settings, again),
			await post('voiceFileAudited', { ...audited, status: '3' }, settings, again),
		];
		expect(all.map(({ item }) => item?.event)).toEqual([
			...['callConnected', 'callReleased', 'callReleased', 'notificationReleased'],
			...['voiceFileAudited', 'voiceFileAudited'],
		]);
	});

	test('and what was forged does not hide what is genuine', async () => {
		const again = { id: 'forged', staticData: {} };
		expect((await post('callReleased', signed(released, { key: 'x' }), {}, again)).answered?.status).toBe(401);
		expect((await post('callReleased', signed(released), {}, again)).item).toBeDefined();
	});
});

describe('activation', () => {
	test.each<[IDataObject, RegExp]>([
		[{ protection: 'secret', secret: 'short', events: ['callReleased'] }, /secret is too short/],
		[{ protection: 'secret', secret: 'abcdefghijklmnop=%', events: ['callReleased'] }, /secret is too short/],
		[{ protection: 'sharedKey', secret: '', events: ['callReleased', 'callConnected'] }, /secret is too short/],
		[{ protection: 'sharedKey', secret: '', events: ['voiceFileAudited'] }, /secret is too short/],
		[
			{ protection: 'none', events: ['callReleased'], options: { allowedAddresses: '192.0.2.1, 10.0.0.0/33' } },
			/"10\.0\.0\.0\/33" is no IP address or network/,
		],
	])('with settings like %j fails', async (parameters, message) => {
		await expect(activate(node, { parameters, credentials })).rejects.toThrow(message);
	});

	test.each<IDataObject>([
		{ protection: 'sharedKey', events: ['callReleased', 'notificationReleased'] },
		{ protection: 'sharedKey', secret: SECRET, events: EVENTS },
		{ protection: 'secret', secret: SECRET, events: EVENTS },
		{ protection: 'none', events: EVENTS },
		{},
	])('with settings like %j succeeds, and asks CEC nothing', async (parameters) => {
		expect(await isSetUp(node, { parameters, credentials })).toBe(false);
		expect(await activate(node, { parameters, credentials })).toBe(true);
		expect(await deactivate(node, { parameters, credentials })).toBe(true);
	});
});

describe('what the simulator posts', () => {
	const MOBILE = '/apiaccess/CC-Management/v1/mobileAgent';
	const NOTIFY = '/apiaccess/rest/voiceNotification/v2/createVoiceNotification';
	const UPLOAD = '/apiaccess/rest/cc-management/v1/importVoiceFile/upload';
	const base64 = (text: string) => Buffer.from(text).toString('base64');
	let sim: Simulator;
	let request: Request;
	let n8n: Awaited<ReturnType<typeof webhookServer>>;
	let parameters: IDataObject;
	let staticData: IDataObject;

	beforeEach(async () => {
		// It signs with the time of now.
		jest.restoreAllMocks();
		parameters = { events: EVENTS, protection: 'sharedKey', secret: SECRET };
		staticData = {};
		sim = await simulator();
		request = await management(sim);
		n8n = await webhookServer(() => ({ node, parameters, credentials, staticData, id: sim.url }));
		sim.control.setCallbackSettings({ sharedKey: KEY });
	});
	afterEach(async () => {
		await n8n.close();
		await sim.close();
	});

	const call = async (changes: object = {}) => {
		const callBackUrl = base64(`${n8n.url}/released`);
		const caller = '15550105';
		const body = { caller, called: '447700900101', callBackUrl, callData: 'order 7, {"a": 1}', ...changes };
		const { text } = await request(`${MOBILE}/createCall`, body);
		expect(text).toContain('"retCode":"0"');
		await sim.clock.advance(minutes(3));
	};
	const accepted = () => (sim.control.callbacks() as Array<{ accepted: boolean }>).map((one) => one.accepted);

	test.each([
		['json', 'sent'],
		['json', 'dropped'],
		['form', 'sent'],
		['form', 'dropped'],
	] as const)('about calls, in %s with nulls %s, is genuine', async (format, nulls) => {
		sim.control.setCallbackSettings({ format, nulls });
		sim.control.setCalls({ called: '447700900101', outcomes: [{ reason: 1, talkSeconds: 20 }, { reason: 5 }] });
		await call();
		await call({ callData: undefined });
		expect(n8n.answers).toEqual(Array(2).fill({ path: '/webhook/released', status: 200, body: RECEIVED }));
		expect(accepted()).toEqual([true, true]);
		const [first, second] = n8n.items;
		expect(first).toMatchObject({
			event: 'callReleased',
			answered: true,
			reason: 'Agent hung up',
			talkSeconds: 20,
			createdAt: '2026-03-02T08:00:00.000Z',
			callData: 'order 7, {"a": 1}',
		});
		expect(second).toMatchObject({ answered: false, reason: 'Customer did not answer', talkSeconds: 0 });
	});

	test('is not, with another key', async () => {
		sim.control.setCallbackSettings({ sharedKey: 'another' });
		await call();
		expect(n8n.answers).toEqual([{ path: '/webhook/released', ...refusal(401, 'signature: wrong') }]);
		expect(accepted()).toEqual([false]);
		expect(n8n.items).toEqual([]);
	});

	test('about notifications is genuine', async () => {
		const played = { called: '447700900102', playList: [{ voiceFileName: 'welcome' }] };
		const { body } = await request(NOTIFY, { ...played, callBackUrl: base64(`${n8n.url}/notification-released`) });
		expect(body).toMatchObject({ retCode: '0' });
		await sim.clock.advance(minutes(3));
		expect(n8n.items).toMatchObject([{ event: 'notificationReleased', called: '447700900102', answered: true }]);
		expect(accepted()).toEqual([true]);
	});

	test('about connected calls and audits goes to addresses with a secret', async () => {
		sim.control.setCallbackSettings({ connectedUrl: `${n8n.url}/connected/${SECRET}` });
		await call({ agentWorkNo: 101 });
		const file = { fileInfo: base64('RIFF'), voiceType: '3', fileType: 'wav', locale: 'zh_CN' };
		await request(UPLOAD, { ...file, callBackUrl: `${n8n.url}/audited/${SECRET}` });
		await sim.clock.advance(minutes(1));
		expect(n8n.items.map(({ event }) => event)).toEqual(['callConnected', 'callReleased', 'voiceFileAudited']);
		expect(n8n.items[0]).toMatchObject({ serviceNo: '101', called: '447700900101' });
		expect(n8n.items[2]).toMatchObject({ passed: true, fileUrl: expect.stringMatching(/^Y:.*wav$/) });
		expect(accepted()).toEqual([true, true, true]);
	});

	test('twice, starts the workflow once', async () => {
		sim.control.setCallbacks({ repeat: 1 });
		await call();
		expect(n8n.answers.map(({ status, body }) => [status, body])).toEqual([
			[200, RECEIVED],
			[200, RECEIVED],
		]);
		expect(n8n.items).toHaveLength(1);
	});

	test('many at once, is all taken', async () => {
		parameters = { ...parameters, protection: 'none' };
		const report = await sim.control.burst({
			kind: 'released',
			url: `${n8n.url}/released`,
			count: 100,
			concurrency: 10,
		});
		expect(report).toMatchObject({ count: 100, accepted: 100, statuses: { 200: 100 } });
		expect(new Set(n8n.items.map(({ callSerialNo }) => callSerialNo as string)).size).toBe(100);
	});
});
