/** Setting bots up: what is sent and read beyond what the test of every operation looks at, and the lists to pick from. */
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { allFields } from '../../cec/catalogue/operation';
import { HuaweiCecBotManagement } from '../../nodes/HuaweiCecBotManagement/HuaweiCecBotManagement.node';
import { catalogue } from '../../nodes/HuaweiCecBotManagement/catalogue';
import { pickers } from '../../nodes/HuaweiCecBotManagement/pickers';
import { Bench, byId, CUSTOMER, rowsOf } from '../support/bench';
import { execute, loadOptions, searchList, testCredential } from '../support/n8n';
import { ACCESS_CODE, bindingOf, botState, DOMAIN, FLOW, groups, OTHER_FLOW, QUEUE, ROBOT } from './botManagement/shared';

const node = new HuaweiCecBotManagement();

let bench: Bench;

beforeAll(async () => {
	bench = await Bench.start();
	bench.moveClock();
});
afterAll(async () => {
	jest.restoreAllMocks();
	await bench.close();
});
beforeEach(async () => {
	bench.reset();
	await bench.renewBotToken();
	bench.sim.control.clearRequests();
});

async function run(resource: string, operation: string, parameters: object, items?: INodeExecutionData[]): Promise<IDataObject[]> {
	const given = { resource, operation, ...parameters } as IDataObject;
	const found = await execute({ node, credentials: bench.credentials, parameters: given, items });
	return found.map(({ json }) => json);
}

/** Secrets as the simulator notes them. */
const HIDDEN = '***';

const lastBody = () => bench.requests.at(-1)?.body as IDataObject;

test('a token that CEC has forgotten is fetched anew', async () => {
	await run('domain', 'getMany', {});
	bench.sim.control.expireTokens();
	expect(await run('domain', 'getMany', {})).toHaveLength(2);
	expect(bench.requests.map(({ section }) => section)).toEqual(['10.2', '10.2', '4.4', '10.2']);
});

test('the credential is proved', async () => {
	const { huaweiCecBotApi } = bench.credentials;
	expect(await testCredential(node, 'huaweiCecBotApiTest', huaweiCecBotApi)).toMatchObject({ status: 'OK' });
	const wrong = { ...huaweiCecBotApi, appSecret: 'wrong' };
	expect(await testCredential(node, 'huaweiCecBotApiTest', wrong)).toMatchObject({ status: 'Error' });
});

describe('dialog bindings', () => {
	const chatbot = { source: 'OIFDE', dialogType: 3 };

	test('are read in pages of a size that CEC takes, as texts', async () => {
		expect(await run('dialogBinding', 'getMany', { source: 'OIFDE', limit: 3 })).toHaveLength(3);
		expect(lastBody()).toMatchObject({ source: 'OIFDE', pageNum: '1', pageSize: '5' });
	});

	test('of bots and of IVRs are two lists', async () => {
		const codes = async (source: string) => (await run('dialogBinding', 'getMany', { source, returnAll: true })).map(({ accessCode }) => accessCode);
		expect(await codes('IVR')).toEqual(['30502']);
		expect(await codes('OIFDE')).toHaveLength(7);
	});

	test('are created, changed and deleted', async () => {
		const code = '880000000000000201';
		await run('dialogBinding', 'create', { ...chatbot, flowCode: byId(FLOW), additionalFields: { accessCode: code, description: 'Second' } });
		const { accessId } = bindingOf(bench, code);
		const updateFields = { flowCode: byId(OTHER_FLOW), domainId: byId(DOMAIN) };
		await run('dialogBinding', 'update', { ...chatbot, accessId: byId(accessId), description: '', updateFields });
		expect(bindingOf(bench, code)).toMatchObject({ accessId, description: '', flowCode: OTHER_FLOW, domainId: DOMAIN, source: 'OIFDE' });
		await run('dialogBinding', 'delete', { source: 'OIFDE', accessIdList: [accessId], confirm: true });
		expect(lastBody()).not.toHaveProperty('source');
		expect(botState(bench).bindings.map(({ accessCode }) => accessCode)).not.toContain(code);
	});

	test('are not created without description and mode', async () => {
		const nameless = run('dialogBinding', 'create', { ...chatbot, flowCode: byId(FLOW), additionalFields: { accessCode: '880000000000000201' } });
		await expect(nameless).rejects.toThrow('Give a "Description" or a "Mode"');
		expect(bench.requests).toEqual([]);
	});

	test('are replaced in the mode for that', async () => {
		const { accessId } = bindingOf(bench);
		await run('dialogBinding', 'create', { ...chatbot, flowCode: byId(OTHER_FLOW), additionalFields: { accessCode: ACCESS_CODE, createFlag: 1 } });
		expect(lastBody()).toMatchObject({ createFlag: '1' });
		expect(bindingOf(bench)).toMatchObject({ flowCode: OTHER_FLOW });
		expect(bindingOf(bench).accessId).not.toBe(accessId);
	});
});

