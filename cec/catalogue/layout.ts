/**
 * Where each field of an operation stands in the node: required ones at the top, the others in one collection,
 * the fields of a section among their neighbours. The editor, the reading of values and the exported catalogue
 * all follow this one layout.
 */
import type { Conditions, Field, Fields } from './field';
import { partsOf, type Operation, type Part } from './operation';

export interface Placement {
	field: Field;
	part: Part;
	/** Keys that lead to the value among the operation's values. */
	steps: string[];
	/** Name on the wire, dotted, with `[]` behind lists; `*` for names that only the values tell. */
	wire: string;
	/** Name of the parameter at its level. */
	name: string;
	/** Display conditions by parameter; from inside a collection the top level is reached with a slash. */
	conditions: Conditions;
	/** Fields inside a group or rows. */
	inner: Placement[];
}

export interface Layout {
	top: Placement[];
	optional: Placement[];
	/** The collection that holds the optional fields. */
	collection: { name: string; label: string };
	/** Fields that the package fills by itself. */
	silent: Placement[];
}

/** The name of the list inside a fixed collection. */
export const ROW_VALUES = 'values';

const layouts = new WeakMap<Operation, Layout>();

export function layoutOf(operation: Operation): Layout {
	const known = layouts.get(operation);
	if (known) return known;
	const layout = makeLayout(operation);
	layouts.set(operation, layout);
	return layout;
}

/** Whether the package fills the field by itself. */
export const isSilent = ({ field }: Placement): boolean => ['constant', 'copy', 'credential', 'now'].includes(field.spec.kind);

function makeLayout(operation: Operation): Layout {
	const placements = partsOf(operation).flatMap(([part, fields]) =>
		place(fields, { part, steps: [], wire: rootOf(operation, part), conditions: {}, entryOf: entryKey(operation) }),
	);
	const isTop = ({ field }: Placement) => field.spec.required === true || field.spec.shown === true;
	const visible = placements.filter((placement) => !isSilent(placement));
	const top = visible.filter(isTop);
	const names = new Set(top.map(({ name }) => name));
	const optional = visible
		.filter((placement) => !isTop(placement))
		.map((placement) => ({ ...placement, conditions: reachTop(placement.conditions, names) }));
	return { top, optional, collection: collectionOf(operation), silent: placements.filter(isSilent) };
}

/** How names on the wire begin. */
export function rootOf({ bodyIn, bodyInList }: Operation, part: Placement['part']): string {
	if (part !== 'body') return '';
	return bodyIn === undefined ? (bodyInList ? '[].' : '') : `${bodyIn}.`;
}

interface Place {
	part: Placement['part'];
	steps: string[];
	wire: string;
	conditions: Conditions;
	/** Key of the list of which the item is one entry. */
	entryOf?: string;
}

function place(fields: Fields, here: Place): Placement[] {
	return Object.entries(fields).flatMap(([key, field]) => {
		const { spec } = field;
		const isEntry = key === here.entryOf;
		const many = spec.kind === 'rows';
		const wire = spec.wrapping === 'spread' ? `${here.wire}*` : `${here.wire}${spec.wire ?? key}${many ? '[]' : ''}`;
		const conditions = { ...here.conditions, ...renamed(spec.when ?? {}, fields) };
		const steps = [...here.steps, key];
		if (spec.kind === 'section' || isEntry) {
			return place(spec.fields ?? {}, { part: here.part, steps, wire: `${wire}.`, conditions });
		}
		const inner = spec.fields
			? place(spec.fields, { part: here.part, steps: [], wire: `${wire}.`, conditions: {} })
			: [];
		return [{ field, part: here.part, steps, wire, name: spec.parameter ?? key, conditions, inner }];
	});
}

/** Conditions name fields by key; the editor wants the names of their parameters. */
function renamed(conditions: Conditions, siblings: Fields): Conditions {
	return Object.fromEntries(
		Object.entries(conditions).map(([key, values]) => [siblings[key]?.spec.parameter ?? key, values]),
	);
}

function reachTop(conditions: Conditions, topNames: Set<string>): Conditions {
	return Object.fromEntries(
		Object.entries(conditions).map(([name, values]) => [topNames.has(name) ? `/${name}` : name, values]),
	);
}

function entryKey(operation: Operation): string | undefined {
	return operation.batch?.from === 'item' ? operation.batch.list : undefined;
}

function collectionOf(operation: Operation): Layout['collection'] {
	if (operation.risk === 'read' && operation.answer.kind !== 'file' && !operation.noFilters) return { name: 'filters', label: 'Filters' };
	if (/^update/i.test(operation.value)) return { name: 'updateFields', label: 'Update Fields' };
	return { name: 'additionalFields', label: 'Additional Fields' };
}
