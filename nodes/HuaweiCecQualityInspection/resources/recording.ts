import { eachOf, entries, nameOf, object, readAs, timeOf, WHOLE } from '../../../cec/catalogue/answer';
import { choice, dateTime, pick, text, type Fields } from '../../../cec/catalogue/field';
import { operation, resource, type Erratum, type Operation, type Waiting } from '../../../cec/catalogue/operation';
import { sqm } from '../../../cec/families/sqm';
import { isRecord } from '../../../cec/formats/paths';
import { resultReadings } from './inspectedCall';
import { rulesOf } from './rules';
import { callOfAnybody, STATUS } from './shared';

const API = '/apiaccess/CCISQM/rest/ccisqm/v1';

/** CEC has no text for the task: not yet, no longer, or it has never heard of it. */
const NO_TEXT = '1010404';

const INSPECTED = '2';
const UNDER_WAY = ['0', '1', '3'];
const SPEAKERS = { agent: 'Agent', user: 'Customer' };

const language = choice('Language', { en_US: 'English', zh_CN: 'Chinese' }, 'What is spoken').startsAs('zh_CN').required();

const recorded: Fields = {
	voiceFilePath: text('File Path', 'Path of the recording as contact records have it').named('filePath').example('e.g. Y:\\27\\0\\20210201\\1118\\0951044.V3').required(),
	agentId: pick('agentIds', 'Agent').asInteger().required(),
	beginTime: dateTime('Call Start').named('callStart').required(),
	endTime: dateTime('Call End').named('callEnd').required(),
	language,
};

/** The text of a transcript as lines of a play. */
const linesOf = (sentences: unknown): string =>
	(Array.isArray(sentences) ? sentences : [])
		.filter(isRecord)
		.map(({ sa, text: said }) => {
			const speaker = isRecord(sa) ? (SPEAKERS as Record<string, string>)[String(sa.role)] : undefined;
			return speaker ? `${speaker}: ${String(said)}` : String(said);
		})
		.join('\n');

const idIn = ({ taskId, call_uuid: uuid }: Record<string, unknown>) => String(taskId ?? uuid ?? '');

const untilTranscribed = (ask: () => Operation): Waiting => ({
	toggle: { label: 'Wait for Transcript', hint: 'Whether to wait until the text is there, and return it' },
	what: (answer) => `The transcription ${idIn(answer)}`.trim(),
	ask,
	given: (values, answer) => (idIn(answer) === '' ? undefined : { taskId: idIn(answer), language: values.language }),
	read: () => ({ state: 'done' }),
	pendingCodes: [NO_TEXT],
	everyMs: 10_000,
	minutes: 15,
	endedAs: 'isDone',
	together: true,
});

const untilInspected = (ask: () => Operation): Waiting => ({
	toggle: { label: 'Wait for Result', hint: 'Whether to wait until the recording is inspected, and return the result' },
	what: (answer) => `The inspection ${idIn(answer)}`.trim(),
	ask,
	given: (_values, answer) => (idIn(answer) === '' ? undefined : { call_uuid: idIn(answer) }),
	read: ({ status }) => {
		const code = String(status ?? '0');
		if (code === INSPECTED) return { state: 'done' };
		if (UNDER_WAY.includes(code)) return { state: 'running' };
		return { state: 'failed', reason: (STATUS as Record<string, string>)[code] ?? `status ${code}` };
	},
	everyMs: 10_000,
	minutes: 15,
	endedAs: 'isDone',
	remedy: 'Check that the path is that of a recording which is there, and that the limit of the day is not reached.',
	together: true,
});

const otherKinds: Erratum = { printed: 'An object in the table, a list in the sample', sent: 'both are read', why: 'They contradict each other.' };

/** Recordings that are handed in for inspection or transcription (12.2.17). */
export const recording = resource('recording', 'Recording', sqm, {
	getResult: operation('12.2.17.3', {
		name: 'Get Result',
		action: 'Get the result of an inspected recording',
		description: 'Get how the call was, and what was said in it',
		request: `POST ${API}/appraisecall/detail`,
		risk: 'read',
		body: callOfAnybody,
		noFilters: true,
		answer: object(undefined, { adds: resultReadings }),
		errata: [
			{
				printed: 'speaker as a number, status and create_time as texts in the table; the other way round in the sample',
				sent: 'read as in the sample; status and create_time as they come',
				why: 'The sample says who "staff" is.',
			},
		],
	}),

	getScores: operation('12.2.17.4', {
		name: 'Get Scores',
		action: 'Get the scores of an inspected recording',
		description: 'Get the score of a call in each scenario, and the rules it has kept and broken',
		request: `POST ${API}/appraisecall/credit`,
		risk: 'read',
		body: callOfAnybody,
		noFilters: true,
		answer: entries(WHOLE, { adds: { createdAt: timeOf('create_time', 'epochSeconds'), rules: readAs('credit', (_credit, row) => rulesOf(row)) } }),
		errata: [otherKinds],
	}),

	getTranscript: operation('12.2.17.1', {
		name: 'Get Transcript',
		action: 'Get the transcript of a recording',
		description: 'Get the text of a recording, for three days after it was handed in',
		request: `POST ${API}/openapi/getTextByTaskId`,
		risk: 'read',
		body: { taskId: text('Task ID', '"taskId" of Transcribe').required(), language },
		answer: object('transcript', {
			unzips: { key: 'bytesZip', file: '0.json', as: 'transcript' },
			adds: {
				text: readAs('sentences', linesOf),
				sentences: eachOf('sentences', { speakerName: nameOf('sa.role', SPEAKERS) }),
			},
		}),
		codes: {
			[NO_TEXT]: {
				means: 'CEC has no text for this task',
				remedy: 'The recording may not be transcribed yet: try again later. Texts are kept for three days.',
			},
		},
		errata: [
			{ printed: 'bytesZip as a ZIP archive in a text, without its encoding', sent: 'read as BASE64', why: 'Bytes are written so in JSON.' },
			{ printed: 'role, agent and user side by side in sa', sent: 'agent and user are read as values of role', why: 'They are explained as the agent and the customer, role as who speaks.' },
		],
	}),

	inspect: operation('12.2.17.5', {
		name: 'Inspect',
		action: 'Inspect a recording',
		description: 'Hand in a recording of a call for inspection',
		request: `POST ${API}/openapi/qualityInspect`,
		risk: 'write',
		body: recorded,
		answer: object(),
		wait: untilInspected((): Operation => recording.operations.getResult),
		findOut: 'Look with Inspected Call > Get Many whether the recording was handed in.',
	}),

	transcribe: operation('12.2.17.2', {
		name: 'Transcribe',
		action: 'Transcribe a recording',
		description: 'Have a recording of a call turned into text',
		request: `POST ${API}/openapi/voice2Text`,
		risk: 'write',
		body: recorded,
		answer: object(),
		wait: untilTranscribed((): Operation => recording.operations.getTranscript),
		findOut: 'Transcribe it again: nothing tells of a task whose ID is not known.',
	}),
});
