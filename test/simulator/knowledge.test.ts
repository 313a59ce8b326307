import { inflateSync } from 'node:zlib';
import { type Simulator, tenant } from '../../simulator';
import { type Answer, hours, sign, simulator, START, token } from './harness';

const JSON_TYPE = 'application/json;charset=UTF-8';
const DAY = 86_400_000;

type Ask = (path: string, body: unknown, headers?: Record<string, string>) => Promise<Answer>;

async function send(sim: Simulator, path: string, body: unknown, headers: Record<string, string>): Promise<Answer> {
	const response = await fetch(`${sim.url}${path}`, {
		method: 'POST',
		headers: { 'content-type': JSON_TYPE, ...headers },
		body: typeof body === 'string' ? body : JSON.stringify(body),
	});
	const text = await response.text();
	const isText = response.headers.get('content-type')?.startsWith('text/plain');
	return { status: response.status, text, body: isText ? undefined : JSON.parse(text) };
}

const siaToken = async (sim: Simulator, changes: object = {}, headers: Record<string, string> = {}) =>
	await send(sim, '/rest/sia/v1/tokens/jwt/sia', { ...tenant.sia, ...changes }, headers);

/** The three ways in, each with the path, headers and fields that belong to it. */
const waysIn: Record<string, (sim: Simulator) => Promise<Ask>> = {
	sia: async (sim) => {
		const { token: given } = (await siaToken(sim)).body;
		return async (path, body, headers) =>
			await send(sim, `/rest/ccikbs/v1/${path}`, body, {
				'x-access-token': given,
				'x-tenantspaceid': tenant.tenantId,
				...headers,
			});
	},
	signature: async (sim) => async (path, body, headers) => {
		const target = `/rest/ccikbs/v1/${path}ByAKSK`;
		const text = JSON.stringify({ ccId: 1, vdn: 1, ...(body as object) });
		return await send(sim, target, text, { authorization: sign(sim, 'POST', target, text), ...headers });
	},
	token: async (sim) => {
		const { AccessToken } = (await token(sim)).body;
		return async (path, body, headers) =>
			await send(sim, `/apiaccess/ccikbs/v1/${path}`, body, {
				authorization: `Bearer ${AccessToken}`,
				'x-app-key': tenant.appKey,
				...headers,
			});
	},
};

const SEARCH = 'columnkngapi/advancedSearch';
const COLUMNS = 'columnkngapi/queryColumnsBySuperCode';
const DETAIL = 'columnkngapi/queryKngDetail';
const DOWNLOAD = 'knowledge/download';

const search = { keyword: 'tariff', offset: 0, limit: 10 };

