/** The page that tells which interfaces of the reference are offered, and where. */
import { exportCatalogue } from '../catalogue/export';
import { actionNodes, ways } from '../catalogue/nodes';
import { credentialClasses, nodeClasses } from '../catalogue/published';
import { code, page, table } from './markdown';
import { linkTo } from './nodePage';
import { chapterOf, chapters, compareSections } from './sections';

interface Row {
	section: string;
	request: string;
	where: string;
}

/** Described by the reference without being an interface: nothing is called. */
const NO_INTERFACE = ['4.3', '4.5'];

/** How many interfaces of the reference this version offers, and how many there are. */
export function coverageCounts(): { offered: number; all: number } {
	return { offered: countOf(allRows()), all: chapters.reduce((sum, { interfaces }) => sum + interfaces, 0) };
}

export function coveragePage(): string {
	const rows = allRows();
	const offeredIn = (chapter: number) => countOf(rows.filter(({ section }) => chapterOf(section) === chapter));
	const counts = coverageCounts();
	const touched = chapters.filter(({ number }) => rows.some(({ section }) => chapterOf(section) === number));
	return page(
		'# Which interfaces are offered',
		`The reference of CEC 2.6 describes ${counts.all} interfaces. This version offers ${counts.offered} of them. ` +
			'A section that two operations use, such as 5.1.4, counts once.',
		table(
			['Chapter', 'About', 'Interfaces', 'Offered'],
			chapters.map(({ number, about, interfaces }) => [
				String(number),
				about,
				String(interfaces),
				String(offeredIn(number) || '–'),
			]),
		),
		...touched.flatMap(({ number, about }) => [
			`## ${number} ${about}`,
			table(
				['Section', 'Request', 'Offered as'],
				rows
					.filter(({ section }) => chapterOf(section) === number)
					.map(({ section, request, where }) => [section, request, where]),
			),
		]),
	);
}

function countOf(rows: Row[]): number {
	return new Set(rows.map(({ section }) => section).filter((section) => !NO_INTERFACE.includes(section))).size;
}

function allRows(): Row[] {
	const { operations, callbacks } = exportCatalogue();
	return [
		...operations.map(({ interface: section, node, resource, operation, method, path }) => ({
			section,
			request: code(`${method} ${path}`),
			where: linkOf(node, resource, operation),
		})),
		...callbacks.map(({ interface: section, node }) => ({
			section,
			request: 'CEC calls',
			where: triggerLink(node),
		})),
		...ways.map(({ interface: section, credential }) => ({
			section,
			request: NO_INTERFACE.includes(section) ? 'a signature in every request' : 'sign-in',
			where: `credential ${credentialTitle(credential)}`,
		})),
	].sort((one, other) => compareSections(one.section, other.section) || (one.where < other.where ? -1 : 1));
}

function linkOf(node: string, resource: string, operation: string): string {
	const offering = actionNodes.find(({ name }) => name === node);
	// What a trigger asks for by itself is no operation of a node.
	if (!offering) return triggerLink(node);
	const { folder, title, resources } = offering;
	const found = resources.find(({ value }) => value === resource)!;
	return `${title}, ${linkTo(folder, found, found.operations[operation])}`;
}

function triggerLink(node: string): string {
	const [folder, Trigger] = Object.entries(nodeClasses).find(([, Node]) => new Node().description.name === node)!;
	return `[${new Trigger().description.displayName}](${folder}.md)`;
}

function credentialTitle(name: string): string {
	const Credential = Object.values(credentialClasses).find((Each) => new Each().name === name)!;
	return new Credential().displayName;
}
