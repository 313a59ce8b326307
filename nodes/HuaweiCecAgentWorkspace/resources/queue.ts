import { done, entries, nameOf, readAs, value } from '../../../cec/catalogue/answer';
import { picks, yesNo } from '../../../cec/catalogue/field';
import { operation, resource, type Erratum } from '../../../cec/catalogue/operation';
import { agentGateway } from '../../../cec/families/agentGateway';
import { isRecord } from '../../../cec/formats/paths';
import { isoFromWire } from '../../../cec/formats/times';
import { MEDIA_TYPE, otherAgent, QUERY_GAP_MS, self, skillQueue } from './shared';

const AGENT = '/agentgateway/resource/onlineagent/{agentid}';
const QUEUES = '/agentgateway/resource/queuedevice/{agentid}';

/** Table 6-456. */
const DEVICE_TYPE = { 1: 'Skill Queue', 2: 'Agent', 3: 'IVR Flow' };

/** What stands for no time: the largest number of seconds in 32 bits, as milliseconds. */
const NO_TIME = 4294967295000;

const mediaType = { mediaTypeName: nameOf('mediatype', MEDIA_TYPE) };

const emptyCount: Erratum = {
	printed: 'result as an integer in the table, as {} in the sample',
	sent: 'an integer is read',
	why: 'The text says that it is a number; the sample shows the empty object of all samples.',
};

