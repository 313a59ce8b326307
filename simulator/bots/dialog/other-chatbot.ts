import { z } from 'zod';
import type { World } from '../../world';
import type { Conversation, Understood } from './conversation';

/** Intents that the chatbot of a user finds in place of the platform's own (10.14). */

const answer = z.object({
	intentsResponses: z.array(z.object({ commands: z.array(z.string()), responses: z.array(z.string()).optional() })),
});

/** Undefined where the platform understands by itself; a chatbot that fails has understood nothing. */
export async function askOther(
	world: World,
	{ begun, flow }: Conversation,
	utterance: string,
): Promise<Understood | undefined> {
	const { chatbots, settings } = world.bots;
	if (!settings.chatbot) return undefined;
	const { answer: given, isRecognized } = await chatbots.ask({
		...settings.chatbot,
		utterance,
		sessionId: begun.call_sor_id,
		accessCode: begun.call_dst_id,
		language: flow.script.language,
	});
	const found = answer.safeParse(given);
	if (!isRecognized || !found.success) return { commands: [] };
	const { intentsResponses } = found.data;
	return {
		commands: intentsResponses.flatMap(({ commands }) => commands),
		answer: intentsResponses.flatMap(({ responses = [] }) => responses).find((one) => one !== ''),
	};
}
