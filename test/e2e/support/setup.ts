import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { saveDemoCredentials } from '../../../scripts/credentials';
import { N8nApi } from '../../../scripts/n8n/api';
import { buildProject } from '../../../scripts/n8n/build';
import { artifactsFolder } from '../../../scripts/n8n/folders';
import { installN8n } from '../../../scripts/n8n/install';
import { launchN8n } from '../../../scripts/n8n/launch';
import { installPackage } from '../../../scripts/n8n/package';
import { Session } from '../../../scripts/n8n/session';
import { wantedVersion } from '../../../scripts/n8n/versions';
import { cleanUp, onEnd } from '../../../scripts/process/cleanup';
import { launchSimulator } from '../../../scripts/simulator';
import { step } from '../../../scripts/terminal/progress';
import { publishRuntime } from './runtime';

/** Builds, packs and installs the package, then starts n8n and the simulator, once for all test files. */
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
	const userFolder = newUserFolder();
	await installPackage(userFolder);
	const filesFolder = join(userFolder, 'files');
	mkdirSync(filesFolder);
	const logs = artifactsFolder('logs');
	const simulator = await launchSimulator({ logFile: join(logs, `simulator-${version.version}.log`) });
	const running = await step(`Start n8n ${version.version}`, async () => {
		const logFile = join(logs, `n8n-${version.version}.log`);
		return await launchN8n(n8n, { userFolder, logFile, env: { N8N_RESTRICT_FILE_ACCESS_TO: filesFolder } });
	});
	const session = new Session(running.url);
	await session.signIn();
	const credentials = await saveDemoCredentials(new N8nApi(session), simulator.url);
	publishRuntime({
		n8nUrl: running.url,
		cookie: session.cookie,
		version: version.version,
		simulatorUrl: simulator.url,
		credentials,
		filesFolder,
		n8nLog: running.logFile,
	});
}

/** A new one for each run: no run may live on what an earlier one left behind. */
function newUserFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'n8n-e2e-'));
	onEnd(async () => await Promise.resolve(rmSync(folder, { recursive: true, force: true })));
	return folder;
}
