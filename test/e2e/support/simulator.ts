import type { IDataObject } from 'n8n-workflow';

import { readRuntime } from './runtime';

export interface SimulatedRequest {
	/** When it came, in real time. */
	time: string;
	section: string | null;
	method: string;
	path: string;
	query: Record<string, string>;
	headers: Record<string, unknown>;
	body: unknown;
	status: number | null;
	response: unknown;
	connection: number;
	ms: number;
	fault?: string;
}

export interface SimulatedRequests {
	tokenRequests: number;
	connections: number;
	requests: SimulatedRequest[];
}

export interface SimulatedFault {
	match?: { method?: string; path?: string; times?: number; skip?: number };
	kind: 'latency' | 'status' | 'resetBefore' | 'resetAfter' | 'refuse' | 'throttle' | 'body' | 'truncate';
	ms?: number;
	status?: number;
	headers?: Record<string, string>;
	body?: unknown;
}

/** What CEC pushed, with every attempt. */
export interface SentCallback {
	kind: string;
	url: string;
	body: IDataObject;
	/** How it went out. */
	sentAs?: { text: string; contentType: string };
	accepted: boolean;
	attempts: Array<{ status: number | null; answer?: unknown; accepted: boolean; lost?: boolean; repeated?: boolean }>;
}

export interface SpokenLine {
	speaker: 'agent' | 'customer';
	text: string;
	intent?: string;
	sensitiveWords?: string[];
	faq?: { question: string; answer: string; group?: string };
}

/** Steers the simulator of this jest run over its HTTP interface; it runs in a process of its own. */
export class SimulatorControl {
	constructor(readonly url: string) {}

	/** Back to the demo tenant, without faults and with an empty list of requests. */
	async reset(options: { seed?: number; speed?: number } = {}): Promise<void> {
		await this.call('POST', 'reset', options);
	}

	async requests(): Promise<SimulatedRequests> {
		return await this.call('GET', 'requests');
	}

	async clearRequests(): Promise<void> {
		await this.call('DELETE', 'requests');
	}

	async fault(fault: SimulatedFault): Promise<void> {
		await this.call('POST', 'faults', fault);
	}

	async expireTokens(): Promise<void> {
		await this.call('POST', 'tokens/expire');
	}

	async advance(seconds: number): Promise<void> {
		await this.call('POST', 'clock', { advanceSeconds: seconds });
	}

	async setSpeed(speed: number): Promise<void> {
		await this.call('POST', 'clock', { speed });
	}

	async outcomes(settings: {
		called?: string;
		outcomes?: Array<{ failCode: string }>;
		default?: 'answer' | 'random';
		answerRate?: number;
	}): Promise<void> {
		await this.call('POST', 'outcomes', settings);
	}

	async callbacks(change: { lose?: number; repeat?: number }): Promise<void> {
		await this.call('POST', 'callbacks', change);
	}

	async sentCallbacks(): Promise<SentCallback[]> {
		return await this.call('GET', 'callbacks');
	}

	/** How two-party calls and voice notifications turn out. */
	async calls(settings: {
		called?: string;
		outcomes?: Array<{ reason: number; talkSeconds?: number }>;
		default?: 'answer' | 'random';
	}): Promise<void> {
		await this.call('POST', 'calls', settings);
	}

	/** What the tenant sets about callbacks of calls; null takes it back. */
	async callbackSettings(change: {
		connectedUrl?: string | null;
		releasedUrl?: string | null;
		notificationReleasedUrl?: string | null;
		sharedKey?: string | null;
		trustlist?: string[] | null;
		format?: 'json' | 'form';
		nulls?: 'sent' | 'dropped';
	}): Promise<void> {
		await this.call('POST', 'callback-settings', change);
	}

	/** Recordings of calls that end from now on have so many bytes. */
	async recordings(bytes: number | null): Promise<void> {
		await this.call('POST', 'recordings', { bytes });
	}

	/** A conversation begins; its id. */
	async speak(conversation: {
		callId?: string;
		agentId?: string;
		customer?: string;
		lines?: SpokenLine[];
		shape?: 'sample' | 'table';
		encrypted?: boolean;
		userCase?: string;
	}): Promise<string> {
		return (await this.call<{ callId: string }>('POST', 'speech', conversation)).callId;
	}

	/** Every session of the gateway is unknown from now on. */
	async expireGateway(): Promise<void> {
		await this.call('POST', 'gateway/expire');
	}

	async allow(addresses: string[]): Promise<void> {
		await this.call('POST', 'allowlist', { addresses });
	}

	async addFile(file: { serverId: string; filePath?: string; fileName: string; rows: IDataObject[] }): Promise<void> {
		await this.call('POST', 'files', file);
	}

	async state<T = Record<string, IDataObject[]>>(): Promise<T> {
		return await this.call('GET', 'state');
	}

	private async call<T>(method: string, path: string, body?: unknown): Promise<T> {
		const response = await fetch(`${this.url}/__simulator/${path}`, {
			method,
			headers: body === undefined ? {} : { 'content-type': 'application/json' },
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		const text = await response.text();
		if (!response.ok) throw new Error(`${method} ${path}: the simulator answered ${response.status} ${text}`);
		return JSON.parse(text) as T;
	}
}

export function simulator(): SimulatorControl {
	return new SimulatorControl(readRuntime().simulatorUrl);
}
