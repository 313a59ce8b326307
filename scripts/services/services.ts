/** What n8n needs beside itself on several machines: a database and a queue. */
import { join } from 'node:path';

import { artifactsFolder } from '../n8n/folders';
import { install, mayInstall } from '../process/apt';
import { Problem } from '../terminal/problem';
import { findPostgres, startPostgres } from './postgres';
import { findRedis, startRedis } from './redis';

interface Programs {
	/** The folder of its programs. */
	postgres: string;
	redis: string;
}

const howToGetThem = 'PostgreSQL or Redis was not found: install postgresql and redis-server, or run this as root on Debian or Ubuntu, which installs them';

/** The programs, installed where they are missing and that is allowed. Without them the answer is why; where CI is set, that is a failure. */
export async function provideServices(): Promise<Programs | { missing: string }> {
	const missing = [...(findPostgres() ? [] : ['postgresql']), ...(findRedis() ? [] : ['redis-server'])];
	if (missing.length > 0 && mayInstall()) await install(missing.join(' and '), missing);
	const [postgres, redis] = [findPostgres(), findRedis()];
	if (postgres && redis) return { postgres, redis };
	if (process.env.CI) throw new Problem(howToGetThem);
	return { missing: howToGetThem };
}

/** Starts both and returns what n8n needs to use them. */
export async function startServices(): Promise<NodeJS.ProcessEnv> {
	const provided = await provideServices();
	if ('missing' in provided) throw new Problem(provided.missing);
	const logs = artifactsFolder('logs');
	const [database, queue] = await Promise.all([
		startPostgres(provided.postgres, join(logs, 'postgres.log')),
		startRedis(provided.redis, join(logs, 'redis.log')),
	]);
	return { ...database, ...queue };
}
