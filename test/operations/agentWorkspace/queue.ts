import { byId } from '../../support/bench';
import type { Case, Parameters, Prepare } from '../case';
import { ofAgent, signedIn } from './shared';

const AUDIO = { name: 'defaultAudioSkill', id: 2, mediatype: 5, mediaTypeName: 'Audio and Video Call' };
const SALES = 3;
const NO_QUEUE = 9999;

/** The agent has joined all queues but is busy, and a customer waits. */
const withCustomer =
	(skillId: number, parameters: Parameters = {}): Prepare =>
	async (bench) => {
		const session = await bench.agentSession({ status: 3 });
		await bench.asAgent(0, session, 'POST', 'onlineagent/{agentid}/resetskill/true');
		await bench.sim.control.inbound({ skillId });
		return { session, ...parameters };
	};

const unknownQueue = (parameters: Parameters): Case['refused'] => ({
	run: signedIn(parameters),
	message: /^The platform failed \(code 100-007\)$/,
});

export const queueCases: Record<string, Case> = {
	'queue/getMany': ofAgent({}, {
		gives: { name: 'defaultVideoSkill', id: 1, mediatype: 19, mediaTypeName: 'Video Call', kind: 'Real' },
	}),
	'queue/getConfigured': ofAgent({}, { gives: AUDIO }),
	'queue/getConfiguredOfAgent': ofAgent(
		{ workno: byId(102) },
		{
			refused: {
				run: signedIn({ workno: byId(104) }),
				message: /^There is no such agent, or no skill queue is configured for the agent \(code 600-001\)$/,
			},
			gives: AUDIO,
		},
	),
	'queue/join': ofAgent(
		{ autoflag: true },
		{
			more: {
				'some of them': signedIn({ autoflag: false, skillid: '2, 3', additionalFields: { phonelinkage: false } }),
				'none of them': signedIn({ autoflag: false, skillid: '', additionalFields: { phonelinkage: true } }),
			},
		},
	),
	'queue/countWaitingInConfigured': ofAgent({}, { run: withCustomer(SALES), gives: { waiting: 1 } }),
	'queue/countWaitingInJoined': ofAgent({}, { run: withCustomer(SALES), gives: { waiting: 1 } }),
	'queue/countWaiting': ofAgent(
		{ skillid: byId(SALES) },
		{
			run: withCustomer(SALES, { skillid: byId(SALES) }),
			more: { 'in an empty queue': withCustomer(SALES, { skillid: byId(4) }) },
			refused: unknownQueue({ skillid: byId(NO_QUEUE) }),
			gives: { waiting: 1 },
		},
	),
	'queue/getStatistics': ofAgent(
		{ skills: '3, 2' },
		{
			run: withCustomer(SALES, { skills: '3, 2' }),
			more: { 'of a queue where nobody waits': signedIn({ skills: [4] }) },
			refused: unknownQueue({ skills: [NO_QUEUE] }),
			gives: {
				deviceNo: SALES,
				queueSize: 1,
				loggedOnAgents: 1,
				availAgents: 0,
				transferFlgName: 'Release',
				longestWaitingCallId: expect.stringMatching(/^1772\d{6}-339$/),
				longestWaitingSince: expect.stringMatching(/^2026-03-02T/),
			},
		},
	),
	'queue/getIvrFlows': ofAgent({}, { gives: { access: '90500', id: 1, description: 'Fault handling' } }),
};
