import { entries, nameOf, object, readAs, timeOf, type AnswerSpec } from '../../../cec/catalogue/answer';
import { choice, constant, json, now, section, text, yesNo, type Fields } from '../../../cec/catalogue/field';
import type { Codes } from '../../../cec/catalogue/family';
import { operation, resource, type OperationSpec } from '../../../cec/catalogue/operation';
import { messaging } from '../../../cec/families/messaging';
import { at, isRecord } from '../../../cec/formats/paths';
import { channel, channelId, CONTROLS, customerAs, MEDIA, nickname, SOURCES, userId } from './shared';

const LINK_NOT_TRUSTED = /trust list/i;
const CHARACTERS_OF_A_KILOBYTE = 1024;

const OUTCOMES = { 0: 'Done', 3: 'Sent, but Agents Cannot Open the Link', 11: 'Queueing', 12: 'Out of Hours', 13: 'Saved for Later' };

const codes: Codes = {
	'3': { means: 'CEC does not accept the content of the message', remedy: 'Check it: texts must not be empty, cards need a title and a link or picture.' },
	'13': {
		means: 'CEC could not do this in the conversation',
		remedy: 'Mostly there is none: connect first, and poll as long as it goes on, since CEC ends conversations that nobody polls. Check the channel ID, and send less quickly.',
	},
};

const noConnection: Codes = {
	...codes,
	'13': { means: 'CEC could not connect the customer', remedy: 'Check the channel ID, and that bot or agents of the channel can be reached.' },
};

const CLIENT = {
	userAgent: text('User Agent', 'The browser of the customer, as it names itself'),
	senderAvatar: text('Avatar', 'Address of a picture of the customer'),
	messageId: text('Message ID', 'Your own unique ID of the message').max(32).only(/^[^,]+$/, 'characters other than commas'),
};

interface Sent {
	/** What kind of step it is, on the wire. */
	controlType: keyof typeof CONTROLS;
	content?: Fields;
	media?: Fields;
	more?: Fields;
	/** Codes that are no failures, such as that the customer still queues. */
	alsoGood: RegExp;
}

/** All steps but polling are one interface, told apart by its control type. */
function send({ controlType, content, media, more = {}, alsoGood }: Sent): Pick<OperationSpec, 'request' | 'customer' | 'body' | 'answer' | 'codes' | 'successCodes' | 'success'> {
	return {
		request: 'POST /apiaccess/ccmessaging/send',
		customer: customerAs({ userId: 'from', channelId: 'to' }),
		body: {
			from: userId.named('userId'),
			to: channelId.named('channelId'),
			channel,
			controlType: constant(controlType),
			...(media ?? { mediaType: constant('TEXT') }),
			...(content ?? { content: constant('') }),
			sourceType: constant('CUSTOMER'),
			senderNickname: nickname('from'),
			timestamp: now().asText(),
			...more,
			...CLIENT,
		},
		answer: outcome,
		codes,
		successCodes: alsoGood,
		success: isSaved,
	};
}

/** So it is told with another code as well. */
const isQueueing = ({ resultDesc }: Record<string, unknown>): boolean => /^queu?ing/i.test(String(resultDesc));

const outcome: AnswerSpec = object(undefined, {
	given: { userId: 'from', channelId: 'to' },
	with: ['resultCode', 'resultDesc'],
	adds: { outcome: readAs('resultCode', (code, row) => (isQueueing(row) ? OUTCOMES[11] : OUTCOMES[code as keyof typeof OUTCOMES])), savedForLater: readAs('offlineMsg', (found) => isRecord(found) && found.isOfflineStatus === true) },
});

/** With the offline mode of the channel a message that reaches nobody is kept. */
export const isSaved = (answer: Record<string, unknown>): boolean => at(answer, 'offlineMsg.isOfflineStatus') === true;

const QUEUEING = /^11$/;
const QUEUEING_OR_CLOSED = /^1[12]$/;

const NOTHING_TO_REPEAT = 'Poll, or look into the history of messages, before you send it again.';

export const SENDABLE = { AUDIO: MEDIA.AUDIO, FILE: MEDIA.FILE, FILE_IMAGE: MEDIA.FILE_IMAGE, FILE_VIDEO: MEDIA.FILE_VIDEO, IMAGE: MEDIA.IMAGE, VIDEO: MEDIA.VIDEO };

