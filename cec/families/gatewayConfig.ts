import type { Family } from '../catalogue/family';

const AGAIN = 'Try again; when it stays so, show the code to the operator of CEC.';

/**
 * Configuration of the gateway: subscriptions to speech recognition (chapter 6.3, way in C5). Success is "0" under
 * `retcode`; 107-000 says that the session is gone. The codes are those of 6.3.7.2.
 */
export const gatewayConfig: Family = {
	name: 'gatewayConfig',
	title: 'The gateway of CEC',
	credential: 'huaweiCecGatewayAdminApi',
	contentType: 'application/json; charset=UTF-8',
	wayIn: ['Guid'],
	envelope: { codes: ['retcode'], texts: ['message'] },
	isSuccess: (code) => code === '0',
	expiredCodes: ['107-000'],
	codes: {
		'107-000': { means: 'The session of the administrator is gone', remedy: 'Run the node again; it signs in anew.' },
		'107-001': { means: 'The gateway met an error of its own', remedy: AGAIN },
		'107-002': { means: 'The gateway does not accept a value, or one is missing', remedy: 'Check the values that were given.' },
		'107-003': {
			means: 'The password of the administrator is wrong',
			remedy:
				'Correct it in the credential. Several wrong passwords lock the account, so this one is not sent again for half an hour.',
		},
		'107-004': { means: 'The gateway does not know this administrator', remedy: 'Check account and number in the credential.' },
		'107-005': { means: 'The gateway does not reach the CTI platform', remedy: AGAIN },
		'107-007': {
			means: 'The administrator may not configure this',
			remedy: 'Use a configuration administrator of the VDN, or the account of the VDN itself.',
		},
		'107-026': { means: 'The subscription failed', remedy: AGAIN },
		'107-027': { means: 'The subscription could not be registered', remedy: AGAIN },
		'107-028': {
			means: 'The platform refused the subscription',
			remedy: 'The gateway must be known to the platform as a subscription server (WAS), and IF_SUB_CONFIGURE must be ON.',
		},
		'107-029': { means: 'The platform did not answer in time', remedy: AGAIN },
		'107-030': { means: 'The subscription could not be changed', remedy: 'It may be gone: after five minutes without a sign of life it ends.' },
		'107-031': { means: 'The subscription could not be cancelled', remedy: 'It may be gone: after five minutes without a sign of life it ends.' },
		'107-032': { means: 'The subscription is gone', remedy: 'Five minutes without a sign of life end it. Create a new one.' },
	},
};
