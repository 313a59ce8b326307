import type { Agent } from '../contact-centre/state';
import type { Interface } from '../interface';
import type { World } from '../world';
import { codes, refuse, success } from './codes';
import { agentInterface, pathInt } from './request';

/** 6.1.1.5 and 6.1.1.6: which queues an agent is configured for. */

const AGENT = '/onlineagent/{agentid}';

export function skillsOf(world: World, { skills }: Agent): object[] {
	return skills
		.flatMap(({ skillId }) => world.centre.queues.get(skillId) ?? [])
		.map(({ name, skillId, mediaTypeId }) => ({ name, id: skillId, mediatype: mediaTypeId }));
}

function answer(world: World, account: Agent | undefined): object {
	const skills = account ? skillsOf(world, account) : [];
	if (skills.length === 0) refuse(codes.noSkills, 'There is no such agent, or the agent has no skill queues.');
	return success(skills);
}

export const skillQueries: Interface[] = [
	agentInterface({
		section: '6.1.1.5',
		method: 'GET',
		path: `${AGENT}/agentskills`,
		handle: (agent, { world }) => answer(world, agent.account),
	}),
	agentInterface({
		section: '6.1.1.6',
		method: 'GET',
		path: `${AGENT}/agentskillsbyworkno/{workno}`,
		handle: (_agent, { world, params }) =>
			answer(world, world.centre.agentByWorkNo(pathInt(params.workno, 101, 59_999))),
	}),
];
