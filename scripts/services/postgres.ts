/** A PostgreSQL of our own: it lives in a temporary folder, on this machine alone, and ends with us. */
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { freePort, host } from '../n8n/ports';
import { onEnd } from '../process/cleanup';
import { runCommand } from '../process/command';
import { startGuarded, tail } from '../process/guarded';
import { Problem } from '../terminal/problem';

const startTimeoutMs = 60_000;
const user = 'n8n';
/** The account that Debian makes for it, since it refuses to run as root. */
const account = 'postgres';
/** Nothing has to survive a power failure here. */
const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'unix_socket_directories=', `listen_addresses=${host}`];

/** The folder with the programs of the newest PostgreSQL there is. */
export function findPostgres(): string | undefined {
	const debian = '/usr/lib/postgresql';
	const versions = existsSync(debian) ? readdirSync(debian).sort((one, other) => Number(other) - Number(one)) : [];
	const folders = [...versions.map((version) => join(debian, version, 'bin')), ...(process.env.PATH ?? '').split(delimiter)];
	return folders.find((folder) => ['initdb', 'postgres', 'pg_isready'].every((name) => existsSync(join(folder, name))));
}

/** Starts a server with an empty database and returns what n8n needs to use it. */
export async function startPostgres(programs: string, logFile: string): Promise<NodeJS.ProcessEnv> {
	const folder = mkdtempSync(join(tmpdir(), 'n8n-postgres-'));
	const password = randomBytes(16).toString('hex');
	const passwordFile = join(folder, 'password');
	writeFileSync(passwordFile, password, { mode: 0o600 });
	for (const path of [folder, passwordFile]) giveAway(path);
	const data = join(folder, 'data');
	const port = await freePort();
	const make = [join(programs, 'initdb'), '-D', data, '-U', user, '--encoding=UTF8', '--locale=C', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
	await run(make, async (command, args) => await runCommand(command, args, { cwd: folder, failure: 'PostgreSQL could not make its database' }));
	const serve = [join(programs, 'postgres'), '-D', data, ...['port=' + port, ...settings].flatMap((setting) => ['-c', setting])];
	const running = run(serve, (command, args) => startGuarded(command, args, { logFile, cwd: folder, folder }));
	onEnd(running.stop);
	const giveUpAt = Date.now() + startTimeoutMs;
	while (!answers(join(programs, 'pg_isready'), port)) {
		if (running.code !== undefined || Date.now() > giveUpAt) throw new Problem(`PostgreSQL did not start\n${tail(logFile)}\nFull log: ${logFile}`);
		await sleep(100);
	}
	return {
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: host,
		DB_POSTGRESDB_PORT: String(port),
		DB_POSTGRESDB_DATABASE: 'postgres',
		DB_POSTGRESDB_USER: user,
		DB_POSTGRESDB_PASSWORD: password,
	};
}

const isRoot = () => process.getuid?.() === 0;

function run<T>(words: string[], start: (command: string, args: string[]) => T): T {
	const asAccount = ['setpriv', `--reuid=${account}`, `--regid=${account}`, '--clear-groups', '--'];
	const [command, ...args] = isRoot() ? [...asAccount, ...words] : words;
	return start(command, args);
}

function giveAway(path: string): void {
	if (!isRoot()) return;
	const id = (what: string) => Number(execFileSync('id', [what, account], { encoding: 'utf8' }));
	chownSync(path, id('-u'), id('-g'));
}

function answers(isReady: string, port: number): boolean {
	try {
		execFileSync(isReady, ['-h', host, '-p', String(port), '-U', user, '-d', 'postgres'], { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
}
