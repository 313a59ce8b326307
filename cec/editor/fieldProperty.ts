/** One field as a property of the node. */
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { hasIntegerKeys, type Conditions, type FieldSpec, type Options } from '../catalogue/field';
import { isSilent, ROW_VALUES, type Placement } from '../catalogue/layout';
import { sortedBy } from './sort';

/** The property for a placed field, with its display conditions but without those of resource and operation. */
export function fieldProperty(placement: Placement): INodeProperties {
	const { spec } = placement.field;
	return {
		displayName: spec.label,
		name: placement.name,
		...control(placement),
		...(spec.required && needsMark(spec) && { required: true }),
		...(hintOf(spec) && { description: hintOf(spec) }),
		...(spec.placeholder && !isNested(spec) && { placeholder: spec.placeholder }),
		...show(placement.conditions),
	};
}

type Control = Pick<INodeProperties, 'type' | 'default'> & Partial<INodeProperties>;

function control(placement: Placement): Control {
	const { spec } = placement.field;
	switch (spec.kind) {
		case 'secret':
			return { type: 'string', typeOptions: { password: true }, default: '' };
		case 'integer':
		case 'decimal':
			return { type: 'number', ...numberLimits(spec), default: spec.default ?? spec.limits.min ?? 0 };
		case 'yesNo':
			return { type: 'boolean', default: spec.default ?? false };
		case 'choice':
			return { type: 'options', options: optionsOf(spec.options ?? {}), default: defaultChoice(spec) };
		case 'choices':
			return { type: 'multiOptions', options: optionsOf(spec.options ?? {}), default: spec.default ?? [] };
		case 'time':
			return { type: 'dateTime', default: spec.default ?? '' };
		case 'list':
			return listControl(spec);
		case 'pick':
			return pickControl(spec);
		case 'mapped':
			return mapperControl(spec);
		case 'json':
			return { type: 'json', default: spec.default ?? '{}' };
		case 'group':
			return nested(placement);
		case 'rows':
			return spec.typedAsJson ? { type: 'json', default: '[]' } : nested(placement);
		default:
			return { type: 'string', ...(spec.multiline && { typeOptions: { rows: 4 } }), default: spec.default ?? '' };
	}
}

function listControl(spec: FieldSpec): Control {
	if (spec.picker) {
		const { picker: loadOptionsMethod, listFollows: loadOptionsDependsOn } = spec;
		return {
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod, ...(loadOptionsDependsOn && { loadOptionsDependsOn }) },
			default: spec.default ?? [],
		};
	}
	return { type: 'string', default: spec.default ?? '' };
}

function pickControl(spec: FieldSpec): Control {
	return {
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod: spec.picker, searchable: true, ...(spec.searchOnly && { searchFilterRequired: true }) },
			},
			{ displayName: 'By ID', name: 'id', type: 'string' },
		],
	};
}

function mapperControl({ mapper = '', listFollows: loadOptionsDependsOn }: FieldSpec): Control {
	return {
		type: 'resourceMapper',
		noDataExpression: true,
		typeOptions: {
			...(loadOptionsDependsOn && { loadOptionsDependsOn }),
			resourceMapper: {
				resourceMapperMethod: mapper,
				mode: 'add',
				addAllFields: true,
				fieldWords: { singular: 'field', plural: 'fields' },
			},
		},
		default: { mappingMode: 'defineBelow', value: null },
	};
}

function nested({ field, inner }: Placement): Control {
	const many = field.spec.kind === 'rows';
	return {
		type: 'fixedCollection',
		...(many && { typeOptions: { multipleValues: true } }),
		...(many && { placeholder: field.spec.placeholder }),
		default: {},
		options: [
			{
				displayName: field.spec.label,
				name: ROW_VALUES,
				values: inner.filter((placement) => !isSilent(placement)).map((placement) => fieldProperty(placement)),
			},
		],
	};
}

function optionsOf(options: Options): INodePropertyOptions[] {
	const named = Object.entries(options).map(([key, words]) => {
		const [name, description] = [words].flat();
		return { name, value: keyValue(key, options), ...(description && { description }) };
	});
	return sortedBy(named, ({ name }) => name);
}

/** Whole numbers are kept as numbers, so that an expression may give either. */
function keyValue(key: string, options: Options): string | number {
	return hasIntegerKeys(options) ? Number(key) : key;
}

function defaultChoice(spec: FieldSpec): INodeProperties['default'] {
	return spec.default ?? optionsOf(spec.options ?? {})[0].value;
}

function numberLimits({ limits }: FieldSpec): Pick<INodeProperties, 'typeOptions'> {
	const { min, max, decimals } = limits;
	if (min === undefined && max === undefined && decimals === undefined) return {};
	return {
		typeOptions: {
			...(min !== undefined && { minValue: min }),
			...(max !== undefined && { maxValue: max }),
			...(decimals !== undefined && { numberPrecision: decimals }),
		},
	};
}

function hintOf(spec: FieldSpec): string | undefined {
	if (spec.kind === 'list' && !spec.picker) {
		const how = 'Several are separated by commas, or given as an array by an expression';
		return spec.hint ? `${ending(spec.hint)} ${how}.` : how;
	}
	if (spec.kind === 'list') {
		const how = 'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>';
		return spec.hint ? `${ending(spec.hint)} ${how}.` : how;
	}
	return spec.hint;
}

function ending(sentence: string): string {
	return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}

function needsMark({ kind }: FieldSpec): boolean {
	return kind !== 'yesNo' && kind !== 'choice';
}

function isNested({ kind }: FieldSpec): boolean {
	return kind === 'rows' || kind === 'group';
}

function show(conditions: Conditions): Pick<INodeProperties, 'displayOptions'> {
	return Object.keys(conditions).length > 0 ? { displayOptions: { show: conditions } } : {};
}

