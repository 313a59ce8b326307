import type { Simulator } from '../../simulator';
import { tenant } from '../../simulator';
import { CHAT, HOTLINE, type Talk, talk } from './bot-desk';
import { minutes, simulator } from './harness';

let sim: Simulator;
beforeEach(async () => {
	sim = await simulator();
});
afterEach(async () => await sim.close());

const MATCHING = '880000000000000105';
const TICKET = '880000000000000106';

describe('a conversation in writing', () => {
	let one: Talk;
	beforeEach(async () => {
		one = await talk(sim);
		await one.begin();
	});

	it('begins with all that is to be said before the first question', () => {
		expect(one.last).toEqual({
			userid: 'call-1',
			outaction: 9,
			outparams: {
				call_id: 'call-1',
				prompt_type: '3',
				prompt_text:
					'Welcome to Example Telecom.\nThis conversation is recorded.\n' +
					'What can I do for you? Tariff, bill, lost SIM card, technician or a person?',
				language: '1',
				responseSource: 0,
			},
		});
	});

	it('goes on for more than twenty turns, from one matter to the next, to its end', async () => {
		const lines: Array<[said: string, answered: RegExp]> = [
			['Hello', /What can I do/],
			['I want another tariff', /How many gigabytes/],
			['about 20', /"title":"Tariffs for 20 GB a month"/],
			['Max', /change your tariff to Max/],
			['yes', /From which day/],
			['tomorrow', /^Done: Max from tomorrow on\.\nIs there anything else/],
			['my bill', /telephone number/],
			['447700900500', /which month/],
			['February', /^The bill of February for 447700900500 is 24\.90\.\nDo you want the details/],
			['yes', /^Tariff 19\.90.*\nIs a charge wrong/],
			['yes', /Which charge/],
			['the calls', /look into "the calls"/],
			['I lost my SIM', /Which telephone number/],
			['447700900500', /When were you born/],
			['4 May 1980', /Shall I block/],
			['yes please', /^The SIM card of 447700900500 is blocked/],
			['yes', /Where shall we send it/],
			['1 Main Street', /on its way to 1 Main Street/],
			['an appointment', /postcode/],
			['12345', /What is the matter/],
			['The line is dead', /Which day/],
			['Monday', /morning or in the afternoon/],
			['in the morning', /call you/],
			['447700900500', /^Monday, morning, 12345/],
			['yes', /comes on Monday in the morning/],
			['no', /How satisfied are you/],
			['5', /^Thank you\. Goodbye\.$/],
		];
		for (const [said, answered] of lines) expect(await one.say(said)).toMatch(answered);
		expect((await one.hear('1', 'bye')).outaction).toBe(10);
		expect(lines.length).toBeGreaterThan(20);
	});

	it('shows a card as JSON in a text', async () => {
		await one.say('tariff');
		const { outparams } = await one.hear('1', '20');
		expect(outparams.prompt_type).toBe('7');
		expect(JSON.parse(outparams.prompt_text).items).toHaveLength(3);
		expect(await one.say('xyz')).toBe('Sorry, I did not understand that.');
		expect(await one.say('Basic')).toMatch(/change your tariff to Basic/);
	});

	it('asks again, and hands on after three misunderstandings', async () => {
		expect(await one.say('xyz')).toMatch(/^Sorry, I did not understand that\.\nWhat can I do/);
		expect(await one.say('xyz')).toMatch(/^Sorry/);
		expect(await one.say('xyz')).toMatch(/What shall I tell the agent/);
	});

	it('answers questions of activated groups in between', async () => {
		expect(await one.say('When are the shops open?')).toMatch(/^Our shops are open.*\nWhat can I do/);
	});

	it('asks about a queue, and tells what it was told', async () => {
		await one.say('a person please');
		const asked = await one.hear('1', 'a complaint');
		// Not even a userid, as in the sample.
		expect(asked).toEqual({
			outaction: 12,
			outparams: { call_id: 'call-1', prompt_type: '2', skill_id: '5', moduleName: 'Queue' },
		});
		const told = await one.hear('3', 'playover', {}, { queueIndex: '2', estimateTime: '90', agentCount: '5' });
		expect(told.outparams.prompt_text).toMatch(/would be 2, about 90 seconds/);
	});

	async function toTransfer(): Promise<any> {
		await one.say('a person please');
		await one.hear('1', 'a complaint');
		await one.hear('3', 'playover');
		return await one.hear('1', 'yes');
	}

	it('hands on to a queue, and wants to be hung up when that has worked', async () => {
		const { outaction, outparams } = await toTransfer();
		expect(outaction).toBe(11);
		expect(outparams).toEqual({
			call_id: 'call-1',
			call_sor_id: '447700900500',
			trans_type: '3',
			route_value: 'webchat',
			trans_data: '{"reason":"a complaint"}',
		});
		expect((await one.transferred('0', { input: '' })).body).toMatchObject({ outaction: 10 });
		expect((await one.send(9, { flow_result_type: '1', input: 'hello?' })).status).toBe(500);
		const { body } = await one.transferred('0', { input: 'hangup' });
		expect(body).toMatchObject({ outaction: 10, outparams: { release_reason: '0' } });
		expect((await one.transferred('0', { input: 'hangup' })).status).toBe(500);
	});

	it('goes on when handing on has failed', async () => {
		await toTransfer();
		const { body } = await one.transferred('1');
		expect(body.outparams.prompt_text).toMatch(/^I am sorry, nobody is free right now\.\nIs there anything else/);
	});

	it('ends when the customer leaves', async () => {
		const { outaction, outparams } = await one.hangUp();
		expect(outaction).toBe(10);
		expect(outparams).toEqual({
			call_id: 'call-1',
			call_sor_id: '447700900500',
			call_dst_id: CHAT,
			start_time: '2026030208:00:00',
			end_time: '2026030208:00:00',
			release_reason: '0',
		});
		await expect(one.say('hello?')).rejects.toThrow('HTTP 500');
	});

	it('is forgotten after half an hour of silence, and may begin again then', async () => {
		expect((await one.send(8, { call_sor_id: '447700900500' })).status).toBe(500);
		await sim.clock.advance(minutes(30) + 1);
		await expect(one.say('hello?')).rejects.toThrow('HTTP 500');
		expect((await one.begin()).outaction).toBe(9);
	});

	it('takes only what it has asked for', async () => {
		await expect(one.keys('1')).rejects.toThrow('HTTP 500');
		await expect(one.played()).rejects.toThrow('HTTP 500');
		await expect(one.hear('1', 'tariff', { inter_idx: '1' })).rejects.toThrow('HTTP 500');
		expect((await one.transferred('0')).status).toBe(500);
	});

	it.each([
		['no input', { flow_result_type: '1' }],
		['a number as type', { flow_result_type: 1, input: 'tariff' }],
		['keys that are none', { flow_result_type: '2', input: 'tariff' }],
		['a literal that is none', { flow_result_type: '-1', input: 'tariff' }],
		['a field of its own', { flow_result_type: '1', input: 'tariff', more: 'x' }],
		[
			'the two names that an edit has merged',
			{
				flow_result_type: '1',
				input: 'tariff',
				refeedbackContentcordFileName: 'x',
			},
		],
		['another call', { flow_result_type: '1', input: 'tariff', call_id: 'call-2' }],
		['too long an input', { flow_result_type: '1', input: 'x'.repeat(1025) }],
	])('is refused with %s', async (_, given) => {
		expect((await one.send(9, given)).status).toBe(400);
	});

	it('is refused to a bot that does not exist, and to one of another tenant', async () => {
		expect((await one.send(9, { flow_result_type: '1', input: 'x', call_dst_id: HOTLINE })).status).toBe(500);
		const nowhere = await talk(sim, '4711', 'call-9');
		expect((await nowhere.send(8, { call_sor_id: '1' })).status).toBe(500);
	});
});

