import { eachOf, entries, nameOf, object, readAs, type DerivedFields } from '../../../cec/catalogue/answer';
import { pick, picks, yesNo } from '../../../cec/catalogue/field';
import { metrics, metricValues } from '../../../cec/catalogue/metrics';
import { operation, resource, type Erratum, type Pieces } from '../../../cec/catalogue/operation';
import { cms, oldCms } from '../../../cec/families/cms';
import { mediaTypes } from '../../../cec/families/ctiCodes';
import { callFeatures, queueAgentStatuses } from '../codes';
import { skillQueueMetrics } from '../metrics';
import { agentStates, mediaNames, moment, V1, whose, wrapped, WRAPPER } from '../shared';
import { NEW_PLATFORM, SINCE_8_13 } from './shared';

const skillIds = picks('skillQueues', 'Skill Queue Names or IDs').asInteger().required();
const MOST_QUEUES = 1000;
const pieces: Pieces = { list: 'skillIds', size: MOST_QUEUES };
const skillId = pick('skillQueues', 'Skill Queue').asInteger().required();

/** Tables and samples spell these keys in several ways. */
const connectedIn20Seconds = readAs('skillId', (_id, row) => row.cnnedIn20sCallCount ?? row.cnndIn20sCallCount);
const inFiveMinutes: DerivedFields = {
	startedAt: moment('startTime'),
	connectedCalls: readAs('id', (_id, row) => row.cnnedCallCount ?? row.cnedCallCount),
	callsConnectedIn20Seconds: readAs('id', (_id, row) => row.cnnedIn20sCallCount ?? row.cnndIn20sCallCount),
};
const spelling: Erratum = {
	printed: 'cnedCallCount and cnndIn20sCallCount in tables, cnnedCallCount and cnnedIn20sCallCount in samples',
	sent: 'nothing; either is read, into a key of its own',
	why: 'It is part of the answer.',
};

