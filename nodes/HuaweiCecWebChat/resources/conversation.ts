import { done, object } from '../../../cec/catalogue/answer';
import { choice, copyOf, file as fileField, integer, json, text } from '../../../cec/catalogue/field';
import { operation, resource, type OperationSpec } from '../../../cec/catalogue/operation';
import { messaging } from '../../../cec/families/messaging';
import { checkFile, end, getMessages, sendMessage } from '../conversation';
import { file, nameOfFile } from './file';
import { channel, customer, UPLOADED } from './shared';

const LONGEST_WAIT_S = 3600;
const LONGEST_TEXT = 1024;

const waitSeconds = (label: string, hint: string) => integer(label, hint).between(0, LONGEST_WAIT_S).startsAs(0).shown();

const attachments: OperationSpec['attachments'] = {
	list: 'files',
	ask: () => file.operations.download,
	given: ({ fileId, fileType, fromLibrary }, { userId, channelId, userName, locale }) => ({
		userId,
		channelId,
		userName,
		locale,
		fileId,
		fileType,
		multiMedia: fromLibrary,
	}),
	fileName: nameOfFile,
	failsAlone: true,
};

/** Whole conversations; the steps they are made of are Chat Steps. */
export const conversation = resource('conversation', 'Conversation', messaging, {
	sendMessage: operation([], {
		name: 'Send Message',
		action: 'Send a message as a customer',
		description: 'Send a text or a file for a customer, who is connected with a bot or agent where needed, and wait for an answer if you like',
		request: 'POST /apiaccess/ccmessaging/send',
		risk: 'dial',
		procedure: sendMessage,
		check: checkFile,
		attachments,
		body: {
			...customer,
			kind: choice('Message', { file: 'File', text: 'Text' }).startsAs('text').required(),
			message: text('Text', 'What the customer writes').lines().startsAs('={{ $json.chatInput }}').bytes(LONGEST_TEXT).when({ kind: ['text'] }).named('text').required(),
			file: fileField('Binary Field', 'Name of the binary field of the item that holds the file').when({ kind: ['file'] }).named('binaryField').required(),
			fileType: choice('File Type', UPLOADED, 'What the file is; its name tells when left out').when({ kind: ['file'] }),
			waitSeconds: waitSeconds('Wait for Answer', 'Seconds to wait until an agent or bot has answered; 0 to go on at once'),
			connect: choice(
				'Connect',
				{
					first: ['First', 'For the first message of a conversation; needed where the channel keeps messages for later when nobody is connected'],
					never: 'Never',
					whenNeeded: ['When Needed', 'When CEC says that there is no conversation'],
				},
				'When to connect the customer; when needed when left out',
			),
			transData: json('Accompanying Data', 'Handed over to the flow of the bot when the customer is connected'),
		},
		answer: object(),
		findOut: 'Look into the history of messages before you send it again.',
	}),

	getMessages: operation([], {
		name: 'Get Messages',
		action: 'Get the messages to a customer',
		description: 'Get what has come for a customer since the last time, in one item; to be repeated while the conversation goes on, since CEC ends it otherwise',
		request: 'GET /apiaccess/ccmessaging/poll',
		risk: 'read',
		noFilters: true,
		procedure: getMessages,
		attachments,
		body: { ...customer, waitSeconds: waitSeconds('Wait for Message', 'Seconds to wait until something has come; 0 to look once') },
		answer: object(),
	}),

	end: operation([], {
		name: 'End',
		action: 'End a conversation as a customer',
		description: 'Disconnect the customer; a conversation that is over already is no error',
		request: 'POST /apiaccess/ccmessaging/send',
		risk: 'write',
		procedure: end,
		body: customer,
		answer: object(),
	}),

	leaveMessage: operation('11.14', {
		name: 'Leave Message',
		action: 'Leave a message as a customer',
		description: 'Leave a message with a number to call back, such as when nobody is there to chat',
		request: 'POST /apiaccess/ccmessaging/doLeaveMessage',
		risk: 'write',
		customer,
		body: {
			callId: copyOf('userId', 'string'),
			caller: text('Phone Number', 'Where the customer can be called').named('phoneNumber').required(),
			leaveMessage: text('Message').lines().named('leftMessage').required(),
			channel,
		},
		answer: done(),
		codes: {
			'3': { means: 'CEC does not accept the message', remedy: 'Check phone number and message.' },
			'13': { means: 'CEC could not keep the message', remedy: 'Try again later.' },
		},
		errata: [
			{
				printed: 'callId, described as the ID of the user',
				sent: 'the user ID',
				why: 'A message is left when no chat, and so no call, has come about; later editions give it the length of user IDs.',
			},
		],
	}),
});
