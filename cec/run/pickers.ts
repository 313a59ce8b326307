/** The lists from which ids are picked in the editor: searched, paged, and through the same transport as runs. */
import {
	NodeOperationError,
	type ILoadOptionsFunctions,
	type INodeListSearchItems,
	type INodeListSearchResult,
	type INodePropertyOptions,
} from 'n8n-workflow';

import type { Operation } from '../catalogue/operation';
import type { Picker, Pickers } from '../catalogue/picker';
import { at, isRecord } from '../formats/paths';
import { buildRequest } from '../request/build';
import type { Json } from '../request/readAnswer';
import { pageOf, queryFor, type Query } from './editorQuery';

type ListSearch = (this: ILoadOptionsFunctions, filter?: string, paginationToken?: unknown) => Promise<INodeListSearchResult>;
type LoadOptions = (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>;

const PAGE = 100;
/** A list of checkboxes with more entries than this helps nobody. */
const MOST_OPTIONS = 1000;
/** Rows may name few entries again and again, such as calls their agents. */
const MOST_PAGES = 30;
/** Pages to look through for a search that CEC itself does not offer, before the user has to scroll on. */
const PAGES_PER_SEARCH = 10;

/** `methods.listSearch` of a node: one search for each picker. */
export function listSearchOf(pickers: Pickers): Record<string, ListSearch> {
	return mapValues(
		pickers,
		(picker): ListSearch =>
			async function (filter, paginationToken) {
				return await search(this, picker, filter, Number(paginationToken ?? 0));
			},
	);
}

/** `methods.loadOptions` of a node: the same lists where several entries can be chosen. */
export function loadOptionsOf(pickers: Pickers): Record<string, LoadOptions> {
	return mapValues(
		pickers,
		(picker): LoadOptions =>
			async function () {
				return await everything(this, picker);
			},
	);
}

async function search(
	context: ILoadOptionsFunctions,
	picker: Picker,
	filter: string | undefined,
	start: number,
): Promise<INodeListSearchResult> {
	for (let index = start; ; index += 1) {
		const { items, isLast } = await entriesAt(context, picker, filter, index);
		const results = picker.search || !filter ? items : items.filter(({ name }) => contains(name, filter));
		const mayGoOn = results.length === 0 && index - start < PAGES_PER_SEARCH;
		if (isLast) return { results };
		if (!mayGoOn) return { results, paginationToken: String(index + 1) };
	}
}

async function everything(context: ILoadOptionsFunctions, picker: Picker): Promise<INodePropertyOptions[]> {
	let options: INodeListSearchItems[] = [];
	for (let index = 0; options.length < MOST_OPTIONS && index < MOST_PAGES; index += 1) {
		const { items, isLast } = await entriesAt(context, picker, undefined, index);
		options = onlyOnce([...options, ...items]);
		if (isLast) break;
	}
	return options;
}

async function entriesAt(
	context: ILoadOptionsFunctions,
	picker: Picker,
	filter: string | undefined,
	index: number,
): Promise<{ items: INodeListSearchItems[]; isLast: boolean }> {
	if (picker.by) return await entriesAt(context, chosenBy(context, picker.title, picker.by), filter, index);
	if (picker.searchOnly && !filter) throw new NodeOperationError(context.getNode(), `Type a text to search for ${picker.title}`);
	const searched = picker.search && filter ? { [picker.search]: filter } : {};
	return await queryFor(context, picker, searched, async (query) => {
		if (picker.tree) return { items: await treeOf(query, picker), isLast: true };
		const { rows, isLast } = await pageOf(query, index, PAGE);
		return { items: onlyOnce(rows.flatMap((row) => toItems(picker, row))), isLast };
	});
}

function chosenBy(context: ILoadOptionsFunctions, title: string, { field, lists }: NonNullable<Picker['by']>): Picker {
	const chosen = lists[String(context.getCurrentNodeParameter(field))];
	if (chosen) return chosen;
	throw new NodeOperationError(context.getNode(), `There is no list of such ${title}: choose "By ID" and type what it is`);
}

/** Rows that hold lists may name an entry several times. */
function onlyOnce(items: INodeListSearchItems[]): INodeListSearchItems[] {
	return [...new Map(items.map((item) => [item.value, item])).values()];
}

/** Everything below the root, level by level. */
async function treeOf({ client, ask, values, around }: Query, picker: Picker): Promise<INodeListSearchItems[]> {
	const { under, root, key } = picker.tree!;
	const items: INodeListSearchItems[] = [];
	let level = [{ id: root, path: '' }];
	while (level.length > 0 && items.length < MOST_OPTIONS) {
		const next: typeof level = [];
		for (const { id, path } of level) {
			const answer = await client.ask(ask, buildRequest(ask, { ...values, [under]: id }, around));
			for (const row of rowsOf(answer, ask)) {
				for (const { name, value } of toItems(picker, row)) {
					items.push({ name: path + name, value });
					next.push({ id: String(key === undefined ? value : row[key]), path: `${path + name} / ` });
				}
			}
		}
		level = next;
	}
	return items;
}

const rowsOf = (answer: Json, { answer: { path = '' } }: Operation): Json[] => {
	const rows = at(answer, path);
	return Array.isArray(rows) ? rows.filter(isRecord) : [];
};

function toItems(picker: Picker, row: unknown): INodeListSearchItems[] {
	const found = picker.entry(isRecord(row) ? row : { value: row });
	return [found ?? []]
		.flat()
		.filter(({ id }) => id !== undefined && id !== null)
		.map(({ id, name }) => ({ name, value: String(id) }));
}

function contains(name: string, filter: string): boolean {
	return name.toLowerCase().includes(filter.toLowerCase());
}

function mapValues<From, To>(record: Record<string, From>, change: (value: From) => To): Record<string, To> {
	return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
