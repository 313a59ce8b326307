/** What becomes of a callback: refused with a status, or received and perhaps given to the workflow. */
import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { allowListProblem, isCallerAllowed } from '../../cec/incoming/allowList';
import { rawBodyOf } from '../../cec/incoming/callbackBody';
import { newOnly } from '../../cec/incoming/newOnly';
import type { SettingsProblem } from '../../cec/incoming/settingsProblem';
import type { Verdict } from '../../cec/incoming/verdict';
import { verifySignature } from '../../cec/incoming/verifySignature';
import { readFileReady, toItem, type Kind } from './callback';

export interface Options {
	allowedAddresses?: string;
	callbackUrl?: string;
	tolerance?: number;
}

export type Reception =
	/** Not taken: the HTTP status, and the reason for whoever looks at it. */
	| { status: number; because: string }
	/** Taken; `item` is what starts the workflow, and nothing does when it is left out. */
	| { item?: IDataObject };

/** Callbacks of the reference have less than a kilobyte. */
const MOST_BYTES = 64 * 1024;
const DEFAULT_TOLERANCE_MIN = 15;

export async function receive(context: IWebhookFunctions): Promise<Reception> {
	const request = context.getRequestObject();
	const options = context.getNodeParameter('options', {}) as Options;
	if (settingsProblem(context) || !isCallerAllowed(request, options.allowedAddresses)) return { status: 403, because: 'not allowed' };
	const raw = await rawBodyOf(request);
	if (raw.length > MOST_BYTES) return { status: 413, because: 'too large' };
	const verdict = await judge(context, raw, options);
	if (verdict !== 'genuine') return { status: 401, because: `signature: ${verdict}` };
	const ready = readFileReady(raw);
	if (!ready) return { status: 400, because: 'not the name of a file' };
	const wanted = context.getNodeParameter('files') as Kind[];
	const isWanted = wanted.includes(ready.kind) && newOnly(context, [ready], ({ fileName }) => fileName).length > 0;
	return isWanted ? { item: toItem(ready) } : {};
}

/** What is wrong with the settings; shown when the workflow is activated. */
export function settingsProblem(context: Pick<IWebhookFunctions, 'getNodeParameter'>): SettingsProblem | undefined {
	const { allowedAddresses, callbackUrl } = context.getNodeParameter('options', {}) as Options;
	return callbackUrlProblem(callbackUrl) ?? allowListProblem(allowedAddresses);
}

function callbackUrlProblem(given?: string): SettingsProblem | undefined {
	if (!given || address(given)) return undefined;
	return { message: `"${given}" is no address`, advice: 'Write "Callback URL" as it was given to CEC, with https://.' };
}

async function judge(context: IWebhookFunctions, body: Buffer, { callbackUrl, tolerance }: Options): Promise<Verdict> {
	const { headers, method } = context.getRequestObject();
	const { accessKey, secretKey } = await context.getCredentials<{ accessKey?: string; secretKey?: string }>('huaweiCecSignatureApi');
	return verifySignature(
		{ method: method ?? 'POST', addresses: addressesOf(context, callbackUrl), headers, body, authorization: headers.authorization },
		{
			keys: { accessKey: accessKey ?? '', secretKey: secretKey ?? '' },
			now: Date.now(),
			toleranceMs: (tolerance || DEFAULT_TOLERANCE_MIN) * 60_000,
		},
	);
}

/** What CEC was given, if the user tells; otherwise the address as n8n knows it, and as it was called. */
function addressesOf(context: IWebhookFunctions, callbackUrl?: string): URL[] {
	const { headers, originalUrl, path } = context.getRequestObject();
	const known = callbackUrl ? [callbackUrl] : [context.getNodeWebhookUrl('default'), `http://${headers.host ?? ''}${originalUrl ?? path}`];
	return known.flatMap((each) => address(each) ?? []);
}

function address(text: string | undefined): URL | undefined {
	return text !== undefined && /^https?:\/\/[^/]/.test(text) && URL.canParse(text) ? new URL(text) : undefined;
}
