import { entries, nameOf } from '../../../cec/catalogue/answer';
import { operation, resource } from '../../../cec/catalogue/operation';
import { bots } from '../../../cec/families/bots';
import { languageOf, LANGUAGES, tenant } from './shared';

/** What bots know is kept by domain. */
export const domain = resource('domain', 'Domain', bots, {
	getMany: operation('10.2', {
		name: 'Get Many',
		action: 'Get many domains',
		description: 'Get the active domains, which hold what bots know',
		request: 'POST /oifde/rest/api/querydomaininfo',
		risk: 'read',
		body: { ...tenant, language: languageOf(['ar', 'en_US', 'es_ES', 'fr_FR', 'zh_CN'], 'Only domains in this language') },
		answer: entries('domains', { adds: { languageName: nameOf('language', LANGUAGES) } }),
	}),
});
