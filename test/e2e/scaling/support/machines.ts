/** The machines of this jest run: who did what, and ending one of them. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import type { Machine } from '../../../../scripts/n8n/machines';
import { until } from '../../../../scripts/n8n/session';

const variable = 'CEC_E2E_MACHINES';

export function publishMachines(machines: Machine[]): void {
	process.env[variable] = JSON.stringify(machines);
}

export function machines(): Machine[] {
	return JSON.parse(process.env[variable] ?? '[]') as Machine[];
}

export function machine(name: string): Machine {
	const found = machines().find((one) => one.name === name);
	if (!found) throw new Error(`There is no machine ${name}: start these tests with jest -c jest.scaling.config.js`);
	return found;
}

export const workers = (): Machine[] => machines().filter(({ role }) => role === 'worker');

/** What a machine has logged since its first start. */
export function logOf({ logPrefix }: Machine): string {
	const folder = dirname(logPrefix);
	const mine = readdirSync(folder).filter((name) => name.startsWith(basename(logPrefix)));
	return mine.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
}

/** The names of the machines on which these executions were begun, each as often as it was. */
export function ranOn(executionIds: string[]): string[] {
	const wanted = new Set(executionIds);
	return machines().flatMap((one) => begunOn(one).filter((id) => wanted.has(id)).map(() => one.name));
}

export function hasBegun(one: Machine, executionId: string): boolean {
	return begunOn(one).includes(executionId);
}

function begunOn(one: Machine): string[] {
	return [...logOf(one).matchAll(/Worker started execution (\d+) \(/g)].map(([, id]) => id);
}

/** As a power failure would. The machine is started again. */
export function kill(one: Machine): void {
	process.kill(pidOf(one), 'SIGUSR2');
}

/** Ends a machine in peace; it is started again. Resolves with the milliseconds until it answers once more. */
export async function restart(one: Machine): Promise<number> {
	const begun = Date.now();
	const before = pidOf(one);
	process.kill(before, 'SIGTERM');
	await isBack(one, before);
	return Date.now() - begun;
}

/** Waits until a machine that has ended was started again and can work. */
export async function isBack(one: Machine, before: number): Promise<void> {
	await until(`${one.name} to come back`, async () => (pidOf(one) === before ? undefined : true), 60_000);
}

export const pidOf = ({ pidFile }: Machine): number => Number(readFileSync(pidFile, 'utf8'));
