import { list as texts, pick } from '../../../cec/catalogue/field';
import { readList } from '../../../cec/formats/lists';
import { conversationRecord } from '../../HuaweiCecBotManagement/resources/conversationRecord';
import { isAmong, type Kind } from './kind';

/** A conversation without an end is over when nothing was said for so long. */
const SILENCE_MS = 3600 * 1000;

/** CEC wants to know whose conversations. It keeps them by when they began. */
export const botConversation: Kind = {
	name: 'Bot Conversation',
	description: 'A conversation of a customer with a bot, when it has ended',
	list: conversationRecord.operations.getMany,
	fields: {
		customerIds: texts('Customer IDs', 'The numbers of customers in voice dialogs, the IDs of users otherwise. CEC lists no conversations of everybody.')
			.example('e.g. 447700900123, kiosk-1')
			.required(),
		accessCode: pick('botAccessCodes', 'Access Code', 'Only conversations with this bot'),
	},
	watch: { hours: 24, most: 744, hint: 'Hours after its beginning in which the end of a conversation is found' },
	requests: ({ customerIds }, { begin, end }) => readList(customerIds).map((userMobile) => ({ userMobile, beginTime: begin, endTime: end })),
	keysOf: ({ logId }) => [logId],
	timeOf: ({ startedAt }) => startedAt,
	isReady: ({ endedAt, changedAt, startedAt }, now) => endedAt !== undefined || Date.parse(String(changedAt ?? startedAt)) < now - SILENCE_MS,
	fits: ({ calledNumber }, given) => isAmong(given.accessCode, calledNumber),
};
