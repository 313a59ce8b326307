/** What all ways in with a token share: asking for one, keeping it, and being refused. */
import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

export interface TokenAnswer {
	statusCode: number;
	headers?: Record<string, unknown>;
	body: unknown;
}

/** Sends a request and returns status and body, whatever the status. */
export type Ask = (options: IHttpRequestOptions) => Promise<TokenAnswer>;

/** CEC, or whatever stands in its place, gave no token; `answer` holds what it gave instead. */
export class TokenRefused extends Error {
	constructor(
		/** What n8n's own HTTP Request node shows; the nodes of this package say more. */
		message: string,
		readonly answer: TokenAnswer,
		/** CEC's own code and text, where the answer has them. */
		readonly code?: string,
		readonly said?: string,
	) {
		super(message);
		this.name = 'TokenRefused';
	}
}

/** Requests that were under way together when a token was refused share the one that replaces it. */
const FRESH_MS = 5_000;

/** Base URL of a credential without a trailing slash. */
export function baseUrl(credential: ICredentialDataDecryptedObject): string {
	return String(credential.baseUrl ?? '').trim().replace(/\/+$/, '');
}

/**
 * Whether a held token can replace one that CEC has just refused: only a fresh one, since what made CEC forget
 * the one, such as a restart, has made it forget the others of its age.
 */
export function isRenewed(token: Token, stale: string): boolean {
	return token.value !== stale && Date.now() - token.fetchedAt < FRESH_MS;
}

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

	/** Holds this token from now on. */
	put(key: string, token: Token): void {
		// Each customer of a chat has one: those that are over make room. The oldest stand first.
		for (const [known, { expiresAt }] of this.held) {
			if (expiresAt > Date.now()) break;
			this.held.delete(known);
		}
		this.held.delete(key);
		this.held.set(key, token);
	}

	private fetchOnce(key: string, fetchToken: () => Promise<Token>): Promise<Token> {
		const request = fetchToken()
			.then((token) => {
				this.put(key, token);
				return token;
			})
			.finally(() => this.pending.delete(key));
		this.pending.set(key, request);
		return request;
	}
}
