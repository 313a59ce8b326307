import { done, entries, object } from '../../../cec/catalogue/answer';
import { pick, text } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { sqm } from '../../../cec/families/sqm';
import { byUser, optionalUser, SQM } from './shared';

const SENTENCES = `${SQM}/sentencemanage`;

const name = text('Name').required();
export const sentenceCategory = pick('sentenceCategories', 'Sentence Category').named('sentenceCategoryId');

export const sentenceCategories = resource('sentenceCategory', 'Sentence Category', sqm, {
	create: operation('12.2.2.1', {
		name: 'Create',
		action: 'Create a sentence category',
		request: `POST ${SENTENCES}/createSentenceCategory`,
		risk: 'write',
		findOut: 'Look with "Get Many" whether the category exists.',
		headers: byUser,
		body: { name },
		answer: object(),
		errata: [optionalUser],
	}),

	delete: operation('12.2.2.8', {
		name: 'Delete',
		action: 'Delete a sentence category',
		description: 'Delete a category; move its sentences to another one before, since CEC may delete them as well',
		request: `POST ${SENTENCES}/deleteSentenceCategory`,
		risk: 'destructive',
		headers: byUser,
		body: { category_id: sentenceCategory.required() },
		answer: done('deleted'),
		errata: [optionalUser],
	}),

	getMany: operation('12.2.2.9', {
		name: 'Get Many',
		action: 'Get many sentence categories',
		request: `POST ${SENTENCES}/querySentenceCategory`,
		risk: 'read',
		headers: byUser,
		body: {},
		answer: entries('data'),
		errata: [optionalUser],
	}),

	update: operation('12.2.2.7', {
		name: 'Update',
		action: 'Update a sentence category',
		description: 'Rename a category',
		request: `POST ${SENTENCES}/updateSentenceCategory`,
		risk: 'write',
		headers: byUser,
		body: { category_id: sentenceCategory.required(), name },
		answer: done(),
		errata: [optionalUser],
	}),
});
