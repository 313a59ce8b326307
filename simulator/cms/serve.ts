import type { AnyZodObject, ZodTypeAny } from 'zod';
import { rejectSignature } from '../auth/signature';
import { Refusal } from '../interface';
import { type Answered, isJson, type OwnRoute, type Received } from '../own-route';
import { check } from '../schema/validate';
import type { World } from '../world';
import { codes, refuse } from './codes';

/**
 * Monitoring and statistics (12.3). Every interface is signed (4.3), takes JSON or parts of its path, and answers under
 * HTTP 200 with `resultCode` and `resultDesc`, which is the payload, or the reason where there is none.
 */

export interface CmsInterface {
	section: string;
	/** POST unless told otherwise. */
	method?: 'GET';
	/** Below /rest/cmsapp. */
	path: string;
	/** Of the body, or of the path of a GET: whole numbers there. */
	fields: AnyZodObject;
	/** Rules over several fields. */
	rule?: (schema: ZodTypeAny) => ZodTypeAny;
	/** Samples show some bodies inside an object of this name, which the tables do not have. */
	wrapper?: 'queryParam' | 'queryParams';
	/** Any fields are taken. */
	isOpen?: true;
	/** How a refusal is written. */
	refusal?: (code: string, message: string) => object;
	/** "CTI3.6 不支持": not on a platform that old. */
	newPlatform?: true;
	/** The whole answer. */
	handle(world: World, given: any): unknown;
}

const BASE = '/rest/cmsapp';

/** Success, with the pair of keys that clients of 8.13 know. */
export const found = (payload: unknown, more: object = {}): object => ({
	result: '0',
	resultCode: codes.ok,
	resultDatas: payload,
	resultDesc: payload,
	...more,
});

/** Success of interfaces that have never had that pair. */
export const foundNew = (payload: unknown, more: object = {}): object => ({ resultCode: codes.ok, resultDesc: payload, ...more });

export const onPage = <T>(all: T[], { limit, offset }: { limit: number; offset: number }): T[] => all.slice(offset, offset + limit);

export const cmsRoutes = (interfaces: CmsInterface[]): OwnRoute[] =>
	interfaces.map((one) => ({
		section: one.section,
		method: one.method ?? 'POST',
		path: `${BASE}${one.path}`,
		serve: (world, request) => serve(world, one, request),
	}));

function serve(world: World, one: CmsInterface, request: Received): Answered {
	const rejected = rejectSignature({ ...request, body: request.raw }, world.tenant, Date.now());
	if (rejected !== undefined) return { status: 401, body: `Unauthorized (${rejected})` };
	try {
		if (one.newPlatform && world.cms.platform === 'V3R6') refuse('The interface is supported by CTI V3R8 only.', codes.oldPlatform);
		return { status: 200, body: one.handle(world, read(world, one, request)) };
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		const written = one.refusal ?? ((resultCode: string, resultDesc: string) => ({ resultCode, resultDesc }));
		return { status: 200, body: written(error.code, error.message) };
	}
}

function read(world: World, one: CmsInterface, request: Received): unknown {
	if (!isJson(request)) refuse('Content-Type must be application/json');
	const unexpected = Object.keys(request.query)[0];
	if (unexpected !== undefined) refuse(`${unexpected} is not expected`);
	const schema = one.isOpen ? one.fields.passthrough() : one.fields.strict();
	const checked = check(one.rule ? one.rule(schema) : schema, one.method === 'GET' ? partsOf(request) : unwrapped(one, request));
	if ('problem' in checked) return refuse(checked.problem.text);
	const { ccId = world.tenant.ccId, vdn = world.tenant.vdnId } = checked.value as { ccId?: number; vdn?: number | number[] };
	// Where several are asked for, each interface looks at them itself.
	if (ccId !== world.tenant.ccId || (!Array.isArray(vdn) && vdn !== world.tenant.vdnId)) refuse('ccId or vdn does not exist');
	return checked.value;
}

function partsOf({ params, raw }: Received): object {
	if (raw.length > 0) refuse('a body is not expected');
	return Object.fromEntries(Object.entries(params).map(([key, value]) => [key, /^\d+$/.test(value) ? Number(value) : value]));
}

function unwrapped({ wrapper }: CmsInterface, { json }: Received): unknown {
	if (json === undefined) return refuse('the body is not JSON');
	if (wrapper === undefined) return json;
	const { [wrapper]: inside, ...others } = json as Record<string, unknown>;
	const beside = Object.keys(others)[0];
	if (beside !== undefined) refuse(`${beside} is not expected`);
	return inside ?? refuse(`${wrapper} is missing`);
}
