import { createHash } from 'node:crypto';
import { comeIn, write } from '../agent-calls/arriving';
import { endCall } from '../agent-calls/steps';
import type { ChatMessage } from '../agent-calls/chat-message';
import type { AgentCall } from '../agent-calls/state';
import type { World } from '../world';
import { answerTo, GREETING } from './bot';
import { type Settings, type SettingsGiven, settingsSchema, usual } from './settings';
import { type Customer, CustomerTokens } from './tokens';

/** Chapter 11: the customers of web channels, their conversations, and all that was written in them. */

export interface StoredFile {
	type: string;
	bytes: Buffer;
	/** Of the media library, rather than of somebody's computer. */
	isOfLibrary: boolean;
}

/** What a customer finds when it polls, as the samples of 11.3 have it. */
export type Downlink = Record<string, unknown> & { content: string; controlType: string };

export interface HistoryEntry {
	id: string;
	userId: string;
	channelId: string;
	time: number;
	controlType: string;
	sourceType: string;
	mediaType: string;
	content: string;
	senderNickname: string;
	callId: string | null;
	isLocalFile: boolean;
}

export interface Conversation {
	customer: Customer;
	/** Talks with the bot of the channel; otherwise with agents, or waits for one. */
	isWithBot: boolean;
	interactions: number;
	/** The chat in which signed-in agents know it. */
	call?: AgentCall;
	/** How many messages of the agents the customer has been given. */
	delivered: number;
	/** An agent whom the control plays. */
	desk?: string;
	polled: number;
	began: number;
}

export interface Message {
	mediaType: string;
	content: string;
	nickname: string;
}

export type Stage = 'bot' | 'queue' | 'agent';

const NICKNAME_OF_SYSTEM = 'system';

export class WebChats {
	readonly tokens: CustomerTokens;
	readonly files = new Map<string, StoredFile>();
	readonly history: HistoryEntry[] = [];
	readonly ratings: object[] = [];
	readonly leftMessages: object[] = [];
	readonly whatsAppMessages: object[] = [];
	readonly anonymousCalls: object[] = [];
	readonly clickToCalls = new Map<string, { began: number; told: number }>();
	readonly emails: Set<string>;
	settings: Settings = usual;
	private readonly going = new Map<string, Conversation>();
	private readonly mail = new Map<string, Downlink[]>();
	/** Customers who have ever been connected. */
	private readonly known = new Set<string>();
	private lastMessage = 10113293212980000n;

	constructor(private readonly world: World) {
		this.tokens = new CustomerTokens(world.clock);
		this.emails = new Set(world.tenant.webChat.emails);
	}

	change(change: SettingsGiven): Settings {
		this.settings = { ...this.settings, ...settingsSchema.parse(change) };
		return this.settings;
	}

	channel(channelId: string) {
		return this.world.tenant.webChat.channels.find(({ configId }) => configId === channelId);
	}

	/** The conversation of a customer, unless it is over: disconnected, not polled for too long, or ended by the agent. */
	of(customer: Customer): Conversation | undefined {
		const key = keyOf(customer);
		const conversation = this.going.get(key);
		if (!conversation) return undefined;
		this.collect(conversation);
		if (conversation.call && conversation.call.ended !== undefined && !conversation.desk) {
			this.tell(customer, { controlType: 'DISCONNECT', content: 'The agent has ended the conversation.' });
			this.going.delete(key);
			return undefined;
		}
		if (this.world.clock.now() - conversation.polled < this.settings.silenceSeconds * 1000) return conversation;
		this.end(conversation);
		return undefined;
	}

	stageOf({ isWithBot, desk, call }: Conversation): Stage {
		if (isWithBot) return 'bot';
		return desk !== undefined || call?.agents.some(({ state }) => state === 'talking') ? 'agent' : 'queue';
	}

	/** The conversation that agents know as this call. */
	ofCall(callId: string, userId: string): Conversation | undefined {
		return [...this.going.values()].find(
			({ call, customer }) => call?.callId === callId && customer.userId === userId,
		);
	}

	hasBeenConnected(customer: Customer): boolean {
		return this.known.has(keyOf(customer));
	}

	begin(customer: Customer, isWithBot: boolean): Conversation {
		const conversation: Conversation = {
			customer,
			isWithBot,
			interactions: 0,
			delivered: 0,
			polled: this.world.clock.now(),
			began: this.world.clock.now(),
		};
		this.going.set(keyOf(customer), conversation);
		this.known.add(keyOf(customer));
		if (isWithBot) this.tell(customer, { sourceType: 'ROBOT', content: GREETING, interIdx: '0' });
		else this.wantAgent(conversation);
		return conversation;
	}

	/** From now on for agents: those who are signed in to the gateway, or whom the control plays. */
	wantAgent(conversation: Conversation): void {
		const { userId, channelId } = conversation.customer;
		conversation.isWithBot = false;
		const skillId = this.channel(channelId)?.skillId;
		const { callId } = comeIn(this.world, { kind: 'chat', skillId, userId });
		conversation.call = this.world.agentCalls.find(callId);
	}

