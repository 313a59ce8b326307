import { DateTime } from 'luxon';
import { z } from 'zod';
import type { Campaign, CallResult } from '../campaigns/state';
import { refuse } from '../cms/codes';
import { whose } from '../cms/fields';
import { type CmsInterface, foundNew } from '../cms/serve';
import { int } from '../schema/fields';
import { localDate, parseLocal } from '../time';
import type { World } from '../world';

/** 12.3.5: campaigns as iSales tells of them. */

const place = { ...whose, ccId: whose.ccId.optional() };
const taskId = z.string().min(1).max(30);
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);

/** Types of tasks (12.3.5.1) by those of devices (7.1.2). */
const TASK_TYPE: Record<number, string> = { 1: '1', 2: '2', 3: '3', 5: '5', 6: '4' };

const campaignOf = (world: World, id: string): Campaign => world.campaigns.all.get(Number(id)) ?? refuse('The task does not exist.');

const share = (part: number, whole: number): string => `${whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10}%`;

const answeredOf = (results: CallResult[]): number => results.filter(({ answered }) => answered).length;

export const campaigns: CmsInterface[] = [
	{
		section: '12.3.5.1',
		path: '/v1/openapi/fromisales/querytasks',
		fields: z.object({ ...place, limit: int(1, 100).optional(), offset: int(0).optional() }),
		handle(world, { limit = 10, offset = 0 }) {
			const all = [...world.campaigns.all.values()];
			const tasks = all.slice(offset, offset + limit).map((campaign) => ({
				beginDate: localDate(campaign.begin, world.zone),
				taskType: TASK_TYPE[campaign.deviceType],
				endDate: localDate(campaign.end, world.zone),
				taskName: campaign.name,
				taskId: String(campaign.id),
				status: String(campaign.status),
			}));
			return foundNew({ count: all.length, tasks });
		},
	},
	{
		section: '12.3.5.2',
		path: '/v1/openapi/fromisales/dailystatistic',
		fields: z.object({ ...place, taskId, beginDayTime: day, endDayTime: day }),
		handle(world, { taskId: id, beginDayTime, endDayTime }) {
			const { results } = campaignOf(world, id);
			const [from, last] = [beginDayTime, endDayTime].map((text) => parseLocal(text, world.zone, 'yyyy-MM-dd') ?? refuse(`${text} is no day`));
			if (last < from) refuse('endDayTime is before beginDayTime');
			const to = DateTime.fromMillis(last, { zone: world.zone }).plus({ days: 1 }).toMillis();
			const inside = results.filter(({ callTime }) => callTime >= from && callTime < to);
			const days = [...new Set(inside.map(({ callTime }) => localDate(callTime, world.zone)))].sort();
			return foundNew(
				days.map((statDate) => {
					const those = inside.filter(({ callTime }) => localDate(callTime, world.zone) === statDate);
					const succCount = answeredOf(those);
					return { statDate, totalCount: those.length, succCount, succRate: share(succCount, those.length) };
				}),
			);
		},
	},
	{
		section: '12.3.5.3',
		path: '/v1/openapi/fromisales/realstatistic',
		// A number by the table, a text in the sample.
		fields: z.object({ ...place, taskId: z.union([taskId, int(1)]).transform(String) }),
		handle(world, { taskId: id }) {
			const { results, contacts } = campaignOf(world, id);
			const inState = (state: string) => contacts.filter((contact) => contact.state === state).length;
			const succCount = answeredOf(results);
			const compCount = inState('finished');
			// Numbers by the table, texts in the sample; an object where the table has a list.
			const counts = {
				totalCount: results.length,
				succCount,
				failCount: results.length - succCount,
				compCount,
				waitCount: inState('waiting'),
				execCount: inState('calling'),
			};
			return foundNew({
				...Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, String(count)])),
				succRate: share(succCount, results.length),
				compRate: share(compCount, contacts.length),
			});
		},
	},
];
