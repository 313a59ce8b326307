import type { Family } from '../catalogue/family';

/**
 * Configuration of the contact centre: agents, skill queues, numbers and routes, IVR flows, app settings
 * (chapters 5 and 6.4, way in C1). Nearly every interface has an envelope of its own; all of them agree that
 * "0" is success, and few tell more than a text when it is not.
 */
export const ccManagement: Family = {
	name: 'ccManagement',
	title: 'CEC',
	credential: 'huaweiCecAppApi',
	contentType: 'application/json',
	envelope: {
		codes: ['resultCode', 'returnCode', 'retCode'],
		texts: ['resultMessage', 'description', 'retMsg', 'returnDesc', 'message'],
	},
	isSuccess: (code) => code === '0',
	codes: {
		'HTTP 400': {
			means: 'CEC found the request malformed (HTTP 400)',
			remedy: 'Check the values that were given against the hints of the fields.',
		},
		'HTTP 500': {
			means: 'CEC could not do this with the values given (HTTP 500)',
			remedy: 'The reference says: check each value. Ids must exist in this tenant.',
		},
	},
};
