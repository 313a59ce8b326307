import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { logsFolder } from '../n8n/folders';
import { Problem } from '../terminal/problem';
import { onEnd } from './cleanup';
import { startGuarded, tail } from './guarded';

export interface CommandOptions {
	cwd: string;
	env?: NodeJS.ProcessEnv;
	/** What to tell when the command fails, put below the end of its output, where it is seen first. */
	failure: string;
}

/** Runs a command to its end; its output goes to a log file and is shown only when it fails. */
export async function runCommand(command: string, args: string[], options: CommandOptions): Promise<void> {
	const logFile = join(logsFolder(), `${Date.now()}-${process.pid}-command.log`);
	const running = startGuarded(command, args, { ...options, logFile });
	onEnd(running.stop);
	const code = await running.exited;
	if (code === 0) return rmSync(logFile, { force: true });
	throw new Problem(`${tail(logFile)}\nFull log: ${logFile}\n\n${options.failure} (${command} ended with ${code})`);
}

export async function runNpm(args: string[], options: CommandOptions): Promise<void> {
	const [command, ...first] = npmCommand();
	await runCommand(command, [...first, ...args], { ...options, env: npmEnvironment(options.env) });
}

/** The npm that runs us, if one does: it is there even where `npm` is not in the path. */
function npmCommand(): string[] {
	const own = process.env.npm_execpath;
	return own?.endsWith('.js') ? [process.execPath, own] : ['npm'];
}

/** npm hands its settings for this project on to what it runs: they do not fit other folders. */
function npmEnvironment(env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
	const projectOnly = /^npm_(config_(local_prefix|ignore_scripts|dry_run)|package_|lifecycle_)/;
	return Object.fromEntries(Object.entries(env).filter(([name]) => !projectOnly.test(name)));
}

export function packagesIn(folder: string): number {
	try {
		return readdirSync(join(folder, 'node_modules')).length;
	} catch {
		return 0;
	}
}
