/** Files that lie beside CEC: fetched whole or not at all, bit by bit, and by whoever has the address. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { BinaryDataService } from 'n8n-core';
import type { IBinaryData, IDataObject, INodeExecutionData, NodeApiError } from 'n8n-workflow';

import { realClock } from '../../../cec/transport/clock';
import { HuaweiCecCall } from '../../../nodes/HuaweiCecCall/HuaweiCecCall.node';
import type { Fault } from '../../../simulator';
import { AGENT_PHONE, Bench, item } from '../../support/bench';
import { mostHeldBy } from '../../support/memory';
import { execute, type Credentials } from '../../support/n8n';

const node = new HuaweiCecCall();
const MB = 1024 * 1024;

let bench: Bench;
let folder: string;

/** n8n keeps files on disk here, as it does by default, instead of inside the items. */
beforeAll(async () => {
	bench = await Bench.start();
	folder = await mkdtemp(join(tmpdir(), 'recordings-'));
	type Needs = ConstructorParameters<typeof BinaryDataService>;
	const config = { mode: 'filesystem', localStoragePath: folder } as Needs[0];
	const onDisk = new BinaryDataService(config, { error: jest.fn() } as unknown as Needs[1], {} as Needs[2]);
	await onDisk.init();
	const { store } = BinaryDataService.prototype;
	jest.spyOn(BinaryDataService.prototype, 'store').mockImplementation(
		async (...args) => await store.apply(onDisk, args),
	);
});
afterAll(async () => {
	jest.restoreAllMocks();
	await bench.close();
	await rm(folder, { recursive: true });
});
beforeEach(() => {
	bench.reset();
	bench.moveClock();
	jest.mocked(realClock.sleep).mockClear();
});

const DOWNLOAD = { resource: 'recording', operation: 'download', callSerialNo: '={{ $json.callSerialNo }}' };

interface More {
	credentials?: Credentials;
	continueOnFail?: boolean;
}

const run = async (calls: Array<{ callSerialNo: string }>, more: More = {}): Promise<INodeExecutionData[]> =>
	await execute({
		node,
		credentials: bench.credentials,
		parameters: DOWNLOAD as IDataObject,
		items: calls.map(({ callSerialNo }) => item({ callSerialNo })),
		...more,
	});

const failure = async (...args: Parameters<typeof run>): Promise<NodeApiError> =>
	await run(...args).then(
		() => {
			throw new Error('It went through');
		},
		(error: NodeApiError) => error,
	);

const fault = (one: Fault) => bench.sim.control.addFault(one);
const fetched = () => bench.requests.filter(({ path }) => path.startsWith('/obs/'));
const asked = () => bench.requests.filter(({ section }) => section === '6.2.5');
const host = () => `127.0.0.1:${bench.sim.port}`;
/** The address that CEC names is another one than that of the simulated storage. */
const elsewhere = (url: unknown, times = 1) =>
	fault({ kind: 'body', body: { retCode: '0', result: { url } }, match: { path: 'getRecordingAddress', times } });

const placeOf = ({ id = '' }: IBinaryData) => join(folder, id.split(':')[1]);

async function digest(stream: Readable): Promise<string> {
	const hash = createHash('sha256');
	for await (const chunk of stream) hash.update(chunk as Buffer);
	return hash.digest('hex');
}

/** What the storage has behind the address that was given out last. */
async function original(): Promise<string> {
	const { response } = asked().at(-1) as unknown as { response: { result: { url: string } } };
	const { body } = await fetch(response.result.url);
	return await digest(Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]));
}

/** All files of n8n's store, but those that describe the others. */
async function storedFiles(): Promise<string[]> {
	const names = await readdir(folder, { recursive: true, withFileTypes: true });
	return names.filter((one) => one.isFile() && !one.name.endsWith('.metadata')).map(({ name }) => name);
}

test('a recording is stored byte for byte', async () => {
	const call = await bench.phoneCall();
	const [{ json, binary }] = await run([call]);
	const data = binary?.data as IBinaryData;
	expect(json).toEqual({
		callSerialNo: call.callSerialNo,
		fileName: `${call.callSerialNo}.wav`,
		mimeType: 'audio/wav',
		fileSize: data.fileSize,
	});
	expect(data).toMatchObject({ fileName: `${call.callSerialNo}.wav`, fileExtension: 'wav', mimeType: 'audio/wav' });
	expect(await digest(createReadStream(placeOf(data)))).toBe(await original());
});

