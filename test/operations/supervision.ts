/** Parameters of what inspectors do, and of recordings at the desks of agents. */
import { byId, type AgentRecording, type Bench } from '../support/bench';
import { ofAgent, signedIn, SUCCESS } from './agentWorkspace/shared';
import type { Case, Parameters, Prepare } from './case';

/** Places of the agents among those of the tenant. */
const AGENT = 0;
const VIDEO_AGENT = 2;
const INSPECTOR = 3;
/** Their work numbers. */
const FIRST = '101';
const SECOND = '102';

const NODE = 256;
const TASK = { taskId: expect.stringMatching(/^\d+$/) };

/** The inspector is signed in beside an agent who talks with a customer. */
async function beside(bench: Bench): Promise<{ session: string; callId: string }> {
	const { callId } = await bench.agentTalking(AGENT);
	bench.actAs(INSPECTOR);
	return { session: await bench.agentSession({}, INSPECTOR), callId };
}

const inspecting =
	(parameters: Parameters = {}): Prepare =>
	async (bench) => ({ session: (await beside(bench)).session, workNo: byId(FIRST), ...parameters });

/** The inspector has begun to listen, to be inserted or to whisper. */
const during =
	(method: string, path: string, parameters: Parameters = {}): Prepare =>
	async (bench) => {
		const { session } = await beside(bench);
		await bench.asAgent(INSPECTOR, session, method, `qualitycontrol/{agentid}/${path}`);
		await bench.sim.clock.advance(2000);
		return { session, workNo: byId(FIRST), ...parameters };
	};

const listening = (parameters?: Parameters): Prepare => during('PUT', `addsupervise/${FIRST}`, parameters);
const inserted = (parameters?: Parameters): Prepare => during('PUT', `addinsert/${FIRST}`, parameters);
const whispering = (parameters?: Parameters): Prepare => during('POST', `requestwhisperagent?whisperagentid=${FIRST}`, parameters);

/** Somebody who is no inspector tries the same with a colleague. */
const ofNoInspector = (parameters: Parameters = {}): Case['refused'] => ({
	run: async (bench) => {
		await bench.agentSession({}, 1);
		return { session: await bench.agentSession(), workNo: byId(SECOND), ...parameters };
	},
	message: /^The agent of the session may not do this \(code 900-002\)$/,
});

const ofInspector = (run: Prepare, parameters: Parameters = {}): Case => ({
	run,
	refused: ofNoInspector(parameters),
	spoil: 'session',
	gives: SUCCESS,
});

const refusedWith = (code: string, means: string, run: Prepare): Case['refused'] => ({
	run,
	message: new RegExp(`^${means} \\(code ${code}\\)$`),
});

/** Every call is recorded, or only what agents want to be. */
const withoutRecordings = (bench: Bench) => bench.sim.control.setOperator({ recordsCalls: false });

/** An agent who hears the recording of its last call, or has paused it. */
const hearing =
	(parameters: Parameters = {}, isPaused = false): Prepare =>
	async (bench) => {
		const { session, path } = await bench.agentRecorded();
		await bench.asAgent(AGENT, session, 'PUT', 'recordplay/{agentid}/play', { voicepath: path });
		await bench.sim.clock.advance(2000);
		if (isPaused) await bench.asAgent(AGENT, session, 'POST', 'recordplay/{agentid}/pauseplay');
		return { session, ...parameters };
	};

/** With something that was recorded. */
const recorded =
	(parameters: (recording: AgentRecording) => Parameters): Prepare =>
	async (bench) => {
		const recording = await bench.agentRecorded();
		return { session: recording.session, ...parameters(recording) };
	};

/** With a video that was recorded, into a file or by a conference server. */
const filmed =
	(videos: 'files' | 'conferenceServer', parameters: (recording: AgentRecording) => Parameters): Prepare =>
	async (bench) => {
		bench.sim.control.setOperator({ videos });
		bench.actAs(VIDEO_AGENT);
		const recording = await bench.agentRecorded(VIDEO_AGENT);
		return { session: recording.session, ...parameters(recording) };
	};

