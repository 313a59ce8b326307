/** What is special about the calls of agents: what is sent for which choice, what is refused before, and what is read of the answers. */
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { HuaweiCecAgentWorkspace } from '../../nodes/HuaweiCecAgentWorkspace/HuaweiCecAgentWorkspace.node';
import { Bench, byId, CALL_DATA, CUSTOMER, item, SECOND_CUSTOMER } from '../support/bench';
import { execute } from '../support/n8n';

const node = new HuaweiCecAgentWorkspace();
const CALL_ID = '1455885056-1095';

let bench: Bench;

beforeAll(async () => {
	bench = await Bench.start();
	bench.moveClock();
});
afterAll(async () => {
	jest.restoreAllMocks();
	await bench.close();
});
beforeEach(() => bench.reset());

/** What the items hold, without their session. */
const run = async (
	resource: string,
	operation: string,
	parameters: object,
	items: INodeExecutionData[] = [item()],
): Promise<IDataObject[]> => {
	const given = { resource, operation, confirm: true, ...parameters } as IDataObject;
	const out = await execute({ node, credentials: bench.credentials, parameters: given, items });
	return out.map(({ json: { session, ...json } }) => {
		expect(session).toMatch(/^cec1\./);
		return json;
	});
};

const failure = async (...args: Parameters<typeof run>): Promise<Error & { description: string }> =>
	await run(...args).then(
		() => {
			throw new Error('It went through');
		},
		(error: Error & { description: string }) => error,
	);

/** The last request below this resource of the gateway. */
const lastTo = (resource: string) => {
	const { path, query, body } = bench.requests
		.filter((request) => request.path.includes(`/${resource}/101/`))
		.at(-1)!;
	return { path: path.split('/101/')[1].split('?')[0], query, body };
};

const answerWith = (path: string, result: unknown): void =>
	bench.sim.control.addFault({ kind: 'body', match: { path }, body: { message: '', retcode: '0', result } });

const toNumber = { devicetype: 5, address: SECOND_CUSTOMER };
const toNumberOnWire = (mode: number) => ({ ...toNumber, mode });

