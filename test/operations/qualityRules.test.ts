/** Quality rules: lists to pick from, pages, what an update replaces, times in two units, and learning. */
import type { IDataObject } from 'n8n-workflow';

import { HuaweiCecQualityRules } from '../../nodes/HuaweiCecQualityRules/HuaweiCecQualityRules.node';
import { Bench, byId, rowsOf } from '../support/bench';
import { execute, loadOptions, searchList } from '../support/n8n';
import {
	completeScenario,
	newDialogRule,
	newInterruptionRule,
	newLogic,
	newProfile,
	newScenario,
	newScript,
	newSentence,
	newSentenceCategory,
	newSilenceRule,
	newSpeedRule,
	newWord,
	PERIOD,
	SECONDS,
} from './qualityRules/shared';
import { asQuality, OPERATOR } from './sqm';

const node = new HuaweiCecQualityRules();
const actingUserId = OPERATOR;

let bench: Bench;

beforeAll(async () => {
	bench = await Bench.start();
	bench.moveClock();
});
afterAll(async () => {
	jest.restoreAllMocks();
	await bench.close();
});
beforeEach(() => bench.reset());

const run = async (resource: string, operation: string, parameters: object = {}): Promise<IDataObject[]> => {
	const given = { resource, operation, actingUserId, ...parameters } as IDataObject;
	return (await execute({ node, credentials: bench.credentials, parameters: given })).map(({ json }) => json);
};

const sent = (name: string) => bench.requests.filter(({ path }) => path.endsWith(`/${name}`));
const bodyOf = (name: string) => sent(name).at(-1)?.body as Record<string, any>;

/** The node as it stands open in the editor. */
const open = (parameters: object = {}) => ({ credentials: bench.credentials, parameters: { actingUserId, ...parameters } as IDataObject });

describe('lists', () => {
	const entries = async (picker: string, parameters: object = {}, filter?: string) =>
		(await searchList(node, picker, open(parameters), filter)).results.map(({ name, value }) => [name, value]);

	test.each<[picker: string, make: (bench: Bench) => Promise<string>, name: string]>([
		['dialogRules', newDialogRule, 'Greet'],
		['interruptionRules', newInterruptionRule, 'Butts in'],
		['scenarios', newScenario, 'Hotline'],
		['scoringProfiles', newProfile, 'Mild'],
		['sensitiveWords', newWord, 'stupid'],
		['sentenceCategories', newSentenceCategory, 'Greetings'],
		['sentences', newSentence, 'Welcome'],
		['silenceRules', newSilenceRule, 'Says nothing'],
		['speedRules', newSpeedRule, 'Too fast'],
	])('%s have their names', async (picker, make, name) => {
		const id = await make(bench);
		expect(await entries(picker)).toContainEqual([name, id]);
		expect(await entries(picker, {}, name.slice(1))).toEqual([[name, id]]);
		expect(await entries(picker, {}, 'no such thing')).toEqual([]);
	});

	test('dialog logics have the name of their rule, too', async () => {
		const id = await newLogic(bench);
		expect(await entries('dialogLogics')).toEqual([['Greet / Begin', id]]);
		expect(await entries('dialogLogics', {}, 'begin')).toEqual([['Greet / Begin', id]]);
	});

	test('scripts are those of the logic, with their operator where the expression has it', async () => {
		const dialogRuleId = await newDialogRule(bench);
		const logic = await newLogic(bench, dialogRuleId);
		const [first, second] = [await newScript(bench, logic), await newScript(bench, logic)];
		await newScript(bench);
		const changed = { name: 'Begin', expression: `must ${first}`, occurrences: 1, dialogRuleId: byId(dialogRuleId), scriptIds: [first] };
		await run('dialogLogic', 'update', { dialogLogicId: byId(logic), ...changed });
		const expected = [
			[`must · ${first}`, first],
			[second, second],
		];
		expect(await entries('scripts', { dialogLogicId: byId(logic) })).toEqual(expected);
		const options = await loadOptions(node, 'scripts', open({ dialogLogicId: byId(logic) }));
		expect(options.map(({ name, value }) => [name, value])).toEqual(expected);
		await expect(entries('scripts', { dialogLogicId: byId('') })).rejects.toThrow('Choose the acting user and dialog logic first');
	});

	test('need to know in whose name they are read', async () => {
		await expect(entries('sentences', { actingUserId: '' })).rejects.toThrow('Choose the acting user first');
		expect(bench.requests).toEqual([]);
	});

	test('go on page by page', async () => {
		const category = await newSentenceCategory(bench);
		for (let index = 0; index < 103; index += 1) await newSentence(bench, `Sentence ${index}`, category);
		const { results, paginationToken } = await searchList(node, 'sentences', open());
		expect(results).toHaveLength(100);
		expect((await searchList(node, 'sentences', open(), undefined, String(paginationToken))).results).toHaveLength(3);
		expect(await loadOptions(node, 'sentences', open())).toHaveLength(103);
	});
});

