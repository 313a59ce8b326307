import { byId } from '../../support/bench';
import type { Case, Parameters, Prepare } from '../case';
import { ofAgent, signedIn } from './shared';

const AUDIO = 2;

/** Another agent is there too, and has joined its queues. */
const withColleague =
	(parameters: Parameters = {}): Prepare =>
	async (bench) => {
		const other = await bench.agentSession({}, 1);
		await bench.asAgent(1, other, 'POST', 'onlineagent/{agentid}/resetskill/true');
		return { session: await bench.agentSession(), ...parameters };
	};

const COLLEAGUE = {
	workno: '102',
	name: 'Agent Two',
	stateName: 'Idle',
	ctiStateName: 'Idle',
	phone: '15550106',
	signedInForCalls: true,
	signedInForChats: true,
	signedInAt: expect.stringMatching(/^2026-03-02T/),
};

export const colleagueCases: Record<string, Case> = {
	'colleague/get': ofAgent(
		{ workno: byId(102) },
		{
			run: withColleague({ workno: byId(102) }),
			more: { 'for one who is not there': signedIn({ workno: byId(103) }) },
			refused: { run: signedIn({ workno: byId(999) }), message: /^CEC has nothing about this agent \(code 300-002\)$/ },
			gives: {
				...COLLEAGUE,
				skillQueues: [{ name: 'defaultAudioSkill', id: AUDIO, mediatype: 5, mediaTypeName: 'Audio and Video Call' }],
			},
		},
	),
	'colleague/getManyOfQueue': ofAgent(
		{ skillid: byId(AUDIO) },
		{ run: withColleague({ skillid: byId(AUDIO) }), gives: COLLEAGUE },
	),
	'colleague/getOnline': ofAgent({}, {
		run: withColleague(),
		gives: { skillId: AUDIO, mediaTypeName: 'Audio and Video Call', agents: [COLLEAGUE] },
	}),
	'colleague/sendNote': ofAgent(
		{ agentIds: '102, 103', content: 'Lunch at noon' },
		{ run: withColleague({ agentIds: '102, 103', content: 'Lunch at noon' }) },
	),
};
