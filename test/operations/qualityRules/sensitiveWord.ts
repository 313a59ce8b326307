import { byId, type Bench } from '../../support/bench';
import type { Case } from '../case';
import { asQuality, NO_VALUES } from '../sqm';
import { GONE, newSentence, newWord, newWordCategory } from './shared';

const category = async (bench: Bench) => byId(await newWordCategory(bench, 'Secrets'));

const exceptions = async (bench: Bench) => ({ customerSentenceIds: [await newSentence(bench)], agentSentenceIds: [await newSentence(bench)] });

async function inCategory(bench: Bench) {
	const id = await newWordCategory(bench);
	await asQuality(bench, 'sensitiveWordManage/createSensitiveWord', { category_id: id, sw_name: 'stupid' });
	return byId(id);
}

export const sensitiveWordCases: Record<string, Case> = {
	'sensitiveWordCategory/create': {
		run: () => ({ name: 'Secrets' }),
		gives: { category_id: expect.stringMatching(/^\d{18}$/) },
	},
	'sensitiveWordCategory/delete': {
		run: async (bench) => ({ sensitiveWordCategoryId: await category(bench) }),
		refused: { run: () => ({ sensitiveWordCategoryId: GONE }), message: NO_VALUES },
		gives: { deleted: true },
	},
	'sensitiveWordCategory/getMany': {
		run: async (bench) => {
			await category(bench);
			return { returnAll: true };
		},
		gives: { name: 'Secrets' },
	},
	'sensitiveWordCategory/update': {
		run: async (bench) => ({ sensitiveWordCategoryId: await category(bench), name: 'Rude' }),
		refused: { run: () => ({ sensitiveWordCategoryId: GONE, name: 'Rude' }), message: NO_VALUES },
		gives: { success: true },
	},
	'sensitiveWord/create': {
		run: async (bench) => ({ sensitiveWordCategoryId: await category(bench), name: 'password' }),
		more: {
			'all fields': async (bench) => ({
				sensitiveWordCategoryId: await category(bench),
				name: 'password',
				additionalFields: { score: -8, ...(await exceptions(bench)) },
			}),
		},
		refused: { run: () => ({ sensitiveWordCategoryId: GONE, name: 'password' }), message: NO_VALUES },
		gives: { sw_id: expect.stringMatching(/^\d{18}$/) },
	},
	'sensitiveWord/delete': {
		run: async (bench) => ({ sensitiveWordId: byId(await newWord(bench)) }),
		refused: { run: () => ({ sensitiveWordId: GONE }), message: NO_VALUES },
		gives: { deleted: true },
	},
	'sensitiveWord/get': {
		run: async (bench) => ({ sensitiveWordId: byId(await newWord(bench)) }),
		refused: { run: () => ({ sensitiveWordId: GONE }), message: NO_VALUES },
		gives: { sw_name: 'stupid', score: '-10', exception: { customer: [], staff: [expect.objectContaining({ sentence_name: 'Welcome' })] } },
	},
	'sensitiveWord/getMany': {
		run: async (bench) => {
			await newWord(bench);
			return {};
		},
		more: {
			'all filters': async (bench) => {
				await newWord(bench);
				return { filters: { keyword: 'stu' } };
			},
		},
		gives: { sw_name: 'stupid' },
	},
	'sensitiveWord/getManyInCategory': {
		run: async (bench) => ({ sensitiveWordCategoryId: await inCategory(bench) }),
		refused: { run: () => ({ sensitiveWordCategoryId: GONE }), message: NO_VALUES },
		gives: { sw_name: 'stupid' },
	},
	'sensitiveWord/move': {
		run: async (bench) => ({ sensitiveWordIds: [await newWord(bench), await newWord(bench, 'silly')], sensitiveWordCategoryId: await category(bench) }),
		refused: { run: async (bench) => ({ sensitiveWordIds: '1,2', sensitiveWordCategoryId: await category(bench) }), message: NO_VALUES },
		gives: { success: true },
	},
	'sensitiveWord/update': {
		run: async (bench) => ({ sensitiveWordId: byId(await newWord(bench)), sensitiveWordCategoryId: await category(bench), name: 'silly', score: -3 }),
		more: {
			'all fields': async (bench) => ({
				sensitiveWordId: byId(await newWord(bench)),
				sensitiveWordCategoryId: await category(bench),
				name: 'silly',
				score: -3,
				...(await exceptions(bench)),
			}),
		},
		refused: {
			run: async (bench) => ({ sensitiveWordId: GONE, sensitiveWordCategoryId: await category(bench), name: 'silly', score: -3 }),
			message: NO_VALUES,
		},
		gives: { success: true },
	},
};
