import type { ZodTypeAny } from 'zod';
import { Refusal } from '../interface';
import { type Answered, isJson, type OwnRoute, type Received } from '../own-route';
import { check } from '../schema/validate';
import type { World } from '../world';
import type { CaseType, Contact, User } from './seed';
import type { Case, Task } from './state';

/** One interface of 17.2 to 17.4. What it returns is the result; nothing where there is none. */
export interface TicketInterface {
	section: string;
	method: 'GET' | 'POST';
	path: string;
	body?: ZodTypeAny;
	handle(world: World, body: any, params: Record<string, string>): unknown;
}

/** The reference names no code but 0, and nothing about tokens that are not good: this one, and HTTP 401. */
const FAILED = '1';

export const refuse = (message: string): never => {
	throw new Refusal(FAILED, message);
};

const BASE = '/service/AICC__Case/1.0.0/openapi';

export function ticketRoute(one: TicketInterface): OwnRoute {
	return { ...one, path: `${BASE}${one.path}`, serve: (world, request) => serve(world, one, request) };
}

function serve(world: World, one: TicketInterface, request: Received): Answered {
	const rejected = world.accessTokens.reject(request.headers['access-token']);
	if (rejected !== undefined) return { status: 401, body: { resCode: FAILED, resMsg: rejected } };
	try {
		const result = one.handle(world, read(one, request), request.params);
		return { status: 200, body: { resCode: '0', resMsg: '成功', ...(result !== undefined && { result }) } };
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		return { status: 200, body: { resCode: error.code, resMsg: error.message } };
	}
}

function read(one: TicketInterface, request: Received): unknown {
	const unexpected = Object.keys(request.query)[0];
	if (unexpected !== undefined) refuse(`${unexpected} is not expected`);
	// Samples of GET show a body, which says again what the path says.
	if (!one.body) return undefined;
	if (!isJson(request)) refuse('Content-Type must be application/json');
	if (request.json === undefined) refuse('the body is not JSON');
	const checked = check(one.body, request.json);
	return 'problem' in checked ? refuse(checked.problem.text) : checked.value;
}

/** What ids in requests stand for. */
export const find = {
	user: (world: World, id: string): User => world.tickets.user(id) ?? refuse(`The user ${id} does not exist.`),
	contact: (world: World, id: string): Contact =>
		world.tickets.contacts.find((contact) => contact.id === id) ?? refuse(`The contact ${id} does not exist.`),
	type: (world: World, id: string): CaseType =>
		world.tickets.types.find((type) => type.id === id) ?? refuse(`The case type ${id} does not exist.`),
	case: (world: World, id: string): Case => world.tickets.cases.get(id) ?? refuse(`The case ${id} does not exist.`),
	task: (world: World, id: string): Task => world.tickets.tasks.get(id) ?? refuse(`The task ${id} does not exist.`),
};
