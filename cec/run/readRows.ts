/** Runs an operation whose answer is a ZIP file of tables, for who wants their rows rather than the file. */
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { TablesSpec } from '../catalogue/answer';
import { namedRows, readCsv } from '../formats/csv';
import { unzip } from '../formats/zip';
import { buildRequest } from '../request/build';
import type { Surroundings, Values } from '../request/encode';
import { InputProblem } from '../request/problem';
import { decorate, type Reading } from '../request/readAnswer';
import { expressible } from '../formats/expressible';
import type { Run } from './run';

const MB = 1024 * 1024;
/** What n8n can hold as items. */
const MOST_PACKED = 32 * MB;
const MOST_UNPACKED = 256 * MB;
const INSTEAD = 'Switch "Return Rows" off to get it as a file, or ask for a shorter span of time.';

export async function readRows({ client, operation }: Run, tables: TablesSpec, values: Values, around: Surroundings, item: number, reading: Reading): Promise<INodeExecutionData[]> {
	const archive = await client.download(operation, buildRequest(operation, values, around), async ({ content }) => await wholeOf(content as AsyncIterable<Buffer> | Buffer));
	const entries = archive && (await unzip(archive, MOST_UNPACKED));
	if (!entries) throw new InputProblem('The file is too large for items, or no ZIP file', INSTEAD);
	return entries.flatMap(({ name, content }) => {
		const table = Object.keys(tables.files).find((part) => name.includes(`_${part}`));
		if (table === undefined) return [];
		const { columns, adds } = tables.files[table];
		const rows = namedRows(readCsv(content.toString('utf8')), columns);
		return expressible(rows.map((row) => ({ table, ...decorate(row, adds, reading) }))).map((json) => ({ json: json as IDataObject, pairedItem: { item } }));
	});
}

/** The bytes of a file; undefined when there are too many. */
async function wholeOf(content: AsyncIterable<Buffer> | Buffer): Promise<Buffer | undefined> {
	if (Buffer.isBuffer(content)) return content;
	const chunks: Buffer[] = [];
	let bytes = 0;
	for await (const chunk of content) {
		bytes += chunk.length;
		if (bytes > MOST_PACKED) return undefined;
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}
