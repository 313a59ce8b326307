import { type Figure, figuresOf } from './figures';
import type { Done, Doing, PastCall } from './past';

/** The indexes of 12.3.8.1, by code, and how each is counted. */

const { count, sum, average, most, least, percent } = figuresOf<PastCall>();

export type CallIndexes = Record<string, Figure<PastCall>>;

const SECONDS = [3, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60];
const RESERVED = Array.from({ length: 20 }, (_, at) => at + 1);

const each = (numbers: number[], code: string, figure: (n: number) => Figure<PastCall>): CallIndexes =>
	Object.fromEntries(numbers.map((n) => [`${code}${n}`, figure(n)]));

const wait = (call: PastCall): number => call.queue + call.ring;
const queue = (call: PastCall): number => call.queue;
const ring = (call: PastCall): number => call.ring;
const talk = (call: PastCall): number => call.talk;
const onVdn = (call: PastCall): number => (call.end - call.begin) / 1000;

const is = (outcome: PastCall['outcome']) => (call: PastCall) => call.outcome === outcome;
const both =
	(...tests: Array<(call: PastCall) => boolean>) =>
	(call: PastCall) =>
		tests.every((test) => test(call));
const not = (test: (call: PastCall) => boolean) => (call: PastCall) => !test(call);

const inbound = (call: PastCall): boolean => call.isInbound;
const outbound = (call: PastCall): boolean => !call.isInbound;
const answered = is('answered');
const lost = not(answered);
const rung = (call: PastCall): boolean => call.ring > 0;
const byCaller = (call: PastCall): boolean => ['abandonedInQueue', 'abandonedRinging'].includes(call.outcome);
const waited = (n: number) => (call: PastCall) => wait(call) <= n;
const none: Figure<PastCall> = () => 0;

