import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { DemoCredentials } from '../credentials';
import type { N8nApi, StoredWorkflow, WorkflowDraft } from '../n8n/api';
import type { DataTable } from '../n8n/dataTables';
import { examplesFolder, type Example, type ExampleTable } from './manifest';
import { fillIn } from './placeholders';

export interface ImportedExample {
	example: Example;
	workflow: StoredWorkflow;
}

export interface ExampleSurroundings {
	api: N8nApi;
	credentials: DemoCredentials;
	/** N8N_URL, SIMULATOR_URL and so on: see scripts/README.md. */
	values: Record<string, string>;
}

/** Imports the examples into n8n; those of an earlier start are brought up to date. */
export async function importExamples(examples: Example[], around: ExampleSurroundings): Promise<ImportedExample[]> {
	const values = { ...around.values };
	const imported: ImportedExample[] = [];
	for (const example of examples) {
		for (const table of example.dataTables ?? []) {
			values[`DATA_TABLE:${table.name}`] = (await freshTable(around.api, table)).id;
		}
		const workflow = await around.api.saveWorkflow(readWorkflow(example, values, around.credentials));
		values[`WORKFLOW:${example.name}`] = workflow.id;
		imported.push({ example, workflow });
	}
	// only now, since an active workflow may start another one
	for (const { example, workflow } of imported) if (example.active) await around.api.activate(workflow);
	return imported;
}

/** Every start begins with the rows of the manifest, so that it shows the same numbers. */
async function freshTable({ dataTables }: N8nApi, { name, columns, rows = [] }: ExampleTable): Promise<DataTable> {
	const old = (await dataTables.all()).find((table) => table.name === name);
	if (old) await dataTables.delete(old);
	const table = await dataTables.ensure(name, columns);
	if (rows.length > 0) await dataTables.insert(table, rows);
	return table;
}

function readWorkflow(example: Example, values: Record<string, string>, credentials: DemoCredentials): WorkflowDraft {
	const text = readFileSync(join(examplesFolder, example.file), 'utf8');
	const draft = JSON.parse(fillIn(text, values)) as WorkflowDraft;
	const nodes = draft.nodes.map((node) => ({ ...node, credentials: replaceCredentials(node.credentials, credentials) }));
	return { ...draft, id: undefined, name: example.name, nodes };
}

type NodeCredentials = WorkflowDraft['nodes'][number]['credentials'];

function replaceCredentials(named: NodeCredentials, credentials: DemoCredentials): NodeCredentials {
	if (!named) return undefined;
	const known = Object.entries(credentials).filter(([type]) => type in named);
	return { ...named, ...Object.fromEntries(known.map(([type, { id, name }]) => [type, { id, name }])) };
}
