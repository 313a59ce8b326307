import { createHmac } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Simulator, type SimulatorOptions, startSimulator, tenant } from '../../simulator';

/** A monday, early in the morning. */
export const START = new Date('2026-03-02T08:00:00.000Z');

export async function simulator(options: SimulatorOptions = {}): Promise<Simulator> {
	return await startSimulator({ speed: 0, start: START, zone: 'UTC', ...options });
}

export interface Answer {
	status: number;
	text: string;
	body: any;
}

async function send(url: string, init: RequestInit): Promise<Answer> {
	const response = await fetch(url, init);
	const text = await response.text();
	let body: unknown;
	try {
		body = JSON.parse(text);
	} catch {
		body = undefined;
	}
	return { status: response.status, text, body };
}

const JSON_TYPE = 'application/json; charset=UTF-8';

export async function token(sim: Simulator, keys: object = {}, headers: Record<string, string> = {}): Promise<Answer> {
	const body = { app_key: tenant.appKey, app_secret: tenant.appSecret, ...keys };
	return await send(`${sim.url}/apigovernance/api/oauth/tokenByAkSk`, {
		method: 'POST',
		headers: { 'content-type': JSON_TYPE, ...headers },
		body: JSON.stringify(body),
	});
}

export type Request = (path: string, body?: unknown, method?: string) => Promise<Answer>;

/** Requests to cc-management. */
export async function management(sim: Simulator, headers: Record<string, string> = {}): Promise<Request> {
	const { AccessToken } = (await token(sim)).body;
	return async (path, body, method = 'POST') =>
		await send(`${sim.url}${path}`, {
			method,
			headers: { 'content-type': JSON_TYPE, authorization: `Bearer ${AccessToken}`, ...headers },
			body: body === undefined ? undefined : JSON.stringify(body),
		});
}

const hmac = (key: string, text: string): string => createHmac('sha256', key).update(text).digest('hex');

/** encodeURIComponent leaves five characters alone that the reference encodes. */
const encoded = (text: string): string =>
	encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

export interface Signing {
	accessKey?: string;
	secretKey?: string;
	timestamp?: string;
	headers?: Record<string, string>;
	/** Body to sign instead of the one that is sent. */
	signedBody?: string;
	signedHeaders?: string[];
}

/** A signature assembled by hand, so that the server's is not checked against itself. */
export function sign(sim: Simulator, method: string, path: string, body: string, signing: Signing = {}): string {
	const headers: Record<string, string> = { host: `127.0.0.1:${sim.port}`, ...signing.headers };
	const names = (signing.signedHeaders ?? Object.keys(headers)).sort();
	const prefix = [
		'auth-v2',
		signing.accessKey ?? tenant.accessKey,
		signing.timestamp ?? new Date().toISOString(),
		names.join(';'),
	].join('/');
	const [uri, query] = path.split('?');
	const lines = [method, uri];
	if (query) {
		const pairs = [...new URLSearchParams(query)].map(([k, v]) => `${encoded(k)}=${encoded(v)}`);
		lines.push(pairs.sort().join('&'));
	}
	lines.push(names.join(';'));
	lines.push(...names.map((name) => `${encoded(name)}:${encoded(headers[name] ?? '')}`));
	lines.push(encoded(signing.signedBody ?? body));
	return `${prefix}/${hmac(hmac(signing.secretKey ?? tenant.secretKey, prefix), lines.join('\n'))}`;
}

/** Signed requests. */
export function signed(sim: Simulator, signing: Signing = {}): Request {
	return async (target, body, method = body === undefined ? 'GET' : 'POST') => {
		const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
		return await send(`${sim.url}${target}`, {
			method,
			headers: {
				'content-type': JSON_TYPE,
				authorization: sign(sim, method, target, text, signing),
				...signing.headers,
			},
			body: text === '' ? undefined : text,
		});
	};
}

/** Requests to iSales; paths continue after the VDN. */
export function sales(sim: Simulator, signing: Signing = {}): Request {
	const request = signed(sim, signing);
	return async (path, body, method) => {
		const version = path.startsWith('v2:') ? 'v2' : 'v1';
		return await request(`/rest/isales/${version}/openapi/campaigns/${tenant.vdnId}${path.replace(/^v2:/, '')}`, body, method);
	};
}

/** A receiver of callbacks that answers as it is told. */
export async function receiver(answer: () => { status: number; body?: unknown } = () => ({ status: 200 })) {
	const received: any[] = [];
	/** The same as it came over the wire. */
	const raw: Array<{ headers: http.IncomingHttpHeaders; text: string; port?: number }> = [];
	const server = http.createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const text = Buffer.concat(chunks).toString();
			raw.push({ headers: request.headers, text, port: request.socket.remotePort });
			if (request.headers['content-type']?.startsWith('application/json')) received.push(JSON.parse(text));
			const { status, body } = answer();
			response.writeHead(status, { 'content-type': 'application/json' });
			response.end(JSON.stringify(body ?? { retCode: '0', retMsg: 'success' }));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	// A test that fails before it closes this must not keep the whole run waiting.
	server.unref();
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/results`,
		received,
		raw,
		close: async () =>
			await new Promise<void>((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

/** A campaign of 7.1.2 that answers with a flow, all day, and calls once. */
export const ivrCampaign = (changes: object = {}): object => ({
	name: 'Reminder',
	strBeginTime: '2026-03-02 00:00:00',
	strEndTime: '2026-03-20 23:59:59',
	deviceType: 3,
	callerNo: [{ accessCode: '15550102', priority: 1 }],
	maxAlertingTime: 20,
	scheduleParam: { workdayBeginTime1: '00:00', workdayEndTime1: '23:59' },
	ivrParam: { deviceSign: '90502', callCount: 10, callInterval: 1 },
	retryPolicy: { policyType: 0, retryDay: 1, retryTimes: 1, callInterval: 60 },
	initStatus: 1,
	callBackUrl: 'http://127.0.0.1:1/results',
	...changes,
});

/** Creates it, adds these numbers, a request for each twenty, and starts it. */
export async function runningCampaign(
	sim: Simulator,
	called: Array<string | object>,
	changes: object = {},
): Promise<number> {
	const request = sales(sim);
	const created = await request('v2:', ivrCampaign(changes));
	const id: number = created.body.returnObject.id;
	for (let at = 0; at < called.length; at += 20) {
		await sim.clock.advance(1000);
		const callDataList = called
			.slice(at, at + 20)
			.map((one, i) =>
				typeof one === 'string'
					? { sessionId: `s${at + i}`, called: [{ calledNo: one }], customField: 'b1' }
					: one,
			);
		const added = await request(`v2:/calldata/${id}`, { callDataList });
		expect(added.body).toMatchObject({ resultCode: '0200000' });
	}
	const resumed = await request(`/${id}/resume`, undefined, 'PUT');
	expect(resumed.body).toMatchObject({ resultCode: '0200000' });
	return id;
}

export const minutes = (count: number): number => count * 60_000;
export const hours = (count: number): number => minutes(count * 60);
