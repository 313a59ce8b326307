import { entries, object, readAs, timeOf, WHOLE } from '../../../cec/catalogue/answer';
import { choice, day, pick, type Fields } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { bots } from '../../../cec/families/bots';
import { tenant } from './shared';

const API = '/oifde/rest/api';

const timestamp = day('Day').as('midnightMillis').named('day');

/** What is counted by hour or day, for one bot. */
const byTime: Fields = {
	...tenant,
	type: choice('Count By', { day: ['Day', 'The thirty days that end with this one'], hour: ['Hour', 'The hours of this day'] })
		.startsAs('hour')
		.required(),
	accessCode: pick('botAccessCodes', 'Access Code', 'Of the bot').required(),
	timestamp: timestamp.required(),
};

const span = choice('Time Span', { day: ['Day', 'This day alone'], month: ['Thirty Days', 'The thirty days that end with this one'] })
	.startsAs('day')
	.required();

/** Rates are texts, and -1 where there was nothing to divide by. */
const rateIn = (key: string) => readAs(key, (rate) => (Number(rate) < 0 ? null : Number(rate)));

const recordedAt = timeOf('recordTime', 'epochMillis');

/** What bots were asked, and how well they answered. */
export const report = resource('report', 'Report', bots, {
	getCalls: operation('10.15.1', {
		name: 'Get Calls',
		action: 'Get a report of the calls of a bot',
		description: 'Count by hour or day how many customers came to a bot, and how many of them had to be handed to an agent',
		request: `POST ${API}/queryCallStatisticsReport`,
		risk: 'read',
		body: byTime,
		answer: entries(WHOLE, {
			adds: {
				recordedAt,
				selfServiceRate: rateIn('autonomyRate'),
				turnsPerCall: readAs('averageInteractPerCall', Number),
				calledInterfaceRate: rateIn('interfaceSuccessRate'),
			},
		}),
		errata: [{ printed: 'timestamp long in the table, a text in the sample', sent: 'a number', why: 'So the table, and the samples of 10.15.2 to 10.15.4.' }],
	}),

	getReplies: operation('10.15.2', {
		name: 'Get Replies',
		action: 'Get a report of the replies of a bot',
		description: 'Count by hour or day how often a bot knew an answer, and how satisfied customers were',
		request: `POST ${API}/queryChatbotReport`,
		risk: 'read',
		body: byTime,
		answer: entries(WHOLE, {
			adds: { recordedAt, answeredRate: rateIn('responseRate'), satisfactionRate: rateIn('positiveFeedbackRate') },
		}),
	}),

	getKnowledge: operation('10.15.3', {
		name: 'Get Knowledge',
		action: 'Get a report of what bots know',
		description: 'Count FAQs, intents and small talk of the tenant, and how often each was hit',
		request: `POST ${API}/queryKnowledgeReport`,
		risk: 'read',
		body: {
			...tenant,
			type: span,
			timestamp: timestamp.called('Day', 'When left empty, only what is set up is counted, not what was hit').shown(),
		},
		answer: object(undefined, { adds: { recordedAt } }),
		errata: [
			{ printed: 'tenantId int, recordTime String and type long in the answer', sent: 'read as they come', why: 'The types have slipped; the sample shows which belongs to which.' },
		],
	}),

	getTopBots: operation('10.15.4', {
		name: 'Get Top Bots',
		action: 'Get the bots with most customers',
		description: 'Get the ten bots that most customers came to',
		request: `POST ${API}/queryChatbotHotspotData`,
		risk: 'read',
		body: { ...tenant, type: span, timestamp: timestamp.required() },
		answer: entries(WHOLE, { adds: { accessCode: readAs('name', String) } }),
	}),
});
