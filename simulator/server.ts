import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { ZodError } from 'zod';
import { admit } from './agent-gateway/admission';
import { codes as agentCodes } from './agent-gateway/codes';
import { TokenShop } from './auth/bearer-token';
import { rejectSdkSignature } from './auth/sdk-signature';
import { rejectSignature } from './auth/signature';
import { logCall } from './campaigns/call-log';
import type { Clock } from './clock';
import { type Control, controlRequest } from './control/control';
import { maskedBody, withoutSecrets } from './control/request-log';
import { codes } from './gateway/codes';
import { type Call, HttpAnswer, inEnvelope, type Interface, Refusal } from './interface';
import {
	agentInterfaces,
	campaignInterfaces,
	gatewayInterfaces,
	itaInterfaces,
	managementInterfaces,
	ownRoutes,
} from './interfaces';
import { parseExactJson, toJson } from './json';
import type { Content } from './recordings/content';
import { CALL_RECORDINGS, CAMPAIGN_RECORDINGS, recording } from './recordings/recordings';
import type { Received } from './own-route';
import { generic } from './schema/fields';
import { check } from './schema/validate';
import type { World } from './world';

const CONTROL = '/__simulator';
/** Voice files of 8 MB, in Base64, and a little. */
const BODY_LIMIT = 16 * 1024 * 1024;
const MALFORMED = '错误的请求：请检查请求路径及参数。';
const UNAUTHORIZED = '未授权：1.请确认是否购买了相关服务。2.请联系客服人员检查您账号的当前状态。';
const NOT_FOUND = '请求的内容未找到：请检查请求的路径。';

interface Deps {
	clock: Clock;
	control: Control;
	world: () => World;
	https?: { key: string; cert: string };
}

type Family = 'C1' | 'C2' | 'C4' | 'C5' | 'ITA';

/** What ITA calls stands among the interfaces of cc-management, and lists the same statuses and texts. */
const isManagement = (family: Family): family is 'C1' | 'ITA' => family === 'C1' || family === 'ITA';

interface Served {
	status: number;
	body: unknown;
	headers?: Record<string, string>;
	/** Sent instead of the body, bit by bit: recordings may be large. */
	content?: Content;
}

export function createServer(deps: Deps): FastifyInstance {
	const app = Fastify({
		bodyLimit: BODY_LIMIT,
		forceCloseConnections: true,
		keepAliveTimeout: 30_000,
		...(deps.https ? { https: deps.https } : {}),
	}) as unknown as FastifyInstance;
	// The bytes as they came: that is what a signature is about.
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

	app.all(`${CONTROL}/*`, async (request, reply) => await serveControl(deps.control, request, reply));

	route(app, deps, 'POST', '/apigovernance/api/oauth/tokenByAkSk', '4.2', async (request) => {
		deps.control.log.tokenRequests++;
		return token(deps.world(), request);
	});
	for (const path of [CAMPAIGN_RECORDINGS, CALL_RECORDINGS]) {
		route(app, deps, 'GET', `${path}/:name`, null, async (request) => {
			const found = recording(deps.world(), (request.raw.url ?? '').split('?')[0], queryOf(request));
			if (found instanceof HttpAnswer) return { status: found.status, body: found.body };
			return {
				status: 200,
				body: `${found.bytes} bytes`,
				content: found,
				headers: { 'content-type': 'audio/wav' },
			};
		});
	}
	const families: Array<[Family, Interface[]]> = [
		['C1', managementInterfaces],
		['C2', campaignInterfaces],
		['C4', agentInterfaces],
		['C5', gatewayInterfaces],
		['ITA', itaInterfaces],
	];
	for (const [family, interfaces] of families) {
		for (const one of interfaces) {
			const path = one.path.replace(/\{(\w+)\}/g, ':$1');
			route(
				app,
				deps,
				one.method,
				path,
				one.section,
				async (request) => await serve(deps.world(), family, one, request),
				family === 'C4' ? (request) => beginAgentRequest(deps.world(), one, request) : undefined,
			);
		}
	}
	for (const one of ownRoutes) {
		const path = one.path.replace(/\{(\w+)\}/g, ':$1');
		route(app, deps, one.method, path, one.section, async (request) => {
			return await one.serve(deps.world(), received(request));
		});
	}
	app.setNotFoundHandler(async (request, reply) => {
		await answer(deps, request, reply, null, async () => ({ status: 404, body: NOT_FOUND }));
	});
	return app;
}

