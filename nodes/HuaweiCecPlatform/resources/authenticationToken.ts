import { object } from '../../../cec/catalogue/answer';
import { secret } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { platform } from '../../../cec/families/platform';
import { closed, wrappedAnswer, wrappedRequest } from './shared';

export const authenticationToken = resource('authenticationToken', 'Authentication Token', platform, {
	getUser: operation('19.1', {
		name: 'Get User',
		action: 'Get the user of an authentication token',
		description: 'Find out whose token it is that the mobile app of CEC has handed over, and whether it is valid',
		request: 'POST /apiaccess/rest/service-pub/authentication',
		risk: 'read',
		open: true,
		notice: 'For pages that the mobile app of CEC opens. The token is that of the app; of the credential only the address is used.',
		body: { token: secret('Token', 'As the mobile app has handed it over').required() },
		answer: object('data'),
		codes: {
			...closed,
			'1': { means: 'The token is empty', remedy: 'Hand over what the mobile app gave.' },
			'2': { means: 'The token is not valid', remedy: 'Hand over what the mobile app gave.' },
			'3': { means: 'The token has expired', remedy: 'Have the user sign in to the mobile app again.' },
			'4': { means: 'CEC failed', remedy: 'Try again later.' },
		},
		errata: [wrappedRequest, wrappedAnswer],
	}),
});
