import { z } from 'zod';
import type { Interface } from '../../interface';
import { oneOfText, optionalText, text } from '../../schema/fields';
import { CCSQM, find, pageOf, paging, quality, type QualityInterface, wrong } from '../serve';
import { named } from './shared';
import type { Corpus, QualityRules, Sentence, Tag } from './state';

/** 12.2.2. The tables let x-UserId be missing; the samples have it. */

const BASE = `${CCSQM}/sentencemanage`;
const code = '0403000';
const shared = { code, userOptional: true };

const newText = z.object({ name: text() }).strict();
const anyText = z.object({ id: text().optional(), name: text() }).strict();
/** Table: pos_sentences and neg_sentences never together. All samples: together. */
const tag = <T extends z.ZodTypeAny>(corpus: T) =>
	z
		.object({
			tag_type: oneOfText('keyword', 'dialogue_act', 'regular_exp'),
			pos_sentences: z.array(corpus).optional(),
			neg_sentences: z.array(corpus).optional(),
		})
		.strict();
const tags = <T extends z.ZodTypeAny>(corpus: T) => z.array(tag(corpus)).min(1);

interface GivenTag {
	tag_type: string;
	pos_sentences?: Array<{ id?: string; name: string }>;
	neg_sentences?: Array<{ id?: string; name: string }>;
}

/** Texts that come with an id are those that the sentence has; others are new. */
function tagsFrom(rules: QualityRules, given: GivenTag[], had: Tag[] = []): Tag[] {
	const known = new Set(had.flatMap(({ positive, negative }) => [...positive, ...negative].map(({ id }) => id)));
	const corpus = ({ id, name }: { id?: string; name: string }): Corpus => {
		if (id !== undefined && !known.has(id)) wrong(`The corpus ${id} does not exist.`);
		return { id: id ?? rules.newSentenceId(), name };
	};
	return given.map(({ tag_type: type, pos_sentences: positive = [], neg_sentences: negative = [] }) => ({
		type,
		positive: positive.map(corpus),
		negative: negative.map(corpus),
	}));
}

const row = ({ id, categoryId, name }: Sentence): object => ({
	category_id: categoryId,
	sentence_id: id,
	sentence_name: name,
});

const detail = ({ tags: list, ...sentence }: Sentence): object => ({
	...row({ ...sentence, tags: list }),
	tagDataList: list.map(({ type, positive, negative }) => ({
		tag_type: type,
		pos_sentences: positive,
		...(negative.length > 0 ? { neg_sentences: negative } : {}),
	})),
});

const categories: QualityInterface[] = [
	{
		...shared,
		section: '12.2.2.1',
		path: `${BASE}/createSentenceCategory`,
		body: z.object({ name: text() }).strict(),
		handle({ world: { qualityRules }, body: { name } }) {
			const id = qualityRules.newId();
			qualityRules.sentenceCategories.set(id, { id, name });
			return { category_id: id };
		},
	},
	{
		...shared,
		section: '12.2.2.7',
		path: `${BASE}/updateSentenceCategory`,
		body: z.object({ name: text(), category_id: text() }).strict(),
		handle({ world: { qualityRules }, body }) {
			const category = find(qualityRules.sentenceCategories, body.category_id, 'category');
			category.name = body.name;
			return { id: category.id };
		},
	},
	{
		...shared,
		section: '12.2.2.8',
		path: `${BASE}/deleteSentenceCategory`,
		body: z.object({ category_id: text() }).strict(),
		handle({ world: { qualityRules }, body }) {
			qualityRules.removeSentenceCategory(
				find(qualityRules.sentenceCategories, body.category_id, 'category').id,
			);
		},
	},
	{
		...shared,
		section: '12.2.2.9',
		path: `${BASE}/querySentenceCategory`,
		handle({ world: { qualityRules } }) {
			return {
				data: [...qualityRules.sentenceCategories.values()].map(({ id, name }) => ({ category_id: id, name })),
			};
		},
	},
];

