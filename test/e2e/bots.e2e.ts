/** Bots and knowledge base in n8n: whole conversations through a restart, many at once, files, and CEC asking a workflow. */
import { randomUUID } from 'node:crypto';
import type { IDataObject, INode, INodeExecutionData, INodeParameters, IWorkflowSettings } from 'n8n-workflow';

import { actionNodes } from '../../scripts/catalogue/nodes';
import type { N8nApi, StoredCredential, StoredWorkflow } from '../../scripts/n8n/api';
import type { Execution } from '../../scripts/n8n/execution';
import { Bench, byId } from '../support/bench';
import { activationFailure, base, n8n, node, OwnN8n, start, using, workflow, workflowWithItems } from './support';

const PACKAGE = 'n8n-nodes-huawei-cec';
const TEXT_BOT = '880000000000000101';
const HOTLINE = '30501';
const CHATBOT = { account: 'odfs', key: 'a-key-that-nobody-guesses' };
/** For many executions at once, which n8n's own small database would be slow to keep. */
const NOTHING_KEPT: IWorkflowSettings = { saveDataSuccessExecution: 'none' };
const TOKEN_REFUSED = /^90000[12]$/;

let bench: Bench;
let credential: StoredCredential;

beforeAll(async () => {
	bench = await Bench.start();
	credential = await n8n().createCredential('huaweiCecBotApi', 'Bench bots', bench.credentials.huaweiCecBotApi);
});

afterAll(async () => await bench.close());

beforeEach(() => bench.reset());

const bot = (name: string, resource: string, operation: string, parameters: INodeParameters = {}, extra: Partial<INode> = using(credential)) =>
	node(name, `${PACKAGE}.huaweiCecBotDialog`, { resource, operation, ...parameters }, extra);

async function ran(one: INode, item: IDataObject = {}): Promise<Execution> {
	return await n8n().runWorkflow(workflowWithItems('Bots', [item], [one]));
}

/** The only item of a node that has succeeded. */
async function done(resource: string, operation: string, parameters: object = {}): Promise<IDataObject> {
	const execution = await ran(bot('Bot', resource, operation, parameters as INodeParameters));
	expect(execution.error?.message).toBeUndefined();
	const [{ json, pairedItem }, ...others] = execution.output('Bot');
	expect(others).toEqual([]);
	expect(pairedItem).toEqual({ item: 0 });
	return json;
}

const send = async (sessionId: string, message: string, more: object = {}) =>
	await done('conversation', 'sendMessage', { accessCode: byId(TEXT_BOT), sessionId, message, ...more });

interface Step {
	inaction: number;
	userid: string;
	inparams: { input?: string };
}

const sections = () => bench.requests.map(({ section }) => section);

/** The steps of dialogs that the platform has taken, but for those that had a token it did not know. */
const steps = () =>
	bench.requests
		.filter(({ section, response }) => /^10\.[56]/.test(section ?? '') && !TOKEN_REFUSED.test(String((response as IDataObject).ret)))
		.map(({ body }) => body as Step);

