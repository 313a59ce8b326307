import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { step, type Step } from '../terminal/progress';
import { cacheFolder } from './folders';
import { withLock } from './lock';

export interface CacheEntry {
	/** Its path below the cache folder; holds every version it depends on. */
	name: string;
	title: string;
	make(folder: string, step: Step): Promise<void>;
	/** Whether what lies in the folder can be used: an entry that fails it is made again. */
	isUsable(folder: string): boolean;
}

/**
 * The folder of an entry, made when there is none that can be used. It is made beside its place and moved there only
 * when finished, so that an interrupted run leaves nothing that looks complete.
 */
export async function cached(entry: CacheEntry): Promise<string> {
	const folder = join(cacheFolder(), entry.name);
	if (isUsable(entry, folder)) return folder;
	await step(entry.title, async (progress) => {
		const waiting = (pid: number) => progress.detail(`waiting for process ${pid}, which is at it already`);
		await withLock(`${folder}.lock`, waiting, async () => {
			if (isUsable(entry, folder)) return;
			progress.detail('');
			const unfinished = `${folder}.unfinished`;
			rmSync(unfinished, { recursive: true, force: true });
			mkdirSync(unfinished, { recursive: true });
			await entry.make(unfinished, progress);
			if (!entry.isUsable(unfinished)) throw new Error(`${entry.title}: finished, but not usable`);
			rmSync(folder, { recursive: true, force: true });
			mkdirSync(dirname(folder), { recursive: true });
			renameSync(unfinished, folder);
		});
	});
	return folder;
}

function isUsable(entry: CacheEntry, folder: string): boolean {
	return existsSync(folder) && entry.isUsable(folder);
}
