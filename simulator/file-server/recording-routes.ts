import { z } from 'zod';
import { Refusal } from '../interface';
import type { Answered, OwnRoute, Received } from '../own-route';
import { DRIVE, type RecordedFile } from '../recordings/agent-recordings';
import { melody } from '../recordings/audio';
import { type Content, bytesOf, contentOf } from '../recordings/content';
import { isGoodLink, signedLink } from '../recordings/links';
import type { World } from '../world';
import { zip } from '../zip';
import { codes, refuse } from './codes';
import { spanOf } from './index-routes';
import { type RecordedCall, recordedCalls, storedAs } from './rows';
import { CCFS, type CcfsInterface, FileAnswer, optionalText, refusal, sent, text, wholeNumber } from './serve';

/** 13.2.1.1, .4, .5 and .8 to .11: recordings, wherever they come from. */

const STORED = '/ccfs/record';
const LINK_SECONDS = 8 * 3600;
const FLAT_VERSION = '2.0';

const locationId = z.object({ locationId: wholeNumber.optional() }).strict();

function allowed(name: string, given: string, characters: RegExp): string {
	if (!characters.test(given)) refuse(codes.characters, `The parameter ${name} value contains illegal characters.`);
	return given.split('/').includes('..') ? refuse(codes.notCanonical, 'The file path is not canonical path.') : given;
}

const fileOf = (world: World, file: RecordedFile): FileAnswer => new FileAnswer(world.agentRecordings.content(file));

function byPath(world: World, path: string): RecordedCall | undefined {
	return recordedCalls(world).find(({ file }) => file.path.toLowerCase() === path.toLowerCase());
}

/** 13.2.1.4 */
function stored(world: World, fileName: string): FileAnswer {
	allowed('fileName', fileName, /^[a-zA-Z0-9/.]+$/);
	const [, , ccId, folder, vdnId, day] = fileName.split('/');
	if (!/^\d{8}$/.test(day ?? ''))
		refuse(codes.dayInPath, 'The date in the value of fileName is in an incorrect format.');
	const { tenant } = world;
	if (ccId !== String(tenant.ccId) || folder !== 'record' || vdnId !== String(tenant.vdnId)) {
		refuse(codes.path, 'The vdnId in fileName does not match the vdnId in the directory.');
	}
	const found = recordedCalls(world).find(({ file }) => storedAs(world, file) === fileName);
	return found ? fileOf(world, found.file) : refuse(codes.noFile, 'The file does not exist.');
}

/** 13.2.1.5 */
async function downloaded(
	world: World,
	body: { fileName?: string; callId?: string; ccId?: string },
): Promise<FileAnswer> {
	const { fileName, callId, ccId } = body;
	if (!fileName && !callId) refuse(codes.neither, 'Specify at least one of fileName and callId.');
	if (fileName) allowed('fileName', fileName, /^[a-zA-Z0-9:/.]+$/);
	const isHere = !ccId || ccId === String(world.tenant.ccId);
	const found = recordedCalls(world).filter(
		({ call, file }) =>
			isHere &&
			(!callId || call.callId === callId) &&
			(!fileName || file.path.toLowerCase() === fileName.toLowerCase()),
	);
	if (found.length === 0) refuse(codes.noData, 'No data found.');
	if (found.length === 1) return fileOf(world, found[0].file);
	const entries = found.map(async ({ file }) => ({
		name: storedAs(world, file).split('/').at(-1) ?? '',
		bytes: await bytesOf(world.agentRecordings.content(file)),
	}));
	return new FileAnswer(contentOf(zip(await Promise.all(entries))));
}

/** 13.2.1.1 */
function links(world: World, body: { callId: string; beginTime: string; endTime: string; version?: string }): object {
	if (body.version && body.version !== FLAT_VERSION)
		refuse(codes.version, `The value of version is error, current version is ${FLAT_VERSION}.`);
	// Without a version the times are those of UTC.
	const { begin, end } = spanOf(world, body, body.version ? world.zone : 'utc');
	const found = recordedCalls(world).filter(
		({ call }) => call.callId === body.callId && (call.talkBegan ?? 0) >= begin && (call.ended ?? Infinity) <= end,
	);
	if (found.length === 0) refuse(codes.noData, 'No data found.');
	const urls = found.map(({ file }) =>
		signedLink(world, `${STORED}${storedAs(world, file)}`, 'AccessKeyId', LINK_SECONDS),
	);
	return { url: urls.join(',') };
}

function linked(world: World, { target, query }: Received): Answered {
	const [path] = target.split('?');
	if (!isGoodLink(world, path, query)) return { status: 403, body: 'AccessDenied' };
	const found = recordedCalls(world).find(({ file }) => `${STORED}${storedAs(world, file)}` === path);
	if (!found) return { status: 404, body: 'NoSuchKey' };
	const content = world.agentRecordings.content(found.file);
	return { status: 200, body: `${content.bytes} bytes`, content, headers: { 'content-type': 'audio/wav' } };
}

/** 13.2.1.10: the four forms that paths have. */
const botPath =
	/^([A-Z]):\/(?:(?:record\/)?(\d+)\/odfsrecord|record\/(\d+)|(\d+)\/transferrecord)\/(\d{8})\/[^/]+\.wav$/i;

