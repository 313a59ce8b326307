import { occupy, release } from '../agent-calls/desk';
import { abilities, type AgentCall } from '../agent-calls/state';
import { leave, newMember, talk } from '../agent-calls/steps';
import type { Own } from '../agent-calls/orders';
import type { World } from '../world';

/** Inspectors beside agents (12.1): each hears the calls of one agent, one after the other, until that is stopped. */

export const modes = ['listen', 'insert', 'whisper'] as const;
export type Mode = (typeof modes)[number];

export interface Inspection {
	inspector: string;
	workNo: string;
	mode: Mode;
	/** The telephone of the inspector is off the hook. */
	isOn: boolean;
}

export class Inspections {
	/** By inspector, who has one agent at a time. */
	private readonly all = new Map<string, Inspection>();

	constructor(private readonly world: World) {}

	by(inspector: string): Inspection | undefined {
		return this.all.get(inspector);
	}

	/** Rings the inspector, who is given no calls from now on. */
	begin(inspector: string, workNo: string, mode: Mode): void {
		const { world } = this;
		const inspection: Inspection = { inspector, workNo, mode, isOn: false };
		this.all.set(inspector, inspection);
		const lifted = (): void => {
			inspection.isOn = true;
			occupy(world, inspector, 'occupied');
		};
		world.agentCalls.telephones.take(inspector, lifted, () => this.end(inspection));
	}

	/** The telephone goes down, and the inspector is idle again. */
	end({ inspector, isOn }: Inspection): void {
		this.all.delete(inspector);
		this.world.agentCalls.telephones.giveBack(inspector);
		if (isOn) release(this.world, inspector, 'idle');
	}

	/** The inspector goes on with the call in place of the agent. */
	intercept({ inspector }: Inspection, { call, member }: Own): void {
		const { world } = this;
		this.all.delete(inspector);
		const own = newMember(inspector);
		call.agents.push(own);
		leave(world, call, member);
		talk(world, call, own);
		world.agentCalls.telephones.giveBack(inspector);
	}

	/** The call that the agent talks in, and that an inspector could take over. */
	callOf(workNo: string): Own | undefined {
		return this.world.agentCalls.voiceOf(workNo).find(({ member }) => member.state === 'talking');
	}

	/** Video calls are not supervised (12.1). */
	isOnVideo(workNo: string): boolean {
		return this.callOf(workNo)?.call.mediaAbility === abilities.video;
	}

	/** Who is in a call as an inspector of one of its agents. */
	within({ agents, ended }: AgentCall): Array<Pick<Inspection, 'inspector' | 'mode'>> {
		if (ended !== undefined) return [];
		const talking = agents.filter(({ state }) => state === 'talking').map(({ workNo }) => workNo);
		return [...this.all.values()]
			.filter(({ workNo, isOn }) => isOn && talking.includes(workNo))
			.map(({ inspector, mode }) => ({ inspector, mode }));
	}

	/** Whoever is supervised or supervises has gone. */
	signedOut(gone: string): void {
		this.all.delete(gone);
		for (const inspection of [...this.all.values()]) if (inspection.workNo === gone) this.end(inspection);
	}

	report(): object[] {
		return [...this.all.values()];
	}
}
