import type { World } from '../world';
import { BotTokens } from './admission/tokens';
import { ChatbotCaller } from './chatbot-caller/caller';
import type { OtherChatbot } from './control';
import { Configuration } from './configuration/state';
import { Conversations } from './dialog/conversations';
import { Faqs } from './faqs/state';
import { Captures } from './recognition/captures';
import { Failures } from './recognition/failures';
import { Rpa } from './rpa/state';
import { SilentAgents } from './silent-agents/state';

export interface BotSettings {
	/** Where tables and samples disagree about an answer, it looks like either. */
	answers: 'sample' | 'table';
	/** Under which HTTP status refusals with a code come: the reference hints at others than 200. */
	refusalStatus: number;
	/** A chatbot of the user's that finds the intents in dialogs; null where the platform does. */
	chatbot: OtherChatbot | null;
}

/** The bots of the tenant (chapter 10). */
export class Bots {
	settings: BotSettings = { answers: 'sample', refusalStatus: 200, chatbot: null };
	readonly tokens: BotTokens;
	readonly configuration: Configuration;
	readonly faqs: Faqs;
	readonly conversations: Conversations;
	readonly silent: SilentAgents;
	readonly captures = new Captures();
	readonly failures: Failures;
	readonly rpa: Rpa;
	readonly chatbots: ChatbotCaller;

	constructor(world: World) {
		this.tokens = new BotTokens(world.clock);
		this.configuration = new Configuration(world.random, world.clock.now());
		this.faqs = new Faqs(world.clock);
		this.conversations = new Conversations(world);
		this.silent = new SilentAgents(world);
		this.failures = new Failures(world);
		this.rpa = new Rpa(world);
		this.chatbots = new ChatbotCaller(world.clock);
	}

	change(change: Partial<BotSettings>): BotSettings {
		this.settings = { ...this.settings, ...change };
		return this.settings;
	}

	/** Answers whoever still waits for somebody. */
	close(): void {
		this.silent.letAllGo();
	}

	report(): object {
		const { conversations, silent, captures, failures, configuration, faqs, rpa } = this;
		return {
			settings: this.settings,
			bindings: [...configuration.bindings.values()],
			conversations: conversations.all.map(
				({ id, binding, slots, expects, mode, interIdx, turns, handovers }) => ({
					id,
					accessCode: binding.accessCode,
					slots,
					expects,
					mode,
					interIdx,
					turns,
					handovers,
				}),
			),
			waitingForSilentAgents: silent.report(),
			captures: captures.report(),
			failures: failures.all,
			faqGroups: [...faqs.groups.values()],
			faqs: [...faqs.faqs.values()],
			rpaItems: rpa.items,
		};
	}
}