test('long IDs of flows keep all their digits', async () => {
	const [{ flowId }] = await run('flow', 'getMany', { source: 'OIFDE' });
	expect(flowId).toBe('202603010800000001');
});

describe.each(['sample', 'table'] as const)('conversations, as in the %s', (answers) => {
	beforeEach(() => bench.sim.control.setBots({ answers }));

	test('are told in plain words', async () => {
		const callId = await bench.botConversation();
		const [record] = await run('conversationRecord', 'getMany', { callId });
		expect(record).toMatchObject({ callId, customerId: CUSTOMER });
		expect(record.turns).toContainEqual({ said: 'my bill', intent: 'Bill(bill)', reply: 'What is your telephone number?', repliedBy: 'Bot' });
		expect(lastBody()).toMatchObject({ pageNum: '1', pageSize: '50' });
	});
});

test('conversations of nobody in particular are not asked for', async () => {
	await expect(run('conversationRecord', 'getMany', {})).rejects.toThrow('Give a "Customer ID"');
	expect(bench.requests).toEqual([]);
});

test('times are sent in the zone of the workflow', async () => {
	const filters = { beginTime: '2026-03-02T07:00:00Z', endTime: '2026-03-02T09:00:00Z' };
	await bench.botConversation();
	expect(await run('conversationRecord', 'getMany', { customerId: CUSTOMER, filters })).toHaveLength(1);
	expect(lastBody()).toMatchObject({ beginTime: '2026-03-02 07:00:00', endTime: '2026-03-02 09:00:00' });
	const later = { beginTime: '2026-03-02T09:00:00Z' };
	expect(await run('conversationRecord', 'getMany', { customerId: CUSTOMER, filters: later })).toEqual([]);
});

test('the last conversation of somebody who has never called is empty', async () => {
	expect(await run('conversationRecord', 'getLast', { customerId: '447700900999' })).toEqual([]);
});

describe('FAQ groups', () => {
	const find = (name: string) => groups(bench).find((group) => group.name === name);

	test('are created, changed, switched on and deleted', async () => {
		await run('faqGroup', 'create', { name: 'Travel', description: '', language: 'en_US' });
		expect(lastBody()).toMatchObject({ model: { id: -1, description: '', language: 'en_US' } });
		const { id } = find('Travel')!;
		await run('faqGroup', 'update', { faqGroupId: byId(id), name: 'Abroad', description: 'Roaming' });
		expect(lastBody()).toMatchObject({ model: { id, language: '' } });
		await run('faqGroup', 'changeStatus', { faqGroupId: byId(id), on: true });
		expect(find('Abroad')).toMatchObject({ id, description: 'Roaming', on: true, language: 'en_US' });
		await run('faqGroup', 'delete', { faqGroupIds: [id], confirm: true });
		expect(find('Abroad')).toBeUndefined();
	});

	test('that are not active answer in a test of their own only', async () => {
		const [{ id }] = groups(bench);
		await run('faqGroup', 'changeStatus', { faqGroupId: byId(id), on: false });
		const asked = { sentence: 'When are the shops open?', user: 'n8n' };
		expect(await run('faqGroup', 'test', { faqGroupId: byId(id), ...asked })).toMatchObject([{ reply: expect.stringMatching(/^Our shops/) }]);
		const [nothing] = await run('faqGroup', 'testActive', { ...asked, language: 'en_US' });
		expect(nothing).toEqual({ answer: null, similarFaqs: [] });
	});
});

