import { done } from '../../../cec/catalogue/answer';
import { secret, text } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { platform } from '../../../cec/families/platform';
import { closed, FOR_HUAWEI_CLOUD, wrappedAnswer, wrappedRequest } from './shared';

const BASE = '/apiaccess/rest/ipccprovision/v1/applyTry';
const ASK_OPERATOR = 'Ask the operator of CEC.';
const MAIL_LIMIT = { means: 'CEC sends no more messages today', remedy: 'Try tomorrow, or have the operator of CEC raise the limit.' };

const phone = text('Phone', 'Mobile phone of the applicant').required();

export const trialTenant = resource('trialTenant', 'Trial Tenant', platform, {
	sendCode: operation('19.2', {
		name: 'Send Verification Code',
		action: 'Send a verification code for a trial tenant',
		description: 'Send a text message with the code that an application for a trial tenant needs',
		request: `POST ${BASE}/generateverifycode`,
		risk: 'dial',
		open: true,
		notice: `${FOR_HUAWEI_CLOUD} A text message goes to the phone.`,
		body: { phone },
		answer: done(),
		successCodes: /^200$/,
		codes: {
			...closed,
			'201': { means: 'A code that was sent before is still valid', remedy: 'Use that one, or wait until it has expired.' },
			'202': { means: 'CEC had trouble to send the text message', remedy: ASK_OPERATOR },
			'204': { means: 'CEC could not send the text message', remedy: ASK_OPERATOR },
			'205': MAIL_LIMIT,
		},
		doubtfulCodes: ['202'],
		findOut: 'Ask whether a text message has come.',
		errata: [wrappedRequest, wrappedAnswer],
	}),

	apply: operation('19.3', {
		name: 'Apply',
		action: 'Apply for a trial tenant',
		description: 'Have a trial tenant set up; the account comes by email',
		request: `POST ${BASE}/applyTenant`,
		risk: 'write',
		open: true,
		notice: `${FOR_HUAWEI_CLOUD} A tenant space is set up and an email sent.`,
		body: {
			companyName: text('Company').named('company').required(),
			phone,
			phoneVerifyCode: secret('Verification Code', 'From the text message of Send Verification Code').named('verificationCode').required(),
			email: text('Email', 'Where the account is sent').example('e.g. nathan@example.com').required(),
		},
		answer: done(),
		successCodes: /^000$/,
		codes: {
			...closed,
			'001': { means: 'There is no such verification code any more', remedy: 'Have a new one sent.' },
			'002': { means: 'The verification code is wrong', remedy: 'Copy it from the text message.' },
			'003': { means: 'CEC could not check the verification code', remedy: ASK_OPERATOR },
			'004': { means: 'There is a tenant of this applicant already', remedy: ASK_OPERATOR },
			'005': { means: 'CEC is busy with another application', remedy: 'Try again in a minute.' },
			'006': { means: 'CEC has no access code left for trials', remedy: ASK_OPERATOR },
			'205': MAIL_LIMIT,
		},
		findOut: 'Look whether an email with the account has come.',
		errata: [
			wrappedRequest,
			wrappedAnswer,
			{ printed: 'returnCode and returnMsg in the table, retCode and retMsg in the sample', sent: 'nothing', why: 'Both are read.' },
		],
	}),
});
