/** An agent of the simulated contact centre who works without n8n. */
import { setTimeout as pause } from 'node:timers/promises';

import { until } from '../n8n/session';
import { steerSimulator } from '../simulator';

/** Sends a request below the path of the agent, or below that of the host when it begins with a slash. */
export type Desk = (method: string, path: string, body?: object) => Promise<Record<string, unknown>>;

/** CEC knows the time of calls to the second: one that is over within the same second is not yet among those until now. */
const TALK_MS = 1500;
/** The outcome of a call whose customer stays until the agent ends it. */
const STAYS = 1;

export async function signInAgent(simulatorUrl: string, agentId: number, phone: string): Promise<Desk> {
	const base = `${simulatorUrl}/agentgateway/resource/onlineagent/${agentId}`;
	const headers: Record<string, string> = { 'Content-Type': 'application/json; charset=UTF-8' };
	const ask: Desk = async (method, path, body) => {
		const url = path.startsWith('/') ? `${simulatorUrl}${path}` : `${base}/${path}`.replace(/\/$/, '');
		const response = await fetch(url, { method, headers, body: body && JSON.stringify(body) });
		headers.Guid = response.headers.get('guid') ?? headers.Guid;
		const answer = (await response.json()) as Record<string, unknown>;
		if (answer.retcode !== '0') throw new Error(`${path}: the simulator answered ${JSON.stringify(answer)}`);
		return answer;
	};
	// As the demo tenant has it: Demo-cc1 of agent 101, and so on.
	await ask('PUT', '', { password: `Demo-cc${agentId % 100}`, phonenum: phone });
	return ask;
}

/** The agent calls a customer, talks and ends the call, which is recorded; gives the ID of the call. */
export async function talkTo(simulatorUrl: string, desk: Desk, agentId: number, customer: string): Promise<string> {
	const calls = `/agentgateway/resource/voicecall/${agentId}`;
	await steerSimulator(simulatorUrl, 'calls', { called: customer, outcomes: [{ reason: STAYS }] });
	const { result } = await desk('PUT', `${calls}/callout`, { called: customer });
	const callId = String(result);
	await until('The recording', async () => {
		const { agentRecordings } = await steerSimulator<{ agentRecordings: Array<{ callId?: string }> }>(simulatorUrl, 'state');
		return agentRecordings.some((one) => one.callId === callId) || undefined;
	});
	await pause(TALK_MS);
	await desk('DELETE', `${calls}/release`);
	return callId;
}
