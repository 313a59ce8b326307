import { done, eachOf, entries, nameOf, object, readAs, timeOf, WHOLE, type DerivedFields } from '../../../cec/catalogue/answer';
import { choice, list, pick, picks, section, text, type Fields } from '../../../cec/catalogue/field';
import { operation, resource, type Erratum } from '../../../cec/catalogue/operation';
import { sqm } from '../../../cec/families/sqm';
import { byUser, SQM } from '../../HuaweiCecQualityRules/resources/shared';
import { rulesOf } from './rules';
import { correction, isGroup, lostId, pageAndRows, ROLES, RULE_TYPES, ruleType, time, user, VERDICTS } from './shared';

const ITEMS = `${SQM}/qualityitem`;
/** CEC takes up to a million; answers of that size help nobody. */
const MOST_ROWS = 1000;

const KINDS = { 1: 'Problem', 2: 'Appeal' };
const STATES = { 21: 'Under Review', 22: 'Completed', 24: 'Being Handled', 27: 'Being Verified' };

/** As answers write them. */
const KINDS_IN_ANSWERS = { ...KINDS, APPEAL: 'Appeal', PROBLEM: 'Problem' };
const STATES_IN_ANSWERS = { ...STATES, reviewed: 'Under Review', processing: 'Being Handled', end: 'Completed' };
const STEPS = { 发起申诉件: 'Appeal Made', 审核: 'Review', 处理: 'Handling', 核实: 'Verification', 完结: 'Completed' };
const CONCLUSIONS = { 通过: 'Passed', 不通过: 'Not Passed' };
const VERDICTS_IN_ANSWERS = { ...VERDICTS, '-1': 'None' };

const item = pick('inspectionItems', 'Inspection Item').named('itemId').required();
const role = choice('Role', ROLES).named('role').startsAs('qualityDirector');

const lostInfoId: Erratum = { printed: 'taskInfold, qualityTaskInfold', sent: 'taskInfoId, qualityTaskInfoId', why: 'They name an ID; capital I was read as l.' };
const noneRequired: Erratum = { printed: 'No field that must be there', sent: 'always the item and what is to become of it', why: 'Without them nothing is said.' };

const ruleReadings: DerivedFields = {
	ruleTypeName: readAs('ruleId', (_id, row) => [(RULE_TYPES as Record<string, string>)[String(row.ruleType ?? row.type)]].flat()[0]),
	validName: nameOf('valid', VERDICTS_IN_ANSWERS),
	reviseName: nameOf('revise', VERDICTS_IN_ANSWERS),
	createdAt: timeOf('createTime', 'epochSeconds'),
	updatedAt: timeOf('updateTime', 'epochSeconds'),
};

const newHandler = (hint: string): Fields[string] => user('New Handler ID', hint);

