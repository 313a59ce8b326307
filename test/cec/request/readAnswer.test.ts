import {
	done,
	eachOf,
	entries,
	fileAt,
	first,
	nameOf,
	object,
	parsed,
	readAs,
	timeOf,
	value,
	type AnswerSpec,
} from '../../../cec/catalogue/answer';
import { outcomeOf, rawAnswer, simplify } from '../../../cec/request/readAnswer';
import { invented } from '../../support/invented';

const zone = 'Asia/Shanghai';
const now = Date.UTC(2026, 2, 2);
const simple = (answer: AnswerSpec, from: Record<string, unknown>) => simplify(invented({ answer }), from, { zone, now });

describe('success', () => {
	test.each<[answer: Record<string, unknown>, success: boolean, code: string | undefined]>([
		[{ resultCode: '0' }, true, '0'],
		[{ resultCode: 0 }, true, '0'],
		[{ returnCode: '0' }, true, '0'],
		[{}, true, undefined],
		[{ resultCode: null }, true, undefined],
		[{ resultCode: '7' }, false, '7'],
		[{ resultCode: '0', returnCode: '7' }, false, '7'],
	])('%j', (answer, success, code) => {
		expect(outcomeOf(invented(), answer)).toMatchObject({ success, code });
	});

	test('an interface may have codes of its own for it', () => {
		const operation = invented({ successCodes: /^(00|1)$/ });
		expect(outcomeOf(operation, { resultCode: '00' }).success).toBe(true);
		expect(outcomeOf(operation, { resultCode: '001' }).success).toBe(false);
	});

	test('an answer may say failure and mean success', () => {
		const operation = invented({ success: ({ kept }) => kept === true });
		expect(outcomeOf(operation, { resultCode: '7', kept: true })).toMatchObject({ success: true, code: '7' });
		expect(outcomeOf(operation, { resultCode: '7' }).success).toBe(false);
	});

	test('the text comes from whichever key has one', () => {
		expect(outcomeOf(invented(), { resultCode: '7', resultDesc: ' ', returnDesc: 'gone' }).text).toBe('gone');
	});
});

describe('the payload', () => {
	test('a list gives an item for each entry', () => {
		expect(simple(entries('data'), { resultCode: '0', data: [{ id: 1 }, { id: 2 }] })).toEqual([
			{ id: 1 },
			{ id: 2 },
		]);
		expect(simple(entries('data.rows'), { data: { rows: { id: 1 } } })).toEqual([{ id: 1 }]);
		expect(simple(entries('data'), { data: null })).toEqual([]);
		expect(simple(entries('data'), {})).toEqual([]);
		expect(simple(entries('data', { as: 'type' }), { data: ['A', 'B'] })).toEqual([{ type: 'A' }, { type: 'B' }]);
	});

	test('rows of a list within an entry have values of their own added', () => {
		const spec = entries('data', { adds: { calls: eachOf('calls', { stateName: nameOf('state', { 2: 'Done' }) }) } });
		const data = [{ id: 1, calls: [{ state: 2 }, { state: 9 }, 'odd'] }, { id: 2 }];
		expect(simple(spec, { data })).toEqual([{ id: 1, calls: [{ state: 2, stateName: 'Done' }, { state: 9 }, 'odd'] }, { id: 2 }]);
	});

	test('rows under keys get their key', () => {
		const spec = entries('data', { keyedBy: 'switch' });
		const rows = [{ switch: 'a#0', calls: 1 }, { switch: 'a#0', calls: 2 }, { switch: 'b#0', calls: 3 }];
		const groups = { 'a#0': [{ calls: 1 }, { calls: 2 }], 'b#0': { calls: 3 } };
		expect(simple(spec, { data: groups })).toEqual(rows);
		expect(simple(spec, { data: [groups] })).toEqual(rows);
		// As pages hand them on.
		expect(simple(spec, { data: rows })).toEqual(rows);
		expect(simple(spec, {})).toEqual([]);
	});

	test('what stands for no value is null, at any depth, where the family has such placeholders', () => {
		const operation = invented({ answer: object('data') }, { placeholders: new Set<unknown>([4294967295, '-']) });
		const data = { count: 4294967295, calls: [{ id: '-', time: 4294967294 }] };
		expect(simplify(operation, { data }, { zone, now })).toEqual([{ count: null, calls: [{ id: null, time: 4294967294 }] }]);
		expect(rawAnswer(operation, { data }, { zone, now })).toEqual({ data });
	});

	test('keys beside a list come with each of its entries', () => {
		const spec = entries('agents', { with: ['server.ip', 'port'] });
		expect(simple(spec, { server: { ip: 'x' }, agents: [{ id: 1 }] })).toEqual([{ ip: 'x', id: 1 }]);
	});

	test('an object, with or without a path', () => {
		expect(simple(object('data'), { data: { id: 1 } })).toEqual([{ id: 1 }]);
		expect(simple(object(), { resultCode: '0', resultDesc: 'ok', id: 1 })).toEqual([{ id: 1 }]);
		expect(simple(object('data'), { data: null })).toEqual([]);
		expect(simple(object('data'), { data: [{ id: 1 }] })).toEqual([{ value: [{ id: 1 }] }]);
	});

	test('an object that may stand under a key', () => {
		const spec = object(undefined, { mayBeUnder: 'schema' });
		expect(simple(spec, { resultCode: '0', schema: { id: 1 } })).toEqual([{ id: 1 }]);
		expect(simple(spec, { resultCode: '0', id: 1 })).toEqual([{ id: 1 }]);
		expect(simple(spec, { id: 1, schema: null })).toEqual([{ id: 1, schema: null }]);
	});

	test('the first of a list', () => {
		expect(simple(first('data'), { data: [{ id: 1 }, { id: 2 }] })).toEqual([{ id: 1 }]);
		expect(simple(first('data'), { data: [] })).toEqual([]);
	});

	test('a single value, and nothing but success', () => {
		expect(simple(value('data', 'on'), { data: false })).toEqual([{ on: false }]);
		expect(simple(value('data', 'on'), {})).toEqual([{ on: null }]);
		expect(simple(done(), {})).toEqual([{ success: true }]);
		expect(simple(done('deleted', 'a.count'), { a: { count: 3 } })).toEqual([{ deleted: true, count: 3 }]);
	});
});

