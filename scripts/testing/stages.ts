import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { buildProject } from '../n8n/build';
import { artifactsFolder, projectFolder } from '../n8n/folders';
import { onEnd } from '../process/cleanup';
import { describe } from '../terminal/problem';
import { say } from '../terminal/progress';
import { countsIn, type Counts } from './counts';

export interface StageResult {
	passed: boolean;
	/** Only for stages that run jest. */
	counts?: Counts;
}

export interface Stage {
	title: string;
	run(): Promise<StageResult>;
	/** Why it cannot run here, if it cannot and may be left out. */
	reasonToSkip?(): Promise<string | undefined>;
}

export function npmStage(title: string, script: string): Stage {
	return {
		title,
		async run() {
			return { passed: (await runShown('npm', ['run', '--silent', script])) === 0 };
		},
	};
}

/** Not the npm script: this one knows when there is nothing to do, and the stages after it know that it was done. */
export const buildStage: Stage = {
	title: 'Build',
	async run() {
		try {
			await buildProject();
			return { passed: true };
		} catch (error) {
			say(describe(error));
			return { passed: false };
		}
	},
};

export function jestStage(title: string, name: string, args: string[], env: NodeJS.ProcessEnv = {}): Stage {
	const outputFile = join(artifactsFolder(), `jest-${name}.json`);
	const jest = join(projectFolder, 'node_modules/jest/bin/jest.js');
	return {
		title,
		async run() {
			rmSync(outputFile, { force: true }); // the result of an earlier run must not be taken for this one's
			const code = await runShown(process.execPath, [jest, ...args, '--json', '--outputFile', outputFile], env);
			const counts = countsIn(outputFile);
			return { passed: code === 0 && counts.failed === 0, counts };
		},
	};
}

/** What the command prints is shown as it comes. */
async function runShown(command: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
	const child = spawn(command, args, {
		cwd: projectFolder,
		env: { ...process.env, ...env },
		stdio: ['ignore', 'inherit', 'inherit'],
	});
	const ended = new Promise<number>((resolve) => {
		child.once('error', () => resolve(127));
		child.once('exit', (code) => resolve(code ?? 1));
	});
	onEnd(async () => {
		child.kill('SIGTERM');
		await ended;
	});
	return await ended;
}
