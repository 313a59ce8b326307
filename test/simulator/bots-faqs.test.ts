import type { Simulator } from '../../simulator';
import { tenant } from '../../simulator';
import { type Ask, botDesk, talk } from './bot-desk';
import { simulator } from './harness';

let sim: Simulator;
let ask: Ask;
beforeEach(async () => {
	sim = await simulator();
	ask = await botDesk(sim);
});
afterEach(async () => await sim.close());

const { tenantId } = tenant;
const done = { errorCode: '0', errorMsg: '' };
const pages = { pageNum: 1, pageSize: 10 };
const model = (more: object = {}): object => ({
	model: { tenantId, name: 'Delivery', description: '', language: 'en_US', ...more },
	tenantId: undefined,
});
const faq = (more: object = {}): object => ({
	model: { question: 'When does my parcel arrive?', answer: 'Tomorrow.', ...more },
});

const groups = async (filter: object = {}): Promise<any[]> =>
	(await ask('faqGroup/query', { ...pages, ...filter })).body.data;
const faqs = async (faqGroupId: number, filter: object = {}): Promise<any[]> =>
	(await ask('faq/query', { ...pages, faqGroupId, ...filter })).body.data;
const code = async (path: string, body: object): Promise<string> => String((await ask(path, body)).body.errorCode);

async function newGroup(): Promise<number> {
	expect((await ask('faqGroup/create', model())).body).toEqual(done);
	return (await groups({ name: 'Delivery' }))[0].id;
}

describe('groups of questions', () => {
	it('are found by name and language', async () => {
		expect((await ask('faqGroup/query', { ...pages, language: 'en_US', name: 'Opening' })).body).toEqual({
			data: [
				{
					id: expect.any(Number),
					tenantId,
					name: 'Opening hours and payment',
					description: 'What customers ask most',
					language: 'en_US',
					updateTime: sim.clock.now(),
					on: true,
					amout: 2,
				},
			],
			totalSize: 1,
		});
		expect(await groups({ language: 'ar' })).toEqual([]);
		expect((await ask('faqGroup/query', { pageNum: 2, pageSize: 1 })).body).toMatchObject({
			data: [{ name: 'Insurance' }],
			totalSize: 2,
		});
	});

	it('are created switched off, changed, switched on and deleted', async () => {
		const id = await newGroup();
		expect(await groups({ name: 'Delivery' })).toMatchObject([{ on: false, amout: 0 }]);
		expect((await ask('faqGroup/update', model({ id, name: 'Parcels', language: '' }))).body).toEqual(done);
		expect(await groups({ name: 'Parcels' })).toMatchObject([{ id, language: 'en_US', on: false }]);
		expect((await ask('faqGroup/changeStatus', { faqGroupId: id, on: true })).body).toEqual(done);
		expect(await groups({ name: 'Parcels' })).toMatchObject([{ on: true }]);
		// Left out it means off.
		await ask('faqGroup/changeStatus', { faqGroupId: id });
		expect(await groups({ name: 'Parcels' })).toMatchObject([{ on: false }]);
		expect((await ask('faqGroup/delete', { faqGroupIds: [id] })).body).toEqual(done);
		expect(await groups({ name: 'Parcels' })).toEqual([]);
	});

	it.each([
		['faqGroup/create', model({ name: 'Insurance' }), '10000004'],
		['faqGroup/create', model({ name: 'x'.repeat(65) }), '10000002'],
		['faqGroup/create', model({ description: undefined }), '10000003'],
		['faqGroup/create', model({ amout: 1 }), '10000002'],
		['faqGroup/create', { ...model(), tenantId }, '10000002'],
		['faqGroup/create', model({ tenantId: 'somebody' }), '900002'],
		['faqGroup/update', model({ id: 1 }), '10000002'],
		['faqGroup/delete', { faqGroupIds: [1] }, '10000002'],
		['faqGroup/delete', { faqGroupIds: [] }, '10000003'],
		['faqGroup/changeStatus', { faqGroupId: 1 }, '10000002'],
		['faqGroup/query', { pageNum: '1', pageSize: 10 }, '10000002'],
		['faq/query', { ...pages, faqGroupId: 1 }, '10000002'],
		['faq/testOneGroup', { faqGroupId: 1, user: 'a', sentence: 'b' }, '10000002'],
		['faq/testEnabledGroups', { user: 'a', sentence: 'b' }, '10000003'],
	])('are refused (%s, %#)', async (path, body, expected) => {
		expect(await code(path, body)).toBe(expected);
	});
});

