import { z } from 'zod';
import { HttpAnswer, type Interface } from '../interface';
import { int, text } from '../schema/fields';
import { retcode, success } from './codes';

/** 4.6: a work number is 1 to 59999; a VDN signs in with its number, which is 1 to 9999, and 100000. */
const agentId = z.union([int(1, 59_999), int(100_001, 109_999)]);

export const login: Interface[] = [
	{
		section: '4.6',
		method: 'POST',
		path: '/agentgateway/resource/config/login',
		envelope: retcode,
		isLogin: true,
		body: z.object({ agentId, password: text() }).strict(),
		handle({ world, body }) {
			const guid = world.gateway.open(body.agentId, body.password);
			return new HttpAnswer(200, success({ guid }), { Guid: guid });
		},
	},
];
