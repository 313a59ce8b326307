import { eachOf, entries, nameOf, object, readAs, timeOf, value, type Derived } from '../../../cec/catalogue/answer';
import { choice, dateTime, fromCredential, integer, pick, picks } from '../../../cec/catalogue/field';
import { metrics, metricValues } from '../../../cec/catalogue/metrics';
import { operation, resource, type Pieces } from '../../../cec/catalogue/operation';
import { byOffset } from '../../../cec/catalogue/paging';
import { cms, oldCms } from '../../../cec/families/cms';
import { agentOperations, callTypes, mediaTypes, operationCauses } from '../../../cec/families/ctiCodes';
import { readTime } from '../../../cec/formats/times';
import { agentStatuses, agentTypes, callStates, directions, restObstacles, rightsIn } from '../codes';
import { countAll, PAGE } from '../countAll';
import { agentMetrics } from '../metrics';
import { agentStates, moment, pagesOf, V1, whose, wrapped, WRAPPER } from '../shared';
import { NEW_PLATFORM, SINCE_8_13 } from './shared';

const agentIds = picks('agents', 'Agent Names or IDs').asInteger().required();
const MOST_AGENTS = 6000;
const piecesOf = (size: number): Pieces => ({ list: 'agentIds', size });
const agentId = pick('agents', 'Agent').asInteger().required();

const rights = { rightNames: readAs('rights', rightsIn) };

/** For how long an agent has been at rest; nothing for those who wait for it. */
const restedSeconds = (rest: Record<string, unknown>) => rest.reqRestDuration ?? rest.reqRestDura;

/** Why an agent waits for a rest. Those who are at rest have 0, too: without more to tell them by, it names nothing. */
const obstacleIn = (from: string): Derived => readAs(from, (reason) => (Number(reason) === 0 ? undefined : restObstacles[String(reason)]));

const TIMESTAMP = "yyyy-MM-dd'T'HH:mm:ss.SSSZZZ";
const QUARTER_MS = 15 * 60 * 1000;

/** Whether the span is one that CEC counts by. */
function isOfQuarters(begin: unknown, end: unknown): boolean {
	const [from, to] = [begin, end].map((time) => readTime(time, 'utc')?.toMillis());
	return from === undefined || to === undefined || (to - from) % QUARTER_MS === 0;
}