/** Table 12-687; all calls are those of one queue. */
export const skillIndexes: CallIndexes = {
	IDX_COUNT_SKILL_REQUEST: count(),
	// Every call of the past came to one queue only.
	IDX_COUNT_SKILL_INCOMING_CALL: count((call) => call.mediaType === 5),
	IDX_COUNT_SKILL_CONNECTED: count(answered),
	IDX_COUNT_SKILL_ABANDON: count(lost),
	IDX_COUNT_SKILL_USER_ABANDON: count(byCaller),
	IDX_COUNT_SKILL_AGENT_ABANDON: count(is('rejected')),
	IDX_COUNT_SKILL_QUEUE_DISCONNECTED: none,
	IDX_COUNT_SKILL_SYSTEM_LOST: count(is('notAnswered')),
	IDX_COUNT_SKILL_LOST_RING: count(both(rung, lost)),
	IDX_COUNT_SKILL_TIMEOUT_QUEUE: none,
	IDX_COUNT_SKILL_TIMEOUT_AGENT: none,
	IDX_COUNT_SKILL_OVERFLOW_QUEUE: none,
	IDX_COUNT_SKILL_OVERFLOW_AGENT: none,
	...each(SECONDS, 'IDX_COUNT_SKILL_CONNECTED_IN_', (n) => count(both(answered, waited(n)))),
	...each(SECONDS, 'IDX_COUNT_SKILL_ABANDON_IN_', (n) => count(both(lost, waited(n)))),
	...each(SECONDS, 'IDX_COUNT_SKILL_CONNECTED_AFTER_', (n) => count(both(answered, not(waited(n))))),
	...each(SECONDS, 'IDX_COUNT_SKILL_ABANDON_AFTER_', (n) => count(both(lost, not(waited(n))))),
	IDX_COUNT_SKILL_USER_ABANDON_QUEUE: count(is('abandonedInQueue')),
	IDX_COUNT_SKILL_USER_ABANDON_AGENT: count(is('abandonedRinging')),
	IDX_COUNT_SKILL_WAIT_FAIL_CONNECTED_QUEUE: count(both(lost, (call) => call.queue > 0)),
	IDX_COUNT_SKILL_TIME_OUT_IVR: count(is('timedOutToIvr')),
	IDX_COUNT_SKILL_OVER_IVR: none,
	IDX_RATE_SKILL_CONNECTED: percent(answered),
	IDX_RATE_SKILL_ABANDON: percent(lost),
	IDX_RATE_SKILL_RING_CONNECT: percent(answered, rung),
	IDX_DURATION_SKILL_AVG_CONNECTED: average(talk, answered),
	IDX_DURATION_SKILL_CONNECTED: sum(talk),
	IDX_DURATION_SKILL_AVG_QUEUE_ACK: average(wait),
	IDX_DURATION_SKILL_AVG_CONNECTED_ACK: average(ring, answered),
	IDX_DURATION_SKILL_AVG_ABANDON_ACK: average(ring, lost),
	IDX_DURATION_SKILL_AVG_CONNECTED_QUEUE: average(queue, answered),
	IDX_DURATION_SKILL_AVG_ABANDON_QUEUE: average(queue, both(rung, lost)),
	IDX_DURATION_SKILL_MAX_QUEUE_ACK: most(wait),
	IDX_DURATION_SKILL_MIN_QUEUE_ACK: least(wait),
	IDX_DURATION_SKILL_USER_ABANDON_QUEUE: sum(queue, is('abandonedInQueue')),
	IDX_DURATION_SKILL_USER_ABANDON_AGENT: sum(wait, is('abandonedRinging')),
	// Names and explanations of these two contradict each other; the explanations go with the codes.
	IDX_DURATION_SKILL_ABANDON_QUEUE: sum(queue, both(rung, lost)),
	IDX_DURATION_SKILL_ABANDON_ACK: sum(ring, lost),
	IDX_DURATION_SKILL_WAIT_SUCCESS_CONNECTED_QUEUE: sum(queue, answered),
	IDX_DURATION_SKILL_WAIT_SUCCESS_ACK: sum(ring, answered),
	IDX_DURATION_SKILL_WAIT_ACK: sum(ring),
	IDX_DURATION_SKILL_WAIT_QUEUE: sum(queue),
};

/** Table 12-689: nobody has given them a meaning. */
export const skillReserved: CallIndexes = each(RESERVED, 'IDX_SKILL_RESERVED_COL', () => none);

