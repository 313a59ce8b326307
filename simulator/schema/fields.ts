import { z } from 'zod';

/** Codes of generic validation that the iSales tables share; cc-management answers every one of them with HTTP 400. */
export const generic = {
	parameter: '0200001',
	empty: '02000001',
	illegal: '02000002',
	tooLong: '02000003',
	tooShort: '02000004',
	length: '02000005',
	type: '02000006',
	size: '02000007',
	conversion: '02000008',
	combination: '02000009',
	hourMinute: '02000010',
	tooMany: '02000011',
} as const;

export const int = (low = Number.MIN_SAFE_INTEGER, high = Number.MAX_SAFE_INTEGER) =>
	z.number().int().min(low).max(high);

export const oneOf = (...values: number[]) =>
	z
		.number()
		.int()
		.refine((value) => values.includes(value), {
			message: `must be one of ${values.join(', ')}`,
			params: { code: generic.size },
		});

export const oneOfText = (...values: string[]) =>
	z.string().refine((value) => values.includes(value), {
		message: `must be one of ${values.join(', ')}`,
		params: { code: generic.size },
	});

/** A required text: present, not empty, not too long, made of allowed characters. */
export const text = (most = 10000, pattern?: RegExp) => {
	const base = z.string().min(1).max(most);
	return pattern ? base.regex(pattern) : base;
};

/** An optional text may also be the empty string, as the samples show. */
export const optionalText = (most = 10000, pattern?: RegExp) => {
	const base = z.string().max(most);
	return (pattern ? base.refine((value) => value === '' || pattern.test(value), illegalCharacters) : base).optional();
};

const illegalCharacters = { message: 'has illegal characters', params: { code: generic.illegal } };

/** A whole number written as text in a query string or path. */
export const intText = (low: number, high: number) =>
	z
		.string()
		.min(1)
		.refine((value) => /^-?\d+$/.test(value), { message: 'must be an integer', params: { code: generic.type } })
		.transform(Number)
		.refine((value) => value >= low && value <= high, {
			message: `must be between ${low} and ${high}`,
			params: { code: generic.size },
		});

export const phoneNumber = text(24, /^[0-9*#]+$/);
