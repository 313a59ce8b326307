import { entries, nameOf, parsed, timeOf } from '../../../cec/catalogue/answer';
import { choice } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { byOffset } from '../../../cec/catalogue/paging';
import { calls } from '../../../cec/families/calls';

const TYPE = { 0: 'Audio', 2: 'Text' };

export const voiceFile = resource('voiceFile', 'Voice File', calls, {
	getMany: operation('14.1', {
		name: 'Get Many',
		action: 'Get many voice files for notifications',
		description: 'Get the voice files and text templates that notifications can play; only those that have passed their audit',
		request: 'POST /apiaccess/rest/voiceNotification/v1/queryVoiceNotificationRecording',
		risk: 'read',
		body: { type: choice('Type', TYPE, 'Only files of this type') },
		page: byOffset({ max: 100 }),
		answer: entries('voiceInfo', {
			adds: {
				typeName: nameOf('type', TYPE),
				content: parsed('voicecontent'),
				uploadedAt: timeOf('uploaddate', 'epochMillis'),
				auditedAt: timeOf('auditdate', 'epochMillis'),
			},
		}),
		codes: { '1': { means: 'CEC does not accept the type' } },
		errata: [
			{
				printed: 'voiceInfo as an object in the table, as a list in the sample',
				sent: 'nothing',
				why: 'Both are read.',
			},
		],
	}),
});
