/** Signing in with the queues of the agent, and out again. */
import type { IExecuteFunctions, IHookFunctions, ITriggerFunctions, ICredentialDataDecryptedObject } from 'n8n-workflow';

import { AgentSession } from '../../cec/auth/agentSession';
import { agentGateway, SIGN_IN_REFUSED } from '../../cec/families/agentGateway';
import { askDirectly, type Asked } from '../../cec/run/askDirectly';
import { queue } from '../HuaweiCecAgentWorkspace/resources/queue';
import { session as sessions } from '../HuaweiCecAgentWorkspace/resources/session';
import { refusalOf, rememberRefusal } from './refusals';
import { serviceToken } from './serviceToken';
import type { Settings } from './settings';

export type Context = ITriggerFunctions | IHookFunctions | IExecuteFunctions;

/** Where the gateway brings events to. */
export interface Receiver {
	url: string;
	/** The node that receives them. */
	place: string;
}

export type SignedIn =
	| { session: AgentSession }
	| {
			message: string;
			advice?: string;
			code?: string;
			/** Whether trying again may help. */
			passing: boolean;
	  };

const { signIn: plain, signInAnyway, signOut: leave, signOutAnyway } = sessions.operations;

export async function credentialOf(context: Context): Promise<ICredentialDataDecryptedObject> {
	return await context.getCredentials<ICredentialDataDecryptedObject>(agentGateway.credential);
}

/** Signs the agent in and lets it join its queues. */
export async function signIn(context: Context, settings: Settings, receiver?: Receiver): Promise<SignedIn> {
	const credential = await credentialOf(context);
	const refusal = refusalOf(credential, Date.now());
	if (refusal) return { message: refusal, advice: 'It is not tried again for half an hour, or until the credential is changed.', passing: false };
	const session = AgentSession.none(credential);
	const push = receiver && { callbackUri: receiver.url, serviceToken: serviceToken(credential, receiver.place, Date.now()) };
	const asked = await askDirectly(
		context,
		settings.takeOver ? signInAnyway : plain,
		{ ...settings.signIn, ...push },
		{ session, allowHttpCallback: settings.allowHttpCallback },
	);
	if ('error' in asked) {
		if (SIGN_IN_REFUSED.has(asked.code ?? '')) rememberRefusal(credential, asked.error.message, Date.now());
		return problem(asked);
	}
	const joined = await askDirectly(context, queue.operations.join, settings.queues, { session });
	if ('answer' in joined) return { session };
	await signOut(context, session);
	return problem(joined);
}

/** Signs out; while in a call the gateway lets the agent stay, until two minutes have passed without a sign of life. */
export async function signOut(context: Context, session: AgentSession): Promise<Asked> {
	return await askDirectly(context, leave, {}, { session });
}

/** Signs out whatever the agent is doing. */
export async function signOutNow(context: Context, session: AgentSession): Promise<Asked> {
	return await askDirectly(context, signOutAnyway, {}, { session });
}

function problem({ error, code }: Exclude<Asked, { answer: unknown }>): Exclude<SignedIn, { session: unknown }> {
	return { message: error.message, advice: error.description ?? undefined, code, passing: code === undefined };
}
