/** A customer of web chat, as a program of somebody else's would be one: without any code of the package. */
import type { Simulator } from '../../simulator';
import { token, type Answer } from './harness';

export const BASE = '/apiaccess/ccmessaging';

export interface WebCustomer {
	token: string;
	send(controlType: string, changes?: object): Promise<Answer>;
	/** What came, with the header in which a new token may be. */
	poll(query?: string): Promise<Answer & { newToken: string | null }>;
	ask(path: string, body?: object, method?: string): Promise<Answer & { newToken: string | null }>;
}

export const shopOf = (sim: Simulator): string => sim.tenant.webChat.channels[0].configId;
export const serviceOf = (sim: Simulator): string => sim.tenant.webChat.channels[1].configId;

export async function webCustomer(
	sim: Simulator,
	userId: string,
	channelId = shopOf(sim),
	changes: object = {},
): Promise<WebCustomer> {
	const request = async (
		path: string,
		{ body, method = 'POST', own }: { body?: object; method?: string; own?: string },
	) => {
		// A new one each time: tests move the clock.
		const { AccessToken } = (await token(sim)).body as { AccessToken: string };
		const response = await fetch(`${sim.url}${path.startsWith('/') ? path : `${BASE}/${path}`}`, {
			method,
			headers: {
				'content-type': 'application/json',
				authorization: `Bearer ${AccessToken}`,
				'x-app-key': sim.tenant.appKey,
				...(own && { 'ccmessaging-token': own }),
			},
			...(body && { body: JSON.stringify(body) }),
		});
		const text = await response.text();
		const json = text.startsWith('{') ? (JSON.parse(text) as unknown) : undefined;
		return {
			status: response.status,
			text,
			body: json as Answer['body'],
			newToken: response.headers.get('ccmessaging-token'),
		};
	};
	const applied = await request('applyToken', {
		body: { userId, userName: 'Jane Doe', channelId, locale: 'en', ...changes },
	});
	const self: WebCustomer = {
		token: String(applied.body?.token),
		send: async (controlType, more = {}) =>
			await request('send', {
				own: self.token,
				body: {
					channel: 'WEB',
					content: '',
					controlType,
					from: userId,
					mediaType: 'TEXT',
					sourceType: 'CUSTOMER',
					to: channelId,
					...more,
				},
			}),
		poll: async (query = '') =>
			await request(`poll?receiverId=${userId}&channel=WEB${query}`, { method: 'GET', own: self.token }),
		ask: async (path, body, method) => await request(path, { body, method, own: self.token }),
	};
	return self;
}
