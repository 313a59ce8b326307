import { type Call, HttpAnswer, Refusal } from '../interface';
import { type Answered, isJson, type Received } from '../own-route';
import { generic } from '../schema/fields';
import { check } from '../schema/validate';
import type { World } from '../world';
import { admit } from './admission/admit';
import type { BotInterface } from './bot-interface';
import { codes } from './codes';

/** One request to an interface of chapter 10, from its bytes to its answer. */

const texts: Record<number, string> = {
	400: '错误的请求：请检查请求路径及参数。',
	401: '未授权：1.请确认是否购买了相关服务。2.请联系客服人员检查您账号的当前状态。',
	500: '业务失败：请依次确认您请求中各参数的取值。',
};

export async function serveBot(world: World, one: BotInterface, request: Received): Promise<Answered> {
	try {
		const input = readBody(one, request);
		admit(world, one.way, request.headers, request.json);
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
function readBody(one: BotInterface, request: Received): { body?: unknown; problem?: Refusal } {
	const unexpected = Object.keys(request.query)[0];
	if (unexpected !== undefined) return wrong(`${unexpected} is not expected`);
	if (!one.body) return request.raw.length === 0 ? {} : wrong('a body is not expected');
	if (!isJson(request)) return wrong('Content-Type must be application/json');
	if (request.json === undefined) return wrong('the body is not JSON');
	const checked = check(one.body, request.json);
	if (!('problem' in checked)) return { body: checked.value };
	const { code, text } = checked.problem;
	const missing = code === generic.empty;
	return { problem: new Malformed(missing ? codes.missingParameter : codes.wrongParameter, text) };
}

/** Wrong whatever there is, unlike values that are good but that nothing has. */
class Malformed extends Refusal {}

const wrong = (text: string): { problem: Refusal } => ({ problem: new Malformed(codes.wrongParameter, text) });

function refused(world: World, one: BotInterface, request: Received, refusal: Refusal): Answered {
	const { code, message } = refusal;
	const isToken = code === codes.noToken || code === codes.badToken;
	if (one.refusal === 'dialog' && isToken) {
		const { userid } = Object(request.json) as Record<string, unknown>;
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
