/** What the interfaces of the bot platform share. */
import { choice, fromCredential, type Field, type Fields } from '../../../cec/catalogue/field';
import type { Erratum } from '../../../cec/catalogue/operation';
import { byPage, type Paging } from '../../../cec/catalogue/paging';

export const tenant: Fields = { tenantId: fromCredential('tenantId', 'string') };

/** Languages of bots; each interface knows some of them. */
export const LANGUAGES = {
	ar: 'Arabic',
	en_US: 'English',
	es_ES: 'Spanish',
	fr_FR: 'French',
	pt_BR: 'Portuguese',
	th_TH: 'Thai',
	zh_CN: 'Chinese',
};

/** A choice of some of the languages. */
export const languageOf = (known: Array<keyof typeof LANGUAGES>, hint?: string): Field =>
	choice('Language', Object.fromEntries(known.map((code) => [code, LANGUAGES[code]])), hint);

export const SOURCES = { IVR: ['IVR', 'Traditional IVR flows'], OIFDE: ['Bot', 'Flows of the bot platform'] } satisfies Record<string, [string, string]>;

/** CEC takes whoever names no source to mean IVR: the user sees which one it is. */
export const source = choice('Source', SOURCES, 'Where the flow was made').startsAs('OIFDE').required();

/** Who gave an answer. */
export const REPLIED_BY = { 0: 'Bot', 1: 'Silent Agent' };

/** Pages of the bot platform; it takes these sizes only, as far as it says. */
export const paged = (more: Pick<Paging, 'total' | 'asText'>): Paging => byPage({ first: 1, max: 100, sizes: [5, 10, 20, 50, 100], ...more });

/** Tables describe one model for requests and answers alike. */
export const ownCount = (key: string): Erratum => ({
	printed: `updateTime and ${key} among what is sent`,
	sent: 'neither',
	why: 'The platform itself tells when and how many; the samples lack them.',
});