export const queue = resource('queue', 'Queue', agentGateway, {
	getMany: operation('5.2.7', {
		name: 'Get Many',
		action: 'Get many skill queues',
		description: 'Get the skill queues of the VDN of the agent',
		request: `GET ${QUEUES}/agentvdnskill`,
		risk: 'read',
		standalone: true,
		gapMs: QUERY_GAP_MS,
		path: self,
		answer: entries('result', { adds: { ...mediaType, kind: nameOf('realFlag', { 0: 'Virtual', 1: 'Real' }) } }),
		// The code says that no queue is configured, which is an empty list and no failure.
		successCodes: /^600-005$/,
		errata: [
			{
				printed: 'media type 6 in the sample (of a queue for mail), not among the values of the table',
				sent: 'the number alone, without a name',
				why: 'The reference does not name it.',
			},
		],
	}),

	getConfigured: operation('6.1.1.5', {
		name: 'Get Configured',
		action: 'Get the skill queues configured for the agent',
		description: 'Get the skill queues that the agent may join',
		request: `GET ${AGENT}/agentskills`,
		risk: 'read',
		standalone: true,
		gapMs: QUERY_GAP_MS,
		path: self,
		answer: entries('result', { adds: mediaType }),
		// The agent exists: the code says that no queue is configured, which is an empty list and no failure.
		successCodes: /^600-001$/,
	}),

	getConfiguredOfAgent: operation('6.1.1.6', {
		name: 'Get Configured of Agent',
		action: 'Get the skill queues configured for another agent',
		description: 'Get the skill queues that another agent of the VDN may join',
		request: `GET ${AGENT}/agentskillsbyworkno/{workno}`,
		risk: 'read',
		standalone: true,
		gapMs: QUERY_GAP_MS,
		path: { ...self, workno: otherAgent().required() },
		answer: entries('result', { adds: mediaType }),
		codes: {
			'600-001': { means: 'There is no such agent, or no skill queue is configured for the agent', remedy: 'Check "Agent".' },
		},
	}),

	join: operation('6.1.1.8', {
		name: 'Join',
		action: 'Join skill queues',
		description: 'Choose the skill queues from which the agent takes calls, in place of those joined before; needed after each sign-in. The agent must have a softphone number.',
		request: `POST ${AGENT}/resetskill/{autoflag}`,
		risk: 'write',
		path: {
			...self,
			autoflag: yesNo('All Queues', 'Whether all skill queues that are configured for the agent are joined').startsAs(true).required(),
		},
		query: {
			skillid: picks(
				'configuredQueues',
				'Skill Queue Names or IDs',
				'Only those that are configured for the agent are joined. When left empty, the agent leaves all queues.',
			)
				.only(/^\d+$/, 'digits')
				.joinedBy(';', 4000)
				.shown()
				.when({ autoflag: [false] }),
			phonelinkage: yesNo('Phone Linkage', 'Whether a hardware phone (eSpace 7910) is controlled too').sentAs(0, 1),
		},
		answer: done(),
	}),

	countWaitingInConfigured: operation('5.2.5', {
		name: 'Count Waiting in Configured',
		action: 'Count who waits in the configured skill queues',
		description: 'Get how many wait in all skill queues that are configured for the agent',
		request: `GET ${QUEUES}/waitnum`,
		risk: 'read',
		standalone: true,
		gapMs: QUERY_GAP_MS,
		path: self,
		answer: value('result', 'waiting'),
		errata: [emptyCount],
	}),

	countWaitingInJoined: operation('5.2.6', {
		name: 'Count Waiting in Joined',
		action: 'Count who waits in the joined skill queues',
		description: 'Get how many wait in all skill queues that the agent has joined',
		request: `GET ${QUEUES}/waitnumbyagent`,
		risk: 'read',
		standalone: true,
		gapMs: QUERY_GAP_MS,
		path: self,
		answer: value('result', 'waiting'),
		errata: [emptyCount],
	}),

	countWaiting: operation('5.2.8', {
		name: 'Count Waiting',
		action: 'Count who waits in a skill queue',
		description: 'Get how many wait in one skill queue',
		request: `GET ${QUEUES}/skillwaitnum/{skillid}`,
		risk: 'read',
		standalone: true,
		gapMs: QUERY_GAP_MS,
		path: { ...self, skillid: skillQueue().required() },
		answer: value('result', 'waiting'),
		errata: [emptyCount],
	}),

	getStatistics: operation('5.2.9', {
		name: 'Get Statistics',
		action: 'Get the statistics of skill queues',
		description: 'Get how many wait and for how long, and how many agents are there, for each of up to 100 skill queues',
		request: `POST ${QUEUES}/queryacdstat`,
		risk: 'read',
		standalone: true,
		gapMs: QUERY_GAP_MS,
		path: self,
		body: { skills: picks('skillQueues', 'Skill Queue Names or IDs', 'At most 100').asInteger().required().between(1, 100) },
		answer: entries('result', {
			adds: {
				transferFlgName: nameOf('transferFlg', { 0: 'Release', 2: 'Transfer' }),
				transferDeviceTypeName: nameOf('transferDeviceType', DEVICE_TYPE),
				longestWaitingCallId: readAs('oldCallIdEx', callIdOf),
				longestWaitingSince: readAs('oldCallIdEx', sinceOf),
			},
		}),
		errata: [
			{
				printed: 'a call ID made of dateTime as it comes, which is milliseconds',
				sent: 'a call ID made of seconds, in longestWaitingCallId',
				why: 'Call IDs begin with the seconds since 1970.',
			},
			{
				printed: 'oldCallIdEx.dateTime as a date in the table, as milliseconds in the sample',
				sent: 'milliseconds are read',
				why: 'The sample shows what JSON holds.',
			},
			{
				printed: '4294967295000, 65535 and 255 in the sample, unexplained',
				sent: 'no call ID, time or name beside them',
				why: 'They are the largest values of their size and stand for none: nobody waits there.',
			},
		],
	}),

	getIvrFlows: operation('5.2.10', {
		name: 'Get IVR Flows',
		action: 'Get the IVR flows of the VDN',
		description: 'Get access code and ID of the IVR flows to which a call can be transferred',
		request: `GET ${QUEUES}/ivrinfo`,
		risk: 'read',
		standalone: true,
		gapMs: QUERY_GAP_MS,
		path: self,
		answer: entries('result'),
		// The code says that no flow is configured, which is an empty list and no failure.
		successCodes: /^600-004$/,
		errata: [
			{
				printed: 'result as the number of those who wait, with the keys of a flow in the table below; a list of flows in the sample',
				sent: 'a list, or a single flow, is read',
				why: 'The text is that of 5.2.5; table and sample tell of flows.',
			},
		],
	}),
});

/** The moment at which the call that waits longest came, in milliseconds; undefined when none waits. */
function cameAt(call: unknown): number | undefined {
	const time = isRecord(call) ? Number(call.dateTime) : NaN;
	return Number.isFinite(time) && time !== NO_TIME ? time : undefined;
}

function sinceOf(call: unknown): string | undefined {
	return isoFromWire(cameAt(call), 'epochMillis', 'utc');
}

/** The call ID that the four numbers stand for; multiplied, since shifting would cut at 32 bits. */
function callIdOf(call: unknown): string | undefined {
	const time = cameAt(call);
	if (time === undefined || !isRecord(call)) return undefined;
	const identity = Number(call.server) * 2 ** 24 + Number(call.handle) * 2 ** 16 + Number(call.dsn);
	return Number.isFinite(identity) ? `${Math.floor(time / 1000)}-${identity}` : undefined;
}
