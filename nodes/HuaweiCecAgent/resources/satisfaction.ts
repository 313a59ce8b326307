import { nameOf, object, timeOf } from '../../../cec/catalogue/answer';
import { dateTime, text } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { ccManagement } from '../../../cec/families/ccManagement';

const EVALUATION = {
	'1': 'Very Dissatisfied',
	'2': 'Dissatisfied',
	'3': 'Neutral',
	'4': 'Satisfied',
	'5': 'Very Satisfied',
	'-1': 'No Reply in Time',
	'-2': 'Invalid Reply',
};

export const satisfaction = resource('satisfaction', 'Satisfaction', ccManagement, {
	get: operation('5.4.3', {
		name: 'Get',
		action: 'Get the satisfaction of a caller',
		description: 'Get what a customer answered to the survey after a call',
		request: 'POST /apiaccess/rest/cc-management/v1/satisfaction/query',
		risk: 'read',
		body: {
			callId: text('Call ID').required().example('e.g. 1647265024-1388'),
			beginTime: dateTime('From', 'The customer answered not before').as('epochMillis').required(),
			endTime: dateTime('To', 'The customer answered not after').as('epochMillis').required(),
		},
		answer: object('satisfactionEvaluations', {
			adds: {
				evaluationName: nameOf('evaluationValue', EVALUATION),
				evaluatedAt: timeOf('evaluationTime', 'epochMillis'),
			},
		}),
	}),
});
