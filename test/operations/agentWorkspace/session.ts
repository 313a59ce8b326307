import { HOOK, type Case, type Parameters } from '../case';
import { ofAgent, signedIn } from './shared';

const phonenum = '15550105';
const allFields = {
	status: 3,
	autoanswer: false,
	autoenteridle: false,
	agenttype: 4,
	ip: '192.0.2.20',
	entryIp: '192.0.2.21',
	phonelinkage: false,
	checkInMailm: false,
	vcPhoneNumber: '15550199',
	listenStatus: false,
	releasephone: false,
};
const withPush = { ...allFields, checkInWebm: true, callbackUri: HOOK, serviceToken: 'token1' };

const signInCase = (more: Parameters, wrong: Case['refused']): Case => ({
	run: () => ({ phonenum }),
	more: { 'all fields': () => ({ phonenum, additionalFields: more }) },
	refused: wrong,
	spoil: 'phonenum',
	gives: { workno: '101', signedInAt: expect.stringMatching(/^2026-03-02T/), session: expect.stringMatching(/^cec1\./) },
});

const already: Case['refused'] = {
	run: async (bench) => {
		await bench.agentSession();
		return { phonenum };
	},
	message: /^The agent is signed in already \(code 100-002\)$/,
};

export const sessionCases: Record<string, Case> = {
	'session/signIn': signInCase({ ...withPush, serviceworkid: 'business-1' }, already),
	'session/signInAnyway': signInCase(withPush, undefined),
	'session/signInToPlatform': {
		...signInCase(allFields, already),
		run: () => ({ additionalFields: { phonenum } }),
		more: { 'all fields': () => ({ additionalFields: { ...allFields, phonenum } }) },
		spoil: undefined,
	},
	'session/keepAlive': ofAgent(
		{ serviceToken: 'token2' },
		{ run: signedIn({ serviceToken: 'token2' }, { callbackUri: HOOK, serviceToken: 'token1' }) },
	),
	'session/renew': ofAgent(),
	'session/synchronize': ofAgent({}, { gives: { stateName: 'Idle' } }),
	'session/getPhoneToken': ofAgent({}, { gives: { phonenum, phonetoken: '••••••••' } }),
	'session/updatePassword': ofAgent({ newPassword: 'New-Passw0rd' }),
	'session/signOut': ofAgent(),
	'session/signOutAnyway': ofAgent(),
	'session/signOutWithReason': ofAgent({ reason: 7 }),

	'state/get': ofAgent({}, { gives: { agentState: 4, stateName: 'Idle', isWorking: false } }),
	'state/setIdle': ofAgent({}, { run: signedIn({}, { status: 3 }) }),
	'state/setBusy': ofAgent({}, {
		more: {
			'with a reason': signedIn({ additionalFields: { reason: 201, prolong: false } }),
			'with another reason': signedIn({ additionalFields: { reason: 202, prolong: true } }, { status: 3 }),
		},
	}),
	'state/cancelBusy': ofAgent({}, { run: signedIn({}, { status: 3 }) }),
	'state/startRest': ofAgent(
		{ time: 600, restcause: 0 },
		{ more: { 'for another time': signedIn({ time: 300, restcause: 3, additionalFields: { prolong: false } }) } },
	),
	'state/endRest': ofAgent({}, {
		run: async (bench) => {
			const session = await bench.agentSession();
			await bench.asAgent(0, session, 'POST', 'onlineagent/{agentid}/rest/600/0');
			return { session };
		},
	}),
	'state/startWrapUp': ofAgent(),
	'state/endWrapUp': ofAgent({}, { run: signedIn({}, { status: 5 }) }),
	'state/setAutoAnswer': ofAgent({ isautoanswer: false }),
	'state/setAutoIdle': ofAgent({ flag: false }),
	'state/setTakesCalls': ofAgent({ flag: false }),
	'state/getCustom': ofAgent({}, { gives: { agentcustomstate: '65535' } }),
	'state/setCustom': ofAgent({ customstate: 12 }),
	'state/cancelCustom': ofAgent({}, {
		run: async (bench) => {
			const session = await bench.agentSession();
			await bench.asAgent(0, session, 'POST', 'onlineagent/{agentid}/setcustomstate?customstate=5');
			return { session };
		},
	}),
};
