/** The examples fit the nodes as they are, hold nothing of the machine they were made on, and are all listed. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IConnections, INode, INodeProperties, INodePropertyCollection, INodeTypeDescription } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

import packageJson from '../package.json';
import { nodeClasses } from '../scripts/catalogue/published';
import { examplesFolder, readManifest } from '../scripts/demo/manifest';
import { fillIn } from '../scripts/demo/placeholders';

/** n8n's own nodes in use, in versions that the oldest supported n8n knows as well as the newest. */
const n8nNodes: Record<string, number> = {
	code: 2,
	crypto: 1,
	dataTable: 1.1,
	extractFromFile: 1,
	filter: 2.2,
	formTrigger: 2.2,
	if: 2.2,
	manualTrigger: 1,
	merge: 3,
	noOp: 1,
	readWriteFile: 1,
	removeDuplicates: 1.1,
	scheduleTrigger: 1.2,
	set: 3.4,
	splitOut: 1,
	stickyNote: 1,
	wait: 1.1,
	'@n8n/n8n-nodes-langchain.agent': 2.2,
	'@n8n/n8n-nodes-langchain.chatTrigger': 1.1,
	'@n8n/n8n-nodes-langchain.lmChatOpenAi': 1.2,
	'@n8n/n8n-nodes-langchain.memoryBufferWindow': 1.3,
};

const types = Object.fromEntries(
	Object.values(nodeClasses).flatMap((Node) => {
		const { description } = new Node();
		const type = `${packageJson.name}.${description.name}`;
		const named = [type, description] as const;
		// n8n makes the second one: the node as a tool of an AI agent, with what it is described by.
		return description.usableAsTool ? [named, [`${type}Tool`, asTool(description)] as const] : [named];
	}),
);

function asTool(description: INodeTypeDescription): INodeTypeDescription {
	const text = (name: string): INodeProperties => ({ displayName: name, name, type: 'string', default: '' });
	return { ...description, properties: [text('descriptionType'), text('toolDescription'), ...description.properties] };
}

interface Workflow {
	name: string;
	nodes: INode[];
	connections: IConnections;
}

const manifest = readManifest();
const tables = manifest.flatMap(({ dataTables = [] }) => dataTables);
const values = {
	N8N_URL: 'http://127.0.0.1:5678',
	SIMULATOR_URL: 'http://127.0.0.1:1',
	DATA_FOLDER: '/data',
};

test('the manifest lists every workflow, and one to run', () => {
	const files = readdirSync(examplesFolder).filter((file) => file.endsWith('.json') && file !== 'manifest.json');
	expect(manifest.map(({ file }) => file).sort()).toEqual(files.sort());
	const main = manifest.filter((example) => example.main);
	expect(main).toHaveLength(1);
	expect(readWorkflow(main[0].file).nodes.map(({ name }) => name)).toContain(main[0].summary);
	expect(new Set(tables.map(({ name }) => name)).size).toBe(tables.length);
});

describe.each(manifest)('$name', ({ file, name }) => {
	const text = readFileSync(join(examplesFolder, file), 'utf8');
	const workflow = readWorkflow(file);
	const ours = workflow.nodes.filter(({ type }) => type in types);

	test('bears the name of the manifest', () => {
		expect(workflow.name).toBe(name);
	});

	test('has placeholders that are known, and no secrets or places of a machine', () => {
		expect(() => fillIn(text, values)).not.toThrow();
		expect(text).not.toMatch(/"[^"]*(?:\/home\/|\/root\/|\/Users\/|\/tmp\/|\/work\/|[A-Z]:\\\\)/);
		expect(text).not.toMatch(/localhost|127\.0\.0\.1/);
		for (const { credentials = {} } of workflow.nodes) {
			for (const { id } of Object.values(credentials)) expect(id).toBeNull();
		}
		const passwords = ours
			.flatMap(({ parameters }) => Object.entries(parameters))
			.filter(([key]) => /password/i.test(key));
		for (const [, value] of passwords) expect(String(value)).toMatch(/^=/);
	});

	test('has nodes with ids and names of their own, that exist', () => {
		for (const key of ['id', 'name'] as const) {
			expect(new Set(workflow.nodes.map((node) => node[key])).size).toBe(workflow.nodes.length);
		}
		for (const { id, type, typeVersion } of workflow.nodes) {
			expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
			const known = type in types ? types[type].version : n8nNodes[type.replace('n8n-nodes-base.', '')];
			expect([type, typeVersion]).toEqual([type, known]);
		}
	});

	test('connects nodes that exist, and leaves none alone', () => {
		const names = workflow.nodes.map((node) => node.name);
		const ends = Object.values(workflow.connections).flatMap((kinds) => Object.values(kinds).flat(2));
		const targets = ends.map((one) => one?.node);
		const helpers = Object.entries(workflow.connections).flatMap(([name, kinds]) => ('main' in kinds ? [] : [name]));
		expect(names).toEqual(expect.arrayContaining([...Object.keys(workflow.connections), ...targets]));
		const alone = workflow.nodes.filter(
			(node) => !/stickyNote$|Trigger$/.test(node.type) && ![...targets, ...helpers].includes(node.name),
		);
		expect(alone.map((node) => node.name)).toEqual([]);
	});

	test('asks only nodes that exist for their items', () => {
		const asked = [...text.matchAll(/\$\('([^']+)'\)/g), ...text.matchAll(/answersOf\('([^']+)'\)/g)].map(
			([, node]) => node,
		);
		expect(workflow.nodes.map((node) => node.name)).toEqual(expect.arrayContaining(asked));
	});

	test('explains itself in notes', () => {
		expect(workflow.nodes.filter(({ type }) => type.endsWith('stickyNote')).length).toBeGreaterThan(1);
	});

	test.each(ours)('$name has the parameters of its operation', (node) => {
		const { properties, credentials = [] } = types[node.type];
		const shown = properties.filter((property) =>
			NodeHelpers.displayParameter(withDefaults(properties, node), property, node, types[node.type]),
		);
		expect(unknownKeys(node.parameters, shown)).toEqual([]);
		const missing = shown.filter(
			({ name: parameter, required }) => required && node.parameters[parameter] === undefined,
		);
		expect(missing.map((property) => property.name)).toEqual([]);
		expect(credentials.map((credential) => credential.name)).toEqual(
			expect.arrayContaining(Object.keys(node.credentials ?? {})),
		);
		const needed = credentials
			.filter((one) => one.required && NodeHelpers.displayParameter(withDefaults(properties, node), one, node, types[node.type]))
			.map((credential) => credential.name);
		expect(Object.keys(node.credentials ?? {})).toEqual(expect.arrayContaining(needed));
	});

	test('uses data tables with columns that the manifest makes', () => {
		for (const { parameters } of workflow.nodes.filter(({ type }) => type.endsWith('.dataTable'))) {
			const { dataTableId, columns, filters } = parameters as unknown as TableParameters;
			const table = tables.find((one) => one.name === dataTableId.value);
			const named = [
				...Object.keys(columns?.value ?? {}),
				...(columns?.schema ?? []).map(({ id }) => id),
				...(filters?.conditions ?? []).map(({ keyName }) => keyName),
			];
			expect(['id', ...(table?.columns ?? []).map((column) => column.name)]).toEqual(expect.arrayContaining(named));
		}
	});
});

