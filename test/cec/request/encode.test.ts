import fc from 'fast-check';

import {
	callbackUrl,
	choice,
	choices,
	constant,
	copyOf,
	dateTime,
	day,
	decimal,
	file,
	fromCredential,
	group,
	integer,
	json,
	list,
	mapped,
	pick,
	rows,
	rowsOrJson,
	secret,
	section,
	text,
	timeOfDay,
	yesNo,
	type Field,
	type Fields,
} from '../../../cec/catalogue/field';
import { buildRequest } from '../../../cec/request/build';
import { encodeFields, type Surroundings } from '../../../cec/request/encode';
import { InputProblem } from '../../../cec/request/problem';
import { around, invented } from '../../support/invented';

const encode = (field: Field, value: unknown, more: Partial<Surroundings> = {}): unknown =>
	encodeFields({ key: field }, { key: value }, { ...around, ...more }).key;

test('what is left empty may be sent as another field', () => {
	const fields = { id: text('ID'), name: text('Name').otherwiseAs('id'), nick: copyOf('name', 'string').otherwiseAs('id'), tongue: copyOf('none', 'string').otherwise('en') };
	expect(encodeFields(fields, { id: 'a' }, around)).toEqual({ id: 'a', name: 'a', nick: 'a', tongue: 'en' });
	expect(encodeFields(fields, { id: 'a', name: 'b' }, around)).toEqual({ id: 'a', name: 'b', nick: 'b', tongue: 'en' });
});

const bytes = (content: string, name?: string) => ({ content: Buffer.from(content), name });
const pair = { a: text('A').required(), b: integer('B') };
/** Rows of a single field, for which texts of their own may stand. */
const one = rows('R', 'Row', { a: text('A').required() }).eachAs(({ a }) => `${String(a)}!`);
/** Rows that are one object. */
const pairs = rows('R', 'Row', { name: text('Name').required(), value: text('Value').orEmpty() }).asPairs('name', 'value');
const id = (value: unknown) => ({ __rl: true, mode: 'list', value });

