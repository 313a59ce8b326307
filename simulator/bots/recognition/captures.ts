import { randomBytes } from 'node:crypto';
import { codes, refuse } from '../codes';

/** Conversations whose sound another system captures and has recognised (inaction 7 and 13, 10.12). */

export interface Capture {
	callId: string;
	/** With which the other system shows that it was asked. It is told so on a way that nothing here describes. */
	serviceToken: string;
	results: Array<{ text: string; isFinal: boolean; confidence: number; speaker: string }>;
}

export class Captures {
	private readonly captures = new Map<string, Capture>();

	open(callId: string): void {
		this.captures.set(callId, { callId, serviceToken: randomBytes(16).toString('hex'), results: [] });
	}

	/** The capture of this call, for whoever has its token. */
	admit(callId: string, serviceToken: string): Capture {
		const found = this.captures.get(callId);
		if (found?.serviceToken !== serviceToken) return refuse(codes.badToken, 'serviceToken is not that of the task');
		return found;
	}

	hasResult(callId: string): boolean {
		return this.finals(callId).length > 0;
	}

	/** What was recognised since the last time; nothing is not a sentence. */
	take(callId: string): string {
		const text = this.finals(callId)
			.map((one) => one.text)
			.join(' ');
		const capture = this.captures.get(callId);
		if (capture) capture.results = [];
		return text;
	}

	report(): Capture[] {
		return [...this.captures.values()];
	}

	private finals(callId: string): Capture['results'] {
		return (this.captures.get(callId)?.results ?? []).filter(({ isFinal }) => isFinal);
	}
}
