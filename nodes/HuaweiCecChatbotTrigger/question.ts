/** What CEC asks (tables 10-86 and 10-87), for the workflow. */
import type { IDataObject } from 'n8n-workflow';

import { isRecord } from '../../cec/formats/paths';

const NEEDED = ['userId', 'sentence', 'tenantId', 'language'];

/** The question in a body; undefined when it is none. */
export function questionIn(body: Record<string, unknown> | undefined): IDataObject | undefined {
	const request = body?.request;
	if (!isRecord(request) || !NEEDED.every((key) => typeof request[key] === 'string' && request[key] !== '')) return undefined;
	const { accesscode, ...others } = request;
	return {
		...others,
		accessCode: others.accessCode ?? accesscode,
		// What n8n's chat and agent nodes look for.
		chatInput: request.sentence,
		sessionId: request.userId,
	} as IDataObject;
}
