import { done } from '../../../cec/catalogue/answer';
import { choice, decimal, integer, section, text } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { surveys } from '../../../cec/families/surveys';

const EXAM_RESULT = {
	0: 'Ended',
	12000013: 'A Value Is Missing',
	12000016: 'A Value Is Wrong',
	1201008: 'Question or Questionnaire Not Found',
	1203999: 'System Error',
};

export const examScore = resource('examScore', 'Exam Score', surveys, {
	report: operation('8.6', {
		name: 'Report',
		action: 'Report the score of an exam',
		description: 'Tell CEC how many points were reached by operating the system in an exam',
		request: 'POST /apiaccess/ngcrmpfcore_js/csf/exam/sorceresult',
		risk: 'write',
		notice: 'For the training system (UEBA) that holds the exams of CEC. CEC hands it the ID of the exam when one ends.',
		headers: {
			quotiety: integer('Weight', 'Percent that the operating counts, as CEC told it when the exam ended').between(1, 99).named('weight'),
			totalScore: decimal('Total Score', 'Of the questionnaire, as CEC told it when the exam ended').min(0),
		},
		body: {
			params: section({
				exam_id: text('Exam ID').named('examId').max(32).required(),
				param: section({
					code: choice('Result of the Exam', EXAM_RESULT, 'How ending the exam went').asText().named('examResult').startsAs(0).required(),
					result: decimal('Score', 'Weight times points of the question / 100, times the score in percent / 100')
						.named('score')
						.between(0, 99_999_999.99)
						.decimals(2)
						.asText()
						.required(),
					msg: text('Message', 'More about how ending the exam went').named('message').max(256),
				}).required(),
			}).required(),
		},
		answer: done(),
		findOut: 'Reporting the same score again does no harm.',
		errata: [
			{ printed: 'quotiety in the table, quotient in the sample', sent: 'quotiety', why: 'All editions of the vendor have it in the table.' },
			{
				printed: 'result as a string of 8 characters with up to 8 digits before the point and two behind it',
				sent: 'up to 8 digits before the point',
				why: 'The text contradicts the type.',
			},
		],
	}),
});
