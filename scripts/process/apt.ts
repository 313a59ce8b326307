import { readFileSync } from 'node:fs';

import { projectFolder } from '../n8n/folders';
import { step } from '../terminal/progress';
import { runCommand } from './command';

/** Whether the machine is ours to change: as root on Debian or Ubuntu, as in a container or in CI. */
export function mayInstall(): boolean {
	return process.getuid?.() === 0 && isDebian();
}

export async function install(name: string, packages: string[]): Promise<void> {
	await step(`Install ${name} with apt-get`, async () => {
		const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
		const options = { cwd: projectFolder, env, failure: `apt-get could not install ${name}` };
		await runCommand('apt-get', ['update'], options);
		await runCommand('apt-get', ['install', '-y', '--no-install-recommends', ...packages], options);
	});
}

function isDebian(): boolean {
	try {
		return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'));
	} catch {
		return false;
	}
}
