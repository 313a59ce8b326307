import { HttpAnswer, type Interface } from '../interface';
import { codes, refuse, success } from './codes';
import { serviceToken } from './fields';
import type { OnlineAgent } from './online-agent';
import { agentInterface, pathInt } from './request';

/** Staying signed in, and signing out: 6.1.1.3, 6.1.1.18 to 6.1.1.20, 6.1.1.24 and 6.1.1.26. */

const AGENT = '/onlineagent/{agentid}';

/** The Guid to go on with, for whoever still uses an older one. */
export function newGuid(agent: OnlineAgent, used: unknown, now: number): Record<string, string> {
	const { value } = agent.guids.current(now);
	return value === used || agent.over ? {} : { 'Set-GUID': `JSESSIONID=${value}` };
}

export const sessionRoutes: Interface[] = [
	agentInterface({
		section: '6.1.1.3',
		method: 'POST',
		path: `${AGENT}/handshake`,
		malformed: codes.signInParameter,
		handle(agent, { world, headers }) {
			const token = headers.service_token;
			if (token !== undefined && !serviceToken.safeParse(token).success) {
				refuse(codes.signInParameter, 'service_token: must be 1 to 50 letters and digits');
			}
			// Whoever polls may give signs of life as well, but they count for nothing.
			if (!agent.options.push) return success();
			agent.lastSign = agent.clock.now();
			if (typeof token === 'string') world.agents.pusherOf(agent)?.changeToken(token);
			const told = newGuid(agent, headers.guid, agent.lastSign);
			// Table 6-14 calls the header Guid, where 4.5 has Set-GUID: both are there.
			const { value } = agent.guids.current(agent.lastSign);
			return new HttpAnswer(200, success(), 'Set-GUID' in told ? { Guid: value, ...told } : told);
		},
	}),
	agentInterface({
		section: '6.1.1.18',
		method: 'DELETE',
		path: `${AGENT}/logout`,
		handle(agent, { world }) {
			// During a call nothing happens, and nothing is said about it.
			if (!agent.isOnCall) void world.agents.signOut(agent);
			return success({});
		},
	}),
	agentInterface({
		section: '6.1.1.19',
		method: 'DELETE',
		path: `${AGENT}/forcelogout`,
		handle(agent, { world }) {
			void world.agents.signOut(agent);
			return success();
		},
	}),
	agentInterface({
		section: '6.1.1.20',
		method: 'DELETE',
		path: `${AGENT}/forcelogoutwithreason/{reason}`,
		malformed: codes.signOutParameter,
		handle(agent, { world, params }) {
			pathInt(params.reason, 1, 255, codes.signOutParameter);
			void world.agents.signOut(agent);
			return success();
		},
	}),
	agentInterface({
		section: '6.1.1.24',
		method: 'PUT',
		path: `${AGENT}/updateGuid`,
		handle: (agent) => success({ guid: agent.guids.renew(agent.clock.now()) }),
	}),
	agentInterface({
		section: '6.1.1.26',
		method: 'POST',
		path: `${AGENT}/logininfo`,
		handle: (agent, { world }) =>
			success({ phonenum: agent.options.phoneNumber, phonetoken: world.random.digits(16) }),
	}),
];