describe('many', () => {
	test('sentences come in pages of the sizes that CEC takes', async () => {
		const category = await newSentenceCategory(bench);
		for (let index = 0; index < 103; index += 1) await newSentence(bench, `Sentence ${index}`, category);
		bench.sim.control.clearRequests();
		const limits = () => sent('querySentence').map(({ body }) => (body as { limit: number }).limit);
		expect(await run('sentence', 'getMany', { returnAll: true })).toHaveLength(103);
		expect(await run('sentence', 'getMany', { returnAll: false, limit: 7 })).toHaveLength(7);
		expect(limits()).toEqual([100, 100, 10]);
	});

	test('scoring profiles come with whether they are applied', async () => {
		const id = await newProfile(bench);
		const applied = async () => (await run('scoringProfile', 'getMany')).map((profile) => [profile.id, profile.isApplied]);
		expect(await applied()).toEqual([['0', true], [id, false]]);
		await run('scoringProfile', 'apply', { scoringProfileId: byId(id) });
		expect(await applied()).toEqual([['0', false], [id, true]]);
	});

	test('scoring profiles come at once', async () => {
		for (let index = 0; index < 12; index += 1) await newProfile(bench);
		bench.sim.control.clearRequests();
		expect(await run('scoringProfile', 'getMany', { returnAll: true })).toHaveLength(13);
		expect(sent('queryAppraiseScore')).toHaveLength(1);
	});
});

describe('a sentence', () => {
	const keyword = (...texts: object[]) => rowsOf({ type: 'keyword', texts: rowsOf(...texts) });

	test('has texts with commas, and whatever else stands in them', async () => {
		const category = byId(await newSentenceCategory(bench));
		const tags = rowsOf({ type: 'regular_exp', texts: rowsOf({ text: 'no{1,3}, thanks' }) });
		const [{ sentence_id: id }] = await run('sentence', 'create', { sentenceCategoryId: category, name: 'No', tagsInput: 'fields', tags });
		const [{ tagDataList }] = await run('sentence', 'get', { sentenceId: byId(String(id)) });
		expect(tagDataList).toEqual([{ tag_type: 'regular_exp', pos_sentences: [{ id: expect.any(String), name: 'no{1,3}, thanks' }] }]);
	});

	test('keeps the IDs of its texts when it is updated with what Get gave', async () => {
		const id = await newSentence(bench);
		const [{ tagDataList, category_id: category }] = await run('sentence', 'get', { sentenceId: byId(id) });
		const parameters = { sentenceId: byId(id), sentenceCategoryId: byId(String(category)), name: 'Hello' };
		await run('sentence', 'update', { ...parameters, tagsInput: 'json', tagsJson: tagDataList });
		expect(await run('sentence', 'get', { sentenceId: byId(id) })).toEqual([
			{ category_id: category, sentence_id: id, sentence_name: 'Hello', tagDataList },
		]);
		await run('sentence', 'update', { ...parameters, tagsInput: 'fields', tags: keyword({ text: 'hi' }) });
		const [changed] = await run('sentence', 'get', { sentenceId: byId(id) });
		expect(changed.tagDataList).toEqual([{ tag_type: 'keyword', pos_sentences: [{ id: expect.any(String), name: 'hi' }] }]);
	});

	test('needs something by which it is recognized', async () => {
		const parameters = { sentenceCategoryId: byId('1'), name: 'Nothing', tagsInput: 'fields', tags: {} };
		await expect(run('sentence', 'create', parameters)).rejects.toThrow('"Tags" is missing');
	});

	test('moves with others', async () => {
		const [first, second, category] = [await newSentence(bench), await newSentence(bench), await newSentenceCategory(bench, 'Other')];
		await run('sentence', 'move', { sentenceIds: [first, second], sentenceCategoryId: byId(category) });
		expect(bodyOf('moveSentenceToCategory')).toEqual({ sentenceIds: `${first},${second}`, category_id: category });
		expect(await run('sentence', 'getManyInCategory', { sentenceCategoryId: byId(category) })).toHaveLength(2);
	});
});