/** Table 12-693. */
export const vdnIndexes: CallIndexes = {
	IDX_COUNT_TOTAL_CALL: count(),
	IDX_COUNT_CONNECTED_CALL: count((call) => reached(call)),
	IDX_COUNT_ABANDONED_CALL: count((call) => !reached(call)),
	IDX_COUNT_INBOUND_CALL: count(inbound),
	IDX_COUNT_INBOUND_CONNECTED: count((call) => inbound(call) && reached(call)),
	IDX_COUNT_OUTBOUND_CALL: count(outbound),
	IDX_COUNT_OUTBOUND_CONNECTED: count(both(outbound, answered)),
	IDX_COUNT_AGENT_INBOUND: count((call) => toAgents(call)),
	IDX_COUNT_AGENT_INBOUND_CONNECTED: count((call) => toAgents(call) && answered(call)),
	IDX_COUNT_IVR_INBOUND: count((call) => inIvr(call)),
	IDX_COUNT_IVR_INBOUND_CONNECTED: count((call) => inIvr(call)),
	IDX_COUNT_IVR_OUTBOUND: none,
	IDX_UNIQUE_COUNT_IVR_INBOUND: count((call) => inIvr(call)),
	IDX_UNIQUE_COUNT_IVR_INBOUND_CONNECTED: count((call) => inIvr(call)),
	IDX_UNIQUE_COUNT_IVR_OUTBOUND: none,
	IDX_UNIQUE_COUNT_IVR_OUTBOUND_CONNECTED: none,
	IDX_COUNT_AGENT_OUTBOUND_CONNECTED: count(both(outbound, answered)),
	IDX_COUNT_INBOUND_ABANDON_CONNECTED: count((call) => inbound(call) && !reached(call)),
	IDX_RATE_IVR_INBOUND_CONNECTED: percent((call) => inIvr(call), (call) => inIvr(call)),
	IDX_RATE_INBOUND_CONNECTED: percent((call) => reached(call), inbound),
	IDX_RATE_OUTBOUND_CONNECTED: percent(answered, outbound),
	IDX_RATE_AGENT_INBOUND_CONNECTED: percent(answered, (call) => toAgents(call)),
	IDX_RATE_AGENT_INBOUND_ABANDON: percent(lost, (call) => toAgents(call)),
	IDX_RATE_PHONE_INBOUND_ABANDON: percent((call) => !reached(call), (call) => inbound(call) && call.mediaType === 5),
	...each([3, 5, 10, 30, 60], 'IDX_RATE_ABANDON_IN_', (n) => percent(both(lost, waited(n)), (call) => toAgents(call))),
	...each([3, 5, 10, 30, 60], 'IDX_RATE_AGENT_CONNECTED_IN_', (n) => percent(both(answered, waited(n)), (call) => toAgents(call))),
	...each([10, 60], 'IDX_RATE_AGENT_CONNECTED_AFTER_', (n) => percent(both(answered, not(waited(n))), (call) => toAgents(call))),
	IDX_DURATION_AVG_VDN_INBOUND: average(onVdn, inbound),
	IDX_DURATION_AVG_VDN_OUTBOUND: average(onVdn, outbound),
	IDX_DURATION_AVG_CONNECTED: average(talk, both(inbound, answered)),
	IDX_DURATION_AVG_WAIT: average(wait, (call) => toAgents(call)),
	IDX_RATE_AGENT_CALL_IN_CONNECTED: percent(answered, (call) => toAgents(call)),
	IDX_RATE_AGENT_CALL_IN_CONNECTED_IN_20: percent(waited(20), (call) => toAgents(call) && answered(call)),
	IDX_DURATION_AVG_AGENT_CALL_IN_CONNECTED: average(talk, both(inbound, answered)),
	IDX_DURATION_AVG_AGENT_CALL_OUT_CONNECTED: average(talk, both(outbound, answered)),
	IDX_COUNT_IVR_ONLY_INBOUND: count(is('endedInIvr')),
	IDX_COUNT_IVR_ONLY_INBOUND_CONNECTED: count(is('endedInIvr')),
	IDX_DURATION_IVR_ONLY_INBOUND: sum((call) => call.ivr, is('endedInIvr')),
	IDX_COUNT_SYSTEM_INBOUND: count(inbound),
	IDX_COUNT_SYSTEM_IN_SUCC: count((call) => inbound(call) && reached(call)),
	IDX_COUNT_AGENT_ASSIGNED: count((call) => toAgents(call) && answered(call)),
};

function toAgents(call: PastCall): boolean {
	return call.isInbound && call.skillId !== undefined;
}

function inIvr(call: PastCall): boolean {
	return call.serviceNo !== undefined;
}

/** By an agent, or by a flow that was all the caller wanted. */
function reached(call: PastCall): boolean {
	return answered(call) || call.outcome === 'endedInIvr';
}

/** Table 12-695; all calls are those of one service type. */
export const ivrIndexes: CallIndexes = {
	IDX_COUNT_IVR_INBOUND_CALL: count(),
	IDX_COUNT_IVR_INBOUND_CONNECTED: count(),
	IDX_COUNT_IVR_ABANDONED_CALL: none,
	IDX_COUNT_IVR_INBOUND_FLOWOUT: count((call) => toAgents(call)),
	IDX_COUNT_IVR_INBOUND_USER_ABORT: count(is('endedInIvr')),
	IDX_RATE_IVR_INBOUND_CONNECTED: percent(() => true),
	IDX_DURATION_AVG_IVR_CONNECTED: average((call) => call.ivr),
	IDX_COUNT_IVR_TO_AGENT: count((call) => toAgents(call)),
};

