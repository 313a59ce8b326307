import { z } from 'zod';
import type { World } from '../world';
import { classified, contains, onPage, within } from './lists';
import { bytes, dateTime, extensible, id, optionalBytes, optionalId, origin, page, priority, states } from './fields';
import { find, refuse, type TicketInterface } from './serve';
import { type CaseType, client, type User } from './seed';
import type { Case } from './state';
import { caseDetail, listedCase } from './views';

const TITLE = 128;
const DESCRIPTION = 20_000;
const MOST_DAYS = 31;

const created = {
	title: bytes(TITLE),
	description: bytes(DESCRIPTION),
	type: id,
	ownerId: optionalId,
	isAutoAssigned: z.boolean(),
	priority,
	origin,
	dueDate: dateTime,
	contactId: id,
	attachment: z.string().optional(),
	creatorId: optionalId,
	contactPhone: optionalBytes(20),
	beId: optionalBytes(20),
	// Not in the table, but in the sample.
	state: z.enum(states).optional(),
};

/** Descriptions in this table are a row off: an owner and a priority they are all the same. */
const modified = {
	id,
	title: bytes(TITLE),
	description: bytes(DESCRIPTION),
	ownerId: z.string().optional(),
	priority,
	dueDate: dateTime,
	contactId: optionalId,
	creatorId: optionalId,
	contactPhone: optionalBytes(20),
	attachment: z.string().optional(),
};

const filters = {
	title: optionalBytes(TITLE),
	status: z.string().optional(),
	priority,
	origin,
	ownerId: optionalId,
	type: optionalId,
	contactId: optionalId,
	contactPhone: optionalBytes(20),
	creatorId: optionalId,
	startTime: dateTime,
	endTime: dateTime,
	classification: z.enum(['Todo', 'Follow', 'Created', 'Processed']).optional(),
	...page,
};

const transferred = { id, ownerId: id, creatorId: id };

const processed = {
	caseId: id,
	creatorId: id,
	processInfo: z
		.object({
			type: z.enum(['Internal', 'Email', 'SMS']),
			title: bytes(TITLE),
			description: bytes(DESCRIPTION),
			from: optionalId,
			fromName: optionalBytes(80),
			toAddress: optionalBytes(2000),
			creatorId: optionalId,
			// Not in the table, but in the sample.
			attachment: z.string().optional(),
		})
		.strict(),
};

/** What is left beside the known fields must be fields of the template, in texts. */
function customFields(type: CaseType | undefined, types: CaseType[], given: object, shape: object): Case['custom'] {
	const extra = Object.entries(given).filter(([name]) => !(name in shape));
	const known = (type ? [type] : types).flatMap((one) => one.customFields);
	for (const [name, value] of extra) {
		if (!known.includes(name)) refuse(`${name} is not expected`);
		if (typeof value !== 'string') refuse(`${name} must be a string`);
	}
	return Object.fromEntries(extra) as Case['custom'];
}

/** A case that can still be worked on. */
function live(world: World, caseId: string): Case {
	const one = find.case(world, caseId);
	if (one.closedAt !== undefined) refuse('The case is closed.');
	if (one.isCanceled) refuse('The case is canceled.');
	return one;
}

/** Whoever acts must own the case or be a manager. */
function actor(world: World, one: Case, userId: string): User {
	const user = find.user(world, userId);
	if (one.owner !== user && !user.isManager) refuse('Only the owner of the case or a manager may do this.');
	return user;
}

function ownerOf(world: World, { ownerId, isAutoAssigned }: { ownerId?: string; isAutoAssigned: boolean }): User {
	if (ownerId) return find.user(world, ownerId);
	return isAutoAssigned ? world.tickets.freest() : refuse('ownerId is required unless isAutoAssigned is true.');
}

/** In strict order only the next status is a way on; a status of another type never is. */
function checkStatus(one: Case, status: string): void {
	const { statuses, isStrict } = one.type;
	const [at, now] = [statuses.indexOf(status), statuses.indexOf(one.status)];
	if (at < 0) refuse(`The case type has no status ${status}.`);
	if (isStrict && at !== now + 1) refuse(`${one.status} is not followed by ${status}.`);
}

