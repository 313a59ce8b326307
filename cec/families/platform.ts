import type { Family } from '../catalogue/family';

/** Tokens of the mobile app, trial tenants, and the users of a tenant space (chapter 19). No two of them name the code alike. */
export const platform: Family = {
	name: 'platform',
	title: 'CEC',
	credential: 'huaweiCecAppApi',
	contentType: 'application/json',
	envelope: { codes: ['returnCode', 'retCode', 'retcode'], texts: ['returnMsg', 'retMsg', 'message'] },
	isSuccess: (code) => code === '0',
	codes: {
		'HTTP 400': { means: 'CEC found the request malformed (HTTP 400)', remedy: 'Check the values that were given.' },
		'HTTP 500': { means: 'CEC could not do this with the values given (HTTP 500)', remedy: 'Check the values that were given.' },
	},
};