describe('FAQs', () => {
	const parameters = () => ({ faqGroupId: byId(groups(bench)[0].id), question: 'Do you repair phones?', answer: 'Yes.', variantsInput: 'json' });
	const added = () => botState(bench).faqs.find(({ question }) => question === 'Do you repair phones?')!;

	test('take variants as an expression gives them, and as they were read', async () => {
		const json = { asked: [{ statement: 'Can you mend my phone, please?' }], words: '[{ "w": "repair" }]' };
		const additionalFields = { simQuestionsJson: '={{ $json.asked }}', keywordsJson: '={{ $json.words }}' };
		await run('faq', 'create', { ...parameters(), additionalFields }, [{ json }]);
		expect(lastBody()).toMatchObject({
			model: { id: -1, simQuestions: [{ statement: 'Can you mend my phone, please?', type: 'Q' }], keywords: [{ w: 'repair' }] },
		});
		const { faqGroupId } = parameters();
		const [read] = await run('faq', 'getMany', { faqGroupId, filters: { name: 'repair' } });
		expect(read).toMatchObject({ groupId: groups(bench)[0].id, simQuestions: [{ id: expect.any(Number), type: 'Q' }] });
		const updateFields = { simAnswersJson: '={{ $json.simQuestions }}', simQuestionsJson: '={{ $json.simQuestions }}', keywordsJson: '={{ $json.keywords }}' };
		await run('faq', 'update', { ...parameters(), faqId: byId(Number(read.id)), updateFields }, [{ json: read }]);
		expect(added()).toMatchObject({
			simQuestions: [{ statement: 'Can you mend my phone, please?', type: 'Q' }],
			simAnswers: [{ statement: 'Can you mend my phone, please?', type: 'A' }],
			keywords: [{ w: 'repair' }],
		});
	});

	test('have no keywords with a bar in them', async () => {
		const additionalFields = { keywordsJson: '[{ "w": "a|b" }]' };
		await expect(run('faq', 'create', { ...parameters(), additionalFields })).rejects.toThrow('"Keyword" may hold only');
	});

	test('name their group by either key', async () => {
		const [{ id }] = groups(bench);
		for (const answers of ['sample', 'table'] as const) {
			bench.sim.control.setBots({ answers });
			expect(await run('faq', 'getMany', { faqGroupId: byId(id) })).toMatchObject([{ groupId: id }, { groupId: id }]);
		}
	});
});

test('intents are asked for with the number of their domain', async () => {
	const found = await run('intent', 'getMany', { language: 'en_US', returnAll: true, filters: { domainId: byId(DOMAIN) } });
	expect(found.length).toBeGreaterThan(5);
	expect(lastBody()).toMatchObject({ domainInfo: { domainId: DOMAIN }, pageNum: 1, pageSize: 100 });
	await run('intent', 'getMany', { language: 'en_US', limit: 7 });
	expect(lastBody()).toMatchObject({ pageSize: 10 });
	expect(lastBody()).not.toHaveProperty('domainInfo');
});

const today = { day: '2026-03-02T15:00:00' };

