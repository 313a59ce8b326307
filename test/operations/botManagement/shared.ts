/** What the bot platform of the simulator has from the start. */
import type { Bench } from '../../support/bench';

export const DOMAIN = 10079;
export const FLOW = 'flow_oifde_telephone';
/** A job that runs, and the queue that it works off. */
export const ROBOT = '0c9358552188478a8d5ff9203db87901';
export const QUEUE = '00019cad3dd5c71d4696b209d7024fa04d01';
export const OTHER_FLOW = 'flow_oifde_chinese';
export const ACCESS_CODE = '880000000000000101';

export interface BotState {
	bindings: Array<{ accessId: string; accessCode: string; description: string; source: string; flowCode: string; domainId?: number }>;
	faqGroups: Array<{ id: number; name: string; description: string; language: string; on: boolean }>;
	faqs: Array<{
		id: number;
		faqGroupId: number;
		question: string;
		answer: string;
		simQuestions: Array<{ statement: string }>;
		simAnswers: Array<{ statement: string }>;
		keywords: Array<{ w: string }>;
	}>;
}

export const botState = (bench: Bench): BotState => (bench.sim.control.state() as unknown as { bots: BotState }).bots;

export const bindingOf = (bench: Bench, code = ACCESS_CODE) => botState(bench).bindings.find(({ accessCode }) => accessCode === code)!;

/** An active group with two questions, and one that is not in use. */
export const groups = (bench: Bench) => botState(bench).faqGroups;
