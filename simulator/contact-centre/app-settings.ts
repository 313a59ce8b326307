import { z } from 'zod';
import { envelopes, type Interface, Refusal } from '../interface';
import { oneOfText, optionalText, text } from '../schema/fields';
import { tenant } from '../tenant';
import { isoUtc } from '../time';
import type { World } from '../world';
import type { AppSettings } from './state';

/** 6.4: the settings of the mobile app, one set for each user id. */

const BASE = '/apiaccess/CC-Management/v1/openapp/agentsettings';

const numbers = z.array(z.string().max(15)).max(5).optional();
const settings = {
	callType: oneOfText('0', '1', '2').optional(),
	userId: text(),
	callerPresent: numbers,
	callNumber: numbers,
	callNumberDefault: optionalText(15),
	callerPresentDefault: optionalText(15),
};

function find(world: World, userId: string): AppSettings {
	const found = world.centre.appSettings.get(userId);
	if (!found) throw new Refusal('1', 'The AgentSettings does not exist.');
	return found;
}

export const appSettings: Interface[] = [
	{
		section: '6.4.1',
		method: 'POST',
		path: `${BASE}/create`,
		envelope: envelopes.returnDesc,
		body: z.object(settings).strict(),
		handle({ world, body }) {
			if (world.centre.appSettings.has(body.userId)) throw new Refusal('1', 'The AgentSettings already exists.');
			const id = `1307${world.random.digits(15)}`;
			world.centre.appSettings.set(body.userId, { ...body, id, createTime: isoUtc(world.clock.now()) });
			return { returnCode: '0', returnDesc: 'The AgentSettings created successfully.', id };
		},
	},
	{
		section: '6.4.2',
		method: 'POST',
		path: `${BASE}/update`,
		envelope: envelopes.returnDesc,
		body: z.object({ id: text(), ...settings }).strict(),
		handle({ world, body }) {
			const found = find(world, body.userId);
			if (found.id !== body.id) throw new Refusal('1', 'The id does not belong to the user.');
			Object.assign(found, body);
			return { returnCode: '0', returnDesc: 'update success.', id: found.id };
		},
	},
	{
		section: '6.4.3',
		method: 'POST',
		path: `${BASE}/query`,
		envelope: envelopes.returnDesc,
		body: z.object({ userId: settings.userId }).strict(),
		handle: ({ world, body }) => ({
			returnCode: '0',
			...find(world, body.userId),
			agentName: [...world.centre.agents.keys()][0] ?? '',
			tenantId: tenant.tenantId,
			returnDesc: 'query success',
		}),
	},
	{
		section: '6.4.4',
		method: 'POST',
		path: `${BASE}/delete`,
		envelope: envelopes.returnDesc,
		body: z.object({ userId: settings.userId }).strict(),
		handle({ world, body }) {
			find(world, body.userId);
			world.centre.appSettings.delete(body.userId);
			return { returnCode: '0', returnDesc: 'The AgentSettings delete successfully.' };
		},
	},
];
