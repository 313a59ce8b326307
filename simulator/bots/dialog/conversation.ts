import type { Binding, Flow, WorkMode } from '../configuration/state';
import { codes, refuse } from '../codes';
import { understand } from '../understanding/intents';
import { localText } from '../../time';
import type { World } from '../../world';
import { type Prompt, spokenPrompt, writtenPrompt } from './prompts';
import type { AnsweredExtra, Begin } from './schemas';
import { type Ask, filled, type Node, type Query, type Slots, type Transfer } from './script';

/** One conversation of a customer with a bot, from its first request to its last. */

export type Output =
	| { outaction: 9; prompt: Prompt; bySilentAgent: boolean }
	| { outaction: 10; reason: '0' | '1' }
	| { outaction: 11; transfer: Transfer }
	| { outaction: 12; asks: Query['asks']; moduleName: string };

export interface Turn {
	interNo: number;
	userSaying: string;
	intention: string;
	systemReply: string;
	type: 'TTS' | 'voice file' | 'text';
	requestTime: number;
	timestamp: number;
	bySilentAgent: boolean;
	mode: WorkMode;
	/** What was hit, for the reports; nothing when the input was not understood or no intent was looked for. */
	hit?: { kind: 'intent' | 'talk' | 'faq'; name: string };
	/** Whether the bot did not know what to say. */
	isUnknown: boolean;
}

export interface Questioned {
	interNo: number;
	title: string;
	intent: string;
	answer: string;
	time: number;
}

export interface Handover {
	transfer: Transfer;
	begun: number;
	ended?: number;
	ok?: boolean;
	recordResult?: string;
}

/** What a chatbot of the user's made of it. */
export interface Understood {
	/** Of intents, the likeliest first. */
	commands: string[];
	answer?: string;
}

/** What the customer did: said something, pressed keys, or nothing that counts. */
export interface Heard {
	kind: 'said' | 'keys' | 'played' | 'recorded' | 'nothing';
	text: string;
	/** Where the platform does not understand by itself. */
	understood?: Understood;
}

/** What a silent agent does instead of the bot. */
export type SilentReply =
	{ kind: 'answer'; text: string; command?: string } | { kind: 'transfer'; transfer: Transfer } | { kind: 'leave' };

/** Misunderstandings in a row before the flow goes elsewhere. */
const PATIENCE = 3;

export class Conversation {
	readonly turns: Turn[] = [];
	readonly questions: Questioned[] = [];
	readonly handovers: Handover[] = [];
	readonly feedback: Array<{ satisfied: boolean; reason: string }> = [];
	readonly startTime: number;
	endTime?: number;
	lastUpdateTime: number;
	mode: WorkMode;
	/** What is expected next; hangup is the last request of all, gone is after it. */
	expects: 'answer' | 'transfer' | 'query' | 'hangup' | 'gone' = 'answer';
	/** The number that voice flows count their prompts with. */
	interIdx = 0;
	transIdx = 0;
	abnormal = false;
	recordFileName?: string;
	readonly slots: Slots = {};
	/** The transfer that a silent agent has ordered. */
	ordered?: Transfer;
	private at = 'start';
	/** Where it goes on after a text that is nobody's question. */
	private goesOn?: string;
	private misses = 0;

	constructor(
		private readonly world: World,
		readonly begun: Begin,
		readonly flow: Flow,
		readonly binding: Binding,
		/** The number of its record. */
		readonly logId: string,
	) {
		this.startTime = this.lastUpdateTime = world.clock.now();
		this.mode = flow.workMode;
	}

	get id(): string {
		return this.begun.call_id;
	}

	get isVoice(): boolean {
		return this.flow.script.media === 'voice';
	}

	get nodeId(): string {
		return `node_${this.at}`;
	}

	get recordTo(): string {
		return this.recordBelow(`Y:/${this.world.tenant.vdnId}/odfsrecord/`);
	}

	/** In a folder for each day, as 13.2.1.10 has them. */
	recordBelow(folder: string): string {
		return `${folder}${localText(this.startTime, this.world.zone).slice(0, 10).replaceAll('-', '')}/${this.id}.wav`;
	}

	begin(): Output {
		return this.saidBack({ kind: 'nothing', text: '' }, this.enter('start'));
	}

	/** The customer answered, or did not. */
	hear(heard: Heard): Output {
		if (this.ordered) return this.hand(this.ordered);
		this.checkKind(heard);
		return this.saidBack(heard, this.reactTo(heard));
	}

