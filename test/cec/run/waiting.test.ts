/** Calls: made once, whatever happens on the way, and waited for together. */
import type { IDataObject, INodeExecutionData, NodeApiError, NodeOperationError } from 'n8n-workflow';

import { HuaweiCecCall } from '../../../nodes/HuaweiCecCall/HuaweiCecCall.node';
import type { Fault } from '../../../simulator';
import { AGENT_PHONE, Bench, byId, item, rowsOf } from '../../support/bench';
import { execute } from '../../support/n8n';

const node = new HuaweiCecCall();

let bench: Bench;

beforeAll(async () => {
	bench = await Bench.start();
});
afterAll(async () => await bench.close());
beforeEach(() => {
	bench.reset();
	bench.moveClock();
});
afterEach(() => jest.restoreAllMocks());

const CREATE = { resource: 'twoPartyCall', operation: 'create', caller: AGENT_PHONE, called: '={{ $json.called }}' };
const WAIT = { ...CREATE, operation: 'createAndWait' };
const NOTIFY = {
	resource: 'voiceNotification',
	operation: 'create',
	called: '={{ $json.called }}',
	playList: rowsOf({ part: 'voice', voiceId: byId('1133790000000000001') }),
};

/** Numbers of so many customers, who all talk for so long. */
const customers = (count: number, talkSeconds = 30): INodeExecutionData[] =>
	Array.from({ length: count }, (_, index) => {
		const called = String(447700900100 + index);
		bench.sim.control.setCalls({ called, outcomes: [{ reason: 0, talkSeconds }] });
		return item({ called });
	});

const run = async (parameters: object, items: INodeExecutionData[], continueOnFail = false) =>
	await execute({
		node,
		credentials: bench.credentials,
		parameters: parameters as IDataObject,
		items,
		continueOnFail,
	});

const failure = async (...args: Parameters<typeof run>): Promise<NodeApiError | NodeOperationError> =>
	await run(...args).then(
		() => {
			throw new Error('It went through');
		},
		(error: NodeApiError) => error,
	);

const sent = (path: string) => bench.requests.filter((request) => request.path.includes(path));
const fault = (one: Fault) => bench.sim.control.addFault(one);
const looked = 'queryCallState';

