import { operators } from '../seed';
import { isViolation, type QualityCall, type RuleResult, ruleTypes, scoresOf, stateOf } from './calls';
import { stateOfTask } from './drawing';
import type { HistoryNode, Item, Plan, QualityInspection, ReviewTask, Step, TaskCall } from './state';

/** Things as the samples print them. */

const seconds = (time: number): number => Math.floor(time / 1000);

export const nameOf = (userId: string | undefined): string | undefined =>
	operators.find((operator) => operator.userId === userId)?.name;

const LEFT_RATIO = 0.6081;
const RIGHT_RATIO = 0.185;

export const callView = (call: QualityCall, now: number): object => ({
	staff_name: call.staffName,
	create_time: seconds(call.uploadedAt),
	left_speed: call.speed,
	left_speech_ratio: LEFT_RATIO,
	file_name: call.fileName,
	left_channel: 'customer',
	right_speech_ratio: RIGHT_RATIO,
	call_time: seconds(call.calledAt),
	inspect_status: call.reviews > 0 ? 1 : 0,
	right_channel: 'staff',
	complain_status: -1,
	call_id: call.uuid,
	left_silence_time: call.leftSilence,
	duration: call.duration,
	upload_time: seconds(call.uploadedAt),
	right_silence_time: call.leftSilence,
	right_speed: call.speed,
	staff_id: call.staffId,
	call_uuid: call.uuid,
	review_status: -1,
	call_type: call.type,
	status: stateOf(call, now),
});

const emotions = (negative: number): object[] => [
	{ score: negative, type: 'negative' },
	{ score: 100 - negative, type: 'positive' },
];

export const detailView = (call: QualityCall, now: number): object => ({
	staff_name: call.staffName,
	left_speed: call.speed,
	create_time: seconds(call.uploadedAt),
	left_speech_ratio: LEFT_RATIO,
	file_name: call.fileName,
	right_speech_ratio: RIGHT_RATIO,
	left_channel: 'customer',
	call_time: seconds(call.calledAt),
	right_channel: 'staff',
	call_id: call.uuid,
	segments: call.scenarios.length === 0 ? [] : call.segments.map(({ speaker, text, start, end }, index) => ({
		start_time: start,
		asr_text: text,
		speaker,
		end_time: end,
		segment_id: index + 1,
	})),
	left_silence_time: call.leftSilence,
	duration: call.duration,
	right_emotions: emotions(32),
	right_silence_time: call.leftSilence,
	upload_time: seconds(call.uploadedAt),
	left_emotions: emotions(65),
	right_speed: call.speed,
	staff_id: call.staffId,
	call_uuid: call.uuid,
	call_type: call.type,
	status: stateOf(call, now),
});

const kinds: Array<[key: string, type: number, id: string, name: string]> = [
	['rules', ruleTypes.dialog, 'rule_id', 'rule_name'],
	['silence_rule', ruleTypes.silence, 'silence_id', 'name'],
	['speed_rule', ruleTypes.speed, 'speed_id', 'name'],
	['interposal_rule', ruleTypes.interruption, 'interposal_id', 'name'],
];

function resultView(result: RuleResult, id: string, name: string): Record<string, unknown> {
	const view = {
		valid: result.valid,
		score: isViolation(result) ? -result.cost : 0,
		invalid_segment: result.invalid.map(({ start, end, segment }) => ({
			start_time: start,
			end_time: end,
			call_id: String(segment),
		})),
		revise_id: result.reviseId,
		revise: result.revise,
		setting: { [id]: result.ruleId, [name]: result.name },
	};
	return name === 'name' ? { ...view, name: result.name } : view;
}

function scenarioView(results: RuleResult[], groupId: string, groupName: string, score: number): object {
	const ofKinds = kinds.map(([key, type, id, name]) => [
		key,
		results.filter((result) => result.type === type).map((result) => resultView(result, id, name)),
	]);
	return {
		score,
		...Object.fromEntries(ofKinds.filter(([, found]) => found.length > 0)),
		setting: { group_id: groupId, group_name: groupName, ignore_sensitive: 0, description: '' },
	};
}

/** 12.2.17.4: all scenarios of a call. */
export const creditView = (call: QualityCall): object => ({
	create_time: seconds(call.uploadedAt),
	credit: call.scenarios.map(({ groupId, name, results }) =>
		scenarioView(results, groupId, name, scoresOf([...results, ...call.sensitive]).manual),
	),
	sensitive_words: call.sensitive.map((result) => ({
		...resultView(result, 'sw_id', 'sw_name'),
		invalid_segment: result.invalid.map(({ segment }) => segment),
	})),
});

/** 12.2.16.6: one scenario of the call of an item. */
export function scoreView({ call, scenarioId }: Item): object[] {
	return call.scenarios
		.filter(({ groupId }) => groupId === scenarioId)
		.map(({ groupId, name, results }) => {
			const { automatic, manual } = scoresOf([...results, ...call.sensitive]);
			return {
				createTime: seconds(call.uploadedAt),
				ruleGroupName: name,
				manuallyScore: manual,
				automaticScore: automatic,
				credit: scenarioView(results, groupId, name, automatic),
				ruleGroupId: groupId,
			};
		});
}

