import { done, entries, object } from '../../../cec/catalogue/answer';
import { integer, pick, section, text, type Fields } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { sqm } from '../../../cec/families/sqm';
import { byUser, callPeriod, deduction, keyword, optionalUser, pageAndLimit, replaced, ruleRow, sentences, settingDetail, signOfScore, SQM, swappedPeriod } from './shared';

const RULES = `${SQM}/silencerule`;
const MOST = 2_147_483_647;

const silenceRuleId = pick('silenceRules', 'Silence Rule').named('silenceRuleId').required();

const setting: Fields = {
	name: text('Name').required(),
	score: deduction.between(1, 100),
	seconds: integer('Silence', 'Seconds in which nobody speaks').named('silence').between(1, MOST).startsAs(5).required(),
	times: integer('Times', 'How often that happens in a call').between(1, MOST).startsAs(3).required(),
	other: callPeriod(),
};

const exception = section({
	before: section({
		staff: sentences('Before: Agent Sentence', 'Silence after an agent has said this does not count').named('agentSentenceIdsBefore').otherwise([]),
		customer: sentences('Before: Customer Sentence', 'Silence after a customer has said this does not count').named('customerSentenceIdsBefore').otherwise([]),
	}).required(),
	after: section({
		staff: sentences('After: Agent Sentence', 'Silence before an agent says this does not count').named('agentSentenceIdsAfter').otherwise([]),
	}).required(),
}).required();

export const silenceRule = resource('silenceRule', 'Silence Rule', sqm, {
	create: operation('12.2.9.2', {
		name: 'Create',
		action: 'Create a silence rule',
		description: 'Say how long and how often nobody may speak',
		request: `POST ${RULES}/createSilenceRule`,
		risk: 'write',
		findOut: 'Look with "Get Many" whether the rule exists.',
		headers: byUser,
		body: { setting: section(setting), exception },
		answer: object(),
		errata: [optionalUser, signOfScore],
	}),

	delete: operation('12.2.9.5', {
		name: 'Delete',
		action: 'Delete a silence rule',
		request: `POST ${RULES}/deleteSilenceRule`,
		risk: 'destructive',
		headers: byUser,
		body: { silence_id: silenceRuleId },
		answer: done('deleted'),
		errata: [optionalUser],
	}),

	get: operation('12.2.9.1', {
		name: 'Get',
		action: 'Get a silence rule',
		description: 'Get a rule with its exceptions',
		request: `POST ${RULES}/querySilenceRule`,
		risk: 'read',
		headers: byUser,
		body: { silence_id: silenceRuleId },
		answer: object(undefined, { adds: settingDetail }),
		errata: [optionalUser, swappedPeriod, signOfScore],
	}),

	getMany: operation('12.2.9.3', {
		name: 'Get Many',
		action: 'Get many silence rules',
		request: `POST ${RULES}/querySilenceRules`,
		risk: 'read',
		headers: byUser,
		body: { keyword: keyword.max(64) },
		page: pageAndLimit,
		answer: entries('data', { adds: ruleRow }),
		errata: [optionalUser, signOfScore],
	}),

	update: operation('12.2.9.4', {
		name: 'Update',
		action: 'Update a silence rule',
		description: 'Change a rule; all of its values are replaced',
		request: `POST ${RULES}/updateSilenceRule`,
		risk: 'write',
		headers: byUser,
		body: { setting: section({ silence_id: silenceRuleId, ...replaced(setting) }), ...replaced({ exception }) },
		answer: done(),
		errata: [optionalUser, signOfScore],
	}),
});
