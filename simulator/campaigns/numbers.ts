import { DateTime } from 'luxon';
import { z } from 'zod';
import { type Call, envelopes, inEnvelope, type Interface } from '../interface';
import { generic, oneOf, optionalText, phoneNumber, text } from '../schema/fields';
import { parseLocal } from '../time';
import type { World } from '../world';
import { blockedUntil } from './dialer';
import { campaignOf, ok, refuse, V1, V2 } from './isales';
import { type Campaign, type Contact, PAUSED, STARTED } from './state';

/** 7.4.1 to 7.4.6: the contacts of a campaign. */

const MOST_A_REQUEST = 20;
const MOST_WAITING = 200_000;
const APART_MS = 1000;
const MOST_DELAY = 86_400;

const customField = optionalText(200, /^[^`~!@#$%^&*()+={}'";<>/?.\\[\]！￥…（）—【】‘；：”“’，、？]*$/);
const contact = {
	sessionId: optionalText(32),
	caller: optionalText(24),
	customField,
	recycleTime: optionalText(),
	callData: optionalText(1024),
};

const calledNumber = z
	.object({
		calledNo: phoneNumber,
		delayTime: z
			.string()
			.refine((value) => /^\d+$/.test(value), { message: 'must be digits', params: { code: generic.type } })
			.refine((value) => Number(value) <= MOST_DELAY, { message: 'is too large', params: { code: generic.size } })
			.optional(),
		type: optionalText(20, /^[^`~!@#$%^&*()+={}|'";<>/?.\\[\]]+$/),
	})
	.strict();

export interface NewContact {
	sessionId?: string;
	called: Array<{ calledNo: string; delayTime?: string; type?: string }>;
	caller?: string;
	customField?: string;
	recycleTime?: string;
	callData?: string;
}

export const newContact = z.object({ ...contact, called: z.array(calledNumber).min(1) }).strict();

/** Why this contact cannot be added; undefined when it can. */
function objection(world: World, campaign: Campaign, given: NewContact): [code: string, message: string] | undefined {
	if (given.recycleTime && parseLocal(given.recycleTime, world.zone) === undefined) {
		return ['0200030', 'recycleTime must be yyyy-MM-dd HH:mm:ss'];
	}
	if (campaign.deviceType === 1 && given.callData) {
		try {
			JSON.parse(given.callData);
		} catch {
			return [generic.conversion, 'callData must be JSON for an intelligent IVR campaign'];
		}
	}
	const needsType = campaign.retryPolicy.policyType === 1 || campaign.callPolicy?.callType === 1;
	if (needsType && given.called.some(({ type }) => !type)) {
		return [generic.combination, 'type is required by the retry policy or call policy of the campaign'];
	}
	// The clock runs on between the two looks at it, so the later one has to be the one on the right.
	const blocked = given.called.some(
		({ calledNo }) => blockedUntil(world.campaigns.blocklist.get(calledNo), calledNo, world) > world.clock.now(),
	);
	return blocked ? ['0200024', 'A number is in the blocklist.'] : undefined;
}

function addContact(world: World, campaign: Campaign, given: NewContact): void {
	const { campaigns, dialer, clock, zone } = world;
	const added: Contact = {
		dataId: campaigns.dataId(),
		campaignId: campaign.id,
		sessionId: given.sessionId ?? '',
		caller: given.caller || null,
		customField: given.customField ?? '',
		callData: given.callData ?? null,
		recycleTime: given.recycleTime ? (parseLocal(given.recycleTime, zone) ?? null) : null,
		numbers: given.called.map(({ calledNo, delayTime, type }) => ({
			calledNo,
			delayTime: Number(delayTime ?? 0),
			type: type || null,
			attempts: [],
			exhausted: false,
		})),
		position: 0,
		state: 'waiting',
		succeeded: false,
		nextAt: 0,
		version: 0,
	};
	campaign.contacts.push(added);
	campaigns.contacts.set(added.dataId, added);
	dialer.enqueue(campaign, added, clock.now() + added.numbers[0].delayTime * 1000);
	if (added.recycleTime !== null) {
		clock.at(added.recycleTime, () => {
			if (added.state === 'waiting') campaigns.removeContact(added);
		});
	}
}

/** Adds one contact of an imported file: true when it went in, otherwise why not. */
export function importContact(world: World, campaign: Campaign, given: NewContact): true | string {
	const problem = objection(world, campaign, given);
	if (problem) return problem[1];
	addContact(world, campaign, given);
	return true;
}

function add(call: Call, contacts: NewContact[], repeats: (a: NewContact, b: NewContact) => boolean): object {
	const { world, params } = call;
	const { clock, campaigns } = world;
	const campaign = campaignOf(world, params);
	const times = { real: clock.real(), simulated: clock.now() };
	const last = campaign.lastAdd;
	// A second is a second, on whichever clock it passes first.
	if (last && times.real - last.real < APART_MS && times.simulated - last.simulated < APART_MS) {
		refuse('0200022', 'The interface is called too quickly.');
	}
	if (campaign.status !== PAUSED) refuse('0200019', 'The current status does not allow adding numbers.');
	if (contacts.length > MOST_A_REQUEST) refuse('0200029', 'More numbers than may be added at once.');
	for (const [i, one] of contacts.entries()) {
		const own = one.called.map(({ calledNo }) => calledNo);
		if (new Set(own).size < own.length || contacts.slice(0, i).some((other) => repeats(other, one))) {
			refuse('0200018', 'A number is repeated.');
		}
		const problem = objection(world, campaign, one);
		if (problem) refuse(...problem);
	}
	if (campaigns.waitingCount(campaign) + contacts.length > MOST_WAITING) {
		refuse('0200020', 'The campaign has more than 200,000 numbers.');
	}
	campaign.lastAdd = times;
	for (const one of contacts) addContact(world, campaign, one);
	const totalSize = [...campaigns.all.values()].reduce((sum, one) => sum + campaigns.waitingCount(one), 0);
	return ok('', { returnObject: { totalSize } });
}

