/** Runs an operation whose answer is a file, or names the address of one. */
import type { IBinaryData, IDataObject, INodeExecutionData } from 'n8n-workflow';

import { isFileItself } from '../catalogue/answer';
import { hasExtension, kindOf, nameIn, withExtension } from '../formats/files';
import { at } from '../formats/paths';
import { buildRequest } from '../request/build';
import { plain, type Surroundings, type Values } from '../request/encode';
import { InputProblem } from '../request/problem';
import { rawAnswer, type Json } from '../request/readAnswer';
import { sessionToCarry, wantsSimple, type Run } from './run';
import type { Settings } from './settings';

const JUST_BYTES = 'application/octet-stream';

interface Fetched {
	binary: IBinaryData;
	/** What CEC said, where it said something beside the file. */
	answer?: Json;
}

/** Fetches the file straight into n8n's store of binary data, without holding it in memory. */
export async function downloadItem(run: Run, values: Values, around: Surroundings, item: number, settings: Settings): Promise<INodeExecutionData> {
	const { context, operation } = run;
	const { fileName, with: withKeys = [] } = operation.answer;
	const name = fileName?.(plainValues(values)) ?? 'file';
	const fetch = isFileItself(operation.answer) ? fetchAnswer : fetchFromAddress;
	const { binary, answer } = await fetch(run, values, around, name);
	const field = context.getNodeParameter('outputBinaryField', item, 'data') as string;
	const about = Object.fromEntries(withKeys.map((key) => [key, plain(values[key])]));
	const told = answer && !wantsSimple(context, item)
		? rawAnswer(operation, answer, settings)
		: { ...about, fileName: binary.fileName, mimeType: binary.mimeType, fileSize: binary.fileSize };
	const session = sessionToCarry(run);
	return { json: { ...told, ...(session && { session }) } as IDataObject, binary: { [field]: binary }, pairedItem: { item } };
}

const plainValues = (values: Values): Values => Object.fromEntries(Object.entries(values).map(([key, value]) => [key, plain(value)]));

/** The file behind the address that the operation answers. */
export async function fetchFromAddress({ context, client, operation }: Run, values: Values, around: Surroundings, name: string): Promise<Fetched> {
	const { paths = [] } = operation.answer;
	const answer = await client.ask(operation, buildRequest(operation, values, around));
	const url = paths.map((path) => at(answer, path)).find((found) => found !== undefined);
	if (typeof url !== 'string' || url === '') throw new InputProblem('CEC gave no address for the file', 'It may not be ready yet; try again later.');
	const binary = await client.fetchFile(
		operation,
		url,
		// Of a name without an ending n8n would make text.
		async ({ content, type }) => await context.helpers.prepareBinaryData(content, name, type ?? (hasExtension(name) ? undefined : JUST_BYTES)),
	);
	return { binary, answer };
}

async function fetchAnswer({ context, client, operation }: Run, values: Values, around: Surroundings, name: string): Promise<Fetched> {
	const binary = await client.download(operation, buildRequest(operation, values, around), async ({ content, beginning, type, disposition }) => {
		const called = nameIn(disposition) ?? name;
		const kind = kindOf(beginning, called);
		return await context.helpers.prepareBinaryData(content, withExtension(called, kind), type ?? kind.type);
	});
	return { binary };
}
