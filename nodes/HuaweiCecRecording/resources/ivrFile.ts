import { done, file, object } from '../../../cec/catalogue/answer';
import { file as binary, fromCredential, text, yesNo } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { ccfs } from '../../../cec/families/ccfs';
import { CCFS, filePath, message, namedAs } from './shared';

const THIRD_PARTY = 'For bots of other makers that are built into the IVR of CEC. The operator of CEC decides which folders can be used.';

const uploaded = filePath('File Name', 'As the operation "Upload" returns it').example('e.g. Y:/3rdfile/1/thirdvoicebotfile/8fSsBaEb_1772438400000.wav').required();

/** A node of a CEC with several (CTI pool). */
const node = (hint: string) => text('Location ID', hint);

export const ivrFile = resource('ivrFile', 'IVR File', ccfs, {
	upload: operation('13.2.1.13', {
		name: 'Upload',
		action: 'Upload a file for IVR',
		description: 'Upload audio that a bot of another maker plays to callers',
		request: `POST ${CCFS}/ivr/uploadFile`,
		risk: 'write',
		query: { vdnId: fromCredential('vdnId') },
		body: message({
			data: binary('Input Binary Field', 'Name of the binary property that holds the WAV file: 8 bits, 8000 Hz, mono; at most 5 MB unless the operator of CEC has changed that')
				.file(Infinity, ['wav'])
				.base64()
				.named('binaryProperty')
				.required(),
		}),
		answer: object('resultData'),
		notice: THIRD_PARTY,
		errata: [
			{ printed: 'ivr/upload?vdId= in the sample, ivr/uploadFile?vdnId= above', sent: 'ivr/uploadFile?vdnId=', why: 'Address and table agree.' },
			{ printed: 'success as "0 and operate success"', sent: 'fileName and locationId are read', why: 'Table and sample have them.' },
		],
	}),

	download: operation('13.2.1.12', {
		name: 'Download',
		action: 'Download a file of IVR',
		description: 'Fetch what a bot of another maker recorded',
		request: `POST ${CCFS}/ivr/downloadFile`,
		risk: 'read',
		body: message({
			filePath: filePath('Path', 'Of the file, or of its folder').example('e.g. Y:/voice/1/IVRrecordFile/1772438400000.wav').required(),
			mode: yesNo('Folder', 'Whether the path is that of a folder, which holds this one file').sentAs(0, 1).named('isFolder'),
		}),
		answer: file({ fileName: namedAs('filePath') }),
		notice: THIRD_PARTY,
		errata: [{ printed: 'mode as a number in the table, as a text in the sample', sent: 'a number', why: 'So the table.' }],
	}),

	getHash: operation('13.2.1.14', {
		name: 'Get Hash',
		action: 'Get the hash of an uploaded file',
		description: 'Get the SHA-256 of an uploaded file as CEC has it, to compare it with that of your own',
		request: `POST ${CCFS}/ivr/getFileHash`,
		risk: 'read',
		noFilters: true,
		body: message({ fileName: uploaded, locationId: node('Of the node whose copy is meant, where CEC has several') }),
		answer: object('resultData'),
		notice: THIRD_PARTY,
		errata: [{ printed: 'success as "0 and operate success"', sent: 'hashValue is read', why: 'Table and sample have it.' }],
	}),

	delete: operation('13.2.1.15', {
		name: 'Delete',
		action: 'Delete an uploaded file',
		description: 'Delete an uploaded file from all nodes, or from one',
		request: `POST ${CCFS}/ivr/deleteFile`,
		risk: 'destructive',
		body: message({ fileName: uploaded, locationId: node('Of the only node to delete it from; from all when left empty') }),
		answer: done('deleted'),
		notice: THIRD_PARTY,
		findOut: 'Ask for the hash of the file: there is none once it is gone.',
	}),
});
