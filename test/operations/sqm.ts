/** What tests of quality inspection share: who asks, and a way to prepare what is asked for. */
import { management } from '../simulator/harness';
import type { Bench } from '../support/bench';
import type { Case, Prepare } from './case';

/** An inspector of the simulated contact center. */
export const OPERATOR = '1652268429538866104';

export const NO_VALUES = /CEC could not do this with the values given \(HTTP 500\)$/;

/** A request to quality inspection that this package has no part in. */
export async function asQuality(bench: Bench, path: string, body: object = {}): Promise<Record<string, any>> {
	const request = await management(bench.sim, { 'x-app-key': bench.tenant.appKey, 'x-userid': OPERATOR });
	const answer = await request(`/apiaccess/CCSQM/rest/ccisqm/v1/${path}`, body);
	if (answer.status !== 200) throw new Error(`Preparing failed: ${answer.text}`);
	return answer.body;
}

const byOperator =
	(prepare: Prepare): Prepare =>
	async (bench) => ({ actingUserId: OPERATOR, ...(await prepare(bench)) });

/** The same cases, with the user in whose name everything is done. */
export const asOperator = (cases: Record<string, Case>): Record<string, Case> =>
	mapped(cases, ({ run, more = {}, refused, ...others }) => ({
		...others,
		run: byOperator(run),
		more: mapped(more, byOperator),
		...(refused && { refused: { ...refused, run: byOperator(refused.run) } }),
	}));

const mapped = <From, To>(record: Record<string, From>, change: (value: From) => To): Record<string, To> =>
	Object.fromEntries(Object.entries(record).map(([key, one]) => [key, change(one)]));
