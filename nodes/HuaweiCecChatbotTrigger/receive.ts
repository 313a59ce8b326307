/** What becomes of a request of CEC: signed in, refused, or given to the workflow. */
import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { allowListProblem, isCallerAllowed } from '../../cec/incoming/allowList';
import { rawBodyOf, readCallback } from '../../cec/incoming/callbackBody';
import type { SettingsProblem } from '../../cec/incoming/settingsProblem';
import { answerOf, type ChatbotAnswer } from './answer';
import { login, newNonce } from './login';
import { questionIn } from './question';
import { holds } from './signedText';

/** The sections of the reference that this trigger serves, for the exported catalogue. */
export const INTERFACES = ['10.14.1', '10.14.2'];

export const LOGIN_PATH = 'chatbot/serverauth/login';
export const QUESTION_PATH = 'chatbot/u-route/api/router_service/recognize';

export type Reception =
	/** Answered at once. */
	| { status: number; body: object }
	/** For the workflow. */
	| { question: IDataObject };

export interface Options {
	allowedAddresses?: string;
	tokenSeconds?: number;
}

const TOKEN_S = 3600;
const SHORTEST_KEY = 16;
const MOST_BYTES = 64 * 1024;

const refused = (status: number, errorMsg: string): Reception => ({ status, body: { errorCode: String(status), errorMsg } });

/** Judges a request at either address. */
export async function receive(context: IWebhookFunctions): Promise<Reception> {
	const request = context.getRequestObject();
	const { allowedAddresses, tokenSeconds = TOKEN_S } = context.getNodeParameter('options', {}) as Options;
	if (!isCallerAllowed(request, allowedAddresses)) return refused(403, 'not allowed');
	const credential = await context.getCredentials('huaweiCecChatbotServerApi');
	const place = `${context.getWorkflow().id} ${context.getNode().id}`;
	const now = Date.now();
	const raw = await rawBodyOf(request);
	if (raw.length > MOST_BYTES) return refused(413, 'too large');
	const body = readCallback(raw, request.headers['content-type'])?.values;
	if (request.path.replace(/\/+$/, '').endsWith(LOGIN_PATH)) {
		const memory = context.getWorkflowStaticData('node');
		const answer = login(body ?? {}, credential, { place, caller: request.ip ?? '', now, seconds: tokenSeconds, memory });
		return { status: 'token' in answer ? 200 : 401, body: answer };
	}
	if (!holds('token', request.headers['chatbot-token'], credential, place, now)) {
		return { status: 401, body: { errorMsg: 'NEED_LOGIN', nonce: newNonce(credential, place, now) } };
	}
	const question = questionIn(body);
	return question ? { question } : refused(400, 'userId, sentence, tenantId and language are needed');
}

/** What is wrong with the settings; shown when the workflow is activated. */
export function settingsProblem(key: unknown, { allowedAddresses }: Options): SettingsProblem | undefined {
	if (String(key ?? '').length < SHORTEST_KEY) {
		return { message: 'The key of the credential is too short', advice: `Use at least ${SHORTEST_KEY} characters that nobody can guess.` };
	}
	return allowListProblem(allowedAddresses);
}

/** What CEC is answered when the workflow has no answer. */
export function fallbackOf(text: string, command: string): ChatbotAnswer {
	if (text === '' && command === '') return { errorCode: '500', errorMsg: 'no answer', intentsResponses: [] };
	return answerOf([{ confidence: 1, commands: command === '' ? [] : [command], responses: text === '' ? [] : [text] }]);
}
