import { z } from 'zod';
import { envelopes, type Interface, Refusal } from '../interface';
import { text } from '../schema/fields';
import { BASE } from './customer-interface';

const FAILED = '1';

/** 11.1. The sample of its answer is no JSON; the keys are those of the table. */
export const tokenRoute: Interface = {
	section: '11.1',
	method: 'POST',
	path: `${BASE}/applyToken`,
	envelope: envelopes.resultDesc,
	body: z
		.object({
			userId: text(32),
			userName: text(),
			channelId: text(),
			locale: text(8, /^[a-z]{2,3}$/),
		})
		.strict(),
	handle({ world, body }) {
		if (!world.webChats.channel(body.channelId)) throw new Refusal(FAILED, 'none channel config found');
		return { token: world.webChats.tokens.issue(body), resultCode: '0' };
	},
};
