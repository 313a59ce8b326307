/** All generated pages by file name. The same catalogue always gives the same text. */
import { join } from 'node:path';

import { actionNodes } from '../catalogue/nodes';
import { coveragePage } from './coverage';
import { errataPage } from './errata';
import { indexPage } from './indexPage';
import { nodePage } from './nodePage';
import { plainPages, triggerPages } from './triggerPage';

export const referenceFolder = join(__dirname, '../../docs/reference');

export function referencePages(): Record<string, string> {
	const pagesOfNodes = Object.fromEntries(actionNodes.map((node) => [`${node.folder}.md`, nodePage(node)]));
	return {
		'README.md': indexPage(),
		'coverage.md': coveragePage(),
		'errata.md': errataPage(),
		...pagesOfNodes,
		...triggerPages(),
		...plainPages(Object.keys(pagesOfNodes)),
	};
}
