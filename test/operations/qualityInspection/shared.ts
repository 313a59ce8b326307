/** Who and what there is in the simulated quality inspection, and short ways to what a case needs. */
import { stringify } from 'lossless-json';

import { token } from '../../simulator/harness';
import { byId, type Bench } from '../../support/bench';
import { OPERATOR } from '../sqm';

export const MANAGER = '1652268429538866103';
export const COLLEAGUE = '1652268429538866105';

/** Files that contact records of the simulated contact center name. */
export const [FILE, OTHER_FILE] = ['Y:\\27\\0\\20260301\\101\\0951044.V3', 'Y:\\27\\0\\20260301\\102\\1012007.V3'];

interface Result {
	type: number;
	reviseId: string;
	name: string;
	revise: number;
	description: string;
}

interface Call {
	uuid: string;
	groupId: string;
	fileName: string;
	reviews: number;
	scenarios: Array<{ groupId: string; name: string; results: Result[] }>;
	sensitive: Result[];
}

export interface InspectionState {
	calls: Call[];
	tasks: Array<{
		id: string;
		name: string;
		isTerminated: boolean;
		activeFrom?: number;
		calls: Array<{ id: string; callId: string; call: { uuid: string }; inspector?: string; inspectStatus: number }>;
	}>;
	plans: Array<{ id: string; name: string; isRunning: boolean; times: number }>;
	items: Array<{ id: string; step: string; handler: string }>;
}

export const inspectionState = (bench: Bench): InspectionState =>
	(bench.state as unknown as { qualityInspection: InspectionState }).qualityInspection;

/** A call of which rules were broken. */
export const rudeCall = (bench: Bench): Call => inspectionState(bench).calls[0];

/** Requests to quality inspection that this package has no part in; ids of twenty digits are bigints. */
export async function asInspection(bench: Bench, path: string, body: object, user = OPERATOR): Promise<Record<string, any>> {
	const { AccessToken } = (await token(bench.sim)).body;
	const headers = { 'content-type': 'application/json', authorization: `Bearer ${AccessToken}`, 'x-app-key': bench.tenant.appKey };
	const response = await fetch(`${bench.sim.url}/apiaccess/${path}`, { method: 'POST', headers: { ...headers, 'x-userid': user }, body: stringify(body) });
	const text = await response.text();
	if (response.status !== 200) throw new Error(`Preparing failed: ${text}`);
	return JSON.parse(text) as Record<string, any>;
}

const SQM = 'CCSQM/rest/ccisqm/v1';
export const CCISQM = 'CCISQM/rest/ccisqm/v1';
export const CALLS = `${SQM}/appraisecall`;
const TASKS = `${SQM}/qualitytask`;
const PLANS = `${SQM}/regularqualitytask`;

const range = { interactionType: 0, qualityType: 1, qualityNum: '10', qualityCondition: 0, maxNum: '10', staffIds: [] };

/** A task with two calls, which nobody reviews yet. */
export async function aTask(bench: Bench, planName = 'Week 9'): Promise<string> {
	const body = { currentRole: 'qualityDirector', qualityTask: { planName }, fixedColumns: range };
	return (await asInspection(bench, `${TASKS}/createQualityTask`, body)).qualityTaskId as string;
}

/** One that the inspectors can begin with as soon as it is activated. */
export async function anAssignedTask(bench: Bench, isTakeEffect = 0): Promise<string> {
	const id = await aTask(bench);
	const setCounts = [{ personID: OPERATOR, count: 2 }];
	await asInspection(bench, `${TASKS}/appointQualityTask`, { qualityTaskId: BigInt(id), setCountsType: 1, isTakeEffect, setCounts });
	return id;
}

export const anActiveTask = async (bench: Bench): Promise<string> => await anAssignedTask(bench, 1);

/** What names the first call of an active task. */
export async function aTaskCall(bench: Bench) {
	const id = await anActiveTask(bench);
	const [one] = inspectionState(bench).tasks.find((task) => task.id === id)?.calls ?? [];
	return { reviewTaskId: byId(id), taskCallId: byId(one.id), callId: byId(one.callId), callUuid: byId(one.call.uuid) };
}

export async function aPlan(bench: Bench, isRunning = false): Promise<string> {
	const { objId } = await asInspection(bench, `${PLANS}/addQualityTask`, {
		qiqtName: 'Every day',
		cronStructure: { qiqtCycleType: '1', qiqtStartTime: 1772442000, qiqtEndType: '1', qiqtTotalTimes: 3 },
		appointQuality: { setCountsType: 0, setCounts: [{ personID: OPERATOR, count: 0 }] },
		extractionRange: { fixedColumns: range },
	});
	if (isRunning) await asInspection(bench, `${PLANS}/beginQualityTask`, { regularQualityTaskId: BigInt(objId as string) });
	return objId as string;
}

/** An appeal of the manager about a rude call, which the operator has to review. */
export async function anAppeal(bench: Bench): Promise<string> {
	const { uuid, groupId, scenarios } = rudeCall(bench);
	const [{ groupId: ruleGroupId, results }] = scenarios;
	await asInspection(
		bench,
		`${CALLS}/complain`,
		{
			callId: uuid,
			callGroupId: groupId,
			callType: '0',
			leaderRole: '10',
			leaderUUID: OPERATOR,
			taskDescription: 'The line was bad',
			chooseRuleGroupList: [{ ruleGroupId, reviseIdList: [results[0].reviseId] }],
		},
		MANAGER,
	);
	return inspectionState(bench).items.at(-1)?.id ?? '';
}

export const GONE = '16239245027406915901';
