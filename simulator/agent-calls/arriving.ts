import { z } from 'zod';
import type { World } from '../world';
import { inbound, queue } from './ringing';
import { features, media, type PhoneMember } from './state';
import { behind } from './targets';
import { tell } from './desk';

/** Customers who call in, and preview calls that are offered: what the control makes happen to agents. */

export const inboundSchema = z
	.object({
		skillId: z.number().int().optional(),
		/** Leads to a queue by the called routes. */
		accessCode: z.string().optional(),
		caller: z
			.string()
			.regex(/^\d{1,24}$/)
			.optional(),
		/** Hangs up after so long a talk; otherwise stays until the agent ends the call. */
		talkSeconds: z.number().min(0).optional(),
		callData: z.string().optional(),
	})
	.strict()
	.refine(({ skillId, accessCode }) => (skillId === undefined) !== (accessCode === undefined), {
		message: 'Either skillId or accessCode says where the call goes',
	});

export type InboundOptions = z.input<typeof inboundSchema>;

export const previewSchema = z
	.object({
		agentId: z.union([z.string(), z.number()]).transform(String),
		numbers: z
			.array(z.string().regex(/^[0-9*#]{1,24}$/))
			.min(1)
			.max(10),
		callData: z.string().optional(),
	})
	.strict();

export type PreviewOptions = z.input<typeof previewSchema>;

function queueOf(world: World, skillId: number | undefined, accessCode: string | undefined): number {
	const target = accessCode === undefined ? undefined : behind(world, accessCode);
	const found = target?.kind === 'queue' ? target.skillId : skillId;
	if (found === undefined || !world.centre.queues.has(found)) throw new Error('There is no such queue.');
	return found;
}

export function callIn(world: World, options: InboundOptions): { callId: string } {
	const { caller = '447700900400', talkSeconds, callData = '', ...where } = inboundSchema.parse(options);
	const skillId = queueOf(world, where.skillId, where.accessCode);
	const phone: PhoneMember = { number: caller, state: 'talking', talkSeconds };
	const called = where.accessCode ?? world.tenant.accessCodes[0].accessCode;
	const { mediaTypeId } = world.centre.queues.get(skillId) ?? {};
	const isVideo = mediaTypeId === media.video;
	const call = world.agentCalls.create({
		feature: features.inbound,
		caller,
		called,
		dialled: called,
		skillId,
		callData,
		phones: [phone],
		mediaType: isVideo ? media.video : media.voice,
		mediaAbility: isVideo ? 3 : 1,
	});
	queue(world, call, skillId, inbound(world, call, skillId));
	return { callId: call.callId };
}

/** Offers numbers to an agent, who may call one of them (6.5.1.3.4, 6.5.1.3.5). */
export function preview(world: World, options: PreviewOptions): { controlId: number } {
	const { agentId, numbers, callData = '' } = previewSchema.parse(options);
	if (!world.agents.find(agentId)) throw new Error(`Agent ${agentId} is not signed in`);
	const controlId = ++world.agentCalls.lastPreview;
	world.agentCalls.previews.set(controlId, { workNo: agentId, numbers, callData });
	tell(world, agentId, numbers.length > 1 ? 'AgentEvent_Preview_CallOut_Ex' : 'AgentEvent_Preview_CallOut', {
		controlid: String(controlId),
		dialeddigits: numbers.join(','),
		callData,
	});
	return { controlId };
}
