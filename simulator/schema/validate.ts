import { z, type ZodIssue, type ZodTypeAny } from 'zod';
import { generic } from './fields';

export interface Problem {
	code: string;
	text: string;
}

/** The vendor's server is Java: a null is as good as an absent field, as its own samples show ("week": null). */
export function withoutNulls(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withoutNulls);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.filter(([, inner]) => inner !== null)
			.map(([key, inner]) => [key, withoutNulls(inner)]),
	);
}

export function check<S extends ZodTypeAny>(schema: S, value: unknown): { value: z.infer<S> } | { problem: Problem } {
	const parsed = schema.safeParse(withoutNulls(value));
	if (parsed.success) return { value: parsed.data };
	return { problem: problemOf(parsed.error.issues[0]) };
}

function problemOf(issue: ZodIssue): Problem {
	const field = issue.path.join('.') || 'body';
	return { code: codeOf(issue), text: `${field}: ${issue.message}` };
}

function codeOf(issue: ZodIssue): string {
	switch (issue.code) {
		case 'invalid_type':
			if (issue.received === 'undefined' || issue.received === 'null') return generic.empty;
			return generic.type;
		case 'too_small':
			if (issue.type === 'number') return generic.size;
			return Number(issue.minimum) === 1 ? generic.empty : generic.tooShort;
		case 'too_big':
			if (issue.type === 'number') return generic.size;
			return issue.type === 'array' ? generic.tooMany : generic.tooLong;
		case 'invalid_string':
			return generic.illegal;
		case 'custom':
			return typeof issue.params?.code === 'string' ? issue.params.code : generic.parameter;
		case 'invalid_union':
			return generic.type;
		default:
			return generic.parameter;
	}
}