test.each<[name: string, field: Field, given: unknown, sent: unknown]>([
	['a text', text('T'), 'plain', 'plain'],
	['a number in a field for texts', text('T'), 42, '42'],
	['a large id as a text', text('T'), '12345678901234567890', '12345678901234567890'],
	['a text in BASE64', text('T').base64(), 'é', 'w6k='],
	['a password', secret('S'), 'x', 'x'],
	['an integer', integer('I'), 7, 7],
	['an integer from a text', integer('I'), ' 7 ', 7],
	['an integer that travels as text', integer('I').asText(), 0, '0'],
	['an integer beyond 2^53', integer('I'), '12345678901234567890', 12345678901234567890n],
	['zero', integer('I'), 0, 0],
	['a number with a fraction', decimal('D'), 0.25, 0.25],
	['a number with a fraction from a text', decimal('D'), ' 1e-1 ', 0.1],
	['a number with a fraction that travels as text', decimal('D').asText(), 0.5, '0.5'],
	['a number with no more decimals than it may have', decimal('D').decimals(2).asText(), 1.15, '1.15'],
	['a text as in a URL', text('T').urlEncoded(), 'é & 100% *~(1)!', '%C3%A9+%26+100%25+*%7E%281%29%21'],
	['a switch', yesNo('Y', 'Whether'), false, false],
	['a switch as 0 and 1', yesNo('Y', 'Whether').sentAs(0, 1), true, 1],
	['a switch given as a text', yesNo('Y', 'Whether').sentAs('no', 'yes'), 'TRUE', 'yes'],
	['a choice of numbers', choice('C', { 1: 'One', 2: 'Two' }), '2', 2],
	['a choice of numbers that travels as text', choice('C', { 1: 'One' }).asText(), 1, '1'],
	['a choice of words', choice('C', { mp3: 'MP3' }), 'mp3', 'mp3'],
	['a choice with a leading zero', choice('C', { '00': 'Full', '30': 'Half' }), '00', '00'],
	['several choices', choices('C', { 6: 'Saturday', 7: 'Sunday' }), [6, '7'], [6, 7]],
	['several choices as one text', choices('C', { 6: 'Saturday', 7: 'Sunday' }).joinedBy(','), [6, 7], '6,7'],
	['a time', dateTime('D'), '2026-01-31T09:00:00Z', '2026-01-31 09:00:00'],
	['a time in milliseconds', dateTime('D').as('epochMillis'), '2026-01-31T09:00:00Z', 1769850000000],
	[
		'a time in milliseconds as text',
		dateTime('D').as('epochMillis').asText(),
		'2026-01-31T09:00:00Z',
		'1769850000000',
	],
	['a time without marks', dateTime('D').as('yyyyMMddHHmmss'), '2026-01-31T09:00:00Z', '20260131090000'],
	['the midnight of a day', day('D').as('midnightMillis'), '2026-01-31T09:00:00Z', 1769817600000],
	['a day', day('D'), '2026-01-31T09:00:00', '2026-01-31'],
	['a day of every year', day('D').as('MM-dd'), '2026-12-24T00:00:00', '12-24'],
	['a day of every year as CEC writes it', day('D').as('MM-dd'), '02-29', '02-29'],
	['a time of day', timeOfDay('T'), '9:05', '09:05'],
	['a list', list('L'), 'a, b', ['a', 'b']],
	['a list of picked ids', list('L'), [id('a'), id('b')], ['a', 'b']],
	['a list of integers', list('L').asInteger(), '1, 2', [1, 2]],
	['a list as one text', list('L').joinedBy(';'), ['a', 'b'], 'a;b'],
	['a picked id', pick('things', 'P'), id('x'), 'x'],
	['a picked id that travels as a number', pick('things', 'P').asInteger(), id('7'), 7],
	['a typed id', pick('things', 'P'), 'x', 'x'],
	['JSON', json('J'), '{"a":1}', { a: 1 }],
	['JSON given as an object', json('J'), { a: 1 }, { a: 1 }],
	['JSON inside a text', json('J').asJsonText(), { a: 1 }, '{"a":1}'],
	['JSON typed for a text, with all its digits', json('J').asJsonText(), '{ "a b": [12345678901234567890, 1.0] }', '{"a b":[12345678901234567890,1.0]}'],
	['a file', file('F').base64(), bytes('hello'), 'aGVsbG8='],
	['an address', callbackUrl('U'), 'https://n8n.example.com/a-b/_c', 'https://n8n.example.com/a-b/_c'],
	['a group', group('G', pair), { a: 'x', b: 1 }, { a: 'x', b: 1 }],
	['rows', rows('R', 'Row', pair), [{ a: 'x' }, { a: 'y', b: 2 }], [{ a: 'x' }, { a: 'y', b: 2 }]],
	['one row', rows('R', 'Row', pair), { a: 'x' }, [{ a: 'x' }]],
	['rows as JSON', rows('R', 'Row', pair), '[{"a":"x"}]', [{ a: 'x' }]],
	['rows inside a text', rows('R', 'Row', pair).asJsonText(), [{ a: 'x' }], '[{"a":"x"}]'],
	['rows as an object', pairs, [{ name: 'a', value: 'x' }, { name: 'b', value: '' }], { a: 'x', b: '' }],
	['rows as an object inside a text', pairs.asJsonText(), [{ name: 'a', value: '1' }], '{"a":"1"}'],
	['an object as the only entry of a list inside a text', section(pair).asJsonList(), { a: 'x' }, '[{"a":"x"}]'],
	[
		'rows as texts',
		rows('R', 'Row', pair).eachAs(({ a, b }) => `${String(a)}/${String(b)}`),
		[{ a: 'x', b: 1 }],
		['x/1'],
	],
	[
		'rows as one text',
		rows('R', 'Row', pair)
			.eachAs(({ a }) => String(a))
			.joinedBy('~'),
		[{ a: 'x' }, { a: 'y' }],
		'x~y',
	],
	['texts for rows of one field', one, ['x', 7, 'a, b'], ['x!', '7!', 'a, b!']],
	['texts among rows of one field', one, ['x', { a: 'y' }], ['x!', 'y!']],
	['texts for rows, as JSON', one, '["x", "东门"]', ['x!', '东门!']],
	['an address in BASE64', callbackUrl('U').max(24).base64(), 'https://a.b/c-1234', 'aHR0cHM6Ly9hLmIvYy0xMjM0'],
	['a text of as many bytes as it may have', text('T').bytes(6), '东门', '东门'],
	['a constant', constant('3'), undefined, '3'],
	['a constant in rows', rows('R', 'Row', { a: text('A'), kind: constant('Q') }), [{ a: 'x' }], [{ a: 'x', kind: 'Q' }]],
	['an empty text that is wanted as such', text('T').orEmpty(), '', ''],
	['an empty list that is wanted as such', rows('R', 'Row', pair).orEmpty(), [], []],
	['a text where an empty one would do', text('T').orEmpty(), 'x', 'x'],
	['what is sent instead of no rows', rows('R', 'Row', pair).otherwise([{ a: 'x' }]), [], [{ a: 'x' }]],
	['rows where others would be sent instead', rows('R', 'Row', pair).otherwise([{ a: 'x' }]), [{ a: 'y' }], [{ a: 'y' }]],
	['a value of the credential', fromCredential('vdnId'), undefined, 1],
	['a value of the credential as a text', fromCredential('vdnId', 'string'), undefined, '1'],
	['a value of the credential where none is given', integer('I').orOwn('vdnId'), '', 1],
	['a value of the credential as the only one of a list', list('L').asInteger().orOwn('vdnId'), undefined, [1]],
	['what is given instead of the value of the credential', list('L').asInteger().orOwn('vdnId'), '2,3', [2, 3]],
])('%s', (_name, field, given, sent) => {
	expect(encode(field, given)).toEqual(sent);
});

