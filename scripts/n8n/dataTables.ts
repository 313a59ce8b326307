import type { IDataObject } from 'n8n-workflow';

import type { Session } from './session';

export interface DataTableColumn {
	name: string;
	type: 'string' | 'number' | 'boolean' | 'date';
}

export interface DataTable {
	id: string;
	name: string;
	projectId: string;
	columns: DataTableColumn[];
}

/** n8n gives no more however many are asked for. */
const mostAtOnce = 250;

/** n8n's own tables, in the project of the signed-in person. */
export class DataTables {
	private project?: Promise<string>;

	constructor(private readonly session: Session) {}

	async all(): Promise<DataTable[]> {
		return await this.pages<DataTable>(await this.path());
	}

	/** The table of that name, made where there is none. */
	async ensure(name: string, columns: DataTableColumn[]): Promise<DataTable> {
		const found = (await this.all()).find((table) => table.name === name);
		return found ?? (await this.session.post<DataTable>(await this.path(), { name, columns }));
	}

	async insert({ id }: DataTable, rows: IDataObject[]): Promise<void> {
		await this.session.post(`${await this.path()}/${id}/insert`, { data: rows });
	}

	async rows({ id }: DataTable): Promise<IDataObject[]> {
		return await this.pages<IDataObject>(`${await this.path()}/${id}/rows`);
	}

	async delete({ id }: DataTable): Promise<void> {
		await this.session.delete(`${await this.path()}/${id}`);
	}

	private async pages<T>(path: string): Promise<T[]> {
		const all: T[] = [];
		for (;;) {
			const { data, count } = await this.session.get<{ data: T[]; count: number }>(`${path}?take=${mostAtOnce}&skip=${all.length}`);
			all.push(...data);
			if (data.length === 0 || all.length >= count) return all;
		}
	}

	private async path(): Promise<string> {
		this.project ??= this.session.get<{ id: string }>('/rest/projects/personal').then(({ id }) => id);
		return `/rest/projects/${await this.project}/data-tables`;
	}
}