/** Problems and appeals, each about one call, on their way from hand to hand. */
export const inspectionItem = resource('inspectionItem', 'Inspection Item', sqm, {
	correct: operation('12.2.16.2', {
		name: 'Correct',
		action: 'Correct a result of an inspection item',
		description: 'Say that the call has kept or broken a rule, whatever was found before',
		request: `POST ${ITEMS}/modifyQualityItemResult`,
		risk: 'write',
		headers: byUser,
		body: {
			qualityItemId: item,
			qualityItemType: choice('Kind', KINDS).named('kind').startsAs(2).required(),
			uuid: pick('itemCalls', 'Call', 'The call of the item: "call_uuid" in "calls" of Get Many').named('callUuid').required(),
			ruleType,
			ruleInfo: section(correction).required(),
			isGroup,
		},
		answer: done(),
		errata: [
			lostId,
			noneRequired,
			{ printed: 'qualityItemId as a text in the table, as a number in the sample', sent: 'a text', why: 'So the table.' },
			{
				printed: 'reviseId, reviewResult, modifyRemark, manualRuleScore, groupId beside ruleInfo in the sample, ruleGroupId in it',
				sent: 'nothing of them',
				why: 'The table lacks them.',
			},
		],
	}),

	get: operation('12.2.16.5', {
		name: 'Get',
		action: 'Get an inspection item',
		description: 'Get the rules that an item is about, and their results',
		request: `POST ${ITEMS}/queryQualityItemDetail`,
		risk: 'read',
		headers: byUser,
		body: { qualityItemId: item.asInteger() },
		answer: object(undefined, { adds: { kindName: nameOf('qualityItem.taskType', KINDS), qualityItemRuleHit: eachOf('qualityItemRuleHit', ruleReadings) } }),
		errata: [
			{ printed: 'type in the table, ruleType in the sample', sent: 'both are read', why: 'They contradict each other.' },
			{ printed: 'reviseId in the table, reviselid in the sample', sent: 'nothing', why: 'It stays as it comes; capital I was read as l.' },
			{ printed: 'callId and ruleGroupId as numbers in the table, as texts with letters in the sample', sent: 'nothing', why: 'They stay as they come.' },
		],
	}),

	getHistory: operation('12.2.16.7', {
		name: 'Get History',
		action: 'Get the history of an inspection item',
		description: 'Get who has done what about an appeal',
		request: `POST ${ITEMS}/queryQualityHistory`,
		risk: 'read',
		headers: byUser,
		body: { qualityTaskInfoId: item },
		answer: object(undefined, {
			adds: {
				workflowNodeList: eachOf('workflowNodeList', {
					stepName: nameOf('nodeName', STEPS),
					conclusionName: nameOf('conclusion', CONCLUSIONS),
					createdAt: timeOf('createTime'),
					assignHistoryList: eachOf('assignHistoryList', { assignedAt: timeOf('assignTime') }),
				}),
			},
		}),
		errata: [
			lostInfoId,
			{ printed: 'showAssgin in the table, showAssign in the sample', sent: 'read as it comes', why: 'They contradict each other.' },
			{ printed: 'Times as yyyy-MM-dd', sent: 'read as yyyy-MM-dd HH:mm:ss', why: 'So the sample.' },
		],
	}),

	getMany: operation('12.2.16.4', {
		name: 'Get Many',
		action: 'Get many inspection items',
		request: `POST ${ITEMS}/queryQualityItem`,
		risk: 'read',
		headers: byUser,
		body: {
			startTimeMillis: time('From', 'Made at or after this time').named('from'),
			endTimeMillis: time('To', 'Made at or before this time').named('to'),
			fixedColumns: section({
				taskType: choice('Kind', KINDS).asText().named('kind').startsAs(2),
				taskStatus: choice('Status', STATES).named('status').startsAs(21),
				agentUserIds: picks('agentUsers', 'Agent Names or IDs', 'Only items about calls of these agents').named('agentUserIds').follows('actingUserId'),
				qualityUserIds: list('Inspector User IDs', 'Only items of these inspectors').named('inspectorUserIds'),
			}),
		},
		page: pageAndRows(MOST_ROWS),
		answer: entries('data', {
			adds: {
				kindName: nameOf('taskType', KINDS_IN_ANSWERS),
				statusName: nameOf('taskStatus', STATES_IN_ANSWERS),
				createdAt: timeOf('createTimeStr'),
				updatedAt: timeOf('updateTimeStr'),
			},
		}),
		errata: [
			{
				printed: 'taskTypeName and taskStatusName in the table, taskType and taskStatus in the sample',
				sent: 'read as they come; those of the sample are named in English',
				why: 'They contradict each other.',
			},
			{ printed: 'Times as yyyy-MM-dd', sent: 'read as yyyy-MM-dd HH:mm:ss', why: 'So the sample.' },
		],
	}),

	getScores: operation('12.2.16.6', {
		name: 'Get Scores',
		action: 'Get the scores of an inspection item',
		description: 'Get the scores of the call by machine and people, one item for each scenario',
		request: `POST ${ITEMS}/queryQualityItemResult`,
		risk: 'read',
		headers: byUser,
		body: {
			qualityId: item.asInteger(),
			call_uuid: pick('itemCalls', 'Call', 'The call of the item: "call_uuid" in "calls" of Get Many').named('callUuid'),
		},
		answer: entries(WHOLE, { adds: { createdAt: timeOf('createTime', 'epochSeconds'), rules: readAs('credit', (_credit, row) => rulesOf(row)) } }),
		errata: [
			{ printed: 'An object in the table, a list in the sample', sent: 'both are read', why: 'They contradict each other.' },
			{ printed: 'call_uuid in the sample, missing in the table', sent: 'where it is given', why: 'The sample shows a request that was answered.' },
		],
	}),

	reassign: operation('12.2.16.1', {
		name: 'Reassign',
		action: 'Reassign an inspection item',
		description: 'Give an appeal to another handler',
		request: `POST ${ITEMS}/reassginQualityTask`,
		risk: 'write',
		headers: byUser,
		body: {
			qualityTaskInfoId: item,
			handler: newHandler('User ID of whoever handles the item from now on').named('handlerId').required(),
			role: role.called('Role', 'Role of the new handler').required(),
		},
		answer: done(),
		errata: [
			lostInfoId,
			noneRequired,
			{
				printed: 'auditOperation, assignee and taskInfoId in the sample',
				sent: 'nothing of them',
				why: 'Neither the table nor the digital edition of the vendor has them.',
			},
		],
	}),

	review: operation('12.2.16.3', {
		name: 'Review',
		action: 'Review an inspection item',
		description: 'Let an appeal pass, send it back, or have somebody else decide',
		request: `POST ${ITEMS}/appealItem`,
		risk: 'write',
		headers: byUser,
		body: {
			taskInfoId: item,
			auditOperation: choice('Decision', {
				assign: ['Assign', 'Somebody else decides'],
				back: ['Send Back', 'The appeal is not justified'],
				pass: ['Pass', 'The appeal goes on to its next step'],
			})
				.named('decision')
				.startsAs('pass')
				.required(),
			assignee: newHandler('User ID of whoever decides').named('handlerId').when({ auditOperation: ['assign'] }).required(),
			callId: pick('itemCalls', 'Call', 'The call of the item').named('callUuid'),
			coment: text('Comment').named('comment').lines(),
			role,
		},
		answer: done(),
		errata: [
			lostInfoId,
			noneRequired,
			{ printed: 'assignee in the sample, which lets the appeal pass', sent: 'only where somebody else is to decide', why: 'So the table explains it.' },
			{ printed: 'role as the ID of an inspector', sent: 'one of the roles of 12.2.16.1', why: 'The roles are listed there under the same name.' },
		],
	}),
});
