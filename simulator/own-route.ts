import type { IncomingHttpHeaders } from 'node:http';
import type { Content } from './recordings/content';
import type { World } from './world';

/** A request as it came, for the families that look at theirs themselves. */
export interface Received {
	method: string;
	/** Path and query, as they came over the wire. */
	target: string;
	headers: IncomingHttpHeaders;
	params: Record<string, string>;
	query: Record<string, string>;
	raw: Buffer;
	/** Undefined when the body is not JSON. */
	json: unknown;
}

export interface Answered {
	status: number;
	body: unknown;
	headers?: Record<string, string>;
	/** Sent instead of the body, bit by bit. */
	content?: Content;
}

export interface OwnRoute {
	/** The section of the reference that describes it; null where none does. */
	section: string | null;
	method: 'GET' | 'POST' | 'PUT';
	/** {id} and its like are parameters. */
	path: string;
	serve(world: World, request: Received): Answered | Promise<Answered>;
}

export const isJson = ({ headers }: Received): boolean =>
	/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '');