export const skillQueue = resource('skillQueue', 'Skill Queue', cms, {
	getMany: operation('12.3.1.1.9', {
		name: 'Get Many',
		action: 'Get many skill queues',
		request: `POST ${V1}/configures/skills`,
		risk: 'read',
		body: whose,
		bodyIn: WRAPPER,
		answer: entries('resultDesc', { adds: { mediaTypeName: nameOf('mediaType', mediaTypes) } }),
		errata: [wrapped],
	}),

	getMetrics: operation('12.3.1.2.12', {
		name: 'Get Metrics',
		action: 'Get metrics of skill queues',
		description: 'Get how many calls wait, how long, and what the agents are doing, right now',
		request: `POST ${V1}/skill/rindex`,
		risk: 'read',
		body: { ...whose, skillIds, indexIds: metrics(skillQueueMetrics).required() },
		pieces,
		answer: entries('resultDesc', { adds: { values: metricValues(skillQueueMetrics) } }),
		errata: [
			{
				printed: 'IDX_COUNT_205_CALL_FOR_5MIN in the sample of the request',
				sent: 'IDX_COUNT_20S_CALL_FOR_5MIN',
				why: 'Table 12-688 and the sample of the answer have the letter.',
			},
			{ printed: 'id is an int in the table, a text in the sample', sent: 'nothing; either is handed on', why: 'It is part of the answer.' },
		],
	}),

	getStatistics: operation('12.3.1.2.6', {
		name: 'Get Statistics',
		action: 'Get statistics of skill queues',
		description: 'Get agents by state, and calls and waiting times (in seconds) of the last five minutes',
		request: `POST ${V1}/skill/stateinfo`,
		risk: 'read',
		body: { ...whose, skillIds },
		bodyIn: WRAPPER,
		pieces,
		answer: entries('resultDesc', { adds: { callsConnectedIn20Seconds: connectedIn20Seconds } }),
		notice: NEW_PLATFORM,
		errata: [wrapped, spelling],
	}),

	getStatus: operation('12.3.1.2.2', {
		name: 'Get Status',
		action: 'Get the status of skill queues',
		description: 'Get how many calls wait, the longest wait in seconds, and the agents who are signed in and available',
		request: `POST ${V1}/skill/totalskillstatusex3`,
		risk: 'read',
		body: { ...whose, skillIds },
		pieces,
		answer: entries('resultDesc'),
		notice: NEW_PLATFORM,
	}),

	getCallCounts: operation('12.3.1.2.3', {
		name: 'Get Call Counts',
		action: 'Get the call counts of skill queues',
		description: 'Count the calls of the current five minutes; times are in seconds',
		request: `POST ${V1}/skill/currentcallstateinfo`,
		risk: 'read',
		body: { ...whose, skillIds },
		pieces,
		answer: entries('resultDesc', { adds: inFiveMinutes }),
		notice: NEW_PLATFORM,
		errata: [spelling],
	}),

	getServiceLevel: operation('12.3.1.2.11', {
		name: 'Get Service Level',
		action: 'Get the service level of skill queues',
		description: 'Count the calls of the current five minutes that were answered or lost within 15 and 20 seconds',
		request: `POST ${V1}/skill/servicequality`,
		risk: 'read',
		body: { ...whose, skillIds },
		pieces,
		answer: entries('resultDesc', { adds: { startedAt: moment('statStartTime') } }),
	}),

	getSettings: operation('12.3.1.2.5', {
		name: 'Get Settings',
		action: 'Get the settings of skill queues',
		description: 'Get how many calls may wait and be held, and how long calls may wait, ring and last, in seconds',
		request: `POST ${V1}/skill/skillcfginfo`,
		risk: 'read',
		body: { ...whose, skillIds },
		pieces,
		answer: entries('resultDesc'),
	}),

	getWaitingCalls: operation('12.3.1.2.7', {
		name: 'Get Waiting Calls',
		action: 'Get the waiting calls of skill queues',
		description: 'Get the calls that wait in skill queues, one item for each queue',
		request: `POST ${V1}/skill/batchmultiskill`,
		risk: 'read',
		body: { ...whose, skillIds },
		pieces,
		answer: entries('resultDesc', {
			adds: {
				callPropertyExs: eachOf('callPropertyExs', {
					requestTypeName: nameOf('requestType', callFeatures),
					mediaTypeName: nameOf('mediaType', mediaNames),
					enteredAt: moment('callInTime'),
					isMainQueue: readAs('callQueueFlag', (flag) => Number(flag) === 1),
				}),
			},
		}),
		notice: NEW_PLATFORM,
		errata: [{ printed: 'calling and called are arrays in the table, texts in the sample', sent: 'nothing; either is handed on', why: 'It is part of the answer.' }],
	}),

	getQueuedCalls: operation('12.3.1.2.4', {
		name: 'Get Calls of One Queue',
		action: 'Get the calls of one skill queue',
		description: 'Get the calls that wait in one skill queue, one item for each call',
		request: `POST ${V1}/skill/queuedevicestatus`,
		risk: 'read',
		body: { ...whose, skillId },
		answer: entries('resultDesc', { adds: { requestTypeName: nameOf('requestType', callFeatures) } }),
		notice: NEW_PLATFORM,
	}),

	getTakenOver: operation('12.3.1.2.8', {
		name: 'Get Calls Taken From Others',
		action: 'Get the calls skill queues took from others',
		description: 'Count the calls of other queues that each queue has taken, where calls wait in several queues',
		request: `POST ${V1}/skill/batchskilloverload`,
		risk: 'read',
		body: { ...whose, skillIds },
		pieces,
		answer: entries('resultDesc'),
	}),

	countAgents: operation('12.3.1.2.9', {
		name: 'Count Agents',
		action: 'Count the agents of skill queues by state',
		request: `POST ${V1}/skill/agentstatusbyskill`,
		risk: 'read',
		body: {
			...whose,
			skillIds: skillIds.max(MOST_QUEUES),
			isSkillAllMatch: yesNo('Exact Match', 'Whether to count only agents who have joined exactly these queues').sentAs('false', 'true'),
		},
		answer: object('resultDesc'),
	}),

	getAgents: operation('12.3.1.2.10', {
		name: 'Get Agents',
		action: 'Get the agents signed in to a skill queue',
		description: 'Get state, phone number and time of signing in of the agents in a skill queue',
		request: `POST ${V1}/skill/agentbyconfigedskill`,
		risk: 'read',
		body: { ...whose, skillId },
		bodyIn: WRAPPER,
		answer: entries('resultDesc', {
			adds: {
				statusName: nameOf('status', queueAgentStatuses),
				stateName: nameOf('ctiStatus', agentStates),
				mediaTypeName: nameOf('mediaType', mediaTypes),
				signedInAt: moment('loginDate'),
			},
		}),
		errata: [wrapped],
	}),

	getAgentIds: operation('12.3.1.2.1', {
		name: 'Get Agent IDs',
		action: 'Get who is signed in to skill queues',
		request: `POST ${V1}/realindex/agent/agentsinskill`,
		risk: 'read',
		body: { ...whose, skillIds },
		bodyIn: WRAPPER,
		pieces,
		answer: entries('resultDesc'),
		errata: [
			wrapped,
			{ printed: '"skillId" instead of "ccId" in the sample', sent: 'ccId', why: 'The table has it, and so has every other sample.' },
		],
	}),

	getStatisticsLegacy: operation('12.3.8.13.4', {
		name: 'Get Statistics',
		action: 'Get statistics of skill queues',
		request: `POST ${V1}/realindex/skill/stateinfo`,
		risk: 'read',
		family: oldCms,
		body: { ...whose, skillIds },
		bodyIn: 'queryParams',
		pieces,
		answer: entries('resultDatas'),
		legacy: `${SINCE_8_13} It takes 1 as the call center ID, unless monitoring is deployed on its own.`,
		errata: [
			{
				printed: 'the table has the values at the top of the body, the sample inside "queryParams"',
				sent: 'inside "queryParams"',
				why: 'All interfaces of the section have a wrapper in their samples; this one alone has the "s".',
			},
		],
	}),

	getAgentsLegacy: operation('12.3.8.13.5', {
		name: 'Get Agents',
		action: 'Get the agents signed in to a skill queue',
		request: `POST ${V1}/agentgroup/agentbyconfigedskill`,
		risk: 'read',
		family: oldCms,
		body: { ...whose, skillId },
		bodyIn: WRAPPER,
		answer: entries('resultDatas', {
			adds: {
				statusName: nameOf('status', queueAgentStatuses),
				stateName: nameOf('ctiStatus', agentStates),
				mediaTypeName: nameOf('mediatype', mediaTypes),
				signedInAt: moment('logindate'),
			},
		}),
		legacy: SINCE_8_13,
		errata: [wrapped],
	}),
});