const QUEUE_STATES = {
	0: 'Queueing',
	5: 'Conversation Over',
	6: 'Conversation Over',
	160004: 'Conversation Over',
	160021: 'With an Agent',
	160022: 'In an IVR Flow',
	160023: 'In the Queue of One Agent',
	160024: 'Agent Has Not Answered',
};

/** The fields that a message keeps for a file, by where the file lies. */
export const fileIdOf = (row: Record<string, unknown>): string | undefined => {
	const { content, mediaFileType, contentType } = row;
	if (typeof mediaFileType !== 'string' || mediaFileType === '' || typeof content !== 'string') return undefined;
	return String(contentType) === '1' ? `local/${content}` : content;
};

/** The steps of which conversations are made (11.2, 11.3, 11.5). */
export const chatStep = resource('chatStep', 'Chat Step', messaging, {
	connect: operation('11.5', {
		name: 'Connect',
		action: 'Connect a customer',
		description: 'Begin a conversation with the bot or the agents of the channel; agents may be busy, which the outcome Queueing tells, or away: Out of Hours',
		risk: 'write',
		...send({
			controlType: 'CONNECT',
			more: { transData: json('Accompanying Data', 'Handed over to the flow of the bot').asJsonText() },
			alsoGood: QUEUEING_OR_CLOSED,
		}),
		codes: noConnection,
	}),

	disconnect: operation('11.5', {
		name: 'Disconnect',
		action: 'Disconnect a customer',
		description: 'End the conversation',
		risk: 'write',
		...send({ controlType: 'DISCONNECT', alsoGood: QUEUEING }),
	}),

	getQueuePosition: operation('11.2', {
		name: 'Get Queue Position',
		action: 'Get the queue position of a customer',
		description: 'Get place in the queue and waiting times in seconds; the state tells when the customer does not queue, or not any more',
		request: 'POST /apiaccess/ccmessaging/queryQueueInfo',
		risk: 'read',
		customer: customerAs({ userId: 'userId', channelId: 'channelConfigId' }),
		body: { userId, channelConfigId: channelId.named('channelId'), channel },
		answer: object(undefined, { given: { userId: 'userId', channelId: 'channelConfigId' }, with: ['resultCode'], adds: { state: nameOf('resultCode', QUEUE_STATES), queueing: readAs('resultCode', (code) => String(code) === '0') } }),
		successCodes: /^(5|6|160004|16002[1-4])$/,
		codes: {
			'1': { means: 'CEC does not accept a value', remedy: 'Check user ID and channel ID.' },
			'2': { means: 'CEC could not ask its queues', remedy: 'Try again later.' },
			'3': { means: 'The token of the customer does not go with the values', remedy: 'Check user ID and channel ID.' },
			'4': { means: 'CEC failed for a reason that it does not know', remedy: 'Try again later.' },
			'160001': { means: 'CEC could not reach its queues', remedy: 'Try again later.' },
		},
	}),

	markAsRead: operation('11.5', {
		name: 'Mark as Read',
		action: 'Mark messages as read by a customer',
		description: 'Tell the agent that the customer has read the messages',
		risk: 'write',
		...send({ controlType: 'READ', alsoGood: QUEUEING }),
	}),

	poll: operation('11.3', {
		name: 'Poll',
		action: 'Poll for messages to a customer',
		description: 'Get what has come since the last poll, one item for each message. CEC ends conversations that are not polled, and gives each message once.',
		request: 'GET /apiaccess/ccmessaging/poll',
		risk: 'read',
		customer: customerAs({ userId: 'receiverId' }),
		query: {
			receiverId: userId.named('userId'),
			channel,
			isNeedRead: yesNo('Include Read Receipts', 'Whether messages of the type READ, by which agents tell that they have read, are among them').sentAs('', 'true').named('readReceipts'),
		},
		answer: entries('downlinkMessages', {
			onlyOnce: true,
			given: { userId: 'receiverId', channelId: 'channelId' },
			adds: {
				sentAt: timeOf('timestamp', 'epochMillis'),
				sourceName: nameOf('sourceType', SOURCES),
				mediaName: nameOf('mediaType', MEDIA),
				ended: readAs('controlType', (type) => type === 'DISCONNECT'),
				fileId: readAs('mediaFileType', (_type, row) => fileIdOf(row)),
			},
		}),
		codes: { '13': { means: 'CEC could not read the messages', remedy: 'Check user ID and channel ID, and connect first.' } },
		errata: [
			{ printed: 'timestamp as string in the table, a number in the samples', sent: 'both are read', why: 'They contradict each other.' },
			{ printed: 'isNeedRead: true, or anything else', sent: 'true, or left empty', why: 'So its description.' },
		],
	}),

	sendCard: operation('11.5', {
		name: 'Send Web Card',
		action: 'Send a web card as a customer',
		description: 'Send a card with a title and a link or a picture to the agent',
		risk: 'dial',
		...send({
			controlType: 'CHAT',
			media: { mediaType: constant('WEBCARD') },
			content: {
				content: section({
					title: text('Title').required(),
					description: text('Description').otherwise(''),
					mediaFileId: text('Picture', 'Object key of an uploaded picture; a card needs this or a link').otherwise(''),
					mediaFileType: choice('Picture Type', { img: 'Any', 'img/jpg': 'JPG', 'img/png': 'PNG' }).alongWith('mediaFileId'),
					redirectUrl: text('Link', 'Address to which the card leads; it has to be on the trustlist of CEC for agents to open it').example('e.g. https://www.example.com').otherwise(''),
				}).asJsonText(),
			},
			alsoGood: QUEUEING,
		}),
		success: (answer) => isSaved(answer) || (String(answer.resultCode) === '3' && LINK_NOT_TRUSTED.test(String(answer.resultDesc))),
		check: ({ content }) => (at(content, 'mediaFileId') || at(content, 'redirectUrl') ? undefined : 'A card needs a "Link" or a "Picture"'),
		findOut: NOTHING_TO_REPEAT,
		errata: [
			{ printed: 'code 3 for a link that is not on the trustlist, under INPUT', sent: 'is read as success of a card', why: 'Its own text says that the card was sent; the sample of cards shows it.' },
		],
	}),

	sendFile: operation('11.5', {
		name: 'Send File',
		action: 'Send a file as a customer',
		description: 'Send a file that was uploaded (File: Upload)',
		risk: 'dial',
		...send({
			controlType: 'CHAT',
			media: { mediaType: choice('Kind', SENDABLE).startsAs('IMAGE').required() },
			content: {
				content: text('File', 'The key "file" of what File: Upload gives: object key and file type with a comma between')
					.startsAs('={{ $json.file }}')
					.only(/^[^,\s]+,\w+$/, 'an object key, a comma and a file type')
					.named('file')
					.required(),
			},
			alsoGood: QUEUEING,
		}),
		findOut: NOTHING_TO_REPEAT,
		errata: [{ printed: 'a wide comma between object key and type, and field for the object key', sent: 'objectKey,jpg', why: 'The wide comma is that of the Chinese sentence; the examples name objectKey.' }],
	}),

	sendText: operation('11.5', {
		name: 'Send Text',
		action: 'Send a text as a customer',
		description: 'Send a text to the bot or agent with whom the customer is connected',
		risk: 'dial',
		...send({
			controlType: 'CHAT',
			content: { content: text('Text', 'What the customer writes').lines().bytes(CHARACTERS_OF_A_KILOBYTE).named('text').required() },
			alsoGood: QUEUEING,
		}),
		findOut: NOTHING_TO_REPEAT,
		errata: [
			{ printed: 'code 0 with the text "Failed to disconnect robot"', sent: 'is read as success', why: 'It stands among the texts of success of messages to bots.' },
		],
	}),

	showTyping: operation('11.5', {
		name: 'Show Typing',
		action: 'Show that a customer is typing',
		description: 'Tell the agent that the customer is typing; bots do not take it',
		risk: 'write',
		...send({ controlType: 'INPUT', alsoGood: QUEUEING }),
		success: (answer) => isSaved(answer) || isQueueing(answer),
		errata: [{ printed: 'code 13 with the text "Queuing..." beside 11 with the same', sent: 'is read as success', why: 'The customer queues, as code 11 says in words of its own.' }],
	}),

	transferToAgent: operation('11.5', {
		name: 'Transfer to Agent',
		action: 'Transfer a customer from a bot to an agent',
		description: 'Hand the conversation over from the bot to an agent; the outcomes are those of Connect',
		risk: 'write',
		...send({ controlType: 'TRANS2AGENT', alsoGood: QUEUEING_OR_CLOSED }),
	}),
});
