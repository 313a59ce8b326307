import { type Simulator, tenant } from '../../simulator';
import { management, type Request, simulator } from './harness';

const BASE = '/apiaccess/v1/scriptAnswer';
const EXAM = '/apiaccess/ngcrmpfcore_js/csf/exam/sorceresult';
const SURVEY = '987654321';

describe('questionnaires (chapter 8)', () => {
	let sim: Simulator;
	let request: Request;
	beforeEach(async () => {
		sim = await simulator();
		request = await management(sim, { 'x-app-key': tenant.appKey });
	});
	afterEach(async () => await sim.close());

	const sheet = { moduleId: '80031', result: 'save', surveyId: SURVEY };
	const ask = async (path: string, body: object) => await request(`${BASE}/${path}`, body);
	const next = async (more: object = {}) =>
		await ask('getNextQuestionInfo', { surveyId: SURVEY, isAnswered: true, ...more });
	const newSheet = async (): Promise<string> => (await ask('createScriptAnswer', sheet)).body.surveyAnswerId;
	const answer = async (surveyAnswerId: string, questionId: string, more: object = {}) =>
		await ask('createQuestionAnswer', { surveyAnswerId, surveyId: SURVEY, questionId, ...more });

	it('want the x-app-key', async () => {
		const without = await management(sim);
		expect((await without(`${BASE}/createScriptAnswer`, sheet)).status).toBe(401);
	});

	it('have questions in the order that the chosen options decide', async () => {
		expect((await next()).body).toMatchObject({
			resultCode: '1203000',
			questionId: '1001',
			answerNo: 1,
			questionType: 'single',
		});
		expect((await next({ questionId: '' })).body.questionId).toBe('1001');
		expect((await next({ questionId: '1001', answerOptionIdList: ['100101'] })).body.questionId).toBe('1003');
		expect((await next({ questionId: '1001', answerOptionIdList: ['100102'] })).body).toMatchObject({
			questionId: '1002',
			optionIdList: [],
		});
		expect((await next({ questionId: '1001', questionType: 'essay' })).status).toBe(500);
		expect((await next({ questionId: '1001', answerOptionIdList: ['1'] })).status).toBe(500);
		expect((await next({ questionId: '2001' })).body.resultCode).toBe('1201008');
	});

	it('end as the control says', async () => {
		expect((await next({ questionId: '1003' })).body).toMatchObject({ resultCode: '1203000', questionId: '' });
		sim.control.setSurveys({ end: 'refused' });
		expect((await next({ questionId: '1003' })).body.resultCode).toBe('1201008');
	});

	it.each([
		['no module', { moduleId: undefined }],
		['another module', { moduleId: '80000' }],
		['another status', { result: 'done' }],
		['a misread name', { serviceld1: '1' }],
	])('refuse a sheet with %s', async (_what, changes) => {
		expect((await ask('createScriptAnswer', { ...sheet, ...changes })).status).toBe(400);
	});

	it('take answers until they are submitted', async () => {
		const id = await newSheet();
		const { questionAnswerId } = (await answer(id, '1002', { answerText: 'Late' })).body;
		expect((await answer(id, '1002')).status).toBe(500);
		expect(
			(await ask('updateQuestionAnswer', { questionAnswerId, answerText: 'Very late', costTime: 12 })).body
				.resultCode,
		).toBe('1203000');
		expect((await ask('updateScriptAnswer', { surveyAnswerId: id, result: 'submit' })).body).toEqual({
			resultCode: '1203000',
			resultDesc: 'Opration Successful.',
		});
		expect((await ask('updateQuestionAnswer', { questionAnswerId, costTime: 1 })).status).toBe(500);
		expect((await answer(id, '1003')).status).toBe(500);
		expect(sim.control.state()).toMatchObject({
			surveys: { sheets: [{ isSubmitted: true }], answers: [{ answerText: 'Very late', costTime: 12 }] },
		});
	});

	it('take several options where a question allows several, each once', async () => {
		const id = await newSheet();
		expect((await answer(id, '1003', { optionId: '100301' })).status).toBe(200);
		expect((await answer(id, '1003', { optionId: '100302' })).status).toBe(200);
		expect((await answer(id, '1003', { optionId: '100302' })).status).toBe(500);
		expect((await answer(id, '1001', { optionId: '100301' })).status).toBe(500);
		expect((await answer(id, '1001', { optionId: '100101', voiceScore: 1.234 })).status).toBe(400);
	});

	it('have exams scored', async () => {
		const scored = async (param: object, headers: Record<string, string> = {}, exam_id = '1247589060755793923') =>
			await (
				await management(sim, { 'x-app-key': tenant.appKey, ...headers })
			)(EXAM, { params: { exam_id, param } });
		expect((await scored({ code: '0', result: '100.0' }, { quotiety: '80' })).body).toEqual({
			rtnCode: '0',
			rtnMsg: 'query success!',
		});
		expect((await scored({ code: '0', result: 100 })).status).toBe(400);
		expect((await scored({ code: '0', result: '1.234' })).status).toBe(400);
		expect((await scored({ code: '0', result: '1' }, { quotiety: '100' })).status).toBe(500);
		expect((await scored({ code: '0', result: '1' }, {}, '1')).status).toBe(500);
	});
});
