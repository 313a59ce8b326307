import type { QualityCall, RuleResult } from './calls';
import { type HistoryNode, type Item, type QualityInspection, type Step, steps } from './state';

/** An appeal and its way: somebody makes it, it is reviewed, handled, verified by whoever made it, and ends (12.2.16.7). */

const NAMES: Record<Step, string> = { review: '审核', handling: '处理', verification: '核实', end: '完结' };
const PASSED = '通过';
const NOT_PASSED = '不通过';

interface Given {
	call: QualityCall;
	results: RuleResult[];
	scenarioId: string;
	initiator: string;
	leader: string;
	remark: string;
}

const node = (inspection: QualityInspection, name: string, handler: string, remark: string | null = null): HistoryNode => ({
	name,
	handler,
	remark,
	createdAt: inspection.clock.now(),
	assigned: [],
});

export function appeal(inspection: QualityInspection, { leader, remark, ...given }: Given): Item {
	const now = inspection.clock.now();
	const item: Item = {
		...given,
		id: inspection.nextId(),
		step: 'review',
		handler: leader,
		createdAt: now,
		updatedAt: now,
		history: [node(inspection, '发起申诉件', given.initiator, remark), node(inspection, NAMES.review, leader)],
	};
	inspection.items.set(item.id, item);
	return item;
}

const current = ({ history }: Item): HistoryNode => history[history.length - 1];

/** The next step; whoever made the appeal verifies what came of it. */
export function pass(inspection: QualityInspection, item: Item, remark: string): void {
	conclude(inspection, item, PASSED, remark);
	enter(inspection, item, steps[steps.indexOf(item.step) + 1]);
}

/** Nothing comes of the appeal. */
export function sendBack(inspection: QualityInspection, item: Item, remark: string): void {
	conclude(inspection, item, NOT_PASSED, remark);
	enter(inspection, item, 'end');
}

export function handOver(inspection: QualityInspection, item: Item, by: string, to: string): void {
	current(item).assigned.push({ originalHandler: item.handler, newHandler: to, assignee: by, at: inspection.clock.now() });
	current(item).handler = to;
	item.handler = to;
	item.updatedAt = inspection.clock.now();
}

function conclude(inspection: QualityInspection, item: Item, conclusion: string, remark: string): void {
	Object.assign(current(item), { conclusion, remark });
	item.updatedAt = inspection.clock.now();
}

function enter(inspection: QualityInspection, item: Item, step: Step): void {
	item.step = step;
	if (step === 'verification' || step === 'end') item.handler = item.initiator;
	item.history.push(node(inspection, NAMES[step], item.handler));
}
