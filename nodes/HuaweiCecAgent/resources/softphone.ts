import { done, entries, nameOf, object } from '../../../cec/catalogue/answer';
import { pick, secret, text } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { ccManagement } from '../../../cec/families/ccManagement';

const AGENT_TYPE = { 4: 'Audio', 5: 'Multimedia', 11: 'Video', 99: 'Versatile', 255: 'Idle' };
const LOCKING = 'Three wrong ones lock the account for 30 minutes';

const spelling = (name: string) => ({
	printed: `/apiaccess/CC-Mangemant/v1/${name}`,
	sent: `/apiaccess/CC-Management/v1/${name}, and the printed one where that is not known`,
	why: 'The public reference of the vendor spells Management; a guide of the vendor keeps the misprint, so some servers may too.',
});

export const softphone = resource('softphone', 'Softphone', ccManagement, {
	updatePassword: operation('5.1.8', {
		name: 'Update Password',
		action: 'Update the password of a softphone',
		description: 'Set the password with which the softphone of an agent registers',
		request: 'POST /apiaccess/rest/cc-management/v1/sipPhone/updateSipPhonePassword',
		risk: 'write',
		body: {
			userAccount: pick('agents', 'Agent', 'Business account of the agent').required(),
			accountPwd: secret('Current Password of the Agent', LOCKING).required(),
			newPhonePwd: secret(
				'New Softphone Password',
				'8 to 16 characters with three of: upper case, lower case, digits, special characters out of ".~@^*_+"',
			)
				.required()
				.between(8, 16)
				.only(/^[A-Za-z0-9~@^*_+.]*$/, 'letters, digits and ~ @ ^ * _ + .'),
		},
		answer: done(),
	}),

	getMany: operation('5.1.9', {
		name: 'Get Many',
		action: 'Get many softphones',
		description: 'Get the softphones of all agents with their settings, and the addresses to register at',
		request: 'GET /apiaccess/CC-Management/v1/querySysInfo',
		otherPaths: ['/apiaccess/CC-Mangemant/v1/querySysInfo'],
		risk: 'read',
		answer: entries('agents', {
			with: ['serviceIp', 'servicePort', 'sipServiceIp', 'sipServicePort'],
			secrets: ['sipPwd', 'password', 'guId'],
			adds: { agentTypeName: nameOf('agentType', AGENT_TYPE) },
		}),
		errata: [spelling('querySysInfo')],
	}),

	getManyWithAccounts: operation('5.1.10', {
		name: 'Get Many With Accounts',
		action: 'Get many softphones with accounts',
		description: 'Get softphone number, agent ID and login account of all agents',
		request: 'GET /apiaccess/CC-Management/v1/queryAgentInfo',
		otherPaths: ['/apiaccess/CC-Mangemant/v1/queryAgentInfo'],
		risk: 'read',
		answer: entries('agents', { with: ['sipServiceIp', 'sipServicePort'], secrets: ['sipPwd'] }),
		errata: [spelling('queryAgentInfo')],
	}),

	checkSignIn: operation('5.1.11', {
		name: 'Check Sign-In',
		action: 'Check the sign in of an account',
		description: 'Check account and password, and get agent ID, softphone and registration addresses',
		request: 'POST /apiaccess/CC-Management/v1/queryAgentLoginParams',
		// It only reads, but each wrong password counts: it must not be repeated like a query.
		risk: 'write',
		body: {
			account: text('Account', 'Account with which the agent signs in').required().max(100),
			password: secret('Password', LOCKING).required().max(100),
		},
		answer: object('results', { secrets: ['password', 'sipPwd'] }),
	}),
});
