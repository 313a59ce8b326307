/** Examples in the n8n of the tests, and what they write into their tables. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject } from 'n8n-workflow';

import { saveExampleCredentials } from '../../../scripts/credentials';
import { importExamples } from '../../../scripts/demo/examples';
import { examplesFolder, readManifest } from '../../../scripts/demo/manifest';
import { ready } from '../../../scripts/demo/rehearsal';
import type { StoredWorkflow } from '../../../scripts/n8n/api';
import { until } from '../../../scripts/n8n/session';
import { n8n } from './n8n';
import { readRuntime } from './runtime';

type Rows = IDataObject[];

/** Where nobody answers: for examples that ask no model. */
const NO_MODEL = 'http://127.0.0.1:1/v1';

/** The example with the rows of the manifest in its tables, active where the manifest says so. */
export async function importExample(name: string, modelUrl = NO_MODEL): Promise<StoredWorkflow> {
	const { filesFolder, n8nUrl, simulatorUrl, credentials } = readRuntime();
	cpSync(join(examplesFolder, 'data'), filesFolder, { recursive: true });
	const values = { N8N_URL: n8nUrl, SIMULATOR_URL: simulatorUrl, DATA_FOLDER: filesFolder };
	const one = readManifest().filter((example) => example.name === name);
	const named = await saveExampleCredentials(n8n(), simulatorUrl, modelUrl);
	const imported = await importExamples(one, { api: n8n(), credentials, named, values });
	await ready({ api: n8n(), imported, simulatorUrl });
	return imported[0].workflow;
}

export async function rows(name: string): Promise<Rows> {
	const table = (await n8n().dataTables.all()).find((one) => one.name === name);
	return table ? await n8n().dataTables.rows(table) : [];
}

export async function rowsWhen(
	name: string,
	isDone: (rows: Rows) => boolean | Promise<boolean>,
	wanted: (row: IDataObject) => boolean = () => true,
): Promise<Rows> {
	return await until(`Rows of ${name}`, async () => {
		const all = await rows(name);
		return (await isDone(all)) ? all.filter(wanted) : undefined;
	}, 60_000);
}
