import type { Call, Interface } from '../../interface';
import { envelopes, HttpAnswer } from '../../interface';
import { TODO, type LegacyCase, type LegacyTask } from './state';
import type { User } from '../seed';
import type { World } from '../../world';

/** Interfaces of chapter 16 come with the token of 4.2, an X-APP-Key, and some with the tenant space and the user. */
export interface LegacyInterface extends Omit<Interface, 'envelope' | 'handle'> {
	tenant?: boolean;
	/** Whether X-UserID is required; where it is not, it may be there. */
	user?: boolean;
	/** How a refusal is written; result and message where it is not said. */
	refusal?: (message: string) => object;
	handle(call: LegacyCall): unknown;
}

export interface LegacyCall extends Call {
	/** Whose X-UserID it is. */
	user?: User;
}

const texts: Record<number, string> = {
	400: '错误请求：请核对您的请求URL是否正确。',
	401: '未授权：1. 请确认是否购买了客户服务云相关服务。2. 请联系客户服务云客服人员检查您账号的当前状态。',
	500: '业务失败：请依次确认您请求中各参数的取值。',
};

/** A status of the tables, with the text that belongs to it. */
class Wrong extends Error {
	constructor(
		readonly status: number,
		message: string,
	) {
		super(message);
	}
}

/** Values that nothing in the tenant has are HTTP 500, by its text. */
export const wrong = (message: string): never => {
	throw new Wrong(500, message);
};

export const malformed = (message: string): never => {
	throw new Wrong(400, message);
};

/** What things are not in the state for answers `result: false` under HTTP 200. */
class NotNow extends Error {}

export const notNow = (message: string): never => {
	throw new NotNow(message);
};

export function legacy(one: LegacyInterface): Interface {
	return { ...one, envelope: envelopes.retMsg, handle: async (call) => await answer(one, call) };
}

async function answer(one: LegacyInterface, call: Call): Promise<unknown> {
	try {
		return await one.handle({ ...call, user: admit(one, call) });
	} catch (error) {
		if (error instanceof NotNow) {
			return one.refusal?.(error.message) ?? { result: false, message: error.message };
		}
		if (!(error instanceof Wrong)) throw error;
		return new HttpAnswer(error.status, `${texts[error.status]} (${error.message})`);
	}
}

function admit(one: LegacyInterface, { world, headers }: Call): User | undefined {
	if (headers['x-app-key'] === undefined) throw new Wrong(401, 'X-APP-Key is missing');
	if (one.tenant) {
		const tenant = headers['x-tenantspaceid'];
		if (tenant === undefined) throw new Wrong(400, 'X-TenantSpaceId is missing');
		if (tenant !== world.tenant.tenantId) throw new Wrong(401, 'unknown X-TenantSpaceId');
	}
	const userId = headers['x-userid'];
	if (typeof userId !== 'string' || userId === '') {
		if (one.user) throw new Wrong(400, 'X-UserID is missing');
		return undefined;
	}
	return find.user(world, userId);
}

export const find = {
	user: (world: World, userId: string): User =>
		world.legacyTickets.user(userId) ?? wrong(`The user ${userId} does not exist.`),
	case: (world: World, id: string): LegacyCase =>
		world.legacyTickets.cases.get(id) ?? wrong(`The case ${id} does not exist.`),
	item: (world: World, id: string): LegacyTask =>
		world.legacyTickets.item(id) ?? wrong(`The task item ${id} does not exist.`),
	/** An item that somebody can still do. */
	todo(world: World, id: string): LegacyTask {
		const task = find.item(world, id);
		if (task.item.status !== TODO) notNow('The task is over.');
		if (task.isOutside) notNow('The task waits for somebody outside.');
		return task;
	},
};
