import { saveDemoCredentials } from '../../../../scripts/credentials';
import { N8nApi } from '../../../../scripts/n8n/api';
import { buildProject } from '../../../../scripts/n8n/build';
import { artifactsFolder } from '../../../../scripts/n8n/folders';
import { installN8n } from '../../../../scripts/n8n/install';
import { launchMachines } from '../../../../scripts/n8n/machines';
import { Session } from '../../../../scripts/n8n/session';
import { wantedVersion } from '../../../../scripts/n8n/versions';
import { cleanUp } from '../../../../scripts/process/cleanup';
import { startServices } from '../../../../scripts/services/services';
import { launchSimulator } from '../../../../scripts/simulator';
import { say, step } from '../../../../scripts/terminal/progress';
import { publishRuntime } from '../../support/runtime';
import { publishMachines } from './machines';

/** n8n notices a dead worker after these times; by default that takes it a minute and a half. */
const noticeSoon = {
	QUEUE_WORKER_LOCK_DURATION: '15000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '3000',
	QUEUE_WORKER_STALLED_INTERVAL: '5000',
};

/** Builds, packs and installs the package, then starts everything once for all test files. */
export default async function setup(): Promise<void> {
	(globalThis as { endOfE2e?: () => Promise<void> }).endOfE2e = cleanUp;
	try {
		await start();
	} catch (error) {
		await cleanUp(); // jest calls no teardown when the setup fails
		throw error;
	}
}

async function start(): Promise<void> {
	const version = wantedVersion();
	const n8n = await installN8n(version);
	await buildProject();
	const logsFolder = artifactsFolder('logs');
	const simulator = await launchSimulator({ logFile: `${logsFolder}/simulator-queue.log` });
	const services = await step('Start PostgreSQL and Redis', startServices);
	const machines = await step(
		`Start n8n ${version.version} four times`,
		async () => await launchMachines({ n8n, services, logsFolder, env: noticeSoon }),
	);
	say(machines.map(({ name, startMs }) => `${name} ready after ${(startMs / 1000).toFixed(1)} s`).join(', '));
	const [main] = machines;
	const session = new Session(main.url);
	await session.signIn();
	const credentials = await saveDemoCredentials(new N8nApi(session), simulator.url);
	publishMachines(machines);
	publishRuntime({
		n8nUrl: main.url,
		cookie: session.cookie,
		version: version.version,
		simulatorUrl: simulator.url,
		credentials,
		filesFolder: '',
		n8nLog: `${main.logPrefix}1.log`,
	});
}
