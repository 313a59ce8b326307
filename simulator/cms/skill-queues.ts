import { z } from 'zod';
import { ctiStates } from '../agent-gateway/states';
import { features } from '../agent-calls/state';
import type { SkillQueue } from '../contact-centre/state';
import { int } from '../schema/fields';
import type { World } from '../world';
import { countStates, stateTable } from './agent-counts';
import { detailsOf } from './agent-views';
import { codes, refuse } from './codes';
import { indexIds, skillIds, whose } from './fields';
import { type CmsInterface, found, foundNew } from './serve';
import {
	comeInto,
	connectedWithin,
	fiveMinutesOf,
	isTalking,
	lost,
	mediaName,
	NO_CALL,
	recent,
	secondsSince,
	signedInto,
	waitedMs,
	whole,
} from './watched';

/** 12.3.1.2: skill queues, and what happens in them. */

/** What the tenant cannot set, as the sample of 12.3.1.2.5 has it. */
const FIXED = { maxHoldCallNum: 5, maxTalkTime: 86_400, maxRestAgentNum: 2, maxAnswerWaitTime: 30 };

const queue = (world: World, skillId: number): SkillQueue =>
	world.centre.queues.get(skillId) ?? refuse(`There is no skill queue ${skillId}.`, codes.failed);

const several = { ...whose, skillIds };
const one = { ...whose, skillId: int(1, 2000) };

/** Something about each of the queues that are asked for. */
const ofEach =
	(tell: (world: World, queue: SkillQueue) => object) =>
	(world: World, { skillIds: wanted }: { skillIds: number[] }): object[] =>
		wanted.map((skillId) => tell(world, queue(world, skillId)));

const longestWait = (world: World, skillId: number): number => {
	const [oldest] = world.agents.waiting.of(skillId);
	return oldest ? secondsSince(world, oldest.since) : 0;
};

const talkingIn = (world: World, skillId: number): number => comeInto(world, skillId).filter(isTalking).length;

/** Table 12-688. */
const indexes: Record<string, (world: World, skillId: number) => number> = {
	IDX_COUNT_REAL_SKILL_QUEUE: (world, skillId) => world.agents.waiting.of(skillId).length,
	IDX_COUNT_REAL_SKILL_HANDLE: talkingIn,
	IDX_DURATION_SKILL_MAX_QUEUE_ACK: longestWait,
	IDX_COUNT_20S_CALL_FOR_5MIN: (world, skillId) => connectedWithin(world, recent(world, comeInto(world, skillId)), 20).length,
	IDX_COUNT_REAL_AGENT_SIGN_IN: (world, skillId) => signedInto(world, skillId).length,
	IDX_COUNT_REAL_AGENT_CONNECT: (world, skillId) => countStates(signedInto(world, skillId)).talking,
	IDX_COUNT_REAL_AGENT_SET_IDLE: (world, skillId) => countStates(signedInto(world, skillId)).idle,
	IDX_COUNT_REAL_AGENT_USABLE: (world, skillId) => countStates(signedInto(world, skillId)).available,
	IDX_COUNT_REAL_AGENT_SET_BUSY: (world, skillId) => countStates(signedInto(world, skillId)).busy,
	IDX_COUNT_REAL_AGENT_ACW: (world, skillId) => countStates(signedInto(world, skillId)).wrapUp,
	IDX_COUNT_REAL_AGENT_REST: (world, skillId) => countStates(signedInto(world, skillId)).rest,
	IDX_COUNT_REAL_AGENT_STUDY: () => 0,
};

const average = (numbers: number[]): number =>
	numbers.length === 0 ? 0 : Math.round(numbers.reduce((sum, one) => sum + one, 0) / numbers.length);

/** Table 12-425; the old interface lacks the last two, and has one key in another case. */
function statistics(world: World, { skillId }: SkillQueue): Record<string, number> {
	const agents = signedInto(world, skillId);
	const counted = countStates(agents);
	const calls = comeInto(world, skillId);
	const now = recent(world, calls);
	const talked = now.flatMap(({ talkBegan, ended }) => (talkBegan === undefined ? [] : [((ended ?? world.clock.now()) - talkBegan) / 1000]));
	const waited = now.map((call) => waitedMs(world, call) / 1000);
	return {
		skillId,
		agentLoginNums: counted.signedIn,
		agentTalkingNums: counted.talking,
		agentIdleNums: counted.idle,
		agentAvailableNums: counted.available,
		agentSetBusyNums: counted.busy,
		agentRestNums: counted.rest,
		agentMaxIdleTimeIn5: Math.max(
			0,
			...agents.filter(({ state }) => state === 'idle').map(({ stateSince }) => Math.min(300, secondsSince(world, stateSince))),
		),
		agentWorkNums: counted.wrapUp,
		agentStudyNums: 0,
		agentOccupyNums: counted.occupied,
		agentPreOccupyNums: 0,
		totalCallNums: calls.filter(({ talkBegan }) => talkBegan !== undefined).length,
		processingCallNums: talkingIn(world, skillId),
		maxCallWaitTimesIn5: Math.floor(Math.max(0, ...waited)),
		callWaitNums: world.agents.waiting.of(skillId).length,
		evenCallTimeIn5: average(talked),
		evenWaitTimeIn5: average(waited),
		allCallCount: now.length,
		cnnedIn20sCallCount: connectedWithin(world, now, 20).length,
	};
}

