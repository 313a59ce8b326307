/** Parameters of what the file server gives: recordings, records, and files of IVR. */
import { hello } from '../support/audio';
import { byId, type AgentRecording, type Bench } from '../support/bench';
import { HOOK, type Case, type Parameters, type Prepare } from './case';

const DAY = '2026-03-02T00:00:00';
const NOW = '2026-03-02T08:00:00';
const TENANT = '202211228274';
const NODE = 256;
const INDEX = '20260302_9239cb50a8384bb0ab503441bf089446.zip';

const ZIP = { begins: /^PK/, type: 'application/zip' };
const WAV = { begins: /^RIFF/, type: 'audio/wav' };

const refusedWith = (code: string, means: string, run: Prepare): Case['refused'] => ({
	run,
	message: new RegExp(`^${means} \\(code ${code}\\)$`),
});
const noFile = (parameters: Parameters): Case['refused'] => refusedWith('0300011', 'There is no such file', () => parameters);

/** With the recording of a call that is over. */
const recorded =
	(parameters: (recording: AgentRecording) => Parameters): Prepare =>
	async (bench) =>
		parameters(await bench.agentRecorded());

/** Where the index says that the copy of a recording lies. */
const storedAs = ({ path, workNo }: AgentRecording): string => `/256/1/record/1/20260302/${workNo}/${path.split('/').at(-1)?.replace('V3', 'wav')}`;

const withIndex =
	(kind: 'queryBillData' | 'queryAgentOprInfoData', parameter: string, more: Parameters = {}): Prepare =>
	async (bench) => {
		await bench.agentRecorded();
		return { [parameter]: await bench.index(kind, { endTime: '2026-03-02 08:00:05' }), ...more };
	};

const spanned = { beginTime: DAY, endTime: NOW, callBackURL: HOOK };
const ofAgent = { accountId: byId(TENANT), agentId: byId(101) };
const tooLate = { ...spanned, endTime: '2026-03-02T09:00:00' };
const made = { responseId: expect.stringMatching(/^[0-9a-f]{32}$/) };

const token = async (bench: Bench): Promise<string> => {
	const { path } = await bench.agentRecorded();
	const answer = await bench.signed('/CCFS/resource/ccfs/requestPlayVoice', { request: { version: '2.0' }, msgBody: { fileName: path } });
	return ((await answer.json()) as { resultData: { token: string } }).resultData.token;
};

const upload = async (bench: Bench): Promise<string> => {
	const data = hello.toString('base64');
	const answer = await bench.signed('/CCFS/resource/ccfs/ivr/uploadFile?vdnId=1', { request: { version: '2.0' }, msgBody: { data } });
	return ((await answer.json()) as { resultData: { fileName: string } }).resultData.fileName;
};
const uploaded =
	(more: Parameters = {}): Prepare =>
	async (bench) => ({ fileName: await upload(bench), ...more });
/** With several nodes, which keep a copy each. */
const inPool =
	(prepare: Prepare): Prepare =>
	async (bench) => {
		bench.sim.control.setOperator({ isPool: true });
		return await prepare(bench);
	};

const NO_UPLOAD = 'Y:/3rdfile/1/thirdvoicebotfile/none.wav';
const originalFile = recorded(({ path }) => ({ fileName: path.replaceAll('/', '\\') }));
const noOriginal: Parameters = { fileName: 'Y:/1/0/20260302/101/none.V3' };

