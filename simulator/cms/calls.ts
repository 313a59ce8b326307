import { DateTime } from 'luxon';
import { z } from 'zod';
import { int, text } from '../schema/fields';
import type { World } from '../world';
import { codes, refuse } from './codes';
import { callCentre, long, whose } from './fields';
import { type PlatformCall, platformCalls, seconds } from './phone-calls';
import { type CmsInterface, found, foundNew, onPage } from './serve';
import { mediaName, whole } from './watched';

/** 12.3.1.1.12 to .14 and 12.3.1.4: calls, those in progress and those that are over. */

/** "由数字组成", or empty for all of them. */
const number = z.string().regex(/^\d*$/).optional();

const query = {
	...whose,
	callerNo: number,
	calleeNo: number,
	beginDate: long,
	endDate: long,
	limit: int(1, 100).optional(),
	offset: int(0).optional(),
};

/** Nothing before yesterday is kept for this query, and nothing after today can be asked for, in days of the VDN. */
function checkSpan(world: World, begin: number, end: number): void {
	const today = DateTime.fromMillis(world.clock.now(), { zone: world.zone }).startOf('day');
	if (begin < today.minus({ days: 1 }).toMillis()) refuse('beginDate must not be before yesterday.');
	if (end > today.endOf('day').toMillis()) refuse('endDate must not be after today.');
	if (end < begin) refuse('endDate must not be before beginDate.');
}

/** Times are written as texts in the samples, and so are some of the codes. */
const written = (time: number | undefined): string => String(whole(time ?? 0));

interface Query {
	callerNo?: string;
	calleeNo?: string;
	beginDate: number;
	endDate: number;
	limit?: number;
	offset?: number;
}

function querycalls(world: World, given: Query, wantsInbound: boolean): object {
	checkSpan(world, given.beginDate, given.endDate);
	const calls = platformCalls(world).filter(
		({ isInbound, ended, entered, caller, dialled }) =>
			isInbound === wantsInbound &&
			ended !== undefined &&
			entered >= given.beginDate &&
			entered <= given.endDate &&
			(!given.callerNo || caller === given.callerNo) &&
			(!given.calleeNo || dialled === given.calleeNo),
	);
	const { limit = 100, offset = 0 } = given;
	return foundNew({
		data: onPage(calls, { limit, offset }).map((call) => ({
			logDate: written(call.ended),
			callerNo: call.caller,
			calleeNo: call.dialled,
			callId: call.callId,
			callType: String(call.type),
			waitBegin: written(call.entered),
			ackBegin: written(call.ringing),
			callBegin: written(call.talking),
			callEnd: written(call.ended),
			vdn: world.tenant.vdnId,
			leaveReason: String(call.leftBecause),
			mediaType: call.mediaType,
			// Chats here are those of the web.
			subMediaType: call.mediaType === 53 ? 1 : 0,
		})),
		count: calls.length,
	});
}

/** Some interfaces make milliseconds of the seconds with which an id begins. */
const sameId = (given: string, callId: string): boolean => given === callId || given === callId.replace('-', '000-');

function going(world: World, given: string): PlatformCall {
	const call = platformCalls(world).find(({ callId, ended }) => ended === undefined && sameId(given, callId));
	return call ?? refuse('The call does not exist.', codes.failed);
}

function over(world: World, given: string): PlatformCall {
	const call = platformCalls(world).find(({ callId, ended }) => ended !== undefined && sameId(given, callId));
	return call ?? refuse('The call does not exist.', codes.failed);
}

/** Table 12-708: the agent who has it, the queue in which it waits, or the flow. */
function deviceOf(call: PlatformCall): { deviceType: number; deviceNo: number } {
	if (call.agentIds.length > 0) return { deviceType: 2, deviceNo: call.agentIds[0] };
	if (call.skillId !== undefined) return { deviceType: 1, deviceNo: call.skillId };
	return { deviceType: 3, deviceNo: 1 };
}

const parts = { dsn: 0, handle: 0, server: 0, keyId: '', mid: 5, trunkNo: 582, priority: 0, partyNum: 1, place: 0 };

