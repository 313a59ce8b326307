/** `npm run bench`: measures this package against n8n's HTTP Request node, and writes docs/performance.md. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { credentialData } from '../credentials';
import { N8nApi, type StoredCredential, type WorkflowDraft } from '../n8n/api';
import { buildProject } from '../n8n/build';
import { logsFolder } from '../n8n/folders';
import { installN8n, type InstalledN8n } from '../n8n/install';
import { launchN8n } from '../n8n/launch';
import { installPackage } from '../n8n/package';
import { Session } from '../n8n/session';
import { wantedVersion } from '../n8n/versions';
import { cleanUp, onEnd } from '../process/cleanup';
import { launchSimulator, type RunningSimulator } from '../simulator';
import { say, step } from '../terminal/progress';
import { bareReads } from './bareClient';
import { measureCallbacks, type CallbackMeasurement, type Engine } from './callbacks';
import { nodeCosts } from './descriptions';
import { peakMemory } from './memory';
import { median } from './numbers';
import { writeReport, type Measurement } from './report';
import { asHttpRequest, asOperation, MEASURED, phones, read, write, type MeasuredCredential, type Task } from './workflows';

const ITEMS = 2000;
const ROUNDS = 3;

interface OpenN8n {
	api: N8nApi;
	userFolder: string;
	stop(): Promise<number>;
}

interface Bench {
	api: N8nApi;
	userFolder: string;
	transport: 'http' | 'https';
	simulator: RunningSimulator;
	credentials: Record<MeasuredCredential, StoredCredential>;
}

async function main(): Promise<void> {
	process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'; // the simulator signs its own certificate
	const version = wantedVersion();
	const n8n = await installN8n(version);
	await buildProject();
	// Before n8n runs beside it: loading takes milliseconds, which anything else would blur.
	const nodes = await step('Load each node', async () => await Promise.resolve(nodeCosts()));
	const callbacks = [...(await callbacksOf(n8n, 'vm')), ...(await callbacksOf(n8n, 'legacy'))];
	const { api, userFolder } = await openN8n(n8n, 'bench-n8n');
	const measurements: Measurement[] = [];
	for (const transport of ['http', 'https'] as const) {
		const args = transport === 'https' ? ['--tls'] : [];
		const simulator = await launchSimulator({ logFile: join(logsFolder(), `bench-${transport}.log`), args });
		const credentials = await saveCredentials(api, transport, simulator.url);
		measurements.push(...(await measureAll({ api, userFolder, transport, simulator, credentials })));
		await simulator.stop();
	}
	writeReport({ n8n: version.version, measurements, callbacks, nodes });
	say('Written: docs/performance.md');
}

/** A new n8n with the package in it, and a session of its owner. */
async function openN8n(n8n: InstalledN8n, name: string, env: NodeJS.ProcessEnv = {}): Promise<OpenN8n> {
	const userFolder = mkdtempSync(join(tmpdir(), 'n8n-bench-'));
	onEnd(async () => await Promise.resolve(rmSync(userFolder, { recursive: true, force: true })));
	await installPackage(userFolder);
	const running = await launchN8n(n8n, { userFolder, logFile: join(logsFolder(), `${name}.log`), env });
	const session = new Session(running.url);
	await session.signIn();
	return { api: new N8nApi(session), userFolder, stop: running.stop };
}

async function callbacksOf(n8n: InstalledN8n, engine: Engine): Promise<CallbackMeasurement[]> {
	const { api, stop } = await openN8n(n8n, `bench-callbacks-${engine}`, { N8N_EXPRESSION_ENGINE: engine });
	const simulator = await launchSimulator({ logFile: join(logsFolder(), 'bench-callbacks.log'), args: [] });
	const sharedKey = 'bench-shared-key';
	await control(simulator, 'POST', 'callback-settings', { sharedKey });
	const credential = await api.createCredential('huaweiCecCallbackSecretApi', 'Bench', { sharedSecret: sharedKey });
	const measured = await measureCallbacks(api, engine, credential, async (burst) => await control(simulator, 'POST', 'burst', burst));
	await simulator.stop();
	await stop();
	return measured;
}

async function measureAll(bench: Bench): Promise<Measurement[]> {
	const items = phones(ITEMS);
	const rounds: Measurement[][] = [];
	// In turn, so that a machine that slows down slows all of them.
	for (let round = 1; round <= ROUNDS; round += 1) {
		rounds.push(
			await step(`${bench.transport}, round ${round} of ${ROUNDS}`, async () => [
				await measure(bench, 'HTTP Request node', read, asHttpRequest(read, bench.simulator.url, bench.credentials[read.credential], items)),
				await measure(bench, 'This package', read, asOperation(read, bench.credentials[read.credential], items)),
				await measureBare(bench),
				await measure(bench, 'HTTP Request node', write, asHttpRequest(write, bench.simulator.url, bench.credentials[write.credential], items)),
				await measure(bench, 'This package', write, asOperation(write, bench.credentials[write.credential], items)),
			]),
		);
	}
	return rounds[0].map((first, index) => {
		const same = rounds.map((each) => each[index]);
		return { ...first, ms: median(same.map(({ ms }) => ms)), peakMb: median(same.map(({ peakMb = 0 }) => peakMb)) || undefined };
	});
}

async function measure(bench: Bench, who: Measurement['who'], task: Task, draft: WorkflowDraft): Promise<Measurement> {
	await control(bench.simulator, 'POST', 'reset', {});
	const { result: execution, peakMb } = await peakMemory(bench.userFolder, async () => await bench.api.runWorkflow(draft, 600_000));
	const [run] = execution.runs(MEASURED);
	const { requests, tokenRequests } = await log(bench.simulator);
	if (execution.status !== 'success' || execution.items(MEASURED).length !== ITEMS) {
		throw new Error(`${who}, ${task.title}: ${execution.status} with ${execution.items(MEASURED).length} items. ${execution.error?.message ?? ''}`);
	}
	const what = task.title as Measurement['what'];
	return { transport: bench.transport, who, what, items: ITEMS, ms: run.executionTime, requests, tokenRequests, peakMb };
}

async function measureBare({ simulator, transport }: Bench): Promise<Measurement> {
	await control(simulator, 'POST', 'reset', {});
	const ms = await bareReads(simulator.url, phones(ITEMS).map(({ phone }) => String(phone)));
	return { transport, who: 'Bare keep-alive client', what: 'reads', items: ITEMS, ms, ...(await log(simulator)) };
}

async function log(simulator: RunningSimulator): Promise<{ requests: number; tokenRequests: number }> {
	const found = await control<{ requests: Array<{ path: string }>; tokenRequests: number }>(simulator, 'GET', 'requests');
	return { requests: found.requests.length - found.tokenRequests, tokenRequests: found.tokenRequests };
}

async function control<T>({ url }: RunningSimulator, method: string, path: string, body?: object): Promise<T> {
	const init = body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
	const response = await fetch(`${url}/__simulator/${path}`, { method, ...init });
	return (await response.json()) as T;
}

async function saveCredentials(api: N8nApi, transport: string, url: string): Promise<Bench['credentials']> {
	const data = credentialData(url);
	const save = async (type: MeasuredCredential) =>
		await api.createCredential(type, `Bench ${transport}`, { ...data[type], ignoreSslIssues: transport === 'https' });
	return { huaweiCecAppApi: await save('huaweiCecAppApi'), huaweiCecSignatureApi: await save('huaweiCecSignatureApi') };
}

main()
	.catch((error: unknown) => {
		process.exitCode = 1;
		say(error instanceof Error ? (error.stack ?? error.message) : String(error));
	})
	.finally(() => void cleanUp());
