/**
 * A whole conversation with a bot, one message at a time: opens the dialog where needed, answers prompts that are only
 * played, and closes the dialog as 10.5 demands. Nothing is kept between messages but what CEC keeps and what the item
 * brings along: any process can take the next one.
 */
import type { Procedure, Steps } from '../../cec/catalogue/operation';
import { parseExact } from '../../cec/formats/exactJson';
import { isRecord } from '../../cec/formats/paths';
import { dialogStep } from './resources/dialogStep';
import { readTurn, type Action, type Turn } from './turn';

type Json = Record<string, unknown>;

/** What the next message needs to know of the last one. */
export interface State {
	sessionId: string;
	accessCode: string;
	open: boolean;
	action?: Action;
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
}

const { start, reply, reportTransfer } = dialogStep.operations;

const WORDS = '1';
const PLAYED = '3';
const OTHER = '-1';
const HANG_UP = 'hangup';
/** Nobody has said anything; the table wants an input with every step. */
const NOTHING_SAID = { flow_result_type: PLAYED, input: 'playover' };
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
		const first = turnOf(talk, await steps.ask(reply, about(talk, NOTHING_SAID, found))) as Turn;
		return resultOf(talk, await closeIfEnded(talk, await playThrough(talk, first)));
	});

/** Ends a conversation, whatever it waits for. One that is over already is no error. */
export const endConversation: Procedure = async (steps, values) =>
	await inTurnOf(steps, values, async (talk) => {
		await hangUp(talk, CUSTOMER_HUNG_UP);
		return { sessionId: talk.state.sessionId, action: 'end', state: { ...talk.state, open: false, action: 'end' } };
	});

/** Tells the bot how the transfer went that it had asked for, and closes the dialog after a successful one. */
export const confirmTransfer: Procedure = async (steps, values) =>
	await inTurnOf(steps, values, async (talk) => {
		const report = { begin_trans: values.beginTrans, end_trans: values.endTrans, trans_result: values.succeeded === false ? '1' : '0' };
		const first = readTurn(await steps.ask(reportTransfer, about(talk, report)));
		if (values.succeeded !== false) {
			await steps.tryTo(reportTransfer, about(talk, { ...report, input: HANG_UP }));
			return resultOf(talk, first.action === 'end' ? first : { action: 'end', waits: false });
		}
		return resultOf(talk, await closeIfEnded(talk, await playThrough(talk, first)));
	});

async function inTurnOf(steps: Steps, values: Json, work: (talk: Talk) => Promise<Json>): Promise<Json> {
	const sessionId = idOf(values.sessionId);
	const given = stateIn(values);
	const state: State = {
		sessionId,
		accessCode: String(values.accessCode),
		open: given?.open === true,
		...(typeof given?.interactionIndex === 'string' && { interactionIndex: given.interactionIndex }),
	};
	// The bot mixes up messages of one conversation that overlap.
	return await steps.inTurn(`${state.accessCode} ${sessionId}`, async () => await work({ steps, values, wasOpen: given && given.open !== false, state, messages: [] }));
}

/** An expression may give the state as an object or as JSON. */
function stateIn({ state }: Json): Json | undefined {
	const given = typeof state === 'string' && state.trim() !== '' ? parseExact(state) : state;
	return isRecord(given) && Object.keys(given).length > 0 ? given : undefined;
}

/** The next turn of a dialog that is open; undefined when it is not. Without a state only CEC knows. */
async function goOn(talk: Talk): Promise<Turn | undefined> {
	const { steps, values, wasOpen } = talk;
	if (wasOpen === false || values.startAnew === true || isSilent(values)) return undefined;
	return turnOf(talk, await steps.tryTo(reply, said(talk)));
}

/** Opens the dialog and, where the bot then waits for the customer, gives it the message. */
async function open(talk: Talk): Promise<Turn> {
	const { steps, values } = talk;
	const greeting = await playThrough(talk, turnOf(talk, await begin(talk)) as Turn);
	if (isSilent(values) || greeting.action !== 'reply') return greeting;
	if (values.keepGreeting !== false) keep(talk, greeting);
	return turnOf(talk, await steps.ask(reply, said(talk))) as Turn;
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

/** Answers prompts that are only played, as a telephone would. */
async function playThrough(talk: Talk, first: Turn): Promise<Turn> {
	let turn = first;
	for (let prompts = 0; turn.action === 'reply' && !turn.waits && prompts < MOST_PROMPTS; prompts += 1) {
		keep(talk, turn);
		turn = turnOf(talk, await talk.steps.ask(reply, about(talk, NOTHING_SAID))) as Turn;
	}
	return turn;
}

/** CEC wants the end of a dialog confirmed, be it that it ended by itself. */
async function closeIfEnded(talk: Talk, turn: Turn): Promise<Turn> {
	if (turn.action === 'end') await hangUp(talk);
	return turn;
}

async function hangUp(talk: Talk, reason = '0'): Promise<void> {
	await talk.steps.tryTo(reply, about(talk, { flow_result_type: OTHER, input: HANG_UP }, { release_reason: reason }));
}

function turnOf(talk: Talk, answer: Json | undefined): Turn | undefined {
	if (!answer) return undefined;
	const turn = readTurn(answer);
	talk.state.interactionIndex = turn.interactionIndex;
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

function said(talk: Talk): Json {
	return about(talk, { flow_result_type: WORDS, input: talk.values.message }, accompanying(talk.values));
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

const isSilent = ({ message }: Json) => message === undefined || String(message).trim() === '';

/** CEC takes 64 characters; the end of an ID tells more than its begin. */
const idOf = (sessionId: unknown): string => String(sessionId).slice(-LONGEST_ID);
