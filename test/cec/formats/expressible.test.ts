import { isSafeObjectProperty } from 'n8n-workflow';

import { expressible } from '../../../cec/formats/expressible';

test('keys that expressions refuse get another name, at any depth, and keep their place', () => {
	const given = { caller: '1', called: '2', trace: [{ callee: '3' }], list: ['caller'], none: null };
	const told = expressible(given);
	expect(told).toEqual({ callerNumber: '1', called: '2', trace: [{ calleeNumber: '3' }], list: ['caller'], none: null });
	expect(Object.keys(told)).toEqual(['callerNumber', 'called', 'trace', 'list', 'none']);
});

test('what is not from JSON stays as it is', () => {
	const time = new Date(0);
	expect(expressible({ time }).time).toBe(time);
});

test('n8n refuses the old names and takes the new ones', () => {
	const old = ['arguments', 'binding', 'callee', 'caller'];
	expect(old.filter(isSafeObjectProperty)).toEqual([]);
	const renamed = Object.keys(expressible(Object.fromEntries(old.map((key) => [key, 1]))));
	expect(renamed.filter((key) => !isSafeObjectProperty(key))).toEqual([]);
	expect(new Set(renamed).size).toBe(old.length);
});
