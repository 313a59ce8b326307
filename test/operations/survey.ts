import { rowsOf, type Bench } from '../support/bench';
import type { Case } from './case';

/** Questionnaires of the simulator: one for customers, one for training. */
const SURVEY = '987654321';
const [SATISFIED, NOT_SATISFIED] = ['100101', '100102'];
const TRAINING = '987654322';
const EXAM = '1247589060755793923';
const ID = expect.stringMatching(/^\d{18}$/);

const manual = { module: '80031', questionnaireId: SURVEY };
const about = { additionalFields: { customerId: '4711', taskId: '1' } };

async function newSheet(bench: Bench, surveyId = SURVEY): Promise<string> {
	const { surveyAnswerId } = (await bench.survey('createScriptAnswer', { moduleId: '80031', surveyId, result: 'save' })) as { surveyAnswerId: string };
	return surveyAnswerId;
}

async function newAnswer(bench: Bench): Promise<string> {
	const surveyAnswerId = await newSheet(bench, TRAINING);
	const given = { surveyAnswerId, surveyId: TRAINING, questionId: '2001' };
	return ((await bench.survey('createQuestionAnswer', given)) as { questionAnswerId: string }).questionAnswerId;
}

const spoken = { answerText: 'Good morning', voiceScore: 50, operationScore: 20.52 };
const satisfied = [
	{ questionId: '1001', optionIds: SATISFIED },
	{ questionId: '1003', optionIds: '100301, 100303' },
];

export const surveyCases: Record<string, Case> = {
	'questionnaire/fillIn': {
		run: () => ({ ...manual, answersInput: 'fields', answers: rowsOf(...satisfied) }),
		more: {
			'all fields': () => ({
				module: '80083',
				questionnaireId: TRAINING,
				answersInput: 'fields',
				answers: rowsOf({ questionId: '2002', addScores: true, ...spoken }),
				additionalFields: { ...about.additionalFields, skipOthers: true },
			}),
			'answers given as JSON': () => ({ ...manual, answersInput: 'json', answersJson: JSON.stringify([{ ...satisfied[0], ...spoken }, satisfied[1]]) }),
		},
		refused: { run: () => ({ ...manual, questionnaireId: '1', answersInput: 'fields', answers: rowsOf(...satisfied) }), message: /does not know the questionnaire/ },
		gives: { surveyAnswerId: ID, submitted: true, answers: [{ questionId: '1001' }, { questionId: '1003' }], skipped: [] },
	},
	'answerSheet/create': {
		run: () => manual,
		more: { 'all fields': () => ({ ...manual, status: 'submit', ...about }) },
		refused: { run: () => ({ ...manual, questionnaireId: '1' }), message: /^CEC does not know the questionnaire or the question \(code 1201008\)$/ },
		gives: { surveyAnswerId: ID },
	},
	'answerSheet/updateStatus': {
		run: async (bench) => ({ answerSheetId: await newSheet(bench) }),
		more: { 'saving it once more': async (bench) => ({ answerSheetId: await newSheet(bench), status: 'save' }) },
		refused: { run: () => ({ answerSheetId: '1' }), message: /could not do this with the values given/ },
		gives: { success: true },
	},
	'question/getNext': {
		run: () => ({ questionnaireId: SURVEY }),
		more: {
			'all fields': () => ({
				questionnaireId: SURVEY,
				questionId: '1001',
				mustBeAnswered: true,
				additionalFields: { questionType: 'single', chosenOptionIds: NOT_SATISFIED },
			}),
		},
		refused: { run: () => ({ questionnaireId: SURVEY, questionId: '1' }), message: /\(code 1201008\)$/ },
		gives: { questionId: '1001', questionType: 'single', questionTypeName: 'Single Choice', optionIdList: [{ optionId: SATISFIED }, {}] },
	},
	'answer/create': {
		run: async (bench) => ({ answerSheetId: await newSheet(bench), questionnaireId: SURVEY, questionId: '1002' }),
		more: {
			'all fields': async (bench) => ({
				answerSheetId: await newSheet(bench),
				questionnaireId: SURVEY,
				questionId: '1001',
				additionalFields: { optionId: SATISFIED, ...spoken },
			}),
		},
		refused: {
			run: async (bench) => ({ answerSheetId: await newSheet(bench), questionnaireId: SURVEY, questionId: '2001' }),
			message: /\(code 1201008\)$/,
		},
		// The second item would answer the same question, were it not spoiled.
		spoil: 'questionId',
		gives: { questionAnswerId: ID },
	},
	'answer/update': {
		run: async (bench) => ({ answerId: await newAnswer(bench), updateFields: { answerText: 'Good evening' } }),
		more: { 'all fields': async (bench) => ({ answerId: await newAnswer(bench), updateFields: { ...spoken, duration: 12 } }) },
		refused: { run: () => ({ answerId: '1', updateFields: { duration: 1 } }), message: /could not do this with the values given/ },
		gives: { success: true },
	},
	'examScore/report': {
		run: () => ({ examId: EXAM, score: 85.5 }),
		more: {
			'all fields': () => ({
				examId: EXAM,
				examResult: '1203999',
				score: 0,
				additionalFields: { weight: 80, totalScore: 90, message: 'It broke off' },
			}),
		},
		refused: { run: () => ({ examId: '1', score: 1 }), message: /could not do this with the values given/ },
		gives: { success: true },
	},
};
