import { setTimeout as sleep } from 'node:timers/promises';

export interface Owner {
	email: string;
	password: string;
	firstName: string;
	lastName: string;
}

/** Only ever the owner of an n8n that nobody but this machine reaches. */
export const demoOwner: Owner = {
	email: 'owner@example.com',
	password: 'Campaign-2026',
	firstName: 'Demo',
	lastName: 'Owner',
};

export class RestError extends Error {
	constructor(
		message: string,
		readonly status: number,
		readonly body: unknown,
	) {
		super(message);
	}
}

/** A signed-in session with the REST interface that n8n's own editor uses. */
export class Session {
	/** With the cookie of a session that has signed in already there is no need to sign in again. */
	constructor(
		readonly url: string,
		public cookie = '',
	) {}

	/** Makes the first start's owner, or signs in as the one made before. */
	async signIn(owner: Owner = demoOwner): Promise<void> {
		const settings = await this.get<{ userManagement?: { showSetupOnFirstLoad?: boolean } }>('/rest/settings');
		if (settings.userManagement?.showSetupOnFirstLoad) await this.post('/rest/owner/setup', owner);
		else await this.post('/rest/login', { emailOrLdapLoginId: owner.email, password: owner.password });
	}

	async get<T>(path: string): Promise<T> {
		return await this.call<T>('GET', path);
	}

	async post<T>(path: string, body: unknown = {}): Promise<T> {
		return await this.call<T>('POST', path, body);
	}

	async patch<T>(path: string, body: unknown): Promise<T> {
		return await this.call<T>('PATCH', path, body);
	}

	async delete<T>(path: string): Promise<T> {
		return await this.call<T>('DELETE', path);
	}

	private async call<T>(method: string, path: string, body?: unknown): Promise<T> {
		const response = await fetchOnce(`${this.url}${path}`, {
			method,
			headers: { 'content-type': 'application/json', 'browser-id': 'scripts', cookie: this.cookie },
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		this.keepCookie(response);
		const text = await response.text();
		const answer = parse(text);
		if (!response.ok) {
			const message = `${method} ${path} answered ${response.status}: ${text.slice(0, 600)}`;
			throw new RestError(message, response.status, answer);
		}
		return unwrap(answer) as T;
	}

	private keepCookie(response: Response): void {
		const cookie = response.headers.getSetCookie().find((value) => value.startsWith('n8n-auth='));
		if (cookie) this.cookie = cookie.split(';')[0];
	}
}

/**
 * As fetch does. n8n closes connections that nobody has used for five seconds, perhaps at the moment fetch uses the one
 * it has kept: then nobody has read the request, and it goes out again.
 */
export async function fetchOnce(url: string, init: RequestInit): Promise<Response> {
	try {
		return await fetch(url, init);
	} catch (error) {
		const { code } = ((error as Error).cause ?? {}) as { code?: string };
		if (code !== 'UND_ERR_SOCKET') throw error;
		return await fetch(url, init);
	}
}

/** Asks again until the answer is there: n8n registers and saves some things a moment after it has answered. */
export async function until<T>(what: string, ask: () => Promise<T | undefined>, timeoutMs = 30_000): Promise<T> {
	const giveUpAt = Date.now() + timeoutMs;
	for (;;) {
		const answer = await ask();
		if (answer !== undefined) return answer;
		if (Date.now() > giveUpAt) throw new Error(`${what}: not within ${timeoutMs / 1000} s`);
		await sleep(50);
	}
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}

/** Most routes put their answer below `data`; the lists of types do not. */
function unwrap(answer: unknown): unknown {
	const isWrapped = typeof answer === 'object' && answer !== null && 'data' in answer;
	return isWrapped ? (answer as { data: unknown }).data : answer;
}
