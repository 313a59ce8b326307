import type { Agent } from '../contact-centre/state';
import type { Interface } from '../interface';
import type { World } from '../world';
import { codes, refuse, silentSuccess, success } from './codes';
import type { OnlineAgent } from './online-agent';
import { agentInterface, pathInt } from './request';
import { skillsOf } from './skill-queries';
import { CTI_SIGNED_OUT, ctiStates, SIGNED_OUT } from './states';

/** 5.2.11 to 5.2.13: agents and what they are doing. */

const AGENTS = '/agentgroup/{agentid}';

export const agentQueries: Interface[] = [
	agentInterface({
		section: '5.2.11',
		method: 'GET',
		path: `${AGENTS}/agentbyskill/{skillid}`,
		handle(_agent, { world, params }) {
			const skillId = pathInt(params.skillid, 0, 65_535);
			// Who takes no calls is not told of (the note under 5.2.11).
			const found = world.agents.all().filter(({ queues, talkRight }) => talkRight && queues.has(skillId));
			if (found.length === 0) refuse(codes.unknownAgent, 'There are no agents.');
			return silentSuccess(found.map((agent) => listed(world, agent)));
		},
	}),
	agentInterface({
		section: '5.2.12',
		method: 'GET',
		path: `${AGENTS}/agentbyworkno/{workno}`,
		handle(_agent, { world, params }) {
			const account = world.centre.agentByWorkNo(pathInt(params.workno, 101, 59_999));
			if (!account) return refuse(codes.unknownAgent, 'There is no such agent.');
			// "phonenummer" in the table, "phonenum" in the sample.
			const agent = described(world, account, world.agents.find(account.workNo), 'phonenum');
			return silentSuccess({ ...agent, groupid: 1, groupname: 'default', skilllist: skillsOf(world, account) });
		},
	}),
	agentInterface({
		section: '5.2.13',
		method: 'GET',
		path: `${AGENTS}/allonlineagents`,
		handle(_agent, { world }) {
			const queues = [...world.centre.queues.values()];
			if (queues.length === 0) refuse(codes.noQueues, 'There are no skill queues.');
			return success(
				queues
					.map(({ skillId, mediaTypeId }) => ({
						skillId,
						agent: world.agents
							.all()
							.filter(({ queues: joined }) => joined.has(skillId))
							.map((agent) => listed(world, agent)),
						skillMediaType: mediaTypeId,
					}))
					.filter(({ agent }) => agent.length > 0),
			);
		},
	}),
];

const listed = (world: World, agent: OnlineAgent): object => described(world, agent.account, agent, 'phonenumber');

/** Numbers of states are texts in all samples, and numbers in all tables. */
function described(world: World, account: Agent, agent: OnlineAgent | undefined, phoneKey: string): object {
	return {
		workno: String(account.workNo),
		name: account.userName,
		status: String(agent?.gatewayState ?? SIGNED_OUT),
		ctiStatus: String(agent ? ctiStates[agent.state] : CTI_SIGNED_OUT),
		groupid: 0,
		groupname: null,
		skilllist: [],
		mediatype: agent?.options.mediaServers ?? 'FFF',
		vdnid: world.tenant.vdnId,
		[phoneKey]: agent?.options.phoneNumber ?? '',
		currentstatetime: agent ? Math.floor((world.clock.now() - agent.stateSince) / 1000) : 0,
		// To the second, as in the samples.
		logindate: agent ? Math.floor(agent.loginTime / 1000) * 1000 : 0,
		callids: [],
		inMultimediaConf: 0,
		currentStateReason: agent?.reason ?? 0,
	};
}
