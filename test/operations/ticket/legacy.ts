/** Who and what there is in the simulated tickets of the old kind. */
import { byId, type Bench } from '../../support/bench';

const user = (number: number) => `165226842953886610${number}`;
export const [OLD_ONE, OLD_TWO] = [user(1), user(2)];
export const OLD_FAULT = 'fault';
export const TASK_TYPE = 'cDrE0000000000000001';
export const RESULT = 'AICC__result__CST';

/** Processes: one in the house, one of somebody outside. */
export const [INSIDE, OUTSIDE] = ['s1', 's2'];

export const NO_VALUES = /CEC could not do this with the values given \(HTTP 500\)$/;

interface Known {
	id: string;
	status: string;
	texts: Record<string, string>;
	owner?: { userId: string };
	type: { id: string };
}

interface KnownTask {
	id: string;
	custom: Record<string, unknown>;
	item: { id: string; processItemId: string; status: string; handler?: { userId: string } };
}

export interface LegacyState {
	cases: Known[];
	tasks: KnownTask[];
}

export const legacyState = (bench: Bench): LegacyState => (bench.state as unknown as { legacyTickets: LegacyState }).legacyTickets;

/** A ticket that nobody has. */
export const oldTicket = (bench: Bench) => byId(legacyState(bench).cases[0].id);
/** One that OLD_ONE works on. */
export const ownedTicket = (bench: Bench) => byId(legacyState(bench).cases[1].id);

/** A request to old tickets that this package has no part in. */
export async function asOldTickets(bench: Bench, method: string, path: string, body: object, userId = OLD_ONE): Promise<Record<string, unknown>> {
	const { appKey, appSecret, tenantId } = bench.tenant;
	const json = { 'Content-Type': 'application/json' };
	const asked = await fetch(`${bench.sim.url}/apigovernance/api/oauth/tokenByAkSk`, {
		method: 'POST',
		headers: json,
		body: JSON.stringify({ app_key: appKey, app_secret: appSecret }),
	});
	const { AccessToken } = (await asked.json()) as { AccessToken: string };
	const response = await fetch(`${bench.sim.url}/apiaccess/${path}`, {
		method,
		headers: { ...json, Authorization: `Bearer ${AccessToken}`, 'X-APP-Key': appKey, 'X-TenantSpaceId': tenantId, 'X-UserID': userId },
		body: JSON.stringify(body),
	});
	const answer = (await response.json()) as Record<string, unknown>;
	if (response.status !== 200 || answer.result === false) throw new Error(`Preparing failed: ${JSON.stringify(answer)}`);
	return answer;
}

const TASKS = 'service-cloud/rest/new_case/v2/task';

/** A task that nobody has, unless an owner is named. */
export async function aTask(bench: Bench, { processKey = INSIDE, ...more }: { processKey?: string; taskOwner?: string; title?: string } = {}): Promise<KnownTask> {
	const [{ id: caseId, type }] = legacyState(bench).cases;
	const task = { caseId, caseTypeId: type.id, taskTypeId: TASK_TYPE, title: 'Measure the line', priority: '1' };
	const taskInstanceId = { ...task, creatorId: OLD_ONE, creatorName: 'agent.one', ...more };
	await asOldTickets(bench, 'POST', `${TASKS}/create`, { model: { taskInstanceId }, processKey });
	return legacyState(bench).tasks.at(-1) as KnownTask;
}

/** A task that OLD_ONE has given to OLD_TWO. */
export async function givenAway(bench: Bench): Promise<KnownTask> {
	const task = await aTask(bench, { taskOwner: OLD_ONE });
	await asOldTickets(bench, 'POST', `${TASKS}/transfer`, [{ id: task.item.id, currentHandler: OLD_TWO }]);
	return task;
}
