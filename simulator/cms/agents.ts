import { z } from 'zod';
import { pages, whose } from './fields';
import { type CmsInterface, found, onPage } from './serve';
import { watchedAgents } from './watched';

export const agents: CmsInterface[] = [
	{
		section: '12.3.1.1.5',
		path: '/v1/openapi/vdn/totalagentdynamicinfo',
		fields: z.object({ ...whose, ...pages(100) }),
		handle(world, given) {
			const all = watchedAgents(world);
			return found(
				onPage(all, given).map(({ workNo, state }) => ({ agentId: workNo, state })),
				{ count: all.length },
			);
		},
	},
];