describe('a rule', () => {
	test('is limited to the calls of a time, which CEC takes and tells in seconds', async () => {
		const [{ rule_id: id }] = await run('dialogRule', 'create', {
			name: 'Greet',
			severity: 'normal',
			scoreType: 'valid',
			score: 1,
			method: 'positive',
			minimumLogics: 1,
			additionalFields: PERIOD,
		});
		expect(bodyOf('addRule').other).toEqual(SECONDS);
		const [{ callsFrom, callsTo }] = await run('dialogRule', 'get', { dialogRuleId: byId(String(id)) });
		expect([callsFrom, callsTo].map((time) => new Date(String(time)).toISOString())).toEqual([PERIOD.callsFrom, PERIOD.callsTo]);
	});

	test('without a time still has the object for it, and no time in its answer', async () => {
		const given = { name: 'Rushes', deduction: 3, lowestSpeed: 80, highestSpeed: 200 };
		const [{ speed_id: id }] = await run('speedRule', 'create', given);
		expect(bodyOf('addSpeedRule')).toEqual({
			setting: { name: 'Rushes', score: 3, min: 80, max: 200, other: {} },
			exception: { under: { customer: [] }, over: { customer: [] } },
		});
		const [rule] = await run('speedRule', 'get', { speedRuleId: byId(String(id)) });
		expect(rule).toMatchObject({ deduction: 3, setting: { score: '-3', other: { call_from: 0 } } });
		expect(rule).not.toHaveProperty('callsFrom');
	});

	test('loses what an update does not name, which stands open in the node', async () => {
		const id = await newSilenceRule(bench);
		await run('silenceRule', 'update', { silenceRuleId: byId(id), name: 'Quiet', deduction: 9, silence: 8, times: 1 });
		expect(bodyOf('updateSilenceRule')).toEqual({
			setting: { silence_id: id, name: 'Quiet', score: 9, seconds: 8, times: 1, other: {} },
			exception: { before: { staff: [], customer: [] }, after: { staff: [] } },
		});
		const updates = node.description.properties.filter(
			({ name, displayOptions }) => name === 'updateFields' && displayOptions?.show?.operation?.includes('update'),
		);
		expect(updates).toEqual([]);
	});

	test('of silence needs a name of its own', async () => {
		await newSilenceRule(bench, 'Is silent');
		await expect(run('silenceRule', 'create', { name: 'Is silent', deduction: 4, silence: 10, times: 3 })).rejects.toThrow(
			'There is one with this name already (HTTP 409)',
		);
	});

	test('costs between one and a hundred points', async () => {
		await expect(run('silenceRule', 'create', { name: 'Free', deduction: 0, silence: 10, times: 3 })).rejects.toThrow('must be at least 1, not 0');
	});

	test('of interruptions has its deduction without a sign', async () => {
		const given = { name: 'Butts in', deduction: -4, overlap: 2, times: 3 };
		await expect(run('interruptionRule', 'create', given)).rejects.toThrow('"Deducted Points" must be at least 0, not -4');
		expect(bench.requests).toEqual([]);
	});

	test('of interruptions has one name for its ID, whatever CEC calls it', async () => {
		const [{ interposal_id: id }] = await run('interruptionRule', 'create', { name: 'Butts in', deduction: 4, overlap: 2, times: 3 });
		expect(await run('interruptionRule', 'getMany')).toEqual([
			{ interposal_id: id, interposals_id: id, name: 'Butts in', score: '-4', deduction: 4, seconds: '2', times: '3' },
		]);
		expect(await run('interruptionRule', 'get', { interruptionRuleId: byId(String(id)) })).toEqual([expect.objectContaining({ interposal_id: id })]);
		bench.sim.control.addFault({
			kind: 'body',
			body: { interposals_id: '922992717770788864', resultCode: '0405000' },
			match: { path: 'addInterposalRule' },
		});
		expect(await run('interruptionRule', 'create', { name: 'Other', deduction: 4, overlap: 2, times: 3 })).toEqual([
			{ interposals_id: '922992717770788864', interposal_id: '922992717770788864' },
		]);
	});

	test('that lacks something is found', async () => {
		await newDialogRule(bench, 'Unfinished');
		const rule = await newDialogRule(bench, 'Finished');
		await newScript(bench, await newLogic(bench, rule));
		const names = async (filters: object) => (await run('dialogRule', 'getMany', { filters })).map(({ rule_name: name }) => name);
		expect(await names({ incompleteOnly: true })).toEqual(['Unfinished']);
		expect(await names({})).toEqual(['Unfinished', 'Finished']);
	});
});

