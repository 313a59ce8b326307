import { z } from 'zod';
import { text } from '../../schema/fields';
import { type BotInterface, shapes } from '../bot-interface';

export const tokenRoute: BotInterface[] = [
	{
		section: '4.4',
		method: 'POST',
		path: '/oifde/rest/api/gettoken',
		way: 'itself',
		refusal: shapes.errorMsg,
		body: z.object({ appKey: text(), appSecret: text() }).strict(),
		handle: ({ world, body }) => ({
			errorCode: 0,
			errorMsg: '',
			...world.bots.tokens.issue(body.appKey, body.appSecret),
		}),
	},
];
