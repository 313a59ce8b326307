import type { AnyZodObject, ZodTypeAny } from 'zod';
import { Refusal } from '../interface';
import { type Answered, isJson, type OwnRoute, type Received } from '../own-route';
import { int } from '../schema/fields';
import { check } from '../schema/validate';
import type { World } from '../world';
import { pathOf, rejectKnowledge, type Way, ways } from './ways-in';

/** One interface of 9.2, which every way in has at a path of its own. */
export interface KnowledgeInterface {
	section: string;
	path: string;
	fields: AnyZodObject;
	/** Rules over several fields. */
	rule?: (schema: ZodTypeAny) => ZodTypeAny;
	handle(world: World, body: any, way: Way): object;
}

/** The only codes there are: 0 and 1. */
const FAILED = '1';

export const refuse = (message: string): never => {
	throw new Refusal(FAILED, message);
};

export function knowledgeRoutes(interfaces: KnowledgeInterface[]): OwnRoute[] {
	return interfaces.flatMap((one) =>
		ways.map((way) => ({
			section: one.section,
			method: 'POST' as const,
			path: pathOf[way](one.path),
			serve: (world: World, request: Received) => serve(world, one, way, request),
		})),
	);
}

function serve(world: World, one: KnowledgeInterface, way: Way, request: Received): Answered {
	const rejected = rejectKnowledge(world, way, request);
	if (rejected !== undefined) return { status: 401, body: `Unauthorized (${rejected})` };
	const code = world.knowledge.shape === 'sample' ? 'returnCode' : 'resultCode';
	try {
		const body = read(world, one, way, request);
		return { status: 200, body: { [code]: '0', description: 'success', ...one.handle(world, body, way) } };
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		return { status: 200, body: { [code]: error.code, description: error.message } };
	}
}

function read(world: World, one: KnowledgeInterface, way: Way, request: Received): unknown {
	if (!isJson(request)) refuse('Content-Type must be application/json');
	const unexpected = Object.keys(request.query)[0];
	if (unexpected !== undefined) refuse(`${unexpected} is not expected`);
	if (request.json === undefined) refuse('the body is not JSON');
	const schema = one.fields.extend(whose(way)).strict();
	const checked = check(one.rule ? one.rule(schema) : schema, request.json);
	if ('problem' in checked) return refuse(checked.problem.text);
	const { ccId = world.tenant.ccId, vdn = world.tenant.vdnId } = checked.value as { ccId?: number; vdn?: number };
	if (ccId !== world.tenant.ccId || vdn !== world.tenant.vdnId) refuse('ccId or vdn does not exist');
	return checked.value;
}

/** A signature does not say whose knowledge base is meant. For the others the tables have both, but as not required. */
function whose(way: Way): Record<string, ZodTypeAny> {
	const number = way === 'signature' ? int(1) : int(1).optional();
	return { ccId: number, vdn: number };
}
