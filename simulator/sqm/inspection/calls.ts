/** Calls, and what a machine finds in them. */

export const VOICE = 0;
export const TEXT = 2;

/** States of an inspection (12.2.12.1). */
export const WAITING = 0;
export const INSPECTING = 1;
export const INSPECTED = 2;
export const TRANSCRIBING = 3;
export const FAILED = 9;
export const FILE_INVALID = 40;
export const states = [0, 1, 2, 3, 9, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40];

/** Types of rules (12.2.16.2). */
export const ruleTypes = { dialog: 10, silence: 11, speed: 12, interruption: 13, sensitive: 60, manual: 70 };

export interface Segment {
	speaker: 'customer' | 'staff';
	text: string;
	start: number;
	end: number;
}

/** The result of one rule in one call. */
export interface RuleResult {
	type: number;
	reviseId: string;
	ruleId: string;
	name: string;
	/** What the machine found. */
	valid: boolean;
	/** What a violation costs. */
	cost: number;
	/** -1 as long as nobody has corrected it, 0 a violation, 1 none. */
	revise: number;
	description: string;
	invalid: Array<{ start: number; end: number; segment: number }>;
}

/** What came of a call in one scenario. */
export interface ScenarioResult {
	groupId: string;
	name: string;
	results: RuleResult[];
}

export interface QualityCall {
	uuid: string;
	groupId: string;
	fileName: string;
	type: number;
	staffId: string;
	staffName: string;
	calledAt: number;
	uploadedAt: number;
	duration: number;
	segments: Segment[];
	leftSilence: number;
	speed: number;
	/** Of one that is not inspected yet: the state at each time from then on. */
	course: Array<{ from: number; state: number }>;
	/** Times that people have reviewed it. */
	reviews: number;
	scenarios: ScenarioResult[];
	sensitive: RuleResult[];
}

const FULL_SCORE = 80;
const MOST_SILENCE = 60;
const MOST_SPEED = 300;

export const stateOf = ({ course }: QualityCall, now: number): number =>
	course.filter(({ from }) => from <= now).at(-1)?.state ?? WAITING;

export const resultsOf = ({ scenarios, sensitive }: QualityCall): RuleResult[] => [
	...scenarios.flatMap(({ results }) => results),
	...sensitive,
];

export const isViolation = ({ valid, revise }: RuleResult): boolean => (revise === -1 ? !valid : revise === 0);

/** What the machine gives, and what is left of it when people have corrected it. */
export function scoresOf(results: RuleResult[]): { automatic: number; manual: number } {
	const cost = (counts: (result: RuleResult) => boolean): number =>
		results.filter(counts).reduce((sum, { cost: one }) => sum + one, 0);
	return { automatic: FULL_SCORE - cost(({ valid }) => !valid), manual: FULL_SCORE - cost(isViolation) };
}

/** Applies what the two scenarios of this tenant ask for, and its sensitive words. */
export function inspect(call: QualityCall): void {
	const { uuid, segments } = call;
	let count = 0;
	const result = (kind: string, type: number, name: string, cost: number, invalid: Segment[], valid: boolean): RuleResult => ({
		type,
		reviseId: `${kind}${uuid}-${++count}`,
		ruleId: `96651018248941158${count}`,
		name,
		valid,
		cost,
		revise: -1,
		description: '',
		invalid: invalid.map((one) => ({ start: one.start, end: one.end, segment: segments.indexOf(one) + 1 })),
	});
	const greeting = segments.find(({ speaker }) => speaker === 'staff');
	const greets = greeting !== undefined && /hello|good (morning|day)/i.test(greeting.text);
	const rude = segments.filter(({ text }) => /nonsense/i.test(text));
	call.scenarios = [
		{
			groupId: 'groupid_5cbec488-23d1-4551-a41a-6f81e501dcf7',
			name: 'Hotline',
			results: [
				result('dialogRule', ruleTypes.dialog, 'Greeting', 3, greeting && !greets ? [greeting] : [], greets),
				result('silenceRule', ruleTypes.silence, 'Silence', 5, [], call.leftSilence <= MOST_SILENCE),
			],
		},
		{
			groupId: 'groupid_cbe2442c-471a-4da3-a43b-5ae67960b648',
			name: 'Sales',
			results: [
				result('speedRule', ruleTypes.speed, 'Speed', 2, [], call.speed <= MOST_SPEED),
				result('interposalRule', ruleTypes.interruption, 'Interruption', 4, [], true),
			],
		},
	];
	call.sensitive = rude.length > 0 ? [result('sentitiveWordRule', ruleTypes.sensitive, 'nonsense', 10, rude, false)] : [];
}