test.each<[name: string, field: Field, given: unknown]>([
	['an empty text', text('T'), ''],
	['nothing', text('T'), undefined],
	['null', integer('I'), null],
	['an empty list', list('L'), []],
	['an empty group', group('G', pair), {}],
	['an id that was not picked', pick('things', 'P'), id('')],
	['an empty section', section({ a: text('A') }), undefined],
])('leaves out %s', (_name, field, given) => {
	expect(encodeFields({ key: field }, { key: given }, around)).toEqual({});
});

test.each<[field: Field, given: unknown, message: string]>([
	[text('Name').required(), '', '"Name" is missing'],
	[pick('things', 'Thing').required(), id(''), '"Thing" is missing'],
	[list('IDs').joinedBy(',').required(), ' , ', '"IDs" is missing'],
	[list('Numbers').required(), [], '"Numbers" is missing'],
	[rows('Rows', 'Row', pair).required(), [], '"Rows" is missing'],
	[rows('Rows', 'Row', pair), [{ b: 1 }], '"A" is missing'],
	[rows('Rows', 'Row', pair), 'x', '"Rows" is not valid JSON'],
	[rows('Rows', 'Row', pair), 7, '"Rows" must be a list of objects'],
	[rows('Rows', 'Row', pair).max(1), [{ a: '1' }, { a: '2' }], '"Rows" may have at most 1 entries, not 2'],
	[list('Numbers').max(1), 'a, b', '"Numbers" may have at most 1 entries, not 2'],
	[list('Numbers').min(2), 'a', '"Numbers" needs at least 2 entries'],
	[list('Numbers').maxEach(2), 'abc', '"Numbers" may have at most 2 characters, not 3'],
	[text('Name').max(2), '中文字', '"Name" may have at most 2 characters, not 3'],
	[text('Name').min(2), 'a', '"Name" must have at least 2 characters, not 1'],
	[text('Name').only(/^\d*$/, 'digits'), 'a', '"Name" may hold only digits'],
	[integer('Count'), '1.5', '"Count" must be a whole number, not "1.5"'],
	[integer('Count'), 'many', '"Count" must be a whole number, not "many"'],
	[integer('Count').between(1, 5), 0, '"Count" must be at least 1, not 0'],
	[integer('Count').between(1, 5), 6, '"Count" must be at most 5, not 6'],
	[decimal('Share'), 'half', '"Share" must be a number, not "half"'],
	[decimal('Share'), ' ', '"Share" must be a number, not ""'],
	[decimal('Share').between(0, 1), 1.01, '"Share" must be at most 1, not 1.01'],
	[decimal('Share').decimals(2), 0.125, '"Share" may have at most 2 digits behind the point, not 0.125'],
	[json('Data').asJsonText(), '{ a }', '"Data" is not valid JSON'],
	[pairs.maxEach(8).asJsonText(), [{ name: 'a', value: '12' }], '"R" may have at most 8 characters, not 10'],
	[pick('things', 'Thing').asInteger(), 'abc', '"Thing" must be a whole number, not "abc"'],
	[choice('Kind', { 1: 'One', 2: ['Two', 'The second'] }), 3, '"Kind" cannot be "3"'],
	[choices('Kinds', { 1: 'One' }), [1, 2], '"Kinds" cannot be "2"'],
	[dateTime('Start'), 'tomorrow', '"Start" is no date: "tomorrow"'],
	[timeOfDay('From'), '25:00', '"From" is no time of day'],
	[json('Data'), '{', '"Data" is not valid JSON'],
	[file('File'), bytes(''), '"File" is empty'],
	[file('File').file(3, ['wav']), bytes('hello'), '"File" is too large: 0.0 MB, at most 0.0 MB'],
	[file('File').file(99, ['wav']), bytes('hello', 'a.TXT'), '"File" is a .txt file'],
	[callbackUrl('URL'), 'ftp://a', '"URL" must start with https://'],
	[callbackUrl('URL'), 'http://a', '"URL" is not protected (http://)'],
	[callbackUrl('URL'), 'https://a/?token=x', '"URL" holds characters that CEC does not allow'],
	[fromCredential('secret'), undefined, 'The credential lacks "secret"'],
	[text('Value').bytes(5), '东门', '"Value" may have at most 5 bytes, not 6'],
	[text('Value').bytes(3).max(3), '😀', '"Value" may have at most 3 bytes, not 4'],
	[one, [''], '"A" is missing'],
	[one, [{}], '"A" is missing'],
	[one.max(2), ['a', 'b', 'c'], '"R" may have at most 2 entries, not 3'],
	[one, 7, '"R" must be a list of objects'],
	[rows('R', 'Row', pair).eachAs(() => ''), ['x'], '"R" must be a list of objects'],
	[list('Names').joinedBy('~', 5), ['abc', 'de'], '"Names" may have at most 5 characters in all, not 6'],
	[one.joinedBy('~', 3), ['东', '门'], '"R" may have at most 3 characters in all, not 5'],
	[callbackUrl('URL').max(24).base64(), 'https://a.b/c-12345', '"URL" is too long: at most 18 characters'],
	[callbackUrl('URL').max(24), 'https://a.example.com/b-c', '"URL" may have at most 24 characters, not 25'],
])('refuses: %#', (field, given, message) => {
	expect(() => encode(field, given)).toThrow(new InputProblem(message));
});

