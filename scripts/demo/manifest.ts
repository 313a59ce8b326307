import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject } from 'n8n-workflow';

import type { DataTableColumn } from '../n8n/dataTables';
import { projectFolder } from '../n8n/folders';
import { Problem } from '../terminal/problem';

export interface ExampleTable {
	name: string;
	columns: DataTableColumn[];
	rows?: IDataObject[];
}

/** One example workflow, as examples/manifest.json lists it. */
export interface Example {
	file: string;
	name: string;
	/** Whether its triggers run from the start on. */
	active: boolean;
	/** The one that `npm start` runs. */
	main?: boolean;
	/** The node of the main example whose first item holds the numbers to show. */
	summary?: string;
	dataTables?: ExampleTable[];
}

export const examplesFolder = join(projectFolder, 'examples');

/** In the order of the manifest: an example may name those above it. */
export function readManifest(): Example[] {
	const file = join(examplesFolder, 'manifest.json');
	if (!existsSync(file)) throw new Problem('examples/manifest.json is missing from this checkout');
	return JSON.parse(readFileSync(file, 'utf8')) as Example[];
}
