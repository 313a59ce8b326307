/** The fields that a ticket type adds to its tickets. */
import type { MappedKey, Mappers } from '../../cec/catalogue/mapper';
import { ticket } from './resources/ticket';

/** Answers show these under other names too; they are no fields of a template. */
const BUILT_IN = /^AICC__(IsCanced|IsSuspend|Origin|Priority|Reason|State|Status|Type)__CST$/;

type Row = Record<string, unknown>;

export const mappers: Mappers = {
	customFields: {
		title: 'custom fields',
		ask: ticket.operations.getMany,
		needs: { type: 'ticketTypeId' },
		of: 'ticket type',
		keys: customFieldsIn,
		none: 'No ticket of this type shows custom fields. Where there is no ticket yet, set "Specify Custom Fields" to "Using JSON".',
	},
};

/** No interface lists the fields of a template, but tickets show all of them, filled in or not. */
function customFieldsIn(rows: Row[]): MappedKey[] {
	const keys = new Set(rows.flatMap((row) => Object.keys(row)));
	return [...keys]
		.filter((key) => key.endsWith('__CST') && !BUILT_IN.test(key))
		.sort()
		.map((key) => ({ key, name: key.replace(/^AICC__/, '').replace(/__CST$/, ''), type: typeOf(key, rows) }));
}

function typeOf(key: string, rows: Row[]): MappedKey['type'] {
	const found = typeof rows.map((row) => row[key]).find((value) => value !== undefined && value !== null);
	return found === 'number' || found === 'boolean' ? found : 'string';
}
