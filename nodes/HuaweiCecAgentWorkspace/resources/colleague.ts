import { done, entries, first, nameOf, readAs, timeOf, type DerivedFields } from '../../../cec/catalogue/answer';
import { picks, text } from '../../../cec/catalogue/field';
import { operation, resource, type Erratum } from '../../../cec/catalogue/operation';
import { agentGateway } from '../../../cec/families/agentGateway';
import { isoFromWire } from '../../../cec/formats/times';
import {
	AGENT_STATE,
	CTI_STATE,
	isSignedInForCalls,
	isSignedInForChats,
	MEDIA_TYPE,
	otherAgent,
	QUERY_GAP_MS,
	rowsOf,
	self,
	signedInServers,
	skillQueue,
	wordFor,
} from './shared';

const AGENTS = '/agentgateway/resource/agentgroup/{agentid}';

type Row = Record<string, unknown>;

/** Details of an agent in words, beside what CEC sends. */
const inWords: DerivedFields = {
	stateName: nameOf('status', AGENT_STATE),
	ctiStateName: nameOf('ctiStatus', CTI_STATE),
	phone: readAs('workno', (_workno, row) => phoneOf(row)),
	...signedInServers,
	signedInAt: timeOf('logindate', 'epochMillis'),
};

const phoneSpelling: Erratum = {
	printed: 'phonenumber (5.2.11, 5.2.13), phonenummer in the table and phonenum in the sample of 5.2.12',
	sent: 'whichever comes is read, and added as phone',
	why: 'The same object is spelled in three ways.',
};

const stateType: Erratum = {
	printed: 'status and ctiStatus as integers in the table, as strings in the sample',
	sent: 'both are read',
	why: 'The names beside them are the same.',
};

export const colleague = resource('colleague', 'Colleague', agentGateway, {
	get: operation('5.2.12', {
		name: 'Get',
		action: 'Get the details of an agent',
		description: 'Get state, skill queues and phone of an agent of the same VDN',
		request: `GET ${AGENTS}/agentbyworkno/{workno}`,
		risk: 'read',
		standalone: true,
		gapMs: QUERY_GAP_MS,
		path: { ...self, workno: otherAgent().required() },
		answer: first('result', { adds: { ...inWords, skillQueues: readAs('skilllist', queuesInWords) } }),
		codes: {
			'300-001': { means: 'The agent may not ask for details of this agent', remedy: 'It must be an agent of the same VDN.' },
			'300-002': { means: 'CEC has nothing about this agent', remedy: 'Check "Agent".' },
		},
		errata: [
			phoneSpelling,
			stateType,
			{
				printed: 'result as an object in type and sample, as a list of agents in the text',
				sent: 'an object, or the first of a list, is read',
				why: 'One agent is asked for.',
			},
			{
				printed: 'media type 6 in the sample (of a queue for mail), not among the values of the table',
				sent: 'the number alone, without a name',
				why: 'The reference does not name it.',
			},
		],
	}),

	getManyOfQueue: operation('5.2.11', {
		name: 'Get Many of Queue',
		action: 'Get many agents of a skill queue',
		description: 'Get the agents who have joined a skill queue, but for those who take no incoming calls',
		request: `GET ${AGENTS}/agentbyskill/{skillid}`,
		risk: 'read',
		standalone: true,
		gapMs: QUERY_GAP_MS,
		path: { ...self, skillid: skillQueue().required() },
		answer: entries('result', { adds: inWords }),
		// The code says that there is no agent, which is an empty list and no failure.
		successCodes: /^300-002$/,
		errata: [phoneSpelling, stateType],
	}),

	getOnline: operation('5.2.13', {
		name: 'Get Online',
		action: 'Get the online agents of all skill queues',
		description: 'Get for each skill queue the agents who have joined it; an agent of several queues comes several times',
		request: `GET ${AGENTS}/allonlineagents`,
		risk: 'read',
		standalone: true,
		gapMs: QUERY_GAP_MS,
		path: self,
		answer: entries('result', {
			adds: { mediaTypeName: nameOf('skillMediaType', MEDIA_TYPE), agents: readAs('agent', agentsInWords) },
		}),
		// The code says that no queue is configured, which is an empty list and no failure.
		successCodes: /^600-005$/,
		errata: [phoneSpelling, stateType],
	}),

	sendNote: operation('6.1.1.4', {
		name: 'Send Note',
		action: 'Send a note to agents',
		description: 'Send a short text to up to 100 agents; those who are signed in get it as an event',
		request: 'POST /agentgateway/resource/onlineagent/{agentid}/sendnoteletex',
		risk: 'write',
		standalone: true,
		path: self,
		body: {
			agentIds: picks('agents', 'Agent Names or IDs', 'Who gets the note: at most 100 agents. Those who have joined no skill queue are not listed.')
				.asInteger()
				.required()
				.between(1, 100),
			content: text('Text', 'At most 1023 bytes of UTF-8').required().lines().bytes(1023),
		},
		answer: done(),
		findOut: 'Ask one of the agents whether the note has come.',
		errata: [
			{
				printed: 'agentIds as an integer in the table, as a list of integers in the sample',
				sent: 'a list of integers',
				why: 'The table itself allows 100 of them.',
			},
			{
				printed: 'content that must be given, but may be empty',
				sent: 'at least one character',
				why: 'An empty note says nothing; nearly always an expression gave no value.',
			},
		],
	}),
});

/** The same agents as at the top of an item; in a list of them times are in UTC. */
function agentsInWords(agents: unknown): Row[] {
	return rowsOf(agents).map((agent) => ({
		...agent,
		stateName: wordFor(agent.status, AGENT_STATE),
		ctiStateName: wordFor(agent.ctiStatus, CTI_STATE),
		phone: phoneOf(agent),
		signedInForCalls: isSignedInForCalls(agent.mediatype),
		signedInForChats: isSignedInForChats(agent.mediatype),
		signedInAt: isoFromWire(agent.logindate, 'epochMillis', 'utc'),
	}));
}

function queuesInWords(queues: unknown): Row[] {
	return rowsOf(queues).map((queue) => ({ ...queue, mediaTypeName: wordFor(queue.mediatype, MEDIA_TYPE) }));
}

function phoneOf({ phonenumber, phonenum, phonenummer }: Row): unknown {
	return phonenumber ?? phonenum ?? phonenummer;
}