test('says which values a choice has', () => {
	const field = choice('Kind', { 1: 'One', 2: ['Two', 'The second'] });
	expect(() => encode(field, 3)).toThrow(expect.objectContaining({ advice: 'It may be: 1 (One), 2 (Two).' }));
});

test('says how characters count as bytes', () => {
	expect(() => encode(text('Value').bytes(5), '东门')).toThrow(
		expect.objectContaining({ advice: 'Chinese characters take three bytes each.' }),
	);
});

test('limits of a text hold in bytes and of a list in the characters that are sent', () => {
	const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((word) => word.trim() !== '');
	const fits = (field: Field, value: unknown) => {
		try {
			encode(field, value);
			return true;
		} catch (error) {
			expect(error).toBeInstanceOf(InputProblem);
			return false;
		}
	};
	fc.assert(
		fc.property(words, fc.array(words, { minLength: 1, maxLength: 5 }), (word, row) => {
			expect(fits(text('T').bytes(12), word)).toBe(Buffer.from(word).length <= 12);
			expect(fits(one.joinedBy('~', 20), row)).toBe([...row.map((each) => `${each}!`).join('~')].length <= 20);
			expect(fits(callbackUrl('U').max(32).base64(), `https://${'a'.repeat(word.length)}`)).toBe(
				Buffer.from(`https://${'a'.repeat(word.length)}`).toString('base64').length <= 32,
			);
		}),
	);
});

