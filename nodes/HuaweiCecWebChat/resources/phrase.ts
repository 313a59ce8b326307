import { entries } from '../../../cec/catalogue/answer';
import { copyOf, text } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { messaging } from '../../../cec/families/messaging';
import { channel, customer, ENGLISH } from './shared';

export const phrase = resource('phrase', 'Phrase', messaging, {
	getMany: operation('11.8', {
		name: 'Get Many',
		action: 'Get many phrases by keyword',
		description: 'Get up to five questions that the bot of the channel can answer, by what the customer has typed so far',
		request: 'POST /apiaccess/ccmessaging/queryPhraseByKeyword',
		risk: 'read',
		customer,
		body: {
			strContent: text('Keyword', 'What the customer has typed').named('keyword').required(),
			locale: copyOf('locale', 'string').otherwise(ENGLISH),
			channel,
		},
		answer: entries('question', { as: 'question' }),
		codes: { '1': { means: 'CEC could not look for phrases', remedy: 'The channel must have a bot with an active group of questions in this language.' } },
		errata: [{ printed: 'question as string in the table', sent: 'is read as a list of texts', why: 'So the sample, and its description.' }],
	}),
});
