/** The two callbacks of the file server: a file of call records (13.2.1.2), or of agent operations (13.2.1.6), is ready. */
import type { IDataObject } from 'n8n-workflow';

import { parseExact } from '../../cec/formats/exactJson';
import { isRecord } from '../../cec/formats/paths';

/** The interfaces that announce the callbacks; these have no sections of their own. */
export const INTERFACES = ['13.2.1.2', '13.2.1.6'];

/** The later edition of the reference wants an answer with a body; without one CEC repeats the callback. */
export const RECEIVED = { resultCode: '0', resultDesc: 'success' };

export type Kind = 'callRecord' | 'agentOperation';

/** The keys that name the file; table 13-81 has "fileName" where the sample has "agentOprInfoFileName". */
const KINDS: Record<string, Kind> = {
	billFileName: 'callRecord',
	agentOprInfoFileName: 'agentOperation',
	fileName: 'agentOperation',
};

/** Under which the Recording node takes the file. */
const PARAMETERS: Record<Kind, string> = { callRecord: 'billFileName', agentOperation: 'agentOprInfoFileName' };

/** The name goes into a download: nothing but a day and an ID may stand in it. */
const FILE_NAME = /^\d{8}_[0-9A-Za-z-]+\.zip$/;

export interface FileReady {
	kind: Kind;
	fileName: string;
	message: Record<string, unknown>;
}

/** The callback; undefined when it is none. */
export function readFileReady(raw: Buffer): FileReady | undefined {
	const message = messageIn(raw.toString('utf8'));
	const key = Object.keys(KINDS).find((name) => typeof message?.[name] === 'string');
	if (!message || key === undefined) return undefined;
	const fileName = String(message[key]);
	return FILE_NAME.test(fileName) ? { kind: KINDS[key], fileName, message } : undefined;
}

export const toItem = ({ kind, fileName, message }: FileReady): IDataObject =>
	({ kind, ...message, fileName, [PARAMETERS[kind]]: fileName }) as IDataObject;

function messageIn(text: string): Record<string, unknown> | undefined {
	try {
		const body = parseExact(text);
		return isRecord(body) && isRecord(body.msgBody) ? body.msgBody : undefined;
	} catch {
		return undefined;
	}
}
