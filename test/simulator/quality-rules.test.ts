import { type Simulator, tenant } from '../../simulator';
import { type Answer, management, type Request, simulator } from './harness';

const SQM = '/apiaccess/CCSQM/rest/ccisqm/v1';
const OPERATOR = '1652268429538866104';
const DONE = '操作成功';

describe('quality rules (12.2.1 to 12.2.11)', () => {
	let sim: Simulator;
	let request: Request;
	beforeEach(async () => {
		sim = await simulator();
		request = await management(sim, { 'x-app-key': tenant.appKey, 'x-userid': OPERATOR });
	});
	afterEach(async () => await sim.close());

	const post = async (path: string, body?: object): Promise<Answer> => await request(`${SQM}/${path}`, body);
	const done = async (path: string, body?: object): Promise<any> => {
		const { status, body: answer, text } = await post(path, body);
		if (status !== 200) throw new Error(text);
		return answer;
	};
	const refusal = async (path: string, body: object): Promise<[number, string]> => {
		const { status, text } = await post(path, body);
		return [status, text];
	};

	const category = async (name = 'C'): Promise<string> => (await done('sentencemanage/createSentenceCategory', { name })).category_id;
	const keyword = { tag_type: 'keyword', pos_sentences: [{ name: 'hello' }] };
	const sentence = async (name = 'S', categoryId?: string): Promise<string> => {
		const body = { category_id: categoryId ?? (await category()), sentence_name: name, tagDataList: [keyword] };
		return (await done('sentencemanage/createSentence', body)).sentence_id;
	};
	const rule = { rule_name: 'R', description: 'D', severity: 'normal', score_type: 'valid', score: 1, method: 'positive', min: 1, other: {} };
	const dialogRule = async (changes: object = {}): Promise<string> => (await done('conversation-rules/addRule', { ...rule, ...changes })).rule_id;
	const logic = async (ruleId: string): Promise<string> =>
		(await done('conversation-rules/addConversationFlow', { flow_name: 'F', min: 2, expression: 'must', rule_id: ruleId })).flow_id;
	const script = async (logicId: string, changes: object = {}): Promise<string> => {
		const body = { role: 'staff', position: 'any', SGType: 'must', dialogue_flow_id: logicId, ...changes };
		return (await done('conversation-rules/addSentenceGroup', body)).sg_id;
	};
	const silenceRule = async (staff: string[] = [], name = 'Silence'): Promise<string> => {
		const body = { setting: { name, score: 4, seconds: 5, times: 4 }, exception: { before: { staff }, after: {} } };
		return (await done('silencerule/createSilenceRule', body)).silence_id;
	};
	const speedRule = async (customer: string[] = []): Promise<string> => {
		const body = { setting: { name: 'Speed', score: 3, min: 90, max: 150 }, exception: { under: { customer }, over: {} } };
		return (await done('speedrule/addSpeedRule', body)).speed_id;
	};
	const interruptionRule = async (): Promise<string> =>
		(await done('interposal-rules/addInterposalRule', { name: 'I', score: 4, seconds: 4, times: 4, other: {} })).interposal_id;
	const scenario = async (): Promise<string> =>
		(await done('scenariomanage/createScenario', { group_name: 'G', other: { call_from: 1_622_536_490_000 } })).group_id;

	describe('letting in', () => {
		const create = (headers: Record<string, string>) => async (path: string, body: object) =>
			await (await management(sim, headers))(`${SQM}/${path}`, body);

		it('wants x-app-key and a user who is there', async () => {
			const path = 'conversation-rules/addRule';
			expect(await create({ 'x-userid': OPERATOR })(path, rule)).toMatchObject({ status: 400, text: expect.stringContaining('x-app-key') });
			expect(await create({ 'x-app-key': tenant.appKey })(path, rule)).toMatchObject({ status: 400, text: expect.stringContaining('x-UserId') });
			expect(await create({ 'x-app-key': tenant.appKey, 'x-userid': '1' })(path, rule)).toMatchObject({ status: 500 });
		});

		it('can do without a user where the table says so', async () => {
			expect(await create({ 'x-app-key': tenant.appKey })('sentencemanage/createSentenceCategory', { name: 'C' })).toMatchObject({ status: 200 });
		});

		it('wants the token', async () => {
			const response = await fetch(`${sim.url}${SQM}/sentencemanage/querySentenceCategory`, { method: 'POST' });
			expect(response.status).toBe(401);
		});

		it('refuses what it does not know', async () => {
			expect(await refusal('sentencemanage/createSentenceCategory', { name: 'C', more: 1 })).toEqual([400, expect.stringContaining('more')]);
			expect(await refusal('sentencemanage/createSentenceCategory', {})).toEqual([400, expect.stringContaining('name')]);
		});
	});

	describe('scoring profiles', () => {
		const profile = { name: 'test', lower_bound: 11, upper_bound: 111, base: 11 };

		it('are applied, changed and deleted', async () => {
			const { id, ...created } = await done('appraisescore/createAppraiseScore', profile);
			expect(created).toEqual({ resultCode: '0412000', resultDesc: DONE });
			const list = async () => await done('appraisescore/queryAppraiseScore', { page: 1, limit: 10_000 });
			expect(await list()).toMatchObject({ using: '0', fundamental_score: [{ id: '0', base: 60 }, { ...profile, id }] });
			await done('appraisescore/applyAppraiseScore', { id });
			await done('appraisescore/modifyAppraiseScore', { ...profile, id, base: 20 });
			expect(await list()).toMatchObject({ using: id, fundamental_score: [{}, { base: 20 }] });
			expect((await refusal('appraisescore/removeAppraiseScore', { id }))[0]).toBe(500);
			await done('appraisescore/applyAppraiseScore', { id: '0' });
			await done('appraisescore/removeAppraiseScore', { id });
			expect((await list()).fundamental_score).toHaveLength(1);
		});
	});

	describe('sentences', () => {
		it('are listed by category and keyword, without a code, in pages of few sizes', async () => {
			const id = await category();
			await sentence('One', id);
			await sentence('Two', id);
			await sentence('Three');
			const list = async (more: object) => await done('sentencemanage/querySentence', { page: 1, limit: 5, ...more });
			expect(await list({ category_id: id, keyword: 'Tw' })).toEqual({
				paging: { total: 1 },
				data: [{ category_id: id, sentence_id: expect.stringMatching(/^\d{5}$/), sentence_name: 'Two', tags: null }],
			});
			expect((await list({})).paging.total).toBe(3);
			expect((await list({ page: 2 })).data).toEqual([]);
			expect(await refusal('sentencemanage/querySentence', { page: 1, limit: 7 })).toEqual([400, expect.stringContaining('limit')]);
			expect((await refusal('sentencemanage/querySentence', {}))[0]).toBe(400);
			expect(await done('sentencemanage/querySentenceByCategoryId', { category_id: id, page: 1, limit: 10 })).toMatchObject({
				paging: { total: 2 },
				resultCode: '0403000',
			});
		});

		it('have texts with ids, which an update keeps', async () => {
			const id = await sentence();
			const detail = async () => await done('sentencemanage/querySentence', { sentence_id: id });
			const { category_id: categoryId, tagDataList } = await detail();
			const [{ id: textId }] = tagDataList[0].pos_sentences;
			const update = { category_id: categoryId, sentence_name: 'S2', sentence_id: id, deleteTagDataList: [] };
			const tags = [{ tag_type: 'dialogue_act', pos_sentences: [{ id: textId, name: 'hi' }, { name: 'new' }], neg_sentences: [{ name: 'bye' }] }];
			expect(await done('sentencemanage/updateSentence', { ...update, tagDataList: tags })).toMatchObject({ id });
			expect(await detail()).toEqual({
				category_id: categoryId,
				sentence_id: id,
				sentence_name: 'S2',
				tagDataList: [
					{
						tag_type: 'dialogue_act',
						pos_sentences: [{ id: textId, name: 'hi' }, { id: expect.any(String), name: 'new' }],
						neg_sentences: [{ id: expect.any(String), name: 'bye' }],
					},
				],
			});
			const strange = [{ tag_type: 'keyword', pos_sentences: [{ id: '1', name: 'x' }] }];
			expect((await refusal('sentencemanage/updateSentence', { ...update, tagDataList: strange }))[0]).toBe(500);
			expect((await refusal('sentencemanage/updateSentence', { ...update, tagDataList: [{ tag_type: 'other' }] }))[0]).toBe(400);
		});

		it('move, and disappear from wherever they were used', async () => {
			const [one, two, to] = [await sentence('One'), await sentence('Two'), await category('To')];
			await done('sentencemanage/moveSentenceToCategory', { sentenceIds: `${one},${two}`, category_id: to });
			const group = await script(await logic(await dialogRule()), { sentences: [one, two] });
			const silence = await silenceRule([one]);
			const speed = await speedRule([one]);
			await done('sentencemanage/deleteSentence', { sentence_id: one });
			expect((await done('conversation-rules/getSentenceGroup', { sg_id: group })).sentences).toEqual([
				{ category_id: to, sentence_id: two, sentence_name: 'Two' },
			]);
			expect((await done('silencerule/querySilenceRule', { silence_id: silence })).exception.before.staff).toEqual([]);
			expect((await done('speedrule/querySpeedRuleById', { speed_id: speed })).exception.under.customer).toEqual([]);
			await done('sentencemanage/deleteSentenceCategory', { category_id: to });
			expect((await refusal('sentencemanage/querySentence', { sentence_id: two }))[0]).toBe(500);
		});
	});

	describe('sensitive words', () => {
		const wordCategory = async (name = 'W'): Promise<string> => (await done('sensitiveWordManage/createSensitiveCategory', { name })).category_id;

		it('have a score and sentences in which they do not count', async () => {
			const [categoryId, staff] = [await wordCategory(), await sentence()];
			const word = { category_id: categoryId, sw_name: 'rude', score: -8, exception: { customer: [], staff: [staff] } };
			const { sw_id: id } = await done('sensitiveWordManage/createSensitiveWord', word);
			expect(await done('sensitiveWordManage/querySensitiveWordDetail', { sw_id: id })).toEqual({
				sw_id: id,
				sw_name: 'rude',
				score: '-8',
				category_id: categoryId,
				exception: { customer: [], staff: [{ category_id: expect.any(String), sentence_id: staff, sentence_name: 'S' }] },
				resultCode: '0401000',
				resultDesc: DONE,
			});
			await done('sensitiveWordManage/updateSensitiveWord', { category_id: categoryId, sw_name: 'ruder', sw_id: id });
			expect(await done('sensitiveWordManage/querySensitiveWordList', { page: 1, limit: 10, keyword: 'ruder' })).toMatchObject({
				data: [{ sw_id: id, sw_name: 'ruder' }],
				paging: { total: 1 },
			});
			const gone = { ...word, exception: { customer: ['1'] } };
			expect((await refusal('sensitiveWordManage/createSensitiveWord', gone))[0]).toBe(500);
		});

		it('move and go with their category', async () => {
			const [from, to] = [await wordCategory(), await wordCategory('To')];
			const { sw_id: id } = await done('sensitiveWordManage/createSensitiveWord', { category_id: from, sw_name: 'rude' });
			await done('sensitiveWordManage/moveSensitiveWordToCategory', { sensitiveWordIds: id, category_id: to });
			const inCategory = async (categoryId: string) =>
				(await done('sensitiveWordManage/querySensitiveWordsByCategoryId', { category_id: categoryId, page: 1, limit: 5 })).paging.total;
			expect([await inCategory(from), await inCategory(to)]).toEqual([0, 1]);
			await done('sensitiveWordManage/updateSensitiveCategory', { category_id: to, name: 'New' });
			await done('sensitiveWordManage/deleteSensitiveCategory', { category_id: to });
			expect((await done('sensitiveWordManage/querySensitiveCategoryList')).data).toEqual([{ category_id: from, name: 'W' }]);
			expect((await refusal('sensitiveWordManage/deleteSensitiveWord', { sw_id: id }))[0]).toBe(500);
		});
	});

	it('training takes its time, and what changes meanwhile is not learned', async () => {
		const isOutOfDate = async () => (await done('semantickeywordtraining/queryTraining')).out_of_date as boolean;
		expect(await isOutOfDate()).toBe(false);
		await sentence();
		expect(await isOutOfDate()).toBe(true);
		await done('semantickeywordtraining/trainTags');
		expect(await isOutOfDate()).toBe(true);
		await sim.clock.advance(60_000);
		expect(await isOutOfDate()).toBe(false);
		await done('semantickeywordtraining/trainTags');
		await sentence();
		await sim.clock.advance(60_000);
		expect(await isOutOfDate()).toBe(true);
	});

	describe('dialog rules', () => {
		const detail = async (id: string) => await done('conversation-rules/getOneRule', { rule_id: id });

		it('are complete with a description, logics and sentences', async () => {
			const id = await dialogRule({ description: undefined });
			const state = async () => (await detail(id)).completeness;
			const none = { hasConversationFlow: false, sentenceComplete: false, ruleComplete: false, hasDescription: false };
			expect(await state()).toEqual(none);
			const flow = await logic(id);
			expect(await state()).toEqual({ ...none, hasConversationFlow: true });
			const group = await script(flow);
			expect(await state()).toMatchObject({ sentenceComplete: false });
			const withSentence = { sentences: [await sentence()], role: 'any', position: 'any', SGType: 'must' };
			await done('conversation-rules/updateSentenceGroup', { ...withSentence, sg_id: group, dialogue_flow_id: flow, position_distance: 0 });
			expect(await state()).toMatchObject({ sentenceComplete: true, ruleComplete: false });
			const { rule_name: name, ...others } = rule;
			await done('conversation-rules/updateRule', { ...others, rule_id: id, flows: [], completeness: none, resultCode: '0405000', resultDesc: DONE });
			expect(await detail(id)).toMatchObject({ rule_name: name, score: '1', min: '1', flows: [{ flow_id: flow, flow_name: 'F' }] });
			expect((await state()).ruleComplete).toBe(true);
		});

		it('are listed with their logics', async () => {
			const id = await dialogRule();
			const flow = await logic(id);
			const list = async (more: object = {}) => await done('conversation-rules/queryRules', { limit: 10, ...more });
			expect(await list()).toMatchObject({
				data: [{ rule_id: id, flows: [{ id: flow, expression: 'must', min: 2, ruleId: id, tenantId: tenant.tenantId }] }],
				paging: { total: 1 },
			});
			expect((await list({ incompleteOnly: false })).paging.total).toBe(1);
			expect((await list({ keyword: 'other' })).data).toEqual([]);
		});

		it('take expressions of operators and scripts that there are', async () => {
			const id = await dialogRule();
			const flow = await logic(id);
			const [own, strange] = [await script(flow), await script(await logic(id))];
			const update = { flow_id: flow, flow_name: 'F', min: 1, rule_id: id };
			await done('conversation-rules/updateConversationFlow', { ...update, expression: `must ${own}`, sentence_groups: [own] });
			expect(await done('conversation-rules/getConversationFlow', { flow_id: flow })).toMatchObject({
				sentence_groups: [{ sg_id: own }],
				expression: `must ${own}`,
				min: '1',
			});
			const wrong = async (changes: object) => (await refusal('conversation-rules/updateConversationFlow', { ...update, ...changes }))[0];
			expect(await wrong({ expression: 'must 1' })).toBe(500);
			expect(await wrong({ expression: 'must', sentence_groups: [strange] })).toBe(500);
		});

		it('go with all that is in them', async () => {
			const id = await dialogRule();
			const flow = await logic(id);
			const group = await script(flow, { position: 'set', position_distance: 9999 });
			expect(await done('conversation-rules/getSentenceGroup', { sg_id: group })).toMatchObject({ position_distance: '9999', sg_name: null });
			expect((await refusal('conversation-rules/addSentenceGroup', { role: 'any', position: 'set', SGType: 'must', dialogue_flow_id: flow }))[0]).toBe(500);
			await done('conversation-rules/deleteRule', { rule_id: id });
			expect((await refusal('conversation-rules/getConversationFlow', { flow_id: flow }))[0]).toBe(500);
			expect((await refusal('conversation-rules/deleteSentenceGroup', { sg_id: group }))[0]).toBe(500);
		});
	});

	describe('rules for calls', () => {
		it('about silence have names of their own, and numbers in bounds', async () => {
			const id = await silenceRule();
			const setting = { name: 'Silence', score: 4, seconds: 5, times: 4 };
			expect((await refusal('silencerule/createSilenceRule', { setting }))[0]).toBe(409);
			expect((await refusal('silencerule/createSilenceRule', { setting: { ...setting, name: 'S', score: 101 } }))[0]).toBe(400);
			await done('silencerule/updateSilenceRule', { setting: { ...setting, times: 5, silence_id: id }, exception: {} });
			expect((await done('silencerule/querySilenceRules', { limit: 10 })).data).toEqual([
				{ score: '-4', seconds: '5', times: '5', silence_id: id, name: 'Silence' },
			]);
			await done('silencerule/deleteSilenceRule', { silence_id: id });
			expect((await done('silencerule/querySilenceRules', { page: 1, limit: 10 })).paging.total).toBe(0);
		});

		it('about speed have both limits', async () => {
			const id = await speedRule();
			expect(await done('speedrule/querySpeedRuleById', { speed_id: id })).toMatchObject({
				setting: { score: '-3', min: '90', max: '150', other: { call_from: 0, call_end: 0 }, speed_id: id },
				exception: { over: { customer: [] }, under: { customer: [] } },
			});
			const update = (changes: object) => ({
				setting: { name: 'Speed', score: 0, min: 90, max: 100, speed_id: id, other: { call_end: null, call_from: null }, ...changes },
				exception: { under: {}, over: {} },
			});
			await done('speedrule/updateSpeedRule', update({}));
			expect((await refusal('speedrule/updateSpeedRule', update({ max: 80 })))[0]).toBe(500);
			expect((await refusal('speedrule/updateSpeedRule', update({ min: 221 })))[0]).toBe(400);
			expect((await done('speedrule/querySpeedRules', { limit: 10, keyword: 'Sp' })).data).toMatchObject([{ max: '100' }]);
			await done('speedrule/deleteSpeedRule', { speed_id: id });
		});

		it('about interruptions have two names for their id', async () => {
			const id = await interruptionRule();
			const update = { interposal_id: id, name: 'I2', score: 5, seconds: 4, times: 4, other: { call_from: 1_623_913_102, call_end: 1_623_999_504 } };
			await done('interposal-rules/updateInterposalRule', update);
			expect((await done('interposal-rules/getInterposalRuleById', { interposal_id: id })).setting).toEqual({
				...update,
				score: '-5',
				seconds: '4',
				times: '4',
			});
			expect((await done('interposal-rules/queryInterposalRules', { limit: 10 })).data).toMatchObject([{ interposals_id: id }]);
			await done('interposal-rules/deleteInterposalRule', { interposal_id: id });
			expect((await refusal('interposal-rules/getInterposalRuleById', { interposal_id: id }))[0]).toBe(500);
		});
	});

	describe('scenarios', () => {
		const update = async (id: string, more: object = {}) =>
			await done('scenariomanage/updateScenario', { group_id: id, group_name: 'G', is_enable: 1, ...more });
		const enable = { is_enable: 1 };

		it('are no good before they have been updated', async () => {
			const id = await scenario();
			expect((await refusal('scenariomanage/updateScenarioStatus', { group_id: id, ...enable }))[0]).toBe(500);
			await update(id, { is_enable: 0 });
			await done('scenariomanage/updateScenarioStatus', { group_id: id, ...enable });
			const list = await done('scenariomanage/queryAllScenario', { limit: 10, page: 1, scenarioStatus: '1', scenarioName: null });
			expect(list).toMatchObject({ total: 1, data: [{ group_id: id, is_enable: 1, rule_count: 0, interaction_type: 0 }] });
			expect(list).not.toHaveProperty('resultCode');
		});

		it('are created with milliseconds and updated with seconds, as rules are', async () => {
			const [seconds, millis] = [{ call_from: 1_622_536_490 }, { call_end: 1_622_536_490_000 }];
			const scenarioId = await scenario();
			const given = { group_id: scenarioId, group_name: 'G', is_enable: 1 };
			const interruption = { name: 'I', score: 4, seconds: 4, times: 4 };
			for (const [path, body] of [
				['scenariomanage/createScenario', { group_name: 'G', other: seconds }],
				['scenariomanage/updateScenario', { ...given, other: millis }],
				['conversation-rules/addRule', { ...rule, other: millis }],
				['interposal-rules/addInterposalRule', { ...interruption, other: millis }],
			] as const) {
				expect(await refusal(path, body)).toEqual([400, expect.stringContaining('call_')]);
			}
			await done('scenariomanage/updateScenario', { ...given, other: seconds });
		});

		it('take milliseconds, and tell seconds', async () => {
			expect(await done('scenariomanage/queryScenario', { group_id: await scenario() })).toMatchObject({
				other: { call_from: 1_622_536_490 },
				create_time: 1_772_438_400,
				interposal_rules: [],
			});
		});

		it('have rules of four kinds, which they lose when those are deleted', async () => {
			const id = await scenario();
			const [dialog, silence, speed, interposal] = [await dialogRule(), await silenceRule(), await speedRule(), await interruptionRule()];
			const rules = { rules: [dialog], silence_rules: [silence], speed_rules: [speed], interposals_rules: [interposal] };
			await update(id, rules);
			expect((await refusal('scenariomanage/updateScenario', { group_id: id, group_name: 'G', is_enable: 1, rules: ['1'] }))[0]).toBe(500);
			const detail = async () => await done('scenariomanage/queryScenario', { group_id: id });
			expect(await detail()).toMatchObject({
				rules: [{ rule_id: dialog, rule_name: 'R' }],
				interposal_rules: [{ rule_id: interposal, rule_name: 'I' }],
			});
			await done('conversation-rules/deleteRule', { rule_id: dialog });
			await done('silencerule/deleteSilenceRule', { silence_id: silence });
			await done('speedrule/deleteSpeedRule', { speed_id: speed });
			await done('interposal-rules/deleteInterposalRule', { interposal_id: interposal });
			expect(await detail()).toMatchObject({ rules: [], silence_rules: [], speed_rules: [], interposal_rules: [] });
			await done('scenariomanage/deleteScenario', { group_id: id });
			expect((await refusal('scenariomanage/queryScenario', { group_id: id }))[0]).toBe(500);
		});

		it('are found by the time of their creation', async () => {
			await scenario();
			const total = async (span: object) => (await done('scenariomanage/queryAllScenario', { limit: 10, page: 1, ...span })).total;
			expect(await total({ startTime: '1772438400', endTime: '1772438400' })).toBe(1);
			expect(await total({ startTime: '1772438401' })).toBe(0);
			expect((await refusal('scenariomanage/queryAllScenario', { limit: 10, page: 1, startTime: '2026-03-01' }))[0]).toBe(400);
		});
	});
});
