import type { DemoCredentials } from '../../../scripts/credentials';

/** What the one n8n and the one simulator of a jest run are reached by. */
export interface Runtime {
	n8nUrl: string;
	/** Of the owner's session, so that not every test file has to sign in. */
	cookie: string;
	version: string;
	simulatorUrl: string;
	credentials: DemoCredentials;
	/** The one folder in which workflows may read and write files. */
	filesFolder: string;
	n8nLog: string;
}

const variable = 'CEC_E2E_RUNTIME';

export function publishRuntime(runtime: Runtime): void {
	process.env[variable] = JSON.stringify(runtime);
}

export function readRuntime(): Runtime {
	const value = process.env[variable];
	if (!value) throw new Error('No n8n is running: start these tests with jest -c jest.e2e.config.js');
	return JSON.parse(value) as Runtime;
}
