/** Reads what the user entered for an item into the values of an operation, keyed as the catalogue keys them. */
import { isResourceMapperValue, type IExecuteFunctions } from 'n8n-workflow';

import type { Field } from '../catalogue/field';
import { layoutOf, ROW_VALUES, type Placement } from '../catalogue/layout';
import type { Operation } from '../catalogue/operation';
import { at, isRecord } from '../formats/paths';
import type { FileContent, Values } from '../request/encode';
import { InputProblem } from '../request/problem';

/** What reading values needs of n8n's context. */
export type ValueSource = Pick<IExecuteFunctions, 'getNodeParameter' | 'helpers' | 'getInputData'>;

export async function readValues(source: ValueSource, operation: Operation, item: number): Promise<Values> {
	const { top, optional, collection } = layoutOf(operation);
	// Without a fallback n8n throws for a parameter that the display conditions hide.
	const parameter = (name: string) => (source.getNodeParameter(name, item, null) as unknown) ?? undefined;
	const chosen = optional.length > 0 ? parameter(collection.name) : {};
	const values: Values = {};
	for (const placement of top) await take(placement, parameter(placement.name));
	for (const placement of optional) {
		if (isRecord(chosen) && placement.name in chosen) await take(placement, chosen[placement.name]);
	}
	return values;

	async function take(placement: Placement, raw: unknown): Promise<void> {
		// Two sections may show the same parameter under different conditions; each takes its own copy.
		if (raw !== undefined) setAt(values, placement.steps, await readValue(source, placement, raw, item));
	}
}

async function readValue(source: ValueSource, placement: Placement, raw: unknown, item: number): Promise<unknown> {
	const { kind } = placement.field.spec;
	if (kind === 'file') return raw === '' ? raw : await readFile(source, placement.field, raw, item);
	if (kind === 'mapped') return readMapped(source, placement, raw, item);
	if (kind === 'group') return isRecord(raw) ? readRow(placement, ROW_VALUES in raw ? raw[ROW_VALUES] : raw) : raw;
	if (kind !== 'rows') return raw;
	const rows = isRecord(raw) && ROW_VALUES in raw ? raw[ROW_VALUES] : raw;
	return Array.isArray(rows) ? rows.map((row) => readRow(placement, row)) : isRecord(rows) ? readRow(placement, rows) : rows;
}

/** A row from the editor, or from an expression that gives the same keys, or those that stand in JSON. */
function readRow({ inner }: Placement, row: unknown): unknown {
	if (!isRecord(row)) return row;
	const values: Values = {};
	for (const placement of inner) {
		const raw = row[placement.name] ?? at(row, placement.steps.join('.'));
		if (raw === undefined) continue;
		const nested = placement.inner.length > 0 && isRecord(raw) && ROW_VALUES in raw ? raw[ROW_VALUES] : raw;
		const value = Array.isArray(nested) && placement.inner.length > 0 ? nested.map((each) => readRow(placement, each)) : nested;
		setAt(values, placement.steps, isRecord(value) && placement.inner.length > 0 ? readRow(placement, value) : value);
	}
	return values;
}

/** What the user has set for each key, as n8n has checked and converted it; or what the item has under the same keys. */
function readMapped(source: ValueSource, { name }: Placement, raw: unknown, item: number): unknown {
	if (!isResourceMapperValue(raw)) return raw;
	const isAutomatic = raw.mappingMode === 'autoMapInputData';
	const given = isAutomatic ? source.getInputData()[item].json : source.getNodeParameter(`${name}.value`, item, null);
	if (!isRecord(given)) return undefined;
	const known = raw.schema.filter(({ id, removed }) => !removed && given[id] !== undefined && given[id] !== null);
	return Object.fromEntries(known.map(({ id, type }) => [id, type === 'string' ? asText(given[id]) : given[id]]));
}

/** An expression may give a number where a text is wanted. */
const asText = (value: unknown): unknown => (typeof value === 'object' ? value : String(value));

async function readFile(source: ValueSource, field: Field, raw: unknown, item: number): Promise<FileContent> {
	const property = String(raw);
	const binary = source.getInputData()[item]?.binary?.[property];
	if (!binary) {
		throw new InputProblem(
			`"${field.spec.label}": the item has no binary data in "${property}"`,
			'Put a node before this one that reads the file, and name its binary property here.',
		);
	}
	return { content: await source.helpers.getBinaryDataBuffer(item, property), name: binary.fileName };
}

function setAt(values: Values, steps: string[], value: unknown): void {
	const [step, ...rest] = steps;
	if (rest.length === 0) {
		values[step] = value;
		return;
	}
	if (!isRecord(values[step])) values[step] = {};
	setAt(values[step] as Values, rest, value);
}
