import type { IDataObject } from 'n8n-workflow';

import type { Execution } from '../n8n/execution';
import { Problem } from '../terminal/problem';
import { say } from '../terminal/progress';
import type { Example } from './manifest';

/** What the summary node of the main example puts out as its first item. */
interface Summary extends IDataObject {
	leads: number;
	/** Numbers that the node or CEC did not take. */
	refused?: number;
	dialed: number;
	answered: number;
	/** By reason. */
	failed: Record<string, number>;
	writtenBack: number;
}

export type Row = [caption: string, count: number];

/** What the main example has done, and below it what the others have. */
export function showSummary({ name, summary = 'Summary' }: Example, execution: Execution, others: Row[]): void {
	if (execution.status !== 'success') throw new Problem(`"${name}" failed: ${whyFailed(execution)}`);
	const [item] = execution.items(summary) as Summary[];
	if (!item) throw new Problem(`"${name}" ended without an item of its node "${summary}"`);
	for (const line of table(rowsOf(item), others)) say(line);
}

function whyFailed({ error, status }: Execution): string {
	if (!error) return `it ended as ${status}`;
	return [error.node?.name, error.message, error.description].filter(Boolean).join(': ');
}

function rowsOf({ leads, refused = 0, dialed, answered, failed, writtenBack }: Summary): Row[] {
	const reasons = Object.entries(failed ?? {}).sort(([, a], [, b]) => b - a);
	const total = reasons.reduce((sum, [, count]) => sum + count, 0);
	return [
		['Leads', leads],
		['Refused', refused],
		['Dialed', dialed],
		['Answered', answered],
		['Failed', total],
		...reasons.map(([reason, count]): Row => [`  ${reason}`, count]),
		['Written back', writtenBack],
	];
}

function table(...groups: Row[][]): string[] {
	const rows = groups.flat();
	const caption = Math.max(...rows.map(([name]) => name.length));
	const number = Math.max(...rows.map(([, value]) => String(value).length));
	const rule = `+${'-'.repeat(caption + 2)}+${'-'.repeat(number + 2)}+`;
	const line = ([name, value]: Row) => `| ${name.padEnd(caption)} | ${String(value).padStart(number)} |`;
	return [rule, ...groups.flatMap((group) => [...group.map(line), rule])];
}
