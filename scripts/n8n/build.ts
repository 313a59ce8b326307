import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { runCommand } from '../process/command';
import { step } from '../terminal/progress';
import { projectFolder } from './folders';
import { contentHash } from './hash';
import { withLock } from './lock';

const sources = [
	'nodes',
	'credentials',
	'cec',
	'icons',
	'index.ts',
	'gulpfile.js',
	'package.json',
	'package-lock.json',
	'tsconfig.json',
	'tsconfig.build.json',
];
const stampFile = join(projectFolder, 'node_modules/.cache/n8n-nodes-huawei-cec/built');

/** Builds the package into dist, unless dist was built from exactly these sources. */
export async function buildProject(): Promise<void> {
	if (isBuilt()) return;
	await step('Build the package', async (progress) => {
		const waiting = (pid: number) => progress.detail(`waiting for process ${pid}, which builds already`);
		await withLock(`${stampFile}.lock`, waiting, async () => {
			if (isBuilt()) return;
			const hash = sourcesHash();
			const gulp = join(projectFolder, 'node_modules/gulp/bin/gulp.js');
			await runCommand(process.execPath, [gulp, 'build'], { cwd: projectFolder, failure: 'The build failed' });
			mkdirSync(dirname(stampFile), { recursive: true });
			writeFileSync(stampFile, hash);
		});
	});
}

function isBuilt(): boolean {
	const done = join(projectFolder, 'dist/known/nodes.json');
	return existsSync(done) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === sourcesHash();
}

function sourcesHash(): string {
	return contentHash(projectFolder, sources);
}