const doings = figuresOf<Done>();

const times = (doing: Doing): Figure<Done> => doings.count((one) => one.doing === doing);
const seconds = (doing: Doing): Figure<Done> => doings.sum((one) => one.seconds, (one) => one.doing === doing);
const averageOf = (doing: Doing): Figure<Done> => doings.average((one) => one.seconds, (one) => one.doing === doing);

/** Table 12-690: of the calls of one agent. */
export const agentCallIndexes: CallIndexes = {
	IDX_COUNT_AGENT_CONNECTED: count(both(inbound, answered)),
	IDX_COUNT_AGENT_CALL_OUT: count(both(outbound, answered)),
	IDX_COUNT_AGENT_COLLATION: count(answered),
	IDX_COUNT_AGENT_COLLATION_CALL_IN: count(both(inbound, answered)),
	IDX_COUNT_AGENT_COLLATION_CALL_OUT: count(both(outbound, answered)),
	IDX_COUNT_AGENT_REQUEST: count(inbound),
	IDX_COUNT_AGENT_ABANDON: count(both(inbound, lost)),
	IDX_COUNT_AGENT_WAIT_ANS: count(both(inbound, rung)),
	IDX_COUNT_AGENT_LOST_RING: count(both(inbound, rung, lost)),
	IDX_COUNT_AGENT_NO_ACK: count(is('notAnswered')),
	IDX_COUNT_AGENT_HANG_UP: count(is('rejected')),
	...each(SECONDS, 'IDX_COUNT_AGENT_CONNECTED_IN_', (n) => count((call) => inbound(call) && answered(call) && call.ring <= n)),
	IDX_COUNT_TOTAL_AGENT_CALL_OUT: count(outbound),
	IDX_DURATION_AGENT_CALL_IN: sum(talk, inbound),
	IDX_DURATION_AGENT_AVG_CALL_IN: average(talk, both(inbound, answered)),
	IDX_DURATION_AGENT_CALL_OUT: sum(talk, outbound),
	IDX_DURATION_AGENT_AVG_CALL_OUT: average(talk, both(outbound, answered)),
	IDX_DURATION_AGENT_COLLATION: sum((call) => call.wrapUp),
	IDX_DURATION_AGENT_COLLATION_CALL_IN: sum((call) => call.wrapUp, inbound),
	IDX_DURATION_AGENT_AVG_COLLATION_CALL_IN: average((call) => call.wrapUp, both(inbound, answered)),
	IDX_DURATION_AGENT_COLLATION_CALL_OUT: sum((call) => call.wrapUp, outbound),
	IDX_DURATION_AGENT_AVG_COLLATION_CALL_OUT: average((call) => call.wrapUp, both(outbound, answered)),
	IDX_DURATION_AGENT_AVG_COLLATION: average((call) => call.wrapUp, answered),
	IDX_DURATION_AGENT_RING: sum(ring, inbound),
	IDX_DURATION_AGENT_AVG_RING: average(ring, both(inbound, rung)),
	IDX_DURATION_AGENT_MAX_CALLING: most(talk, both(inbound, answered)),
	IDX_DURATION_AGENT_MIN_CALLING: least(talk, both(inbound, answered)),
	IDX_RATE_AGENT_CONNECTED: percent(answered, inbound),
	IDX_RATE_AGENT_SUCC_CALL_OUT: percent(answered, outbound),
};

