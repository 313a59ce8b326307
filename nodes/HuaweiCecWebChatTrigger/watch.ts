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

	private found: IDataObject[] = [];

	private readonly pause = new Pause();

	private life: Promise<void> = Promise.resolve();

	constructor(
		private readonly context: ITriggerFunctions,
		private readonly watched: Watched,
		private readonly tell: (items: IDataObject[]) => void,
	) {}

	/** Polls once: throws when that fails, since then something is wrong with the settings. */
	async check(): Promise<void> {
		this.found = await this.look();
	}

	start(): void {
		this.life = this.goOn();
	}

	stop(): void {
		this.isOver = true;
		this.pause.cut();
	}

	/** Ends once a poll that is under way has been told. */
	async close(): Promise<void> {
		this.stop();
		await this.life;
	}

	private async goOn(): Promise<void> {
		for (let failures = 0; ; ) {
			await this.pause.of(Math.min(BETWEEN_POLLS_MS * 2 ** failures, LONGEST_PAUSE_MS));
			// What the check has found was not told by it: while the editor listens, n8n takes nothing before the trigger stands.
			this.tell(this.found.splice(0));
			if (this.isOver) return;
			const problem = await this.look().then(this.tell).then(
				() => undefined,
				(error: Error) => error,
			);
			// A single failure may pass.
			if (problem && failures === 1) this.warn(problem);
			failures = problem ? failures + 1 : 0;
		}
	}

	private async look(): Promise<IDataObject[]> {
		const { userId, channelId, readReceipts, zone } = this.watched;
		const values = { receiverId: userId, channelId, ...(readReceipts && { isNeedRead: true }) };
		const rows = await listDirectly(this.context, chatStep.operations.poll, { values, zone, mostAttempts: 1 });
		return rows.map(({ simple }) => simple as IDataObject);
	}

	private warn(problem: Error): void {
		const { name: node } = this.context.getNode();
		this.context.logger.warn(`Messages of a web chat cannot be polled for now: ${problem.message}`, { node, workflowId: this.context.getWorkflow().id });
	}
}