describe('a call is made once', () => {
	const inDoubt: Array<[string, Omit<Fault, 'match'>, RegExp]> = [
		['the connection breaks after the request', { kind: 'resetAfter' }, /the connection to CEC broke off$/],
		['the connection breaks before the answer', { kind: 'resetBefore' }, /the connection to CEC broke off$/],
		[
			'the answer breaks off in the middle',
			{ kind: 'truncate' },
			/connection to CEC broke off|No answer from CEC/i,
		],
		['a gateway in front fails', { kind: 'status', status: 502 }, /CEC failed \(HTTP 502\)$/],
		['CEC is not in time', { kind: 'status', status: 504 }, /CEC failed \(HTTP 504\)$/],
		['CEC fails', { kind: 'status', status: 500 }, /CEC could not do this with the values given \(HTTP 500\)$/],
		['something else answers', { kind: 'body', body: '<html>' }, /something other than CEC answered$/],
		[
			'there is no serial number',
			{ kind: 'body', body: { retCode: '3' } },
			/ serial number for the call \(code 3\)$/,
		],
	];
	const waysToCall: Array<[string, object, string]> = [
		['two-party call', CREATE, 'createCall'],
		['two-party call that is waited for', WAIT, 'createCall'],
		['voice notification', NOTIFY, 'createVoiceNotification'],
	];

	describe.each(waysToCall)('%s', (_name, parameters, path) => {
		test.each(inDoubt)('when %s: it is in doubt, and how to find out is said', async (_case, one, words) => {
			fault({ ...one, match: { path, times: 9 } });
			const { message, description } = await failure(parameters, customers(1));
			expect(message).toMatch(/^It is not known whether CEC did this: /);
			expect(message).toMatch(words);
			expect(description).toMatch(/was not repeated\. Look with Call > Get Many for a call to this number/);
			expect(sent(path)).toHaveLength(1);
			expect(sent(looked)).toEqual([]);
		});

		test.each<[string, Omit<Fault, 'match'>, RegExp]>([
			['is busy', { kind: 'throttle' }, /^CEC asks for fewer requests/],
			['says when to come back', { kind: 'status', status: 503, headers: { 'retry-after': '1' } }, /HTTP 503/],
			['has no numbers', { kind: 'body', body: { retCode: '5' } }, /^CEC does not accept .*number.* \(code 5\)$/],
		])('when CEC %s: it was not made, and is not tried again either', async (_case, one, words) => {
			fault({ ...one, match: { path, times: 9 } });
			const { message } = await failure(parameters, customers(1));
			expect(message).toMatch(words);
			expect(message).not.toMatch(/not known/);
			expect(sent(path)).toHaveLength(1);
		});
	});

	test('code 1 of a two-party call leaves in doubt whether the call is there', async () => {
		const [customer] = customers(1);
		await run(CREATE, [customer]);
		const { message } = await failure(CREATE, [customer]);
		expect(message).toMatch(/^It is not known whether CEC did this: CEC could not add the call; .* \(code 1\)$/);
		expect(bench.state.calls).toHaveLength(1);
	});

	test('code 1 of a notification says that one to the number is not over', async () => {
		const [customer] = customers(1);
		await run(NOTIFY, [customer]);
		const { message } = await failure(NOTIFY, [customer]);
		expect(message).toBe('CEC still has an unfinished notification to this number (code 1)');
		expect(bench.state.notifications).toHaveLength(1);
	});

	test('the other items are called all the same when the node goes on after errors', async () => {
		fault({ kind: 'resetAfter', match: { path: 'createCall', skip: 1 } });
		const items = await run(CREATE, customers(3), true);
		expect(items.map(({ json }) => json.error === undefined)).toEqual([true, false, true]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
		expect(bench.state.calls.map(({ called }) => called)).toEqual(['447700900100', '447700900101', '447700900102']);
	});
});

describe('a call after others', () => {
	const wrong = { ...item({ called: 'nobody' }) };

	test('that fails says which were made, since running the node again makes them once more', async () => {
		const error = await failure(CREATE, [...customers(2), wrong]);
		expect(error.message).toBe('CEC does not accept one of the numbers (code 5)');
		expect(error.description).toContain('Items 0 to 1 were done before: running the node again does them once more.');
		expect(bench.state.calls).toHaveLength(2);
	});

	test('that is the first one says nothing of others', async () => {
		const error = await failure(CREATE, [wrong, ...customers(1)]);
		expect(error.description).not.toContain('done before');
		expect(bench.state.calls).toHaveLength(0);
	});

	test('that only asks says nothing of others', async () => {
		const ask = { resource: 'call', operation: 'getState', callSerialNo: '={{ $json.callSerialNo }}' };
		const error = await failure(ask, [item(await bench.phoneCall()), item({ callSerialNo: '1' })]);
		expect(error.description).not.toContain('done before');
	});
});

describe('waiting for the end of calls', () => {
	/** How many requests to this path were under way at the same time, and calls that were not over when one began. */
	function watch(path: string): { requests: () => number; calls: () => number } {
		const { control } = bench.sim;
		const highest = { requests: 0, calls: 0 };
		let running = 0;
		const take = control.faultList.take.bind(control.faultList);
		jest.spyOn(control.faultList, 'take').mockImplementation((method, target) => {
			if (target.includes(path)) {
				running += 1;
				highest.requests = Math.max(highest.requests, running);
				const going = bench.state.calls.filter(({ state }) => state !== 3).length;
				highest.calls = Math.max(highest.calls, going + 1);
			}
			return take(method, target);
		});
		const add = control.log.add.bind(control.log);
		jest.spyOn(control.log, 'add').mockImplementation((entry) => {
			if (entry.path.includes(path)) running -= 1;
			add(entry);
		});
		return { requests: () => highest.requests, calls: () => highest.calls };
	}

	test.each([
		[undefined, 8],
		[3, 3],
		[1, 1],
	])('with Items at Once %s: begun one after the other, waited for %i together', async (itemsAtOnce, together) => {
		fault({ kind: 'latency', ms: 15, match: { path: 'createCall', times: 20 } });
		const seen = watch('createCall');
		const items = customers(together + 3, 200);
		const options = itemsAtOnce === undefined ? {} : { itemsAtOnce };
		const ended = await run({ ...WAIT, options }, items);
		expect(seen.requests()).toBe(1);
		expect(seen.calls()).toBe(together);
		expect(ended.map(({ json }) => json.called)).toEqual(items.map(({ json }) => json.called));
		expect(ended.every(({ json }) => json.released === true && json.stateName === 'Ended')).toBe(true);
		expect(sent('createCall')).toHaveLength(together + 3);
	});

	test('gives what CEC tells of the end, and asks every two seconds', async () => {
		bench.sim.control.setCalls({ called: '447700900100', outcomes: [{ reason: 5 }] });
		const [{ json }] = await run(WAIT, [item({ called: '447700900100' })]);
		const [call] = bench.state.calls;
		expect(json).toMatchObject({
			success: true,
			callSerialNo: call.callSerialNo,
			released: true,
			state: 3,
			reasonCode: 5,
			reason: 'Customer did not answer',
			startedAt: '2026-03-02T08:00:00.000Z',
			// One second to begin, three with the agent, 45 of ringing.
			endedAt: '2026-03-02T08:00:48.000Z',
		});
		expect(sent(looked).map(({ body }) => body)).toEqual(
			new Array(sent(looked).length).fill({ callSerialNo: call.callSerialNo }),
		);
		expect(sent(looked)).toHaveLength(25);
	});

	test.each([0, 1, 4, 6, 8, 9, 10, 999])('a notification that ended for reason %i', async (reason) => {
		bench.sim.control.setCalls({ called: '447700900100', outcomes: [{ reason }] });
		const [{ json }] = await run({ ...NOTIFY, operation: 'createAndWait' }, [item({ called: '447700900100' })]);
		expect(json).toMatchObject({ released: true, reasonCode: reason });
		expect(bench.state.notifications).toHaveLength(1);
	});

	test('ends after as long as the user wants, which is no error', async () => {
		const began = bench.sim.clock.now();
		const [{ json }] = await run({ ...WAIT, waitMinutes: 2 }, customers(1, 600));
		expect(json).toMatchObject({
			success: true,
			callSerialNo: bench.state.calls[0].callSerialNo,
			released: false,
			state: 2,
			stateName: 'Talking',
		});
		expect(json).not.toHaveProperty('error');
		expect(bench.sim.clock.now() - began).toBe(120_000);
		expect(sent('createCall')).toHaveLength(1);
	});

	test('goes on over failures that pass', async () => {
		fault({ kind: 'resetBefore', match: { path: looked, skip: 2, times: 2 } });
		fault({ kind: 'status', status: 503, match: { path: looked, skip: 4 } });
		bench.sim.control.setCalls({ called: '447700900100', outcomes: [{ reason: 1, talkSeconds: 30 }] });
		const [{ json }] = await run(WAIT, [item({ called: '447700900100' })]);
		expect(json).toMatchObject({ released: true, reason: 'Agent hung up' });
		expect(sent('createCall')).toHaveLength(1);
	});

	test.each<[string, Omit<Fault, 'match'>, RegExp]>([
		['HTTP 400', { kind: 'status', status: 400 }, /CEC found the request malformed \(HTTP 400\)$/],
		['a code', { kind: 'body', body: { retCode: '1' } }, /CEC could not tell the state of the call \(code 1\)$/],
		['no answer, again and again', { kind: 'resetBefore' }, /[Tt]he connection to CEC broke off$/],
	])('a state that cannot be read (%s): names the call, and nobody is to call again', async (_name, one, words) => {
		fault({ ...one, match: { path: looked, skip: 1, times: 99 } });
		const error = await failure(WAIT, customers(1));
		const [{ callSerialNo }] = bench.state.calls;
		expect(error.message).toMatch(
			new RegExp(`^The call ${callSerialNo} was begun, but its end could not be seen: `),
		);
		expect(error.message).toMatch(words);
		expect(error.description).toMatch(/^Do not begin it again; ask for its state later\./);
		expect(sent('createCall')).toHaveLength(1);
	});

	test('a state that cannot be read leaves the serial number in the item that stands for the failure', async () => {
		fault({ kind: 'status', status: 400, match: { path: looked, times: 1 } });
		const items = await run({ ...WAIT, options: { itemsAtOnce: 1 } }, customers(2), true);
		const [first, second] = bench.state.calls;
		expect(items[0]).toMatchObject({
			json: { callSerialNo: first.callSerialNo, error: expect.stringContaining(first.callSerialNo) },
			pairedItem: { item: 0 },
		});
		expect(items[1].json).toMatchObject({ callSerialNo: second.callSerialNo, released: true });
	});

	describe('an answer without a serial number', () => {
		const answer = { kind: 'body', body: { retCode: '0', retMsg: 'ok' } } as const;

		test('is a success when nothing is waited for', async () => {
			fault({ ...answer, match: { path: 'createCall' } });
			expect((await run(CREATE, customers(1)))[0].json).toEqual({ success: true });
		});

		test.each([
			['nothing at all', {}],
			['an empty result', { result: {} }],
			['an empty number', { result: { callSerialNo: '' } }],
			['null', { result: null }],
		])('says that the end cannot be asked for (%s)', async (_name, more) => {
			fault({ kind: 'body', body: { ...answer.body, ...more }, match: { path: 'createCall' } });
			const error = await failure(WAIT, customers(1));
			expect(error.message).toBe('The call was begun, but CEC gave no number to ask for its end');
			expect(error.description).toMatch(/^Look with Call > Get Many for a call to this number/);
			expect(sent(looked)).toEqual([]);
		});
	});

	test.each<[string, (items: INodeExecutionData[]) => void, RegExp]>([
		[
			'a value that is missing',
			(items) => {
				items[2].json.called = '';
			},
			/^"Customer Phone" is missing$/,
		],
		[
			'a refusal',
			(items) => {
				items[2].json.called = 'nobody';
			},
			/ \(code 5\)$/,
		],
		[
			'a call in doubt',
			() => fault({ kind: 'status', status: 502, match: { path: 'createCall', skip: 2 } }),
			/^It is not known whether CEC did this/,
		],
	])('after %s nobody else is called, though more items could be waited for', async (_name, spoil, message) => {
		const items = customers(8);
		spoil(items);
		const error = await failure(WAIT, items);
		expect(error.message).toMatch(message);
		expect(error.context.itemIndex).toBe(2);
		// Whoever was still to be called would be by now.
		await bench.sim.clock.advance(300_000);
		await new Promise((resolve) => setTimeout(resolve, 50));
		expect(bench.state.calls.map(({ called }) => called)).toEqual(['447700900100', '447700900101']);
	});
});
