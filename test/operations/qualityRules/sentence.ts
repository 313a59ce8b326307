import { byId, rowsOf, type Bench } from '../../support/bench';
import type { Case } from '../case';
import { asQuality, NO_VALUES } from '../sqm';
import { GONE, newSentence, newSentenceCategory } from './shared';

const text = (value: string, more: object = {}) => ({ text: value, ...more });
const tags = (more: object = {}) =>
	rowsOf(
		{ type: 'keyword', texts: rowsOf(text('refund', more), text('money back')) },
		{ type: 'dialogue_act', texts: rowsOf(text('I want my money, all of it')), oppositeTexts: rowsOf(text('I want to pay')) },
	);
const inJson = (more: object = {}) => ({
	tagsInput: 'json',
	tagsJson: JSON.stringify([
		{ tag_type: 'regular_exp', pos_sentences: [{ name: 'ref.{1,3}und', ...more }], neg_sentences: [{ name: 'refine', ...more }] },
	]),
});

/** A sentence and the id of its text. */
async function known(bench: Bench) {
	const id = await newSentence(bench);
	const { tagDataList } = await asQuality(bench, 'sentencemanage/querySentence', { sentence_id: id });
	return { sentenceId: byId(id), textId: (tagDataList as Array<{ pos_sentences: Array<{ id: string }> }>)[0].pos_sentences[0].id };
}

const category = async (bench: Bench) => byId(await newSentenceCategory(bench, 'Complaints'));

export const sentenceCases: Record<string, Case> = {
	'sentenceCategory/create': {
		run: () => ({ name: 'Complaints' }),
		gives: { category_id: expect.stringMatching(/^\d{18}$/) },
	},
	'sentenceCategory/delete': {
		run: async (bench) => ({ sentenceCategoryId: await category(bench) }),
		refused: { run: () => ({ sentenceCategoryId: GONE }), message: NO_VALUES },
		gives: { deleted: true },
	},
	'sentenceCategory/getMany': {
		run: async (bench) => {
			await category(bench);
			return { returnAll: true };
		},
		gives: { name: 'Complaints' },
	},
	'sentenceCategory/update': {
		run: async (bench) => ({ sentenceCategoryId: await category(bench), name: 'Praise' }),
		refused: { run: () => ({ sentenceCategoryId: GONE, name: 'Praise' }), message: NO_VALUES },
		gives: { success: true },
	},
	'sentence/create': {
		run: async (bench) => ({ sentenceCategoryId: await category(bench), name: 'Refund', tagsInput: 'fields', tags: tags() }),
		more: { 'as JSON': async (bench) => ({ sentenceCategoryId: await category(bench), name: 'Refund', ...inJson() }) },
		refused: { run: () => ({ sentenceCategoryId: GONE, name: 'Refund', tagsInput: 'fields', tags: tags() }), message: NO_VALUES },
		gives: { sentence_id: expect.stringMatching(/^\d{5}$/) },
	},
	'sentence/delete': {
		run: async (bench) => ({ sentenceId: byId(await newSentence(bench)) }),
		refused: { run: () => ({ sentenceId: GONE }), message: NO_VALUES },
		gives: { deleted: true },
	},
	'sentence/get': {
		run: async (bench) => ({ sentenceId: byId(await newSentence(bench)) }),
		refused: { run: () => ({ sentenceId: GONE }), message: NO_VALUES },
		gives: { sentence_name: 'Welcome', tagDataList: [{ tag_type: 'keyword', pos_sentences: [{ name: 'welcome', id: expect.any(String) }] }] },
	},
	'sentence/getMany': {
		run: async (bench) => {
			await newSentence(bench);
			return {};
		},
		more: {
			'all filters': async (bench) => {
				const id = await newSentenceCategory(bench, 'Complaints');
				await newSentence(bench, 'Refund', id);
				return { filters: { sentenceCategoryId: byId(id), keyword: 'Ref' } };
			},
		},
		gives: { sentence_name: 'Welcome' },
	},
	'sentence/getManyInCategory': {
		run: async (bench) => {
			const id = await newSentenceCategory(bench);
			await newSentence(bench, 'Welcome', id);
			return { sentenceCategoryId: byId(id) };
		},
		refused: { run: () => ({ sentenceCategoryId: GONE }), message: NO_VALUES },
		gives: { sentence_name: 'Welcome' },
	},
	'sentence/move': {
		run: async (bench) => ({ sentenceIds: [await newSentence(bench), await newSentence(bench)], sentenceCategoryId: await category(bench) }),
		refused: { run: async (bench) => ({ sentenceIds: '1,2', sentenceCategoryId: await category(bench) }), message: NO_VALUES },
		gives: { success: true },
	},
	'sentence/update': {
		run: async (bench) => {
			const { sentenceId, textId } = await known(bench);
			const name = 'Refund';
			return { sentenceId, sentenceCategoryId: await category(bench), name, tagsInput: 'fields', tags: tags({ id: textId }) };
		},
		more: {
			'as JSON': async (bench) => {
				const { sentenceId, textId } = await known(bench);
				return { sentenceId, sentenceCategoryId: await category(bench), name: 'Refund', ...inJson({ id: textId }) };
			},
			'with the ID of an opposite text': async (bench) => {
				const { sentenceId, textId } = await known(bench);
				const opposite = rowsOf({ type: 'dialogue_act', oppositeTexts: rowsOf(text('I want to pay', { id: textId })) });
				return { sentenceId, sentenceCategoryId: await category(bench), name: 'Refund', tagsInput: 'fields', tags: opposite };
			},
		},
		refused: {
			run: async (bench) => {
				const { sentenceId } = await known(bench);
				return { sentenceId, sentenceCategoryId: await category(bench), name: 'Refund', ...inJson({ id: '1' }) };
			},
			message: NO_VALUES,
		},
		gives: { success: true },
	},
};