function botRecording(world: World, fileName: string): Content {
	if (fileName.length > 127) refuse(codes.oiapLength, 'Invalid oiap fileName, fileName Length is not legal.');
	const form = botPath.exec(fileName) ?? refuse(codes.invalidPath, 'file path is invalid.');
	const [, drive, ...vdns] = form;
	ofTenant(world, drive, vdns.slice(0, 3).find(Boolean) ?? '');
	const { all } = world.bots.conversations;
	const isRecorded = all.some((conversation) => {
		const transfers = conversation.handovers.flatMap(({ transfer }) => transfer.recordPath ?? []);
		const own = [
			conversation.recordFileName,
			conversation.recordTo,
			...transfers.map((folder) => conversation.recordBelow(folder)),
		];
		return conversation.isVoice && own.includes(fileName);
	});
	return isRecorded ? melody(fileName, { seconds: 3 }) : refuse(codes.noFile, 'The file does not exist.');
}

/** 13.2.1.11 */
function voicemail(world: World, fileName: string): Content {
	const [, drive, vdnId, folder] =
		/^([A-Z]):\/([^/]+)\/([^/]+)\/\d{8}\/[^/]+\.wav$/i.exec(fileName) ??
		refuse(codes.invalidPath, 'file path is invalid.');
	ofTenant(world, drive, vdnId);
	if (folder !== 'record')
		refuse(codes.folder, 'The file name does not match the path configured in the configuration file.');
	const file = world.agentRecordings.find(fileName);
	return file?.type === '2' ? world.agentRecordings.content(file) : refuse(codes.noFile, 'The file does not exist.');
}

export function ofTenant({ tenant }: World, drive: string, vdnId: string): void {
	if (drive.toUpperCase() !== DRIVE)
		refuse(codes.noDrive, 'The mount path corresponding to the drive letter does not exist.');
	if (vdnId !== String(tenant.vdnId)) refuse(codes.foreign, 'Authentication failed.');
}

function located(world: World, { locationId: given }: Record<string, string>): void {
	if (world.operator.isPool && given === undefined) refuse(codes.noLocation, 'locationId is empty');
}

export const recordingRoutes: CcfsInterface[] = [
	{
		section: '13.2.1.1',
		path: 'getRecordFileUrlFromObs',
		isFlat: true,
		fields: z
			.object({ callId: text(25), beginTime: text(19), endTime: text(19), version: optionalText(32) })
			.strict(),
		handle: (world, { body }) => links(world, body),
	},
	{
		section: '13.2.1.4',
		path: 'downloadRecordFile',
		fields: z.object({ fileName: text(225) }).strict(),
		handle: (world, { body }) => stored(world, body.fileName),
	},
	{
		section: '13.2.1.5',
		path: 'downloadRecord',
		fields: z.object({ fileName: optionalText(225), callId: optionalText(25), ccId: optionalText(64) }).strict(),
		handle: async (world, { body }) => await downloaded(world, body),
	},
	{
		section: '13.2.1.8',
		path: 'requestPlayVoice',
		fields: z.object({ fileName: z.string().min(1) }).strict(),
		handle(world, { body }) {
			allowed('fileName', body.fileName, /^[a-zA-Z0-9:/.]+$/);
			const found = byPath(world, body.fileName) ?? refuse(codes.nothingToPlay, 'File does not exist.');
			return { token: world.fileServer.playable(found.file.path) };
		},
	},
	{
		section: '13.2.1.10',
		path: 'downloadOiapRecord',
		query: locationId,
		fields: z.object({ fileName: z.string().min(1) }).strict(),
		handle(world, { query, body }) {
			located(world, query);
			return new FileAnswer(botRecording(world, body.fileName));
		},
	},
	{
		section: '13.2.1.11',
		path: 'downloadIVRRecordFile',
		query: locationId,
		fields: z.object({ fileName: text(225) }).strict(),
		handle(world, { query, body }) {
			located(world, query);
			return new FileAnswer(voicemail(world, body.fileName));
		},
	},
];

/** The player has no signature, and gets failures as it gets recordings: as bytes. */
function played(world: World, { query }: Received): Answered {
	try {
		const { t, version, st } = query;
		if (!st) refuse('010106', 'Parameter token is empty.');
		if (!t) refuse(codes.parameter, 'Parameter t is error.');
		if (version !== '2.0') refuse(codes.version, 'The value of version is error, current version is 2.0.');
		const path = world.fileServer.pathFor(st) ?? refuse(codes.parameter, 'Parameter token is error.');
		const found = byPath(world, path) ?? refuse(codes.nothingToPlay, 'File does not exist.');
		return sent(world.agentRecordings.content(found.file));
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		return {
			status: 200,
			body: refusal(error, null),
			headers: { 'content-type': 'application/octet-stream;charset=UTF-8' },
		};
	}
}

export const playerRoutes: OwnRoute[] = [
	{ section: '13.2.1.9', method: 'GET', path: `${CCFS}/playVoice`, serve: played },
	{
		section: null,
		method: 'GET',
		path: `${STORED}/{node}/{ccId}/record/{vdnId}/{day}/{workNo}/{name}`,
		serve: linked,
	},
];
