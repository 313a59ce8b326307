import { object } from '../../../cec/catalogue/answer';
import { list, rows, rowsOrJson, text, yesNo, type Fields } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { surveys } from '../../../cec/families/surveys';
import { fillIn, mustAnswerOnce } from '../fillIn';
import { aboutSheet, BASE, content, contentOfRow, newSheet } from './shared';

const answers = (answered: Fields) =>
	rows(
		'Answers',
		'Answer',
		{
			questionId: text('Question ID', 'From Question > Get Next').required(),
			optionIds: list('Option IDs', 'What was chosen, for questions with options'),
			...answered,
		},
		'One for each question that is to be answered, in any order',
	).required();

const inJson = 'List of objects such as {"questionId": "…", "optionIds": ["…"]} or {"questionId": "…", "answerText": "…"}';

/** Whole questionnaires; the steps are those of the other resources. */
export const questionnaire = resource('questionnaire', 'Questionnaire', surveys, {
	fillIn: operation([], {
		name: 'Fill In',
		action: 'Fill in a questionnaire',
		description: 'Go through all questions, answer them on a new answer sheet and submit it; nothing is saved unless questions and answers fit each other',
		request: `POST ${BASE}/createScriptAnswer`,
		risk: 'write',
		procedure: fillIn,
		check: mustAnswerOnce,
		body: {
			...newSheet,
			...rowsOrJson('answers', answers(contentOfRow), inJson, answers(content)),
			...aboutSheet,
			skipOthers: yesNo('Skip Other Questions', 'Whether questions without an answer here are skipped, as such that need none'),
		},
		answer: object(),
	}),
});
