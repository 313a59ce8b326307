import { byId, type Bench } from '../support/bench';
import type { Case, Prepare } from './case';

const GONE = byId('1');

interface Entry {
	id: string;
	code: string;
	name: string;
	files: Array<{ key: string; name: string }>;
}

const entries = (bench: Bench) => (bench.state as unknown as { knowledge: Entry[] }).knowledge;
const named = (bench: Bench, name: string) => entries(bench).find((one) => one.name === name) as Entry;
const withFiles = (bench: Bench) => named(bench, 'Tariff Example Mobile S');

/** The same by the other two ways in. */
const inOtherWays = (run: Prepare): Record<string, Prepare> => ({
	'by the token of an app': async (bench) => ({ authentication: 'app', ...(await run(bench)) }),
	'by the token of SIA': async (bench) => ({ authentication: 'sia', ...(await run(bench)) }),
});

const readArticle: Prepare = (bench) => ({ coluKngId: byId(withFiles(bench).id) });
const findArticles: Prepare = () => ({ keyword: 'mobile s' });
const downloadFile: Prepare = (bench) => {
	const { id, files } = withFiles(bench);
	return { kngId: byId(id), fileKey: byId(files[0].key) };
};
const topColumns: Prepare = () => ({ beyondColuId: byId('0') });

export const knowledgeBaseCases: Record<string, Case> = {
	'article/get': {
		run: readArticle,
		more: {
			...inOtherWays(readArticle),
			'that was searched for': (bench) => ({
				coluKngId: byId(withFiles(bench).id),
				openType: 2,
				searchWord: 'tariff',
				searchRank: '3',
				searchSortType: 'clickNum',
				filters: { textOnly: true },
			}),
			'from another one': (bench) => ({
				coluKngId: byId(withFiles(bench).id),
				openType: 5,
				openKng: byId(named(bench, 'Tariff Example Mobile L').id),
			}),
		},
		refused: { run: () => ({ coluKngId: GONE }), message: /does not exist/ },
		gives: { coluKngName: 'Tariff Example Mobile S', kind: 'Article', state: 'Published', serviceState: 'Hot' },
	},
	'article/getMany': {
		run: findArticles,
		more: {
			...inOtherWays(findArticles),
			'all filters': (bench) => ({
				keyword: 'tariff',
				returnAll: true,
				filters: {
					code: byId(named(bench, 'Mobile').code),
					coluKngType: '2',
					startTime: '2026-01-01T00:00:00',
					endTime: '2026-03-01T00:00:00',
					textOnly: true,
				},
			}),
		},
		gives: { title: 'Tariff Example Mobile S', text: expect.stringContaining('5 GB and free calls') },
	},
	'attachment/download': {
		run: downloadFile,
		more: {
			...inOtherWays(downloadFile),
			'under its name': (bench) => ({ ...downloadFile(bench), additionalFields: { fileName: 'prices.pdf' } }),
		},
		refused: { run: (bench) => ({ ...downloadFile(bench), fileKey: byId('none') }), message: /does not exist/ },
		gives: { kngId: expect.any(String), fileKey: expect.any(String), fileSize: expect.any(String) },
		file: { begins: /^%PDF-/, type: 'application/octet-stream' },
	},
	'column/getMany': {
		run: topColumns,
		more: inOtherWays(topColumns),
		gives: { coluKngName: 'Tariffs', kind: 'Column', code: '001' },
	},
};