describe('another account than that of the tenant', () => {
	const sent = (section: string) => bench.requests.filter((request) => request.section === section).at(-1)!;

	const inHeaders: Array<[section: string, resource: string, operation: string, parameters: object]> = [
		['10.13', 'text', 'checkSpelling', { text: 'My adress', language: 'en_US', checkerType: 'nonWordSpellChecker' }],
		['10.15.1', 'report', 'getCalls', { ...today, accessCode: byId(ACCESS_CODE), type: 'hour' }],
		['10.15.2', 'report', 'getReplies', { ...today, accessCode: byId(ACCESS_CODE), type: 'hour' }],
		['10.15.3', 'report', 'getKnowledge', { ...today, type: 'day' }],
		['10.15.4', 'report', 'getTopBots', { ...today, type: 'day' }],
		['10.17.1', 'text', 'classify', { text: 'My sim card is stolen', language: 'en_US' }],
		['10.17.2', 'text', 'findEntities', { text: 'the tariff Plus', language: 'en_US' }],
	];

	test.each(inHeaders)('%s: a system of the platform has its token in headers', async (section, resource, operation, parameters) => {
		await bench.botConversation();
		await bench.actAsBotAccount('system');
		expect((await run(resource, operation, parameters)).length).toBeGreaterThan(0);
		const { headers, body } = sent(section);
		expect(headers).toMatchObject({ username: 'ipcc', token: HIDDEN });
		expect(body).not.toHaveProperty('authToken');
	});

	test('has a token that has expired renewed, too', async () => {
		await bench.actAsBotAccount('system');
		await bench.sim.clock.advance(3601 * 1000);
		bench.sim.control.clearRequests();
		expect(await run('text', 'classify', { text: 'My sim card is stolen', language: 'en_US' })).not.toEqual([]);
		expect(bench.requests.map(({ section }) => section)).toEqual(expect.arrayContaining(['4.4', '10.17.1']));
	});

	test('may hand in transcripts, as none other may', async () => {
		const transcript = {
			success: true,
			code: '0',
			recordingId: 'recording-of-900402',
			latticesInput: 'fields',
			lattices: rowsOf({ lid: 0, begin: 0, end: 900, onebest: 'The phone you called is switched off.', spk: 0 }),
		};
		await expect(run('speech', 'handInTranscript', transcript)).rejects.toThrow('(HTTP 401)');
		await bench.actAsBotAccount('recognizer');
		expect(await run('speech', 'handInTranscript', transcript)).toEqual([{ success: true }]);
		expect(sent('10.22').headers).toMatchObject({ username: 'ODFS_SYS_OPENAPI' });
		expect(lastBody()).toMatchObject({ body: { state: { code: '0', success: true } } });
		await bench.actAsBotAccount('tenant');
		const found = await run('callFailure', 'getMany', { beginTime: '2026-03-02T00:00:00', endTime: '2026-03-03T00:00:00' });
		expect(found[1]).toMatchObject({ calleeNo: '447700900402', reason: 'Phone Is Off', asrTransResult: 'The phone you called is switched off.' });
	});

	test('says that nothing was understood, without any piece', async () => {
		await bench.actAsBotAccount('recognizer');
		const nothing = { success: false, code: '11', recordingId: 'recording-of-900402', latticesInput: 'fields' };
		await run('speech', 'handInTranscript', nothing);
		expect(lastBody()).toMatchObject({ body: { body: { lattices: [] } } });
	});
});

describe('what needs no token', () => {
	test('has none, and needs none to be fetched', async () => {
		bench.sim.control.expireTokens();
		expect(await run('platform', 'checkHealth', {})).toEqual([{ success: true }]);
		expect(bench.requests.map(({ section, method }) => `${section} ${method}`)).toEqual(['10.23 GET']);
		const { headers, body } = bench.requests[0];
		expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(['token']));
		expect(body).toBe('');
	});

	test.each([
		['a word', 'UP'],
		['JSON', { status: 'UP' }],
	])('is healthy whatever it says with HTTP 200, such as %s', async (_name, body) => {
		bench.sim.control.addFault({ kind: 'body', status: 200, body });
		expect(await run('platform', 'checkHealth', {})).toEqual([{ success: true }]);
	});

	test('is not healthy with another status', async () => {
		bench.sim.control.addFault({ kind: 'status', status: 500 });
		await expect(run('platform', 'checkHealth', {})).rejects.toThrow('HTTP 500');
	});

	test('are sentences, which have the token of their own', async () => {
		const { callId, serviceToken } = await bench.capturedCall();
		bench.sim.control.clearRequests();
		const text = 'A technician, s’il vous plaît: 100% *sure* ~ (now)!';
		const about = { respType: 'NormalResult', isFinal: true, confidence: 0.25, start: 0, end: 900 };
		await run('speech', 'handInSentence', { serviceToken, taskID: callId, text, ...about });
		expect(bench.requests.map(({ section }) => section)).toEqual(['10.12']);
		expect(lastBody()).toEqual({
			serviceToken: HIDDEN,
			taskID: callId,
			respType: 'NormalResult',
			sentence: { text: expect.stringMatching(/^A\+technician%2C\+s%E2%80%99il/), isFinal: true, confidence: 0.25, st: 0, et: 900 },
		});
		const { captures } = botState(bench) as unknown as { captures: IDataObject[] };
		expect(captures).toMatchObject([{ results: [{ text, confidence: 0.25, speaker: '0' }] }]);
	});

	test('are sentences, which are refused with another token in words', async () => {
		const { callId } = await bench.capturedCall();
		const about = { taskID: callId, respType: 'StartSpeech', text: 'Hello', isFinal: false, confidence: 0, start: 0, end: 1 };
		await expect(run('speech', 'handInSentence', { ...about, serviceToken: 'another' })).rejects.toThrow('The service token is not the one of this task, or no longer (code 900002)');
	});
});

