import { done, entries, nameOf, object } from '../../../cec/catalogue/answer';
import { choice, integer, pick, text, yesNo, type Fields } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { sqm } from '../../../cec/families/sqm';
import { byUser, callPeriod, keyword, pageAndLimit, periodIn, replaced, SQM, swappedPeriod } from './shared';

const RULES = `${SQM}/conversation-rules`;

const SEVERITY = { critical: 'Important', normal: 'Normal' };
const METHOD = { negative: 'Negative', positive: 'Positive' };

const dialogRuleId = pick('dialogRules', 'Dialog Rule').named('dialogRuleId').required();
const name = text('Name').named('name');

const rule: Fields = {
	description: text('Description', 'A rule without one counts as incomplete').max(1024),
	severity: choice('Severity', SEVERITY).startsAs('normal').required(),
	score_type: choice('Score Type', { invalid: 'Invalid', valid: 'Valid' }, 'Whether the score of the rule is valid').named('scoreType').startsAs('valid').required(),
	score: integer('Score', 'Points that the rule is worth; below 0 to deduct').startsAs(1).required(),
	method: choice('Method', METHOD, 'Whether the rule tells what should be said, or what should not').startsAs('positive').required(),
	min: integer('Minimum Logics', 'How many of its dialog logics must occur at least').named('minimumLogics').startsAs(1).required(),
	other: callPeriod(),
};

export const dialogRule = resource('dialogRule', 'Dialog Rule', sqm, {
	create: operation('12.2.7.3', {
		name: 'Create',
		action: 'Create a dialog rule',
		description: 'Begin a rule about what is said; its dialog logics come next',
		request: `POST ${RULES}/addRule`,
		risk: 'write',
		findOut: 'Look with "Get Many" whether the rule exists.',
		headers: byUser,
		body: { rule_name: name.required(), ...rule },
		answer: object(),
	}),

	delete: operation('12.2.7.4', {
		name: 'Delete',
		action: 'Delete a dialog rule',
		request: `POST ${RULES}/deleteRule`,
		risk: 'destructive',
		headers: byUser,
		body: { rule_id: dialogRuleId },
		answer: done('deleted'),
	}),

	get: operation('12.2.7.1', {
		name: 'Get',
		action: 'Get a dialog rule',
		description: 'Get a rule with its dialog logics, and what it lacks',
		request: `POST ${RULES}/getOneRule`,
		risk: 'read',
		headers: byUser,
		body: { rule_id: dialogRuleId },
		answer: object(undefined, { adds: { severityName: nameOf('severity', SEVERITY), methodName: nameOf('method', METHOD), ...periodIn('other') } }),
		errata: [swappedPeriod],
	}),

	getMany: operation('12.2.7.2', {
		name: 'Get Many',
		action: 'Get many dialog rules',
		description: 'Get rules with their dialog logics, and what they lack',
		request: `POST ${RULES}/queryRules`,
		risk: 'read',
		headers: byUser,
		body: { keyword: keyword.max(128), incompleteOnly: yesNo('Incomplete Only', 'Whether to return only rules that lack something') },
		page: pageAndLimit,
		answer: entries('data'),
		errata: [
			{ printed: 'completeOnly in the text, incompleteOnly in table and sample, for complete rules by its description', sent: 'incompleteOnly', why: 'The name is in table and sample; what it does follows its name.' },
			{ printed: 'dialogRuleId of a logic in the table, ruleId in the sample', sent: 'as CEC gives it', why: 'Nothing depends on it.' },
		],
	}),

	update: operation('12.2.7.5', {
		name: 'Update',
		action: 'Update a dialog rule',
		description: 'Change a rule; all of its values but its dialog logics are replaced',
		request: `POST ${RULES}/updateRule`,
		risk: 'write',
		headers: byUser,
		body: { rule_id: dialogRuleId, rule_name: name.shown(), ...replaced(rule) },
		answer: done(),
		errata: [
			swappedPeriod,
			{ printed: 'resultCode and resultDesc as fields of the request, flows and completeness in its sample', sent: 'none of them', why: 'They are what "Get" answers.' },
			{ printed: 'resultCode 0 for success in the table, 0405000 in the sample', sent: 'both are read as success', why: 'They contradict each other.' },
		],
	}),
});
