import type { Agent } from '../contact-centre/state';
import { Random } from '../random';
import type { World } from '../world';

/** Types of groups: whose calls are inspected, and who inspects. */
export const AGENTS = 2;
export const INSPECTORS = 3;

export interface Group {
	id: string;
	name: string;
	type: number;
	remark?: string;
	/** Work numbers, each with the id of the membership. */
	members: Map<number, string>;
}

/** Groups of users, and who inspects whom (12.3.4). */
export class Groups {
	readonly all = new Map<string, Group>();
	/** Ids of groups of agents, by that of the group of inspectors. */
	readonly relations = new Map<string, Set<string>>();
	private readonly names = new Map<number, string>();
	private readonly random = new Random();

	constructor(private readonly world: World) {
		this.create('Agents', AGENTS, [101, 102]);
		this.create('Inspectors', INSPECTORS, [104]);
	}

	/** Thirty digits: when it was made, and a number drawn. */
	newId(): string {
		return `${Math.floor(this.world.clock.now())}${this.random.digits(17)}`;
	}

	create(name: string, type: number, workNos: number[] = [], remark?: string): Group {
		const group: Group = { id: this.newId(), name, type, remark, members: new Map() };
		this.all.set(group.id, group);
		workNos.forEach((workNo) => this.join(group, workNo));
		return group;
	}

	/** An agent is in one group only. */
	join(group: Group, workNo: number): void {
		this.leave(workNo);
		group.members.set(workNo, this.newId());
	}

	leave(workNo: number): void {
		for (const { members } of this.all.values()) members.delete(workNo);
	}

	/** Its members leave it, and its relations go. */
	delete({ id }: Group): void {
		this.all.delete(id);
		this.relations.delete(id);
		for (const inspected of this.relations.values()) inspected.delete(id);
	}

	named(name: string): Group | undefined {
		return [...this.all.values()].find((group) => group.name === name);
	}

	rename(workNo: number, name: string): void {
		this.names.set(workNo, name);
	}

	nameOf({ workNo, userName }: Agent): string {
		return this.names.get(workNo) ?? userName;
	}

	report(): object[] {
		return [...this.all.values()].map(({ members, ...group }) => ({
			...group,
			members: [...members.keys()],
			inspects: [...(this.relations.get(group.id) ?? [])],
		}));
	}
}
