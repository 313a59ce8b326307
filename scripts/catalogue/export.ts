/** The catalogue as data: which parameter of which operation sets which field of which interface. */
import type { Field, WireType } from '../../cec/catalogue/field';
import { isSilent, layoutOf, rootOf, ROW_VALUES, type Placement } from '../../cec/catalogue/layout';
import { inWay, partsOf, type Operation, type Part } from '../../cec/catalogue/operation';
import { CUSTOMER_TOKEN_HEADER } from '../../cec/auth/customerToken';
import { actionNodes, askedByTriggers, callbacks, ways } from './nodes';

export interface ExportedField {
	in: 'path' | 'query' | 'header' | 'body';
	wire: string;
	/** Path of the node parameter that sets it; null when the package fills it. */
	parameter: string | null;
	required: boolean;
	type: WireType;
}

export interface ExportedOperation {
	interface: string;
	node: string;
	resource: string;
	operation: string;
	method: string;
	path: string;
	credential: string;
	risk: string;
	fields: ExportedField[];
}

export interface ExportedErratum {
	interface: string;
	printed: string;
	sent: string;
	why: string;
}

export function exportCatalogue() {
	const operations = [...actionNodes, ...askedByTriggers].flatMap(({ name, resources }) =>
		resources.flatMap((resource) => Object.values(resource.operations).flatMap((operation) => exportOperation(name, operation))),
	);
	return { operations, callbacks, auth: ways, errata: exportErrata() };
}

/** An entry for each section that tells the interface, and for each other form that has a section of its own. */
function exportOperation(node: string, operation: Operation): ExportedOperation[] {
	const others = Object.entries(operation.ways ?? {}).flatMap(([way, { section }]) =>
		section ? exportSections(node, { ...inWay(operation, way), sections: [section] }) : [],
	);
	return [...exportSections(node, operation), ...others];
}

function exportSections(node: string, operation: Operation): ExportedOperation[] {
	return operation.sections.map((section) => ({
		interface: section,
		node,
		resource: operation.resource,
		operation: operation.value,
		method: operation.method,
		path: operation.pathTemplate,
		credential: operation.family.credential,
		risk: operation.risk,
		fields: fieldsOf(operation),
	}));
}

const SESSION_HEADER = 'Guid';

export function fieldsOf(operation: Operation): ExportedField[] {
	const { collection, ...layout } = layoutOf(operation);
	// What a customer's token is asked for with belongs to the interface that gives it.
	const [top, optional, silent] = [layout.top, layout.optional, layout.silent].map((placements) => placements.filter(({ part }) => part !== 'customer'));
	return [
		...headersOf(operation),
		...tokenInBody(operation),
		...containersOf(operation),
		...silent.map((placement) => exportField(placement, null)),
		...top.flatMap((placement) => exportPlacement(placement, '')),
		...optional.flatMap((placement) => exportPlacement(placement, `${collection.name}.`)),
		...pagingOf(operation),
	];
}

function headersOf({ family, signsIn, longPoll, open, customer }: Operation): ExportedField[] {
	const names = ['Content-Type', ...(open ? [] : (family.wayIn ?? ['Authorization', 'x-app-key'])), ...(customer ? [CUSTOMER_TOKEN_HEADER] : [])];
	return names
		.filter((wire) => !(signsIn && wire === SESSION_HEADER))
		.map((wire) => ({
			in: 'header',
			wire,
			parameter: family.session && !longPoll && wire === SESSION_HEADER ? 'session' : null,
			required: wire !== 'x-app-key',
			type: 'string',
		}));
}

function tokenInBody({ family: { wayInBody }, open }: Operation): ExportedField[] {
	return wayInBody && !open ? [{ in: 'body', wire: wayInBody, parameter: null, required: true, type: 'string' }] : [];
}

