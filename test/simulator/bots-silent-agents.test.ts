import type { Simulator } from '../../simulator';
import { type Ask, botDesk, CHAT, type Talk, talk } from './bot-desk';
import { simulator } from './harness';

const ANSWERED = '880000000000000103';
const WATCHED = '880000000000000104';
const done = { errorCode: '0', errorMsg: '' };
const agent = { callId: 'call-1', agentId: '101' };

let sim: Simulator;
let ask: Ask;
let one: Talk;
beforeEach(async () => {
	sim = await simulator();
	ask = await botDesk(sim);
	one = await talk(sim, ANSWERED);
	await one.begin();
});
afterEach(async () => await sim.close());

/** What the feed would tell the silent agent, once the platform waits for one. */
async function waiting(): Promise<{ nodeId: string; nodeIndex: number; saying: string }> {
	for (;;) {
		const [found] = (sim.control.state() as any).bots.waitingForSilentAgents;
		if (found) return found;
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
}

const inOwnWords = (node: object, replyIntentContent: string): object => ({
	...agent,
	...node,
	replyType: 1,
	replyIntentCode: 'slientInsertReply',
	replyIntentName: 'slientInsertReply',
	replyIntentContent,
});

describe('answers of silent agents (10.11.2)', () => {
	it('are those of the bot, in words of their own', async () => {
		const said = one.hear('1', 'Do you sell bread?');
		const { nodeId, nodeIndex, saying } = await waiting();
		expect(saying).toBe('Do you sell bread?');
		const given = inOwnWords({ nodeId, nodeIndex }, 'Not yet.');
		expect((await ask('flow/receiveDialogrecord', given)).body).toEqual(done);
		expect((await said).outparams).toMatchObject({ prompt_text: 'Not yet.', responseSource: 1 });
		// Nothing waits any more.
		expect((await ask('flow/receiveDialogrecord', given)).body.errorCode).toBe('10000002');
		const { body } = await ask('queryHistory', { params: { userMobile: '447700900500' } });
		expect(body.beans[1]).toMatchObject({ responseSource: '1', systemReply: 'Not yet.' });
	});

	it('may be an intent, which the flow goes on with', async () => {
		const said = one.hear('1', 'it costs too much');
		const { nodeId } = await waiting();
		const intent = { replyIntentCode: 'tariff', replyIntentName: 'Tariffs', replyIntentContent: 'I see.' };
		expect((await ask('flow/receiveDialogrecord', { ...agent, nodeId, ...intent })).body).toEqual(done);
		expect((await said).outparams.prompt_text).toBe('I see.\nHow many gigabytes do you use in a month?');
	});

	it("are the bot's own when nobody answers for twenty seconds", async () => {
		const said = one.hear('1', 'my bill');
		await waiting();
		await sim.clock.advance(20_000);
		expect((await said).outparams).toMatchObject({
			prompt_text: 'What is your telephone number?',
			responseSource: 0,
		});
	});

	it('are refused', async () => {
		const said = one.hear('1', 'my bill');
		const { nodeId, nodeIndex } = await waiting();
		const code = async (body: object): Promise<string> =>
			(await ask('flow/receiveDialogrecord', body)).body.errorCode;
		const good = inOwnWords({ nodeId, nodeIndex }, 'a');
		expect(await code({ ...good, nodeId: 'node_other' })).toBe('10000002');
		expect(await code({ ...good, nodeIndex: nodeIndex + 1 })).toBe('10000002');
		expect(await code({ ...good, replyIntentCode: 'bill' })).toBe('10000002');
		expect(await code({ ...good, callId: 'call-2' })).toBe('10000002');
		expect(await code({ ...good, tenantId: undefined })).toBe('10000003');
		expect(await code(good)).toBe('0');
		await said;
	});

	it('are not waited for by somebody who has left', async () => {
		const said = one.hear('1', 'my bill');
		await waiting();
		await expect(one.hear('1', 'hello?')).rejects.toThrow('HTTP 500');
		expect((await one.hangUp()).outaction).toBe(10);
		expect((await said).outaction).toBe(10);
		expect((sim.control.state() as any).bots.waitingForSilentAgents).toEqual([]);
	});
});

describe('the mode of a conversation (10.11.1)', () => {
	const change = async (workMode: string, more: object = {}): Promise<any> =>
		(await ask('flow/changeWorkMode', { ...agent, workMode, ...more })).body;
	const toColleague = { callTransferType: '4', callTransferRouteValue: '102', callTransferTransData: 'a=1' };

	it('goes from answering to watching, and to the bot alone', async () => {
		expect(await change('1')).toEqual(done);
		expect(await one.say('my bill')).toMatch(/telephone number/);
		expect(await change('0')).toEqual(done);
		expect((await change('2')).errorCode).toBe('10000002');
	});

	it('leaves the bot to answer what is waiting', async () => {
		const said = one.hear('1', 'my bill');
		await waiting();
		await change('1');
		expect((await said).outparams.responseSource).toBe(0);
	});

	it('hands a waiting customer on', async () => {
		const said = one.hear('1', 'my bill');
		await waiting();
		expect(await change('3', { callTransferRequest: toColleague })).toEqual(done);
		const { outaction, outparams } = await said;
		expect(outaction).toBe(11);
		expect(outparams).toMatchObject({ trans_type: '4', route_value: '102', trans_data: 'a=1' });
		expect((await one.transferred('1')).body.outparams.prompt_text).toMatch(/^I am sorry, nobody is free/);
	});

	it('hands a watched customer on with the next answer', async () => {
		one = await talk(sim, WATCHED, 'call-2');
		await one.begin();
		const watched = { callId: 'call-2', callTransferRequest: { ...toColleague, callTransferNumber: '15550100' } };
		expect(await change('3', watched)).toEqual(done);
		expect((await one.hear('1', 'my bill')).outparams).toMatchObject({ calling_num: '15550100' });
		await one.transferred('0');
		const { outaction } = (await one.transferred('0', { input: 'hangup' })).body;
		expect(outaction).toBe(10);
	});

	it('is refused', async () => {
		expect((await change('3')).errorCode).toBe('10000003');
		const nowhere = { callTransferRequest: { ...toColleague, callTransferRouteValue: '' } };
		expect((await change('3', nowhere)).errorCode).toBe('10000002');
		const other = await talk(sim, CHAT, 'call-2');
		await other.begin();
		expect((await change('1', { callId: 'call-2' })).errorCode).toBe('10000002');
		expect((await change('1', { callId: 'call-3' })).errorCode).toBe('10000002');
	});
});

it('lets whoever waits go when everything starts anew', async () => {
	const said = one.send(9, { flow_result_type: '1', input: 'my bill' });
	await waiting();
	sim.control.reset();
	expect((await said).status).toBe(200);
});
