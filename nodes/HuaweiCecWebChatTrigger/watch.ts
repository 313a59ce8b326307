/**
 * Polls for one customer as long as the workflow is active. CEC gives each message once, to whoever polls first: nobody
 * else may poll for the customer meanwhile. Polling also keeps the conversation alive.
 */
import type { IDataObject, ITriggerFunctions } from 'n8n-workflow';

import { listDirectly } from '../../cec/run/listDirectly';
import { Pause } from '../../cec/run/pause';
import { chatStep } from '../HuaweiCecWebChat/resources/chatStep';

/** The reference names no pace. Later editions answer a poll at once or after five seconds, earlier ones always at once. */
const BETWEEN_POLLS_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

export interface Watched {
	userId: string;
	channelId: string;
	readReceipts: boolean;
	/** Zone in which times are told. */
	zone: string;
}

export class Watch {
	private isOver = false;

	private readonly pause = new Pause();

	private life: Promise<void> = Promise.resolve();

	constructor(
		private readonly context: ITriggerFunctions,
		private readonly watched: Watched,
	) {}

	/** Throws when the first poll fails: then something is wrong with the settings. */
	async begin(): Promise<void> {
		await this.look();
		this.life = this.goOn();
	}

	/** Ends once a poll that is under way has been told. */
	async close(): Promise<void> {
		this.isOver = true;
		this.pause.cut();
		await this.life;
	}

	private async goOn(): Promise<void> {
		for (let failures = 0; !this.isOver; ) {
			await this.pause.of(Math.min(BETWEEN_POLLS_MS * 2 ** failures, LONGEST_PAUSE_MS));
			if (this.isOver) return;
			const problem = await this.look().then(
				() => undefined,
				(error: Error) => error,
			);
			if (problem && failures === 0) this.warn(problem);
			failures = problem ? failures + 1 : 0;
		}
	}

	private async look(): Promise<void> {
		const { userId, channelId, readReceipts, zone } = this.watched;
		const values = { receiverId: userId, channelId, ...(readReceipts && { isNeedRead: true }) };
		const rows = await listDirectly(this.context, chatStep.operations.poll, { values, zone });
		const items = rows.map(({ simple }) => ({ json: { userId, channelId, ...simple } as IDataObject }));
		if (items.length > 0) this.context.emit([items]);
	}

	private warn(problem: Error): void {
		const { name: node } = this.context.getNode();
		this.context.logger.warn(`Messages of a web chat cannot be polled for now: ${problem.message}`, { node, workflowId: this.context.getWorkflow().id });
	}
}
