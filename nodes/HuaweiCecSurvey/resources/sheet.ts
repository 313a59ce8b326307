import { done, object } from '../../../cec/catalogue/answer';
import { choice } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { surveys } from '../../../cec/families/surveys';
import { aboutSheet, BASE, newSheet, SHEET_STATUS, sheetId } from './shared';

export const sheet = resource('answerSheet', 'Answer Sheet', surveys, {
	create: operation('8.1', {
		name: 'Create',
		action: 'Create an answer sheet',
		description: 'Begin an answer sheet for a questionnaire; the answers follow one by one',
		request: `POST ${BASE}/createScriptAnswer`,
		risk: 'write',
		body: {
			...newSheet,
			result: choice('Status', SHEET_STATUS, 'Saved sheets take answers').named('status').startsAs('save').required(),
			...aboutSheet,
		},
		answer: object(),
		findOut: 'Look for the answer sheet in the console of CEC before you create it again.',
		errata: [{ printed: 'serviceld1 in the table, serviceId1 in the sample', sent: 'serviceId1', why: 'An I was read as l.' }],
	}),

	updateStatus: operation('8.5', {
		name: 'Update Status',
		action: 'Update the status of an answer sheet',
		description: 'Submit an answer sheet when all is answered',
		request: `POST ${BASE}/updateScriptAnswer`,
		risk: 'write',
		body: {
			surveyAnswerId: sheetId,
			result: choice('Status', SHEET_STATUS).named('status').startsAs('submit').required(),
		},
		answer: done(),
		findOut: 'Look at the answer sheet in the console of CEC before you submit it again.',
	}),
});
