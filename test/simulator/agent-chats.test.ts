import type { Simulator } from '../../simulator';
import { Desk, refusal } from './agent-desk';
import { management, simulator } from './harness';

const SENT = { message: 'success', retcode: '0' };
const CHAT = 5;

let sim: Simulator;
let one: Desk;

const callsNow = (): any[] => (sim.control.state() as any).agentCalls.filter((call: any) => call.ended === undefined);
const chat = (callId: string): any => callsNow().find((call) => call.callId === callId);

/** Agents chat who can do everything and have the queue. */
async function chatting(userAccount: string, workNo: string, wishes: object = {}): Promise<Desk> {
	const request = await management(sim);
	const skills = [CHAT, 3].map((skillId) => ({ skillId, agentWeight: 1, skillWeight: 1 }));
	const { body } = await request('/apiaccess/rest/cc-management/v1/agentAccount/update', {
		userAccount,
		agentType: 99,
		skills,
	});
	expect(body.resultCode).toBe('0');
	return await Desk.open(sim, workNo, wishes);
}

const begin = async (fields: object = {}): Promise<string> =>
	(await sim.control.inbound({ skillId: CHAT, kind: 'chat', userId: 'u1', ...fields })).callId;

beforeEach(async () => {
	sim = await simulator();
	one = await chatting('agent.one', '101');
});
afterEach(async () => await sim.close());

describe('chats of agents', () => {
	it('begin with what the customer has written, and go on until dropped', async () => {
		const callid = await begin({ messages: ['Hello', 'Anybody there?'] });
		const who = { callid, caller: 'u1', called: '15550103' };
		const written = (message: string): object => ({
			...who,
			feature: 0,
			type: 'main',
			message,
			mediaAbility: '5',
			jsonKey: ['callid', 'caller', 'called', 'feature', 'type', 'message', 'mediaAbility'],
		});
		expect(await one.told()).toEqual([
			'AgentState_Busy',
			['AgentEvent_Auto_Answer', expect.objectContaining({ ...who, mediaAbility: '5' })],
			['AgentEvent_Incoming_CallInfo', expect.objectContaining({ callId: callid, mediaType: 53, skillId: CHAT })],
			['AgentEvent_Talking', { ...who, feature: '0', type: 'main', mediaAbility: '5' }],
			['AgentEvent_MessageData', written('Hello')],
			['AgentEvent_MessageData', written('Anybody there?')],
		]);
		await sim.control.message({ callId: callid, message: 'Hello?' });
		expect(await one.told()).toEqual([['AgentEvent_MessageData', written('Hello?')]]);
		await one.done('POST', `/dropcall/${callid}`);
		expect(await one.told()).toEqual([
			['AgentEvent_Call_Release', callid],
			['AgentEvent_Customer_Release', { callid, number: 'u1' }],
			'AgentState_Ready',
		]);
		await expect(sim.control.message({ callId: callid, message: 'x' })).rejects.toThrow('no chat');
	});

	it('go on beside each other, as many as the agent takes (6.1.5.2), and beside no call', async () => {
		const set = async (callnums: string, mediaType = '53'): Promise<any> =>
			await one.post('/mediacall/{}/setcallnums', { mediaType, callnums });
		expect(await set('61')).toEqual(refusal('106-003'));
		expect(await set('0')).toEqual(refusal('106-003'));
		expect(await set('40000')).toEqual(refusal('106-012'));
		expect(await set('2', '54')).toEqual(refusal('106-008'));
		expect(await set('many')).toEqual(refusal('000-002'));
		expect(await set('2')).toEqual(SENT);
		const ids = [await begin(), await begin({ userId: 'u2' }), await begin({ userId: 'u3' })];
		expect(ids.map((id) => chat(id).agents.length)).toEqual([1, 1, 0]);
		const { callId } = await sim.control.inbound({ skillId: 3 });
		await one.done('POST', `/dropcall/${ids[0]}`);
		expect(chat(ids[2]).waiting).toBeDefined();
		await one.done('POST', `/dropcall/${ids[1]}`);
		// Free again: whoever waits longest comes first.
		expect(chat(ids[2]).agents).toHaveLength(1);
		expect(chat(callId).waiting).toBeDefined();
	});

	it('are not for agents without WebM', async () => {
		const two = await chatting('agent.two', '102', { checkInWebm: false });
		await one.post('/onlineagent/{}/saybusy');
		const callid = await begin();
		expect(chat(callid).waiting).toBeDefined();
		expect(await two.post('/mediacall/{}/sendMessage', { callid, data: '{}' })).toEqual(refusal('106-001'));
	});
});

