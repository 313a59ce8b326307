import { DateTime } from 'luxon';
import { z } from 'zod';
import { int, text } from '../schema/fields';
import { parseLocal } from '../time';
import type { World } from '../world';
import { refuse } from './codes';
import { callCentre } from './fields';
import { type CmsInterface, found } from './serve';

/** 12.3.1.3.12: what an agent has done. Here that is signing in and out, being busy or at rest, and talking. */

const QUARTER_MS = 15 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Table 12-709. */
const types = { signOut: 0, signIn: 1, busy: 3, talk: 4, rest: 26 } as const;
/** "US_NO_USE". */
const NO_USE = 65_535;
const SIGNED_OUT_BY_ITSELF = 258;

interface Activity {
	type: number;
	began: number;
	ended: number;
	cause: number;
	callId?: string;
	skillId?: number;
	mediaType?: number;
	callType?: number;
	phoneNumber?: string;
}

/** Written down when they are over. */
function activitiesOf(world: World, workNo: string): Activity[] {
	const sessions = world.cms.sessions.filter((session) => session.workNo === workNo);
	const signIns = sessions.map(({ began, phoneNumber }) => ({ type: types.signIn, began, ended: began, cause: NO_USE, phoneNumber }));
	const signOuts = sessions.flatMap(({ ended, phoneNumber }) =>
		ended === undefined ? [] : [{ type: types.signOut, began: ended, ended, cause: SIGNED_OUT_BY_ITSELF, phoneNumber }],
	);
	const pauses = world.agents
		.pausesOf(workNo)
		.list()
		.flatMap(({ state, began, ended }) =>
			ended === undefined ? [] : [{ type: state === 'rest' ? types.rest : types.busy, began, ended, cause: state === 'rest' ? 0 : 1 }],
		);
	const talks = [...world.agentCalls.all.values()].flatMap(({ agents, ended, talkBegan, callId, skillId, mediaType, feature }) => {
		const began = agents.find((member) => member.workNo === workNo)?.talkingSince ?? talkBegan;
		const isOver = ended !== undefined && began !== undefined && agents.some((member) => member.workNo === workNo);
		return isOver ? [{ type: types.talk, began, ended, cause: 0, callId, skillId, mediaType, callType: feature }] : [];
	});
	return [...signIns, ...signOuts, ...pauses, ...talks].sort((one, other) => one.began - other.began);
}

/** As the sample prints it. */
const printed = (time: number): string => DateTime.fromMillis(Math.floor(time), { zone: 'utc' }).toFormat("yyyy-MM-dd'T'HH:mm:ss.SSS'+0000'");

function read(given: string, name: string): number {
	return parseLocal(given, 'utc') ?? refuse(`${name} must be in the format yyyy-MM-dd HH:mm:ss`);
}

export const activities: CmsInterface = {
	section: '12.3.1.3.12',
	path: '/v1/openapi/agent/agentoprinfo',
	fields: z.object({
		ccId: callCentre.ccId.optional(),
		currentAgentId: int(0, 99_999),
		operateType: int(0, 59).optional(),
		beginTime: text(),
		endTime: text(),
	}),
	handle(world, given) {
		const [begin, end] = [read(given.beginTime, 'beginTime'), read(given.endTime, 'endTime')];
		if (end <= begin || (end - begin) % QUARTER_MS !== 0) refuse('The span must be a multiple of 15 minutes.');
		if (end - begin > DAY_MS) refuse('The span must not be longer than 24 hours.');
		const session = world.cms.sessions.filter(({ workNo }) => workNo === String(given.currentAgentId)).at(-1);
		const rows = activitiesOf(world, String(given.currentAgentId))
			.map((activity, index) => ({ activity, id: String(given.currentAgentId * 10_000 + index) }))
			.filter(({ activity: { began, type } }) => began >= begin && began < end && (given.operateType ?? type) === type);
		return found(
			rows.map(({ id, activity }) => ({
				id,
				callId: activity.callId ?? null,
				phoneNo: activity.phoneNumber ?? session?.phoneNumber ?? '',
				operateType: activity.type,
				operateObject: NO_USE,
				operateCause: activity.cause,
				agentType: session?.agentType ?? 4,
				beginTime: printed(activity.began),
				endTime: printed(activity.ended),
				callType: activity.callType ?? null,
				vdn: world.tenant.vdnId,
				serviceNo: null,
				subCcNo: 0,
				currentAgentId: given.currentAgentId,
				currentSkillId: activity.skillId ?? null,
				mediaType: activity.mediaType ?? null,
				locationId: null,
				logonSn: null,
				skillInfoSn: null,
			})),
		);
	},
};