/** Objects and lists that the layout dissolves into their fields, but that stand on the wire. */
function containersOf(operation: Operation): ExportedField[] {
	const entry = operation.batch?.from === 'item' ? operation.batch.list : undefined;
	const walk = (fields: Record<string, Field>, part: Placement['part'], prefix: string): ExportedField[] =>
		Object.entries(fields).flatMap(([key, field]) => {
			const { spec } = field;
			const wire = `${prefix}${spec.wire ?? key}`;
			const isList = spec.kind === 'rows';
			if (spec.eachAs || spec.pairs) return [];
			const inside = walk(spec.fields ?? {}, part, `${wire}${isList ? '[]' : ''}.`);
			if (spec.kind !== 'section' && key !== entry) return inside;
			const container = { in: place(part), wire, parameter: null, required: isRequired(field), type: wireType(field) };
			return [container, ...inside];
		});
	const around: ExportedField[] =
		operation.bodyIn === undefined ? [] : [{ in: 'body', wire: operation.bodyIn, parameter: null, required: true, type: 'object' }];
	const sent = partsOf(operation).filter(([part]) => part !== 'customer');
	return [...around, ...sent.flatMap(([part, fields]) => walk(fields, part, rootOf(operation, part)))];
}

function exportPlacement(placement: Placement, prefix: string): ExportedField[] {
	const { field, inner } = placement;
	if (field.spec.sent === false) return [];
	if (isSilent(placement)) return [exportField(placement, null)];
	const parameter = `${prefix}${placement.name}`;
	// Such rows are no objects on the wire: their fields give the text of the entry itself, or a key and its value.
	if (field.spec.eachAs || field.spec.pairs) return [exportField(placement, parameter)];
	const inside = field.spec.typedAsJson ? `${parameter}[].` : `${parameter}.${ROW_VALUES}${field.spec.kind === 'rows' ? '[]' : ''}.`;
	if (field.spec.wrapping === 'numbered') return numbered(placement, inside);
	return [exportField(placement, parameter), ...inner.flatMap((each) => exportPlacement(each, inside))];
}

/** Rows that travel as `begin1`, `begin2` … of the object around them. */
function numbered({ field, part, wire, inner }: Placement, inside: string): ExportedField[] {
	const around = wire.replace(/[^.]*\[\]$/, '');
	const count = field.spec.limits.maxItems ?? 1;
	return Array.from({ length: count }, (_none, index) =>
		inner.map((each) => ({
			in: place(part),
			wire: `${around}${each.wire.split('.').pop()}${index + 1}`,
			parameter: `${inside}${each.name}`,
			required: false,
			type: wireType(each.field),
		})),
	).flat();
}

function exportField({ field, part, wire }: Placement, parameter: string | null): ExportedField {
	return { in: place(part), wire: wire.replace(/\[\]$/, ''), parameter, required: isRequired(field), type: wireType(field) };
}

function pagingOf(operation: Operation): ExportedField[] {
	const { page } = operation;
	if (!page) return [];
	return [page.position, page.size].map((key) => ({
		in: page.in,
		wire: `${page.in === 'body' ? rootOf(operation, 'body') : ''}${key}`,
		parameter: null,
		required: page.unless === undefined,
		type: page.asText ? 'string' : 'integer',
	}));
}

/** Always on the wire, if only as something empty; a field that only some choices show is not, unless another one takes its place. */
function isRequired({ spec }: Field): boolean {
	const isSent = spec.required === true || [spec.otherwise, spec.otherwiseAs, spec.own].some((value) => value !== undefined);
	return isSent && (spec.when === undefined || spec.oneOfSeveral === true);
}

function wireType({ spec }: Field): WireType {
	if (spec.wrapping === 'joined' || spec.wrapping === 'jsonText' || spec.wrapping === 'jsonList') return 'string';
	return spec.kind === 'list' || spec.kind === 'choices' ? 'array' : spec.type;
}

function place(part: Part): ExportedField['in'] {
	return part === 'path' || part === 'query' || part === 'body' ? part : 'header';
}

function exportErrata(): ExportedErratum[] {
	const found = [...actionNodes, ...askedByTriggers].flatMap(({ resources }) =>
		resources.flatMap(({ operations }) =>
			Object.values(operations).flatMap(({ sections, errata = [] }) =>
				errata.map(({ section, printed, sent, why }) => ({ interface: section ?? sections[0], printed, sent, why })),
			),
		),
	);
	return found.filter((erratum, index) => found.findIndex((other) => JSON.stringify(other) === JSON.stringify(erratum)) === index);
}
