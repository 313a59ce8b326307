/** What an answer of the dialog means, in one shape for all its kinds (tables 10-14 to 10-30). */
import { parseExact } from '../../cec/formats/exactJson';
import { isRecord } from '../../cec/formats/paths';
import { isoFromWire } from '../../cec/formats/times';

type Json = Record<string, unknown>;

export type Action = 'reply' | 'transfer' | 'query' | 'end' | 'captureStarted' | 'recognition';

/** How the customer may answer a prompt; `nothing` when it is only played. */
export type Awaited = 'words' | 'keys' | 'wordsOrKeys' | 'recording' | 'nothing';

/** Times as the dialog writes them. */
export const TIME = 'yyyyMMddHH:mm:ss';

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

const RECORD_CUSTOMER = '4';

/** The first three of seven digits of `model_type`: whether the prompt listens for words, for keys or for nothing. */
const MODELS: Record<string, Awaited> = { 100: 'nothing', 101: 'keys', 102: 'keys', 110: 'words', 120: 'words', 111: 'wordsOrKeys', 122: 'wordsOrKeys' };
const FOR_KEYS: Awaited[] = ['keys', 'wordsOrKeys'];

export interface Turn {
	action: Action;
	/** What the customer is shown or told. */
	message?: Json;
	/** How the customer may answer the prompt. */
	awaits?: Awaited;
	/** Whether the capture system has recognized something. */
	recognized?: boolean;
	transfer?: Json;
	query?: Json;
	end?: Json;
	/** Voice dialogs want it back with the next step. */
	interactionIndex?: string;
}

/** `zone` is that of the times, which CEC writes without one. */
export function readTurn(answer: Json, zone: string): Turn {
	const out = isRecord(answer.outparams) ? answer.outparams : {};
	const action = ACTIONS[String(answer.outaction)] ?? 'reply';
	const index = text(out.inter_idx);
	return {
		action,
		...(action === 'reply' && { awaits: awaitedBy(out), message: messageOf(out) }),
		...(action === 'transfer' && { transfer: transferOf(out) }),
		...(action === 'query' && { query: queryOf(out) }),
		...(action === 'recognition' && { recognized: String(out.recognize_type) === '1' }),
		...(action === 'end' && { end: endOf(out, zone) }),
		...(index !== undefined && { interactionIndex: index }),
	};
}

/** Bots that write name no model, and wait for words. */
function awaitedBy({ prompt_type: type, model_type: model }: Json): Awaited {
	return String(type) === RECORD_CUSTOMER ? 'recording' : (MODELS[String(model ?? '').slice(0, 3)] ?? 'words');
}

function messageOf(out: Json): Json {
	const content = inJson(out.prompt_text);
	const awaits = awaitedBy(out);
	return {
		type: PROMPTS[String(out.prompt_type)] ?? 'text',
		text: content === undefined ? (text(out.prompt_text) ?? '') : textIn(content),
		// Cards, and hints for agents, are JSON in a text.
		...(content !== undefined && { content }),
		file: text(out.prompt_wav),
		language: out.language === undefined ? undefined : String(out.language) === '1' ? 'en' : 'zh',
		...(FOR_KEYS.includes(awaits) && { keys: keysOf(String(out.model_type)) }),
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

/** `1011201`: twelve keys at most, the hash key ends them, the star is a key like others. */
const keysOf = (model: string): Json => ({ most: Number(model.slice(3, 5)), starCancels: model[5] === '1', hashConfirms: model[6] === '1' });

function queryOf(out: Json): Json {
	return { type: QUERIES[String(out.prompt_type)] ?? 'other', queueId: text(out.skill_id), module: text(out.moduleName), media: mediaOf(out.changeType) };
}

function endOf({ release_reason: reason, start_time: start, end_time: end }: Json, zone: string): Json {
	return { normal: String(reason ?? '0') === '0', startedAt: isoFromWire(start, TIME, zone) ?? text(start), endedAt: isoFromWire(end, TIME, zone) ?? text(end) };
}

/** What a text holds as JSON: an object, or a list of some. */
function inJson(value: unknown): unknown {
	const found = parsed(value);
	const isList = Array.isArray(found) && found.length > 0 && found.every(isRecord);
	return isList || isRecord(found) ? found : undefined;
}

/** JSON in a text may hold texts with JSON in turn, such as the script of a call among the hints for agents. */
function parsed(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(parsed);
	if (isRecord(value)) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, parsed(inner)]));
	if (typeof value !== 'string' || !/^\s*[{[]/.test(value)) return value;
	try {
		return parsed(parseExact(value));
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
