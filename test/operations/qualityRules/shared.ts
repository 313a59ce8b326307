/** What there is to ask for in quality rules. */
import { byId, type Bench } from '../../support/bench';
import { asQuality } from '../sqm';

export const GONE = byId('999999999999999999');

const made = async (bench: Bench, path: string, body: object, key: string): Promise<string> => String((await asQuality(bench, path, body))[key]);

export const newProfile = async (bench: Bench) =>
	await made(bench, 'appraisescore/createAppraiseScore', { name: 'Mild', lower_bound: 10, upper_bound: 100, base: 60 }, 'id');

export const newSentenceCategory = async (bench: Bench, name = 'Greetings') =>
	await made(bench, 'sentencemanage/createSentenceCategory', { name }, 'category_id');

export const newSentence = async (bench: Bench, name = 'Welcome', category?: string) => {
	const body = {
		category_id: category ?? (await newSentenceCategory(bench)),
		sentence_name: name,
		tagDataList: [{ tag_type: 'keyword', pos_sentences: [{ name: 'welcome' }] }],
	};
	return await made(bench, 'sentencemanage/createSentence', body, 'sentence_id');
};

export const newWordCategory = async (bench: Bench, name = 'Rude') =>
	await made(bench, 'sensitiveWordManage/createSensitiveCategory', { name }, 'category_id');

export const newWord = async (bench: Bench, name = 'stupid') => {
	const body = { category_id: await newWordCategory(bench), sw_name: name, score: -10, exception: { staff: [await newSentence(bench)] } };
	return await made(bench, 'sensitiveWordManage/createSensitiveWord', body, 'sw_id');
};

/** 1 March 2026, 9:00 and 17:00 in UTC. */
export const PERIOD = { callsFrom: '2026-03-01T09:00:00.000Z', callsTo: '2026-03-01T17:00:00.000Z' };
export const SECONDS = { call_from: 1_772_355_600, call_end: 1_772_384_400 };

export const newDialogRule = async (bench: Bench, name = 'Greet', more: object = {}) => {
	const rule = { description: 'Who calls is greeted', severity: 'normal', score_type: 'valid', score: 5, method: 'positive', min: 1 };
	return await made(bench, 'conversation-rules/addRule', { rule_name: name, ...rule, other: SECONDS, ...more }, 'rule_id');
};

export const newLogic = async (bench: Bench, rule?: string) => {
	const body = { flow_name: 'Begin', min: 1, expression: 'must', rule_id: rule ?? (await newDialogRule(bench)) };
	return await made(bench, 'conversation-rules/addConversationFlow', body, 'flow_id');
};

export const newScript = async (bench: Bench, logic?: string) => {
	const body = {
		dialogue_flow_id: logic ?? (await newLogic(bench)),
		role: 'staff',
		position: 'top',
		SGType: 'must',
		sentences: [await newSentence(bench)],
	};
	return await made(bench, 'conversation-rules/addSentenceGroup', body, 'sg_id');
};

export const newInterruptionRule = async (bench: Bench, name = 'Butts in') => {
	const body = { name, score: 4, seconds: 3, times: 2, other: SECONDS };
	return await made(bench, 'interposal-rules/addInterposalRule', body, 'interposal_id');
};

export const newSilenceRule = async (bench: Bench, name = 'Says nothing') => {
	const setting = { name, score: 4, seconds: 5, times: 3, other: SECONDS };
	const exception = { before: { staff: [await newSentence(bench, 'Please hold')] } };
	return await made(bench, 'silencerule/createSilenceRule', { setting, exception }, 'silence_id');
};

export const newSpeedRule = async (bench: Bench, name = 'Too fast') => {
	const setting = { name, score: 4, min: 80, max: 120, other: SECONDS };
	return await made(bench, 'speedrule/addSpeedRule', { setting, exception: { under: {}, over: {} } }, 'speed_id');
};

export const newScenario = async (bench: Bench, name = 'Hotline') => {
	const other = { call_from: SECONDS.call_from * 1000, call_end: SECONDS.call_end * 1000 };
	return await made(bench, 'scenariomanage/createScenario', { group_name: name, description: 'All calls', other }, 'group_id');
};

/** One that can be enabled. */
export const completeScenario = async (bench: Bench, name = 'Hotline', rules: object = {}) => {
	const id = await newScenario(bench, name);
	await asQuality(bench, 'scenariomanage/updateScenario', { group_id: id, group_name: name, is_enable: 1, other: SECONDS, ...rules });
	return id;
};
