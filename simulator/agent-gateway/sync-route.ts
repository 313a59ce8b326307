import type { Interface } from '../interface';
import { success } from './codes';
import type { OnlineAgent } from './online-agent';
import { agentInterface } from './request';
import { ABNORMAL, syncStates } from './states';

/** 6.1.1.25: for a page that has been loaded anew. Whatever the agent has not been told yet never will be. */
export const syncRoute: Interface[] = [
	agentInterface({
		section: '6.1.1.25',
		method: 'POST',
		path: '/onlineagent/{agentid}/syncagentinfo',
		handle(agent, { world }) {
			agent.events.clear();
			const { callinfo, agentStateInfo } = world.agents.describeCalls(agent);
			return success({ callinfo, agentStateInfo: { ...withoutCalls(agent), ...agentStateInfo } });
		},
	}),
];

/** As the sample prints it, with a number for agentStateBeginTime. */
const withoutCalls = (agent: OnlineAgent): object => ({
	callFeature: 0,
	callData: '',
	lastState: agent.lastState === undefined ? ABNORMAL : syncStates[agent.lastState],
	preBusy: agent.preBusy !== undefined,
	firsttalkingFlag: false,
	workNo: agent.workNo,
	qcWorkNo: '',
	callerNo: '',
	beginHoldTime: null,
	state: syncStates[agent.state],
	talkingCallfeature: 0,
	releaseFlag: 0,
	calledNo: '',
	mainCallId: '',
	secondTalkingTime: null,
	preRest: agent.preRest !== undefined,
	recordID: '',
	currentTime: String(agent.clock.now()),
	beginTalkingTime: null,
	partner: '',
	holdCallId: '',
	agentStateBeginTime: agent.stateSince,
	curCommand: 0,
	curCallId: '',
	cmdBeginTime: '',
});
