import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { projectFolder } from './n8n/folders';
import { onEnd } from './process/cleanup';
import { startGuarded, tail } from './process/guarded';
import { Problem } from './terminal/problem';

export interface RunningSimulator {
	url: string;
	/** The self-signed certificate in PEM, when it was started with --tls. */
	certificate?: string;
	logFile: string;
	exited: Promise<number>;
	stop(): Promise<number>;
}

export interface SimulatorOptions {
	logFile: string;
	/** Arguments of simulator/main.ts, such as ['--tls']. */
	args?: string[];
}

/** What the simulator knows its demo tenant by. */
export const demoTenant = {
	app: { appKey: 'demo-app-key', appSecret: 'demo-app-secret', tenantSpaceId: '202211228274' },
	signature: { accessKey: 'demo-access-key', secretKey: 'demo-secret-key', vdnId: 1 },
	agent: { agentId: 101, password: 'Demo-cc1' },
	inspector: { agentId: 104, password: 'Demo-cc4' },
	chatAgent: { agentId: 105, password: 'Demo-cc5' },
	videoAgent: { agentId: 103, password: 'Demo-cc3' },
	gatewayAdmin: { account: 'admin', agentId: 101, password: 'Demo-admin-pw1' },
	ita: { appKey: 'demo-ita-app-key', accessKey: 'demo-ita-access-key', secretKey: 'demo-ita-secret-key' },
	bot: { account: 'tenant', tenantId: '202211228274', appSecret: 'Demo-bot-pw1', vdnId: 1 },
	knowledgeBase: { jwt: 'demo-sia-jwt', domain: 'ccikbsAppService', tenantSpaceId: '202211228274' },
	softwareCloud: { authToken: 'demo-software-cloud-token' },
	ticket: { clientId: 'demo-client-id', clientSecret: 'demo-client-secret' },
	chatbotServer: { account: 'odfs', key: 'demo-chatbot-key' },
	/** CEC signs with it only once its callback settings name it: see the control of the simulator. */
	callbackSecret: { sharedSecret: 'demo-shared-key' },
};

/** Starts the simulated CEC in a process of its own. */
export async function launchSimulator({ logFile, args = [] }: SimulatorOptions): Promise<RunningSimulator> {
	const main = join(projectFolder, 'simulator/main.ts');
	if (!existsSync(main)) throw new Problem('simulator/main.ts is missing from this checkout');
	const command = ['--import', 'tsx', main, '--port', '0', ...args];
	const running = startGuarded(process.execPath, command, { logFile, cwd: projectFolder, firstLine: true });
	onEnd(running.stop);
	const line = await running.firstLine;
	if (!line) throw new Problem(`The simulator did not start\n${tail(logFile)}\nFull log: ${logFile}`);
	const { url, certificate } = JSON.parse(line) as { url: string; certificate?: string };
	return { url, certificate, logFile, exited: running.exited, stop: running.stop };
}

/** Asks the simulator for something beside the interfaces of CEC: see "Control" in its README. */
export async function steerSimulator<T>(url: string, path: string, body?: object): Promise<T> {
	const headers = { 'content-type': 'application/json' };
	const request = body && { method: 'POST', headers, body: JSON.stringify(body) };
	const response = await fetch(`${url}/__simulator/${path}`, request);
	if (!response.ok) throw new Error(`${path}: the simulator answered ${response.status} ${await response.text()}`);
	return (await response.json()) as T;
}
