import { done, entries, object, readAs, type DerivedFields } from '../../../cec/catalogue/answer';
import { integer, pick, text, type Fields } from '../../../cec/catalogue/field';
import { operation, resource, type Erratum } from '../../../cec/catalogue/operation';
import { sqm } from '../../../cec/families/sqm';
import { byUser, callPeriod, deduction, keyword, pageAndLimit, replaced, ruleDetail, ruleRow, signOfScore, SQM } from './shared';

const RULES = `${SQM}/interposal-rules`;

const interruptionRuleId = pick('interruptionRules', 'Interruption Rule').named('interruptionRuleId').required();

const rule: Fields = {
	name: text('Name').max(64).required(),
	score: deduction,
	seconds: integer('Overlap', 'Seconds that both may speak at once').named('overlap').min(0).startsAs(2).required(),
	times: integer('Times', 'How often that may happen in a call').min(0).startsAs(3).required(),
	other: callPeriod(),
};

/** Lists call it otherwise than requests do. */
const underOneName: DerivedFields = { interposal_id: readAs('interposals_id', (id) => id) };

const twoNames: Erratum = {
	printed: 'interposals_id and interposal_id for the same thing, interposale_id in one sample',
	sent: 'interposal_id; answers have it as well, whatever CEC calls it',
	why: 'So the tables of all requests.',
};

export const interruptionRule = resource('interruptionRule', 'Interruption Rule', sqm, {
	create: operation('12.2.8.4', {
		name: 'Create',
		action: 'Create an interruption rule',
		description: 'Say how often an agent may talk while the customer does',
		request: `POST ${RULES}/addInterposalRule`,
		risk: 'write',
		findOut: 'Look with "Get Many" whether the rule exists.',
		headers: byUser,
		body: rule,
		answer: object(undefined, { adds: underOneName }),
		errata: [twoNames, signOfScore],
	}),

	delete: operation('12.2.8.3', {
		name: 'Delete',
		action: 'Delete an interruption rule',
		request: `POST ${RULES}/deleteInterposalRule`,
		risk: 'destructive',
		headers: byUser,
		body: { interposal_id: interruptionRuleId },
		answer: done('deleted'),
	}),

	get: operation('12.2.8.1', {
		name: 'Get',
		action: 'Get an interruption rule',
		request: `POST ${RULES}/getInterposalRuleById`,
		risk: 'read',
		headers: byUser,
		body: { interposal_id: interruptionRuleId },
		answer: object('setting', { adds: { ...underOneName, ...ruleDetail } }),
		errata: [twoNames, signOfScore],
	}),

	getMany: operation('12.2.8.2', {
		name: 'Get Many',
		action: 'Get many interruption rules',
		request: `POST ${RULES}/queryInterposalRules`,
		risk: 'read',
		headers: byUser,
		body: { keyword: keyword.max(64) },
		page: pageAndLimit,
		answer: entries('data', { adds: { ...underOneName, ...ruleRow } }),
		errata: [twoNames, signOfScore],
	}),

	update: operation('12.2.8.5', {
		name: 'Update',
		action: 'Update an interruption rule',
		description: 'Change a rule; all of its values are replaced',
		request: `POST ${RULES}/updateInterposalRule`,
		risk: 'write',
		headers: byUser,
		body: { interposal_id: interruptionRuleId, ...replaced(rule) },
		answer: done(),
		errata: [signOfScore],
	}),
});
