import { done, entries, object } from '../../../cec/catalogue/answer';
import { integer, pick, section, text, type Fields } from '../../../cec/catalogue/field';
import { operation, resource, type Erratum } from '../../../cec/catalogue/operation';
import { sqm } from '../../../cec/families/sqm';
import { byUser, callPeriod, deduction, keyword, lostQ, optionalUser, pageAndLimit, replaced, ruleRow, sentences, settingDetail, signOfScore, SQM, swappedPeriod } from './shared';

const RULES = `${SQM}/speedrule`;

const speedRuleId = pick('speedRules', 'Speed Rule').named('speedRuleId').required();

const setting: Fields = {
	name: text('Name').required(),
	score: deduction.between(0, 100),
	min: integer('Lowest Speed', 'Words a minute; Chinese characters count as words').named('lowestSpeed').between(1, 220).startsAs(90).required(),
	max: integer('Highest Speed', 'Words a minute; Chinese characters count as words')
		.named('highestSpeed')
		.between(1, 2_147_483_647)
		.startsAs(220)
		.required(),
	other: callPeriod(),
};

const exception = section({
	under: section({
		customer: sentences('Too Slow: Customer Sentence', 'Slow speech does not count when a customer has said this').named('sentenceIdsWhenSlow').otherwise([]),
	}).required(),
	over: section({
		customer: sentences('Too Fast: Customer Sentence', 'Fast speech does not count when a customer has said this').named('sentenceIdsWhenFast').otherwise([]),
	}).required(),
}).required();

const unit: Erratum = {
	printed: 'call_from and call_end in milliseconds in 12.2.10.2 and 12.2.10.5, in seconds in 12.2.10.1',
	sent: 'seconds; either is read',
	why: 'The only sample with times has seconds, as all other rules do.',
};

const tenantSpace: Erratum = {
	printed: 'x-TenantSpaceId in the samples, missing in the tables',
	sent: 'no x-TenantSpaceId',
	why: 'The token tells the tenant, and no other section of the module has the header.',
};

const speedTypes: Erratum = {
	printed: 'numbers in the table, texts in the sample',
	sent: 'as CEC gives them',
	why: 'The sample mixes both.',
};

export const speedRule = resource('speedRule', 'Speed Rule', sqm, {
	create: operation('12.2.10.1', {
		name: 'Create',
		action: 'Create a speed rule',
		description: 'Say how fast agents may speak',
		request: `POST ${RULES}/addSpeedRule`,
		risk: 'write',
		findOut: 'Look with "Get Many" whether the rule exists.',
		headers: byUser,
		body: { setting: section(setting), exception },
		answer: object(),
		errata: [optionalUser, unit, tenantSpace, signOfScore],
	}),

	delete: operation('12.2.10.3', {
		name: 'Delete',
		action: 'Delete a speed rule',
		request: `POST ${RULES}/deleteSpeedRule`,
		risk: 'destructive',
		headers: byUser,
		body: { speed_id: speedRuleId },
		answer: done('deleted'),
		errata: [optionalUser, lostQ, tenantSpace],
	}),

	get: operation('12.2.10.2', {
		name: 'Get',
		action: 'Get a speed rule',
		description: 'Get a rule with its exceptions',
		request: `POST ${RULES}/querySpeedRuleById`,
		risk: 'read',
		headers: byUser,
		body: { speed_id: speedRuleId },
		answer: object(undefined, { adds: settingDetail }),
		errata: [optionalUser, unit, swappedPeriod, tenantSpace, signOfScore, speedTypes],
	}),

	getMany: operation('12.2.10.4', {
		name: 'Get Many',
		action: 'Get many speed rules',
		request: `POST ${RULES}/querySpeedRules`,
		risk: 'read',
		headers: byUser,
		body: { keyword },
		page: pageAndLimit,
		answer: entries('data', { adds: ruleRow }),
		errata: [optionalUser, tenantSpace, signOfScore, speedTypes],
	}),

	update: operation('12.2.10.5', {
		name: 'Update',
		action: 'Update a speed rule',
		description: 'Change a rule; all of its values are replaced',
		request: `POST ${RULES}/updateSpeedRule`,
		risk: 'write',
		headers: byUser,
		body: { setting: section({ speed_id: speedRuleId, ...replaced(setting) }), ...replaced({ exception }) },
		answer: done(),
		errata: [optionalUser, unit, tenantSpace, signOfScore],
	}),
});