	end(conversation: Conversation): void {
		if (conversation.call) endCall(this.world, conversation.call);
		this.going.delete(keyOf(conversation.customer));
	}

	/** The customer writes. */
	take(conversation: Conversation, message: Message): void {
		const { customer, call, desk } = conversation;
		this.remember(customer, { ...message, controlType: 'CHAT', sourceType: 'USER', callId: call?.callId ?? null });
		if (conversation.isWithBot) {
			const { text, similar } = answerTo(customer.locale, message.content);
			conversation.interactions += 1;
			const said = {
				sourceType: 'ROBOT',
				content: text,
				interIdx: String(conversation.interactions),
				simQuestions: similar.length > 0 ? similar.join('\n') : null,
			};
			if (this.settings.botMs === 0) this.tell(customer, said);
			else this.world.clock.after(this.settings.botMs, () => this.tell(customer, said));
		} else if (desk === undefined && call) {
			write(this.world, { callId: call.callId, message: message.content });
		}
	}

	/** An agent whom the control plays takes the conversation, if none has yet. */
	answerAs(conversation: Conversation, nickname: string): void {
		if (conversation.desk !== undefined) return;
		conversation.isWithBot = false;
		conversation.desk = nickname;
		if (conversation.call) endCall(this.world, conversation.call);
		this.tell(conversation.customer, { content: 'An agent has joined.' });
	}

	/** Something comes for the customer. */
	tell(customer: Customer, given: Partial<Downlink>): void {
		const { userId, channelId } = customer;
		const message: Downlink = {
			from: channelId,
			channel: 'WEB',
			to: userId,
			controlType: 'CHAT',
			mediaType: 'TEXT',
			content: '',
			simQuestions: null,
			senderNickname: NICKNAME_OF_SYSTEM,
			senderAvatar: null,
			timestamp: Math.floor(this.world.clock.now()),
			sourceType: 'SYSTEM',
			callId: null,
			robotGender: null,
			isOfflineStatus: null,
			messageCode: this.nextId(),
			mediaFileType: null,
			contentType: null,
			interIdx: null,
			...given,
		};
		this.mailOf(customer).push(message);
		if (message.controlType !== 'CHAT') return;
		const { content, mediaType, sourceType, senderNickname, contentType } = message as Record<string, any>;
		this.remember(customer, {
			content,
			mediaType,
			sourceType,
			nickname: senderNickname,
			controlType: 'CHAT',
			callId: null,
			isLocalFile: contentType === '1',
		});
	}

	/** All that has come for the customer; nothing comes twice. */
	poll(customer: Customer): Downlink[] {
		const conversation = this.of(customer);
		if (conversation) conversation.polled = this.world.clock.now();
		return this.mailOf(customer).splice(0);
	}

	remember(
		customer: Customer,
		{
			nickname,
			isLocalFile = false,
			...entry
		}: Message & Pick<HistoryEntry, 'controlType' | 'sourceType' | 'callId'> & { isLocalFile?: boolean },
	): void {
		const { userId, channelId } = customer;
		this.history.push({
			id: this.nextId(),
			userId,
			channelId,
			time: Math.floor(this.world.clock.now()),
			senderNickname: nickname,
			isLocalFile,
			...entry,
		});
	}

	store(file: StoredFile): string {
		const key = createHash('sha256').update(file.bytes).update(this.nextId()).digest('hex').slice(0, 32);
		this.files.set(key, file);
		return key;
	}

	nextId(): string {
		return String(++this.lastMessage);
	}

	report(): object {
		const { ratings, leftMessages, whatsAppMessages, anonymousCalls, settings, history } = this;
		return {
			conversations: [...this.going.values()].map((conversation) => ({
				...conversation.customer,
				stage: this.stageOf(conversation),
				callId: conversation.call?.callId ?? null,
			})),
			emails: [...this.emails],
			ratings,
			leftMessages,
			whatsAppMessages,
			anonymousCalls,
			history,
			settings,
		};
	}

	/** What signed-in agents have sent since the customer was told last. */
	private collect(conversation: Conversation): void {
		const { customer, call } = conversation;
		const sent = (call?.chat?.sent ?? []) as ChatMessage[];
		for (const {
			content,
			mediaType,
			mediaFileType = null,
			contentType,
			senderNickname,
			senderAvatar,
			messageCode,
		} of sent.slice(conversation.delivered)) {
			this.tell(customer, {
				content,
				mediaType,
				mediaFileType,
				contentType: contentType === '1' ? '1' : null,
				senderNickname,
				senderAvatar,
				messageCode,
				sourceType: 'AGENT',
			});
		}
		conversation.delivered = sent.length;
	}

	private mailOf(customer: Customer): Downlink[] {
		const key = keyOf(customer);
		const mail = this.mail.get(key) ?? [];
		this.mail.set(key, mail);
		return mail;
	}
}

export const keyOf = ({ userId, channelId }: Customer): string => `${channelId} ${userId}`;
