import { z } from 'zod';
import { envelopes, type Interface } from '../interface';
import { text } from '../schema/fields';
import { tenant } from '../tenant';
import { refuse } from './fields';

/** 6.2.8: where a call to a number of the tenant goes. */

const QUEUE = 0;
const NUMBER = 1;
/** Of a called route (5.3.2): it leads to a skill queue. */
const TO_QUEUE = 1;

export const calledInfo: Interface[] = [
	{
		section: '6.2.8',
		method: 'POST',
		path: '/apiaccess/CC-Management/v1/mobileAgent/getCalledInfo',
		envelope: envelopes.retMsg,
		body: z.object({ called: text(32), caller: text(32) }).strict(),
		handle({ world, body }) {
			const { called } = body;
			const routes = [...world.centre.routes.values()];
			const route = routes.find(({ accessCode, extCode }) => accessCode + extCode === called);
			if (!route) {
				// 4 for a number that is none of the tenant's, 5 for one that leads nowhere.
				const known = tenant.accessCodes.some(({ accessCode }) => accessCode === called);
				return known ? refuse('5', 'Called is not configured') : refuse('4', 'The called ID is not found');
			}
			const ok = (result: object): object => ({ retCode: '0', retMsg: 'success', result });
			if (route.devicetype === TO_QUEUE) {
				const queue = world.centre.queues.get(route.deviceId);
				return ok({ devType: QUEUE, skillId: route.deviceId, skillName: queue?.name, called });
			}
			const flow = tenant.ivrFlows.find(({ id }) => id === route.deviceId);
			return ok({ devType: NUMBER, called: flow?.accessCode });
		},
	},
];
