import { z } from 'zod';
import { envelopes, type Envelope, inEnvelope, Refusal } from '../interface';
import { generic } from '../schema/fields';
import { check } from '../schema/validate';
import type { World } from '../world';
import type { Campaign } from './state';

/** What all interfaces of chapter 7 share. */

export const V1 = '/rest/isales/v1/openapi/campaigns/{vdnId}';
export const V2 = '/rest/isales/v2/openapi/campaigns/{vdnId}';

export const OK = '0200000';

export const gone = '0200007';

export function ok(desc: string | null = '', more: object = {}, envelope: Envelope = envelopes.both): object {
	return { ...inEnvelope(envelope, OK, desc), ...more };
}

export function refuse(code: string, message: string): never {
	throw new Refusal(code, message);
}

/** Many of the tables give a code of their own to a campaign that is not there. */
export function campaignOf(world: World, params: Record<string, string>, code = gone): Campaign {
	const text = params.campaignId;
	if (!/^\d+$/.test(text)) refuse(generic.type, 'campaignId must be an integer');
	return world.campaigns.all.get(Number(text)) ?? refuse(code, 'The campaign does not exist.');
}

export const page = <T>(found: T[], pageNum: number, pageSize: number): T[] =>
	found.slice((pageNum - 1) * pageSize, pageNum * pageSize);

/** Checks a part of a body that only the state of things can tell how to check. */
export function checked<S extends z.ZodTypeAny>(schema: S, value: unknown): z.infer<S> {
	const outcome = check(schema, value);
	if ('problem' in outcome) return refuse(outcome.problem.code, outcome.problem.text);
	return outcome.value as z.infer<S>;
}
