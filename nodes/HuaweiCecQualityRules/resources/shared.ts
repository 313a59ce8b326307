/** What the interfaces of quality inspection share (12.2). */
import { readAs, type DerivedFields } from '../../../cec/catalogue/answer';
import { dateTime, Field, integer, picks, section, text, type Fields } from '../../../cec/catalogue/field';
import type { Erratum } from '../../../cec/catalogue/operation';
import { byPage, type Paging } from '../../../cec/catalogue/paging';
import type { TimeFormat } from '../../../cec/formats/times';
import { isoFromWire } from '../../../cec/formats/times';

export const SQM = '/apiaccess/CCSQM/rest/ccisqm/v1';

/** The user in whose name something is done. No interface gives a list of users. */
export const byUser: Fields = {
	'x-UserId': text('Acting User ID', 'ID of the user in whose name this is done. The staff page of CEC shows it: look for "userId" in what the browser receives there.')
		.named('actingUserId')
		.example('e.g. 1652268429538866104')
		.required(),
};

/** `page` and `limit`, of which CEC takes few sizes. */
export const pageAndLimit: Paging = byPage({ position: 'page', size: 'limit', first: 1, sizes: [5, 10, 20, 50, 100], max: 100, total: 'paging.total' });

export const keyword = text('Keyword', 'Only those with this text in their name');

/** Sentences that belong to something, by their ids. */
export const sentences = (label: string, hint?: string): Field => picks('sentences', `${label} Names or IDs`, hint).follows('actingUserId');

/** What rules take from the score of a call. CEC wants it without a sign, and tells it with one. */
export const deduction = integer('Deducted Points', 'Points that a call loses by the rule').named('deduction').min(0).startsAs(5).required();

const points: DerivedFields = { deduction: readAs('score', (score) => Math.abs(Number(score))) };

/** Rules can be limited to the calls of some time. */
export const callPeriod = (format: TimeFormat = 'epochSeconds'): Field =>
	section({
		call_from: dateTime('Calls From', 'Only calls that begin at or after this time').named('callsFrom').as(format),
		call_end: dateTime('Calls To', 'Only calls that end at or before this time').named('callsTo').as(format),
	}).required();

/** Later than this in seconds is in the year 5138: it must be milliseconds. */
const MOST_SECONDS = 1e11;

/** CEC tells times in seconds where it took milliseconds, and says the contrary elsewhere; 0 is no time. */
const readPeriod = (value: unknown, _row: unknown, zone: string): string | undefined =>
	Number(value) === 0 ? undefined : isoFromWire(value, Number(value) < MOST_SECONDS ? 'epochSeconds' : 'epochMillis', zone);

export const periodIn = (other: string): DerivedFields => ({
	callsFrom: readAs(`${other}.call_from`, readPeriod),
	callsTo: readAs(`${other}.call_end`, readPeriod),
});

/** What is added to a rule: as a row of a list, and on its own. */
export const ruleRow = points;
export const ruleDetail: DerivedFields = { ...points, ...periodIn('other') };
export const settingDetail: DerivedFields = {
	deduction: readAs('setting.score', (score) => Math.abs(Number(score))),
	...periodIn('setting.other'),
};

/** An update replaces all there is: everything stands open in the node, so that nothing is emptied unseen. */
export const replaced = (fields: Fields): Fields =>
	Object.fromEntries(
		Object.entries(fields).map(([key, field]) => [
			key,
			field.spec.kind === 'section' ? new Field({ ...field.spec, fields: replaced(field.spec.fields ?? {}) }) : field.shown(),
		]),
	);

export const optionalUser: Erratum = {
	printed: 'x-UserId as optional',
	sent: 'x-UserId, always',
	why: 'Other sections of the module require it, and all samples have it.',
};

/** Four URLs have lost a letter. */
export const lostQ: Erratum = {
	printed: '/CCSQM/rest/ccism/v1/ in the URL',
	sent: '/CCSQM/rest/ccisqm/v1/',
	why: 'All other interfaces of the module have it, as does the digital edition of the vendor.',
};

export const swappedPeriod: Erratum = {
	printed: 'call_from as the end and call_end as the beginning',
	sent: 'call_from as the beginning and call_end as the end',
	why: 'So their names, other sections, and the sample.',
};

export const signOfScore: Erratum = {
	printed: 'score as a positive number in requests, as a negative text in answers',
	sent: 'a positive number; answers have "deduction" added, a positive number as well',
	why: 'The samples of both show it.',
};
