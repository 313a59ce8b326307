/** Runs an operation whose answer is a file, or names the address of one. */
import type { IBinaryData, IDataObject, INodeExecutionData } from 'n8n-workflow';

import { isFileItself, type AnswerSpec } from '../catalogue/answer';
import { hasExtension, kindOf, nameIn, withExtension } from '../formats/files';
import { at, isRecord } from '../formats/paths';
import { buildRequest } from '../request/build';
import { plain, plainValues, type Surroundings, type Values } from '../request/encode';
import { InputProblem } from '../request/problem';
import { rawAnswer, type Json } from '../request/readAnswer';
import { inForm, sessionToCarry, wantsSimple, type Run } from './run';
import type { Settings } from './settings';

type By = NonNullable<AnswerSpec['by']>;

const JUST_BYTES = 'application/octet-stream';

interface Fetched {
	binary: IBinaryData;
	/** What CEC said, where it said something beside the file. */
	answer?: Json;
	/** What stood around the file. */
	beside?: Json;
}

/** Fetches the file straight into n8n's store of binary data, without holding it in memory. */
export async function downloadItem(run: Run, values: Values, around: Surroundings, item: number, settings: Settings): Promise<INodeExecutionData> {
	const { context, operation } = run;
	const { fileName, with: withKeys = [] } = operation.answer;
	const name = fileName?.(plainValues(values)) ?? 'file';
	const { binary, answer, beside } = await fetchInto(run, values, around, name);
	const field = context.getNodeParameter('outputBinaryField', item, 'data') as string;
	const about = Object.fromEntries(withKeys.map((path) => [path.split('.').pop(), plain(at(values, path))]));
	const told = answer && !wantsSimple(context, item)
		? rawAnswer(operation, answer, settings)
		: { ...about, ...beside, fileName: binary.fileName, mimeType: binary.mimeType, fileSize: binary.fileSize };
	const session = sessionToCarry(run);
	return { json: { ...told, ...(session && { session }) } as IDataObject, binary: { [field]: binary }, pairedItem: { item } };
}

/** The file of an operation, wherever its answer has it, in n8n's store of binary data. */
export async function fetchInto(run: Run, values: Values, around: Surroundings, name: string): Promise<Fetched> {
	return await fetcherOf(run.operation.answer)(run, values, around, name);
}

function fetcherOf(answer: AnswerSpec): (...given: Parameters<typeof fetchAnswer>) => Promise<Fetched> {
	const { by } = answer;
	if (by) return async (...given) => await fetchByOperation(by, ...given);
	if (isFileItself(answer)) return fetchAnswer;
	return answer.base64 === undefined ? fetchFromAddress : readFromAnswer;
}

/** The file behind the address that the operation answers. */
async function fetchFromAddress({ context, client, operation }: Run, values: Values, around: Surroundings, name: string): Promise<Fetched> {
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

/** The file that the answer holds in BASE64. It is in the item once, as binary data. */
async function readFromAnswer({ context, client, operation }: Run, values: Values, around: Surroundings, name: string): Promise<Fetched> {
	const { path = '', base64 = '' } = operation.answer;
	const answer = await client.ask(operation, buildRequest(operation, values, around));
	const payload = path === '' ? answer : at(answer, path);
	const { [base64]: encoded, ...beside } = isRecord(payload) ? payload : {};
	if (typeof encoded !== 'string' || encoded === '') throw new InputProblem('CEC answered without a file', 'Try again later.');
	const content = Buffer.from(encoded, 'base64');
	const kind = kindOf(content, name);
	const binary = await context.helpers.prepareBinaryData(content, withExtension(name, kind), kind.type);
	return { binary, answer: path === '' ? beside : { ...answer, [path]: beside }, beside: path === '' ? {} : beside };
}

/** The file that another operation fetches with what this one answers. */
async function fetchByOperation({ ask, given }: By, run: Run, values: Values, around: Surroundings, name: string): Promise<Fetched> {
	const { context, client, operation } = run;
	const answer = await client.ask(operation, buildRequest(operation, values, around));
	return await fetchAnswer({ ...run, operation: inForm(context, ask()) }, given(answer), around, name);
}

async function fetchAnswer({ context, client, operation }: Run, values: Values, around: Surroundings, name: string): Promise<Fetched> {
	const binary = await client.download(operation, buildRequest(operation, values, around), async ({ content, beginning, type, disposition }) => {
		const called = nameIn(disposition) ?? name;
		const kind = kindOf(beginning, called);
		return await context.helpers.prepareBinaryData(content, withExtension(called, kind), type ?? kind.type);
	});
	return { binary };
}
