import { z } from 'zod';
import type { SkillQueue } from '../contact-centre/state';
import type { Interface } from '../interface';
import type { World } from '../world';
import { codes, refuse, silentSuccess, success } from './codes';
import { agentInterface, pathInt } from './request';
import type { WaitingCall } from './waiting-calls';

/** 5.2.5 to 5.2.10: who waits in which queue, and what flows there are. */

const QUEUES = '/queuedevice/{agentid}';
const HIGHEST_ID = 65_535;

/** The platform knows every id that exists, and CC-Gateway asks it (6.5.6). There is no code for one that does not. */
function queueOf(world: World, skillId: number): SkillQueue {
	return world.centre.queues.get(skillId) ?? refuse(codes.failed, `There is no skill queue ${skillId}.`);
}

const waitingIn = (world: World, skillIds: Iterable<number>): number =>
	[...skillIds].reduce((sum, skillId) => sum + world.agents.waiting.of(skillId).length, 0);

export const queueQueries: Interface[] = [
	agentInterface({
		section: '5.2.5',
		method: 'GET',
		path: `${QUEUES}/waitnum`,
		// A number by the table of all three of them; their samples have {}.
		handle: (agent, { world }) =>
			success(
				waitingIn(
					world,
					agent.account.skills.map(({ skillId }) => skillId),
				),
			),
	}),
	agentInterface({
		section: '5.2.6',
		method: 'GET',
		path: `${QUEUES}/waitnumbyagent`,
		handle: (agent, { world }) => success(waitingIn(world, agent.queues)),
	}),
	agentInterface({
		section: '5.2.7',
		method: 'GET',
		path: `${QUEUES}/agentvdnskill`,
		handle(_agent, { world }) {
			const queues = [...world.centre.queues.values()];
			if (queues.length === 0) refuse(codes.noQueues, 'There are no skill queues.');
			return silentSuccess(
				queues.map(({ name, skillId, mediaTypeId }) => ({
					name,
					id: skillId,
					mediatype: mediaTypeId,
					serviceType: 1,
					realFlag: 1,
				})),
			);
		},
	}),
	agentInterface({
		section: '5.2.8',
		method: 'GET',
		path: `${QUEUES}/skillwaitnum/{skillid}`,
		handle(_agent, { world, params }) {
			const { skillId } = queueOf(world, pathInt(params.skillid, 0, HIGHEST_ID));
			return success(waitingIn(world, [skillId]));
		},
	}),
	agentInterface({
		section: '5.2.9',
		method: 'POST',
		path: `${QUEUES}/queryacdstat`,
		body: z.object({ skills: z.array(z.number().int().min(0).max(HIGHEST_ID)).min(1).max(100) }).strict(),
		handle: (_agent, { world, body }) =>
			silentSuccess(body.skills.map((skillId: number) => statistics(world, queueOf(world, skillId)))),
	}),
	agentInterface({
		section: '5.2.10',
		method: 'GET',
		path: `${QUEUES}/ivrinfo`,
		// A number by the table, an array in the sample.
		handle(_agent, { world }) {
			const { ivrFlows } = world.tenant;
			if (ivrFlows.length === 0) refuse(codes.noIvr, 'There are no flows.');
			return success(
				ivrFlows.map(({ accessCode, id, description }) => ({
					access: accessCode,
					id,
					description,
					serviceNo: 1,
				})),
			);
		},
	}),
];

/** Table 5-73. What nobody uses has the values of the sample. */
function statistics(world: World, { skillId, description, maxWaitNum }: SkillQueue): object {
	const waiting = world.agents.waiting.of(skillId);
	const agents = world.agents.all().filter(({ queues }) => queues.has(skillId));
	const route = [...world.centre.routes.values()].find(
		({ devicetype, deviceId }) => devicetype === 1 && deviceId === skillId,
	);
	const [oldest] = waiting;
	return {
		pilotNbr: route?.accessCode ?? '',
		deviceNo: skillId,
		queueSize: waiting.length,
		queueTime: oldest ? Math.floor((world.clock.now() - oldest.since) / 1000) : 0,
		loadFactor: 65_535,
		estWaitTime: 0,
		loggedOnAgents: agents.length,
		availAgents: agents.filter(({ isAvailable }) => isAvailable).length,
		transferFlg: 0,
		transferDeviceType: 255,
		transferDeviceNo: 65_535,
		skillDescrip: description,
		resourceIdleRate: 100,
		serviceLevel: 100,
		oldCallIdEx: callIdEx(oldest),
		maxQueueSize: maxWaitNum,
	};
}

/** Table 5-74: the parts that the id of a call is made of, or what is printed where there is none. */
function callIdEx(call?: WaitingCall): object {
	const [, seconds, identity] = /^(\d+)-(\d+)$/.exec(call?.callId ?? '') ?? [];
	if (seconds === undefined) return { dateTime: 4_294_967_295_000, dsn: 65_535, server: 255, handle: 255 };
	const parts = BigInt(identity);
	return {
		dateTime: Number(seconds) * 1000,
		dsn: Number(parts & 0xffffn),
		server: Number(parts >> 24n),
		handle: Number((parts >> 16n) & 0xffn),
	};
}
