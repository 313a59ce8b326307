/**
 * The callback of 6.3.6: what the platform posts while people talk, and what it expects back. Table and sample
 * disagree on what is a list and what is an object; both are read, into one shape.
 */
import { readList } from '../../cec/formats/lists';
import { isRecord } from '../../cec/formats/paths';
import { isoFromWire } from '../../cec/formats/times';

/** The section of the reference that this trigger serves, for the exported catalogue. */
export const INTERFACE = '6.3.6';

/** What the platform puts behind the address that was registered. */
export const SUFFIX = 'v100/subscribe/asrevent/asrresult';

export const RECEIVED = { message: 'success', retcode: '0' };

/** A message with its keys as CEC names them. */
export type Message = Record<string, unknown>;

export type Kind = 'started' | 'partial' | 'final' | 'ended' | 'failed';

const KINDS: Record<string, Kind> = { '0': 'final', '61': 'started', '62': 'partial', '63': 'ended' };
const AGENT = '1';

/** What a message tells: any other case than the known ones is an error of the recognition. */
export function kindOf({ asrusercase }: Message): Kind {
	return KINDS[String(asrusercase)] ?? 'failed';
}

export function speakerOf({ talkertype }: Message): 'agent' | 'customer' {
	return String(talkertype) === AGENT ? 'agent' : 'customer';
}

/** Whether the message says which call it is about. */
export function isComplete({ curcallid, asrusercase }: Message): boolean {
	return [curcallid, asrusercase].every((value) => value !== undefined && value !== null && value !== '');
}

/** Whether a message says when or what was said; without both, one beginning of speech is like the next. */
export function isDistinct({ createTime, result }: Message): boolean {
	return [createTime, firstOf(result).content].some((value) => value !== undefined && value !== null && value !== '');
}

/** A message in one shape, whatever variant it came in. */
export function inWords(message: Message, zone: string): Message {
	const kind = kindOf(message);
	const result = firstOf(message.result);
	const encrypted = String(result.iscontentenc) === '1';
	return {
		event: kind,
		callId: message.curcallid,
		speaker: speakerOf(message),
		...sentence(result.content, encrypted),
		final: kind === 'final',
		confidence: number(result.confidence),
		time: isoFromWire(message.createTime, 'epochMillis', zone),
		agentId: message.initialagentid,
		customerNumber: message.curuserdn,
		speakerId: message.talkerid,
		...meaning(message.nlpResult),
		...(kind === 'failed' && { failure: message.asrusercase }),
		subscriptionId: message.serverid,
		vdnId: message.vdnid,
		callCenterId: message.ccid,
	};
}

/** `<nlresult words;time=BEGIN END>`, with milliseconds from the start of the call; other contents are the words. */
function sentence(content: unknown, encrypted: boolean): Message {
	if (typeof content !== 'string' || content === '') return { text: '' };
	if (encrypted) return { text: '', encrypted: true, encryptedText: content };
	const [, words, begin, end] = /^<nlresult ([\s\S]*?)(?:;time=(\d+) (\d+))?>$/.exec(content.trim()) ?? [];
	return { text: (words ?? content).trim(), beginMs: number(begin), endMs: number(end) };
}

function meaning(found: unknown): Message {
	const result = firstOf(found);
	if (Object.keys(result).length === 0) return {};
	const recommended = firstOf(result.recomand_KP);
	return {
		intent: result.Intend,
		scriptStep: result.call_script_matchedstep,
		script: listOf(result.call_script).map(step),
		sensitiveWords: words(result.sensitive_word),
		answers: listOf(recommended.answer).map(knowledge),
		similarQuestions: listOf(recommended.similarFaqs).map(knowledge),
	};
}

function step(found: Message): Message {
	return {
		code: found.intentcode,
		intent: found.intentDsp,
		finished: found.status === 'finished',
		...('childintent' in found && { steps: listOf(found.childintent).map(step) }),
	};
}

function knowledge(found: Message): Message {
	return {
		question: found.question,
		answers: texts(found.answers),
		group: texts(found.faqGroupName).join(', '),
		score: number(found.prob),
		faqId: text(found.faqId),
		faqGroupId: text(found.faqGroupId),
	};
}

/** Answers are texts in the sample, and objects with texts of their own in the table. */
function texts(found: unknown): string[] {
	if (Array.isArray(found)) return found.flatMap(texts);
	if (isRecord(found)) return texts(found.answers);
	return found === undefined || found === null || found === '' ? [] : [String(found)];
}

/** The reference shows an empty text, and says that it is an object without saying of what; a text may hold several. */
function words(found: unknown): string[] {
	return texts(isRecord(found) ? Object.values(found) : found).flatMap(readList).map(String);
}

/** What there is; where the table has an empty list, the sample's shape has an object without keys. */
function listOf(found: unknown): Message[] {
	return (Array.isArray(found) ? found : [found]).filter(isRecord).filter((one) => Object.keys(one).length > 0);
}

function firstOf(found: unknown): Message {
	return listOf(found)[0] ?? {};
}

function text(value: unknown): string | undefined {
	return value === undefined || value === null ? undefined : String(value);
}

function number(value: unknown): number | undefined {
	const found = value === undefined || value === null || value === '' ? NaN : Number(value);
	return Number.isNaN(found) ? undefined : found;
}
