import { z } from 'zod';
import type { World } from '../world';
import { indexIds, skillIds, whose } from './fields';
import { type CmsInterface, found } from './serve';
import { signedInto } from './watched';

/** Table 12-688. */
const indexes: Record<string, (world: World, skillId: number) => number> = {
	IDX_COUNT_REAL_SKILL_QUEUE: (world, skillId) => world.agents.waiting.of(skillId).length,
	IDX_COUNT_REAL_AGENT_SIGN_IN: (world, skillId) => signedInto(world, skillId).length,
};

export const skillQueues: CmsInterface[] = [
	{
		section: '12.3.1.1.9',
		path: '/v1/openapi/configures/skills',
		fields: z.object(whose),
		wrapper: 'queryParam',
		handle: (world) =>
			found([...world.centre.queues.values()].map(({ skillId, mediaTypeId, name }) => ({ id: skillId, mediaType: mediaTypeId, name }))),
	},
	{
		section: '12.3.1.2.12',
		path: '/v1/openapi/skill/rindex',
		fields: z.object({ ...whose, skillIds, indexIds: indexIds(Object.keys(indexes), 12) }),
		// A number by the table, a text in the sample, as the values are.
		handle: (world, { skillIds: wanted, indexIds: ids }) =>
			found(
				wanted.map((skillId: number) => ({
					id: String(skillId),
					idxs: ids.map((id: string) => ({ id, val: String(indexes[id](world, skillId)) })),
				})),
			),
	},
];