const ofConference = ({ conference }: AgentRecording, more: Parameters = {}): Parameters => ({
	conferenceId: conference?.conferenceId,
	fileType: 0,
	...more,
});

const needsPlayback = (code: string, means: string, parameters: Parameters = {}, isPaused = false): Case =>
	ofAgent(parameters, { run: hearing(parameters, isPaused), refused: refusedWith(code, means, signedIn(parameters)) });

export const supervisionCases: Record<string, Case> = {
	'liveCall/listen': ofInspector(inspecting()),
	'liveCall/insert': ofInspector(inspecting()),
	'liveCall/whisper': ofInspector(inspecting()),
	'liveCall/stopWhispering': ofInspector(whispering()),
	'liveCall/stop': { ...ofInspector(listening()), more: { 'while inserted': inserted() } },
	'liveCall/toggle': { ...ofInspector(listening()), more: { 'while inserted': inserted() } },
	'liveCall/switchTo': {
		...ofInspector(listening({ switchtype: 2 }), { switchtype: 2 }),
		more: { 'from whispering': whispering({ switchtype: 0 }), 'from being inserted': inserted({ switchtype: 1 }) },
	},
	'liveCall/intercept': { ...ofInspector(listening()), more: { 'while whispering': whispering() } },
	'liveCall/end': ofInspector(
		async (bench) => {
			const { session, callId } = await beside(bench);
			return { session, callid: callId };
		},
		{ callid: '1772438400-339' },
	),

	'agent/setBusy': ofInspector(inspecting()),
	'agent/setIdle': ofInspector(async (bench) => {
		await bench.agentSession({ status: 3 });
		bench.actAs(INSPECTOR);
		return { session: await bench.agentSession({}, INSPECTOR), workNo: byId(FIRST) };
	}),
	'agent/startRest': ofInspector(inspecting({ time: 300, reason: 3 }), { time: 300, reason: 3 }),
	'agent/setQueues': {
		...ofInspector(inspecting({ skills: [2, 4] }), { skills: [2, 4] }),
		more: { 'given as text': inspecting({ skills: '2, 3' }) },
	},
	'agent/signOut': ofInspector(inspecting()),

	'playback/start': ofAgent({}, {
		run: recorded(({ path }) => ({ voicepath: path })),
		more: {
			'all fields': recorded(({ path }) => ({
				voicepath: path,
				additionalFields: { startPosition: 2, volume: 60, speed: 40, times: 1, locationId: NODE },
			})),
		},
		refused: refusedWith('500-007', 'The playback cannot begin in the state of the agent', async (bench) => ({
			session: (await bench.agentTalking()).session,
			voicepath: 'Y:/1/0/20260302/101/0800000.V3',
		})),
	}),
	'playback/startForNetworkCall': ofAgent({}, {
		run: recorded(({ path }) => ({ voicepath: path, ccId: 1 })),
		more: {
			'all fields': recorded(({ path }) => ({
				voicepath: path,
				ccId: 1,
				additionalFields: { startPosition: 2, repeat: 0, format: 1, locationId: NODE },
			})),
		},
		refused: refusedWith(
			'100-018',
			'The recording belongs to another VDN than the agent',
			signedIn({ voicepath: 'Y:/2/0/20260302/101/0800000.V3', ccId: 1 }),
		),
	}),
	'playback/pause': needsPlayback('500-003', 'Nothing is being played that could be paused'),
	'playback/resume': needsPlayback('500-005', 'No playback is paused', {}, true),
	'playback/skipForward': needsPlayback('500-002', 'Nothing is being played that could be skipped forward', { time: 3 }),
	'playback/skipBack': needsPlayback('500-001', 'Nothing is being played that could be skipped back', { time: 3 }),
	'playback/stop': needsPlayback('500-009', 'Nothing is being played that could be stopped'),

	'recording/start': ofAgent({}, {
		more: {
			'all fields': signedIn({ additionalFields: { voicepath: 'Y:/1/0/20260302/101/own.V3', recordMode: 1, format: 3 } }),
			'of a call': async (bench) => {
				withoutRecordings(bench);
				return { session: (await bench.agentTalking()).session };
			},
		},
		refused: refusedWith('500-008', 'The recording cannot begin in the state of the agent', async (bench) => ({
			session: (await bench.agentTalking()).session,
		})),
		gives: TASK,
	}),
	'recording/stop': ofAgent({}, {
		run: async (bench) => ({ session: (await bench.agentTalking()).session }),
		refused: refusedWith('500-010', 'The agent is recording nothing', signedIn()),
	}),
	'recording/download': ofAgent({}, {
		run: recorded(({ path }) => ({ recordId: path })),
		more: {
			'all fields': recorded(({ path }) => ({ recordId: path, additionalFields: { filetype: 1, locationId: NODE } })),
			'of a message': async (bench) => {
				const [{ path }] = bench.tenant.voiceMessages;
				return { session: await bench.agentSession(), recordId: path, additionalFields: { filetype: 2 } };
			},
		},
		refused: refusedWith('104-005', 'There is no such recording', signedIn({ recordId: 'Y:/1/0/20260302/101/none.V3' })),
		file: { begins: /^RIFF/, type: 'audio/wav' },
		gives: { fileName: expect.stringMatching(/^\d{7}\.V3$/), mimeType: 'audio/wav', fileSize: expect.stringMatching(/kB$/) },
	}),
	'recording/downloadByCall': ofAgent({}, {
		run: recorded(({ callId }) => ({ callid: callId })),
		more: {
			'as an inspector': async (bench) => {
				const { callId } = await bench.agentRecorded();
				bench.actAs(INSPECTOR);
				const session = await bench.agentSession({}, INSPECTOR);
				return { session, callid: callId, additionalFields: { workNo: byId(FIRST) } };
			},
			'a video': filmed('files', ({ callId, path }) => ({ callid: callId, additionalFields: { hwFileName: path } })),
		},
		refused: refusedWith('108-015', 'The recording could not be fetched', signedIn({ callid: '1772438400-1' })),
		file: { begins: /^RIFF/, type: 'audio/wav' },
		gives: { fileName: expect.stringMatching(/^\d+-\d+\.wav$/), mimeType: 'audio/wav', fileSize: expect.stringMatching(/kB$/) },
	}),

	'screenRecording/start': ofAgent(),
	'screenRecording/stop': ofAgent(),

	'video/download': ofAgent({}, {
		run: filmed('files', ({ path }) => ({ recordId: path })),
		more: { 'all fields': filmed('files', ({ path }) => ({ recordId: path, additionalFields: { locationId: NODE } })) },
		refused: refusedWith('108-012', 'There is no such video', signedIn({ recordId: 'Y:/1/0/20260302/103/none.mp4' })),
		file: { begins: /^.{4}ftyp/s, type: 'video/mp4' },
		gives: { fileName: expect.stringMatching(/^\d{7}\.mp4$/), mimeType: 'video/mp4', fileSize: expect.stringMatching(/kB$/) },
	}),
	'video/downloadFromConference': ofAgent({}, {
		run: filmed('conferenceServer', (recording) => ofConference(recording)),
		more: {
			'all fields': filmed('conferenceServer', (recording) =>
				ofConference(recording, { fileType: 1, additionalFields: { recordingId: recording.conference?.recordId } }),
			),
		},
		refused: refusedWith(
			'108-006',
			'The gateway could not find out where the video lies',
			signedIn({ conferenceId: '7a008307-34ad-435b-bccd-222be5ac5385', fileType: 0 }),
		),
		file: { begins: /^.{4}ftyp/s, type: 'video/mp4' },
		gives: { mimeType: 'video/mp4', fileName: expect.stringMatching(/^[0-9a-f-]{36}\.mp4$/) },
	}),
};
