/** The file that an answer of the simulator leads to. */
import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../cec/catalogue/operation';
import { at, changeAt, isRecord } from '../../cec/formats/paths';

/** The bytes behind the address in the answer, or in the answer itself. */
export async function fileOf({ answer: { path = '', base64, paths = [] } }: Operation, response: IDataObject): Promise<Buffer> {
	if (base64 !== undefined) return Buffer.from(String(at(response, path === '' ? base64 : `${path}.${base64}`)), 'base64');
	const url = paths.map((each) => at(response, each)).find((found) => found !== undefined);
	return Buffer.from(await (await fetch(String(url))).arrayBuffer());
}

/** What an item tells of the answer: all but the file. */
export function withoutFile({ answer: { path = '', base64 } }: Operation, response: IDataObject): IDataObject {
	if (base64 === undefined) return response;
	const leaveOut = (payload: unknown) => (isRecord(payload) ? { ...payload, [base64]: undefined } : payload);
	return (path === '' ? leaveOut(response) : changeAt(response, path, leaveOut)) as IDataObject;
}