describe('reports', () => {
	test('are asked for with the midnight of the day, in the zone that is set', async () => {
		await run('report', 'getTopBots', { day: '2026-03-02T15:00:00', type: 'day' });
		expect(lastBody()).toMatchObject({ timestamp: Date.UTC(2026, 2, 2) });
		await run('report', 'getTopBots', { day: '2026-03-02T15:00:00', type: 'day', options: { timeZone: 'Asia/Shanghai' } });
		expect(lastBody()).toMatchObject({ timestamp: Date.UTC(2026, 2, 1, 16) });
	});

	test('of what is set up alone need no day', async () => {
		await bench.botConversation();
		bench.sim.control.clearRequests();
		const [counted] = await run('report', 'getKnowledge', { type: 'day', day: '' });
		expect(lastBody()).not.toHaveProperty('timestamp');
		expect(counted).toMatchObject({ qaCount: 2 });
		expect(counted).not.toHaveProperty('effectiveQaCount');
	});

	test('of a bot that nobody asked are empty', async () => {
		expect(await run('report', 'getCalls', { ...today, accessCode: byId(ACCESS_CODE), type: 'day' })).toEqual([]);
	});

	test('have a token that is forgotten renewed', async () => {
		bench.sim.control.expireTokens();
		await run('report', 'getTopBots', { ...today, type: 'day' });
		expect(bench.requests.map(({ section }) => section)).toEqual(['10.15.4', '4.4', '10.15.4']);
	});
});

describe('failed calls', () => {
	test('of several months are asked for month by month, and come once', async () => {
		await bench.sim.clock.advance(31 * 24 * 3600 * 1000);
		bench.sim.control.addFailedCall({ callee: '447700900403' });
		await bench.renewBotToken();
		bench.sim.control.clearRequests();
		const span = { beginTime: '2026-02-10T00:00:00', endTime: '2026-04-20T00:00:00' };
		const found = await run('callFailure', 'getMany', { ...span, returnAll: true });
		expect(found.map(({ calleeNo }) => calleeNo)).toEqual(['447700900401', '447700900402', '447700900403']);
		const begins = bench.requests.map(({ body }) => new Date((body as { beginTime: number }).beginTime).toISOString().slice(0, 10));
		expect(begins).toEqual(['2026-02-10', '2026-03-01', '2026-04-01']);
	});

	test('whose reason is not known yet have none', async () => {
		const found = await run('callFailure', 'getMany', { beginTime: '2026-03-02T00:00:00', endTime: '2026-03-03T00:00:00' });
		expect(found[1]).not.toHaveProperty('reason');
	});
});

