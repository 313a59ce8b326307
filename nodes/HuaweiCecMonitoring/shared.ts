/** What all of 12.3 shares, the queries of this node and of others. */
import { readAs, type Derived } from '../../cec/catalogue/answer';
import { fromCredential, type Options } from '../../cec/catalogue/field';
import type { Erratum } from '../../cec/catalogue/operation';
import { byOffset, type Paging } from '../../cec/catalogue/paging';
import { mediaTypes } from '../../cec/families/ctiCodes';
import { isoFromWire } from '../../cec/formats/times';

export const V1 = '/rest/cmsapp/v1/openapi';
export const V2 = '/rest/cmsapp/v2/openapi';

/** Whose data it is. */
export const callCenter = { ccId: fromCredential('ccId') };
export const whose = { ...callCenter, vdn: fromCredential('vdnId') };

/** Interfaces that want their body under this key, as their samples have it and their tables do not. */
export const WRAPPER = 'queryParam';

export const wrapped: Erratum = {
	printed: 'the table has the values at the top of the body, the sample inside "queryParam"',
	sent: 'inside "queryParam"',
	why: 'Samples are copied from requests, tables are not; wherever the newer edition or calls that work could be compared, the sample is right.',
};

/** Pages of a list whose total stands beside it. */
export const pagesOf = (max: number, more: Partial<Paging> = {}): Paging => byOffset({ max, total: 'count', ...more });

/** Fewer would be milliseconds of a time before 1973. */
const FEWEST_MILLIS = 100_000_000_000;

/** A time in milliseconds since 1970, or in seconds, as some samples have it; there is none where it is 0. */
export const moment = (from: string): Derived =>
	readAs(from, (count, _row, zone) => {
		const since = Number(count);
		return since > 0 ? isoFromWire(since, since < FEWEST_MILLIS ? 'epochSeconds' : 'epochMillis', zone) : undefined;
	});

/** The names of media types that some answers have instead of numbers, after "MEDIA_TYPE_" (table 12-696). */
const MEDIA: Record<string, number> = {
	CHAT: 1,
	WEBPHONE: 2,
	ESCORT: 3,
	CALLBACK: 4,
	PHONE: 5,
	EMAIL: 6,
	FAX: 7,
	VIDEO: 8,
	WB: 9,
	APP_SHARE: 10,
	FILE_TRANSFER: 11,
	VIDEO_2B1D: 12,
	VIDEO_6B1D: 13,
	OPS: 14,
	PREDICT_OUTBOUND: 15,
	PREVIEW_OUTBOUND: 16,
	MSG: 17,
	WEBPHONE_VIDEO: 18,
	PHONE_VIDEO: 19,
	WEB_LEAVE_MESSAGE: 20,
	DESKTOP_SHARE: 21,
	VC_CALL: 22,
	MULTI_MEDIA_EMAILCHAT: 50,
	MULTI_MEDIA_WEBCHAT: 51,
	MULTI_MEDIA_SMSCHAT: 52,
	MULTI_MEDIA_SOCIALCHAT: 53,
	MULTI_MEDIA_FAXCHAT: 54,
	MULTI_MEDIA_H5CHAT: 55,
};

/** Media types by number and by name. */
export const mediaNames: Options = {
	...mediaTypes,
	...Object.fromEntries(Object.entries(MEDIA).map(([name, type]) => [`MEDIA_TYPE_${name}`, mediaTypes[type]])),
};

/** What an agent is doing, by 12.3.8.3. */
export const agentStates: Options = {
	0: 'Signed Out',
	1: 'Idle',
	2: 'Preoccupied',
	3: 'Occupied',
	4: 'Answering',
	5: 'Talking',
	6: 'Wrap-Up',
	7: 'Busy',
	8: 'Rest',
	9: 'Study',
	10: 'Adjusting',
};
