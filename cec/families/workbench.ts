import type { Family } from '../catalogue/family';

/**
 * What the workbench of the agents knows of calls (6.2.11, 6.2.12, way in C1). Answers are bare objects without a
 * code: only the HTTP status tells success.
 */
export const workbench: Family = {
	name: 'workbench',
	title: 'CEC',
	credential: 'huaweiCecAppApi',
	contentType: 'application/json',
	envelope: { codes: [], texts: [] },
	isSuccess: () => true,
	codes: {
		'HTTP 500': {
			means: 'CEC could not do this with the values given (HTTP 500)',
			remedy: 'Call, user and tenant must belong together.',
		},
	},
};