test('the campaign gives CEC the address at which the results are awaited', () => {
	const trigger = readWorkflow('morning-campaign-results.json').nodes.find(({ type }) =>
		type.endsWith('ResultTrigger'),
	);
	const { webhookId, parameters } = trigger as INode;
	const path = `{{N8N_URL}}/webhook/${webhookId}/campaign-results/${String(parameters.secret)}`;
	expect(readFileSync(join(examplesFolder, 'morning-campaign.json'), 'utf8')).toContain(`"${path}"`);
});

test.each([
	['call-customer-back.json', 'released'],
	['broadcast-reminder.json', 'notification-released'],
])('%s gives CEC the address at which its trigger awaits the end of calls, signed', (file, path) => {
	const trigger = readWorkflow(file).nodes.find(({ type }) => type.endsWith('.huaweiCecCallTrigger')) as INode;
	expect(trigger.parameters.protection).toBe('sharedKey');
	const address = `{{N8N_URL}}/webhook/${trigger.webhookId}/${path}`;
	expect(readFileSync(join(examplesFolder, file), 'utf8')).toContain(`"${address}"`);
});

test('the lists have no real people in them', () => {
	const [, ...leads] = readRows('leads.csv');
	expect(leads).toHaveLength(300);
	const wrong = leads.filter(([, , number]) => !/^(447700900\d{3}|1202555 ?01\d\d)$/.test(number));
	expect(wrong.map(([id]) => id)).toEqual(['L-0057']); // the one that the node is to refuse
	expect(new Set(leads.map(([id]) => id)).size).toBe(leads.length);
	const [header, ...agents] = readRows('agents.csv');
	expect(header).not.toContain('password');
	for (const [, , email] of agents) expect(email).toMatch(/@example\.com$/);
	const [, ...people] = readRows('reminders.csv');
	expect(people).toHaveLength(40);
	expect(people.filter(([, , number]) => !/^447700900\d{3}$/.test(number)).map(([id]) => id)).toEqual(['P-0024']);
});

interface TableParameters {
	dataTableId: { value: string };
	columns?: { value: object; schema: Array<{ id: string }> };
	filters?: { conditions: Array<{ keyName: string }> };
}

function readWorkflow(file: string): Workflow {
	return JSON.parse(readFileSync(join(examplesFolder, file), 'utf8')) as Workflow;
}

function readRows(file: string): string[][] {
	const lines = readFileSync(join(examplesFolder, 'data', file), 'utf8')
		.trim()
		.split('\n');
	return lines.map((line) => line.split(','));
}

/** The parameters as the node sees them: display conditions look at those that were left as they start, too. */
function withDefaults(properties: INodeProperties[], node: INode): INode['parameters'] {
	return NodeHelpers.getNodeParameters(properties, node.parameters, true, false, node, types[node.type]) ?? {};
}

/** Keys that no property has, down to the rows of lists, dotted. */
function unknownKeys(given: object, properties: INodeProperties[]): string[] {
	return Object.entries(given).flatMap(([key, value]) => {
		const same = properties.filter((property) => property.name === key);
		if (same.length === 0) return [key];
		const inner = same.flatMap(({ type, options = [] }) =>
			type === 'collection'
				? unknownKeys(value as object, options as INodeProperties[])
				: type === 'fixedCollection'
					? unknownInRows(value as Record<string, object[]>, options as INodePropertyCollection[])
					: [],
		);
		return inner.map((below) => `${key}.${below}`);
	});
}

function unknownInRows(given: Record<string, object[]>, options: INodePropertyCollection[]): string[] {
	return Object.entries(given).flatMap(([key, rows]) => {
		const list = options.find((option) => option.name === key);
		return list ? rows.flatMap((row) => unknownKeys(row, list.values)) : [key];
	});
}
