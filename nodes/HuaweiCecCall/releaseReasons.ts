/** Why calls ended. Three lists of the reference use the same numbers for different reasons. */

type Reasons = Record<number, string>;

/** Two-party calls (6.2.3, 6.2.4, 6.2.14.3). */
const TWO_PARTY: Reasons = {
	0: 'Customer hung up',
	1: 'Agent hung up',
	2: 'Call to the agent failed',
	3: 'Call to the customer failed',
	4: 'Agent did not answer',
	5: 'Customer did not answer',
	6: 'Call could not be started',
};

/** Voice notifications (14.4.2). */
const NOTIFICATION: Reasons = {
	0: 'Customer hung up',
	1: 'Played to the end',
	4: 'Rejected or not answered',
	6: 'Failed before it rang',
	8: 'No resources',
	9: 'The platform did not answer in time',
	10: 'Call restricted',
	999: 'The recording could not be started',
};

/** Calls over a partner network (table 6-367). */
const ITA: Reasons = {
	0: 'Not applicable',
	1: 'Number not found',
	2: 'No route to the network',
	3: 'No route to the destination',
	4: 'Special message sent',
	5: 'Wrong trunk prefix',
	6: 'Channel unacceptable',
	7: 'Channel already established',
	8: 'Preempted',
	9: 'Preempted, circuit reserved',
	16: 'Normal clearing',
	17: 'Busy',
	18: 'No response',
	19: 'No answer',
	20: 'Subscriber not reachable',
	21: 'Rejected',
	22: 'Number changed',
	23: 'Redirected',
	25: 'Routing error',
	26: 'No permission of the subscriber',
	27: 'Destination out of order',
	28: 'Invalid number format',
	29: 'Rejected by the device',
	30: 'Status enquiry',
	31: 'Normal',
	34: 'No circuit available',
	38: 'Network out of order',
	39: 'Service connection out of order',
	40: 'Connection in progress',
	41: 'Temporary failure',
	42: 'Equipment congestion',
	43: 'Information discarded',
	44: 'Channel not available',
	46: 'Call blocked',
	47: 'No resources',
	49: 'Quality not available',
	50: 'Facility not subscribed',
	53: 'Outgoing calls barred within the closed user group',
	55: 'Incoming calls barred within the closed user group',
	57: 'Not permitted to send',
	58: 'Sending not available',
	62: 'Inconsistent class',
	63: 'Service not available',
	65: 'Sending not implemented',
	66: 'Channel not implemented',
	69: 'Facility not implemented',
	70: 'Restricted sending only',
	79: 'Service not implemented',
	81: 'Invalid reference',
	82: 'Channel does not exist',
	83: 'ID does not exist',
	84: 'Call ID does not exist',
	85: 'No call waiting',
	86: 'Call with hidden number',
	87: 'Not a member of the closed user group',
	88: 'Incompatible destination',
	90: 'Closed user group does not exist',
	91: 'Invalid network',
	95: 'Invalid message',
	96: 'Element missing',
	97: 'Message type does not exist',
	98: 'Message not implemented',
	99: 'Information element does not exist',
	100: 'Invalid information element',
	101: 'Message does not fit the state of the call',
	102: 'Timer expired',
	103: 'Parameter does not exist',
	110: 'Message with unknown parameters',
	111: 'Protocol error',
	127: 'Interworking error',
};

const NOTIFICATION_TASK = '3';
const ITA_TASK = '4';

export const twoPartyReason = (code: unknown) => reasonIn(TWO_PARTY, code);

export const notificationReason = (code: unknown) => reasonIn(NOTIFICATION, code);

/** Of a record, whose task type says which list holds; of two-party calls where it says none. */
export function reasonByTask(code: unknown, { taskType }: Record<string, unknown>): string | undefined {
	switch (String(taskType)) {
		case NOTIFICATION_TASK:
			return notificationReason(code);
		case ITA_TASK:
			return reasonIn(ITA, code);
		default:
			return twoPartyReason(code) ?? reasonIn(ITA, code);
	}
}

function reasonIn(reasons: Reasons, code: unknown): string | undefined {
	return code === undefined || code === null || code === '' ? undefined : reasons[Number(code)];
}