describe('on the wire, whatever CEC says to it', () => {
	test.each<[string, string, object, object]>([
		[
			'callOut',
			'numbers as numbers',
			{ called: '123', additionalFields: { skillid: 3, mediaability: 2 } },
			{ body: { called: '123', skillid: 3, mediaability: 2 } },
		],
		[
			'callOut',
			'what is left empty not at all',
			{ called: '123', additionalFields: { caller: '', callappdata: '' } },
			{ body: { called: '123' } },
		],
		['callAgent', 'no media', { called: '102' }, { path: 'callinner', body: { called: '102' } }],
		['answer', 'no ID', {}, { path: 'answer', query: {} }],
		['answer', 'the ID', { callid: CALL_ID }, { path: 'answer', query: { callid: CALL_ID } }],
		['takeBack', 'no ID', {}, { path: 'gethold', query: {} }],
		['connectHeld', 'the ID', { callid: CALL_ID }, { path: `connecthold/${CALL_ID}`, query: {} }],
		['sendDigits', 'a hash as a digit', { number: '1*#' }, { path: 'seconddialex', query: { number: '1*#' } }],
		[
			'askForHelp',
			'no word of holding for two',
			{ dstaddress: '102' },
			{ body: { devicetype: 2, dstaddress: '102', mode: 1 } },
		],
		[
			'askForHelp',
			'holding for three',
			{ devicetype: 1, dstaddress: '2', mode: 2, additionalFields: { holdflag: false } },
			{ body: { devicetype: 1, dstaddress: '2', mode: 2, holdflag: false } },
		],
		[
			'transfer',
			'the queue for an agent',
			{ devicetype: 2, address: '102', mode: 2, additionalFields: { skillId: 2 } },
			{ body: { devicetype: 2, address: '102', mode: 2, skillId: 2 } },
		],
		[
			'transfer',
			'the modes of flows',
			{ devicetype: 3, address: '90501', ivrMode: 1 },
			{ body: { devicetype: 3, address: '90501', mode: 1 } },
		],
		['transfer', 'the modes of numbers', { ...toNumber, numberMode: 1 }, { body: toNumberOnWire(1) }],
		[
			'transfer',
			'a number that talks first',
			{ ...toNumber, numberMode: 3, additionalFields: { caller: '15550102', mediaability: 1 } },
			{ body: { ...toNumberOnWire(3), caller: '15550102', mediaability: 1 } },
		],
		[
			'transfer',
			'a number, all three',
			{ ...toNumber, numberMode: 4, additionalFields: { caller: '15550102', holdflag: false } },
			{ body: { ...toNumberOnWire(4), caller: '15550102', holdflag: false } },
		],
		['startThreePartyCall', 'the ID', { callid: CALL_ID }, { path: 'confjoin', body: { callid: CALL_ID } }],
		['end', 'the ID', { callid: CALL_ID }, { path: `dropcall/${CALL_ID}` }],
		['hangUp', 'the newer address', {}, { path: 'release' }],
		['releaseNumber', 'zeros that lead', { number: '0044770' }, { path: 'disconnect/0044770' }],
		['switchMedia', 'video', {}, { path: 'mediaswitch', query: { mediaType: '3' } }],
		['setVideoLayout', 'a number', { mode: 3 }, { body: { mode: 3 } }],
		[
			'request',
			'a public queue',
			{ callid: CALL_ID, skillid: 3 },
			{ path: `requestcall/${CALL_ID}/0`, query: { skillid: '3' } },
		],
		['answerForAgent', 'the agent', { destWorkNo: 102 }, { path: 'snatchpickup', query: { destWorkNo: '102' } }],
		['reject', 'the mode alone', { mode: 2 }, { path: 'reject', body: { mode: 2 } }],
		['reject', 'both', { mode: 1, callid: CALL_ID }, { body: { mode: 1, callid: CALL_ID } }],
	])('%s: %s', async (operation, _what, parameters, expected) => {
		const session = await bench.agentSession();
		await run('call', operation, { session, ...parameters }).catch(() => undefined);
		const request = lastTo('voicecall');
		expect(request).toMatchObject(expected);
		if ('body' in expected) expect(request.body).toEqual(expected.body);
		if ('query' in expected) expect(request.query).toEqual(expected.query);
	});

	test('data of a call travel in BASE64, and come back as they were', async () => {
		const { session, callId } = await bench.agentTalking();
		const callData = '{"名": "Zoë"}\nsecond line';
		await run('callData', 'set', { session, callData, additionalFields: { callId } });
		expect(lastTo('calldata').body).toEqual({
			callid: callId,
			calldata: Buffer.from(callData).toString('base64'),
			isDataEncoded: true,
		});
		expect(await run('callData', 'get', { session })).toEqual([{ calldata: callData }]);
		expect(lastTo('calldata').query).toEqual({ isEncodeResult: 'true' });
	});
});

describe('before anything is sent', () => {
	test.each<[string, string, object, string]>([
		['call', 'callOut', { called: '+44 7700' }, '"Phone" may hold only digits, * and #'],
		['call', 'callOut', { called: '1', additionalFields: { caller: 'Sales' } }, '"Caller" may hold only digits'],
		['call', 'sendDigits', { number: 'one' }, '"Digits" may hold only digits, * and #'],
		['call', 'releaseNumber', { number: '1*' }, '"Phone or Agent ID" may hold only digits'],
		['call', 'answerForAgent', { destWorkNo: byId('Agent Two') }, '"Agent" may hold only digits'],
		['callData', 'getCallIds', { agentId: byId('../101') }, '"Agent" may hold only digits'],
		['callData', 'getWaitingCalls', { skillId: byId('sales') }, '"Skill Queue" may hold only digits'],
	])('%s/%s: %j', async (resource, operation, parameters, message) => {
		const session = await bench.agentSession();
		expect((await failure(resource, operation, { session, ...parameters })).message).toBe(message);
		expect(bench.requests.some(({ path }) => /voicecall|calldata/.test(path))).toBe(false);
	});

	test.each<[string, string, object, RegExp]>([
		['call', 'callOut', { called: '1'.repeat(25) }, /"Phone".*24/],
		['call', 'transfer', { devicetype: 5, address: '1'.repeat(25), numberMode: 2 }, /"Target".*24/],
		['call', 'callOut', { called: '1', additionalFields: { callappdata: 'ü'.repeat(8193) } }, /"Call Data".*16384/],
		['callData', 'set', { callData: 'ü'.repeat(8193) }, /"Call Data".*16384/],
	])('%s/%s refuses what is too long or out of bounds', async (resource, operation, parameters, message) => {
		const session = await bench.agentSession();
		expect((await failure(resource, operation, { session, ...parameters })).message).toMatch(message);
		expect(bench.requests.some(({ path }) => /voicecall|calldata/.test(path))).toBe(false);
	});
});

