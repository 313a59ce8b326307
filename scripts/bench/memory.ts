import { readdirSync, readFileSync } from 'node:fs';

/** Peak memory of the n8n with this user folder while `work` runs, in MB; undefined where /proc does not exist. */
export async function peakMemory<T>(userFolder: string, work: () => Promise<T>): Promise<{ result: T; peakMb?: number }> {
	const pid = findProcess(userFolder);
	let peak = 0;
	const watch = setInterval(() => {
		peak = Math.max(peak, residentMb(pid));
	}, 50);
	try {
		const result = await work();
		return { result, ...(pid !== undefined && { peakMb: Math.round(peak) }) };
	} finally {
		clearInterval(watch);
	}
}

/** The biggest process of that n8n: its launcher and helpers are smaller. */
function findProcess(userFolder: string): string | undefined {
	const all = list('/proc').filter((name) => /^\d+$/.test(name) && read(`/proc/${name}/environ`).includes(userFolder));
	return all.sort((one, other) => residentMb(other) - residentMb(one))[0];
}

function residentMb(pid: string | undefined): number {
	const match = /VmRSS:\s+(\d+)/.exec(pid === undefined ? '' : read(`/proc/${pid}/status`));
	return match ? Number(match[1]) / 1024 : 0;
}

function read(file: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return ''; // the process has ended, or belongs to someone else
	}
}

function list(folder: string): string[] {
	try {
		return readdirSync(folder);
	} catch {
		return [];
	}
}
