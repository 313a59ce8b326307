/** Fields and words that several resources of campaigns share. */
import { readAs, timeOf } from '../../../cec/catalogue/answer';
import { fromCredential, pick, text, type Conditions, type Field, type Fields } from '../../../cec/catalogue/field';
import { failReason } from '../failCodes';

/** Base of every path of chapter 7. */
export const V1 = '/rest/isales/v1/openapi/campaigns/{vdnId}';
export const V2 = '/rest/isales/v2/openapi/campaigns/{vdnId}';

/** The VDN is part of every path and comes from the credential. */
export const vdn = { vdnId: fromCredential('vdnId') };

export const campaignId = pick('campaigns', 'Campaign').asInteger().required();

export const ofCampaign = { ...vdn, campaignId };

export const NO_SPECIAL = /^[^`~!@#$%^&*()+={}|'";<>/?.\\[\]！¥…（）—【】‘；：”“’，、？]*$/;
export const NO_SPECIAL_MEANS = 'letters, digits, blanks, - and _';

export const DIGITS_AND_SIGNS = /^[0-9*#]*$/;
export const DIGITS_AND_SIGNS_MEANS = 'digits, * and #';

export const phoneNumber = (label: string, hint?: string): Field =>
	text(label, hint).max(24).only(DIGITS_AND_SIGNS, DIGITS_AND_SIGNS_MEANS);

export const CALL_STATUS = { 5: 'Failed', 6: 'Answered' };

/** What every call result gets beside the raw values. */
export const resultInWords = {
	callTime: timeOf('callTimeStr'),
	reason: readAs('failCode', failReason),
};

export const CODES_OF_ONE_VALUE = [
	'0200001',
	'02000001',
	'02000002',
	'02000003',
	'02000004',
	'02000005',
	'02000006',
	'02000007',
	'02000008',
	'02000009',
	'02000010',
];

/** Adds the same conditions to every field. */
export function all(conditions: Conditions, fields: Fields): Fields {
	return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, field.when(conditions)]));
}

/** Whether exactly one of two values is given. */
export function onlyOne(one: unknown, other: unknown): boolean {
	const given = (value: unknown) => value !== undefined && value !== null && value !== '';
	return given(one) !== given(other);
}
