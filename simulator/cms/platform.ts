import { z } from 'zod';
import { media } from '../agent-calls/state';
import { int, text } from '../schema/fields';
import { parseLocal } from '../time';
import type { World } from '../world';
import { countStates } from './agent-counts';
import { codes, refuse } from './codes';
import { callCentre } from './fields';
import { inFlows, isTalkingOnPhone, platformCalls } from './phone-calls';
import { type CmsInterface, found, foundNew, onPage } from './serve';
import {
	controlBlocks,
	intervals,
	OFFICES,
	percent,
	performance,
	type Span,
	SWITCH,
	SWITCH_KEY,
	type Terminal,
	terminals,
	traffic,
	within,
} from './switch';
import { NO_COUNT, whole } from './watched';

/** 12.3.6 and 12.3.7: the platform and the switch. */

const LONGEST_MS = 31 * 24 * 60 * 60 * 1000;

/** Optional here: the only call centre there is. */
const ccId = callCentre.ccId.optional();

/** "选填，默认为100": none is named as the largest. */
const page = { limit: int(1).optional(), offset: int(0).optional() };

const span = { beginDate: text(), endDate: text() };

const withPage = <T>(all: T[], { limit = 100, offset = 0 }: { limit?: number; offset?: number }): T[] => onPage(all, { limit, offset });

function intervalsOf(world: World, given: { beginDate: string; endDate: string }): Span[] {
	const [begin, end] = [given.beginDate, given.endDate].map(
		(one) => parseLocal(one, 'utc') ?? refuse('beginDate and endDate must be in the format yyyy-MM-dd HH:mm:ss'),
	);
	if (end < begin) refuse('endDate must not be before beginDate.');
	if (end - begin > LONGEST_MS) refuse('The span must not be longer than 31 days.');
	return intervals(world, begin, end);
}

/** The samples of these have the number 0 for success. There may be thousands of rows: only those on the page are made. */
const figures = (rows: Array<() => object>, given: object): object => ({
	resultCode: 0,
	resultDesc: { data: withPage(rows, given).map((tell) => tell()), count: rows.length },
});

/** Licences of the sample, and more. */
const LICENSED = { licenseMaxAgentNum: 100, licenseMaxVdnNum: 10, licenseMaxIvrCallNum: 60, licenseMaxVoiceCallNum: 100 };

/** * and % stand for any characters, ? for one. */
function matcher(pattern: string): (terminal: Terminal) => boolean {
	const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&');
	const expression = new RegExp(`^${escaped.replace(/[*%]/g, '.*').replace(/\?/g, '.')}$`);
	return ({ number }) => expression.test(number);
}

const terminalView = ({ number, isRegistered }: Terminal): object => ({
	socketStatus: 'uninstall',
	terminationType: 'sip',
	ipAndPort: isRegistered ? '192.0.2.50:5060' : '0.0.0.0:0',
	ccuModuleNumber: '56',
	registerStatus: isRegistered ? 'registered' : 'not register',
	monitorFlag: 'unstarted',
	protocolType: 'invalid protocol',
	equipmentId: number,
	roamIpAndPort: '0.0.0.0:0',
	tlsStatus: 'uninstall',
	ipType: 'IPv4',
});

/** What was going on when an interval began. */
function figuresAt(world: World, interval: Span): object {
	const { from } = interval;
	const isGoing = (began: number | undefined, ended: number | undefined): boolean => began !== undefined && began <= from && (ended ?? Infinity) > from;
	const online = [...new Set(world.cms.sessions.filter(({ began, ended }) => isGoing(began, ended)).map(({ workNo }) => workNo))];
	const paused = (wanted: 'busy' | 'rest'): number =>
		online.filter((workNo) =>
			world.agents
				.pausesOf(workNo)
				.list()
				.some(({ state, began, ended }) => state === wanted && isGoing(began, ended)),
		).length;
	const all = platformCalls(world);
	const talkingAgents = new Set(all.filter(({ talking, ended }) => isGoing(talking, ended)).flatMap(({ agentIds }) => agentIds));
	const came = all.filter(({ entered }) => within(interval, entered));
	const inbound = came.filter(({ isInbound }) => isInbound);
	const connected = inbound.filter(({ talking }) => talking !== undefined).length;
	const [busy, rest, talking] = [paused('busy'), paused('rest'), talkingAgents.size];
	return {
		beginTime: String(from),
		ccId: world.tenant.ccId,
		vdn: world.tenant.vdnId,
		onlineAgentNums: online.length,
		talkingNums: talking,
		ideaAgentNum: Math.max(0, online.length - busy - rest - talking),
		busyNums: busy,
		restNums: rest,
		inCallNums: inbound.length,
		rateNum: connected,
		callRate: percent(connected, inbound.length),
		callOutNums: came.length - inbound.length,
	};
}

