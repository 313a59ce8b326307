import { object } from '../../../cec/catalogue/answer';
import { text } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { softwareCloud } from '../../../cec/families/softwareCloud';
import { wrappedAnswer } from './shared';

export const imcMessage = resource('imcMessage', 'IMC Message', softwareCloud, {
	deliver: operation('15.1.3', {
		name: 'Deliver',
		action: 'Deliver a message of IMC',
		description: 'Hand CEC a message of the industrial cloud (IMC), encrypted and signed as it came from there',
		request: 'POST /apiaccess/rest/oma/v1/imcopenapi/callback',
		risk: 'write',
		open: true,
		notice: 'For Huawei\'s industrial cloud (IMC) only: nobody else can encrypt and sign such messages. Of the credential only the address is used.',
		body: {
			data: text('Data', 'The encrypted message').lines().required(),
			signature: text('Signature', 'By which CEC knows that the message is from IMC').required(),
		},
		answer: object(),
		successCodes: /^200$/,
		codes: {
			'HTTP 401': { means: 'CEC does not take this for a message of IMC (HTTP 401)', remedy: 'Hand it over as IMC has encrypted and signed it.' },
		},
		findOut: 'Ask the operator of CEC whether the message has come.',
		errata: [
			{ printed: 'an object "reqBody" around the values', sent: 'the values alone', why: 'So the sample.' },
			{ printed: 'data and signature as not needed', sent: 'both', why: 'Without them there is no message.' },
			wrappedAnswer,
		],
	}),
});
