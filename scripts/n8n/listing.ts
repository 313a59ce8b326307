import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import type { N8nApi } from './api';
import { projectFolder } from './folders';
import type { InstalledN8n } from './install';

/** Runs with the SQLite add-on of n8n; n8n itself may be running, since its database allows several writers in turn. */
const script = `
const { Database } = require('sqlite3');
const [file, packageRow, nodeRows] = process.argv.slice(1);
const { name, version, author } = JSON.parse(packageRow);
const fail = (error) => { if (error) { console.error(error.message); process.exit(1); } };
const db = new Database(file, fail);
db.configure('busyTimeout', 10000);
db.serialize(() => {
	db.run('BEGIN IMMEDIATE', fail);
	db.run('DELETE FROM installed_nodes WHERE package = ?', [name], fail);
	db.run('DELETE FROM installed_packages WHERE packageName = ?', [name], fail);
	db.run('INSERT INTO installed_packages (packageName, installedVersion, authorName, authorEmail) VALUES (?, ?, ?, ?)',
		[name, version, author.name, author.email], fail);
	for (const node of JSON.parse(nodeRows)) {
		db.run('INSERT INTO installed_nodes (name, type, latestVersion, package) VALUES (?, ?, ?, ?)',
			[node.name, node.type, node.version, name], fail);
	}
	db.run('COMMIT', fail);
});
db.close(fail);
`;

/**
 * Enters the package in n8n's list of community packages, as its own installer would have done. Nodes work without it:
 * only the page "Community nodes" of the settings needs it.
 */
export async function listPackage(
	n8n: InstalledN8n,
	userFolder: string,
	api: N8nApi,
	sourceFolder = projectFolder,
): Promise<void> {
	const manifest = JSON.parse(readFileSync(join(sourceFolder, 'package.json'), 'utf8')) as { name: string };
	const nodes = (await api.nodeTypes(`${manifest.name}.`)).map(({ name, displayName, version }) => ({
		name: displayName,
		type: name,
		version: Array.isArray(version) ? Math.max(...version) : version,
	}));
	const own = nodes.filter(({ type }) => !type.endsWith('Tool')); // n8n adds the variants for agents itself
	const database = join(userFolder, '.n8n/database.sqlite');
	const args = ['-e', script, database, JSON.stringify(manifest), JSON.stringify(own)];
	await promisify(execFile)(n8n.node, args, { cwd: dirname(n8n.bin) });
}
