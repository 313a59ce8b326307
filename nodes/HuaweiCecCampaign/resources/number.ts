import { done, entries, object } from '../../../cec/catalogue/answer';
import { choice, dateTime, integer, json, list, pick, rows, rowsOrJson, text, yesNo, type Fields } from '../../../cec/catalogue/field';
import { operation, resource, type Operation } from '../../../cec/catalogue/operation';
import { campaignGone, isales } from '../../../cec/families/isales';
import { checkSchedule, importFields, importQuery, untilImported } from './fileImport';
import { CODES_OF_ONE_VALUE, NO_SPECIAL, NO_SPECIAL_MEANS, ofCampaign, phoneNumber, V1, V2, vdn } from './shared';

const contactId = text('Contact ID', 'Your own ID of the customer; every result brings it back').max(32);
const batchId = text('Batch ID', 'Your own name for this load of numbers; statistics can be asked for by it').max(200);
const recycleTime = dateTime('Delete After', 'A mark by which numbers can be deleted later; nothing happens by itself');

const aboutContact: Fields = {
	sessionId: contactId.named('contactId'),
	caller: text('Displayed Number', 'Shown to this customer instead of the number of the campaign').max(24),
	customField: batchId.only(NO_SPECIAL, NO_SPECIAL_MEANS).named('batchId'),
	recycleTime,
	callData: json('Call Data', 'Data that go with the call, at most 1024 characters of JSON. IVR flows can read them.').asJsonText().max(1024),
};

const numbers = rows('Numbers', 'Number', {
	calledNo: phoneNumber('Number').required(),
	delayTime: integer('Delay', 'Seconds to wait before this number is called').between(0, 86400).startsAs(0).asText(),
	type: pick('numberTypes', 'Number Type', 'Needed when the campaign tries numbers by type, or in rounds').max(20),
}).required();

const NUMBERS_AS_JSON =
	'For contacts with a varying number of numbers: a list such as [{"calledNo": "447700900123", "delayTime": 0, "type": "mobile"}]';

const codes = {
	...campaignGone,
	'0200018': { means: 'The same number was given twice', remedy: 'Remove one of them.' },
	'0200019': {
		means: 'The campaign is running or finished, so it takes no numbers',
		remedy: 'Pause it first, add the numbers, and resume it.',
	},
	'0200020': {
		means: 'The campaign has 200,000 numbers left to call already',
		remedy: 'Let it work them off, or use another campaign.',
	},
	'0200022': { means: 'Numbers came too fast one after the other', remedy: 'Let only one workflow add numbers to a campaign at a time.' },
	'0200024': { means: 'The number is on the blocklist', remedy: 'Take it off the blocklist, or leave it out.' },
	'0200029': { means: 'CEC takes fewer numbers at once than the reference says', remedy: 'Ask the operator for isales.api.calldata.max.' },
	'0200030': { means: 'A date has the wrong format', remedy: 'Check "Delete After".' },
};

const adding = {
	path: ofCampaign,
	risk: 'write' as const,
	gapMs: 1050,
	nothingDoneCodes: ['0200022'],
	findOut: 'Ask for results by Contact ID, or for the progress of the batch, before you add the number again.',
	codes,
	answer: done('success', 'returnObject.totalSize'),
};

const piece = {
	list: 'callDataList',
	from: 'item' as const,
	size: 20,
	noun: ['contact', 'contacts'] as [string, string],
	halveOn: ['0200018', '0200024', '0200030', ...CODES_OF_ONE_VALUE],
};

const deletableHint = 'Only numbers that match everything given here are deleted';

