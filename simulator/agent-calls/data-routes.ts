import { z } from 'zod';
import { refuse, silentSuccess, success } from '../agent-gateway/codes';
import { bool } from '../agent-gateway/fields';
import { agentInterface, pathInt } from '../agent-gateway/request';
import type { OnlineAgent } from '../agent-gateway/online-agent';
import type { Interface } from '../interface';
import type { World } from '../world';
import { pathSkill } from './answer-routes';
import { described, heldCall, traced, waitingCall } from './call-info';
import { codes } from './codes';
import { MOST_CALL_DATA } from './fields';
import { heldCalls, knownSkill } from './orders';
import type { AgentCall } from './state';

/** 6.1.3: what is known about calls. How often an agent may ask is counted where the requests come in. */

const PATH = '/calldata/{agentid}';
const INSPECTOR = 3;

const inWords = (text: string | undefined): boolean => text === 'true';

/** The call meant: the one named, or the one that the agent is in. */
function meant(world: World, workNo: string, callId?: string): AgentCall | undefined {
	const own = world.agentCalls.of(workNo);
	if (callId) return own.find(({ call }) => call.callId === callId)?.call;
	return (own.find(({ member }) => member.state === 'talking') ?? own[own.length - 1])?.call;
}

/** The signed-in agent of a work number in the path. */
function colleague(world: World, workNo: string): OnlineAgent {
	pathInt(workNo, 101, 59_999, codes.agentParameter);
	return world.agents.find(workNo) ?? refuse(codes.failed, 'That agent is not signed in.');
}

/** BASE64 as the vendor's Java writes it: with its padding. */
const isBase64 = (text: string): boolean => Buffer.from(text, 'base64').toString('base64') === text;

export const dataRoutes: Interface[] = [
	agentInterface({
		section: '6.1.3.1',
		method: 'GET',
		path: `${PATH}/callinfo`,
		query: z.object({ isNoContainLastCall: z.enum(['true', 'false']).optional() }).strict(),
		handle({ workNo }, { world, query }) {
			const call = meant(world, workNo);
			if (call) return silentSuccess(traced(world, call, workNo, false));
			const last = inWords(query.isNoContainLastCall) ? world.agentCalls.lastOf(workNo) : undefined;
			return silentSuccess(last ? traced(world, last, workNo, true) : null);
		},
	}),
	agentInterface({
		section: '6.1.3.2',
		method: 'GET',
		path: `${PATH}/appdata`,
		// Whatever is not "true" is false. The table spells callId differently.
		query: z.object({ isEncodeResult: z.string().optional(), callId: z.string().optional() }).strict(),
		handle({ workNo }, { world, query }) {
			const call = meant(world, workNo, query.callId) ?? refuse(codes.failed, 'There is no such call.');
			const { callData } = call;
			return silentSuccess(inWords(query.isEncodeResult) ? Buffer.from(callData).toString('base64') : callData);
		},
	}),
	agentInterface({
		section: '6.1.3.3',
		method: 'PUT',
		path: `${PATH}/setcalldataex`,
		body: z
			.object({
				callid: z.string().optional(),
				calldata: z.string().optional(),
				isDataEncoded: bool().default(false),
			})
			.strict(),
		handle({ workNo }, { world, body }) {
			const { callid, calldata = '', isDataEncoded } = body;
			if (isDataEncoded && !isBase64(calldata)) refuse(codes.wrongParameter, 'calldata: is not BASE64');
			const data = isDataEncoded ? Buffer.from(calldata, 'base64').toString() : calldata;
			if (Buffer.byteLength(data) > MOST_CALL_DATA) refuse(codes.wrongParameter, 'calldata: more than 16 KB');
			const call = meant(world, workNo, callid) ?? refuse(codes.noCallForData, 'There is no such call.');
			call.callData = data;
			return success({});
		},
	}),
	agentInterface({
		section: '6.1.3.4',
		method: 'GET',
		path: `${PATH}/holdlist`,
		handle({ workNo }, { world }) {
			const held = heldCalls(world, workNo);
			if (held.length === 0) refuse(codes.noHeldCalls, 'No call is held.');
			return silentSuccess(held.map(({ call }) => heldCall(world, call, true)));
		},
	}),
	agentInterface({
		section: '6.1.3.5',
		method: 'GET',
		path: `${PATH}/callinbeforeanswer`,
		handle({ workNo }, { world }) {
			// A list in the table. It is about calls that arrive, and goes on to be while they are talked in.
			const call = meant(world, workNo);
			return silentSuccess(call ? described(world, call) : null);
		},
	}),
	agentInterface({
		section: '6.1.3.6',
		method: 'GET',
		path: `${PATH}/callinfobycallid/{callid}`,
		handle(_agent, { world, params }) {
			const call = world.agentCalls.find(params.callid);
			return silentSuccess(described(world, call ?? refuse(codes.failed, 'There is no such call.')));
		},
	}),
	agentInterface({
		section: '6.1.3.7',
		method: 'GET',
		path: `${PATH}/allcallinfoEx/{workno}`,
		handle(_agent, { world, params }) {
			const { workNo } = colleague(world, params.workno);
			return silentSuccess(world.agentCalls.of(workNo).map(({ call }) => call.callId));
		},
	}),
	agentInterface({
		section: '6.1.3.8',
		method: 'GET',
		path: `${PATH}/callnums`,
		handle: ({ workNo }, { world }) => silentSuccess(world.agentCalls.of(workNo).length),
	}),
	agentInterface({
		section: '6.1.3.9',
		method: 'GET',
		path: `${PATH}/statistics`,
		handle({ workNo }, { world }) {
			const counted = world.agentCalls.statistics.of(workNo);
			// With two r's in the sample, with one in the table.
			const { transfernums, ...rest } = counted;
			const today = world.local(world.clock.now()).slice(0, 10);
			const pauses = world.agents.pausesOf(workNo).on((time) => world.local(time).startsWith(today));
			return silentSuccess({ ...rest, transferrnums: transfernums, ...pauses });
		},
	}),
	agentInterface({
		section: '6.1.3.10',
		method: 'GET',
		path: `${PATH}/statisticsEx`,
		handle({ workNo }, { world }) {
			const { talktime, answernums, calloutnums } = world.agentCalls.statistics.of(workNo);
			return silentSuccess({ talktime, answernums, calloutnums });
		},
	}),
	agentInterface({
		section: '6.1.3.11',
		method: 'GET',
		path: `${PATH}/waitcallinfo/{skillid}`,
		handle(_agent, { world, params }) {
			const skillId = knownSkill(world, pathSkill(params.skillid)) ?? 0;
			return silentSuccess(world.agentCalls.waiting(skillId).map((call) => waitingCall(world, call)));
		},
	}),
	agentInterface({
		section: '6.1.3.12',
		method: 'GET',
		path: `${PATH}/holdlistex/{workno}`,
		handle({ account }, { world, params }) {
			if (account.ccRoleId !== INSPECTOR) refuse(codes.noRight, 'Only an inspector may ask this.');
			const held = heldCalls(world, colleague(world, params.workno).workNo);
			if (held.length === 0) refuse(codes.noHeldCalls, 'No call is held.');
			return silentSuccess(held.map(({ call }) => heldCall(world, call, false)));
		},
	}),
];
