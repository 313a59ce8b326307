import { z } from 'zod';

/** Faults that a test asks for: they happen to the requests that match, so many times, in the order asked for. */

export const faultSchema = z
	.object({
		match: z
			.object({
				method: z.string().optional(),
				/** Part of the path and query, or a regular expression written between slashes. */
				path: z.string().optional(),
				times: z.number().int().min(1).optional(),
				skip: z.number().int().min(0).optional(),
			})
			.strict()
			.default({}),
		kind: z.enum(['latency', 'status', 'resetBefore', 'resetAfter', 'refuse', 'throttle', 'body', 'truncate']),
		ms: z.number().min(0).optional(),
		status: z.number().int().min(100).max(599).optional(),
		headers: z.record(z.string()).optional(),
		body: z.unknown(),
	})
	.strict();

export type Fault = z.input<typeof faultSchema>;

interface Armed extends z.output<typeof faultSchema> {
	left: number;
	skipping: number;
}

export class Faults {
	private armed: Armed[] = [];

	add(fault: Fault): void {
		const parsed = faultSchema.parse(fault);
		this.armed.push({ ...parsed, left: parsed.match.times ?? 1, skipping: parsed.match.skip ?? 0 });
	}

	list(): object[] {
		return this.armed.map((fault) => ({ ...fault }));
	}

	clear(): void {
		this.armed = [];
	}

	/** The faults that this request runs into: any latency, and the first of another kind. */
	take(method: string, target: string): { latency: number; fault?: Armed } {
		let latency = 0;
		let chosen: Armed | undefined;
		for (const fault of this.armed) {
			if (!matches(fault, method, target)) continue;
			if (fault.kind !== 'latency' && chosen) continue;
			if (fault.skipping > 0) {
				fault.skipping--;
				continue;
			}
			fault.left--;
			if (fault.kind === 'latency') latency += fault.ms ?? 1000;
			else chosen = fault;
		}
		this.armed = this.armed.filter(({ left }) => left > 0);
		return { latency, fault: chosen };
	}
}

function matches({ match }: Armed, method: string, target: string): boolean {
	if (match.method !== undefined && match.method.toUpperCase() !== method) return false;
	if (match.path === undefined) return true;
	const pattern = /^\/(.+)\/$/.exec(match.path)?.[1];
	return target.includes(match.path) || (pattern !== undefined && new RegExp(pattern).test(target));
}
