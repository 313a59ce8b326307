import { nameOf, object } from '../../../cec/catalogue/answer';
import { choice, list, text, yesNo } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { surveys } from '../../../cec/families/surveys';
import { BASE, QUESTION_TYPE, surveyId } from './shared';

export const question = resource('question', 'Question', surveys, {
	getNext: operation('8.2', {
		name: 'Get Next',
		action: 'Get the next question',
		description: 'Get the question that follows another one, or the first one; behind the last one the item has no question ID',
		request: `POST ${BASE}/getNextQuestionInfo`,
		risk: 'read',
		noFilters: true,
		body: {
			surveyId,
			questionId: text('Current Question ID', 'The question before the wanted one; leave it empty to get the first').shown(),
			isAnswered: yesNo('Must Be Answered', 'Whether the current question must be answered; on for the first').named('mustBeAnswered').startsAs(true).required(),
			questionType: choice('Current Question Type', QUESTION_TYPE),
			answerOptionIdList: list('Chosen Option IDs', 'What was chosen at the current question, on which the next one may depend').named('chosenOptionIds'),
		},
		answer: object(undefined, { adds: { questionTypeName: nameOf('questionType', QUESTION_TYPE) } }),
		errata: [
			{
				printed: 'nothing about what is answered behind the last question',
				sent: 'nothing',
				why: 'An answer without questionId is taken for the end; a refusal stays an error here.',
			},
			{
				printed: 'isAnswered as needed even where there is no question yet, and true in all samples',
				sent: 'true for the first question and behind those that were answered, false behind those that Fill In skips',
				why: 'The table describes it as whether the question must be answered; an older edition of the vendor fixes it to true.',
			},
		],
	}),
});
