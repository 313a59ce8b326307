/** What the two imports from a file server share: numbers (7.4.8) and blocklists (7.3.5). */
import { entries, nameOf } from '../../../cec/catalogue/answer';
import { choice, integer, list, pick, text } from '../../../cec/catalogue/field';
import type { Operation, Waiting } from '../../../cec/catalogue/operation';
import { byOffset } from '../../../cec/catalogue/paging';
import { onlyOne } from './shared';

const STATUS = { 0: 'Preparing', 1: 'Running', 2: 'Done', 3: 'Failed' };

export const importFields = {
	serverId: pick('fileServers', 'File Server').required(),
	fileName: text('File Name', 'Excel file on the server, at most 500,000 rows').required().example('e.g. leads.xlsx'),
	filePath: text('Folder', 'Below the default folder of the server; that itself when left empty').example('e.g. /isales/20260131'),
	hour: integer('Hour', 'Import later today at this hour; together with "Minute"').between(0, 23).startsAs(8).asText(),
	minute: choice('Minute', { '00': 'On the Hour', '30': 'Half Past' }, 'Together with "Hour"').startsAs('00'),
};

export const checkSchedule = ({ hour, minute }: Record<string, unknown>): string | undefined =>
	onlyOne(hour, minute) ? '"Hour" and "Minute" are given together or not at all' : undefined;

/** How imports are asked for, of numbers (7.4.9) and of blocklists (7.3.6) alike. */
export const importQuery = {
	name: 'Get Many Imports',
	risk: 'read' as const,
	body: { importTaskIds: list('Import IDs', 'Only these imports') },
	page: byOffset({ max: 100, total: 'count' }),
	answer: entries('result', { adds: { statusName: nameOf('status', STATUS) } }),
	codes: { '0200006': { means: 'A value holds characters that CEC does not allow', remedy: 'Check "Import IDs".' } },
	errata: [
		{
			printed: 'importTaskIds in the sample only',
			sent: 'importTaskIds when it is given',
			why: 'The table lacks it; the sample filters by it.',
		},
	],
};

/** Waits for the end of an import by asking for its task. */
export const untilImported = (ask: () => Operation): Waiting => ({
	toggle: {
		label: 'Wait Until Imported',
		hint: 'Whether to wait until CEC has read the file, and return how many rows it took, knew already and refused',
	},
	what: ({ importTaskId }) => `The import ${String(importTaskId)}`,
	ask,
	given: (values, answer) => ({ campaignId: values.campaignId, importTaskIds: [answer.importTaskId] }),
	read: ({ status, errMsg }) => {
		if (String(status) === '2') return { state: 'done' };
		return String(status) === '3' ? { state: 'failed', reason: String(errMsg ?? '') } : { state: 'running' };
	},
	everyMs: 3000,
	minutes: 30,
	remedy: 'Mend the file and import it again.',
});
