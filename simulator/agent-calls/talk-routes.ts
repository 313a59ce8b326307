import { z } from 'zod';
import { refuse, success } from '../agent-gateway/codes';
import { bool } from '../agent-gateway/fields';
import type { Interface } from '../interface';
import { codes } from './codes';
import { caller, callData, isDialable, mediaAbility, within } from './fields';
import { connectHeld, hangUpBy, joinHeld } from './several';
import { heldCalls, order, talkingCall } from './orders';
import { features } from './state';
import { customerHangsUp, hold, talk } from './steps';
import { deviceTypes, modeOf, targetOf } from './targets';
import { takeBack, transfer } from './transfers';

/** What an agent does in a call: 6.1.2.6 to 6.1.2.17 and 6.1.2.25. */

const done = (): object => success({});

const mute = (section: string, path: string, muted: boolean, none: string, wrong: string): Interface =>
	order({
		section,
		method: 'POST',
		path,
		handle({ world, workNo }) {
			const { member } = talkingCall(world, workNo, none, wrong);
			if (member.muted === muted) refuse(wrong, 'The call is so already.');
			member.muted = muted;
			return done();
		},
	});

const hangUpCurrent = (path: string): Interface =>
	order({
		section: '6.1.2.16',
		method: 'DELETE',
		path,
		handle({ world, workNo }) {
			const own = world.agentCalls.voiceOf(workNo).filter(({ member }) => member.state !== 'held');
			const current = own[own.length - 1] ?? refuse(codes.nothingToHangUp, 'There is no call to hang up.');
			hangUpBy(world, current);
			return done();
		},
	});

