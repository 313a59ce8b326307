/** The trigger of web chats: what it polls for, how it goes on after failures, and that it ends. */
import type { IDataObject } from 'n8n-workflow';

import { realClock } from '../../cec/transport/clock';
import { HuaweiCecWebChatTrigger } from '../../nodes/HuaweiCecWebChatTrigger/HuaweiCecWebChatTrigger.node';
import { Bench } from '../support/bench';
import { listen, run, type Running } from '../support/n8n';

/** Pauses that the trigger has asked for; each ends a moment later. */
let mockPauses: number[] = [];

jest.mock('n8n-workflow', () => ({
	...jest.requireActual<object>('n8n-workflow'),
	sleep: async (ms: number) => {
		mockPauses.push(ms);
		await new Promise((resolve) => setTimeout(resolve, 5));
	},
}));

const node = new HuaweiCecWebChatTrigger();
const JANE = 'jane-1';
const JOHN = 'john-1';

let bench: Bench;
let running: Running | undefined;

beforeAll(async () => {
	bench = await Bench.start();
	jest.spyOn(realClock, 'sleep').mockResolvedValue(undefined);
});
afterAll(async () => {
	jest.restoreAllMocks();
	await bench.close();
});
beforeEach(() => {
	bench.reset();
	mockPauses = [];
	jest.mocked(realClock.sleep).mockClear();
});
afterEach(async () => {
	await running?.closeFunction();
	running = undefined;
});

async function watch(userIds: string, options: IDataObject = {}): Promise<Running> {
	const channelId = bench.tenant.webChat.channels[0].configId;
	running = await run(node, { credentials: bench.credentials, parameters: { userIds, channelId, options } });
	return running;
}

const polls = () => bench.requests.filter(({ section }) => section === '11.3');
const answer = (userId: string, messages: string[], more: object = {}) => bench.sim.control.answerWebChat({ userId, messages, ...more });

async function until(is: () => boolean): Promise<void> {
	while (!is()) await new Promise((resolve) => setTimeout(resolve, 2));
}

test('starts the workflow with what comes to each customer, once', async () => {
	await bench.webChat(JANE);
	await bench.webChat(JOHN);
	answer(JOHN, ['Before']);
	const { items } = await watch(`${JANE}, ${JOHN}, ${JANE}`);
	await until(() => items.length === 1);
	expect(items).toMatchObject([{ userId: JOHN, content: 'Before', sourceName: 'Agent', sentAt: expect.stringMatching(/^2026-/) }]);
	answer(JANE, ['One', 'Two'], { read: true });
	await until(() => items.length === 3);
	expect(items.slice(1)).toMatchObject([
		{ userId: JANE, content: 'One' },
		{ userId: JANE, content: 'Two' },
	]);
	const seen = polls().length;
	await until(() => polls().length > seen + 4);
	expect(items).toHaveLength(3);
	expect(new Set(mockPauses)).toEqual(new Set([1000]));
});

test('tells of what agents have read where it is asked to', async () => {
	await bench.webChat(JANE);
	const { items } = await watch(JANE, { readReceipts: true });
	answer(JANE, [], { read: true });
	await until(() => items.length === 1);
	expect(items).toMatchObject([{ controlType: 'READ' }]);
});

test('goes on after failures, more slowly, and says so once', async () => {
	await bench.webChat(JANE);
	const { items, warnings } = await watch(JANE);
	bench.sim.control.addFault({ kind: 'status', status: 500, match: { path: '/ccmessaging/poll', times: 4 } });
	await until(() => mockPauses.some((ms) => ms >= 16_000));
	answer(JANE, ['Still here']);
	await until(() => items.length === 1);
	expect(warnings).toEqual([expect.stringMatching(/cannot be polled for now/)]);
	mockPauses = [];
	await until(() => mockPauses.length > 2);
	expect(Math.max(...mockPauses)).toBe(1000);
});

test('leaves polls that fail to the next one, so that it can be ended meanwhile', async () => {
	await bench.webChat(JANE);
	const { warnings } = await watch(JANE);
	bench.sim.control.addFault({ kind: 'status', status: 503, match: { path: '/ccmessaging/poll', times: 2 } });
	await until(() => polls().some(({ status }) => status === 503));
	await until(() => polls().at(-1)?.status === 200);
	expect(jest.mocked(realClock.sleep)).not.toHaveBeenCalled();
	expect(mockPauses).toContain(4000);
	expect(warnings).toHaveLength(1);
});

test('ends with the workflow', async () => {
	await bench.webChat(JANE);
	const { closeFunction } = await watch(JANE);
	await closeFunction();
	const seen = polls().length;
	await new Promise((resolve) => setTimeout(resolve, 50));
	expect(polls()).toHaveLength(seen);
});

test.each([
	['no customer', ' , ', undefined, /no user ID/],
	['a user ID that is too long', 'x'.repeat(33), undefined, /more than 32 characters/],
	['no time zone', JANE, { timeZone: 'Nowhere' }, /no time zone/],
])('is not activated with %s', async (_what, userIds, options, message) => {
	await expect(watch(userIds, options)).rejects.toThrow(message);
	expect(polls()).toEqual([]);
});

test('gives an editor that listens what is there already, and then polls no more', async () => {
	await bench.webChat(JANE);
	await bench.webChat(JOHN);
	answer(JANE, ['Before']);
	const channelId = bench.tenant.webChat.channels[0].configId;
	const { first, closeFunction } = await listen(node, { credentials: bench.credentials, parameters: { userIds: `${JANE},${JOHN}`, channelId } });
	expect(await first).toMatchObject([{ userId: JANE, content: 'Before' }]);
	answer(JANE, ['Later']);
	const seen = polls().length;
	await new Promise((resolve) => setTimeout(resolve, 50));
	expect(polls()).toHaveLength(seen);
	await closeFunction();
});

test('tells what the first poll has found even when it is ended at once', async () => {
	await bench.webChat(JANE);
	answer(JANE, ['Before']);
	const { items, closeFunction } = await watch(JANE);
	await closeFunction();
	expect(items).toMatchObject([{ content: 'Before' }]);
});

test('is not activated where CEC lets nobody in, and leaves nothing running', async () => {
	bench.sim.control.addFault({ kind: 'status', status: 403, match: { path: '/ccmessaging/poll', times: 9 } });
	await expect(watch(`${JANE},${JOHN}`)).rejects.toThrow(/does not let this server in/);
	const seen = polls().length;
	await new Promise((resolve) => setTimeout(resolve, 50));
	expect(polls()).toHaveLength(seen);
});
