import { done, entries } from '../../../cec/catalogue/answer';
import { choice, dateTime, integer, list } from '../../../cec/catalogue/field';
import { operation, resource, type Operation } from '../../../cec/catalogue/operation';
import { byOffset } from '../../../cec/catalogue/paging';
import { isales } from '../../../cec/families/isales';
import { checkSchedule, importFields, importQuery, untilImported } from './fileImport';
import { CODES_OF_ONE_VALUE, DIGITS_AND_SIGNS, DIGITS_AND_SIGNS_MEANS, onlyOne, phoneNumber, V1, vdn } from './shared';

const numbers = list('Phone Numbers').maxEach(24).only(DIGITS_AND_SIGNS, DIGITS_AND_SIGNS_MEANS);

export const blocklist = resource('blocklist', 'Blocklist', isales, {
	add: operation('7.3.1', {
		name: 'Add',
		action: 'Add numbers to the blocklist',
		description: 'Keep campaigns from calling numbers, for good or for a while',
		request: `POST ${V1}/blocklist/add`,
		risk: 'write',
		path: vdn,
		body: {
			blocklist: numbers.named('phoneNumbers').required(),
			validityExpirationTime: dateTime('Blocked Until', 'Counts before "Blocked For"'),
			validityTime: integer('Blocked For', 'Hours').between(1, 120).startsAs(24),
			restrictTimes: integer('Calls Allowed', 'How many calls the number may still get in each period; together with "Period"').between(1, 100).startsAs(1),
			restrictPeriod: choice('Period', { 0: 'Hour', 1: 'Day' }, 'Together with "Calls Allowed"').asText().startsAs(1),
		},
		batch: {
			list: 'blocklist',
			from: 'entries',
			size: 20,
			as: 'phoneNumber',
			noun: ['number', 'numbers'],
			halveOn: ['0200007', '0200018', ...CODES_OF_ONE_VALUE],
			unique: (number) => [String(number)],
		},
		check: ({ restrictTimes, restrictPeriod }) =>
			onlyOne(restrictTimes, restrictPeriod) ? '"Calls Allowed" and "Period" are given together or not at all' : undefined,
		answer: done(),
		codes: {
			'0200007': { means: 'The number is on the blocklist already' },
			'0200018': { means: 'The same number was given twice' },
			'0200029': { means: 'CEC takes fewer numbers at once than the reference says', remedy: 'Add fewer numbers with each item.' },
		},
	}),

	remove: operation('7.3.2', {
		name: 'Remove',
		action: 'Remove a number from the blocklist',
		request: `POST ${V1}/blocklist/delete`,
		risk: 'write',
		path: vdn,
		body: { blocklistNo: phoneNumber('Phone Number').named('phoneNumber').required() },
		answer: done('deleted'),
	}),

	removeAll: operation('7.3.3', {
		name: 'Remove All',
		action: 'Remove all numbers from the blocklist',
		description: 'Empty the blocklist of the whole VDN: every number may be called again',
		request: `DELETE ${V1}/blocklist`,
		risk: 'destructive',
		path: vdn,
		answer: done('deleted'),
	}),

	getMany: operation('7.3.4', {
		name: 'Get Many',
		action: 'Get many blocklist numbers',
		description: 'Get the numbers on the blocklist, or whether certain numbers are on it',
		request: `POST ${V1}/blocklist/query`,
		risk: 'read',
		path: vdn,
		body: { blocklist: numbers.named('phoneNumbers').called('Phone Numbers', 'Only these numbers, at most 20').max(20) },
		page: byOffset({ max: 100, unless: 'blocklist' }),
		answer: entries('data'),
		errata: [
			{
				printed: 'limit and offset beside blocklist in one table',
				sent: 'either limit and offset, or blocklist',
				why: 'The note says that exactly one of them is given.',
			},
		],
	}),

	importFile: operation('7.3.5', {
		name: 'Import File',
		action: 'Import a blocklist file',
		description: 'Add the numbers of an Excel file on a file server',
		request: `POST ${V1}/blackfile/uploadFileServer`,
		risk: 'write',
		findOut: 'Look with "Get Many Imports".',
		path: vdn,
		body: importFields,
		check: checkSchedule,
		answer: done('success', 'importTaskId'),
		wait: untilImported((): Operation => blocklist.operations.getManyImports),
	}),

	getManyImports: operation('7.3.6', {
		...importQuery,
		action: 'Get many imports of blocklist files',
		request: `POST ${V1}/blackfile/queryDataImportTask`,
		path: vdn,
	}),
});
