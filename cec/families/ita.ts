import type { Family } from '../catalogue/family';

/**
 * What a partner network (ITA) reports to CEC about calls that it has connected (6.2.13). It signs its requests
 * with keys of its own (SDK-HMAC-SHA256); a success is an empty object.
 */
export const ita: Family = {
	name: 'ita',
	title: 'CEC',
	credential: 'huaweiCecItaApi',
	contentType: 'application/json;charset=UTF-8',
	wayIn: ['Authorization', 'AppKey', 'Host', 'X-Sdk-Date'],
	envelope: { codes: ['retCode', 'resultCode', 'returnCode'], texts: ['retMsg', 'resultDesc', 'description'] },
	isSuccess: (code) => code === '0',
	codes: {},
};
