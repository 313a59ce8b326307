import { z } from 'zod';
import { refuse } from '../cms/codes';
import { callCentre } from '../cms/fields';
import { type CmsInterface, found } from '../cms/serve';
import { int } from '../schema/fields';
import { parseLocal } from '../time';
import type { World } from '../world';
import { type Figure, figuresOf } from './figures';
import type { PastCall } from './past';

/** 12.3.2.10 and 12.3.2.11: what the days settled, by number, call type and skill queue. */

const DAY = 24 * 3600 * 1000;
const INBOUND = 0;
const OUTBOUND = 7;
const NO_SERVICE = 65535;

const { count, sum, most, least } = figuresOf<PastCall>();

const answered = ({ outcome }: PastCall): boolean => outcome === 'answered';
const failed = (call: PastCall): boolean => !answered(call);
const rung = ({ ring }: PastCall): boolean => ring > 0;
const ring = (call: PastCall): number => call.ring;
const talk = (call: PastCall): number => call.talk;
const queue = (call: PastCall): number => call.queue;
const wait = (call: PastCall): number => call.queue + call.ring;
const minutes = (call: PastCall): number => Math.ceil(call.talk / 60);
const lengths = (suffix: string, isSo: (seconds: number) => boolean): Record<string, Figure<PastCall>> => ({
	[`succAckTime${suffix}`]: count((call) => answered(call) && isSo(ring(call))),
	[`callTime${suffix}`]: count((call) => answered(call) && isSo(talk(call))),
	[`failTime${suffix}`]: count((call) => failed(call) && isSo(wait(call))),
});

const shared: Record<string, Figure<PastCall>> = {
	failQueueWaitNum: count((call) => failed(call) && queue(call) > 0),
	failQueueWaitTime: sum(queue, failed),
	maxWaitAnsTime: most(ring, rung),
	minWaitAnsTime: least(ring, rung),
	maxCallTime: most(talk, answered),
	minCallTime: least(talk, answered),
	...Object.assign({}, ...[3, 5, 10, 30, 60].map((n) => lengths(`Lt${n}`, (seconds) => seconds < n))),
	...Object.assign({}, ...[10, 60].map((n) => lengths(`Gt${n}`, (seconds) => seconds > n))),
};

const inboundFigures: Record<string, Figure<PastCall>> = {
	...shared,
	waitAnsNum: count(rung),
	waitAnsTime: sum(ring),
	succWaitAnsTime: sum(ring, answered),
	succWaitAnsNum: count(answered),
	failWaitAnsTime: sum(ring, failed),
	noAckNum: count((call) => rung(call) && failed(call)),
	succQueueWaitTime: sum(queue, answered),
	succQueueWaitNum: count((call) => answered(call) && queue(call) > 0),
	queueWaitTime: sum(queue),
	maxQueueWaitTime: most(queue),
	minQueueWaitTime: least(queue),
	queOverToIvrNum: count(({ outcome }) => outcome === 'timedOutToIvr'),
	inOccupyNum: count(({ skillId }) => skillId !== undefined),
	inCallSuccNum: count(answered),
	inCallTime: sum(talk),
	inVdnTime: sum((call) => (call.end - call.begin) / 1000),
	ivrOccupyNum: count(({ serviceNo }) => serviceNo !== undefined),
	ivrCallSuccNum: count(({ serviceNo }) => serviceNo !== undefined),
	ivrCallTime: sum(({ ivr }) => ivr),
	ivrOnlyNum: count(({ outcome }) => outcome === 'endedInIvr'),
	ivrOnlySuccNum: count(({ outcome }) => outcome === 'endedInIvr'),
	ivrOnlyTime: sum(({ ivr }) => ivr, ({ outcome }) => outcome === 'endedInIvr'),
	maxIvrCallTime: most(({ ivr }) => ivr),
	minIvrCallTime: least(({ ivr }) => ivr),
	inCallCostMinute: sum(minutes),
	inCallAllCostMinute: sum((call) => Math.ceil((call.talk + call.ivr) / 60)),
};

/** Nothing of the kind has happened. */
const inboundZeros = [
	...['queOverToIvrTime', 'hangUpNum', 'hangUpTime', 'hangUpReleaseNum', 'agentToQueueNum', 'autoUserAbandonNum', 'autoAnsTime'],
	...['autoCallSuccNum', 'netCallSuccNum', 'autoCallNum', 'netCallNum', 'agentToAgentNum', 'autoTransferNum'],
];

const outboundFigures: Record<string, Figure<PastCall>> = {
	...shared,
	outOccupyNum: count(),
	outSuccWaitAnsNum: count(answered),
	outCallSuccNum: count(answered),
	outWaitAnsTime: sum(ring),
	succWaitAnsTime: sum(ring, answered),
	outCallTime: sum(talk),
	outVdnTime: sum((call) => (call.end - call.begin) / 1000),
	outCallCostMinute: sum(minutes),
	outCallAllCostMinute: sum(minutes),
};

