import type { Random } from '../random';
import { failCodes, SUCCESS } from './fail-codes';

export interface OutcomeSettings {
	called?: string;
	/** One for each coming call of the number; the last one stays. An empty failCode or "00000" is an answer. */
	outcomes?: Array<{ failCode: string }>;
	default?: 'answer' | 'random';
	/** How many of the calls that nobody scripted are answered, 0 to 1. */
	answerRate?: number;
}

/** What is drawn when nobody scripted the outcome. */
const drawable = failCodes.filter(({ weight }) => weight > 0);

/** How calls turn out: as scripted for the number, otherwise drawn. */
export class Outcomes {
	private readonly scripts = new Map<string, string[]>();
	private fallback: 'answer' | 'random' = 'random';
	private answerRate = 0.6;

	constructor(private readonly random: Random) {}

	set(settings: OutcomeSettings): void {
		if (settings.called !== undefined) {
			const codes = (settings.outcomes ?? []).map(({ failCode }) => normal(failCode));
			if (codes.length > 0) this.scripts.set(settings.called, codes);
			else this.scripts.delete(settings.called);
		}
		this.fallback = settings.default ?? this.fallback;
		this.answerRate = settings.answerRate ?? this.answerRate;
	}

	next(called: string, withAgents: boolean): string {
		const script = this.scripts.get(called);
		if (script) return script.length > 1 ? (script.shift() as string) : script[0];
		if (this.fallback === 'answer' || this.random.next() < this.answerRate) return SUCCESS;
		const codes = drawable.filter(({ agentsOnly }) => withAgents || !agentsOnly);
		let at = this.random.next() * codes.reduce((sum, { weight }) => sum + weight, 0);
		for (const { code, weight } of codes) {
			at -= weight;
			if (at < 0) return code;
		}
		return codes[0].code;
	}
}

const normal = (failCode: string): string => (/^0*$/.test(failCode) ? SUCCESS : failCode);
