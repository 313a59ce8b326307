import { createHash } from 'node:crypto';
import { z } from 'zod';
import { DRIVE, NODE } from '../recordings/agent-recordings';
import { bytesOf, contentOf } from '../recordings/content';
import type { World } from '../world';
import { codes, refuse } from './codes';
import { ofTenant } from './recording-routes';
import { type CcfsInterface, FileAnswer, wholeNumber } from './serve';
import type { IvrFile } from './state';

/** 13.2.1.12 to .15: files of bots of other makers, in the folders that the system parameters name at first. */

const DOWNLOADS = ['voice/%/IVRrecordFile', '3rdfile/%/IVRrecordFile', '3rdfile/%/thirdvoicebotfile'];
const UPLOADS = '3rdfile/%/thirdvoicebotfile';
const MOST_BYTES = 5 * 1024 * 1024;
const A_FOLDER = 1;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

const fileName = z.string().min(1);
const locationId = z.string().optional();

/** The drive, the folder and the name; the folder must be one of these of this tenant. */
function placed(world: World, path: string, folders: string[]): { folder: string; name: string } {
	if (path.split('/').includes('..')) refuse(codes.notCanonical, 'The file path is not canonical path.');
	const [, drive, folder, name = ''] =
		/^([A-Z]):\/(\w+\/\d+\/\w+)\/?([^/]+)?$/i.exec(path) ?? refuse(codes.invalidPath, 'file path is invalid.');
	ofTenant(world, drive, folder.split('/')[1]);
	if (!folders.some((one) => one.replace('%', String(world.tenant.vdnId)) === folder))
		refuse(codes.invalidPath, 'file path is invalid.');
	return { folder, name };
}

function downloaded(world: World, path: string, mode?: number): FileAnswer {
	const { folder, name } = placed(world, path, DOWNLOADS);
	const files = world.fileServer.ivrFiles;
	if (mode !== A_FOLDER) return given(files.get(`${DRIVE}:/${folder}/${name}`));
	const inside = [...files.values()].filter(({ path: one }) => one.startsWith(`${DRIVE}:/${folder}/`));
	if (inside.length > 1) refuse(codes.severalFiles, 'The directory contains multiple files.');
	return given(inside[0]);
}

const given = (file: IvrFile | undefined): FileAnswer =>
	file ? new FileAnswer(file.content) : refuse(codes.noFile, 'The file does not exist.');

function uploaded(world: World, vdnId: string, data: string): object {
	ofTenant(world, DRIVE, vdnId);
	const bytes = Buffer.from(data, 'base64');
	if (bytes.toString('base64') !== data) refuse(codes.format, 'The format of data is incorrect.');
	mustFit(bytes);
	const name = Array.from({ length: 8 }, () => world.random.pick([...LETTERS])).join('');
	const path = `${DRIVE}:/${UPLOADS.replace('%', vdnId)}/${name}_${Math.floor(world.clock.now())}.wav`;
	const locations = world.operator.isPool ? ['0', String(NODE)] : [];
	world.fileServer.ivrFiles.set(path, { path, content: contentOf(bytes), locations });
	return { fileName: path, ...(locations.length > 0 && { locationId: locations }) };
}

/** Eight bits, 8000 Hz, one channel. */
function mustFit(bytes: Buffer): void {
	if (bytes.length > MOST_BYTES) refuse(codes.tooLarge, 'The file size exceeds the limit.');
	if (bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WAVE')
		refuse(codes.notWav, 'audio file type should be wav.');
	if (bytes.length < 36 || bytes.toString('latin1', 12, 16) !== 'fmt ')
		refuse(codes.unreadable, 'Failed to read the audio file format.');
	if (bytes.readUInt16LE(22) !== 1) refuse(codes.notMono, 'audio file channel should be mono.');
	if (bytes.readUInt32LE(24) !== 8000) refuse(codes.sampleRate, 'audio file fileSampleRate should be 8000Hz.');
	if (bytes.readUInt16LE(34) !== 8) refuse(codes.sampleSize, 'audio file fileSampleSizeInBits should be 8000Hz.');
}

/** An uploaded file, where it is wanted. Nodes matter only where there are several. */
function find(world: World, path: string, location?: string): IvrFile {
	placed(world, path, [UPLOADS]);
	const file = world.fileServer.ivrFiles.get(path);
	const isThere = file && (!world.operator.isPool || !location || file.locations.includes(location));
	return isThere ? file : refuse(codes.noFile, 'The file does not exist.');
}

function deleted(world: World, path: string, location?: string): null {
	const file = find(world, path, location);
	if (world.operator.isPool && location) file.locations = file.locations.filter((one) => one !== location);
	else file.locations = [];
	if (file.locations.length === 0) world.fileServer.ivrFiles.delete(path);
	return null;
}

export const ivrRoutes: CcfsInterface[] = [
	{
		section: '13.2.1.12',
		path: 'ivr/downloadFile',
		fields: z.object({ filePath: fileName, mode: z.coerce.number().int().optional() }).strict(),
		handle: (world, { body }) => downloaded(world, body.filePath, body.mode),
	},
	{
		section: '13.2.1.13',
		path: 'ivr/uploadFile',
		query: z.object({ vdnId: wholeNumber }).strict(),
		fields: z.object({ data: fileName }).strict(),
		handle: (world, { query, body }) => uploaded(world, query.vdnId, body.data),
	},
	{
		section: '13.2.1.14',
		path: 'ivr/getFileHash',
		fields: z.object({ fileName, locationId }).strict(),
		handle: async (world, { body }) => {
			const bytes = await bytesOf(find(world, body.fileName, body.locationId).content);
			return { hashValue: createHash('sha256').update(bytes).digest('hex') };
		},
	},
	{
		section: '13.2.1.15',
		path: 'ivr/deleteFile',
		fields: z.object({ fileName, locationId }).strict(),
		handle: (world, { body }) => deleted(world, body.fileName, body.locationId),
	},
];
