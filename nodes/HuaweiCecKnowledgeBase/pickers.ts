/** The lists from which the Knowledge Base node lets ids be picked. */
import type { Pickers } from '../../cec/catalogue/picker';
import { htmlToText } from '../../cec/formats/html';
import { article } from './resources/article';
import { column, ROOT } from './resources/column';

export const pickers: Pickers = {
	articles: {
		title: 'articles',
		ask: article.operations.getMany,
		search: 'keyword',
		searchOnly: true,
		entry: ({ coluKngId: id, coluKngName: name }) => ({ id, name: htmlToText(String(name)) }),
	},
	columns: {
		title: 'columns',
		ask: column.operations.getMany,
		tree: { under: 'beyondColuId', root: ROOT },
		entry: ({ coluKngId: id, coluKngName: name }) => ({ id, name: String(name) }),
	},
};
