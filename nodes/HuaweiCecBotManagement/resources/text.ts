import { entries, nameOf, object, readAs } from '../../../cec/catalogue/answer';
import { choice, decimal, integer, picks, text as line } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { bots } from '../../../cec/families/bots';
import { isRecord } from '../../../cec/formats/paths';
import { languageOf, tenant } from './shared';

const API = '/oifde/rest/api';

const LONGEST = 4096;
const given = line('Text').lines().required();
const ticketLanguage = languageOf(['ar', 'en_US', 'es_ES', 'pt_BR', 'th_TH', 'zh_CN']).startsAs('en_US').required();

const ENTITY_TYPES = {
	'-1': 'System or Surroundings',
	0: 'Plain',
	1: 'Combined',
	2: 'Rule',
	3: 'Found by a Model',
};

const mistakesIn = (words: unknown) => [words].flat().filter((word) => isRecord(word) && word.hasMistake === true);

/** What the platform finds in a text. */
export const text = resource('text', 'Text', bots, {
	recognizeIntents: operation('10.19', {
		name: 'Recognize Intents',
		action: 'Recognize the intents of a text',
		description: 'Find out what a customer means, and what a bot would answer',
		request: `POST ${API}/speechrecognition`,
		risk: 'read',
		noFilters: true,
		body: {
			...tenant,
			userId: line('User ID', 'Who says it; any name').max(64).startsAs('n8n').required(),
			sentence: given.max(1024).named('text'),
			language: languageOf(['ar', 'en_US', 'es_ES', 'fr_FR', 'pt_BR', 'th_TH', 'zh_CN']).startsAs('en_US').required(),
			targetIntentCount: integer('Most Intents', 'How many to find where a text may mean several things').between(1, 5).asText(),
			confidence2Top: decimal('Confidence Gap', 'By how much others may be less certain than the most certain one, from 0 to 1').between(0, 1).startsAs(0.5).asText(),
			context: line('Context', 'What was spoken about before, as the intents are set up for it').max(128),
			domainList: picks('domains', 'Domain Names or IDs', 'Only intents of these domains').max(100),
			faqGroupList: picks('faqGroups', 'FAQ Group Names or IDs', 'Only FAQs of these groups, which must be active').max(100),
		},
		answer: entries('intentsResponses', {
			adds: {
				reply: readAs('responses', (replies) => [replies].flat().join('\n')),
				commandList: readAs('commands', (commands) => [commands].flat()),
			},
		}),
		errata: [
			{ printed: 'domainList and faqGroupList as lists of texts, of numbers in the samples', sent: 'lists of texts', why: 'So the table.' },
			{ printed: 'responses and commands as lists, as texts in the samples', sent: 'both are read', why: 'They contradict each other.' },
		],
	}),

	checkSpelling: operation('10.13', {
		name: 'Check Spelling',
		action: 'Check the spelling of a text',
		description: 'Find misspelled or misused words, with what was meant',
		request: `POST ${API}/spellcheck`,
		risk: 'read',
		body: {
			...tenant,
			sentence: given.max(LONGEST).named('text'),
			language: languageOf(['en_US', 'zh_CN'], 'Other languages are not checked').startsAs('en_US').required(),
			checkerType: choice('Find', {
				nonWordSpellChecker: ['Misspelled Words', 'Best for English'],
				realWordSpellChecker: ['Misused Words', 'The only kind there is in Chinese'],
			})
				.startsAs('nonWordSpellChecker')
				.required(),
		},
		answer: object(undefined, { adds: { corrections: readAs('spellCheckerMatchList', mistakesIn) } }),
		errata: [
			{ printed: 'hasMistake false in a sample with a wrong word', sent: 'corrections are those of the words', why: 'The table has it true where any word is wrong.' },
		],
	}),

	classify: operation('10.17.1', {
		name: 'Classify',
		action: 'Classify a text',
		description: 'Find the ticket types that fit a text, the best first',
		request: `POST ${API}/textClassification`,
		risk: 'read',
		body: { ...tenant, text: given.max(LONGEST), language: ticketLanguage },
		answer: entries('results'),
		notice: 'Needs a model for classification, which the operator sets up.',
		errata: [{ printed: 'probability long', sent: 'read as it comes', why: 'It is a fraction between 0 and 1, as the sample shows.' }],
	}),

	findEntities: operation('10.17.2', {
		name: 'Find Entities',
		action: 'Find the entities of a text',
		description: 'Find names, addresses, times and the like in a text',
		request: `POST ${API}/entityDetection`,
		risk: 'read',
		body: { ...tenant, sentence: given.max(LONGEST).named('text'), language: ticketLanguage },
		answer: entries('entityMsgV2List', {
			adds: {
				typeName: nameOf('type', ENTITY_TYPES),
				value: readAs('citation', (citation, { values }) => (isRecord(values) ? values[String(citation)] : undefined)),
			},
		}),
	}),
});
