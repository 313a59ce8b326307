import type { ZodTypeAny } from 'zod';
import { type Call, type Envelope, envelopes, HttpAnswer, inEnvelope, type Interface, Refusal } from '../interface';
import type { Customer } from './tokens';

/** An interface that belongs to a customer, whose `ccmessaging-token` it wants beside the token of the app. */

const UNAUTHORIZED = '未授权：1.请确认是否购买了相关服务。2.请联系客服人员检查您账号的当前状态。';

export const BASE = '/apiaccess/ccmessaging';

interface Wanted {
	section: string;
	method: Interface['method'];
	/** Below /apiaccess/ccmessaging. */
	path: string;
	body?: ZodTypeAny;
	query?: ZodTypeAny;
	envelope?: Envelope;
	handle: (customer: Customer, call: Call) => unknown;
}

/**
 * A token that has come to its end during a conversation is replaced by the way: the answer has the next one in the
 * header. At other times, and if it was never given, it is HTTP 401.
 */
export function customerInterface({ handle, path, envelope = envelopes.resultDesc, ...wanted }: Wanted): Interface {
	return {
		...wanted,
		path: `${BASE}${path}`,
		envelope,
		handle: async (call) => {
			const { webChats } = call.world;
			const found = webChats.tokens.find(call.headers['ccmessaging-token']);
			if (!found) return new HttpAnswer(401, `${UNAUTHORIZED} (unknown ccmessaging-token)`);
			const { customer, hasExpired } = found;
			if (!hasExpired) return await handle(customer, call);
			if (!webChats.of(customer))
				return new HttpAnswer(401, `${UNAUTHORIZED} (the ccmessaging-token has expired)`);
			const token = webChats.tokens.issue(customer);
			const answer = await outcomeOf(envelope, () => handle(customer, call));
			return new HttpAnswer(200, answer, { 'ccmessaging-token': token });
		},
	};
}

async function outcomeOf(envelope: Envelope, work: () => unknown): Promise<unknown> {
	try {
		return await work();
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		return inEnvelope(envelope, error.code, error.message);
	}
}
