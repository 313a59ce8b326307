/** What the interfaces of the bot platform share. */
import { fromCredential, type Fields } from '../../../cec/catalogue/field';

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