export const agent = resource('agent', 'Agent', cms, {
	getMany: operation('12.3.1.1.6', {
		name: 'Get Many',
		action: 'Get many agents',
		description: 'Get the agents of the VDN, with names and rights',
		request: `POST ${V1}/vdn/queryagentstaticconfinfo`,
		risk: 'read',
		body: whose,
		page: pagesOf(100),
		answer: entries('resultDesc', { adds: rights }),
	}),

	getManyAtOnce: operation('12.3.1.1.15', {
		name: 'Get Many at Once',
		action: 'Get many agents at once',
		description: 'Get the agents of the VDN in one request',
		request: `POST ${V1}/vdn/querytotalagentinfo`,
		risk: 'read',
		body: whose,
		answer: entries('resultDesc', { adds: rights }),
		notice: NEW_PLATFORM,
	}),

	get: operation('12.3.1.3.7', {
		name: 'Get',
		action: 'Get an agent',
		description: 'Get state, phone number and time of signing in of an agent',
		request: `POST ${V1}/agent/agentbyworkno`,
		risk: 'read',
		body: { ...whose, agentId },
		bodyIn: WRAPPER,
		answer: object('resultDesc', {
			adds: {
				stateName: nameOf('citStatus', agentStates),
				statusName: nameOf('status', agentStatuses),
				mediaTypeName: nameOf('mediaType', mediaTypes),
				signedInAt: moment('loginDate'),
			},
		}),
		errata: [wrapped],
	}),

	getStates: operation('12.3.1.1.5', {
		name: 'Get States',
		action: 'Get the states of all agents',
		description: 'Get what every agent of the VDN is doing',
		request: `POST ${V1}/vdn/totalagentdynamicinfo`,
		risk: 'read',
		body: whose,
		page: pagesOf(100),
		answer: entries('resultDesc', { adds: { stateName: nameOf('state', agentStates) } }),
	}),

	getStatesAtOnce: operation('12.3.1.1.16', {
		name: 'Get States at Once',
		action: 'Get the states of all agents at once',
		description: 'Get what every agent of the VDN is doing, in one request',
		request: `POST ${V1}/vdn/totalagentstate`,
		risk: 'read',
		body: whose,
		answer: entries('resultDesc', { adds: { stateName: nameOf('state', agentStates) } }),
		notice: NEW_PLATFORM,
		errata: [
			{
				printed: 'no heading and no address: the section has run into the one before',
				sent: `POST ${V1}/vdn/totalagentstate`,
				why: 'The newer edition has this address for the same tables.',
			},
		],
	}),

	getStateTimes: operation('12.3.1.1.4', {
		name: 'Get States With Times',
		action: 'Get the states of all agents with times',
		description: 'Get what every agent of the VDN is doing, and for how many seconds',
		request: `POST ${V1}/vdn/totalagentabstractex3`,
		risk: 'read',
		body: whose,
		page: pagesOf(1000),
		answer: entries('resultDesc', { adds: { stateName: nameOf('currentState', agentStates) } }),
	}),

	getByState: operation('12.3.1.3.13', {
		name: 'Get by State',
		action: 'Get the agents in a state',
		description: 'Get the agents who are in a state, and for how many seconds',
		request: `POST ${V1}/vdn/queryAgentByStatus`,
		risk: 'read',
		body: {
			ccId: fromCredential('ccId', 'string'),
			vdn: fromCredential('vdnId', 'string'),
			status: choice('State', agentStates, 'All states when left empty').asText(),
		},
		page: byOffset({ max: 1000 }),
		answer: entries('data', { adds: { stateName: nameOf('currentState', agentStates) } }),
	}),

	getStatus: operation('12.3.1.3.2', {
		name: 'Get Status',
		action: 'Get the status of agents',
		description: 'Get present and previous state with their seconds, and the time of signing in',
		request: `POST ${V1}/agentgroup/agentstatusinfobyagentids`,
		risk: 'read',
		body: { ...whose, agentIds },
		pieces: piecesOf(MOST_AGENTS),
		answer: entries('resultDesc', {
			adds: {
				stateName: nameOf('currentState', agentStates),
				previousStateName: nameOf('prevState', agentStates),
				signedInAt: moment('logonTime'),
			},
		}),
	}),

	getMetrics: operation('12.3.1.3.11', {
		name: 'Get Metrics',
		action: 'Get metrics of agents',
		description: 'Get phone number, state and skill queues of agents',
		request: `POST ${V1}/agentgroup/rindex`,
		risk: 'read',
		body: { ...whose, agentIds, indexIds: metrics(agentMetrics).required() },
		pieces: piecesOf(100),
		answer: entries('resultDesc', {
			adds: { values: metricValues(agentMetrics), stateName: readAs('idxs', (found) => agentStates[String(stateIn(found))]) },
		}),
	}),

	getPhoneNumbers: operation('12.3.1.1.3', {
		name: 'Get Phone Numbers',
		action: 'Get the phone numbers of all agents',
		request: `POST ${V1}/vdn/allagentphones`,
		risk: 'read',
		body: whose,
		page: pagesOf(1000),
		answer: entries('resultDesc'),
		errata: [{ printed: 'phone is a string in the table, a number in the sample', sent: 'nothing; either is handed on', why: 'It is part of the answer.' }],
	}),

	getSkillQueues: operation('12.3.1.3.1', {
		name: 'Get Skill Queues',
		action: 'Get the skill queues of agents',
		description: 'Get the skill queues of agents, and which of them they have joined',
		request: `POST ${V1}/agentgroup/siteagentcallandskillinfobyagentids`,
		risk: 'read',
		body: { ...whose, agentIds },
		pieces: piecesOf(MOST_AGENTS),
		answer: entries('resultDesc', { adds: { skills: eachOf('skills', { joined: readAs('isLogin', (joined) => Number(joined) === 1) }) } }),
		errata: [
			{
				printed: 'siteagentcallandskillinfoyagentids',
				sent: 'siteagentcallandskillinfobyagentids',
				why: 'The newer edition has the "b" that the break of the line has swallowed.',
			},
		],
	}),

	getCalls: operation('12.3.1.3.4', {
		name: 'Get Calls',
		action: 'Get the calls of agents',
		description: 'Get the calls that agents are in, one item for each agent',
		request: `POST ${V1}/agentgroup/queryagentcalls`,
		risk: 'read',
		body: { ...whose, agentIds },
		pieces: piecesOf(3000),
		answer: entries('resultDesc', {
			adds: {
				callList: eachOf('callList', {
					stateName: nameOf('callStatus', callStates),
					direction: nameOf('callInOut', directions),
					mediaTypeName: nameOf('mediaType', mediaTypes),
				}),
			},
		}),
	}),

	getCallIds: operation('12.3.1.3.3', {
		name: 'Get Call IDs',
		action: 'Get which calls an agent is in',
		request: `POST ${V1}/agent/queryagentcalls`,
		risk: 'read',
		body: { ...whose, agentId },
		answer: entries('resultDesc', { as: 'callId' }),
	}),

	getPrivateCalls: operation('12.3.1.3.5', {
		name: 'Get Private Calls',
		action: 'Get the private calls of an agent',
		description: 'Get the IDs of the calls that wait for this agent and nobody else',
		request: `POST ${V1}/agent/agentprivatecall`,
		risk: 'read',
		body: { ...whose, agentId },
		answer: entries('resultDesc', { as: 'callId' }),
	}),

	checkForCall: operation('12.3.1.3.9', {
		name: 'Check for Call',
		action: 'Check whether an agent is in a call',
		request: `POST ${V1}/calldata/isprocesscall`,
		risk: 'read',
		body: { ...whose, agentId },
		bodyIn: WRAPPER,
		answer: value('resultDesc', 'inCall'),
		errata: [wrapped],
	}),

	getResting: operation('12.3.1.1.2', {
		name: 'Get Resting',
		action: 'Get the agents at rest',
		description: 'Get the agents who are at rest or have asked for it, with since when and for how many seconds',
		request: `POST ${V1}/vdn/queryagentreststate`,
		risk: 'read',
		body: whose,
		page: pagesOf(1000, { sparse: true }),
		answer: entries('resultDesc.details', {
			adds: {
				obstacle: readAs('cantRestCause', (cause, rest) => (restedSeconds(rest) === undefined ? restObstacles[String(cause)] : undefined)),
				restedSeconds: readAs('agentId', (_id, rest) => restedSeconds(rest)),
				beganAt: moment('beginTime'),
			},
		}),
		errata: [{ printed: 'reqRestDuration in the table, reqRestDura in the sample', sent: 'nothing; either is read', why: 'It is part of the answer.' }],
	}),

	getRestOverview: operation('12.3.1.3.8', {
		name: 'Get Rest Overview',
		action: 'Get an overview of rests',
		description: 'Count the agents who are at rest, may rest and have asked for it, with a list of them',
		request: `POST ${V1}/agentgroup/agentrestinfos`,
		risk: 'read',
		body: {
			...whose,
			offset: integer('First Agent', 'How many agents to skip, together with Agents; only the CTI platform V3R6 reads it').named('firstAgent').min(0),
			limit: integer('Agents', 'Of how many agents to tell, together with First Agent; only the CTI platform V3R6 reads it').named('agentCount').between(1, 100),
		},
		bodyIn: WRAPPER,
		check: ({ offset, limit }) => ((offset === undefined) !== (limit === undefined) ? '"First Agent" and "Agents" are given together or not at all' : undefined),
		answer: object('resultDesc', {
			adds: { agentsRestDetails: eachOf('agentsRestDetails', { obstacle: obstacleIn('cantRestReason'), beganAt: moment('beginTime') }) },
		}),
		errata: [wrapped],
	}),

	countByState: operation('12.3.1.3.6', {
		name: 'Count by State',
		action: 'Count agents by state',
		request: `POST ${V1}/agentgroup/teamagentstatusinfo`,
		risk: 'read',
		body: { ...whose, agentIds: agentIds.max(MOST_AGENTS) },
		answer: object('resultDesc'),
		errata: [
			{ printed: 'workSubstateBegin in the table, workSubStateBegin in the sample', sent: 'nothing; either is handed on', why: 'It is part of the answer.' },
		],
	}),

	countAll: operation('12.3.1.3.10', {
		name: 'Count All',
		action: 'Count all agents by state',
		description: 'Count the agents of the VDN who are signed in, busy, talking and idle',
		request: `POST ${V1}/agentgroup/systemstate`,
		risk: 'read',
		body: { ...whose, ...PAGE },
		bodyIn: WRAPPER,
		answer: object(),
		procedure: countAll,
		errata: [wrapped],
	}),

	getActivities: operation('12.3.1.3.12', {
		name: 'Get Activities',
		action: 'Get the activities of an agent',
		description: 'Get when an agent signed in and out, rested, held and transferred calls, and the like',
		request: `POST ${V1}/agent/agentoprinfo`,
		risk: 'read',
		body: {
			ccId: fromCredential('ccId'),
			currentAgentId: agentId.named('agentId'),
			beginTime: dateTime('From', 'From and To are a multiple of 15 minutes apart').inUtc().required(),
			endTime: dateTime('To').inUtc().required(),
			operateType: choice('Activity', agentOperations, 'All activities when left empty'),
		},
		check: ({ beginTime, endTime }) => (isOfQuarters(beginTime, endTime) ? undefined : '"From" and "To" must be a multiple of 15 minutes apart'),
		window: { begin: 'beginTime', end: 'endTime', days: 1, inUtc: true },
		answer: entries('resultDesc', {
			adds: {
				activity: nameOf('operateType', agentOperations),
				cause: readAs('operateCause', (cause, { operateType }) => operationCauses[String(operateType)]?.[String(cause)]),
				callTypeName: nameOf('callType', callTypes),
				mediaTypeName: nameOf('mediaType', mediaTypes),
				agentTypeName: nameOf('agentType', agentTypes),
				beganAt: timeOf('beginTime', TIMESTAMP),
				endedAt: timeOf('endTime', TIMESTAMP),
			},
		}),
	}),

	getLegacy: operation('12.3.8.13.1', {
		name: 'Get',
		action: 'Get an agent',
		request: `POST ${V1}/agentgroup/agentbyworkno`,
		risk: 'read',
		family: oldCms,
		body: { ...whose, agentId },
		bodyIn: WRAPPER,
		answer: object('resultDatas', {
			adds: {
				stateName: nameOf('citStatus', agentStates),
				statusName: nameOf('status', agentStatuses),
				mediaTypeName: nameOf('mediatype', mediaTypes),
				signedInAt: moment('logindate'),
			},
		}),
		legacy: SINCE_8_13,
		errata: [wrapped],
	}),

	countAllLegacy: operation('12.3.8.13.2', {
		name: 'Count All',
		action: 'Count all agents by state',
		request: `POST ${V1}/querymonitor/systemstate`,
		risk: 'read',
		family: oldCms,
		body: whose,
		bodyIn: WRAPPER,
		answer: object('resultDatas', { mayBeUnder: 'resultDesc' }),
		legacy: SINCE_8_13,
		errata: [
			wrapped,
			{ printed: 'resultDatas in the table of the answer, resultDesc in its sample', sent: 'nothing; both are read', why: 'It is part of the answer.' },
		],
	}),

	getRestOverviewLegacy: operation('12.3.8.13.3', {
		name: 'Get Rest Overview',
		action: 'Get an overview of rests',
		request: `POST ${V1}/agentgroup/agentrestinfo`,
		risk: 'read',
		family: oldCms,
		body: whose,
		bodyIn: WRAPPER,
		answer: object('resultDatas', {
			adds: {
				agentsrestdetails: eachOf('agentsrestdetails', { obstacle: obstacleIn('cantrestreason'), beganAt: moment('begintime') }),
			},
		}),
		legacy: SINCE_8_13,
		errata: [wrapped],
	}),
});

function stateIn(found: unknown): unknown {
	return (found as Array<{ id?: unknown; val?: unknown }>).find(({ id }) => id === 'IDX_AGENT_CURRENT_STATE')?.val;
}
