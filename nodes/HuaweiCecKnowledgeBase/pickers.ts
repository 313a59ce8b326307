/** The lists from which the Knowledge Base node lets ids be picked. */
import type { Picker, Pickers } from '../../cec/catalogue/picker';
import { htmlToText } from '../../cec/formats/html';
import { isRecord } from '../../cec/formats/paths';
import { article } from './resources/article';
import { column, ROOT } from './resources/column';

const COLUMN = '1';

const belowRoot = { under: 'beyondColuId', root: ROOT };

const columns: Picker = {
	title: 'columns',
	ask: column.operations.getMany,
	tree: belowRoot,
	entry: ({ coluKngId: id, coluKngName: name }) => ({ id, name: String(name) }),
};

export const pickers: Pickers = {
	articles: {
		title: 'articles',
		ask: article.operations.getMany,
		search: 'keyword',
		searchOnly: true,
		// A search finds columns as well.
		entry: ({ coluKngId: id, coluKngName: name, coluKngType }) => (String(coluKngType) === COLUMN ? undefined : { id, name: htmlToText(String(name)) }),
	},
	attachments: {
		title: 'attachments',
		ask: article.operations.get,
		needs: { coluKngId: 'kngId' },
		of: 'article',
		given: { openType: 1 },
		entry: ({ kngFiles }) => (Array.isArray(kngFiles) ? kngFiles.filter(isRecord) : []).map(({ adjKey: id, adjName: name }) => ({ id, name: String(name) })),
	},
	columnCodes: { ...columns, tree: { ...belowRoot, key: 'coluKngId' }, entry: ({ code: id, coluKngName: name }) => ({ id, name: String(name) }) },
	columns,
};
