import type { AgentCall } from '../agent-calls/state';
import { DRIVE, NODE, type RecordedFile } from '../recordings/agent-recordings';
import type { World } from '../world';
import type { PastOperation } from './operations';

/** Rows of the index files, column by column as in 13.2.2. Values that nobody here knows are empty. */

export interface Wanted {
	begin: number;
	end: number;
	accountId?: string;
	agentId?: string;
	callId?: string;
	callerNo?: string;
	calleeNo?: string;
	calleeNo2?: string;
}

export interface RecordedCall {
	call: AgentCall;
	file: RecordedFile & { workNo: string };
}

/** A call with a queue or agent of its own is the only record of its ID: -1. */
const ONLY_RECORD = -1;
const AGENT_DEVICE = 2;
const QUEUE_DEVICE = 1;
const HUNG_UP_NORMALLY = 0;
const LEFT_BY = { customer: 15, agent: 16 };

/** Recordings of calls that are over. */
export function recordedCalls(world: World): RecordedCall[] {
	return [...world.agentCalls.all.values()].flatMap((call) =>
		call.ended === undefined
			? []
			: world.agentRecordings
					.ofCall(call.callId)
					.flatMap((file) =>
						file.workNo !== undefined && file.media === 'audio'
							? [{ call, file: { ...file, workNo: file.workNo } }]
							: [],
					),
	);
}

/** Where the copy of a recording lies on the file server (13.2.1.4). */
export function storedAs({ tenant }: World, { path, workNo }: RecordedCall['file']): string {
	const [, , , day, , name] = path.split('/');
	return `/${NODE}/${tenant.ccId}/record/${tenant.vdnId}/${day}/${workNo}/${name.replace(/\.\w+$/, '')}.wav`;
}

export function recordRows(world: World, wanted: Wanted): unknown[][] {
	const { tenant } = world;
	return recordedCalls(world)
		.filter(({ call, file }) => isWanted(world, call, file.workNo, wanted))
		.map(({ call, file }) => [
			tenant.accessKey,
			tenant.tenantId,
			tenant.ccId,
			file.workNo,
			call.callId,
			call.caller,
			call.called,
			local(world, call.talkBegan),
			local(world, call.ended),
			storedAs(world, file),
			0,
			'',
			file.path.replaceAll('/', '\\').replace(/^\w/, DRIVE),
			tenant.vdnId,
			call.feature,
			call.mediaType,
			call.skillId,
			call.skillId,
		]);
}

export function callRows(world: World, wanted: Wanted): unknown[][] {
	const { tenant } = world;
	const agentOf = ({ callId, agents }: AgentCall): string =>
		agents.at(0)?.workNo ?? world.agentRecordings.ofCall(callId).at(0)?.workNo ?? '';
	return [...world.agentCalls.all.values()]
		.filter((call) => call.ended !== undefined && isWanted(world, call, agentOf(call), wanted))
		.map((call) => {
			const agent = agentOf(call);
			const isByAgent = agent !== '';
			return [
				tenant.accessKey,
				tenant.tenantId,
				tenant.ccId,
				agent,
				call.callId,
				call.caller,
				call.called,
				local(world, call.waitBegan),
				local(world, call.answerBegan ?? call.ended),
				local(world, call.answerBegan),
				local(world, call.talkBegan),
				local(world, call.talkBegan),
				local(world, call.ended),
				isByAgent ? AGENT_DEVICE : QUEUE_DEVICE,
				isByAgent ? agent : call.skillId,
				call.feature,
				HUNG_UP_NORMALLY,
				ONLY_RECORD,
				tenant.vdnId,
				call.skillId === undefined ? '' : QUEUE_DEVICE,
				call.skillId,
				call.skillId,
				call.skillId,
				isByAgent ? 'DEVICE_AGENT' : 'DEVICE_QUEUE',
				call.skillId === undefined ? '' : 'DEVICE_QUEUE',
				'',
				call.lastReleasedBy === agent && isByAgent ? LEFT_BY.agent : LEFT_BY.customer,
				call.mediaType,
				'',
			];
		});
}

export function operationRows(world: World, wanted: Wanted): unknown[][] {
	const { tenant } = world;
	return world.fileServer.operations
		.all()
		.filter(({ workNo, began }) => isWithin(began, wanted) && isOf(world, workNo, wanted))
		.map((one: PastOperation, at) => [
			`${Math.floor(one.began)}${at}`,
			tenant.accessKey,
			tenant.tenantId,
			one.workNo,
			'',
			'',
			'',
			local(world, one.began),
			local(world, one.ended),
			one.type,
			one.type === 26 ? one.workNo : -1,
			one.cause,
			5,
			tenant.vdnId,
			tenant.ccId,
			'',
			one.phone,
			'',
			NODE,
			Math.floor(one.loginTime / 1000),
			'',
		]);
}

/** One row a line. Neither a header nor marks around values are told of. */
export const csv = (rows: unknown[][]): Buffer =>
	Buffer.from(rows.map((row) => `${row.map((value) => value ?? '').join(',')}\r\n`).join(''), 'utf8');

const local = (world: World, time: number | undefined): string => (time === undefined ? '' : world.local(time));
const isWithin = (time: number, { begin, end }: Wanted): boolean => time >= begin && time <= end;
const isOneOf = (value: string, wanted?: string): boolean => !wanted || wanted === value;
const isOf = ({ tenant }: World, workNo: string, { accountId, agentId }: Wanted): boolean =>
	isOneOf(tenant.tenantId, accountId) && isOneOf(workNo, agentId);

/** With a second called number, the first one is that of the caller. */
const hasNumbers = ({ caller, called }: AgentCall, { calleeNo, calleeNo2 }: Wanted): boolean =>
	calleeNo2 ? isOneOf(caller, calleeNo) && called === calleeNo2 : isOneOf(called, calleeNo);

function isWanted(world: World, call: AgentCall, workNo: string, wanted: Wanted): boolean {
	return (
		isWithin(call.waitBegan, wanted) &&
		isOf(world, workNo, wanted) &&
		isOneOf(call.callId, wanted.callId) &&
		isOneOf(call.caller, wanted.callerNo) &&
		hasNumbers(call, wanted)
	);
}
