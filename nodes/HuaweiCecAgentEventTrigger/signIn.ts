/** Signing in with the queues of the agent, and out again. */
import { NodeApiError, type ICredentialDataDecryptedObject, type IExecuteFunctions, type IHookFunctions, type ITriggerFunctions } from 'n8n-workflow';

import { AgentSession } from '../../cec/auth/agentSession';
import { refusalOf, rememberRefusal } from '../../cec/auth/signInRefusals';
import { agentGateway, PASSING, SIGN_IN_REFUSED, SIGNED_IN_ELSEWHERE } from '../../cec/families/agentGateway';
import type { Operation } from '../../cec/catalogue/operation';
import { isRecord } from '../../cec/formats/paths';
import { askDirectly, type Asked, type Directly, type Json } from '../../cec/run/askDirectly';
import { queue } from '../HuaweiCecAgentWorkspace/resources/queue';
import { session as sessions } from '../HuaweiCecAgentWorkspace/resources/session';
import { serviceToken } from './serviceToken';
import type { Settings } from './settings';

export type Context = ITriggerFunctions | IHookFunctions | IExecuteFunctions;

/** Where the gateway brings events to. */
export interface Receiver {
	url: string;
	/** The node that receives them. */
	place: string;
}

export interface Refused {
	message: string;
	advice?: string;
	code?: string;
	/** Whether trying again may help. */
	passing: boolean;
}

export interface Wish {
	settings: Settings;
	/** Where events are pushed to; without one they are polled. */
	receiver?: Receiver;
	/** Somebody has just asked for it, and sees what comes of it. */
	byPerson: boolean;
}

export interface Entered {
	session: AgentSession;
	/** What the agent cannot do for now. */
	notices: string[];
}

export type SignedIn = Entered | Refused;

const REMEDY = 'Correct the credential, or unpublish the workflow and publish it again when the account is in order.';

/** n8n waits for it when it stops. */
const SIGN_OUT: Directly = { timeoutMs: 5_000, mostAttempts: 2 };

const { signIn: plain, signInAnyway, signInToPlatform, signOut: leave, signOutAnyway } = sessions.operations;

export async function credentialOf(context: Context): Promise<ICredentialDataDecryptedObject> {
	return await context.getCredentials<ICredentialDataDecryptedObject>(agentGateway.credential);
}

/** Signs the agent in and lets it join its queues. Only a person may have a refused credential tried again. */
export async function signIn(context: Context, { settings, receiver, byPerson }: Wish): Promise<SignedIn> {
	const read = await credentialOf(context).then((credential) => ({ credential }), ({ message }: Error) => ({ message, passing: true }));
	if ('message' in read) return read;
	const { credential } = read;
	const refusal = byPerson ? undefined : refusalOf(credential);
	if (refusal !== undefined) return { message: refusal, advice: `It is not tried again by itself. ${REMEDY}`, passing: false };
	const session = AgentSession.none(credential);
	const push = receiver && { callbackUri: receiver.url, serviceToken: serviceToken(credential, receiver.place, Date.now()) };
	const asked = await askDirectly(
		context,
		wayIn(settings),
		{ ...settings.signIn, ...push },
		// Whoever asks decides whether to try again; n8n must not wait long for a gateway that is down.
		{ session, allowHttpCallback: settings.allowHttpCallback, mostAttempts: 1 },
	);
	if ('error' in asked) {
		if (SIGN_IN_REFUSED.has(asked.code ?? '')) rememberRefusal(credential, asked.error.message);
		return problem(asked);
	}
	rememberRefusal(credential, undefined);
	const joined = await askDirectly(context, queue.operations.join, settings.queues, { session });
	if ('answer' in joined) return { session, notices: noticesIn(asked.answer, settings) };
	await signOut(context, session);
	return problem(joined);
}

function wayIn({ platformOnly, takeOver }: Settings): Operation {
	if (platformOnly) return signInToPlatform;
	return takeOver ? signInAnyway : plain;
}

/** 6.1.1.1: `mediatype` has a T for each of the servers for calls, chats and mail that let the agent in. */
function noticesIn({ result }: Json, { signIn: { checkInWebm } }: Settings): string[] {
	const { isForceChange, mediatype } = (isRecord(result) ? result : {}) as Record<string, unknown>;
	return [
		...(String(isForceChange) === 'true' ? ['CEC wants a new password before the agent can take calls: change it with "Update Password" of Agent Workspace, then in the credential'] : []),
		...(checkInWebm && typeof mediatype === 'string' && mediatype[1] === 'F' ? ['The server for chats did not let the agent in: there are calls, but no chats'] : []),
	];
}

/** Signs out; while in a call the gateway lets the agent stay, until two minutes have passed without a sign of life. */
export async function signOut(context: Context, session: AgentSession): Promise<Asked> {
	return await askDirectly(context, leave, {}, { ...SIGN_OUT, session });
}

/** Signs out whatever the agent is doing. */
export async function signOutNow(context: Context, session: AgentSession): Promise<Asked> {
	return await askDirectly(context, signOutAnyway, {}, { ...SIGN_OUT, session });
}

function problem({ error, code }: Exclude<Asked, { answer: unknown }>): Refused {
	const advice = code === SIGNED_IN_ELSEWHERE ? 'Sign the agent out there, or switch on "Take Over", which ends that session.' : error.description;
	return { message: error.message, advice: advice ?? undefined, code, passing: error instanceof NodeApiError && (code === undefined || PASSING.has(code)) };
}
