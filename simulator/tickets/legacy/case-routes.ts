import { z } from 'zod';
import type { Interface } from '../../interface';
import { oneOfText, optionalText, text } from '../../schema/fields';
import { parseLocal } from '../../time';
import type { World } from '../../world';
import { caseTypes, type CaseType, type User } from '../seed';
import { find, legacy, type LegacyInterface, malformed, notNow, wrong } from './serve';
import { CLOSED, DRAFT, type LegacyCase, OPEN, UNASSIGNED } from './state';
import { caseView, traceView } from './views';

const BASE = '/apiaccess/rest/new_case/v2/cases';
const DEFAULT_ROWS = 10;
const DEFAULT_DAYS = 30;
const DAY = 24 * 3600 * 1000;

const channelType = oneOfText('0', '1', '2', '3', '4');
const priority = oneOfText('0', '1', '2').optional();
/** "draft." in the table: the full stop is none of the value's. */
const status = oneOfText(OPEN, CLOSED, DRAFT, UNASSIGNED).optional();
const email = z.union([z.literal(''), z.string().email().max(64)]).optional();
const contact = { contactName: optionalText(40), contactEmail: email, contactPhone: optionalText(50) };
const digits = optionalText(15, /^\d+$/);

const created = {
	channelType,
	priority,
	content: text(1000),
	title: text(80),
	caseTypeCode: text(64),
	dueTime: digits,
	...contact,
	thirdCreatorId: optionalText(64),
};

const queried = {
	/** The table has it in the query, the sample in the body. */
	queryType: oneOfText('I', 'B', 'C'),
	id: optionalText(20),
	title: optionalText(80),
	channelType: channelType.optional(),
	status,
	ownerName: optionalText(255),
	priority,
	startCreateTime: z.string().optional(),
	endCreateTime: z.string().optional(),
	limit: optionalText(5, /^[1-9]\d*$/),
	offset: optionalText(9, /^\d+$/),
};

function customFields(types: CaseType[], given: object, shape: object): Record<string, string> {
	const known = types.flatMap(({ customFields: names }) => names);
	const extra = Object.entries(given).filter(([name]) => !(name in shape));
	for (const [name, value] of extra) {
		if (!known.includes(name) || typeof value !== 'string') malformed(`${name} is not expected`);
	}
	return Object.fromEntries(extra) as Record<string, string>;
}

/** "DateTime": milliseconds, as dueTime is explained, or a local time, as answers have it. */
function timeOf(world: World, given: string | undefined): number | undefined {
	if (!given) return undefined;
	const time = /^\d{1,15}$/.test(given) ? Number(given) : parseLocal(given, world.zone);
	return time ?? malformed(`${given} is not a time`);
}

/** Only what was asked for, and what it was made into. */
const createdView = (one: LegacyCase): object => ({
	isAutoPriority: String(one.isAutoPriority),
	caseId: one.id,
	channelType: one.channelType,
	caseTypeCode: one.type.code,
	priority: one.priority,
	...one.texts,
	...(one.dueTime === undefined ? {} : { dueTime: String(one.dueTime) }),
});

function change(world: World, one: LegacyCase, by: User | undefined): void {
	one.changedAt = world.clock.now();
	one.changedBy = by;
}

function setStatus(world: World, one: LegacyCase, to: string): void {
	one.status = to;
	one.closedAt = to === CLOSED ? world.clock.now() : undefined;
	if (to === UNASSIGNED) one.owner = undefined;
}

/** What 16.1.5 does, by its type. */
const deals: Record<string, (world: World, one: LegacyCase, owner: User | undefined, why: string) => void> = {
	Claim: (_world, one, owner) => give(one, owner, UNASSIGNED),
	Assign: (_world, one, owner) => give(one, owner, UNASSIGNED),
	Transfer(_world, one, owner, why) {
		give(one, owner, OPEN);
		one.reAssignTimes++;
		one.transferReason = why;
	},
	Release(world, one) {
		if (one.status !== OPEN) notNow('The case is not assigned.');
		setStatus(world, one, UNASSIGNED);
	},
	Close(world, one, _owner, why) {
		setStatus(world, one, CLOSED);
		one.closeDesc = why;
	},
	Suspend(_world, one) {
		if (one.suspended) notNow('The case is suspended already.');
		one.suspended = true;
	},
};

function give(one: LegacyCase, owner: User | undefined, from: string): void {
	if (one.status !== from) notNow(`The case is ${one.status}.`);
	// The table requires it for nothing, and names no user who claims.
	one.owner = owner ?? malformed('ownerId is missing');
	one.status = OPEN;
}

