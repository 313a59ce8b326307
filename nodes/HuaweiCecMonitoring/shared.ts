/** What all of 12.3 shares, the queries of this node and of others. */
import { timeOf, type Derived } from '../../cec/catalogue/answer';
import { fromCredential, type Options } from '../../cec/catalogue/field';
import type { Erratum } from '../../cec/catalogue/operation';
import { byOffset, type Paging } from '../../cec/catalogue/paging';

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

/** A time in milliseconds since 1970. */
export const moment = (from: string): Derived => timeOf(from, 'epochMillis');

/** Table 12-696. */
export const mediaTypes: Options = {
	1: 'Text Chat',
	2: 'Web Call',
	3: 'Escorted Browsing',
	4: 'Callback Request',
	5: 'Voice Call',
	6: 'Email',
	7: 'Fax',
	8: 'IP Video Call (H.323)',
	9: 'Whiteboard',
	10: 'Application Sharing',
	11: 'File Transfer',
	12: 'Video Call (2B+D)',
	13: 'Video Call (6B+D)',
	14: 'OPS Call',
	15: 'Predictive Outbound Call',
	16: 'Preview Outbound Call',
	17: 'Message',
	18: 'Video Web Call',
	19: 'Video Call',
	20: 'Left Message',
	21: 'Desktop Sharing',
	22: 'Virtual Call',
	50: 'Email Chat',
	51: 'Web Chat',
	52: 'SMS Chat',
	53: 'Multimedia Chat',
	54: 'Fax Chat',
	55: 'H5 Video',
};

/** The same, and by the names that some samples have instead of numbers. */
export const mediaNames: Options = {
	...mediaTypes,
	MEDIA_TYPE_CHAT: mediaTypes[1],
	MEDIA_TYPE_WEBPHONE: mediaTypes[2],
	MEDIA_TYPE_PHONE: mediaTypes[5],
	MEDIA_TYPE_WEBPHONE_VIDEO: mediaTypes[18],
	MEDIA_TYPE_PHONE_VIDEO: mediaTypes[19],
	MEDIA_TYPE_MULTI_MEDIA_SOCIALCHAT: mediaTypes[53],
};

/** Table 12-697, of media type 53. */
export const subMediaTypes: Options = {
	1: 'Web',
	2: 'WhatsApp',
	3: 'LINE',
	4: 'WeChat',
	5: 'Facebook Messenger',
	6: 'Twitter',
	7: '5G Message',
	8: 'Email',
	9: 'SMS',
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
