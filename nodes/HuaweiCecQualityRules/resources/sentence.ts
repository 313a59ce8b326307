import { done, entries, object } from '../../../cec/catalogue/answer';
import { choice, constant, pick, rows, rowsOrJson, text, type Field, type Fields } from '../../../cec/catalogue/field';
import { operation, resource, type Erratum } from '../../../cec/catalogue/operation';
import { sqm } from '../../../cec/families/sqm';
import { sentenceCategory } from './sentenceCategory';
import { byUser, keyword, optionalUser, pageAndLimit, sentences, SQM } from './shared';

const SENTENCES = `${SQM}/sentencemanage`;

const sentenceId = pick('sentences', 'Sentence').named('sentenceId').required();

const tagType = choice(
	'Type',
	{
		dialogue_act: ['Meaning', 'Whatever means the same as one of the texts'],
		keyword: ['Keyword', 'The texts themselves'],
		regular_exp: ['Regular Expression', 'Whatever a text matches, which is a regular expression'],
	},
	'What a sentence is recognized by',
)
	.named('type')
	.required();

/** The ways in which a sentence is recognized; texts that are there already have an id. */
const tags = (ids: Fields): Field => {
	const texts = { ...ids, name: text('Text').named('text').required() };
	return rows('Tags', 'Tag', {
		tag_type: tagType,
		pos_sentences: rows('Texts', 'Text', texts).named('texts'),
		neg_sentences: rows('Opposite Texts', 'Text', texts, 'For the type Meaning: what is similar but means something else').named('oppositeTexts'),
	}, 'What is recognized as this sentence')
		.wire('tagDataList')
		.required();
};

const HINT = 'A list such as [{ "tag_type": "keyword", "pos_sentences": [{ "name": "refund" }] }]';

const content = (ids: Fields, hint: string): Fields => ({
	category_id: sentenceCategory.required(),
	sentence_name: text('Name').named('name').required(),
	...rowsOrJson('tags', tags(ids), hint),
});

const together: Erratum = {
	printed: 'pos_sentences and neg_sentences never in the same tag',
	sent: 'both, where both are given',
	why: 'All samples have both in one tag, those of answers included.',
};

export const sentence = resource('sentence', 'Sentence', sqm, {
	create: operation('12.2.2.10', {
		name: 'Create',
		action: 'Create a sentence',
		description: 'Describe something that agents or customers say; rules and sensitive words refer to it',
		request: `POST ${SENTENCES}/createSentence`,
		risk: 'write',
		findOut: 'Look with "Get Many" whether the sentence exists.',
		headers: byUser,
		body: content({}, HINT),
		answer: object(),
		errata: [optionalUser, together],
	}),

	delete: operation('12.2.2.3', {
		name: 'Delete',
		action: 'Delete a sentence',
		request: `POST ${SENTENCES}/deleteSentence`,
		risk: 'destructive',
		headers: byUser,
		body: { sentence_id: sentenceId },
		answer: done('deleted'),
		errata: [optionalUser],
	}),

	get: operation('12.2.2.4', {
		name: 'Get',
		action: 'Get a sentence',
		description: 'Get a sentence with what it is recognized by',
		request: `POST ${SENTENCES}/querySentence`,
		risk: 'read',
		headers: byUser,
		body: { sentence_id: sentenceId, page: constant(1), limit: constant(5) },
		answer: object(),
		errata: [
			optionalUser,
			{ printed: 'page and limit as required in the table, missing in the sample', sent: 'both', why: 'They do no harm beside the ID of a sentence.' },
			together,
		],
	}),

	getMany: operation('12.2.2.4', {
		name: 'Get Many',
		action: 'Get many sentences',
		request: `POST ${SENTENCES}/querySentence`,
		risk: 'read',
		headers: byUser,
		body: { category_id: sentenceCategory, keyword },
		page: pageAndLimit,
		answer: entries('data'),
		errata: [optionalUser],
	}),

	getManyInCategory: operation('12.2.2.5', {
		name: 'Get Many in Category',
		action: 'Get many sentences of a category',
		request: `POST ${SENTENCES}/querySentenceByCategoryId`,
		risk: 'read',
		headers: byUser,
		body: { category_id: sentenceCategory.required() },
		page: pageAndLimit,
		answer: entries('data'),
		errata: [optionalUser],
	}),

	move: operation('12.2.2.2', {
		name: 'Move',
		action: 'Move sentences to a category',
		request: `POST ${SENTENCES}/moveSentenceToCategory`,
		risk: 'write',
		headers: byUser,
		body: {
			sentenceIds: sentences('Sentence').joinedBy(',').required(),
			category_id: sentenceCategory.called('To Category').required(),
		},
		answer: done(),
		errata: [optionalUser],
	}),

	update: operation('12.2.2.6', {
		name: 'Update',
		action: 'Update a sentence',
		description: 'Change a sentence; give all of its tags, also those that stay, best as JSON from "Get"',
		request: `POST ${SENTENCES}/updateSentence`,
		risk: 'write',
		headers: byUser,
		body: {
			sentence_id: sentenceId,
			...content({ id: text('Text ID', 'Only of a text that the sentence has already, as "Get" tells it') }, 'A list such as "tagDataList" of "Get", whose texts have their IDs'),
		},
		answer: done(),
		errata: [
			optionalUser,
			together,
			{ printed: 'deleteTagDataList in the sample, missing in the table', sent: 'nothing of the kind', why: 'It is empty, and nothing tells what would belong into it.' },
		],
	}),
});
