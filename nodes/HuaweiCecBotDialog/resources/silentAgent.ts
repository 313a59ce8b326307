import { done } from '../../../cec/catalogue/answer';
import { choice, constant, fromCredential, group, integer, text, type Fields } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { bots } from '../../../cec/families/bots';

const FEED = 'For systems to which the bot platform reports its conversations, since the reference does not tell how else to learn their IDs.';

const place: Fields = {
	tenantId: fromCredential('tenantId', 'string'),
	callId: text('Conversation ID', 'As the platform reports it').required(),
	agentId: text('Agent ID').required(),
};

const TRANSFER = {
	1: 'Skill Queue by Access Code',
	2: 'IVR Flow',
	3: 'Skill Queue by Name',
	4: 'Agent',
	5: 'External Number',
	6: 'Digital Assistant',
	7: 'Familiar Agent',
	8: 'Skill Queue of an Agent',
	31: 'Familiar Agent, by Message',
	32: 'Skill Queue, by Message',
	33: 'Agent, by Message',
};
/** CEC knows itself who is familiar. */
const TO_FAMILIAR = [7, 31];
const TO_OTHERS = Object.keys(TRANSFER).map(Number).filter((type) => !TO_FAMILIAR.includes(type));

/** The intent of those who step in with words of their own; spelled so. */
const OWN_WORDS = 'slientInsertReply';

/** People who watch a bot without being noticed, and step in (10.11). */
export const silentAgent = resource('silentAgent', 'Silent Agent', bots, {
	changeMode: operation('10.11.1', {
		name: 'Change Mode',
		action: 'Change how a silent agent takes part',
		description: 'Watch a conversation, step into it, leave it to the bot again, or transfer it',
		request: 'POST /oifde/rest/api/flow/changeWorkMode',
		risk: 'write',
		body: {
			...place,
			workMode: choice('Mode', { 0: 'Leave', 1: 'Watch', 2: 'Step In', 3: 'Transfer' }).asText().startsAs(1).required(),
			callTransferRequest: group('Transfer', {
				callTransferType: choice('To', TRANSFER).asText().startsAs(1).required(),
				callTransferRouteValue: text('Target', 'Access code or name of the skill queue, access code of the flow, agent ID or number').when({ callTransferType: TO_OTHERS }).oneOfSeveral().required(),
				...{ noRouteValue: constant('').wire('callTransferRouteValue').when({ callTransferType: TO_FAMILIAR }).oneOfSeveral() },
				callTransferTransData: text('Accompanying Data'),
				callTransferNumber: text('Calling Number', 'What an external number is shown'),
			})
				.when({ workMode: [3] })
				.required(),
		},
		answer: done(),
		notice: FEED,
		errata: [{ printed: 'callTransferRouteValue always', sent: 'an empty text for transfers to a familiar agent', why: 'Its own description says that there is none for them.' }],
	}),

	reply: operation('10.11.2', {
		name: 'Reply',
		action: 'Reply in place of a bot',
		description: 'Answer the customer with an intent of the bot or with words of your own',
		request: 'POST /oifde/rest/api/flow/receiveDialogrecord',
		risk: 'write',
		body: {
			...place,
			nodeId: text('Node ID', 'Of the step of the flow, as the platform reports it').required(),
			nodeIndex: integer('Node Index', 'How often the step has run, as the platform reports it'),
			replyType: choice('Reply With', { 0: 'Intent', 1: 'Words' }).startsAs(0).required(),
			replyIntentCode: text('Intent Code', 'Of the intent with which the bot goes on').when({ replyType: [0] }).oneOfSeveral().required(),
			replyIntentContent: text('Reply').lines().required(),
			replyIntentName: text('Intent Name').when({ replyType: [0] }).oneOfSeveral().required(),
			...{
				ownCode: constant(OWN_WORDS).wire('replyIntentCode').when({ replyType: [1] }).oneOfSeveral(),
				ownName: constant(OWN_WORDS).wire('replyIntentName').when({ replyType: [1] }).oneOfSeveral(),
			},
		},
		answer: done(),
		notice: FEED,
		errata: [
			{ printed: 'no tenantId in the sample', sent: 'tenantId', why: 'The table demands it.' },
			{ printed: 'slientInsertReply for words of those who have stepped in', sent: 'slientInsertReply for words', why: 'It names no other code for words.' },
		],
	}),
});
