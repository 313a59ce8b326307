/** The page of a node: every resource and operation with its fields. */
import type { Operation, Resource } from '../../cec/catalogue/operation';
import type { CataloguedNode } from '../catalogue/nodes';
import { nodeClasses } from '../catalogue/published';
import { compareSections } from './sections';
import { factsOf } from './facts';
import { fieldsTable, silentFields } from './fields';
import { anchor, code, page, plain, sentence, table } from './markdown';

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
					credentials
						.map((each) => `${code(each.name)}${each.required ? '' : ' (for some lists only)'}`)
						.join(', '),
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
	);
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
