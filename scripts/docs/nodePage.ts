/** The page of a node: every resource and operation with its fields. */
import type { INodeCredentialDescription } from 'n8n-workflow';

import type { Operation, Resource } from '../../cec/catalogue/operation';
import type { CataloguedNode } from '../catalogue/nodes';
import { nodeClasses } from '../catalogue/published';
import { compareSections } from './sections';
import { factsOf } from './facts';
import { fieldsTable, silentFields } from './fields';
import { credentialLink } from './credentials';
import { anchor, code, compareCodes, oneOf, page, plain, sentence, table } from './markdown';

export function nodePage({ folder, title, name, resources }: CataloguedNode): string {
	const { description, credentials = [] } = new nodeClasses[folder]().description;
	return page(
		`# ${title}`,
		sentence(description),
		table(
			['Node type', 'Credentials'],
			[
				[
					code(`n8n-nodes-huawei-cec.${name}`),
					credentials.map((each) => `${credentialLink(each.name)}${purposeOf(each, resources)}`).join('; '),
				],
			],
		),
		'How operations behave in general, and what **Simplify**, **Return All** and **Options** do, ' +
			'is told [in the index](README.md).',
		contents(resources),
		...resources.flatMap((resource) => [
			`## ${resource.name}`,
			`Value of **Resource**: ${code(resource.value)}`,
			...byName(resource).map((operation) => operationPart(resource, operation)),
		]),
		sharedCodes(resources),
	);
}

/** What a credential is for, where it is not for everything. */
function purposeOf({ required, displayOptions = {} }: INodeCredentialDescription, resources: Resource[]): string {
	if (!required) return ', for some lists only';
	const { show, hide } = displayOptions;
	const names = (values: unknown[] = []) =>
		oneOf(values.map((value) => `**${resources.find((resource) => resource.value === value)?.name ?? String(value)}**`));
	if (show?.resource) return ` for ${names(show.resource)}`;
	return hide?.resource ? ` for all but ${names(hide.resource)}` : '';
}

/** Codes of CEC that mean the same in every operation; HTTP statuses explain themselves. */
function sharedCodes(resources: Resource[]): string | undefined {
	const families = [...new Set(resources.flatMap(({ operations }) => Object.values(operations).map(({ family }) => family)))];
	if (families.length > 1) return undefined;
	const rows = Object.entries(families[0].codes)
		.filter(([key]) => !key.startsWith('HTTP'))
		.sort(([one], [other]) => compareCodes(one, other));
	if (rows.length === 0) return undefined;
	return page(
		'## Codes that hold for all operations',
		table(
			['Code', 'Meaning', 'What to do'],
			rows.map(([key, { means, remedy = '' }]) => [code(key), plain(sentence(means)), plain(remedy)]),
		),
	).trimEnd();
}

/** The heading of an operation; others link to it. */
export function headingOf(resource: Resource, { name, legacy }: Operation): string {
	return `${resource.name}: ${name}${legacy ? ' (Legacy)' : ''}`;
}

export function linkTo(folder: string, resource: Resource, operation: Operation): string {
	const heading = headingOf(resource, operation);
	return `[${heading}](${folder}.md#${anchor(heading)})`;
}

function contents(resources: Resource[]): string {
	return table(
		['Resource', 'Operations'],
		resources.map((resource) => [
			`[${resource.name}](#${anchor(resource.name)})`,
			byName(resource)
				.map((operation) => `[${operation.name}](#${anchor(headingOf(resource, operation))})`)
				.join(', '),
		]),
	);
}

function operationPart(resource: Resource, operation: Operation): string {
	const { action, description, sections, method, pathTemplate, legacy, notice, value, errata = [] } = operation;
	return page(
		`### ${headingOf(resource, operation)}`,
		sentence(plain(description ?? action)),
		legacy && `> **Legacy.** ${sentence(plain(legacy))}`,
		notice && `> **Note.** ${sentence(plain(notice))}`,
		table(
			['Interface', 'Request', 'Value of Operation'],
			[[sections.join(', '), code(`${method} ${pathTemplate}`), code(value)]],
		),
		factsOf(operation)
			.map((fact) => `- ${fact}`)
			.join('\n'),
		fieldsTable(operation) ?? 'No fields.',
		silentFields(operation),
		errata.length > 0 ? departures(operation) : undefined,
	).trimEnd();
}

function departures({ sections, errata = [] }: Operation): string {
	const links = [...new Set(errata.map(({ section }) => section ?? sections[0]))].sort(compareSections);
	const told = links.map((section) => `[${section}](errata.md#${anchor(section)})`);
	return `Differs from what the reference prints: ${told.join(', ')}.`;
}

function byName({ operations }: Resource): Operation[] {
	return Object.values(operations).sort((one, other) => (one.name < other.name ? -1 : 1));
}
