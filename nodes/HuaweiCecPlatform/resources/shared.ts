/** Texts that the resources of the platform share. */
import type { Codes } from '../../../cec/catalogue/family';
import type { Erratum } from '../../../cec/catalogue/operation';

export const SOFTWARE_CLOUD = '/rest/oma/softwareconsole';

/** For whom chapter 15 is. */
export const FOR_SOFTWARE_CLOUD =
	'CEC offers this to the website of the Huawei software cloud only. It needs the access token of a user there; the keys of a tenant space do not open it.';

/** For whom 19.2 and 19.3 are. */
export const FOR_HUAWEI_CLOUD = 'CEC offers this to the website of Huawei Cloud only, and may refuse others.';

/** Of interfaces for which no key is asked. */
export const closed: Codes = {
	'HTTP 401': { means: 'CEC does not offer this here (HTTP 401)', remedy: 'Ask the operator of CEC whether the service is active.' },
};

export const wrappedAnswer: Erratum = { printed: 'an object "schema" around the answer', sent: 'nothing', why: 'The sample has none; the answer is read without it.' };

export const wrappedRequest: Erratum = { printed: 'an object "requestBody" around the values', sent: 'the values alone', why: 'So the sample.' };
