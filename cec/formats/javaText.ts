/**
 * JSON as a Java program prints the map that it came from, with `Map.toString()`: CEC signs callbacks over such a
 * text. Numbers stay as they are written, since Java and JavaScript print large ones differently.
 */

const STRING_OR_NUMBER = /"((?:[^"\\]|\\.)*)"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** The keys of a JSON object, each with its value as Java prints it; throws when the text is no JSON object. */
export function javaFields(json: string): Map<string, string> {
	// Both become strings that begin with what they were, so that parsing changes no digit.
	const marked = json.replace(STRING_OR_NUMBER, (token, inner?: string) => (inner === undefined ? `"n${token}"` : `"s${inner}"`));
	const parsed: unknown = JSON.parse(marked);
	if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw new Error('not a JSON object');
	return new Map(Object.entries(parsed).map(([key, value]) => [key.slice(1), print(value)]));
}

function print(value: unknown): string {
	if (typeof value === 'string') return value.slice(1);
	if (Array.isArray(value)) return `[${value.map(print).join(', ')}]`;
	if (typeof value !== 'object' || value === null) return String(value);
	return `{${Object.entries(value).map(([key, inner]) => `${key.slice(1)}=${print(inner)}`).join(', ')}}`;
}
