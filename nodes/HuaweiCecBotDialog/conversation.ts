/**
 * A whole conversation with a bot, one message at a time: opens the dialog where needed, answers prompts that are only
 * played, and closes the dialog as 10.5 demands. Nothing is kept between messages but what CEC keeps and what the item
 * brings along: any process can take the next one.
 */
import type { Operation, Procedure, Steps } from '../../cec/catalogue/operation';
import { parseExact } from '../../cec/formats/exactJson';
import { isRecord } from '../../cec/formats/paths';
import { dialogStep } from './resources/dialogStep';
import { readTurn, type Action, type Awaited, type Turn } from './turn';

type Json = Record<string, unknown>;

/** What the next message needs to know of the last one. */
export interface State {
	sessionId: string;
	accessCode: string;
	open: boolean;
	action?: Action;
	/** How the customer may answer. */
	awaits?: Awaited;
	interactionIndex?: string;
}

/** Of an operation on a conversation. */
interface Talk {
	steps: Steps;
	values: Json;
	/** Whether the last message has left the dialog open; undefined when the item does not tell. */
	wasOpen?: boolean;
	state: State;
	messages: Json[];
	/** How many more prompts that are only played are answered now. */
	promptsLeft: number;
}

const { start, reply, reportTransfer } = dialogStep.operations;

