import { file, object, readAs } from '../../../cec/catalogue/answer';
import { choice, text } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { ccfs } from '../../../cec/families/ccfs';
import { asRows, CCFS, FIND_OUT, indexFile, indexName, message, misreadId, namedAs, ofSpan, oldResponse, span, whose } from './shared';
import { callTables } from './tables';

const CONTENTS = { call: 'Call Records', record: 'Recording Index', call_record: 'Call Records and Recording Index' };

/** Call records (CDR) and the index of recordings, which CEC puts into one file. */
export const callRecord = resource('callRecord', 'Call Record', ccfs, {
	generate: operation('13.2.1.2', {
		name: 'Generate',
		action: 'Generate a file of call records',
		description: 'Have CEC write call records and the index of recordings into a file, which can be downloaded once CEC has called back',
		request: `POST ${CCFS}/queryBillData`,
		risk: 'write',
		body: message({
			dataType: choice('Contents', CONTENTS).startsAs('call_record').required(),
			...span,
			...whose,
			callId: text('Call ID', 'Only this call').max(25),
			callerNo: text('Calling Number', 'Only calls from this number').max(25),
			calleeNo: text('Called Number', 'Only calls to this number; with a "Second Called Number", calls from it').max(25),
			calleeNo2: text('Second Called Number', 'Only calls to this number, from the "Called Number"').max(25),
		}),
		window: ofSpan,
		answer: object('resultData', { adds: { billFileName: readAs('responseId', indexName) } }),
		findOut: FIND_OUT,
		errata: [
			misreadId,
			oldResponse,
			{ printed: 'billName of the callback in the text', sent: 'billFileName is read', why: 'Table 13-59 and the sample have it.' },
		],
	}),

	download: operation('13.2.1.3', {
		name: 'Download',
		action: 'Download a file of call records',
		description: 'Fetch a generated file: a ZIP with CSV files, each row a call record or a recording',
		request: `POST ${CCFS}/downloadBillFile`,
		risk: 'read',
		body: { ...message({ billFileName: indexFile('"billFileName" of the callback or of the operation "Generate"').required() }), asRows },
		answer: file({ fileName: namedAs('billFileName'), with: ['msgBody.billFileName'], tables: callTables }),
		errata: [
			oldResponse,
			{ printed: 'sub_media_type of media type 20 in 13.2.2.1, of 53 in 13.2.3.9', sent: 'nothing', why: 'It is named for both.' },
		],
	}),
});
