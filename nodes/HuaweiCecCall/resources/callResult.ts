import { entries, nameOf, readAs, type DerivedFields } from '../../../cec/catalogue/answer';
import { choice, dateTime, text } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { dataProcess } from '../../../cec/families/dataProcess';
import { isoFromWire } from '../../../cec/formats/times';
import { phone } from './shared';

const CALL_TYPE = {
	0: 'Incoming',
	1: 'Outgoing',
	2: 'Predictive Outbound',
	3: 'Preview Outbound',
	4: 'Preoccupied Outbound',
	10: 'Two-Party Call',
	11: 'Collaborative Call',
	12: 'Click to Call',
};

const MEDIA_TYPE = { 2: 'Audio Click to Call', 5: 'Audio', 18: 'Video Click to Call', 19: 'Video', 53: 'Multimedia' };

/** The times of the request have a known form, those of the answer have not: what looks like the former is read as such. */
const momentOf = (from: string) =>
	readAs(from, (value, _row, zone) => (/^\d{13}$/.test(String(value)) ? isoFromWire(value, 'epochMillis', zone) : undefined));

const moments: DerivedFields = {
	waitedFrom: momentOf('waitBegin'),
	answeredAt: momentOf('ackBegin'),
	talkedFrom: momentOf('callBegin'),
	endedAt: momentOf('callEnd'),
};

export const callResult = resource('callResult', 'Call Result', dataProcess, {
	getMany: operation('18.1', {
		name: 'Get Many',
		action: 'Get many call results',
		description: 'Get calls of all kinds as they are stored for analysis, with how satisfied the customers were',
		request: 'POST /apiaccess/rest/dataprocess/v1/openapp/queryCallManualDetailInfo',
		risk: 'read',
		body: {
			subCcNo: text('Call Center ID', 'From the operator of CEC').named('callCenterId').required(),
			vdn: text('VDN ID', 'Number of the virtual call center').named('vdnId').required(),
			beginDate: dateTime('From', 'Calls from this time on; this, "To" or a call ID must be given').as('epochMillis').asText().named('startTime').shown(),
			endDate: dateTime('To', 'Calls up to this time').as('epochMillis').asText().named('endTime').shown(),
			callId: text('Call ID', 'As the platform writes it, such as 1652317325-339'),
			callerNo: phone('Calling Number').named('caller'),
			calleeNo: phone('Called Number').named('called'),
			callType: choice('Call Type', CALL_TYPE).asText(),
			mediaType: choice('Media Type', MEDIA_TYPE).asText(),
			evaluationValue: text('Satisfaction', 'One of the levels that are set in CEC under Configuration Center > Workbench Configuration').named('satisfaction'),
		},
		check: ({ callId, beginDate, endDate }) =>
			callId || beginDate || endDate ? undefined : 'Give "From", "To" or the filter "Call ID": CEC does not list all calls there ever were',
		answer: entries('results', {
			adds: { callTypeName: nameOf('callType', CALL_TYPE), mediaTypeName: nameOf('mediatype', MEDIA_TYPE), ...moments },
		}),
		errata: [
			{ printed: 'X-TenantSpaceID in the sample, not in the table', sent: 'nothing', why: 'VDN and call center are told in the body.' },
			{ printed: 'total and vdn as texts in the table, as numbers in the sample', sent: 'nothing', why: 'They are read as they come.' },
			{ printed: 'results as an object in the table, as a list in the sample', sent: 'nothing', why: 'Both are read.' },
			{
				printed: 'times as strings in the table, 100010 in the sample',
				sent: 'nothing',
				why: 'The raw values stay; ISO times are added where they have thirteen digits, as those of the request do.',
			},
			{ printed: 'mediaType 10 in the sample', sent: 'the values of the table', why: 'The table does not know it.' },
		],
	}),
});
