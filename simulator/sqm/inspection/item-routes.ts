import { z } from 'zod';
import type { Interface } from '../../interface';
import { int, oneOf, oneOfText, optionalText, text } from '../../schema/fields';
import { operators } from '../seed';
import { CCSQM, malformed, quality, type QualityInterface, wrong } from '../serve';
import { handOver, pass, sendBack } from './appeals';
import { numericId, numericIdOrText, role, ruleInfo, ruleType, seconds } from './fields';
import type { Item, QualityInspection } from './state';
import { rowsOf } from './task-routes';
import { itemDetailView, itemView, nodeView, scoreView, stepWords } from './views';

/** 12.2.16. All appeals: nothing in the reference makes a problem (type 1). */

const BASE = `${CCSQM}/qualityitem`;
const code = '0410000';
const APPEAL = 2;
const MOST_ROWS = 1_000_000;

const find = (inspection: QualityInspection, id: string): Item =>
	inspection.items.get(id) ?? wrong(`The item ${id} does not exist.`);

function open(inspection: QualityInspection, id: string): Item {
	const item = find(inspection, id);
	if (item.step === 'end') wrong(`The item ${id} is completed.`);
	return item;
}

const mustBeUser = (userId: string): void => {
	if (!operators.some((operator) => operator.userId === userId)) wrong(`The user ${userId} does not exist.`);
};

const interfaces: QualityInterface[] = [
	{
		section: '12.2.16.1',
		path: `${BASE}/reassginQualityTask`,
		code,
		// The table calls all of them optional, but without them there is nothing to do.
		body: z.object({ handler: text(), qualityTaskInfoId: text(), role }).strict(),
		handle({ world: { qualityInspection }, body, operator }) {
			const item = open(qualityInspection, body.qualityTaskInfoId);
			mustBeUser(body.handler);
			handOver(qualityInspection, item, operator?.userId ?? '', body.handler);
			return {};
		},
	},
	{
		section: '12.2.16.2',
		path: `${BASE}/modifyQualityItemResult`,
		code,
		exact: true,
		body: z
			.object({
				isGroup: z.boolean().optional(),
				qualityItemId: numericIdOrText,
				qualityItemType: oneOf(1, APPEAL),
				ruleInfo,
				ruleType,
				uuid: text(),
			})
			.strict(),
		handle({ world: { qualityInspection }, body }) {
			const { call } = open(qualityInspection, body.qualityItemId);
			if (body.qualityItemType !== APPEAL) wrong('The item is an appeal.');
			if (call.uuid !== body.uuid) wrong('The call is not that of the item.');
			const result = qualityInspection.result(call, body.ruleInfo.reviseId) ?? wrong('The call has no such result.');
			if (result.type !== body.ruleType) wrong('The rule is of another type.');
			Object.assign(result, { revise: body.ruleInfo.revise, description: body.ruleInfo.description });
			return {};
		},
	},
	{
		section: '12.2.16.3',
		path: `${BASE}/appealItem`,
		code,
		body: z
			.object({
				auditOperation: oneOfText('back', 'pass', 'assign'),
				callId: optionalText(),
				coment: optionalText(),
				taskInfoId: text(),
				assignee: optionalText(),
				role: role.optional(),
			})
			.strict(),
		handle({ world: { qualityInspection }, body, operator }) {
			const item = open(qualityInspection, body.taskInfoId);
			if (body.callId && item.call.uuid !== body.callId) wrong('The call is not that of the item.');
			if (item.handler !== operator?.userId) wrong('The item is with somebody else.');
			if (body.auditOperation === 'pass') pass(qualityInspection, item, body.coment ?? '');
			else if (body.auditOperation === 'back') sendBack(qualityInspection, item, body.coment ?? '');
			else {
				if (!body.assignee) malformed('assignee is missing');
				mustBeUser(body.assignee);
				handOver(qualityInspection, item, item.handler, body.assignee);
			}
			return {};
		},
	},
	{
		section: '12.2.16.4',
		path: `${BASE}/queryQualityItem`,
		body: z
			.object({
				fixedColumns: z
					.object({
						agentUserIds: z.array(text()).optional(),
						qualityUserIds: z.array(text()).optional(),
						taskType: oneOfText('1', '2').optional(),
						taskStatus: oneOf(21, 22, 24, 27).optional(),
					})
					.strict()
					.optional(),
				startTimeMillis: seconds.optional(),
				endTimeMillis: seconds.optional(),
				rows: int(1, MOST_ROWS).optional(),
				page: int(1).optional(),
			})
			.strict(),
		handle({ world: { qualityInspection }, body }) {
			const { agentUserIds = [], qualityUserIds = [], taskType, taskStatus } = body.fixedColumns ?? {};
			const has = (ids: string[], id: string): boolean => ids.length === 0 || ids.includes(id);
			const found = [...qualityInspection.items.values()].reverse().filter(
				(item) =>
					has(agentUserIds, item.call.staffId) &&
					has(qualityUserIds, item.handler) &&
					taskType !== '1' &&
					(taskStatus === undefined || stepWords[item.step][1] === taskStatus) &&
					item.createdAt >= (body.startTimeMillis ?? 0) * 1000 &&
					item.createdAt <= (body.endTimeMillis ?? Infinity) * 1000 + 999,
			);
			const size = { page: body.page ?? 1, rows: body.rows ?? MOST_ROWS };
			return { data: rowsOf(found, size).map((item) => itemView(qualityInspection, item)) };
		},
	},
	{
		section: '12.2.16.5',
		path: `${BASE}/queryQualityItemDetail`,
		exact: true,
		body: z.object({ qualityItemId: numericId }).strict(),
		handle: ({ world: { qualityInspection }, body }) => itemDetailView(find(qualityInspection, body.qualityItemId)),
	},
	{
		section: '12.2.16.6',
		path: `${BASE}/queryQualityItemResult`,
		exact: true,
		// The sample names the call as well.
		body: z.object({ qualityId: numericId, call_uuid: optionalText() }).strict(),
		handle({ world: { qualityInspection }, body }) {
			const item = find(qualityInspection, body.qualityId);
			if (body.call_uuid && item.call.uuid !== body.call_uuid) wrong('The call is not that of the item.');
			return scoreView(item);
		},
	},
	{
		section: '12.2.16.7',
		path: `${BASE}/queryQualityHistory`,
		body: z.object({ qualityTaskInfoId: text() }).strict(),
		handle({ world: { qualityInspection }, body, operator }) {
			const item = find(qualityInspection, body.qualityTaskInfoId);
			const canHandle = item.step !== 'end' && item.handler === operator?.userId;
			return {
				showAssign: canHandle,
				workflowNodeList: item.history.map((node) => nodeView(qualityInspection, node)),
				canHandle,
				showReassign: item.step !== 'end',
			};
		},
	},
];

export const inspectionItems: Interface[] = interfaces.map(quality);
