/** Saved workflows hold the names of nodes, resources, operations and parameters: they must stay what they are. */
import { readFileSync } from 'node:fs';

import { frozenFile, frozenNames, frozenText } from '../scripts/names/frozenNames';

const frozen = JSON.parse(readFileSync(frozenFile, 'utf8')) as string[];
const today = frozenNames();

test('no name is gone or changed', () => {
	const gone = frozen.filter((name) => !today.includes(name));
	if (gone.length === 0) return;
	throw new Error(
		`Names are gone:\n  ${gone.join('\n  ')}\n\n` +
			'Workflows of users are saved with these names. n8n drops a parameter that it no longer knows without a word, and a ' +
			'node whose operation it does not know fails. Give the old name back: a label may change at any time, a name must ' +
			'not. In the catalogue .named() keeps the name of a parameter when its key changes. Only a name that was never ' +
			'released may go: then run npm run names and commit test/names/frozen.json.',
	);
});

test('new names are frozen on purpose', () => {
	const added = today.filter((name) => !frozen.includes(name));
	if (added.length === 0) return;
	throw new Error(
		`There are new names:\n  ${added.join('\n  ')}\n\n` +
			'Once released they cannot be changed, so read them again: are they what users will expect? ' +
			'Then run npm run names and commit test/names/frozen.json.',
	);
});

test('the file is as npm run names writes it', () => {
	expect(readFileSync(frozenFile, 'utf8')).toBe(frozenText(frozen));
	expect(frozen).toEqual([...new Set(frozen)].sort());
});
