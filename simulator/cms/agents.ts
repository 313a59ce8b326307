import { z } from 'zod';
import { ctiStates, CTI_SIGNED_OUT, isOnCall } from '../agent-gateway/states';
import type { AgentCall, AgentMember } from '../agent-calls/state';
import type { Agent } from '../contact-centre/state';
import { int } from '../schema/fields';
import type { World } from '../world';
import { activities } from './activities';
import { countStates, stateTable } from './agent-counts';
import { detailsOf, stateSeconds } from './agent-views';
import { codes, refuse } from './codes';
import { indexIds, pages, whose } from './fields';
import { type CmsInterface, found, onPage } from './serve';
import { isInbound, NO_COUNT, NO_LOCATION, NO_TIME, watch, watchedAgents, type WatchedAgent, whole } from './watched';

/** 12.3.1.3, and what 12.3.1.1 tells of all agents of a VDN. */

const agentId = int(101, 59_999);
const several = (most: number) => ({ ...whose, agentIds: z.array(agentId).min(1).max(most) });
const one = { ...whose, agentId };

const account = (world: World, workNo: number): Agent =>
	world.centre.agentByWorkNo(workNo) ?? refuse(`There is no agent ${workNo}.`, codes.failed);

const ofEach = (world: World, { agentIds }: { agentIds: number[] }): WatchedAgent[] =>
	agentIds.map((workNo) => watch(world, account(world, workNo)));

/** A page of all agents, and how many there are. */
function paged(world: World, given: { limit: number; offset: number }, tell: (agent: WatchedAgent) => object): object {
	const all = watchedAgents(world);
	return found(onPage(all, given).map(tell), { count: all.length });
}

/** Positions of table 12-354 for the roles of accounts: 2 and 4 take calls, 3 inspects. */
const TAKES_CALLS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const INSPECTS = [13, 14, 15, 16, 17, 23];
const INSPECTOR = 3;

function rightsOf({ ccRoleId }: Agent): string {
	const given = ccRoleId === INSPECTOR ? [...TAKES_CALLS, ...INSPECTS] : TAKES_CALLS;
	return Array.from({ length: 128 }, (_none, index) => (given.includes(index + 1) ? '1' : '0')).join('');
}

/** Table 12-353. */
const configured = ({ workNo, account: { userName, ...rest } }: WatchedAgent): object => ({
	agentId: workNo,
	groupId: -1,
	rights: rightsOf(rest as Agent),
	name: userName,
	realFlag: 1,
});

const stateOnly = ({ workNo, state }: WatchedAgent): object => ({ agentId: workNo, state });

const withTimes = (world: World, { workNo, state, account: of }: WatchedAgent): object => ({
	agentId: workNo,
	locationId: NO_LOCATION,
	currentStateTime: stateSeconds(world, of),
	currentState: state,
});

/** Agents who are at rest, and those who will be once their call is over: nobody here has to wait for permission. */
function rests(world: World, agents: WatchedAgent[]) {
	const resting = agents.filter(({ online }) => online?.state === 'rest');
	const allowed = agents.filter(({ online }) => online?.preRest !== undefined);
	const details = [...resting, ...allowed].flatMap(({ workNo, account: { userName }, online }) =>
		online
			? [
					{
						agentId: workNo,
						name: userName,
						beginTime: whole(online.stateSince),
						applyRestLength: online.preRest?.seconds ?? online.pauses.current?.seconds ?? 0,
						...(online.state === 'rest' && { reqRestDuration: Math.floor((world.clock.now() - online.stateSince) / 1000) }),
					},
				]
			: [],
	);
	return { onRest: resting.length, allowed: allowed.length, waiting: 0, details };
}

