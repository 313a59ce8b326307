import type { IncomingHttpHeaders } from 'node:http';
import type { ZodTypeAny } from 'zod';
import type { Content } from './recordings/content';
import type { World } from './world';

/** What a handler gets: everything already authenticated and validated. */
export interface Call<B = any, Q = any> {
	world: World;
	params: Record<string, string>;
	query: Q;
	body: B;
	headers: IncomingHttpHeaders;
}

/** The pairs of code and text that an interface puts into its answer. No two families of the vendor agree. */
export type Envelope = Array<[code: string, text: string]>;

export const envelopes = {
	resultMessage: [['resultCode', 'resultMessage']],
	returnDescription: [['returnCode', 'description']],
	returnMessage: [['returnCode', 'message']],
	retMessage: [['retCode', 'message']],
	retMsg: [['retCode', 'retMsg']],
	returnDesc: [['returnCode', 'returnDesc']],
	resultDesc: [['resultCode', 'resultDesc']],
	resultDescription: [['resultCode', 'description']],
	both: [
		['resultCode', 'resultDesc'],
		['returnCode', 'returnDesc'],
	],
} satisfies Record<string, Envelope>;

export interface Interface {
	/** The section of the reference that describes it. */
	section: string;
	method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	/** As the reference writes it: {vdnId} and its like are parameters. */
	path: string;
	envelope: Envelope;
	/** How refusals are written where they differ from success. */
	refusalEnvelope?: Envelope;
	body?: ZodTypeAny;
	/** Opens a session itself, so that it needs none. */
	isLogin?: boolean;
	/** Ids of the body are integers beyond 2^53: they come as bigints. */
	exact?: boolean;
	/** The body may be left out altogether. */
	bodyOptional?: boolean;
	query?: ZodTypeAny;
	/** The code for what is malformed, where it is not that of the family. */
	malformed?: string;
	handle(call: Call): unknown;
}

/** A refusal of the business, written into the envelope of the interface under HTTP 200. */
export class Refusal extends Error {
	constructor(
		readonly code: string,
		message: string,
	) {
		super(message);
	}
}

/** An answer other than HTTP 200 with a body alone. */
export class HttpAnswer {
	constructor(
		readonly status: number,
		readonly body: unknown,
		readonly headers?: Record<string, string>,
		/** Sent instead of the body. */
		readonly content?: Content,
	) {}
}

export function inEnvelope(envelope: Envelope, code: unknown, message: unknown): Record<string, unknown> {
	return Object.fromEntries(
		envelope.flatMap(([codeKey, textKey]) => [
			[codeKey, code],
			[textKey, message],
		]),
	);
}