describe('questions', () => {
	it('are created, changed and deleted, with what is like them', async () => {
		const faqGroupId = await newGroup();
		const created = faq({
			id: -1,
			faqGroupId,
			simQuestions: [{ statement: 'Where is my parcel?', type: 'Q' }],
			simAnswers: [{ statement: 'It comes tomorrow.', type: 'A' }],
			keywords: [{ w: 'parcel' }],
		});
		expect((await ask('faq/create', created)).body).toEqual(done);
		const [{ id, simQuestions, ...rest }] = await faqs(faqGroupId);
		expect(simQuestions).toEqual([
			{ id: expect.any(Number), elementId: id, statement: 'Where is my parcel?', type: 'Q' },
		]);
		// The key of the sample.
		expect(rest).toMatchObject({ faqId: faqGroupId, answer: 'Tomorrow.', keywords: [{ w: 'parcel' }] });
		sim.control.setBots({ answers: 'table' });
		expect(await faqs(faqGroupId)).toMatchObject([{ id, faqGroupId }]);
		expect((await ask('faq/update', faq({ id, faqGroupId, answer: 'Today.' }))).body).toEqual(done);
		expect(await faqs(faqGroupId, { name: 'arrive' })).toMatchObject([{ id, answer: 'Today.', simQuestions: [] }]);
		expect(await faqs(faqGroupId, { name: 'xyz' })).toEqual([]);
		expect((await ask('faq/delete', { faqGroupId, faqIds: [id] })).body).toEqual(done);
		expect(await faqs(faqGroupId)).toEqual([]);
	});

	it('are refused', async () => {
		const faqGroupId = await newGroup();
		await ask('faq/create', faq({ faqGroupId }));
		const [{ id }] = await faqs(faqGroupId);
		expect(await code('faq/create', faq({ faqGroupId }))).toBe('10000004');
		expect(await code('faq/create', faq({ faqGroupId: 1 }))).toBe('10000002');
		const other = faq({ faqGroupId, question: 'b', simQuestions: [{ statement: 'c', type: 'A' }] });
		expect(await code('faq/create', other)).toBe('10000002');
		expect(await code('faq/update', faq({ id: 1, faqGroupId }))).toBe('10000002');
		expect(await code('faq/update', faq({ faqGroupId }))).toBe('10000003');
		expect(await code('faq/delete', { faqGroupId, faqIds: [id, 1] })).toBe('10000002');
		expect(await faqs(faqGroupId)).toHaveLength(1);
	});

	it('are tried in one group, or in those that are on', async () => {
		const faqGroupId = await newGroup();
		await ask('faq/create', faq({ faqGroupId }));
		await ask('faq/create', faq({ faqGroupId, question: 'Can my parcel be left with neighbours?' }));
		const test = { user: 'customer-1', sentence: 'When does the parcel arrive?' };
		const { body } = await ask('faq/testOneGroup', { ...test, faqGroupId });
		expect(body.answer).toEqual({
			faqGroupId,
			faqGroupName: 'Delivery',
			faqId: expect.any(Number),
			question: 'When does my parcel arrive?',
			answers: ['Tomorrow.'],
			prob: 80,
		});
		expect(body.similarFaqs).toHaveLength(1);
		const enabled = async () =>
			(await ask('faq/testEnabledGroups', { ...test, language: 'en_US' })).body.answer.faqGroupName;
		expect(await enabled()).not.toBe('Delivery');
		await ask('faqGroup/changeStatus', { faqGroupId, on: true });
		expect(await enabled()).toBe('Delivery');
		const nothing = await ask('faq/testOneGroup', { ...test, faqGroupId, sentence: 'xyz' });
		expect(nothing.body).toEqual({ answer: null, similarFaqs: [] });
	});

	it('are answered by the bots once their group is on', async () => {
		const faqGroupId = await newGroup();
		await ask('faq/create', faq({ faqGroupId }));
		const one = await talk(sim);
		await one.begin();
		expect(await one.say('When does my parcel arrive?')).toMatch(/^Sorry/);
		await ask('faqGroup/changeStatus', { faqGroupId, on: true });
		expect(await one.say('When does my parcel arrive?')).toMatch(/^Tomorrow\./);
	});
});
