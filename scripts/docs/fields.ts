/** The fields of an operation as the rows of a table. */
import type { Conditions, FieldSpec, Options } from '../../cec/catalogue/field';
import { isSilent, layoutOf, ROW_VALUES, type Placement } from '../../cec/catalogue/layout';
import type { Operation } from '../../cec/catalogue/operation';
import { code, oneOf, plain, sentence, table } from './markdown';

const HEAD = ['Field', 'Parameter', 'Sent as', 'Required', 'Type', 'Meaning', 'Shown while'];

/** The table of what the user can fill in; undefined when there is nothing. */
export function fieldsTable(operation: Operation): string | undefined {
	const { top, optional, collection } = layoutOf(operation);
	const scope = [...top, ...optional];
	const rows = [
		...top.flatMap((placement) => rowsOf(placement, { label: '', parameter: '' }, scope)),
		...optional.flatMap((placement) =>
			rowsOf(placement, { label: `${collection.label} › `, parameter: `${collection.name}.` }, scope),
		),
	];
	return rows.length > 0 ? table(HEAD, rows) : undefined;
}

/** What the package fills in by itself. */
export function silentFields(operation: Operation): string | undefined {
	const { top, optional, silent } = layoutOf(operation);
	const said = silent.filter(({ part }) => part !== 'customer').map(({ field: { spec }, part, wire, conditions }) => {
		const during = conditionsOf(conditions, [...top, ...optional]);
		return `${code(wire)} (${part}) ${sourceOf(spec)}${during && ` while ${during}`}`;
	});
	return said.length > 0 ? `Filled in by the node: ${said.join('; ')}.` : undefined;
}

interface Around {
	label: string;
	parameter: string;
	/** The rows around travel as keys with numbers, up to this one. */
	numbers?: number;
	/** The rows around travel as texts. */
	asTexts?: boolean;
	/** The rows around are pairs of one object. */
	asPairs?: boolean;
	/** Typed as JSON, where lists need no `values`. */
	inJson?: boolean;
}

function rowsOf(placement: Placement, around: Around, scope: Placement[]): string[][] {
	const { field, inner, name, conditions } = placement;
	const { spec } = field;
	const label = `${around.label}${spec.label}`;
	const parameter = `${around.parameter}${name}`;
	const row = [
		plain(label),
		code(parameter),
		sentAs(placement, around),
		spec.required ? 'yes' : '',
		typeOf(spec, around),
		meaningOf(spec),
		conditionsOf(conditions, scope),
	];
	const inJson = around.inJson === true || spec.typedAsJson === true;
	// Rows that are texts are written as such in JSON.
	if (inJson && spec.eachAs && inner.length === 1) return [row];
	const inside = {
		label: `${label} › `,
		parameter: inJson ? `${parameter}${manyOf(spec)}.` : `${parameter}.${ROW_VALUES}${manyOf(spec)}.`,
		numbers: spec.wrapping === 'numbered' ? spec.limits.maxItems : undefined,
		asTexts: spec.eachAs !== undefined,
		asPairs: spec.pairs !== undefined,
		inJson,
	};
	return [row, ...inner.filter((each) => !isSilent(each)).flatMap((each) => rowsOf(each, inside, inner))];
}

const manyOf = ({ kind }: FieldSpec): string => (kind === 'rows' ? '[]' : '');

function sentAs({ field: { spec }, part, wire }: Placement, { numbers, asTexts, asPairs }: Around): string {
	if (spec.sent === false) return 'not sent';
	if (part === 'customer') return `${code(wire)}, when the token of the customer is asked for`;
	if (asTexts) return 'in the text of the row';
	if (asPairs) return 'as a key or its value';
	if (spec.wrapping === 'joined' || spec.pairs) return `${code(wire.replace(/\[\]$/, ''))} (${part})`;
	if (spec.wrapping === 'numbered') return 'as numbered keys';
	if (spec.wrapping === 'spread') return `${code(wire)} (${part}), under their own names`;
	if (!numbers) return `${code(wire)} (${part})`;
	const key = wire.replace(/[^.]*\[\]\./, '');
	return `${code(`${key}1`)} … ${code(`${key}${numbers}`)} (${part})`;
}

function typeOf(spec: FieldSpec, { inJson = false, asTexts = false }: Around): string {
	const kind = kindOf(spec, inJson);
	const travels = asTexts || (inJson && spec.eachAs) ? undefined : travelsAs(spec);
	return travels ? `${kind}; ${travels}` : kind;
}

function kindOf(spec: FieldSpec, inJson: boolean): string {
	if (spec.kind === 'rows' && spec.typedAsJson) return 'list as JSON';
	if (spec.kind === 'rows' && inJson) return spec.eachAs ? 'list of texts' : 'list of objects';
	if (spec.kind === 'pick' && inJson) return 'ID';
	const kinds: Record<string, string> = {
		text: 'text',
		secret: 'password',
		integer: 'whole number',
		decimal: 'number',
		yesNo: 'switch',
		choice: 'choice',
		choices: 'several choices',
		time: 'date and time',
		timeOfDay: 'time of day',
		list: spec.picker ? 'several from a list' : 'list of texts',
		pick: 'from a list, or an ID',
		json: 'JSON',
		mapped: 'a value for each field',
		file: 'binary data',
		callbackUrl: 'URL',
		group: 'group of fields',
		rows: 'rows of fields',
	};
	return kinds[spec.kind];
}

