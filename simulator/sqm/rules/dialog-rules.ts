import { z } from 'zod';
import type { Interface } from '../../interface';
import { int, oneOfText, optionalText, text } from '../../schema/fields';
import { CCSQM, find, pageOf, quality, type QualityInterface, wrong } from '../serve';
import { ids, knownSentences, named, period, ruleList, sentenceViews } from './shared';
import type { DialogLogic, DialogRule, QualityRules, Script } from './state';

/** 12.2.4, 12.2.6 and 12.2.7: a dialog rule has logics, a logic has scripts, a script has sentences. */

const BASE = `${CCSQM}/conversation-rules`;
const code = '0405000';

const OPERATORS = ['must', 'if', 'must_say', 'must_not_say', 'then', 'and'];

const script = {
	sentences: ids,
	role: oneOfText('any', 'staff', 'customer'),
	position: oneOfText('any', 'top', 'bottom', 'set'),
	SGType: oneOfText(...OPERATORS),
	sg_name: optionalText(128),
	dialogue_flow_id: text(),
	// From 1 on, but the sample sends 0 where there is no distance.
	position_distance: int(0, 9999).default(0),
};
const oneScript = z.object({ sg_id: text() }).strict();

function scriptFrom(rules: QualityRules, body: Record<string, any>): Omit<Script, 'id'> {
	const { id: logicId } = find(rules.logics, body.dialogue_flow_id, 'dialog logic');
	if (body.position === 'set' && body.position_distance === 0) wrong('position_distance is missing.');
	knownSentences(rules, body.sentences);
	const { role, position, position_distance: distance, SGType: operator, sentences, sg_name: name } = body;
	return { logicId, name: name || null, role, position, distance, operator, sentences };
}

const scripts: QualityInterface[] = [
	{
		section: '12.2.4.3',
		path: `${BASE}/addSentenceGroup`,
		code,
		body: z.object(script).strict(),
		handle({ world: { qualityRules }, body }) {
			const id = qualityRules.newId();
			qualityRules.scripts.set(id, { id, ...scriptFrom(qualityRules, body) });
			return { sg_id: id };
		},
	},
	{
		section: '12.2.4.1',
		path: `${BASE}/updateSentenceGroup`,
		code,
		body: z.object({ ...script, sg_id: text() }).strict(),
		handle({ world: { qualityRules }, body }) {
			Object.assign(find(qualityRules.scripts, body.sg_id, 'script'), scriptFrom(qualityRules, body));
		},
	},
	{
		section: '12.2.4.2',
		path: `${BASE}/getSentenceGroup`,
		code,
		body: oneScript,
		handle({ world: { qualityRules }, body }) {
			const { id, logicId, name, role, position, distance, operator, sentences } = find(qualityRules.scripts, body.sg_id, 'script');
			return {
				sg_id: id,
				role,
				dialogueFlowId: logicId,
				sentences: sentenceViews(qualityRules, sentences),
				position_distance: String(distance),
				sg_name: name,
				position,
				SGType: operator,
			};
		},
	},
	{
		section: '12.2.4.4',
		path: `${BASE}/deleteSentenceGroup`,
		code,
		body: oneScript,
		handle({ world: { qualityRules }, body }) {
			qualityRules.scripts.delete(find(qualityRules.scripts, body.sg_id, 'script').id);
		},
	},
];

const logic = { flow_name: text(128), min: int(0), expression: text(), rule_id: text() };
const oneLogic = z.object({ flow_id: text() }).strict();

/** An expression is made of operators and of scripts that there are. */
function logicFrom(rules: QualityRules, body: Record<string, any>): Omit<DialogLogic, 'id'> {
	const { id: ruleId } = find(rules.dialogRules, body.rule_id, 'dialog rule');
	const unknown = (body.expression as string).split(/\s+/).find((word) => !OPERATORS.includes(word) && !rules.scripts.has(word));
	if (unknown !== undefined) wrong(`The script ${unknown} does not exist.`);
	return { ruleId, name: body.flow_name, expression: body.expression, min: body.min };
}

const logics: QualityInterface[] = [
	{
		section: '12.2.6.4',
		path: `${BASE}/addConversationFlow`,
		code,
		body: z.object(logic).strict(),
		handle({ world: { qualityRules }, body }) {
			const id = qualityRules.newId();
			qualityRules.logics.set(id, { id, ...logicFrom(qualityRules, body) });
			return { flow_id: id };
		},
	},
	{
		section: '12.2.6.3',
		path: `${BASE}/updateConversationFlow`,
		code,
		body: z.object({ ...logic, flow_id: text(), sentence_groups: z.array(text()).optional() }).strict(),
		handle({ world: { qualityRules }, body }) {
			const one = find(qualityRules.logics, body.flow_id, 'dialog logic');
			const given: string[] = body.sentence_groups ?? [];
			const strange = given.find((id) => find(qualityRules.scripts, id, 'script').logicId !== one.id);
			if (strange !== undefined) wrong(`The script ${strange} belongs to another dialog logic.`);
			Object.assign(one, logicFrom(qualityRules, body));
		},
	},
	{
		// Its URL lacks what is in front of /CCSQM everywhere else.
		section: '12.2.6.1',
		path: `${BASE}/getConversationFlow`,
		code,
		body: oneLogic,
		handle({ world: { qualityRules }, body }) {
			const { id, name, expression, min } = find(qualityRules.logics, body.flow_id, 'dialog logic');
			return {
				sentence_groups: qualityRules.scriptsOf(id).map((one) => ({ sg_id: one.id })),
				min: String(min),
				expression,
				flow_id: id,
				flow_name: name,
			};
		},
	},
	{
		section: '12.2.6.2',
		path: `${BASE}/deleteConversationFlow`,
		code,
		body: oneLogic,
		handle({ world: { qualityRules }, body }) {
			qualityRules.removeLogic(find(qualityRules.logics, body.flow_id, 'dialog logic').id);
		},
	},
];

