import { elapsed, say } from '../terminal/progress';
import { sum, type Counts } from './counts';
import type { Stage } from './stages';

type Outcome = 'passed' | 'failed' | 'left out' | 'not reached';

interface StageReport {
	title: string;
	outcome: Outcome;
	time: string;
	counts?: Counts;
}

/** Runs the stages up to the first that fails, then tells how each has ended and sums up the tests. */
export async function runStages(stages: Stage[]): Promise<boolean> {
	const reports: StageReport[] = [];
	for (const stage of stages) {
		const stopped = reports.some(({ outcome }) => outcome === 'failed');
		reports.push(stopped ? { title: stage.title, outcome: 'not reached', time: '' } : await runStage(stage));
	}
	showSummary(reports);
	return !reports.some(({ outcome }) => outcome === 'failed');
}

async function runStage({ title, run, reasonToSkip }: Stage): Promise<StageReport> {
	const start = Date.now();
	say(`\n── ${title}`);
	const reason = await reasonToSkip?.();
	if (reason) {
		say(`${title}: left out. ${reason}`);
		return { title, outcome: 'left out', time: elapsed(start) };
	}
	const { passed, counts } = await run();
	const outcome = passed ? 'passed' : 'failed';
	say(`── ${title}: ${outcome} (${elapsed(start)})`);
	return { title, outcome, time: elapsed(start), counts };
}

function showSummary(reports: StageReport[]): void {
	const width = Math.max(...reports.map(({ title }) => title.length));
	say('');
	for (const { title, outcome, time, counts } of reports) {
		const tests = counts ? `${counts.passed} of ${counts.passed + counts.failed} tests` : '';
		say(`${title.padEnd(width)}  ${outcome.padEnd(11)}  ${time.padStart(12)}  ${tests}`.trimEnd());
	}
	const { passed, failed, skipped } = sum(reports.map(countsOf));
	say(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
}

/** A stage without tests, such as the linter, counts only when it has failed. */
function countsOf({ outcome, counts }: StageReport): Counts {
	const failed = outcome === 'failed' ? 1 : 0;
	if (!counts) return { passed: 0, failed, skipped: 0 };
	return { ...counts, failed: Math.max(counts.failed, failed) };
}
