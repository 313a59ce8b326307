import type { World } from '../../world';
import { codes, refuse, unknown } from '../codes';
import { Conversation, type Handover } from './conversation';
import type { Begin } from './schemas';

/** A conversation in which nobody has said anything for so long is over. The reference names no time. */
const FORGOTTEN_AFTER_MS = 30 * 60 * 1000;
const KEPT = 10_000;

/** All conversations, those that are over included: the records are made of them. */
export class Conversations {
	readonly all: Conversation[] = [];
	private readonly open = new Map<string, Conversation>();
	private lastId = 0;

	constructor(private readonly world: World) {}

	begin(begun: Begin, seat: 'vir' | 'ass'): Conversation {
		const { configuration } = this.world.bots;
		const binding = configuration.byCode(begun.call_dst_id) ?? unknown('call_dst_id');
		if (this.living(begun.call_id)) refuse(codes.alreadyThere, 'There is a conversation with this userid');
		const flow = configuration.flow(binding.flowCode, binding.source);
		if ((seat === 'ass') !== (flow.assists !== undefined)) {
			refuse(codes.wrongParameter, 'seat does not go with the flow');
		}
		const logId = `2026${String(++this.lastId).padStart(14, '0')}`;
		const added = new Conversation(this.world, begun, flow, binding, logId);
		this.open.set(begun.call_id, added);
		this.all.push(added);
		if (this.all.length > KEPT) this.all.shift();
		return added;
	}

	find(userid: string): Conversation {
		return this.living(userid) ?? unknown('userid');
	}

	/** Newest first. */
	newest(): Conversation[] {
		return [...this.all].reverse();
	}

	handovers(): Array<{ conversation: Conversation; handover: Handover }> {
		return this.newest().flatMap((conversation) =>
			conversation.handovers.map((handover) => ({ conversation, handover })),
		);
	}

	private living(userid: string): Conversation | undefined {
		const found = this.open.get(userid);
		if (!found) return undefined;
		const isForgotten = this.world.clock.now() - found.lastUpdateTime > FORGOTTEN_AFTER_MS;
		if (isForgotten && found.expects !== 'gone') {
			found.abnormal = true;
			found.hangUp();
		}
		if (found.expects !== 'gone') return found;
		this.open.delete(userid);
		return undefined;
	}
}