export const platform: CmsInterface[] = [
	{
		section: '12.3.6.1',
		path: '/v1/openapi/uap/queryUapPerfInfo',
		fields: z.object({ ccId, ofcNo: z.array(int(0)).optional() }),
		handle: (world, { ofcNo = [] }) =>
			foundNew({
				[SWITCH_KEY]: OFFICES.filter((office) => ofcNo.length === 0 || ofcNo.includes(office)).map((office) => performance(world, office)),
			}),
	},
	{
		section: '12.3.6.2',
		path: '/v1/openapi/uap/dsppidkey',
		fields: z.object({
			ccId,
			MODTYP: z.enum(['CCU', 'MSU']),
			PID: text().optional(),
			PIDMSU: text().optional(),
			MN: text().optional(),
			BICCTYPE: text().optional(),
			MSUMN: text().optional(),
		}),
		// Every one of them belongs to one type of module, and is needed there.
		rule: (schema) =>
			schema.superRefine((given, context) => {
				const [needed, foreign] = given.MODTYP === 'CCU' ? [['PID', 'MN'], ['PIDMSU', 'MSUMN']] : [['PIDMSU', 'MSUMN'], ['PID', 'MN', 'BICCTYPE']];
				if (given.PID === 'BICC') needed.push('BICCTYPE');
				const missing = needed.find((name) => given[name] === undefined);
				const unexpected = foreign.find((name) => given[name] !== undefined);
				if (missing) context.addIssue({ code: 'custom', path: [missing], message: 'is required' });
				if (unexpected) context.addIssue({ code: 'custom', path: [unexpected], message: `does not belong to ${given.MODTYP}` });
			}),
		handle: (world, { PID, PIDMSU }) =>
			foundNew({ [SWITCH_KEY]: controlBlocks(world, PID ?? PIDMSU) ?? refuse('There is no such module.', codes.failed) }),
	},
	{
		section: '12.3.6.3',
		path: '/v1/openapi/uap/queryterminalstatus',
		fields: z.object({ ccId, EID: text(32, /^[0-9A-Za-z*%?]+$/), ...page }),
		rule: (schema) =>
			schema.refine(({ limit, offset }) => (limit === undefined) === (offset === undefined), 'limit and offset are given together or not at all'),
		// A list by the table, an object in the sample.
		handle(world, given) {
			const all = terminals(world).filter(matcher(given.EID));
			if (all.length === 0) refuse('The number does not exist on the switch.', codes.noNumber);
			return foundNew({ data: [{ [SWITCH_KEY]: withPage(all, given).map(terminalView) }], count: all.length });
		},
	},
	{
		section: '12.3.6.4',
		path: '/v1/openapi/uap/perfindex',
		fields: z.object({ ccId, uapIP: text().optional(), ofcNo: z.array(int(0)).optional(), ...span, ...page }),
		handle(world, given) {
			const offices = given.uapIP === undefined || given.uapIP === SWITCH ? OFFICES.filter((office) => given.ofcNo?.includes(office) ?? true) : [];
			const rows = intervalsOf(world, given).flatMap((interval) =>
				offices.map((ofcNo) => () => {
					const { came, connected } = traffic(world, interval, ofcNo);
					return {
						beginTime: String(interval.from),
						ccId: world.tenant.ccId,
						uapIp: SWITCH,
						ofcNo,
						systemInBound: came,
						systemInSucc: connected,
						systemCallRate: percent(connected, came),
					};
				}),
			);
			return figures(rows, given);
		},
	},
	{
		section: '12.3.6.5',
		path: '/v1/openapi/uap/terminalindex',
		fields: z.object({ ccId, uapIP: text().optional(), ...span, ...page }),
		handle(world, given) {
			const isMeant = given.uapIP === undefined || given.uapIP === SWITCH;
			const shared = world.tenant.softphones.filter(({ status }) => status === 0).length;
			const rows = intervalsOf(world, given).map(({ from }) => () => ({
				beginTime: String(from),
				ccId: world.tenant.ccId,
				uapIp: SWITCH,
				agentOnlineCount: shared + world.cms.sessions.filter(({ began, ended }) => began <= from && (ended ?? Infinity) > from).length,
			}));
			return figures(isMeant ? rows : [], given);
		},
	},
	{
		section: '12.3.6.6',
		path: '/v1/openapi/cti/sysindex',
		fields: z.object({ ccId, vdn: z.array(int(1, 5000)).max(100).optional(), ...span, ...page }),
		handle(world, given) {
			const isMeant = given.vdn === undefined || given.vdn.includes(world.tenant.vdnId);
			const rows = intervalsOf(world, given);
			return figures(isMeant ? rows.map((interval) => () => figuresAt(world, interval)) : [], given);
		},
	},
	{
		section: '12.3.6.7',
		path: '/v1/openapi/configures/ctiservertime',
		fields: z.object(callCentre),
		newPlatform: true,
		handle: (world) => found(whole(world.clock.now())),
	},
	{
		section: '12.3.6.8',
		path: '/v1/openapi/configures/querysystemlicensestatus',
		fields: z.object(callCentre),
		newPlatform: true,
		// As in the sample: nothing is licensed for video and web, and the past is not known.
		handle(world) {
			const voice = world.agentCalls.going.filter(({ mediaType }) => mediaType === media.voice).length;
			return found({
				...LICENSED,
				licenseMaxVideoAgentNum: NO_COUNT,
				licenseMaxWebCallNum: NO_COUNT,
				loginAgentNum: countStates(world.agents.all()).signedIn,
				loginVideoAgentNum: NO_COUNT,
				vdnNum: 1,
				ivrCallNum: inFlows(world).length,
				voiceCallNum: voice + [...world.calls.going].filter(isTalkingOnPhone).length,
				webCallNum: NO_COUNT,
				historyMaxAgentNum: NO_COUNT,
				historyMaxVideoAgentNum: NO_COUNT,
				historyMaxIvrCallNum: NO_COUNT,
				historyMaxVoiceCallNum: NO_COUNT,
				historyMaxWebCallNum: NO_COUNT,
				licenseStartDate: 0,
				licenseEndDate: 0,
			});
		},
	},
	{
		section: '12.3.7',
		path: '/v1/ping',
		// "可以修改": the name of the only field is free. Nothing is made of it.
		fields: z.object({}),
		isOpen: true,
		handle: (_world, given) => ({ request: given, status: 'UP' }),
	},
];
