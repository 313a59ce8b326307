import { done } from '../../../cec/catalogue/answer';
import { choice, copyOf, fromCredential, group, integer, text, type Fields } from '../../../cec/catalogue/field';
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
	7: 'Familiar Agent',
	8: 'Skill Queue of an Agent',
};

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
				callTransferRouteValue: text('Target', 'Access code, name, agent or number').required(),
				callTransferTransData: text('Accompanying Data'),
				callTransferNumber: text('Calling Number', 'What an external number is shown'),
			})
				.when({ workMode: [3] })
				.required(),
		},
		answer: done(),
		notice: FEED,
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
			replyIntentCode: text('Intent Code', 'Write slientInsertReply, spelled so, when you step in with words of your own').required(),
			replyIntentContent: text('Reply').lines().required(),
			replyIntentName: text('Intent Name').when({ replyType: [0] }).required(),
			...{ replyIntentNameCopy: copyOf('replyIntentCode', 'string').wire('replyIntentName').when({ replyType: [1] }) },
		},
		answer: done(),
		notice: FEED,
		errata: [{ printed: 'no tenantId in the sample', sent: 'tenantId', why: 'The table demands it.' }],
	}),
});
