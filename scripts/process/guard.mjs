/**
 * Runs a command in a process group of its own and ends that group when the process that asked for it goes away,
 * however it goes (its end of our standard input closes even when it is killed or crashes).
 * Usage: node guard.mjs <command> [arguments]
 */
import { spawn } from 'node:child_process';

const graceMs = 10_000;
const [command, ...args] = process.argv.slice(2);
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
	process.exit(code ?? 1);
});

process.stdin.on('end', end).on('error', end).resume();
process.on('SIGTERM', end);
process.on('SIGHUP', end);
process.on('SIGINT', () => {}); // Ctrl-C reaches us too, but the process that asked decides on the order of ending