describe('Bot Dialog', () => {
	it('goes by version 2, whose path names the VDN', async () => {
		await send('v2', 'tariff', { version: 'v2' });
		expect(new Set(bench.requests.filter(({ path }) => path.includes('/crs/process')).map(({ path }) => path))).toEqual(
			new Set(['/oifde/rest/v2/crs/process/1']),
		);
	});

	it('leads a call by keys and recordings, with what the bot says about them', async () => {
		const call = async (state: unknown, message: string, more: object = {}) =>
			await send('call-1', message, { accessCode: byId(HOTLINE), additionalFields: { state: state as IDataObject, ...more } });
		const menu = await call({ open: false }, '');
		expect(menu).toMatchObject({ action: 'reply', state: { awaits: 'keys' }, messages: [{ type: 'audio' }, {}, {}, { keys: { most: 1 } }] });
		const record = await call(menu.state, '3');
		expect(record).toMatchObject({ state: { awaits: 'recording' }, messages: [{ type: 'record' }] });
		const rate = await call(record.state, '', { inputType: 'recording', recording: 'Y:/1/record/1.wav' });
		expect(rate).toMatchObject({ output: expect.stringMatching(/^Thank you for your message/), state: { awaits: 'wordsOrKeys' } });
		const again = await call(rate.state, '', { inputType: 'timeout' });
		expect(again).toMatchObject({ action: 'reply' });
		expect(await call(again.state, '1', { inputType: 'keys' })).toMatchObject({ action: 'end', output: 'Goodbye.', state: { open: false } });
	});

	it('does not take a wrong password for the end of a conversation', async () => {
		const wrong = await n8n().createCredential('huaweiCecBotApi', 'Wrong', { ...bench.credentials.huaweiCecBotApi, appSecret: 'wrong' });
		const execution = await ran(bot('Bot', 'conversation', 'end', { accessCode: byId(TEXT_BOT), sessionId: 'wrong' }, using(wrong)));
		expect(execution.error?.message).toMatch(/password/);
	});

	it('begins anew though a conversation is open, where that is wanted', async () => {
		await send('anew', 'tariff');
		expect((await send('anew', 'bill', { additionalFields: { startAnew: true } })).output).toMatch(/^Welcome[\s\S]*What is your telephone number\?$/);
	});

	it('tells why the platform refuses, and goes on with the other items', async () => {
		const codes = [TEXT_BOT, '999', TEXT_BOT].map((accessCode, index) => ({ accessCode, sessionId: `refused-${index}`, chatInput: 'tariff' }));
		const one = bot('Bot', 'conversation', 'sendMessage', { accessCode: byId('={{ $json.accessCode }}') }, { ...using(credential), onError: 'continueRegularOutput' });
		const execution = await n8n().runWorkflow(workflowWithItems('Bots', codes, [one]));
		expect(execution.status).toBe('success');
		const items = execution.output('Bot');
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([0, 1, 2].map((item) => ({ item })));
		expect(items.map(({ json }) => json.action)).toEqual(['reply', undefined, 'reply']);
		expect(items[1].json.error).toMatch(/\S/);
	});
});

describe('tokens', () => {
	it('that have expired inside a 200 are renewed, and nothing is said twice', async () => {
		const { state } = await send('token', 'tariff');
		bench.sim.control.expireTokens();
		bench.sim.control.clearRequests();
		const { output } = await send('token', '10', { additionalFields: { state: JSON.stringify(state) } });
		expect(output).toContain('Tariffs for 10 GB a month');
		const asked = bench.requests.map(({ section, status, response }) => [section, status, (response as IDataObject).ret]);
		expect(asked).toEqual([
			['10.5', 200, 900001],
			['4.4', 200, undefined],
			['10.5', 200, undefined],
		]);
		expect(steps()).toHaveLength(1);
	});

	it('are fetched once, however many conversations need a new one', async () => {
		bench.sim.control.expireTokens();
		bench.sim.control.clearRequests();
		const items = Array.from({ length: 30 }, (_none, index) => ({ sessionId: `renewed-${index}`, chatInput: '' }));
		const execution = await n8n().runWorkflow(workflowWithItems('Bots', items, [bot('Bot', 'conversation', 'sendMessage', { accessCode: byId(TEXT_BOT) })]));
		expect(execution.items('Bot').filter(({ output }) => /^Welcome/.test(String(output)))).toHaveLength(30);
		expect(sections().filter((section) => section === '4.4')).toHaveLength(1);
	});
});

/** Twenty messages of a customer, each with what the bot says to it. */
const CONVERSATION: Array<[says: string, hears: RegExp]> = [
	['hello', /Welcome to Example Telecom\.[\s\S]*What can I do for you\?/],
	['tariff', /How many gigabytes/],
	['20', /Tariffs for 20 GB/],
	['Plus', /change your tariff to Plus\?/],
	['yes', /From which day on\?/],
	['tomorrow', /Done: Plus from tomorrow on\./],
	['bill', /What is your telephone number\?/],
	['15550123', /The bill of which month\?/],
	['March', /The bill of March for 15550123 is 24\.90\./],
	['yes', /Is a charge wrong\?/],
	['no', /anything else/],
	['technician', /What is your postcode\?/],
	['12345', /What is the matter\?/],
	['No dial tone', /Which day suits you\?/],
	['Friday', /In the morning or in the afternoon\?/],
	['morning', /Where can the technician call you\?/],
	['15550124', /Friday, morning, 12345: is that right\?/],
	['yes', /The technician comes on Friday in the morning\./],
	['no', /How satisfied are you/],
	['5', /Thank you\. Goodbye\./],
];

