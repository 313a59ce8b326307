import { done, object } from '../../../cec/catalogue/answer';
import { integer, text } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { surveys } from '../../../cec/families/surveys';
import { BASE, content, sheetId, surveyId } from './shared';

export const answer = resource('answer', 'Answer', surveys, {
	create: operation('8.3', {
		name: 'Create',
		action: 'Create an answer',
		description: 'Answer a question on an answer sheet',
		request: `POST ${BASE}/createQuestionAnswer`,
		risk: 'write',
		body: {
			surveyAnswerId: sheetId,
			surveyId,
			questionId: text('Question ID', 'From Question > Get Next').required(),
			optionId: text('Option ID', 'What was chosen; where several were, each is an answer of its own'),
			...content,
		},
		answer: object(),
		findOut: 'Look at the answer sheet in the console of CEC before you answer the question again.',
		errata: [
			{ printed: 'answerNo in the sample, not in the table', sent: 'nothing', why: 'Nothing tells what it would be good for.' },
			{
				printed: 'one optionId for all types of questions',
				sent: 'a request for each option that was chosen',
				why: 'The interface creates one record, and names no separator.',
			},
		],
	}),

	update: operation('8.4', {
		name: 'Update',
		action: 'Update an answer',
		description: 'Change what was answered to a question',
		request: `POST ${BASE}/updateQuestionAnswer`,
		risk: 'write',
		body: {
			questionAnswerId: text('Answer ID', 'From Answer > Create: its key "questionAnswerId"').named('answerId').required(),
			...content,
			costTime: integer('Duration', 'Seconds that the answer took').min(0).named('duration'),
		},
		answer: done(),
		findOut: 'Changing it again in the same way does no harm.',
	}),
});