describe('speech', () => {
	const MORNING = { text: 'Good morning.', voiceName: 'cn_tianmeiru_common' };

	test('is made as it is wanted, and told in texts', async () => {
		await run('speech', 'synthesize', { ...MORNING, additionalFields: { pitch: 0, volume: 100, speed: -500 } });
		expect(lastBody()).toMatchObject({ config: { voiceName: 'cn_tianmeiru_common', pitch: '0', volume: '100', speed: '-500' } });
		await run('speech', 'synthesize', MORNING);
		expect((lastBody() as { config: object }).config).toEqual({ voiceName: 'cn_tianmeiru_common' });
	});

	test('is in the item as a file, and not a second time as text', async () => {
		for (const simplify of [true, false]) {
			const [one] = await execute({ node, credentials: bench.credentials, parameters: { resource: 'speech', operation: 'synthesize', ...MORNING, simplify } });
			expect(JSON.stringify(one.json)).not.toContain('UklGR');
			expect(one.binary?.data).toMatchObject({ fileName: 'speech.wav', fileExtension: 'wav', mimeType: 'audio/wav' });
		}
	});

	test('has a token that has expired renewed, which is told by HTTP 401', async () => {
		bench.sim.control.expireTokens();
		expect(await run('speech', 'synthesize', MORNING)).toHaveLength(1);
		expect(bench.requests.map(({ section, status }) => `${section} ${status}`)).toEqual(['10.21 401', '4.4 200', '10.21 200']);
	});

	test.each([{ data: { format: 'wav' } }, { data: { voiceData: '' } }, {}])('that is missing is no file: %j', async (body) => {
		bench.sim.control.addFault({ kind: 'body', status: 200, body: { retCode: '0', ...body }, match: { path: 'texttovoice' } });
		await expect(run('speech', 'synthesize', MORNING)).rejects.toThrow('CEC answered without a file');
	});

	test('that failed is told in words', async () => {
		const body = { retCode: '1', retMsg: 'no voices' };
		bench.sim.control.addFault({ kind: 'body', status: 200, body, match: { path: 'texttovoice' } });
		await expect(run('speech', 'synthesize', MORNING)).rejects.toThrow('no voices');
	});
});

describe.each(['sample', 'table'] as const)('what is told differently, as in the %s', (answers) => {
	beforeEach(() => bench.sim.control.setBots({ answers }));

	test('intents', async () => {
		const asked = { userId: 'n8n', language: 'en_US' };
		const [intent] = await run('text', 'recognizeIntents', { ...asked, text: 'My bill, please' });
		expect(intent).toMatchObject({ reply: 'Your bill of this month is 24.90.', commandList: ['bill'] });
		const [faq] = await run('text', 'recognizeIntents', { ...asked, text: 'When are the shops open?' });
		expect(faq).toMatchObject({ reply: 'Our shops are open from 9 to 18 on working days.', commandList: ['systemQA'] });
	});

	test('jobs of robots and what they are given', async () => {
		const [job] = await run('rpaJob', 'get', { jobUid: byId(ROBOT) });
		expect(job).toMatchObject({ jobName: 'Tickets', queueUid: QUEUE });
		const input = { inputJsonDataInput: 'fields', inputJsonData: rowsOf({ name: 'caseId', value: '4711' }) };
		const [done] = await run('rpaQueueItem', 'create', { queueUid: byId(QUEUE), ...input });
		expect(done).toMatchObject({ input: { caseId: '4711' }, output: { done: true }, statusName: 'Succeeded', isDone: true });
	});
});

test('several intents are asked for with texts for numbers', async () => {
	const additionalFields = { targetIntentCount: 2, confidence2Top: 0.5, domainList: [String(DOMAIN)] };
	const found = await run('text', 'recognizeIntents', { userId: 'n8n', text: 'My bill and my tariff', language: 'en_US', additionalFields });
	expect(found.map(({ scenarioName }) => scenarioName)).toEqual(['Tariffs', 'Bill']);
	expect(lastBody()).toMatchObject({ targetIntentCount: '2', confidence2Top: '0.5', domainList: ['10079'] });
});

test('entities have the value that stands for them', async () => {
	const found = await run('text', 'findEntities', { text: 'I want the tariff Plus', language: 'en_US' });
	expect(found).toContainEqual(expect.objectContaining({ citation: '@tariff', typeName: 'Plain', value: 'Plus' }));
});

test('words that are right are no corrections', async () => {
	const asked = { text: 'My address has changed', language: 'en_US', checkerType: 'nonWordSpellChecker' };
	expect(await run('text', 'checkSpelling', asked)).toMatchObject([{ hasMistake: false, corrections: [] }]);
});

