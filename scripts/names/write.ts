/** `npm run names`: accepts the names of today as those that must stay. */
import { writeFileSync } from 'node:fs';

import { frozenFile, frozenNames, frozenText } from './frozenNames';

const names = frozenNames();
writeFileSync(frozenFile, frozenText(names));
process.stdout.write(
	`${names.length} names are frozen now. Look at the difference before you commit it: none may be gone.\n`,
);