function route(
	app: FastifyInstance,
	deps: Deps,
	method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
	url: string,
	section: string | null,
	work: (request: FastifyRequest) => Promise<Served>,
	begin?: (request: FastifyRequest) => () => void,
): void {
	app.route({
		method,
		url,
		exposeHeadRoute: false,
		handler: async (request, reply) => {
			// Until the answer is out.
			if (begin) reply.raw.once('close', begin(request));
			return await answer(deps, request, reply, section, work.bind(null, request));
		},
	});
}

/** Everything that happens to any request but those of the control: allowlist, faults, the work itself, the log. */
async function answer(
	{ control, clock }: Deps,
	request: FastifyRequest,
	reply: FastifyReply,
	section: string | null,
	work: () => Promise<Served>,
): Promise<FastifyReply> {
	const began = performance.now();
	const target = request.raw.url ?? '/';
	const { latency, fault } = control.faultList.take(request.method, target);
	const socket: Socket = request.raw.socket;
	const log = (served: Served | null): void => {
		control.log.add({
			time: new Date().toISOString(),
			simulatedTime: new Date(clock.now()).toISOString(),
			section,
			method: request.method,
			path: target.split('?')[0],
			query: queryOf(request),
			headers: withoutSecrets(request.headers),
			body: maskedBody(parsedBody(request) ?? rawBody(request).toString('utf8')),
			status: served?.status ?? null,
			response: maskedBody(served?.body),
			connection: control.log.connectionOf(socket),
			ms: Math.round(performance.now() - began),
			fault: latency > 0 && !fault ? 'latency' : fault?.kind,
		});
	};
	if (latency > 0) await delay(latency, undefined, { ref: false });
	if (fault?.kind === 'resetBefore') {
		log(null);
		return cut(socket, reply);
	}
	let served: Served;
	if (fault?.kind === 'status' || fault?.kind === 'throttle' || fault?.kind === 'body') {
		const defaults = {
			status: { status: 500, body: '业务失败：请依次确认您请求中各参数的取值。' },
			throttle: { status: 429, body: '请勿频繁操作，请稍后再试。' },
			body: { status: 200, body: '' },
		}[fault.kind];
		const retryAfter: Record<string, string> = fault.kind === 'throttle' ? { 'retry-after': '1' } : {};
		served = {
			status: fault.status ?? defaults.status,
			body: fault.body ?? defaults.body,
			headers: { ...retryAfter, ...fault.headers },
		};
	} else if (control.allowed !== null && !control.allowed.includes(socket.remoteAddress ?? '')) {
		served = { status: 403, body: 'Forbidden' };
	} else {
		served = await work();
	}
	log(served);
	if (fault?.kind === 'resetAfter') return cut(socket, reply);
	const text = typeof served.body === 'string';
	const payload = Buffer.from(text ? String(served.body) : toJson(served.body));
	const headers = {
		'content-type': text ? 'text/plain;charset=UTF-8' : 'application/json;charset=UTF-8',
		'content-length': served.content?.bytes ?? payload.length,
		...served.headers,
	};
	const stream = served.content?.stream() ?? Readable.from([payload], { objectMode: false });
	if (fault?.kind === 'truncate') {
		reply.hijack();
		reply.raw.writeHead(served.status, headers);
		await sendHalf(stream, headers['content-length'], reply.raw);
		socket.destroy();
		return reply;
	}
	return await reply
		.code(served.status)
		.headers(headers)
		.send(served.content ? stream : payload);
}

