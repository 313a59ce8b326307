import { createHash } from 'node:crypto';
import type { World } from '../world';
import { melody } from './audio';
import type { Content } from './content';
import { film } from './video';

/** The drive that is mapped to the file server, and the node that it belongs to (13.1.1.9, 6.5.1.4.1). */
export const DRIVE = 'Y';
export const NODE = 256;
const SECOND = 1000;

/** Where the video of a conference server is found (6.5.1.4.1). */
export interface OfConference {
	conferenceId: string;
	recordId: string;
}

export interface RecordedFile {
	/** With slashes, as events have it. */
	path: string;
	media: 'audio' | 'video';
	/** Table 13-38: 1 a call of an agent, 2 a message. */
	type: '1' | '2';
	workNo?: string;
	callId?: string;
	conference?: OfConference;
	/** How much has been recorded, but for what is being recorded now. */
	seconds: number;
	/** Since when it is being recorded: there is no such file until that is over. */
	since?: number;
	/** The size of the file, when a test wants another than the talk makes. */
	bytes?: number;
}

type NewRecording = Pick<RecordedFile, 'workNo' | 'callId' | 'media'>;

/** What was recorded at the desks of agents, and left in files. */
export class AgentRecordings {
	/** Oldest first, by path or by the record of a conference server. */
	private readonly files = new Map<string, RecordedFile>();

	constructor(private readonly world: World) {
		for (const { path, seconds } of world.tenant.voiceMessages) {
			this.files.set(keyOf(path), { path, media: 'audio', type: '2', seconds });
		}
	}

	begin(recording: NewRecording): RecordedFile {
		return this.add({ ...recording, path: this.freePath(recording) });
	}

	/** Where the agent wants it; what is there already is overwritten, or goes on. */
	beginAt(path: string, recording: NewRecording, goesOn: boolean): RecordedFile {
		const before = this.files.get(keyOf(path));
		const seconds = goesOn && before?.since === undefined ? (before?.seconds ?? 0) : 0;
		return this.add({ ...recording, path: slashed(path), seconds });
	}

	/** On a conference server, which has ids instead of paths. */
	beginOnConferenceServer(recording: NewRecording): RecordedFile & { conference: OfConference } {
		const number = String(this.files.size);
		const conference = {
			conferenceId: uuid(`conference ${recording.callId ?? ''}`),
			recordId: uuid(`record ${number}`),
		};
		const path = `${conference.conferenceId}/${conference.recordId}`;
		return { conference, ...this.add({ ...recording, path, conference }) };
	}

	end(path: string): void {
		const file = this.files.get(keyOf(path));
		if (file?.since === undefined) return;
		file.seconds += (this.world.clock.now() - file.since) / SECOND;
		file.since = undefined;
		file.bytes = this.world.calls.recordingBytes;
	}

	/** A file that is complete. */
	find(path: string): RecordedFile | undefined {
		const file = this.files.get(keyOf(path));
		return file?.since === undefined ? file : undefined;
	}

	/** What was recorded of a call at the desk of one agent, newest last. */
	ofCall(callId: string, workNo?: string): RecordedFile[] {
		return [...this.files.values()].filter(
			(file) =>
				file.callId === callId && file.since === undefined && (workNo === undefined || file.workNo === workNo),
		);
	}

	/** Videos that a conference server has of one conference, oldest first. */
	ofConference(conferenceId: string): RecordedFile[] {
		return [...this.files.values()].filter(
			({ conference, since }) => conference?.conferenceId === conferenceId && since === undefined,
		);
	}

	content({ path, media, seconds, bytes }: RecordedFile, quality = ''): Content {
		const length = bytes === undefined ? { seconds } : { bytes };
		return media === 'video' ? film(`${path}${quality}`, length) : melody(path, length);
	}

	report(): object[] {
		return [...this.files.values()];
	}

	private add(recording: NewRecording & Pick<RecordedFile, 'path'> & Partial<RecordedFile>): RecordedFile {
		const file: RecordedFile = { type: '1', seconds: 0, ...recording, since: this.world.clock.now() };
		this.files.set(keyOf(file.path), file);
		return file;
	}

	/** Drive:/VDN/media type/day/agent/time and its tenth, which two recordings of one agent do not share. */
	private freePath({ workNo, media }: NewRecording): string {
		const [day, time] = this.world.local(this.world.clock.now()).replace(/[-:]/g, '').split(' ');
		const name = (count: number): string =>
			`${DRIVE}:/${this.world.tenant.vdnId}/0/${day}/${workNo}/${time}${count}.${media === 'video' ? 'mp4' : 'V3'}`;
		let count = 0;
		while (this.files.has(keyOf(name(count)))) count++;
		return name(count);
	}
}

const slashed = (path: string): string => path.replaceAll('\\', '/');
/** Samples have both kinds of slashes, and the drive in either case. */
const keyOf = (path: string): string => slashed(path).toLowerCase();

function uuid(seed: string): string {
	const hash = createHash('sha256').update(seed).digest('hex');
	return hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*/, '$1-$2-$3-$4-$5');
}
