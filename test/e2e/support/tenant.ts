import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { signOptions } from '../../../cec/auth/signOptions';
import { credentialData } from '../../../scripts/credentials';
import { readRuntime } from './runtime';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

let token: Promise<string> | undefined;

/**
 * Asks the simulated CEC without n8n, to put things there that a test then finds, or to look what is there.
 * `path` starts with /apiaccess or /rest/isales and says {vdn} where the VDN goes.
 */
export async function askCec<T = IDataObject>(method: Method, path: string, body?: unknown): Promise<T> {
	const { simulatorUrl } = readRuntime();
	const url = `${simulatorUrl}${path.replace('{vdn}', '1')}`;
	const text = body === undefined ? undefined : JSON.stringify(body);
	const headers = path.startsWith('/apiaccess') ? await bearer() : signature({ method, url, body: text });
	const response = await fetch(url, { method, headers, body: text });
	const answer = await response.text();
	if (!response.ok) throw new Error(`${method} ${path}: the simulator answered ${response.status} ${answer}`);
	const parsed = JSON.parse(answer) as T & Record<string, unknown>;
	const code = parsed.resultCode ?? parsed.returnCode ?? parsed.retCode ?? 0;
	if (!/^(0+|020+)$/.test(String(code))) throw new Error(`${method} ${path}: CEC refused: ${answer}`);
	return parsed;
}

/** Who may ask for quality inspection. */
export const INSPECTOR = '1652268429538866104';

/** Asks for quality inspection in the name of an inspector; `path` is what stands behind /CCSQM/rest/ccisqm/v1/. */
export async function askQuality(path: string, body: object): Promise<IDataObject> {
	const { simulatorUrl } = readRuntime();
	const headers = { ...(await bearer()), 'x-userid': INSPECTOR };
	const response = await fetch(`${simulatorUrl}/apiaccess/CCSQM/rest/ccisqm/v1/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
	if (!response.ok) throw new Error(`${path}: the simulator answered ${response.status} ${await response.text()}`);
	return (await response.json()) as IDataObject;
}

/** Asks the simulated bot platform; `path` is what stands behind /oifde/rest/api/. */
export async function askBots(path: string, body: object): Promise<IDataObject> {
	const { tenantId, appSecret } = credentialData(readRuntime().simulatorUrl).huaweiCecBotApi;
	const { authToken } = await postToBots('gettoken', { appKey: tenantId, appSecret });
	return await postToBots(path, { tenantId, authToken, ...body });
}

async function postToBots(path: string, body: object): Promise<IDataObject> {
	const response = await fetch(`${readRuntime().simulatorUrl}/oifde/rest/api/${path}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json; charset=UTF-8' },
		body: JSON.stringify(body),
	});
	const answer = (await response.json()) as IDataObject;
	if (Number(answer.errorCode) !== 0) throw new Error(`${path}: the bot platform refused: ${JSON.stringify(answer)}`);
	return answer;
}

/** A campaign as 7.1.2 takes it: bot calls, always open, nothing tried again. */
export function campaignBody(change: IDataObject = {}): IDataObject {
	return {
		name: `Campaign ${Math.random().toString(36).slice(2, 10)}`,
		strBeginTime: wireTime(-3600),
		strEndTime: wireTime(20 * 24 * 3600),
		deviceType: 3,
		callerNo: [{ accessCode: '15550102', priority: 1 }],
		maxAlertingTime: 30,
		priority: 3,
		initStatus: 1,
		scheduleParam: { workdayBeginTime1: '00:00', workdayEndTime1: '23:59' },
		ivrParam: { deviceSign: '90502', callCount: 100, callInterval: 1 },
		callBackUrl: 'http://127.0.0.1:9/results',
		retryPolicy: { policyType: 0, retryDay: 1, retryTimes: 1, callInterval: 60 },
		...change,
	};
}

/** The id of a new, paused campaign. */
export async function newCampaign(change: IDataObject = {}): Promise<number> {
	const body = campaignBody(change);
	const { returnObject } = await askCec<{ returnObject: { id: number } }>(
		'POST',
		'/rest/isales/v2/openapi/campaigns/{vdn}',
		body,
	);
	return returnObject.id;
}

/** As CEC writes times, so many seconds from now; a day begins at midnight, which a campaign must not precede. */
export function wireTime(secondsFromNow: number): string {
	const time = new Date(Date.now() + secondsFromNow * 1000);
	const midnight = new Date(new Date().setHours(0, 0, 0, 0));
	const chosen = secondsFromNow < 0 && time < midnight ? midnight : time;
	const two = (value: number) => String(value).padStart(2, '0');
	const day = [chosen.getFullYear(), two(chosen.getMonth() + 1), two(chosen.getDate())].join('-');
	return `${day} ${[chosen.getHours(), chosen.getMinutes(), chosen.getSeconds()].map(two).join(':')}`;
}

/** Its own token: those of n8n are counted. */
async function bearer(): Promise<Record<string, string>> {
	const { simulatorUrl } = readRuntime();
	const { huaweiCecAppApi: keys } = credentialData(simulatorUrl);
	token ??= fetch(`${simulatorUrl}/apigovernance/api/oauth/tokenByAkSk`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', 'x-token-expire': '3600' },
		body: JSON.stringify({ app_key: keys.appKey, app_secret: keys.appSecret }),
	}).then(async (response) => ((await response.json()) as { AccessToken: string }).AccessToken);
	return { 'content-type': 'application/json', authorization: `Bearer ${await token}`, 'x-app-key': String(keys.appKey) };
}

/** What is kept of a token is worth nothing once the simulator was reset or has expired all tokens. */
export function forgetToken(): void {
	token = undefined;
}

function signature(options: IHttpRequestOptions): Record<string, string> {
	const { huaweiCecSignatureApi } = credentialData(readRuntime().simulatorUrl);
	return signOptions(huaweiCecSignatureApi, options).headers as Record<string, string>;
}
