import { z } from 'zod';
import { HttpAnswer, type Interface } from '../interface';
import { codes, refuse } from './codes';
import { agentInterface } from './request';
import { newGuid } from './session-routes';

/** 6.1.4.1. Without an event the answer has none, in the sample's shape: the reference does not show one. */
export const pollRoute: Interface[] = [
	agentInterface({
		section: '6.1.4.1',
		method: 'GET',
		path: '/agentevent/{agentid}',
		query: z.object({ calldata: z.string().optional() }).strict(),
		async handle(agent, { headers }) {
			if (agent.options.push) refuse(codes.wrongWayToEvents, 'The events of this agent are pushed.');
			agent.lastSign = agent.clock.now();
			const { event, at } = await agent.events.next();
			agent.lastSign = at;
			const body = { message: '', retcode: codes.success, event };
			return new HttpAnswer(200, body, newGuid(agent, headers.guid, at));
		},
	}),
];
