import { entries, nameOf } from '../../../cec/catalogue/answer';
import { choice } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { bots } from '../../../cec/families/bots';
import { LANGUAGES, tenant } from './shared';

const { ar, en_US, es_ES, fr_FR, zh_CN } = LANGUAGES;

/** Domains group what a bot knows of one field of business. */
export const domain = resource('domain', 'Domain', bots, {
	getMany: operation('10.2', {
		name: 'Get Many',
		action: 'Get many domains',
		description: 'Get the active domains',
		request: 'POST /oifde/rest/api/querydomaininfo',
		risk: 'read',
		body: {
			...tenant,
			language: choice('Language', { ar, en_US, es_ES, fr_FR, zh_CN }, 'All languages when left empty'),
		},
		answer: entries('domains', { adds: { languageName: nameOf('language', LANGUAGES) } }),
	}),
});
