/** Pushed lists that come again: after a failure the gateway sends the same events once more, with later ones behind them. */
import { createHash } from 'node:crypto';
import { sleep, type IWebhookFunctions } from 'n8n-workflow';

import type { AgentEvent } from './events/index';

/** The gateway tries again every ten seconds. What is the same much later has happened again. */
const REMEMBER_MS = 60_000;

interface List {
	/** What its events are told by, in their order. */
	marks: string[];
	at: number;
}

/** The last list that came to each place in this process: n8n saves its memory only some time after the gateway was answered. */
const recent = new Map<string, List>();

/** The events that have not come before. Events have no number: a list that begins with all of the last one continues it. */
export function withoutRepeated(context: IWebhookFunctions, events: AgentEvent[]): AgentEvent[] {
	const memory = context.getWorkflowStaticData('node');
	const place = [context.getMode(), context.getWorkflow().id, context.getNode().id].join(' ');
	const now = Date.now();
	const marks = events.map(markOf);
	const before = lastOf(memory.lastList as List | undefined, recent.get(place), now);
	const isRepeated = before.length > 0 && before.every((mark, index) => mark === marks[index]);
	const list: List = { marks, at: now };
	recent.set(place, list);
	// Preparing the execution, n8n 2.41 forgets that its memory was changed, and saves it only if it changes again.
	void sleep(0).then(() => Object.assign(memory, { lastList: list }));
	return isRepeated ? events.slice(before.length) : events;
}

function lastOf(saved: List | undefined, own: List | undefined, now: number): string[] {
	const [last] = [saved, own].filter((list): list is List => Array.isArray(list?.marks)).sort((one, other) => other.at - one.at);
	return last && now - last.at < REMEMBER_MS ? last.marks : [];
}

function markOf(event: AgentEvent): string {
	return createHash('sha256').update(JSON.stringify(event)).digest('base64url').slice(0, 16);
}
