import type { World } from '../world';
import { synchronised } from './call-info';
import { distribute, giveUp } from './ringing';
import { hangUpBy } from './several';

/** Agents who become free get calls that wait, and those who sign out leave theirs. */
export function connect(world: World): void {
	const { agents, agentCalls, conferences, inspections, playbacks, ownRecordings, screenRecordings } = world;
	agents.onIdle(() => distribute(world));
	agents.onSignedOut(({ workNo }) => {
		for (const own of agentCalls.of(workNo)) {
			if (own.call.ended !== undefined) continue;
			if (own.member.pending) giveUp(world, own.call, own.member);
			else hangUpBy(world, own);
		}
		conferences.signedOut(workNo);
		for (const one of [inspections, playbacks, ownRecordings, screenRecordings]) one.signedOut(workNo);
		agentCalls.telephones.forget(workNo);
	});
	agents.describeCalls = ({ workNo }) => synchronised(world, workNo);
}
