import { done, entries, nameOf, object, readAs, timeOf, type DerivedFields } from '../../../cec/catalogue/answer';
import { choice, dateTime, pick, picks, text, yesNo, type Field, type Fields } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { sqm } from '../../../cec/families/sqm';
import { byUser, callPeriod, pageAndLimit, periodIn, replaced, SQM, swappedPeriod } from './shared';

const SCENARIOS = `${SQM}/scenariomanage`;

const STATUS = { 0: 'Disabled', 1: 'Enabled' };
const INTERACTION = { 0: 'Voice', 2: 'Multimedia' };

const scenarioId = pick('scenarios', 'Scenario').named('scenarioId').required();

const enabled = yesNo('Enabled', 'Whether calls are inspected by this scenario').sentAs(0, 1).named('enabled').startsAs(true).required();

const scenarioFields = (period: Field): Fields => ({
	group_name: text('Name').named('name').required(),
	description: text('Description'),
	ignore_sensitive: yesNo('Ignore Sensitive Words', 'Whether sensitive words are left out of the score').sentAs(0, 1).named('ignoreSensitiveWords'),
	interaction_type: choice('Interaction Type', INTERACTION).named('interactionType').startsAs(0),
	other: period,
});

const rulesOf = (picker: string, label: string, parameter: string): Field =>
	picks(picker, `${label} Names or IDs`).named(parameter).follows('actingUserId').otherwise([]);

const rules: Fields = {
	rules: rulesOf('dialogRules', 'Dialog Rule', 'dialogRuleIds'),
	silence_rules: rulesOf('silenceRules', 'Silence Rule', 'silenceRuleIds'),
	speed_rules: rulesOf('speedRules', 'Speed Rule', 'speedRuleIds'),
	interposals_rules: rulesOf('interruptionRules', 'Interruption Rule', 'interruptionRuleIds'),
};

const adds: DerivedFields = {
	statusName: nameOf('is_enable', STATUS),
	interactionTypeName: nameOf('interaction_type', INTERACTION),
	createdAt: timeOf('create_time', 'epochSeconds'),
	...periodIn('other'),
};

export const scenario = resource('scenario', 'Scenario', sqm, {
	create: operation('12.2.11.3', {
		name: 'Create',
		action: 'Create a scenario',
		description: 'Begin a scenario. It inspects nothing until "Update" has given it rules and enabled it.',
		request: `POST ${SCENARIOS}/createScenario`,
		risk: 'write',
		findOut: 'Look with "Get Many" whether the scenario exists.',
		headers: byUser,
		body: scenarioFields(callPeriod('epochMillis')),
		answer: object(),
		errata: [
			{ printed: 'call_from and call_end in milliseconds here, in seconds in the other sections', sent: 'milliseconds here alone; either is read', why: 'Table and sample agree.' },
			{ printed: 'type and connected_call_type in the sample, missing in the table', sent: 'neither', why: 'Nothing tells what they are.' },
		],
	}),

	delete: operation('12.2.11.1', {
		name: 'Delete',
		action: 'Delete a scenario',
		request: `POST ${SCENARIOS}/deleteScenario`,
		risk: 'destructive',
		headers: byUser,
		body: { group_id: scenarioId },
		answer: done('deleted'),
	}),

	get: operation('12.2.11.4', {
		name: 'Get',
		action: 'Get a scenario',
		description: 'Get a scenario with its rules',
		request: `POST ${SCENARIOS}/queryScenario`,
		risk: 'read',
		headers: byUser,
		body: { group_id: scenarioId },
		answer: object(undefined, { adds: { ...adds, interposals_rules: readAs('interposal_rules', (found) => found) } }),
		errata: [
			swappedPeriod,
			{ printed: 'interposal_rules here, interposals_rules in the other sections', sent: 'both are read, as interposals_rules', why: 'They contradict each other.' },
			{ printed: 'rules as texts in the table, as objects in the sample', sent: 'as CEC gives them', why: 'They contradict each other.' },
		],
	}),

	getMany: operation('12.2.11.6', {
		name: 'Get Many',
		action: 'Get many scenarios',
		request: `POST ${SCENARIOS}/queryAllScenario`,
		risk: 'read',
		headers: byUser,
		body: {
			scenarioName: text('Name').named('name'),
			scenarioStatus: choice('Status', STATUS).asText().named('status'),
			startTime: dateTime('Created From').named('createdFrom').as('epochSeconds').asText(),
			endTime: dateTime('Created To').named('createdTo').as('epochSeconds').asText(),
		},
		page: { ...pageAndLimit, total: 'total' },
		answer: entries('data', { adds }),
		errata: [
			{ printed: 'startTime and endTime as texts of no format', sent: 'seconds since 1970 as texts', why: 'All times of the module are seconds, create_time in the answer included.' },
		],
	}),

	setStatus: operation('12.2.11.2', {
		name: 'Set Status',
		action: 'Enable or disable a scenario',
		request: `POST ${SCENARIOS}/updateScenarioStatus`,
		risk: 'write',
		headers: byUser,
		body: { group_id: scenarioId, is_enable: enabled },
		answer: done(),
	}),

	update: operation('12.2.11.5', {
		name: 'Update',
		action: 'Update a scenario',
		description: 'Change a scenario and its rules; all of its values are replaced',
		request: `POST ${SCENARIOS}/updateScenario`,
		risk: 'write',
		headers: byUser,
		body: { group_id: scenarioId, is_enable: enabled, ...replaced({ ...scenarioFields(callPeriod()), ...rules }) },
		answer: done(),
		errata: [
			{ printed: 'Speed_rules in the sample, speed_rules in the table', sent: 'speed_rules', why: 'So the table, and the answers.' },
			{
				printed: 'interposals_rules here and in 12.2.11.6, interposal_rules in 12.2.11.4 and in later editions of this section',
				sent: 'interposals_rules',
				why: 'So the table of this section.',
			},
		],
	}),
});
