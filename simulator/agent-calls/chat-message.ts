import { z } from 'zod';
import { refuse } from '../agent-gateway/codes';
import { codes } from './codes';

/** What an agent sends into a chat: JSON in a string, of table 6-255. */

/** 106-007; the larger numbers of the table are those of installations of one's own. */
const MOST_BYTES = 2048;

const CHANNELS = [
	'WEB',
	'WECHAT',
	'TWITTER',
	'FACEBOOK',
	'5G',
	'EMAIL',
	'VOICE',
	'LINE',
	'WHATSAPP',
	'SMS',
	'INSTAGRAM',
	'TELEGRAM',
] as const;

const MEDIA_TYPES = [
	'TEXT',
	'IMAGE',
	'AUDIO',
	'VIDEO',
	'LOCATE',
	'EMOTICONS',
	'CARD',
	'MULTICARD',
	'EMAIL',
	'WHATSAPPTEMPLATE',
	'RICHTEXT',
	'WEBCARD',
	'SMSTEMPLATE',
	'LOCATION',
	'DOCUMENT',
	'COBROWSESITE',
] as const;

/** Other media types have no list of their own. */
const FILE_TYPES: Partial<Record<(typeof MEDIA_TYPES)[number], string[]>> = {
	IMAGE: ['jpg', 'png', 'jpeg'],
	AUDIO: ['mp3', 'aac', 'm4a', 'mp4'],
	EMOTICONS: ['gif'],
	DOCUMENT: ['doc', 'docx', 'pdf', 'zip', 'RTF'],
};

const text = z.string().min(1);

const schema = z
	.object({
		from: text,
		to: text,
		channel: z.enum(CHANNELS),
		controlType: z.literal('CHAT'),
		mediaType: z.enum(MEDIA_TYPES),
		messageCode: text,
		mediaFileType: z.string().optional(),
		senderNickname: text,
		senderAvatar: text,
		sendTime: z.string().regex(/^\d{13}$/, 'must be milliseconds since 1970'),
		content: text,
		contentType: z.enum(['0', '1']).optional(),
		userId: text,
	})
	.strict()
	.refine(
		({ mediaType, mediaFileType }) =>
			mediaFileType === undefined || (FILE_TYPES[mediaType]?.includes(mediaFileType) ?? true),
		{ message: 'does not go with this mediaType', path: ['mediaFileType'] },
	);

export type ChatMessage = z.infer<typeof schema>;

/** The message in `data`. What the table requires and is not there is "empty", everything else a wrong message. */
export function readMessage(data: string): ChatMessage {
	if (data === '') return refuse(codes.chatMessageEmpty, 'data: is empty');
	if (Buffer.byteLength(data) > MOST_BYTES) return refuse(codes.chatTooLong, 'data: more than 2048 bytes');
	const parsed = schema.safeParse(parse(data));
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	const isMissing =
		(issue.code === 'invalid_type' && issue.received === 'undefined' && issue.path.length > 0) ||
		issue.code === 'too_small';
	const where = ['data', ...issue.path].join('.');
	return refuse(isMissing ? codes.chatParameterMissing : codes.wrongMessage, `${where}: ${issue.message}`);
}

function parse(data: string): unknown {
	try {
		return JSON.parse(data) as unknown;
	} catch {
		return undefined;
	}
}
