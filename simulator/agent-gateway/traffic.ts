import type { Clock } from '../clock';

/** 6.1.3: so many queries of one agent within so many milliseconds. Those of the whole system never add up here. */
const MOST_QUERIES = 5;
const WINDOW_MS = 2000;

/** What 6.5.6 lists as queries. */
const QUERIES =
	/\/resource\/(queuedevice\/|agentgroup\/|calldata\/|onlineagent\/\{agentid\}\/(agentskills|agentskillsbyworkno|agentstatus|syncagentinfo|updateGuid)(\/|$))/;

export const isQuery = (path: string): boolean => QUERIES.test(path);

interface Counted {
	going: { polls: number; requests: number };
	/** How often one was begun while another was going on. */
	overlaps: { polls: number; requests: number };
	queries: Array<{ simulated: number; real: number }>;
}

/** How busy each agent keeps the gateway. */
export class Traffic {
	private readonly agents = new Map<string, Counted>();

	constructor(private readonly clock: Clock) {}

	/** A request begins; the function given back ends it. Polling goes on beside everything else. */
	begin(workNo: string, isPoll: boolean): () => void {
		const kind = isPoll ? 'polls' : 'requests';
		const counted = this.of(workNo);
		if (counted.going[kind] > 0) counted.overlaps[kind]++;
		counted.going[kind]++;
		return () => counted.going[kind]--;
	}

	overlaps(workNo: string): { polls: number; requests: number } {
		return { ...this.of(workNo).overlaps };
	}

	/** Whether the agent may make one more query. Queries count as long as they are recent on both clocks. */
	admits(workNo: string): boolean {
		const counted = this.of(workNo);
		const now = { simulated: this.clock.now(), real: this.clock.real() };
		counted.queries = counted.queries.filter(
			({ simulated, real }) => now.simulated < simulated + WINDOW_MS && now.real < real + WINDOW_MS,
		);
		if (counted.queries.length >= MOST_QUERIES) return false;
		counted.queries.push(now);
		return true;
	}

	private of(workNo: string): Counted {
		const known = this.agents.get(workNo);
		if (known) return known;
		const added: Counted = {
			going: { polls: 0, requests: 0 },
			overlaps: { polls: 0, requests: 0 },
			queries: [],
		};
		this.agents.set(workNo, added);
		return added;
	}
}
