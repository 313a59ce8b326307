/** Every operation of every node, run by the real n8n with the parameters of the quick test of all operations. */
import type { IDataObject, INode, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import type { Operation } from '../../cec/catalogue/operation';
import { actionNodes } from '../../scripts/catalogue/nodes';
import type { CredentialType } from '../../scripts/credentials';
import type { StoredCredential } from '../../scripts/n8n/api';
import type { Execution } from '../../scripts/n8n/execution';
import type { LoggedRequest } from '../../simulator';
import { isOf } from '../operations/logged';
import { cases, type Prepare } from '../operations/parameters';
import { hello } from '../support/audio';
import { Bench, binary, byId } from '../support/bench';
import { n8n, node as anyNode, start, using, workflow } from './support';

const offered = actionNodes.flatMap(({ name: node, resources }) =>
	resources.flatMap(({ value, operations }) =>
		Object.values(operations).map((operation) => ({ key: `${node}/${value}/${operation.value}`, node, operation })),
	),
);
const downloads = offered.filter(({ operation }) => operation.answer.kind === 'file');

const wav = binary(hello, 'hello.wav');

let bench: Bench;
let credentials: Partial<Record<CredentialType, StoredCredential>>;
/** By agent ID: some operations need an inspector, or an agent with video. */
let agentCredentials: Map<number, StoredCredential>;
/** By account: a recognizer may do only what nobody else may. */
let botCredentials: Map<string, StoredCredential>;

beforeAll(async () => {
	bench = await Bench.start();
	const stored = Object.entries(bench.credentials).map(async ([type, data]) => [
		type,
		await n8n().createCredential(type, 'Bench', data),
	]);
	credentials = Object.fromEntries(await Promise.all(stored)) as typeof credentials;
	const agents = bench.tenant.agents.map(async (_agent, index) => {
		const data = bench.agentCredential(index);
		return [data.agentId, await n8n().createCredential('huaweiCecAgentApi', `Bench ${data.agentId}`, data)] as const;
	});
	agentCredentials = new Map(await Promise.all(agents));
	const accounts = (['recognizer', 'tenant'] as const).map(async (account) => {
		bench.botAccount = account;
		return [account, await n8n().createCredential('huaweiCecBotApi', `Bench ${account}`, bench.credentials.huaweiCecBotApi)] as const;
	});
	botCredentials = new Map(await Promise.all(accounts));
});

afterAll(async () => await bench.close());

beforeEach(() => bench.reset());

it('covers all operations there are', () => {
	expect(downloads.map(({ key }) => key).sort()).toEqual([
		'huaweiCecBotManagement/speech/synthesize',
		'huaweiCecCall/recording/download',
		'huaweiCecKnowledgeBase/attachment/download',
		'huaweiCecRecording/agentOperation/download',
		'huaweiCecRecording/callRecord/download',
		'huaweiCecRecording/ivrFile/download',
		'huaweiCecRecording/recording/download',
		'huaweiCecRecording/recording/downloadBotRecording',
		'huaweiCecRecording/recording/downloadFile',
		'huaweiCecRecording/recording/play',
		'huaweiCecRecording/recording/playWithToken',
		'huaweiCecRecording/voicemail/download',
		'huaweiCecSupervision/recording/download',
		'huaweiCecSupervision/recording/downloadByCall',
		'huaweiCecSupervision/video/download',
		'huaweiCecSupervision/video/downloadFromConference',
		'huaweiCecWebChat/file/download',
	]);
	expect(offered.map(({ key }) => key).sort()).toEqual(Object.keys(cases).sort());
	expect(new Set(offered.map(({ key }) => key)).size).toBe(offered.length);
});

describe.each(offered)('$key', ({ key, node, operation }) => {
	const given = cases[key];
	const runs: Array<[string, Prepare]> = [['with what it needs', given.run], ...Object.entries(given.more ?? {})];

	it.each(runs)('works %s', async (name, prepare) => {
		const parameters = await prepared(operation, prepare);
		const execution = await run(node, operation, parameters);
		expect(execution.error?.message).toBeUndefined();
		expect(execution.status).toBe('success');
		const items = execution.output('Run');
		expect(items.length).toBeGreaterThan(0);
		for (const { json, pairedItem, error } of items) {
			expect(pairedItem).toEqual({ item: 0 });
			expect(error).toBeUndefined();
			expect(Object.keys(json).length).toBeGreaterThan(0);
		}
		if (name === 'with what it needs' && given.gives) expect(items[0].json).toMatchObject(given.gives);
		const sent = bench.requests.filter((request) => isOf(operation, request));
		expect(sent.length).toBeGreaterThan(0);
		expect(sent.at(-1)?.status).toBe(200);
	});
});

describe.each(downloads)('$key', ({ key, node, operation }) => {
	it.each(['data', 'recording'])('leaves the file in the field "%s" of the item, to the last byte', async (field) => {
		const parameters = await prepared(operation, cases[key].run);
		const more = field === 'data' ? {} : { outputBinaryField: field };
		const execution = await run(node, operation, { ...parameters, ...more });
		expect(execution.error?.message).toBeUndefined();
		const [{ json, binary: files = {} }, ...others] = execution.output('Run');
		expect(others).toEqual([]);
		expect(Object.keys(files)).toEqual([field]);
		// The first one may have met a simulator that had just forgotten all tokens.
		const asked = bench.requests.filter((request) => isOf(operation, request)).at(-1) as LoggedRequest;
		const file = await bench.fileOf(operation, asked, parameters.session as string | undefined);
		const kept = await n8n().binaryData(files[field]);
		const { begins, type } = cases[key].file ?? {};
		expect(kept.toString('latin1', 0, 12)).toMatch(begins ?? /$^/);
		expect(kept.equals(file)).toBe(true);
		expect(files[field]).toMatchObject({ mimeType: type, fileName: json.fileName });
	});
});

describe('items that CEC refuses', () => {
	const accounts = ['agent.one', 'agent.none', 'agent.two'].map((account) => ({ json: { account } }));
	const getAgent = { resource: 'agent', operation: 'get', userAccount: byId('={{ $json.account }}') };
	const getCampaign = { resource: 'campaign', operation: 'get', campaignId: byId('={{ $json.campaign }}') };

	it('Agent: stop the workflow, and say which item and why', async () => {
		const execution = await runItems('huaweiCecAgent', getAgent, accounts);
		expect(execution.status).toBe('error');
		expect(execution.error?.node?.name).toBe('Run');
		expect(execution.error?.context?.itemIndex).toBe(1);
		expect(execution.error?.message).toBe('CEC found nothing with these values');
		expect(execution.error?.description).toContain('Check the id.');
	});

	it('Agent: go on as error items in their place', async () => {
		const execution = await runItems('huaweiCecAgent', getAgent, accounts, { onError: 'continueRegularOutput' });
		expect(execution.status).toBe('success');
		const items = execution.output('Run');
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
		expect(items[0].json).toMatchObject({ userAccount: 'agent.one', userName: 'Agent One' });
		expect(items[1].json).toEqual({ error: 'CEC found nothing with these values', message: 'Check the id.' });
		expect(items[2].json).toMatchObject({ userAccount: 'agent.two' });
	});

	it('Campaign: stop the workflow with what CEC says in words', async () => {
		const items = [{ json: { campaign: await bench.campaign() } }, { json: { campaign: 1 } }];
		const execution = await runItems('huaweiCecCampaign', getCampaign, items);
		expect(execution.status).toBe('error');
		expect(execution.error?.context?.itemIndex).toBe(1);
		expect(execution.error?.message).toBe('The campaign does not exist (code 0200007)');
		expect(execution.error?.description).toContain('Pick it from the list again; it may have been deleted.');
		expect(execution.error?.description).toContain('Interface 7.1.6 (GET /rest/isales/v1/openapi/campaigns/{vdnId}/{campaignId}).');
		expect(execution.error?.httpCode ?? null).toBeNull();
	});

	it('Campaign: go on as error items in their place', async () => {
		const ids = [await bench.campaign(), 1, await bench.campaign()];
		const items = ids.map((id) => ({ json: { campaign: id } }));
		const execution = await runItems('huaweiCecCampaign', getCampaign, items, { onError: 'continueRegularOutput' });
		expect(execution.status).toBe('success');
		const out = execution.output('Run');
		expect(out.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
		expect(out[0].json).toMatchObject({ id: ids[0], statusName: 'Paused' });
		expect(out[1].json).toMatchObject({ error: 'The campaign does not exist (code 0200007)', cecCode: '0200007' });
		expect(out[2].json).toMatchObject({ id: ids[2] });
	});

	it('Campaign: go out by the error output, each with the item it came of', async () => {
		const ids = [1, await bench.campaign(), 2];
		const items = ids.map((id) => ({ json: { campaign: id } }));
		const execution = await runItems('huaweiCecCampaign', getCampaign, items, { onError: 'continueErrorOutput' });
		expect(execution.status).toBe('success');
		expect(execution.items('Run').map(({ id }) => id)).toEqual([ids[1]]);
		const failed = execution.output('Run', 1);
		expect(failed.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
		expect(failed.map(({ json }) => json)).toEqual(
			[1, 2].map((id) => ({
				campaign: id,
				error: 'The campaign does not exist (code 0200007)',
				message: expect.stringContaining('Pick it from the list again'),
			})),
		);
	});

	it('Campaign: among entries that travel together only those that are at fault fail', async () => {
		await bench.sales('/blocklist/add', { blocklist: ['447700900002'] });
		const id = await bench.campaign();
		const numbers = ['447700900001', '447700900002', 'no number', '447700900003', '447700900001'];
		const parameters = {
			resource: 'number',
			operation: 'add',
			campaignId: byId(id),
			called: { values: [{ calledNo: '={{ $json.number }}' }] },
		};
		const execution = await runItems(
			'huaweiCecCampaign',
			parameters,
			numbers.map((number) => ({ json: { number } })),
			{ onError: 'continueRegularOutput' },
		);
		const out = execution.output('Run');
		expect(out.map(({ pairedItem }) => pairedItem)).toEqual([0, 1, 2, 3, 4].map((item) => ({ item })));
		expect(out.map(({ json }) => json.success)).toEqual([true, undefined, undefined, true, undefined]);
		expect(out[1].json).toMatchObject({
			called: [{ calledNo: '447700900002' }],
			error: 'The number is on the blocklist (code 0200024)',
			cecCode: '0200024',
		});
		expect(out[2].json.error).toContain('may hold only digits, * and #');
		expect(out[4].json.error).toBe('The same contact came before, with item 0');
		const added = bench.campaignState(id).contacts.map(({ numbers: [{ calledNo }] }) => calledNo);
		expect(added).toEqual(['447700900001', '447700900003']);
	});
});

async function prepared(operation: Operation, prepare: Prepare): Promise<INodeParameters> {
	const parameters = await prepare(bench);
	// Whoever prepares something may have called right before: the next call must not be too early.
	await bench.sim.clock.advance(2000);
	bench.sim.control.clearRequests();
	const confirmed = operation.risk === 'destructive' ? { confirm: true } : {};
	return { resource: operation.resource, operation: operation.value, ...confirmed, ...parameters } as INodeParameters;
}

async function run(node: string, operation: Operation, parameters: INodeParameters): Promise<Execution> {
	// A job that the node waits for takes time on the simulated clock.
	if (operation.wait) bench.sim.clock.run(600);
	const execution = await runItems(node, parameters, [{ json: { given: true }, binary: { data: wav } }]);
	bench.sim.clock.run(0);
	return execution;
}

/** With every credential of the bench: each node takes the one that its resource needs. */
async function runItems(
	name: string,
	parameters: IDataObject,
	items: INodeExecutionData[],
	more: Partial<INode> = {},
): Promise<Execution> {
	const acting = agentCredentials.get(Number(bench.credentials.huaweiCecAgentApi.agentId));
	const bot = botCredentials.get(String(bench.credentials.huaweiCecBotApi.account));
	const chosen = [...Object.values(credentials), ...(acting ? [acting] : []), ...(bot ? [bot] : [])];
	const all = Object.assign({}, ...chosen.map((one) => using(one).credentials)) as INode['credentials'];
	const type = `n8n-nodes-huawei-cec.${name}`;
	const node = anyNode('Run', type, parameters as INodeParameters, { credentials: all, ...more });
	const draft = { ...workflow(`${parameters.resource} ${parameters.operation}`, [start(), node]), pinData: { Start: items } };
	return await n8n().runWorkflow(draft);
}
