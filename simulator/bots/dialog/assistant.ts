import { entitiesOf } from '../understanding/entities';
import { intentsOf, understand } from '../understanding/intents';
import type { World } from '../../world';
import type { Conversation, Output } from './conversation';
import { writtenPrompt } from './prompts';
import type { Answered } from './schemas';

/** seat=ass: what an agent is shown beside a call, as JSON in prompt_text. */

const SENSITIVE = ['password', 'lawyer', 'complaint'];
const GOOD = /\b(thanks?|great|good|happy)\b/i;
const BAD = /\b(bad|angry|complaint|terrible|never)\b/i;

export function hint(world: World, conversation: Conversation, answered: Answered): Output {
	const { input } = answered;
	const shown = conversation.flow.assists === 'ticket' ? ticketHint(world, input) : matchingHint(answered);
	return { outaction: 9, prompt: writtenPrompt(JSON.stringify(shown)), bySilentAgent: false };
}

function matchingHint({ input, TextSource: role = '' }: Answered): object {
	const [match] = understand(input, 'en_US');
	const words = SENSITIVE.filter((word) => input.toLowerCase().includes(word));
	const sentiment = BAD.test(input) ? 'negative' : GOOD.test(input) ? 'positive' : 'neutrality';
	const steps = intentsOf('en_US')
		.filter(({ isTalk }) => !isTalk)
		.slice(0, 3)
		.map(({ command, description }) => ({
			intentcode: command,
			intentDsp: description,
			status: command === match?.intent.command ? '1' : '0',
		}));
	return {
		sentiment_analysis: sentiment,
		sentiment_analysis_score: { negative: 20, neutrality: 50, positive: 80 }[sentiment],
		role,
		...(words.length > 0 && { sensitive_word: { 违禁语: words } }),
		Intend: match?.intent.description ?? '',
		recomand_KP: match ? [match.intent.name] : [],
		call_script: JSON.stringify(steps),
		call_script_matchedstep: match?.intent.command ?? '',
	};
}

/** The fields of a ticket that were heard. */
const ticketHint = (world: World, input: string): object =>
	entitiesOf(world, input)
		.filter(({ envEntity, citation }) => !envEntity && citation !== '@system.any')
		.map(({ citation, beginIndex, endIndex, values }) => ({
			beginIndex: String(beginIndex),
			endIndex: String(endIndex),
			type: citation,
			entity: values[citation],
			tag: citation.slice(citation.lastIndexOf('.') + 1),
		}));
