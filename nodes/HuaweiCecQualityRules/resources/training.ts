import { done, object } from '../../../cec/catalogue/answer';
import { operation, resource, type Operation } from '../../../cec/catalogue/operation';
import { sqm } from '../../../cec/families/sqm';
import { byUser, SQM } from './shared';

const TRAINING = `${SQM}/semantickeywordtraining`;

export const training = resource('training', 'Training', sqm, {
	getStatus: operation('12.2.5.1', {
		name: 'Get Status',
		action: 'Get the status of the training',
		description: 'Find out whether there are sentences or sensitive words that CEC has not learned yet',
		request: `POST ${TRAINING}/queryTraining`,
		risk: 'read',
		headers: byUser,
		body: {},
		answer: object(),
		errata: [
			{
				printed: 'out_of_date as whether something is being trained',
				sent: 'it is read as whether something is still to be learned, or is being learned',
				why: 'So its name; either way the training is over when it is false.',
			},
		],
	}),

	start: operation('12.2.5.2', {
		name: 'Start',
		action: 'Start the training',
		description: 'Let CEC learn sentences and sensitive words as they are now',
		request: `POST ${TRAINING}/trainTags`,
		risk: 'write',
		findOut: 'Look with "Get Status" whether the training goes on.',
		headers: byUser,
		body: {},
		answer: done(),
		wait: {
			toggle: { label: 'Wait Until Learned', hint: 'Whether to wait until CEC has learned everything' },
			what: () => 'The training',
			ask: (): Operation => training.operations.getStatus,
			given: (values) => ({ 'x-UserId': values['x-UserId'] }),
			read: ({ out_of_date: isOutOfDate }) => ({ state: isOutOfDate === false || isOutOfDate === 'false' ? 'done' : 'running' }),
			everyMs: 5000,
			minutes: 30,
		},
	}),
});
