/** Keys that n8n's expressions refuse to read ("Cannot access … due to security concerns"), and what items have instead. */
const INSTEAD: Record<string, string> = {
	arguments: 'argumentValues',
	binding: 'bindingValue',
	callee: 'calleeNumber',
	caller: 'callerNumber',
};

/** The same value with keys, at any depth, that workflows can use in expressions. */
export function expressible<T>(value: T): T {
	if (Array.isArray(value)) return value.map(expressible) as T;
	// Only what JSON makes: exact numbers and times are objects too.
	if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
	return Object.fromEntries(Object.entries(value).map(([key, one]) => [INSTEAD[key] ?? key, expressible(one as unknown)])) as T;
}