function oldStatistics(world: World, of: SkillQueue): object {
	const { agentSetBusyNums, allCallCount: _, cnnedIn20sCallCount: __, ...others } = statistics(world, of);
	return { ...others, agentSetbusyNums: agentSetBusyNums };
}

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
		section: '12.3.1.2.1',
		path: '/v1/openapi/realindex/agent/agentsinskill',
		fields: z.object(several),
		wrapper: 'queryParam',
		handle: (world, given) =>
			found(ofEach((_world, { skillId }) => ({ skillId, agentIds: signedInto(world, skillId).map(({ workNo }) => Number(workNo)) }))(world, given)),
	},
	{
		section: '12.3.1.2.2',
		path: '/v1/openapi/skill/totalskillstatusex3',
		fields: z.object(several),
		newPlatform: true,
		handle: (world, given) =>
			found(
				ofEach((_world, { skillId, description, maxWaitNum }) => {
					const waiting = world.agents.waiting.of(skillId);
					const agents = signedInto(world, skillId);
					return {
						skillId,
						queueSize: waiting.length,
						loggedOnAgents: agents.length,
						queueTime: longestWait(world, skillId),
						availAgents: countStates(agents).available,
						skillDescrip: description,
						callId: waiting[0]?.callId ?? NO_CALL,
						maxQueueSize: maxWaitNum,
					};
				})(world, given),
			),
	},
	{
		section: '12.3.1.2.3',
		path: '/v1/openapi/skill/currentcallstateinfo',
		fields: z.object(several),
		newPlatform: true,
		// Times of flows and wrap-ups are not kept here.
		handle: (world, given) =>
			found(
				ofEach((_world, { skillId }) => {
					const calls = recent(world, comeInto(world, skillId));
					return {
						id: skillId,
						startTime: fiveMinutesOf(world.clock.now()),
						allCallCount: calls.length,
						cnnedCallCount: calls.filter(({ talkBegan }) => talkBegan !== undefined).length,
						abanCallCount: lost(calls).length,
						callEndCount: calls.filter(({ ended }) => ended !== undefined).length,
						talkTimeOnIvr: 0,
						cnnedIn20sCallCount: connectedWithin(world, calls, 20).length,
						clearUpCallCount: 0,
						clearUpTime: 0,
					};
				})(world, given),
			),
	},
	{
		section: '12.3.1.2.4',
		path: '/v1/openapi/skill/queuedevicestatus',
		fields: z.object(one),
		newPlatform: true,
		handle: (world, { skillId }) =>
			found(
				world.agents.waiting.of(queue(world, skillId).skillId).map(({ callId }) => ({ callId, requestType: 0, customerLevel: 0 })),
			),
	},
	{
		section: '12.3.1.2.5',
		path: '/v1/openapi/skill/skillcfginfo',
		fields: z.object(several),
		handle: (world, given) =>
			found(
				ofEach((_world, { skillId, maxWaitNum, maxWaitTime, maxAgentWrapupTime }) => ({
					skillId,
					...FIXED,
					maxAgentWrapupTime,
					maxWaitTime,
					maxCallNum: maxWaitNum,
				}))(world, given),
			),
	},
	{
		section: '12.3.1.2.6',
		path: '/v1/openapi/skill/stateinfo',
		fields: z.object(several),
		wrapper: 'queryParam',
		newPlatform: true,
		handle: (world, given) => found(ofEach(statistics)(world, given)),
	},
	{
		section: '12.3.1.2.7',
		path: '/v1/openapi/skill/batchmultiskill',
		fields: z.object(several),
		newPlatform: true,
		handle: (world, given) =>
			found(
				ofEach((_world, { skillId }) => ({
					skillId,
					// Numbers are arrays by the table, texts in the sample.
					callPropertyExs: world.agentCalls.waiting(skillId).map((call) => ({
						requestType: 0,
						callPriority: 0,
						waitTime: secondsSince(world, call.waiting?.since ?? call.waitBegan),
						callQueueFlag: 1,
						callId: call.callId,
						customerLevel: 0,
						calling: call.caller,
						called: call.called,
						mediaType: mediaName(call.mediaType),
						orgiCalled: call.dialled,
						callInTime: whole(call.waitBegan),
					})),
				}))(world, given),
			),
	},
	{
		section: '12.3.1.2.8',
		path: '/v1/openapi/skill/batchskilloverload',
		fields: z.object(several),
		// A call waits in one queue here.
		handle: (world, given) => found(ofEach((_world, { skillId }) => ({ skillId, overloadDetails: [] }))(world, given)),
	},
	{
		section: '12.3.1.2.9',
		path: '/v1/openapi/skill/agentstatusbyskill',
		fields: z.object({ ...several, isSkillAllMatch: z.enum(['true', 'false']).optional() }),
		handle(world, { skillIds: wanted, isSkillAllMatch }) {
			const ids: number[] = wanted.map((skillId: number) => queue(world, skillId).skillId);
			const matches = ({ queues }: { queues: Set<number> }): boolean =>
				isSkillAllMatch === 'true' ? queues.size === ids.length && ids.every((id) => queues.has(id)) : ids.some((id) => queues.has(id));
			const agents = world.agents.all().filter(matches);
			const callOut = agents.filter(({ workNo }) =>
				world.agentCalls.of(workNo).some(({ call }) => call.feature === features.outbound || call.feature === features.preview),
			).length;
			return found({ ...stateTable(agents), callOut });
		},
	},
	{
		section: '12.3.1.2.10',
		path: '/v1/openapi/skill/agentbyconfigedskill',
		fields: z.object(one),
		wrapper: 'queryParam',
		handle: (world, { skillId }) =>
			found(
				signedInto(world, queue(world, skillId).skillId).map((agent) => {
					const { citStatus: _, ...details } = detailsOf(world, agent.account);
					return { ...details, ctiStatus: ctiStates[agent.state], groupId: -1 };
				}),
			),
	},
	{
		section: '12.3.1.2.11',
		path: '/v1/openapi/skill/servicequality',
		fields: z.object(several),
		handle: (world, given) =>
			foundNew(
				ofEach((_world, { skillId }) => {
					const calls = recent(world, comeInto(world, skillId));
					const lostWithin = (seconds: number): number => lost(calls).filter((call) => waitedMs(world, call) < seconds * 1000).length;
					return {
						skillId,
						statStartTime: fiveMinutesOf(world.clock.now()),
						inCallNum: calls.length,
						connectedNum: calls.filter(({ talkBegan }) => talkBegan !== undefined).length,
						callLostNum: lost(calls).length,
						in15sCallNum: connectedWithin(world, calls, 15).length,
						wait15sLostNum: lostWithin(15),
						in20sCallNum: connectedWithin(world, calls, 20).length,
						wait20sLostNum: lostWithin(20),
					};
				})(world, given),
			),
	},
	{
		section: '12.3.1.2.12',
		path: '/v1/openapi/skill/rindex',
		fields: z.object({ ...several, indexIds: indexIds(Object.keys(indexes), 12) }),
		// A number by the table, a text in the sample, as the values are.
		handle: (world, given) =>
			found(
				ofEach((_world, { skillId }) => ({
					id: String(skillId),
					idxs: given.indexIds.map((id: string) => ({ id, val: String(indexes[id](world, skillId)) })),
				}))(world, given),
			),
	},
	{
		section: '12.3.8.13.4',
		path: '/v1/openapi/realindex/skill/stateinfo',
		fields: z.object(several),
		wrapper: 'queryParams',
		refusal: (result, resultDatas) => ({ result, resultDatas }),
		handle: (world, given) => ({ result: '0', resultDatas: ofEach(oldStatistics)(world, given) }),
	},
	{
		section: '12.3.8.13.5',
		path: '/v1/openapi/agentgroup/agentbyconfigedskill',
		fields: z.object(one),
		wrapper: 'queryParam',
		refusal: (result, resultDatas) => ({ result, resultDatas }),
		handle: (world, { skillId }) => ({
			result: '0',
			resultDatas: signedInto(world, queue(world, skillId).skillId).map(({ account, state }) => {
				const { workNo, name, status, mediaType, vdnId, phoneNumber, currentStateTime, loginDate } = detailsOf(world, account);
				return {
					workno: workNo,
					name,
					status,
					ctiStatus: ctiStates[state],
					groupid: -1,
					mediatype: mediaType,
					vdnid: vdnId,
					phonenumber: phoneNumber,
					currentstatetime: currentStateTime,
					logindate: loginDate,
				};
			}),
		}),
	},
];
