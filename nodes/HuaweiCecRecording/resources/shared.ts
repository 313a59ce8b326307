/** What the interfaces of the file server share: the two parts of a body, and fields of several resources. */
import type { AnswerSpec } from '../../../cec/catalogue/answer';
import { callbackUrl, constant, dateTime, integer, pick, section, text, yesNo, type Field, type Fields } from '../../../cec/catalogue/field';
import type { Erratum } from '../../../cec/catalogue/operation';
import { baseName } from '../../../cec/formats/files';
import { at } from '../../../cec/formats/paths';
import { readTime } from '../../../cec/formats/times';

export const CCFS = '/CCFS/resource/ccfs';
export const VERSION = '2.0';

/** Every body but that of 13.2.1.1 has the version beside what is asked for. */
export const message = (fields: Fields): Fields => ({
	request: section({ version: constant(VERSION).required() }).required(),
	msgBody: section(fields).required(),
});

/** A path must not lead out of its folder. */
const STAYS_BELOW = /^(?!.*\.\.)/s;

export const filePath = (label: string, hint: string): Field => text(label, hint).only(STAYS_BELOW, 'a path without ".."');

export const location = (hint: string): Field => integer('Location ID', hint);

/** The name of a file that stands in the message under this key. */
export const namedAs =
	(key: string): NonNullable<AnswerSpec['fileName']> =>
	(values) =>
		baseName(String(at(values, `msgBody.${key}`) ?? '')) || 'recording';

/** Which days, whose, and where CEC tells that the file is ready. */
export const span: Fields = {
	beginTime: dateTime('From', 'More than three days make several files: the node returns an item for each').required(),
	endTime: dateTime('To').required(),
	callBackURL: callbackUrl(
		'Callback URL',
		'Where CEC posts the name of the file when it is ready: the address of the File Ready Trigger. CEC must trust its certificate.',
	).required(),
};

export const ofSpan = { begin: 'msgBody.beginTime', end: 'msgBody.endTime', days: 3 };

export const whose: Fields = {
	accountId: pick('tenants', 'Tenant Space', 'Only of this tenant space').max(20),
	agentId: pick('agents', 'Agent', 'Only of this agent').max(20),
};

/** Index files are named after the day on which they are asked for. */
export const indexName = (responseId: unknown, _row: unknown, zone: string, now: number): string =>
	`${readTime(now, zone)?.toFormat('yyyyMMdd') ?? ''}_${String(responseId).replaceAll('-', '')}.zip`;

const INDEX_NAME = /^\d{8}_[0-9A-Za-z-]+\.zip$/;

export const indexFile = (hint: string): Field => text('File Name', hint).max(49).only(INDEX_NAME, 'a day and an ID, as in 20260302_9239cb50a8384bb0ab503441bf089446.zip');

/** The rows of a file instead of the file itself. */
export const asRows = yesNo('Return Rows', 'Whether to unpack the file and return an item for each of its rows, with names for codes; files up to 32 MB')
	.startsAs(false)
	.notSent()
	.shown();

export const FIND_OUT = 'Wait for the callback: it comes when the file is made.';

export const misreadId: Erratum = { printed: 'responseld', sent: 'responseId is read', why: 'Misread letters; table 13-59 has responseId.' };

export const oldResponse: Erratum = {
	printed: 'response beside resultCode, resultDesc and resultData',
	sent: 'nothing; it is not read',
	why: 'The reference keeps it for old versions and advises against it.',
};
