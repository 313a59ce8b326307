import type { IncomingHttpHeaders } from 'node:http';
import { type Call, HttpAnswer, Refusal } from '../interface';
import { check } from '../schema/validate';
import { generic } from '../schema/fields';
import type { World } from '../world';
import { admit } from './admission/admit';
import type { BotInterface } from './bot-interface';
import { codes } from './codes';

/** One request to an interface of chapter 10, from its bytes to its answer. */

export interface BotRequest {
	headers: IncomingHttpHeaders;
	params: Record<string, string>;
	query: Record<string, string>;
	/** Undefined when it is not JSON. */
	body: unknown;
	isEmpty: boolean;
}

export interface BotAnswer {
	status: number;
	body: unknown;
	headers?: Record<string, string>;
}

const texts: Record<number, string> = {
	400: '错误的请求：请检查请求路径及参数。',
	401: '未授权：1.请确认是否购买了相关服务。2.请联系客服人员检查您账号的当前状态。',
	500: '业务失败：请依次确认您请求中各参数的取值。',
};

export async function serveBot(world: World, one: BotInterface, request: BotRequest): Promise<BotAnswer> {
	try {
		const input = readBody(one, request);
		admit(world, one.way, request.headers, request.body);
		if (input.problem) throw input.problem;
		const { headers, params, query } = request;
		const answer = await one.handle({ world, headers, params, query, body: input.body } satisfies Call);
		if (answer instanceof HttpAnswer) return answer;
		return { status: 200, body: answer };
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		return refused(world, one, request, error);
	}
}

/** A body that is malformed is told so only to whoever has a token. */
function readBody(one: BotInterface, request: BotRequest): { body?: unknown; problem?: Refusal } {
	const unexpected = Object.keys(request.query)[0];
	if (unexpected !== undefined) return wrong(`${unexpected} is not expected`);
	if (!one.body) return request.isEmpty ? {} : wrong('a body is not expected');
	if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) {
		return wrong('Content-Type must be application/json');
	}
	if (request.body === undefined) return wrong('the body is not JSON');
	const checked = check(one.body, request.body);
	if (!('problem' in checked)) return { body: checked.value };
	const { code, text } = checked.problem;
	const missing = code === generic.empty;
	return { problem: new Malformed(missing ? codes.missingParameter : codes.wrongParameter, text) };
}

/** Wrong whatever there is, unlike values that are good but that nothing has. */
class Malformed extends Refusal {}

const wrong = (text: string): { problem: Refusal } => ({ problem: new Malformed(codes.wrongParameter, text) });

function refused(world: World, one: BotInterface, request: BotRequest, refusal: Refusal): BotAnswer {
	const { code, message } = refusal;
	const isToken = code === codes.noToken || code === codes.badToken;
	if (one.refusal === 'dialog' && isToken) {
		const { userid } = Object(request.body) as Record<string, unknown>;
		return { status: 200, body: { ret: Number(code), userid, outparams: {} } };
	}
	if (one.refusal === 'status' || one.refusal === 'dialog') {
		const status = isToken ? 401 : refusal instanceof Malformed ? 400 : 500;
		return { status, body: `${texts[status]} (${message})` };
	}
	const { code: codeKey, text, asText } = one.refusal;
	return {
		// A token is refused under HTTP 200 in any case.
		status: isToken ? 200 : world.bots.settings.refusalStatus,
		body: { [codeKey]: asText ? code : Number(code), [text]: message },
	};
}
