/** Files that CEC itself answers with: whole and bit by bit, told from its errors, with the session carried on. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { BinaryDataService } from 'n8n-core';
import type { IBinaryData, IDataObject, INodeExecutionData, NodeApiError } from 'n8n-workflow';

import { AgentSession } from '../../../cec/auth/agentSession';
import { realClock } from '../../../cec/transport/clock';
import { HuaweiCecSupervision } from '../../../nodes/HuaweiCecSupervision/HuaweiCecSupervision.node';
import { mostHeldBy } from '../../support/memory';
import { execute } from '../../support/n8n';

const node = new HuaweiCecSupervision();
const MB = 1024 * 1024;
const WAV = Buffer.concat([Buffer.from('RIFF\0\0\0\0WAVEfmt '), Buffer.alloc(100, 7)]);
const BYTES = { 'content-type': 'application/octet-stream;charset=utf-8' };
const JSON_TYPE = { 'content-type': 'application/json;charset=UTF-8' };

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server;
let folder: string;
let answers: Answer[] = [];
let received: IncomingMessage[] = [];
let agentId = 100;

beforeAll(async () => {
	// Who comes after the last answer gets it again.
	server = createServer((request, response) => {
		received.push(request);
		const answer = answers.length > 1 ? answers.shift() : answers[0];
		answer?.(request, response);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	folder = await mkdtemp(join(tmpdir(), 'downloads-'));
	type Needs = ConstructorParameters<typeof BinaryDataService>;
	const config = { mode: 'filesystem', localStoragePath: folder } as Needs[0];
	const onDisk = new BinaryDataService(config, { error: jest.fn() } as unknown as Needs[1], {} as Needs[2]);
	await onDisk.init();
	const { store } = BinaryDataService.prototype;
	jest.spyOn(BinaryDataService.prototype, 'store').mockImplementation(async (...args) => await store.apply(onDisk, args));
	jest.spyOn(realClock, 'sleep').mockResolvedValue(undefined);
});
afterAll(async () => {
	jest.restoreAllMocks();
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
	await rm(folder, { recursive: true });
});
beforeEach(() => {
	answers = [];
	received = [];
	// Another agent for each test, since the process remembers the newest session of each.
	agentId += 1;
	jest.mocked(realClock.sleep).mockClear();
});

const credential = () => ({
	baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
	agentId,
	password: 'agent-password',
	sessionToken: '',
	ca: '',
	ignoreSslIssues: false,
});

function sessionWith(guid: string, since = 1000): string {
	const session = AgentSession.none(credential());
	session.learn({ guid }, since);
	return session.seal() as string;
}

const guidOf = (sealed: unknown) => AgentSession.open(String(sealed), credential())?.guid;

const send =
	(content: Buffer | string, headers: Record<string, string> = BYTES, status = 200): Answer =>
	(_request, response) =>
		response.writeHead(status, headers).end(content);

const refusal = (retcode: string, headers = JSON_TYPE) => send(JSON.stringify({ retcode, message: 'said so', result: '' }), headers);

const DOWNLOAD = { resource: 'recording', operation: 'download', recordId: 'y:\\1\\0\\20260302\\101\\1524488.V3' };

async function run(parameters: { session?: unknown; [name: string]: unknown } = {}, items = 1): Promise<INodeExecutionData[]> {
	const session = parameters.session ?? sessionWith('guid-1');
	const given = { ...DOWNLOAD, ...parameters, session } as IDataObject;
	const input = Array.from({ length: items }, () => ({ json: {} }));
	return await execute({ node, credentials: { huaweiCecAgentApi: credential() }, parameters: given, items: input });
}

const failure = async (...args: Parameters<typeof run>): Promise<NodeApiError> =>
	await run(...args).then(
		() => {
			throw new Error('It went through');
		},
		(error: NodeApiError) => error,
	);

async function digest(chunks: Iterable<Buffer> | AsyncIterable<Buffer>): Promise<string> {
	const hash = createHash('sha256');
	for await (const chunk of chunks) hash.update(chunk);
	return hash.digest('hex');
}

const pathOf = ({ id = '' }: IBinaryData) => join(folder, id.split(':')[1]);
const stored = async ([{ binary }]: INodeExecutionData[], field = 'data') =>
	await digest(createReadStream(pathOf(binary?.[field] as IBinaryData)) as AsyncIterable<Buffer>);
const filesInStore = async () =>
	(await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) => one.isFile() && !one.name.endsWith('.metadata')).length;

describe('a file', () => {
	test('is asked for with the session, and stored byte for byte', async () => {
		answers = [send(WAV)];
		const items = await run();
		expect(received.map(({ method, url, headers }) => [method, url, headers.guid])).toEqual([
			['GET', `/agentgateway/resource/recordfile/${agentId}?recordId=y%3A%5C1%5C0%5C20260302%5C101%5C1524488.V3`, 'guid-1'],
		]);
		const { session, ...told } = items[0].json;
		expect(told).toEqual({
			recordId: DOWNLOAD.recordId,
			fileName: '1524488.V3',
			mimeType: 'audio/wav',
			fileSize: items[0].binary?.data.fileSize,
		});
		expect(guidOf(session)).toBe('guid-1');
		expect(items[0].pairedItem).toEqual({ item: 0 });
		expect(await stored(items)).toBe(await digest([WAV]));
	});

	test('goes into the field that the user names', async () => {
		answers = [send(WAV)];
		const items = await run({ outputBinaryField: 'audio' });
		expect(Object.keys(items[0].binary ?? {})).toEqual(['audio']);
		expect(await stored(items, 'audio')).toBe(await digest([WAV]));
	});

	test.each([1, 2, 15, 16, 17, 65536])('of %i bytes is whole', async (bytes) => {
		const content = Buffer.alloc(bytes, 'x');
		answers = [send(content)];
		const items = await run();
		expect(items[0].binary?.data.bytes).toBe(bytes);
		expect(await stored(items)).toBe(await digest([content]));
	});

	test('is whole when it comes byte by byte', async () => {
		answers = [
			(_request, response) => {
				response.writeHead(200, BYTES);
				void (async () => {
					for (const byte of WAV) {
						response.write(Buffer.from([byte]));
						await new Promise((resolve) => setImmediate(resolve));
					}
					response.end();
				})();
			},
		];
		expect(await stored(await run())).toBe(await digest([WAV]));
	});

	test('of any size flows to the disk: memory does not grow with it', async () => {
		const chunk = Buffer.alloc(MB, 'recording ');
		const size = 300;
		function* content() {
			for (let sent = 0; sent < size; sent += 1) yield chunk;
		}
		answers = [(_request, response) => Readable.from(content()).pipe(response.writeHead(200, BYTES))];
		const { result: items, most } = await mostHeldBy((size * MB) / 4, run);
		expect(items[0].binary?.data.bytes).toBe(size * MB);
		expect(most).toBeGreaterThan(0);
		expect(most).toBeLessThan((size * MB) / 4);
		expect(await stored(items)).toBe(await digest(content()));
	}, 60_000);

	test('holds back the next request of the same agent until all of it is there', async () => {
		let open = 0;
		let most = 0;
		answers = [
			(_request, response) => {
				most = Math.max(most, (open += 1));
				response.writeHead(200, BYTES);
				response.write(WAV);
				setTimeout(() => {
					open -= 1;
					response.end(WAV);
				}, 20);
			},
		];
		const items = await run({}, 4);
		expect(items.map(({ binary }) => binary?.data.bytes)).toEqual(Array.from({ length: 4 }, () => WAV.length * 2));
		expect(most).toBe(1);
	});
});

describe('the name and type of a file', () => {
	const told = async (content: Buffer, headers: object, parameters: IDataObject = {}) => {
		answers = [send(content, { ...BYTES, ...headers })];
		const [{ json, binary }] = await run(parameters);
		expect(json.fileName).toBe(binary?.data.fileName);
		return [json.fileName, binary?.data.mimeType];
	};
	const named = (disposition: string) => ({ 'content-disposition': disposition });

	test.each([
		['attachment; filename="call 1.wav"', 'call 1.wav'],
		['attachment; filename=call.wav; size=3', 'call.wav'],
		[`attachment; filename="x.wav"; filename*=UTF-8''%E5%BD%95%E9%9F%B3.wav`, '录音.wav'],
		['attachment; filename="Y:\\1\\0\\call.wav"', 'call.wav'],
		['attachment; filename="../../etc/call"', 'call.wav'],
		['attachment; filename=".."', '1524488.V3'],
		[`attachment; filename*=UTF-8''%E0%A4%A`, '1524488.V3'],
		['attachment', '1524488.V3'],
	])('come from the server: %s', async (disposition, name) => {
		expect(await told(WAV, named(disposition))).toEqual([name, 'audio/wav']);
	});

	test.each([
		['RIFF\0\0\0\0AVI LIST', 'avi', 'video/x-msvideo'],
		['\0\0\0\x18ftypmp42\0\0\0\0', 'mp4', 'video/mp4'],
		['ID3\x03\0\0\0\0\0\0\0\0', 'mp3', 'audio/mpeg'],
		['PK\x03\x04\0\0\0\0\0\0\0\0', 'zip', 'application/zip'],
		['V3 of the vendor, which nobody knows', 'bin', 'application/octet-stream'],
	])('come from the content, where nobody names them: %j', async (content, extension, type) => {
		const parameters = { operation: 'downloadByCall', callid: '1621413752-2011' };
		expect(await told(Buffer.from(content, 'latin1'), {}, parameters)).toEqual([`1621413752-2011.${extension}`, type]);
	});

	test('the type comes from the extension, where the content is not known', async () => {
		const parameters = { resource: 'video', recordId: 'Y:/90/0/1642329.MP4' };
		expect(await told(Buffer.from('something new'), {}, parameters)).toEqual(['1642329.MP4', 'video/mp4']);
	});

	test('a type that the server names counts', async () => {
		expect(await told(WAV, { 'content-type': 'audio/x-alaw; rate=8000' })).toEqual(['1524488.V3', 'audio/x-alaw']);
	});
});

describe('an error instead of the file', () => {
	test.each<[what: string, answer: Answer]>([
		['as JSON', refusal('104-005')],
		['as bytes', refusal('104-005', BYTES)],
		['as bytes, with room before it', send('\r\n { \n "message": "said so", "retcode": "104-005" }', BYTES)],
	])('is told in words: %s', async (_what, answer) => {
		answers = [answer];
		const before = await filesInStore();
		const { message, description } = await failure();
		expect(message).toBe('There is no such recording (code 104-005)');
		expect(description).toMatch(/^Check the path.*13\.1\.2\.1/);
		expect(received).toHaveLength(1);
		expect(await filesInStore()).toBe(before);
	});

	test('goes into the item when the node goes on', async () => {
		answers = [refusal('104-005'), send(WAV)];
		const input = [{ json: {} }, { json: {} }];
		const parameters = { ...DOWNLOAD, session: sessionWith('guid-1') } as IDataObject;
		const items = await execute({ node, credentials: { huaweiCecAgentApi: credential() }, parameters, items: input, continueOnFail: true });
		expect(items.map(({ json, binary }) => [json.error, binary?.data.bytes])).toEqual([
			['There is no such recording (code 104-005)', undefined],
			[undefined, WAV.length],
		]);
	});

	test.each<[what: string, answer: Answer]>([
		['success', refusal('0')],
		['nothing', send('')],
		['nothing, as JSON', send('', JSON_TYPE)],
	])('%s is none: CEC answered without a file', async (_what, answer) => {
		answers = [answer];
		const before = await filesInStore();
		expect((await failure()).message).toBe('CEC answered without a file');
		expect(received).toHaveLength(1);
		expect(await filesInStore()).toBe(before);
	});

	test('a page of whoever stands between is no file', async () => {
		answers = [send('<html><body>Please sign in</body></html>', { 'content-type': 'text/html' })];
		const { message, description } = await failure();
		expect(message).toBe('Something other than CEC answered');
		expect(description).toContain('Please sign in');
	});

	test.each([
		[404, /does not know this address/],
		[403, /does not let this server in/],
		[302, /redirect/],
	])('HTTP %i is no file', async (status, words) => {
		answers = [send('Sorry', { ...BYTES, location: 'http://127.0.0.1:9/' }, status)];
		const { message, description } = await failure();
		expect(message).toMatch(words);
		expect(description).toContain('Sorry');
		expect(received).toHaveLength(1);
	});
});

describe('the session', () => {
	test('takes the Guid of the answer over, for whoever comes next', async () => {
		answers = [send(WAV, { ...BYTES, 'set-guid': 'JSESSIONID=guid-2.AgentGateway1; Path=/' })];
		const [{ json }] = await run();
		expect(guidOf(json.session)).toBe('guid-2.AgentGateway1');
		await run({ session: json.session });
		expect(received.map(({ headers }) => headers.guid)).toEqual(['guid-1', 'guid-2.AgentGateway1']);
	});

	test('that CEC refuses is replaced by the newest that is known, and the request is repeated once', async () => {
		const old = sessionWith('guid-old', 1000);
		answers = [
			(request, response) => {
				// While this is on its way, a trigger of the same process learns the next Guid.
				if (request.headers.guid === 'guid-old') sessionWith('guid-new', 9000);
				(request.headers.guid === 'guid-new' ? send(WAV) : refusal('000-003', BYTES))(request, response);
			},
		];
		const [{ json, binary }] = await run({ session: old });
		expect(received.map(({ headers }) => headers.guid)).toEqual(['guid-old', 'guid-new']);
		expect(binary?.data.bytes).toBe(WAV.length);
		expect(guidOf(json.session)).toBe('guid-new');
	});

	test('that is gone for good is an error', async () => {
		answers = [refusal('100-006')];
		expect((await failure()).message).toBe('The agent is not signed in (code 100-006)');
		expect(received).toHaveLength(1);
	});
});

describe('what passes is tried again', () => {
	const breaksOff: Answer = (_request, response) => {
		response.writeHead(200, { ...BYTES, 'content-length': String(3 * MB) });
		response.write(Buffer.alloc(MB), () => response.destroy());
	};
	const stops: Answer = (_request, response) => {
		response.writeHead(200, { ...BYTES, 'content-length': String(3 * MB) });
		response.write(WAV);
	};
	const sendsNothing: Answer = (_request, response) => response.writeHead(200, BYTES).flushHeaders();
	const vanishes: Answer = (request) => request.socket.destroy();

	test.each<[what: string, answer: Answer]>([
		['HTTP 503', send('busy', BYTES, 503)],
		['a code that says nothing was done', refusal('999-002', BYTES)],
		['no answer', vanishes],
		['a file that breaks off', breaksOff],
		['a file that stops coming', stops],
		['a file that never begins', sendsNothing],
	])('%s', async (_what, answer) => {
		answers = [answer, answer, send(WAV)];
		const before = await filesInStore();
		const items = await run({ options: { timeout: 0.2 } });
		expect(received).toHaveLength(3);
		expect(realClock.sleep).toHaveBeenCalledTimes(2);
		expect(await stored(items)).toBe(await digest([WAV]));
		expect(await filesInStore()).toBe(before + 1);
	});

	test('not for ever, and nothing is stored short', async () => {
		answers = [breaksOff];
		const before = await filesInStore();
		expect((await failure()).message).toBe('The connection to CEC broke off');
		expect(received).toHaveLength(5);
		expect(await filesInStore()).toBe(before);
	});

	test('a file that stops coming is told so', async () => {
		answers = [stops];
		expect((await failure({ options: { timeout: 0.1 } })).message).toBe('CEC did not answer in time');
	});
});

test('there is no Simplify, since there is nothing around the file', () => {
	const simplify = node.description.properties.filter(({ name }) => name === 'simplify');
	const shown = simplify.flatMap(({ displayOptions }) => displayOptions?.show?.operation ?? []);
	expect(shown).toEqual(expect.arrayContaining(['start', 'stop']));
	expect(shown).not.toEqual(expect.arrayContaining(['download']));
	expect(shown).not.toEqual(expect.arrayContaining(['downloadByCall']));
});
