import { z } from 'zod';
import type { World } from '../world';
import { inbound, queue } from './ringing';
import { abilities, type AgentCall, features, media, type PhoneMember } from './state';
import { behind } from './targets';
import { tell } from './desk';
import { tellMessages } from './events';

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
		kind: z.enum(['call', 'chat']).default('call'),
		/** Chats only: whose they are, and what is written before an agent has come. */
		userId: z.string().min(1).optional(),
		messages: z.array(z.string().min(1)).optional(),
	})
	.strict()
	.refine(({ kind, userId, messages, caller }) => (kind === 'chat' ? !caller : !userId && !messages), {
		message: 'userId and messages belong to chats, caller to calls',
	})
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

/** A customer calls or writes, and waits for a free agent. */
export function comeIn(world: World, options: InboundOptions): { callId: string } {
	const given = inboundSchema.parse(options);
	const skillId = queueOf(world, given.skillId, given.accessCode);
	const call = given.kind === 'chat' ? chatOf(world, given, skillId) : callOf(world, given, skillId);
	queue(world, call, skillId, inbound(world, call, skillId));
	return { callId: call.callId };
}

type Given = z.output<typeof inboundSchema>;

function chatOf(world: World, { userId = 'user-1', messages = [], ...given }: Given, skillId: number): AgentCall {
	if (world.centre.queues.get(skillId)?.mediaTypeId !== media.chat) throw new Error('The queue is not for chats.');
	const chatCode = world.tenant.accessCodes.find(({ mediatypeId }) => mediatypeId === media.chat);
	const called = given.accessCode ?? chatCode?.accessCode ?? '';
	return world.agentCalls.create({
		feature: features.inbound,
		caller: userId,
		called,
		dialled: called,
		skillId,
		callData: given.callData ?? '',
		phones: [{ number: userId, state: 'talking', talkSeconds: given.talkSeconds }],
		mediaType: media.chat,
		mediaAbility: abilities.text,
		chat: { userId, messages: [...messages], sent: [] },
	});
}

export const messageSchema = z.object({ callId: z.string(), message: z.string().min(1) }).strict();

export type MessageOptions = z.input<typeof messageSchema>;

/** The customer writes: whoever chats is told, and otherwise whoever comes. */
export function write(world: World, options: MessageOptions): void {
	const { callId, message } = messageSchema.parse(options);
	const call = world.agentCalls.find(callId);
	if (!call?.chat) throw new Error(`There is no chat ${callId}`);
	call.chat.messages.push(message);
	const reader = call.agents.find(({ state }) => state === 'talking');
	if (reader) tellMessages(world, call, reader);
}

function callOf(world: World, given: Given, skillId: number): AgentCall {
	const { caller = '447700900400', talkSeconds, callData = '', ...where } = given;
	const phone: PhoneMember = { number: caller, state: 'talking', talkSeconds };
	const called = where.accessCode ?? world.tenant.accessCodes[0].accessCode;
	const { mediaTypeId } = world.centre.queues.get(skillId) ?? {};
	const isVideo = mediaTypeId === media.video;
	return world.agentCalls.create({
		feature: features.inbound,
		caller,
		called,
		dialled: called,
		skillId,
		callData,
		phones: [phone],
		mediaType: isVideo ? media.video : media.voice,
		mediaAbility: isVideo ? abilities.video : abilities.audio,
	});
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
