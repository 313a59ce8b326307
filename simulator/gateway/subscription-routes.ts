import { z } from 'zod';
import type { Interface } from '../interface';
import { optionalText, text } from '../schema/fields';
import type { World } from '../world';
import { codes, refuse, retcode, success } from './codes';
import type { Subscription, Wishes } from './subscriptions';

/** 6.3.1 to 6.3.5: subscribing to what is spoken, and staying subscribed. */

const BASE = '/agentgateway/resource/config/subscribe';
const LONGEST_TOKEN = 256;

const serverId = text().refine((value) => value.trim() !== '', 'must not be blank');
const wishes = {
	serviceCallBackUri: text(200, /^https?:\/\/\S+$/),
	/** The table has a boolean, the samples a text. */
	nlpFlag: z.union([z.boolean(), z.enum(['true', 'false']).transform((value) => value === 'true')]),
	flowAccessCode: optionalText(),
};

const flowWithoutAnalysis = {
	message: 'flowAccessCode goes with nlpFlag true only',
	path: ['flowAccessCode'],
};
const isConsistent = ({ nlpFlag, flowAccessCode }: Wishes): boolean => nlpFlag || !flowAccessCode;

function find(world: World, id: string, code: string): Subscription {
	return world.subscriptions.find(id) ?? refuse(code, 'The subscription does not exist.');
}

export const subscriptionRoutes: Interface[] = [
	{
		section: '6.3.1',
		method: 'POST',
		path: `${BASE}/register`,
		envelope: retcode,
		body: z
			.object({ subscribeType: z.literal('1'), serviceToken: optionalText(LONGEST_TOKEN), ...wishes })
			.strict()
			.refine(isConsistent, flowWithoutAnalysis),
		handle({ world, body: { subscribeType: _, serviceToken, ...chosen } }) {
			const added = world.subscriptions.add(chosen, serviceToken || undefined);
			return success({ serverId: added.serverId });
		},
	},
	{
		section: '6.3.2',
		method: 'POST',
		path: `${BASE}/modify`,
		envelope: retcode,
		query: z.object({ serverId }).strict(),
		body: z.object(wishes).strict().refine(isConsistent, flowWithoutAnalysis),
		// The table has a result with the serverId, the sample has none: the sample is followed.
		handle({ world, query, body }) {
			const found = find(world, query.serverId, codes.notSubscribed);
			Object.assign(found, { flowAccessCode: undefined }, body);
			return success();
		},
	},
	{
		section: '6.3.3',
		method: 'PUT',
		path: `${BASE}/unregister`,
		envelope: retcode,
		body: z.object({ serverId }).strict(),
		handle({ world, body }) {
			world.subscriptions.remove(find(world, body.serverId, codes.notUnregistered).serverId);
			return success();
		},
	},
	{
		section: '6.3.4',
		method: 'GET',
		path: `${BASE}/handshake/{serverId}`,
		envelope: retcode,
		handle({ world, params }) {
			find(world, params.serverId, codes.handshakeFailed).lastHandshake = world.clock.now();
			return success();
		},
	},
	{
		section: '6.3.5',
		method: 'POST',
		path: `${BASE}/handshake/{serverId}`,
		envelope: retcode,
		handle({ world, params, headers }) {
			const given = headers.service_token;
			if (typeof given !== 'string' || given === '' || given.length > LONGEST_TOKEN) {
				return refuse(codes.malformed, 'service_token: must have 1 to 256 characters');
			}
			const found = find(world, params.serverId, codes.handshakeFailed);
			if (found.serviceToken === undefined) refuse(codes.noServiceToken, 'No service token was registered.');
			if (found.serviceToken !== given) refuse(codes.wrongServiceToken, 'The service token is not valid.');
			found.lastHandshake = world.clock.now();
			return success();
		},
	},
];
