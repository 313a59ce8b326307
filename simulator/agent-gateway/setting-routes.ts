import { z } from 'zod';
import type { Interface } from '../interface';
import { intText } from '../schema/fields';
import { codes, refuse, success } from './codes';
import { agentInterface, pathFlag } from './request';

/** What an agent chooses for the session: 6.1.1.7, 6.1.1.8, 6.1.1.16, 6.1.1.17, 6.1.1.22 and 6.1.1.27 to 6.1.1.29. */

const AGENT = '/onlineagent/{agentid}';
/** What 6.1.1.28 answers where no state has been set. */
const NO_CUSTOM_STATE = 65_535;

const password = z.string().min(8).max(32);

export const settingRoutes: Interface[] = [
	agentInterface({
		section: '6.1.1.7',
		method: 'POST',
		path: `${AGENT}/autoanswer/{isautoanswer}`,
		handle(agent, { params }) {
			agent.options.autoAnswer = pathFlag(params.isautoanswer);
			return success({});
		},
	}),
	agentInterface({
		section: '6.1.1.8',
		method: 'POST',
		path: `${AGENT}/resetskill/{autoflag}`,
		query: z
			.object({
				skillid: z
					.string()
					.max(4000)
					.regex(/^\d+(;\d+)*;?$/)
					.optional(),
				/** Changes nothing here: there are no such phones. */
				phonelinkage: z.enum(['0', '1']).optional(),
			})
			.strict(),
		handle(agent, { world, params, query }) {
			if (agent.options.phoneNumber === '') refuse(codes.failed, 'The agent has no phone.');
			const configured = agent.account.skills.map(({ skillId }) => skillId);
			const asked = (query.skillid ?? '').split(';').filter(Boolean).map(Number);
			const chosen =
				params.autoflag === 'true' ? configured : configured.filter((skillId) => asked.includes(skillId));
			agent.queues.clear();
			for (const skillId of chosen) agent.queues.add(skillId);
			world.agents.offer(agent);
			return success({});
		},
	}),
	agentInterface({
		section: '6.1.1.16',
		method: 'POST',
		path: `${AGENT}/modifyaccountpwdex`,
		body: z.object({ oldPassword: password, newPassword: password }).strict(),
		handle(agent, { world, body }) {
			world.agents.passwords.change(agent.account, body.oldPassword, body.newPassword);
			return success({});
		},
	}),
	agentInterface({
		section: '6.1.1.17',
		method: 'POST',
		path: `${AGENT}/autoenteridle/{flag}`,
		handle(agent, { params }) {
			agent.options.autoEnterIdle = pathFlag(params.flag);
			return success({});
		},
	}),
	agentInterface({
		section: '6.1.1.22',
		method: 'POST',
		path: `${AGENT}/settalkright`,
		query: z.object({ flag: z.enum(['0', '1']) }).strict(),
		handle(agent, { world, query }) {
			agent.talkRight = query.flag === '1';
			world.agents.offer(agent);
			return success({});
		},
	}),
	agentInterface({
		section: '6.1.1.27',
		method: 'POST',
		path: `${AGENT}/setcustomstate`,
		query: z.object({ customstate: intText(0, NO_CUSTOM_STATE - 1) }).strict(),
		handle(agent, { query }) {
			agent.customState = query.customstate;
			return success({});
		},
	}),
	agentInterface({
		section: '6.1.1.28',
		method: 'GET',
		path: `${AGENT}/querycustomstate`,
		handle: (agent) => success({ agentcustomstate: String(agent.customState ?? NO_CUSTOM_STATE) }),
	}),
	agentInterface({
		section: '6.1.1.29',
		method: 'POST',
		path: `${AGENT}/cancelsetcustomstate`,
		handle(agent) {
			if (agent.customState === undefined) refuse(codes.wrongState, 'No state has been set.');
			agent.customState = undefined;
			return success({});
		},
	}),
];
