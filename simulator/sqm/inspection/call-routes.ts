import { z } from 'zod';
import type { Interface } from '../../interface';
import { int, oneOfText, optionalText, text } from '../../schema/fields';
import { operators } from '../seed';
import { CCSQM, pageOf, paging, quality, type QualityInterface, wrong } from '../serve';
import { appeal } from './appeals';
import { INSPECTED, type QualityCall, stateOf, states } from './calls';
import { media, seconds } from './fields';
import type { QualityInspection } from './state';
import { callView, detailView } from './views';

/** 12.2.12. Nothing of it answers with a code. */

const BASE = `${CCSQM}/appraisecall`;

export const findCall = (inspection: QualityInspection, uuid: string): QualityCall =>
	inspection.call(uuid) ?? wrong(`The call ${uuid} does not exist.`);

const within = (value: number, from?: number, to?: number): boolean =>
	value >= (from ?? -Infinity) && value <= (to ?? Infinity);

const interfaces: QualityInterface[] = [
	{
		section: '12.2.12.1',
		path: `${BASE}/details`,
		body: z
			.object({
				...paging,
				call_from: seconds.optional(),
				call_to: seconds.optional(),
				call_types: z.array(media).min(1),
				status: z.array(int().refine((value) => states.includes(value))).min(1),
				keyword: optionalText(),
				staff_id: optionalText(),
				staff_name: optionalText(),
				upload_from: seconds,
				upload_to: seconds,
				duration_min: int(0).optional(),
				duration_max: int(0).optional(),
			})
			.strict(),
		handle({ world: { qualityInspection, clock }, body }) {
			const found = qualityInspection.calls.filter(
				(call) =>
					body.call_types.includes(call.type) &&
					body.status.includes(stateOf(call, clock.now())) &&
					within(call.uploadedAt / 1000, body.upload_from, body.upload_to) &&
					within(call.calledAt / 1000, body.call_from, body.call_to) &&
					within(call.duration, body.duration_min, body.duration_max) &&
					(!body.keyword || call.segments.some(({ text: said }) => said.includes(body.keyword))) &&
					(!body.staff_id || call.staffId === body.staff_id) &&
					(!body.staff_name || call.staffName === body.staff_name),
			);
			const groups = [...new Set(found.map(({ groupId }) => groupId))].reverse();
			const data = pageOf(groups, body).map((id) => ({
				calls: found.filter(({ groupId }) => groupId === id).map((call) => callView(call, clock.now())),
				call_group_id: id,
			}));
			return { data, paging: { total: groups.length } };
		},
	},
	{
		section: '12.2.12.2',
		path: `${BASE}/detail`,
		body: z.object({ call_uuid: text() }).strict(),
		handle: ({ world: { qualityInspection, clock }, body }) =>
			detailView(findCall(qualityInspection, body.call_uuid), clock.now()),
	},
	{
		section: '12.2.12.3',
		path: `${BASE}/create`,
		body: z
			.object({
				call_time: seconds.optional(),
				call_type: media,
				file_name: text(),
				staff_id: optionalText(),
				staff_name: optionalText(),
			})
			.strict(),
		handle({ world: { qualityInspection, clock }, body }) {
			const { uuid } = qualityInspection.handIn({
				fileName: body.file_name,
				type: body.call_type,
				staffId: body.staff_id ?? '',
				staffName: body.staff_name ?? '',
				calledAt: body.call_time === undefined ? clock.now() : body.call_time * 1000,
				seconds: 60,
				isThere: true,
			});
			return { call_uuid: uuid };
		},
	},
	{
		section: '12.2.12.4',
		path: `${BASE}/complain`,
		// Numbers in the table, UUIDs in the sample: those that answers have.
		body: z
			.object({
				callGroupId: text(),
				callId: text(),
				isGroup: z.boolean().optional(),
				leaderRole: text(),
				leaderUUID: text(),
				taskDescription: text(),
				chooseRuleGroupList: z
					.array(z.object({ ruleGroupId: text(), reviseIdList: z.array(text()).min(1) }).strict())
					.min(1),
				callType: oneOfText('0', '2'),
			})
			.strict(),
		handle({ world: { qualityInspection, clock }, body, operator }) {
			const call = findCall(qualityInspection, body.callId);
			if (call.groupId !== body.callGroupId) wrong('The call does not belong to this group.');
			if (String(call.type) !== body.callType) wrong('The call is of another type.');
			if (!operators.some(({ userId }) => userId === body.leaderUUID)) wrong('The leader does not exist.');
			const rules = (body.chooseRuleGroupList as Array<{ ruleGroupId: string; reviseIdList: string[] }>).flatMap(
				({ ruleGroupId, reviseIdList }) => {
					const scenario =
						call.scenarios.find(({ groupId }) => groupId === ruleGroupId) ??
						wrong(`The call was not inspected by ${ruleGroupId}.`);
					return reviseIdList.map(
						(id) =>
							[...scenario.results, ...call.sensitive].find(({ reviseId }) => reviseId === id) ??
							wrong(`The scenario has no result ${id}.`),
					);
				},
			);
			const isOpen = [...qualityInspection.items.values()].some((item) => item.call === call && item.step !== 'end');
			if (stateOf(call, clock.now()) !== INSPECTED || isOpen) return { callId: call.uuid, available: false };
			appeal(qualityInspection, {
				call,
				results: rules,
				scenarioId: body.chooseRuleGroupList[0].ruleGroupId,
				initiator: operator?.userId ?? '',
				leader: body.leaderUUID,
				remark: body.taskDescription,
			});
			return { callId: call.uuid, available: true };
		},
	},
];

export const inspectedCalls: Interface[] = interfaces.map(quality);
