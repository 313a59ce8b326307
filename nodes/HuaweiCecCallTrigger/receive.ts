/** What becomes of a callback: refused with a status, or received and perhaps given to the workflow. */
import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { isTimeZone } from '../../cec/formats/times';
import { allowListProblem, isCallerAllowed } from '../../cec/incoming/allowList';
import { rawBodyOf, readCallback, type CallbackBody } from '../../cec/incoming/callbackBody';
import { newOnly } from '../../cec/incoming/newOnly';
import { pathSecretProblem } from '../../cec/incoming/pathSecret';
import type { SettingsProblem } from '../../cec/incoming/settingsProblem';
import { verifySharedKey } from '../../cec/incoming/sharedKey';
import { events, isComplete, toJson, type CallEvent, type EventName } from './events';
import { heldKey, readKey } from './heldKey';

export type Protection = 'sharedKey' | 'secret' | 'none';

export interface Options {
	allowedAddresses?: string;
	timeZone?: string;
	tolerance?: number;
}

export type Reception =
	/** Not taken: the HTTP status, and the reason for whoever looks at it. */
	| { status: number; because: string }
	/** Taken; `item` is what starts the workflow, and nothing does when it is left out. */
	| { received: Record<string, string>; item?: IDataObject };

/** Callbacks of the reference have less than two kilobytes. */
const MOST_BYTES = 64 * 1024;
const DEFAULT_TOLERANCE_MIN = 15;

/** Judges and reads the callback that has come in for an event. */
export async function receive(context: IWebhookFunctions, name: EventName): Promise<Reception> {
	const event = events[name];
	const request = context.getRequestObject();
	const options = context.getNodeParameter('options', {}) as Options;
	if (settingsProblem(context, [name]) || !isCallerAllowed(request, options.allowedAddresses)) return { status: 403, because: 'not allowed' };
	const raw = await rawBodyOf(request);
	if (raw.length > MOST_BYTES) return { status: 413, because: 'too large' };
	const body = readCallback(raw, request.headers['content-type']);
	if (!body) return { status: 400, because: 'neither a JSON object nor a form' };
	const doubt = await doubtAbout(context, event, body, options);
	if (doubt) return { status: 401, because: doubt };
	if (!isComplete(event, body.values)) return { status: 400, because: `no ${event.needs.map(([key]) => key).join(' or ')}` };
	const wanted = context.getNodeParameter('events') as EventName[];
	if (!wanted.includes(name) || !isNew(context, name, body)) return { received: event.received };
	return { received: event.received, item: toJson(name, body.values, options.timeZone || 'UTC') as IDataObject };
}

/** What is wrong with the settings for these events; shown when the workflow is activated. */
export function settingsProblem(
	context: Pick<IWebhookFunctions, 'getNodeParameter'>,
	names: EventName[],
): SettingsProblem | undefined {
	const protection = context.getNodeParameter('protection') as Protection;
	const { allowedAddresses, timeZone } = context.getNodeParameter('options', {}) as Options;
	const needsSecret = protection === 'secret' || (protection === 'sharedKey' && names.some((name) => !events[name].signable));
	return (
		(needsSecret ? pathSecretProblem(context.getNodeParameter('secret', '')) : undefined) ??
		timeZoneProblem(timeZone) ??
		allowListProblem(allowedAddresses)
	);
}

function timeZoneProblem(timeZone?: string): SettingsProblem | undefined {
	if (!timeZone || isTimeZone(timeZone)) return undefined;
	return { message: `"${timeZone}" is no time zone`, advice: 'Use a name such as Asia/Shanghai or Europe/Berlin.' };
}

/** Why a callback is not believed; undefined when it is. */
async function doubtAbout(
	context: IWebhookFunctions,
	event: CallEvent,
	{ printed }: CallbackBody,
	{ tolerance }: Options,
): Promise<string | undefined> {
	if (context.getNodeParameter('protection') !== 'sharedKey' || !event.signable) return undefined;
	const toleranceMs = (tolerance || DEFAULT_TOLERANCE_MIN) * 60_000;
	const verdictWith = (key: string) =>
		key === '' ? 'unchecked' : verifySharedKey(printed, { key, now: Date.now(), toleranceMs, documented: event.documented });
	let verdict = verdictWith(await heldKey(context));
	// The key may have been changed since it was read.
	if (verdict === 'wrong' || verdict === 'unchecked') verdict = verdictWith(await readKey(context));
	if (verdict === 'unchecked') return 'no shared key to check the signature with';
	return verdict === 'genuine' ? undefined : `signature: ${verdict}`;
}

function isNew(context: IWebhookFunctions, name: EventName, { values }: CallbackBody): boolean {
	return newOnly(context, [values], (callback) => `${name} ${events[name].keyOf(callback)}`).length > 0;
}