describe('knowledge base', () => {
	let sim: Simulator;
	let ask: Ask;
	beforeEach(async () => {
		sim = await simulator();
		ask = await waysIn.sia(sim);
	});
	afterEach(async () => await sim.close());

	const found = async (changes: object = {}) => (await ask(SEARCH, { ...search, ...changes })).body.data;
	const idOf = async (keyword: string): Promise<string> => (await found({ keyword })).results[0].coluKngId;
	const detail = async (keyword: string, changes: object = {}) =>
		(await ask(DETAIL, { coluKngId: await idOf(keyword), openType: '1', ...changes })).body;

	describe('ways in', () => {
		it.each(Object.keys(waysIn))('lets %s in to all four interfaces', async (way) => {
			ask = await waysIn[way](sim);
			const { kngFiles, coluKngId } = (await detail('red light')).data;
			const answers = [
				await ask(COLUMNS, { beyondColuId: '0' }),
				await ask(SEARCH, search),
				await ask(DOWNLOAD, { kngId: coluKngId, fileKey: kngFiles[0].adjKey }),
			];
			expect(answers.map(({ body }) => body.returnCode)).toEqual(['0', '0', '0']);
		});

		it('gives a SIA token for an hour of the simulated clock', async () => {
			const { body } = await siaToken(sim);
			expect(body).toEqual({ token: expect.stringMatching(/.{20,}/), expiredAt: '2026-03-02T09:00:00.000+0000' });
			await sim.clock.advance(hours(1) - 1);
			expect((await ask(SEARCH, search)).status).toBe(200);
			await sim.clock.advance(1);
			expect((await ask(SEARCH, search)).status).toBe(401);
		});

		it('refuses other SIA passwords and services, and malformed requests for a token', async () => {
			expect((await siaToken(sim, { jwt: 'other' })).status).toBe(401);
			expect((await siaToken(sim, { domain: 'other' })).status).toBe(401);
			expect((await siaToken(sim, { domain: undefined })).status).toBe(400);
			expect((await siaToken(sim, { more: 1 })).status).toBe(400);
			expect((await siaToken(sim, {}, { 'content-type': 'text/plain' })).status).toBe(400);
		});

		it.each([
			['sia', { 'x-access-token': 'other' }],
			['sia', { 'x-tenantspaceid': 'other' }],
			['signature', { authorization: 'auth-v2/a/b/host/c' }],
			['token', { authorization: 'Bearer other' }],
			['token', { 'x-app-key': 'other' }],
		])('answers 401 to %s with %j', async (way, headers) => {
			ask = await waysIn[way](sim);
			expect((await ask(SEARCH, search, headers as Record<string, string>)).status).toBe(401);
		});

		it('wants an x-app-key with the token of 4.2, and the tenant with the one of SIA', async () => {
			const { AccessToken } = (await token(sim)).body;
			const authorization = `Bearer ${AccessToken}`;
			expect((await send(sim, `/apiaccess/ccikbs/v1/${SEARCH}`, search, { authorization })).status).toBe(401);
			const { token: given } = (await siaToken(sim)).body;
			expect((await send(sim, `/rest/ccikbs/v1/${SEARCH}`, search, { 'x-access-token': given })).status).toBe(
				401,
			);
		});

		it.each([{ ccId: null }, { vdn: null }, { ccId: 2 }, { vdn: '1' }])(
			'wants to know whose knowledge base a signature means: %j',
			async (changes) => {
				ask = await waysIn.signature(sim);
				expect((await ask(SEARCH, { ...search, ...changes })).body.returnCode).toBe('1');
			},
		);

		it('forgets all tokens when the control says so', async () => {
			sim.control.expireTokens();
			expect((await ask(SEARCH, search)).status).toBe(401);
		});

		it('keeps tokens out of the log', async () => {
			await ask(SEARCH, search);
			const log = JSON.stringify(sim.control.requests());
			expect(log).not.toContain(tenant.sia.jwt);
			expect(log).toContain('"x-access-token":"***"');
		});
	});

	describe('columns (9.2.2)', () => {
		const columns = async (beyondColuId: string) => (await ask(COLUMNS, { beyondColuId })).body.datas;

		it('walks down the tree from "0"', async () => {
			const [tariffs, ...others] = await columns('0');
			expect(others.map(({ coluKngName }: any) => coluKngName)).toEqual(['Faults', 'Area codes', 'Archive']);
			expect(tariffs).toEqual({
				coluKngName: 'Tariffs',
				code: '001',
				coluType: 1,
				coluKngType: 1,
				superCode: '-1',
				id: expect.stringMatching(/^.{20}$/),
				beyondColuId: '0',
				beyondColuPath: '/',
				coluKngId: expect.stringMatching(/^\d{19}$/),
			});
			const below = await columns(tariffs.coluKngId);
			expect(below).toMatchObject([
				{ coluKngName: 'Mobile', code: '001001', superCode: '001', beyondColuPath: '/Tariffs' },
				{ coluKngName: 'Landline', code: '001002', beyondColuId: tariffs.coluKngId },
			]);
			expect(await columns(below[0].coluKngId)).toEqual([]);
		});

		it.each([{}, { beyondColuId: 0 }, { beyondCoulid: '0' }, { beyondColuId: '0', limit: 1 }])(
			'refuses %j',
			async (body) => expect((await ask(COLUMNS, body)).body.returnCode).toBe('1'),
		);
	});

	describe('search (9.2.3)', () => {
		it('finds in titles, text and keywords, and marks what it found in titles', async () => {
			const { total, results } = await found({ keyword: 'EXAMPLE MOBILE' });
			expect(total).toBe(2);
			expect(results[0]).toMatchObject({
				coluKngName: 'Tariff <font color = red>Example Mobile</font color = red> S',
				contentInfo: 'Example Mobile S 5 GB and free calls for 9.90 a month & no contract.',
				beyondColuPath: '/Tariffs/Mobile',
				modifyTime: '20260225080000',
				createTime: '2026-01-01 08:00:00',
				adjs: null,
				coluKngType: 2,
			});
			expect((await found({ keyword: 'prepaid' })).total).toBe(1);
			expect((await found({ keyword: 'ten seconds' })).total).toBe(1);
			expect(await found({ keyword: 'no such word' })).toEqual({ total: 0, results: [] });
		});

		it('filters by type, column and time of the last change', async () => {
			expect((await found({ coluKngType: '3' })).results).toMatchObject([{ coluKngType: 3 }]);
			expect((await found({ coluKngType: '1' })).results).toMatchObject([{ code: '001' }]);
			expect((await found({ code: '001001' })).total).toBe(3);
			expect((await found({ code: '002' })).total).toBe(0);
			const now = START.getTime();
			const lately = await found({ startTime: now - 6 * DAY, endTime: now });
			expect(lately.results).toMatchObject([{ coluKngName: expect.stringContaining('Mobile S') }]);
		});

		it('gives pages, of a hundred at most to those who come with the token of 4.2', async () => {
			const codes = { keyword: 'area code of', limit: 1000 };
			const first = await found(codes);
			expect([first.total, first.results.length]).toEqual([120, 120]);
			const last = await found({ ...codes, offset: 118, limit: 50 });
			expect(last.results.map(({ coluKngId }: any) => coluKngId)).toEqual(
				first.results.slice(118).map(({ coluKngId }: any) => coluKngId),
			);
			ask = await waysIn.token(sim);
			expect((await found(codes)).results).toHaveLength(100);
		});

		it.each([
			{ keyword: null },
			{ keyword: '' },
			{ offset: null },
			{ limit: '10' },
			{ limit: 0 },
			{ offset: -1 },
			{ coluKngType: 2 },
			{ coluKngType: '4' },
			{ startTime: '2026-01-01 00:00:00' },
			{ page: 1 },
		])('refuses %j', async (changes) => {
			const { status, body } = await ask(SEARCH, { ...search, ...changes });
			expect({ status, code: body.returnCode, data: body.data }).toEqual({ status: 200, code: '1' });
			expect(body.description).not.toBe('');
		});

		it('refuses what is not said to be JSON, and what is none', async () => {
			expect((await ask(SEARCH, search, { 'content-type': 'text/plain' })).body.returnCode).toBe('1');
			expect((await ask(SEARCH, '{')).body.returnCode).toBe('1');
		});
	});

	describe('details (9.2.1)', () => {
		it('tells content, files, neighbours and related articles', async () => {
			const { returnCode, data } = await detail('mobile s');
			expect(returnCode).toBe('0');
			expect(data).toMatchObject({
				coluKngName: 'Tariff Example Mobile S',
				kngContent: expect.stringMatching(/^<h1>/),
				kngStatus: 3,
				serviceStatus: 2,
				creationTime: START.getTime() - 60 * DAY,
				modifyTime: START.getTime() - 5 * DAY,
				next: { coluKngName: 'Tariff Example Mobile L', coluKngType: 2 },
				relaKngs: [
					{ coluKngName: 'Tariff Example Mobile L', serviceStatus: 3 },
					{ coluKngName: 'How do I change my tariff?', coluKngType: 3 },
				],
				kngFiles: [
					{ adjName: 'prices.pdf', adjType: 'pdf', adjClass: 2, kngId: data.coluKngId },
					{ adjName: 'speed.png', adjType: 'png', adjClass: 1, orderId: 2 },
				],
			});
			expect(data.pre).toBeUndefined();
		});

		it('counts who opened it', async () => {
			expect((await detail('mobile s')).data.clickNum).toBe(1);
			expect((await detail('mobile s')).data.clickNum).toBe(2);
			expect((await found({ keyword: 'mobile s' })).results[0].clickNum).toBe(2);
		});

		it('wants what belongs to the way an article was found', async () => {
			const sorted = { openType: '2', searchSortType: 'hit', searchWord: 'mobile' };
			expect((await detail('mobile s', sorted)).returnCode).toBe('0');
			expect((await detail('mobile s', { ...sorted, searchRank: '2' })).returnCode).toBe('0');
			expect((await detail('mobile s', { openType: '5', openKng: await idOf('mobile l') })).returnCode).toBe('0');
			for (const changes of [
				{ ...sorted, searchWord: undefined },
				{ ...sorted, searchSortType: undefined },
				{ ...sorted, searchSortType: 'date' },
				{ ...sorted, searchRank: 2 },
				{ openType: '5' },
				{ openType: '5', openKng: '1' },
				{ openType: '6' },
				{ openType: 1 },
				{ openType: undefined },
				{ coluKngId: '1' },
				{ id: '1' },
			]) {
				expect((await detail('mobile s', changes)).returnCode).toBe('1');
			}
		});
	});

	describe('attachments (9.2.4)', () => {
		const link = async (keyword: string, at = 0): Promise<string> => {
			const { coluKngId, kngFiles } = (await detail(keyword)).data;
			return (await ask(DOWNLOAD, { kngId: coluKngId, fileKey: kngFiles[at].adjKey })).body.url;
		};
		const bytes = async (url: string): Promise<Buffer> => Buffer.from(await (await fetch(url)).arrayBuffer());

		it('are real files of the size that was told', async () => {
			const [pdf, png] = [await bytes(await link('mobile s')), await bytes(await link('mobile s', 1))];
			const { kngFiles } = (await detail('mobile s')).data;
			expect([pdf.length, png.length]).toEqual(kngFiles.map(({ adjSize }: any) => adjSize));
			expect(pdf.toString('latin1')).toMatch(/^%PDF-1\.4\n[^]*%%EOF\n$/);
			const table = Number(/startxref\n(\d+)/.exec(pdf.toString('latin1'))?.[1]);
			expect(pdf.toString('latin1').slice(table, table + 4)).toBe('xref');
			expect(png.subarray(1, 4).toString()).toBe('PNG');
			const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
			const data = png.subarray(41, 41 + png.readUInt32BE(33));
			expect(inflateSync(data)).toHaveLength((width + 1) * height);
			expect((await bytes(await link('red light'))).toString()).toContain('Grüße');
		});

		it('come from a link that anybody may use until it expires', async () => {
			const url = await link('red light');
			expect((await fetch(url)).status).toBe(200);
			expect((await fetch(url.replace('Signature=', 'Signature=x'))).status).toBe(403);
			await sim.clock.advance(hours(4) + 1);
			expect((await fetch(url)).status).toBe(403);
		});

		it('are known by key and by id, of their own article only', async () => {
			const { coluKngId: kngId, kngFiles } = (await detail('red light')).data;
			const { adjId, adjKey: fileKey } = kngFiles[0];
			expect((await ask(DOWNLOAD, { kngId, fileKey: adjId })).body.returnCode).toBe('0');
			const other = await idOf('mobile s');
			for (const body of [
				{ kngId: other, fileKey },
				{ kngId },
				{ kngId: '1', fileKey },
				{ kngId, fileKey: 'x' },
			]) {
				expect((await ask(DOWNLOAD, body)).body).toMatchObject({ returnCode: '1' });
			}
		});
	});

	it('answers as the tables have it when the control says so', async () => {
		const { coluKngId: kngId, kngFiles } = (await detail('red light')).data;
		sim.control.setKnowledge({ shape: 'table' });
		const answer = await ask(DOWNLOAD, { kngId, fileKey: kngFiles[0].adjKey });
		expect(answer.body).toEqual({ resultCode: '0', description: 'success', data: { url: expect.any(String) } });
		expect((await ask(SEARCH, {})).body).toEqual({ resultCode: '1', description: expect.any(String) });
	});
});
