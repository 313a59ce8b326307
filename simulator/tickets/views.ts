import type { World } from '../world';
import type { CaseType, Contact } from './seed';
import type { Case, Task, Trace } from './state';

/** Tickets as the samples of chapter 17 print them: what there is not is null. */

export const typeView = (world: World, type: CaseType): object => {
	const made = world.local(world.tickets.since);
	return {
		caseStatus: type.statuses.join(','),
		contentTemplateId: null,
		createdDate: made,
		creatorName: 'manager.one',
		description: type.description,
		id: type.id,
		isStrictOrder: type.isStrict,
		lastModifiedDate: made,
		lastModifiedName: 'manager.one',
		parentId: null,
		status: type.isActive ? 'Active' : 'Inactive',
		templateId: type.templateId,
		typeName: type.name,
	};
};

const time = (world: World, at: number | undefined): string | null => (at === undefined ? null : world.local(at));

/** What lists (table 17-18), details (17-22) and tasks (17-52) have of a case. */
const shared = (world: World, one: Case): object => ({
	attachment: one.attachment ?? '',
	caseNo: one.no,
	closedDate: time(world, one.closedAt),
	contactId: one.contact.id,
	contactPhone: one.contactPhone ?? null,
	createdDate: time(world, one.createdAt),
	creatorId: one.creator.id,
	description: one.description,
	dueDate: one.dueDate ?? null,
	externalNo: null,
	id: one.id,
	isUpgraded: false,
	origin: one.origin ?? null,
	ownerId: one.owner.id,
	parentId: null,
	priority: one.priority ?? null,
	reason: null,
	state: one.state,
	status: one.status,
	stayDate: time(world, one.statusSince),
	suspendAccumulatedTime: null,
	suspendDate: null,
	title: one.title,
	type: one.type.id,
});

const customView = ({ type, custom }: Case): object =>
	Object.fromEntries(type.customFields.map((name) => [name, custom[name] ?? null]));

export const listedCase = (world: World, one: Case): object => ({
	...shared(world, one),
	typeName: one.type.name,
	ownerType: 'User',
	creatorName: one.creator.name,
	ownerName: one.owner.name,
	...customView(one),
});

export const relatedCase = shared;

/** Names that end in CST have two underscores before it, as in 16.2.8; one of them is lost in the samples. */
const detailed = (world: World, one: Case): object => ({
	...shared(world, one),
	creatorName: one.creator.name,
	ownerName: one.owner.name,
	AICC__IsCanced__CST: one.isCanceled,
	AICC__IsSuspend__CST: false,
	'AICC__Origin__CST.name': one.origin ?? '',
	'AICC__Priority__CST.name': one.priority ?? '',
	'AICC__State__CST.name': one.state,
	'AICC__Status__CST.name': one.status,
	...customView(one),
});

export const traceView = (world: World, trace: Trace): object => ({
	createdDate: time(world, trace.at),
	creatorId: trace.by.id,
	creatorName: trace.by.name,
	description: trace.description ?? null,
	from: trace.from ?? null,
	fromName: trace.fromName ?? null,
	relatedId: trace.relatedId ?? null,
	title: trace.title ?? null,
	toAddress: trace.toAddress ?? null,
	type: trace.type,
	attachment: trace.attachment ?? null,
});

/** Wrapped twice in both samples. */
const customer = (world: World, contact: Contact | undefined): object | null =>
	contact
		? {
				customerInfo: {
					id: contact.id,
					name: null,
					customerName: contact.name,
					gender: contact.gender,
					cellPhone1: contact.phone,
					email: contact.email,
					bindAccount: [],
					createdDate: time(world, world.tickets.since),
					lastModifiedDate: time(world, world.tickets.since),
				},
			}
		: null;

export const caseDetail = (world: World, one: Case): object => ({
	caseInfo: detailed(world, one),
	caseTrace: one.trace.map((trace) => traceView(world, trace)),
	customerInfo: customer(world, one.contact),
	isFollower: false,
	tasks: [...world.tickets.tasks.values()]
		.filter(({ relatedId }) => relatedId === one.id)
		.map((task) => taskView(world, task)),
});

/** Table 17-50. */
const taskView = (world: World, task: Task): object => ({
	id: task.id,
	taskNo: task.no,
	title: task.title,
	description: task.description ?? null,
	type: task.relatedType ?? null,
	relateId: task.relatedId ?? null,
	ownerId: task.owner.id,
	ownerName: task.owner.name,
	contactId: task.contact?.id ?? null,
	priority: task.priority ?? null,
	dueDate: task.dueDate ?? null,
	creatorId: task.creator.id,
	creatorName: task.creator.name,
	createdDate: time(world, task.createdAt),
	closedDate: time(world, task.closedAt),
	stayDate: time(world, task.statusSince),
	status: task.status,
	attachment: task.attachment ?? null,
});

/** Table 17-46, and what its sample begins with before it breaks off. */
export const listedTask = (world: World, task: Task): object => ({
	closedDate: time(world, task.closedAt),
	contactId: task.contact?.id ?? null,
	createdDate: time(world, task.createdAt),
	taskId: task.id,
	taskNo: task.no,
	title: task.title,
	ownerId: task.owner.id,
	ownerName: task.owner.name,
	priority: task.priority ?? null,
	dueDate: task.dueDate ?? null,
	status: task.status,
	description: task.description ?? null,
	creatorId: task.creator.id,
	creatorName: task.creator.name,
});

export function taskDetail(world: World, task: Task): object {
	const related = world.tickets.cases.get(task.relatedId ?? '');
	return {
		taskInfo: taskView(world, task),
		taskTrace: task.trace.map((trace) => traceView(world, trace)),
		customerInfo: customer(world, task.contact),
		caseInfos: related ? [relatedCase(world, related)] : [],
	};
}
