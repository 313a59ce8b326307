/** The lists from which the Quality Inspection node lets ids be picked. */
import { label, type Picker, type Pickers } from '../../cec/catalogue/picker';
import { isRecord } from '../../cec/formats/paths';
import { agentIds } from '../HuaweiCecAgent/sharedPickers';
import { inspectedCall } from './resources/inspectedCall';
import { inspectionItem } from './resources/inspectionItem';
import { recording } from './resources/recording';
import { reviewTask } from './resources/reviewTask';
import { reviewTaskCall } from './resources/reviewTaskCall';
import { rulesOf, scenarioIdOf, scenarioNameOf, scenariosOf } from './resources/rules';
import { MEDIA, ROLES, STATUS } from './resources/shared';
import { spotCheckPlan } from './resources/spotCheckPlan';

type Row = Record<string, unknown>;

/** CEC wants a span of time where the list wants everything. */
const [EVER_SINCE, FOR_EVER] = ['2000-01-01T00:00:00Z', '2100-01-01T00:00:00Z'];
const [SUPERVISOR] = Object.keys(ROLES);
const valuesOf = (options: object) => Object.keys(options).map(Number);

const USER = { 'x-UserId': 'actingUserId' };
const forUser: Pick<Picker, 'needs' | 'of'> = { needs: USER, of: 'acting user' };

const callsOf = ({ calls }: Row): Row[] => (Array.isArray(calls) ? calls.filter(isRecord) : []);
const nameOf = ({ file_name: file, staff_name: agent, call_uuid: id }: Row) => label(file ?? id, agent);

const everyCall = {
	...forUser,
	title: 'calls',
	ask: inspectedCall.operations.getMany,
	given: { upload_from: EVER_SINCE, upload_to: FOR_EVER, call_types: valuesOf(MEDIA), status: valuesOf(STATUS) },
};

const ofCall: Pick<Picker, 'ask' | 'needs' | 'of'> = { ask: recording.operations.getScores, needs: { call_uuid: 'callUuid' }, of: 'call' };

const ofTask = {
	title: 'calls',
	ask: reviewTaskCall.operations.getMany,
	given: { currentRole: SUPERVISOR },
	needs: { ...USER, 'fixedColumns.planCode': 'reviewTaskId' },
	of: 'acting user and the review task',
};

const items = { ...forUser, title: 'inspection items', ask: inspectionItem.operations.getMany };

export const pickers: Pickers = {
	agentIds,
	agentUsers: {
		...everyCall,
		title: 'agents',
		entry: (row) => callsOf(row).map(({ staff_id: id, staff_name: name }) => ({ id: id || undefined, name: label(name, id) })),
	},
	callGroups: {
		...everyCall,
		title: 'call groups',
		entry: (row) => ({ id: row.call_group_id, name: callsOf(row).map(nameOf).join(', ') }),
	},
	callRules: {
		...ofCall,
		title: 'rules',
		entry: (row) => rulesOf(row).map(({ reviseId: id, name, scenario, isCompliant }) => ({ id, name: label(name, scenario, isCompliant ? 'Compliant' : 'Violation') })),
	},
	calls: { ...everyCall, entry: (row) => callsOf(row).map((call) => ({ id: call.call_uuid, name: nameOf(call) })) },
	callScenarios: {
		...ofCall,
		title: 'scenarios',
		entry: (row) => scenariosOf(row).map((scenario) => ({ id: scenarioIdOf(scenario), name: String(scenarioNameOf(scenario)) })),
	},
	inspectionItems: {
		...items,
		entry: ({ id, setting, taskStatus, createTimeStr }) => ({ id, name: label(isRecord(setting) ? setting.file_name : id, taskStatus, createTimeStr) }),
	},
	itemCalls: {
		...items,
		title: 'calls',
		entry: (row) => callsOf(row).map(({ call_uuid: id }) => ({ id, name: label(isRecord(row.setting) ? row.setting.file_name : '', id) })),
	},
	reviewTasks: {
		...forUser,
		title: 'review tasks',
		ask: reviewTask.operations.getMany,
		given: { currentRole: SUPERVISOR, startTimeMillis: EVER_SINCE, endTimeMillis: FOR_EVER },
		entry: ({ id, planName }) => ({ id, name: label(planName, id) }),
	},
	spotCheckPlans: {
		...forUser,
		title: 'spot-check plans',
		ask: spotCheckPlan.operations.getMany,
		entry: ({ qiqtId: id, qiqtName }) => ({ id, name: label(qiqtName, id) }),
	},
	taskCallIds: { ...ofTask, entry: (row) => callsOf(row).map((call) => ({ id: call.call_id, name: nameOf(call) })) },
	taskCalls: { ...ofTask, entry: (row) => ({ id: row.id, name: callsOf(row).map(nameOf).join(', ') }) },
	taskCallUuids: { ...ofTask, entry: (row) => callsOf(row).map((call) => ({ id: call.call_uuid, name: nameOf(call) })) },
};
