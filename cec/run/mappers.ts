/** Keys for values in the editor, as n8n's resource mapper wants them. */
import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';

import type { Mapper, MappedKey, Mappers } from '../catalogue/mapper';
import { isRecord } from '../formats/paths';
import { pageOf, queryFor } from './editorQuery';

type LoadFields = (this: ILoadOptionsFunctions) => Promise<ResourceMapperFields>;

const ROWS = 100;

/** `methods.resourceMapping` of a node: the keys that each mapper finds. */
export function resourceMappingOf(mappers: Mappers): Record<string, LoadFields> {
	const loading = (mapper: Mapper): LoadFields =>
		async function () {
			const keys = await queryFor(this, mapper, {}, async (query) => {
				const { rows } = await pageOf(query, 0, ROWS);
				return mapper.keys(rows.filter(isRecord), query.values);
			});
			const fields = keys.map(fieldOf);
			return { fields, ...(fields.length === 0 && { emptyFieldsNotice: mapper.none }) };
		};
	return Object.fromEntries(Object.entries(mappers).map(([name, mapper]) => [name, loading(mapper)]));
}

const fieldOf = ({ key, name, type }: MappedKey) => ({
	id: key,
	displayName: name,
	type,
	required: false,
	defaultMatch: false,
	display: true,
});
