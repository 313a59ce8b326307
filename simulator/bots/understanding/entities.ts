import { DateTime } from 'luxon';
import type { World } from '../../world';

/** What stands in a sentence, in the shape of table 10-103. */

export interface Entity {
	citation: string;
	/** -1 of the system or of the surroundings, 0 of the tenant. */
	type: number;
	userEntity: boolean;
	envEntity: boolean;
	beginIndex: number;
	endIndex: number;
	values: Record<string, string>;
	formats: string[];
}

interface Finder {
	citation: string;
	pattern: RegExp;
	userEntity: boolean;
}

/** The tariffs are the tenant's own. */
const finders: Finder[] = [
	{ citation: '@system.phone', pattern: /\b\d{6,15}\b/g, userEntity: false },
	{ citation: '@system.number', pattern: /\b\d{1,5}\b/g, userEntity: false },
	{
		citation: '@system.address',
		pattern: /\b\d+ [A-Z]\w+ (?:Street|Road)\b|[\p{Script=Han}]{2,4}区/gu,
		userEntity: false,
	},
	{ citation: '@tariff', pattern: /\b(?:Basic|Plus|Max)\b/g, userEntity: true },
];

export function entitiesOf(world: World, sentence: string): Entity[] {
	return [anything(sentence), ...surroundings(world), ...finders.flatMap((finder) => found(finder, sentence))];
}

const anything = (sentence: string): Entity => ({
	citation: '@system.any',
	type: -1,
	userEntity: false,
	envEntity: false,
	beginIndex: 0,
	// The last character, as the sample has it.
	endIndex: sentence.length - 1,
	values: { '@system.any': sentence, '@system.any.raw': sentence },
	formats: ['raw'],
});

const found = ({ citation, pattern, userEntity }: Finder, sentence: string): Entity[] =>
	[...sentence.matchAll(pattern)].map(({ 0: raw, index }) => ({
		citation,
		type: userEntity ? 0 : -1,
		userEntity,
		envEntity: false,
		beginIndex: index,
		endIndex: index + raw.length - 1,
		values: { [citation]: raw, [`${citation}.raw`]: raw },
		formats: ['raw'],
	}));

function surroundings({ clock, zone }: World): Entity[] {
	const now = DateTime.fromMillis(clock.now(), { zone });
	const time = { hour: now.toFormat('HH'), minute: now.toFormat('mm') };
	const date = {
		yyyyMM: now.toFormat('yyyyMM'),
		year: now.toFormat('yyyy'),
		month: now.toFormat('MM'),
		day: now.toFormat('dd'),
	};
	return [
		surrounding('@system.env.time', now.toFormat('HH:mm'), time),
		surrounding('@system.env.date', now.toFormat('yyyy-MM-dd'), date),
	];
}

const surrounding = (citation: string, whole: string, parts: Record<string, string>): Entity => ({
	citation,
	type: -1,
	userEntity: false,
	envEntity: true,
	beginIndex: -1,
	endIndex: -1,
	values: {
		...Object.fromEntries(Object.entries(parts).map(([part, value]) => [`${citation}.${part}`, value])),
		[citation]: whole,
	},
	formats: Object.keys(parts),
});
