/**
 * n8n as on several machines: one main, one webhook processor and two workers, which share nothing but a database and a
 * queue. Each has a folder of its own with the package in it, and is started again when it ends, as a service manager does.
 */
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { isEnding, onEnd } from '../process/cleanup';
import { describe } from '../terminal/problem';
import { say } from '../terminal/progress';
import type { InstalledN8n } from './install';
import { launchN8n, type Role, type RunningN8n } from './launch';
import { installPackage } from './package';
import { freePort, host } from './ports';

export interface Machine {
	name: string;
	role: Role;
	url: string;
	/** Its logs, one for each start, are this and a number. */
	logPrefix: string;
	/** Holds the process to signal: see Guarded. */
	pidFile: string;
	/** How long its first start took, until it was ready. */
	startMs: number;
}

export interface MachinesOptions {
	n8n: InstalledN8n;
	/** What n8n needs to know of database and queue. */
	services: NodeJS.ProcessEnv;
	logsFolder: string;
	env?: NodeJS.ProcessEnv;
}

const wanted: Array<[name: string, role: Role]> = [
	['main', 'main'],
	['webhook', 'webhook'],
	['worker1', 'worker'],
	['worker2', 'worker'],
];

/** Main comes first, since it makes the tables. */
export async function launchMachines(options: MachinesOptions): Promise<Machine[]> {
	const packageFolder = temporary();
	await installPackage(packageFolder);
	const places = await Promise.all(wanted.map(async ([name, role]) => ({ name, role, port: await freePort(), userFolder: newFolder(packageFolder) })));
	const callbacks = places.find(({ role }) => role === 'webhook');
	const env = {
		EXECUTIONS_MODE: 'queue',
		// CEC posts to the webhook processor, as a load balancer in front of both would have it.
		WEBHOOK_URL: `http://${host}:${callbacks?.port}/`,
		...options.services,
		...options.env,
	};
	const [main, ...others] = places;
	const first = await keepRunning(main, options, env);
	return [first, ...(await Promise.all(others.map(async (place) => await keepRunning(place, options, env))))];
}

interface Place {
	name: string;
	role: Role;
	port: number;
	userFolder: string;
}

async function keepRunning({ name, role, port, userFolder }: Place, { n8n, logsFolder }: MachinesOptions, env: NodeJS.ProcessEnv): Promise<Machine> {
	const logPrefix = join(logsFolder, `queue-${name}-`);
	for (const old of readdirSync(logsFolder)) if (old.startsWith(`queue-${name}-`)) rmSync(join(logsFolder, old));
	const pidFile = join(userFolder, 'pid');
	let starts = 0;
	const start = async (): Promise<void> => {
		starts += 1;
		const running = await launchN8n(n8n, { userFolder, port, role, env, logFile: `${logPrefix}${starts}.log` });
		writeFileSync(pidFile, String(running.pid));
		startAgain(running).catch((error: unknown) => {
			if (!isEnding()) say(describe(error));
		});
	};
	const startAgain = async ({ exited }: RunningN8n): Promise<void> => {
		await exited;
		if (!isEnding()) await start();
	};
	const begun = Date.now();
	await start();
	return { name, role, url: `http://${host}:${port}`, logPrefix, pidFile, startMs: Date.now() - begun };
}

function newFolder(source: string): string {
	const folder = temporary();
	cpSync(source, folder, { recursive: true });
	return folder;
}

function temporary(): string {
	const folder = mkdtempSync(join(tmpdir(), 'n8n-machine-'));
	onEnd(async () => await Promise.resolve(rmSync(folder, { recursive: true, force: true })));
	return folder;
}