export const calls: CmsInterface[] = [
	{
		section: '12.3.1.1.12',
		path: '/v1/openapi/vdn/querycalls',
		fields: z.object(query),
		handle: (world, given) => querycalls(world, given, true),
	},
	{
		section: '12.3.1.1.13',
		path: '/v2/openapi/vdn/querycalls',
		fields: z.object({ ...query, isCallIn: z.enum(['true', 'false']) }),
		handle: (world, given) => querycalls(world, given, given.isCallIn === 'true'),
	},
	{
		section: '12.3.1.1.14',
		path: '/v1/openapi/vdn/querycalltracedetail',
		fields: z.object({ ...whose, callId: text(), logDate: long }),
		handle(world, { callId, logDate }) {
			const call = over(world, callId);
			const month = (time: number): string => DateTime.fromMillis(time, { zone: world.zone }).toFormat('yyyy-MM');
			// Each month has a table of its own.
			if (month(logDate) !== month(call.entered)) return foundNew([]);
			return foundNew(traceOf(call));
		},
	},
	{
		section: '12.3.1.4.1',
		path: '/v1/openapi/calldata/querybasiccallinfo',
		fields: z.object({ ...whose, callId: text(20, /^\d+-\d+$/) }),
		newPlatform: true,
		handle(world, { callId }) {
			const call = going(world, callId);
			const now = world.clock.now();
			return found({
				time: whole(call.entered),
				...parts,
				callingNum: call.caller,
				calledNum: call.called,
				...deviceOf(call),
				callSkill: world.centre.queues.get(call.skillId ?? 0)?.name ?? '',
				callFeature: 0,
				orgiCalledNum: call.dialled,
				mediaType: call.mediaType,
				waitTime: seconds(call.entered, call.talking ?? now),
				totalTalkingTimes: seconds(call.talking, now),
				logonTimes: seconds(call.entered, now),
				serviceType: 2,
				callInCause: 65_535,
				enterReason: 0,
				mediaBillType: 0,
			});
		},
	},
	{
		section: '12.3.1.4.2',
		path: '/v1/openapi/calldata/querydetailcallinfo',
		fields: z.object({ ...whose, callId: text(20, /^\d+-\d+$/) }),
		handle(world, { callId }) {
			const call = world.cms.waitingPrivately.find((one) => sameId(callId, one.callId)) ?? refuse('The call does not exist.', codes.failed);
			const waited = seconds(call.since, world.clock.now());
			return found({
				cb: 1,
				...parts,
				// In seconds in the sample.
				time: Math.floor(call.since / 1000),
				callingNum: call.caller,
				calledNum: call.called,
				deviceType: 2,
				deviceNo: call.workNo,
				callData: '',
				callDataLen: 0,
				callSkill: '',
				callFeature: 0,
				orgiCalledNum: call.called,
				mediaType: mediaName(5),
				waitTime: waited,
				totalTalkingTimes: 0,
				logonTimes: waited,
			});
		},
	},
	{
		section: '12.3.1.4.3',
		path: '/v1/openapi/calldata/querycalldetailbyid',
		// As the table spells it; isCallIn in 12.3.1.1.13.
		fields: z.object({ ...callCentre, isCallin: z.enum(['true', 'false']), callId: text() }),
		wrapper: 'queryParam',
		handle(world, { callId, isCallin }) {
			const call = over(world, callId);
			if (call.isInbound !== (isCallin === 'true')) refuse('The call does not exist.', codes.failed);
			return found({
				vdn: world.tenant.vdnId,
				callId: call.callId,
				callerNo: call.caller,
				calleeNo: call.dialled,
				callType: call.type,
				agentId: call.agentIds[0] ?? null,
				skillId: call.skillId ?? null,
				...(call.isInbound && { anonyCall: 0 }),
				queueWaitTime: seconds(call.entered, call.ringing ?? call.talking ?? call.ended),
				ivrCallTime: 0,
				ackTime: seconds(call.ringing, call.talking),
				callTime: seconds(call.talking, call.ended),
				releaseCause: 0,
			});
		},
	},
];

/** One bill for each device, of which the last has the number -1. */
function traceOf(call: PlatformCall): object[] {
	const { skillId } = call;
	const queue = skillId === undefined ? [] : [{ deviceType: 1, deviceNo: skillId, left: call.agentIds.length > 0 ? 0 : call.leftBecause }];
	const agents = call.agentIds.map((deviceNo) => ({ deviceType: 2, deviceNo, left: call.leftBecause }));
	const devices = [...queue, ...agents];
	const passed = devices.length > 0 ? devices : [{ deviceType: 3, deviceNo: 1, left: call.leftBecause }];
	return passed.map(({ deviceType, deviceNo, left }, index) => ({
		callId: call.callId,
		mediaType: call.mediaType,
		subMediaType: call.mediaType === 53 ? 1 : 0,
		callIdNum: String(index === passed.length - 1 ? -1 : index + 1),
		callerNo: call.caller,
		calleeNo: call.dialled,
		waitBegin: written(call.entered),
		ackBegin: written(call.ringing),
		callBegin: written(call.talking),
		callEnd: written(call.ended),
		subCcNo: '0',
		deviceType: String(deviceType),
		deviceNo: String(deviceNo),
		deviceIn: '',
		callType: String(call.type),
		releaseCause: '0',
		EnterReason: '0',
		LeaveReason: String(left),
		CurrentSkillID: String(skillId ?? 0),
	}));
}
