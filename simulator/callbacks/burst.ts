import http from 'node:http';
import https from 'node:https';
import { NOTIFICATION, TWO_PARTY, type PhoneCall } from '../calls/state';
import { twoParty, notification } from '../calls/reasons';
import type { World } from '../world';
import { callBody, type CallCallback, type Written, written } from './call-bodies';

export interface Burst {
	kind: CallCallback;
	url: string;
	count: number;
	concurrency: number;
	/** Fields to put in the place of those of the finished calls, before signing. */
	body?: Record<string, unknown>;
}

export interface BurstReport {
	count: number;
	/** How often which HTTP status came, "error" where there was no answer. */
	statuses: Record<string, number>;
	/** How many were answered 200 with retCode "0". */
	accepted: number;
	elapsedMs: number;
}

const SECOND = 1000;
const TALK_MS = 30 * SECOND;
const PATIENCE_MS = 30_000;

/** Pushes about so many finished calls, all made up at once, over connections that stay open: for load tests. */
export async function burst(world: World, { kind, url, count, concurrency, body }: Burst): Promise<BurstReport> {
	const { settings } = world.callbacks;
	// The connected callback is never signed: its URL cannot come with a request.
	const key = kind === 'connected' ? null : settings.sharedKey;
	const pushes = Array.from({ length: count }, (_, i) => {
		const parameters = { ...callBody(kind, finishedCall(world, kind, i)), ...body };
		return written(parameters, key, settings, world.random);
	});
	const secure = url.startsWith('https:');
	const options = { keepAlive: true, maxSockets: concurrency };
	const agent = secure ? new https.Agent({ ...options, rejectUnauthorized: false }) : new http.Agent(options);
	const report: BurstReport = { count, statuses: {}, accepted: 0, elapsedMs: 0 };
	const began = performance.now();
	const sendOn = async (): Promise<void> => {
		for (let push = pushes.pop(); push; push = pushes.pop()) {
			const { status, accepted } = await post(url, agent, push);
			report.statuses[status] = (report.statuses[status] ?? 0) + 1;
			if (accepted) report.accepted++;
		}
	};
	await Promise.all(Array.from({ length: Math.min(concurrency, count) }, sendOn));
	report.elapsedMs = Math.round(performance.now() - began);
	agent.destroy();
	return report;
}

function finishedCall(world: World, kind: CallCallback, i: number): PhoneCall {
	const isNotification = kind === 'notificationReleased';
	const { calls, clock } = world;
	const releaseTime = clock.now();
	const talkingTime = releaseTime - TALK_MS;
	const alertingTime = talkingTime - 5 * SECOND;
	const agentSide = {
		caller: world.tenant.softphones[0].phoneNum,
		agentAlertingTime: alertingTime - 2 * SECOND,
		agentTalkingTime: alertingTime,
		agentReleaseTime: releaseTime,
	};
	return calls.add({
		taskType: isNotification ? NOTIFICATION : TWO_PARTY,
		called: `4477009${String(i % 100_000).padStart(5, '0')}`,
		callerPresent: world.tenant.accessCodes[0].accessCode,
		...(isNotification ? {} : agentSide),
		state: 3,
		reasonCode: isNotification ? notification.playedToTheEnd : twoParty.calledHungUp,
		startTime: alertingTime - 3 * SECOND,
		alertingTime,
		talkingTime,
		releaseTime,
	});
}

async function post(url: string, agent: http.Agent, push: Written): Promise<{ status: string; accepted: boolean }> {
	return await new Promise((resolve) => {
		const failed = (): void => resolve({ status: 'error', accepted: false });
		const request = (url.startsWith('https:') ? https : http).request(
			url,
			{
				method: 'POST',
				agent,
				timeout: PATIENCE_MS,
				headers: { 'content-type': push.contentType, 'content-length': Buffer.byteLength(push.text) },
			},
			(response) => {
				const chunks: Buffer[] = [];
				response.on('data', (chunk: Buffer) => chunks.push(chunk));
				response.on('error', failed);
				response.on('end', () => {
					const ok = response.statusCode === 200 && isSuccess(Buffer.concat(chunks).toString('utf8'));
					resolve({ status: String(response.statusCode), accepted: ok });
				});
			},
		);
		request.on('timeout', () => request.destroy(new Error('timeout')));
		request.on('error', failed);
		request.end(push.text);
	});
}

function isSuccess(text: string): boolean {
	try {
		return (JSON.parse(text) as { retCode?: unknown } | null)?.retCode === '0';
	} catch {
		return false;
	}
}
