/** All generated pages by file name. The same catalogue always gives the same text. */
import { join } from 'node:path';

import { actionNodes } from '../catalogue/nodes';
import { coveragePage } from './coverage';
import { errataPage } from './errata';
import { indexPage } from './indexPage';
import { nodePage } from './nodePage';
import { triggerPages } from './triggerPage';

export const referenceFolder = join(__dirname, '../../docs/reference');

export function referencePages(): Record<string, string> {
	return {
		'README.md': indexPage(),
		'coverage.md': coveragePage(),
		'errata.md': errataPage(),
		...Object.fromEntries(actionNodes.map((node) => [`${node.folder}.md`, nodePage(node)])),
		...triggerPages(),
	};
}
