import { DateTime } from 'luxon';
import { z } from 'zod';
import { envelopes, HttpAnswer, type Interface } from '../interface';
import { text } from '../schema/fields';
import type { World } from '../world';
import type { PhoneCall } from './state';

/**
 * 6.2.11 and 6.2.12: what the workbench knows of a call. There are no codes: users, agents and tenants that do not exist
 * are "values to check" (HTTP 500), a call that is not that user's is an empty object.
 */

const BASE = '/apiaccess/rest/workbench/v1';
const WRONG = '业务失败：请依次确认您请求中各参数的取值。';
const AUDIO = 1;
const AUDIO_CHANNEL = 1;
/** The sample of 6.2.11 has no list beside it. */
const CONTACT_CALL_TYPE = 1;
/** Outgoing, in table 6-455. */
const OUTGOING = 7;

const ids = { callId: text(), userId: text(), tenantId: text() };

interface Asked {
	callId: string;
	userId: string;
	tenantId: string;
	agentId?: string;
}

/** The call, if it is one of this user's; undefined when there is none; an answer when user, agent or tenant are wrong. */
function find(world: World, { callId, userId, tenantId, agentId }: Asked): PhoneCall | HttpAnswer | undefined {
	const user = world.tenant.workbenchUsers.find((one) => one.userId === userId);
	if (!user || tenantId !== world.tenant.tenantId || (agentId ?? user.workNo) !== user.workNo) {
		return new HttpAnswer(500, WRONG);
	}
	const call = world.calls.byCallId(callId);
	return call?.workNo === user.workNo ? call : undefined;
}

/** A number by the table, of any size. */
const asNumber = (number: string | undefined): bigint | undefined =>
	number !== undefined && /^\d+$/.test(number) ? BigInt(number) : undefined;

export const workbench: Interface[] = [
	{
		section: '6.2.11',
		method: 'POST',
		path: `${BASE}/queryUserContactLimit`,
		envelope: envelopes.retMsg,
		body: z.object(ids).strict(),
		handle({ world, body }) {
			const call = find(world, body);
			if (call === undefined || call instanceof HttpAnswer) return call ?? {};
			return {
				callSerialno: call.callSerialNo,
				countId: body.userId,
				callId: call.callId,
				mediaAbility: AUDIO,
				channelType: AUDIO_CHANNEL,
				talkReason: '',
				// In UTC, as in the sample by the seconds in its callId.
				beginTime: DateTime.fromMillis(call.startTime, { zone: 'utc' }).toFormat('yyyy-MM-dd HH:mm:ss'),
				callType: CONTACT_CALL_TYPE,
			};
		},
	},
	{
		section: '6.2.12',
		method: 'POST',
		path: `${BASE}/queryCallInfoByCallId`,
		envelope: envelopes.retMsg,
		body: z.object({ ...ids, agentId: text() }).strict(),
		handle({ world, body }) {
			const call = find(world, body);
			if (call === undefined || call instanceof HttpAnswer) return call ?? {};
			const skillId = world.centre.agentByWorkNo(Number(body.agentId))?.skills[0]?.skillId;
			return {
				caller: asNumber(call.caller),
				called: asNumber(call.called),
				mediaAbility: AUDIO,
				calldata: call.callData ?? '',
				callId: call.callId,
				callSkillId: skillId,
				callSkill: skillId === undefined ? undefined : world.centre.queues.get(skillId)?.name,
				callType: OUTGOING,
			};
		},
	},
];
