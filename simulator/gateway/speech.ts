import type { Talking } from '../calls/state';
import type { World } from '../world';
import { type ConversationOptions, conversationSchema, lostCard } from './conversation';
import {
	CONTINUES,
	notification,
	RECOGNITION_ENDS,
	SINGLE,
	SPEECH_BEGINS,
	type Talk,
	type Utterance,
} from './notification';
import type { Subscription } from './subscriptions';

type Spoken = Omit<Utterance, 'time'>;

const PATH = '/v100/subscribe/asrevent/asrresult';
/** From one line to the next, and how much of that is spoken. */
const LINE_MS = 3000;
const SPOKEN_MS = 2500;
/** After the call has begun. */
const FIRST_LINE_MS = 1000;

/** Conversations that are recognised while they go on, and told to every subscriber (6.3.6). */
export class Speech {
	/** How many are going on. */
	talking = 0;
	private lastCall = 0;
	/** What is still on its way to a subscriber, so that nothing overtakes what was said before it. */
	private readonly sending = new WeakMap<Subscription, Promise<void>>();

	constructor(private readonly world: World) {}

	/** What is spoken in a two-party call, as long as it lasts. Nobody speaks in a notification. */
	follow({ callSerialNo, callId, workNo, caller, called, until }: Talking): void {
		if (caller === undefined) return;
		const { calls, clock } = this.world;
		const fitting = Math.floor((until - clock.now() - FIRST_LINE_MS) / LINE_MS);
		const lines = lostCard.slice(0, Math.max(0, fitting));
		const call = calls.all.get(callSerialNo);
		this.start({ callId, agentId: workNo, customer: called, lines }, () => call?.state === 3);
	}

	/** A call begins, and its lines are spoken one after the other on the clock, unless it is over before that. */
	start(options: ConversationOptions = {}, isOver = (): boolean => false): { callId: string } {
		const { userCase = CONTINUES, ...given } = conversationSchema.parse(options);
		const { clock, tenant } = this.world;
		const began = clock.now();
		const talk: Talk = {
			callId: given.callId ?? `${Math.floor(began / 1000)}-${900 + ++this.lastCall}`,
			agentId: given.agentId ?? String(tenant.gateway.administrators[0].agentId),
			customer: given.customer ?? '447700900313',
			lines: given.lines ?? lostCard,
			shape: given.shape ?? 'sample',
			encrypted: given.encrypted ?? false,
			ccId: '1',
			vdnId: String(tenant.vdnId),
		};
		this.talking++;
		talk.lines.forEach(({ speaker }, at) => {
			const begin = FIRST_LINE_MS + at * LINE_MS;
			const end = begin + SPOKEN_MS;
			const speak = async (utterance: Spoken): Promise<void> => {
				if (!isOver()) await this.tellAll(talk, utterance);
			};
			if (userCase !== SINGLE) clock.at(began + begin, () => speak({ speaker, userCase: SPEECH_BEGINS }));
			clock.at(began + end, () => speak({ speaker, userCase, said: { at, begin, end } }));
		});
		clock.at(began + FIRST_LINE_MS + talk.lines.length * LINE_MS, async () => {
			// A receiver that does not answer must not keep the conversation going.
			this.talking--;
			const speakers = userCase === CONTINUES ? new Set(talk.lines.map(({ speaker }) => speaker)) : [];
			await Promise.all(
				[...speakers].map((speaker) => this.tellAll(talk, { speaker, userCase: RECOGNITION_ENDS })),
			);
		});
		return { callId: talk.callId };
	}

	private async tellAll(talk: Talk, spoken: Spoken): Promise<void> {
		const utterance = { ...spoken, time: this.world.clock.now() };
		await Promise.all(this.world.subscriptions.alive().map((one) => this.tell(one, talk, utterance)));
	}

	private async tell(subscription: Subscription, talk: Talk, utterance: Utterance): Promise<void> {
		const url = subscription.serviceCallBackUri + PATH;
		const body = notification(talk, subscription, utterance);
		const { serviceToken } = subscription;
		const before = this.sending.get(subscription) ?? Promise.resolve();
		const sent = before.then(async () => await this.world.callbacks.speech(url, body, serviceToken));
		this.sending.set(subscription, sent);
		await sent;
	}
}
