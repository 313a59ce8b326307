/** Setting bots up: what is sent and read beyond what the test of every operation looks at, and the lists to pick from. */
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { allFields } from '../../cec/catalogue/operation';
import { HuaweiCecBotManagement } from '../../nodes/HuaweiCecBotManagement/HuaweiCecBotManagement.node';
import { catalogue } from '../../nodes/HuaweiCecBotManagement/catalogue';
import { pickers } from '../../nodes/HuaweiCecBotManagement/pickers';
import { Bench, byId, CUSTOMER } from '../support/bench';
import { execute, loadOptions, searchList, testCredential } from '../support/n8n';
import { ACCESS_CODE, bindingOf, botState, DOMAIN, FLOW, groups, OTHER_FLOW } from './botManagement/shared';

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

describe('lists to pick from', () => {
	/** What the node has chosen, and how an entry of the list looks. */
	const expected: Record<string, { parameters?: () => IDataObject; shows: RegExp }> = {
		dialogBindings: { parameters: () => ({ source: 'OIFDE' }), shows: /^880000000000000101 · Telephone service$/ },
		domains: { shows: /^Telephone service · 10079$/ },
		faqGroups: { shows: /^Insurance · \d+$/ },
		faqs: { parameters: () => ({ faqGroupId: byId(groups(bench)[0].id) }), shows: /^When are the shops open\? · \d+$/ },
		flowIds: { parameters: () => ({ source: 'OIFDE' }), shows: /^Telephone service · 202603010800000001$/ },
		flows: { parameters: () => ({ source: 'IVR' }), shows: /^Keys · flow_ivr_ivr$/ },
	};

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

	test('FAQs ask for their group first', async () => {
		const search = searchList(node, 'faqs', { credentials: bench.credentials });
		await expect(search).rejects.toThrow('Choose the FAQ group first: FAQs belong to one');
	});
});
