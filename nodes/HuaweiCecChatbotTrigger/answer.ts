/** What CEC is answered (table 10-88), made of what the workflow puts out. */
import { readList } from '../../cec/formats/lists';
import { isRecord } from '../../cec/formats/paths';

type Json = Record<string, unknown>;

export interface Intent {
	confidence: number;
	commands: string[];
	responses: string[];
	params?: Json;
	scenarioName?: string;
	scenarioType?: number;
}

export interface ChatbotAnswer {
	errorCode: string;
	errorMsg: string;
	intentsResponses: Intent[];
}

/** What the question says about how many answers are wanted (table 10-87). */
export interface Wanted {
	targetIntentCount?: unknown;
	confidence2Top?: unknown;
}

/** Under which keys n8n's nodes put words out. */
const WORDS = ['responses', 'response', 'output', 'text', 'message', 'answer'];
const LONGEST_RESPONSE = 4096;

export const answerOf = (intents: Intent[]): ChatbotAnswer => ({ errorCode: '0', errorMsg: '', intentsResponses: intents });

/** The answer in the items of the last node: a finished one, intents, or words that become one. */
export function answerIn(output: unknown, wanted: Wanted = {}): ChatbotAnswer | undefined {
	const items = (Array.isArray(output) ? output : [output]).filter(isRecord);
	const finished = items.find(({ intentsResponses }) => Array.isArray(intentsResponses));
	if (finished) return { ...answerOf([]), ...finished } as ChatbotAnswer;
	const intents = items.map(intentIn).filter((intent): intent is Intent => intent !== undefined);
	return intents.length > 0 ? answerOf(best(intents, wanted)) : undefined;
}

/** The surest first, no more than CEC wants, and none that is too far behind the first. */
function best(intents: Intent[], { targetIntentCount, confidence2Top }: Wanted): Intent[] {
	const [most, gap] = [Number(targetIntentCount) || Infinity, Number(confidence2Top ?? 1)];
	const sorted = [...intents].sort((one, other) => other.confidence - one.confidence);
	// Differences of numbers like 0.9 and 0.7 are not exact.
	return sorted.filter(({ confidence }) => !(sorted[0].confidence - confidence > gap + Number.EPSILON)).slice(0, most);
}

/** An intent of an item; one without words and commands is none, and neither is an error, which is not for customers. */
export function intentIn(item: Json): Intent | undefined {
	if (item.error) return undefined;
	// So AI agents put out what they have been given a form for.
	if (isRecord(item.output)) return intentIn(item.output);
	const key = WORDS.find((name) => item[name] !== undefined && item[name] !== null && item[name] !== '');
	const words = key === undefined ? [] : [item[key]].flat().map((one) => String(one).slice(0, LONGEST_RESPONSE));
	const commands = readList(item.commands ?? item.command).map(String);
	if (words.length === 0 && commands.length === 0) return undefined;
	const confidence = Number(item.confidence ?? 1);
	const params = item.params ?? item.slots;
	return {
		confidence: Number.isNaN(confidence) ? 1 : Math.min(1, Math.max(0, confidence)),
		commands,
		responses: words,
		...(isRecord(params) && { params }),
		...(typeof item.scenarioName === 'string' && { scenarioName: item.scenarioName }),
		...(typeof item.scenarioType === 'number' && { scenarioType: item.scenarioType }),
	};
}
