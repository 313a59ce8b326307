import { choices } from '../../../cec/catalogue/field';
import { isRecord } from '../../../cec/formats/paths';
import { inspectedCall } from '../../HuaweiCecQualityInspection/resources/inspectedCall';
import { MEDIA, STATUS } from '../../HuaweiCecQualityInspection/resources/shared';
import { byUser } from '../../HuaweiCecQualityRules/resources/shared';
import type { Kind, Shown } from './kind';

const list = inspectedCall.operations.getMany;
const { duration_max, duration_min, keyword, staff_id, staff_name } = list.body ?? {};

const UNDER_WAY = ['0', '1', '3'];
const ended = Object.fromEntries(Object.entries(STATUS).filter(([code]) => !UNDER_WAY.includes(code)));

const callsIn = ({ calls }: Shown): Shown[] => (Array.isArray(calls) ? calls.filter(isRecord) : []);

/** Calls are kept by when they were handed in; nothing tells when their inspection has ended. */
export const finishedInspection: Kind = {
	name: 'Finished Inspection',
	description: 'A call, or a group of calls, whose inspection by the machine has ended',
	list,
	fields: {
		actingUserId: byUser['x-UserId'],
		status: choices('Status', ended, 'How the inspection has ended').startsAs([2]).required(),
		agentName: staff_name,
		agentUserId: staff_id,
		keyword,
		longestDuration: duration_max,
		media: choices('Media', MEDIA),
		shortestDuration: duration_min,
	},
	watch: { hours: 24, most: 744, hint: 'Hours after a call was handed in for inspection in which its result is found. Each look reads all results of this time.' },
	requests: (given, { begin, end }) => [
		{
			'x-UserId': given.actingUserId,
			upload_from: begin,
			upload_to: end,
			call_types: given.media ?? Object.keys(MEDIA),
			status: given.status,
			duration_max: given.longestDuration,
			duration_min: given.shortestDuration,
			keyword: given.keyword,
			staff_id: given.agentUserId,
			staff_name: given.agentName,
		},
	],
	keysOf: (shown) => callsIn(shown).map(({ call_uuid: id, status }) => [id, status]),
	timeOf: (shown) => callsIn(shown).map(({ uploadedAt }) => String(uploadedAt)).sort().at(-1),
};
