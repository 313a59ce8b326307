import { object } from '../../../cec/catalogue/answer';
import { choice, dateTime, json, text, yesNo } from '../../../cec/catalogue/field';
import { operation, resource, type OperationSpec } from '../../../cec/catalogue/operation';
import { botDialogs } from '../../../cec/families/bots';
import { answerQuery, confirmTransfer, endConversation, mustFollow, mustNotInterrupt, sendMessage } from '../conversation';
import { accessCode, accompanying, CALL_MEDIA, channel, mediaType, RELEASE_REASONS } from './shared';

const session = {
	sessionId: text('Session ID', 'The same for all messages of a conversation; the last 64 characters count').startsAs('={{ $json.sessionId }}').required(),
	accessCode: accessCode.required(),
};

const state = json('State', 'What the last message of this conversation put out as "state". Without it CEC is asked whether there is such a conversation.');

const several: Pick<OperationSpec, 'request' | 'risk' | 'answer'> = { request: 'POST /oifde/rest/crs/process', risk: 'write', answer: object() };

/** Whole conversations; the steps they are made of are Dialog Steps. */
export const conversation = resource('conversation', 'Conversation', botDialogs, {
	sendMessage: operation([], {
		name: 'Send Message',
		action: 'Send a message to a bot',
		description: 'Give a bot what the customer wrote and get what it says, with what is to be done next: reply, transfer, query or end',
		...several,
		procedure: sendMessage,
		check: mustNotInterrupt,
		body: {
			...session,
			message: text('Message', 'What the customer wrote; leave it empty to be greeted only, in a new conversation').lines().startsAs('={{ $json.chatInput }}').shown(),
			inputType: choice(
				'Input Type',
				{
					keys: 'Keys',
					nomatch: ['Nothing Understood', 'The customer has said or keyed in something that nobody understands'],
					recording: ['Recording', 'The customer was recorded, as the bot had asked'],
					timeout: ['Time-Out', 'The customer has not answered in time'],
					words: 'Words',
				},
				'What the customer did; when left out, keys where the state tells that the bot takes nothing else (other words are then not understood), and words otherwise',
			),
			recording: text('Recording', 'Path and name of the recording of the customer'),
			state,
			userId: text('Customer ID', 'The session ID when left empty').max(64),
			startAnew: yesNo('Start Anew', 'Whether to begin a new conversation; one that is open is ended'),
			keepGreeting: yesNo('Keep Greeting', 'Whether the greeting of a new conversation is among the messages').startsAs(true),
			accompanyingData: accompanying,
			channel,
			mediaType,
		},
	}),

	answerQuery: operation([], {
		name: 'Answer Query',
		action: 'Answer a query of a bot',
		description: 'After Send Message has put out the action query: tell how busy the queue or agent is, and get what the bot says then',
		...several,
		procedure: answerQuery,
		check: mustFollow('query', 'The bot has asked nothing: use Answer Query after the action query only'),
		body: {
			...session,
			queueIndex: text('Place in Queue', 'The place that the customer would have').shown(),
			estimateTime: text('Estimated Wait', 'Seconds').shown(),
			agentCount: text('Agents Signed In'),
			idleAgentCount: text('Idle Agents'),
			callMediaType: choice('Media of the Call', CALL_MEDIA, 'After the query mediaSwitch').asText(),
			state,
		},
	}),

	end: operation([], {
		name: 'End',
		action: 'End a conversation with a bot',
		description: 'Tell the bot that the customer has gone; a conversation that is over already is no error',
		...several,
		procedure: endConversation,
		body: { ...session, reason: choice('Reason', RELEASE_REASONS).asText().startsAs(2), state },
	}),

	confirmTransfer: operation([], {
		name: 'Confirm Transfer',
		action: 'Tell a bot how a transfer went',
		description: 'After Send Message has put out the action transfer: tell whether it succeeded, and get what the bot says when it did not',
		...several,
		procedure: confirmTransfer,
		check: mustFollow('transfer', 'The bot has asked for no transfer: use Confirm Transfer after the action transfer only'),
		body: {
			...session,
			succeeded: yesNo('Succeeded', 'Whether the customer has reached the other one; this ends the conversation with the bot').startsAs(true).required(),
			beginTrans: dateTime('Transfer Began').startsAs('={{ $now.toISO() }}').required(),
			endTrans: dateTime('Transfer Ended').startsAs('={{ $now.toISO() }}').required(),
			recorded: yesNo('Recorded', 'Whether the call was recorded, where the bot had wanted that of a transfer to an external number'),
			state,
		},
	}),
});
