import { existsSync, readFileSync } from 'node:fs';

export interface Counts {
	passed: number;
	failed: number;
	skipped: number;
}

/** What jest writes with --json, as far as it is of interest here. */
interface JestResult {
	numPassedTests: number;
	numFailedTests: number;
	numPendingTests: number;
	numRuntimeErrorTestSuites: number;
}

/** A test file that could not even be loaded counts as a failed test, and so does a run without a result. */
export function countsIn(file: string): Counts {
	if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
	const result = JSON.parse(readFileSync(file, 'utf8')) as JestResult;
	return {
		passed: result.numPassedTests,
		failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
		skipped: result.numPendingTests,
	};
}

export function sum(all: Counts[]): Counts {
	return all.reduce((total, { passed, failed, skipped }) => ({
		passed: total.passed + passed,
		failed: total.failed + failed,
		skipped: total.skipped + skipped,
	}));
}
