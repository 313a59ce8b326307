/** Fields and texts that the resources of surveys share. */
import { choice, decimal, text, yesNo, type Fields } from '../../../cec/catalogue/field';

export const BASE = '/apiaccess/v1/scriptAnswer';

const MODULE = { 80031: 'Manual Outbound Call', 80081: 'Automatic Outbound Call', 80083: 'Smart Training' };

export const QUESTION_TYPE = {
	essay: 'Free Text',
	multi: 'Multiple Choice',
	single: 'Single Choice',
	voice: 'Voice',
	voiceOperation: 'Voice and Operation',
};

/** No interface lists questionnaires. */
export const surveyId = text('Questionnaire ID', 'Stands in the console of CEC, where questionnaires are made').named('questionnaireId').required();

export const sheetId = text('Answer Sheet ID', 'From Answer Sheet > Create: its key "surveyAnswerId"').named('answerSheetId').required();

/** Of a new answer sheet. */
export const newSheet = {
	moduleId: choice('Module', MODULE, 'For which part of CEC the questionnaire was made').asText().named('module').required(),
	surveyId,
};
export const aboutSheet = {
	custId: text('Customer ID', 'Who answers').named('customerId'),
	serviceId1: text('Task ID', 'Of the campaign or training to which the questionnaire belongs').named('taskId'),
};

/** Numbers with two decimals, at most eleven digits in all. */
const score = (label: string, hint: string) => decimal(label, hint).max(999_999_999.99).decimals(2);

const answerText = text('Answer', 'What was answered, in words').lines();
const scores = {
	voiceScore: score('Voice Score', 'What the spoken answer is worth, for questions of training'),
	operationScore: score('Operation Score', 'What the operation on the screen is worth, for questions of training').wire('operScore'),
};

/** What an answer may hold. */
export const content: Fields = { answerText, ...scores };

/** The same in a row, whose numbers n8n fills with 0. */
export const contentOfRow: Fields = {
	answerText,
	addScores: yesNo('Add Scores', 'Whether the answer gets scores, for questions of training').notSent(),
	voiceScore: scores.voiceScore.when({ addScores: [true] }),
	operationScore: scores.operationScore.when({ addScores: [true] }),
};

export const SHEET_STATUS = { save: 'Saved', submit: 'Submitted' };
