import type { Simulator } from '../../simulator';
import { tenant } from '../../simulator';

/** Whoever asks the bot platform: with the token of the tenant in every body, or without. */

export interface BotAnswer {
	status: number;
	text: string;
	body: any;
}

export const CHAT = '880000000000000101';
export const HOTLINE = '30501';

export async function post(
	sim: Simulator,
	path: string,
	body?: unknown,
	headers: Record<string, string> = {},
): Promise<BotAnswer> {
	const response = await fetch(`${sim.url}/oifde/rest/${path}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json; charset=UTF-8', ...headers },
		body: body === undefined ? undefined : JSON.stringify(body),
	});
	const text = await response.text();
	let parsed: unknown;
	try {
		parsed = JSON.parse(text);
	} catch {
		parsed = undefined;
	}
	return { status: response.status, text, body: parsed };
}

const keys = { appKey: tenant.tenantId, appSecret: tenant.bots.apiPassword };

export async function botToken(sim: Simulator, given: object = {}): Promise<string> {
	const { body } = await post(sim, 'api/gettoken', { ...keys, ...given });
	expect(body).toMatchObject({ errorCode: 0, expireTime: 3600 });
	return body.authToken;
}

export type Ask = (path: string, body?: object) => Promise<BotAnswer>;

/** Requests of the tenant below api/, with its id and token. */
export async function botDesk(sim: Simulator): Promise<Ask> {
	const authToken = await botToken(sim);
	return async (path, body = {}) => await post(sim, `api/${path}`, { tenantId: tenant.tenantId, authToken, ...body });
}

/** A conversation, as whoever sits between a customer and a bot leads it. */
export class Talk {
	last: any;
	private index?: string;

	constructor(
		private readonly sim: Simulator,
		private readonly token: string,
		readonly userid: string,
		readonly accessCode: string,
		private readonly more: { seat?: 'ass'; version?: 'v2' } = {},
	) {}

	async send(inaction: number, inparams: object, extparams?: object): Promise<BotAnswer> {
		const { seat, version } = this.more;
		const path = version === undefined ? 'crs/process' : `v2/crs/process/${tenant.vdnId}`;
		const answer = await post(this.sim, path, {
			userid: this.userid,
			inaction,
			...(seat && { seat }),
			inparams: {
				call_id: this.userid,
				call_dst_id: this.accessCode,
				auth_token: this.token,
				...([9, 11].includes(inaction) && this.index !== undefined && { inter_idx: this.index }),
				...inparams,
			},
			...(extparams && { extparams }),
		});
		this.last = answer.body;
		this.index = answer.body?.outparams?.inter_idx ?? this.index;
		return answer;
	}

	async begin(customer = '447700900500', more: object = {}): Promise<any> {
		return (await this.send(8, { call_sor_id: customer, ...more })).body;
	}

	async hear(flow_result_type: string, input: string, more: object = {}, extra?: object): Promise<any> {
		const { status, text, body } = await this.send(9, { flow_result_type, input, ...more }, extra);
		if (status !== 200) throw new Error(`HTTP ${status}: ${text}`);
		return body;
	}

	/** Says it, and gives back what the bot says. */
	async say(text: string): Promise<string> {
		const { outparams } = await this.hear('1', text);
		return outparams.prompt_text;
	}

	async keys(input: string): Promise<any> {
		return await this.hear('2', input);
	}

	async played(): Promise<any> {
		return await this.hear('3', 'playover');
	}

	async hangUp(): Promise<any> {
		return await this.hear('-1', 'hangup', {}, { release_reason: '2' });
	}

	async transferred(trans_result: string, more: object = {}): Promise<BotAnswer> {
		const now = '2026030208:00:00';
		return await this.send(11, { begin_trans: now, end_trans: now, trans_result, ...more });
	}
}

export async function talk(
	sim: Simulator,
	accessCode = CHAT,
	userid = 'call-1',
	more: { seat?: 'ass'; version?: 'v2' } = {},
): Promise<Talk> {
	return new Talk(sim, await botToken(sim), userid, accessCode, more);
}
