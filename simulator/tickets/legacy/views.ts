import type { World } from '../../world';
import { taskTypes, type LegacyCase, type LegacyTask, type LegacyTrace } from './state';

/** Cases, tasks and items as the samples of chapter 16 print them: what there is not is an empty text. */

type View = Record<string, unknown>;

const blank = (names: string): View => Object.fromEntries(names.split(' ').map((name) => [name, '']));

const time = (world: World, at: number | undefined): string => (at === undefined ? '' : world.local(at));
const times = (count: number): number | '' => count || '';

const CASE = blank(
	'similarRuleId handlingOrgs contactFirstName questResultId urgeDesc urgeTimes lastDescription reopenTimes accessCode ' +
		'contactAddress surveyResultId interactionId isMasterCase creatorType contactId contactName acceptTime mediaType ' +
		'contactLastName parentCaseId contactMiddleName isReopen originalCaseId caseAttachment handlingStaffs follower ' +
		'masterCaseId contactEmail recordType closeType userName userId lockFlag followerName contactPhone',
);

export const caseView = (world: World, one: LegacyCase): View => ({
	...CASE,
	...Object.fromEntries(one.type.customFields.map((name) => [name, ''])),
	...one.texts,
	id: one.id,
	channelType: one.channelType,
	'channelType.name': one.channelType,
	priority: one.priority,
	'priority.name': one.priority,
	isAutoPriority: String(one.isAutoPriority),
	status: one.status,
	'status.name': one.status,
	ownerId: one.owner?.userId ?? '',
	ownerName: one.owner?.name ?? '',
	caseTypeId: one.type.id,
	'caseTypeId.name': one.type.name,
	caseTypeCode: one.type.code,
	caseCauseId: one.type.id,
	dueTime: one.dueTime ?? '',
	suspended: one.suspended,
	submit: 'submit',
	creatorId: '10000',
	creatorName: 'system',
	modifyName: one.changedBy?.name ?? '',
	modifyTime: time(world, one.changedAt),
	transferReason: one.transferReason,
	closeDesc: one.closeDesc,
	reAssignTimes: times(one.reAssignTimes),
	closeTime: time(world, one.closedAt),
	createTime: time(world, one.createdAt),
});

export const traceView = (world: World, one: LegacyCase, trace: LegacyTrace, at: number): View => ({
	id: `cEI4${one.id.slice(4, 16)}${String(at).padStart(4, '0')}`,
	caseId: one.id,
	traceType: trace.type,
	traceBody: trace.text,
	traceDescription: trace.description,
	creatorId: trace.by?.userId ?? '10000',
	creatorName: trace.by?.name ?? 'system',
	createdDate: time(world, trace.at),
	relatedRecordId: '',
	beId: '',
	name: '',
});

const TASK = blank(
	'cancelFlag deleteFlag returnFlag installedPackage surveyResultId interactionId serialNumber urgeFlag contactId name ' +
		'currencyIsoCode escalateFlag contactChannel recallFlag',
);

export const taskView = (world: World, task: LegacyTask): View => ({
	...TASK,
	...Object.fromEntries((taskTypes[task.taskTypeId] ?? []).map((name) => [name, ''])),
	...task.custom,
	id: task.id,
	taskTypeId: task.taskTypeId,
	caseId: task.case.id,
	caseTypeId: task.case.type.id,
	processInstanceId: task.processId,
	title: task.title,
	content: task.content,
	priority: task.priority,
	status: task.status,
	taskOwner: task.ownerId,
	creatorId: task.creator.userId,
	creatorName: task.creatorName,
	taskFollowersId: task.followers.ids,
	taskFollowersName: task.followers.names,
	outDispatchFlag: task.isOutside ? '1' : '',
	closeTime: time(world, task.closedAt),
	createdDate: time(world, task.createdAt),
});

const ITEM = blank(
	'handlingOrgs newItemFlag urgeTimes handlingStaffs installedPackage surveyResultId currentPhase name currencyIsoCode',
);

export const itemView = (world: World, { item, createdAt }: LegacyTask): View => ({
	...ITEM,
	id: item.id,
	processInstanceItemId: item.processItemId,
	status: item.status,
	currentHandler: item.handler?.userId ?? '',
	currentHandlerName: item.handler?.name ?? '',
	handlingComment: item.comment,
	handleTime: time(world, item.doneAt),
	reAssignTimes: times(item.reAssignTimes),
	recallTimes: times(item.recallTimes),
	returnTimes: times(item.returnTimes),
	taskItemFollowersId: item.followers.ids,
	taskItemFollowersName: item.followers.names,
	createdDate: time(world, createdAt),
	lastModifiedDate: time(world, item.changedAt),
});
