/** The page of a trigger: addresses, parameters, what comes in, what is answered. A trigger that polls has no addresses. */
import type { INodeCredentialDescription, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { callbacks, polled } from '../catalogue/nodes';
import { nodeClasses } from '../catalogue/published';
import { credentialLink } from './credentials';
import { code, oneOf, page, plain, sentence, table } from './markdown';
import { compareSections } from './sections';
import { triggerFacts, type Told } from './triggerFacts';

export function triggerPages(): Record<string, string> {
	const names = new Set([...callbacks, ...polled].map(({ node }) => node));
	const folders = Object.keys(nodeClasses).filter((folder) => names.has(new nodeClasses[folder]().description.name));
	return Object.fromEntries(folders.map((folder) => [`${folder}.md`, triggerPage(folder)]));
}

/** Nodes without interfaces of CEC: what they do, and their parameters. */
export function plainPages(others: string[]): Record<string, string> {
	const documented = new Set([...others, ...Object.keys(triggerPages())]);
	const folders = Object.keys(nodeClasses).filter((folder) => !documented.has(`${folder}.md`));
	return Object.fromEntries(folders.map((folder) => [`${folder}.md`, plainPage(folder)]));
}

function plainPage(folder: string): string {
	const { displayName, name, description, properties } = new nodeClasses[folder]().description;
	return page(
		`# ${displayName}`,
		sentence(description),
		table(['Node type', 'Credentials'], [[code(`n8n-nodes-huawei-cec.${name}`), 'none']]),
		'## Parameters',
		table(
			['Field', 'Parameter', 'Type', 'Meaning', 'Shown while'],
			properties.flatMap((property) => rowsOf(property, properties)),
		),
	);
}

const GUIDE = 'What CEC and the network in front of n8n need so that anything arrives is told in the [guide](../callbacks.md).';

function triggerPage(folder: string): string {
	const { displayName, name, description, properties, credentials = [] } = new nodeClasses[folder]().description;
	const { addresses, items, answers = [], after } = triggerFacts[folder];
	return page(
		`# ${displayName}`,
		sentence(description),
		table(
			['Node type', 'Credentials', 'Interfaces'],
			[
				[
					code(`n8n-nodes-huawei-cec.${name}`),
					credentials.map((each) => credentialOf(each, properties)).join('; ') || 'none',
					sectionsOf(name).join(', '),
				],
			],
		),
		...(addresses ? [GUIDE, '## Addresses', told(addresses)] : []),
		'## Parameters',
		table(
			['Field', 'Parameter', 'Type', 'Meaning', 'Shown while'],
			properties.flatMap((property) => rowsOf(property, properties)),
		),
		addresses ? '## What it receives' : '## What it finds',
		...items.map(told),
		...(answers.length > 0 ? ['## What it answers', table(['When', 'Answer'], answers)] : []),
		after,
	);
}

const told = ({ text, head, rows }: Told): string => page(text, table(head, rows)).trimEnd();

function sectionsOf(name: string): string[] {
	return [...callbacks, ...polled]
		.filter(({ node }) => node === name)
		.map((each) => each.interface)
		.sort(compareSections);
}

function credentialOf({ name, displayOptions }: INodeCredentialDescription, properties: INodeProperties[]): string {
	const shown = conditionsOf(displayOptions?.show, properties);
	const hidden = conditionsOf(displayOptions?.hide, properties);
	return [credentialLink(name), shown && `while ${shown}`, hidden && `unless ${hidden}`].filter(Boolean).join(', ');
}

function rowsOf(property: INodeProperties, siblings: INodeProperties[], label = '', path = ''): string[][] {
	const { displayName, name, type, description, options = [], displayOptions } = property;
	if (type === 'notice') return [];
	if (type === 'collection') {
		const inner = options as INodeProperties[];
		return inner.flatMap((each) => rowsOf(each, [...inner, ...siblings], `${displayName} › `, `${name}.`));
	}
	const meaning = [description && sentence(plain(description)), ...choicesOf(property), startOf(property)];
	return [
		[
			`${label}${displayName}`,
			code(`${path}${name}`),
			kindOf(property),
			meaning.filter(Boolean).join(' '),
			conditionsOf(displayOptions?.show, siblings),
		],
	];
}

function choicesOf({ type, options = [] }: INodeProperties): string[] {
	if (type !== 'options' && type !== 'multiOptions') return [];
	return (options as INodePropertyOptions[]).map(
		({ value, name, description }) => `${code(String(value))} ${name}${description ? `: ${sentence(plain(description))}` : '.'}`,
	);
}

function startOf({ default: start }: INodeProperties): string | undefined {
	const values = [start].flat().filter((value) => value !== '' && value !== undefined && typeof value !== 'object');
	return values.length > 0 ? `Starts as ${values.map((value) => code(String(value))).join(', ')}.` : undefined;
}

function kindOf({ type, typeOptions }: INodeProperties): string {
	const kinds: Record<string, string> = {
		boolean: 'switch',
		multiOptions: 'several choices',
		number: 'whole number',
		options: 'choice',
		resourceLocator: 'from a list, or an ID',
		string: typeOptions?.password ? 'password' : 'text',
	};
	const { minValue, maxValue } = typeOptions ?? {};
	return `${kinds[type] ?? type}${minValue !== undefined && maxValue !== undefined ? `, ${minValue} to ${maxValue}` : ''}`;
}

/** `Protection is Signature, and Events has Call Connected`. */
function conditionsOf(shown: Record<string, unknown> | undefined, siblings: INodeProperties[]): string {
	return Object.entries(shown ?? {})
		.map(([key, values]) => {
			const other = siblings.find(({ name }) => name === key.replace(/^\//, ''));
			const choices = (other?.options ?? []) as INodePropertyOptions[];
			const names = [values].flat().map((value) => choices.find((choice) => choice.value === value)?.name ?? code(String(value)));
			return `${other?.displayName ?? key} ${other?.type === 'multiOptions' ? 'has' : 'is'} ${oneOf(names)}`;
		})
		.join(', and ');
}
