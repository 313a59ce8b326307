import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { DemoCredentials, NamedCredentials } from '../credentials';
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
	/** Those that nodes ask for by name; all others are found by their type. */
	named: NamedCredentials;
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
		const workflow = await around.api.saveWorkflow(readWorkflow(example, values, around));
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

function readWorkflow(example: Example, values: Record<string, string>, around: ExampleSurroundings): WorkflowDraft {
	const text = readFileSync(join(examplesFolder, example.file), 'utf8');
	const draft = JSON.parse(fillIn(text, values)) as WorkflowDraft;
	const nodes = draft.nodes.map((node) => ({ ...node, credentials: replaceCredentials(node.credentials, around) }));
	return { ...draft, id: undefined, name: example.name, nodes };
}

type NodeCredentials = WorkflowDraft['nodes'][number]['credentials'];

function replaceCredentials(wanted: NodeCredentials, { credentials, named }: ExampleSurroundings): NodeCredentials {
	if (!wanted) return undefined;
	const found = Object.entries(wanted).map(([type, one]) => {
		const { id, name } = named[one.name] ?? credentials[type as keyof DemoCredentials] ?? one;
		return [type, { id, name }];
	});
	return Object.fromEntries(found) as NodeCredentials;
}
