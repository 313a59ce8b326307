import { z } from 'zod';
import type { Interface } from '../interface';
import { intText } from '../schema/fields';
import { codes, refuse, silentSuccess, success } from './codes';
import type { OnlineAgent } from './online-agent';
import { agentInterface, pathInt } from './request';

/** What an agent is doing, and changes of it: 6.1.1.9 to 6.1.1.15 and 6.1.1.21. */

const AGENT = '/onlineagent/{agentid}';

const prolong = z.enum(['true', 'false']).optional();
/** 0 is for no reason, as is leaving it out. */
const busyReason = intText(0, 250).refine((value) => value === 0 || value >= 200, 'must be 0 or 200 to 250');

const wrongState = (): never => refuse(codes.wrongState, 'The state of the agent does not allow this.');

/** During a call, what was asked for after it is taken back. Nobody has been told of it, so nobody is now. */
function takeBack(agent: OnlineAgent, what: Array<'preBusy' | 'preRest'>): object {
	if (what.every((one) => agent[one] === undefined)) wrongState();
	for (const one of what) agent[one] = undefined;
	return success({});
}

export const stateRoutes: Interface[] = [
	agentInterface({
		section: '6.1.1.9',
		method: 'POST',
		path: `${AGENT}/sayfree`,
		handle(agent, { world }) {
			if (agent.isOnCall) return takeBack(agent, ['preBusy', 'preRest']);
			if (agent.state === 'rest') wrongState();
			if (agent.state === 'busy') world.agents.idle(agent, 'AgentState_CancelNotReady_Success');
			if (agent.state === 'work') world.agents.idle(agent, 'AgentState_CancelWork_Success');
			return success({});
		},
	}),
	agentInterface({
		section: '6.1.1.10',
		method: 'POST',
		path: `${AGENT}/saybusy`,
		query: z.object({ reason: busyReason.optional(), prolong }).strict(),
		handle(agent, { world, query }) {
			const { reason = 0 } = query;
			if (agent.isOnCall) {
				agent.preBusy = { reason };
				agent.preRest = undefined;
				return success({});
			}
			if (agent.state === 'rest') wrongState();
			if (agent.state === 'busy') {
				if (query.prolong !== 'true') wrongState();
				if (query.reason === undefined) refuse(codes.wrongParameter, 'reason: is required when busy already');
			}
			world.agents.busy(agent, reason);
			return success({});
		},
	}),
	agentInterface({
		section: '6.1.1.11',
		method: 'POST',
		path: `${AGENT}/cancelbusy`,
		handle(agent, { world }) {
			if (agent.isOnCall) return takeBack(agent, ['preBusy']);
			if (agent.state !== 'busy') wrongState();
			world.agents.idle(agent, 'AgentState_CancelNotReady_Success');
			return success({});
		},
	}),
	agentInterface({
		section: '6.1.1.12',
		method: 'POST',
		path: `${AGENT}/rest/{time}/{restcause}`,
		query: z.object({ prolong }).strict(),
		handle(agent, { world, params, query }) {
			const seconds = pathInt(params.time, 1, 86_399);
			const cause = pathInt(params.restcause, 0, 255);
			if (agent.isOnCall) {
				agent.preRest = { seconds, cause };
				agent.preBusy = undefined;
				return success({});
			}
			if (agent.state === 'rest' && query.prolong !== 'true') wrongState();
			world.agents.rest(agent, seconds, cause);
			return success({});
		},
	}),
	agentInterface({
		section: '6.1.1.13',
		method: 'POST',
		path: `${AGENT}/cancelrest`,
		handle(agent, { world }) {
			if (agent.isOnCall) return takeBack(agent, ['preRest']);
			if (agent.state !== 'rest') wrongState();
			world.agents.idle(agent, 'AgentState_CancelRest_Success');
			return success({});
		},
	}),
	agentInterface({
		section: '6.1.1.14',
		method: 'POST',
		path: `${AGENT}/work`,
		handle(agent) {
			if (agent.isOnCall || agent.state === 'rest') wrongState();
			if (agent.state !== 'work') {
				agent.enter('work');
				void agent.put('AgentState_SetWork_Success');
			}
			return success({});
		},
	}),
	agentInterface({
		section: '6.1.1.15',
		method: 'POST',
		path: `${AGENT}/cancelwork`,
		handle(agent, { world }) {
			if (agent.state !== 'work') wrongState();
			world.agents.idle(agent, 'AgentState_CancelWork_Success');
			return success({});
		},
	}),
	agentInterface({
		section: '6.1.1.21',
		method: 'GET',
		path: `${AGENT}/agentstatus`,
		// An array by the table, an object in the sample.
		handle: (agent) => silentSuccess({ agentState: agent.gatewayState, isWorking: agent.state === 'talking' }),
	}),
];
