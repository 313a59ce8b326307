/** What becomes of a message: refused with a status, or received and perhaps given to the workflow. */
import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { expressible } from '../../cec/formats/expressible';
import { isSame } from '../../cec/formats/isSame';
import { readList } from '../../cec/formats/lists';
import { isCallerAllowed } from '../../cec/incoming/allowList';
import { rawBodyOf, readCallback } from '../../cec/incoming/callbackBody';
import { newOnly } from '../../cec/incoming/newOnly';
import { inWords, isComplete, isDistinct, kindOf, speakerOf, type Kind, type Message } from './callback';
import type { Kept } from './subscription';

export interface Options {
	agentIds?: string;
	allowedAddresses?: string;
	allowHttpCallback?: boolean;
	keepAliveSeconds?: number;
}

export type Reception = { status: number; because: string } | { item?: IDataObject };

/** Sentences are short; recommended knowledge may be long. */
const MOST_BYTES = 1024 * 1024;

export async function receive(context: IWebhookFunctions): Promise<Reception> {
	const request = context.getRequestObject();
	const options = context.getNodeParameter('options', {}) as Options;
	if (!isCallerAllowed(request, options.allowedAddresses)) return { status: 403, because: 'not allowed' };
	const { serviceToken }: Kept = context.getWorkflowStaticData('node');
	if (!isToken(request.headers.service_token, serviceToken)) return { status: 401, because: 'wrong service_token' };
	const raw = await rawBodyOf(request);
	if (raw.length > MOST_BYTES) return { status: 413, because: 'too large' };
	const message = readCallback(raw, request.headers['content-type'])?.values;
	if (!message || !isComplete(message)) return { status: 400, because: 'not a result of speech recognition' };
	if (!isWanted(context, message, options) || !isNew(context, message)) return {};
	return { item: (context.getNodeParameter('simplify', true) ? expressible(inWords(message, context.getTimezone())) : message) as IDataObject };
}

/** Without a subscription nothing is right. */
function isToken(given: unknown, expected: string | undefined): boolean {
	return typeof given === 'string' && expected !== undefined && expected !== '' && isSame(given, expected);
}

function isWanted(context: IWebhookFunctions, message: Message, { agentIds }: Options): boolean {
	const kinds = context.getNodeParameter('events') as Kind[];
	const speaker = context.getNodeParameter('speaker') as string;
	const agents = readList(agentIds).map(String);
	if (!kinds.includes(kindOf(message)) || (speaker !== 'both' && speaker !== speakerOf(message))) return false;
	return agents.length === 0 || agents.includes(String(message.initialagentid));
}

/** Messages have no number of their own: the same one twice is one that was sent again. */
function isNew(context: IWebhookFunctions, message: Message): boolean {
	return !isDistinct(message) || newOnly(context, [message], (one) => JSON.stringify(one)).length > 0;
}
