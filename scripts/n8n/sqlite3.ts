import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

import { runNpm } from '../process/command';
import { cached } from './cache';

const binary = 'node_sqlite3.node';

/**
 * Gives an n8n its SQLite add-on, the one native part it cannot do without. It is fetched or compiled once with the
 * headers of the running Node: one compiled with older headers works on newer versions of Node, but not vice versa.
 */
export async function provideSqlite3(n8nFolder: string): Promise<void> {
	const source = join(n8nFolder, 'node_modules/sqlite3');
	const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as { version: string };
	const major = process.versions.node.split('.')[0];
	const folder = await cached({
		name: join('sqlite3', `${version}-${process.platform}-${process.arch}-node${major}`),
		title: `Prepare the database add-on sqlite3 ${version}`,
		isUsable: (candidate) => existsSync(join(candidate, binary)),
		async make(candidate) {
			await runNpm(['rebuild', 'sqlite3', '--foreground-scripts', '--ignore-scripts=false'], {
				cwd: n8nFolder,
				env: { ...process.env, ...ownHeaders() },
				failure: 'Could not build sqlite3. It needs a C++ compiler, make and Python where no prebuilt file can be had',
			});
			copyFileSync(builtFile(source), join(candidate, binary));
		},
	});
	mkdirSync(dirname(builtFile(source)), { recursive: true });
	copyFileSync(join(folder, binary), builtFile(source));
}

/** Opens a database in memory with the Node that will run n8n, so that a wrong add-on is found before n8n is started. */
export function checkSqlite3(n8nFolder: string, node: string): void {
	const script =
		'const {Database}=require("sqlite3");new Database(":memory:").get("select 1",(e)=>process.exit(e?1:0))';
	execFileSync(node, ['-e', script], { cwd: n8nFolder, stdio: 'ignore' });
}

function builtFile(source: string): string {
	return join(source, 'build/Release', binary);
}

/** The headers that came with the running Node, where they did: they save a download. */
function ownHeaders(): NodeJS.ProcessEnv {
	const prefix = resolve(dirname(process.execPath), '..');
	return existsSync(join(prefix, 'include/node/node_api.h')) ? { npm_config_nodedir: prefix } : {};
}