export function taskView(task: ReviewTask, userId: string | undefined, now: number): object {
	const done = task.calls.filter(({ inspectStatus }) => inspectStatus > 0).length;
	const status = stateOfTask(task, now);
	return {
		reviewFinishedCount: 0,
		inspectFinishedCount: done,
		planName: task.name,
		isManipulate: 0,
		inspectTotalCount: task.calls.length,
		planCode: task.id,
		planCodeStr: task.id,
		creatOperator: nameOf(task.creator),
		createTime: seconds(task.createdAt),
		id: task.id,
		personType: task.creator === userId ? 1 : 0,
		reviewTotalCount: 0,
		...(task.activeFrom !== undefined && { effectiveDate: seconds(task.activeFrom) }),
		...(task.range.from !== undefined && { callStart: task.range.from }),
		...(task.range.to !== undefined && { callEnd: task.range.to }),
		status,
		interactionType: String(task.range.interactionType),
	};
}

export const taskCallView = ({ id, callId, call, inspector, inspectStatus }: TaskCall): object => ({
	calls: [
		{
			duration: call.duration,
			upload_time: seconds(call.uploadedAt),
			rightSpeechRatio: String(RIGHT_RATIO),
			file_name: call.fileName,
			leftSpeechRatio: String(LEFT_RATIO),
			call_time: seconds(call.calledAt),
			leftChannel: 'staff',
			call_uuid: call.uuid,
			inspectStatus,
			call_type: call.type,
			taskId: id,
			call_id: callId,
		},
	],
	id,
	inspector,
	inspectStatus,
	inspectorName: nameOf(inspector),
	is_group: false,
	setting: { staff_name: call.staffName, staffId: call.staffId, taskId: id, call_id: callId },
});

const CYCLES = { 1: '每天', 2: '每周', 3: '每月' };

export const planView = (inspection: QualityInspection, plan: Plan): object => ({
	qiqtStartTimeStr: inspection.local(plan.start),
	qiqtEndType: plan.endType,
	qiqtEndTypeStr: plan.endType === '2' ? '时间限制' : '次数限制',
	qiqtId: plan.id,
	...(plan.next !== undefined && { nextExecutionTimeStr: inspection.local(plan.next) }),
	qiqtName: plan.name,
	qiqtExecutionTimes: plan.times,
	qiqtTotalTimes: plan.totalTimes,
	qiqtCycleType: CYCLES[plan.cycle],
	qiqtStatus: plan.isRunning ? '2' : '1',
	qiqtCreator: nameOf(plan.creator),
	qiqtCreateTimeStr: inspection.local(plan.createdAt),
	...(plan.end !== undefined && { qiqtEndTimeStr: inspection.local(plan.end) }),
	interactionType: String(plan.range.interactionType),
});

/** The word for 27 (being verified) is in no sample. */
export const stepWords: Record<Step, [word: string, code: number]> = {
	review: ['reviewed', 21],
	handling: ['processing', 24],
	verification: ['verifying', 27],
	end: ['end', 22],
};

export const itemView = (inspection: QualityInspection, item: Item): object => ({
	taskType: 'APPEAL',
	calls: [{ call_uuid: item.call.uuid }],
	initiatorName: nameOf(item.initiator),
	taskOperatorName: item.step === 'end' ? '' : nameOf(item.handler),
	id: item.id,
	taskStatus: stepWords[item.step][0],
	createTimeStr: inspection.local(item.createdAt),
	updateTimeStr: inspection.local(item.updatedAt),
	setting: { file_name: item.call.fileName },
});

export const itemDetailView = ({ call, results, scenarioId }: Item): object => ({
	qualityItemRuleHit: results.map((result, index) => ({
		valid: result.valid ? 1 : 0,
		revise: result.revise,
		ruleType: result.type,
		reviseId: result.reviseId,
		ruleName: result.name,
		description: result.description,
		id: 16233929967205038091n + BigInt(index),
		ruleId: result.ruleId,
		ruleGroupId: scenarioId,
	})),
	qualityItem: { callId: call.uuid, taskType: 2 },
});

export const nodeView = (inspection: QualityInspection, node: HistoryNode): object => ({
	...(node.conclusion !== undefined && { conclusion: node.conclusion }),
	nodeName: node.name,
	handler: nameOf(node.handler),
	createTime: inspection.local(node.createdAt),
	...(node.assigned.length > 0 && {
		assignHistoryList: node.assigned.map(({ originalHandler, newHandler, assignee, at }) => ({
			originalHandler: nameOf(originalHandler),
			newHandler: nameOf(newHandler),
			assignee: nameOf(assignee),
			assignTime: inspection.local(at),
		})),
	}),
	remark: node.remark,
});
