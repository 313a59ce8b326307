import { done } from '../../../cec/catalogue/answer';
import { integer, pick, rows } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { campaignGone, isales } from '../../../cec/families/isales';
import { ofCampaign, V1 } from './shared';

const accessCode = pick('accessCodes', 'Number').max(24).only(/^[0-9]*$/, 'digits').required();

export const callerNumber = resource('callerNumber', 'Displayed Number', isales, {
	add: operation('7.1.15', {
		name: 'Add',
		action: 'Add displayed numbers to a campaign',
		description: 'Add numbers that are shown to customers',
		request: `POST ${V1}/callerNo/{campaignId}`,
		risk: 'write',
		path: ofCampaign,
		body: {
			callerNo: rows('Displayed Numbers', 'Number', {
				accessCode,
				priority: integer('Priority', '1 is the highest').between(1, 5).startsAs(1).required(),
			}).required(),
		},
		batch: { list: 'callerNo', from: 'entries', size: 100, noun: ['number', 'numbers'] },
		answer: done(),
		codes: campaignGone,
	}),

	remove: operation('7.1.16', {
		name: 'Remove',
		action: 'Remove displayed numbers from a campaign',
		description: 'Remove numbers that are shown to customers; one must remain',
		request: `DELETE ${V1}/callerNo/{campaignId}`,
		risk: 'write',
		path: ofCampaign,
		body: { callerNo: rows('Displayed Numbers', 'Number', { accessCode }).required() },
		batch: { list: 'callerNo', from: 'entries', size: 100, noun: ['number', 'numbers'] },
		answer: done('deleted'),
		codes: campaignGone,
	}),
});