describe('words beside the raw values', () => {
	const spec = object('data', {
		adds: {
			at: timeOf('time'),
			kindName: nameOf('kind', { 1: 'One', 2: ['Two', 'The second'] }),
			rules: parsed('deep.rules'),
			shouted: readAs('word', (word) => String(word).toUpperCase()),
		},
	});

	test('are added and never replace them', () => {
		const data = { time: '2026-01-31 09:00:00', kind: '2', deep: { rules: "[{'a':1}]" }, word: 'hey' };
		expect(simple(spec, { data })).toEqual([
			{ ...data, at: '2026-01-31T09:00:00.000+08:00', kindName: 'Two', rules: [{ a: 1 }], shouted: 'HEY' },
		]);
	});

	test('may depend on the row around the value', () => {
		const reason = readAs('code', (code, { kind }) => (kind === 'a' ? `A${String(code)}` : undefined));
		expect(
			simple(entries('data', { adds: { reason } }), {
				data: [{ code: 0, kind: 'a' }, { code: 0 }, { kind: 'a' }],
			}),
		).toEqual([{ code: 0, kind: 'a', reason: 'A0' }, { code: 0 }, { kind: 'a' }]);
	});

	test('may depend on zone and time', () => {
		const told = readAs('code', (_code, _row, where, when) => `${where} ${when}`);
		expect(simple(entries('data', { adds: { told } }), { data: [{ code: 0 }] })).toEqual([{ code: 0, told: `${zone} ${now}` }]);
	});

	test('times in milliseconds stand beside them as times', () => {
		const adds = { at: timeOf('ms', 'epochMillis') };
		const at = '2026-01-31T17:00:00.000+08:00';
		expect(
			simple(entries('data', { adds }), { data: [{ ms: 1769850000000 }, { ms: '1769850000000' }, { ms: '' }] }),
		).toEqual([{ ms: 1769850000000, at }, { ms: '1769850000000', at }, { ms: '' }]);
	});

	test('are left out where there is nothing to say', () => {
		const data = { time: null, kind: 9, deep: { rules: 'broken' } };
		expect(simple(spec, { data })).toEqual([data]);
	});

	test('text in JSON keeps apostrophes of its own', () => {
		expect(simple(spec, { data: { deep: { rules: '["it\'s"]' } } })[0].rules).toEqual(["it's"]);
	});
});

test('a file is named from the values, and its address stays in the raw answer', () => {
	const spec = fileAt('result.url', ({ id }) => `${String(id)}.wav`, ['id']);
	expect(spec).toMatchObject({ kind: 'file', paths: ['result.url'], with: ['id'] });
	expect(spec.fileName?.({ id: 7 })).toBe('7.wav');
	const answer = { resultCode: '0', result: { url: 'https://storage.example.com/7' } };
	expect(rawAnswer(invented({ answer: spec }), answer, { zone, now })).toEqual(answer);
});

describe('passwords', () => {
	const operation = invented({ answer: entries('agents', { secrets: ['pwd', 'sip.pwd'] }) });
	const answer = {
		agents: [
			{ id: 1, pwd: 'x', sip: { pwd: 'y' } },
			{ id: 2, pwd: '' },
		],
	};

	test('are masked, simplified or not', () => {
		expect(JSON.stringify(simplify(operation, answer, { zone, now }))).not.toMatch(/"[xy]"/);
		expect(JSON.stringify(rawAnswer(operation, answer, { zone, now }))).not.toMatch(/"[xy]"/);
		expect(simplify(operation, answer, { zone, now })[1]).toEqual({ id: 2, pwd: '' });
		expect(answer.agents[0].pwd).toBe('x');
	});

	test('are shown to whoever asks for them', () => {
		expect(simplify(operation, answer, { zone, now, includeSecrets: true })).toEqual(answer.agents);
		expect(rawAnswer(operation, answer, { zone, now, includeSecrets: true })).toEqual(answer);
	});

	test('are masked in one object, with and without a path', () => {
		const found = { pwd: 'x', id: 1 };
		const inData = invented({ answer: object('data', { secrets: ['pwd'] }) });
		expect(rawAnswer(inData, { data: found }, { zone, now })).toEqual({ data: { pwd: '••••••••', id: 1 } });
		expect(rawAnswer(invented({ answer: object(undefined, { secrets: ['pwd'] }) }), found, { zone, now })).toEqual({
			pwd: '••••••••',
			id: 1,
		});
		const inFirst = invented({ answer: first('data', { secrets: ['pwd'] }) });
		expect(rawAnswer(inFirst, { data: [found] }, { zone, now })).toEqual({ data: [{ pwd: '••••••••', id: 1 }] });
	});
});