export const recordingCases: Record<string, Case> = {
	'callRecord/generate': {
		run: () => spanned,
		more: {
			'all fields': () => ({
				...spanned,
				dataType: 'record',
				additionalFields: { ...ofAgent, callId: '1772438400-339', callerNo: '447700900400', calleeNo: '15550100', calleeNo2: '15550101' },
			}),
		},
		refused: refusedWith('0300016', 'The time lies in the future', () => tooLate),
		gives: { ...made, billFileName: expect.stringMatching(/^\d{8}_[0-9a-f]{32}\.zip$/) },
	},
	'callRecord/download': {
		run: withIndex('queryBillData', 'billFileName'),
		more: { 'as rows': withIndex('queryBillData', 'billFileName', { asRows: true }) },
		refused: noFile({ billFileName: INDEX }),
		gives: { billFileName: expect.stringMatching(/^20260302_/), fileName: expect.stringMatching(/^20260302_[0-9a-f]{32}\.zip$/) },
		file: ZIP,
	},
	'agentOperation/generate': {
		run: () => spanned,
		more: { 'all fields': () => ({ ...spanned, additionalFields: ofAgent }) },
		refused: refusedWith('0300016', 'The time lies in the future', () => tooLate),
		gives: { ...made, agentOprInfoFileName: expect.stringMatching(/^\d{8}_[0-9a-f]{32}\.zip$/) },
	},
	'agentOperation/download': {
		run: withIndex('queryAgentOprInfoData', 'agentOprInfoFileName'),
		more: { 'as rows': withIndex('queryAgentOprInfoData', 'agentOprInfoFileName', { asRows: true }) },
		refused: noFile({ agentOprInfoFileName: INDEX }),
		gives: { agentOprInfoFileName: expect.stringMatching(/^20260302_/) },
		file: ZIP,
	},

	'recording/download': {
		run: recorded(({ callId }) => ({ callId })),
		more: {
			'by its original file': originalFile,
			'all fields': recorded(({ callId, path }) => ({ callId, fileName: path, additionalFields: { ccId: '1' } })),
		},
		refused: refusedWith('0300012', 'CEC found nothing with these values', () => ({ callId: '1772438400-1' })),
		gives: { callId: expect.stringMatching(/^\d+-\d+$/), fileName: expect.stringMatching(/^\d+-\d+\.wav$/), mimeType: 'audio/wav' },
		file: WAV,
	},
	'recording/downloadFile': {
		run: recorded((recording) => ({ fileName: storedAs(recording) })),
		refused: noFile({ fileName: '/256/1/record/1/20260302/101/none.wav' }),
		gives: { fileName: expect.stringMatching(/^\d{7}\.wav$/) },
		file: WAV,
	},
	'recording/downloadBotRecording': {
		run: async (bench) => ({ fileName: `Y:/1/odfsrecord/20260302/${await bench.transferredOutside()}.wav` }),
		more: {
			'of a transfer, from one of several nodes': inPool(async (bench) => ({
				fileName: `Y:/1/transferrecord/20260302/${await bench.transferredOutside()}.wav`,
				additionalFields: { locationId: 0 },
			})),
		},
		refused: noFile({ fileName: 'Y:/1/odfsrecord/20260302/none.wav' }),
		gives: { fileName: expect.stringMatching(/^call-\d+\.wav$/) },
		file: WAV,
	},
	'recording/getLinks': {
		run: recorded(({ callId }) => ({ callId, beginTime: '2026-02-28T00:00:00', endTime: '2026-03-02T08:00:13' })),
		refused: refusedWith('0300012', 'CEC found nothing with these values', () => ({ callId: '1772438400-1', beginTime: DAY, endTime: NOW })),
		gives: {
			links: [expect.stringMatching(/^http.*\/ccfs\/record\/256\/1\/record\/1\/20260302\/101\/\d{7}\.wav\?.*Signature=/)],
			expiresAt: expect.stringMatching(/^2026-03-02T16:00:\d\d\.000Z$/),
		},
	},
	'recording/getPlaybackToken': {
		run: originalFile,
		refused: refusedWith('0300029', 'There is no such file', () => noOriginal),
		gives: {
			token: expect.stringMatching(/^[0-9A-F]{32}$/),
			path: expect.stringMatching(/^\/CCFS\/resource\/ccfs\/playVoice\?t=\d{13}&version=2\.0&st=[0-9A-F]{32}$/),
		},
	},
	'recording/play': {
		run: originalFile,
		refused: refusedWith('0300029', 'There is no such file', () => noOriginal),
		gives: { fileName: expect.stringMatching(/^\d{7}\.V3$/), mimeType: 'audio/wav' },
		file: WAV,
	},
	'recording/playWithToken': {
		run: async (bench) => ({ playbackToken: await token(bench) }),
		refused: refusedWith('0300028', 'CEC does not accept a value', () => ({ playbackToken: 'DC45F6D46F90' })),
		gives: { fileName: 'recording.wav' },
		file: WAV,
	},

	'voicemail/download': {
		run: (bench) => ({ fileName: bench.tenant.voiceMessages[0].path }),
		more: { 'from one of several nodes': inPool((bench) => ({ fileName: bench.tenant.voiceMessages[0].path, additionalFields: { locationId: NODE } })) },
		refused: refusedWith('0300023', 'Voicemails lie in another folder', () => ({ fileName: 'Y:/1/messages/20260301/playvoice1772352000000.wav' })),
		gives: { fileName: 'playvoice1772352000000.wav' },
		file: WAV,
	},

	'ivrFile/upload': {
		run: () => ({ binaryProperty: 'data' }),
		more: { 'to several nodes': inPool(() => ({ binaryProperty: 'data' })) },
		gives: { fileName: expect.stringMatching(/^Y:\/3rdfile\/1\/thirdvoicebotfile\/\w{8}_\d{13}\.wav$/) },
	},
	'ivrFile/download': {
		run: (bench) => ({ filePath: bench.tenant.ivrRecordings[0].path }),
		more: { 'the only one of a folder': () => ({ filePath: 'Y:/voice/1/IVRrecordFile', additionalFields: { isFolder: true } }) },
		refused: noFile({ filePath: 'Y:/voice/1/IVRrecordFile/none.wav' }),
		gives: { fileName: '1772352000000.wav' },
		file: WAV,
	},
	'ivrFile/getHash': {
		run: uploaded(),
		more: { 'of one of several nodes': inPool(uploaded({ additionalFields: { locationId: '256' } })) },
		refused: noFile({ fileName: NO_UPLOAD }),
		gives: { hashValue: expect.stringMatching(/^[0-9a-f]{64}$/) },
	},
	'ivrFile/delete': {
		run: uploaded(),
		more: { 'from one of several nodes': inPool(uploaded({ additionalFields: { locationId: '0' } })) },
		refused: noFile({ fileName: NO_UPLOAD }),
		gives: { deleted: true },
	},
};
