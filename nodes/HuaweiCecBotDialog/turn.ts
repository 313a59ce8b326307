/** What an answer of the dialog means, in one shape for all its kinds (tables 10-14 to 10-30). */
import { isRecord } from '../../cec/formats/paths';

type Json = Record<string, unknown>;

export type Action = 'reply' | 'transfer' | 'query' | 'end' | 'captureStarted' | 'recognition';

const ACTIONS: Record<string, Action> = { 7: 'captureStarted', 9: 'reply', 10: 'end', 11: 'transfer', 12: 'query', 13: 'recognition' };

const PROMPTS: Record<string, string> = { 0: 'audio', 1: 'audio', 2: 'speech', 3: 'text', 4: 'record', 5: 'video', 6: 'multimedia', 7: 'card' };

const TRANSFERS: Record<string, string> = {
	1: 'queueByAccessCode',
	2: 'ivr',
	3: 'queueByName',
	4: 'agent',
	5: 'externalNumber',
	6: 'digitalAssistant',
	7: 'familiarAgent',
	8: 'queueOfAgent',
	31: 'familiarAgentByMessage',
	32: 'queueByMessage',
	33: 'agentByMessage',
};

const QUERIES: Record<string, string> = { 1: 'currentQueue', 2: 'queue', 3: 'agent', 5: 'mediaSwitch' };

/** Three digits of seven: played only, without listening. */
const PLAY_ONLY = /^100/;

export interface Turn {
	action: Action;
	/** What the customer is shown or told. */
	message?: Json;
	/** Whether the bot waits for the customer. */
	waits: boolean;
	transfer?: Json;
	query?: Json;
	end?: Json;
	/** Voice dialogs want it back with the next step. */
	interactionIndex?: string;
}

export function readTurn(answer: Json): Turn {
	const out = isRecord(answer.outparams) ? answer.outparams : {};
	const action = ACTIONS[String(answer.outaction)] ?? 'reply';
	const index = text(out.inter_idx);
	return {
		action,
		waits: action === 'reply' && !PLAY_ONLY.test(String(out.model_type ?? '')),
		...(action === 'reply' && { message: messageOf(out) }),
		...(action === 'transfer' && { transfer: transferOf(out) }),
		...(action === 'query' && { query: { type: QUERIES[String(out.prompt_type)], queueId: text(out.skill_id), module: text(out.moduleName), media: mediaOf(out.changeType) } }),
		...(action === 'end' && { end: { normal: String(out.release_reason ?? '0') === '0', startedAt: text(out.start_time), endedAt: text(out.end_time) } }),
		...(index !== undefined && { interactionIndex: index }),
	};
}

function messageOf(out: Json): Json {
	const content = parsed(out.prompt_text);
	return {
		type: PROMPTS[String(out.prompt_type)] ?? 'text',
		text: textIn(content),
		// Cards, and hints for agents, are JSON in a text.
		...(typeof content === 'object' && content !== null && { content }),
		file: text(out.prompt_wav),
		language: out.language === undefined ? undefined : String(out.language) === '1' ? 'en' : 'zh',
		timeoutSeconds: number(out.timeout),
		from: String(out.responseSource ?? '0') === '1' ? 'agent' : 'bot',
		...(String(out.flowRecordFlag) === '0' && { recordTo: text(out.flowRecordPath) }),
	};
}

function transferOf(out: Json): Json {
	return {
		type: TRANSFERS[String(out.trans_type)] ?? 'other',
		typeCode: text(out.trans_type),
		target: text(out.route_value),
		data: text(out.trans_data),
		callingNumber: text(out.calling_num),
		recordTo: text(out.record_path),
	};
}

/** An object where the text is one in JSON; the text otherwise. */
function parsed(value: unknown): unknown {
	if (typeof value !== 'string' || !/^\s*[{[]/.test(value)) return value;
	try {
		return JSON.parse(value) as unknown;
	} catch {
		return value;
	}
}

/** The words of a card, as far as it has some. */
function textIn(content: unknown): string {
	if (typeof content === 'string') return content;
	if (Array.isArray(content)) return content.map(textIn).filter(Boolean).join('\n');
	if (!isRecord(content)) return '';
	return ['title', 'text', 'content', 'description'].map((key) => textIn(content[key])).filter(Boolean).join('\n');
}

function mediaOf(changeType: unknown): string | undefined {
	if (changeType === undefined) return undefined;
	return String(changeType) === '3' ? 'video' : 'audio';
}

function text(value: unknown): string | undefined {
	return value === undefined || value === null || value === '' ? undefined : String(value);
}

function number(value: unknown): number | undefined {
	const found = text(value);
	return found === undefined || Number.isNaN(Number(found)) ? undefined : Number(found);
}
