/** The fields that ticket types, and processes of old tasks, add to their tickets and tasks. */
import type { MappedKey, Mappers } from '../../cec/catalogue/mapper';
import { inside } from './resources/legacyShared';
import { legacyTask } from './resources/legacyTask';
import { legacyTicket } from './resources/legacyTicket';
import { ticket } from './resources/ticket';

/** Answers show these under other names too; they are no fields of a template. */
const BUILT_IN = /^AICC__(IsCanced|IsSuspend|Origin|Priority|Reason|State|Status|Type)__CST$/;

const OTHERWISE = 'Set "Specify Custom Fields" to "Using JSON".';
const NO_TICKET = `No ticket of this type shows custom fields. Where there is no ticket yet: ${OTHERWISE}`;

type Row = Record<string, unknown>;

export const mappers: Mappers = {
	customFields: {
		title: 'custom fields',
		ask: ticket.operations.getMany,
		needs: { type: 'ticketTypeId' },
		of: 'ticket type',
		keys: customFieldsIn,
		none: NO_TICKET,
	},
	legacyCustomFields: {
		title: 'custom fields',
		ask: legacyTicket.operations.getMany,
		given: { customFieldsInput: 'none' },
		needs: { caseTypeCode: 'ticketTypeCode' },
		of: 'ticket type',
		// CEC does not filter old tickets by type.
		keys: (rows, { caseTypeCode }) => customFieldsIn(rows.filter((row) => row.caseTypeCode === caseTypeCode)),
		none: NO_TICKET,
	},
	legacyTaskFields: {
		title: 'custom fields',
		ask: legacyTask.operations.getItem,
		needs: { id: 'taskItemId' },
		of: 'task item',
		keys: (rows) => customFieldsIn(rows.flatMap((row) => [row, inside(row, 'schema')]).flatMap((row) => [row, inside(row, 'taskInstanceId')])),
		none: `The task shows no custom fields. If it has some: ${OTHERWISE}`,
	},
};

/** No interface lists the fields of a template, but tickets and tasks show all of them, filled in or not. */
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
