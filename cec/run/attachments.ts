/** Puts the files that an answer lists into the binary fields of its item. */
import type { INodeExecutionData } from 'n8n-workflow';

import { at, isRecord } from '../formats/paths';
import type { Surroundings, Values } from '../request/encode';
import { fetchInto } from './downloadItem';
import { nodeError } from './errors';
import { inForm, type Run } from './run';

const FIELD = 'data';

/** The items, the first of them with the files, where the user wants them. */
export async function withAttachments(run: Run, items: INodeExecutionData[], values: Values, around: Surroundings, item: number): Promise<INodeExecutionData[]> {
	const { attachments } = run.operation;
	if (!attachments || items.length === 0 || run.context.getNodeParameter('downloadAttachments', item, false) !== true) return items;
	const [first, ...others] = items;
	const { path = '' } = run.operation.answer;
	// Simplified or not, the list stands at its path or behind the payload's.
	const inPayload = attachments.list.startsWith(`${path}.`) ? attachments.list.slice(path.length + 1) : attachments.list;
	const found = at(first.json, attachments.list) ?? at(first.json, inPayload);
	const rows = Array.isArray(found) ? found.filter(isRecord) : [];
	const fetching = { ...run, operation: inForm(run.context, attachments.ask()) };
	const binary: NonNullable<INodeExecutionData['binary']> = {};
	for (const [index, row] of rows.entries()) {
		const fetched = await fetchInto(fetching, attachments.given(row, values), around, attachments.fileName(row)).catch((error: unknown) => {
			if (!attachments.failsAlone) throw error;
			row.error = nodeError(run.context.getNode(), error).message;
			return undefined;
		});
		if (fetched) binary[index === 0 ? FIELD : `${FIELD}${index}`] = fetched.binary;
	}
	return [{ ...first, binary }, ...others];
}
