/** npm test: everything, from the linter to the editor in a browser, in the order of what fails fastest. */
import { provideChromium } from './browser/chromium';
import { newest, oldest } from './n8n/versions';
import { cleanUp, cleanUpOnSignals, isEnding } from './process/cleanup';
import { provideServices } from './services/services';
import { describe } from './terminal/problem';
import { say } from './terminal/progress';
import { buildStage, jestStage, npmStage, type Stage } from './testing/stages';
import { runStages } from './testing/run';

const e2e = ['-c', 'jest.e2e.config.js', '--runInBand'];
const core = 'test/e2e/core/';
const browser = 'test/e2e/browser/';

const stages: Stage[] = [
	npmStage('Lint', 'lint'),
	npmStage('Types', 'typecheck'),
	jestStage('Unit tests and every operation', 'unit', []),
	buildStage,
	jestStage(`In n8n ${newest.version}`, 'e2e', [...e2e, '--testPathIgnorePatterns', browser], {
		CEC_N8N: newest.version,
	}),
	{
		...jestStage('n8n on several machines', 'e2e-scaling', ['-c', 'jest.scaling.config.js', '--runInBand'], {
			CEC_N8N: newest.version,
		}),
		async reasonToSkip() {
			const provided = await provideServices();
			return 'missing' in provided ? provided.missing : undefined;
		},
	},
	jestStage(`Core in n8n ${oldest.version}`, 'e2e-core', [...e2e, '--testPathPatterns', core], {
		CEC_N8N: oldest.version,
	}),
	{
		...jestStage('Editor in Chromium', 'e2e-browser', [...e2e, '--testPathPatterns', browser], {
			CEC_N8N: newest.version,
		}),
		async reasonToSkip() {
			const provided = await provideChromium();
			return 'missing' in provided ? provided.missing : undefined;
		},
	},
];

async function main(): Promise<void> {
	cleanUpOnSignals('Ending the tests …');
	process.exitCode = (await runStages(stages)) ? 0 : 1;
}

main()
	.catch((error: unknown) => {
		process.exitCode = 1;
		if (!isEnding()) say(describe(error));
	})
	.finally(() => void cleanUp().then(() => process.exit()));
