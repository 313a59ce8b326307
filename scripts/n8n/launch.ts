import { mkdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

import { onEnd } from '../process/cleanup';
import { startGuarded, tail, type Guarded } from '../process/guarded';
import { Problem } from '../terminal/problem';
import { n8nEnvironment } from './environment';
import type { InstalledN8n } from './install';
import { freePort, host, isFree } from './ports';

/** What n8n is started as, and where it answers once it can work: some versions say that they are ready before their REST routes exist. */
const roles = {
	main: { command: ['start'], ready: ['/healthz/readiness', '/rest/settings'] },
	webhook: { command: ['webhook'], ready: ['/healthz/readiness'] },
	worker: { command: ['worker', '--concurrency=5'], ready: ['/healthz/readiness'] },
};

export type Role = keyof typeof roles;

export interface LaunchOptions {
	userFolder: string;
	logFile: string;
	/** A free one is taken when none is asked for. */
	port?: number;
	env?: NodeJS.ProcessEnv;
	/** Main, which does everything where it is alone. */
	role?: Role;
}

export interface RunningN8n {
	url: string;
	version: string;
	logFile: string;
	/** See Guarded. */
	pid: number;
	exited: Promise<number>;
	stop(): Promise<number>;
}

const startTimeoutMs = 240_000;

/** Starts n8n on this machine alone and waits until it can work. */
export async function launchN8n(n8n: InstalledN8n, options: LaunchOptions): Promise<RunningN8n> {
	if (options.port) await requireFreePort(options.port);
	const port = options.port ?? (await freePort());
	const brokerPort = await freePort();
	mkdirSync(options.userFolder, { recursive: true });
	const env = n8nEnvironment(n8n, { ...options, port, brokerPort });
	const { command, ready } = roles[options.role ?? 'main'];
	const running = startGuarded(n8n.node, [n8n.bin, ...command], { env, logFile: options.logFile, cwd: options.userFolder });
	onEnd(running.stop);
	const url = `http://${host}:${port}`;
	await waitUntilReady(url, ready, running, options.logFile);
	const { pid, exited, stop } = running;
	return { url, version: n8n.version.version, logFile: options.logFile, pid, exited, stop };
}

export async function requireFreePort(port: number): Promise<void> {
	if (await isFree(port)) return;
	throw new Problem(`Port ${port} is in use. Free it, or choose another one: npm start -- --port <number>`);
}

async function waitUntilReady(url: string, ready: string[], running: Guarded, logFile: string): Promise<void> {
	const giveUpAt = Date.now() + startTimeoutMs;
	for (const path of ready) {
		while (!(await answers(`${url}${path}`))) {
			if (running.code !== undefined) throw notStarted(`n8n ended with ${running.code}`, logFile);
			if (Date.now() > giveUpAt) throw notStarted('n8n did not become ready', logFile);
			await sleep(100);
		}
	}
}

async function answers(url: string): Promise<boolean> {
	try {
		const response = await fetch(url, { signal: AbortSignal.timeout(5000) });
		await response.arrayBuffer();
		return response.ok;
	} catch {
		return false;
	}
}

function notStarted(reason: string, logFile: string): Problem {
	return new Problem(`${reason}\n${tail(logFile)}\nFull log: ${logFile}`);
}
