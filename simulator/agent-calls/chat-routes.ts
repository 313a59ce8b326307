import { z } from 'zod';
import { refuse } from '../agent-gateway/codes';
import { agentInterface } from '../agent-gateway/request';
import { number } from '../agent-gateway/fields';
import type { Interface } from '../interface';
import type { World } from '../world';
import { readMessage } from './chat-message';
import { codes } from './codes';
import { later, tell } from './desk';
import type { Own } from './orders';
import { behind, deviceOf, modeOf } from './targets';
import { type Target, transfer } from './transfers';

/** 6.1.5: chats, and pictures of video calls in browsers. */

const PATH = '/mediacall/{agentid}';
const MOST_CHATS = 60;
const LARGEST_SHORT = 32_767;
const MOST_DATA = 2048;
const CAPTURE_MS = 1000;
/** Of 6.1.5.2. Only chats have a number that can be set here. */
const MEDIA_TYPES = ['1', '2', '4', '5', '15', '16', '17', '19', '51', '53'];

/** None of the samples has a result. */
const done = (): object => ({ message: 'success', retcode: codes.success });

const ownCall = (world: World, workNo: string, callId: string): Own | undefined =>
	world.agentCalls.of(workNo).find(({ call }) => call.callId === callId);

/** 6.1.5.4 and 6.1.5.5: both are about a call of the agent's, and say of whom. */
const about = z.object({ userType: z.string().optional(), callid: z.string().optional() }).strict();

function checkAbout(world: World, workNo: string, given: z.infer<typeof about>, userType: string): Own {
	if (!given.userType || !given.callid) refuse(codes.chatParameterMissing, 'userType and callid are required');
	if (given.userType !== userType) refuse(codes.chatUserType, `userType: must be ${userType}`);
	return ownCall(world, workNo, given.callid ?? '') ?? refuse(codes.failed, 'The agent is in no such call.');
}

function chatTarget(world: World, type: number, address: string, by: string): Target {
	const fail = (): never => refuse(codes.chatTransferFailed, 'The chat cannot go there.');
	switch (deviceOf(type)) {
		case 'queue':
			return world.centre.queues.has(Number(address)) ? { kind: 'queue', skillId: Number(address) } : fail();
		case 'agent':
			if (address === by) return fail();
			if (!world.agents.find(address)) return refuse(codes.chatNobody, 'There is no such agent.');
			return { kind: 'agent', workNo: address };
		default:
			return behind(world, address) ?? fail();
	}
}

export const chatRoutes: Interface[] = [
	agentInterface({
		section: '6.1.5.1',
		method: 'POST',
		path: `${PATH}/sendMessage`,
		body: z
			.object({ callid: z.string().optional(), userid: z.string().optional(), data: z.string().optional() })
			.strict(),
		handle(agent, { world, body }) {
			if (agent.options.mediaServers[1] !== 'T') refuse(codes.chatOff, 'The agent is not signed in to WebM.');
			if (!body.callid) return refuse(codes.chatCallIdMissing, 'callid: is empty');
			const own = ownCall(world, agent.workNo, body.callid);
			if (!own?.call.chat || own.member.state !== 'talking') {
				return refuse(codes.chatCallIdWrong, 'callid: is not that of a chat of this agent');
			}
			own.call.chat.sent.push(readMessage(body.data ?? ''));
			return done();
		},
	}),
	agentInterface({
		section: '6.1.5.2',
		method: 'POST',
		path: `${PATH}/setcallnums`,
		body: z.object({ mediaType: z.string(), callnums: z.string().regex(/^\d+$/) }).strict(),
		handle({ workNo }, { world, body }) {
			if (!MEDIA_TYPES.includes(body.mediaType))
				refuse(codes.chatMediaType, 'mediaType: is not one of the table');
			const most = Number(body.callnums);
			if (most > LARGEST_SHORT) refuse(codes.beyondShort, 'callnums: beyond a short');
			if (most < 1 || most > MOST_CHATS) refuse(codes.tooManyChats, 'callnums: must be 1 to 60');
			if (body.mediaType === '53') world.agentCalls.mostChats.set(workNo, most);
			return done();
		},
	}),
	agentInterface({
		section: '6.1.5.3',
		method: 'POST',
		path: `${PATH}/transfer`,
		body: z
			.object({
				callid: z.string().min(1),
				caller: z.string().optional(),
				devicetype: number(),
				mode: number(),
				address: z.string().min(1).max(24),
				calldata: z.string().optional(),
				skillId: number().optional(),
			})
			.strict(),
		handle({ workNo }, { world, body }) {
			const { callid, devicetype, mode, address, calldata, skillId = 0 } = body;
			if (![1, 2, 4].includes(devicetype)) refuse(codes.chatDeviceType, 'devicetype: must be 1, 2 or 4');
			const how = modeOf(devicetype, mode) ?? refuse(codes.chatMode, 'mode: must be 0 or 2');
			if (skillId > LARGEST_SHORT) refuse(codes.beyondShort, 'skillId: beyond a short');
			if (Buffer.byteLength(calldata ?? '') > MOST_DATA) {
				refuse(codes.chatDataTooLong, 'calldata: more than 2048 bytes');
			}
			const own = ownCall(world, workNo, callid);
			if (!own?.call.chat || own.member.state !== 'talking') {
				return refuse(codes.chatTransferFailed, 'callid: is not that of a chat of this agent');
			}
			const target = chatTarget(world, devicetype, address, workNo);
			if (target.kind === 'flow') return refuse(codes.chatTransferFailed, 'Chats go to no flow.');
			if (calldata) own.call.callData = calldata;
			transfer(world, own.call, own.member, target, how);
			return done();
		},
	}),
	agentInterface({
		section: '6.1.5.4',
		method: 'POST',
		path: `${PATH}/getconnectinfo`,
		body: about,
		handle({ workNo }, { world, body }) {
			const { call } = checkAbout(world, workNo, body, 'agent');
			return {
				...done(),
				result: {
					userId: workNo,
					ctime: String(Math.floor(world.clock.now() / 1000) + 3600),
					channelId: call.callId,
					role: '0',
					ip: world.tenant.registration.ip,
					port: '6500',
					signalingDomainIn: 'https://in.example.com:6500',
					signalingDomainOut: 'https://out.example.com:6500',
					locationId: '65535',
					signature: world.random.digits(32),
					appId: 'demoapplicationofvideocalls00000',
				},
			};
		},
	}),
	agentInterface({
		section: '6.1.5.5',
		method: 'POST',
		path: `${PATH}/imagecapture`,
		body: about,
		handle({ workNo }, { world, body }) {
			const { call } = checkAbout(world, workNo, body, 'user');
			later(world, CAPTURE_MS, () => {
				const [day, time] = world.local(world.clock.now()).replace(/[-:]/g, '').split(' ');
				tell(world, workNo, 'AgentEvent_ImageCapture', {
					callid: call.callId,
					result: 0,
					filename: `F:/${world.tenant.vdnId}/0/${day}/${workNo}/${time}0.jpg`,
					locationId: 256,
				});
			});
			return done();
		},
	}),
];
