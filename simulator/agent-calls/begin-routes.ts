import { z } from 'zod';
import { bool, number } from '../agent-gateway/fields';
import { refuse, silentSuccess } from '../agent-gateway/codes';
import type { Interface } from '../interface';
import { askForHelp, callInner, callOut } from './calling';
import { codes } from './codes';
import { caller, callData, isDialable, mediaAbility, within } from './fields';
import { knownSkill, mustBeFree, order } from './orders';
import { features } from './state';
import { knownAgent } from './targets';

/** Beginning calls: 6.1.2.1, 6.1.2.2, 6.1.2.4 and 6.1.2.5. Their result is the id of the new call. */

/** Left out of the sample of 6.1.2.4, which has an empty object; the table has a text. */
const begun = (callId: string): object => silentSuccess(callId);

const wishes = {
	caller,
	called: z.string(),
	skillid: number().optional(),
	callappdata: callData,
	mediaability: mediaAbility,
};

export const beginRoutes: Interface[] = [
	order({
		section: '6.1.2.1',
		method: 'PUT',
		path: '/callout',
		body: z.object(wishes).strict(),
		handle({ world, workNo, body }) {
			const { called, mediaability } = body;
			if (!isDialable(called)) refuse(codes.wrongNumber, 'The number is wrong.');
			mustBeFree(world, workNo);
			const skillId = knownSkill(world, body.skillid);
			const { caller: from, callappdata } = body;
			return begun(
				callOut(world, workNo, {
					feature: features.outbound,
					called,
					caller: from,
					skillId,
					callData: callappdata,
					mediaAbility: mediaability,
				}),
			);
		},
	}),
	order({
		section: '6.1.2.2',
		method: 'PUT',
		path: '/previewCallout',
		body: z.object({ called: z.string(), callcontrolid: number() }).strict(),
		handle({ world, workNo, body }) {
			const { called, callcontrolid } = body;
			if (!isDialable(called)) refuse(codes.wrongNumber, 'The number is wrong.');
			const { previews } = world.agentCalls;
			const preview = previews.get(callcontrolid);
			if (preview?.workNo !== workNo || !preview.numbers.includes(called)) {
				return refuse(codes.wrongPreview, 'This number was not offered with this control block.');
			}
			mustBeFree(world, workNo);
			previews.delete(callcontrolid);
			const { callData: given } = preview;
			return begun(callOut(world, workNo, { feature: features.preview, called, callData: given }));
		},
	}),
	order({
		section: '6.1.2.4',
		method: 'PUT',
		path: '/callinner',
		body: z.object(wishes).strict(),
		handle({ world, workNo, body }) {
			const { called, caller: from, callappdata } = body;
			if (!isDialable(called)) refuse(codes.wrongParameter, 'called: is wrong.');
			if (called === workNo) refuse(codes.failed, 'Nobody calls itself.');
			mustBeFree(world, workNo);
			const skillId = knownSkill(world, body.skillid);
			return begun(
				callInner(world, workNo, {
					feature: features.internal,
					called,
					caller: from || workNo,
					skillId,
					callData: callappdata,
				}),
			);
		},
	}),
	order({
		section: '6.1.2.5',
		method: 'POST',
		path: '/innerhelp',
		body: z
			.object({
				// A number in the sample.
				dstaddress: number(),
				devicetype: within(1, 2).default(2),
				mode: within(1, 2).default(1),
				callappdata: callData,
				holdflag: bool().default(true),
			})
			.strict(),
		handle({ world, workNo, body }) {
			const own = world.agentCalls.voiceOf(workNo);
			if (own.length === 0) refuse(codes.helpWithoutCall, 'There is no call to ask for help with.');
			const steady =
				own.find(({ member }) => member.state === 'talking') ??
				own.find(({ member }) => member.state === 'held');
			if (!steady || own.some(({ member }) => member.state === 'dialling' || member.state === 'ringing')) {
				return refuse(codes.failed, 'The call is not steady.');
			}
			const { dstaddress, devicetype, mode, callappdata, holdflag } = body;
			const target =
				devicetype === 1
					? ({ kind: 'queue', skillId: knownSkill(world, dstaddress) ?? 0 } as const)
					: ({ kind: 'agent', workNo: knownAgent(world, String(dstaddress), workNo) } as const);
			return begun(
				askForHelp(world, steady.call, steady.member, {
					target,
					isThreeWay: mode === 2,
					holds: holdflag,
					callData: callappdata,
				}),
			);
		},
	}),
];
