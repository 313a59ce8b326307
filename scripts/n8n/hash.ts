import { createHash, type Hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** One value for the contents of files and folders, to tell whether anything has changed. */
export function contentHash(root: string, paths: string[]): string {
	const hash = createHash('sha256');
	for (const path of [...paths].sort()) addPath(hash, root, path);
	return hash.digest('hex');
}

function addPath(hash: Hash, root: string, path: string): void {
	const full = join(root, path);
	if (!existsSync(full)) return;
	if (statSync(full).isDirectory()) {
		for (const entry of readdirSync(full).sort()) addPath(hash, root, join(path, entry));
	} else {
		hash.update(`${path}\0`).update(readFileSync(full)).update('\0');
	}
}
