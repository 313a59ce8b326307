import { z } from 'zod';
import { toJson } from '../json';
import { envelopes, type Interface } from '../interface';
import { generic, int, optionalText, text } from '../schema/fields';
import { isoUtc, parseLocal } from '../time';
import type { World } from '../world';
import { ok, refuse, V1 } from './isales';

/** 7.10: the log that iSales keeps of its own interfaces. */

const MOST_MS = 7 * 86_400_000;
const KEPT = 10_000;

export function logCall(
	world: World,
	call: { method: string; path: string; params: object; body: unknown; status: number; answer: unknown },
): void {
	const { log } = world.campaigns;
	const answer = (typeof call.answer === 'object' && call.answer !== null ? call.answer : {}) as Record<
		string,
		unknown
	>;
	log.push({
		id: world.campaigns.longId(world.clock.now()),
		operTime: world.clock.now(),
		url: call.path,
		type: call.method,
		// Path parameters and body together, as one text.
		request: toJson({
			...(typeof call.body === 'object' ? call.body : {}),
			...call.params,
			vdnId: world.tenant.vdnId,
		}),
		resultCode: answer.resultCode ?? answer.returnCode ?? null,
		resultDesc: answer.resultDesc ?? answer.returnDesc ?? null,
		httpStatus: call.status,
	});
	if (log.length > KEPT) log.shift();
}

export const callLog: Interface[] = [
	{
		section: '7.10',
		method: 'POST',
		path: `${V1}/calllogs`,
		envelope: envelopes.both,
		body: z
			.object({ offset: int(0), limit: int(1, 100), url: optionalText(), beginTime: text(), endTime: text() })
			.strict(),
		handle({ world, body }) {
			const time = (value: string): number =>
				parseLocal(value, world.zone) ?? refuse(generic.parameter, 'times must be yyyy-MM-dd HH:mm:ss');
			const begin = time(body.beginTime);
			const end = time(body.endTime);
			if (begin > end || end - begin > MOST_MS)
				refuse(generic.parameter, 'endTime must be within 7 days of beginTime');
			const found = world.campaigns.log.filter(
				({ operTime, url }) => operTime >= begin && operTime < end + 1000 && (!body.url || url === body.url),
			);
			return ok('queryCalllogs success', {
				result: found
					.slice(body.offset, body.offset + body.limit)
					.map((entry) => ({ ...entry, operTime: isoUtc(entry.operTime) })),
				count: found.length,
			});
		},
	},
];
