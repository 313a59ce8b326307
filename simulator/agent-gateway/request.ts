import type { ZodTypeAny } from 'zod';
import type { Call, Interface } from '../interface';
import { intText } from '../schema/fields';
import { codes, refuse, retcode } from './codes';
import type { OnlineAgent } from './online-agent';

/** 6.1: an interface that a signed-in agent uses, with {agentid} in its path. */

const BASE = '/agentgateway/resource';

interface Wanted {
	section: string;
	method: Interface['method'];
	/** Below /agentgateway/resource. */
	path: string;
	body?: ZodTypeAny;
	query?: ZodTypeAny;
	/** The code for what is malformed, where the interface has one of its own. */
	malformed?: string;
	handle: (agent: OnlineAgent, call: Call) => unknown;
}

export function agentInterface({ handle, path, ...wanted }: Wanted): Interface {
	return {
		...wanted,
		path: `${BASE}${path}`,
		envelope: retcode,
		handle: (call) => handle(call.world.agents.get(call.params.agentid), call),
	};
}

/** A whole number in the path. */
export function pathInt(text: string, low: number, high: number, code: string = codes.wrongParameter): number {
	const parsed = intText(low, high).safeParse(text);
	return parsed.success ? parsed.data : refuse(code, parsed.error.issues[0].message);
}

/** A flag that is "true", or any other text of one to five characters. */
export function pathFlag(text: string): boolean {
	if (text.length < 1 || text.length > 5) refuse(codes.wrongParameter, 'must have 1 to 5 characters');
	return text === 'true';
}
