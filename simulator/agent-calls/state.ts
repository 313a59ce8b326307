import type { Scheduled } from '../clock';
import type { World } from '../world';
import { Statistics } from './statistics';
import { Telephones } from './telephones';

/** Table 6-455, as far as agents make such calls. */
export const features = {
	inbound: 0,
	internal: 6,
	outbound: 7,
	preview: 44,
	consult: 51,
	threeWayConsult: 52,
} as const;

/** Media types of calls (6.1.3.1). */
export const media = { voice: 5, video: 19, chat: 53 } as const;

/** As events name it: 1 audio, 3 audio and video, 5 text. */
export const abilities = { audio: 1, video: 3, text: 5 } as const;

/** What becomes of a member who is rung: taken on by whoever rang. */
export interface Pending {
	joined(): void;
	/** `released` is a rejection that ends the call rather than sending it back (6.1.2.22). */
	failed(released?: boolean): void;
}

/** As what an agent comes into a call. */
export interface Role {
	type?: 'main' | 'assistant';
	/** Was asked for help, and may hang up nobody else (6.1.2.17). */
	helps?: boolean;
}

export interface AgentMember {
	workNo: string;
	/** Dialling is everything on the way to talking that nobody has to do anything for. */
	state: 'dialling' | 'ringing' | 'talking' | 'held';
	type: 'main' | 'assistant';
	muted: boolean;
	helps: boolean;
	talkingSince?: number;
	/** What is being recorded now: the task, and the file. */
	recording?: { taskId: number; began: number; path: string };
	pending?: Pending;
	/** Makes the same of another agent who takes the call instead. */
	offer?: (member: AgentMember) => Pending;
	/** Gives up ringing. */
	timer?: Scheduled;
}

export interface PhoneMember {
	number: string;
	state: 'dialling' | 'talking';
	/** Hangs up by itself after so long a talk; otherwise stays until an agent ends the call. */
	talkSeconds?: number;
	timer?: Scheduled;
}

/** A transfer that is not through yet (6.1.2.11). */
export interface Transfer {
	by: string;
	mode: string;
	/** The number that was added, for it to be taken away again (6.1.2.12). */
	number?: string;
	timer?: Scheduled;
}

export interface AgentCall {
	callId: string;
	feature: number;
	mediaType: number;
	mediaAbility: number;
	caller: string;
	called: string;
	/** What the customer dialled, whatever became of the call later. */
	dialled: string;
	skillId?: number;
	callData: string;
	agents: AgentMember[];
	phones: PhoneMember[];
	/** Three or more talk with each other. */
	isConference: boolean;
	waiting?: {
		skillId: number;
		since: number;
		pending: (member: AgentMember) => Pending;
		role: Role;
		timer?: Scheduled;
	};
	transfer?: Transfer;
	lastReleasedBy?: string;
	requeued: number;
	waitBegan: number;
	answerBegan?: number;
	talkBegan?: number;
	ended?: number;
	/** Chats only: what the customer has written and no agent has been told yet, and what agents have sent. */
	chat?: { userId: string; messages: string[]; sent: object[] };
}

/** Until 6.1.5.2 says otherwise; the reference names no number. */
const MOST_CHATS = 5;

type NewCall = Pick<AgentCall, 'feature' | 'caller' | 'called'> & Partial<AgentCall>;

/** The calls and chats of agents who are signed in: who is in them, and how far they have come. */
export class AgentCalls {
	/** Oldest first, those that are over as well. */
	readonly all = new Map<string, AgentCall>();
	readonly statistics: Statistics;
	readonly telephones: Telephones;
	/** Preview calls that were offered and not made yet, by control block. */
	readonly previews = new Map<number, { workNo: string; numbers: string[]; callData: string }>();
	/** How many chats an agent takes at once (6.1.5.2). */
	readonly mostChats = new Map<string, number>();
	lastPreview = 1535;
	lastRecording = 5200;
	private lastCall = 338;

	/** What agents are being told, as long as it is on its way. */
	readonly telling = new Set<Promise<void>>();

	constructor(private readonly world: World) {
		this.statistics = new Statistics(world);
		this.telephones = new Telephones(world);
	}

	async allTold(): Promise<void> {
		await Promise.allSettled([...this.telling]);
	}

	create(fields: NewCall): AgentCall {
		const now = this.world.clock.now();
		const call: AgentCall = {
			callId: this.nextId(),
			mediaType: media.voice,
			mediaAbility: abilities.audio,
			dialled: '',
			callData: '',
			agents: [],
			phones: [],
			isConference: false,
			requeued: 0,
			waitBegan: now,
			...fields,
		};
		this.all.set(call.callId, call);
		return call;
	}

	nextId(): string {
		return `${Math.floor(this.world.clock.now() / 1000)}-${++this.lastCall}`;
	}

	get going(): AgentCall[] {
		return [...this.all.values()].filter(({ ended }) => ended === undefined);
	}

	find(callId: string): AgentCall | undefined {
		const call = this.all.get(callId);
		return call?.ended === undefined ? call : undefined;
	}

	/** The calls that an agent is in now, oldest first. */
	of(workNo: string): Array<{ call: AgentCall; member: AgentMember }> {
		return this.going.flatMap((call) =>
			call.agents.filter((member) => member.workNo === workNo).map((member) => ({ call, member })),
		);
	}

	voiceOf(workNo: string): Array<{ call: AgentCall; member: AgentMember }> {
		return this.of(workNo).filter(({ call }) => !call.chat);
	}

	chatsOf(workNo: string): Array<{ call: AgentCall; member: AgentMember }> {
		return this.of(workNo).filter(({ call }) => call.chat);
	}

	/** The call that an agent was in last, and is in no more. */
	lastOf(workNo: string): AgentCall | undefined {
		return this.past.get(workNo);
	}

	remember(workNo: string, call: AgentCall): void {
		this.past.set(workNo, call);
	}

	waiting(skillId: number): AgentCall[] {
		return this.going.filter((call) => call.waiting?.skillId === skillId);
	}

	mostChatsOf(workNo: string): number {
		return this.mostChats.get(workNo) ?? MOST_CHATS;
	}

	/** Whether something passes by itself that nobody has to act in: somebody is being rung by an agent or a flow. */
	get isDialling(): boolean {
		const acting = (call: AgentCall): boolean =>
			call.waiting !== undefined || call.agents.some(({ state }) => state === 'ringing' || state === 'talking');
		const passing = (call: AgentCall): boolean =>
			call.agents.length === 0 ||
			call.phones.some(({ state }) => state === 'dialling') ||
			call.agents.some(({ state, workNo }) => state === 'dialling' && !this.telephones.waitsForAgent(workNo));
		return this.going.some(passing) && !this.going.some(acting);
	}

	/** Whether an agent talks to somebody. */
	get isTalking(): boolean {
		return this.going.some((call) => call.agents.some(({ state }) => state === 'talking'));
	}

	/** Calls without what only runs here. */
	report(): object[] {
		return [...this.all.values()].map((call) => ({
			...call,
			inspectors: this.world.inspections.within(call),
			agents: call.agents.map(({ pending: _, offer: __, timer: ___, ...member }) => member),
			phones: call.phones.map(({ timer: _, ...member }) => member),
			...(call.waiting && { waiting: { skillId: call.waiting.skillId, since: call.waiting.since } }),
			...(call.transfer && { transfer: { by: call.transfer.by, mode: call.transfer.mode } }),
		}));
	}

	private readonly past = new Map<string, AgentCall>();
}