it('speaks Chinese where the flow does', async () => {
	const one = await talk(sim, '880000000000000102');
	expect((await one.begin()).outparams).toMatchObject({
		language: '0',
		prompt_text: expect.stringContaining('您好'),
	});
	expect(await one.say('查询话费')).toBe('您当月累计消费100元。');
	expect((await one.hear('1', '谢谢')).outaction).toBe(10);
});

describe('the second version (10.6)', () => {
	it('is the same below the VDN', async () => {
		const one = await talk(sim, CHAT, 'call-1', { version: 'v2' });
		expect((await one.begin()).outaction).toBe(9);
		// The conversations are the same as well.
		expect(await (await talk(sim)).say('tariff')).toMatch(/gigabytes/);
	});
});

it('answers as the tables have it when the control says so', async () => {
	sim.control.setBots({ answers: 'table' });
	const one = await talk(sim, HOTLINE);
	expect(await one.begin()).toMatchObject({ ret: 0, userid: 'call-1', outaction: 9 });
	for (let i = 0; i < 3; i++) await one.played();
	expect(await one.keys('0')).toMatchObject({ ret: 0, userid: 'call-1', outaction: 12 });
});

describe('a call', () => {
	let one: Talk;
	beforeEach(async () => {
		one = await talk(sim, HOTLINE);
		await one.begin('447700900500', { cti_callid: '1772438400-1', suilu_region_id: '025', entrance_id: '03' });
	});
	const toMenu = async (): Promise<any> => {
		await one.played();
		await one.played();
		return await one.played();
	};

	it('begins with several prompts to be played', async () => {
		expect(one.last.outparams).toMatchObject({
			prompt_type: '1',
			prompt_wav: 'welcome',
			model_type: '1000000',
			inter_idx: '1',
			timeout: '10',
			flowRecordFlag: '0',
			flowRecordPath: 'Y:/1/odfsrecord/20260302/call-1.wav',
		});
		expect((await one.played()).outparams).toMatchObject({
			prompt_type: '2',
			model_type: '1000000',
			inter_idx: '2',
		});
		expect((await one.played()).outparams).toMatchObject({ prompt_type: '2', model_type: '1000000' });
		expect((await one.played()).outparams).toMatchObject({ model_type: '1010100', inter_idx: '4' });
	});

	it('wants the number of the last answer', async () => {
		await one.played();
		const { status } = await one.send(9, { flow_result_type: '3', input: 'playover', inter_idx: '1' });
		expect(status).toBe(500);
		expect((await one.played()).outaction).toBe(9);
	});

	it('takes keys, no more than it says, and nothing spoken', async () => {
		await toMenu();
		await expect(one.keys('12')).rejects.toThrow('HTTP 500');
		await expect(one.hear('1', 'bill')).rejects.toThrow('HTTP 500');
		expect((await one.keys('1')).outparams.model_type).toBe('1011201');
		expect((await one.keys('447700900')).outparams.prompt_text).toBe('The balance of 447700900 is 24.90.');
		expect((await one.played()).outparams.model_type).toBe('1110100');
		expect((await one.hear('1', 'yes')).outparams.prompt_text).toBe('Goodbye.');
		expect((await one.played()).outparams).toMatchObject({
			start_time: '2026030208:00:00',
			release_reason: '0',
			entrance_id: '03',
			suilu_region_id: '025',
		});
		expect((await one.hangUp()).outaction).toBe(10);
	});

	it('asks again when nothing is heard, and gives up after three times', async () => {
		await toMenu();
		expect((await one.hear('-1', 'timeout')).outparams.prompt_text).toMatch(/^One for your balance/);
		expect((await one.hear('-1', 'nomatch')).outaction).toBe(9);
		expect(await one.hear('-1', 'timeout')).toMatchObject({ outaction: 10, outparams: { release_reason: '1' } });
		await expect(one.played()).rejects.toThrow('HTTP 500');
		expect(await one.hangUp()).toMatchObject({ outaction: 10, outparams: { release_reason: '1' } });
	});

	it('understands what is said', async () => {
		await toMenu();
		expect((await one.keys('2')).outparams.model_type).toBe('1100000');
		const { outaction, outparams } = await one.hear('1', 'I need a technician');
		expect(outaction).toBe(11);
		expect(outparams).toEqual({
			call_id: 'call-1',
			call_sor_id: '447700900500',
			trans_type: '5',
			route_value: '15550180',
			calling_num: '15550100',
			record_path: 'Y:/1/transferrecord/20260302/call-1.wav',
			inter_idx: '6',
			trans_idx: '1',
		});
	});

	it('records the caller', async () => {
		await toMenu();
		expect((await one.keys('3')).outparams).toMatchObject({
			prompt_type: '4',
			prompt_wav: 'Y:/1/odfsrecord/20260302/call-1.wav',
			tone: 'true',
		});
		await expect(one.played()).rejects.toThrow('HTTP 500');
		const { outparams } = await one.hear('4', 'recordend', { recordFileName: 'Y:/record/1/message.wav' });
		expect(outparams.prompt_text).toBe('Thank you for your message.');
	});

	it('has the call switched to video, shows a film, asks about a queue, hands on to it', async () => {
		await toMenu();
		const { outaction, outparams: asked } = await one.keys('4');
		expect([outaction, asked]).toEqual([12, { call_id: 'call-1', prompt_type: '5', changeType: '3', moduleName: 'Switch', inter_idx: '5' }]);
		expect((await one.hear('3', 'playover', { call_media_type: '3' })).outparams).toMatchObject({
			prompt_type: '5',
			prompt_wav: expect.stringMatching(/3gp$/),
		});
		await one.played();
		expect((await one.keys('0')).outparams).toMatchObject({ prompt_type: '2', skill_id: '4', inter_idx: '8' });
		const { outparams } = await one.hear('3', 'playover', {}, { queueIndex: '1' });
		expect(outparams).toMatchObject({ trans_type: '1', route_value: '15550101' });
	});

	it('may be hung up while it is handed on', async () => {
		await toMenu();
		await one.keys('0');
		await one.hear('3', 'playover');
		expect((await one.transferred('1', { input: 'hangup' })).body.outaction).toBe(10);
		expect((await one.transferred('1')).status).toBe(500);
	});
});

