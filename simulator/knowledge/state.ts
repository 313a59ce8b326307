import type { Clock } from '../clock';
import { type ArticleSeed, columns as seeds, type ColumnSeed } from './articles';
import { storeName } from './files';

export const COLUMN = 1;
export const ARTICLE = 2;
export const QUESTION = 3;
/** The id that the columns of the first level belong to. */
export const ROOT = '0';

const DAY = 24 * 3600 * 1000;
const YEAR = 365 * DAY;

export interface Attachment {
	id: string;
	key: string;
	name: string;
	type: string;
	bytes: Buffer;
	isInner: boolean;
	createdAt: number;
}

/** A column or an article: the reference has both in one table, "column knowledge". */
export interface Entry {
	id: string;
	/** The id in the table of AppCube. */
	rowId: string;
	type: number;
	name: string;
	code: string;
	parent?: Entry;
	orderId: number;
	html: string;
	summary: string;
	keyword: string;
	serviceStatus: number;
	createdAt: number;
	changedAt: number;
	validUntil: number;
	clicks: number;
	files: Attachment[];
	/** Names of articles it points to. */
	related: string[];
}

/**
 * Where table and samples of chapter 9 differ: `resultCode` and data.url in the tables, `returnCode` and url beside it in
 * all samples.
 */
export type Shape = 'sample' | 'table';

export class KnowledgeBase {
	readonly entries = new Map<string, Entry>();
	shape: Shape = 'sample';
	private last = 0;

	constructor(
		private readonly clock: Clock,
		private readonly tenantId: string,
	) {
		seeds.forEach((seed, at) => this.addColumn(seed, at + 1));
	}

	/** In the order of their codes, so that a column comes before what is in it. */
	childrenOf(parentId: string): Entry[] {
		return [...this.entries.values()].filter(({ parent }) => (parent?.id ?? ROOT) === parentId);
	}

	named(name: string): Entry | undefined {
		return [...this.entries.values()].find((entry) => entry.name === name);
	}

	file(name: string): Attachment | undefined {
		return [...this.entries.values()].flatMap(({ files }) => files).find(({ key }) => key.endsWith(`/${name}`));
	}

	report(): object[] {
		return [...this.entries.values()].map(({ parent, files, ...entry }) => ({
			...entry,
			parentId: parent?.id ?? ROOT,
			files: files.map(({ bytes, ...file }) => ({ ...file, size: bytes.length })),
		}));
	}

	private addColumn({ name, columns = [], articles = [] }: ColumnSeed, orderId: number, parent?: Entry): void {
		const column = this.add({ type: COLUMN, name, orderId, parent }, { name, html: '', daysOld: 500 });
		columns.forEach((one, at) => this.addColumn(one, at + 1, column));
		articles.forEach((one, at) => {
			const type = one.isQuestion ? QUESTION : ARTICLE;
			this.add({ type, name: one.name, orderId: columns.length + at + 1, parent: column }, one);
		});
	}

	private add(place: Pick<Entry, 'type' | 'name' | 'orderId' | 'parent'>, seed: ArticleSeed): Entry {
		const now = this.clock.now();
		const { daysOld = 0, changedDaysAgo = daysOld } = seed;
		const createdAt = now - daysOld * DAY;
		const entry: Entry = {
			...place,
			id: this.nextId(),
			rowId: `caBE${String(this.last).padStart(16, '0')}`,
			code: `${place.parent?.code ?? ''}${String(place.orderId).padStart(3, '0')}`,
			html: seed.html,
			summary: seed.summary ?? '',
			keyword: seed.keyword ?? '',
			serviceStatus: seed.serviceStatus ?? 1,
			createdAt,
			changedAt: now - changedDaysAgo * DAY,
			validUntil: createdAt + 3 * YEAR,
			clicks: 0,
			files: [],
			related: seed.related ?? [],
		};
		entry.files = (seed.files ?? []).map(({ name, bytes, isInner = false }) => {
			const id = this.nextId();
			const key = `ccikbs/file/${this.tenantId}/${storeName(id)}`;
			return { id, key, name, bytes, isInner, type: name.slice(name.lastIndexOf('.') + 1), createdAt };
		});
		this.entries.set(entry.id, entry);
		return entry;
	}

	/** Nineteen digits, more than a number in JSON keeps. */
	private nextId(): string {
		return `12863168413287${String(++this.last).padStart(5, '0')}`;
	}
}
