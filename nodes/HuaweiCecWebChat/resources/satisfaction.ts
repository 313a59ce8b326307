import { done, object } from '../../../cec/catalogue/answer';
import { pick, text, yesNo } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { messaging } from '../../../cec/families/messaging';
import { channel, channelId, customer, customerAs, userId } from './shared';

const PRINTED_PATH = '/apiaccess/ccmessaging/getsatisfactionssurveymode';

export const satisfaction = resource('satisfaction', 'Satisfaction', messaging, {
	getLevels: operation('11.20', {
		name: 'Get Levels',
		action: 'Get the levels of satisfaction',
		description: 'Get whether customers are asked how satisfied they are, and the levels from which they can choose',
		request: 'POST /apiaccess/ccmessaging/getsatisfactionsurveymode',
		otherPaths: [PRINTED_PATH],
		risk: 'read',
		customer,
		answer: object('satisfactionSurvey'),
		codes: { '13': { means: 'CEC could not read the levels', remedy: 'Check the channel ID, or try again later.' } },
		errata: [
			{
				printed: PRINTED_PATH,
				sent: '/apiaccess/ccmessaging/getsatisfactionsurveymode; the printed one where that is not known',
				why: 'The name of the interface has one s, and so have the public editions of the vendor.',
			},
		],
	}),

	rateBotAnswer: operation('11.15', {
		name: 'Rate Bot Answer',
		action: 'Rate an answer of a bot as a customer',
		description: 'Tell whether the customer is satisfied with an answer of the bot, while the conversation with it goes on',
		request: 'POST /apiaccess/ccmessaging/v1/robot/feedbacksatisfaction',
		risk: 'write',
		customer: customerAs({ userId: 'from' }),
		body: {
			from: userId.named('userId'),
			interIdx: text('Interaction Index', 'The key "interIdx" of the message of the bot').startsAs('={{ $json.interIdx }}').required(),
			feedback: yesNo('Satisfied', 'Whether the customer is satisfied').sentAs(0, 1).startsAs(true).required(),
			feedbackContent: text('Why Not', 'What the customer was not satisfied with').max(64).when({ feedback: [false] }).required(),
		},
		answer: done(),
		codes: {
			'30000000008': { means: 'CEC wants to know why the customer is not satisfied', remedy: 'Fill in "Why Not".' },
			'30000000019': { means: 'The customer is not in a conversation with a bot', remedy: 'Rate answers while it goes on, before it is handed over to an agent.' },
			'10010000001': { means: 'CEC does not let the customer in', remedy: 'Check user ID and channel ID.' },
			'10010000002': { means: 'CEC takes no more ratings now', remedy: 'Try again later, and less often.' },
			'30010009999': { means: 'The chat service of CEC failed', remedy: 'Try again later.' },
		},
		nothingDoneCodes: ['10010000002'],
	}),

	submit: operation('11.4', {
		name: 'Submit',
		action: 'Submit the satisfaction of a customer',
		description: 'Tell how satisfied the customer is with the conversation',
		request: 'POST /apiaccess/ccmessaging/saveSatisfaction',
		risk: 'write',
		customer: customerAs({ userId: 'userId', channelId: 'channelConfigId' }),
		body: {
			channel,
			userId,
			channelConfigId: channelId.named('channelId'),
			evaluation: pick('satisfactionLevels', 'Level', 'From 1, very dissatisfied, to 5, very satisfied, unless your CEC has other levels').required(),
			comment: text('Comment', 'What the customer says').lines().max(511).required(),
		},
		answer: done(),
		codes: { '13': { means: 'CEC found no conversation of the customer to rate, or could not keep the rating', remedy: 'Check user ID and channel ID; there has to be a conversation.' } },
		failure: ({ resultDesc }) => (/exception/i.test(String(resultDesc)) ? String(resultDesc) : undefined),
		findOut: 'Look at the reports of satisfaction before you submit it again.',
		errata: [{ printed: 'code 0 with the text "Exception appeared!"', sent: 'is read as a failure', why: 'Nothing tells that the rating was kept.' }],
	}),
});
