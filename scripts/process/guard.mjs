/**
 * Runs a command in a process group of its own and ends that group when the process that asked for it goes away,
 * however it goes (its end of our standard input closes even when it is killed or crashes). Where CEC_GUARDED_FOLDER
 * names a folder, that goes with the command. SIGUSR2 ends the command as a power failure would.
 * Usage: node guard.mjs <command> [arguments]
 */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';

const graceMs = 10_000;
const [command, ...args] = process.argv.slice(2);
const folder = process.env.CEC_GUARDED_FOLDER;
delete process.env.CEC_GUARDED_FOLDER;
const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], detached: true });
let ending = false;

function signalGroup(signal) {
	try {
		process.kill(-child.pid, signal);
	} catch {
		// the group is gone already
	}
}

function end() {
	if (ending) return;
	ending = true;
	signalGroup('SIGTERM');
	setTimeout(() => signalGroup('SIGKILL'), graceMs).unref();
}

child.on('error', (error) => {
	process.stderr.write(`${error.message}\n`);
	process.exit(127);
});
child.on('exit', (code) => {
	signalGroup('SIGKILL'); // helpers that the command itself had left behind
	if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
	process.exit(code ?? 1);
});

process.stdin.on('end', end).on('error', end).resume();
process.on('SIGTERM', end);
process.on('SIGHUP', end);
process.on('SIGUSR2', () => signalGroup('SIGKILL'));
process.on('SIGINT', () => {}); // Ctrl-C reaches us too, but the process that asked decides on the order of ending
