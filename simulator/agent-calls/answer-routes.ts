import { z } from 'zod';
import { refuse, success } from '../agent-gateway/codes';
import { pathInt } from '../agent-gateway/request';
import type { Interface } from '../interface';
import { codes } from './codes';
import { within } from './fields';
import { answer, giveUp, take } from './ringing';
import { order } from './orders';
import { features } from './state';
import { release } from './desk';
import { noLongerWaits, stopRinging } from './steps';

/** Calls that arrive: 6.1.2.3 and 6.1.2.20 to 6.1.2.24. */

const done = (): object => success({});
const PUBLIC_QUEUE = '0';

export const answerRoutes: Interface[] = [
	order({
		section: '6.1.2.3',
		method: 'PUT',
		path: '/answer',
		query: z.object({ callid: z.string().optional() }).strict(),
		handle({ world, workNo, query }) {
			const ringing = world.agentCalls
				.of(workNo)
				.find(
					({ call, member }) => member.state === 'ringing' && (!query.callid || call.callId === query.callid),
				);
			if (!ringing) return refuse(codes.nothingToAnswer, 'No such call is ringing.');
			answer(world, ringing.call, ringing.member);
			return done();
		},
	}),
	order({
		section: '6.1.2.20',
		method: 'POST',
		path: '/requestcall/{callid}/{skilltype}',
		query: z.object({ skillid: within(1, 65_535) }).strict(),
		handle({ world, workNo, params, query, agent }) {
			if (params.skilltype !== PUBLIC_QUEUE) refuse(codes.failed, 'skilltype: only 0 is supported');
			const call = world.agentCalls.find(params.callid);
			if (!call?.waiting || call.waiting.skillId !== query.skillid) {
				return refuse(codes.failed, 'No such call waits in this queue.');
			}
			if (agent.isOnCall || world.agentCalls.of(workNo).length > 0)
				refuse(codes.failed, 'The agent is in a call.');
			const { pending } = call.waiting;
			noLongerWaits(world, call);
			take(world, call, workNo, pending);
			return done();
		},
	}),
	order({
		section: '6.1.2.21',
		method: 'PUT',
		path: '/snatchpickup',
		query: z.object({ destWorkNo: within(101, 59_999) }).strict(),
		handle({ world, workNo, query, agent }) {
			const from = String(query.destWorkNo);
			const ringing = world.agentCalls.voiceOf(from).find(({ member }) => member.state === 'ringing');
			if (!ringing?.member.offer) return refuse(codes.failed, 'No call rings at that agent.');
			const { call, member } = ringing;
			const isInternal: number[] = [features.internal, features.consult, features.threeWayConsult];
			if (isInternal.includes(call.feature)) refuse(codes.failed, 'Internal calls are not picked up by others.');
			if (agent.state !== 'idle' || from === workNo) refuse(codes.failed, 'The agent is not idle.');
			const { offer } = ringing.member;
			stopRinging(world, call, member);
			world.agentCalls.telephones.reject(from);
			release(world, from, 'idle');
			take(world, call, workNo, offer);
			return done();
		},
	}),
	order({
		section: '6.1.2.22',
		method: 'POST',
		path: '/reject',
		body: z.object({ callid: z.string().optional(), mode: within(1, 2) }).strict(),
		handle({ world, workNo, body }) {
			const own = world.agentCalls.of(workNo);
			if (own.length === 0) refuse(codes.nothingToAnswer, 'There is no call.');
			const ringing = own.find(
				({ call, member }) => member.state === 'ringing' && (!body.callid || call.callId === body.callid),
			);
			if (!ringing) return refuse(codes.nothingRinging, 'No such call is ringing.');
			giveUp(world, ringing.call, ringing.member, { released: body.mode === 2 });
			return done();
		},
	}),
	order({
		section: '6.1.2.23',
		method: 'POST',
		path: '/phonepickup',
		handle({ world, workNo, agent }) {
			if (!agent.options.phoneLinkage || !world.agentCalls.telephones.pickUp(workNo)) {
				refuse(codes.failed, 'No linked telephone rings.');
			}
			return done();
		},
	}),
	order({
		section: '6.1.2.24',
		method: 'POST',
		path: '/phonehangup',
		handle({ world, workNo, agent }) {
			if (!agent.options.phoneLinkage || !world.agentCalls.telephones.refuse(workNo)) {
				refuse(codes.failed, 'No linked telephone rings.');
			}
			return done();
		},
	}),
];

/** A skill queue in a path. */
export const pathSkill = (text: string): number => pathInt(text, 1, 65_535);
