import { entries, nameOf, readAs, timeOf } from '../../../cec/catalogue/answer';
import { dateTime } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { byOffset } from '../../../cec/catalogue/paging';
import { messaging } from '../../../cec/families/messaging';
import { channelId, CONTROLS, customerAs, MEDIA, SOURCES, userId } from './shared';

const SEND_STATUS = { 0: 'Sent', 1: 'Being Sent', 2: 'Failed', 3: 'Read', 4: 'Unread' };
const LARGEST_PAGE = 100;

export const chatMessage = resource('chatMessage', 'Chat Message', messaging, {
	getMany: operation('11.16', {
		name: 'Get Many',
		action: 'Get many messages of a customer',
		description: 'Get what a customer, bots and agents have written in the past',
		request: 'POST /apiaccess/ccmessaging/queryHistoryChatMessage',
		risk: 'read',
		customer: customerAs({ userId: 'userId', channelId: 'channelId' }),
		body: {
			userId,
			channelId,
			startTime: dateTime('From', 'Sent at or after this time').as('epochMillis').asText(),
			endTime: dateTime('To', 'Sent at or before this time').as('epochMillis').asText(),
		},
		page: byOffset({ max: LARGEST_PAGE, asText: true }),
		answer: entries('messageList', {
			adds: {
				sentAt: timeOf('sendTime', 'epochMillis'),
				receivedAt: timeOf('receiveTime', 'epochMillis'),
				readAt: timeOf('readTime', 'epochMillis'),
				changedAt: timeOf('modifiedTime', 'epochMillis'),
				recalledAt: timeOf('recallTime', 'epochMillis'),
				forwardedAt: timeOf('forwardTime', 'epochMillis'),
				sourceName: nameOf('sourceType', SOURCES),
				controlName: nameOf('controlType', CONTROLS),
				mediaName: nameOf('mediaType', MEDIA),
				sendStatusName: nameOf('sendStatus', SEND_STATUS),
				isLocalFile: readAs('contentDealType', (type) => String(type) === '1'),
			},
		}),
		codes: { '1': { means: 'CEC could not read the history', remedy: 'Check user ID and channel ID.' } },
		errata: [
			{ printed: 'startTime and endTime as texts of no format', sent: 'milliseconds since 1970, as texts', why: 'So the samples of the vendor\'s public edition; the answer has such numbers.' },
			{ printed: 'limit and offset without limits', sent: 'at most 100 rows at a time, offset in rows', why: 'Most lists of CEC take 100; the public sample begins with offset 0.' },
		],
	}),
});
