import type { Simulator } from '../../simulator';
import { hours, ivrCampaign, minutes, type Request, runningCampaign, sales, simulator } from './harness';

const SKILL = {
	deviceType: 2,
	ivrParam: undefined,
	skillParam: {
		skillId: 2,
		skillName: 'defaultAudioSkill',
		outBoundType: 2,
		predictParam: {
			predictMethod: 1,
			expPredictParam: { maxAvgCallTime: 100, minAvgCallTime: 50, outBoundRate: 50 },
		},
	},
};

describe('rules of campaigns', () => {
	let sim: Simulator;
	let request: Request;
	beforeEach(async () => {
		sim = await simulator();
		request = sales(sim);
	});
	afterEach(async () => await sim.close());

	const create = async (changes: object = {}) => (await request('v2:', ivrCampaign(changes))).body;
	const idOf = async (changes: object = {}): Promise<number> => (await create(changes)).returnObject.id;

	it('accepts the printed body of 7.1.2 and reads it back as 7.1.6 prints it', async () => {
		const sample = {
			...SKILL,
			name: 'test0827shwocase1',
			description: 'long0825',
			callerNo: [
				{ accessCode: '88889527', priority: 3 },
				{ accessCode: '88880066', priority: 4 },
			],
			priority: 4,
			scheduleParam: {
				workdayBeginTime1: '00:00',
				workdayEndTime1: '23:59',
				workdayBeginTime2: '',
				workdayEndTime2: '',
				holidayBeginTime1: '10:00',
				holidayEndTime1: '11:00',
			},
			retryPolicy: {
				policyType: 1,
				policyJson: "[{'dataType':'SI','type':1,'policy':{'result':4,'retryNumber':3,'callInterval':600}}]",
			},
			callPolicy: { callType: 1, chooseType: 0, turns: [{ turnType: 'SI' }] },
			initStatus: 0,
		};
		const created = await create(sample);
		expect(created).toEqual({
			resultCode: '0200000',
			resultDesc: '',
			returnCode: '0200000',
			returnDesc: '',
			returnObject: { id: expect.any(Number) },
		});
		const { returnObject } = (await request(`/${created.returnObject.id}`)).body;
		expect(returnObject).toMatchObject({
			status: 2,
			strBeginTime: '2026-03-02',
			strEndTime: '2026-03-20',
			callerNo: '88889527',
			skillParam: { predictParam: { expPredictParam: { mimAvgCallTime: 50 }, agentPredictParam: null } },
			scheduleParam: { workdayBeginTime2: null, holidayBeginTime1: '10:00' },
			retryPolicy: { policyType: 1, policyJson: sample.retryPolicy.policyJson },
			callPolicy: { turns: '[{"turnType":"SI","orderNo":1}]' },
		});
		expect(returnObject.retryPolicy.retryPolicyId).toMatch(/^\d{30}$/);
		expect(returnObject.skillParam.predictParam.expPredictParam).not.toHaveProperty('minAvgCallTime');
		const updated = await request(
			`v2:/${created.returnObject.id}`,
			{
				...ivrCampaign(sample),
				name: 'renamed',
				retryPolicy: { ...sample.retryPolicy, retryPolicyId: returnObject.retryPolicy.retryPolicyId },
				callPolicy: { ...sample.callPolicy, callPolicyId: returnObject.callPolicy.callPolicyId },
			},
			'PUT',
		);
		expect(updated.body.resultCode).toBe('0200000');
		expect((await request(`/${created.returnObject.id}`)).body.returnObject.name).toBe('renamed');
	});

	it('accepts the printed body of 7.1.1 and 7.1.3', async () => {
		const { retryPolicy: _, ...rest } = ivrCampaign({
			...SKILL,
			callerNo: '10085',
			skillParam: {
				skillId: 5,
				skillName: 'Voice Skill Queue',
				outBoundType: 2,
				predictParam: { predictMethod: 5, offhookPredictParam: { offHookRate: 100 } },
			},
		}) as any;
		const created = await request('', rest, 'POST');
		expect(created.body.resultCode).toBe('0200000');
		const { initStatus: __, ...change } = rest;
		const id: number = created.body.returnObject.id;
		expect((await request(`/${id}`, { ...change, description: 'new' }, 'PUT')).body.resultCode).toBe('0200000');
		expect((await request(`/${id}`, { ...change, deviceType: 3 }, 'PUT')).body.resultCode).not.toBe('0200000');
		expect((await request('/1', change, 'PUT')).body.resultCode).toBe('0200007');
	});

	it.each([
		['a missing value', '02000001', { name: undefined }],
		['illegal characters', '02000002', { callerNo: [{ accessCode: '+44', priority: 1 }] }],
		['a name too long', '02000003', { name: 'x'.repeat(33) }],
		['a text for a number', '02000006', { maxAlertingTime: '20' }],
		['a number out of range', '02000007', { maxAlertingTime: 4 }],
		['a dialing mode not offered', '02000007', { deviceType: 4 }],
		['JSON that is none', '02000008', { retryPolicy: { policyType: 1, policyJson: 'nonsense' } }],
		['a mode without its parameters', '02000009', { deviceType: 2 }],
		['half a window', '02000009', { scheduleParam: { workdayBeginTime1: '08:00' } }],
		['no workday window', '02000009', { scheduleParam: {} }],
		['a policy of two kinds', '02000009', { retryPolicy: { policyType: 0, retryDay: 1 } }],
		['an unknown field', '0200001', { colour: 'red' }],
		['callbackUrl, as the table spells it', '0200001', { callbackUrl: 'http://example.com' }],
		['a begin before today', '0200002', { strBeginTime: '2026-03-01 23:59:59' }],
		['an unknown skill queue', '0200017', { ...SKILL, skillParam: { ...SKILL.skillParam, skillId: 99 } }],
	])('refuses %s with %s under HTTP 200', async (_name, code, changes) => {
		const answer = await request('v2:', ivrCampaign(changes));
		expect(answer.status).toBe(200);
		expect(answer.body).toMatchObject({ resultCode: code, returnCode: code });
	});

	it('knows its vdn', async () => {
		const list = async (vdnId: string) => {
			const { sign } = await import('./harness');
			const target = `/rest/isales/v1/openapi/campaigns/${vdnId}/callNoType/query`;
			const response = await fetch(`${sim.url}${target}`, {
				headers: { authorization: sign(sim, 'GET', target, '') },
			});
			return ((await response.json()) as { resultCode: string }).resultCode;
		};
		expect(await list('1')).toBe('0200000');
		expect(await list('2')).toBe('0200001');
		expect(await list('abc')).toBe('02000006');
		expect(await list('10000')).toBe('02000007');
	});

	it('takes 20 campaigns of a kind, and no name twice', async () => {
		for (let i = 0; i < 20; i++) expect((await create({ name: `c${i}` })).resultCode).toBe('0200000');
		expect((await create({ name: 'one more' })).resultCode).toBe('0200004');
		expect((await create({ ...SKILL, name: 'c1' })).resultCode).toBe('0200005');
		expect((await create({ ...SKILL, name: 'other kind' })).resultCode).toBe('0200000');
		const list = await request('?status=0&deviceType=3&curPage=3&rowsPerPage=8');
		expect(list.body).toMatchObject({ totalSize: 20, curPage: 3, curIvrCount: 20, curSkillQueueCount: 1 });
		expect(list.body.data).toHaveLength(4);
		expect((await request('?status=0')).body.resultCode).toBe('02000001');
	});

	it('pauses, resumes and deletes by status', async () => {
		const id = await idOf();
		const put = async (verb: string) => (await request(`/${id}/${verb}`, undefined, 'PUT')).body.resultCode;
		expect(await put('pause')).toBe('0200011');
		expect(await put('resume')).toBe('0200000');
		expect(await put('resume')).toBe('0200011');
		expect((await request(`/${id}`, undefined, 'DELETE')).body.resultCode).toBe('0200009');
		expect(await put('pause')).toBe('0200000');
		const deleted = await request(`/${id}`, { archiveHistory: 1 }, 'DELETE');
		expect(deleted.body).toMatchObject({ resultCode: '0200000', resultDesc: 'delete task success' });
		expect((await request(`/${id}`)).body.resultCode).toBe('0200007');
		expect((await request('/1/pause', undefined, 'PUT')).body.resultCode).toBe('0200007');
	});

	it('is finished when its end time has come, and then takes no change', async () => {
		const id = await idOf({ strEndTime: '2026-03-02 12:00:00' });
		await sim.clock.advance(hours(5));
		expect((await request(`/${id}`)).body.returnObject.status).toBe(4);
		const { initStatus: _, retryPolicy: __, ...body } = ivrCampaign({ callerNo: '10085' }) as any;
		expect((await request(`/${id}`, body, 'PUT')).body.resultCode).toBe('0200016');
		const added = await request(`/calldata/${id}`, { callDataList: [{ called: '447700900123' }] });
		expect(added.body.resultCode).toBe('0200019');
	});

	it('adds and deletes numbers only while paused, a second apart, 20 at once', async () => {
		const id = await idOf();
		const add = async (callDataList: object[]) => (await request(`/calldata/${id}`, { callDataList })).body;
		const one = (i: number) => ({ sessionId: `s${i}`, called: `4477009000${10 + i}` });
		expect(await add([one(1), one(2)])).toMatchObject({ resultCode: '0200000', returnObject: { totalSize: 2 } });
		expect((await add([one(3)])).resultCode).toBe('0200022');
		await sim.clock.advance(1000);
		expect((await add([one(3), one(3)])).resultCode).toBe('0200018');
		expect((await add(Array.from({ length: 21 }, (_, i) => one(i)))).resultCode).toBe('0200029');
		expect((await add([{ called: 'abc' }])).resultCode).toBe('02000002');
		expect((await add([{ called: '447700900123', recycleTime: 'soon' }])).resultCode).toBe('0200030');
		await request(`/${id}/resume`, undefined, 'PUT');
		expect((await add([one(4)])).resultCode).toBe('0200019');
		expect((await request(`/calldata/${id}/delete`, { sessionId: 's1' })).body.resultCode).toBe('0200028');
		expect((await request('/calldata/1', { callDataList: [one(1)] })).body.resultCode).toBe('0200007');
	});

	it('deletes waiting numbers by filter, with the short code of the sample (7.4.3)', async () => {
		const id = await idOf();
		const day = (d: number) => ({ recycleTime: `2026-03-0${d} 17:57:00` });
		const callDataList = [3, 4, 5].map((d) => ({ sessionId: `s${d}`, called: `44770090010${d}`, ...day(d) }));
		await request(`/calldata/${id}`, { callDataList });
		const remove = async (body: object) => (await request(`/calldata/${id}/delete`, body)).body;
		expect(await remove({ recycleTime: '2026-03-03 00:00:00', recycleType: '2' })).toEqual({
			resultCode: '020000',
			resultDesc: '',
			returnCode: '020000',
			returnDesc: '',
			successCount: 1,
		});
		expect((await remove({ recycleTime: '2026-03-04 17:57:01', recycleType: '3' })).successCount).toBe(0);
		expect((await remove({ recycleTime: '2026-03-04 00:00:00', recycleType: '1' })).successCount).toBe(1);
		expect((await remove({ sessionId: 's5' })).successCount).toBe(1);
	});

	it('keeps number types, holidays and caller numbers, in the envelopes printed', async () => {
		const id = await idOf();
		expect((await request('/callNoType/add', { callNoTypes: ['ST', 'SI'] })).body).toEqual({
			resultCode: 0,
			resultDesc: '',
		});
		expect((await request('/callNoType/query')).body.data).toEqual(expect.arrayContaining(['ST', 'SI']));
		const holiday = { name: 'Autumn', type: 2, week: null, beginTime: '2026-09-22', endTime: '2026-09-24' };
		const made = (await request(`/holiday/${id}`, holiday)).body;
		expect(made).toMatchObject({
			resultCode: '0200000',
			returnCode: '0200000',
			returnObject: { id: expect.any(Number) },
		});
		expect((await request(`/holiday/${id}`, holiday)).body.resultCode).toBe('0200013');
		const wrong = { ...holiday, name: 'x', beginTime: '22.09.2026' };
		expect((await request(`/holiday/${id}`, wrong)).body.resultCode).toBe('0200030');
		const list = (await request(`/holiday/${id}`)).body;
		expect(list).toEqual({
			resultCode: '0200000',
			resultDesc: '',
			data: [{ ...holiday, id: made.returnObject.id }],
		});
		const change = { ...holiday, id: made.returnObject.id, type: 1, week: '6,7', beginTime: null, endTime: null };
		expect((await request(`/holiday/${id}`, change, 'PUT')).body.resultCode).toBe('0200000');
		for (let i = 1; i < 20; i++) await request(`/holiday/${id}`, { ...holiday, name: `h${i}` });
		expect((await request(`/holiday/${id}`, { ...holiday, name: 'more' })).body.resultCode).toBe('0200015');
		expect((await request(`/holiday/${id}/5`, undefined, 'DELETE')).body.resultCode).toBe('0200014');
		await request(`/holiday/${id}`, undefined, 'DELETE');
		expect((await request(`/holiday/${id}`)).body.data).toEqual([]);

		const callerNo = [{ accessCode: '525245', priority: 2 }];
		expect((await request(`/callerNo/${id}`, { callerNo })).body.resultDesc).toBe('create callerNo success');
		expect((await request(`/callerNo/${id}`, { callerNo })).body.resultCode).toBe('0200001');
		const gone = await request(`/callerNo/${id}`, { callerNo: [{ accessCode: '525245' }] }, 'DELETE');
		expect(gone.body.resultDesc).toBe('delete callerNo success.num:1');
		const last = await request(`/callerNo/${id}`, { callerNo: [{ accessCode: '15550102' }] }, 'DELETE');
		expect(last.body.resultCode).toBe('0200001');
	});

	it('reads retry policies back with only one pair of code and text (7.1.10, 7.1.11)', async () => {
		const id = await idOf();
		const samples = [
			{ policyType: 0, policyJson: "[{'type':0,'retryTimes':1,'retryDay':1}]" },
			{ policyType: 0, policyJson: "[{'type':1,'policy':[{'result':4,'retryNumber':3,'callInterval':60}]}]" },
			{ policyType: 1, policyJson: "[{'dataType':'ST','type':0,'policy':{'retryTimes':2,'retryDay':1}}]" },
			{
				policyType: 1,
				policyJson:
					'[{"dataType":"ST","type":"1","policy":[{"result":"4","retryNumber":"3","callInterval":"60"}]}]',
			},
		];
		for (const sample of samples) {
			expect((await request(`/retryPolicy/${id}`, sample)).body.resultCode).toBe('0200000');
			const { body } = await request(`/retryPolicy/${id}`);
			expect(Object.keys(body).sort()).toEqual(['data', 'returnCode', 'returnDesc']);
			expect(body.data).toMatchObject(sample);
		}
		expect((await request('/retryPolicy/1', samples[0])).body.resultCode).toBe('0200-01');
	});

	it('keeps the blocklist, and refuses its numbers in campaigns', async () => {
		const id = await idOf();
		const add = async (body: object) => (await request('/blocklist/add', body)).body.resultCode;
		expect(await add({ blocklist: ['447700900901', '447700900902'], validityTime: 2 })).toBe('0200000');
		expect(await add({ blocklist: ['447700900901'] })).toBe('0200007');
		expect(await add({ blocklist: ['447700900903', '447700900903'] })).toBe('0200018');
		expect(await add({ blocklist: Array.from({ length: 21 }, (_, i) => String(i)) })).toBe('0200029');
		expect(await add({ blocklist: ['447700900904'], restrictTimes: 1 })).toBe('02000009');
		const calls = { callDataList: [{ called: '447700900901' }] };
		expect((await request(`/calldata/${id}`, calls)).body.resultCode).toBe('0200024');
		const query = async (body: object) => (await request('/blocklist/query', body)).body;
		expect((await query({ limit: 1, offset: 1 })).data).toEqual([
			{ blockNum: '447700900902', validityExpirationTime: '2026-03-02T10:00:00.000+00:00' },
		]);
		expect((await query({ limit: 1 })).resultCode).toBe('02000009');
		await sim.clock.advance(hours(2));
		expect((await query({ blocklist: ['447700900901', '447700900999'] })).data).toEqual([
			expect.objectContaining({ blockNum: '447700900901', flag: false }),
		]);
		expect((await request(`/calldata/${id}`, calls)).body.resultCode).toBe('0200000');
		await request('/blocklist', undefined, 'DELETE');
		expect((await query({ limit: 100, offset: 0 })).data).toEqual([]);
	});

	it('defines business results and display results', async () => {
		const define = { name: 'Failed', code: '123456', children: [{ name: 'Hung up', code: '100001' }] };
		expect((await request('/addBusinessResult', define)).body.resultDesc).toBe('addBusinessResult success');
		const list = (await request('/queryBusinessResults?pageSize=50&pageNum=1')).body;
		expect(list.totalCount).toBe(4);
		expect(list.data[3]).toEqual({
			code: '123456',
			children: [{ code: '100001', name: 'Hung up', defLevel: '2' }],
			name: 'Failed',
			defLevel: '1',
		});
		expect((await request('/queryBusinessResults?pageSize=51&pageNum=1')).body.resultCode).toBe('02000007');
		const codes = (await request('/queryOBSResultCode?pageSize=5&pageNum=1')).body;
		expect(codes.obsCodes).toHaveLength(5);
		const display = { resultCode: '007', displayResult: 'No pick-up', obsCodes: ['00602', '00606'] };
		const { defId } = (await request('/createObResult', display)).body;
		expect(defId).toMatch(/^\d{10}$/);
		await request('/updateObResult', { defId, displayResult: 'Changed', obsCodes: ['00605'] });
		expect((await request(`/${defId}/queryObsResultDetail`)).body.obResult).toMatchObject({
			displayResult: 'Changed',
			vdnId: 1,
			resultMapList: [{ failCode: '00605', vdnId: '1' }],
		});
		expect((await request(`/${defId}/deleteObsResult`, undefined, 'DELETE')).body.resultCode).toBe('0200000');
		const defined = (await request('/queryOBSResults?pageSize=50&pageNum=1')).body;
		expect(defined.data.map((one: { defId: string }) => one.defId)).not.toContain(defId);
	});

	it('keeps file servers, and refuses as the sample does (7.8)', async () => {
		const server = { userName: 'zhangsan', serverInfo: { ip: '192.0.2.1', port: '22', filePath: '/home/sftp' } };
		expect((await request('/file/addServer', { ...server, serverPwd: 'short' })).body).toEqual({
			resultCode: '02000005',
			description: 'serverPwd: 参数长度需要介于8和80之间',
		});
		const { serverId } = (await request('/file/addServer', { ...server, serverPwd: 'long enough' })).body;
		expect(serverId).toMatch(/^\d{30}$/);
		const moved = { ...server, serverInfo: { ...server.serverInfo, ip: '192.0.2.2' } };
		expect((await request(`/file/${serverId}/updateServer`, moved)).body.resultCode).toBe('02000009');
		const list = (await request('/file/queryServer', { limit: 10, offset: 0 })).body;
		expect(list).toMatchObject({
			count: 2,
			server: [{ userName: 'isales' }, { ip: '192.0.2.1', userName: 'zhangsan' }],
		});
		expect((await request(`/file/${serverId}/deleteServer`, undefined, 'POST')).body.resultCode).toBe('0200000');
		expect((await request(`/file/${serverId}/deleteServer`, undefined, 'POST')).body.resultCode).toBe('0200006');
	});

	it('imports files over some seconds of the clock (7.4.8, 7.4.9, 7.3.5, 7.3.6)', async () => {
		const id = await idOf();
		const { serverId } = sim.tenant.fileServers[0];
		const upload = { serverId, filePath: '/isales/20220310', fileName: 'contacts-mixed.xlsx' };
		const { importTaskId } = (await request(`/calldatafile/uploadFileServer/${id}`, upload)).body;
		const task = async () =>
			(
				await request(`/calldatafile/queryDataImportTask/${id}`, {
					limit: 10,
					offset: 0,
					importTaskIds: [importTaskId],
				})
			).body.result[0];
		expect(await task()).toMatchObject({ id: importTaskId, status: '0', endTime: null });
		await sim.clock.advance(1500);
		expect((await task()).status).toBe('1');
		await sim.clock.advance(5000);
		expect(await task()).toMatchObject({ status: '2', succNum: 3, repeatNum: 1, failNum: 1, errMsg: '' });
		await request(`/calldatafile/uploadFileServer/${id}`, { serverId, fileName: 'gone.xlsx' });
		const half = await request('/blackfile/uploadFileServer', { serverId, fileName: 'blocklist.xlsx', hour: '11' });
		expect(half.body.resultCode).toBe('02000010');
		await request('/blackfile/uploadFileServer', {
			serverId,
			fileName: 'blocklist.xlsx',
			hour: '11',
			minute: '00',
		});
		await sim.clock.advance(hours(2));
		const black = async () =>
			(await request('/blackfile/queryDataImportTask', { limit: 10, offset: 0 })).body.result[0];
		expect((await black()).status).toBe('0');
		await sim.clock.advance(hours(1) + minutes(1));
		expect(await black()).toMatchObject({ status: '2', succNum: 3, repeatNum: 1 });
		const all = await request(`/calldatafile/queryDataImportTask/${id}`, { limit: 10, offset: 0 });
		expect(all.body).toMatchObject({ count: 2, result: [{ status: '2' }, { status: '3' }] });
	});

	it('logs its own interfaces (7.10)', async () => {
		await request('/456/queryObsResultDetail');
		const times = { beginTime: '2026-03-02 00:00:00', endTime: '2026-03-03 00:00:00' };
		const log = (await request('/calllogs', { limit: 10, offset: 0, ...times, url: '' })).body;
		expect(log.result[0]).toMatchObject({
			url: '/rest/isales/v1/openapi/campaigns/1/456/queryObsResultDetail',
			type: 'GET',
			httpStatus: 200,
			resultCode: '0200001',
			operTime: '2026-03-02T08:00:00.000+00:00',
		});
		expect(JSON.parse(log.result[0].request)).toEqual({ vdnId: 1, defId: '456' });
		const long = { ...times, endTime: '2026-03-20 00:00:00' };
		expect((await request('/calllogs', { limit: 10, offset: 0, ...long })).body.resultCode).toBe('0200001');
	});

	it('gives statistics once in five minutes (7.4.7)', async () => {
		sim.control.setOutcomes({ default: 'answer' });
		const id = await runningCampaign(sim, ['447700900111', '447700900112']);
		await sim.clock.advance(minutes(2));
		const { body } = await request(`v2:/statistics?campaignId=${id}`);
		expect(body).not.toHaveProperty('resultCode');
		expect(body.countDetail[0]).toMatchObject({
			campaignId: String(id),
			totalCount: 2,
			totalCallSucc: 2,
			unCallCount: 0,
			batchDetail: [{ batchId: 'b1', dailyFinishCount: 2 }],
		});
		expect(await request('v2:/statistics')).toMatchObject({ status: 429, text: '请勿频繁操作，请稍后再试。' });
		await sim.clock.advance(minutes(5));
		expect((await request('v2:/statistics')).status).toBe(200);
	});
});
