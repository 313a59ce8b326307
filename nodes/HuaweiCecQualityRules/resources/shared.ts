/** What the interfaces of quality inspection share (12.2). */
import { text, type Fields } from '../../../cec/catalogue/field';
import type { Erratum } from '../../../cec/catalogue/operation';
import { byPage, type Paging } from '../../../cec/catalogue/paging';

export const SQM = '/apiaccess/CCSQM/rest/ccisqm/v1';

/** The user in whose name something is done. No interface gives a list of users. */
export const byUser: Fields = {
	'x-UserId': text('Acting User ID', 'ID of the user in whose name this is done: "userId" of a member of staff')
		.named('actingUserId')
		.example('e.g. 1652268429538866104')
		.required(),
};

/** `page` and `limit`, of which CEC takes few sizes. */
export const pageAndLimit: Paging = byPage({ position: 'page', size: 'limit', first: 1, sizes: [5, 10, 20, 50, 100], max: 100, total: 'paging.total' });

/** Four URLs have lost a letter. */
export const lostQ: Erratum = {
	printed: '/CCSQM/rest/ccism/v1/ in the URL',
	sent: '/CCSQM/rest/ccisqm/v1/',
	why: 'All other interfaces of the module have it, as does the digital edition of the vendor.',
};