test('many are kept apart, each with its item', async () => {
	const calls = [];
	for (let index = 0; index < 10; index += 1) calls.push(await bench.phoneCall());
	const items = await run(calls);
	expect(items.map(({ json }) => json.callSerialNo)).toEqual(calls.map(({ callSerialNo }) => callSerialNo));
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual(calls.map((_, index) => ({ item: index })));
	const contents = items.map(
		async ({ binary }) => await digest(createReadStream(placeOf(binary?.data as IBinaryData))),
	);
	expect(new Set(await Promise.all(contents)).size).toBe(10);
});

test('a large one flows to the disk: memory does not grow with it', async () => {
	const bytes = 400 * MB;
	bench.sim.control.setRecordings({ bytes });
	const call = await bench.phoneCall();
	const { result: [{ binary }], most } = await mostHeldBy(bytes / 4, async () => await run([call]));
	expect((await stat(placeOf(binary?.data as IBinaryData))).size).toBe(bytes);
	expect(most).toBeGreaterThan(0);
	expect(most).toBeLessThan(bytes / 4);
	expect(await digest(createReadStream(placeOf(binary?.data as IBinaryData)))).toBe(await original());
}, 60_000);

describe('a file that breaks off in the middle', () => {
	test('is fetched again from the beginning', async () => {
		bench.sim.control.setRecordings({ bytes: 3 * MB });
		const call = await bench.phoneCall();
		const before = await storedFiles();
		fault({ kind: 'truncate', match: { path: '/obs/', times: 2 } });
		const [{ binary }] = await run([call]);
		expect(fetched()).toHaveLength(3);
		expect(asked()).toHaveLength(1);
		expect(binary?.data.bytes).toBe(3 * MB);
		expect(await digest(createReadStream(placeOf(binary?.data as IBinaryData)))).toBe(await original());
		expect(await storedFiles()).toHaveLength(before.length + 1);
	});

	test('is never stored short, however often it does', async () => {
		bench.sim.control.setRecordings({ bytes: 3 * MB });
		const call = await bench.phoneCall();
		const before = await storedFiles();
		fault({ kind: 'truncate', match: { path: '/obs/', times: 99 } });
		const { message } = await failure([call]);
		expect(message).toMatch(new RegExp(`^The file could not be fetched from ${host()}: `));
		expect(message).toMatch(/the connection to the storage broke off$/);
		expect(fetched()).toHaveLength(5);
		expect(await storedFiles()).toEqual(before);
	});

	test('does not keep others out', async () => {
		const calls = [await bench.phoneCall(), await bench.phoneCall(), await bench.phoneCall()];
		fault({ kind: 'truncate', match: { path: `/obs/${calls[1].callSerialNo}`, times: 99 } });
		const items = await run(calls, { continueOnFail: true });
		expect(items.map(({ json }) => json.error !== undefined)).toEqual([false, true, false]);
		expect(items.map(({ binary }) => binary?.data !== undefined)).toEqual([true, false, true]);
		expect(items[1].json).toMatchObject({ error: expect.stringContaining(host()) });
	});
});

describe('a storage that gives nothing', () => {
	test.each([
		[403, /^The storage at HOST refused the file \(HTTP 403\)$/, /may have expired/],
		[404, /^The storage at HOST did not give the file \(HTTP 404\)$/, /deleted there/],
		[400, /^The storage at HOST did not give the file \(HTTP 400\)$/, /Try again later/],
	])('HTTP %i', async (status, message, advice) => {
		const call = await bench.phoneCall();
		const before = await storedFiles();
		fault({ kind: 'status', status, body: '<Error/>', match: { path: '/obs/' } });
		const error = await failure([call]);
		expect(error.message.replace(host(), 'HOST')).toMatch(message);
		expect(error.description).toMatch(advice);
		expect(error.message).not.toContain('not known');
		expect(fetched()).toHaveLength(1);
		expect(await storedFiles()).toEqual(before);
	});

	test.each<Fault>([
		{ kind: 'status', status: 503, match: { path: '/obs/', times: 2 } },
		{ kind: 'throttle', match: { path: '/obs/', times: 2 } },
		{ kind: 'resetBefore', match: { path: '/obs/', times: 2 } },
	])('for a moment only is asked again ($kind)', async (one) => {
		const call = await bench.phoneCall();
		fault(one);
		const [{ binary }] = await run([call]);
		expect(binary?.data.fileName).toBe(`${call.callSerialNo}.wav`);
		expect(fetched()).toHaveLength(3);
		expect(realClock.sleep).toHaveBeenCalledTimes(2);
	});

	test('a link that has expired', async () => {
		const call = await bench.phoneCall();
		const link = await execute({
			node,
			credentials: bench.credentials,
			parameters: { ...DOWNLOAD, operation: 'getAddress', callSerialNo: call.callSerialNo } as IDataObject,
		});
		await bench.sim.clock.advance(5 * 3600_000);
		elsewhere(link[0].json.url);
		expect((await failure([call])).message).toBe(`The storage at ${host()} refused the file (HTTP 403)`);
	});

	test.each([
		[
			'http://127.0.0.1:1/a.wav',
			/^The file could not be fetched from 127\.0\.0\.1:1: nothing answers at the address of the storage$/,
		],
		[
			'https://storage.invalid/a',
			/^The file could not be fetched from storage\.invalid: the host of the storage was not found$/,
		],
		['no address', /^The file could not be fetched from no address: /],
	])('at %s', async (url, message) => {
		elsewhere(url);
		const error = await failure([{ callSerialNo: '1' }]);
		expect(error.message).toMatch(message);
		expect(error.description).toMatch(/Files come from a host of their own, which n8n must be able to reach too\./);
		expect(asked()).toHaveLength(1);
	});

	test.each([[undefined], [''], [null], [7]])('no address at all (%p)', async (url) => {
		elsewhere(url);
		const error = await failure([{ callSerialNo: '1' }]);
		expect(error.message).toBe('CEC gave no address for the file');
		expect(error.description).toMatch(/try again later/);
	});
});

