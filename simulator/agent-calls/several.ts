import type { World } from '../world';
import { tellReleased } from './events';
import type { Own } from './orders';
import { stopRecording } from './recording';
import { giveUp } from './ringing';
import { confer, hangUp, leave, merge, settle, talk } from './steps';

/** Two calls of one agent that become one, and calls that an agent has done with. */

/** Who is in the call and who is held talk with each other from now on, without the agent (6.1.2.9). */
export function connectHeld(world: World, current: Own, held: Own): void {
	merge(world, current.call, held.call, current.member);
	tellReleased(world, current.call, current.member.workNo);
	stopRecording(world, current.call, current.member);
	leave(world, held.call, held.member);
	for (const member of held.call.agents) if (member.state === 'talking') talk(world, held.call, member);
	settle(world, held.call);
}

/** All three talk, under the id of the call that was held (6.1.2.14). */
export function joinHeld(world: World, current: Own, held: Own): void {
	merge(world, current.call, held.call, current.member);
	stopRecording(world, current.call, current.member);
	confer(world, held.call);
}

/** Whatever the agent does in the call is over. One that rings is not answered. */
export function hangUpBy(world: World, { call, member }: Own): void {
	if (member.pending) return giveUp(world, call, member, { released: true });
	hangUp(world, call, member);
}