/** A workflow that a customer's messages reach by HTTP, and that answers with what the bot says. */
async function webhook(api: N8nApi, extra: Partial<INode>, parameters: INodeParameters, settings: IWorkflowSettings = {}): Promise<{ url: string; stored: StoredWorkflow }> {
	const path = randomUUID();
	const address = { httpMethod: 'POST', path, responseMode: 'lastNode', responseData: 'firstEntryJson' };
	const hook = base('Message', 'webhook', address, { typeVersion: 2, webhookId: path });
	const body = { sessionId: '={{ $json.body.sessionId }}', message: '={{ $json.body.message }}', accessCode: byId(TEXT_BOT) };
	const talks = bot('Bot', 'conversation', 'sendMessage', { ...body, ...parameters }, extra);
	const stored = await api.createWorkflow({ ...workflow('Customers', [hook, talks]), settings });
	await api.activate(stored);
	return { url: `${api.session.url}/webhook/${path}`, stored };
}

/** Asks again as long as n8n does not know the address. */
async function post(api: N8nApi, url: string, body: object): Promise<IDataObject> {
	const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
	const response = await api.callWebhook(url, init);
	expect(response.status).toBe(200);
	return (await response.json()) as IDataObject;
}

describe('a conversation of twenty messages', () => {
	let own: OwnN8n;
	let api: N8nApi;
	let ownBots: Partial<INode>;

	beforeAll(async () => {
		own = await OwnN8n.start();
		api = await own.api();
	});

	afterAll(async () => await own.remove());

	beforeEach(async () => {
		api = await own.api();
		ownBots = using(await api.createCredential('huaweiCecBotApi', randomUUID(), bench.credentials.huaweiCecBotApi));
	});

	const said = () => steps().filter(({ inparams }) => inparams.input !== 'hangup').map(({ inaction }) => inaction);
	/** Twenty messages, and one after the goodbye. */
	const spoken = Array.from({ length: CONVERSATION.length + 1 }, () => 9);

	type Say = (says: string) => Promise<IDataObject>;

	/** Holds it with a restart of n8n in the middle; that it is over the bot says to whoever says something after its goodbye. */
	async function hold(say: Say): Promise<void> {
		for (const [turn, [says, hears]] of CONVERSATION.entries()) {
			if (turn === CONVERSATION.length / 2) await own.restart();
			const answer = await say(says);
			expect([turn, answer.output]).toEqual([turn, expect.stringMatching(hears)]);
			expect(answer).toMatchObject({ action: 'reply', state: { open: true } });
		}
		expect(await say('Goodbye')).toMatchObject({ action: 'end', output: '', state: { open: false } });
	}

	it("is held in n8n's chat by the session ID alone", async () => {
		const webhookId = randomUUID();
		const chat = node(
			'Chat',
			'@n8n/n8n-nodes-langchain.chatTrigger',
			{ public: true, mode: 'webhook', options: { responseMode: 'lastNode' } },
			{ typeVersion: 1.1, webhookId },
		);
		const stored = await api.createWorkflow(workflow('Chat', [chat, bot('Bot', 'conversation', 'sendMessage', { accessCode: byId(TEXT_BOT) }, ownBots)]));
		await api.activate(stored);
		const url = `${api.session.url}/webhook/${webhookId}/chat`;
		await hold(async (chatInput) => await post(api, url, { action: 'sendMessage', sessionId: 'chat-20', chatInput }));
		// Whether the first message belongs to a dialog that is open only CEC knows.
		expect(said()).toEqual([9, 8, ...spoken]);
		expect(new Set(steps().map(({ userid }) => userid))).toEqual(new Set(['chat-20']));
	});

	it('is held with the state handed from message to message', async () => {
		const { url } = await webhook(api, ownBots, { additionalFields: { state: '={{ $json.body.state }}' } });
		let state: unknown = { open: false };
		await hold(async (message) => {
			const answer = await post(api, url, { sessionId: 'state-20', message, state });
			({ state } = answer);
			return answer;
		});
		expect(said()).toEqual([8, ...spoken]);
	});
});

