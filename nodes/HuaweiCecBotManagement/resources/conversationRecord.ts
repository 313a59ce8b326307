import { entries, nameOf, parsed, readAs, timeOf } from '../../../cec/catalogue/answer';
import { dateTime, section, text, type Fields } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { bots } from '../../../cec/families/bots';
import { isRecord } from '../../../cec/formats/paths';
import { paged, REPLIED_BY, tenant } from './shared';

const customer = text('Customer ID', 'The number of the customer in voice dialogs, the ID of the user otherwise');

/** CEC wants to know whose conversations, or which. */
const whose: Fields = {
	...tenant,
	userMobile: customer.named('customerId').shown(),
	callId: text('Conversation ID').shown(),
	ctiCallId: text('Platform Call ID', 'Of the call on the platform').shown(),
	beginTime: dateTime('From'),
	endTime: dateTime('To'),
};

const isSaid = ({ userMobile, callId, ctiCallId }: Record<string, unknown>) =>
	userMobile || callId || ctiCallId ? undefined : 'Give a "Customer ID", a "Conversation ID" or a "Platform Call ID"';

const TRANSFERS = { FAIL: 'Failed', INIT: 'Begun', SUCCESS: 'Succeeded' };

/** A turn of a conversation in plain words. */
function turnOf(row: unknown): object {
	const { userSaying: said, intention: intent, systemReply: reply, responseSource } = isRecord(row) ? row : {};
	return { said, intent, reply, repliedBy: REPLIED_BY[Number(responseSource) === 1 ? 1 : 0] };
}

/** What bots and customers have said to each other. */
export const conversationRecord = resource('conversationRecord', 'Conversation Record', bots, {
	getLast: operation('10.7', {
		name: 'Get Last',
		action: 'Get the last conversation of a customer',
		description: 'Get what a customer and a bot said in their last conversation, one item for each turn',
		request: 'POST /oifde/rest/api/queryHistory',
		risk: 'read',
		body: { ...tenant, params: section({ userMobile: customer.named('customerId').required() }) },
		answer: entries('beans', {
			with: ['callId', 'callSorId'],
			adds: {
				repliedBy: nameOf('responseSource', REPLIED_BY),
				repliedAt: timeOf('timestamp', 'yyyy-MM-dd HH:mm:ss.S'),
			},
		}),
		errata: [{ printed: 'beans as a map', sent: 'read as a list', why: 'So the sample, and a conversation has several turns.' }],
	}),

	getMany: operation('10.8', {
		name: 'Get Many',
		action: 'Get many conversation records',
		description: 'Get conversations of a customer or a call with all that was said',
		request: 'POST /oifde/rest/api/queryRecordHistory',
		risk: 'read',
		body: whose,
		check: isSaid,
		page: paged({ total: 'total', asText: true }),
		answer: entries('recordList', {
			adds: {
				customerId: readAs('logId', (_id, row) => row.callSorId ?? row.callSortId),
				startedAt: timeOf('startTime', 'epochMillis'),
				endedAt: timeOf('endTime', 'epochMillis'),
				changedAt: timeOf('lastUpdateTime', 'epochMillis'),
				recording: parsed('businessInfoStr'),
				turns: readAs('logId', (_id, row) => [row.recordDetails ?? row.recordDetials ?? []].flat().map(turnOf)),
			},
		}),
		notice: 'CEC keeps these records only while the system parameter FLOWRECORDFLAG is on.',
		errata: [
			{ printed: 'recordDetials in the table, recordDetails in the sample', sent: 'both are read', why: 'They contradict each other.' },
			{ printed: 'callSorId in the table, callSortId in the sample', sent: 'both are read', why: 'They contradict each other.' },
		],
	}),

	getTransfers: operation('10.18', {
		name: 'Get Transfers',
		action: 'Get many transfers of conversations',
		description: 'Get the transfers of an IVR to numbers outside, with their recordings',
		request: 'POST /oifde/rest/api/queryTransferRecordHistory',
		risk: 'read',
		body: whose,
		check: isSaid,
		page: paged({ total: 'total', asText: true }),
		answer: entries('transferRecordList', {
			adds: {
				startedAt: timeOf('startTime', 'epochMillis'),
				endedAt: timeOf('endTime', 'epochMillis'),
				outcome: nameOf('opResult', TRANSFERS),
				isRecorded: readAs('recordResult', (result) => (result === 'N/A' ? null : String(result) === '0')),
			},
		}),
	}),
});
