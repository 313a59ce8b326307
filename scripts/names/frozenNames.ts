/** Every name that a saved workflow or credential may hold, or that CEC has been given as an address. */
import { join } from 'node:path';
import type {
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
	INodeTypeDescription,
} from 'n8n-workflow';

import { credentialClasses, nodeClasses } from '../catalogue/published';

export const frozenFile = join(__dirname, '../../test/names/frozen.json');

/** Sorted, one name for each entry: `node huaweiCecAgent / agent / create / skills.values.skillId`. */
export function frozenNames(): string[] {
	const nodes = Object.values(nodeClasses).flatMap((Node) => namesOfNode(new Node().description));
	const credentials = Object.values(credentialClasses).flatMap((Credential) => {
		const { name, properties } = new Credential();
		const start = `credential ${name}`;
		return [start, ...properties.map((property) => `${start} / ${property.name}`)];
	});
	return [...new Set([...credentials, ...nodes])].sort();
}

/** The text of the file: a JSON list with one name on each line. */
export function frozenText(names = frozenNames()): string {
	return `${JSON.stringify(names, null, '\t')}\n`;
}

function namesOfNode({ name, properties, webhooks = [] }: INodeTypeDescription): string[] {
	const start = `node ${name}`;
	return [
		start,
		...webhooks.map((webhook) => `${start} / webhook ${webhook.name}: ${webhook.httpMethod} ${webhook.path}`),
		...properties.flatMap((property) => [
			...scopesOf(property).flatMap((scope) =>
				pathsOf(property).map((path) => [start, ...scope, path].join(' / ')),
			),
			...placesOf(property).map((place) => [start, ...place].join(' / ')),
		]),
	];
}

/** Resources and operations themselves. */
function placesOf(property: INodeProperties): string[][] {
	const values = ((property.options ?? []) as INodePropertyOptions[]).map(({ value }) => String(value));
	if (property.name === 'resource') return values.map((value) => [value]);
	if (property.name !== 'operation') return [];
	return shownFor(property, 'resource').flatMap((resource) => values.map((value) => [resource, value]));
}

/** The resources and operations that show a property; a single empty one when all do. */
function scopesOf(property: INodeProperties): string[][] {
	if (['resource', 'operation'].includes(property.name)) return [];
	const resources = shownFor(property, 'resource');
	if (resources.length === 0) return [[]];
	return resources.flatMap((resource) => shownFor(property, 'operation').map((operation) => [resource, operation]));
}

function shownFor({ displayOptions }: INodeProperties, name: string): string[] {
	return (displayOptions?.show?.[name] ?? []).map(String);
}

/** A parameter, and those inside it. Notices are texts that nothing saves. */
function pathsOf(property: INodeProperties): string[] {
	const { name, type, options = [] } = property;
	if (type === 'notice') return [];
	if (type === 'collection') return [name, ...inside(name, options as INodeProperties[])];
	if (type !== 'fixedCollection') return [name];
	const groups = options as INodePropertyCollection[];
	return [name, ...groups.flatMap((group) => inside(`${name}.${group.name}`, group.values))];
}

function inside(prefix: string, properties: INodeProperties[]): string[] {
	return properties.flatMap((property) => pathsOf(property).map((path) => `${prefix}.${path}`));
}