describe('two hundred conversations at once', () => {
	const MANY = 200;
	const numbers = Array.from({ length: MANY }, (_none, index) => String(15550000 + index));

	it('by a webhook, each with its own answers', async () => {
		const { url, stored } = await webhook(n8n(), using(credential), {}, NOTHING_KEPT);
		await post(n8n(), url, { sessionId: 'first', message: '' });
		const said: Array<[says: (number: string) => string, hears: (number: string) => string]> = [
			[() => 'bill', () => 'What is your telephone number?'],
			[(number) => number, () => 'The bill of which month?'],
			[() => 'March', (number) => `The bill of March for ${number} is 24.90.`],
		];
		for (const [says, hears] of said) {
			const answers = await Promise.all(numbers.map(async (number) => await post(n8n(), url, { sessionId: `many-${number}`, message: says(number) })));
			expect(answers.map(({ sessionId }) => sessionId)).toEqual(numbers.map((number) => `many-${number}`));
			expect(answers.map(({ output }) => output)).toEqual(numbers.map((number) => expect.stringContaining(hears(number))));
		}
		await n8n().deactivate(stored);
	});

	it('in one run, each with its own answers', async () => {
		const sends = (name: string, message: string) =>
			bot(name, 'conversation', 'sendMessage', {
				accessCode: byId(TEXT_BOT),
				message,
				additionalFields: { ...(name !== 'First' && { state: '={{ $json.state }}' }) },
			});
		const nodes = [sends('First', 'bill'), sends('Second', '={{ $json.sessionId.slice(-8) }}'), sends('Third', 'March')];
		const execution = await n8n().runWorkflow(
			workflowWithItems('Bots', numbers.map((number) => ({ sessionId: `run-${number}` })), nodes),
		);
		expect(execution.error?.message).toBeUndefined();
		expect(execution.items('Third').map(({ output }) => output)).toEqual(
			numbers.map((number) => expect.stringContaining(`The bill of March for ${number} is 24.90.`)),
		);
	});
});

interface Article {
	id: string;
	name: string;
	files: Array<{ key: string; name: string; size: number }>;
}

