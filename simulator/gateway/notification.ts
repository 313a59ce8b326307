import { createHash } from 'node:crypto';
import type { Line } from './conversation';
import type { Subscription } from './subscriptions';

/** The body of 6.3.6, where table and sample disagree on nearly every type. */

export type Shape = 'sample' | 'table';

/** Speaking begins: there is nothing to read yet. */
export const SPEECH_BEGINS = '61';
/** A result, after which recognition goes on. */
export const CONTINUES = '62';
export const RECOGNITION_ENDS = '63';
/** A result that is not one of many. */
export const SINGLE = '0';
const WITH_RESULT = [CONTINUES, RECOGNITION_ENDS, SINGLE];

export interface Talk {
	callId: string;
	agentId: string;
	customer: string;
	lines: Line[];
	shape: Shape;
	encrypted: boolean;
	ccId: string;
	vdnId: string;
}

export interface Utterance {
	speaker: Line['speaker'];
	userCase: string;
	time: number;
	/** What was said, as the number of a line, and when within the call, in milliseconds. */
	said?: { at: number; begin: number; end: number };
}

export function notification(talk: Talk, subscription: Subscription, utterance: Utterance): object {
	const { shape } = talk;
	const said = WITH_RESULT.includes(utterance.userCase) ? utterance.said : undefined;
	const result = recognised(talk, said);
	return {
		subscribetype: '1',
		curuserdn: talk.customer,
		serverid: subscription.serverId,
		initialagentid: talk.agentId,
		// Without anything recognised the array is empty, where the object can only have empty fields.
		result: shape === 'sample' ? result : said ? [result] : [],
		ccid: talk.ccId,
		// In the sample only; the call data are in the table only.
		...(shape === 'sample' ? { createTime: Math.floor(utterance.time) } : { calldata: callData(subscription) }),
		vdnid: talk.vdnId,
		talkertype: utterance.speaker === 'agent' ? '1' : '2',
		talkerid: utterance.speaker === 'agent' ? talk.agentId : talk.customer,
		asrusercase: utterance.userCase,
		curcallid: talk.callId,
		...(subscription.nlpFlag && said && { nlpResult: analysed(talk, said.at) }),
	};
}

function recognised(talk: Talk, said: Utterance['said']): object {
	if (!said) return { iscontentenc: '0', confidence: '0', content: '' };
	const { text } = talk.lines[said.at];
	const content = `<nlresult ${text};time=${said.begin} ${said.end}>`;
	return {
		iscontentenc: talk.encrypted ? '1' : '0',
		// Invented: no longer sentence is understood worse than a shorter one.
		confidence: String(90 + (text.length % 11)),
		content: talk.encrypted ? unreadable(content) : content,
	};
}

/** The reference names neither cipher nor key, so nobody can read it, and nobody needs to. */
const unreadable = (content: string): string => createHash('sha256').update(content).digest('base64');

function callData({ nlpFlag, flowAccessCode, serviceCallBackUri }: Subscription): string {
	return JSON.stringify({ nlpFlag, flowAccessCode: flowAccessCode ?? '', callBackUrl: serviceCallBackUri });
}

/** Tables 6-422 to 6-426. */
function analysed({ lines, shape }: Talk, at: number): object {
	const { intent = '', sensitiveWords = [], faq } = lines[at];
	const knowledge = faq && { faq, id: 10_001 + 10 * at, groupId: 10_000 };
	return {
		call_script: script(lines, at),
		call_script_matchedstep: code(intent),
		Intend: intent,
		// The sample has a text, empty. The table has an object and does not say what is in it.
		sensitive_word: shape === 'sample' ? sensitiveWords.join(',') : { words: sensitiveWords },
		recomand_KP: {
			similarFaqs: knowledge ? [similar(knowledge, shape)] : [],
			answer: shape === 'sample' ? best(knowledge, shape) : knowledge ? [best(knowledge, shape)] : [],
		},
	};
}

/** The steps of the whole conversation, and how far it has come. */
function script(lines: Line[], at: number): object[] {
	const intents = lines.flatMap(({ intent }, i) => (intent === undefined ? [] : [{ intent, reached: i <= at }]));
	return intents.map(({ intent, reached }) => ({
		intentcode: code(intent),
		intentDsp: intent,
		status: reached ? 'finished' : '',
		childintent: [{ intentcode: `${code(intent)}_confirm`, intentDsp: `Confirm: ${intent}`, status: '' }],
	}));
}

const code = (intent: string): string => intent.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '_');

interface Knowledge {
	faq: NonNullable<Line['faq']>;
	id: number;
	groupId: number;
}

function similar({ faq, id, groupId }: Knowledge, shape: Shape): object {
	return {
		...group(faq.group, shape),
		prob: '1E-08',
		question: faq.question,
		answers: [faq.answer],
		...ids(id + 1, groupId, shape),
	};
}

function best(knowledge: Knowledge | undefined, shape: Shape): object {
	if (!knowledge) return {};
	const { faq, id, groupId } = knowledge;
	const prob = 4.05465109108164;
	return {
		...group(faq.group, shape),
		prob: shape === 'sample' ? prob : String(prob),
		question: faq.question,
		answers: shape === 'sample' ? [faq.answer] : faq.answer,
		...ids(id, groupId, shape),
	};
}

const group = (name = 'General', shape: Shape): object => ({ faqGroupName: shape === 'sample' ? name : [name] });

const ids = (faqId: number, faqGroupId: number, shape: Shape): object =>
	shape === 'sample' ? { faqId, faqGroupId } : { faqId: String(faqId), faqGroupId: String(faqGroupId) };
