/** `npm run docs`: writes docs/reference from the catalogue. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { referenceFolder, referencePages } from './pages';

const pages = Object.entries(referencePages());
rmSync(referenceFolder, { recursive: true, force: true });
mkdirSync(referenceFolder, { recursive: true });
for (const [name, text] of pages) writeFileSync(join(referenceFolder, name), text);
process.stdout.write(`docs/reference: ${pages.length} pages\n`);
