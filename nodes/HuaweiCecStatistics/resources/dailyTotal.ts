import { entries, nameOf } from '../../../cec/catalogue/answer';
import { choice, choices, day, fromCredential, integer, list, pick, type Fields } from '../../../cec/catalogue/field';
import { operation, resource, type Erratum, type OperationSpec } from '../../../cec/catalogue/operation';
import { cms } from '../../../cec/families/cms';
import { callTypes } from '../../../cec/families/ctiCodes';
import { callCenter, WRAPPER } from '../../HuaweiCecMonitoring/shared';
import { inboundTotals, outboundTotals, totalValues, type Totals } from '../metrics/totals';
import { misread, skillQueues } from './shared';

const DIGITS = /^\d+$/;

const numbers = (label: string, hint: string) => list(label, hint).only(DIGITS, 'digits').required();

const totals = (calls: Fields): Pick<OperationSpec, 'bodyIn' | 'body' | 'pieces'> => ({
	pieces: { list: Object.keys(calls)[0], size: 1000 },
	bodyIn: WRAPPER,
	body: {
		...calls,
		beginLogDay: day('From', 'First day, in the time zone of the VDN').named('from').required(),
		endLogDay: day('To', 'Last day').named('to').required(),
		callTypes: choices('Call Types', callTypes, 'Each is counted by itself').startsAs([0]).required().max(1000),
		skillIds: skillQueues('Only calls of these skill queues, each counted by itself').max(1000),
		scope: choice('Scope', { vdn: 'VDN of the Credential', tenant: 'Tenant Space' }).startsAs('vdn').notSent().required(),
		subCcNo: integer('Subsystem', 'Number of the call center subsystem').min(0).startsAs(1).when({ scope: ['vdn'] }).required(),
		vdn: fromCredential('vdnId').when({ scope: ['vdn'] }),
		tenantId: pick('tenants', 'Tenant Space').when({ scope: ['tenant'] }).required(),
		...callCenter,
	},
});

const answer = (known: Totals) => entries('resultDesc', { adds: { callTypeName: nameOf('callType', callTypes), values: totalValues(known) } });

const flat: Erratum = { printed: 'the fields without anything around them in the table', sent: 'queryParam around them', why: 'So the sample.' };

const spelt: Erratum = {
	printed: 'reserved_col1 in the table, reservedCol1 in a sample',
	sent: 'both are read',
	why: 'They contradict each other.',
};

export const dailyTotal = resource('dailyTotal', 'Daily Total', cms, {
	getInbound: operation('12.3.2.10', {
		name: 'Get Inbound',
		action: 'Get daily totals of inbound calls',
		description: 'Get how calls to numbers were queued, answered and lost, by number and call type, in a span of days',
		request: 'POST /rest/cmsapp/v1/callinday/querymanualindexesbycondition',
		risk: 'read',
		...totals({ calleeNos: numbers('Called Numbers', 'Each is counted by itself').named('calledNumbers') }),
		answer: answer(inboundTotals),
		notice: 'Unless the operator of CEC has changed it, "custom3" counts calls that rang for at most 15 seconds.',
		errata: [misread, flat, spelt, { printed: 'queOverTolvrNum, queOverTolvrTime', sent: 'queOverToIvrNum, queOverToIvrTime are read', why: 'l stands for I.' }],
	}),

	getOutbound: operation('12.3.2.11', {
		name: 'Get Outbound',
		action: 'Get daily totals of outbound calls',
		description: 'Get how calls from numbers were made and answered, by number and call type, in a span of days',
		request: 'POST /rest/cmsapp/v1/calloutday/querymanualindexesbycondition',
		risk: 'read',
		...totals({ callerNos: numbers('Calling Numbers', 'Each is counted by itself').named('callingNumbers') }),
		answer: answer(outboundTotals),
		notice: 'Unless the operator of CEC has changed it, "custom3" counts calls with at least 15 seconds of talk time.',
		errata: [misread, flat, spelt, { printed: 'preOccupiedSuccNum as a waiting time', sent: 'read as a number of calls', why: 'Its name, and the row above, tell a number of calls.' }],
	}),
});
