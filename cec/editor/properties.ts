/** Turns a node's catalogue into the properties that n8n's editor shows. */
import type { INodeProperties } from 'n8n-workflow';

import { isFileAlone } from '../catalogue/answer';
import { layoutOf, type Placement } from '../catalogue/layout';
import { allFields, type Operation, type Resource } from '../catalogue/operation';
import { fieldProperty } from './fieldProperty';
import { mergeProperties } from './mergeProperties';
import { sortedBy } from './sort';

/** All properties of a node that offers these resources. A new list at each call: n8n changes what it gets. */
export function propertiesOf(resources: Resource[]): INodeProperties[] {
	const operations = resources.flatMap((resource) => Object.values(resource.operations));
	return [
		resourceProperty(resources),
		...resources.map(operationProperty),
		...mergeProperties([
			...operations.flatMap(noticeProperties),
			...operations.flatMap(sessionProperties),
			...operations.flatMap(fieldProperties),
			...operations.flatMap(listProperties),
			...operations.flatMap(waitProperties),
			...operations.flatMap(attachmentProperties),
			...operations.flatMap(fileProperties),
			...operations.flatMap(confirmProperties),
			...operations.flatMap(simplifyProperties),
			...operations.flatMap(collectionProperties),
		]),
		optionsProperty(operations),
	];
}

/** Shows a property for this operation only. */
export function showFor(operation: Operation, property: INodeProperties): INodeProperties {
	return {
		...property,
		displayOptions: {
			show: {
				resource: [operation.resource],
				operation: [operation.value],
				...property.displayOptions?.show,
			},
		},
	};
}

function resourceProperty(resources: Resource[]): INodeProperties {
	return {
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: sortedBy(
			resources.map(({ name, value, description }) => ({ name, value, ...(description && { description }) })),
			({ name }) => name,
		),
		default: resources[0].value,
	};
}

function operationProperty(resource: Resource): INodeProperties {
	const operations = Object.values(resource.operations);
	const options = operations.map(({ name, value, action, description, legacy }) => ({
		name: legacy ? `${name} (Legacy)` : name,
		value,
		description: description ?? action,
		action: legacy ? `${action} legacy` : action,
	}));
	const preferred = operations.find(({ value }) => value === 'getMany') ?? operations[0];
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resource.value] } },
		options: sortedBy(options, ({ name }) => name),
		default: preferred.value,
	};
}

function noticeProperties(operation: Operation): INodeProperties[] {
	const notice = operation.legacy ?? operation.notice;
	if (!notice) return [];
	return [showFor(operation, { displayName: notice, name: 'notice', type: 'notice', default: '' })];
}

const sessionFrom = (): INodeProperties => ({
	displayName: 'Session From',
	name: 'sessionFrom',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Item', value: 'item', description: 'The agent was signed in by a trigger or another node' },
		{ name: 'This Run', value: 'run', description: 'The agent is signed in for this node alone, and out again when it has run' },
	],
	default: 'item',
});

function sessionProperties(operation: Operation): INodeProperties[] {
	if (!operation.family.session || operation.signsIn) return [];
	const session: INodeProperties = {
		displayName: 'Session',
		name: 'session',
		type: 'string',
		required: true,
		default: '={{ $json.session }}',
		description: 'Of the signed-in agent. Every item of this node carries it on; it can be used with the same credential only.',
	};
	if (!operation.standalone) return [showFor(operation, session)];
	return [showFor(operation, sessionFrom()), showFor(operation, { ...session, displayOptions: { show: { sessionFrom: ['item'] } } })];
}

function attachmentProperties(operation: Operation): INodeProperties[] {
	if (!operation.attachments) return [];
	return [
		showFor(operation, {
			displayName: 'Download Attachments',
			name: 'downloadAttachments',
			type: 'boolean',
			default: false,
			description: 'Whether to put the attached files into binary fields of the item: data, data1, data2 and so on',
		}),
	];
}

function fieldProperties(operation: Operation): INodeProperties[] {
	return layoutOf(operation).top.map((placement) => showFor(operation, fieldProperty(placement)));
}

/** Collections stand below everything that is always there, as in n8n's own nodes. */
function collectionProperties(operation: Operation): INodeProperties[] {
	const { optional, collection } = layoutOf(operation);
	if (optional.length === 0) return [];
	return [
		showFor(operation, {
			displayName: collection.label,
			name: collection.name,
			type: 'collection',
			placeholder: collection.name === 'filters' ? 'Add Filter' : 'Add Field',
			default: {},
			options: byDisplayName(optional.map((placement: Placement) => fieldProperty(placement))),
		}),
	];
}