describe('what becomes of calls', () => {
	interface Going {
		ended?: number;
		waiting?: object;
		agents: Array<{ workNo: string; state: string }>;
		phones: Array<{ number: string; state: string }>;
	}

	/** Who is in each call that goes on, without who is just talking. */
	const going = (): string[] =>
		(bench.sim.control.state() as { agentCalls: Going[] }).agentCalls
			.filter(({ ended }) => ended === undefined)
			.map(({ agents, phones, waiting }) =>
				[
					...agents.map(({ workNo, state }) => (state === 'talking' ? workNo : `${workNo} ${state}`)),
					...phones.map(({ number, state }) => (state === 'talking' ? number : `${number} ${state}`)),
					...(waiting ? ['waiting'] : []),
				].join(', '),
			);

	const talking = async () => await bench.agentTalking();
	const ringing = async () => await bench.agentRinging();
	const withTwoCalls = async () => await bench.agentWithTwoCalls();
	const withColleague = async () => {
		await bench.agentSession({}, 1);
		return await bench.agentTalking();
	};
	const helped = async () => {
		const onCall = await withColleague();
		await run('call', 'askForHelp', { session: onCall.session, dstaddress: '102' });
		await bench.sim.clock.advance(5000);
		return onCall;
	};
	const threeOnTheLine = async () => {
		const onCall = await talking();
		bench.staysOnThePhone(SECOND_CUSTOMER);
		await run('call', 'transfer', { session: onCall.session, ...toNumber, numberMode: 4 });
		await bench.sim.clock.advance(15_000);
		return onCall;
	};
	const elsewhere = async () => {
		const { callId } = await bench.agentRinging(1);
		return { session: await bench.agentSession(), callId };
	};
	const queued = async () => {
		const callId = await bench.customerWaiting(4);
		return { session: await bench.agentSession(), callId };
	};

	type Situation = () => Promise<{ session: string; callId: string }>;
	const toColleague = { devicetype: 2, address: '102' };

	test.each<[string, string, Situation, string, object | undefined, string[]]>([
		['answered', 'a call', ringing, 'answer', {}, [`101, ${CUSTOMER}`]],
		['rejected', 'a call', ringing, 'reject', { mode: 1 }, [`${CUSTOMER}, waiting`]],
		['rejected for good', 'a call', ringing, 'reject', { mode: 2 }, []],
		['held', 'a call', talking, 'hold', {}, [`101 held, ${CUSTOMER}`]],
		['hung up', 'a call', talking, 'hangUp', {}, []],
		['hung up', 'one of two', withTwoCalls, 'hangUp', {}, [`101 held, ${CUSTOMER}`]],
		['ended', 'the one on hold', withTwoCalls, 'end', undefined, [`101, ${SECOND_CUSTOMER}`]],
		['connected', 'two calls', withTwoCalls, 'connectHeld', undefined, [`${CUSTOMER}, ${SECOND_CUSTOMER}`]],
		[
			'joined',
			'two calls',
			withTwoCalls,
			'startThreePartyCall',
			undefined,
			[`101, ${CUSTOMER}, ${SECOND_CUSTOMER}`],
		],
		['handed over', 'a call', withColleague, 'transfer', { ...toColleague, mode: 0 }, [`102, ${CUSTOMER}`]],
		[
			'handed over with success',
			'a call',
			withColleague,
			'transfer',
			{ ...toColleague, mode: 2 },
			[`102, ${CUSTOMER}`],
		],
		['handed over after help', 'a call', helped, 'connectHeld', undefined, [`102, ${CUSTOMER}`]],
		['gone on with after help', 'a call', helped, 'releaseNumber', { number: '102' }, [`101 held, ${CUSTOMER}`]],
		['brought back', 'a call', threeOnTheLine, 'cancelTransfer', {}, [`101, ${CUSTOMER}`]],
		['left to two', 'a call of three', threeOnTheLine, 'hangUp', {}, [`${CUSTOMER}, ${SECOND_CUSTOMER}`]],
		[
			'answered',
			'the call of another agent',
			elsewhere,
			'answerForAgent',
			{ destWorkNo: 102 },
			[`101, ${CUSTOMER}`],
		],
		['taken', 'a call that waits', queued, 'request', { skillid: 4 }, [`101, ${CUSTOMER}`]],
	])('%s: %s', async (_what, _call, situation, operation, parameters, expected) => {
		const { session, callId } = await situation();
		const named = parameters === undefined || operation === 'request' ? { callid: callId } : {};
		expect(await run('call', operation, { session, ...named, ...parameters })).toEqual([{ success: true }]);
		await bench.sim.clock.advance(5000);
		expect(going()).toEqual(expected);
	});

	test('an agent calls a number, and another agent', async () => {
		const session = await bench.agentSession();
		await bench.agentSession({}, 1);
		bench.staysOnThePhone(SECOND_CUSTOMER);
		const [{ callId }] = await run('call', 'callOut', { session, called: SECOND_CUSTOMER });
		await bench.sim.clock.advance(15_000);
		expect(going()).toEqual([`101, ${SECOND_CUSTOMER}`]);
		expect(await run('callData', 'getCall', { session })).toMatchObject([
			{ callid: callId, callTypeName: 'Outgoing' },
		]);
		await run('call', 'hold', { session });
		const [inner] = await run('call', 'callAgent', { session, called: '102' });
		await bench.sim.clock.advance(5000);
		expect(going()).toEqual([`101 held, ${SECOND_CUSTOMER}`, '101, 102']);
		expect(await run('callData', 'getCallById', { session, callId: inner.callId })).toMatchObject([
			{ callTypeName: 'Internal', called: '102' },
		]);
	});
});