const interfaces: LegacyInterface[] = [
	{
		section: '16.1.1',
		method: 'POST',
		path: BASE,
		body: z.object(created).passthrough(),
		handle({ world, body }) {
			const type = caseTypes.find(({ code }) => code === body.caseTypeCode);
			if (!type?.isActive) return wrong('caseTypeCode does not exist');
			const { title, content, contactName, contactEmail, contactPhone, thirdCreatorId } = body;
			const texts = { title, content, contactName, contactEmail, contactPhone, thirdCreatorId };
			const given = Object.entries(texts).filter(([, value]) => value);
			const made = world.legacyTickets.addCase({
				type,
				texts: { ...Object.fromEntries(given), ...customFields([type], body, created) },
				channelType: body.channelType,
				priority: body.priority ?? '0',
				isAutoPriority: body.priority === undefined,
				dueTime: body.dueTime ? Number(body.dueTime) : undefined,
			});
			return createdView(made);
		},
	},
	{
		section: '16.1.2',
		method: 'PUT',
		path: `${BASE}/modify`,
		user: true,
		body: z
			.object({
				id: text(20),
				title: optionalText(80),
				priority,
				...contact,
				content: optionalText(1000),
				dueTime: z.number().int().optional(),
				status,
				ownerId: optionalText(255),
			})
			.strict(),
		handle({ world, body, user }) {
			const one = find.case(world, body.id);
			const { title, content, contactName, contactEmail, contactPhone } = body;
			const owner = body.ownerId ? find.user(world, body.ownerId) : undefined;
			if (body.dueTime !== undefined && body.dueTime <= world.clock.now()) wrong('dueTime is over');
			if (one.status === CLOSED) notNow('The case is closed.');
			const texts = Object.entries({ title, content, contactName, contactEmail, contactPhone });
			Object.assign(one.texts, Object.fromEntries(texts.filter(([, value]) => value !== undefined)));
			one.priority = body.priority ?? one.priority;
			one.dueTime = body.dueTime ?? one.dueTime;
			one.owner = owner ?? one.owner;
			if (body.status) setStatus(world, one, body.status);
			change(world, one, user);
			return { result: true };
		},
	},
	{
		section: '16.1.3',
		method: 'GET',
		path: `${BASE}/casetypes`,
		// "By name, code and RPA task", but there is no parameter.
		handle: () =>
			caseTypes
				.filter(({ isActive }) => isActive)
				.map(({ name, code }) => ({
					'owner.__objectType': 'User',
					'owner.name': 'manager.one',
					name,
					fullName: name,
					caseTypeCode: code,
					rpaUid: '',
				})),
	},
	{
		section: '16.1.4',
		method: 'POST',
		path: `${BASE}/casedetails`,
		body: z.object(queried).passthrough(),
		handle({ world, body }) {
			if (body.queryType === 'I') {
				const one = find.case(world, body.id || malformed('id is missing'));
				customFields([], body, queried);
				return {
					caseTrace: one.trace.map((trace, at) => traceView(world, one, trace, at)),
					cases: [caseView(world, one)],
				};
			}
			const custom = customFields(body.queryType === 'C' ? caseTypes : [], body, queried);
			const from = timeOf(world, body.startCreateTime) ?? world.clock.now() - DEFAULT_DAYS * DAY;
			const to = timeOf(world, body.endCreateTime) ?? Infinity;
			const found = [...world.legacyTickets.cases.values()].filter((one) => {
				const view = caseView(world, one);
				const same = (name: string, wanted?: string): boolean => !wanted || view[name] === wanted;
				return (
					['id', 'channelType', 'status', 'ownerName', 'priority'].every((name) => same(name, body[name])) &&
					Object.entries(custom).every(([name, value]) => same(name, value)) &&
					String(view.title).includes(body.title ?? '') &&
					one.createdAt >= from &&
					one.createdAt <= to
				);
			});
			const [offset, limit] = [Number(body.offset || 0), Number(body.limit || DEFAULT_ROWS)];
			// The newest first: the reference does not say.
			const cases = found
				.sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1))
				.slice(offset, offset + limit)
				.map((one) => caseView(world, one));
			return { total: found.length, cases };
		},
	},
	{
		section: '16.1.5',
		method: 'PUT',
		path: `${BASE}/dealCase`,
		body: z
			.object({
				id: text(20),
				ownerId: optionalText(255),
				traceDescription: optionalText(4000),
				type: oneOfText(...Object.keys(deals)),
			})
			.strict(),
		refusal: (resultDesc) => ({ result: false, resultDesc }),
		handle({ world, body, user }) {
			const one = find.case(world, body.id);
			const owner = body.ownerId ? find.user(world, body.ownerId) : body.type === 'Claim' ? user : undefined;
			if (one.status === CLOSED) notNow('The case is closed.');
			const description = body.traceDescription ?? '';
			deals[body.type](world, one, owner, description);
			change(world, one, user);
			const at = world.clock.now();
			one.trace.push({ type: `${body.type} Case`, text: `${body.type} this Case.`, description, by: user, at });
			return { result: true };
		},
	},
];

export const legacyCases: Interface[] = interfaces.map(legacy);
