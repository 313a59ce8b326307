import type { Simulator } from '../../simulator';
import { tenant } from '../../simulator';
import { type Ask, botDesk, CHAT, talk } from './bot-desk';
import { simulator } from './harness';

let sim: Simulator;
let ask: Ask;
beforeEach(async () => {
	sim = await simulator();
	ask = await botDesk(sim);
});
afterEach(async () => await sim.close());

const code = async (path: string, body: object): Promise<number> => Number((await ask(path, body)).body.errorCode);
const WRONG = 10000002;
const MISSING = 10000003;
const TAKEN = 10000004;

describe('domains (10.2)', () => {
	it('are all of them, or those of a language', async () => {
		expect((await ask('querydomaininfo', { language: '' })).body.domains).toHaveLength(2);
		expect((await ask('querydomaininfo', { language: 'zh_CN' })).body).toEqual({
			errorCode: 0,
			errorMsg: '',
			domains: [{ tenantId: tenant.tenantId, domainId: 10080, domainName: '电信服务', language: 'zh_CN' }],
		});
		expect(await code('querydomaininfo', { language: 'de_DE' })).toBe(WRONG);
	});
});

describe('flows (10.4)', () => {
	it('are those of IVR unless told otherwise', async () => {
		const { body } = await ask('queryflows');
		expect(body).toMatchObject({
			total: 1,
			flowList: [{ flowCode: 'flow_ivr_ivr', source: 'IVR', status: 'VALID' }],
		});
	});

	it('are found by name and code, page by page', async () => {
		const { body } = await ask('queryflows', { source: 'OIFDE', pageNum: 2, pageSize: 3 });
		expect([body.total, body.flowList.length]).toEqual([7, 3]);
		const named = await ask('queryflows', { source: 'OIFDE', flowName: 'watched' });
		expect(named.body.flowList).toMatchObject([{ workMode: 1 }]);
		const coded = await ask('queryflows', { source: 'OIFDE', flowCode: 'flow_oifde_hotline' });
		expect(coded.body.total).toBe(1);
		const { flowId } = coded.body.flowList[0];
		expect((await ask('queryflows', { source: 'OIFDE', flowId })).body.total).toBe(1);
	});
});

describe('bindings (10.3)', () => {
	const one = { dialogType: 3, flowCode: 'flow_oifde_telephone', source: 'OIFDE', description: 'Shop' };
	const pages = { pageNum: '1', pageSize: '10', source: 'OIFDE' };
	const find = async (accessCode?: string): Promise<any> =>
		(await ask('querynavigationinfo', { ...pages, accessCode })).body;

	it('are those of IVR unless told otherwise', async () => {
		const { body } = await ask('querynavigationinfo', { pageNum: '1', pageSize: '5' });
		expect(body.accessInfoList).toMatchObject([{ accessCode: '30502', dialogType: 4, source: 'IVR' }]);
	});

	it('are created, and lead to the bot, which nothing but an empty body tells', async () => {
		const { status, text } = await ask('createnavigationinfo', { ...one, accessCode: '15550190' });
		expect([status, text]).toEqual([200, '']);
		expect(await find('15550190')).toEqual({
			total: 1,
			accessInfoList: [
				{
					accessId: expect.any(String),
					tenantId: tenant.tenantId,
					accessCode: '15550190',
					dialogType: 3,
					flowCode: 'flow_oifde_telephone',
					flowName: 'Telephone service',
					description: 'Shop',
					source: 'OIFDE',
					chatBotName: 'Shop',
					usingRecordService: 0,
				},
			],
		});
		expect((await (await talk(sim, '15550190')).begin()).outaction).toBe(9);
	});

	it('get a code of their own where a flag asks for it', async () => {
		const { description: _, ...nameless } = one;
		expect((await ask('createnavigationinfo', { ...nameless, createFlag: '0' })).status).toBe(200);
		const { accessInfoList } = await find();
		expect(accessInfoList[accessInfoList.length - 1].accessCode).toMatch(/^88\d{16}$/);
	});

	it('are replaced where the flag says so', async () => {
		const [before] = (await find(CHAT)).accessInfoList;
		expect(await code('createnavigationinfo', { ...one, accessCode: CHAT, createFlag: '0' })).toBe(TAKEN);
		expect((await ask('createnavigationinfo', { ...one, accessCode: CHAT, createFlag: '1' })).text).toBe('');
		const [after] = (await find(CHAT)).accessInfoList;
		expect(after.description).toBe('Shop');
		expect(after.accessId).not.toBe(before.accessId);
	});

	it.each([
		['without description and flag', { description: undefined, accessCode: '15550190' }, MISSING],
		['without code and flag', {}, MISSING],
		['to a flow that does not exist', { accessCode: '15550190', flowCode: 'none' }, WRONG],
		['to a smart flow as one of IVR', { accessCode: '15550190', source: undefined }, WRONG],
		['to a domain that does not exist', { accessCode: '15550190', domainId: 1 }, WRONG],
		['of a kind that does not exist', { accessCode: '15550190', dialogType: 9 }, WRONG],
		['with a description in use', { accessCode: '15550190', description: 'Hotline' }, TAKEN],
		['with too long a description', { accessCode: '15550190', description: 'x'.repeat(51) }, WRONG],
	])('are not created %s', async (_, more, errorCode) => {
		expect(await code('createnavigationinfo', { ...one, ...more })).toBe(errorCode);
	});

	it('are changed, as far as is given', async () => {
		const [{ accessId }] = (await find(CHAT)).accessInfoList;
		const change = { accessId, description: '', flowCode: 'flow_oifde_chinese' };
		const { status, text } = await ask('updatenavigationinfo', change);
		expect([status, text]).toEqual([200, '']);
		expect((await find(CHAT)).accessInfoList).toMatchObject([{ ...change, dialogType: 3 }]);
		expect((await (await talk(sim)).begin()).outparams.language).toBe('0');
		expect(await code('updatenavigationinfo', { accessId })).toBe(MISSING);
		expect(await code('updatenavigationinfo', { accessId: '1', description: '' })).toBe(WRONG);
		expect(await code('updatenavigationinfo', { accessId, description: '', accessCode: '30501' })).toBe(TAKEN);
	});

	it('are deleted, all that are named or none', async () => {
		const [{ accessId }] = (await find(CHAT)).accessInfoList;
		expect(await code('deletenavigationinfo', { accessIdList: [accessId, '1'] })).toBe(WRONG);
		expect(await code('deletenavigationinfo', { accessIdList: [accessId], accessCodeList: ['30501'] })).toBe(WRONG);
		expect(await code('deletenavigationinfo', { accessIdList: [] })).toBe(MISSING);
		expect((await find(CHAT)).total).toBe(1);
		const { status, text } = await ask('deletenavigationinfo', {
			accessIdList: [accessId],
			accessCodeList: [CHAT],
		});
		expect([status, text]).toEqual([200, '']);
		expect((await find(CHAT)).total).toBe(0);
		expect((await (await talk(sim)).send(8, { call_sor_id: '1' })).status).toBe(500);
	});

	it('are asked for with pages in texts', async () => {
		expect(await code('querynavigationinfo', { pageNum: 1, pageSize: 10 })).toBe(WRONG);
		expect(await code('querynavigationinfo', { pageNum: '1', pageSize: '7' })).toBe(WRONG);
		expect(await code('querynavigationinfo', {})).toBe(MISSING);
	});
});