const shareNumber = (a: NewContact, b: NewContact): boolean =>
	a.called.some(({ calledNo }) => b.called.some((other) => other.calledNo === calledNo));

export const numbers: Interface[] = [
	{
		section: '7.4.1',
		method: 'POST',
		path: `${V1}/calldata/{campaignId}`,
		envelope: envelopes.both,
		body: z
			.object({ callDataList: z.array(z.object({ ...contact, called: phoneNumber }).strict()).min(1) })
			.strict(),
		handle: (call) =>
			add(
				call,
				call.body.callDataList.map((one: { called: string }) => ({
					...one,
					called: [{ calledNo: one.called }],
				})),
				shareNumber,
			),
	},
	{
		section: '7.4.2',
		method: 'POST',
		path: `${V2}/calldata/{campaignId}`,
		envelope: envelopes.both,
		body: z.object({ callDataList: z.array(newContact).min(1) }).strict(),
		// Here only numbers under the same session must differ.
		handle: (call) =>
			add(
				call,
				call.body.callDataList,
				(a, b) => !!a.sessionId && a.sessionId === b.sessionId && shareNumber(a, b),
			),
	},
	{
		section: '7.4.3',
		method: 'POST',
		path: `${V1}/calldata/{campaignId}/delete`,
		envelope: envelopes.both,
		bodyOptional: true,
		body: z
			.object({
				sessionId: optionalText(32),
				called: optionalText(24, /^[0-9*#]+$/),
				customField: optionalText(200),
				recycleTime: optionalText(),
				recycleType: optionalText(1),
				archiveHistory: oneOf(0, 1).optional(),
			})
			.strict(),
		handle({ world, params, body }) {
			const campaign = campaignOf(world, params);
			if (campaign.status === STARTED) refuse('0200028', 'The current status does not allow deleting numbers.');
			const recycled = recycleFilter(world, body.recycleTime, body.recycleType);
			// Numbers in a call and finished ones stay. Without any filter all others go: the reference asks for none.
			const chosen = campaign.contacts.filter(
				(one) =>
					one.state === 'waiting' &&
					(!body.sessionId || one.sessionId === body.sessionId) &&
					(!body.called || one.numbers.some(({ calledNo }) => calledNo === body.called)) &&
					(!body.customField || one.customField === body.customField) &&
					recycled(one.recycleTime),
			);
			chosen.forEach((one) => world.campaigns.removeContact(one));
			// The sample's code is one zero short.
			return { ...inEnvelope(envelopes.both, '020000', ''), successCount: chosen.length };
		},
	},
	{
		section: '7.4.4',
		method: 'POST',
		path: `${V1}/callNoType/add`,
		envelope: envelopes.resultDesc,
		body: z
			.object({
				callNoTypes: z
					.array(text(20, /^[A-Za-z0-9-]+$/))
					.min(1)
					.max(20),
			})
			.strict(),
		handle({ world, body }) {
			const known = world.campaigns.numberTypes;
			const added: string[] = body.callNoTypes;
			if (new Set(added).size < added.length) refuse(generic.parameter, 'A number type is repeated.');
			if (added.some((name) => known.includes(name)))
				refuse(generic.parameter, 'The number type already exists.');
			known.push(...added);
			// A number, and one zero, in the sample.
			return { resultCode: 0, resultDesc: '' };
		},
	},
	{
		section: '7.4.5',
		method: 'GET',
		path: `${V1}/callNoType/query`,
		envelope: envelopes.resultDesc,
		handle: ({ world }) => ok('', { data: world.campaigns.numberTypes }, envelopes.resultDesc),
	},
	{
		section: '7.4.6',
		method: 'GET',
		path: `${V1}/calldata/{campaignId}/{dataId}`,
		envelope: envelopes.both,
		handle({ world, params }) {
			const campaign = campaignOf(world, params);
			const found = world.campaigns.contacts.get(params.dataId);
			if (found?.campaignId !== campaign.id)
				return refuse(generic.parameter, 'The outbound data does not exist.');
			return ok('query data success', {
				data: {
					dataId: found.dataId,
					calledNos: found.numbers.map(({ calledNo, type }) => ({ calledNo, type })),
					properties: [{ propValue: found.callData, propName: 'callData', propCode: '1' }],
				},
			});
		},
	},
];

/** recycleType: 1 that day or earlier, 2 that day, 3 that very time; without a type, that time is meant. */
function recycleFilter(world: World, time: string | undefined, type: string | undefined) {
	if (!time) return () => true;
	const given = parseLocal(time, world.zone) ?? refuse('0200030', 'recycleTime must be yyyy-MM-dd HH:mm:ss');
	if (type && !['1', '2', '3'].includes(type)) refuse(generic.size, 'recycleType must be 1, 2 or 3');
	const day = DateTime.fromMillis(given, { zone: world.zone });
	const start = day.startOf('day').toMillis();
	const end = day.endOf('day').toMillis();
	return (recycle: number | null): boolean => {
		if (recycle === null) return false;
		if (type === '1') return recycle <= end;
		if (type === '2') return recycle >= start && recycle <= end;
		return recycle === given;
	};
}
