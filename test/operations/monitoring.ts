import { byId, CUSTOMER, type Bench } from '../support/bench';
import type { Case, Prepare } from './case';

const AGENT = 101;
const GONE = '999';

/** The day on which the simulated clock stands. */
const FROM = '2026-03-02T00:00:00';
const TO = '2026-03-02T23:45:00';
const TODAY = { beginDate: FROM, endDate: TO };

const NO_QUEUE = { run: () => ({ skillIds: ['1999'] }), message: /could not do this/ };
const NO_ONE = { run: () => ({ agentIds: ['59000'] }), message: /could not do this/ };
const NOBODY = { run: () => ({ agentId: byId(59_000) }), message: /could not do this/ };

/** A customer waits in a queue that nobody has joined: for seven seconds, with the two that the test adds. */
const waiting: Prepare = async (bench) => {
	await bench.customerWaiting(3);
	await bench.sim.clock.advance(5000);
	return { skillIds: ['3'] };
};

/** An agent talks with a customer. */
const talking = async (bench: Bench) => await bench.agentTalking();

const inQueue: Prepare = async (bench) => {
	await talking(bench);
	return { skillIds: ['3'] };
};

const ofTalking: Prepare = async (bench) => {
	await talking(bench);
	return { agentIds: [String(AGENT)] };
};

const ofOneTalking: Prepare = async (bench) => {
	await talking(bench);
	return { agentId: byId(AGENT) };
};

/** An agent is at rest. */
const resting: Prepare = async (bench) => {
	const session = await bench.agentSession();
	await bench.asAgent(0, session, 'POST', 'onlineagent/{agentid}/rest/600/1');
	return {};
};

/** The ID of a customer's call that is over. */
const overCall = async (bench: Bench): Promise<string> => (await bench.agentRecorded()).callId ?? '';

const inboundCalls: Prepare = async (bench) => {
	await overCall(bench);
	return TODAY;
};

const NUMBERS = { callerNo: CUSTOMER, calleeNo: '15550100' };

const span = (more: object = {}): Prepare => async (bench) => {
	await talking(bench);
	await bench.sim.clock.advance(600_000);
	return { beginDate: '2026-03-02T08:00:00', endDate: '2026-03-02T09:00:00', returnAll: true, ...more };
};

