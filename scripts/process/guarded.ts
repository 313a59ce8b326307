import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A process that ends with ours: see guard.mjs. */
export interface Guarded {
	/** Of the guard: SIGTERM lets the process end in peace, SIGUSR2 kills it. */
	readonly pid: number;
	readonly exited: Promise<number>;
	/** The exit code once the process has ended. */
	readonly code: number | undefined;
	/** The first line printed on standard output; only for processes started with `firstLine`. */
	readonly firstLine: Promise<string>;
	stop(): Promise<number>;
}

export interface GuardedOptions {
	logFile: string;
	env?: NodeJS.ProcessEnv;
	cwd?: string;
	/** Removed when the process has ended. */
	folder?: string;
	/** Standard output is read for its first line instead of going to the log file. */
	firstLine?: boolean;
}

const guard = join(__dirname, 'guard.mjs');

export function startGuarded(command: string, args: string[], options: GuardedOptions): Guarded {
	mkdirSync(dirname(options.logFile), { recursive: true });
	const log = openSync(options.logFile, 'w');
	const child = spawn(process.execPath, [guard, command, ...args], {
		cwd: options.cwd,
		env: { ...(options.env ?? process.env), ...(options.folder && { CEC_GUARDED_FOLDER: options.folder }) },
		stdio: ['pipe', options.firstLine ? 'pipe' : log, log],
	});
	closeSync(log);
	let code: number | undefined;
	const exited = new Promise<number>((resolve) => {
		const settle = (value: number) => resolve((code ??= value));
		child.once('error', () => settle(127));
		child.once('exit', (value) => settle(value ?? 1));
	});
	child.stdin?.on('error', () => {}); // the guard may be gone when we let go of it
	return {
		pid: child.pid ?? 0,
		exited,
		get code() {
			return code;
		},
		firstLine: options.firstLine ? readFirstLine(child) : Promise.resolve(''),
		async stop() {
			child.stdin?.end();
			return await exited;
		},
	};
}

export function tail(file: string, lines = 25): string {
	try {
		return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
	} catch {
		return '(no log was written)';
	}
}

async function readFirstLine(child: ChildProcess): Promise<string> {
	return await new Promise((resolve) => {
		let text = '';
		child.stdout?.setEncoding('utf8');
		child.stdout?.on('data', (chunk: string) => {
			if (text.includes('\n')) return; // read on all the same: a full pipe would stop the process
			text += chunk;
			if (text.includes('\n')) resolve(text.slice(0, text.indexOf('\n')));
		});
		child.stdout?.once('close', () => resolve(text));
	});
}
