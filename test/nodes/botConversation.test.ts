/** What answers of a dialog mean, and how a conversation goes on where the simulator's bots never lead. */
import type { Operation, Steps } from '../../cec/catalogue/operation';
import { sendMessage } from '../../nodes/HuaweiCecBotDialog/conversation';
import { readTurn } from '../../nodes/HuaweiCecBotDialog/turn';

const turn = (outaction: number | string, outparams: object = {}) => readTurn({ outaction, outparams }, 'Europe/Berlin');
const prompt = (outparams: object) => turn(9, { prompt_type: '2', prompt_text: 'Hello', ...outparams });

test.each([
	['1000000', 'nothing', undefined],
	['1011201', 'keys', { most: 12, starCancels: false, hashConfirms: true }],
	['1020100', 'keys', { most: 1, starCancels: false, hashConfirms: false }],
	['1101200', 'words', undefined],
	['1200000', 'words', undefined],
	['1110411', 'wordsOrKeys', { most: 4, starCancels: true, hashConfirms: true }],
	['1220100', 'wordsOrKeys', { most: 1, starCancels: false, hashConfirms: false }],
	[undefined, 'words', undefined],
])('model %s awaits %s', (model, awaits, keys) => {
	const { message, ...read } = prompt({ model_type: model });
	expect(read).toEqual({ action: 'reply', awaits });
	expect(message?.keys).toEqual(keys);
});

test('whoever is recorded is waited for, although the prompt only plays', () => {
	expect(prompt({ prompt_type: '4', prompt_wav: 'Y:/1.wav', model_type: '1000000' })).toMatchObject({ awaits: 'recording', message: { type: 'record', file: 'Y:/1.wav' } });
});

test.each([
	['a card', '{"title":"Tariffs","items":[{"id":12345678901234567890}]}', { title: 'Tariffs', items: [{ id: '12345678901234567890' }] }, 'Tariffs'],
	['a list of cards', '[{"title":"One"},{"text":"Two"}]', [{ title: 'One' }, { text: 'Two' }], 'One\nTwo'],
	['hints for an agent', '{"Intend":"bill","call_script":"[{\\"intentcode\\":\\"bill\\"}]"}', { Intend: 'bill', call_script: [{ intentcode: 'bill' }] }, ''],
	['a text that only looks like JSON', '[1] Tariffs {see below}', undefined, '[1] Tariffs {see below}'],
	['a text that happens to be JSON', '[1]', undefined, '[1]'],
	['nothing', undefined, undefined, ''],
])('%s is read', (_what, prompt_text, content, text) => {
	expect(prompt({ prompt_text }).message).toMatchObject({ text, ...(content && { content }) });
});

test('the end has times with their zone, and as they came where they cannot be read', () => {
	expect(turn('10', { start_time: '2018090407:16:24', end_time: 'soon', release_reason: '1' }).end).toEqual({
		normal: false,
		startedAt: '2018-09-04T07:16:24.000+02:00',
		endedAt: 'soon',
	});
});

test.each([
	['1', undefined, { type: 'currentQueue', media: undefined }],
	['2', undefined, { type: 'queue', media: undefined }],
	['3', undefined, { type: 'agent', media: undefined }],
	['5', '3', { type: 'mediaSwitch', media: 'video' }],
	['5', '1', { type: 'mediaSwitch', media: 'audio' }],
	['9', undefined, { type: 'other', media: undefined }],
])('query %s to %s is told in words', (prompt_type, changeType, query) => {
	expect(turn(12, { prompt_type, changeType }).query).toMatchObject(query);
});

test.each([
	['1', 'queueByAccessCode'],
	['2', 'ivr'],
	['3', 'queueByName'],
	['4', 'agent'],
	['5', 'externalNumber'],
	['6', 'digitalAssistant'],
	['7', 'familiarAgent'],
	['8', 'queueOfAgent'],
	['31', 'familiarAgentByMessage'],
	['32', 'queueByMessage'],
	['33', 'agentByMessage'],
	['99', 'other'],
])('transfer %s is %s', (trans_type, type) => {
	expect(turn(11, { trans_type, route_value: 'x' }).transfer).toMatchObject({ type, typeCode: trans_type, target: 'x' });
});

describe('a row of prompts that does not end', () => {
	const PLAYED = { outaction: 9, outparams: { prompt_type: '2', prompt_text: 'Wait.', model_type: '1000000', inter_idx: '1' } };
	const ASKED = { outaction: 9, outparams: { prompt_type: '2', prompt_text: 'Yes?', model_type: '1100000', inter_idx: '2' } };

	/** A bot that plays so many prompts and then asks; what it was told. */
	function bot(prompts: number): { steps: Steps; told: string[] } {
		const told: string[] = [];
		const answer = async (_operation: Operation, values: Record<string, unknown>) => {
			told.push(String((values.inparams as { input?: string }).input ?? 'begin'));
			return told.length <= prompts ? PLAYED : ASKED;
		};
		const steps: Steps = {
			zone: 'UTC',
			ask: answer,
			tryTo: answer,
			begun: () => undefined,
			problem: (message) => new Error(message),
			itemsOf: async (operation, values) => [await answer(operation, values)],
			sleep: async () => undefined,
			now: () => 0,
			inTurn: async (_key, work) => await work(),
		};
		return { told, steps };
	}

	const given = { sessionId: 's', accessCode: 'a', message: 'Hello' };

	test('is left after ten, and goes on with the next message', async () => {
		const { steps, told } = bot(15);
		const first = await sendMessage(steps, { ...given, state: { open: false } });
		expect(told).toEqual(['begin', ...Array.from({ length: 10 }, () => 'playover')]);
		expect(first).toMatchObject({ action: 'reply', state: { open: true, awaits: 'nothing', interactionIndex: '1' } });
		expect(first.messages).toHaveLength(11);
		const second = await sendMessage(steps, { ...given, state: first.state });
		expect(told.slice(11)).toEqual([...Array.from({ length: 5 }, () => 'playover'), 'Hello']);
		expect(second).toMatchObject({ action: 'reply', state: { awaits: 'words', interactionIndex: '2' } });
		expect((second.messages as object[]).map((one) => (one as { text: string }).text)).toEqual([...Array.from({ length: 4 }, () => 'Wait.'), 'Yes?', 'Yes?']);
	});

	test('is never answered by the message itself', async () => {
		const { steps, told } = bot(Infinity);
		const { state } = await sendMessage(steps, { ...given, state: { open: false } });
		expect(await sendMessage(steps, { ...given, state })).toMatchObject({ state: { awaits: 'nothing' } });
		expect(told).not.toContain('Hello');
	});
});