const outboundZeros = [
	...['agentHangUpLt3', 'preAgentSuccNum', 'preViewedTransferNum', 'hangUpTime', 'preOccupiedSuccAckTime', 'autoAnsTime', 'autoCallSuccNum'],
	...['preOccupiedSuccNum', 'hangUpNum', 'preAgentNum', 'zeroNum', 'preQueueWaitTime', 'preQueueWaitNum', 'preViewedCallSuccNum'],
	...['preOccupiedCallNum', 'preOccupiedAgentSuccNum', 'agentTransferNum', 'autoCallNum', 'hangUpReleaseNum', 'preTransferNum'],
	...['preTotalTime', 'preFailQueueWaitNum', 'preViewedSuccAckTime', 'preFailQueueWaitTime', 'preAbortQueueWaitNum', 'preNoAckNum'],
	...['preViewedCallNum', 'preCallSuccNum', 'preOccupiedTransferNum', 'preCallNum', 'preOccupiedAgentSuccTime', 'autoTransferNum'],
	...['ivrCallSuccNum', 'ivrCallTime', 'ivrOccupyNum', 'ivrOnlyNum', 'ivrOnlySuccNum', 'ivrOnlyTime'],
];

const zeros = (names: string[]) => Object.fromEntries(names.map((name) => [name, 0]));
/** The samples spell them differently. */
const reserved = (name: string) => zeros(Array.from({ length: 20 }, (_, at) => `${name}${at + 1}`));

const numbers = z.array(z.string().regex(/^\d+$/)).min(1).max(1000);
const many = z.array(int(0)).max(1000);
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);

const condition = {
	beginLogDay: day,
	endLogDay: day,
	callTypes: many.min(1),
	skillIds: many.optional(),
	subCcNo: int(0).optional(),
	vdn: int(1, 5000).optional(),
	tenantId: z.string().optional(),
	ccId: callCentre.ccId.optional(),
};

const eitherWay = (schema: z.ZodTypeAny) =>
	schema.refine(({ tenantId, subCcNo, vdn }) => tenantId !== undefined || (subCcNo !== undefined && vdn !== undefined), {
		message: 'tenantId, or subCcNo and vdn are required',
	});

interface Kind {
	number: 'calleeNo' | 'callerNo';
	callType: number;
	figures: Record<string, Figure<PastCall>>;
	others: object;
	numberOf: (call: PastCall) => string;
	isOf: (call: PastCall) => boolean;
}

const inbound: Kind = {
	number: 'calleeNo',
	callType: INBOUND,
	figures: inboundFigures,
	others: { ...zeros(inboundZeros), ...reserved('reserved_col') },
	numberOf: ({ callee }) => callee,
	isOf: ({ isInbound }) => isInbound,
};

const outbound: Kind = {
	number: 'callerNo',
	callType: OUTBOUND,
	figures: outboundFigures,
	others: { ...zeros(outboundZeros), ...reserved('reservedCol'), obsServiceNo: '-1' },
	numberOf: ({ caller }) => caller,
	isOf: ({ isInbound }) => !isInbound,
};

export const dailyTotals: CmsInterface[] = [
	{
		section: '12.3.2.10',
		path: '/v1/callinday/querymanualindexesbycondition',
		wrapper: 'queryParam',
		fields: z.object({ calleeNos: numbers, ...condition }),
		rule: eitherWay,
		handle: (world, given) => found(totals(world, inbound, given.calleeNos, given)),
	},
	{
		section: '12.3.2.11',
		path: '/v1/calloutday/querymanualindexesbycondition',
		wrapper: 'queryParam',
		fields: z.object({ callerNos: numbers, ...condition }),
		rule: eitherWay,
		handle: (world, given) => found(totals(world, outbound, given.callerNos, given)),
	},
];

interface Given {
	beginLogDay: string;
	endLogDay: string;
	callTypes: number[];
	skillIds?: number[];
	tenantId?: string;
}

function totals(world: World, kind: Kind, wanted: string[], given: Given): object[] {
	const { beginLogDay, endLogDay, callTypes, skillIds, tenantId } = given;
	if (tenantId !== undefined && tenantId !== world.tenant.tenantId) refuse('tenantId does not exist');
	const [from, last] = [beginLogDay, endLogDay].map((text) => parseLocal(text, world.zone, 'yyyy-MM-dd') ?? refuse(`${text} is no day`));
	if (last < from) refuse('endLogDay is before beginLogDay');
	if (!callTypes.includes(kind.callType)) return [];
	const calls = world.past.calls(from, last + DAY).filter(kind.isOf);
	const queues: Array<number | undefined> = skillIds && skillIds.length > 0 ? skillIds : [undefined];
	return wanted.flatMap((number) =>
		queues.flatMap((queueId) => {
			const those = calls.filter((call) => kind.numberOf(call) === number && (queueId === undefined || call.skillId === queueId));
			return those.length === 0 ? [] : [total(world, kind, number, those, given)];
		}),
	);
}

function total(world: World, kind: Kind, number: string, calls: PastCall[], { beginLogDay, endLogDay }: Given): object {
	const last = calls[calls.length - 1];
	return {
		beginLogDay,
		endLogDay,
		[kind.number]: number,
		callType: kind.callType,
		vdn: world.tenant.vdnId,
		serviceNo: last.serviceNo ?? NO_SERVICE,
		orgCcNo: 1,
		subCcNo: 1,
		serCcNo: 1,
		currentAgentId: last.agentId ?? -1,
		currentSkillId: last.skillId ?? -1,
		...Object.fromEntries(Object.entries(kind.figures).map(([name, figure]) => [name, Math.round(figure(calls))])),
		...kind.others,
	};
}
