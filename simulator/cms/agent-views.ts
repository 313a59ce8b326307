import { media } from '../agent-calls/state';
import { ctiStates } from '../agent-gateway/states';
import type { Agent } from '../contact-centre/state';
import type { World } from '../world';
import { NO_TIME, secondsSince, watch, whole } from './watched';

/** Table 12-483, by the states of 12.3.8.3. */
const statuses: Record<number, number> = { 0: 2, 1: 4, 2: 7, 3: 7, 4: 7, 5: 7, 6: 5, 7: 3, 8: 8, 9: 0 };

/** Types of agents who write (table 12-699 and the list of account types). */
const WRITERS = [13, 99];

/** Nobody knows for how long somebody has been signed out who never was in; the clock of the simulator began then. */
export function stateSeconds(world: World, account: Agent): number {
	const { online } = watch(world, account);
	const last = world.cms.sessions.filter(({ workNo }) => workNo === String(account.workNo)).at(-1);
	return secondsSince(world, online?.stateSince ?? last?.ended ?? world.cms.began);
}

/** Table 12-482. */
export function detailsOf(world: World, account: Agent) {
	const { online, state } = watch(world, account);
	return {
		workNo: account.workNo,
		vdnId: world.tenant.vdnId,
		citStatus: online ? ctiStates[online.state] : 0,
		name: account.userName,
		phoneNumber: online?.options.phoneNumber ?? null,
		loginDate: online ? whole(online.loginTime) : NO_TIME,
		currentStateTime: stateSeconds(world, account),
		mediaType: online ? (WRITERS.includes(account.agentType) ? media.chat : media.voice) : 0,
		status: statuses[state],
	};
}
