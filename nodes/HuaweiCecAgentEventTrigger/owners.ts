/** Who owns which agent in this process. Two owners of one agent would take each other's events and sign each other out. */
interface Claim {
	owner: string;
	/** Set when the owner is about to leave. */
	leaving?: Promise<void>;
}

const claims = new Map<string, Claim>();

/** Takes an agent, once an owner who is leaving has left; tells who has it when somebody stays. */
export async function claim(agent: string, owner: string): Promise<{ takenBy: string } | { release: (leaving: Promise<unknown>) => void }> {
	for (let held = claims.get(agent); held; held = claims.get(agent)) {
		if (!held.leaving) return { takenBy: held.owner };
		await held.leaving;
	}
	const own: Claim = { owner };
	claims.set(agent, own);
	return {
		release: (leaving) => {
			own.leaving = leaving
				.catch(() => undefined)
				.then(() => {
					if (claims.get(agent) === own) claims.delete(agent);
				});
		},
	};
}