describe('work for robots', () => {
	const queue = { queueUid: byId(QUEUE) };
	const json = (text: string) => ({ inputJsonDataInput: 'json', inputJsonDataJson: text });
	const fails = json('{ "fail": true }');

	test('keeps all digits of its input', async () => {
		await run('rpaQueueItem', 'create', { ...queue, ...json('{ "caseId": 12345678901234567890 }'), waitUntilDone: false });
		expect(lastBody()).toMatchObject({ inputJsonData: '{"caseId":12345678901234567890}' });
	});

	test('is given times, a tag and a priority', async () => {
		const additionalFields = { expectStartTime: '2026-03-02T09:00:00', tag: 'case-1', priority: 'high' };
		const [made] = await run('rpaQueueItem', 'create', { ...queue, ...json('{}'), waitUntilDone: false, additionalFields });
		expect(lastBody()).toMatchObject({ expectStartTime: Date.UTC(2026, 2, 2, 9), tag: 'case-1', priority: 'high' });
		expect(made).toMatchObject({ plannedStart: '2026-03-02T09:00:00.000Z', statusName: 'Waiting' });
	});

	test('that failed says why, and what to look at', async () => {
		const failed = await run('rpaQueueItem', 'create', { ...queue, ...fails }).catch((error: Error & { description?: string }) => error);
		expect(failed).toMatchObject({
			message: expect.stringMatching(/^The item 000145\w+ failed: The robot failed$/),
			description: expect.stringContaining('RPA Queue Item > Get Many'),
		});
	});

	test.each([[[]], [null], [undefined]])('that was taken without a word about it is no failure (%j)', async (queueData) => {
		bench.sim.control.addFault({ kind: 'body', status: 200, body: { errorCode: 0, queueData }, match: { path: 'createRpaQueueData', times: 2 } });
		expect(await run('rpaQueueItem', 'create', { ...queue, ...json('{}'), waitUntilDone: false })).toEqual([{}]);
		const waiting = run('rpaQueueItem', 'create', { ...queue, ...json('{}') });
		await expect(waiting).rejects.toThrow('The item was begun, but CEC gave no number to ask for its end');
	});

	test('that no robot takes ends the waiting, and is no error', async () => {
		const [, suspended] = await run('rpaJob', 'getMany', {});
		const [{ queueUid }] = await run('rpaJob', 'get', { jobUid: byId(String(suspended.uid)) });
		const [left] = await run('rpaQueueItem', 'create', { queueUid: byId(String(queueUid)), ...json('{}'), waitMinutes: 1 });
		expect(left).toMatchObject({ statusName: 'Waiting', isDone: false });
	});

	test('is waited for together', async () => {
		const before = bench.sim.clock.now();
		const items = Array.from({ length: 6 }, (_none, index) => ({ json: { index } }));
		const done = await run('rpaQueueItem', 'create', { ...queue, ...json('={{ { index: $json.index } }}') }, items);
		expect(done.map(({ input, isDone }) => [input, isDone])).toEqual(items.map(({ json: { index } }) => [{ index }, true]));
		// Each alone takes fifteen seconds, and the clock moves on for each that waits.
		const asked = bench.requests.filter(({ section }) => section === '10.20.4');
		expect(asked.length).toBeLessThan(6 * 4);
		expect(bench.sim.clock.now() - before).toBeLessThan(6 * 25_000);
	});

	test('is found by a queue, its name or itself, and not without any of them', async () => {
		const itemUid = byId(await bench.queueItem({ tag: 'case-1' }));
		await bench.queueItem({ tag: 'case-2' });
		const tags = async (parameters: object) => (await run('rpaQueueItem', 'getMany', parameters)).map(({ tag }) => tag);
		expect(await tags(queue)).toEqual(['case-1', 'case-2']);
		expect(await tags({ filters: { queueName: 'Create tickets', tag: 'case-2' } })).toEqual(['case-2']);
		expect(await tags({ filters: { itemUid } })).toEqual(['case-1']);
		await expect(tags({ queueUid: byId(''), filters: { tag: 'case-1' } })).rejects.toThrow('Give a "Queue", a "Queue Name" or an "Item"');
	});

	test('is not looked up without a job', async () => {
		await expect(run('rpaJob', 'get', { jobUid: byId(''), jobName: '' })).rejects.toThrow('Pick an "RPA Job" or give its "Name"');
		expect(bench.requests).toEqual([]);
	});

	test('comes in pages of a size that CEC takes', async () => {
		await run('rpaJob', 'getMany', { limit: 3 });
		expect(lastBody()).toMatchObject({ pageNo: 1, pageSize: 5 });
		expect(lastBody()).not.toHaveProperty('conditions');
		await run('rpaJob', 'getMany', { returnAll: true });
		expect(lastBody()).toMatchObject({ pageNo: 1, pageSize: 50 });
	});
});

