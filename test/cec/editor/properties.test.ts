import fc from 'fast-check';
import { NodeHelpers, type INodeProperties, type NodeParameterValue } from 'n8n-workflow';

import {
	choice,
	constant,
	dateTime,
	file,
	group,
	integer,
	json,
	list,
	pick,
	picks,
	rows,
	secret,
	section,
	text,
	yesNo,
} from '../../../cec/catalogue/field';
import { done, fileAt } from '../../../cec/catalogue/answer';
import { layoutOf, type Placement } from '../../../cec/catalogue/layout';
import {
	operation,
	resource,
	type Operation,
	type OperationSpec,
	type Resource,
	type Waiting,
} from '../../../cec/catalogue/operation';
import { propertiesOf } from '../../../cec/editor/properties';
import { catalogue as agentCatalogue } from '../../../nodes/HuaweiCecAgent/catalogue';
import { catalogue as botManagementCatalogue } from '../../../nodes/HuaweiCecBotManagement/catalogue';
import { catalogue as callCatalogue } from '../../../nodes/HuaweiCecCall/catalogue';
import { catalogue as campaignCatalogue } from '../../../nodes/HuaweiCecCampaign/catalogue';
import { catalogue as platformCatalogue } from '../../../nodes/HuaweiCecPlatform/catalogue';
import { catalogue as speechRecognitionCatalogue } from '../../../nodes/HuaweiCecSpeechRecognition/catalogue';
import { catalogue as supervisionCatalogue } from '../../../nodes/HuaweiCecSupervision/catalogue';
import { catalogue as surveyCatalogue } from '../../../nodes/HuaweiCecSurvey/catalogue';
import { catalogue as webChatCatalogue } from '../../../nodes/HuaweiCecWebChat/catalogue';
import { family, invented } from '../../support/invented';

/** The properties before those that several operations share are merged. */
function unmerged(resources: Resource[]): INodeProperties[] {
	let properties: INodeProperties[] = [];
	jest.isolateModules(() => {
		jest.doMock('../../../cec/editor/mergeProperties', () => ({
			mergeProperties: (all: INodeProperties[]) => all,
		}));
		const module = jest.requireActual<typeof import('../../../cec/editor/properties')>(
			'../../../cec/editor/properties',
		);
		properties = module.propertiesOf(resources);
	});
	jest.dontMock('../../../cec/editor/mergeProperties');
	return properties;
}

type Values = Record<string, NodeParameterValue>;

function shown(properties: INodeProperties[], values: Values): string[] {
	return properties
		.filter((property) => NodeHelpers.displayParameter(values, property, { typeVersion: 1 }, null))
		.map(({ displayOptions: _, ...property }) => JSON.stringify(property));
}

const operationsOf = (resources: Resource[]): Operation[] =>
	resources.flatMap(({ operations }) => Object.values(operations));

/** Values of the parameters that decide what else is shown. */
function deciding(operation: Operation): fc.Arbitrary<Values> {
	const conditions = layoutOf(operation)
		.top.map(({ conditions: each }) => Object.entries(each))
		.flat();
	const values = new Map<string, NodeParameterValue[]>();
	for (const [name, allowed] of conditions) values.set(name, [...(values.get(name) ?? []), ...allowed]);
	const choices = Object.fromEntries(
		[...values].map(([name, allowed]) => [name, fc.constantFrom(...allowed, 'something else')]),
	);
	return fc.record({ ...choices, returnAll: fc.boolean(), waitUntilDone: fc.boolean() }) as fc.Arbitrary<Values>;
}

