import { entries, object, readAs, timeOf, type Derived } from '../../../cec/catalogue/answer';
import { choice, dateTime, pick, picks, text, type Fields } from '../../../cec/catalogue/field';
import { operation, resource, type Erratum, type Window } from '../../../cec/catalogue/operation';
import { byOffset } from '../../../cec/catalogue/paging';
import { cms } from '../../../cec/families/cms';
import { callCenter, moment, V1 } from '../shared';
import { figuresIn } from '../switchFigures';
import { NEW_PLATFORM, STANDALONE } from './shared';

/** Rows stand under the address and number of their switch. */
const SWITCH = { keyedBy: 'switch' };

/** Figures of five minutes each, which CEC has written down. */
const span: Fields = {
	beginDate: dateTime('From').inUtc().required(),
	endDate: dateTime('To').inUtc().required(),
};
const switchAddress = pick('switches', 'Switch', 'IP address of a switch (UAP); all switches when left empty').named('switchAddress');
const officeNumbers = picks('offices', 'Office Names or IDs', 'Incoming offices by their numbers, as LST OFC lists them on the switch; all when left empty')
	.asInteger()
	.named('officeNumbers');
const window: Window = { begin: 'beginDate', end: 'endDate', days: 31, inUtc: true };
const page = byOffset({ max: 100, total: 'resultDesc.count' });
const numbers: Erratum = {
	printed: 'limit and offset as int in the table, as texts in the sample',
	sent: 'numbers',
	why: 'The table names the type, and all other samples of monitoring have numbers.',
};
const ofFiveMinutes = { beganAt: moment('beginTime') };

/** A time of a switch, such as "2026-02-04 10:05:00 +00:00". */
const switchTime = (from: string): Derived => timeOf(from, 'yyyy-MM-dd HH:mm:ss ZZ');