/** Of what the agent did beside. */
export const agentDoingIndexes: Record<string, Figure<Done>> = {
	IDX_COUNT_AGENT_SIGN_IN: times('signedIn'),
	IDX_COUNT_AGENT_REST: times('rest'),
	IDX_COUNT_AGENT_HOLD: times('hold'),
	IDX_COUNT_AGENT_SET_BUSY: times('busy'),
	IDX_COUNT_AGENT_MOVE_INSIDE: times('transferInside'),
	IDX_COUNT_AGENT_MOVE_OUT: times('transferOut'),
	IDX_COUNT_AGENT_MOVE_IVR: times('toIvr'),
	IDX_COUNT_AGENT_3WC: times('threeParty'),
	IDX_COUNT_AGENT_INSIDE_CALL: times('internalCall'),
	IDX_COUNT_AGENT_INSIDE_HELP_SEEKING: times('consultation'),
	IDX_COUNT_AGENT_ARRANGE: times('working'),
	IDX_COUNT_AGENT_PLAY: times('play'),
	IDX_DURATION_AGENT_SIGN_IN: seconds('signedIn'),
	IDX_DURATION_AGENT_REST: seconds('rest'),
	IDX_DURATION_AGENT_AVG_REST: averageOf('rest'),
	IDX_DURATION_AGENT_HOLD: seconds('hold'),
	IDX_DURATION_AGENT_AVG_HOLD: averageOf('hold'),
	IDX_DURATION_AGENT_SET_BUSY: seconds('busy'),
	IDX_DURATION_AGENT_AVG_SET_BUSY: averageOf('busy'),
	IDX_DURATION_AGENT_FREE: seconds('idle'),
	IDX_DURATION_AGENT_ARRANGE: seconds('working'),
	IDX_DURATION_AGENT_PLAY: seconds('play'),
};

/** Table 12-692. */
export const agentReserved: CallIndexes = each(RESERVED, 'IDX_AGENT_RESERVED_COL', () => none);

const numbered = (code: string, numbers = SECONDS): string[] => numbers.map((n) => `${code}${n}`);

/** 不支持分钟粒度查询: not with timeGrain. */
export const notByInterval = new Set([
	...numbered('IDX_COUNT_SKILL_ABANDON_IN_'),
	...numbered('IDX_COUNT_SKILL_CONNECTED_AFTER_'),
	...numbered('IDX_COUNT_SKILL_ABANDON_AFTER_'),
	...numbered('IDX_COUNT_AGENT_CONNECTED_IN_'),
	'IDX_DURATION_AGENT_AVG_COLLATION_CALL_IN',
	'IDX_DURATION_AGENT_AVG_COLLATION_CALL_OUT',
	'IDX_DURATION_AGENT_AVG_COLLATION',
	'IDX_DURATION_AGENT_AVG_REST',
	'IDX_DURATION_AGENT_AVG_HOLD',
	'IDX_DURATION_AGENT_AVG_SET_BUSY',
	'IDX_COUNT_INBOUND_ABANDON_CONNECTED',
	'IDX_RATE_AGENT_INBOUND_ABANDON',
	'IDX_RATE_PHONE_INBOUND_ABANDON',
	...numbered('IDX_RATE_ABANDON_IN_'),
	...numbered('IDX_RATE_AGENT_CONNECTED_IN_'),
	...numbered('IDX_RATE_AGENT_CONNECTED_AFTER_'),
	'IDX_DURATION_AVG_CONNECTED',
	'IDX_DURATION_AVG_WAIT',
	'IDX_RATE_AGENT_CALL_IN_CONNECTED',
	'IDX_RATE_AGENT_CALL_IN_CONNECTED_IN_20',
	'IDX_DURATION_AVG_AGENT_CALL_IN_CONNECTED',
	'IDX_DURATION_AVG_AGENT_CALL_OUT_CONNECTED',
]);

/** 入参必须带 timeGrain: only with it. */
export const byIntervalOnly = new Set(['IDX_COUNT_TOTAL_CALL', 'IDX_COUNT_CONNECTED_CALL', 'IDX_COUNT_ABANDONED_CALL']);
