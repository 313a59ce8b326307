import { z } from 'zod';
import { envelopes, type Interface, Refusal } from '../interface';
import { optionalText, text } from '../schema/fields';
import { customerInterface } from './customer-interface';

/** 11.6 and 11.7. */

const WEB = z.literal('WEB');
const UPLOADED = ['jpg', 'png', 'bpm', 'mp3', 'aac', 'mp4', 'txt', 'csv'];
const DOWNLOADED = [...UPLOADED, 'richtext', 'doc', 'docx', 'pdf', 'zip'];
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
const LOCAL = 'local/';

export const fileRoutes: Interface[] = [
	customerInterface({
		section: '11.6',
		method: 'POST',
		path: '/uploadFileStream',
		envelope: envelopes.returnDescription,
		body: z.object({ fileType: text(), fileStream: text(Infinity), channel: WEB }).strict(),
		handle(_customer, { world, body }) {
			if (!UPLOADED.includes(body.fileType)) throw new Refusal('3', 'fileType');
			if (!BASE64.test(body.fileStream)) throw new Refusal('3', 'fileStream');
			const bytes = Buffer.from(body.fileStream, 'base64');
			return {
				returnCode: '0',
				objectKey: world.webChats.store({ type: body.fileType, bytes, isOfLibrary: false }),
			};
		},
	}),
	customerInterface({
		section: '11.7',
		method: 'POST',
		path: '/downloadFileStream',
		body: z.object({ fileId: text(), channel: WEB, fileType: text(), multiMedia: optionalText() }).strict(),
		handle(_customer, { world, body }) {
			const { fileId, fileType, multiMedia } = body;
			if (!DOWNLOADED.includes(fileType)) throw new Refusal('13', 'param filetype Out of range!');
			const isOfLibrary = multiMedia === 'multiMedia';
			const file = world.webChats.files.get(fileId.startsWith(LOCAL) ? fileId.slice(LOCAL.length) : fileId);
			if (!file || file.isOfLibrary !== isOfLibrary || file.type !== fileType) {
				throw new Refusal('13', 'fsservice downloadFile is failed');
			}
			return { fileStream: file.bytes.toString('base64'), resultCode: '0' };
		},
	}),
];
