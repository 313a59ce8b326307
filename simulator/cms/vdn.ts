import { z } from 'zod';
import { int } from '../schema/fields';
import type { World } from '../world';
import { countStates } from './agent-counts';
import { codes, refuse } from './codes';
import { callCentre, indexIds, whose } from './fields';
import { flowOf, inFlows, isTalkingOnPhone } from './phone-calls';
import { type CmsInterface, found } from './serve';
import { isTalking, secondsSince } from './watched';

/** 12.3.1.1: a VDN as a whole, its access codes and flows. */

const goingCalls = (world: World): number => world.agentCalls.going.length + world.calls.going.size;

const countedStates = (world: World) => countStates(world.agents.all());

/** Table 12-694. */
const indexes: Record<string, (world: World) => number> = {
	IDX_COUNT_REAL_VDN_CONNECT: (world) =>
		world.agentCalls.going.filter(isTalking).length + [...world.calls.going].filter(isTalkingOnPhone).length,
	IDX_COUNT_REAL_VDN_CALL: goingCalls,
	IDX_COUNT_REAL_IVR_HANDLE: (world) => inFlows(world).length,
	IDX_COUNT_REAL_SKILL_QUEUE: (world) => world.agentCalls.going.filter(({ waiting }) => waiting !== undefined).length,
	IDX_COUNT_REAL_AGENT_SIGN_IN: (world) => countedStates(world).signedIn,
	IDX_COUNT_REAL_AGENT_SET_IDLE: (world) => countedStates(world).idle,
	IDX_COUNT_REAL_AGENT_SET_BUSY: (world) => countedStates(world).busy,
	IDX_COUNT_REAL_AGENT_CONNECT: (world) => countedStates(world).talking,
	IDX_COUNT_REAL_AGENT_STUDY: () => 0,
	IDX_COUNT_REAL_AGENT_ACW: (world) => countedStates(world).wrapUp,
	IDX_COUNT_REAL_AGENT_ANSWER: (world) => countedStates(world).answering,
	IDX_COUNT_REAL_AGENT_PREOCCUPY: () => 0,
	IDX_COUNT_REAL_AGENT_OCCUPY: (world) => countedStates(world).occupied,
	IDX_COUNT_REAL_AGENT_NOT_SIGN_IN: (world) => world.centre.agents.size - countedStates(world).signedIn,
	IDX_COUNT_REAL_AGENT_REST: (world) => countedStates(world).rest,
};

/** The platform numbers access codes by itself; the ids of 5.3 are those of another system. */
const accessCodes = (world: World) => world.tenant.accessCodes.map((code, index) => ({ ...code, acId: index + 1 }));

export const vdn: CmsInterface[] = [
	{
		section: '12.3.1.1.1',
		path: '/v1/openapi/vdn/queryaccesscodeinfo',
		fields: z.object(whose),
		handle: (world) =>
			found(
				accessCodes(world).map(({ acId, mediatypeId, accessCode, description }) => ({
					acId,
					mediatypeId,
					accessCode,
					codeDescription: description,
				})),
			),
	},
	{
		section: '12.3.1.1.7',
		path: '/v1/openapi/vdn/queryivrstatusinfo',
		fields: z.object({ ...whose, flowId: int(1, 1500) }),
		handle(world, { flowId }) {
			if (!world.tenant.ivrFlows.some(({ id }) => id === flowId)) refuse('The flow does not exist.', codes.failed);
			const calls = inFlows(world).filter(() => flowOf(world).id === flowId);
			return found(calls.map(({ callId }) => ({ callId, customerLevel: 1, requestType: 0 })));
		},
	},
	{
		section: '12.3.1.1.8',
		path: '/v1/openapi/vdn/queryivrprocessinnoinfo',
		fields: z.object(whose),
		handle: (world) =>
			found(
				world.tenant.ivrFlows.map(({ id, accessCode, description }) => ({ id, serviceNo: 1, realFlag: 1, accessNo: accessCode, description })),
			),
	},
	{
		section: '12.3.1.1.10',
		method: 'GET',
		path: '/v1/openapi/agentgroup/restreasons/{ccId}/{vdn}',
		fields: z.object(whose),
		// One that every tenant could have set up, as in the sample.
		handle: () =>
			found([
				{ restReasonId: 100, restReason: 'Unwell' },
				{ restReasonId: 101, restReason: 'Lunch' },
			]),
	},
	{
		section: '12.3.1.1.11',
		path: '/v1/openapi/vdn/queryaccesscodecallinfo',
		fields: z.object({ ...whose, innoIds: z.array(int()).min(1).max(500) }),
		newPlatform: true,
		handle: (world, { innoIds }) =>
			found(
				innoIds.map((innoId: number) => {
					const { accessCode } = accessCodes(world).find(({ acId }) => acId === innoId) ?? refuse(`There is no access code ${innoId}.`, codes.failed);
					const calls = world.agentCalls.going.filter(({ dialled }) => dialled === accessCode);
					const waiting = calls.flatMap((call) => call.waiting ?? []);
					return {
						innoId,
						allCallCount: calls.length,
						ivrCallCount: 0,
						agentCallCount: calls.length - waiting.length,
						queueCallCount: waiting.length,
						longestWaitTime: Math.max(0, ...waiting.map(({ since }) => secondsSince(world, since))),
					};
				}),
			),
	},
	{
		section: '12.3.1.1.17',
		path: '/v1/openapi/rindex/vdn',
		fields: z.object({ ccId: callCentre.ccId.optional(), vdnIds: z.array(int(1, 5000)).min(1).max(100), indexIds: indexIds(Object.keys(indexes)) }),
		newPlatform: true,
		handle: (world, { vdnIds, indexIds: ids }) =>
			found(
				vdnIds.map((id: number) => {
					if (id !== world.tenant.vdnId) refuse(`There is no VDN ${id}.`, codes.failed);
					return { idxs: ids.map((index: string) => ({ val: indexes[index](world), id: index })), id: String(id) };
				}),
			),
	},
];
