import { z } from 'zod';
import { refuse, success } from '../agent-gateway/codes';
import type { Interface } from '../interface';
import { codes } from './codes';
import { tell } from './desk';
import { order, talkingCall } from './orders';
import { recordCall, stopRecording } from './recording';
import { abilities, features } from './state';

/** 6.1.2.18 and 6.1.2.19: sound and picture. */

const VIDEO_AGENT = 11;

export const videoRoutes: Interface[] = [
	order({
		section: '6.1.2.18',
		method: 'POST',
		path: '/mediaswitch',
		query: z.object({ mediaType: z.string().default('3') }).strict(),
		handle({ world, workNo, query, agent }) {
			const { call, member } = talkingCall(world, workNo, codes.switchWithoutCall);
			const wanted = Number(query.mediaType);
			if (wanted !== abilities.audio && wanted !== abilities.video) {
				return refuse(codes.switchToWrongMedia, 'mediaType: must be 1 or 3');
			}
			const withCustomers: number[] = [features.inbound, features.outbound, features.preview];
			if (!withCustomers.includes(call.feature) || call.isConference) {
				refuse(codes.switchInWrongCall, 'Such a call is not switched.');
			}
			if (agent.options.agentType !== VIDEO_AGENT || call.mediaAbility === wanted) {
				refuse(codes.switchFailed, 'The agent has no video, or the call has this media type.');
			}
			stopRecording(world, call, member);
			call.mediaAbility = wanted;
			const { callId, caller, called } = call;
			// 6.5.1.2.17 has another t in its name and callId beside the callid of its jsonKey.
			tell(world, workNo, 'AgentEvent_MediaSwith', {
				callid: callId,
				reason: 0,
				caller,
				mediaType: wanted,
				called,
				jsonKey: ['callid', 'reason', 'caller', 'mediaType', 'called'],
			});
			recordCall(world, call, member);
			return success({});
		},
	}),
	order({
		section: '6.1.2.19',
		method: 'POST',
		path: '/adjustvideomode',
		body: z.object({ mode: z.union([z.number(), z.string()]) }).strict(),
		handle({ world, workNo, body }) {
			if (!/^[0-3]$/.test(String(body.mode))) refuse(codes.adjustWrongMode, 'mode: must be 0 to 3');
			const { call } = talkingCall(world, workNo, codes.adjustWithoutCall, codes.adjustInWrongState);
			if (call.mediaAbility !== abilities.video) refuse(codes.adjustInWrongCall, 'The call has no picture.');
			if (!call.isConference) refuse(codes.adjustInWrongState, 'Not three are talking.');
			return success({});
		},
	}),
];