/** How the value looks on the wire, where it differs from what the user sees. */
function travelsAs(spec: FieldSpec): string | undefined {
	if (spec.sent === false) return undefined;
	if (spec.wrapping === 'base64') return 'sent as BASE64';
	if (spec.wrapping === 'urlEncoded') return 'sent encoded as in a URL';
	if (spec.pairs) return spec.wrapping === 'jsonText' ? 'sent as one object, as JSON in a text' : 'sent as one object';
	if (spec.wrapping === 'jsonText') return 'sent as JSON in a text';
	if (spec.wrapping === 'joined') return `sent as one text with "${spec.joiner}" between`;
	if (spec.eachAs) return 'sent as a list of texts';
	if (spec.asValues) return `sent as ${spec.asValues.map((value) => code(JSON.stringify(value))).join(' and ')}`;
	if (spec.kind === 'time') return timeAs(spec);
	const { type } = spec;
	if (spec.kind === 'pick' || spec.kind === 'choice' || spec.kind === 'choices')
		return `sent as ${type === 'integer' ? 'number' : 'text'}`;
	if ((spec.kind === 'integer' || spec.kind === 'decimal') && type === 'string') return 'sent as text';
	return undefined;
}

function timeAs({ format = '', type, zone }: FieldSpec): string {
	if (format === 'midnightMillis') return 'sent as milliseconds since 1970, of midnight';
	if (format === 'epochSeconds') return `sent as seconds since 1970${type === 'string' ? ', as text' : ''}`;
	if (format === 'epochMillis') return `sent as milliseconds since 1970${type === 'string' ? ', as text' : ''}`;
	return `sent as ${code(format)}${zone === 'utc' ? ' in UTC' : ''}`;
}

function meaningOf(spec: FieldSpec): string {
	return [
		spec.hint && sentence(plain(spec.hint)),
		spec.options && choicesOf(spec.options),
		limitsOf(spec),
		defaultOf(spec),
	]
		.filter(Boolean)
		.join(' ');
}

function choicesOf(options: Options): string {
	const choices = Object.entries(options).map(([value, words]) => `${code(value)} ${nameOf(words)}`);
	return `Choices: ${choices.join(', ')}.`;
}

function nameOf(words: Options[string]): string {
	return plain([words].flat()[0]);
}

function limitsOf(spec: FieldSpec): string | undefined {
	const { limits, kind, hint = '' } = spec;
	const { minLength, min, max, decimals, minItems, maxItems, maxBytes, maxJoined, pattern, extensions } = limits;
	const each = kind === 'list' ? ' each' : '';
	const untold = (most: number | undefined) => (hint.replaceAll(',', '').includes(`${most} `) ? undefined : most);
	const said = [
		spanOf(minLength, longest(spec), `characters${each}`),
		spanOf(undefined, untold(maxJoined), 'characters in all'),
		kind !== 'file' && spanOf(undefined, untold(maxBytes), 'bytes'),
		tellsSpan(hint, min, max) ? undefined : spanOf(min, max),
		spanOf(undefined, decimals, 'decimals'),
		spanOf(minItems, maxItems, 'entries'),
		pattern && `only ${code(pattern.means)}`,
		kind === 'callbackUrl' && 'only letters, digits and `- : . / _ # ? &`',
		extensions && `files: ${extensions.join(', ')}`,
	].filter(Boolean);
	return said.length > 0 ? `${said.join('; ').replace(/^./, (letter) => letter.toUpperCase())}.` : undefined;
}

/** Whether the hint names both ends: "From -500 (low) to 500 (high)". */
function tellsSpan(hint: string, min?: number, max?: number): boolean {
	return min !== undefined && max !== undefined && new RegExp(`from ${min}\\b.* to ${max}\\b`, 'i').test(hint);
}

/** The limit of an address that is sent as BASE64 is that of the BASE64. */
function longest({ kind, wrapping, limits: { maxLength } }: FieldSpec): number | undefined {
	return kind === 'callbackUrl' && wrapping === 'base64' && maxLength !== undefined ? Math.floor(maxLength / 4) * 3 : maxLength;
}

function spanOf(least: number | undefined, most: number | undefined, unit?: string): string | undefined {
	const numbers =
		least !== undefined && most !== undefined
			? `${least} to ${most}`
			: most !== undefined
				? `at most ${most}`
				: least !== undefined
					? `at least ${least}`
					: undefined;
	return numbers && [numbers, unit].filter(Boolean).join(' ').replace('least 1 entries', 'least 1 entry');
}

function defaultOf(spec: FieldSpec): string | undefined {
	if (spec.default === undefined || spec.default === '') return undefined;
	const words = spec.options?.[String(spec.default)];
	return `Starts as ${words ? nameOf(words) : code(String(spec.default))}.`;
}

function conditionsOf(conditions: Conditions, scope: Placement[]): string {
	return Object.entries(conditions)
		.map(([name, values]) => {
			const spec = scope.find((placement) => placement.name === name.replace(/^\//, ''))?.field.spec;
			const names = values.map((value) => {
				const words = spec?.options?.[String(value)];
				return words ? nameOf(words) : code(String(value));
			});
			return `${spec ? plain(spec.label) : code(name)} is ${oneOf(names)}`;
		})
		.join(', and ');
}

function sourceOf({ kind, constant }: FieldSpec): string {
	if (kind === 'credential') return 'from the credential';
	if (kind === 'now') return 'the time of the request';
	if (kind === 'copy') return `the same as ${code(String(constant))}`;
	return `always ${code(JSON.stringify(constant))}`;
}