describe('in the answers', () => {
	test('nobody on hold, nothing before an answer and nobody waiting are no items, and no call is an empty one', async () => {
		const session = await bench.agentSession();
		expect(await run('callData', 'getHeldCalls', { session })).toEqual([]);
		expect(await run('callData', 'getCallBeforeAnswer', { session })).toEqual([]);
		expect(await run('callData', 'getWaitingCalls', { session, skillId: 3 })).toEqual([]);
		expect(await run('callData', 'getCall', { session })).toEqual([{}]);
		expect(await run('callData', 'countCalls', { session })).toEqual([{ calls: 0 }]);
	});

	test('every call on hold is an item', async () => {
		const { session, callId } = await bench.agentWithTwoCalls();
		await bench.asAgent(0, session, 'POST', 'voicecall/{agentid}/hold');
		const held = await run('callData', 'getHeldCalls', { session });
		expect(held).toMatchObject([
			{ callid: callId, callerNumber: CUSTOMER, callTypeName: 'Incoming' },
			{ called: SECOND_CUSTOMER, callTypeName: 'Outgoing' },
		]);
		expect(await run('callData', 'countCalls', { session })).toEqual([{ calls: 2 }]);
		expect(await run('callData', 'getCallIds', { session, agentId: 101 })).toEqual(
			held.map(({ callid }) => ({ callid })),
		);
	});

	const sample = {
		callfeature: 7,
		callid: CALL_ID,
		caller: 10086,
		called: 70943,
		begintime: 1476070413000,
		endtime: null,
	};
	const inWords = { callTypeName: 'Outgoing', callerNumber: '10086', called: '70943' };

	test.each<[string, string, object]>([
		['getCallBeforeAnswer', 'callinbeforeanswer', {}],
		['getCallById', 'callinfobycallid', { callId: CALL_ID }],
		['getHeldCalls', 'holdlist', {}],
	])('%s reads a list as well as an object', async (operation, path, parameters) => {
		const session = await bench.agentSession();
		for (const result of [sample, [sample]]) {
			bench.sim.control.clearFaults();
			answerWith(path, result);
			expect(await run('callData', operation, { session, ...parameters })).toMatchObject([inWords]);
		}
	});

	test('the number that was dialled has one name, however CEC spells it', async () => {
		const session = await bench.agentSession();
		for (const name of ['orgcallednum', 'orgicallednum']) {
			bench.sim.control.clearFaults();
			answerWith('callinbeforeanswer', [{ ...sample, [name]: '12345678' }]);
			expect(await run('callData', 'getCallBeforeAnswer', { session })).toMatchObject([
				{ orgicallednum: '12345678' },
			]);
		}
	});

	test('times become dates, and what has none stays without', async () => {
		const session = await bench.agentSession();
		answerWith('callinbeforeanswer', [sample]);
		const [call] = await run('callData', 'getCallBeforeAnswer', { session });
		expect(call).toMatchObject({ begintime: 1476070413000, beganAt: '2016-10-10T03:33:33.000Z' });
		expect(call.endedAt ?? null).toBeNull();
	});

	test('transfers are counted under one name, and calls as a number', async () => {
		const session = await bench.agentSession();
		for (const name of ['transfernums', 'transferrnums']) {
			bench.sim.control.clearFaults();
			answerWith('statistics', { talktime: 1, [name]: 4 });
			expect(await run('callData', 'getStatistics', { session })).toMatchObject([{ transfernums: 4 }]);
		}
		answerWith('callnums', '2');
		expect(await run('callData', 'countCalls', { session })).toEqual([{ calls: 2 }]);
	});

	test('data that were not encoded are taken as they are', async () => {
		const session = await bench.agentSession();
		answerWith('appdata', CALL_DATA);
		expect(await run('callData', 'get', { session })).toEqual([{ calldata: CALL_DATA }]);
	});

	test('a call to an agent without an ID is no failure', async () => {
		const session = await bench.agentSession();
		answerWith('callinner', {});
		const [begun] = await run('call', 'callAgent', { session, called: '102' });
		expect(begun).not.toHaveProperty('callId');
	});
});