export const monitoringCases: Record<string, Case> = {
	'skillQueue/getMany': { run: () => ({}), gives: { id: 1, name: 'defaultVideoSkill', mediaType: 19, mediaTypeName: 'Video Call' } },
	'skillQueue/getMetrics': {
		run: async (bench) => ({ ...(await waiting(bench)), indexIds: ['IDX_COUNT_REAL_SKILL_QUEUE', 'IDX_DURATION_SKILL_MAX_QUEUE_ACK'] }),
		refused: { run: () => ({ skillIds: ['1999'], indexIds: ['IDX_COUNT_REAL_SKILL_QUEUE'] }), message: /could not do this/ },
		gives: { id: '3', values: { callsWaiting: 1, longestWaitSeconds: 7 } },
	},
	'skillQueue/getStatistics': {
		run: inQueue,
		refused: NO_QUEUE,
		gives: { skillId: 3, agentTalkingNums: 1, totalCallNums: 1, callsConnectedIn20Seconds: 1 },
	},
	'skillQueue/getStatus': {
		run: inQueue,
		refused: NO_QUEUE,
		gives: { skillId: 3, queueSize: 0, loggedOnAgents: 1, availAgents: 0, callId: null },
	},
	'skillQueue/getCallCounts': {
		run: inQueue,
		refused: NO_QUEUE,
		gives: { id: 3, allCallCount: 1, connectedCalls: 1, callsConnectedIn20Seconds: 1, startedAt: expect.stringContaining('2026-03-02T') },
	},
	'skillQueue/getServiceLevel': {
		run: inQueue,
		refused: NO_QUEUE,
		gives: { skillId: 3, inCallNum: 1, in15sCallNum: 1, callLostNum: 0, startedAt: expect.stringContaining('2026-03-02T') },
	},
	'skillQueue/getSettings': { run: () => ({ skillIds: ['3'] }), refused: NO_QUEUE, gives: { skillId: 3, maxWaitTime: 60, maxCallNum: 100 } },
	'skillQueue/getWaitingCalls': {
		run: waiting,
		refused: NO_QUEUE,
		gives: {
			skillId: 3,
			callPropertyExs: [
				expect.objectContaining({ calling: CUSTOMER, waitTime: 7, mediaTypeName: 'Voice Call', requestTypeName: 'Customer', isMainQueue: true }),
			],
		},
	},
	'skillQueue/getQueuedCalls': {
		run: async (bench) => {
			await waiting(bench);
			return { skillId: byId(3) };
		},
		refused: { run: () => ({ skillId: byId(1999) }), message: /could not do this/ },
		gives: { callId: expect.stringMatching(/^\d+-\d+$/), requestTypeName: 'Customer' },
	},
	'skillQueue/getTakenOver': { run: () => ({ skillIds: ['3'] }), refused: NO_QUEUE, gives: { skillId: 3, overloadDetails: [] } },
	'skillQueue/countAgents': {
		run: inQueue,
		more: { 'in exactly these queues': () => ({ skillIds: ['2', '3'], filters: { isSkillAllMatch: true } }) },
		refused: NO_QUEUE,
		gives: { loginEd: 1, talking: 1, idle: 0, callOut: 0 },
	},
	'skillQueue/getAgents': {
		run: async (bench) => {
			await talking(bench);
			return { skillId: byId(3) };
		},
		refused: { run: () => ({ skillId: byId(1999) }), message: /could not do this/ },
		gives: { workNo: AGENT, name: 'Agent One', stateName: 'Talking', statusName: 'In a Call', mediaTypeName: 'Voice Call' },
	},
	'skillQueue/getAgentIds': { run: inQueue, refused: NO_QUEUE, gives: { skillId: 3, agentIds: [AGENT] } },
	'skillQueue/getStatisticsLegacy': { run: inQueue, refused: NO_QUEUE, gives: { skillId: 3, agentTalkingNums: 1, agentSetbusyNums: 0 } },
	'skillQueue/getAgentsLegacy': {
		run: async (bench) => {
			await talking(bench);
			return { skillId: byId(3) };
		},
		refused: { run: () => ({ skillId: byId(1999) }), message: /could not do this/ },
		gives: { workno: AGENT, stateName: 'Talking', signedInAt: expect.stringContaining('2026-03-02T') },
	},

	'agent/getMany': { run: () => ({}), gives: { agentId: AGENT, name: 'Agent One', rightNames: expect.arrayContaining(['Hold', 'Call Out']) } },
	'agent/getManyAtOnce': { run: () => ({}), gives: { agentId: AGENT, name: 'Agent One', rightNames: expect.arrayContaining(['Hold']) } },
	'agent/get': {
		run: ofOneTalking,
		refused: NOBODY,
		gives: { workNo: AGENT, citStatus: 5, stateName: 'Talking', statusName: 'In a Call', signedInAt: expect.stringContaining('2026-03-02T') },
	},
	'agent/getStates': { run: () => ({}), gives: { agentId: AGENT, state: 0, stateName: 'Signed Out' } },
	'agent/getStatesAtOnce': { run: () => ({}), gives: { agentId: AGENT, state: 0, stateName: 'Signed Out' } },
	'agent/getStateTimes': { run: () => ({}), gives: { agentId: AGENT, currentState: 0, stateName: 'Signed Out', currentStateTime: expect.any(Number) } },
	'agent/getByState': {
		run: () => ({}),
		more: {
			'in one state': async (bench) => {
				await talking(bench);
				return { filters: { status: '5' } };
			},
		},
		gives: { agentId: AGENT, currentState: 0, stateName: 'Signed Out' },
	},
	'agent/getStatus': {
		run: ofTalking,
		refused: NO_ONE,
		gives: { agentId: AGENT, stateName: 'Talking', previousStateName: 'Answering', prevStateTime: null },
	},
	'agent/getMetrics': {
		run: async (bench) => ({ ...(await ofTalking(bench)), indexIds: ['IDX_AGENT_PHONE', 'IDX_AGENT_CURRENT_STATE', 'IDX_AGENT_LOGIN_SKILLS'] }),
		refused: { run: () => ({ agentIds: ['59000'], indexIds: ['IDX_AGENT_PHONE'] }), message: /could not do this/ },
		gives: { id: AGENT, stateName: 'Talking', values: { phoneNumber: '15550105', state: 5, skillIds: [2, 3] } },
	},
	'agent/getPhoneNumbers': { run: () => ({}), gives: { agentId: AGENT, phone: expect.stringMatching(/^\d+$/) } },
	'agent/getSkillQueues': {
		run: ofTalking,
		refused: NO_ONE,
		gives: {
			agentId: AGENT,
			skills: [
				{ skillId: 2, isLogin: 1, joined: true },
				{ skillId: 3, isLogin: 1, joined: true },
			],
		},
	},
	'agent/getCalls': {
		run: ofTalking,
		refused: NO_ONE,
		gives: { agentId: AGENT, callList: [expect.objectContaining({ stateName: 'Talking', direction: 'Inbound', mediaTypeName: 'Voice Call' })] },
	},
	'agent/getCallIds': { run: ofOneTalking, refused: NOBODY, gives: { callId: expect.stringMatching(/^\d+-\d+$/) } },
	'agent/getPrivateCalls': {
		run: (bench) => {
			bench.sim.control.addPrivateCall({ agentId: AGENT });
			return { agentId: byId(AGENT) };
		},
		refused: NOBODY,
		gives: { callId: expect.stringMatching(/^\d+-\d+$/) },
	},
	'agent/checkForCall': { run: ofOneTalking, refused: NOBODY, gives: { inCall: true } },
	'agent/getResting': { run: resting, gives: { agentId: AGENT, name: 'Agent One', applyRestLength: 600, beganAt: expect.stringContaining('2026-03-02T') } },
	'agent/getRestOverview': {
		run: resting,
		more: { 'of a page': async (bench) => ({ ...(await resting(bench)), filters: { firstAgent: 0, agentCount: 100 } }) },
		gives: { onRestNum: 1, agentsRestDetails: [expect.objectContaining({ workNo: AGENT, beganAt: expect.stringContaining('2026-03-02T') })] },
	},
	'agent/countByState': { run: ofTalking, refused: NO_ONE, gives: { loginEd: 1, talking: 1, setBusy: 0 } },
	'agent/countAll': {
		run: async (bench) => {
			await talking(bench);
			return {};
		},
		gives: { busyAgent: 0, talkingNum: 1, idleAgent: 0, totalLoginAgent: 1 },
	},
	'agent/getActivities': {
		run: async (bench) => {
			await overCall(bench);
			return { agentId: byId(AGENT), beginTime: FROM, endTime: TO };
		},
		more: {
			'of one kind': async (bench) => {
				await overCall(bench);
				return { agentId: byId(AGENT), beginTime: FROM, endTime: TO, filters: { operateType: 4 } };
			},
		},
		gives: { activity: 'Sign In', currentAgentId: AGENT, agentTypeName: 'PC and Phone', beganAt: expect.stringContaining('2026-03-02T') },
	},
	'agent/getLegacy': { run: ofOneTalking, refused: NOBODY, gives: { workno: AGENT, stateName: 'Talking', statusName: 'In a Call' } },
	'agent/countAllLegacy': {
		run: async (bench) => {
			await talking(bench);
			return {};
		},
		gives: { talkingnum: 1, totalloginagent: 1 },
	},
	'agent/getRestOverviewLegacy': {
		run: resting,
		gives: { onrestnum: 1, agentsrestdetails: [expect.objectContaining({ workno: AGENT, beganAt: expect.stringContaining('2026-03-02T') })] },
	},

	'call/getMany': {
		run: async (bench) => ({ ...(await inboundCalls(bench)), direction: 'true' }),
		more: { 'all filters': async (bench) => ({ ...(await inboundCalls(bench)), direction: 'true', filters: NUMBERS }) },
		refused: { run: () => ({ ...TODAY, beginDate: '2026-02-27T00:00:00', direction: 'true' }), message: /does not accept a value/ },
		gives: { callerNo: CUSTOMER, callTypeName: 'Inbound', mediaTypeName: 'Voice Call', leaveReasonName: 'Agent hung up' },
	},
	'call/getManyInbound': {
		run: inboundCalls,
		more: { 'all filters': async (bench) => ({ ...(await inboundCalls(bench)), filters: NUMBERS }) },
		refused: { run: () => ({ ...TODAY, beginDate: '2026-02-27T00:00:00' }), message: /does not accept a value/ },
		gives: { callerNo: CUSTOMER, callTypeName: 'Inbound', endedAt: expect.stringContaining('2026-03-02T') },
	},
	'call/get': {
		run: async (bench) => ({ callId: (await talking(bench)).callId }),
		refused: { run: () => ({ callId: '1772438400-1' }), message: /does not know this call/ },
		gives: { callingNum: CUSTOMER, deviceTypeName: 'Agent', deviceNo: AGENT, callFeatureName: 'Customer', mediaTypeName: 'Voice Call' },
	},
	'call/getPrivate': {
		run: (bench) => ({ callId: bench.sim.control.addPrivateCall({ agentId: AGENT }).callId }),
		refused: { run: () => ({ callId: '1772438400-1' }), message: /could not do this/ },
		gives: { deviceNo: AGENT, mediaTypeName: 'Voice Call', enteredAt: expect.stringContaining('2026-03-02T') },
	},
	'call/getRecord': {
		run: async (bench) => ({ callId: await overCall(bench), direction: 'true' }),
		refused: { run: () => ({ callId: '1772438400-1', direction: 'true' }), message: /could not do this/ },
		gives: { callerNo: CUSTOMER, agentId: AGENT, skillId: 3, callTypeName: 'Inbound', releaseCauseName: 'Ended normally' },
	},
	'call/getTrace': {
		run: async (bench) => ({ callId: await overCall(bench), time: FROM }),
		refused: { run: () => ({ callId: '1772438400-1', time: FROM }), message: /could not do this/ },
		gives: { callIdNum: '1', deviceTypeName: 'Skill Queue', deviceNo: '3', leaveReasonName: 'Connected or transferred' },
	},

	'vdn/getMetrics': {
		run: async (bench) => {
			await talking(bench);
			return { indexIds: ['IDX_COUNT_REAL_VDN_CALL', 'IDX_COUNT_REAL_AGENT_CONNECT', 'IDX_COUNT_REAL_AGENT_NOT_SIGN_IN'] };
		},
		more: { 'of VDNs by ID': () => ({ indexIds: ['IDX_COUNT_REAL_VDN_CALL'], filters: { vdnIds: ['1'] } }) },
		refused: { run: () => ({ indexIds: ['IDX_COUNT_REAL_VDN_CALL'], filters: { vdnIds: [GONE] } }), message: /could not do this/ },
		gives: { id: '1', values: { calls: 1, agentsTalking: 1, agentsSignedOut: 4 } },
	},
	'vdn/getRestReasons': { run: () => ({}), gives: { restReasonId: 100, restReason: 'Unwell' } },

	'accessCode/getMany': { run: () => ({}), gives: { acId: 1, accessCode: '15550100', mediaTypeName: 'Voice Call' } },
	'accessCode/countCalls': {
		run: async (bench) => {
			await waiting(bench);
			return { accessCodeIds: ['1'] };
		},
		refused: { run: () => ({ accessCodeIds: [GONE] }), message: /could not do this/ },
		gives: { innoId: 1, allCallCount: 1, queueCallCount: 1, longestWaitTime: 7 },
	},

	'ivrFlow/getMany': { run: () => ({}), gives: { id: 1, accessNo: '90500', description: 'Fault handling', realFlagName: 'Real' } },
	'ivrFlow/getCalls': {
		run: async (bench) => {
			await bench.notificationTalking();
			return { flowId: byId(3) };
		},
		refused: { run: () => ({ flowId: byId(1499) }), message: /could not do this/ },
		gives: { callId: expect.stringMatching(/^\d+-\d+$/), requestTypeName: 'Customer' },
	},

	'platform/ping': { run: () => ({ say: 'Hello' }), gives: { status: 'UP', request: { say: 'Hello' } } },
	'platform/getTime': { run: () => ({}), gives: { timestamp: expect.any(Number), time: expect.stringContaining('2026-03-02T') } },
	'platform/getLicenses': { run: () => ({}), gives: { licenseMaxAgentNum: 100, loginAgentNum: 0, vdnNum: 1, licenseMaxWebCallNum: null } },
	'platform/getFigures': {
		run: span({}),
		more: { 'of one VDN': span({ filters: { vdnIds: ['1'] } }) },
		gives: { vdn: 1, onlineAgentNums: expect.any(Number), beganAt: expect.stringContaining('2026-03-02T08:00:00') },
	},
	'platform/getSwitchFigures': {
		run: span({}),
		more: { 'of one switch': span({ filters: { switchAddress: byId('192.0.2.40'), officeNumbers: ['0'] } }) },
		gives: { uapIp: '192.0.2.40', ofcNo: 0, systemInBound: 1, systemCallRate: 100 },
	},
	'platform/getTerminalFigures': {
		run: span({}),
		more: { 'of one switch': span({ filters: { switchAddress: byId('192.0.2.40') } }) },
		gives: { uapIp: '192.0.2.40', agentOnlineCount: expect.any(Number) },
	},
	'platform/getSwitchPerformance': {
		run: () => ({}),
		more: { 'of one office': () => ({ filters: { officeNumbers: ['0'] } }) },
		gives: {
			switch: '192.0.2.40#0',
			figures: expect.objectContaining({ circuitsInstalled: 100, circuitsBusy: 0, transitSeizures: null }),
			beganAt: expect.stringContaining('2026-03-02T'),
		},
	},
	'platform/getControlBlocks': {
		run: () => ({ moduleType: 'CCU', ccuModule: 'CCB', ccuModuleNumber: '56' }),
		more: {
			'of an MSU': () => ({ moduleType: 'MSU', msuModule: 'BSI', msuModuleNumber: '472' }),
			'with all fields': () => ({ moduleType: 'CCU', ccuModule: 'INTESS', ccuModuleNumber: '56', filters: { biccType: '1' } }),
		},
		refused: { run: () => ({ moduleType: 'CCU', ccuModule: 'NONE', ccuModuleNumber: '56' }), message: /could not do this/ },
		gives: { switch: '192.0.2.40#0', 'Null CB number': '10000' },
	},
	'platform/getTerminals': {
		run: () => ({ terminalId: '1555010*' }),
		refused: { run: () => ({ terminalId: '999' }), message: /number does not exist/ },
		gives: { switch: '192.0.2.40#0', equipmentId: '15550105', registerStatus: 'registered' },
	},
};