function listProperties(operation: Operation): INodeProperties[] {
	if (operation.answer.kind !== 'list' || operation.answer.onlyOnce) return [];
	return [
		showFor(operation, {
			displayName: 'Return All',
			name: 'returnAll',
			type: 'boolean',
			default: false,
			description: 'Whether to return all results or only up to a given limit',
		}),
		showFor(operation, {
			displayName: 'Limit',
			name: 'limit',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 50,
			description: 'Max number of results to return',
			displayOptions: { show: { returnAll: [false] } },
		}),
	];
}

function waitProperties({ wait, ...operation }: Operation): INodeProperties[] {
	if (!wait) return [];
	const most: INodeProperties = {
		displayName: 'Wait at Most',
		name: 'waitMinutes',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: wait.minutes,
		description: wait.endedAs
			? 'Minutes after which the node stops waiting and gives out what it knows'
			: 'Minutes after which the node stops waiting and reports an error; the job itself goes on',
	};
	if (!wait.toggle) return [showFor(operation, most)];
	return [
		showFor(operation, {
			displayName: wait.toggle.label,
			name: 'waitUntilDone',
			type: 'boolean',
			default: true,
			description: wait.toggle.hint,
		}),
		showFor(operation, { ...most, displayOptions: { show: { waitUntilDone: [true] } } }),
	];
}

function fileProperties(operation: Operation): INodeProperties[] {
	if (operation.answer.kind !== 'file') return [];
	return [
		showFor(operation, {
			displayName: 'Put Output File in Field',
			name: 'outputBinaryField',
			type: 'string',
			default: 'data',
			required: true,
			description: 'Name of the binary field of the item that takes the file',
			...(operation.answer.tables && { displayOptions: { show: { [operation.answer.tables.when]: [false] } } }),
		}),
	];
}

function confirmProperties(operation: Operation): INodeProperties[] {
	if (operation.risk !== 'destructive') return [];
	return [
		showFor(operation, {
			displayName: 'Confirm',
			name: 'confirm',
			type: 'boolean',
			default: false,
			description: 'Whether you are sure: this cannot be undone. The node refuses to run without it.',
		}),
	];
}

function simplifyProperties(operation: Operation): INodeProperties[] {
	// There is nothing around the file that could be left out.
	if (isFileAlone(operation.answer)) return [];
	return [
		showFor(operation, {
			displayName: 'Simplify',
			name: 'simplify',
			type: 'boolean',
			default: true,
			description: 'Whether to return a simplified version of the response instead of the raw data',
		}),
	];
}

function optionsProperty(operations: Operation[]): INodeProperties {
	const leaking = operations.filter(({ answer }) => answer.secrets);
	const calling = operations.filter((operation) => allFields(operation).some(({ spec }) => spec.kind === 'callbackUrl'));
	const options: INodeProperties[] = [
		{
			displayName: 'Items at Once',
			name: 'itemsAtOnce',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 8 },
			default: 8,
			description: 'How many items are read at the same time. Changes are always made one after the other.',
		},
		{
			displayName: 'Requests per Second',
			name: 'requestsPerSecond',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 0,
			description: 'Most requests to send in a second, 0 for no limit of your own. Limits of CEC hold in any case.',
		},
		{
			displayName: 'Time Zone',
			name: 'timeZone',
			type: 'string',
			default: '',
			placeholder: 'e.g. Asia/Shanghai',
			description:
				'IANA name of the zone in which CEC reads and writes times. The time zone of the workflow when left empty.',
		},
		{
			displayName: 'Timeout',
			name: 'timeout',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 60,
			description: 'Seconds to wait for an answer',
		},
	];
	if (leaking.length > 0) {
		options.push({
			displayName: 'Include Passwords',
			name: 'includeSecrets',
			type: 'boolean',
			default: false,
			description: 'Whether passwords in the answer are shown instead of masked. They end up in the execution data.',
			displayOptions: { show: whileChosen(leaking) },
		});
	}
	if (calling.length > 0) {
		options.push({
			displayName: 'Allow Plain HTTP Callback',
			name: 'allowHttpCallback',
			type: 'boolean',
			default: false,
			description: 'Whether a callback address may start with http://, which sends call data unprotected',
			displayOptions: { show: whileChosen(calling) },
		});
	}
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: byDisplayName(options),
	};
}

/** Conditions for an option inside a collection: while one of these operations is chosen at the top. */
function whileChosen(operations: Operation[]): Record<string, string[]> {
	return {
		'/resource': unique(operations.map(({ resource }) => resource)),
		'/operation': unique(operations.map(({ value }) => value)),
	};
}

function byDisplayName(properties: INodeProperties[]): INodeProperties[] {
	return sortedBy(properties, ({ displayName }) => displayName);
}

function unique<T>(values: T[]): T[] {
	return [...new Set(values)];
}
