import { done, entries, readAs } from '../../../cec/catalogue/answer';
import { choice, constant, pick, picks, rows, section, text, type Field, type Fields } from '../../../cec/catalogue/field';
import { operation, resource, type Erratum } from '../../../cec/catalogue/operation';
import { bots } from '../../../cec/families/bots';
import { paged, tenant } from './shared';

const API = '/oifde/rest/api/faq';
const FIND_OUT = 'Look at the FAQs of the group with "Get Many".';
const LONGEST = 8192;

const faqGroupId = pick('faqGroups', 'FAQ Group').asInteger().required();

const similar = (label: string, row: string, type: 'Q' | 'A') =>
	rows(label, row, { statement: text('Text').max(LONGEST).required(), type: constant(type) }).max(100);

const keywords = rows('Keywords', 'Keyword', { w: text('Keyword').max(64).only(/^[^|]*$/, 'characters other than |').required() }).max(20);

/** A list row by row, or as JSON: one switch for all of them, since each may be left out. */
const inEitherForm = (key: string, field: Field, hint: string): Fields => ({
	[key]: field.when({ variantsInput: ['fields'] }),
	[`${key}Json`]: field.called(`${field.spec.label} (JSON)`, hint).typedAsJson().wire(key).when({ variantsInput: ['json'] }),
});

const content: Fields = {
	faqGroupId,
	question: text('Question').max(LONGEST).lines().required(),
	answer: text('Answer').max(LONGEST).lines().required(),
	variantsInput: choice('Specify Variants', { fields: 'Using Fields Below', json: 'Using JSON' }, 'How similar questions, similar answers and keywords are given')
		.startsAs('fields')
		.notSent()
		.required(),
	...inEitherForm('simQuestions', similar('Similar Questions', 'Question', 'Q'), 'A list such as [{ "statement": "When do you open?" }]'),
	...inEitherForm('simAnswers', similar('Similar Answers', 'Answer', 'A'), 'A list such as [{ "statement": "We open at nine." }]'),
	...inEitherForm('keywords', keywords, 'A list such as [{ "w": "open" }]'),
};

const numbersOfVariants: Erratum = {
	printed: 'id and elementId of similar questions and answers',
	sent: 'neither',
	why: 'Some tables require them, the samples lack them, and the platform gives the numbers.',
};

const forbiddenInKeywords: Erratum = {
	printed: 'a character that keywords must not have, lost in print',
	sent: 'keywords with a vertical bar are refused',
	why: 'So the digital edition of the vendor.',
};

export const faq = resource('faq', 'FAQ', bots, {
	getMany: operation('10.9.6', {
		name: 'Get Many',
		action: 'Get many FAQ entries',
		description: 'Get the questions of a group with their answers',
		request: `POST ${API}/query`,
		risk: 'read',
		body: { ...tenant, faqGroupId, name: text('Question') },
		page: paged({ total: 'totalSize' }),
		answer: entries('data', { adds: { groupId: readAs('id', (_id, row) => row.faqGroupId ?? row.faqId) } }),
		errata: [{ printed: 'faqGroupId in the table, faqId in the sample', sent: 'both are read', why: 'They contradict each other.' }],
	}),

	create: operation('10.9.7', {
		name: 'Create',
		action: 'Create an FAQ',
		description: 'Add a question with its answer to a group. CEC gives back nothing: "Get Many" finds the FAQ with its ID.',
		request: `POST ${API}/create`,
		risk: 'write',
		body: { ...tenant, model: section({ id: constant(-1), ...content }) },
		answer: done(),
		findOut: FIND_OUT,
		errata: [numbersOfVariants, forbiddenInKeywords],
	}),

	update: operation('10.9.8', {
		name: 'Update',
		action: 'Update an FAQ',
		description: 'Replace a question, its answer and its variants; give those that are to stay as well',
		request: `POST ${API}/update`,
		risk: 'write',
		body: { ...tenant, model: section({ faqGroupId, id: pick('faqs', 'FAQ').named('faqId').asInteger().required(), ...content }) },
		answer: done(),
		findOut: FIND_OUT,
		errata: [numbersOfVariants, forbiddenInKeywords],
	}),

	delete: operation('10.9.9', {
		name: 'Delete',
		action: 'Delete FAQ entries',
		description: 'Delete questions of a group with their answers',
		request: `POST ${API}/delete`,
		risk: 'destructive',
		body: { ...tenant, faqGroupId, faqIds: picks('faqs', 'FAQ Names or IDs').asInteger().follows('faqGroupId.value').required().min(1) },
		answer: done('deleted'),
		findOut: FIND_OUT,
	}),
});
