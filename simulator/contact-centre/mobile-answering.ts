import { z } from 'zod';
import { envelopes, type Interface, Refusal } from '../interface';
import { int, text } from '../schema/fields';
import type { World } from '../world';
import type { Agent } from './state';

/** 6.1.2.26 to 6.1.2.28: an agent who answers on a mobile phone instead of at the workspace. */

const BASE = '/apiaccess/rest/cc-management/v1/offline/agent';
const workNo = int();

function find(world: World, number: number): Agent {
	const agent = world.centre.agentByWorkNo(number);
	if (!agent) throw new Refusal('1', `The agent ${number} does not exist.`);
	return agent;
}

export const mobileAnswering: Interface[] = [
	{
		section: '6.1.2.26',
		method: 'POST',
		path: `${BASE}/login`,
		envelope: envelopes.returnDescription,
		body: z.object({ phone: text(), workNo }).strict(),
		handle({ world, body }) {
			const agent = find(world, body.workNo);
			agent.mobilePhone = body.phone;
			return {
				restTime: '',
				agentType: String(agent.agentType),
				forceLogin: true,
				isAutoAnswer: 'true',
				description: 'success',
				videoMode: 0,
				workNo: agent.workNo,
				skills: agent.skills.map(({ skillId }) => ({
					skillId,
					mediaTypeId: String(world.centre.queues.get(skillId)?.mediaTypeId),
				})),
				returnCode: '0',
				isMultiChannelSupport: agent.agentType === 99,
			};
		},
	},
	{
		section: '6.1.2.27',
		method: 'POST',
		path: `${BASE}/logout`,
		envelope: envelopes.returnDescription,
		body: z.object({ workNo }).strict(),
		handle({ world, body }) {
			const agent = find(world, body.workNo);
			if (agent.mobilePhone === undefined) throw new Refusal('1', 'The agent does not answer on a mobile phone.');
			agent.mobilePhone = undefined;
			return { returnCode: '0', description: 'success' };
		},
	},
	{
		section: '6.1.2.28',
		method: 'POST',
		path: `${BASE}/isOfflineAgent`,
		envelope: envelopes.returnDescription,
		body: z.object({ workNo }).strict(),
		handle: ({ world, body }) => ({
			returnCode: '0',
			data: find(world, body.workNo).mobilePhone !== undefined,
			description: 'success',
		}),
	},
];
