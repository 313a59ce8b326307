/** What the interfaces of web chat share: who the customer is, and the kinds of messages and files. */
import { constant, copyOf, text, type Field, type Fields } from '../../../cec/catalogue/field';
import type { Erratum } from '../../../cec/catalogue/operation';

/** The only channel whose customers this side speaks for. */
export const channel = constant('WEB');

export const userId = text('User ID', 'Your own ID of the customer, the same in all requests for it. The session ID of an n8n chat fits without its hyphens.').max(32).required();
export const channelId = text('Channel ID', 'Configuration ID of the web channel, from the channel configuration in the console of CEC').required();
export const ENGLISH = 'en';

const userName = text('User Name', 'What agents see as the name of the customer; the user ID when left empty');
const locale = text('Language', 'ISO 639 code without a country, such as en or zh; English when left empty').example('e.g. en').otherwise(ENGLISH);

/** The customer of a request that says nothing of it by itself: only its token does. */
export const customer: Fields = { userId, userName: userName.otherwiseAs('userId'), channelId, locale };

/** The customer of a request that names it, or its channel, under keys of its own. */
export const customerAs = ({ userId: user, channelId: web }: { userId: string; channelId?: string }): Fields => ({
	userId: copyOf(user, 'string'),
	userName: userName.otherwiseAs(user),
	channelId: web === undefined ? channelId : copyOf(web, 'string'),
	locale,
});

/** The name of the customer beside a message. */
export const nickname = (user: string): Field => copyOf('userName', 'string').otherwiseAs(user);

export const SOURCES = { AGENT: 'Agent', CUSTOMER: 'Customer', ROBOT: 'Bot', SYSTEM: 'System', USER: 'Customer' };

export const MEDIA = {
	AUDIO: 'Audio',
	DOCUMENT: 'Document',
	FILE: 'File',
	FILE_IMAGE: 'Image as File',
	FILE_VIDEO: 'Video as File',
	IMAGE: 'Image',
	LOCATE: 'Location',
	TEXT: 'Text',
	VIDEO: 'Video',
	WEBCARD: 'Web Card',
};

export const CONTROLS = {
	CHAT: 'Message',
	CONNECT: 'Connect',
	DISCONNECT: 'Disconnect',
	INPUT: 'Typing',
	READ: 'Read',
	TRANS2AGENT: 'Transfer to Agent',
};

/** What customers can send. */
export const UPLOADED = { aac: 'AAC', bpm: 'BMP', csv: 'CSV', jpg: 'JPG', mp3: 'MP3', mp4: 'MP4', png: 'PNG', txt: 'TXT' };
/** What agents and libraries can send. */
export const DOWNLOADED = { ...UPLOADED, doc: 'DOC', docx: 'DOCX', pdf: 'PDF', richtext: 'Rich Text', zip: 'ZIP' };

export const bitmaps: Erratum = {
	printed: 'bpm among the file types',
	sent: 'bpm',
	why: 'It must mean bmp, but every table prints bpm, and CEC compares the text.',
};