async function sendHalf(stream: Readable, bytes: number, response: ServerResponse): Promise<void> {
	let left = Math.floor(bytes / 2);
	for await (const chunk of stream as AsyncIterable<Buffer>) {
		const part = chunk.subarray(0, left);
		left -= part.length;
		await new Promise<void>((resolve) => response.write(part, () => resolve()));
		if (left <= 0 || response.destroyed) return;
	}
}

function cut(socket: Socket, reply: FastifyReply): FastifyReply {
	reply.hijack();
	socket.destroy();
	return reply;
}

const rawBody = (request: FastifyRequest): Buffer => (Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0));

/** Undefined when the body is not JSON. */
function parsedBody(request: FastifyRequest, parse: (text: string) => unknown = JSON.parse): unknown {
	try {
		return parse(rawBody(request).toString('utf8'));
	} catch {
		return undefined;
	}
}

function received(request: FastifyRequest): Received {
	return {
		method: request.method,
		target: request.raw.url ?? '/',
		headers: request.headers,
		params: request.params as Record<string, string>,
		query: queryOf(request),
		raw: rawBody(request),
		json: parsedBody(request),
	};
}

function queryOf(request: FastifyRequest): Record<string, string> {
	const [, query = ''] = (request.raw.url ?? '').split(/\?(.*)/s);
	return Object.fromEntries(new URLSearchParams(query));
}

function token(world: World, request: FastifyRequest): Served {
	const body = parsedBody(request) as Record<string, unknown> | undefined;
	const keys = Object.keys(body ?? {})
		.sort()
		.join();
	if (keys !== 'app_key,app_secret')
		return { status: 400, body: { error: 'invalid_request', error_description: MALFORMED } };
	const expire = request.headers['x-token-expire'];
	const seconds = TokenShop.lifetime(Array.isArray(expire) ? expire[0] : expire);
	if (seconds === undefined) {
		return {
			status: 400,
			body: { error: 'invalid_request', error_description: 'X-Token-Expire is not a number of seconds' },
		};
	}
	if (!world.tokens.knows(body?.app_key, body?.app_secret)) {
		return { status: 401, body: { error: 'invalid_client', error_description: 'app_key or app_secret is wrong' } };
	}
	return { status: 200, body: world.tokens.issue(seconds) };
}

async function serve(world: World, family: Family, one: Interface, request: FastifyRequest): Promise<Served> {
	const rejected = one.isLogin || family === 'C4' ? undefined : reject(world, family, request);
	if (rejected !== undefined) {
		if (family === 'C5') return { status: 200, body: inEnvelope(one.envelope, codes.loginAgain, rejected) };
		const text = isManagement(family) ? `${UNAUTHORIZED} (${rejected})` : `Unauthorized (${rejected})`;
		return { status: 401, body: text };
	}
	const params = request.params as Record<string, string>;
	const refusalEnvelope = one.refusalEnvelope ?? one.envelope;
	let served: Served;
	try {
		if (family === 'C4') admit(world, one, params, request.headers);
		const input = wrongType(family, one, request) ?? read(world, one, request, params);
		const outcome =
			'problem' in input
				? problemAnswer(family, one, input.problem)
				: await one.handle({
						world,
						params,
						query: input.query,
						body: input.body,
						headers: request.headers,
					} satisfies Call);
		served =
			outcome instanceof HttpAnswer
				? {
						status: outcome.status,
						body: outcome.body,
						headers: outcome.headers,
						content: outcome.content,
					}
				: { status: 200, body: outcome };
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		served = { status: 200, body: inEnvelope(refusalEnvelope, error.code, error.message) };
	}
	if (family === 'C2') {
		logCall(world, {
			method: request.method,
			path: (request.raw.url ?? '').split('?')[0],
			params,
			body: parsedBody(request),
			status: served.status,
			answer: served.body,
		});
	}
	return served;
}

/** Polling for events goes on beside everything else. */
function beginAgentRequest(world: World, one: Interface, request: FastifyRequest): () => void {
	const { agentid } = request.params as Record<string, string>;
	return world.agents.traffic.begin(agentid, one.section === '6.1.4.1');
}

