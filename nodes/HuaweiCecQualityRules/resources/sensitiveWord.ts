import { done, entries, object } from '../../../cec/catalogue/answer';
import { integer, pick, picks, section, text, type Fields } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { sqm } from '../../../cec/families/sqm';
import { sensitiveWordCategory } from './sensitiveWordCategory';
import { byUser, keyword, pageAndLimit, replaced, sentences, SQM } from './shared';

const WORDS = `${SQM}/sensitiveWordManage`;

const sensitiveWordId = pick('sensitiveWords', 'Sensitive Word').named('sensitiveWordId').required();

const word: Fields = {
	category_id: sensitiveWordCategory.required(),
	sw_name: text('Name', 'The word itself').named('name').required(),
	score: integer('Score', 'Added to the score of a call in which the word is said; below 0 to deduct'),
	exception: section({
		customer: sentences('Customer Sentence', 'The word does not count where a customer says one of these').named('customerSentenceIds').otherwise([]),
		staff: sentences('Agent Sentence', 'The word does not count where an agent says one of these').named('agentSentenceIds').otherwise([]),
	}),
};

export const sensitiveWord = resource('sensitiveWord', 'Sensitive Word', sqm, {
	create: operation('12.2.3.9', {
		name: 'Create',
		action: 'Create a sensitive word',
		description: 'Add a word that nobody should say',
		request: `POST ${WORDS}/createSensitiveWord`,
		risk: 'write',
		findOut: 'Look with "Get Many" whether the word exists.',
		headers: byUser,
		body: word,
		answer: object(),
	}),

	delete: operation('12.2.3.1', {
		name: 'Delete',
		action: 'Delete a sensitive word',
		request: `POST ${WORDS}/deleteSensitiveWord`,
		risk: 'destructive',
		headers: byUser,
		body: { sw_id: sensitiveWordId },
		answer: done('deleted'),
	}),

	get: operation('12.2.3.11', {
		name: 'Get',
		action: 'Get a sensitive word',
		description: 'Get a word with its score and its exceptions',
		request: `POST ${WORDS}/querySensitiveWordDetail`,
		risk: 'read',
		headers: byUser,
		body: { sw_id: sensitiveWordId },
		answer: object(),
		errata: [{ printed: 'score as a number in the table, as a text in the sample', sent: 'as CEC gives it', why: 'They contradict each other.' }],
	}),

	getMany: operation('12.2.3.2', {
		name: 'Get Many',
		action: 'Get many sensitive words',
		request: `POST ${WORDS}/querySensitiveWordList`,
		risk: 'read',
		headers: byUser,
		body: { keyword },
		page: pageAndLimit,
		answer: entries('data'),
	}),

	getManyInCategory: operation('12.2.3.6', {
		name: 'Get Many in Category',
		action: 'Get many sensitive words of a category',
		request: `POST ${WORDS}/querySensitiveWordsByCategoryId`,
		risk: 'read',
		headers: byUser,
		body: { category_id: sensitiveWordCategory.required() },
		page: pageAndLimit,
		answer: entries('data'),
	}),

	move: operation('12.2.3.8', {
		name: 'Move',
		action: 'Move sensitive words to a category',
		request: `POST ${WORDS}/moveSensitiveWordToCategory`,
		risk: 'write',
		headers: byUser,
		body: {
			sensitiveWordIds: picks('sensitiveWords', 'Sensitive Word Names or IDs').follows('actingUserId').joinedBy(',').required(),
			category_id: sensitiveWordCategory.called('To Category').required(),
		},
		answer: done(),
	}),

	update: operation('12.2.3.4', {
		name: 'Update',
		action: 'Update a sensitive word',
		description: 'Change a word; all of its values are replaced',
		request: `POST ${WORDS}/updateSensitiveWord`,
		risk: 'write',
		headers: byUser,
		body: { sw_id: sensitiveWordId, ...replaced(word) },
		answer: done(),
	}),
});