const OTHER = '-1';
const HANG_UP = 'hangup';
/** Nobody has said anything; the table wants an input with every step. */
const NOTHING_SAID = { flow_result_type: '3', input: 'playover' };
/** What the customer did, as a step tells it; words and keys are the input themselves. */
const INPUTS: Record<string, { flow_result_type: string; input?: string }> = {
	words: { flow_result_type: '1' },
	keys: { flow_result_type: '2' },
	recording: { flow_result_type: '4', input: 'recordend' },
	timeout: { flow_result_type: OTHER, input: 'timeout' },
	nomatch: { flow_result_type: OTHER, input: 'nomatch' },
};
const KEYS = /^[0-9*#]+$/;
const QUEUE_FACTS = ['queueIndex', 'agentCount', 'estimateTime', 'idleAgentCount'];
const CUSTOMER_HUNG_UP = '2';
const MOST_PROMPTS = 10;
const LONGEST_ID = 64;

/** Gives the bot a message of the customer, and what it says to it. */
export const sendMessage: Procedure = async (steps, values) =>
	await inTurnOf(steps, values, async (talk) => {
		const first = (await goOn(talk)) ?? (await open(talk));
		return resultOf(talk, await closeIfEnded(talk, await playThrough(talk, first)));
	});

/** Gives the bot what it has asked for (the action query), and goes on to what it says then. */
export const answerQuery: Procedure = async (steps, values) =>
	await inTurnOf(steps, values, async (talk) => {
		const found = Object.fromEntries(QUEUE_FACTS.filter((key) => values[key] !== undefined).map((key) => [key, values[key]]));
		const told = { ...NOTHING_SAID, ...(values.callMediaType !== undefined && { call_media_type: values.callMediaType }) };
		const first = await take(talk, reply, about(talk, told, found));
		return resultOf(talk, await closeIfEnded(talk, await playThrough(talk, first)));
	});

/** Ends a conversation, whatever it waits for. One that is over already is no error. */
export const endConversation: Procedure = async (steps, values) =>
	await inTurnOf(steps, values, async (talk) => {
		const last = await hangUp(talk, String(values.reason ?? CUSTOMER_HUNG_UP));
		const { sessionId, accessCode } = talk.state;
		const state: State = { sessionId, accessCode, open: false, action: 'end' };
		return { sessionId, action: 'end', confirmed: last?.action === 'end', ...(last?.end && { end: last.end }), state };
	});

/** Tells the bot how the transfer went that it had asked for, and closes the dialog after a successful one. */
export const confirmTransfer: Procedure = async (steps, values) =>
	await inTurnOf(steps, values, async (talk) => {
		const hasSucceeded = values.succeeded !== false;
		const report = {
			begin_trans: values.beginTrans,
			end_trans: values.endTrans,
			trans_result: hasSucceeded ? '0' : '1',
			...(values.recorded !== undefined && { record_result: values.recorded === true ? '0' : '1' }),
		};
		const first = await take(talk, reportTransfer, about(talk, report));
		if (!hasSucceeded) return resultOf(talk, await closeIfEnded(talk, await playThrough(talk, first)));
		await steps.tryTo(reportTransfer, about(talk, { ...report, input: HANG_UP })).catch(leaveIt);
		return resultOf(talk, first.action === 'end' ? first : { action: 'end' });
	});

/** What is wrong with the step, as far as the state of the last message tells. */
export const mustFollow =
	(action: Action, problem: string) =>
	(values: Json): string | undefined => {
		const state = stateIn(values);
		return state?.action === undefined || state.action === action ? undefined : problem;
	};

/** The bot takes no message while it waits for something else. */
export const mustNotInterrupt = (values: Json): string | undefined => {
	const { action } = stateIn(values) ?? {};
	if (values.startAnew === true) return undefined;
	if (action === 'transfer') return 'The bot waits to hear how the transfer went: use Confirm Transfer first, or switch on "Start Anew"';
	return action === 'query' ? 'The bot waits for an answer to its query: use Answer Query first, or switch on "Start Anew"' : undefined;
};

async function inTurnOf(steps: Steps, values: Json, work: (talk: Talk) => Promise<Json>): Promise<Json> {
	const sessionId = idOf(values.sessionId);
	const given = stateIn(values);
	const state: State = {
		sessionId,
		accessCode: String(values.accessCode),
		open: given?.open === true,
		...(typeof given?.interactionIndex === 'string' && { interactionIndex: given.interactionIndex }),
		...(typeof given?.awaits === 'string' && { awaits: given.awaits as Awaited }),
	};
	// The bot mixes up messages of one conversation that overlap.
	return await steps.inTurn(`${state.accessCode} ${sessionId}`, async () => await work({ steps, values, wasOpen: given && given.open !== false, state, messages: [], promptsLeft: MOST_PROMPTS }));
}

/** An expression may give the state as an object or as JSON; that the JSON is sound is checked with the other values. */
function stateIn({ state }: Json): Json | undefined {
	const given = typeof state === 'string' ? parsed(state) : state;
	return isRecord(given) && Object.keys(given).length > 0 ? given : undefined;
}

function parsed(text: string): unknown {
	try {
		return parseExact(text);
	} catch {
		return undefined;
	}
}

/** The next turn of a dialog that is open; undefined when it is not. Without a state only CEC knows. */
async function goOn(talk: Talk): Promise<Turn | undefined> {
	const { steps, values, state, wasOpen } = talk;
	if (wasOpen === false || values.startAnew === true || isSilent(values)) return undefined;
	if (state.awaits === 'nothing') {
		// The last message has ended amid a long row of prompts.
		const turn = await playThrough(talk, { action: 'reply', awaits: 'nothing' });
		if (!isWaiting(turn)) return turn;
		keep(talk, turn);
	}
	const answer = await steps.tryTo(reply, said(talk));
	return answer && turnOf(talk, answer);
}

/** Opens the dialog and, where the bot then waits for the customer, gives it the message. */
async function open(talk: Talk): Promise<Turn> {
	const { values } = talk;
	const greeting = await playThrough(talk, turnOf(talk, await begin(talk)));
	if (isSilent(values) || !isWaiting(greeting)) return greeting;
	if (values.keepGreeting === false) talk.messages = [];
	else keep(talk, greeting);
	return await take(talk, reply, said(talk));
}

/** The first step of a dialog; one that is open already has to end first, where the user wants to begin anew. */
async function begin(talk: Talk): Promise<Json> {
	const { steps, values, state } = talk;
	const given = about(talk, { call_sor_id: values.userId || state.sessionId }, accompanying(values));
	if (values.startAnew !== true && !isSilent(values)) return await steps.ask(start, given);
	const begun = await steps.tryTo(start, given);
	if (begun) return begun;
	await hangUp(talk, CUSTOMER_HUNG_UP);
	return await steps.ask(start, given);
}

/** Answers prompts that are only played, as a telephone would; a row of them that does not end is left to the next message. */
async function playThrough(talk: Talk, first: Turn): Promise<Turn> {
	let turn = first;
	for (; turn.awaits === 'nothing' && talk.promptsLeft > 0; talk.promptsLeft -= 1) {
		keep(talk, turn);
		turn = await take(talk, reply, about(talk, NOTHING_SAID));
	}
	return turn;
}

const isWaiting = ({ action, awaits }: Turn): boolean => action === 'reply' && awaits !== 'nothing';

/** CEC wants the end of a dialog confirmed, be it that it ended by itself. */
async function closeIfEnded(talk: Talk, turn: Turn): Promise<Turn> {
	if (turn.action === 'end') await hangUp(talk).catch(leaveIt);
	return turn;
}

/** What matters has been said and done; CEC forgets by itself what was not closed. */
const leaveIt = (): undefined => undefined;

async function hangUp(talk: Talk, reason = '0'): Promise<Turn | undefined> {
	const answer = await talk.steps.tryTo(reply, about(talk, { flow_result_type: OTHER, input: HANG_UP }, { release_reason: reason }));
	return answer && readTurn(answer, talk.steps.zone);
}

async function take(talk: Talk, step: Operation, values: Json): Promise<Turn> {
	return turnOf(talk, await talk.steps.ask(step, values));
}

function turnOf(talk: Talk, answer: Json): Turn {
	const turn = readTurn(answer, talk.steps.zone);
	Object.assign(talk.state, { interactionIndex: turn.interactionIndex, awaits: turn.awaits });
	return turn;
}

function keep({ messages }: Talk, { message }: Turn): void {
	if (message) messages.push(message);
}

function resultOf(talk: Talk, turn: Turn): Json {
	keep(talk, turn);
	const { state, messages } = talk;
	const { action, transfer, query, end } = turn;
	return {
		sessionId: state.sessionId,
		// What n8n's chat shows.
		output: messages.map(({ text }) => text).filter(Boolean).join('\n\n'),
		messages,
		action,
		...(transfer && { transfer }),
		...(query && { query }),
		...(end && { end }),
		state: { ...state, open: action !== 'end', action },
	};
}

/** What the customer did, told as the bot waits for it unless the user says otherwise. */
function said(talk: Talk): Json {
	const { values, state } = talk;
	const kind = values.inputType ?? (state.awaits !== 'keys' ? 'words' : KEYS.test(String(values.message)) ? 'keys' : 'nomatch');
	const recording = values.recording === undefined ? {} : { recordFileName: values.recording };
	return about(talk, { input: values.message, ...INPUTS[String(kind)], ...recording }, accompanying(values));
}

const accompanying = ({ accompanyingData }: Json): Json => (accompanyingData === undefined ? {} : { transin_data: accompanyingData });

/** A step of this conversation, with its own parameters and those that every step has. */
function about({ state, values }: Talk, own: Json, extra: Json = {}): Json {
	const inparams = {
		call_dst_id: state.accessCode,
		...(state.interactionIndex !== undefined && { inter_idx: state.interactionIndex }),
		...(values.channel !== undefined && { channelType: values.channel }),
		...(values.mediaType !== undefined && { mediaType: values.mediaType }),
		...own,
	};
	return { userid: state.sessionId, inparams, extparams: extra };
}

/** Nothing is told to the bot: neither words or keys, nor that there were none. */
const isSilent = ({ message, inputType = 'words' }: Json): boolean =>
	INPUTS[String(inputType)]?.input === undefined && (message === undefined || String(message).trim() === '');

/** CEC takes 64 characters; the end of an ID tells more than its begin. */
const idOf = (sessionId: unknown): string => String(sessionId).slice(-LONGEST_ID);
