import type { Codes, Family } from '../catalogue/family';

const VALUES = 'Check the values that were given.';

/** The service behind calls over a partner's network (ITA) has codes of its own, whatever interface shows them. */
const itaCodes: Codes = {
	'90100100': { means: 'The partner network (ITA) does not accept a value', remedy: VALUES },
	'90100200': { means: 'The partner network (ITA) did not accept the request of CEC', remedy: 'Show the code to the operator of CEC.' },
	'90100300': { means: 'The partner network (ITA) does not accept the request', remedy: VALUES },
	'90100400': { means: 'The partner network (ITA) does not know what was asked for', remedy: VALUES },
	'90100600': { means: 'The partner network (ITA) failed', remedy: 'Look whether the call was made before you try again.' },
	'90102001': { means: 'The account at the partner network (ITA) is empty', remedy: 'Have it charged.' },
	'90102002': { means: 'The partner network (ITA) restricts requests', remedy: 'Try later.' },
	'90104001': { means: 'Not permitted at the partner network (ITA)', remedy: 'Have the permission granted.' },
	'90104003': { means: 'The partner network (ITA) forbids the request', remedy: 'Ask its operator.' },
	'90104004': { means: 'The partner network (ITA) does not offer this', remedy: 'Ask its operator.' },
	'90104008': { means: 'The partner network (ITA) did not finish in time', remedy: 'Look whether the call was made before you try again.' },
	'90104029': { means: 'Too many requests for the partner network (ITA)', remedy: 'Send fewer at a time.' },
	'90106001': { means: 'These numbers are already bound to each other', remedy: 'Wait until the call before has ended.' },
	'90106002': { means: 'The numbers are not bound to each other', remedy: VALUES },
	'90106003': { means: 'The partner network (ITA) has no number left', remedy: 'Try later.' },
	'90106004': { means: 'The partner network (ITA) found no number to use', remedy: 'Try later.' },
	'90106005': { means: 'The binding of the numbers is inconsistent', remedy: 'Show the code to the operator of CEC.' },
	'90106006': { means: 'The partner network (ITA) could not use the number', remedy: 'Show the code to the operator of CEC.' },
	'90106010': { means: 'A rule of the partner network (ITA) forbids the call', remedy: 'Ask its operator.' },
	'90106011': { means: 'The calling number may not call', remedy: 'Ask the operator of the partner network (ITA).' },
	'90106012': { means: 'The called number may not be called', remedy: 'Ask the operator of the partner network (ITA).' },
};

/**
 * Two-party calls, voice notifications and their records (chapters 6.2 and 14, way in C1). Success is "0"; what
 * other codes mean is each interface's own.
 */
export const calls: Family = {
	name: 'calls',
	title: 'CEC',
	credential: 'huaweiCecAppApi',
	contentType: 'application/json',
	envelope: { codes: ['retCode', 'returnCode'], texts: ['retMsg', 'description'] },
	isSuccess: (code) => code === '0',
	codes: {
		...itaCodes,
		'HTTP 400': { means: 'CEC found the request malformed (HTTP 400)', remedy: VALUES },
		'HTTP 500': { means: 'CEC could not do this with the values given (HTTP 500)', remedy: VALUES },
	},
};
