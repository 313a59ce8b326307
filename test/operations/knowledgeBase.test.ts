/** The knowledge base by each of its three ways in, in both shapes of its answers. */
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { HuaweiCecKnowledgeBase } from '../../nodes/HuaweiCecKnowledgeBase/HuaweiCecKnowledgeBase.node';
import { Bench, byId } from '../support/bench';
import { execute, searchList, testCredential } from '../support/n8n';

const node = new HuaweiCecKnowledgeBase();
const WAYS = ['app', 'sia', 'signature'] as const;
const CREDENTIAL = { app: 'huaweiCecAppApi', sia: 'huaweiCecKnowledgeBaseApi', signature: 'huaweiCecSignatureApi' };

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

interface Entry {
	id: string;
	name: string;
	files: Array<{ key: string; name: string; size: number }>;
}

const entries = () => (bench.sim.control.state() as unknown as { knowledge: Entry[] }).knowledge;
const withFiles = () => entries().find(({ files }) => files.length > 1) as Entry;

async function run(authentication: string, resource: string, operation: string, parameters: object): Promise<INodeExecutionData[]> {
	const given = { authentication, resource, operation, ...parameters } as IDataObject;
	return await execute({ node, credentials: bench.credentials, parameters: given });
}

describe.each(WAYS)('by %s', (way) => {
	test('columns are read below a column', async () => {
		const [first] = await run(way, 'column', 'getMany', { beyondColuId: byId('0'), returnAll: true });
		expect(first.json).toMatchObject({ coluKngName: 'Tariffs', kind: 'Column' });
		const below = await run(way, 'column', 'getMany', { beyondColuId: byId(String(first.json.coluKngId)) });
		expect(below.map(({ json }) => json.coluKngName)).toEqual(['Mobile', 'Landline']);
	});

	test('articles are searched through all pages, without marks in their titles', async () => {
		const found = await run(way, 'article', 'getMany', { keyword: 'area code', returnAll: true, filters: { coluKngType: '3' } });
		expect(found).toHaveLength(120);
		expect(found[0].json).toMatchObject({ kind: 'Question and Answer', title: expect.stringMatching(/^What is the area code of Town \d+\?$/) });
		expect(await run(way, 'article', 'getMany', { keyword: 'area code', limit: 7 })).toHaveLength(7);
	});

	test('an article is read as text, with its files', async () => {
		const { id, files } = withFiles();
		const [{ json, binary }] = await run(way, 'article', 'get', { coluKngId: byId(id), downloadAttachments: true });
		expect(json).toMatchObject({ coluKngId: id, state: 'Published', text: expect.not.stringMatching(/[<>]|&nbsp;/) });
		expect(Object.keys(binary ?? {})).toEqual(files.map((_file, index) => (index === 0 ? 'data' : `data${index}`)));
		expect(Object.values(binary ?? {}).map(({ fileName, bytes }) => [fileName, bytes])).toEqual(files.map(({ name, size }) => [name, size]));
	});

	test('a file is downloaded by its key', async () => {
		const { id, files } = withFiles();
		const [{ json, binary }] = await run(way, 'attachment', 'download', { kngId: byId(id), fileKey: byId(files[0].key) });
		expect(json).toMatchObject({ kngId: id, fileKey: files[0].key });
		expect(binary?.data).toMatchObject({ bytes: files[0].size, mimeType: 'application/octet-stream' });
		const named = await run(way, 'attachment', 'download', { kngId: byId(id), fileKey: byId(files[0].key), additionalFields: { fileName: files[0].name } });
		expect(named[0].binary?.data).toMatchObject({ bytes: files[0].size, fileName: 'prices.pdf', mimeType: 'application/pdf' });
		expect(named[0].json).toMatchObject({ fileKey: files[0].key, fileName: 'prices.pdf' });
	});

	test('answers are read as the tables have them, too', async () => {
		bench.sim.control.setKnowledge({ shape: 'table' });
		const { id, files } = withFiles();
		expect((await run(way, 'attachment', 'download', { kngId: byId(id), fileKey: byId(files[0].key) }))[0].binary?.data.bytes).toBe(files[0].size);
		await expect(run(way, 'article', 'get', { coluKngId: byId('1') })).rejects.toThrow(/does not exist/);
	});

	test('what does not exist is refused', async () => {
		await expect(run(way, 'article', 'get', { coluKngId: byId('1') })).rejects.toThrow(/does not exist/);
	});

	test('columns are picked from a tree, articles by searching', async () => {
		const given = { credentials: bench.credentials, parameters: { authentication: way } };
		const { results } = await searchList(node, 'columns', given);
		expect(results.map(({ name }) => name)).toEqual(expect.arrayContaining(['Tariffs', 'Tariffs / Mobile']));
		const { results: articles } = await searchList(node, 'articles', given, 'Town 7?');
		expect(articles).toEqual([expect.objectContaining({ name: 'What is the area code of Town 7?' })]);
	});

	test('columns are picked by their codes, too, and attachments out of those of an article', async () => {
		const parameters = { authentication: way, kngId: byId(withFiles().id) };
		const given = { credentials: bench.credentials, parameters };
		const { results: codes } = await searchList(node, 'columnCodes', given, 'mobile');
		expect(codes).toEqual([{ name: 'Tariffs / Mobile', value: '001001' }]);
		const { results: files } = await searchList(node, 'attachments', given);
		expect(files).toEqual(withFiles().files.map(({ key, name }) => ({ name, value: key })));
	});

	test('a search for an article to pick leaves out columns', async () => {
		const given = { credentials: bench.credentials, parameters: { authentication: way } };
		const { results } = await searchList(node, 'articles', given, 'tariff');
		expect(results.map(({ name }) => name)).not.toContain('Tariffs');
		expect(results.length).toBeGreaterThan(1);
	});

	test('a language model gets titles and text, and nothing it would only have to read', async () => {
		const [{ json }] = await run(way, 'article', 'getMany', { keyword: 'red light', filters: { textOnly: true } });
		expect(json).toEqual({
			coluKngId: expect.any(String),
			title: 'The router shows a red light',
			text: expect.stringContaining('Pull the plug.'),
			summaryInfo: 'What to try before a technician is sent',
			kind: 'Article',
			serviceState: 'Hot',
			beyondColuPath: '/Faults',
			changedAt: '2026-01-31T08:00:00.000Z',
			validUntil: expect.stringMatching(/^2028-/),
		});
		const [{ json: whole, binary }] = await run(way, 'article', 'get', { coluKngId: byId(String(json.coluKngId)), downloadAttachments: true, filters: { textOnly: true } });
		expect(whole).toMatchObject({ coluKngName: 'The router shows a red light', text: '1. Pull the plug.\n2. Wait ten seconds.\n3. Plug it in again.', changedAt: json.changedAt });
		expect(whole).not.toHaveProperty('kngContent');
		expect(binary?.data).toMatchObject({ fileName: 'checklist für Router.txt' });
	});

	test('articles are not listed before a text is typed', async () => {
		const given = { credentials: bench.credentials, parameters: { authentication: way } };
		for (const filter of [undefined, '']) await expect(searchList(node, 'articles', given, filter)).rejects.toThrow('Type a text to search for articles');
		expect(bench.requests).toEqual([]);
	});

	test('the credential is proved', async () => {
		const name = CREDENTIAL[way];
		const data = bench.credentials[name];
		expect(await testCredential(node, `${name}Test`, data)).toMatchObject({ status: 'OK' });
		const wrong = { ...data, appSecret: 'wrong', jwt: 'wrong', secretKey: 'wrong' };
		expect(await testCredential(node, `${name}Test`, wrong)).toMatchObject({ status: 'Error', message: expect.stringMatching(/HTTP 401|does not accept|refused/) });
	});
});

test('the editor waits for a text where the list wants one', () => {
	const lists = node.description.properties.flatMap(({ modes = [] }) => modes).flatMap(({ typeOptions }) => typeOptions ?? []);
	expect(lists.filter(({ searchListMethod }) => searchListMethod === 'articles').length).toBeGreaterThan(1);
	for (const { searchListMethod, searchFilterRequired } of lists) {
		expect([searchListMethod, searchFilterRequired]).toEqual([searchListMethod, searchListMethod === 'articles' ? true : undefined]);
	}
});

test('a token that CEC has forgotten is fetched anew', async () => {
	await run('sia', 'column', 'getMany', { beyondColuId: byId('0') });
	bench.sim.control.expireTokens();
	expect(await run('sia', 'column', 'getMany', { beyondColuId: byId('0') })).toHaveLength(4);
});

test('what was opened by searching says how', async () => {
	const { id } = withFiles();
	await run('signature', 'article', 'get', { coluKngId: byId(id), openType: 2, searchWord: 'prices', searchRank: '3', searchSortType: 'clickNum' });
	expect(bench.requests.at(-1)?.body).toMatchObject({ openType: '2', searchWord: 'prices', searchRank: '3', searchSortType: 'clickNum', ccId: 1, vdn: 1 });
});
