import type { Socket } from 'node:net';

export interface LoggedRequest {
	/** Real time, and that of the simulated clock. */
	time: string;
	simulatedTime: string;
	/** The section of the reference that was served, if any was. */
	section: string | null;
	method: string;
	path: string;
	query: Record<string, string>;
	headers: Record<string, unknown>;
	body: unknown;
	status: number | null;
	response: unknown;
	/** Requests with the same number came over the same connection. */
	connection: number;
	/** How long it took, in real milliseconds. */
	ms: number;
	fault?: string;
}

const KEPT = 20_000;
const SECRET = /^(authorization|cookie|proxy-authorization)$/;
/** Headers that are nothing but a secret. */
const BARE_SECRET = /^(guid|service_token|access-token|x-access-token|x-auth-token|ccmessaging-token|token)$/;

export class RequestLog {
	readonly entries: LoggedRequest[] = [];
	tokenRequests = 0;
	private readonly connections = new WeakMap<Socket, number>();
	private lastConnection = 0;

	connectionOf(socket: Socket): number {
		const known = this.connections.get(socket);
		if (known !== undefined) return known;
		this.connections.set(socket, ++this.lastConnection);
		return this.lastConnection;
	}

	add(entry: LoggedRequest): void {
		this.entries.push(entry);
		if (this.entries.length > KEPT) this.entries.shift();
	}

	clear(): void {
		this.entries.length = 0;
		this.tokenRequests = 0;
	}

	report(): object {
		const connections = new Set(this.entries.map(({ connection }) => connection)).size;
		return { tokenRequests: this.tokenRequests, connections, requests: this.entries };
	}
}

/** The scheme of a secret header stays readable, the secret does not. */
export function withoutSecrets(headers: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(headers).map(([name, value]) =>
			SECRET.test(name)
				? [name, `${String(value).split(/[ /]/)[0]} ***`]
				: [name, BARE_SECRET.test(name) ? '***' : value],
		),
	);
}

const SECRET_FIELDS = [
	'app_secret',
	'AccessToken',
	'password',
	'oldPassword',
	'newPassword',
	'guid',
	'serviceToken',
	'phonetoken',
	'jwt',
	'token',
	'access_token',
	'appSecret',
	'authToken',
	'auth_token',
	'phoneVerifyCode',
	'salt',
];

/** Not numbers of any size, and whatever else knows how to print itself. */
const isPlainObject = (value: unknown): value is object =>
	typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** Secrets are masked where they are printed: at the top, and one level below (the guid of 4.6 is in its result). */
export function maskedBody(body: unknown, depth = 0): unknown {
	if (typeof body === 'string' && depth === 0) return body.replace(/(client_secret=)[^&]*/g, '$1***');
	if (!isPlainObject(body) || depth > 1) return body;
	return Object.fromEntries(
		Object.entries(body).map(([key, value]) => [
			key,
			SECRET_FIELDS.includes(key) ? '***' : maskedBody(value, depth + 1),
		]),
	);
}
