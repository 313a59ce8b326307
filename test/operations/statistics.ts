import { agentDayMetrics, agentMetrics, agentOfWholeDays } from '../../nodes/HuaweiCecStatistics/metrics/agent';
import { ivrMetrics } from '../../nodes/HuaweiCecStatistics/metrics/ivr';
import { skillQueueDayMetrics, skillQueueMetrics, skillQueueOfWholeDays } from '../../nodes/HuaweiCecStatistics/metrics/skillQueue';
import { vdnMetrics, vdnOfIntervals, vdnOfWholeDays } from '../../nodes/HuaweiCecStatistics/metrics/vdn';
import { byId, type Bench } from '../support/bench';
import type { Case, Prepare } from './case';

interface Group {
	id: string;
	name: string;
}

const GONE = byId('111111111111111111111111111111');

const groupId = (bench: Bench, name: string) => (bench.state as unknown as { userGroups: Group[] }).userGroups.find((one) => one.name === name)?.id ?? '';
const group = (bench: Bench, name: string) => byId(groupId(bench, name));

const all = (known: object, but: string[] = []) => Object.keys(known).filter((code) => !but.includes(code));
const media = { mediaType: 5, subMediaType: 1 };
const days = { from: '2026-02-27T00:00:00', to: '2026-03-01T00:00:00' };
const months = { from: '2026-01-15T00:00:00', to: '2026-02-15T00:00:00' };

const twoGroups: Prepare = (bench) => ({ inspectorGroupId: group(bench, 'Inspectors'), agentGroupIds: [groupId(bench, 'Agents')] });

const oneDay = { from: '2026-03-02T00:00:00', to: '2026-03-02T00:00:00' };

const totals = { ...days, callTypes: [0, 7], scope: 'vdn', subCcNo: 1 };

