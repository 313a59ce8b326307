import type { Codes, Family } from '../catalogue/family';

/**
 * Outbound campaigns (chapter 7, way in C2). Success is 0200000. The eight-digit codes check values and mean
 * the same everywhere; the seven-digit ones are each interface's own, so the same number may tell different
 * stories: an entry names those that differ from the ones here.
 */
export const isales: Family = {
	name: 'isales',
	title: 'CEC',
	credential: 'huaweiCecSignatureApi',
	contentType: 'application/json; charset=UTF-8',
	wayIn: ['Authorization'],
	envelope: { codes: ['resultCode', 'returnCode'], texts: ['resultDesc', 'returnDesc', 'description'] },
	isSuccess: (code) => code === '0200000',
	codes: {
		'0200001': { means: 'CEC does not accept a value', remedy: 'Its own text below names it.' },
		'0200006': { means: 'The database of CEC failed', remedy: 'Try again later.' },
		'02000001': { means: 'A value is missing', remedy: 'CEC names it in its text below.' },
		'02000002': { means: 'A value holds characters that CEC does not allow', remedy: 'CEC names it in its text below.' },
		'02000003': { means: 'A value is too long', remedy: 'CEC names it in its text below.' },
		'02000004': { means: 'A value is too short', remedy: 'CEC names it in its text below.' },
		'02000005': { means: 'A value has the wrong length', remedy: 'CEC names it in its text below.' },
		'02000006': { means: 'A value has the wrong type', remedy: 'CEC names it in its text below.' },
		'02000007': { means: 'A value is out of range', remedy: 'CEC names it in its text below.' },
		'02000008': { means: 'A value could not be converted', remedy: 'CEC names it in its text below.' },
		'02000009': { means: 'These values do not go together', remedy: 'CEC names them in its text below.' },
		'02000010': { means: 'Hour and minute belong together', remedy: 'Give both or neither.' },
		'02000011': { means: 'There are too many values in a list', remedy: 'CEC names it in its text below.' },
	},
};

/** Codes that several interfaces share in one meaning; spread into the entries that have them. */
export const campaignGone: Codes = {
	'0200007': { means: 'The campaign does not exist', remedy: 'Pick it from the list again; it may have been deleted.' },
};