export const talkRoutes: Interface[] = [
	mute('6.1.2.6', '/beginmute', true, codes.muteWithoutCall, codes.muteInWrongState),
	mute('6.1.2.7', '/endmute', false, codes.unmuteWithoutCall, codes.unmuteInWrongState),
	order({
		section: '6.1.2.8',
		method: 'POST',
		path: '/hold',
		handle({ world, workNo }) {
			const { call, member } = talkingCall(world, workNo, codes.holdWithoutCall, codes.holdInWrongState);
			hold(world, call, member);
			return done();
		},
	}),
	order({
		section: '6.1.2.9',
		method: 'POST',
		path: '/connecthold/{callid}',
		handle({ world, workNo, params }) {
			// Its own list has the codes of holding; those of table 6-449 name connecting.
			const current = talkingCall(world, workNo, codes.connectWithoutCall);
			const held = heldCalls(world, workNo).find(({ call }) => call.callId === params.callid);
			connectHeld(world, current, held ?? refuse(codes.connectWithoutHeld, 'No such call is held.'));
			return done();
		},
	}),
	order({
		section: '6.1.2.10',
		method: 'POST',
		path: '/gethold',
		query: z.object({ callid: z.string().optional() }).strict(),
		handle({ world, workNo, query }) {
			const held = heldCalls(world, workNo);
			const found = query.callid ? held.find(({ call }) => call.callId === query.callid) : held[held.length - 1];
			if (!found) return refuse(codes.nothingHeld, 'No such call is held.');
			const isBusy = world.agentCalls.voiceOf(workNo).some(({ member }) => member.state !== 'held');
			if (isBusy) refuse(codes.takeBackInWrongState, 'The agent is in another call.');
			talk(world, found.call, found.member);
			return done();
		},
	}),
	order({
		section: '6.1.2.11',
		method: 'POST',
		path: '/transfer',
		body: z
			.object({
				devicetype: deviceTypes,
				address: z.string().min(1).max(24),
				mode: within(0, 4),
				callappdata: callData,
				caller,
				mediaability: mediaAbility,
				holdflag: bool().default(true),
				skillId: within(1, 65_535).optional(),
			})
			.strict(),
		handle({ world, workNo, body }) {
			const { devicetype, address, mode, callappdata, holdflag } = body;
			const how =
				modeOf(devicetype, mode) ?? refuse(codes.wrongParameter, 'mode: does not go with this devicetype.');
			const { call, member } = talkingCall(world, workNo, codes.transferWithoutCall);
			if (call.transfer) refuse(codes.failed, 'The call is being transferred.');
			const target = targetOf(world, devicetype, address, workNo);
			const isOutbound = call.feature === features.outbound || call.feature === features.preview;
			if (target.kind === 'number' && how === 'release' && isOutbound) {
				refuse(codes.failed, 'A call that went out is not released to a number.');
			}
			if (target.kind !== 'number' && call.isConference) refuse(codes.failed, 'More than two are talking.');
			if (callappdata) call.callData = callappdata;
			// A flow behind an access code has no success to wait for.
			transfer(
				world,
				call,
				member,
				target,
				target.kind === 'flow' && how === 'success' ? 'release' : how,
				holdflag,
			);
			return done();
		},
	}),
	order({
		section: '6.1.2.12',
		method: 'POST',
		path: '/canceltransfer',
		handle({ world, workNo }) {
			const own = world.agentCalls.voiceOf(workNo);
			const found = own.find(({ call }) => call.transfer?.by === workNo && call.transfer.number !== undefined);
			const isThere = found && ['talk', 'threeWay'].includes(found.call.transfer?.mode ?? '');
			if (!isThere) return refuse(codes.transferWithoutCall, 'No call is being transferred to a number.');
			takeBack(world, found.call, found.member);
			return done();
		},
	}),
	order({
		section: '6.1.2.13',
		method: 'POST',
		path: '/seconddialex',
		query: z.object({ number: z.string().refine(isDialable, 'has other keys than a telephone') }).strict(),
		handle({ world, workNo }) {
			talkingCall(world, workNo, codes.failed);
			return done();
		},
	}),
	order({
		section: '6.1.2.14',
		method: 'POST',
		path: '/confjoin',
		body: z.object({ callid: z.string().min(1), callappdata: callData }).strict(),
		handle({ world, workNo, body }) {
			const current = talkingCall(world, workNo, codes.conferWithoutCall);
			const held = heldCalls(world, workNo).find(({ call }) => call.callId === body.callid);
			if (!held) return refuse(codes.conferWithoutHeld, 'No such call is held.');
			if (body.callappdata) held.call.callData = body.callappdata;
			joinHeld(world, current, held);
			return done();
		},
	}),
	order({
		section: '6.1.2.15',
		method: 'POST',
		path: '/dropcall/{callid}',
		handle({ world, workNo, params }) {
			// Chats end like this as well.
			const found = world.agentCalls.of(workNo).find(({ call }) => call.callId === params.callid);
			hangUpBy(world, found ?? refuse(codes.nothingToDrop, 'The agent is in no such call.'));
			return done();
		},
	}),
	hangUpCurrent('/release'),
	// For older clients.
	hangUpCurrent(''),
	order({
		section: '6.1.2.17',
		method: 'POST',
		path: '/disconnect/{number}',
		handle({ world, workNo, params, agent }) {
			const { number } = params;
			if (!/^\d{1,24}$/.test(number)) refuse(codes.failed, 'number: must be 1 to 24 digits');
			const own = world.agentCalls.voiceOf(workNo);
			// The last call only: a customer who is held beside a consultation cannot be reached.
			const last = own[own.length - 1] ?? refuse(codes.disconnectWithoutCall, 'There is no call.');
			const { call, member } = last;
			if (number === agent.options.phoneNumber || number === workNo) {
				hangUpBy(world, last);
				return done();
			}
			const phone = call.phones.find((one) => one.number === number);
			const other = call.agents.find((one) => one.workNo === number);
			if (!phone && !other) return refuse(codes.noSuchNumber, 'The number is not in the call.');
			if (member.helps) refuse(codes.failed, 'Whoever was asked for help may leave, and disconnect nobody.');
			if (other) hangUpBy(world, { call, member: other });
			else if (phone) customerHangsUp(world, phone);
			return done();
		},
	}),
	order({
		section: '6.1.2.25',
		method: 'POST',
		path: '/thirdPartyConfTransmitNum',
		handle({ world, workNo }) {
			const { call } = talkingCall(world, workNo, codes.noThreeWayCall);
			if (!call.isConference || call.phones.length < 2)
				refuse(codes.noThreeWayCall, 'Not two numbers are in the call.');
			return done();
		},
	}),
];
