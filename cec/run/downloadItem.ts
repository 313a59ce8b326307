/** Runs an operation whose answer names the address of a file. */
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { at } from '../formats/paths';
import { buildRequest } from '../request/build';
import type { Surroundings, Values } from '../request/encode';
import { InputProblem } from '../request/problem';
import { rawAnswer } from '../request/readAnswer';
import { wantsSimple, type Run } from './run';
import type { Settings } from './settings';

/** Fetches the file straight into n8n's store of binary data, without holding it in memory. */
export async function downloadItem(
	{ context, client, operation }: Run,
	values: Values,
	around: Surroundings,
	item: number,
	settings: Settings,
): Promise<INodeExecutionData> {
	const { paths = [], fileName, with: withKeys = [] } = operation.answer;
	const answer = await client.ask(operation, buildRequest(operation, values, around));
	const url = paths.map((path) => at(answer, path)).find((found) => found !== undefined);
	if (typeof url !== 'string' || url === '') throw new InputProblem('CEC gave no address for the file', 'It may not be ready yet; try again later.');
	const name = fileName?.(values) ?? 'file';
	const binary = await client.fetchFile(
		operation,
		url,
		async ({ content, type }) => await context.helpers.prepareBinaryData(content, name, type),
	);
	const field = context.getNodeParameter('outputBinaryField', item, 'data') as string;
	const about = Object.fromEntries(withKeys.map((key) => [key, values[key]]));
	const json = wantsSimple(context, item)
		? { ...about, fileName: name, mimeType: binary.mimeType, fileSize: binary.fileSize }
		: rawAnswer(operation, answer, settings);
	return { json: json as IDataObject, binary: { [field]: binary }, pairedItem: { item } };
}
