import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const pollMs = 500;
/** The holder touches its lock this often, and one not touched for so long is nobody's: process ids are used again. */
const touchMs = 5_000;
const abandonedMs = 90_000;

/** Keeps two runs of these scripts from working in the same folder at the same time. */
export async function withLock<T>(file: string, waiting: (pid: number) => void, work: () => Promise<T>): Promise<T> {
	mkdirSync(dirname(file), { recursive: true });
	while (!take(file)) {
		const holder = Number(readHolder(file));
		if (!holder || !isAlive(holder) || isAbandoned(file)) rmSync(file, { force: true });
		else {
			waiting(holder);
			await sleep(pollMs);
		}
	}
	const release = () => rmSync(file, { force: true });
	process.once('exit', release);
	const touching = setInterval(() => touch(file), touchMs);
	touching.unref();
	try {
		return await work();
	} finally {
		clearInterval(touching);
		process.off('exit', release);
		release();
	}
}

function take(file: string): boolean {
	try {
		writeFileSync(file, String(process.pid), { flag: 'wx' });
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
		throw error;
	}
}

function readHolder(file: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return '';
	}
}

function touch(file: string): void {
	const now = new Date();
	try {
		utimesSync(file, now, now);
	} catch {
		// the cache folder was deleted under our feet: nothing left to hold
	}
}

function isAbandoned(file: string): boolean {
	const touched = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
	return Date.now() - touched > abandonedMs;
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}
