import { z } from 'zod';
import type { Interface } from '../interface';
import { codes, success } from './codes';
import { agentInterface } from './request';

const MOST_BYTES = 1023;

/** 6.1.1.4. What a note says does not come with its event (6.5.1.1.11). */
export const noteRoute: Interface[] = [
	agentInterface({
		section: '6.1.1.4',
		method: 'POST',
		path: '/onlineagent/{agentid}/sendnoteletex',
		// The only one of its codes that is about parameters.
		malformed: codes.signInParameter,
		body: z
			.object({
				agentIds: z.array(z.number().int().min(101).max(59_999)).min(1).max(100),
				content: z.string().refine((value) => Buffer.byteLength(value) <= MOST_BYTES, 'must be shorter'),
			})
			.strict(),
		handle(_agent, { world, body }) {
			for (const workNo of new Set<number>(body.agentIds)) void world.agents.find(workNo)?.put('AgentOther_Note');
			return success(null);
		},
	}),
];
