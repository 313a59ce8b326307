import { fileIn, object, readAs } from '../../../cec/catalogue/answer';
import { choice, file as fileField, text, yesNo } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { messaging } from '../../../cec/families/messaging';
import { baseName } from '../../../cec/formats/files';
import { bitmaps, channel, customer, DOWNLOADED, UPLOADED } from './shared';

/** The type that CEC names is not always the ending of such files. */
const ENDINGS: Record<string, string> = { bpm: 'bmp', richtext: 'html' };

export const nameOfFile = ({ fileId, fileType }: Record<string, unknown>): string =>
	`${baseName(String(fileId))}.${ENDINGS[String(fileType)] ?? String(fileType)}`;

export const file = resource('file', 'File', messaging, {
	download: operation('11.7', {
		name: 'Download',
		action: 'Download a file of a chat',
		description: 'Download a file that an agent has sent into binary data',
		request: 'POST /apiaccess/ccmessaging/downloadFileStream',
		risk: 'read',
		customer,
		body: {
			fileId: text('File ID', 'The key "fileId" of the message').startsAs('={{ $json.fileId }}').required(),
			channel,
			fileType: choice('File Type', DOWNLOADED, 'The key "mediaFileType" of the message').startsAs('jpg').required(),
			multiMedia: yesNo('From Media Library', 'Whether the file comes from the media library of CEC; "contentType" of its message is then empty')
				.sentAs('', 'multiMedia')
				.named('fromLibrary')
				.shown(),
		},
		answer: fileIn('', 'fileStream', nameOfFile),
		codes: {
			'2': { means: 'CEC does not know to whom the file belongs', remedy: 'Check user ID and channel ID.' },
			'13': { means: 'CEC could not give the file', remedy: 'Check file ID and file type, and whether the file comes from the media library; it may have been deleted.' },
			'401': { means: 'The file does not exist', remedy: 'Check the file ID.' },
		},
		errata: [
			bitmaps,
			{ printed: 'multiMedia for files of the library', sent: 'multiMedia, or an empty text for others', why: 'It is needed for files of the library only.' },
			{ printed: 'an answer without resultCode in the sample', sent: 'is read as success', why: 'The table demands it.' },
		],
	}),

	upload: operation('11.6', {
		name: 'Upload',
		action: 'Upload a file of a customer',
		description: 'Upload a file from binary data, to be sent with Chat Step: Send File; Conversation: Send Message does both',
		request: 'POST /apiaccess/ccmessaging/uploadFileStream',
		risk: 'write',
		customer,
		body: {
			fileStream: fileField('Binary Field', 'Name of the binary field of the item that holds the file').base64().named('binaryField').required(),
			fileType: choice('File Type', UPLOADED, 'What the file is').startsAs('jpg').required(),
			channel,
		},
		// As Chat Step: Send File takes it.
		answer: object(undefined, { given: { fileType: 'fileType' }, adds: { file: readAs('objectKey', (key, { fileType }) => `${String(key)},${String(fileType)}`) } }),
		codes: {
			'2': { means: 'A value is missing', remedy: 'Check the values that were given.' },
			'3': { means: 'CEC does not accept a value', remedy: 'Check the file type.' },
			'13': { means: 'CEC could not store the file', remedy: 'Try again later, or with a smaller file.' },
		},
		errata: [bitmaps],
	}),
});
