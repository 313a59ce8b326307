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

/** Under which keys n8n's nodes put words out. */
const WORDS = ['responses', 'response', 'output', 'text', 'message', 'answer'];

export const answerOf = (intents: Intent[]): ChatbotAnswer => ({ errorCode: '0', errorMsg: '', intentsResponses: intents });

/** The answer in the items of the last node: a finished one, intents, or words that become one. */
export function answerIn(output: unknown): ChatbotAnswer | undefined {
	const items = (Array.isArray(output) ? output : [output]).filter(isRecord);
	const finished = items.find(({ intentsResponses }) => Array.isArray(intentsResponses));
	if (finished) return { ...answerOf([]), ...finished } as ChatbotAnswer;
	const intents = items.map(intentIn).filter((intent): intent is Intent => intent !== undefined);
	return intents.length > 0 ? answerOf(intents) : undefined;
}

/** An intent of an item; one without words and commands is none. */
export function intentIn(item: Json): Intent | undefined {
	const key = WORDS.find((name) => item[name] !== undefined && item[name] !== null && item[name] !== '');
	const words = key === undefined ? [] : [item[key]].flat().map(String);
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