describe('help for agents (seat)', () => {
	it('finds intents, moods and words to beware of', async () => {
		const one = await talk(sim, MATCHING, 'call-1', { seat: 'ass' });
		await one.begin();
		const { outparams } = await one.hear('1', 'I have a complaint about my bill', {
			IACmd: 'match',
			TextSource: 'customer',
		});
		expect(JSON.parse(outparams.prompt_text)).toMatchObject({
			sentiment_analysis: 'negative',
			role: 'customer',
			sensitive_word: { 违禁语: ['complaint'] },
			Intend: 'Bill',
			call_script_matchedstep: 'bill',
		});
	});

	it('finds the fields of a ticket', async () => {
		const one = await talk(sim, TICKET, 'call-1', { seat: 'ass' });
		await one.begin();
		const { outparams } = await one.hear('1', 'Tariff Max for 447700900500', { IACmd: 'match' });
		expect(JSON.parse(outparams.prompt_text)).toEqual([
			{ beginIndex: '15', endIndex: '26', type: '@system.phone', entity: '447700900500', tag: 'phone' },
			{ beginIndex: '7', endIndex: '9', type: '@tariff', entity: 'Max', tag: '@tariff' },
		]);
	});

	it('is not for customers, nor bots for agents', async () => {
		expect((await (await talk(sim, MATCHING)).send(8, { call_sor_id: '1' })).status).toBe(500);
		expect((await (await talk(sim, CHAT, 'c', { seat: 'ass' })).send(8, { call_sor_id: '1' })).status).toBe(500);
	});
});

it('knows the VDN of the tenant only', async () => {
	const url = `${sim.url}/oifde/rest/v2/crs/process/${tenant.vdnId + 1}`;
	const { token } = (await talk(sim)) as unknown as { token: string };
	const inparams = { call_id: 'c', call_sor_id: '1', call_dst_id: CHAT, auth_token: token };
	const body = JSON.stringify({ userid: 'c', inaction: 8, inparams });
	const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
	expect(response.status).toBe(500);
});