export const statisticsCases: Record<string, Case> = {
	'skillQueueMetric/getRecent': {
		run: () => ({ skillIds: ['2'], indexIds: ['IDX_COUNT_SKILL_REQUEST', 'IDX_RATE_SKILL_CONNECTED'] }),
		more: {
			'all of yesterday': () => ({ skillIds: ['2', '3'], indexIds: all(skillQueueMetrics), day: 'Y' }),
			'by interval': () => ({
				skillIds: '2,3',
				indexIds: all(skillQueueMetrics, skillQueueOfWholeDays),
				filters: { interval: '15MIN', ...media, subMediaType: undefined },
			}),
			'of a channel': () => ({ skillIds: ['5'], indexIds: ['IDX_COUNT_SKILL_REQUEST'], filters: { mediaType: 53, subMediaType: 1 } }),
		},
		refused: { run: () => ({ skillIds: ['9000'], indexIds: ['IDX_COUNT_SKILL_REQUEST'] }), message: /does not accept a value/ },
		gives: { id: '2', values: { requests: expect.any(Number), answerRatePercent: expect.any(Number) } },
	},
	'skillQueueMetric/getDays': {
		run: () => ({ skillIds: ['2', '3'], indexIds: ['IDX_COUNT_SKILL_REQUEST'], ...days }),
		more: { all: () => ({ skillIds: ['2'], indexIds: all(skillQueueDayMetrics), ...days, filters: media }) },
		refused: {
			run: () => ({ skillIds: ['2'], indexIds: ['IDX_COUNT_SKILL_REQUEST'], from: days.to, to: days.from }),
			message: /does not accept a value/,
		},
		gives: { id: '2', values: { requests: expect.any(Number) } },
	},
	'skillQueueMetric/getMonths': {
		run: () => ({ skillIds: ['2', '3'], indexIds: ['IDX_COUNT_SKILL_REQUEST'], ...months }),
		more: { all: () => ({ skillIds: ['2'], indexIds: all(skillQueueDayMetrics), ...months, filters: media }) },
		gives: { id: '2', values: { requests: expect.any(Number) } },
	},
	'agentMetric/getRecent': {
		run: () => ({ agentIds: ['101'], indexIds: ['IDX_COUNT_AGENT_REQUEST', 'IDX_DURATION_AGENT_REST'] }),
		more: {
			'all of yesterday': () => ({ agentIds: ['101', '102'], indexIds: all(agentMetrics), day: 'Y' }),
			'by interval': () => ({ agentIds: ['101'], indexIds: all(agentMetrics, agentOfWholeDays), day: 'Y', filters: { interval: '60MIN', ...media } }),
		},
		refused: { run: () => ({ agentIds: ['100000'], indexIds: ['IDX_COUNT_AGENT_REQUEST'] }), message: /does not accept a value/ },
		gives: { id: '101', values: { requests: expect.any(Number), restSeconds: expect.any(Number) } },
	},
	'agentMetric/getDays': {
		run: () => ({ agentIds: ['101'], indexIds: ['IDX_COUNT_AGENT_REQUEST'], ...days }),
		more: { all: () => ({ agentIds: ['101'], indexIds: all(agentDayMetrics), ...days, filters: media }) },
		gives: { id: '101', values: { requests: expect.any(Number) } },
	},
	'agentMetric/getMonths': {
		run: () => ({ agentIds: ['101'], indexIds: ['IDX_COUNT_AGENT_REQUEST'], ...months }),
		more: { all: () => ({ agentIds: ['101'], indexIds: all(agentDayMetrics), ...months, filters: media }) },
		gives: { id: '101', values: { requests: expect.any(Number) } },
	},
	'ivrMetric/getRecent': {
		run: () => ({ serviceNos: '1', indexIds: ['IDX_COUNT_IVR_INBOUND_CALL'] }),
		more: { 'all by interval': () => ({ serviceNos: '1,2', indexIds: all(ivrMetrics), day: 'Y', filters: { interval: '30MIN', ...media } }) },
		gives: { id: '1', values: { requests: expect.any(Number) } },
	},
	'vdnMetric/getRecent': {
		run: () => ({ vdnIds: ['1'], indexIds: ['IDX_COUNT_INBOUND_CALL'] }),
		more: {
			'all of yesterday': () => ({ vdnIds: ['1'], indexIds: all(vdnMetrics, vdnOfIntervals), day: 'Y' }),
			'by interval': () => ({
				vdnIds: ['1'],
				indexIds: all(vdnMetrics, vdnOfWholeDays),
				filters: { interval: '15MIN', ...media, anonymous: false, calledNumber: '15550100' },
			}),
		},
		gives: { id: '1', values: { inbound: expect.any(Number) } },
	},
	'missedCall/getMany': {
		run: () => ({}),
		more: { 'of a day': () => ({ filters: { from: '2026-03-01T00:00:00', to: '2026-03-02T00:00:00' } }) },
		gives: { callId: expect.stringMatching(/^\d+-\d+$/), waitedFrom: expect.stringMatching(/Z$/), endedAt: expect.stringMatching(/Z$/), mediaTypeName: expect.any(String) },
	},
	'dailyTotal/getInbound': {
		run: () => ({ calledNumbers: '15550100', ...totals }),
		more: {
			'of skill queues': () => ({ calledNumbers: '15550100,15550103', ...totals, filters: { skillIds: ['2', '5'] } }),
			'of a tenant space': (bench) => ({ calledNumbers: '15550100', ...days, callTypes: [0], scope: 'tenant', tenantId: byId(bench.tenant.tenantId) }),
		},
		refused: {
			run: () => ({ calledNumbers: '15550100', ...days, callTypes: [0], scope: 'tenant', tenantId: byId('1') }),
			message: /does not accept a value/,
		},
		gives: { calleeNo: '15550100', callTypeName: 'Inbound', values: expect.objectContaining({ requests: expect.any(Number) }) },
	},
	'dailyTotal/getOutbound': {
		run: () => ({ callingNumbers: '15550102', ...totals }),
		more: {
			'of a tenant space': (bench) => ({ callingNumbers: '15550102', ...days, callTypes: [7], scope: 'tenant', tenantId: byId(bench.tenant.tenantId) }),
			'of skill queues': () => ({ callingNumbers: '15550102', ...totals, filters: { skillIds: ['2', '3'] } }),
		},
		gives: { callerNo: '15550102', callTypeName: 'Outbound', values: expect.objectContaining({ calls: expect.any(Number) }) },
	},
	'campaign/getMany': {
		run: async (bench) => {
			await bench.campaign({ name: 'Reminder' });
			return {};
		},
		gives: { taskName: 'Reminder', taskTypeName: 'Automatic', statusName: expect.any(String) },
	},
	'campaign/getDailyStatistics': {
		run: async (bench) => ({ campaignId: byId(await bench.calledCampaign()), ...oneDay }),
		refused: { run: () => ({ campaignId: byId('1'), ...oneDay }), message: /does not accept a value/ },
		gives: { statDate: '2026-03-02', totalCount: 1, answeredPercent: 100 },
	},
	'campaign/getStatistics': {
		run: async (bench) => ({ campaignId: byId(await bench.calledCampaign()) }),
		refused: { run: () => ({ campaignId: byId('1') }), message: /does not accept a value/ },
		gives: { totalCount: '1', succCount: '1', answeredPercent: 100, completedPercent: 100 },
	},
	'agent/getMany': { run: () => ({}), gives: { agentNo: '101', agentName: 'Agent One', skillIds: ['2', '3'] } },
	'agent/updateName': {
		run: () => ({ agentId: byId(101), name: 'Agent Uno' }),
		refused: { run: () => ({ agentId: byId(999), name: 'Nobody' }), message: /does not accept a value, or failed/ },
		gives: { agentId: '101', agentName: 'Agent Uno' },
	},
	'calledRoute/getMany': { run: () => ({}), gives: { accessCode: '15550100', deviceTypeName: 'Skill Queue', deviceName: 'defaultAudioSkill' } },
	'skillGroup/getMany': { run: () => ({}), gives: { id: 2, groupName: 'Calls' } },
	'tenant/get': {
		run: (bench) => ({ tenantId: byId(bench.tenant.tenantId) }),
		refused: { run: () => ({ tenantId: byId('1') }), message: /does not accept a value/ },
		gives: { tenantSpaceName: 'Example Ltd', vdnId: 1, agents: expect.arrayContaining([expect.objectContaining({ workNo: 101, agentTypeName: 'Audio' })]) },
	},
	'tenant/getMany': { run: () => ({}), gives: { tenantSpaceName: 'Example Ltd', vdnId: 1 } },
	'vdn/getMany': { run: () => ({}), gives: { vdn: 1, vdnName: 'Example Ltd' } },
	'userGroup/create': {
		run: () => ({ name: 'Night shift', type: 2 }),
		more: { 'with members': () => ({ name: 'Night shift', type: 3, additionalFields: { description: 'Who is there at night', agentIds: ['103'] } }) },
		refused: { run: () => ({ name: 'Agents', type: 2 }), message: /could not work with the groups/ },
		gives: { success: true },
	},
	'userGroup/delete': {
		run: (bench) => ({ groupId: group(bench, 'Agents') }),
		refused: { run: () => ({ groupId: GONE }), message: /could not work with the groups/ },
		gives: { deleted: true },
	},
	'userGroup/getMany': { run: () => ({}), gives: { groupName: 'Agents', groupTypeName: 'Agent Group', id: expect.stringMatching(/^\d{30}$/) } },
	'userGroup/update': {
		run: (bench) => ({ groupId: group(bench, 'Agents'), name: 'Day shift' }),
		more: { 'and its description': (bench) => ({ groupId: group(bench, 'Agents'), name: 'Agents', updateFields: { description: 'By day' } }) },
		refused: { run: (bench) => ({ groupId: group(bench, 'Agents'), name: 'Inspectors' }), message: /could not work with the groups/ },
		gives: { success: true },
	},
	'groupMember/add': {
		run: (bench) => ({ groupId: group(bench, 'Agents'), agentIds: ['103'] }),
		refused: { run: (bench) => ({ groupId: group(bench, 'Agents'), agentIds: ['999'] }), message: /could not work with the groups/ },
		gives: { success: true },
	},
	'groupMember/getMany': {
		run: (bench) => ({ groupId: group(bench, 'Agents') }),
		more: { 'one of them': (bench) => ({ groupId: group(bench, 'Agents'), filters: { agentId: byId(102) } }) },
		refused: { run: () => ({ groupId: GONE }), message: /could not work with the groups/ },
		gives: { workNo: 101, groupName: 'Agents', accountName: 'Agent One' },
	},
	'groupMember/move': {
		run: (bench) => ({ agentId: byId(101), target: 'existing', groupId: group(bench, 'Inspectors') }),
		more: { 'to a new group': () => ({ agentId: byId(101), target: 'new', name: 'Night shift', type: 2 }) },
		refused: { run: () => ({ agentId: byId(101), target: 'existing', groupId: GONE }), message: /The group does not exist/ },
		gives: { groupName: 'Inspectors', groupId: expect.stringMatching(/^\d{30}$/) },
	},
	'groupMember/remove': { run: () => ({ agentIds: ['101', '102'] }), gives: { deleted: true } },
	'groupMember/removeAll': { run: () => ({}), gives: { deleted: true } },
	'inspectionRelation/add': {
		run: twoGroups,
		refused: { run: (bench) => ({ ...(twoGroups(bench) as object), inspectorGroupId: group(bench, 'Agents') }), message: /could not work with the groups/ },
		gives: { success: true },
	},
	'inspectionRelation/remove': {
		run: async (bench) => {
			const groups = { qcGroupId: groupId(bench, 'Inspectors'), inspectedGroupIds: [groupId(bench, 'Agents')] };
			await bench.groups('configqcrelation', groups);
			return await twoGroups(bench);
		},
		refused: { run: twoGroups, message: /could not work with the groups/ },
		gives: { deleted: true },
	},
};
