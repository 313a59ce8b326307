/** What can go wrong between a request and its answer, in terms that retries and messages need. */
import type { Operation } from '../catalogue/operation';
import { isRecord } from '../formats/paths';

export interface Failure {
	/**
	 * `refused`: CEC answered with a code that means failure. `http`: it answered with an HTTP status that does.
	 * `network`: no answer came. `notJson`: something answered that is not CEC.
	 */
	kind: 'refused' | 'http' | 'network' | 'notJson';
	/** Whether CEC may have carried the request out. */
	carriedOut: 'no' | 'perhaps';
	/** CEC's own code and text. */
	code?: string;
	text?: string;
	/** HTTP status. */
	status?: number;
	/** `ECONNREFUSED` and the like. */
	networkCode?: string;
	/** The host of a file that could not be fetched; it is another one than that of CEC. */
	from?: string;
	/** It was the sign-in that failed: the request itself was not sent. */
	isSignIn?: true;
	/** How long CEC asks to wait. */
	retryAfterMs?: number;
}

/** A request that failed for good. */
export class CecError extends Error {
	constructor(
		readonly operation: Operation,
		readonly failure: Failure,
		/** What was begun before and is half done now, and what is known of it. */
		readonly begun?: { what: string; about: object },
	) {
		super(`${operation.sections[0]} failed: ${failure.code ?? failure.status ?? failure.networkCode ?? failure.kind}`);
		this.name = 'CecError';
	}
}

/** The connection could not even be made, so CEC has seen nothing of the request. */
const NEVER_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN']);

/** The user stopped the execution. */
export const STOPPED = 'ERR_CANCELED';

export const CERTIFICATE_CODES = new Set([
	'DEPTH_ZERO_SELF_SIGNED_CERT',
	'SELF_SIGNED_CERT_IN_CHAIN',
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
	'UNABLE_TO_GET_ISSUER_CERT',
	'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
	'CERT_HAS_EXPIRED',
	'CERT_NOT_YET_VALID',
	'CERT_UNTRUSTED',
	'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** The failure behind an error that n8n's request helper threw, however often it was wrapped. */
export function networkFailure(error: unknown): Failure {
	const networkCode = findCode(error);
	const connecting = isConnecting(error);
	const never = connecting || (networkCode !== undefined && (NEVER_CONNECTED.has(networkCode) || isTlsCode(networkCode)));
	return { kind: 'network', carriedOut: never ? 'no' : 'perhaps', networkCode: networkCode ?? messageOf(error) };
}

/** Whether the server's certificate, or the lack of TLS, is the reason. */
export function isTlsCode(code: string): boolean {
	return CERTIFICATE_CODES.has(code) || code === 'EPROTO' || code.startsWith('ERR_SSL');
}

/** `Retry-After` in milliseconds: seconds or a date. */
export function retryAfter(headers: Record<string, unknown>, now: number): number | undefined {
	const given = headers['retry-after'];
	if (given === undefined) return undefined;
	const seconds = Number(given);
	if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
	const date = Date.parse(String(given));
	return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

function findCode(error: unknown, depth = 0): string | undefined {
	if (!isObject(error) || depth > 5) return undefined;
	const { code, httpCode, cause, errors } = error as Record<'code' | 'httpCode' | 'cause' | 'errors', unknown>;
	const inner = findCode(cause, depth + 1) ?? (Array.isArray(errors) ? findCode(errors[0], depth + 1) : undefined);
	// The errors of older versions of n8n have lost their cause and keep its code as `httpCode`.
	return inner ?? [code, httpCode].find((one): one is string => typeof one === 'string' && /^[A-Z][A-Z0-9_]+$/.test(one));
}

/** A time-out while the connection was still being made: nothing was sent yet. */
function isConnecting(error: unknown, depth = 0): boolean {
	if (!isObject(error) || depth > 5) return false;
	const { syscall, cause } = error as { syscall?: unknown; cause?: unknown };
	return syscall === 'connect' || isConnecting(cause, depth + 1);
}

function messageOf(error: unknown): string {
	return isRecord(error) || error instanceof Error ? String((error as Error).message) : String(error);
}

function isObject(value: unknown): value is object {
	return typeof value === 'object' && value !== null;
}