export const caseRoutes: TicketInterface[] = [
	{
		section: '17.3.1',
		method: 'POST',
		path: '/case',
		body: z.object({ caseInfo: extensible(created) }).strict(),
		handle(world, { caseInfo }) {
			const type = find.type(world, caseInfo.type);
			if (!type.isActive) refuse('The case type is not active.');
			const made = world.tickets.addCase({
				title: caseInfo.title,
				description: caseInfo.description,
				type,
				contact: find.contact(world, caseInfo.contactId),
				creator: caseInfo.creatorId ? find.user(world, caseInfo.creatorId) : client,
				owner: ownerOf(world, caseInfo),
				priority: caseInfo.priority,
				origin: caseInfo.origin,
				dueDate: caseInfo.dueDate || undefined,
				attachment: caseInfo.attachment,
				contactPhone: caseInfo.contactPhone,
				beId: caseInfo.beId,
				custom: customFields(type, [], caseInfo, created),
				status: type.statuses[0],
				state: caseInfo.state ?? 'Processing',
				isCanceled: false,
			});
			return { caseId: made.id };
		},
	},
	{
		section: '17.3.2',
		method: 'POST',
		path: '/case/list',
		body: extensible(filters),
		handle(world, given) {
			const { types, cases } = world.tickets;
			const custom = customFields(undefined, types, given, filters);
			const isInTime = within(world, given, MOST_DAYS);
			const same = (wanted: string | undefined, value: string | undefined): boolean =>
				!wanted || wanted === value;
			const found = [...cases.values()].filter(
				(one) =>
					contains(one.title, given.title ?? '') &&
					same(given.status, one.status) &&
					same(given.priority, one.priority) &&
					same(given.origin, one.origin) &&
					same(given.ownerId, one.owner.id) &&
					same(given.type, one.type.id) &&
					same(given.contactId, one.contact.id) &&
					same(given.contactPhone, one.contactPhone) &&
					same(given.creatorId, one.creator.id) &&
					(!given.classification || classified[given.classification](one)) &&
					Object.entries(custom).every(([name, value]) => same(value, one.custom[name])) &&
					isInTime(one),
			);
			const caseList = onPage(found, given.start, given.limit).map((one) => listedCase(world, one));
			return { caseList, count: found.length };
		},
	},
	{
		section: '17.3.3',
		method: 'GET',
		path: '/case/{id}',
		// An array in the sample.
		handle: (world, _body, params) => [caseDetail(world, find.case(world, params.id))],
	},
	{
		section: '17.3.4',
		method: 'POST',
		path: '/case/modify',
		body: z.object({ caseInfo: extensible(modified) }).strict(),
		handle(world, { caseInfo }) {
			const one = live(world, caseInfo.id);
			const custom = customFields(one.type, [], caseInfo, modified);
			const { title, description, ownerId, contactId, creatorId } = caseInfo;
			const owner = ownerId ? find.user(world, ownerId) : one.owner;
			const contact = contactId ? find.contact(world, contactId) : one.contact;
			// "Creator": who created the case, or who changes it? It is no field that a change has any use for.
			if (creatorId) find.user(world, creatorId);
			Object.assign(one, {
				title,
				description,
				owner,
				contact,
				priority: caseInfo.priority ?? one.priority,
				dueDate: caseInfo.dueDate || one.dueDate,
				contactPhone: caseInfo.contactPhone ?? one.contactPhone,
				attachment: caseInfo.attachment ?? one.attachment,
				custom: { ...one.custom, ...custom },
			});
		},
	},
	{
		section: '17.3.5',
		method: 'POST',
		path: '/case/transfer',
		body: extensible(transferred),
		handle(world, body) {
			const one = live(world, body.id);
			const custom = customFields(one.type, [], body, transferred);
			actor(world, one, body.creatorId);
			one.owner = find.user(world, body.ownerId);
			Object.assign(one.custom, custom);
		},
	},
	{
		section: '17.3.6',
		method: 'POST',
		path: '/case/process',
		body: extensible(processed),
		handle(world, body) {
			const one = live(world, body.caseId);
			const custom = customFields(one.type, [], body, processed);
			const by = actor(world, one, body.creatorId);
			const { creatorId, ...info } = body.processInfo;
			if (creatorId) find.user(world, creatorId);
			world.tickets.note(one, { ...info, by });
			Object.assign(one.custom, custom);
		},
	},
	{
		section: '17.3.7',
		method: 'POST',
		path: '/case/cancel',
		body: z.object({ id, creatorId: id }).strict(),
		handle(world, body) {
			const one = live(world, body.id);
			actor(world, one, body.creatorId);
			one.isCanceled = true;
		},
	},
	{
		section: '17.3.8',
		method: 'POST',
		path: '/status/update',
		body: z.object({ id, creatorId: id, status: bytes(128) }).strict(),
		handle(world, body) {
			const one = live(world, body.id);
			find.user(world, body.creatorId);
			checkStatus(one, body.status);
			world.tickets.setStatus(one, body.status);
		},
	},
	{
		section: '17.3.9',
		method: 'POST',
		path: '/close',
		body: z.object({ caseId: id, creatorId: id }).strict(),
		handle(world, body) {
			const one = live(world, body.caseId);
			actor(world, one, body.creatorId);
			if (one.status !== one.type.statuses.at(-1)) refuse('The case is not in its last status.');
			one.state = 'Completed';
			one.closedAt = world.tickets.clock.now();
		},
	},
];
