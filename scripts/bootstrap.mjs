/**
 * Takes `npm start` and `npm test` from a fresh clone to the scripts written in TypeScript: checks Node, installs what
 * package-lock.json names where that was not done or not finished, and hands over. Uses nothing that needs installing.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const leastNode = [20, 20];
const heartbeatMs = 15_000;
const project = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(project, 'node_modules/.finished-install');
const [task, ...args] = process.argv.slice(2);

checkNode();
if (!isInstalled()) await install();
await handOver();

function checkNode() {
	const [major, minor] = process.versions.node.split('.').map(Number);
	if (major > leastNode[0] || (major === leastNode[0] && minor >= leastNode[1])) return;
	fail(`This needs Node ${leastNode.join('.')} or newer; this is Node ${process.versions.node}.`);
}

/** The stamp is written last and names the lock file it was made from: an interrupted or outdated install has none. */
function isInstalled() {
	if (!existsSync(stamp)) return isInstalledByHand();
	return readFileSync(stamp, 'utf8') === lockHash() || isInstalledByHand();
}

/** npm's own record of a finished `npm install`: as good as our stamp where it names the same versions. */
function isInstalledByHand() {
	const record = join(project, 'node_modules/.package-lock.json');
	if (!existsSync(record)) return false;
	const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
	const locked = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8')).packages;
	const agrees = Object.entries(locked).every(
		([path, { version, optional }]) => path === '' || installed[path]?.version === version || optional,
	);
	if (agrees) writeFileSync(stamp, lockHash());
	return agrees;
}

function lockHash() {
	return createHash('sha256').update(readFileSync(join(project, 'package-lock.json'))).digest('hex');
}

/**
 * Not `npm ci`: that refuses a lock file in which optional packages for other platforms are missing. With --no-save
 * `npm install` keeps to the versions of the lock file just as well, and leaves that file alone.
 */
async function install() {
	const start = Date.now();
	const seconds = () => `${Math.round((Date.now() - start) / 1000)} s`;
	console.log('Install what the project needs to build and test itself (npm install, less than a minute)');
	const heartbeat = setInterval(() => console.log(`  … still installing (${seconds()})`), heartbeatMs);
	// what an interrupted install has left behind may lack single files, which npm would not notice
	if (!existsSync(stamp)) rmSync(join(project, 'node_modules'), { recursive: true, force: true });
	rmSync(stamp, { force: true });
	const code = await run(...npmCommand(), ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']);
	clearInterval(heartbeat);
	if (code !== 0) {
		fail(
			'npm install failed: its message stands above. It needs a network the first time; ' +
				'the next start tries again.',
		);
	}
	writeFileSync(stamp, lockHash());
	console.log(`  ✓ Installed (${seconds()})`);
}

function npmCommand() {
	const own = process.env.npm_execpath;
	return own?.endsWith('.js') ? [process.execPath, [own]] : [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
}

/** The message channel tells the script when this process is gone, however it went: it then ends what it started. */
async function handOver() {
	const script = join(project, `scripts/${task}.ts`);
	if (!task || !existsSync(script)) fail('Usage: node scripts/bootstrap.mjs start|test [arguments]');
	process.exit(await run(process.execPath, ['--import', 'tsx', script], args, ['inherit', 'inherit', 'inherit', 'ipc']));
}

function run(command, first, rest, stdio = 'inherit') {
	return new Promise((done) => {
		const child = spawn(command, [...first, ...rest], { cwd: project, stdio });
		// Ctrl-C reaches the child by itself: we only have to outlive it and pass its exit code on
		const ignore = () => {};
		const forward = () => child.kill('SIGTERM');
		process.on('SIGINT', ignore).on('SIGTERM', forward).on('SIGHUP', forward);
		const settle = (code) => {
			process.off('SIGINT', ignore).off('SIGTERM', forward).off('SIGHUP', forward);
			done(code);
		};
		child.once('error', (error) => {
			console.error(error.message);
			settle(127);
		});
		child.once('exit', (code, signal) => settle(code ?? (signal === 'SIGINT' ? 130 : 1)));
	});
}

function fail(message) {
	console.error(message);
	process.exit(1);
}
