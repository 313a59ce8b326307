import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { packagesIn, runNpm } from '../process/command';
import { cached } from './cache';
import { nodeFor } from './node24';
import { checkSqlite3, provideSqlite3 } from './sqlite3';
import type { N8nVersion } from './versions';

export interface InstalledN8n {
	version: N8nVersion;
	node: string;
	/** The script to run with `node`. */
	bin: string;
}

/** n8n-nodes-base wants xlsx from a host of its own; the one in the npm registry does for everything tried here. */
const packageJson = { private: true, overrides: { xlsx: '0.18.5' } };

export async function installN8n(version: N8nVersion): Promise<InstalledN8n> {
	const node = await nodeFor(version.nodeMajor);
	const folder = await cached({
		name: join('n8n', `${version.version}-${process.platform}-${process.arch}`),
		title: `Install n8n ${version.version} (once: 2 GB, 2 to 5 minutes)`,
		isUsable: (candidate) => installedVersion(candidate) === version.version && isFinished(candidate, version),
		async make(candidate, progress) {
			writeFileSync(join(candidate, 'package.json'), JSON.stringify(packageJson));
			const counter = setInterval(() => progress.detail(countText(packagesIn(candidate))), 1000);
			const flags = ['--ignore-scripts', '--no-audit', '--no-fund', ...version.npmFlags];
			await runNpm(['install', ...flags, `n8n@${version.version}`, ...version.peers], {
				cwd: candidate,
				failure: `Could not install n8n ${version.version}. Is there a network, and are there 3 GB of free disk?`,
			}).finally(() => clearInterval(counter));
			progress.detail('database add-on');
			await provideSqlite3(candidate);
			checkSqlite3(candidate, node);
			writeFileSync(stampIn(candidate), recipeOf(version));
		},
	});
	return { version, node, bin: binIn(folder) };
}

/** npm first asks for every package and only then unpacks them all. */
function countText(packages: number): string {
	return packages === 0 ? 'fetching' : `${packages} packages unpacked`;
}

function installedVersion(folder: string): string | undefined {
	try {
		const manifest = readFileSync(join(folder, 'node_modules/n8n/package.json'), 'utf8');
		return existsSync(binIn(folder)) ? (JSON.parse(manifest) as { version: string }).version : undefined;
	} catch {
		return undefined;
	}
}

/** The stamp names how it was installed: an install made in another way is not trusted. */
function isFinished(folder: string, version: N8nVersion): boolean {
	return existsSync(stampIn(folder)) && readFileSync(stampIn(folder), 'utf8') === recipeOf(version);
}

function recipeOf({ npmFlags, peers }: N8nVersion): string {
	return JSON.stringify([packageJson, npmFlags, peers]);
}

function stampIn(folder: string): string {
	return join(folder, 'finished');
}

function binIn(folder: string): string {
	return join(folder, 'node_modules/n8n/bin/n8n');
}
