import { entries } from '../../../cec/catalogue/answer';
import { pick, section } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { bots } from '../../../cec/families/bots';
import { languageOf, paged, tenant } from './shared';

/** What customers may mean. */
export const intent = resource('intent', 'Intent', bots, {
	getMany: operation('10.10', {
		name: 'Get Many',
		action: 'Get many intents',
		description: 'Get what bots understand that customers may mean',
		request: 'POST /oifde/rest/api/intentions/query',
		risk: 'read',
		body: {
			...tenant,
			language: languageOf(['ar', 'en_US', 'fr_FR', 'pt_BR', 'th_TH', 'zh_CN']).startsAs('en_US').required(),
			domainInfo: section({
				domainId: pick('domains', 'Domain', 'Only its intents; needed where the platform is set up for silent agents of the call center (oifde.slient.use is ipcc)').asInteger(),
			}),
		},
		page: paged({ total: 'total' }),
		answer: entries('intentions'),
		errata: [
			{ printed: 'domainId int in the table, a text in the sample', sent: 'a number', why: 'So the table, and 10.2, which gives it.' },
			{ printed: 'domainName, language and tenantId of the domain', sent: 'none of them', why: 'They are optional, and the ID says them.' },
		],
	}),
});