export const number = resource('number', 'Number', isales, {
	add: operation('7.4.2', {
		name: 'Add',
		action: 'Add numbers to a campaign',
		description: 'Add one contact per item, each with one or several numbers. The campaign must be paused.',
		request: `POST ${V2}/calldata/{campaignId}`,
		...adding,
		body: {
			callDataList: rows('Contacts', 'Contact', {
				...rowsOrJson('called', numbers, NUMBERS_AS_JSON),
				...aboutContact,
			}).required(),
		},
		batch: { ...piece, unique: (entry) => keysOfContact(entry) },
	}),

	addV1: operation('7.4.1', {
		name: 'Add V1',
		action: 'Add numbers to a campaign with version 1',
		description: 'Add one number per item. The campaign must be paused.',
		request: `POST ${V1}/calldata/{campaignId}`,
		...adding,
		body: {
			callDataList: rows('Numbers', 'Number', { called: phoneNumber('Number').named('number').required(), ...aboutContact }).required(),
		},
		batch: { ...piece, unique: (entry) => [String((entry as { called: unknown }).called)] },
		legacy: 'For versions of CEC that do not know "Add" yet.',
	}),

	delete: operation('7.4.3', {
		name: 'Delete',
		action: 'Delete numbers of a campaign',
		description: 'Delete numbers that were not called yet. The campaign must be paused.',
		request: `POST ${V1}/calldata/{campaignId}/delete`,
		risk: 'destructive',
		path: ofCampaign,
		body: {
			sessionId: contactId.named('contactId').called('Contact ID', deletableHint).shown(),
			called: phoneNumber('Number', deletableHint).named('number').shown(),
			customField: batchId.named('batchId').called('Batch ID', deletableHint).shown(),
			recycleTime: dateTime('Delete After', 'Numbers with this mark; how it is compared is set below').shown(),
			recycleType: choice('Compare Delete After', {
				1: 'On or Before That Day',
				2: 'On That Day',
				3: 'At Exactly That Time',
			})
				.asText()
				.startsAs(2),
			archiveHistory: yesNo('Keep History', 'Whether to move the numbers to the history instead of deleting them').sentAs(0, 1).startsAs(true).shown(),
		},
		// Without any of them CEC would delete every number of the campaign.
		check: ({ sessionId, called, customField, recycleTime: mark }) =>
			[sessionId, called, customField, mark].some(Boolean)
				? undefined
				: 'Say which numbers to delete: "Contact ID", "Number", "Batch ID" or "Delete After"',
		successCodes: /^(0+|020000)$/,
		answer: done('deleted', 'successCount'),
		codes: {
			...campaignGone,
			'0200028': { means: 'The campaign is running, so its numbers cannot be deleted', remedy: 'Pause it first.' },
			'0200030': codes['0200030'],
		},
		errata: [
			{
				printed: 'success as 0200000 in the table, 020000 in the sample',
				sent: 'nothing; both count as success',
				why: 'The sample may be a misprint, or what a server sends.',
			},
		],
	}),

	get: operation('7.4.6', {
		name: 'Get',
		action: 'Get the numbers of outbound data',
		description: 'Get numbers and properties of one contact by its data ID',
		request: `GET ${V1}/calldata/{campaignId}/{dataId}`,
		risk: 'read',
		path: { ...ofCampaign, dataId: text('Data ID', 'ID of the outbound data, from the call data of a call (iSales.ServiceID)').required() },
		answer: object('data'),
		codes: campaignGone,
		errata: [
			{
				printed: 'dataId as int',
				sent: 'a text in the path',
				why: 'The ids have 20 digits, more than a number holds exactly.',
			},
		],
	}),

	importFile: operation('7.4.8', {
		name: 'Import File',
		action: 'Import a file of numbers',
		description: 'Add the contacts of an Excel file on a file server',
		request: `POST ${V1}/calldatafile/uploadFileServer/{campaignId}`,
		risk: 'write',
		findOut: 'Look with "Get Many Imports".',
		path: ofCampaign,
		body: importFields,
		check: checkSchedule,
		answer: done('success', 'importTaskId'),
		wait: untilImported((): Operation => number.operations.getManyImports),
		errata: [
			{
				printed: '[[{…}]] in the column of numbers, delays up to 7200 seconds',
				sent: 'nothing; write [{…}] into the file, with delays up to 86400 seconds',
				why: '7.4.2 describes the same list with one pair of brackets and the larger limit.',
			},
		],
	}),

	getManyImports: operation('7.4.9', {
		...importQuery,
		action: 'Get many imports of number files',
		request: `POST ${V1}/calldatafile/queryDataImportTask/{campaignId}`,
		path: ofCampaign,
	}),
});

export const numberType = resource('numberType', 'Number Type', isales, {
	create: operation('7.4.4', {
		name: 'Create',
		action: 'Create number types',
		description: 'Create any number of types by which campaigns can order and retry numbers',
		request: `POST ${V1}/callNoType/add`,
		risk: 'write',
		path: vdn,
		body: {
			callNoTypes: list('Number Types')
				.maxEach(20)
				.only(/^[A-Za-z0-9-]*$/, 'letters, digits and -')
				.named('numberTypes')
				.required(),
		},
		batch: {
			list: 'callNoTypes',
			from: 'entries',
			size: 20,
			as: 'numberType',
			noun: ['number type', 'number types'],
			halveOn: CODES_OF_ONE_VALUE,
			unique: (type) => [String(type)],
		},
		successCodes: /^(0+|020000)$/,
		answer: done(),
		errata: [
			{
				printed: 'success as 0200000 in the table, the number 0 in the sample',
				sent: 'nothing; both count as success',
				why: 'The sample may be a misprint, or what a server sends.',
			},
		],
	}),

	getMany: operation('7.4.5', {
		name: 'Get Many',
		action: 'Get many number types',
		request: `GET ${V1}/callNoType/query`,
		risk: 'read',
		path: vdn,
		answer: entries('data', { as: 'numberType' }),
	}),
});

function keysOfContact(entry: unknown): string[] {
	const { sessionId = '', called } = entry as { sessionId?: string; called: Array<{ calledNo: string }> };
	return called.map(({ calledNo }) => `${sessionId} ${calledNo}`);
}
