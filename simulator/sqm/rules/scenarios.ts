import { z } from 'zod';
import type { Interface } from '../../interface';
import { int, oneOf, oneOfText, optionalText, text } from '../../schema/fields';
import type { World } from '../../world';
import { anyPaging, CCSQM, find, pageOf, quality, type QualityInterface, wrong } from '../serve';
import { ids, period } from './shared';
import type { Scenario } from './state';

/** 12.2.11. */

const BASE = `${CCSQM}/scenariomanage`;
const code = '0406000';

const values = {
	group_name: text(),
	description: optionalText(),
	ignore_sensitive: oneOf(0, 1).default(0),
	interaction_type: oneOf(0, 2).default(0),
};
const one = z.object({ group_id: text() }).strict();
const seconds = optionalText(10, /^\d+$/);
/** More digits than seconds have. */
const millis = int(100_000_000_000).optional();

interface Named {
	id: string;
	name: string;
}

const kinds = (world: World): Array<[key: 'rules' | 'silence_rules' | 'speed_rules' | 'interposals_rules', known: ReadonlyMap<string, Named>]> => [
	['rules', world.qualityRules.dialogRules],
	['silence_rules', world.qualityRules.silenceRules],
	['speed_rules', world.qualityRules.speedRules],
	['interposals_rules', world.qualityRules.interruptionRules],
];

const valuesFrom = ({ group_name: name, description = '', ignore_sensitive: ignoreSensitive, interaction_type: interactionType, other }: Record<string, any>) => ({
	name,
	description,
	ignoreSensitive,
	interactionType,
	other,
});

const common = (world: World, scenario: Scenario) => ({
	tenant_id: world.tenant.tenantId,
	other: scenario.other,
	create_time: Math.floor(scenario.createdAt / 1000),
	group_name: scenario.name,
	group_id: scenario.id,
	ignore_sensitive: scenario.ignoreSensitive,
	is_enable: scenario.isEnabled ? 1 : 0,
	description: scenario.description,
});

const interfaces: QualityInterface[] = [
	{
		section: '12.2.11.3',
		path: `${BASE}/createScenario`,
		code,
		body: z
			.object({
				...values,
				// Milliseconds here; the last two are in the sample alone.
				other: z.object({ call_from: millis, call_end: millis, type: int().optional(), connected_call_type: int().optional() }).strict(),
			})
			.strict(),
		handle({ world: { qualityRules }, body }) {
			const { call_from, call_end } = body.other;
			const toSeconds = (time?: number) => (time === undefined ? undefined : Math.floor(time / 1000));
			const id = qualityRules.newScenarioId();
			qualityRules.scenarios.set(id, {
				id,
				...valuesFrom(body),
				other: { call_from: toSeconds(call_from), call_end: toSeconds(call_end) },
				isEnabled: false,
				isComplete: false,
				createdAt: qualityRules.now(),
				rules: [],
				silenceRules: [],
				speedRules: [],
				interposalRules: [],
			});
			return { group_id: id };
		},
	},
	{
		section: '12.2.11.5',
		path: `${BASE}/updateScenario`,
		code,
		body: z
			.object({
				group_id: text(),
				...values,
				is_enable: oneOf(0, 1),
				other: period.default({}),
				rules: ids,
				silence_rules: ids,
				speed_rules: ids,
				interposals_rules: ids,
			})
			.strict(),
		handle({ world, body }) {
			const scenario = find(world.qualityRules.scenarios, body.group_id, 'scenario');
			for (const [key, known] of kinds(world)) for (const id of body[key]) find(known, id, 'rule');
			Object.assign(scenario, valuesFrom(body), {
				isEnabled: body.is_enable === 1,
				isComplete: true,
				rules: body.rules,
				silenceRules: body.silence_rules,
				speedRules: body.speed_rules,
				interposalRules: body.interposals_rules,
			});
		},
	},
	{
		section: '12.2.11.2',
		path: `${BASE}/updateScenarioStatus`,
		code,
		body: z.object({ group_id: text(), is_enable: oneOf(0, 1) }).strict(),
		handle({ world: { qualityRules }, body }) {
			const scenario = find(qualityRules.scenarios, body.group_id, 'scenario');
			if (!scenario.isComplete) wrong('The scenario cannot be used before it has been updated.');
			scenario.isEnabled = body.is_enable === 1;
		},
	},
	{
		section: '12.2.11.4',
		path: `${BASE}/queryScenario`,
		body: one,
		handle({ world, body }) {
			const scenario = find(world.qualityRules.scenarios, body.group_id, 'scenario');
			const views = (list: string[], known: ReadonlyMap<string, Named>) =>
				list.map((id) => ({ rule_id: id, rule_name: known.get(id)?.name }));
			const [rules, silence, speed, interposal] = kinds(world).map(([, known]) => known);
			return {
				...common(world, scenario),
				rules: views(scenario.rules, rules),
				silence_rules: views(scenario.silenceRules, silence),
				speed_rules: views(scenario.speedRules, speed),
				interposal_rules: views(scenario.interposalRules, interposal),
			};
		},
	},
	{
		section: '12.2.11.6',
		path: `${BASE}/queryAllScenario`,
		body: z
			.object({
				...anyPaging,
				scenarioName: optionalText(),
				scenarioStatus: oneOfText('0', '1').optional(),
				startTime: seconds,
				endTime: seconds,
			})
			.strict(),
		handle({ world, body }) {
			const { scenarioName = '', scenarioStatus: status, startTime, endTime } = body;
			const found = [...world.qualityRules.scenarios.values()].filter(
				({ name, isEnabled, createdAt }) =>
					name.includes(scenarioName) &&
					(status === undefined || isEnabled === (status === '1')) &&
					(!startTime || createdAt >= Number(startTime) * 1000) &&
					(!endTime || createdAt < (Number(endTime) + 1) * 1000),
			);
			const data = pageOf(found, body).map((scenario) => {
				const { rules, silenceRules, speedRules, interposalRules } = scenario;
				return {
					...common(world, scenario),
					rules,
					silence_rules: silenceRules,
					speed_rules: speedRules,
					interposals_rules: interposalRules,
					rule_count: rules.length + silenceRules.length + speedRules.length + interposalRules.length,
					interaction_type: scenario.interactionType,
				};
			});
			return { total: found.length, data };
		},
	},
	{
		section: '12.2.11.1',
		path: `${BASE}/deleteScenario`,
		code,
		body: one,
		handle({ world: { qualityRules }, body }) {
			qualityRules.scenarios.delete(find(qualityRules.scenarios, body.group_id, 'scenario').id);
		},
	},
];

export const scenarios: Interface[] = interfaces.map(quality);
