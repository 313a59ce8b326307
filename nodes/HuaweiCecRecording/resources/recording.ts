import { file, fileBy, object, readAs } from '../../../cec/catalogue/answer';
import { constant, dateTime, now, secret, text } from '../../../cec/catalogue/field';
import { operation, resource, type Operation } from '../../../cec/catalogue/operation';
import { ccfs } from '../../../cec/families/ccfs';
import { at } from '../../../cec/formats/paths';
import { isoFromWire } from '../../../cec/formats/times';
import { CCFS, filePath, location, message, namedAs, oldResponse, VERSION } from './shared';

const callId = text('Call ID').max(25);

const originalFile = filePath('Original File', '"original_file_name" of the recording index').withSlashes().example('e.g. Y:/1/0/20260302/101/1406470.V3');

const playback = { fileName: originalFile.required() };

export const recording = resource('recording', 'Recording', ccfs, {
	download: operation('13.2.1.5', {
		name: 'Download',
		action: 'Download the recording of a call',
		description: 'Fetch the recording of a call, by its ID or by its original file; several recordings of a call come as one ZIP file',
		request: `POST ${CCFS}/downloadRecord`,
		risk: 'read',
		body: message({
			callId: callId.called('Call ID', 'Of the call, such as "call_id" of the recording index; or give the original file').shown(),
			fileName: originalFile.max(225).shown(),
			ccId: text('Call Center ID', 'Where several call centers have such a call').max(64),
		}),
		check: ({ msgBody }) => (at(msgBody, 'callId') || at(msgBody, 'fileName') ? undefined : 'Give a "Call ID" or an "Original File"'),
		answer: file({
			fileName: (values) => (at(values, 'msgBody.fileName') ? namedAs('fileName')(values) : namedAs('callId')(values)),
			with: ['msgBody.callId'],
		}),
		errata: [
			oldResponse,
			{ printed: 'cclid in the table, ccId in the sample', sent: 'ccId', why: 'Misread letters; later editions of the reference have ccId.' },
			{ printed: 'responseData', sent: 'nothing; it is not read', why: 'It is empty in failures, and a success is the file itself.' },
		],
	}),

	downloadFile: operation('13.2.1.4', {
		name: 'Download by File Name',
		action: 'Download a recording by its file name',
		description: 'Fetch one recording from the place where the recording index says it lies',
		request: `POST ${CCFS}/downloadRecordFile`,
		risk: 'read',
		body: message({
			fileName: filePath('File Name', '"file_name" of the recording index').max(225).example('e.g. /10/1/record/1/20260302/101/1406470.wav').required(),
		}),
		answer: file({ fileName: namedAs('fileName') }),
		errata: [oldResponse],
	}),

	downloadBotRecording: operation('13.2.1.10', {
		name: 'Download Bot Recording',
		action: 'Download the recording of a conversation with a bot',
		description: 'Fetch what a bot on the telephone (intelligent IVR) recorded, or a call that it transferred',
		request: `POST ${CCFS}/downloadOiapRecord`,
		risk: 'read',
		query: { locationId: location('Node of the recording, where CEC has several: "recording.locationId" of the conversation record') },
		body: message({
			fileName: filePath('File Name', '"recording.recordFileName" of a conversation record of the Bot Management node')
				.max(127)
				.example('e.g. Y:/1/odfsrecord/20260302/1603089033-1205143033.wav')
				.required(),
		}),
		answer: file({ fileName: namedAs('fileName') }),
		errata: [oldResponse],
	}),

	getLinks: operation('13.2.1.1', {
		name: 'Get Links',
		action: 'Get links to the recordings of a call',
		description: 'Get links to recordings in the storage of CEC. Whoever has a link can listen until it expires, eight hours later.',
		request: `POST ${CCFS}/getRecordFileUrlFromObs`,
		risk: 'read',
		noFilters: true,
		body: {
			callId: callId.required(),
			beginTime: dateTime('From', 'Before the recording began').required(),
			endTime: dateTime('To', 'After it ended, at most three days after "From"').required(),
			version: constant(VERSION).required(),
		},
		answer: object('resultData', { adds: { links: readAs('url', linksIn), expiresAt: readAs('url', expiry) } }),
		notice: 'Needs a CEC that copies its recordings into an object storage (OBS or LSS).',
		errata: [
			{
				printed: 'version may be left out in UTC+8, where times are then those of UTC',
				sent: 'version 2.0, always',
				why: 'With it times are those of the tenant everywhere.',
			},
			{
				printed: 'one recording must be found, and one url; several recordings of a call give several addresses',
				sent: 'links, a list',
				why: 'How several are joined in one text is not told: whatever stands between them is dropped.',
			},
		],
	}),

	getPlaybackToken: operation('13.2.1.8', {
		name: 'Get Playback Token',
		action: 'Get a token to play a recording',
		description: 'Get a token with which a player can fetch the recording for 30 minutes. Whoever has it can listen.',
		request: `POST ${CCFS}/requestPlayVoice`,
		risk: 'read',
		noFilters: true,
		body: message(playback),
		answer: object('resultData', { adds: { path: readAs('token', playerPath) } }),
		notice: 'Players fetch the recording from the base URL of the credential followed by "path".',
		errata: [oldResponse],
	}),

	play: operation('13.2.1.8', {
		name: 'Play',
		action: 'Fetch a recording as a player does',
		description: 'Ask for a token and fetch the recording with it, in one go',
		request: `POST ${CCFS}/requestPlayVoice`,
		risk: 'read',
		body: message(playback),
		answer: fileBy(
			(): Operation => recording.operations.playWithToken,
			(answer) => ({ st: at(answer, 'resultData.token') }),
			namedAs('fileName'),
		),
		errata: [oldResponse],
	}),

	playWithToken: operation('13.2.1.9', {
		name: 'Play with Token',
		action: 'Fetch a recording with a playback token',
		description: 'Fetch the recording for which another node has got a token',
		request: `GET ${CCFS}/playVoice`,
		risk: 'read',
		open: true,
		query: {
			t: now(),
			version: constant(VERSION).required(),
			st: secret('Playback Token', 'From the operation "Get Playback Token", at most 30 minutes ago').named('playbackToken').required(),
		},
		answer: file({ fileName: () => 'recording' }),
		errata: [
			{ printed: 'a failure as application/octet-stream', sent: 'nothing', why: 'Its beginning tells it from a recording.' },
			{ printed: 'the code 010106 in the sample, none like it in 13.2.3.1', sent: 'nothing', why: 'It is explained like the others.' },
		],
	}),
});

/** Where a player gets the recording, below the base URL. */
function playerPath(token: unknown, _row: unknown, _zone: string, now: number): string {
	return `${CCFS}/playVoice?t=${now}&version=${VERSION}&st=${encodeURIComponent(String(token))}`;
}

function linksIn(urls: unknown): string[] {
	return String(urls)
		.split(/(?=https?:\/\/)/)
		.map((url) => url.replace(/[\s,;|]+$/, '').trim())
		.filter((url) => url !== '');
}

/** The end of a signed link, which carries it. */
function expiry(url: unknown, _row: unknown, zone: string): string | undefined {
	return isoFromWire(/[?&]Expires=(\d+)/.exec(String(url))?.[1], 'epochSeconds', zone);
}
