import { z, type ZodTypeAny } from 'zod';
import { agentOf } from '../agent-calls/desk';
import type { Own } from '../agent-calls/orders';
import { endCall } from '../agent-calls/steps';
import { refuse, success } from '../agent-gateway/codes';
import type { OnlineAgent } from '../agent-gateway/online-agent';
import { agentInterface, pathInt } from '../agent-gateway/request';
import type { Call, Interface } from '../interface';
import { intText } from '../schema/fields';
import type { World } from '../world';
import { codes } from './codes';
import type { Inspection, Mode } from './inspections';

/** 12.1: inspectors who hear agents, talk with them, take their calls over and say what they are to do. */

const INSPECTOR = 3;
const LOWEST = 101;
const HIGHEST = 59_999;
const MOST_QUEUES = 1000;

const done = (): object => success({});

interface Given extends Call {
	inspector: OnlineAgent;
}

interface Wanted {
	section: string;
	method: Interface['method'];
	/** Below /qualitycontrol/{agentid}. */
	path: string;
	body?: ZodTypeAny;
	query?: ZodTypeAny;
	malformed?: string;
	handle: (given: Given) => unknown;
}

const inspecting = ({ path, handle, ...wanted }: Wanted): Interface =>
	agentInterface({
		...wanted,
		path: `/qualitycontrol/{agentid}${path}`,
		handle(agent, call) {
			if (agent.account.ccRoleId !== INSPECTOR) refuse(codes.noRight, 'The agent is not an inspector.');
			return handle({ ...call, inspector: agent });
		},
	});

/** The signed-in agent of this number, who is to be somebody else and no inspector. */
function inspected(
	world: World,
	inspector: OnlineAgent,
	workNo: string,
	nobody: string = codes.unavailable,
): OnlineAgent {
	pathInt(workNo, LOWEST, HIGHEST);
	if (workNo === inspector.workNo) refuse(codes.ownself, 'Nobody inspects itself.');
	const agent = agentOf(world, workNo) ?? refuse(nobody, 'The agent is not signed in.');
	if (agent.account.ccRoleId === INSPECTOR) refuse(codes.isInspector, 'The agent is an inspector.');
	return agent;
}

/** Beginning to hear somebody; the code for inspectors who may not now differs. */
function begin({ world, inspector }: Given, agent: OnlineAgent, mode: Mode, wrongState: string): object {
	const isFree =
		inspector.state === 'idle' &&
		inspector.options.phoneNumber !== '' &&
		!world.agentCalls.telephones.isTaken(inspector.workNo);
	if (!isFree) refuse(wrongState, 'The inspector is not idle, or has no telephone.');
	if (world.inspections.isOnVideo(agent.workNo)) refuse(codes.unavailable, 'Video calls are not inspected.');
	world.inspections.begin(inspector.workNo, agent.workNo, mode);
	return done();
}

/** What the inspector does with this agent now, which is to be one of these. */
function current({ world, inspector }: Given, agent: OnlineAgent, ...allowed: Mode[]): Inspection {
	const inspection = world.inspections.by(inspector.workNo);
	const isSo = inspection?.isOn && inspection.workNo === agent.workNo && allowed.includes(inspection.mode);
	return isSo ? inspection : refuse(codes.unavailable, 'The inspector does not do this with the agent.');
}

/** Whispering names the agent in the query, and has a code of its own for who is not there. */
const whisper = {
	whisperagentid: z.string().optional(),
};
const whispered = ({ world, inspector, query }: Given): OnlineAgent =>
	inspected(
		world,
		inspector,
		query.whisperagentid ?? refuse(codes.noSuchAgent, 'whisperagentid is missing.'),
		codes.noSuchAgent,
	);

function intercept(given: Given, agent: OnlineAgent): object {
	const { inspections } = given.world;
	const inspection = current(given, agent, 'listen', 'insert', 'whisper');
	const own: Own = inspections.callOf(agent.workNo) ?? refuse(codes.unavailable, 'The agent does not talk.');
	if (inspections.isOnVideo(agent.workNo)) refuse(codes.unavailable, 'Video calls are not inspected.');
	inspections.intercept(inspection, own);
	return done();
}

/** What somebody is made to do: as of the agent's own accord, at once or after the call, but out of rest as well. */
const forcing = (
	section: string,
	path: string,
	force: (world: World, agent: OnlineAgent, params: Record<string, string>) => void,
): Interface =>
	inspecting({
		section,
		method: 'POST',
		path,
		handle({ world, inspector, params }) {
			force(world, inspected(world, inspector, params.workNo), params);
			return done();
		},
	});

/** What an agent is told who becomes idle, by what it was before. */
const IDLE_AFTER = {
	busy: 'AgentState_CancelNotReady_Success',
	work: 'AgentState_CancelWork_Success',
	rest: 'AgentState_CancelRest_Success',
} as const;

function forceBusy(world: World, agent: OnlineAgent): void {
	if (agent.isOnCall) {
		agent.preBusy = { reason: 0 };
		agent.preRest = undefined;
	} else if (agent.state !== 'busy') world.agents.busy(agent, 0);
}

