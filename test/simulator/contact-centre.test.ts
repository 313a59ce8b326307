import type { Simulator } from '../../simulator';
import { management, minutes, type Request, receiver, simulator } from './harness';

const CC = '/apiaccess/rest/cc-management/v1';
const APP = '/apiaccess/CC-Management/v1';

describe('contact centre', () => {
	let sim: Simulator;
	let request: Request;
	beforeEach(async () => {
		sim = await simulator();
		request = await management(sim, {});
	});
	afterEach(async () => await sim.close());

	const newAgent = (changes: object = {}) => ({
		userAccount: 'test123456',
		userName: 'test111',
		password: 'Te~st!34',
		email: 'test@example.com',
		agentType: 11,
		ccRoleId: 2,
		skills: [
			{ skillId: 3, agentWeight: 1, skillWeight: 1 },
			{ skillId: 2, agentWeight: 1, skillWeight: 2 },
		],
		...changes,
	});
	const createAgent = async (changes: object = {}) => await request(`${CC}/agentAccount/create`, newAgent(changes));

	it('creates, finds, pages and deletes agents (5.1.1, 5.1.2, 5.1.4)', async () => {
		const created = await createAgent();
		expect(created.body).toEqual({ resultCode: '0', resultMessage: 'create agent account success', workNo: 106 });
		expect((await createAgent()).body).toMatchObject({ resultCode: '1' });
		const found = await request(`${CC}/agentAccount/query`, { userAccount: 'test123456' });
		expect(found.body.data).toEqual([
			expect.objectContaining({ workNo: 106, agentType: 11, skills: newAgent().skills, sipAccount: '88880006' }),
		]);
		const first = await request(`${CC}/agentAccount/query`, { pageNum: 0, pageSize: 3 });
		const second = await request(`${CC}/agentAccount/query`, { pageNum: 1, pageSize: 3 });
		expect([first.body.data.length, second.body.data.length, second.body.total]).toEqual([3, 3, 6]);
		await request(`${CC}/agentAccount/delete`, { userAccount: 'test123456' });
		expect((await request(`${CC}/agentAccount/query`, { userAccount: 'test123456' })).body.data).toEqual([]);
	});

	it.each([
		['a missing field', { email: undefined }],
		['an unknown field', { colour: 'red' }],
		['a text where the table says integer', { agentType: '11' }],
		['a value not offered', { ccRoleId: 9 }],
		['a password of three kinds', { password: 'Testing34' }],
		['a wrapped body', { requestParam: {} }],
	])('answers 400 with a text to %s', async (_name, changes) => {
		const { status, text, body } = await createAgent(changes);
		expect(status).toBe(400);
		expect(text).toContain('错误的请求');
		expect(body).toBeUndefined();
	});

	it('keeps the media of queue and agent together (5.1.1)', async () => {
		expect((await createAgent({ agentType: 4, skills: [{ skillId: 5 }] })).body.resultCode).toBe('1');
		expect((await createAgent({ skills: [{ skillId: 99 }] })).body.resultMessage).toContain('does not exist');
	});

	it('binds and unbinds; an empty list unbinds every agent (5.1.5 to 5.1.7)', async () => {
		const bind = { userAccounts: ['agent.one', 'agent.two'], skillId: 4, agentWeight: 1, skillWeight: 1 };
		expect((await request(`${CC}/agentAccount/addSkillsToAgent`, bind)).body.resultCode).toBe('0');
		const many = { ...bind, userAccounts: Array.from({ length: 51 }, (_, i) => `agent${i}`) };
		expect((await request(`${CC}/agentAccount/addSkillsToAgent`, many)).status).toBe(400);
		const of4 = async () =>
			(await request(`${CC}/agentAccount/queryAgentInfoBySkillId`, { skillId: 4, pageSize: 10, pageNum: 0 }))
				.body;
		expect(await of4()).toMatchObject({ count: 2, resultCode: '0' });
		await request(`${CC}/agentAccount/releaseAgentBySkillId`, { skillId: 4, userAccounts: ['agent.one'] });
		expect(await of4()).toMatchObject({ count: 1, data: [{ userAccount: 'agent.two' }] });
		await request(`${CC}/agentAccount/releaseAgentBySkillId`, { skillId: 4, userAccounts: [] });
		expect(await of4()).toMatchObject({ count: 0, data: [] });
	});

	it('locks an account for half an hour after three wrong passwords (5.1.8)', async () => {
		const change = async (accountPwd: string) =>
			(await request(`${CC}/sipPhone/updateSipPhonePassword`, {
				userAccount: 'agent.one',
				accountPwd,
				newPhonePwd: 'NewPhone1',
			})) as { body: { resultCode: string; resultMessage: string } };
		for (let i = 0; i < 3; i++) expect((await change('wrong')).body.resultCode).toBe('1');
		expect((await change('Demo-pw1')).body.resultMessage).toContain('locked');
		await sim.clock.advance(minutes(30));
		request = await management(sim);
		expect((await change('Demo-pw1')).body).toEqual({ resultCode: '0', resultMessage: 'success' });
	});

	it('changes a password once in 24 hours (5.1.3)', async () => {
		const change = async (oldPassWord: string, newPassWord: string) =>
			(await request(`${CC}/agentAccount/update`, { userAccount: 'agent.two', oldPassWord, newPassWord })).body;
		expect(await change('Demo-pw2', 'Other~pw9')).toEqual({ resultCode: '0', resultMessage: 'edit success' });
		expect((await change('Other~pw9', 'Demo-pw2')).resultMessage).toContain('24 hours');
	});

	it('serves both spellings of 5.1.9 and 5.1.10, passwords included', async () => {
		for (const spelling of ['CC-Mangemant', 'CC-Management']) {
			const system = await request(`/apiaccess/${spelling}/v1/querySysInfo`, undefined, 'GET');
			expect(system.body.agents[0]).toMatchObject({ workNo: 101, password: expect.any(String) });
			const agents = await request(`/apiaccess/${spelling}/v1/queryAgentInfo`, undefined, 'GET');
			expect(agents.body.agents[0]).toMatchObject({ accountCode: 'agent.one', sipPwd: expect.any(String) });
		}
	});

	it('accepts the other account samples (5.1.11 to 5.1.13)', async () => {
		const login = { account: 'agent.one', password: 'Demo-pw1' };
		const results = { workNo: '101', sipServerInfo: [{ type: '0' }] };
		expect((await request(`${APP}/queryAgentLoginParams`, login)).body).toMatchObject({ returnCode: '0', results });
		const byAccount = '/apiaccess/rest/CC-Management/v1/queryAgentInfoByAccount';
		expect((await request(byAccount, { accountCode: 'agent.one' })).body.data.workNo).toBe(101);
		expect((await request(byAccount, { accountCode: 'nobody' })).body).toMatchObject({
			returnCode: '1',
			data: { workNo: '' },
		});
		const clean = await request(`${APP}/clearUserInfo/cleancustpersonaldata`, { customNos: ['447700900123'] });
		expect(clean.body).toEqual({ retCode: '0', retMsg: 'VerifyParams success' });
	});

	it('creates, changes, lists and deletes skill queues, by the printed samples (5.2)', async () => {
		const queue = {
			mediaTypeId: 5,
			description: 'ccfdc',
			name: 'dddpodfst',
			maxWaitTime: 30,
			maxWaitNum: 100,
			maxAgentWrapupTime: 5,
			skillParam: {
				noAgents: { deviceType: '1', transferType: 'Transfer', value: 2 },
				busy: { deviceType: '1', transferType: 'Transfer', value: 1 },
				answerFunction: '0',
				timeOut: { deviceType: '3', transferType: 'Transfer', value: 1 },
				waitVoice: { parameterType: 'IVR', id: '2' },
			},
		};
		const created = await request(`${CC}/skill/createSkill`, queue);
		expect(created.body).toEqual({ returnCode: '0', skillId: '6', description: 'Create Skill successfully' });
		const half = {
			...queue,
			name: 'half',
			skillParam: { ...queue.skillParam, busy: { transferType: 'Transfer' } },
		};
		expect((await request(`${CC}/skill/createSkill`, half)).status).toBe(400);
		const modified = await request(`${CC}/skill/modifySkill`, {
			skillId: 6,
			description: '2021ok',
			maxWaitTime: 60,
		});
		expect(modified.body.description).toBe('Update Skill successfully');
		const found = await request(`${CC}/skill/querySkills`, { skillIds: ['6'], limit: '10', offset: 0 });
		expect(found.body).toMatchObject({ total: 1, data: [{ description: '2021ok', maxWaitTime: 60 }] });
		expect(found.body.data[0].skillParam.waitVoice).toEqual({ parameterType: 'IVR', id: '2', value: '90501' });
		expect((await request(`${CC}/skill/deleteSkill`, { skillIds: '6, 5' })).body.returnCode).toBe('0');
		expect((await request(`${CC}/skill/querySkills`, {})).body.total).toBe(4);
	});

	it('routes access codes, and tells what was deleted (5.3)', async () => {
		const codes = await request(`${CC}/accessCodeInfo/queryAccessCodeList`, {
			accessCode: '1555',
			limit: 2,
			offset: 2,
		});
		expect(codes.body.data).toMatchObject({ total: 5, calledRouteList: [{ accessCode: '15550102' }, {}] });
		const create = async (route: object) => (await request(`${CC}/calledRoute/createCalledRoute`, route)).body;
		const route = { accessCode: '15550101', extCode: '11', devicetype: 1, deviceId: 1, mediaTypeId: 19 };
		expect(await create(route)).toEqual({ returnCode: '0', description: 'data create success' });
		expect((await create(route)).returnCode).toBe('1');
		expect((await create({ ...route, extCode: '12', mediaTypeId: 5 })).returnCode).toBe('1');
		expect((await create({ accessCode: '15550103', devicetype: 3, deviceId: 1 })).returnCode).toBe('1');
		const query = async (body: object) => (await request(`${CC}/calledRoute/queryCalledRoute`, body)).body.data;
		const [made] = (await query({ accessCode: '15550101', limit: 10, offset: 0 })).calledRouteList;
		expect(made).toMatchObject({ dnid: 3, deviceDesc: 'defaultVideoSkill', mediatypeId: 19 });
		expect(Number.isSafeInteger(Number(made.id))).toBe(false);
		await request(`${CC}/calledRoute/modifyCalledRoute`, { id: made.id, devicetype: 3, deviceId: 2 });
		expect((await query({ devicetype: 3, extCode: '11' })).calledRouteList[0].flowAccessCode).toBe('90501');
		const gone = await request(`${CC}/calledRoute/deleteCalledRoute`, { dnids: '1,3,77' });
		expect(gone.body.data.content).toBe('Success:15550100,1555010111, Failed:77');
		expect((await query({})).total).toBe(1);
	});

	it('tells where a number comes from, and what flows there are (5.3.6, 5.4.1, 5.4.2)', async () => {
		const region = await request(`${CC}/phonearea/getPhoneNoRegionInfo`, { phoneNo: '13020017000' });
		expect(region.body.data).toMatchObject({ phoneNo: '1302001', cityCode: '010' });
		expect((await request(`${CC}/phonearea/getPhoneNoRegionInfo`, { phoneNo: 'abc' })).body.returnCode).toBe('1');
		const flows = await request(`${CC}/ivrFlow/queryIVRFlowList`);
		expect(flows.body).toMatchObject({
			retCode: '0',
			message: 'success',
			result: [{ id: 1 }, { id: 2 }, { id: 3 }],
		});
		const satisfaction = await request(`${CC}/satisfactionconfig/querySatisfactionConfig`);
		expect(satisfaction.body).toMatchObject({ enabled: true, data: [{ ivrId: '1239554736420597767' }] });
	});

	it('audits voice files and calls back until the answer is 0, six times at most (5.4.4, 5.4.5)', async () => {
		let returnCode = '1';
		const hook = await receiver(() => ({ status: 200, body: { returnCode } }));
		const template = {
			name: 'ctest1',
			scene: '3',
			volume: 0,
			speed: 50,
			voicename: 'cn_kefuman_cn',
			callBackUrl: hook.url,
			voicecontent: { language: 'zh_CN', textcontent: '测试' },
		};
		const created = await request(`${CC}/createVoiceTemplate`, template);
		expect(created.body.templateId).toMatch(/^\d{19}$/);
		expect((await request(`${CC}/createVoiceTemplate`, { ...template, callbackUrl: hook.url })).status).toBe(400);
		await sim.clock.advance(minutes(60));
		expect(hook.received).toHaveLength(6);
		expect(hook.received[0]).toMatchObject({ fileId: created.body.templateId, status: '2' });
		returnCode = '0';
		request = await management(sim);
		const file = { fileInfo: 'UklGRg==', locale: 'en_US', voiceType: '3', fileType: 'wav', callBackUrl: hook.url };
		const uploaded = await request(`${CC}/importVoiceFile/upload`, file);
		expect(uploaded.body).toEqual({ returnCode: '0', description: 'The file is uploaded successfully.' });
		await sim.clock.advance(minutes(60));
		expect(hook.received).toHaveLength(7);
		await hook.close();
	});

	it('limits the upload of voice files to ten a second (5.4.4)', async () => {
		const file = { fileInfo: 'UklGRg==', locale: 'en_US', voiceType: '3', fileType: 'mp3' };
		const answers = await Promise.all(
			Array.from({ length: 12 }, async () => (await request(`${CC}/importVoiceFile/upload`, file)).status),
		);
		expect(answers.filter((status) => status === 200)).toHaveLength(10);
		expect(answers.filter((status) => status === 429)).toHaveLength(2);
	});

	it('lets an agent answer on a mobile phone (6.1.2.26 to 6.1.2.28)', async () => {
		const offline = async () => (await request(`${CC}/offline/agent/isOfflineAgent`, { workNo: 101 })).body.data;
		expect(await offline()).toBe(false);
		const login = await request(`${CC}/offline/agent/login`, { phone: '447700900123', workNo: 101 });
		expect(login.body).toMatchObject({ returnCode: '0', agentType: '4', forceLogin: true, workNo: 101 });
		expect(await offline()).toBe(true);
		expect((await request(`${CC}/offline/agent/logout`, { workNo: 101 })).body.returnCode).toBe('0');
		expect(await offline()).toBe(false);
		expect((await request(`${CC}/offline/agent/isOfflineAgent`, { workNo: '101' })).status).toBe(400);
	});

	it('keeps the settings of the app (6.4)', async () => {
		const base = `${APP}/openapp/agentsettings`;
		const settings = {
			callType: '1',
			userId: '10gg000000y6OOrNaUFs',
			callNumber: ['15550101'],
			callNumberDefault: '',
		};
		const created = (await request(`${base}/create`, settings)).body;
		expect(created).toMatchObject({ returnCode: '0', returnDesc: 'The AgentSettings created successfully.' });
		expect((await request(`${base}/create`, settings)).body.returnCode).toBe('1');
		const six = { ...settings, userId: 'other', callNumber: Array<string>(6).fill('1') };
		expect((await request(`${base}/create`, six)).status).toBe(400);
		await request(`${base}/update`, { ...settings, id: created.id, callType: '2' });
		const { userId } = settings;
		expect((await request(`${base}/query`, { userId })).body).toMatchObject({ id: created.id, callType: '2' });
		expect((await request(`${base}/delete`, { userId })).body.returnCode).toBe('0');
		expect((await request(`${base}/query`, { userId })).body.returnCode).toBe('1');
	});

	it('answers 404 to what it does not know', async () => {
		expect(await request(`${CC}/agentAccount/nothing`, {})).toMatchObject({ status: 404 });
	});
});
