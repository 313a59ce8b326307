/** Counts all agents by state. CEC counts only those on one page, and does not say how many pages there are. */
import { object } from '../../cec/catalogue/answer';
import { constant, integer } from '../../cec/catalogue/field';
import { operation, resource, type Procedure } from '../../cec/catalogue/operation';
import { cms } from '../../cec/families/cms';
import { V1, whose, WRAPPER } from './shared';

const MOST = 100;

/** A page as the table has it. */
export const PAGE = { offset: constant(0).required(), limit: constant(MOST).required() };

const page = { offset: integer('Offset').required(), limit: constant(MOST) };

const steps = resource('steps', 'Steps', cms, {
	/** Tells how many agents there are. */
	list: operation([], {
		name: 'List',
		action: 'List agents',
		request: `POST ${V1}/vdn/totalagentdynamicinfo`,
		risk: 'read',
		body: { ...whose, offset: constant(0), limit: constant(1) },
		answer: object(),
	}),
	count: operation([], {
		name: 'Count',
		action: 'Count the agents of a page',
		request: `POST ${V1}/agentgroup/systemstate`,
		risk: 'read',
		body: { ...whose, ...page },
		bodyIn: WRAPPER,
		answer: object('resultDesc'),
	}),
}).operations;

export const countAll: Procedure = async ({ ask }) => {
	const { count } = await ask(steps.list, {});
	const totals: Record<string, number> = {};
	for (let offset = 0; offset === 0 || offset < Number(count); offset += MOST) {
		const { resultDesc } = await ask(steps.count, { offset });
		for (const [key, counted] of Object.entries(resultDesc ?? {})) totals[key] = (totals[key] ?? 0) + Number(counted);
	}
	return totals;
};
