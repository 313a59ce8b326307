import { z } from 'zod';
import { int, optionalText } from '../../schema/fields';
import { wrong } from '../serve';
import type { QualityRules } from './state';

/** Rules are listed by pages, of which the first may go without saying; sizes are not limited. */
export const ruleList = (keyword: number) =>
	z.object({ limit: int(1), page: int(1).default(1), keyword: optionalText(keyword) }).strict();

export const ids = z.array(z.string().min(1)).default([]);

/** Seconds since 1970, of ten digits at most: a text or sample that has milliseconds stands alone among others. */
const seconds = int(0, 9_999_999_999).optional();
export const period = z.object({ call_from: seconds, call_end: seconds }).strict();

export const named =
	(keyword = '') =>
	({ name }: { name: string }): boolean =>
		name.includes(keyword);

/** Sentences that a request names must be there. */
export function knownSentences({ sentences }: QualityRules, ...lists: string[][]): void {
	const unknown = lists.flat().find((id) => !sentences.has(id));
	if (unknown !== undefined) wrong(`The sentence ${unknown} does not exist.`);
}

/** Sentences as details of rules and words have them. */
export const sentenceViews = ({ sentences }: QualityRules, list: string[]): object[] =>
	list.flatMap((id) => {
		const sentence = sentences.get(id);
		return sentence ? [{ category_id: sentence.categoryId, sentence_id: id, sentence_name: sentence.name }] : [];
	});

/** What a rule costs is told below zero, as a text. */
export const cost = (score: number): string => String(-score);
