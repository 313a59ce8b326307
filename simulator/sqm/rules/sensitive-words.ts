import { z } from 'zod';
import type { Interface } from '../../interface';
import { optionalText, text } from '../../schema/fields';
import { CCSQM, find, pageOf, paging, quality, type QualityInterface } from '../serve';
import { ids, knownSentences, named, sentenceViews } from './shared';
import type { QualityRules, SensitiveWord } from './state';

/** 12.2.3. */

const BASE = `${CCSQM}/sensitiveWordManage`;
const code = '0401000';

const values = {
	sw_name: text(),
	score: z.number().optional(),
	exception: z.object({ customer: ids, staff: ids }).strict().default({}),
	category_id: text(),
};
const one = z.object({ sw_id: text() }).strict();

/** What a request says of a word, when all that it names is there. */
function wordFrom(rules: QualityRules, body: Record<string, any>): Omit<SensitiveWord, 'id'> {
	const { id: categoryId } = find(rules.wordCategories, body.category_id, 'category');
	const { customer, staff } = body.exception;
	knownSentences(rules, customer, staff);
	return { categoryId, name: body.sw_name, score: body.score, customer, staff };
}

const row = ({ id, name, categoryId }: SensitiveWord): object => ({ category_id: categoryId, sw_id: id, sw_name: name });

const interfaces: QualityInterface[] = [
	{
		section: '12.2.3.7',
		path: `${BASE}/createSensitiveCategory`,
		code,
		body: z.object({ name: text() }).strict(),
		handle({ world: { qualityRules }, body: { name } }) {
			const id = qualityRules.newId();
			qualityRules.wordCategories.set(id, { id, name });
			return { category_id: id };
		},
	},
	{
		section: '12.2.3.10',
		path: `${BASE}/updateSensitiveCategory`,
		code,
		body: z.object({ name: text(), category_id: text() }).strict(),
		handle({ world: { qualityRules }, body }) {
			const category = find(qualityRules.wordCategories, body.category_id, 'category');
			category.name = body.name;
			return { id: category.id };
		},
	},
	{
		section: '12.2.3.3',
		path: `${BASE}/deleteSensitiveCategory`,
		code,
		body: z.object({ category_id: text() }).strict(),
		handle({ world: { qualityRules }, body }) {
			qualityRules.removeWordCategory(find(qualityRules.wordCategories, body.category_id, 'category').id);
		},
	},
	{
		section: '12.2.3.5',
		path: `${BASE}/querySensitiveCategoryList`,
		code,
		// The table has no list; the sample has one, as there may be several.
		handle({ world: { qualityRules } }) {
			return {
				data: [...qualityRules.wordCategories.values()].map(({ id, name }) => ({ category_id: id, name })),
			};
		},
	},
	{
		section: '12.2.3.9',
		path: `${BASE}/createSensitiveWord`,
		code,
		body: z.object(values).strict(),
		handle({ world: { qualityRules }, body }) {
			const id = qualityRules.newId();
			qualityRules.words.set(id, { id, ...wordFrom(qualityRules, body) });
			qualityRules.changed();
			return { sw_id: id };
		},
	},
	{
		section: '12.2.3.4',
		path: `${BASE}/updateSensitiveWord`,
		code,
		body: z.object({ ...values, sw_id: text() }).strict(),
		handle({ world: { qualityRules }, body }) {
			const word = find(qualityRules.words, body.sw_id, 'sensitive word');
			Object.assign(word, wordFrom(qualityRules, body));
			qualityRules.changed();
			return { id: word.id };
		},
	},
	{
		section: '12.2.3.1',
		path: `${BASE}/deleteSensitiveWord`,
		code,
		body: one,
		handle({ world: { qualityRules }, body }) {
			qualityRules.words.delete(find(qualityRules.words, body.sw_id, 'sensitive word').id);
			qualityRules.changed();
			return { result: 'success' };
		},
	},
	{
		section: '12.2.3.2',
		path: `${BASE}/querySensitiveWordList`,
		code,
		body: z.object({ ...paging, keyword: optionalText() }).strict(),
		handle({ world: { qualityRules }, body }) {
			const found = [...qualityRules.words.values()].filter(named(body.keyword));
			return { data: pageOf(found, body).map(row), paging: { total: found.length } };
		},
	},
	{
		section: '12.2.3.6',
		path: `${BASE}/querySensitiveWordsByCategoryId`,
		code,
		body: z.object({ category_id: text(), ...paging }).strict(),
		handle({ world: { qualityRules }, body }) {
			const { id } = find(qualityRules.wordCategories, body.category_id, 'category');
			const found = [...qualityRules.words.values()].filter(({ categoryId }) => categoryId === id);
			return { data: pageOf(found, body).map(row), paging: { total: found.length } };
		},
	},
	{
		section: '12.2.3.8',
		path: `${BASE}/moveSensitiveWordToCategory`,
		code,
		body: z.object({ sensitiveWordIds: text(), category_id: text() }).strict(),
		handle({ world: { qualityRules }, body }) {
			const { id: categoryId } = find(qualityRules.wordCategories, body.category_id, 'category');
			const moved = (body.sensitiveWordIds as string).split(',').map((id) => find(qualityRules.words, id, 'sensitive word'));
			for (const word of moved) word.categoryId = categoryId;
		},
	},
	{
		section: '12.2.3.11',
		path: `${BASE}/querySensitiveWordDetail`,
		code,
		body: one,
		// The score is a text in the sample, a number in the table.
		handle({ world: { qualityRules }, body }) {
			const word = find(qualityRules.words, body.sw_id, 'sensitive word');
			const { score, customer, staff } = word;
			return {
				...row(word),
				score: score === undefined ? null : String(score),
				exception: {
					customer: sentenceViews(qualityRules, customer),
					staff: sentenceViews(qualityRules, staff),
				},
			};
		},
	},
];

export const sensitiveWords: Interface[] = interfaces.map(quality);
