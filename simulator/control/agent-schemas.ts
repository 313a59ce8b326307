import { z } from 'zod';

/** What the controls of signed-in agents take. */

const agentId = z.union([z.string().regex(/^\d+$/), z.number().int()]);
const event = z.object({ eventType: z.string().min(1), content: z.unknown() }).strict();

export type AgentEventOptions = z.input<typeof event>;

export const agentSchemas = {
	tell: z.object({ agentId, event }).strict(),
	failOver: z.object({ agentId: agentId.optional(), seconds: z.number().min(0).optional() }).strict(),
	expire: z.object({ agentId: agentId.optional() }).strict(),
};