describe('a script', () => {
	test('has a distance only where its position is one', async () => {
		const dialogLogicId = byId(await newLogic(bench));
		await run('script', 'create', { dialogLogicId, operator: 'must', role: 'any', position: 'top', distance: 5 });
		expect(bodyOf('addSentenceGroup')).not.toHaveProperty('position_distance');
		await run('script', 'create', { dialogLogicId, operator: 'must', role: 'any', position: 'set', distance: 5 });
		expect(bodyOf('addSentenceGroup')).toMatchObject({ position_distance: 5, sentences: [] });
	});

	test('is found by its ID alone', async () => {
		const scriptId = byId(await newScript(bench));
		expect(await run('script', 'get', { scriptId })).toEqual([expect.objectContaining({ operatorName: 'Must Be Said' })]);
		expect(bodyOf('getSentenceGroup')).toEqual({ sg_id: scriptId.value });
	});
});

describe('a scenario', () => {
	test('is created with milliseconds and updated with seconds', async () => {
		const [{ group_id: id }] = await run('scenario', 'create', { name: 'Support', additionalFields: PERIOD });
		const { call_from: from, call_end: end } = SECONDS;
		expect(bodyOf('createScenario').other).toEqual({ call_from: from * 1000, call_end: end * 1000 });
		await run('scenario', 'update', { scenarioId: byId(String(id)), enabled: true, name: 'Support', ...PERIOD });
		expect(bodyOf('updateScenario').other).toEqual(SECONDS);
	});

	test('tells its times right in either unit', async () => {
		const id = await completeScenario(bench);
		const [inSeconds] = await run('scenario', 'get', { scenarioId: byId(id) });
		const other = { call_from: SECONDS.call_from * 1000, call_end: SECONDS.call_end * 1000 };
		bench.sim.control.addFault({ kind: 'body', body: { group_id: id, other }, match: { path: 'queryScenario' } });
		const [inMillis] = await run('scenario', 'get', { scenarioId: byId(id) });
		expect(inMillis.callsFrom).toBe(inSeconds.callsFrom);
		expect(new Date(String(inMillis.callsFrom)).toISOString()).toBe(PERIOD.callsFrom);
	});

	test('is enabled by an update, unless told otherwise', async () => {
		const scenarioId = byId(await newScenario(bench));
		await run('scenario', 'update', { scenarioId, name: 'Hotline' });
		expect(bodyOf('updateScenario')).toMatchObject({ is_enable: 1 });
	});

	test('can be enabled only when it has been updated', async () => {
		const scenarioId = byId(await newScenario(bench));
		await expect(run('scenario', 'setStatus', { scenarioId, enabled: true })).rejects.toThrow('HTTP 500');
		await run('scenario', 'update', { scenarioId, enabled: false, name: 'Hotline', dialogRuleIds: [await newDialogRule(bench)] });
		await run('scenario', 'setStatus', { scenarioId, enabled: true });
		expect(await run('scenario', 'getMany')).toEqual([expect.objectContaining({ statusName: 'Enabled', rule_count: 1 })]);
	});

	test('is found by when it was created, in seconds as texts', async () => {
		await newScenario(bench);
		const filters = { createdFrom: '2026-03-01T00:00:00Z', createdTo: '2026-03-01T12:00:00Z' };
		expect(await run('scenario', 'getMany', { filters })).toEqual([]);
		expect(bodyOf('queryAllScenario')).toMatchObject({ startTime: '1772323200', endTime: '1772366400' });
	});
});