describe('the knowledge base', () => {
	const ways = [
		['app', 'huaweiCecAppApi'],
		['sia', 'huaweiCecKnowledgeBaseApi'],
		['signature', 'huaweiCecSignatureApi'],
	] as const;
	const stored: Record<string, StoredCredential> = {};

	beforeAll(async () => {
		for (const [way, type] of ways) stored[way] = await n8n().createCredential(type, `Bench ${way}`, bench.credentials[type]);
	});

	const articles = () => (bench.state as unknown as { knowledge: Article[] }).knowledge;
	const withFiles = () => articles().find(({ files }) => files.length > 1) as Article;

	async function read(authentication: string, resource: string, operation: string, parameters: object): Promise<{ execution: Execution; items: INodeExecutionData[] }> {
		const given = { authentication, resource, operation, ...parameters } as INodeParameters;
		const one = node('Read', `${PACKAGE}.huaweiCecKnowledgeBase`, given, using(stored[authentication]));
		const execution = await n8n().runWorkflow(workflow('Knowledge', [start(), one]));
		return { execution, items: execution.output('Read') };
	}

	async function found(...given: Parameters<typeof read>): Promise<INodeExecutionData[]> {
		const { execution, items } = await read(...given);
		expect(execution.error?.message).toBeUndefined();
		for (const { pairedItem } of items) expect(pairedItem).toEqual({ item: 0 });
		return items;
	}

	const pages: Record<string, (way: string) => Promise<void>> = {
		'article/get': async (way) => {
			const { id, files } = withFiles();
			const [{ json, binary = {} }] = await found(way, 'article', 'get', { coluKngId: byId(id), downloadAttachments: true });
			expect(json).toMatchObject({ coluKngId: id, state: 'Published', text: expect.stringContaining('5 GB and free calls') });
			expect(Object.keys(binary)).toEqual(files.map((_file, index) => (index === 0 ? 'data' : `data${index}`)));
			const kept = await Promise.all(Object.values(binary).map(async (file) => await n8n().binaryData(file)));
			expect(kept.map((bytes) => bytes.length)).toEqual(files.map(({ size }) => size));
			expect(kept[0].subarray(0, 5).toString()).toBe('%PDF-');
			expect(kept[1].subarray(1, 4).toString()).toBe('PNG');
			expect(Object.values(binary).map(({ fileName, mimeType }) => [fileName, mimeType])).toEqual([
				['prices.pdf', 'application/pdf'],
				['speed.png', 'image/png'],
			]);
		},
		'article/getMany': async (way) => {
			const items = await found(way, 'article', 'getMany', { keyword: 'area code', returnAll: true });
			expect(items.length).toBeGreaterThanOrEqual(120);
			expect(items[0].json.title).toEqual(expect.not.stringMatching(/[<>]/));
		},
		'attachment/download': async (way) => {
			const { id, files } = articles().find(({ files: [first] }) => first?.name.endsWith('.txt')) as Article;
			const [{ json, binary = {} }] = await found(way, 'attachment', 'download', { kngId: byId(id), fileKey: files[0].key });
			expect(json).toMatchObject({ kngId: id, fileKey: files[0].key });
			expect((await n8n().binaryData(binary.data)).toString('utf8')).toContain('3. Grüße vom Service');
		},
		'column/getMany': async (way) => {
			const items = await found(way, 'column', 'getMany', { beyondColuId: byId('0') });
			expect(items.map(({ json }) => [json.coluKngName, json.kind])).toEqual(
				['Tariffs', 'Faults', 'Area codes', 'Archive'].map((name) => [name, 'Column']),
			);
		},
	};

	it('is read by every operation here', () => expect(Object.keys(pages).sort()).toEqual(operationsOf('huaweiCecKnowledgeBase')));

	describe.each(ways)('by %s', (way) => {
		it.each(Object.keys(pages))('%s works', async (key) => await pages[key](way));

		it('shows its columns as a tree, and articles that are searched for', async () => {
			const question = { type: `${PACKAGE}.huaweiCecKnowledgeBase`, parameter: 'coluKngId', parameters: { authentication: way }, credential: stored[way] };
			const { results } = await n8n().searchList({ ...question, method: 'columns' });
			const names = ['Tariffs', 'Faults', 'Area codes', 'Archive', 'Tariffs / Mobile', 'Tariffs / Landline'];
			expect(results.map(({ name }) => name).sort()).toEqual(names.sort());
			const mobile = (await n8n().searchList({ ...question, method: 'columns', filter: 'mob' })).results;
			expect(mobile.map(({ name }) => name)).toEqual(['Tariffs / Mobile']);
			const towns = await n8n().searchList({ ...question, method: 'articles', filter: 'Town 77?' });
			expect(towns.results.map(({ name }) => name)).toEqual(['What is the area code of Town 77?']);
			const codes = await n8n().searchList({ ...question, parameter: 'filters.code', method: 'columnCodes', filter: 'mob' });
			expect(codes.results).toEqual([expect.objectContaining({ name: 'Tariffs / Mobile', value: '001001' })]);
			const { id, files } = withFiles();
			const ofArticle = { ...question, parameter: 'fileKey', parameters: { authentication: way, kngId: byId(id) } };
			expect((await n8n().searchList({ ...ofArticle, method: 'attachments' })).results).toEqual(
				files.map(({ key, name }) => expect.objectContaining({ name, value: key })),
			);
			await expect(n8n().searchList({ ...question, method: 'articles' })).rejects.toThrow('Type a text to search for articles');
		});

		it('fetches a new token where CEC has forgotten the old one', async () => {
			await found(way, 'column', 'getMany', { beyondColuId: byId('0') });
			bench.sim.control.expireTokens();
			expect(await found(way, 'column', 'getMany', { beyondColuId: byId('0') })).toHaveLength(4);
		});

		it('tells of what does not exist', async () => {
			const { execution } = await read(way, 'article', 'get', { coluKngId: byId('1') });
			expect(execution.error?.message).toMatch(/does not exist/);
		});
	});

	it('has the editor ask for a text before it lists articles', async () => {
		const [type] = await n8n().nodeTypes(`${PACKAGE}.huaweiCecKnowledgeBase`);
		const lists = type.properties.flatMap(({ modes = [] }) => modes).filter(({ typeOptions }) => typeOptions?.searchListMethod === 'articles');
		expect(lists.length).toBeGreaterThan(0);
		for (const { typeOptions } of lists) expect(typeOptions).toMatchObject({ searchable: true, searchFilterRequired: true });
	});
});

