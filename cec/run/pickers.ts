/** The lists from which ids are picked in the editor: searched, paged, and through the same transport as runs. */
import {
	NodeOperationError,
	type ILoadOptionsFunctions,
	type INodeListSearchItems,
	type INodeListSearchResult,
	type INodePropertyOptions,
} from 'n8n-workflow';

import { inWay, type Operation } from '../catalogue/operation';
import type { Picker, Pickers } from '../catalogue/picker';
import { pageFor } from '../catalogue/paging';
import { at, isRecord } from '../formats/paths';
import { buildRequest } from '../request/build';
import { plain, type Surroundings, type Values } from '../request/encode';
import type { Json } from '../request/readAnswer';
import { CecClient } from '../transport/client';
import { pageAt } from '../transport/pages';
import { nodeError } from './errors';

type ListSearch = (this: ILoadOptionsFunctions, filter?: string, paginationToken?: unknown) => Promise<INodeListSearchResult>;
type LoadOptions = (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>;

const SETTINGS = { timeoutMs: 20_000, requestsPerSecond: 0 };
const PAGE = 100;
/** A list of checkboxes with more entries than this helps nobody. */
const MOST_OPTIONS = 1000;
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
	const options: INodePropertyOptions[] = [];
	for (let index = 0; options.length < MOST_OPTIONS; index += 1) {
		const { items, isLast } = await entriesAt(context, picker, undefined, index);
		options.push(...items);
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
	const ask = inWay(picker.ask, picker.ask.ways && String(context.getCurrentNodeParameter(picker.ask.waysBy ?? 'authentication')));
	try {
		const client = new CecClient(context, SETTINGS);
		const values: Values = { ...picker.given, ...needed(context, picker) };
		if (picker.search && filter) values[picker.search] = filter;
		const around = { zone: context.getTimezone(), credential: await client.credential(ask) };
		if (picker.tree) return { items: await treeOf(client, picker, ask, values, around), isLast: true };
		const size = ask.page ? pageFor(ask.page, values, PAGE) : PAGE;
		const request = buildRequest(ask, values, around);
		const { rows, isLast } = await pageAt(ask, request, index, size, async (page) => await client.ask(ask, page));
		return { items: rows.flatMap((row) => toItem(picker, row)), isLast };
	} catch (error) {
		throw friendly(context, picker, error);
	}
}

/** Everything below the root, level by level. */
async function treeOf(client: CecClient, { tree, entry }: Picker, ask: Operation, values: Values, around: Surroundings): Promise<INodeListSearchItems[]> {
	const { under, root } = tree!;
	const items: INodeListSearchItems[] = [];
	let level = [{ id: root, path: '' }];
	while (level.length > 0 && items.length < MOST_OPTIONS) {
		const next: typeof level = [];
		for (const { id, path } of level) {
			const answer = await client.ask(ask, buildRequest(ask, { ...values, [under]: id }, around));
			for (const row of rowsOf(answer, ask)) {
				const found = entry(row);
				if (!found) continue;
				const name = path + found.name;
				items.push({ name, value: String(found.id) });
				next.push({ id: String(found.id), path: `${name} / ` });
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

function needed(context: ILoadOptionsFunctions, { needs = {}, of = '', title }: Picker): Values {
	return Object.fromEntries(
		Object.entries(needs).map(([key, parameter]) => {
			const value = plain(context.getCurrentNodeParameter(parameter));
			if (value === undefined || value === '') {
				throw new NodeOperationError(context.getNode(), `Choose the ${of} first: ${title} belong to one`);
			}
			return [key, value];
		}),
	);
}

function toItem(picker: Picker, row: unknown): INodeListSearchItems[] {
	const found = picker.entry(typeof row === 'object' && row !== null ? (row as Json) : { value: row });
	if (!found || found.id === undefined || found.id === null) return [];
	return [{ name: found.name, value: String(found.id) }];
}

/** A picker may need a credential that the node itself can do without. */
function friendly(context: ILoadOptionsFunctions, { title, ask }: Picker, error: unknown): Error {
	const node = context.getNode();
	if (node.credentials?.[ask.family.credential]) return nodeError(node, error);
	const name = ask.family.credential === 'huaweiCecAppApi' ? 'Huawei CEC App API' : 'Huawei CEC Signature API';
	// The editor shows the message alone.
	const message = `The list of ${title} needs the credential "${name}": add it to this node, or choose "By ID" and type the id`;
	return new NodeOperationError(node, message);
}

function contains(name: string, filter: string): boolean {
	return name.toLowerCase().includes(filter.toLowerCase());
}

function mapValues<From, To>(record: Record<string, From>, change: (value: From) => To): Record<string, To> {
	return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
