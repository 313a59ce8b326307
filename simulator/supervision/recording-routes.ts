import { z } from 'zod';
import { abilities, media } from '../agent-calls/state';
import { refuse, success } from '../agent-gateway/codes';
import type { OnlineAgent } from '../agent-gateway/online-agent';
import { agentInterface } from '../agent-gateway/request';
import type { Interface } from '../interface';
import type { World } from '../world';
import { codes } from './codes';

/** 13.1.1.7 to 13.1.1.10: agents record their screens and what they say. */

const RECORD = '/recordplay/{agentid}';
const APPEND = 1;

/** Calls under inspection and video calls are not recorded, nor is anything twice (13.1.1.9). */
function mayRecord(world: World, { workNo, options }: OnlineAgent): boolean {
	if (world.ownRecordings.isRecording(workNo) || world.agentCalls.telephones.isTaken(workNo)) return false;
	const own = world.agentCalls.voiceOf(workNo);
	if (own.length === 0) return options.phoneNumber !== '' && !world.conferences.of(workNo);
	const talking = own.find(({ member }) => member.state === 'talking');
	if (!talking || talking.call.mediaAbility === abilities.video) return false;
	return world.inspections.within(talking.call).length === 0;
}

export const recordingRoutes: Interface[] = [
	agentInterface({
		section: '13.1.1.7',
		method: 'PUT',
		path: `${RECORD}/startrecordscreen`,
		handle({ workNo }, { world }) {
			world.screenRecordings.begin(workNo);
			return success({});
		},
	}),
	agentInterface({
		section: '13.1.1.8',
		method: 'DELETE',
		path: `${RECORD}/stoprecordscreen`,
		handle({ workNo }, { world }) {
			world.screenRecordings.end(workNo);
			return success({});
		},
	}),
	agentInterface({
		section: '13.1.1.9',
		method: 'PUT',
		path: `${RECORD}/record`,
		body: z
			.object({
				fileName: z
					.string()
					.max(100)
					.refine((value) => !value.includes('..'), 'leads out of its folder')
					.optional(),
				mediaType: z.literal(media.voice),
				/** Whatever it is but 1, it counts as 0. */
				recordMode: z.number().int().optional(),
				recordFormat: z.number().int().min(0).max(3).optional(),
			})
			.strict(),
		handle(agent, { world, body }) {
			const { operator } = world;
			if (!operator.agentsRecord) refuse(codes.wrongParameter, 'Agents do not record here.');
			if (body.fileName && !operator.agentsNameFiles) refuse(codes.noOwnPath, 'Agents do not name files here.');
			if (!mayRecord(world, agent)) refuse(codes.recordInWrongState, 'The agent cannot record now.');
			const taskId = world.ownRecordings.begin(agent.workNo, {
				path: body.fileName || undefined,
				goesOn: body.recordMode === APPEND,
			});
			return success({ taskId });
		},
	}),
	agentInterface({
		section: '13.1.1.10',
		method: 'DELETE',
		path: `${RECORD}/stoprecord`,
		handle({ workNo }, { world }) {
			if (!world.ownRecordings.isRecording(workNo)) {
				refuse(codes.stopRecordInWrongState, 'Nothing is being recorded.');
			}
			world.ownRecordings.end(workNo);
			return success({});
		},
	}),
];
