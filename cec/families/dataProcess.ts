import type { Family } from '../catalogue/family';

/** Calls as they are stored for analysis (chapter 18, way in C1). Answers have no code: only the HTTP status tells success. */
export const dataProcess: Family = {
	name: 'dataProcess',
	title: 'CEC',
	credential: 'huaweiCecAppApi',
	contentType: 'application/json',
	envelope: { codes: [], texts: [] },
	isSuccess: () => true,
	codes: {
		'HTTP 400': { means: 'CEC found the request malformed (HTTP 400)', remedy: 'Check the values that were given.' },
		'HTTP 500': {
			means: 'CEC could not do this with the values given (HTTP 500)',
			remedy: 'Check call center ID and VDN ID; they must be those of this tenant.',
		},
	},
};
