import type { Family } from '../catalogue/family';

/** What the Huawei software cloud asks CEC about its customers (chapter 15). Where there is a code, "0" is success. */
export const softwareCloud: Family = {
	name: 'softwareCloud',
	title: 'CEC',
	credential: 'huaweiCecSoftwareCloudApi',
	contentType: 'application/json',
	wayIn: ['X-Auth-Token'],
	envelope: { codes: ['returnCode', 'code'], texts: ['description', 'message'] },
	isSuccess: (code) => code === '0',
	codes: {
		'HTTP 500': {
			means: 'CEC could not do this (HTTP 500)',
			remedy: 'Check the values that were given, and that the user of the token is a customer of CEC.',
		},
		'HTTP 502': {
			means: 'CEC could not do this (HTTP 502)',
			remedy: 'Check the values that were given, and that the user of the token is a customer of CEC.',
		},
	},
};
