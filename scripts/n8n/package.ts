import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { runCommand, runNpm } from '../process/command';
import { step } from '../terminal/progress';
import { projectFolder } from './folders';
import { contentHash } from './hash';

interface Manifest {
	name: string;
	version: string;
	files?: string[];
}

/**
 * Puts a package where n8n puts the community packages its users install: packed by npm and unpacked, so that exactly
 * what would be published is what runs. Nothing is done when the same contents lie there already.
 */
export async function installPackage(userFolder: string, sourceFolder = projectFolder): Promise<void> {
	const manifest = JSON.parse(readFileSync(join(sourceFolder, 'package.json'), 'utf8')) as Manifest;
	const nodesFolder = join(userFolder, '.n8n/nodes');
	const target = join(nodesFolder, 'node_modules', manifest.name);
	const stamp = join(nodesFolder, `${manifest.name}.sha256`);
	const hash = contentHash(sourceFolder, [...(manifest.files ?? ['.']), 'package.json', 'README.md', 'LICENSE']);
	if (existsSync(target) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
	await step(`Pack ${manifest.name} and install it into n8n`, async () => {
		rmSync(stamp, { force: true });
		mkdirSync(join(nodesFolder, 'node_modules'), { recursive: true });
		const unpacked = await packInto(nodesFolder, sourceFolder);
		rmSync(target, { recursive: true, force: true });
		renameSync(unpacked, target);
		listInLedger(nodesFolder, manifest);
		writeFileSync(stamp, hash);
	});
}

async function packInto(folder: string, sourceFolder: string): Promise<string> {
	for (const entry of readdirSync(folder)) {
		if (entry.startsWith('unpack-')) rmSync(join(folder, entry), { recursive: true, force: true });
	}
	const work = mkdtempSync(join(folder, 'unpack-'));
	const pack = ['pack', '--ignore-scripts', '--silent', '--pack-destination', work];
	await runNpm(pack, { cwd: sourceFolder, failure: 'npm could not pack the package' });
	const tarball = readdirSync(work).find((name) => name.endsWith('.tgz')) ?? '';
	await runCommand('tar', ['-xzf', tarball], { cwd: work, failure: `${tarball} could not be unpacked` });
	return join(work, 'package');
}

/** The file in which n8n keeps the versions of what was installed. */
function listInLedger(nodesFolder: string, { name, version }: Manifest): void {
	const ledger = join(nodesFolder, 'package.json');
	const content: { dependencies?: object } = existsSync(ledger)
		? (JSON.parse(readFileSync(ledger, 'utf8')) as object)
		: { name: 'installed-nodes', private: true };
	const dependencies = { ...content.dependencies, [name]: version };
	writeFileSync(ledger, JSON.stringify({ ...content, dependencies }, null, 2));
}
