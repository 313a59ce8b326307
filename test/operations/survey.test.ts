/** What is special about surveys: a whole questionnaire is gone through before anything is saved, and then left nowhere half done unsaid. */
import type { IDataObject } from 'n8n-workflow';

import { HuaweiCecSurvey } from '../../nodes/HuaweiCecSurvey/HuaweiCecSurvey.node';
import { Bench, rowsOf } from '../support/bench';
import { execute } from '../support/n8n';

const node = new HuaweiCecSurvey();
const SURVEY = '987654321';
const CIRCLE = '987654323';

let bench: Bench;

beforeAll(async () => {
	bench = await Bench.start();
	bench.moveClock();
});
afterAll(async () => {
	jest.restoreAllMocks();
	await bench.close();
});
beforeEach(() => bench.reset());

const run = async (operation: string, parameters: object, continueOnFail = false): Promise<IDataObject[]> => {
	const [resource, name] = operation.split('/');
	const given = { resource, operation: name, ...parameters } as IDataObject;
	return (await execute({ node, credentials: bench.credentials, parameters: given, continueOnFail })).map(({ json }) => json);
};

const fillIn = async (answers: object[], more: object = {}, continueOnFail = false) =>
	(await run('questionnaire/fillIn', { module: '80031', questionnaireId: SURVEY, answersInput: 'fields', answers: rowsOf(...answers), ...more }, continueOnFail))[0];

const failure = async (work: Promise<unknown>): Promise<{ message: string; description: string }> =>
	await work.then(
		() => {
			throw new Error('It went through');
		},
		(error: { message: string; description: string }) => error,
	);

interface Surveys {
	sheets: Array<{ surveyAnswerId: string; isSubmitted: boolean }>;
	answers: Array<{ questionId: string; optionId?: string; answerText?: string }>;
	examScores: Record<string, object>;
}
const surveys = () => (bench.state as unknown as { surveys: Surveys }).surveys;
const sent = (section: string) => bench.requests.filter((request) => request.section === section).map(({ body }) => body as IDataObject);

const satisfied = [
	{ questionId: '1003', optionIds: '100301, 100303', answerText: 'Mostly' },
	{ questionId: '1001', optionIds: ['100101'] },
];

