import { spawn } from 'node:child_process';
import https from 'node:https';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Simulator } from '../../simulator';
import { management, type Request, sales, simulator, token } from './harness';

const SKILLS = '/apiaccess/rest/cc-management/v1/skill/querySkills';

describe('control', () => {
	let sim: Simulator;
	let request: Request;
	beforeEach(async () => {
		sim = await simulator();
		request = await management(sim);
	});
	afterEach(async () => await sim.close());

	const control = async (path: string, body?: unknown, method = body === undefined ? 'GET' : 'POST') => {
		const response = await fetch(`${sim.url}/__simulator${path}`, {
			method,
			headers: { 'content-type': 'application/json' },
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		return { status: response.status, body: (await response.json()) as any };
	};
	const createQueue = async () =>
		await request('/apiaccess/rest/cc-management/v1/skill/createSkill', {
			mediaTypeId: 53,
			description: 'x',
			name: 'fault',
			maxWaitTime: 1,
			maxWaitNum: 1,
			maxAgentWrapupTime: 1,
			skillParam: {
				noAgents: { transferType: 'Release' },
				busy: { transferType: 'Release' },
				timeOut: { transferType: 'Release' },
			},
		});
	const queues = async (): Promise<string[]> =>
		(await control('/state')).body.skillQueues.map((queue: { name: string }) => queue.name);

	it('answers with a status, headers and body instead of working', async () => {
		await control('/faults', {
			match: { path: 'createSkill' },
			kind: 'status',
			status: 503,
			body: { why: 'down' },
		});
		expect((await request(SKILLS, {})).status).toBe(200);
		expect(await createQueue()).toMatchObject({ status: 503, body: { why: 'down' } });
		expect(await queues()).not.toContain('fault');
		expect((await createQueue()).status).toBe(200);
		expect((await control('/faults')).body).toEqual([]);
	});

	it('throttles, with Retry-After', async () => {
		sim.control.addFault({
			match: { method: 'post', path: '/skill\\/query/', times: 2, skip: 1 },
			kind: 'throttle',
		});
		const statuses: number[] = [];
		for (let i = 0; i < 4; i++) statuses.push((await request(SKILLS, {})).status);
		expect(statuses).toEqual([200, 429, 429, 200]);
	});

	it('gives another body', async () => {
		sim.control.addFault({ kind: 'body', body: { returnCode: '7', description: 'no' } });
		expect((await request(SKILLS, {})).body.returnCode).toBe('7');
	});

	it('cuts the connection before or after the work', async () => {
		sim.control.addFault({ kind: 'resetBefore' });
		await expect(createQueue()).rejects.toThrow();
		expect(await queues()).not.toContain('fault');
		sim.control.addFault({ match: { path: 'createSkill' }, kind: 'resetAfter' });
		await expect(createQueue()).rejects.toThrow();
		expect(await queues()).toContain('fault');
	});

	it('cuts an answer short', async () => {
		sim.control.addFault({ kind: 'truncate' });
		await expect(request(SKILLS, {})).rejects.toThrow();
	});

	it('lets a request wait', async () => {
		sim.control.addFault({ kind: 'latency', ms: 60 });
		const began = performance.now();
		expect((await request(SKILLS, {})).status).toBe(200);
		expect(performance.now() - began).toBeGreaterThanOrEqual(50);
	});

	it('refuses connections for a while, then listens at the same port again', async () => {
		await control('/faults', { kind: 'refuse', ms: 150 });
		const deadline = performance.now() + 3000;
		let refused = false;
		let back = false;
		while (!back && performance.now() < deadline) {
			try {
				const { status } = await request(SKILLS, {});
				back = refused && status === 200;
			} catch (error) {
				refused ||= String((error as { cause?: unknown }).cause).includes('ECONNREFUSED');
			}
		}
		expect({ refused, back }).toEqual({ refused: true, back: true });
	});

	it('logs requests without their secrets, and counts connections and tokens', async () => {
		await control('/requests', undefined, 'DELETE');
		await token(sim);
		await request(SKILLS, { limit: '5' });
		await sales(sim)('/callNoType/query');
		const { body } = await control('/requests');
		expect(body.tokenRequests).toBe(1);
		expect(body.requests).toHaveLength(3);
		const [bought, asked, signed] = body.requests;
		expect(bought).toMatchObject({ section: '4.2', body: { app_secret: '***' }, response: { AccessToken: '***' } });
		expect(asked).toMatchObject({
			section: '5.2.4',
			body: { limit: '5' },
			status: 200,
			headers: { authorization: 'Bearer ***' },
			connection: expect.any(Number),
		});
		expect(signed).toMatchObject({ section: '7.4.5', headers: { authorization: 'auth-v2 ***' } });
	});

	it('refuses addresses that are not on the list', async () => {
		await control('/allowlist', { addresses: ['203.0.113.5'] });
		expect((await request(SKILLS, {})).status).toBe(403);
		expect((await token(sim)).status).toBe(403);
		await control('/allowlist', { addresses: ['127.0.0.1'] });
		expect((await request(SKILLS, {})).status).toBe(200);
	});

	it('moves and runs the clock, and starts anew', async () => {
		const before = (await control('/clock')).body;
		expect(before).toMatchObject({ now: '2026-03-02T08:00:00.000Z', speed: 0 });
		const moved = (await control('/clock', { advanceSeconds: 90 })).body;
		expect(moved.now).toBe('2026-03-02T08:01:30.000Z');
		expect((await control('/clock', { speed: 60 })).body.speed).toBe(60);
		await createQueue();
		await control('/reset', { seed: 2, speed: 0 });
		expect(await queues()).not.toContain('fault');
		expect((await control('/clock')).body.now).toBe('2026-03-02T08:00:00.000Z');
		expect((await request(SKILLS, {})).status).toBe(401);
	});

	it('says what is wrong with a control request', async () => {
		expect((await control('/faults', { kind: 'nonsense' })).status).toBe(400);
		expect((await control('/nothing')).status).toBe(404);
		expect((await control('/outcomes', { called: '1', outcome: [] })).status).toBe(400);
	});
});

describe('starting', () => {
	it('listens with a certificate of its own for 127.0.0.1 and localhost', async () => {
		const sim = await simulator({ tls: true });
		expect(sim.url).toMatch(/^https:/);
		const status = async (host: string) =>
			await new Promise<number | undefined>((resolve, reject) => {
				https
					.get(
						`https://${host}:${sim.port}/__simulator/clock`,
						{ ca: sim.certificate, family: 4, agent: false },
						(r) => {
							r.resume();
							r.on('end', () => resolve(r.statusCode));
						},
					)
					.on('error', reject);
			});
		expect(await status('127.0.0.1')).toBe(200);
		expect(await status('localhost')).toBe(200);
		await expect(
			new Promise((resolve, reject) => {
				https.get(`${sim.url}/__simulator/clock`, { agent: false }, resolve).on('error', reject);
			}),
		).rejects.toThrow(/self.signed/);
		await sim.close();
	});

	it('starts from the command line, and ends on SIGTERM', async () => {
		const child = spawn(process.execPath, ['--import', 'tsx', 'simulator/main.ts', '--port', '0', '--speed', '0'], {
			stdio: ['ignore', 'pipe', 'inherit'],
		});
		const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
		const { url, port } = JSON.parse(line) as { url: string; port: number };
		expect(url).toBe(`http://127.0.0.1:${port}`);
		expect((await fetch(`${url}/__simulator/clock`)).status).toBe(200);
		child.kill('SIGTERM');
		const [code] = (await once(child, 'exit')) as [number | null];
		expect(code).toBe(0);
	});
});