const query = z
	.object({
		category_id: optionalText(),
		page: paging.page.optional(),
		limit: paging.limit.optional(),
		keyword: optionalText(),
		sentence_id: optionalText(),
	})
	.strict()
	.refine(({ page, limit, sentence_id: id }) => id || (page && limit), { message: 'page and limit are required' });

const sentenceInterfaces: QualityInterface[] = [
	{
		...shared,
		section: '12.2.2.10',
		path: `${BASE}/createSentence`,
		body: z.object({ category_id: text(), sentence_name: text(), tagDataList: tags(newText) }).strict(),
		handle({ world: { qualityRules }, body }) {
			const { id: categoryId } = find(qualityRules.sentenceCategories, body.category_id, 'category');
			const id = qualityRules.newSentenceId();
			const list = tagsFrom(qualityRules, body.tagDataList);
			qualityRules.sentences.set(id, { id, categoryId, name: body.sentence_name, tags: list });
			qualityRules.changed();
			return { sentence_id: id, id };
		},
	},
	{
		...shared,
		section: '12.2.2.6',
		path: `${BASE}/updateSentence`,
		body: z
			.object({
				category_id: text(),
				sentence_name: text(),
				sentence_id: text(),
				tagDataList: tags(anyText),
				// In the sample alone, where it is empty.
				deleteTagDataList: z.array(z.unknown()).max(0).optional(),
			})
			.strict(),
		handle({ world: { qualityRules }, body }) {
			const sentence = find(qualityRules.sentences, body.sentence_id, 'sentence');
			const { id: categoryId } = find(qualityRules.sentenceCategories, body.category_id, 'category');
			const list = tagsFrom(qualityRules, body.tagDataList, sentence.tags);
			Object.assign(sentence, { categoryId, name: body.sentence_name, tags: list });
			qualityRules.changed();
			return { id: sentence.id };
		},
	},
	{
		...shared,
		section: '12.2.2.3',
		path: `${BASE}/deleteSentence`,
		body: z.object({ sentence_id: text() }).strict(),
		handle({ world: { qualityRules }, body }) {
			qualityRules.removeSentence(find(qualityRules.sentences, body.sentence_id, 'sentence').id);
		},
	},
	{
		section: '12.2.2.4',
		path: `${BASE}/querySentence`,
		userOptional: true,
		body: query,
		handle({ world: { qualityRules }, body }) {
			if (body.sentence_id) return detail(find(qualityRules.sentences, body.sentence_id, 'sentence'));
			const { category_id: category, keyword } = body;
			const found = [...qualityRules.sentences.values()]
				.filter(({ categoryId }) => !category || categoryId === category)
				.filter(named(keyword));
			return {
				paging: { total: found.length },
				data: pageOf(found, body).map((one) => ({ ...row(one), tags: null })),
			};
		},
	},
	{
		...shared,
		section: '12.2.2.5',
		path: `${BASE}/querySentenceByCategoryId`,
		body: z.object({ category_id: text(), ...paging }).strict(),
		handle({ world: { qualityRules }, body }) {
			const { id } = find(qualityRules.sentenceCategories, body.category_id, 'category');
			const found = [...qualityRules.sentences.values()].filter(({ categoryId }) => categoryId === id);
			return { data: pageOf(found, body).map(row), paging: { total: found.length } };
		},
	},
	{
		...shared,
		section: '12.2.2.2',
		path: `${BASE}/moveSentenceToCategory`,
		body: z.object({ sentenceIds: text(), category_id: text() }).strict(),
		handle({ world: { qualityRules }, body }) {
			const { id: categoryId } = find(qualityRules.sentenceCategories, body.category_id, 'category');
			const moved = (body.sentenceIds as string).split(',').map((id) => find(qualityRules.sentences, id, 'sentence'));
			for (const sentence of moved) sentence.categoryId = categoryId;
		},
	},
];

export const sentences: Interface[] = [...categories, ...sentenceInterfaces].map(quality);
