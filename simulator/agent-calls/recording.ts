import { DRIVE, NODE, type OfConference, type RecordedFile } from '../recordings/agent-recordings';
import type { World } from '../world';
import { tell } from './desk';
import { abilities, type AgentCall, type AgentMember } from './state';

/** Recording what is said at an agent's desk, and what the agent is told of it (6.5.1.4). */

/** What there is to say of what is recorded, and of whom. */
export type Recorded = Pick<AgentCall, 'callId' | 'caller' | 'called' | 'mediaAbility'>;
export type Speaker = Pick<AgentMember, 'workNo' | 'recording'>;

/** Where an agent wants a recording, and whether it goes on with what is there (13.1.1.9). */
interface Wanted {
	path?: string;
	goesOn?: boolean;
}

/** As every call is recorded, where the operator has set that up. */
export function recordCall(world: World, call: Recorded, member: Speaker): void {
	if (world.operator.recordsCalls && !member.recording) startRecording(world, call, member, nextTask(world));
}

export const nextTask = (world: World): number => ++world.agentCalls.lastRecording;

export function startRecording(
	world: World,
	call: Recorded,
	member: Speaker,
	taskId: number,
	{ path, goesOn = false }: Wanted = {},
): void {
	const { agentRecordings, clock, operator } = world;
	const media = call.mediaAbility === abilities.video ? 'video' : 'audio';
	const recording = { workNo: member.workNo, callId: call.callId, media } as const;
	if (path !== undefined && !path.toUpperCase().startsWith(`${DRIVE}:`)) {
		const told = { ...described(world, call, member, path), taskId, locationId: '65535', fileMediaType: '1' };
		tell(world, member.workNo, 'AgentMediaEvent_Record_Fail', told);
		return;
	}
	if (media === 'video' && operator.videos === 'conferenceServer') {
		const file = agentRecordings.beginOnConferenceServer(recording);
		member.recording = { taskId, began: clock.now(), path: file.path };
		tellOfConferenceServer(world, call, member, taskId, file.conference);
		return;
	}
	const file: RecordedFile =
		path === undefined ? agentRecordings.begin(recording) : agentRecordings.beginAt(path, recording, goesOn);
	member.recording = { taskId, began: clock.now(), path: file.path };
	tell(world, member.workNo, 'AgentMediaEvent_Record', {
		taskId: String(taskId),
		...described(world, call, member, file.path),
		locationId: String(NODE),
		fileMediaType: media === 'video' ? '2' : '1',
	});
}

export function stopRecording(world: World, call: Recorded, member: Speaker): void {
	if (!member.recording) return;
	const { taskId, began, path } = member.recording;
	member.recording = undefined;
	world.agentRecordings.end(path);
	tell(world, member.workNo, 'AgentMediaEvent_StopRecordDone', {
		beginTime: Math.floor(began),
		endTime: Math.floor(world.clock.now()),
		fileMediaType: call.mediaAbility === abilities.video ? '2' : '1',
		taskId,
		jsonKey: ['beginTime', 'endTime', 'taskId'],
	});
}

/** What is recorded has its time in every name, as the samples have. */
function described(world: World, call: Recorded, { workNo }: Speaker, path: string): object {
	const [day, time] = world.local(world.clock.now()).replace(/[-:]/g, '').split(' ');
	const { ccId, vdnId } = world.tenant;
	return {
		caller: call.caller,
		recordID: `${path[0]}c${ccId}v${vdnId}a${workNo}d${day}t${time}0`,
		called: call.called,
		fileName: path,
		callId: call.callId,
	};
}

/** In the shape of its own that the sample of such a video has. */
function tellOfConferenceServer(
	world: World,
	call: Recorded,
	{ workNo }: Speaker,
	taskId: number,
	{ conferenceId, recordId }: OfConference,
): void {
	tell(world, workNo, 'AgentMediaEvent_Record', {
		recordID: recordId,
		callId: call.callId,
		// So spelled in the sample.
		fileName: `conferecId=${conferenceId};recordId0=${recordId};`,
		caller: call.caller,
		called: call.called,
		locationId: '255',
		taskId,
		fileMediaType: 2,
		jsonKey: ['recordID', 'callId', 'fileName', 'caller', 'called', 'locationId', 'taskId', 'fileMediaType'],
	});
}
