import { z } from 'zod';
import { envelopes, type Interface } from '../interface';
import { generic, int, oneOfText, optionalText, phoneNumber } from '../schema/fields';
import { isoUtc, parseLocal } from '../time';
import type { World } from '../world';
import { ok, refuse, V1 } from './isales';
import type { Blocked } from './state';

/** 7.3.1 to 7.3.4: numbers that are not to be called, for a time or more often than allowed. */

const MOST = 20;
const HOUR_MS = 3_600_000;

export const restriction = {
	validityExpirationTime: optionalText(),
	validityTime: int(1, 120).optional(),
	restrictTimes: int(1, 100).optional(),
	restrictPeriod: oneOfText('0', '1').optional(),
};

/** When both are given the expiration time counts, not the duration (7.3.1). */
export function expiryOf(
	world: World,
	given: { validityExpirationTime?: string; validityTime?: number },
): number | null {
	if (given.validityExpirationTime) {
		const time = parseLocal(given.validityExpirationTime, world.zone);
		return time ?? refuse(generic.parameter, 'validityExpirationTime must be yyyy-MM-dd HH:mm:ss');
	}
	return given.validityTime === undefined ? null : Math.floor(world.clock.now()) + given.validityTime * HOUR_MS;
}

const active = (world: World, entry: Blocked | undefined): boolean =>
	entry !== undefined && (entry.expiry === null || entry.expiry > world.clock.now());

const view = (entry: Blocked) => ({
	validityExpirationTime: entry.expiry === null ? null : isoUtc(entry.expiry),
	blockNum: entry.blockNum,
});

export const blocklist: Interface[] = [
	{
		section: '7.3.1',
		method: 'POST',
		path: `${V1}/blocklist/add`,
		envelope: envelopes.resultDesc,
		body: z.object({ blocklist: z.array(phoneNumber).min(1), ...restriction }).strict(),
		handle({ world, body }) {
			const numbers: string[] = body.blocklist;
			const { restrictTimes, restrictPeriod } = body;
			if ((restrictTimes === undefined) !== (restrictPeriod === undefined)) {
				refuse(generic.combination, 'restrictTimes and restrictPeriod are given together');
			}
			if (numbers.length > MOST) refuse('0200029', 'More numbers than may be added at once.');
			if (new Set(numbers).size < numbers.length) refuse('0200018', 'A number is repeated.');
			const known = world.campaigns.blocklist;
			if (numbers.some((number) => active(world, known.get(number)))) {
				refuse('0200007', 'The number is already in the blocklist.');
			}
			const expiry = expiryOf(world, body);
			for (const blockNum of numbers) known.set(blockNum, { blockNum, expiry, restrictTimes, restrictPeriod });
			return ok('The blacklist is added successfully', {}, envelopes.resultDesc);
		},
	},
	{
		section: '7.3.2',
		method: 'POST',
		path: `${V1}/blocklist/delete`,
		envelope: envelopes.resultDesc,
		body: z.object({ blocklistNo: phoneNumber }).strict(),
		handle({ world, body }) {
			if (!world.campaigns.blocklist.delete(body.blocklistNo)) {
				refuse(generic.parameter, 'The number is not in the blocklist.');
			}
			return ok('', {}, envelopes.resultDesc);
		},
	},
	{
		section: '7.3.3',
		method: 'DELETE',
		path: `${V1}/blocklist`,
		envelope: envelopes.resultDesc,
		handle({ world }) {
			world.campaigns.blocklist.clear();
			return ok('', {}, envelopes.resultDesc);
		},
	},
	{
		section: '7.3.4',
		method: 'POST',
		path: `${V1}/blocklist/query`,
		envelope: envelopes.both,
		body: z
			.object({
				blocklist: z.array(phoneNumber).max(MOST).optional(),
				offset: int(0).optional(),
				limit: int(1, 100).optional(),
			})
			.strict()
			.refine(
				(given) =>
					given.blocklist !== undefined
						? given.limit === undefined && given.offset === undefined
						: given.limit !== undefined && given.offset !== undefined,
				{ message: 'either limit and offset, or blocklist', params: { code: generic.combination } },
			),
		handle({ world, body }) {
			const known = world.campaigns.blocklist;
			const data = body.blocklist
				? (body.blocklist as string[]).flatMap((number) => {
						const entry = known.get(number);
						return entry ? [{ ...view(entry), flag: active(world, entry) }] : [];
					})
				: [...known.values()].slice(body.offset, body.offset + body.limit).map(view);
			return ok('query BlockList Success', { data });
		},
	},
];