test('many questions are asked no faster than CEC lets one agent ask', async () => {
	const session = await bench.agentSession();
	const items = Array.from({ length: 12 }, () => item());
	// One after the other: waits that go on at once would each move the clock.
	const parameters = { session, options: { itemsAtOnce: 1 } };
	expect(await run('callData', 'countCalls', parameters, items)).toEqual(items.map(() => ({ calls: 0 })));
	expect(bench.requests.filter(({ section }) => section === '6.1.3.8')).toHaveLength(items.length);
});

test.each<[string, object]>([
	['end', { callid: CALL_ID }],
	['hangUp', {}],
	['releaseNumber', { number: '102' }],
])('no call is ended with "%s" unless that was confirmed', async (operation, parameters) => {
	const { session, callId } = await bench.agentTalking();
	const { message } = await failure('call', operation, { session, confirm: false, ...parameters });
	expect(message).toMatch(/was not confirmed$/);
	expect(await run('callData', 'getCall', { session })).toMatchObject([{ callid: callId }]);
});

test('an old gateway, which has only the other address, hangs up as well', async () => {
	const { session } = await bench.agentTalking();
	bench.sim.control.addFault({ kind: 'status', status: 404, match: { path: '/release' } });
	expect(await run('call', 'hangUp', { session })).toEqual([{ success: true }]);
	expect(bench.requests.filter(({ section }) => section === '6.1.2.16').map(({ path, status }) => [path.split('/voicecall')[1], status])).toEqual([
		['/101/release', 404],
		['/101', 200],
	]);
	expect(await run('callData', 'countCalls', { session })).toEqual([{ calls: 0 }]);
});

test.each<[string, object]>([
	['request', { callid: CALL_ID, skillid: byId('3') }],
	['answerForAgent', { destWorkNo: byId('102') }],
])('what makes the phone of the agent ring ("%s") is never repeated', async (operation, parameters) => {
	const session = await bench.agentSession();
	bench.sim.control.addFault({ kind: 'status', status: 503, match: { path: '/voicecall/', times: 9 } });
	await failure('call', operation, { session, ...parameters });
	expect(bench.requests.filter(({ path }) => path.includes('/voicecall/'))).toHaveLength(1);
});

test('a call whose answer is lost is not made again, and how to find out is said', async () => {
	const session = await bench.agentSession();
	bench.sim.control.addFault({ kind: 'resetAfter', match: { path: 'callout', times: 9 } });
	const { message, description } = await failure('call', 'callOut', { session, called: SECOND_CUSTOMER });
	expect(`${message} ${description}`).toMatch(
		/It is not known whether CEC did this.*Look at the events of the agent/s,
	);
	expect(bench.requests.filter(({ section }) => section === '6.1.2.1')).toHaveLength(1);
});
