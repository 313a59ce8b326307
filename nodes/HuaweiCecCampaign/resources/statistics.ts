import { entries, readAs } from '../../../cec/catalogue/answer';
import { day, pick, text } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { isales } from '../../../cec/families/isales';
import { failCounts } from '../failCodes';
import { onlyOne, V1, V2, vdn } from './shared';

export const statistics = resource('statistics', 'Statistic', isales, {
	getProgress: operation('7.4.7', {
		name: 'Get Progress',
		action: 'Get the progress of campaigns',
		description: 'Get how many numbers were called, answered and are left, today and in all, by campaign and batch',
		request: `GET ${V2}/statistics`,
		risk: 'read',
		failsWhenThrottled: true,
		path: vdn,
		query: {
			campaignId: pick('campaigns', 'Campaign', 'All campaigns when left empty'),
			batchId: text('Batch ID', 'Only this batch: the Batch ID given when numbers were added. Needs a campaign.'),
		},
		check: ({ campaignId, batchId }) => (batchId && !campaignId ? '"Batch ID" needs a campaign' : undefined),
		answer: entries('countDetail'),
		codes: {
			'HTTP 429': {
				means: 'CEC gives the progress only once in five minutes (HTTP 429)',
				remedy: 'Wait, or use a Campaign Result Trigger to count results as they come.',
			},
		},
		notice: 'CEC answers this only once in five minutes.',
	}),

	getFailures: operation('7.1.14', {
		name: 'Get Failures',
		action: 'Get the failures of a campaign by reason',
		description: 'Count failed calls by day and reason',
		request: `GET ${V1}/failcategorystatistics`,
		risk: 'read',
		path: vdn,
		query: {
			campaignId: pick('campaigns', 'Campaign').required(),
			startDate: day('From', 'First day; today when both days are left empty'),
			endDate: day('To', 'Last day'),
		},
		window: { begin: 'startDate', end: 'endDate', days: 30 },
		check: ({ startDate, endDate }) => (onlyOne(startDate, endDate) ? '"From" and "To" are given together or not at all' : undefined),
		answer: entries('data', { adds: { failures: readAs('failData', failCounts) } }),
	}),
});
