import { refuse } from '../agent-gateway/codes';
import type { World } from '../world';
import { codes } from './codes';
import { isDialable, within } from './fields';
import { knownSkill } from './orders';
import type { Mode, Target } from './transfers';

/** Where a call is to go, and how: the tables of 6.1.2.11 and 6.1.5.3. What is not in them is refused. */

const DEVICES = ['', 'queue', 'agent', 'flow', 'accessCode', 'number'] as const;
type Device = (typeof DEVICES)[number];

/** 6.1.2.11: numbers begin with 1, everything else with 0. */
const MODES: Record<Exclude<Device, ''>, Record<number, Mode>> = {
	queue: { 0: 'release', 2: 'success' },
	agent: { 0: 'release', 2: 'success' },
	flow: { 0: 'release', 1: 'hangingUp' },
	accessCode: { 0: 'release', 2: 'success' },
	number: { 1: 'release', 2: 'success', 3: 'talk', 4: 'threeWay' },
};

export const deviceTypes = within(1, 5);

export const deviceOf = (type: number): Exclude<Device, ''> => DEVICES[type] as Exclude<Device, ''>;

export const modeOf = (type: number, mode: number): Mode | undefined => MODES[deviceOf(type)][mode];

/** An agent of this tenant other than the one who asks. Whether it can be rung is another matter. */
export function knownAgent(world: World, workNo: string, by: string): string {
	if (workNo === by || !world.centre.agentByWorkNo(Number(workNo))) {
		refuse(codes.failed, 'There is no such other agent.');
	}
	return workNo;
}

export function targetOf(world: World, type: number, address: string, by: string): Target {
	switch (deviceOf(type)) {
		case 'queue':
			return { kind: 'queue', skillId: knownSkill(world, Number(address)) ?? 0 };
		case 'agent':
			return { kind: 'agent', workNo: knownAgent(world, address, by) };
		case 'flow':
			return flow(world, address);
		case 'accessCode':
			return behind(world, address) ?? refuse(codes.failed, 'The access code leads nowhere.');
		case 'number':
			if (!isDialable(address)) refuse(codes.wrongParameter, 'address: is no number.');
			return { kind: 'number', number: address };
	}
}

function flow(world: World, accessCode: string): Target {
	if (!world.tenant.ivrFlows.some((one) => one.accessCode === accessCode)) {
		refuse(codes.failed, 'There is no such flow.');
	}
	return { kind: 'flow', accessCode };
}

/** What a called route leads to: a queue or a flow. */
export function behind(world: World, accessCode: string): Exclude<Target, { kind: 'agent' | 'number' }> | undefined {
	const route = [...world.centre.routes.values()].find((one) => one.accessCode === accessCode && one.extCode === '');
	if (!route) return undefined;
	if (route.devicetype === 1) return { kind: 'queue', skillId: route.deviceId };
	const found = world.tenant.ivrFlows.find(({ id }) => id === route.deviceId);
	return found && { kind: 'flow', accessCode: found.accessCode };
}
