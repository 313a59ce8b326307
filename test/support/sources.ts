/** The project's own source files, for tests of what they hold. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';

export const root = join(__dirname, '../..');

/** TypeScript files below a folder, relative to the root. */
export function sourcesIn(folder: string): string[] {
	return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
		.map((entry) => relative(root, join(entry.parentPath, entry.name)))
		.sort();
}

export interface Import {
	from: string;
	/** A file of the project relative to the root, or the name of a package. */
	to: string;
	/** Gone once compiled. */
	typeOnly: boolean;
}

const IMPORT = /^(?:import|export)\s+(type\s)?([^'";]*?from\s+)?'([^']+)';?$/gms;

/** What a file imports or passes on. */
export function importsOf(file: string): Import[] {
	const text = readFileSync(join(root, file), 'utf8');
	const found = [...text.matchAll(IMPORT)].map(([, type, names = '', to]) => {
		const listed =
			/\{([^}]*)\}/
				.exec(names)?.[1]
				.split(',')
				.filter((name) => name.trim() !== '') ?? [];
		const onlyTypes = listed.length > 0 && listed.every((name) => name.trim().startsWith('type '));
		return {
			from: file,
			to: to.startsWith('.') ? normalize(join(dirname(file), to)) : to,
			typeOnly: type !== undefined || onlyTypes,
		};
	});
	const dynamic = [...text.matchAll(/\b(?:import|require)\(\s*'([^']+)'/g)].map(([, to]) => ({
		from: file,
		to,
		typeOnly: false,
	}));
	return [...found, ...dynamic];
}
