import type { Clock } from '../../clock';
import type { Random } from '../../random';

export interface ScoringProfile {
	id: string;
	name: string;
	lowerBound: number;
	upperBound: number;
	base: number;
}

export interface Category {
	id: string;
	name: string;
}

export interface Corpus {
	id: string;
	name: string;
}

export interface Tag {
	type: string;
	positive: Corpus[];
	negative: Corpus[];
}

export interface Sentence {
	id: string;
	categoryId: string;
	name: string;
	tags: Tag[];
}

export interface SensitiveWord {
	id: string;
	categoryId: string;
	name: string;
	score?: number;
	/** Ids of sentences in which it does not count. */
	customer: string[];
	staff: string[];
}

/** When calls must take place for a rule to count, in what unit CEC was given. */
export interface Period {
	call_from?: number;
	call_end?: number;
}

export interface DialogRule {
	id: string;
	name: string;
	description: string;
	severity: string;
	scoreType: string;
	score: number;
	method: string;
	min: number;
	other: Period;
}

export interface DialogLogic {
	id: string;
	ruleId: string;
	name: string;
	expression: string;
	min: number;
}

export interface Script {
	id: string;
	logicId: string;
	name: string | null;
	role: string;
	position: string;
	distance: number;
	operator: string;
	sentences: string[];
}

interface CallRule {
	id: string;
	name: string;
	score: number;
	other: Period;
}

export interface InterruptionRule extends CallRule {
	seconds: number;
	times: number;
}

export interface SilenceRule extends InterruptionRule {
	before: { staff: string[]; customer: string[] };
	after: { staff: string[] };
}

export interface SpeedRule extends CallRule {
	min: number;
	max: number;
	under: { customer: string[] };
	over: { customer: string[] };
}

export interface Scenario {
	id: string;
	name: string;
	description: string;
	ignoreSensitive: number;
	interactionType: number;
	other: Period;
	isEnabled: boolean;
	/** A new one cannot be used before it has been updated. */
	isComplete: boolean;
	createdAt: number;
	rules: string[];
	silenceRules: string[];
	speedRules: string[];
	interposalRules: string[];
}

/** How long CEC learns; the reference gives no time. */
const TRAINING = 30_000;

const LONG_ID = 18;
const PROFILE_ID = 10;

/** What inspection looks for in calls, and how it scores them (12.2.1 to 12.2.11). */
export class QualityRules {
	readonly scoringProfiles = new Map<string, ScoringProfile>();
	/** The one by which calls are scored. */
	appliedProfile = '0';
	readonly sentenceCategories = new Map<string, Category>();
	readonly sentences = new Map<string, Sentence>();
	readonly wordCategories = new Map<string, Category>();
	readonly words = new Map<string, SensitiveWord>();
	readonly dialogRules = new Map<string, DialogRule>();
	readonly logics = new Map<string, DialogLogic>();
	readonly scripts = new Map<string, Script>();
	readonly interruptionRules = new Map<string, InterruptionRule>();
	readonly silenceRules = new Map<string, SilenceRule>();
	readonly speedRules = new Map<string, SpeedRule>();
	readonly scenarios = new Map<string, Scenario>();
	private lastSentenceId = 30_000;
	private changes = 0;
	private learned = 0;
	private training?: { changes: number; endsAt: number };

	constructor(
		private readonly clock: Clock,
		private readonly random: Random,
	) {
		this.scoringProfiles.set('0', { id: '0', name: 'default', lowerBound: 1, upperBound: 100, base: 60 });
	}

	/** Ids are texts of digits, as long as those of the samples. */
	newId(): string {
		return this.random.digits(LONG_ID);
	}

	newProfileId(): string {
		return this.random.digits(PROFILE_ID);
	}

	/** Five digits are too few to be drawn: soon two sentences would have the same. */
	newSentenceId(): string {
		this.lastSentenceId += 1;
		return String(this.lastSentenceId);
	}

	newScenarioId(): string {
		const hex = (length: number) => Array.from({ length }, () => this.random.between(0, 15).toString(16)).join('');
		return `groupid_${[8, 4, 4, 4, 12].map(hex).join('-')}`;
	}

	now(): number {
		return this.clock.now();
	}

	/** Sentences or words are others than those that were learned. */
	changed(): void {
		this.changes += 1;
	}

	train(): void {
		this.training = { changes: this.changes, endsAt: this.clock.now() + TRAINING };
	}

	/** Whether something is still to be learned, or is being learned. */
	get isOutOfDate(): boolean {
		if (this.training && this.clock.now() >= this.training.endsAt) {
			this.learned = this.training.changes;
			this.training = undefined;
		}
		return this.training !== undefined || this.changes !== this.learned;
	}

	/** No section says that something may not be deleted: it disappears from whatever it was part of. */
	removeSentence(id: string): void {
		this.sentences.delete(id);
		const lists = [
			...[...this.scripts.values()].map((script) => script.sentences),
			...[...this.words.values()].flatMap((word) => [word.customer, word.staff]),
			...[...this.silenceRules.values()].flatMap(({ before, after }) => [before.staff, before.customer, after.staff]),
			...[...this.speedRules.values()].flatMap(({ under, over }) => [under.customer, over.customer]),
		];
		for (const list of lists) list.splice(0, list.length, ...list.filter((one) => one !== id));
		this.changed();
	}

	removeSentenceCategory(id: string): void {
		this.sentenceCategories.delete(id);
		for (const { id: own, categoryId } of this.sentences.values()) if (categoryId === id) this.removeSentence(own);
	}

	removeWordCategory(id: string): void {
		this.wordCategories.delete(id);
		for (const { id: own, categoryId } of this.words.values()) if (categoryId === id) this.words.delete(own);
		this.changed();
	}

	logicsOf(ruleId: string): DialogLogic[] {
		return [...this.logics.values()].filter((logic) => logic.ruleId === ruleId);
	}

	scriptsOf(logicId: string): Script[] {
		return [...this.scripts.values()].filter((script) => script.logicId === logicId);
	}

	removeLogic(id: string): void {
		this.logics.delete(id);
		for (const script of this.scriptsOf(id)) this.scripts.delete(script.id);
	}

	removeDialogRule(id: string): void {
		for (const logic of this.logicsOf(id)) this.removeLogic(logic.id);
		this.dialogRules.delete(id);
		this.dropFromScenarios(id);
	}

	/** Rules of all kinds have ids of their own. */
	dropFromScenarios(ruleId: string): void {
		for (const scenario of this.scenarios.values()) {
			for (const key of ['rules', 'silenceRules', 'speedRules', 'interposalRules'] as const) {
				scenario[key] = scenario[key].filter((id) => id !== ruleId);
			}
		}
	}
}