describe('training', () => {
	test('goes on after the answer', async () => {
		await newSentence(bench);
		expect(await run('training', 'getStatus')).toEqual([{ out_of_date: true }]);
		expect(await run('training', 'start', { waitUntilDone: false })).toEqual([{ success: true }]);
		expect(await run('training', 'getStatus')).toEqual([{ out_of_date: true }]);
		await bench.sim.clock.advance(60_000);
		expect(await run('training', 'getStatus')).toEqual([{ out_of_date: false }]);
	});

	test('is waited for where that is wanted', async () => {
		await newSentence(bench);
		expect(await run('training', 'start', { waitUntilDone: true })).toEqual([expect.objectContaining({ out_of_date: false })]);
		expect(sent('queryTraining').length).toBeGreaterThan(1);
	});

	test('that takes too long is told of', async () => {
		bench.sim.control.addFault({ kind: 'body', body: { out_of_date: true, resultCode: '0404000' }, match: { path: 'queryTraining', times: 100 } });
		await expect(run('training', 'start', { waitUntilDone: true, waitMinutes: 2 })).rejects.toThrow('The training was not done after 2 minutes');
	});
});

test('everything is done in the name of the user', async () => {
	await run('sentenceCategory', 'create', { name: 'Any' });
	expect(sent('createSentenceCategory')[0].headers).toMatchObject({ 'x-userid': OPERATOR, 'x-app-key': expect.anything() });
	await expect(run('sentenceCategory', 'create', { name: 'Any', actingUserId: '' })).rejects.toThrow('"Acting User ID" is missing');
});

test('whatever CEC means by failure is one', async () => {
	const answers = [{ resultCode: '0403001', resultDesc: 'Duplicate name' }, { errorCode: 1010404, errorMessage: 'Nothing' }];
	for (const body of answers) {
		bench.sim.control.addFault({ kind: 'body', body, match: { path: 'createSentenceCategory' } });
		await expect(run('sentenceCategory', 'create', { name: 'Any' })).rejects.toThrow(/CEC refused: (Duplicate name|Nothing)/);
	}
	for (const body of [{ resultCode: 0, category_id: '1' }, { category_id: '1' }]) {
		bench.sim.control.addFault({ kind: 'body', body, match: { path: 'createSentenceCategory' } });
		expect(await run('sentenceCategory', 'create', { name: 'Any' })).toEqual([{ category_id: '1' }]);
	}
	expect((await asQuality(bench, 'sentencemanage/querySentenceCategory')).data).toEqual([]);
});