describe('rows or JSON, whose rows may differ', () => {
	const shown = rows('List', 'Part', {
		part: choice('Part', { a: 'A', b: 'B' }).notSent(),
		a: text('A')
			.required()
			.when({ part: ['a'] }),
		b: text('B')
			.required()
			.when({ part: ['b'] }),
	}).required();
	const typed = rows('List', 'Part', { a: text('A'), b: text('B') }).required();
	const fields = rowsOrJson('list', shown, 'A hint', typed);
	const send = (values: Record<string, unknown>) => encodeFields(fields, values, around);

	test('rows are read by the one, JSON by the other, under the same key', () => {
		const rowsGiven = [
			{ part: 'a', a: 'x', b: 'left over' },
			{ part: 'b', b: 'y' },
		];
		const sent = { list: [{ a: 'x' }, { b: 'y' }] };
		expect(send({ listInput: 'fields', list: rowsGiven, listJson: '[' })).toEqual(sent);
		expect(send({ listInput: 'json', listJson: '[{"a":"x"},{"b":"y"}]', list: [{}] })).toEqual(sent);
		expect(send({ listInput: 'json', listJson: [{ a: 'x' }, { b: 'y' }] })).toEqual(sent);
	});

	test('each is missing under its own name', () => {
		expect(() => send({ listInput: 'fields', list: [] })).toThrow('"List" is missing');
		expect(() => send({ listInput: 'json', listJson: '[]' })).toThrow('"List (JSON)" is missing');
		expect(() => send({ listInput: 'json', listJson: 'x' })).toThrow('"List (JSON)" is not valid JSON');
		expect(() => send({ listInput: 'fields', list: [{ part: 'a' }] })).toThrow('"A" is missing');
	});

	test('the same rows for both, where nothing else is said', () => {
		const same = rowsOrJson('list', typed, 'A hint');
		expect(encodeFields(same, { listInput: 'json', listJson: '[{"a":"x"}]' }, around)).toEqual({
			list: [{ a: 'x' }],
		});
	});
});

test('a plain address is taken once the user allows it', () => {
	expect(encode(callbackUrl('URL'), 'http://a/b', { allowHttpCallback: true })).toBe('http://a/b');
});

describe('conditions', () => {
	const fields: Fields = {
		kind: choice('Kind', { 1: 'One', 2: 'Two' }).required(),
		one: text('One')
			.when({ kind: [1] })
			.required(),
		two: text('Two')
			.wire('one')
			.when({ kind: [2] })
			.required(),
		inside: section({ deep: text('Deep').when({ kind: [2] }), copy: copyOf('kind') }),
		shows: choice('Shows', { a: 'A' }).notSent(),
		afterShows: text('After').when({ shows: ['a'] }),
	};

	test('choose among fields, and reach into sections', () => {
		expect(encodeFields(fields, { kind: 1, one: 'x', two: 'y', inside: { deep: 'z' } }, around)).toEqual({
			kind: 1,
			one: 'x',
			inside: { copy: 1 },
		});
		expect(encodeFields(fields, { kind: '2', two: 'y', inside: { deep: 'z' } }, around)).toEqual({
			kind: 2,
			one: 'y',
			inside: { deep: 'z', copy: 2 },
		});
	});

	test('a field that only chooses is not sent', () => {
		expect(encodeFields(fields, { kind: 1, one: 'x', shows: 'a', afterShows: 'b' }, around)).toEqual({
			kind: 1,
			one: 'x',
			inside: { copy: 1 },
			afterShows: 'b',
		});
	});

	test('a field that is hidden is neither missing nor wrong', () => {
		expect(() => encodeFields(fields, { kind: 1, one: 'x' }, around)).not.toThrow();
		expect(() => encodeFields(fields, { kind: 2 }, around)).toThrow('"Two" is missing');
	});
});

test('rows may become numbered keys', () => {
	const hours = rows('Hours', 'Hours', { begin: timeOfDay('From'), end: timeOfDay('To') }).numbered();
	const given = [{ begin: '9:00', end: '12:00' }, { begin: '13:00' }];
	expect(encodeFields({ hours }, { hours: given }, around)).toEqual({
		begin1: '09:00',
		end1: '12:00',
		begin2: '13:00',
	});
});

