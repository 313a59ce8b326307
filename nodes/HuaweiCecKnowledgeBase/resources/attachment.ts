import { fileAt } from '../../../cec/catalogue/answer';
import { pick, text } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { knowledge } from '../../../cec/families/knowledge';
import { baseName } from '../../../cec/formats/files';
import { inEachWay, misread } from './shared';

export const attachment = resource('attachment', 'Attachment', knowledge, {
	download: operation('9.2.4', {
		name: 'Download',
		action: 'Download an attachment',
		description: 'Download a file that is attached to an article into binary data',
		...inEachWay('knowledge/download', {
			kngId: pick('articles', 'Article').searchOnly().required(),
			fileKey: pick('attachments', 'Attachment', 'Its ID is the key "adjKey" among the attachments of the article').required(),
			fileName: text('File Name', 'How the file is called in n8n, such as the key "adjName" of the attachment; its ending tells what the file is').notSent(),
		}),
		risk: 'read',
		answer: fileAt(['data.url', 'url'], ({ fileName, fileKey }) => baseName(String(fileName || fileKey)), ['kngId', 'fileKey']),
		errata: [
			{ printed: 'data.url in the table, url in the sample', sent: 'both are read', why: 'They contradict each other.' },
			{ printed: 'knngId, kngld', sent: 'kngId', why: 'The answer of 9.2.1 names the same value kngId.' },
			misread,
		],
	}),
});