describe.each([
	['huaweiCecAgent', agentCatalogue],
	['huaweiCecBotManagement', botManagementCatalogue],
	['huaweiCecCall', callCatalogue],
	['huaweiCecCampaign', campaignCatalogue],
	['huaweiCecPlatform', platformCatalogue],
	['huaweiCecSpeechRecognition', speechRecognitionCatalogue],
	['huaweiCecSupervision', supervisionCatalogue],
	['huaweiCecSurvey', surveyCatalogue],
	['huaweiCecWebChat', webChatCatalogue],
])('%s', (_node, resources) => {
	const merged = propertiesOf(resources);
	const apart = unmerged(resources);

	test('merging makes it smaller and changes for no operation what is shown', () => {
		expect(JSON.stringify(merged).length).toBeLessThan(JSON.stringify(apart).length);
		for (const one of operationsOf(resources)) {
			fc.assert(
				fc.property(deciding(one), (values) => {
					const given = { resource: one.resource, operation: one.value, ...values };
					expect(shown(merged, given).sort()).toEqual(shown(apart, given).sort());
				}),
				{ numRuns: 10 },
			);
		}
	});

	test('required fields stand at the top, the others in one collection, and both keep their places', () => {
		for (const one of operationsOf(resources)) {
			const given = { resource: one.resource, operation: one.value };
			const names = shown(merged, given).map((property) => (JSON.parse(property) as INodeProperties).name);
			const { top, optional, collection } = layoutOf(one);
			const open = top.filter(({ conditions }) => Object.keys(conditions).length === 0).map(({ name }) => name);
			expect(names).toEqual(expect.arrayContaining(open));
			const collections = names.filter((name) => ['filters', 'additionalFields', 'updateFields'].includes(name));
			expect(collections).toEqual(optional.length > 0 ? [collection.name] : []);
			expect(names[0]).toBe('resource');
			expect(names[1]).toBe('operation');
			expect(names.at(-1)).toBe('options');
		}
	});

	test('no operation has two fields of one name at a time', () => {
		for (const one of operationsOf(resources)) {
			fc.assert(
				fc.property(deciding(one), (values) => {
					const given = { resource: one.resource, operation: one.value, ...values };
					const names = shown(merged, given).map(
						(property) => (JSON.parse(property) as INodeProperties).name,
					);
					expect(names).toEqual([...new Set(names)]);
				}),
				{ numRuns: 10 },
			);
		}
	});

	test('every property of a collection or a list shows what it depends on', () => {
		const inner = (property: INodeProperties): INodeProperties[] =>
			(property.options ?? []).flatMap((option) =>
				'values' in option ? option.values : 'displayName' in option ? [option] : [],
			);
		const walk = (properties: INodeProperties[], top: Set<string>): string[] =>
			properties.flatMap((property) => {
				const children = inner(property);
				const siblings = new Set(children.map(({ name }) => name));
				const lost = children.flatMap(({ name, displayOptions }) =>
					Object.keys(displayOptions?.show ?? {})
						.filter((key) => (key.startsWith('/') ? !top.has(key.slice(1)) : !siblings.has(key)))
						.map((key) => `${property.name}.${name} depends on ${key}`),
				);
				return [...lost, ...walk(children, top)];
			});
		expect(walk(merged, new Set(merged.map(({ name }) => name)))).toEqual([]);
	});

	test('is made anew at each call, since n8n changes what it gets', () => {
		const first = propertiesOf(resources);
		const before = JSON.stringify(propertiesOf(resources));
		first.splice(0, 1);
		first.forEach((property) => {
			property.displayName = 'changed';
			if (property.options) property.options.length = 0;
		});
		expect(JSON.stringify(propertiesOf(resources))).toBe(before);
	});
});

describe('layout', () => {
	const one = invented({
		risk: 'write',
		request: 'POST /x/{id}',
		path: { id: pick('things', 'Thing').required() },
		body: {
			kind: choice('Kind', { 1: 'One' }).named('thingKind').required(),
			fixed: constant('3'),
			inside: section({
				deep: text('Deep')
					.when({ kind: [1] })
					.required(),
				maybe: text('Maybe')
					.wire('perhaps')
					.when({ kind: [1] }),
			}),
			always: yesNo('Always', 'Whether').shown(),
			rows: rows('Rows', 'Row', { a: text('A').required(), b: text('B').when({ a: ['x'] }) }),
		},
	});
	const names = (placements: Placement[]) => placements.map(({ name }) => name);

	test('puts each field in its place', () => {
		const { top, optional, silent, collection } = layoutOf(one);
		expect(names(top)).toEqual(['id', 'thingKind', 'deep', 'always']);
		expect(names(optional)).toEqual(['maybe', 'rows']);
		expect(silent.map(({ wire }) => wire)).toEqual(['fixed']);
		expect(collection).toEqual({ name: 'additionalFields', label: 'Additional Fields' });
		expect(layoutOf(one)).toBe(layoutOf(one));
	});

	test('names the wire, the steps to the value and what it depends on', () => {
		const { top, optional } = layoutOf(one);
		expect(top[2]).toMatchObject({
			wire: 'inside.deep',
			steps: ['inside', 'deep'],
			part: 'body',
			conditions: { kind: [1] },
		});
		expect(optional[0]).toMatchObject({ wire: 'inside.perhaps', steps: ['inside', 'maybe'] });
		expect(optional[1].wire).toBe('rows[]');
		expect(optional[1].inner[1]).toMatchObject({ wire: 'rows[].b', steps: ['b'], conditions: { a: ['x'] } });
	});

	test('reads collect filters, updates update fields', () => {
		expect(layoutOf(invented({ body: { a: text('A') } })).collection.name).toBe('filters');
		const { operations } = resource('thing', 'Thing', family, {
			updateV1: operation('0', {
				name: 'Update',
				action: 'Update',
				request: 'PUT /x',
				risk: 'write',
				body: {},
				answer: done(),
			}),
		});
		expect(layoutOf(operations.updateV1).collection).toEqual({ name: 'updateFields', label: 'Update Fields' });
	});
});

