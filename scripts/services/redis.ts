/** A Redis of our own: it keeps everything in memory, answers on this machine alone, and ends with us. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { freePort, host, isFree } from '../n8n/ports';
import { onEnd } from '../process/cleanup';
import { startGuarded, tail } from '../process/guarded';
import { Problem } from '../terminal/problem';

const startTimeoutMs = 30_000;

export function findRedis(): string | undefined {
	const folders = (process.env.PATH ?? '').split(delimiter);
	return folders.map((folder) => join(folder, 'redis-server')).find((path) => existsSync(path));
}

/** Starts an empty server and returns what n8n needs to use it. */
export async function startRedis(program: string, logFile: string): Promise<NodeJS.ProcessEnv> {
	const folder = mkdtempSync(join(tmpdir(), 'n8n-redis-'));
	const password = randomBytes(16).toString('hex');
	const port = await freePort();
	const settings = { bind: host, port, dir: folder, save: '""', appendonly: 'no', requirepass: password };
	const lines = Object.entries(settings).map(([name, value]) => `${name} ${value}`);
	const file = join(folder, 'redis.conf');
	writeFileSync(file, lines.join('\n'), { mode: 0o600 });
	const running = startGuarded(program, [file], { logFile, cwd: folder, folder });
	onEnd(running.stop);
	const giveUpAt = Date.now() + startTimeoutMs;
	while (await isFree(port)) {
		if (running.code !== undefined || Date.now() > giveUpAt) throw new Problem(`Redis did not start\n${tail(logFile)}\nFull log: ${logFile}`);
		await sleep(100);
	}
	return { QUEUE_BULL_REDIS_HOST: host, QUEUE_BULL_REDIS_PORT: String(port), QUEUE_BULL_REDIS_PASSWORD: password };
}
