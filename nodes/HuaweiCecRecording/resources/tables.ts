/** The columns of the index files (13.2.2), and what their codes mean (13.2.3). */
import { nameOf, timeOf, type TablesSpec } from '../../../cec/catalogue/answer';

const CALL_TYPES = {
	0: 'Inbound',
	1: 'Special Inbound',
	2: 'Voice Mail: Get Message',
	3: 'Voice Mail: Delete Message',
	4: 'Voice Mail: Pager',
	5: 'Long-Distance Inbound',
	6: 'Internal',
	7: 'Outbound',
	8: 'Outbound by Agent',
	9: 'PRI Outbound',
	10: 'IVR Outbound',
	11: 'Outbound of a Phone Agent',
	12: 'IVR PRI Outbound',
	13: 'Network Inbound',
	14: 'Network Outbound',
	15: 'Network Inspection Inbound',
	16: 'Network Inspection Outbound',
	17: 'Network Internal Inbound',
	18: 'Network Internal Outbound',
	20: 'Assisted Call',
	21: 'Operator Inbound',
	22: 'Operator Deferred',
	23: 'Operator Outbound',
	30: 'Video Inbound',
	31: 'Video Outbound',
	32: 'Video Inbound 2B+D',
	33: 'Video Inbound 6B+D',
	34: 'Video Outbound 2B+D',
	35: 'Video Outbound 6B+D',
	40: 'Scheduled Outbound',
	41: 'Preoccupied Outbound',
	42: 'Preconnected Outbound',
	43: 'Predictive Outbound',
	44: 'Preview Outbound',
	45: 'Callback Request',
	46: 'International Inbound',
	50: 'Color Ring',
	51: 'Two-Party Help',
	52: 'Three-Party Help',
	60: 'Preoccupied PRI Outbound',
	61: 'Preconnected PRI Outbound',
	62: 'Predictive PRI Outbound',
	63: 'Preview PRI Outbound',
	64: 'PRI Callback Request',
	80: 'Subscribed Inbound',
	81: 'Subscribed Outbound',
	82: 'Internet Voice Inbound',
	83: 'Internet Voice Outbound',
	90: 'Routed to External Number',
	92: 'Bridged Phone Inbound',
	93: 'Bridged Phone Outbound',
	94: 'Agent Conference',
	95: 'Offline Outbound',
	96: 'Video Alarm',
};

const DEVICES = { 1: 'Skill Queue', 2: 'Agent', 3: 'IVR' };

const MEDIA_TYPES = {
	1: 'Text Chat',
	2: 'Click to Call',
	4: 'Callback Request',
	5: 'Voice Call',
	6: 'Email',
	7: 'Fax',
	8: 'IP Video',
	15: 'Predictive Outbound',
	16: 'Preview Outbound',
	17: 'Message',
	18: 'Video Click to Call',
	19: 'Video Call',
	20: 'Offline Message',
	21: 'Desktop Sharing',
	50: 'Email Chat',
	51: 'Web Chat',
	52: 'SMS Chat',
	53: 'Text Chat',
	54: 'Fax Chat',
	55: 'H5 Video',
};

const LEAVE_REASONS = {
	0: 'Normal',
	1: 'Overflow',
	2: 'Timeout',
	3: 'Nobody at Work',
	4: 'Queuing Canceled',
	5: 'Agent Did Not Answer',
	6: 'Resumed',
	7: 'Connected and Held',
	8: 'Three-Party Help',
	9: 'Retrieved From Hold',
	10: 'Three-Party Call',
	11: 'Help Ended by Requester',
	12: 'Intercepted',
	13: 'Answered by Another',
	14: 'Called Number Not Configured',
	15: 'Customer Hung Up',
	16: 'Agent Hung Up',
	17: 'Transferred Out',
	18: 'Held',
	19: 'Internal Error',
	20: 'Busy',
	22: 'Phone Switched Off',
	23: 'Phone Out of Service Area',
	24: 'Number Does Not Exist',
	25: 'No Resources',
	26: 'Customer Did Not Answer',
	27: 'Customer Refused',
	28: 'Transferred to Queue',
	29: 'Three-Party Call to Queue',
	36: 'Rerouted While Queuing',
	49: 'Agent Refused (Canceled)',
	50: 'Agent Refused',
	51: 'Joined Conference',
	52: 'Conference Ended',
	53: 'Removed From Conference',
};

const OPERATIONS = {
	0: 'Sign Out',
	1: 'Sign In',
	2: 'Idle',
	3: 'Busy',
	4: 'Text Chat',
	10: 'Three-Party Call',
	13: 'Suspended for IVR',
	20: 'Listen, Insert or Whisper',
	22: 'Play Voice',
	26: 'Rest',
	27: 'Wrap-Up',
	29: 'Forced Sign-Out',
	30: 'Forced Idle',
	31: 'Forced Busy',
	32: 'Mute',
	38: 'Hold',
	40: 'Internal Help',
	41: 'Internal Call',
	43: 'Intercept',
	44: 'Pause Voice',
	45: 'Internal Transfer',
	46: 'Transfer Out',
	47: 'Sign In to Media Server',
	52: 'Sign Out of Media Server',
	53: 'Transfer Queued Call',
	54: 'Release Transfer',
	55: 'Transfer to Other Device',
	57: 'Toggle Hold During Help',
	58: 'Conference',
};

const common = { callTypeName: nameOf('call_type', CALL_TYPES), mediaTypeName: nameOf('media_type', MEDIA_TYPES) };
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
				deviceTypeName: nameOf('device_type', DEVICES),
				leaveReasonName: nameOf('leave_reason', LEAVE_REASONS),
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
				operationName: nameOf('op_type', OPERATIONS),
				mediaTypeName: nameOf('media_type', MEDIA_TYPES),
				beganAt: timeOf('begin_time'),
				endedAt: timeOf('end_time'),
			},
		},
	},
};
