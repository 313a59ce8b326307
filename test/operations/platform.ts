import type { Bench } from '../support/bench';
import type { Case } from './case';

const APPLICANT = '447700900901';
const EMAIL = 'alex@example.com';
const ID = expect.stringMatching(/^\d{10}$/);

const settings = {
	phone: '447700900902',
	email: EMAIL,
	permissions: 'Operator',
	description: 'Night shift',
	status: 1,
	position: 3,
	gender: 9,
};

interface Platform {
	platform: { verificationCodes: Record<string, string> };
}

/** The code that was sent to the applicant's phone. */
async function verificationCode(bench: Bench): Promise<string> {
	await fetch(`${bench.sim.url}/apiaccess/rest/ipccprovision/v1/applyTry/generateverifycode`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify({ phone: APPLICANT }),
	});
	return (bench.state as unknown as Platform).platform.verificationCodes[APPLICANT];
}

const application = { company: 'Example Ltd', phone: APPLICANT, email: EMAIL };
const imc = { data: 'U2VjcmV0', signature: 'demo-imc-signature' };

export const platformCases: Record<string, Case> = {
	'user/create': {
		run: () => ({ userAccount: 'alex@example', userName: 'Alex' }),
		more: {
			'all fields': () => ({
				userAccount: 'alex_2.example',
				userName: '李 Alex-2',
				additionalFields: { ...settings, password: 'Demo-pw-7!', salt: 'c2FsdA==', organizationId: '1' },
			}),
		},
		refused: {
			run: async (bench) => {
				await bench.platformUser('alex');
				return { userAccount: 'alex', userName: 'Alex' };
			},
			message: /^CEC refused: The user account already exists\.$/,
		},
		gives: { userId: ID },
	},
	'user/update': {
		run: async (bench) => ({ userId: await bench.platformUser('alex'), updateFields: { phone: '447700900902' } }),
		more: { 'all fields': async (bench) => ({ userId: await bench.platformUser('alex'), updateFields: { ...settings, userName: 'Alexis' } }) },
		refused: { run: () => ({ userId: '1', updateFields: { phone: '1' } }), message: /^CEC refused: The user does not exist\.$/ },
		gives: { success: true },
	},
	'user/delete': {
		run: async (bench) => ({ userIds: await bench.platformUser('alex') }),
		more: { several: async (bench) => ({ userIds: `${await bench.platformUser('alex')}, ${await bench.platformUser('kim')}` }) },
		refused: { run: () => ({ userIds: '1' }), message: /^CEC refused: The user does not exist\.$/ },
		gives: { deleted: true },
	},
	'authenticationToken/getUser': {
		run: () => ({ token: 'demo-mobile-token' }),
		refused: { run: () => ({ token: 'demo-mobile-token-expired' }), message: /^The token has expired \(code 3\)$/ },
		gives: { userAccount: 'agent.one', locale: 'zh_CN' },
	},
	'trialTenant/sendCode': {
		run: () => ({ phone: APPLICANT }),
		refused: { run: async (bench) => ({ phone: (await verificationCode(bench)) && APPLICANT }), message: /still valid \(code 201\)$/ },
		gives: { success: true },
	},
	'trialTenant/apply': {
		run: async (bench) => ({ ...application, verificationCode: await verificationCode(bench) }),
		refused: { run: () => ({ ...application, verificationCode: '1' }), message: /no such verification code any more \(code 001\)$/ },
		gives: { success: true },
	},
	'softwareCloudCustomer/get': {
		run: () => ({}),
		gives: { vdn: '1', createdAt: expect.stringMatching(/^2025-/) },
	},
	'softwareCloudCustomer/getTrialTenant': {
		run: () => ({}),
		gives: { tenantSpaceStatus: '5', expiresAt: expect.stringMatching(/^2026-03-22T/) },
	},
	'softwareCloudOrder/getMany': {
		run: () => ({}),
		more: { 'all filters': () => ({ filters: { from: '2026-02-01T00:00:00', to: '2026-03-01T00:00:00' } }) },
		gives: { status: '2', statusName: 'In Force', procutName: 'monthly', orderedAt: expect.stringMatching(/^2026-03-01T/) },
	},
	'softwareCloudParameter/get': { run: () => ({}), gives: { clientId: 'demo-client' } },
	'imcMessage/deliver': {
		run: () => imc,
		refused: { run: () => ({ ...imc, signature: 'forged' }), message: /^CEC does not take this for a message of IMC \(HTTP 401\)$/ },
		gives: { data: expect.stringMatching(/\S/) },
	},
};
