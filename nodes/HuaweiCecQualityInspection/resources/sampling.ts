/** Which calls are drawn for review, and who reviews them (12.2.13, 12.2.14). */
import { choice, integer, picks, rows, rowsOrJson, text, type Conditions, type Field, type Fields } from '../../../cec/catalogue/field';
import { isRecord } from '../../../cec/formats/paths';
import { MEDIA } from './shared';

const TYPES = {
	1: ['Of All Calls', 'So many of the calls that fit'],
	2: ['Number per Agent', 'So many calls of each agent'],
	3: ['Percentage per Agent', 'A share of the calls of each agent'],
} satisfies Record<number, [string, string]>;

const CONDITIONS = { 0: 'Any', 1: 'Not Reviewed Yet', 2: 'Reviewed Already' };
const MOST_SCORE = 10_000;

const score = (label: string) => integer(label, 'Of the automatic inspection').between(0, MOST_SCORE);
const duration = (label: string, most: number, unit: string) => integer(label, unit).between(0, most);

export interface Drawn {
	leastSample?: number;
	mostCalls: number;
	mostDuration: number;
	durationUnit: string;
	/** Keys that travel as texts. */
	asTexts: string[];
	/** Without a number per agent, there must be a limit. */
	mostIsNeeded?: true;
	/** When calls are drawn at all. */
	when?: Conditions;
}

/** Tables disagree on which of these are texts and which numbers. */
export function sampling({ leastSample = 1, mostCalls, mostDuration, durationUnit, asTexts, mostIsNeeded, when = {} }: Drawn): Fields {
	const most = integer('Most Calls', 'How many are drawn at most').between(mostIsNeeded ? 1 : 0, mostCalls).named('mostCalls');
	const limit: Fields = mostIsNeeded
		? {
				maxNum: most.when({ qualityType: [1, 3] }).startsAs(10).required(),
				maxNumPerAgent: most.when({ qualityType: [2] }).wire('maxNum'),
			}
		: { maxNum: most };
	const fields: Fields = {
		interactionType: choice('Media', MEDIA).named('media').startsAs(0).required(),
		qualityType: choice('Sample', TYPES, 'How many calls are drawn').named('sample').startsAs(1).required(),
		qualityNum: integer('Sample Size', 'How many calls, or how many percent').between(leastSample, mostCalls).named('sampleSize').startsAs(10).required(),
		qualityCondition: choice('Review State', CONDITIONS, 'Which calls can be drawn').named('reviewState').startsAs(0).required(),
		...limit,
		durationStart: duration('Shortest Duration', mostDuration, durationUnit).named('shortestDuration'),
		durationEnd: duration('Longest Duration', mostDuration, durationUnit).named('longestDuration'),
		scoreStart: score('Lowest Score').named('lowestScore'),
		scoreEnd: score('Highest Score').named('highestScore'),
		staffIds: picks('agentUsers', 'Agent Names or IDs', 'Only calls of these agents').named('agentUserIds').follows('actingUserId').otherwise([]),
	};
	return Object.fromEntries(
		Object.entries(fields).map(([key, field]): [string, Field] => [key, (asTexts.includes(field.spec.wire ?? key) ? field.asText() : field).when(when)]),
	);
}

/** Who reviews the calls, and how many of them. */
export const inspectors = (count: Field): Fields =>
	rowsOrJson(
		'inspectors',
		rows('Inspectors', 'Inspector', {
			userId: text('User ID', 'User ID of the inspector').wire('personID').max(64).example('e.g. 1652268429538866104').required(),
			count,
		})
			.wire('setCounts')
			.required(),
		'A list such as [ { "userId": "1652268429538866104", "count": 10 } ]',
	);

/** Shares are percentages of the whole. */
export function sharesProblem({ setCountsType, inspectors: rowsGiven, inspectorsJson }: Record<string, unknown>): string | undefined {
	const given = rowsGiven ?? inspectorsJson;
	if (String(setCountsType) !== '2' || !Array.isArray(given)) return undefined;
	const sum = given.filter(isRecord).reduce((all, { count }) => all + Number(count), 0);
	return sum === 100 ? undefined : `The shares of the inspectors must be 100 percent together, not ${sum}`;
}

