import type { Clock } from '../../clock';
import { codes, refuse, unknown } from '../codes';
import { similarity } from '../understanding/words';

export interface Similar {
	id: number;
	elementId: number;
	statement: string;
	type: 'Q' | 'A';
}

export interface Faq {
	id: number;
	faqGroupId: number;
	question: string;
	simQuestions: Similar[];
	answer: string;
	simAnswers: Similar[];
	keywords: Array<{ w: string }>;
}

export interface FaqGroup {
	id: number;
	name: string;
	description: string;
	language: string;
	updateTime: number;
	on: boolean;
}

export interface FaqMatch {
	faq: Faq;
	group: FaqGroup;
	/** 0 and up. */
	prob: number;
}

type SimilarGiven = Pick<Similar, 'statement' | 'type'>;
export type FaqGiven = Pick<Faq, 'faqGroupId' | 'question' | 'answer'> & {
	simQuestions?: SimilarGiven[];
	simAnswers?: SimilarGiven[];
	keywords?: Faq['keywords'];
};

/** Half of the words are the same. */
const LIKE_ENOUGH = 50;

export class Faqs {
	readonly groups = new Map<number, FaqGroup>();
	readonly faqs = new Map<number, Faq>();
	private last = 10000;

	constructor(private readonly clock: Clock) {
		const group = this.addGroup('Opening hours and payment', 'What customers ask most', 'en_US', true);
		this.add({
			faqGroupId: group.id,
			question: 'When are the shops open?',
			simQuestions: [{ statement: 'What are your opening hours?', type: 'Q' }],
			answer: 'Our shops are open from 9 to 18 on working days.',
			keywords: [{ w: 'open' }],
		});
		this.add({
			faqGroupId: group.id,
			question: 'How can I pay my invoice?',
			answer: 'By direct debit, by card or in a shop.',
			simAnswers: [{ statement: 'You may pay by card, in a shop or by direct debit.', type: 'A' }],
		});
		this.addGroup('Insurance', 'Not in use yet', 'en_US', false);
	}

	addGroup(name: string, description: string, language: string, on: boolean): FaqGroup {
		this.checkName(name);
		const added = { id: ++this.last, name, description, language, updateTime: this.now(), on };
		this.groups.set(added.id, added);
		return added;
	}

	change(id: number, change: Partial<Pick<FaqGroup, 'name' | 'description' | 'on'>>): void {
		const group = this.group(id);
		if (change.name !== undefined && change.name !== group.name) this.checkName(change.name);
		Object.assign(group, change, { updateTime: this.now() });
	}

	removeGroups(ids: number[]): void {
		ids.forEach((id) => this.group(id));
		for (const id of ids) {
			this.groups.delete(id);
			for (const faq of this.of(id)) this.faqs.delete(faq.id);
		}
	}

	group(id: number): FaqGroup {
		return this.groups.get(id) ?? unknown('faqGroupId');
	}

	of(groupId: number): Faq[] {
		return [...this.faqs.values()].filter(({ faqGroupId }) => faqGroupId === groupId);
	}

	add(given: FaqGiven): Faq {
		this.checkQuestion(given);
		return this.put(++this.last, given);
	}

	replace(id: number, given: FaqGiven): void {
		const { faqGroupId } = this.faqs.get(id) ?? unknown('id');
		if (faqGroupId !== given.faqGroupId) unknown('faqGroupId');
		this.checkQuestion(given, id);
		this.put(id, given);
	}

	remove(groupId: number, ids: number[]): void {
		this.group(groupId);
		if (!ids.every((id) => this.faqs.get(id)?.faqGroupId === groupId)) unknown('faqIds');
		ids.forEach((id) => this.faqs.delete(id));
	}

	/** Best first. A keyword counts as much as the whole question. */
	match(sentence: string, groups: FaqGroup[]): FaqMatch[] {
		return groups
			.flatMap((group) => this.of(group.id).map((faq) => ({ group, faq, prob: likeness(sentence, faq) })))
			.filter(({ prob }) => prob > 0)
			.sort((a, b) => b.prob - a.prob);
	}

	/** What an activated group answers, when the sentence is like enough. */
	answer(sentence: string, language: string, groupIds?: number[]): FaqMatch | undefined {
		const activated = [...this.groups.values()].filter(
			(one) => one.on && one.language === language && (groupIds?.includes(one.id) ?? true),
		);
		return this.match(sentence, activated).find(({ prob }) => prob >= LIKE_ENOUGH);
	}

	private put(id: number, { simQuestions = [], simAnswers = [], keywords = [], ...rest }: FaqGiven): Faq {
		const numbered = (given: SimilarGiven[]): Similar[] =>
			given.map(({ statement, type }) => ({ id: ++this.last, elementId: id, statement, type }));
		const faq = {
			id,
			...rest,
			simQuestions: numbered(simQuestions),
			simAnswers: numbered(simAnswers),
			keywords,
		};
		this.faqs.set(id, faq);
		this.group(rest.faqGroupId).updateTime = this.now();
		return faq;
	}

	private checkName(name: string): void {
		const taken = [...this.groups.values()].some((one) => one.name === name);
		if (taken) refuse(codes.alreadyThere, 'There is a group of this name');
	}

	private checkQuestion({ faqGroupId, question }: FaqGiven, except?: number): void {
		this.group(faqGroupId);
		const taken = this.of(faqGroupId).some((one) => one.question === question && one.id !== except);
		if (taken) refuse(codes.alreadyThere, 'The group has this question');
	}

	private now(): number {
		return Math.floor(this.clock.now());
	}
}

function likeness(sentence: string, { question, simQuestions, keywords }: Faq): number {
	const keyword = keywords.some(({ w }) => sentence.toLowerCase().includes(w.toLowerCase()));
	const questions = [question, ...simQuestions.map(({ statement }) => statement)];
	const best = Math.max(...questions.map((one) => similarity(sentence, one)));
	return best === 0 && !keyword ? 0 : Math.round((best + (keyword ? 1 : 0)) * 1e4) / 100;
}
