import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

export const projectFolder = resolve(__dirname, '../..');

/** Outside the project: a real n8n is two gigabytes that a fresh clone should not have to fetch again. */
export function cacheFolder(): string {
	if (process.env.CEC_CACHE) return resolve(process.env.CEC_CACHE);
	return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'n8n-nodes-huawei-cec');
}

export function logsFolder(): string {
	const folder = join(cacheFolder(), 'logs');
	mkdirSync(folder, { recursive: true });
	return folder;
}

export function artifactsFolder(name = ''): string {
	const folder = join(projectFolder, 'artifacts', name);
	mkdirSync(folder, { recursive: true });
	return folder;
}
