/** Fields and texts that the resources of surveys share. */
import { choice, decimal, text } from '../../../cec/catalogue/field';

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
export const surveyId = text('Questionnaire ID', 'Stands in the console of CEC, where questionnaires are made').required();

export const sheetId = text('Answer Sheet ID', 'From Answer Sheet > Create').required();

/** Of a new answer sheet. */
export const newSheet = {
	moduleId: choice('Module', MODULE, 'For which part of CEC the questionnaire was made').asText().required(),
	surveyId,
};
export const aboutSheet = {
	custId: text('Customer ID', 'Who answers'),
	serviceId1: text('Task ID', 'Of the campaign or training to which the questionnaire belongs'),
};

/** Numbers with two decimals, at most eleven digits in all. */
const score = (label: string, hint: string) => decimal(label, hint).max(999_999_999.99);

/** What an answer may hold. */
export const content = {
	answerText: text('Answer', 'What was answered, in words').lines(),
	voiceScore: score('Voice Score', 'What the spoken answer is worth, for questions of training'),
	operScore: score('Operation Score', 'What the operation on the screen is worth, for questions of training'),
};

export const SHEET_STATUS = { save: 'Saved', submit: 'Submitted' };
