import { z } from 'zod';
import { refuse } from '../cms/codes';
import { pages, whose } from '../cms/fields';
import { type CmsInterface, onPage } from '../cms/serve';
import { LOCAL, localText, parseLocal } from '../time';

/** 12.3.2.2: its own envelope, and times in UTC. */

/** Callers wait behind the flow, and calls are kept by when they began. */
const LONGEST_FLOW = 3600 * 1000;

const time = z.string().optional();

const utc = (text: string | undefined, otherwise: number): number =>
	text === undefined ? otherwise : (parseLocal(text, 'utc') ?? refuse(`${text} is not of the format ${LOCAL}`));

export const missedCalls: CmsInterface[] = [
	{
		section: '12.3.2.2',
		path: '/v1/callin/queryMissedCalls',
		fields: z.object({ vdn: whose.vdn, ...pages(5000), beginTime: time, endTime: time }),
		refusal: (returnCode, returnDesc) => ({ returnCode, returnDesc }),
		handle(world, given) {
			const now = world.clock.now();
			const from = utc(given.beginTime, 0);
			const to = utc(given.endTime, now);
			const missed = world.past
				.calls(from - LONGEST_FLOW, now)
				.filter(({ isInbound, skillId, outcome, waitBegin }) => isInbound && skillId !== undefined && outcome !== 'answered' && waitBegin >= from && waitBegin <= to)
				.reverse();
			return {
				returnCode: '0',
				total: missed.length,
				missedCalls: onPage(missed, given).map((call) => ({
					callId: call.callId,
					callerNo: call.caller,
					calleeNo: call.callee,
					waitBegin: localText(call.waitBegin, 'utc'),
					callEnd: localText(call.end, 'utc'),
					mediaType: call.mediaType,
					subMediaType: call.subMediaType ?? null,
				})),
				returnDesc: 'query success',
			};
		},
	},
];
