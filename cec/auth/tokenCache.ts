export interface Token {
	value: string;
	/** Milliseconds since 1970. */
	fetchedAt: number;
	expiresAt: number;
}

/**
 * Tokens of this process. Whoever needs one while it is being fetched waits for the same request, so that a
 * run over thousands of items asks once.
 */
export class TokenCache {
	private readonly held = new Map<string, Token>();

	private readonly pending = new Map<string, Promise<Token>>();

	async get(key: string, fetchToken: () => Promise<Token>, isUsable: (token: Token) => boolean): Promise<Token> {
		const held = this.held.get(key);
		if (held && isUsable(held)) return held;
		const pending = this.pending.get(key) ?? this.fetchOnce(key, fetchToken);
		return await pending;
	}

	private fetchOnce(key: string, fetchToken: () => Promise<Token>): Promise<Token> {
		const request = fetchToken()
			.then((token) => {
				this.held.set(key, token);
				return token;
			})
			.finally(() => this.pending.delete(key));
		this.pending.set(key, request);
		return request;
	}
}
