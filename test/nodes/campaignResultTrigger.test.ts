import type { IDataObject } from 'n8n-workflow';

import { HuaweiCecCampaignResultTrigger } from '../../nodes/HuaweiCecCampaignResultTrigger/HuaweiCecCampaignResultTrigger.node';
import { activate, receive, type Posted } from '../support/n8n';

const node = new HuaweiCecCampaignResultTrigger();
const SECRET = 'abcdefghijklmnop';
const TAKEN = { retCode: '0', retMsg: 'success' };

const answered = {
	campaignId: '46',
	sessionId: 'c-1',
	called: '447700900001',
	callTimeStr: '2026-03-02 09:30:00',
	callStatus: 6,
	failCode: '0',
	callId: '1644464743-1388',
};
const busy = { ...answered, callId: '1644464743-1389', campaignId: 47, callStatus: 5, failCode: '00537' };

async function post(body: unknown, parameters: IDataObject = {}, more: Partial<Posted> = {}) {
	const { response, answered: own } = await receive({
		node,
		body,
		parameters: { protection: 'secret', secret: SECRET, ...parameters },
		timezone: 'Asia/Shanghai',
		...more,
	});
	const items = response.workflowData?.[0].map(({ json }) => json);
	return { items, response, own };
}

test('each call becomes an item, with its outcome in words beside the raw values', async () => {
	const { items, response } = await post([answered, busy]);
	expect(items).toEqual([
		{
			...answered,
			answered: true,
			outcome: 'Answered',
			reason: 'Answered',
			callTime: '2026-03-02T09:30:00.000+08:00',
		},
		{ ...busy, answered: false, outcome: 'Failed', reason: 'Busy', callTime: '2026-03-02T09:30:00.000+08:00' },
	]);
	expect(response.webhookResponse).toEqual(TAKEN);
});

test('one call that is no list is taken as well', async () => {
	expect((await post(answered)).items).toHaveLength(1);
});

test('large ids stay exact, read from the bytes as they came', async () => {
	const raw = '[{"campaignId":46,"callId":"1-1","callStatus":6,"dataId":11331234567890123456}]';
	const { items } = await post(JSON.parse(raw), {}, { raw });
	expect(items?.[0].dataId).toBe('11331234567890123456');
});

test.each<[name: string, body: unknown, raw: string]>([
	['an empty list', [], '[]'],
	['a text', 'hello', '"hello"'],
	['a list of texts', ['hello'], '["hello"]'],
	['what is no JSON', {}, '{"broken'],
])('refuses %s', async (_name, body, raw) => {
	const { own, response } = await post(body, {}, { raw });
	expect(own).toEqual({ status: 400, body: { retCode: '400', retMsg: 'not a list of call results' } });
	expect(response).toEqual({ noWebhookResponse: true });
});

describe('who may post', () => {
	test.each([
		['a secret that is missing', { secret: '' }],
		['a secret that is too short', { secret: 'short' }],
		['a secret with characters that CEC does not allow', { secret: 'abcdefghijklmnop=%' }],
		['an allow list that cannot be read', { options: { allowedAddresses: 'nonsense' } }],
		['an address that is not on the list', { options: { allowedAddresses: '198.51.100.0/24' } }],
	])('nobody, with %s', async (_name, parameters) => {
		const { own, response } = await post([answered], parameters);
		expect(own).toEqual({ status: 403, body: { retCode: '403', retMsg: 'not allowed' } });
		expect(response).toEqual({ noWebhookResponse: true });
	});

	test('an address on the list, and anyone where protection is off on purpose', async () => {
		expect(
			(await post([answered], { options: { allowedAddresses: '198.51.100.0/24, 192.0.2.1' } })).items,
		).toHaveLength(1);
		expect((await post([answered], { protection: 'none' })).items).toHaveLength(1);
	});

	test('the secret is the end of the path', async () => {
		const [{ path }] = node.description.webhooks ?? [];
		expect(path).toContain('"campaign-results/" + $parameter["secret"]');
	});

	test.each([
		[{ secret: 'short' }, /secret is too short/],
		[
			{ secret: SECRET, options: { allowedAddresses: '10.0.0.0/33' } },
			/"10\.0\.0\.0\/33" is no IP address or network/,
		],
	])('a workflow with bad settings is not activated', async (parameters, message) => {
		await expect(activate(node, { parameters: { protection: 'secret', ...parameters } })).rejects.toThrow(message);
	});

	test('a workflow with good ones is', async () => {
		expect(await activate(node, { parameters: { protection: 'secret', secret: SECRET } })).toBe(true);
		expect(await activate(node, { parameters: { protection: 'none' } })).toBe(true);
	});
});

describe('repetitions', () => {
	test('are answered like the first time, and start nothing', async () => {
		const id = 'trigger-1';
		expect((await post([answered], {}, { id })).items).toHaveLength(1);
		const { items, response } = await post([answered], {}, { id });
		expect(items).toBeUndefined();
		expect(response).toEqual({ webhookResponse: TAKEN });
		expect((await post([answered, busy], {}, { id })).items).toHaveLength(1);
	});

	test('are told by what is known of the call where it has no id', async () => {
		const { callId: _, ...nameless } = answered;
		const id = 'trigger-2';
		const later = { ...nameless, callTimeStr: '2026-03-02 09:31:00' };
		expect((await post([nameless, nameless, later], {}, { id })).items).toHaveLength(2);
	});

	test('are remembered in what n8n keeps', async () => {
		const staticData: IDataObject = {};
		await post([answered], {}, { id: 'trigger-3', staticData });
		expect(JSON.stringify(staticData)).toMatch(/"seen":\{"\d+":"[\w-]{16}"\}/);
	});
});

describe('which results are wanted', () => {
	test.each([
		['all', 2],
		['answered', 1],
		['failed', 1],
	])('%s', async (results, count) => {
		expect((await post([answered, busy], { results })).items).toHaveLength(count);
	});

	test('those of certain campaigns, whether their ids come as texts or numbers', async () => {
		expect((await post([answered, busy], { options: { campaignIds: '47' } })).items).toMatchObject([
			{ campaignId: 47 },
		]);
		expect((await post([answered, busy], { options: { campaignIds: '46, 47' } })).items).toHaveLength(2);
	});

	test('the others are answered, too, and start nothing', async () => {
		const { response } = await post([busy], { results: 'answered' });
		expect(response).toEqual({ webhookResponse: TAKEN });
	});

	test('times are read in the zone that is chosen', async () => {
		const { items } = await post([answered], { options: { timeZone: 'Europe/Berlin' } });
		expect(items?.[0].callTime).toBe('2026-03-02T09:30:00.000+01:00');
	});
});
