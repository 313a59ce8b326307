/** The trigger's own subscription at the gateway: made, kept alive, made again when it was lost, cancelled. */
import { randomBytes } from 'node:crypto';
import type { IDataObject, IHookFunctions, ITriggerFunctions } from 'n8n-workflow';

import { activationError } from '../../cec/run/activationError';
import { askDirectly, type Asked } from '../../cec/run/askDirectly';
import { subscription } from '../HuaweiCecSpeechRecognition/resources/subscription';
import { SUFFIX } from './callback';

/** What n8n keeps of it between activations and for the processes that receive callbacks. */
export interface Kept {
	serverId?: string;
	serviceToken?: string;
	callbackUrl?: string;
	/** The settings it was made with. */
	made?: string;
}

type Context = IHookFunctions | ITriggerFunctions;

const { create, cancel, keepAliveWithToken } = subscription.operations;
const TOKEN_BYTES = 24;

/** Subscribes with the address of this node, and remembers how. Throws what the user has to know. */
export async function subscribe(context: IHookFunctions, kept: Kept): Promise<void> {
	const callbackUrl = registeredUrl(context);
	const serviceToken = randomBytes(TOKEN_BYTES).toString('hex');
	const asked = await register(context, { callbackUrl, serviceToken });
	if ('error' in asked) {
		const { message, description } = asked.error;
		throw activationError(context.getNode(), { message, advice: description ?? undefined });
	}
	Object.assign(kept, { serverId: serverIdOf(asked.answer), serviceToken, callbackUrl, made: settingsOf(context) });
}

/** Subscribes again with the same address and token; the receiving processes notice nothing. */
export async function subscribeAgain(context: ITriggerFunctions, kept: Kept): Promise<Asked> {
	const { serverId: lost } = kept;
	const asked = await register(context, kept);
	if ('error' in asked) return asked;
	kept.serverId = serverIdOf(asked.answer);
	// It may live all the same, where the gateway refused a sign of life for another reason; two would tell everything twice.
	if (lost) await unsubscribe(context, lost);
	return asked;
}

/** Whether the remembered subscription lives and was made with the settings of today. */
export async function isSubscribed(context: IHookFunctions, kept: Kept): Promise<boolean> {
	if (!kept.serverId || kept.callbackUrl !== registeredUrl(context) || kept.made !== settingsOf(context)) return false;
	return 'answer' in (await keepAlive(context, kept));
}

/** Gives a sign of life (6.3.5). */
export async function keepAlive(context: Context, { serverId, serviceToken }: Kept): Promise<Asked> {
	return await askDirectly(context, keepAliveWithToken, { serverId, service_token: serviceToken });
}

export async function unsubscribe(context: Context, serverId: string): Promise<Asked> {
	return await askDirectly(context, cancel, { serverId });
}

async function register(context: Context, { callbackUrl, serviceToken }: Kept): Promise<Asked> {
	const options = context.getNodeParameter('options', {}) as IDataObject;
	const values = {
		serviceCallBackUri: callbackUrl,
		serviceToken,
		nlpFlag: context.getNodeParameter('understandMeaning', false),
		flowAccessCode: context.getNodeParameter('flowAccessCode', ''),
	};
	return await askDirectly(context, create, values, { allowHttpCallback: options.allowHttpCallback === true });
}

/** The address to register: the platform appends its suffix, which n8n's own address already has. */
function registeredUrl(context: IHookFunctions): string {
	const url = context.getNodeWebhookUrl('default') ?? '';
	const cut = url.indexOf(`/${SUFFIX}`);
	if (cut < 0) throw activationError(context.getNode(), { message: 'n8n gave this node no address to receive at' });
	return url.slice(0, cut);
}

function settingsOf(context: Context): string {
	return JSON.stringify(['understandMeaning', 'flowAccessCode'].map((name) => context.getNodeParameter(name, '')));
}

function serverIdOf(answer: IDataObject | Record<string, unknown>): string {
	return String((answer.result as { serverId?: unknown } | undefined)?.serverId ?? '');
}
