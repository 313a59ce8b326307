import { DateTime } from 'luxon';
import { refuse } from './fields';

/** Texts with variables (5.4.5), and what may be put in their place (table 14-10). */

const VARIABLE = /\$\{(?:(TXT|NUM)_(\d{1,3})|(DATE|TIME))\}/g;
const RESERVED = /[${}]/;
const MOST_VALUES = 10;
const LONGEST_VALUE = 32;
const LONGEST_NUMBER = 9;

interface Variable {
	kind: 'TXT' | 'NUM' | 'DATE' | 'TIME';
	length: number;
}

/** Undefined for a text that is no template: something in it looks like a variable and is none. */
function variablesOf(text: string): Variable[] | undefined {
	if (RESERVED.test(text.replace(VARIABLE, ''))) return undefined;
	return [...text.matchAll(VARIABLE)].map(([, sized, length, plain]) => ({
		kind: (sized ?? plain) as Variable['kind'],
		length: Number(length),
	}));
}

/** What can be told from the values alone. */
export function checkValues(values: string[] | undefined): void {
	if (values === undefined) return;
	if (values.length === 0 || values.length > MOST_VALUES) refuse('15', 'templateParams must have 1 to 10 values.');
	for (const value of values) {
		if (value === '') refuse('35', 'A value of templateParams is empty.');
		if (Buffer.byteLength(value) > LONGEST_VALUE) refuse('13', 'A value of templateParams exceeds 32 bytes.');
		if (RESERVED.test(value)) refuse('14', 'A value of templateParams contains "$", "{" or "}".');
	}
}

/** What the template says about the values. */
export function checkAgainst(text: string, values: string[]): void {
	const variables = variablesOf(text) ?? refuse('28', 'The format of the template is incorrect.');
	if (variables.length !== values.length) refuse('25', 'There are not as many values as variables.');
	variables.forEach((variable, i) => checkOne(variable, values[i]));
}

function checkOne({ kind, length }: Variable, value: string): void {
	switch (kind) {
		case 'TXT':
			if (Buffer.byteLength(value) > length)
				refuse('30', `The value exceeds the ${length} bytes of the variable.`);
			return;
		case 'NUM':
			if (!/^\d+$/.test(value)) refuse('31', 'The value of ${NUM_n} is not a number.');
			if (value.length > LONGEST_NUMBER) refuse('32', 'The value of ${NUM_n} exceeds 9 digits.');
			if (value.length > length) refuse('29', `The value exceeds the ${length} digits of the variable.`);
			return;
		case 'DATE':
			if (!isTime(value, 'yyyy/MM/dd')) refuse('26', 'The value of ${DATE} is not YYYY/MM/DD.');
			return;
		case 'TIME':
			if (!isTime(value, 'HH:mm') && !isTime(value, 'HH:mm:ss'))
				refuse('27', 'The value of ${TIME} is not HH:MM(:SS).');
	}
}

function isTime(value: string, format: string): boolean {
	const parsed = DateTime.fromFormat(value, format, { zone: 'utc' });
	return parsed.isValid && parsed.toFormat(format) === value;
}