describe('keys that only the values tell', () => {
	const fields = {
		title: text('Title'),
		kind: choice('Kind', { a: 'A' }).notSent(),
		own: mapped('ownKeys', 'Own'),
		more: json('More').spread(),
	};

	test('stand among the others', () => {
		const given = { title: 'T', own: { x__CST: 'one', y__CST: 2 }, more: '{ "z__CST": [true] }' };
		expect(encodeFields(fields, given, around)).toEqual({ title: 'T', x__CST: 'one', y__CST: 2, z__CST: [true] });
		expect(encodeFields({ in: section(fields) }, { in: given }, around)).toEqual({
			in: { title: 'T', x__CST: 'one', y__CST: 2, z__CST: [true] },
		});
	});

	test('are left out where the node has no value for them', () => {
		const own = { x: '', y: null, z: undefined, no: false, zero: 0 };
		expect(encodeFields(fields, { own }, around)).toEqual({ no: false, zero: 0 });
		expect(encodeFields(fields, { own: {}, more: '{}' }, around)).toEqual({});
	});

	test('never take the place of a field, except of one that is not sent', () => {
		expect(() => encodeFields(fields, { more: { title: 'T' } }, around)).toThrow('"More" may not hold "title"');
		expect(() => encodeFields({ a: text('A').wire('b'), more: fields.more }, { more: { b: 1 } }, around)).toThrow('"More" may not hold "b"');
		expect(encodeFields(fields, { kind: 'a', more: { kind: 'b' } }, around)).toEqual({ kind: 'b' });
	});

	test('must be keys', () => {
		for (const more of ['[1]', '"text"', '12']) expect(() => encodeFields(fields, { more }, around)).toThrow('"More" must be an object');
		expect(() => encodeFields(fields, { own: 'text' }, around)).toThrow('"Own" must be an object');
	});
});

test('what goes along with a field is sent only where that field is given', () => {
	const fields = { kind: constant('Case').alongWith('ticket'), ticket: pick('tickets', 'Ticket').wire('relatedId') };
	expect(encodeFields(fields, { ticket: id('7') }, around)).toEqual({ kind: 'Case', relatedId: '7' });
	for (const ticket of [undefined, '', id('')]) expect(encodeFields(fields, { ticket }, around)).toEqual({});
});

test('never changes what it is given', () => {
	const fields = { list: list('L'), rows: rows('R', 'Row', pair), group: group('G', pair) };
	fc.assert(
		fc.property(
			fc.array(
				fc.string({ minLength: 1 }).filter((one) => one.trim() !== '' && !/[[,;\n]/.test(one)),
				{ minLength: 1 },
			),
			(names) => {
				const given = { list: names, rows: names.map((a) => ({ a })), group: { a: names[0] } };
				const before = structuredClone(given);
				encodeFields(fields, given, around);
				expect(given).toEqual(before);
			},
		),
	);
});

describe('a request', () => {
	const operation = invented({
		request: 'PUT /things/{vdnId}/{name}',
		path: { vdnId: fromCredential('vdnId'), name: text('Name').required() },
		query: { page: integer('Page') },
		headers: { 'X-Kind': integer('Kind') },
		body: { value: text('Value') },
		check: ({ value }) => (value === 'bad' ? 'That value is bad' : undefined),
	});

	test('puts each value where it belongs, encoded for its place', () => {
		expect(buildRequest(operation, { name: 'a/b ?', page: 2, 'X-Kind': 5, value: 'x' }, around)).toEqual({
			method: 'PUT',
			path: '/things/1/a%2Fb%20%3F',
			query: { page: 2 },
			headers: { 'X-Kind': '5' },
			body: { value: 'x' },
		});
	});

	test('has no body where the interface has none, and an empty one where nothing is given', () => {
		expect(buildRequest(invented(), {}, around)).not.toHaveProperty('body');
		expect(buildRequest(operation, { name: 'x' }, around).body).toEqual({});
	});

	test('is not made when the values do not go together', () => {
		expect(() => buildRequest(operation, { name: 'x', value: 'bad' }, around)).toThrow(
			new InputProblem('That value is bad'),
		);
	});
});
