/** Builds the request of an operation from the values the user gave. Pure: nothing is sent here. */
import type { Fields } from '../catalogue/field';
import type { Method, Operation } from '../catalogue/operation';
import { percentEncode } from '../formats/percent';
import { encodeFields, type Surroundings, type Values } from './encode';
import { InputProblem } from './problem';

export interface CecRequest {
	method: Method;
	/** Path with its parts filled in and encoded, without host and query. */
	path: string;
	query: Values;
	headers: Record<string, string>;
	/** Whose token the request carries: what it is asked for with. */
	customer?: Values;
	/** Other spellings of the path, for versions of CEC that do not know it. */
	otherPaths?: string[];
	/** JSON object; undefined when the interface has no body. */
	body?: Values;
}

/** Builds the request; throws InputProblem when a value is missing or wrong. */
export function buildRequest(operation: Operation, values: Values, around: Surroundings): CecRequest {
	const problem = operation.check?.(values);
	if (problem) throw new InputProblem(problem);
	const encode = (fields: Fields | undefined) => encodeFields(fields ?? {}, values, around);
	const parts = encode(operation.path);
	return {
		method: operation.method,
		path: fillPath(operation.pathTemplate, parts),
		...(operation.otherPaths && { otherPaths: operation.otherPaths.map((template) => fillPath(template, parts)) }),
		query: encode(operation.query),
		headers: Object.fromEntries(Object.entries(encode(operation.headers)).map(([name, value]) => [name, String(value)])),
		...(operation.customer && { customer: encode(operation.customer) }),
		...(operation.body && { body: encode(operation.body) }),
	};
}

/** What the body is wrapped in when it is sent. */
export function sentBody({ bodyIn, bodyInList }: Operation, body: Values): unknown {
	if (bodyIn !== undefined) return { [bodyIn]: body };
	return bodyInList ? [body] : body;
}

/** Parts that are not known yet, such as the number of the page, stay as they are. */
function fillPath(template: string, parts: Values): string {
	return template.replace(/\{(\w+)\}/g, (whole, name: string) => (name in parts ? percentEncode(String(parts[name])) : whole));
}
