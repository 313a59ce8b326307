import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { runNpm } from '../process/command';
import { cached } from './cache';

const runningMajor = Number(process.versions.node.split('.')[0]);

/** The Node to run n8n with: the running one where it is new enough, else one that npm carries as a package. */
export async function nodeFor(major: number): Promise<string> {
	if (runningMajor >= major) return process.execPath;
	const packageName = `node-${platformName()}-${process.arch}`;
	const binary = join('node_modules', packageName, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
	const folder = await cached({
		name: join('node', `${major}-${process.platform}-${process.arch}`),
		title: `Fetch Node ${major} for n8n (this is Node ${process.versions.node})`,
		isUsable: (candidate) => existsSync(join(candidate, binary)) && existsSync(join(candidate, 'finished')),
		async make(candidate) {
			writeFileSync(join(candidate, 'package.json'), '{"private":true}');
			await runNpm(['install', '--ignore-scripts', '--no-audit', '--no-fund', `${packageName}@${major}`], {
				cwd: candidate,
				failure: `Could not fetch Node ${major} from the npm registry. Is there a network?`,
			});
			writeFileSync(join(candidate, 'finished'), '');
		},
	});
	return join(folder, binary);
}

function platformName(): string {
	return process.platform === 'win32' ? 'win' : process.platform;
}
