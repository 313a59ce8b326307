/** Reads `a.b.c` from an object; undefined where a step is missing. */
export function at(value: unknown, path: string): unknown {
	return path
		.split('.')
		.reduce<unknown>(
			(inner, step) => (isRecord(inner) ? inner[step] : undefined),
			value,
		);
}

/** Whether the value is an object with keys (no array, not null). */
export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A copy of the object with this value at `a.b.c`; objects on the way are made. */
export function withAt(object: Record<string, unknown>, path: string, value: unknown): Record<string, unknown> {
	const [step, ...rest] = path.split('.');
	if (rest.length === 0) return { ...object, [step]: value };
	const inner = object[step];
	return { ...object, [step]: withAt(isRecord(inner) ? inner : {}, rest.join('.'), value) };
}

/**
 * Copies the value with `change` applied wherever `path` points to; `[]` steps into each entry of a list,
 * as in `agents[].sipPwd`. What the path does not find stays as it is.
 */
export function changeAt(value: unknown, path: string, change: (found: unknown) => unknown): unknown {
	const [step, ...rest] = path.split('.');
	const name = step.replace(/\[\]$/, '');
	if (!isRecord(value) || !(name in value)) return value;
	const deeper = (inner: unknown) => (rest.length > 0 ? changeAt(inner, rest.join('.'), change) : change(inner));
	const inner = value[name];
	const isList = step.endsWith('[]');
	return { ...value, [name]: isList && Array.isArray(inner) ? inner.map(deeper) : deeper(inner) };
}
