import type { Family } from '../catalogue/family';

/**
 * Questionnaires and their answer sheets (chapter 8, way in C1). Success is "1203000", or "0" where exams are scored
 * (8.6); the only other codes that the chapter tells of stand there.
 */
export const surveys: Family = {
	name: 'surveys',
	title: 'CEC',
	credential: 'huaweiCecAppApi',
	contentType: 'application/json',
	envelope: { codes: ['resultCode', 'rtnCode'], texts: ['resultDesc', 'rtnMsg'] },
	isSuccess: (code) => code === '1203000' || code === '0',
	codes: {
		'1201008': { means: 'CEC does not know the questionnaire or the question', remedy: 'Check the IDs.' },
		'1203999': { means: 'CEC failed', remedy: 'Try again later; when it stays so, ask the operator of CEC.' },
		'12000013': { means: 'A value is missing', remedy: 'Fill in what the interface needs.' },
		'12000016': { means: 'CEC does not accept a value', remedy: 'Check the values that were given.' },
		'HTTP 400': { means: 'CEC found the request malformed (HTTP 400)', remedy: 'Check the values that were given.' },
		'HTTP 500': {
			means: 'CEC could not do this with the values given (HTTP 500)',
			remedy: 'Questionnaire, question and answer sheet must exist and belong together.',
		},
	},
};
