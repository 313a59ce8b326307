import { fileAt } from '../../../cec/catalogue/answer';
import { pick, text } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { knowledge } from '../../../cec/families/knowledge';
import { inEachWay, misread } from './shared';

export const attachment = resource('attachment', 'Attachment', knowledge, {
	download: operation('9.2.4', {
		name: 'Download',
		action: 'Download an attachment',
		description: 'Download a file that is attached to an article into binary data',
		...inEachWay('knowledge/download', {
			kngId: pick('articles', 'Article').searchOnly().required(),
			fileKey: text('File Key', 'The key "adjKey" among the attachments of the article').required(),
		}),
		risk: 'read',
		answer: fileAt(['data.url', 'url'], ({ fileKey }) => String(fileKey).split('/').pop() ?? 'file', ['kngId', 'fileKey']),
		errata: [
			{ printed: 'data.url in the table, url in the sample', sent: 'both are read', why: 'They contradict each other.' },
			{ printed: 'knngId, kngld', sent: 'kngId', why: 'The answer of 9.2.1 names the same value kngId.' },
			misread,
		],
	}),
});