/** Table 12-487. */
function restOverview(world: World) {
	const { onRest, allowed, waiting, details } = rests(world, watchedAgents(world));
	return {
		allowRestNum: allowed,
		onRestNum: onRest,
		waitRestNum: waiting,
		agentsRestDetails: details.map(({ name, agentId: workNo, beginTime, applyRestLength }) => ({
			agentName: name,
			workNo,
			cantRestReason: 0,
			beginTime,
			restDuration: applyRestLength,
		})),
	};
}

/** Table 12-471. */
function callStatus({ isConference }: AgentCall, { state, muted }: AgentMember): number {
	if (state === 'held') return 6;
	if (state === 'ringing') return 4;
	if (state === 'dialling') return 1;
	if (muted) return 8;
	return isConference ? 9 : 5;
}

const callIdsOf = (world: World, workNo: number): string[] => world.agentCalls.of(String(workNo)).map(({ call }) => call.callId);

/** Table 12-691. */
const indexes: Record<string, (world: World, agent: WatchedAgent) => unknown> = {
	IDX_AGENT_PHONE: (_world, { online }) => online?.options.phoneNumber ?? '',
	IDX_AGENT_CURRENT_STATE: (_world, { state }) => state,
	IDX_DURATION_AGENT_CURRENT_STATE: (world, { account: of }) => stateSeconds(world, of),
	IDX_AGENT_LOGIN_SKILLS: (_world, { online, account: { skills } }) => (online ? [...online.queues] : skills.map(({ skillId }) => skillId)),
};

/** Table 12-496, with the names of the newer interface. */
function systemState(agents: WatchedAgent[]) {
	const counted = countStates(agents.flatMap(({ online }) => online ?? []));
	return { busyAgent: counted.busy, talkingNum: counted.talking, idleAgent: counted.idle, totalLoginAgent: counted.signedIn };
}

const refusedOld = (result: string, resultDatas: string): object => ({ result, resultDatas });