describe('sending messages (6.1.5.1)', () => {
	const message = {
		from: '202301032048582419',
		to: 'u1',
		channel: 'WEB',
		controlType: 'CHAT',
		mediaType: 'TEXT',
		messageCode: 'b72d414f-97ca-4897-bc9f-a727ad92ff12',
		senderNickname: 'Agent One',
		senderAvatar: 'DefaultAvatar',
		sendTime: '1678109503317',
		content: '<p>Good morning</p>',
		userId: 'u1',
	};
	let callid: string;
	const say = async (data: unknown, fields: object = {}): Promise<any> =>
		await one.post('/mediacall/{}/sendMessage', { callid, data, ...fields });
	const sayMessage = async (changes: object): Promise<any> => await say(JSON.stringify({ ...message, ...changes }));

	beforeEach(async () => {
		callid = await begin();
	});

	it('takes JSON in a string, of the words of the table', async () => {
		expect(await say(JSON.stringify(message), { userid: 'u1' })).toEqual(SENT);
		const picture = { mediaType: 'IMAGE', mediaFileType: 'png', contentType: '1' };
		expect(await sayMessage(picture)).toEqual(SENT);
		expect(chat(callid).chat.sent).toEqual([message, { ...message, ...picture }]);
	});

	it.each([
		['an object rather than a string', (): unknown => message, '000-002'],
		['nothing', (): unknown => '', '106-002'],
		['plain text', (): unknown => 'Good morning', '000-006'],
		['JSON of a text', (): unknown => '"Good morning"', '000-006'],
		['JSON of a list', (): unknown => JSON.stringify([message]), '000-006'],
		['single quotes', (): unknown => JSON.stringify(message).replace(/"/g, "'"), '000-006'],
	])('refuses %s', async (_what, data, code) => {
		expect(await say(data())).toEqual(refusal(code));
	});

	it.each([
		['no receiver', { to: undefined }, '106-011'],
		['an empty content', { content: '' }, '106-011'],
		['another control type', { controlType: 'DISCONNECT' }, '000-006'],
		['an unknown channel', { channel: 'FAX' }, '000-006'],
		['an unknown media type', { mediaType: 'FILE' }, '000-006'],
		['a file type of another media type', { mediaType: 'IMAGE', mediaFileType: 'gif' }, '000-006'],
		['a time that is none', { sendTime: 'now' }, '000-006'],
		['a key too many', { timestamp: '1' }, '000-006'],
		['more than 2048 bytes', { content: 'é'.repeat(900) }, '106-007'],
	])('refuses %s', async (_what, changes, code) => {
		expect(await sayMessage(changes)).toEqual(refusal(code));
	});

	it('belongs to a chat of the agent', async () => {
		const data = JSON.stringify(message);
		expect(await say(data, { callid: undefined })).toEqual(refusal('106-013'));
		expect(await say(data, { callid: '1-1' })).toEqual(refusal('106-014'));
		// The sample has it, and it is in no table.
		expect(await say(data, { content: 'x' })).toEqual(refusal('000-002'));
	});
});

describe('transferring chats (6.1.5.3)', () => {
	it('hands them over at once or on success, and refuses what cannot be', async () => {
		const callid = await begin();
		const move = async (fields: object): Promise<any> =>
			await one.post('/mediacall/{}/transfer', { callid, devicetype: 2, mode: 2, address: '102', ...fields });
		expect(await move({})).toEqual(refusal('106-006'));
		const two = await chatting('agent.two', '102', { autoanswer: false });
		await one.told();
		for (const [fields, code] of [
			[{ devicetype: 3 }, '106-004'],
			[{ devicetype: 5 }, '106-004'],
			[{ mode: 1 }, '106-010'],
			[{ callid: '1-1' }, '106-005'],
			[{ devicetype: 1, address: '99' }, '106-005'],
			[{ calldata: 'x'.repeat(2049) }, '106-009'],
			[{ skillId: 40_000 }, '106-012'],
			[{ foo: 1 }, '000-002'],
		] as const) {
			expect([fields, await move(fields)]).toEqual([fields, refusal(code)]);
		}
		expect(await move({ calldata: 'help' })).toEqual(SENT);
		await two.done('PUT', `/answer?callid=${callid}`);
		expect(await one.heard()).toEqual(['SuccTransResult', 'Call_Release', 'Ready']);
		expect(await two.heard()).toEqual(['Busy', 'Ringing', 'Incoming_CallInfo', 'Talking']);
		expect((await two.get(`/calldata/{}/appdata?callId=${callid}`)).result).toBe('help');
		const back = await two.post('/mediacall/{}/transfer', { callid, devicetype: 1, mode: 0, address: '5' });
		expect(back).toEqual(SENT);
		expect(await one.heard()).toEqual(['Busy', 'Auto_Answer', 'Incoming_CallInfo', 'Talking']);
	});
});

describe('pictures (6.1.5.4, 6.1.5.5)', () => {
	it('are connected and captured for a call of the agent', async () => {
		const callid = await begin();
		const ask = async (path: string, body: object): Promise<any> => await one.post(`/mediacall/{}${path}`, body);
		expect(await ask('/getconnectinfo', { callid })).toEqual(refusal('106-011'));
		expect(await ask('/getconnectinfo', { callid, userType: 'user' })).toEqual(refusal('106-015'));
		expect(await ask('/getconnectinfo', { callid: '1-1', userType: 'agent' })).toEqual(refusal('100-007'));
		const { result } = await ask('/getconnectinfo', { callid, userType: 'agent' });
		expect(result).toMatchObject({ userId: '101', port: '6500', appId: expect.any(String) });
		await one.told();
		expect(await ask('/imagecapture', { callid, userType: 'agent' })).toEqual(refusal('106-015'));
		expect(await ask('/imagecapture', { callid, userType: 'user' })).toEqual(SENT);
		await sim.clock.advance(1000);
		expect(await one.told()).toEqual([
			[
				'AgentEvent_ImageCapture',
				{
					callid,
					result: 0,
					filename: expect.stringMatching(/^F:\/1\/0\/20260302\/101\/\d{7}\.jpg$/),
					locationId: 256,
				},
			],
		]);
	});
});