describe('transfers to numbers outside', () => {
	test('are of somebody or of a conversation', async () => {
		await expect(run('conversationRecord', 'getTransfers', {})).rejects.toThrow('Give a "Customer ID"');
		expect(bench.requests).toEqual([]);
		const callId = await bench.transferredOutside();
		expect(await run('conversationRecord', 'getTransfers', { callId })).toMatchObject([{ callId, transfNumber: '15550180', locationId: '0' }]);
		expect(lastBody()).toMatchObject({ pageNum: '1', pageSize: '50' });
	});
});

describe('lists to pick from', () => {
	/** What the node has chosen, and how an entry of the list looks. */
	const expected: Record<string, { parameters?: () => IDataObject; shows: RegExp }> = {
		accessCodes: { parameters: () => ({ source: 'IVR' }), shows: /^30502 · / },
		botAccessCodes: { shows: /^880000000000000101 · Telephone service$/ },
		dialogBindings: { parameters: () => ({ source: 'OIFDE' }), shows: /^880000000000000101 · Telephone service$/ },
		domains: { shows: /^Telephone service · 10079$/ },
		faqGroups: { shows: /^Insurance · \d+$/ },
		faqs: { parameters: () => ({ faqGroupId: byId(groups(bench)[0].id) }), shows: /^When are the shops open\? · \d+$/ },
		flowIds: { parameters: () => ({ source: 'OIFDE' }), shows: /^Telephone service · 202603010800000001$/ },
		flows: { parameters: () => ({ source: 'IVR' }), shows: /^Keys · flow_ivr_ivr$/ },
		rpaJobs: { shows: /^Monthly report · \w{32}$/ },
		rpaQueueItems: { parameters: () => ({ queueUid: byId(QUEUE) }), shows: /^case-4711 · 000145\w+$/ },
		rpaQueues: { parameters: () => ({ jobUid: byId(ROBOT) }), shows: /^Create tickets · \w{36}$/ },
	};

	beforeEach(async () => void (await bench.queueItem({ tag: 'case-4711' })));

	const given = (name: string) => ({ credentials: bench.credentials, parameters: expected[name]?.parameters?.() ?? {} });

	test.each(Object.keys(expected))('%s are searched, and chosen several of', async (name) => {
		const { results } = await searchList(node, name, given(name));
		const entry = results.find((one) => expected[name].shows.test(one.name))!;
		expect(entry.value).toMatch(/^\w+$/);
		expect(new Set(results.map(({ value }) => value)).size).toBe(results.length);
		const found = await searchList(node, name, given(name), entry.name.split(' · ')[0].toUpperCase());
		expect(found.results.map(({ value }) => value)).toContain(entry.value);
		expect((await searchList(node, name, given(name), 'no such thing')).results).toEqual([]);
		expect((await loadOptions(node, name, given(name))).map(({ value }) => value)).toEqual(results.map(({ value }) => value));
	});

	test('every field that picks names one of the lists, and every list is in use', () => {
		const fields = catalogue.flatMap(({ operations }) => Object.values(operations).flatMap(allFields));
		const named = new Set(fields.map(({ spec }) => spec.picker).filter(Boolean));
		expect([...named].sort()).toEqual(Object.keys(pickers).sort());
	});

	test('a job that works off no queue has none in its list', async () => {
		const { results } = await searchList(node, 'rpaJobs', { credentials: bench.credentials }, 'Clean up');
		const parameters = { jobUid: byId(String(results[0].value)) };
		expect((await searchList(node, 'rpaQueues', { credentials: bench.credentials, parameters })).results).toEqual([]);
	});

	test.each([
		['accessCodes', 'Choose the source first: access codes belong to one'],
		['rpaQueues', 'Choose the RPA job first: queues belong to one'],
		['rpaQueueItems', 'Choose the queue first: items belong to one'],
	])('%s ask for what they belong to', async (name, message) => {
		await expect(searchList(node, name, { credentials: bench.credentials })).rejects.toThrow(message);
	});

	test('FAQs ask for their group first', async () => {
		const search = searchList(node, 'faqs', { credentials: bench.credentials });
		await expect(search).rejects.toThrow('Choose the FAQ group first: FAQs belong to one');
	});
});