export const platform = resource('platform', 'Platform', cms, {
	ping: operation('12.3.7', {
		name: 'Ping',
		action: 'Check whether monitoring works',
		description: 'Check whether the monitoring service of CEC works',
		request: 'POST /rest/cmsapp/v1/ping',
		risk: 'read',
		body: { say: text('Message', 'Comes back in the answer').required().startsAs('Hello') },
		answer: object(),
		failure: ({ status }) => (status === 'UP' ? undefined : `Monitoring does not work: its status is ${String(status)}`),
	}),

	getTime: operation('12.3.6.7', {
		name: 'Get Time',
		action: 'Get the time of the platform',
		description: 'Get the clock of the CTI platform',
		request: `POST ${V1}/configures/ctiservertime`,
		risk: 'read',
		body: callCenter,
		answer: object('resultDesc', { as: 'timestamp', adds: { time: moment('timestamp') } }),
		notice: NEW_PLATFORM,
	}),

	getLicenses: operation('12.3.6.8', {
		name: 'Get Licenses',
		action: 'Get the licenses of the platform',
		description: 'Get how many agents, VDNs and calls are licensed, and how many there are and have been',
		request: `POST ${V1}/configures/querysystemlicensestatus`,
		risk: 'read',
		body: callCenter,
		answer: object('resultDesc', { adds: { startsAt: moment('licenseStartDate'), endsAt: moment('licenseEndDate') } }),
		notice: NEW_PLATFORM,
	}),

	getFigures: operation('12.3.6.6', {
		name: 'Get Figures',
		action: 'Get figures of the platform',
		description: 'Get agents by state and calls, every five minutes, by VDN',
		request: `POST ${V1}/cti/sysindex`,
		risk: 'read',
		body: {
			...callCenter,
			...span,
			vdn: picks('allVdns', 'VDN Names or IDs', 'All VDNs when left empty').named('vdnIds').asInteger(),
		},
		window,
		pieces: { list: 'vdn', size: 100 },
		page,
		answer: entries('resultDesc.data', { adds: ofFiveMinutes }),
		notice: STANDALONE,
		errata: [numbers],
	}),

	getSwitchFigures: operation('12.3.6.4', {
		name: 'Get Switch Figures',
		action: 'Get figures of switches',
		description: 'Get the calls that came to switches and were connected, every five minutes',
		request: `POST ${V1}/uap/perfindex`,
		risk: 'read',
		body: { ...callCenter, ...span, uapIP: switchAddress, ofcNo: officeNumbers },
		window,
		page,
		answer: entries('resultDesc.data', { adds: ofFiveMinutes }),
		notice: STANDALONE,
		errata: [numbers, { printed: 'ofcNo is an int in the table, a list in the text and the sample', sent: 'a list', why: 'The text speaks of several.' }],
	}),

	getTerminalFigures: operation('12.3.6.5', {
		name: 'Get Terminal Figures',
		action: 'Get figures of terminals',
		description: 'Get how many softphones are registered at switches, every five minutes',
		request: `POST ${V1}/uap/terminalindex`,
		risk: 'read',
		body: { ...callCenter, ...span, uapIP: switchAddress },
		window,
		page,
		answer: entries('resultDesc.data', { adds: ofFiveMinutes }),
		notice: STANDALONE,
		errata: [
			numbers,
			{
				printed: 'the text says of uapIP that it is a list of VDNs',
				sent: 'the address of a switch',
				why: 'The text belongs to another interface; name, type and sample say address.',
			},
		],
	}),

	getSwitchPerformance: operation('12.3.6.1', {
		name: 'Get Switch Performance',
		action: 'Get the performance of switches',
		description: 'Get circuits and traffic of incoming offices in the last five minutes',
		request: `POST ${V1}/uap/queryUapPerfInfo`,
		risk: 'read',
		body: { ...callCenter, ofcNo: officeNumbers },
		answer: entries('resultDesc', {
			...SWITCH,
			adds: { figures: readAs('switch', (_switch, row) => figuresIn(row)), beganAt: switchTime('RT'), endedAt: switchTime('RET') },
		}),
		notice: STANDALONE,
	}),

	getControlBlocks: operation('12.3.6.2', {
		name: 'Get Control Blocks',
		action: 'Get the control blocks of switches',
		description: 'Get how many control blocks of a module are in which state',
		request: `POST ${V1}/uap/dsppidkey`,
		risk: 'read',
		body: {
			...callCenter,
			MODTYP: choice('Module Type', { CCU: 'CCU', MSU: 'MSU' }).named('moduleType').required().startsAs('CCU'),
			PID: text('CCU Module', 'Kind of the module').example('e.g. CCB').named('ccuModule').when({ MODTYP: ['CCU'] }).required(),
			MN: text('CCU Module Number', 'As LST APP lists it on the switch').example('e.g. 57').named('ccuModuleNumber').when({ MODTYP: ['CCU'] }).required(),
			BICCTYPE: text('BICC Type', 'Needed by the module BICC').named('biccType').when({ MODTYP: ['CCU'] }),
			PIDMSU: text('MSU Module', 'Kind of the module').example('e.g. BSI').named('msuModule').when({ MODTYP: ['MSU'] }).required(),
			MSUMN: text('MSU Module Number', 'As LST APP lists it on the switch').example('e.g. 472').named('msuModuleNumber').when({ MODTYP: ['MSU'] }).required(),
		},
		check: ({ PID, BICCTYPE }) => (PID === 'BICC' && !BICCTYPE ? 'The module BICC needs a BICC Type' : undefined),
		answer: entries('resultDesc', SWITCH),
		notice: STANDALONE,
		errata: [{ printed: 'cclD', sent: 'ccId', why: 'All other interfaces have it, and the sample as well.' }],
	}),

	getTerminals: operation('12.3.6.3', {
		name: 'Get Terminals',
		action: 'Get the terminals of switches',
		description: 'Get which telephones are registered at switches, and how',
		request: `POST ${V1}/uap/queryterminalstatus`,
		risk: 'read',
		body: {
			...callCenter,
			EID: text('Terminal ID', 'Number of the telephone. * and % stand for any characters, ? for one; more than 200 matches would burden the switch.')
				.example('e.g. 8888*')
				.named('terminalId')
				.required()
				.max(32),
		},
		// Two switches may each have every telephone: how many there are does not tell how many rows have come.
		page: byOffset({ max: 100, total: 'resultDesc.count', sparse: true }),
		answer: entries('resultDesc.data', SWITCH),
		notice: STANDALONE,
		errata: [
			numbers,
			{
				printed: 'data is a list in the table, and an object by switch, with the count inside, in a sample with unbalanced brackets',
				sent: 'nothing; a list of such objects is read as well as one of them',
				why: 'It is part of the answer.',
			},
		],
	}),
});
