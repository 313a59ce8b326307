import type { Simulator } from '../../simulator';
import { type Ask, botDesk } from './bot-desk';
import { simulator } from './harness';

let sim: Simulator;
let ask: Ask;
beforeEach(async () => {
	sim = await simulator();
	ask = await botDesk(sim);
});
afterEach(async () => await sim.close());

const code = async (path: string, body: object): Promise<number> => (await ask(path, body)).body.errorCode;

describe('intents (10.10)', () => {
	const all = { language: 'en_US', pageNum: 1, pageSize: 5 };

	it('are those of a language and a domain, page by page', async () => {
		const { body } = await ask('intentions/query', all);
		expect(body).toMatchObject({ errorCode: 0, errorMsg: '', total: 10 });
		expect(body.intentions).toHaveLength(5);
		expect(body.intentions[0]).toEqual({ intentName: 'Tariffs', intentDesc: 'Tariffs', intentCmd: 'tariff' });
		const other = await ask('intentions/query', { ...all, language: 'zh_CN', domainInfo: { domainId: '10080' } });
		expect(other.body.total).toBe(2);
		sim.control.setBots({ answers: 'table' });
		expect((await ask('intentions/query', all)).body.intentions[0].intentName).toBe(
			'Telephone service/Tariffs-tariff',
		);
	});

	it('are asked for in pages of certain sizes', async () => {
		expect(await code('intentions/query', { ...all, pageSize: 7 })).toBe(10000002);
		expect(await code('intentions/query', { ...all, domainInfo: { domainId: 1 } })).toBe(10000002);
		expect(await code('intentions/query', { ...all, domainInfo: {} })).toBe(10000003);
	});
});

describe('spelling (10.13)', () => {
	it('is corrected in English', async () => {
		const checked = { sentence: 'My invioce is here.', language: 'en_US', checkerType: 'nonWordSpellChecker' };
		const { body } = await ask('spellcheck', checked);
		expect(body.hasMistake).toBe(true);
		expect(body.spellCheckerMatchList).toHaveLength(4);
		expect(body.spellCheckerMatchList[1]).toEqual({
			word: 'invioce',
			startIndex: 3,
			endIndex: 10,
			hasMistake: true,
			correctWord: 'invoice',
		});
		expect((await ask('spellcheck', { ...checked, checkerType: 'realWordSpellChecker' })).body.hasMistake).toBe(
			false,
		);
	});

	it('is corrected in Chinese, and in no other language', async () => {
		const checked = { sentence: '请座', language: 'zh_CN', checkerType: 'nonWordSpellChecker' };
		expect((await ask('spellcheck', checked)).body).toEqual({
			hasMistake: true,
			spellCheckerMatchList: [
				{ word: '请', startIndex: 0, endIndex: 1, hasMistake: false, correctWord: '请' },
				{ word: '座', startIndex: 1, endIndex: 2, hasMistake: true, correctWord: '坐' },
			],
		});
		const french = await ask('spellcheck', { ...checked, sentence: 'invioce', language: 'fr_FR' });
		expect(french.body.hasMistake).toBe(false);
		expect(await code('spellcheck', { ...checked, sentence: 'x'.repeat(4097) })).toBe(10000002);
	});
});

describe('tickets (10.17)', () => {
	it('are put into categories', async () => {
		const { body } = await ask('textClassification', {
			language: 'en_US',
			text: 'There is a wrong charge on my bill',
		});
		expect(Object.keys(body)).toEqual(['results']);
		expect(body.results[0]).toEqual({ label: 'Mobile - Invoice - Wrong charge', probability: expect.any(Number) });
		const probabilities = body.results.map((one: any) => one.probability);
		expect(probabilities).toEqual([...probabilities].sort((a, b) => b - a));
		expect((await ask('textClassification', { language: 'en_US', text: 'xyz' })).body).toEqual({ results: [] });
		expect(await code('textClassification', { language: 'fr_FR', text: 'x' })).toBe(10000002);
	});

	it('are searched for entities', async () => {
		const { body } = await ask('entityDetection', { language: 'en_US', sentence: 'Max for 447700900500' });
		expect(body.count).toBe(body.entityMsgV2List.length);
		expect(body.entityMsgV2List.map((one: any) => one.citation)).toEqual([
			'@system.any',
			'@system.env.time',
			'@system.env.date',
			'@system.phone',
			'@tariff',
		]);
		expect(body.entityMsgV2List[1].values).toEqual({
			'@system.env.time': '08:00',
			'@system.env.time.hour': '08',
			'@system.env.time.minute': '00',
		});
		expect(body.entityMsgV2List[4]).toEqual({
			citation: '@tariff',
			type: 0,
			userEntity: true,
			envEntity: false,
			beginIndex: 0,
			endIndex: 2,
			values: { '@tariff': 'Max', '@tariff.raw': 'Max' },
			formats: ['raw'],
		});
	});
});

describe('recognition (10.19)', () => {
	const said = { userId: 'customer-1', sentence: 'my bill and my tariff', language: 'en_US' };

	it('finds an intent, or as many as asked for', async () => {
		const { body } = await ask('speechrecognition', { ...said, sentence: 'my bill of month 3' });
		expect(body).toEqual({
			errorCode: 0,
			intentsResponses: [
				{
					scenarioStatus: 'finish',
					confidence: 0.8,
					responses: 'Your bill of this month is 24.90.',
					commands: 'bill',
					scenarioName: 'Bill',
					commandParams: { Number: '3' },
				},
			],
		});
		const both = { ...said, targetIntentCount: '2', confidence2Top: '0.5' };
		const found = (await ask('speechrecognition', both)).body.intentsResponses;
		expect(found.map((one: any) => one.commands)).toEqual(['tariff', 'bill']);
	});

	it('answers with lists as the tables have it when the control says so', async () => {
		sim.control.setBots({ answers: 'table' });
		const { body } = await ask('speechrecognition', said);
		expect(body.intentsResponses).toMatchObject([{ commands: ['tariff'], responses: [expect.any(String)] }]);
	});

	it('answers from the groups that are on', async () => {
		const asked = { ...said, sentence: 'When are the shops open?' };
		const { body } = await ask('speechrecognition', asked);
		expect(body.intentsResponses).toMatchObject([
			{ commands: 'systemQA', scenarioStatus: 'SUCCESS', simQuestions: ['What are your opening hours?'] },
		]);
		expect((await ask('speechrecognition', { ...said, sentence: 'xyz' })).body.intentsResponses).toEqual([]);
	});

	it.each([
		['an unknown domain', { domainList: ['1'] }],
		['an unknown group', { faqGroupList: [1] }],
		['a number for a text', { targetIntentCount: 2 }],
		['too many intents', { targetIntentCount: '6' }],
		['too far a distance', { confidence2Top: '2' }],
	])('is refused with %s', async (_, more) => {
		expect(await ask('speechrecognition', { ...said, ...more })).toMatchObject({
			status: 200,
			body: { errorCode: 10000002, errorMessage: expect.any(String) },
		});
	});
});