describe('filling in a questionnaire', () => {
	test('asks on the way of the chosen options, answers in the order of the questions, and submits', async () => {
		const item = await fillIn(satisfied);
		expect(sent('8.2')).toEqual([
			{ surveyId: SURVEY, isAnswered: true },
			{ surveyId: SURVEY, questionId: '1001', isAnswered: true, questionType: 'single', answerOptionIdList: ['100101'] },
			{ surveyId: SURVEY, questionId: '1003', isAnswered: true, questionType: 'multi', answerOptionIdList: ['100301', '100303'] },
		]);
		const { sheets, answers } = surveys();
		expect(sheets).toEqual([expect.objectContaining({ surveyAnswerId: item.surveyAnswerId, isSubmitted: true })]);
		expect(answers.map(({ questionId, optionId, answerText }) => [questionId, optionId, answerText])).toEqual([
			['1001', '100101', undefined],
			['1003', '100301', 'Mostly'],
			['1003', '100303', undefined],
		]);
		expect(item.answers).toMatchObject([
			{ questionId: '1001', answerNo: 1, content: 'Were you satisfied?', questionAnswerIds: [expect.any(String)] },
			{ questionId: '1003', questionAnswerIds: [expect.any(String), expect.any(String)] },
		]);
	});

	test.each(['empty', 'refused'] as const)('knows the end when it is told by an answer that is %s', async (end) => {
		bench.sim.control.setSurveys({ end });
		expect(await fillIn(satisfied)).toMatchObject({ submitted: true });
	});

	test('skips what is not answered only when told to', async () => {
		const [useOf] = satisfied;
		const error = await failure(fillIn([useOf]));
		expect(error.message).toBe('There is no answer to the question 1001: Were you satisfied?');
		expect(error.description).toMatch(/Nothing was saved\.$/);
		expect(surveys().sheets).toEqual([]);
		expect(await fillIn([useOf], { additionalFields: { skipOthers: true } })).toMatchObject({ submitted: true, skipped: ['1001'] });
		expect(sent('8.2').at(-2)).toEqual({ surveyId: SURVEY, questionId: '1001', isAnswered: false, questionType: 'single' });
	});

	test.each(['empty', 'refused'] as const)('saves nothing when an answer has no question (%s)', async (end) => {
		bench.sim.control.setSurveys({ end });
		const error = await failure(fillIn([...satisfied, { questionId: '1002', answerText: 'Nothing' }]));
		expect(error.message).toBe('CEC has not asked: 1002');
		expect(surveys().sheets).toEqual([]);
	});

	test('saves nothing when an option is not one of the question', async () => {
		const error = await failure(fillIn([satisfied[1], { questionId: '1003', optionIds: '100301, 1' }]));
		expect(error.message).toBe('The question 1003 has no option 1');
		expect(surveys().sheets).toEqual([]);
	});

	test('ends where a questionnaire leads round in circles', async () => {
		const error = await failure(fillIn([{ questionId: '3001', answerText: 'No' }], { questionnaireId: CIRCLE }));
		expect(error.message).toBe('The questionnaire comes back to the question 3001');
		expect(sent('8.2')).toHaveLength(2);
	});

	test('saves scores only where they are added', async () => {
		await fillIn([{ questionId: '1001', optionIds: '100101' }, { questionId: '1003', optionIds: '100301', addScores: true, voiceScore: 50, operationScore: 20.5 }]);
		const answered = { surveyAnswerId: expect.any(String), surveyId: SURVEY };
		expect(sent('8.3')).toEqual([
			{ ...answered, questionId: '1001', optionId: '100101' },
			{ ...answered, questionId: '1003', optionId: '100301', voiceScore: 50, operScore: 20.5 },
		]);
	});

	test('refuses two answers to one question', async () => {
		const error = await failure(fillIn([...satisfied, satisfied[0]]));
		expect(error.message).toMatch(/^There are two answers to the question 1003/);
		expect(bench.requests.filter(({ section }) => section?.startsWith('8.'))).toEqual([]);
	});

	test('tells of the sheet that is half done when CEC fails on the way', async () => {
		bench.sim.control.addFault({ kind: 'status', status: 500, match: { path: 'createQuestionAnswer', skip: 1 } });
		const error = await failure(fillIn(satisfied));
		const [{ surveyAnswerId, isSubmitted }] = surveys().sheets;
		expect(isSubmitted).toBe(false);
		expect(error.description).toMatch(new RegExp(`^The answer sheet ${surveyAnswerId} is saved, but not submitted\\. `));
		expect(sent('8.5')).toEqual([]);
	});

	test('gives the ID of that sheet to the nodes behind, when it goes on after errors', async () => {
		bench.sim.control.addFault({ kind: 'status', status: 500, match: { path: 'createQuestionAnswer' } });
		const item = await fillIn(satisfied, {}, true);
		expect(item).toMatchObject({ surveyAnswerId: surveys().sheets[0].surveyAnswerId, error: expect.any(String) });
	});
});

test('the first question is asked for without one before it; behind the last there is none', async () => {
	await run('question/getNext', { questionnaireId: SURVEY });
	expect(sent('8.2')).toEqual([{ surveyId: SURVEY, isAnswered: true }]);
	const [end] = await run('question/getNext', { questionnaireId: SURVEY, questionId: '1003' });
	expect(end).toEqual({ questionId: '', optionIdList: [] });
});

test('the score of an exam travels as a text, its scale in headers', async () => {
	const additionalFields = { weight: 80, totalScore: 90.5 };
	await run('examScore/report', { examId: '1247589060755793923', score: 85.5, additionalFields });
	expect(sent('8.6')).toEqual([{ params: { exam_id: '1247589060755793923', param: { code: '0', result: '85.5' } } }]);
	await expect(run('examScore/report', { examId: '1247589060755793923', score: 33.333 })).rejects.toThrow('"Score" may have at most 2 digits behind the point, not 33.333');
	expect(surveys().examScores).toEqual({ '1247589060755793923': { code: '0', result: '85.5', quotiety: '80', totalScore: '90.5' } });
});
