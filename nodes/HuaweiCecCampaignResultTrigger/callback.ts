/** The callback of 7.6.1: what CEC posts when calls of a campaign have ended, and what it expects back. */
import { parseExact } from '../../cec/formats/exactJson';
import { isRecord } from '../../cec/formats/paths';
import { DATE_TIME, isoFromWire } from '../../cec/formats/times';
import { failReason } from '../HuaweiCecCampaign/failCodes';
import { CALL_STATUS } from '../HuaweiCecCampaign/resources/shared';

/** One call, as CEC tells it. */
export type CallResult = Record<string, unknown>;

/** The section of the reference that this trigger serves, for the exported catalogue. */
export const INTERFACE = '7.6.1';

/** What CEC takes as "received": anything but HTTP 200 makes it push again. */
export const RECEIVED = { retCode: '0', retMsg: 'success' };

/** The calls in a raw body: a JSON array at the top level. Undefined when the body is something else. */
export function readResults(rawBody: Buffer | string | undefined, parsedBody: unknown): CallResult[] | undefined {
	const body = rawBody === undefined ? parsedBody : tryParse(rawBody.toString());
	const results = Array.isArray(body) ? body : [body];
	return results.every(isResult) && results.length > 0 ? results : undefined;
}

/** Whether it says at least whom it is about. */
function isResult(found: unknown): found is CallResult {
	return isRecord(found) && [found.callId, found.called].some((value) => value !== undefined && value !== null && value !== '');
}

/** What tells one call from another: its call ID, or everything else that is known of it. */
export function keyOfResult({ callId, campaignId, sessionId, called, callTimeStr }: CallResult): string {
	return callId ? `call ${String(callId)}` : JSON.stringify([campaignId, sessionId, called, callTimeStr]);
}

/** A result with time, outcome and reason in plain words beside the raw values. */
export function inWords(result: CallResult, zone: string): CallResult {
	const answered = Number(result.callStatus) === 6;
	return {
		...result,
		answered,
		outcome: (CALL_STATUS as Record<string, string>)[String(result.callStatus)],
		reason: failReason(result.failCode),
		callTime: isoFromWire(result.callTimeStr, DATE_TIME, zone),
	};
}

function tryParse(text: string): unknown {
	try {
		return parseExact(text);
	} catch {
		return undefined;
	}
}
