import { done, entries, nameOf, object, readAs, timeOf } from '../../../cec/catalogue/answer';
import { constant, pick, picks, section, text, yesNo, type Fields } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { bots } from '../../../cec/families/bots';
import { isRecord } from '../../../cec/formats/paths';
import { languageOf, LANGUAGES, ownCount, paged, tenant } from './shared';

const API = '/oifde/rest/api';
const FIND_OUT = 'Look at the FAQ groups with "Get Many".';

const LANGUAGES_OF_FAQS = ['ar', 'en_US', 'es_ES', 'pt_BR', 'th_TH', 'zh_CN'] as const;
const language = languageOf([...LANGUAGES_OF_FAQS]);
const faqGroupId = pick('faqGroups', 'FAQ Group').asInteger().required();
const active = yesNo('Active', 'Whether bots answer from this group');

const about: Fields = {
	name: text('Name', 'No other group may have it').max(64).required(),
	description: text('Description').max(512).shown().orEmpty(),
};

const asked: Fields = {
	sentence: text('Question').lines().required(),
	user: text('User ID', 'Who asks; any name').startsAs('n8n').required(),
};

const answered = object(undefined, {
	adds: { reply: readAs('answer', (answer) => (isRecord(answer) ? [answer.answers].flat()[0] : undefined)) },
});

/** Questions with their answers, in groups that are switched on and off as a whole. */
export const faqGroup = resource('faqGroup', 'FAQ Group', bots, {
	getMany: operation('10.9.1', {
		name: 'Get Many',
		action: 'Get many FAQ groups',
		description: 'Get the groups of questions that bots can answer',
		request: `POST ${API}/faqGroup/query`,
		risk: 'read',
		body: { ...tenant, language: languageOf([...LANGUAGES_OF_FAQS], 'Only groups in this language'), name: text('Name') },
		page: paged({ total: 'totalSize' }),
		answer: entries('data', {
			adds: {
				languageName: nameOf('language', LANGUAGES),
				changedAt: timeOf('updateTime', 'epochMillis'),
				faqCount: readAs('amout', Number),
			},
		}),
	}),

	create: operation('10.9.2', {
		name: 'Create',
		action: 'Create an FAQ group',
		description: 'Create a group of questions. CEC gives back nothing: "Get Many" finds the group with its ID.',
		request: `POST ${API}/faqGroup/create`,
		risk: 'write',
		body: { model: section({ id: constant(-1), ...tenant, ...about, language: language.startsAs('en_US').required(), on: active }) },
		answer: done(),
		findOut: FIND_OUT,
		errata: [ownCount('amount')],
	}),

	update: operation('10.9.3', {
		name: 'Update',
		action: 'Update an FAQ group',
		description: 'Change name and description of a group; its language stays',
		request: `POST ${API}/faqGroup/update`,
		risk: 'write',
		body: {
			model: section({
				id: faqGroupId.named('faqGroupId'),
				...tenant,
				...about,
				description: about.description.called('Description', 'Replaces the one before, also when it is left empty'),
				language: constant(''),
				on: active,
			}),
		},
		answer: done(),
		findOut: FIND_OUT,
		errata: [
			ownCount('amout'),
			{ printed: 'language required', sent: 'an empty text', why: 'It has no effect, says the table, and the sample has it empty.' },
		],
	}),

	delete: operation('10.9.4', {
		name: 'Delete',
		action: 'Delete FAQ groups',
		description: 'Delete groups with all their questions',
		request: `POST ${API}/faqGroup/delete`,
		risk: 'destructive',
		body: { ...tenant, faqGroupIds: picks('faqGroups', 'FAQ Group Names or IDs').asInteger().required().min(1) },
		answer: done('deleted'),
		findOut: FIND_OUT,
	}),

	changeStatus: operation('10.9.5', {
		name: 'Change Status',
		action: 'Change the status of an FAQ group',
		description: 'Let bots answer from a group, or stop them',
		request: `POST ${API}/faqGroup/changeStatus`,
		risk: 'write',
		body: { ...tenant, faqGroupId, on: active.startsAs(true).required() },
		answer: done(),
		findOut: FIND_OUT,
	}),

	test: operation('10.9.10', {
		name: 'Test',
		action: 'Ask an FAQ group a question',
		description: 'Ask one group a question and get the best answer and similar ones, whether or not the group is active',
		request: `POST ${API}/faq/testOneGroup`,
		risk: 'read',
		body: { ...tenant, faqGroupId, ...asked },
		answer: answered,
	}),

	testActive: operation('10.9.11', {
		name: 'Test Active',
		action: 'Ask all active FAQ groups a question',
		description: 'Ask all active groups of a language a question and get the best answer and similar ones',
		request: `POST ${API}/faq/testEnabledGroups`,
		risk: 'read',
		body: { ...tenant, ...asked, language: language.startsAs('en_US').required() },
		answer: answered,
	}),
});
