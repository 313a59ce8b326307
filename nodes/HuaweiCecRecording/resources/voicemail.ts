import { file } from '../../../cec/catalogue/answer';
import { operation, resource } from '../../../cec/catalogue/operation';
import { ccfs } from '../../../cec/families/ccfs';
import { CCFS, filePath, location, message, namedAs } from './shared';

export const voicemail = resource('voicemail', 'Voicemail', ccfs, {
	download: operation('13.2.1.11', {
		name: 'Download',
		action: 'Download a voicemail',
		description: 'Fetch a message that a caller left with an IVR flow',
		request: `POST ${CCFS}/downloadIVRRecordFile`,
		risk: 'read',
		query: { locationId: location('Node of the message, where CEC has several') },
		body: message({
			fileName: filePath('File Name', 'Drive, VDN, folder of voicemails, day and name').max(225).example('e.g. Y:/1/record/20260301/10233946082696733.wav').required(),
		}),
		answer: file({ fileName: namedAs('fileName') }),
		errata: [
			{
				printed: 'downloadIVRRRecordFile in the address, downloadRecordFile in the sample',
				sent: 'downloadIVRRecordFile',
				why: 'So the list of changes of the reference, and its later editions.',
			},
		],
	}),
});