	/** A silent agent answered in place of the bot. */
	relay(heard: Heard, reply: SilentReply): Output {
		if (reply.kind === 'transfer') return this.hand(reply.transfer);
		if (reply.kind === 'leave') return this.hear(heard);
		const node = this.node();
		const next = node.do === 'ask' && reply.command !== undefined ? node.branches?.[reply.command] : undefined;
		const output = next === undefined ? this.ask([reply.text], true) : this.enter(next, [reply.text]);
		if (output.outaction === 9) output.bySilentAgent = true;
		return this.saidBack(heard, output, { kind: 'intent', name: reply.command ?? '' });
	}

	/** How busy a queue is, or that the call was switched. */
	inform(extra: AnsweredExtra = {}): Output {
		const node = this.node();
		if (node.do !== 'query') throw new Error('Nothing was asked for');
		for (const key of ['queueIndex', 'agentCount', 'estimateTime', 'idleAgentCount'] as const) {
			this.slots[key] = extra[key] ?? 'unknown';
		}
		return this.saidBack({ kind: 'nothing', text: '' }, this.enter(node.next));
	}

	transferred(ok: boolean, recordResult?: string): Output {
		const handover = this.handovers[this.handovers.length - 1];
		Object.assign(handover, { ended: this.world.clock.now(), ok, recordResult });
		this.ordered = undefined;
		return ok
			? this.finish('0')
			: this.saidBack({ kind: 'nothing', text: '' }, this.enter(handover.transfer.failed));
	}

	/** The customer, or whoever has transferred him, is gone. */
	hangUp(): Output {
		this.expects = 'gone';
		this.endTime ??= this.world.clock.now();
		return { outaction: 10, reason: this.abnormal ? '1' : '0' };
	}

	private reactTo(heard: Heard): Output {
		if (this.goesOn !== undefined) return this.enter(this.goesOn);
		const node = this.node();
		if (node.do === 'say' || node.do === 'record') return this.enter(node.next);
		if (node.do !== 'ask') throw new Error(`Nobody was asked in ${this.at}`);
		const next = heard.kind === 'nothing' ? undefined : this.find(node, heard);
		if (next !== undefined) {
			this.misses = 0;
			return this.enter(next);
		}
		const answer = heard.kind === 'said' ? this.answerOf(heard) : undefined;
		if (answer !== undefined) return this.ask([answer]);
		this.misses++;
		if (this.misses >= PATIENCE) {
			this.misses = 0;
			return this.enter(node.otherwise);
		}
		return this.ask(heard.kind === 'nothing' ? [] : [this.sorry]);
	}

	private get sorry(): string {
		return this.flow.script.language === 'zh_CN' ? '对不起，我没有听懂。' : 'Sorry, I did not understand that.';
	}

	/** Where an answer leads: keys and intents first, then whatever the question takes. */
	private find(node: Ask, heard: Heard): string | undefined {
		const { branches = {}, takes } = node;
		const command = heard.kind === 'keys' ? heard.text : this.commandsOf(heard).find((one) => one in branches);
		const isNumberOnly = takes !== undefined && takes.pattern.test(heard.text) && /^[\d\s]+$/.test(heard.text);
		if (command !== undefined && command in branches && !isNumberOnly) {
			this.keep(node, command, heard);
			return branches[command];
		}
		const taken = takes?.pattern.exec(heard.text)?.[0];
		if (takes === undefined || taken === undefined) return undefined;
		this.slots[takes.slot] = taken.trim();
		this.keep(node, taken.trim(), heard);
		return takes.next;
	}

	private keep(node: Ask, intent: string, { text }: Heard): void {
		if (node.question === undefined) return;
		const { length: interNo } = this.turns;
		this.questions.push({ interNo, title: node.question, intent, answer: text, time: this.world.clock.now() });
	}

	private intents(text: string) {
		return understand(text, this.flow.script.language).map(({ intent }) => intent);
	}

	private commandsOf({ text, understood }: Heard): string[] {
		return understood?.commands ?? this.intents(text).map(({ command }) => command);
	}

	private answerOf({ text, understood }: Heard): string | undefined {
		if (understood) return understood.answer;
		return this.world.bots.faqs.answer(text, this.flow.script.language)?.faq.answer;
	}