function forceIdle(world: World, agent: OnlineAgent): void {
	const { state } = agent;
	if (agent.isOnCall) refuse(codes.unavailable, 'The agent is in a call.');
	if (state === 'busy' || state === 'work' || state === 'rest') world.agents.idle(agent, IDLE_AFTER[state]);
}

function forceRest(world: World, agent: OnlineAgent, { time, reason }: Record<string, string>): void {
	const seconds = pathInt(time, 1, 86_399);
	const cause = pathInt(reason, 1, 255);
	if (agent.isOnCall) {
		agent.preRest = { seconds, cause };
		agent.preBusy = undefined;
	} else world.agents.rest(agent, seconds, cause);
}

function dropCall(world: World, callId: string): void {
	const call = world.agentCalls.find(callId);
	if (call) return endCall(world, call);
	const conference = [...world.conferences.all.values()].find((one) => one.callId === callId);
	if (!conference) return refuse(codes.unavailable, 'There is no such call.');
	world.conferences.end(conference);
}

export const inspectionRoutes: Interface[] = [
	inspecting({
		section: '12.1.1',
		method: 'PUT',
		path: '/addinsert/{workNo}',
		handle(given) {
			const agent = inspected(given.world, given.inspector, given.params.workNo);
			return begin(given, agent, 'insert', codes.wrongInspectorState);
		},
	}),
	inspecting({
		section: '12.1.2',
		method: 'PUT',
		path: '/addsupervise/{workNo}',
		handle(given) {
			const agent = inspected(given.world, given.inspector, given.params.workNo);
			return begin(given, agent, 'listen', codes.wrongInspectorState);
		},
	}),
	inspecting({
		section: '12.1.3',
		method: 'PUT',
		path: '/intercept/{workNo}',
		handle: (given) => intercept(given, inspected(given.world, given.inspector, given.params.workNo)),
	}),
	inspecting({
		section: '12.1.4',
		method: 'DELETE',
		path: '/{workNo}',
		handle(given) {
			const agent = inspected(given.world, given.inspector, given.params.workNo);
			given.world.inspections.end(current(given, agent, 'listen', 'insert'));
			return done();
		},
	}),
	forcing('12.1.5', '/forcebusy/{workNo}', forceBusy),
	forcing('12.1.6', '/forceidle/{workNo}', forceIdle),
	forcing('12.1.7', '/forcelogout/{workNo}', (world, agent) => void world.agents.signOut(agent)),
	inspecting({
		section: '12.1.8',
		method: 'POST',
		path: '/forcedropcall/{callid}',
		handle({ world, params }) {
			dropCall(world, params.callid);
			return done();
		},
	}),
	inspecting({
		section: '12.1.9',
		method: 'POST',
		path: '/adjustskill',
		malformed: codes.missing,
		// Neither is said to be required, but what is missing has a code.
		body: z
			.object({
				workNo: z.string().min(1),
				skills: z.array(z.number().int()).min(1).max(MOST_QUEUES),
			})
			.strict(),
		handle({ world, inspector, body }) {
			const agent = inspected(world, inspector, body.workNo);
			const skills: number[] = body.skills;
			if (skills.some((skillId) => !world.centre.queues.has(skillId))) {
				refuse(codes.unavailable, 'There is no such skill queue.');
			}
			agent.queues.clear();
			for (const skillId of skills) agent.queues.add(skillId);
			world.agents.offer(agent);
			return done();
		},
	}),
	inspecting({
		section: '12.1.10',
		method: 'POST',
		path: '/switch/{workNo}',
		handle(given) {
			const agent = inspected(given.world, given.inspector, given.params.workNo);
			const inspection = current(given, agent, 'listen', 'insert');
			inspection.mode = inspection.mode === 'listen' ? 'insert' : 'listen';
			return done();
		},
	}),
	forcing('12.1.11', '/forcerest/{workNo}/{time}/{reason}', forceRest),
	inspecting({
		section: '12.1.12',
		method: 'POST',
		path: '/requestwhisperagent',
		query: z.object(whisper).strict(),
		handle: (given) => begin(given, whispered(given), 'whisper', codes.unavailable),
	}),
	inspecting({
		section: '12.1.13',
		method: 'POST',
		path: '/requeststopwhisperagent',
		query: z.object(whisper).strict(),
		handle(given) {
			given.world.inspections.end(current(given, whispered(given), 'whisper'));
			return done();
		},
	}),
	inspecting({
		section: '12.1.14',
		method: 'POST',
		path: '/requestswitchinsertwhisperagent',
		query: z.object({ ...whisper, switchtype: intText(0, 2) }).strict(),
		handle(given) {
			const inspection = current(given, whispered(given), 'listen', 'insert', 'whisper');
			inspection.mode = modesByType[given.query.switchtype];
			return done();
		},
	}),
];

/** Table 12-41. */
const modesByType: Mode[] = ['listen', 'insert', 'whisper'];
