/** The columns of the index files (13.2.2), and what their codes mean (13.2.3). */
import { nameOf, readAs, timeOf, type TablesSpec } from '../../../cec/catalogue/answer';
import { agentOperations, callTypes, deviceReasons, deviceTypes, mediaTypes, subMediaTypes } from '../../../cec/families/ctiCodes';

/** Table 13-137 is that of monitoring but for its end. */
const leaveReasons = { ...deviceReasons, 88: 'Customer hung up after the agent had answered', 89: 'Customer hung up before the agent answered' };

/** Table 13-134: here an agent who talks is one in a text chat. */
const operations = { ...agentOperations, 2: 'Idle', 4: 'Text Chat' };

/** Table 13-139 belongs to multimedia chats (53); 13.2.2.1 has left messages (20). Others have numbers that mean nothing. */
const subMediaName = (type: unknown, { media_type: media }: Record<string, unknown>): unknown => (['20', '53'].includes(String(media)) ? subMediaTypes[String(type)] : undefined);

const common = { callTypeName: nameOf('call_type', callTypes), mediaTypeName: nameOf('media_type', mediaTypes) };
const talk = { beganAt: timeOf('call_begin'), endedAt: timeOf('call_end') };

/** Most columns have been added at the end, version by version. */
const columns = (names: string): string[] => names.trim().split(/\s+/);

export const callTables: TablesSpec = {
	when: 'asRows',
	files: {
		call: {
			columns: columns(`
				developer account_id cc_id agent_id call_id caller_no callee_no wait_begin wait_end ack_begin ack_end call_begin call_end device_type device_no
				call_type release_cause call_id_num vdn_id pre_device_type pre_device_no skill_id current_skill_id device_in pre_device_in service_no
				leave_reason media_type sub_media_type`),
			adds: {
				...common,
				...talk,
				waitBeganAt: timeOf('wait_begin'),
				deviceTypeName: nameOf('device_type', deviceTypes),
				leaveReasonName: nameOf('leave_reason', leaveReasons),
				subMediaTypeName: readAs('sub_media_type', subMediaName),
			},
		},
		record: {
			columns: columns(`
				developer account_id cc_id agent_id call_id caller_no callee_no call_begin call_end file_name task_status task_result original_file_name
				vdn_id call_type media_type user_wanted_skill_id current_skill_id`),
			adds: { ...common, ...talk },
		},
	},
};

export const operationTables: TablesSpec = {
	when: 'asRows',
	files: {
		agentOprInfo: {
			columns: columns(`
				id developer_id account_id agent_id service_no skill_id call_id begin_time end_time op_type op_object op_cause media_type vdn_id cc_id
				agent_type phone_no callIn_out location_id logon_sn skillInfo_sn`),
			adds: {
				operationName: nameOf('op_type', operations),
				mediaTypeName: nameOf('media_type', mediaTypes),
				beganAt: timeOf('begin_time'),
				endedAt: timeOf('end_time'),
			},
		},
	},
};