function reject(world: World, family: Family, request: FastifyRequest): string | undefined {
	if (family === 'C1') return world.tokens.reject(request.headers);
	const { method, headers } = request;
	if (family === 'C5') return world.gateway.use(headers.guid) ? undefined : 'The Guid is not that of a session.';
	const signed = { method, target: request.raw.url ?? '/', headers, body: rawBody(request) };
	if (family === 'ITA') return rejectSdkSignature(signed, world.tenant, Date.now());
	return rejectSignature(signed, world.tenant, Date.now());
}

interface Problem {
	code: string;
	text: string;
}

/** cc-management refuses what is malformed with HTTP 400 and a text, the others with a code under HTTP 200. */
function problemAnswer(family: Family, one: Interface, problem: Problem): unknown {
	if (isManagement(family)) return new HttpAnswer(400, `${MALFORMED} (${problem.text})`);
	const ofFamily = { C4: agentCodes.wrongParameter, C5: codes.malformed, C2: problem.code }[family];
	return inEnvelope(one.refusalEnvelope ?? one.envelope, one.malformed ?? ofFamily, problem.text);
}

/** The gateway wants to be told that a body is JSON; the handshakes, which have none, are not asked. */
function wrongType(family: Family, one: Interface, { headers }: FastifyRequest): { problem: Problem } | undefined {
	if ((family !== 'C4' && family !== 'C5') || !one.body) return undefined;
	if (/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '')) return undefined;
	return { problem: { code: codes.malformed, text: 'Content-Type must be application/json' } };
}

function read(
	world: World,
	one: Interface,
	request: FastifyRequest,
	params: Record<string, string>,
): { query: unknown; body: unknown } | { problem: Problem } {
	const { vdnId } = params;
	if (vdnId !== undefined) {
		if (!/^\d+$/.test(vdnId)) return { problem: { code: generic.type, text: 'vdnId must be an integer' } };
		if (Number(vdnId) < 1 || Number(vdnId) > 9999) {
			return { problem: { code: generic.size, text: 'vdnId must be 1 to 9999' } };
		}
		if (Number(vdnId) !== world.tenant.vdnId) {
			return { problem: { code: generic.parameter, text: 'vdnId does not exist' } };
		}
	}
	// A parameter that is there but empty is as good as absent.
	const given = Object.fromEntries(Object.entries(queryOf(request)).filter(([, value]) => value !== ''));
	const unexpected = one.query ? undefined : Object.keys(given)[0];
	if (unexpected !== undefined)
		return { problem: { code: generic.parameter, text: `${unexpected} is not expected` } };
	const query = one.query ? check(one.query, given) : { value: {} };
	if ('problem' in query) return query;
	const raw = rawBody(request);
	if (!one.body) {
		const empty = raw.length === 0 || raw.toString('utf8').trim() === '{}';
		if (!empty) return { problem: { code: generic.parameter, text: 'a body is not expected' } };
		return { query: query.value, body: undefined };
	}
	if (raw.length === 0 && !one.bodyOptional) return { problem: { code: generic.empty, text: 'the body is missing' } };
	const parsed = raw.length === 0 ? {} : parsedBody(request, one.exact ? parseExactJson : undefined);
	if (parsed === undefined) return { problem: { code: generic.conversion, text: 'the body is not JSON' } };
	const body = check(one.body, parsed);
	return 'problem' in body ? body : { query: query.value, body: body.value };
}

async function serveControl(control: Control, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
	const path = (request.raw.url ?? '').split('?')[0].slice(CONTROL.length);
	try {
		const result = await controlRequest(control, request.method, path, parsedBody(request));
		if (result === undefined) return await reply.code(404).send({ error: 'no such control' });
		return await reply.header('content-type', 'application/json;charset=UTF-8').send(toJson(result));
	} catch (error) {
		const message = error instanceof ZodError ? error.issues : (error as Error).message;
		return await reply.code(400).send({ error: message });
	}
}