export const agents: CmsInterface[] = [
	{
		section: '12.3.1.1.2',
		path: '/v1/openapi/vdn/queryagentreststate',
		fields: z.object({ ...whose, ...pages(1000) }),
		// Of the agents on the page alone, as the note says.
		handle(world, given) {
			const all = watchedAgents(world);
			const { onRest, allowed, waiting, details } = rests(world, onPage(all, given));
			const told = details.map((one) => ({ ...one, cantRestCause: 0, vdnId: world.tenant.vdnId, ccId: world.tenant.ccId }));
			return found(
				{ onRestAgentNum: onRest, allowRestAgentNum: allowed, waitRestAgentNum: waiting, details: told },
				{ count: all.length },
			);
		},
	},
	{
		section: '12.3.1.1.3',
		path: '/v1/openapi/vdn/allagentphones',
		fields: z.object({ ...whose, ...pages(1000) }),
		// A string by the table, a number in the sample. Those who are signed out have the one of their softphone.
		handle: (world, given) =>
			paged(world, given, ({ workNo, online, account: { sipAccount } }) => ({
				agentId: workNo,
				phone: online?.options.phoneNumber ?? sipAccount,
			})),
	},
	{
		section: '12.3.1.1.4',
		path: '/v1/openapi/vdn/totalagentabstractex3',
		fields: z.object({ ...whose, ...pages(1000) }),
		handle: (world, given) => paged(world, given, (agent) => withTimes(world, agent)),
	},
	{
		section: '12.3.1.1.5',
		path: '/v1/openapi/vdn/totalagentdynamicinfo',
		fields: z.object({ ...whose, ...pages(100) }),
		handle: (world, given) => paged(world, given, stateOnly),
	},
	{
		section: '12.3.1.1.6',
		path: '/v1/openapi/vdn/queryagentstaticconfinfo',
		fields: z.object({ ...whose, ...pages(100) }),
		handle: (world, given) => paged(world, given, configured),
	},
	{
		section: '12.3.1.1.15',
		path: '/v1/openapi/vdn/querytotalagentinfo',
		fields: z.object(whose),
		newPlatform: true,
		handle: (world) => found(watchedAgents(world).map(configured)),
	},
	{
		section: '12.3.1.1.16',
		path: '/v1/openapi/vdn/totalagentstate',
		fields: z.object(whose),
		newPlatform: true,
		handle: (world) => found(watchedAgents(world).map(stateOnly)),
	},
	{
		section: '12.3.1.3.1',
		// The heading of the table of newer editions: the "b" was lost at the end of a line.
		path: '/v1/openapi/agentgroup/siteagentcallandskillinfobyagentids',
		fields: z.object(several(6000)),
		handle: (world, given) =>
			found(
				ofEach(world, given).map(({ workNo, online, account: { skills } }) => ({
					skills: skills.map(({ skillId }) => ({ skillId, isLogin: online?.queues.has(skillId) ? 1 : 0 })),
					agentId: workNo,
				})),
			),
	},
	{
		section: '12.3.1.3.2',
		path: '/v1/openapi/agentgroup/agentstatusinfobyagentids',
		fields: z.object(several(6000)),
		// How long the state before lasted is not kept here.
		handle: (world, given) =>
			found(
				ofEach(world, given).map(({ workNo, online, state, account: of }) => ({
					prevState: online?.lastState ? ctiStates[online.lastState] : CTI_SIGNED_OUT,
					agentId: workNo,
					logonTime: online ? whole(online.loginTime) : NO_TIME,
					agentRelease: world.agentCalls.statistics.of(String(workNo)).agentrelease,
					locationId: NO_LOCATION,
					currentPrivateCallNum: world.cms.waitingPrivately.filter((call) => call.workNo === workNo).length,
					currentStateTime: stateSeconds(world, of),
					currentStateReason: online?.state === 'rest' ? online.reason : NO_LOCATION,
					prevStateTime: NO_COUNT,
					currentState: state,
				})),
			),
	},
	{
		section: '12.3.1.3.3',
		path: '/v1/openapi/agent/queryagentcalls',
		fields: z.object(one),
		handle: (world, given) => found(callIdsOf(world, account(world, given.agentId).workNo)),
	},
	{
		section: '12.3.1.3.4',
		path: '/v1/openapi/agentgroup/queryagentcalls',
		fields: z.object(several(3000)),
		handle: (world, given) =>
			found(
				ofEach(world, given).map(({ workNo }) => ({
					agentId: workNo,
					callList: world.agentCalls.of(String(workNo)).map(({ call, member }) => ({
						callId: call.callId,
						callStatus: callStatus(call, member),
						callInOut: isInbound(call) ? 0 : 1,
						mediaType: call.mediaType,
					})),
				})),
			),
	},
	{
		section: '12.3.1.3.5',
		path: '/v1/openapi/agent/agentprivatecall',
		fields: z.object(one),
		handle(world, given) {
			const { workNo } = account(world, given.agentId);
			return found(world.cms.waitingPrivately.filter((call) => call.workNo === workNo).map(({ callId }) => callId));
		},
	},
	{
		section: '12.3.1.3.6',
		path: '/v1/openapi/agentgroup/teamagentstatusinfo',
		fields: z.object(several(6000)),
		handle: (world, given) => found(stateTable(ofEach(world, given).flatMap(({ online }) => online ?? []))),
	},
	{
		section: '12.3.1.3.7',
		path: '/v1/openapi/agent/agentbyworkno',
		fields: z.object(one),
		wrapper: 'queryParam',
		handle: (world, given) => found(detailsOf(world, account(world, given.agentId))),
	},
	{
		section: '12.3.1.3.8',
		path: '/v1/openapi/agentgroup/agentrestinfos',
		fields: z.object({ ...whose, limit: int(1, 100).optional(), offset: int(0).optional() }),
		wrapper: 'queryParam',
		rule: (schema) =>
			schema.refine(({ limit, offset }) => (limit === undefined) === (offset === undefined), 'limit and offset are given together or not at all'),
		// The page has no effect on newer platforms.
		handle: (world) => found(restOverview(world)),
	},
	{
		section: '12.3.1.3.9',
		path: '/v1/openapi/calldata/isprocesscall',
		fields: z.object(one),
		wrapper: 'queryParam',
		handle(world, given) {
			const { online } = watch(world, account(world, given.agentId));
			return found(online !== undefined && isOnCall(online.state));
		},
	},
	{
		section: '12.3.1.3.10',
		path: '/v1/openapi/agentgroup/systemstate',
		fields: z.object({ ...whose, ...pages(100) }),
		wrapper: 'queryParam',
		// Of the agents on the page alone, as the note says.
		handle: (world, given) => found(systemState(onPage(watchedAgents(world), given))),
	},
	{
		section: '12.3.1.3.11',
		path: '/v1/openapi/agentgroup/rindex',
		fields: z.object({ ...several(100), indexIds: indexIds(Object.keys(indexes), 4) }),
		handle: (world, given) =>
			found(
				ofEach(world, given).map((agent) => ({
					idxs: given.indexIds.map((id: string) => ({ id, val: indexes[id](world, agent) })),
					id: agent.workNo,
				})),
			),
	},
	activities,
	{
		section: '12.3.1.3.13',
		path: '/v1/openapi/vdn/queryAgentByStatus',
		fields: z.object({
			ccId: z.string().regex(/^\d{1,25}$/).transform(Number),
			vdn: z.string().regex(/^\d+$/).transform(Number),
			status: z
				.string()
				.regex(/^([0-9]|10)$/)
				.optional(),
			...pages(1000),
		}),
		refusal: (returnCode, description) => ({ returnCode, description }),
		handle(world, given) {
			const all = watchedAgents(world).filter(({ state }) => given.status === undefined || state === Number(given.status));
			return { returnCode: '0', data: onPage(all, given).map((agent) => withTimes(world, agent)), description: 'success' };
		},
	},
	{
		section: '12.3.8.13.1',
		path: '/v1/openapi/agentgroup/agentbyworkno',
		fields: z.object(one),
		wrapper: 'queryParam',
		refusal: refusedOld,
		handle(world, given) {
			const details = detailsOf(world, account(world, given.agentId));
			return {
				result: '0',
				resultDatas: {
					workno: details.workNo,
					vdnid: details.vdnId,
					citStatus: details.citStatus,
					name: details.name,
					phonenum: details.phoneNumber,
					logindate: details.loginDate,
					currentstatetime: details.currentStateTime,
					mediatype: details.mediaType,
					status: details.status,
				},
			};
		},
	},
	{
		section: '12.3.8.13.2',
		path: '/v1/openapi/querymonitor/systemstate',
		fields: z.object(whose),
		wrapper: 'queryParam',
		refusal: refusedOld,
		// As the sample has it; the table says resultDatas.
		handle(world) {
			const { busyAgent, talkingNum, idleAgent, totalLoginAgent } = systemState(watchedAgents(world));
			return {
				result: '0',
				resultDesc: { busyagent: busyAgent, talkingnum: talkingNum, idleagent: idleAgent, totalloginagent: totalLoginAgent },
			};
		},
	},
	{
		section: '12.3.8.13.3',
		path: '/v1/openapi/agentgroup/agentrestinfo',
		fields: z.object(whose),
		wrapper: 'queryParam',
		refusal: refusedOld,
		handle(world) {
			const { allowRestNum, onRestNum, waitRestNum, agentsRestDetails } = restOverview(world);
			return {
				result: '0',
				resultDatas: {
					allowrestnum: allowRestNum,
					onrestnum: onRestNum,
					waitrestnum: waitRestNum,
					agentsrestdetails: agentsRestDetails.map(({ agentName, workNo, cantRestReason, beginTime, restDuration }) => ({
						agentname: agentName,
						workno: workNo,
						cantrestreason: cantRestReason,
						begintime: beginTime,
						restduration: restDuration,
					})),
				},
			};
		},
	},
];
