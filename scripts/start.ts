/** npm start: the real n8n with this package, a simulated CEC behind it and the examples in it, at work. */
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { saveDemoCredentials, saveExampleCredentials } from './credentials';
import { importExamples } from './demo/examples';
import { examplesFolder, readManifest } from './demo/manifest';
import { startModel } from './demo/model';
import { afterwards, rehearse, setStage, type Stage } from './demo/rehearsal';
import { showSummary } from './demo/summary';
import { N8nApi } from './n8n/api';
import { buildProject } from './n8n/build';
import { cacheFolder, logsFolder } from './n8n/folders';
import { installN8n } from './n8n/install';
import { launchN8n, requireFreePort, type RunningN8n } from './n8n/launch';
import { listPackage } from './n8n/listing';
import { withLock } from './n8n/lock';
import { installPackage } from './n8n/package';
import { demoOwner, Session } from './n8n/session';
import { wantedVersion, type N8nVersion } from './n8n/versions';
import { cleanUp, cleanUpOnSignals, isEnding, onEnd } from './process/cleanup';
import { tail } from './process/guarded';
import { launchSimulator, type RunningSimulator } from './simulator';
import { describe, Problem } from './terminal/problem';
import { elapsed, say, step } from './terminal/progress';

const help = `npm start -- [options]
  --port <number>   port of n8n's editor (5678)
  --n8n <version>   2.41.1, or 2.8.4, the oldest one supported
  --speed <factor>  how much faster than real time the simulated contact centre calls (60)
  --once            end after the examples have run instead of waiting for Ctrl-C`;

interface Options {
	port: number;
	version: N8nVersion;
	speed: string;
	once: boolean;
}

const mainTimeoutMs = 600_000;

async function main(): Promise<void> {
	const options = readOptions();
	if (!options) return say(help);
	cleanUpOnSignals('Ending n8n and the simulator …');
	await requireFreePort(options.port);
	const userFolder = join(cacheFolder(), 'demo', options.version.version);
	const refuse = (pid: number) => {
		throw new Problem(`npm start runs already, as process ${pid}: end it first.`);
	};
	await withLock(`${userFolder}.lock`, refuse, async () => await run(options, userFolder));
}

function readOptions(): Options | undefined {
	const { values } = parseArgs({
		options: {
			port: { type: 'string', default: '5678' },
			n8n: { type: 'string' },
			speed: { type: 'string', default: '60' },
			once: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) return undefined;
	const port = Number(values.port);
	if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Problem(`--port ${values.port}: not a port`);
	return { port, version: wantedVersion(values.n8n), speed: values.speed, once: values.once };
}

async function run({ port, version, speed, once }: Options, userFolder: string): Promise<void> {
	const start = Date.now();
	const n8n = await installN8n(version);
	await buildProject();
	await installPackage(userFolder);
	const dataFolder = provideData(userFolder);
	const simulator = await step('Start the simulated contact centre', async () => {
		return await launchSimulator({ logFile: join(logsFolder(), 'simulator.log'), args: ['--hurry', speed, '--zone', 'UTC'] });
	});
	const model = await startModel();
	onEnd(model.close);
	const running = await step(`Start n8n ${version.version}`, async () => {
		const logFile = join(logsFolder(), 'n8n.log');
		const env = { N8N_RESTRICT_FILE_ACCESS_TO: dataFolder };
		return await launchN8n(n8n, { userFolder, port, logFile, env });
	});
	const failure = watch(running, simulator);
	await Promise.race([failure, showDemo()]);
	say(`\nReady after ${elapsed(start)}.`);
	say(`  Editor     ${running.url}`);
	say(`  Sign in    ${demoOwner.email} with ${demoOwner.password}`);
	say(`  Simulator  ${simulator.url}`);
	if (once) return;
	say('Ctrl-C ends everything.');
	await failure;

	async function showDemo(): Promise<void> {
		const session = new Session(running.url);
		await session.signIn();
		const api = new N8nApi(session);
		await listPackage(n8n, userFolder, api);
		const values = { N8N_URL: running.url, SIMULATOR_URL: simulator.url, DATA_FOLDER: dataFolder };
		const imported = await step('Import credentials and examples', async () => {
			const credentials = await saveDemoCredentials(api, simulator.url);
			await setStage(simulator.url);
			const named = await saveExampleCredentials(api, simulator.url, model.url);
			return await importExamples(readManifest(), { api, credentials, named, values });
		});
		await runExamples({ api, imported, simulatorUrl: simulator.url });
	}
}

/** n8n may read and write files in one folder only; the examples find their lists there. */
function provideData(userFolder: string): string {
	const folder = join(userFolder, 'files');
	rmSync(folder, { recursive: true, force: true }); // recordings of an earlier start
	mkdirSync(folder, { recursive: true });
	const source = join(examplesFolder, 'data');
	if (existsSync(source)) cpSync(source, folder, { recursive: true });
	return folder;
}

/** Most others work while the main one waits for its calls, and take no time of their own. */
async function runExamples(stage: Stage): Promise<void> {
	const found = stage.imported.find(({ example }) => example.main);
	if (!found) throw new Problem('examples/manifest.json names no main example');
	const { example, workflow } = found;
	const [execution, others] = await step(`Run the example "${example.name}", and the others beside it`, async () => {
		return await Promise.all([stage.api.runWorkflow(workflow, mainTimeoutMs), rehearse(stage)]);
	});
	const last = await step('Run the examples that look back', async () => await afterwards(stage));
	showSummary(example, execution, [...others, ...last]);
}

/** Fails as soon as one of the two processes ends by itself. */
async function watch(n8n: RunningN8n, simulator: RunningSimulator): Promise<never> {
	const ended = await Promise.race([
		n8n.exited.then((code) => ({ name: 'n8n', code, logFile: n8n.logFile })),
		simulator.exited.then((code) => ({ name: 'The simulator', code, logFile: simulator.logFile })),
	]);
	const { name, code, logFile } = ended;
	throw new Problem(`${name} ended by itself with ${code}\n${tail(logFile)}\nFull log: ${logFile}`);
}

main()
	.catch((error: unknown) => {
		if (isEnding()) return;
		process.exitCode = 1;
		process.stderr.write(`\n${describe(error)}\n`);
	})
	.finally(() => void cleanUp().then(() => process.exit()));
