import type { Family } from '../catalogue/family';
import { workbench } from './workbench';

/** Calls as they are stored for analysis (chapter 18, way in C1), which answer as the workbench does. */
export const dataProcess: Family = {
	...workbench,
	name: 'dataProcess',
	codes: {
		'HTTP 400': { means: 'CEC found the request malformed (HTTP 400)', remedy: 'Check the values that were given.' },
		'HTTP 500': {
			means: 'CEC could not do this with the values given (HTTP 500)',
			remedy: 'Check call center ID and VDN ID; they must be those of this tenant.',
		},
	},
};