const rule = {
	description: optionalText(1024),
	severity: oneOfText('normal', 'critical'),
	score_type: oneOfText('valid', 'invalid'),
	score: z.number(),
	method: oneOfText('positive', 'negative'),
	min: int(0),
	other: period,
};
/** The request of 12.2.7.5 repeats what 12.2.7.1 answers, by its table and its sample; it changes nothing. */
const answered = {
	resultCode: z.string().optional(),
	resultDesc: z.string().optional(),
	flows: z.array(z.unknown()).optional(),
	completeness: z.object({}).passthrough().optional(),
};
const oneRule = z.object({ rule_id: text() }).strict();

const ruleFrom = (body: Record<string, any>) => ({
	severity: body.severity,
	scoreType: body.score_type,
	score: body.score,
	method: body.method,
	min: body.min,
	other: body.other,
});

function completeness(rules: QualityRules, { id, description }: DialogRule) {
	const own = rules.logicsOf(id);
	const hasConversationFlow = own.length > 0;
	const parts = own.map((one) => rules.scriptsOf(one.id));
	const sentenceComplete =
		hasConversationFlow &&
		parts.every((list) => list.length > 0 && list.every(({ sentences }) => sentences.length > 0));
	const hasDescription = description !== '';
	const ruleComplete = hasConversationFlow && sentenceComplete && hasDescription;
	return { hasConversationFlow, sentenceComplete, ruleComplete, hasDescription };
}

const rules: QualityInterface[] = [
	{
		section: '12.2.7.3',
		path: `${BASE}/addRule`,
		code,
		body: z.object({ rule_name: text(), ...rule }).strict(),
		handle({ world: { qualityRules }, body }) {
			const id = qualityRules.newId();
			const { rule_name: name, description = '' } = body;
			qualityRules.dialogRules.set(id, { id, name, description, ...ruleFrom(body) });
			return { rule_id: id };
		},
	},
	{
		section: '12.2.7.5',
		path: `${BASE}/updateRule`,
		code,
		body: z.object({ rule_id: text(), rule_name: optionalText(), ...rule, ...answered }).strict(),
		handle({ world: { qualityRules }, body }) {
			const one = find(qualityRules.dialogRules, body.rule_id, 'dialog rule');
			const name = body.rule_name || one.name;
			Object.assign(one, { name, description: body.description ?? '', ...ruleFrom(body) });
		},
	},
	{
		section: '12.2.7.1',
		path: `${BASE}/getOneRule`,
		code,
		body: oneRule,
		handle({ world: { qualityRules }, body }) {
			const one = find(qualityRules.dialogRules, body.rule_id, 'dialog rule');
			return {
				severity: one.severity,
				rule_id: one.id,
				score: String(one.score),
				other: one.other,
				min: String(one.min),
				method: one.method,
				rule_name: one.name,
				flows: qualityRules.logicsOf(one.id).map(({ id, name }) => ({ flow_id: id, flow_name: name })),
				description: one.description,
				completeness: completeness(qualityRules, one),
			};
		},
	},
	{
		section: '12.2.7.2',
		path: `${BASE}/queryRules`,
		code,
		body: ruleList(128).extend({ incompleteOnly: z.boolean().optional() }).strict(),
		// The text says "completeOnly", the table describes the contrary of what the name says: the name it is.
		handle({ world, body }) {
			const { qualityRules, tenant } = world;
			const found = [...qualityRules.dialogRules.values()]
				.filter(named(body.keyword))
				.filter((one) => !body.incompleteOnly || !completeness(qualityRules, one).ruleComplete);
			const data = pageOf(found, body).map((one) => ({
				rule_id: one.id,
				score: String(one.score),
				rule_name: one.name,
				flows: qualityRules.logicsOf(one.id).map(({ id, name, expression, min }) => ({
					expression,
					min,
					tenantId: tenant.tenantId,
					name,
					errorCode: null,
					id,
					ruleId: one.id,
					errorMsg: null,
				})),
				description: one.description,
				completeness: completeness(qualityRules, one),
			}));
			return { data, paging: { total: found.length } };
		},
	},
	{
		section: '12.2.7.4',
		path: `${BASE}/deleteRule`,
		code,
		body: oneRule,
		handle({ world: { qualityRules }, body }) {
			qualityRules.removeDialogRule(find(qualityRules.dialogRules, body.rule_id, 'dialog rule').id);
		},
	},
];

export const dialogRules: Interface[] = [...scripts, ...logics, ...rules].map(quality);