describe('a storage of its own', () => {
	let server: Server;
	const received: IncomingMessage[] = [];

	beforeAll(async () => {
		server = createServer((request, response) => {
			received.push(request);
			const type = request.url?.startsWith('/typed') ? { 'content-type': 'audio/mpeg; charset=x' } : {};
			response.writeHead(200, { ...type });
			response.end('hello');
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	});
	afterAll(async () => await new Promise((resolve) => server.close(resolve)));
	beforeEach(() => void received.splice(0));

	const address = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;

	test('gets the address as it stands, and nothing of the credential', async () => {
		const path = '/a%2Fb/c%20d.wav?Signature=a%2Bb%3D&x=1%2f2';
		elsewhere(address(path));
		await run([{ callSerialNo: '1' }]);
		expect(received).toHaveLength(1);
		expect(received[0].url).toBe(path);
		expect(received[0].method).toBe('GET');
		const { authorization, cookie, guid, ...others } = received[0].headers;
		expect([authorization, cookie, guid]).toEqual([undefined, undefined, undefined]);
		expect(JSON.stringify(others)).not.toMatch(/Bearer|demo-app/);
	});

	test('names the type of the file; of none the name tells', async () => {
		elsewhere(address('/typed'));
		elsewhere(address('/plain'));
		const typeOf = async () => (await run([{ callSerialNo: '1' }]))[0].binary?.data.mimeType;
		expect(await typeOf()).toBe('audio/mpeg');
		expect(await typeOf()).toMatch(/^audio\/(x-)?wav$/);
	});
});

describe('a storage behind TLS', () => {
	let secure: Bench;

	beforeAll(async () => void (secure = await Bench.start({ tls: true })));
	afterAll(async () => await secure.close());
	beforeEach(() => secure.reset());

	const trusting = (trust: object): Credentials => ({
		huaweiCecAppApi: { ...bench.credentials.huaweiCecAppApi, ...trust },
	});
	const onSecure = async (parameters: IDataObject) =>
		(await execute({ node, credentials: secure.credentials, parameters }))[0].json;
	const link = async () => {
		const call = { caller: AGENT_PHONE, called: '447700900101' };
		const { callSerialNo } = await onSecure({ resource: 'twoPartyCall', operation: 'create', ...call });
		await secure.sim.clock.advance(180_000);
		return (await onSecure({ resource: 'recording', operation: 'getAddress', callSerialNo })).url;
	};

	test.each([
		['the authority that the credential names', () => ({ ca: secure.sim.certificate })],
		['any certificate, when that is wanted', () => ({ ignoreSslIssues: true })],
	])('is trusted: %s', async (_name, trust) => {
		elsewhere(await link());
		const [{ binary }] = await run([{ callSerialNo: '1' }], { credentials: trusting(trust()) });
		expect(binary?.data.mimeType).toBe('audio/wav');
	});

	test('is not trusted otherwise, which is said of the storage', async () => {
		elsewhere(await link());
		const { message, description } = await failure([{ callSerialNo: '1' }]);
		expect(message).toMatch(
			new RegExp(
				`^The file could not be fetched from 127.0.0.1:${secure.sim.port}: the certificate of the storage is not trusted`,
			),
		);
		expect(description).toMatch(/Put the CA certificate/);
		expect(realClock.sleep).not.toHaveBeenCalled();
	});
});
