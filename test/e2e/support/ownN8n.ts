import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { N8nApi } from '../../../scripts/n8n/api';
import { artifactsFolder } from '../../../scripts/n8n/folders';
import { installN8n } from '../../../scripts/n8n/install';
import { launchN8n, type RunningN8n } from '../../../scripts/n8n/launch';
import { installPackage } from '../../../scripts/n8n/package';
import { freePort } from '../../../scripts/n8n/ports';
import { Session } from '../../../scripts/n8n/session';
import { wantedVersion } from '../../../scripts/n8n/versions';

/** An n8n that a test has for itself and may end and start again with what it has stored. */
export class OwnN8n {
	private running?: RunningN8n;

	private constructor(
		private readonly userFolder: string,
		private readonly port: number,
	) {}

	static async start(): Promise<OwnN8n> {
		const userFolder = mkdtempSync(join(tmpdir(), 'n8n-own-'));
		await installPackage(userFolder);
		const own = new OwnN8n(userFolder, await freePort());
		await own.launch();
		return own;
	}

	/** Signed in anew each time. */
	async api(): Promise<N8nApi> {
		const session = new Session(`http://127.0.0.1:${this.port}`);
		await session.signIn();
		return new N8nApi(session);
	}

	async stop(): Promise<void> {
		await this.running?.stop();
	}

	async restart(): Promise<void> {
		await this.stop();
		await this.launch();
	}

	async remove(): Promise<void> {
		await this.stop();
		rmSync(this.userFolder, { recursive: true, force: true });
	}

	private async launch(): Promise<void> {
		const version = wantedVersion();
		const logFile = join(artifactsFolder('logs'), `n8n-${version.version}-own.log`);
		this.running = await launchN8n(await installN8n(version), { userFolder: this.userFolder, port: this.port, logFile });
	}
}