	/** Goes to a node, and on from there as far as nobody has to do anything. */
	private enter(id: string, before: string[] = []): Output {
		this.at = id;
		this.goesOn = undefined;
		const node = this.node();
		if (node.do === 'say' && !this.isVoice) {
			return this.enter(node.next, [...before, filled(node.text, this.slots)]);
		}
		if (before.length > 0 && !(node.do === 'ask' && node.as === undefined)) {
			// Nothing can be said beside a card or another action, so it is said before.
			this.goesOn = id;
			return this.prompt(writtenPrompt(before.join('\n')));
		}
		switch (node.do) {
			case 'say':
			case 'record':
			case 'ask':
				return this.ask(before);
			case 'query':
				this.expects = 'query';
				if (this.isVoice) this.interIdx++;
				return { outaction: 12, asks: node.asks, moduleName: node.moduleName };
			case 'transfer':
				return this.hand(node);
			case 'end':
				return this.finish(node.reason);
		}
	}

	/** The prompt of the node it is at, after what is to be said before; or only that, in place of a card as well. */
	private ask(before: string[], alone = false): Output {
		const node = this.node();
		const own = 'text' in node && !alone ? [filled(node.text, this.slots)] : [];
		const as = node.do === 'ask' ? node.as : undefined;
		if (as !== undefined && before.length === 0) return this.prompt(writtenPrompt(own.join(), as));
		const written = [...before, ...(as === undefined ? own : [])].join('\n');
		if (!this.isVoice) return this.prompt(writtenPrompt(written));
		return this.prompt(spokenPrompt(node, written, this.recordTo));
	}

	private prompt(prompt: Prompt): Output {
		this.expects = 'answer';
		if (this.isVoice) this.interIdx++;
		return { outaction: 9, prompt, bySilentAgent: false };
	}

	private hand(transfer: Transfer): Output {
		this.expects = 'transfer';
		this.transIdx++;
		if (this.isVoice) this.interIdx++;
		const data = transfer.data === undefined ? undefined : filled(transfer.data, this.slots);
		const handed = { ...transfer, data };
		this.handovers.push({ transfer: handed, begun: this.world.clock.now() });
		return { outaction: 11, transfer: handed };
	}

	private finish(reason: '0' | '1'): Output {
		this.expects = 'hangup';
		this.abnormal = reason === '1';
		this.endTime = this.world.clock.now();
		return { outaction: 10, reason };
	}

	private node(): Node {
		return this.flow.script.nodes[this.at];
	}

	/** A question for keys is not answered by speech, and a play-only prompt by nothing but its end. */
	private checkKind({ kind, text }: Heard): void {
		if (kind === 'nothing') return;
		const node = this.node();
		const fits = this.isVoice ? spokenKinds(node).includes(kind) : kind === 'said';
		if (!fits) refuse(codes.wrongParameter, 'flow_result_type does not go with the prompt');
		const most = node.do === 'ask' && typeof node.listen === 'object' ? node.listen.keys : undefined;
		if (kind === 'keys' && most !== undefined && text.length > most) {
			refuse(codes.wrongParameter, `input has more than ${most} keys`);
		}
	}

	/** Keeps what was said and answered. */
	private saidBack(heard: Heard, output: Output, known?: Turn['hit']): Output {
		const now = this.world.clock.now();
		this.lastUpdateTime = now;
		const userSaying = heard.kind === 'played' ? '' : heard.text;
		if (output.outaction !== 9 && userSaying === '') return output;
		const hit = known ?? (heard.kind === 'said' ? this.hitOf(heard) : undefined);
		const prompt = output.outaction === 9 ? output.prompt : undefined;
		const systemReply = prompt?.text || prompt?.wav || '';
		this.turns.push({
			interNo: this.turns.length + 1,
			userSaying,
			intention: hit?.name ?? '',
			systemReply,
			type: prompt === undefined || !this.isVoice ? 'text' : prompt.type === '2' ? 'TTS' : 'voice file',
			requestTime: now,
			timestamp: now,
			bySilentAgent: output.outaction === 9 && output.bySilentAgent,
			mode: this.mode,
			hit,
			isUnknown: heard.kind === 'said' && systemReply.startsWith(this.sorry),
		});
		return output;
	}

	private hitOf({ text, understood }: Heard): Turn['hit'] {
		if (understood) return understood.commands[0] ? { kind: 'intent', name: understood.commands[0] } : undefined;
		const [intent] = this.intents(text);
		if (intent) return { kind: intent.isTalk ? 'talk' : 'intent', name: `${intent.name}(${intent.command})` };
		const found = this.world.bots.faqs.answer(text, this.flow.script.language);
		return found && { kind: 'faq', name: found.faq.question };
	}
}

function spokenKinds(node: Node): Array<Heard['kind']> {
	if (node.do === 'say') return ['played'];
	if (node.do === 'record') return ['recorded'];
	if (node.do !== 'ask') return [];
	if (node.listen === 'speech') return ['said'];
	return node.listen === 'both' || node.listen === undefined ? ['said', 'keys'] : ['keys'];
}