describe('a workflow that CEC asks', () => {
	interface Asked {
		api: N8nApi;
		stored: StoredWorkflow;
		baseUrl: string;
	}

	const active: Asked[] = [];

	afterEach(async () => {
		for (const { stored } of active.splice(0)) await n8n().deactivate(stored);
	});

	/** An active workflow behind a Chatbot Trigger. */
	async function asked(nodes: INode[], parameters: INodeParameters = {}, api = n8n(), settings: IWorkflowSettings = {}): Promise<Asked> {
		const server = await api.createCredential('huaweiCecChatbotServerApi', randomUUID(), CHATBOT);
		const webhookId = randomUUID();
		const trigger = node('Asked', `${PACKAGE}.huaweiCecChatbotTrigger`, parameters, { webhookId, ...using(server) });
		const stored = await api.createWorkflow({ ...workflow('Chatbot', [trigger, ...nodes]), settings });
		await api.activate(stored);
		const baseUrl = `${api.session.url}/webhook/${webhookId}`;
		await api.callWebhook(`${baseUrl}/chatbot/u-route/api/router_service/recognize`);
		const one = { api, stored, baseUrl };
		if (api.session.url === n8n().session.url) active.push(one);
		return one;
	}

	type Question = Partial<Parameters<typeof bench.sim.control.askChatbot>[0]>;
	const ask = async ({ baseUrl }: Asked, utterance: string, more: Question = {}) =>
		await bench.sim.control.askChatbot({ baseUrl, ...CHATBOT, utterance, ...more });

	const answer = (parameters: INodeParameters) => node('Answer', `${PACKAGE}.huaweiCecChatbotAnswer`, parameters);
	const set = (output: string) =>
		base('Words', 'set', { assignments: { assignments: [{ id: randomUUID(), name: 'output', type: 'string', value: output }] } }, { typeVersion: 3.4 });

	it('answers with what it computes, after the whole challenge', async () => {
		const nodes = [
			base('Compute', 'code', { jsCode: 'return [{ json: { ...$input.first().json, letters: $input.first().json.sentence.length } }];' }, { typeVersion: 2 }),
			answer({
				text: '={{ $json.letters }} letters of {{ $json.sessionId }}',
				commands: 'count, done',
				confidence: 0.75,
				slots: { values: [{ name: 'letters', value: '={{ $json.letters }}' }] },
				options: { scenarioName: 'Counting' },
			}),
		];
		const one = await asked(nodes);
		const intent = {
			confidence: 0.75,
			commands: ['count', 'done'],
			responses: ['7 letters of customer-7'],
			params: { letters: 7 },
			scenarioName: 'Counting',
		};
		const first = await ask(one, 'my bill', { sessionId: 'customer-7' });
		expect(first).toMatchObject({ statuses: [401, 200, 200], isRecognized: true, wellFormed: true, problems: [] });
		expect(first.answer).toEqual({ errorCode: '0', errorMsg: '', intentsResponses: [intent] });
		const next = await ask(one, 'and mine', { shape: 'table' });
		expect(next).toMatchObject({ statuses: [200], tokenReused: true, wellFormed: true });
		expect(next.answer).toMatchObject({ intentsResponses: [{ responses: ['8 letters of customer-1'] }] });
		const executions = await n8n().waitForExecutions(one.stored, 2);
		expect(executions.map(({ status }) => status)).toEqual(['success', 'success']);
		expect(executions[0].items('Asked')).toMatchObject([{ accessCode: TEXT_BOT, chatInput: 'and mine' }]);
	});

	it('answers with as many intents as CEC wants, the surest first', async () => {
		const compute = 'return [["c", 0.4], ["a", 0.9], ["b", 0.8], ["d", 0.3]].map(([commands, confidence]) => ({ json: { commands, confidence } }));';
		const one = await asked([base('Compute', 'code', { jsCode: compute }, { typeVersion: 2 })]);
		const report = await ask(one, 'hello', { targetIntentCount: 3, confidence2Top: 0.2 });
		expect(report).toMatchObject({ wellFormed: true, answer: { intentsResponses: [{ commands: ['a'] }, { commands: ['b'] }] } });
		expect((await ask(one, 'hello', { targetIntentCount: 3 })).answer).toMatchObject({ intentsResponses: [{}, {}, { commands: ['c'] }] });
	});

	it('answers with the words of any node', async () => {
		const one = await asked([set('=You said: {{ $json.chatInput }}')]);
		const { answer: given, wellFormed } = await ask(one, 'hello');
		expect(wellFormed).toBe(true);
		expect(given).toEqual({ errorCode: '0', errorMsg: '', intentsResponses: [{ confidence: 1, commands: [], responses: ['You said: hello'] }] });
	});

	it('finds intents for a bot, whose next words a customer gets', async () => {
		const one = await asked([answer({ text: '', commands: "={{ $json.sentence.includes('expensive') ? 'tariff' : 'bill' }}" })]);
		bench.sim.control.setBots({ chatbot: { baseUrl: one.baseUrl, ...CHATBOT } });
		expect((await send('circle', 'it is so expensive')).output).toMatch(/How many gigabytes/);
	});

	it('answers two hundred questions at once', async () => {
		const one = await asked([set('={{ $json.sentence }}!')], { timeLimit: 60 }, n8n(), NOTHING_KEPT);
		await ask(one, 'first', { patienceMs: 60_000 });
		const words = Array.from({ length: 200 }, (_none, index) => `question ${index}`);
		const answers = await Promise.all(words.map(async (word) => await ask(one, word, { patienceMs: 60_000 })));
		expect(answers.map((report) => report.answer)).toEqual(
			words.map((word) => expect.objectContaining({ intentsResponses: [{ confidence: 1, commands: [], responses: [`${word}!`] }] })),
		);
	});

	describe('refuses', () => {
		it.each(['wrongKey', 'reusedNonce', 'unknownToken'] as const)('%s', async (misbehave) => {
			const one = await asked([set('never')]);
			if (misbehave === 'reusedNonce') await ask(one, 'right');
			const before = (await n8n().executionIds(one.stored)).length;
			const report = await ask(one, 'wrong', { misbehave, fresh: misbehave === 'reusedNonce' });
			expect(report.problems).toEqual([]);
			// A new challenge can still be met after a token that nobody knows.
			expect(report.statuses).toEqual(misbehave === 'unknownToken' ? [401, 200, 200] : [401, 401]);
			expect(report.isRecognized).toBe(misbehave === 'unknownToken');
			const after = (await n8n().executionIds(one.stored)).length;
			expect(after - before).toBe(misbehave === 'unknownToken' ? 1 : 0);
		});

		it('a challenge that is met too late', async () => {
			const one = await asked([set('never')]);
			const report = await ask(one, 'late', { misbehave: 'lateLogin', lateMs: 61_000 });
			expect(report).toMatchObject({ statuses: [401, 401], isRecognized: false, wellFormed: true });
			expect(await n8n().executionIds(one.stored)).toEqual([]);
		});

		it('a token that is older than it may be, until the challenge is met again', async () => {
			const one = await asked([set('again')], { options: { tokenSeconds: 1 } });
			expect(await ask(one, 'first')).toMatchObject({ statuses: [401, 200, 200] });
			await new Promise((resolve) => setTimeout(resolve, 1100));
			expect(await ask(one, 'second', { misbehave: 'expiredToken' })).toMatchObject({ statuses: [401, 200, 200], isRecognized: true, problems: [] });
		});

		it('the token of another workflow', async () => {
			const [one, other] = [await asked([set('one')]), await asked([set('other')])];
			await ask(one, 'hello');
			const swapped = { recognizeUrl: `${other.baseUrl}/chatbot/u-route/api/router_service/recognize`, loginUrl: `${one.baseUrl}/chatbot/serverauth/login` };
			const report = await ask(one, 'hello', { baseUrl: undefined, ...swapped, fresh: true });
			expect(report).toMatchObject({ statuses: [401, 401], isRecognized: false });
		});
	});

	describe('when the workflow has no answer in time', () => {
		const wait = base('Wait', 'wait', { amount: 4 }, { typeVersion: 1.1 });
		const fail = base('Fail', 'stopAndError', { errorMessage: 'Out of order' });
		const nothing = base('Nothing', 'filter', {
			conditions: {
				options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 },
				conditions: [{ id: randomUUID(), leftValue: 1, rightValue: 2, operator: { type: 'number', operation: 'equals' } }],
				combinator: 'and',
			},
		}, { typeVersion: 2.2 });

		it.each<[string, INode[]]>([
			['it is late', [wait, set('too late')]],
			['it fails', [fail]],
			['it puts nothing out', [nothing]],
			['it says nothing', [base('Silent', 'set', { assignments: { assignments: [] } }, { typeVersion: 3.4 })]],
		])('because %s, CEC gets the fallback', async (why, nodes) => {
			const one = await asked(nodes, { timeLimit: 1, fallbackText: 'One moment.', fallbackCommand: 'person' });
			const { answer: given, wellFormed, steps: made } = await ask(one, 'hello');
			expect(wellFormed).toBe(true);
			expect(given).toEqual({ errorCode: '0', errorMsg: '', intentsResponses: [{ confidence: 1, commands: ['person'], responses: ['One moment.'] }] });
			if (why === 'it is late') {
				expect(made.at(-1)?.ms).toBeGreaterThan(900);
				expect(made.at(-1)?.ms).toBeLessThan(3500);
				// What the workflow says afterwards goes nowhere, and is no error.
				const [execution] = await n8n().waitForExecutions(one.stored, 1);
				expect(execution.status).toBe('success');
				expect(execution.items('Words')).toMatchObject([{ output: 'too late' }]);
			}
		});

		it('and there is no fallback, CEC gets an error in its own shape', async () => {
			const { answer: given, wellFormed } = await ask(await asked([fail]), 'hello');
			expect(wellFormed).toBe(true);
			expect(given).toEqual({ errorCode: '500', errorMsg: 'no answer', intentsResponses: [] });
		});
	});

	it('takes tokens that were given out before n8n was started again, and no challenge that was met then', async () => {
		const own = await OwnN8n.start();
		try {
			const one = await asked([set('={{ $json.sentence }}')], {}, await own.api());
			await ask(one, 'before');
			await own.restart();
			await one.api.callWebhook(`${one.baseUrl}/chatbot/u-route/api/router_service/recognize`);
			expect(await ask(one, 'after')).toMatchObject({ statuses: [200], tokenReused: true, answer: { intentsResponses: [{ responses: ['after'] }] } });
			const again = await ask(one, 'again', { misbehave: 'reusedNonce', fresh: true });
			expect(again).toMatchObject({ statuses: [401, 401], isRecognized: false, problems: [] });
		} finally {
			await own.remove();
		}
	});

	it('is not activated with a key that can be guessed', async () => {
		const weak = await n8n().createCredential('huaweiCecChatbotServerApi', 'Weak', { account: 'odfs', key: 'short' });
		const trigger = node('Asked', `${PACKAGE}.huaweiCecChatbotTrigger`, {}, { webhookId: randomUUID(), ...using(weak) });
		const stored = await n8n().createWorkflow(workflow('Chatbot', [trigger, set('never')]));
		expect(await activationFailure(stored)).toContain('The key of the credential is too short');
	});
});

function operationsOf(name: string): string[] {
	const { resources } = actionNodes.find((one) => one.name === name)!;
	return resources.flatMap(({ value, operations }) => Object.values(operations).map((operation) => `${value}/${operation.value}`)).sort();
}