test.each([
	['a text', text('T', 'A hint').required(), { type: 'string', default: '', required: true, description: 'A hint' }],
	['a paragraph', text('T').lines(), { type: 'string', typeOptions: { rows: 4 } }],
	['a password', secret('S'), { type: 'string', typeOptions: { password: true } }],
	[
		'a number',
		integer('I').between(1, 5).startsAs(3),
		{ type: 'number', typeOptions: { minValue: 1, maxValue: 5 }, default: 3 },
	],
	['a switch', yesNo('Y', 'Whether'), { type: 'boolean', default: false }],
	['a time', dateTime('D'), { type: 'dateTime', default: '' }],
	['JSON', json('J'), { type: 'json', default: '{}' }],
	['a file', file('F'), { type: 'string', default: 'data' }],
	[
		'picked ids',
		picks('things', 'P'),
		{ type: 'multiOptions', typeOptions: { loadOptionsMethod: 'things' }, default: [] },
	],
	[
		'picked ids that depend on others',
		picks('things', 'P').follows('kind'),
		{ type: 'multiOptions', typeOptions: { loadOptionsMethod: 'things', loadOptionsDependsOn: ['kind'] } },
	],
	[
		'a list',
		list('L', 'Some'),
		{ type: 'string', description: expect.stringMatching(/^Some\. Several are separated/) },
	],
	[
		'rows',
		rows('R', 'Row', { a: text('A') }),
		{ type: 'fixedCollection', typeOptions: { multipleValues: true }, placeholder: 'Add Row' },
	],
	[
		'rows without what is always the same in them',
		rows('R', 'Row', { a: text('A'), kind: constant('Q') }),
		{ options: [{ name: 'values', displayName: 'R', values: [expect.objectContaining({ name: 'a' })] }] },
	],
	['a group', group('G', { a: text('A') }), { type: 'fixedCollection', default: {} }],
])('the editor shows %s', (_name, field, looks) => {
	const [property] = propertiesOf([
		{ value: 'thing', name: 'Thing', operations: { getMany: invented({ body: { a: field.shown() } }) } },
	]).filter(({ name }) => name === 'a');
	expect(property).toMatchObject({ displayName: field.spec.label, ...looks });
});

test('options are sorted by name, and whole numbers stay numbers', () => {
	const kind = choice('Kind', { 2: ['Zebra', 'Striped'], 1: 'Ant' }).required();
	const [property] = propertiesOf([
		{ value: 'thing', name: 'Thing', operations: { getMany: invented({ body: { kind } }) } },
	]).filter(({ name }) => name === 'kind');
	expect(property.options).toEqual([
		{ name: 'Ant', value: 1 },
		{ name: 'Zebra', value: 2, description: 'Striped' },
	]);
	expect(property.default).toBe(1);
});

describe('what an operation adds of its own', () => {
	const propertiesWith = (spec: Partial<OperationSpec>) => {
		const getMany = invented({ risk: 'dial', answer: done(), ...spec });
		const all = propertiesOf([{ value: 'thing', name: 'Thing', operations: { getMany } }]);
		return (name: string) => all.find((property) => property.name === name);
	};
	const shownFor = { resource: ['thing'], operation: ['getMany'] };
	const waiting: Waiting = {
		what: () => 'The thing',
		ask: () => invented(),
		given: () => ({}),
		read: () => ({ state: 'done' }),
		everyMs: 1000,
		minutes: 15,
	};

	test('a download has a field for the name of the binary field, no list has', () => {
		const property = propertiesWith({ answer: fileAt('url', () => 'x.wav') });
		expect(property('outputBinaryField')).toMatchObject({
			displayName: 'Put Output File in Field',
			type: 'string',
			default: 'data',
			required: true,
			displayOptions: { show: shownFor },
		});
		expect(property('returnAll')).toBeUndefined();
		expect(property('simplify')).toBeDefined();
		expect(propertiesWith({})('outputBinaryField')).toBeUndefined();
	});

	test('whoever always waits has no switch for it, and says what a late end means', () => {
		const property = propertiesWith({ wait: { ...waiting, endedAs: 'released' } });
		expect(property('waitUntilDone')).toBeUndefined();
		expect(property('waitMinutes')).toMatchObject({
			type: 'number',
			default: 15,
			typeOptions: { minValue: 1 },
			description: expect.stringMatching(/gives out what it knows$/),
			displayOptions: { show: shownFor },
		});
		expect(propertiesWith({ wait: waiting })('waitMinutes')?.description).toMatch(/reports an error/);
	});

	test('a switch for waiting hides how long', () => {
		const property = propertiesWith({
			wait: { ...waiting, toggle: { label: 'Wait Until Done', hint: 'Whether to wait' } },
		});
		expect(property('waitUntilDone')).toMatchObject({
			displayName: 'Wait Until Done',
			description: 'Whether to wait',
			type: 'boolean',
			default: true,
			displayOptions: { show: shownFor },
		});
		expect(property('waitMinutes')?.displayOptions).toEqual({ show: { ...shownFor, waitUntilDone: [true] } });
	});

	test('what does not wait has neither', () => {
		const property = propertiesWith({});
		expect(property('waitMinutes')).toBeUndefined();
		expect(property('waitUntilDone')).toBeUndefined();
	});
});
