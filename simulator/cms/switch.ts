import type { World } from '../world';
import { platformCalls } from './phone-calls';
import { fiveMinutesOf } from './watched';

/** The switch (UAP) below the platform. There is one, with one office through which everybody calls in and one that nobody uses. */

export const SWITCH = '192.0.2.40';
/** As answers name it: the address, and the number of the switch. */
export const SWITCH_KEY = `${SWITCH}#0`;
export const OFFICES = [0, 1];
const BUSY_OFFICE = 0;
const CIRCUITS = 100;
const CONTROL_BLOCKS = 10_000;
const FIVE_MINUTES = 5 * 60 * 1000;

export interface Span {
	from: number;
	to: number;
}

/** Whole intervals of five minutes that have begun. */
export function intervals(world: World, begin: number, end: number): Span[] {
	const last = Math.min(end, world.clock.now());
	const first = Math.ceil(begin / FIVE_MINUTES) * FIVE_MINUTES;
	const count = Math.max(0, Math.ceil((last - first) / FIVE_MINUTES));
	return Array.from({ length: count }, (_none, index) => ({ from: first + index * FIVE_MINUTES, to: first + (index + 1) * FIVE_MINUTES }));
}

export const within = ({ from, to }: Span, time: number): boolean => time >= from && time < to;

export const percent = (part: number, all: number): number => (all === 0 ? 0 : Math.round((part / all) * 100));

/** Who came through an office in an interval, and how many of them got through. */
export function traffic(world: World, span: Span, office: number): { came: number; connected: number } {
	const calls = office === BUSY_OFFICE ? platformCalls(world).filter(({ isInbound, entered }) => isInbound && within(span, entered)) : [];
	return { came: calls.length, connected: calls.filter(({ talking }) => talking !== undefined).length };
}

export const goingCalls = (world: World): number => platformCalls(world).filter(({ ended }) => ended === undefined).length;

/** Figures of a switch that measures nothing of the kind. */
const NOT_MEASURED = '-1';
const unmeasured = [
	...['CLBT40', 'UBC43', 'CCT34', 'CDA9', 'TCT42', 'CFORT39', 'TUT37', 'CTBT41', 'BTSTA25', 'CTA29', 'TET38', 'ATA31'],
	...['STA27', 'answer duration aux (TIMES)'],
];
const nothing = [
	...['RNAT12', 'LCOICT7', 'AART11', 'TAT6', 'TCAT2', 'ECT35', 'IBCN16', 'IAT36', 'BCN15', 'ABCN17', 'ABRT33', 'BBCN18', 'CD8', 'CBT10'],
	...['average answer duration (SECOND)', 'average connection duration (MILLISECOND)'],
];
const noFraction = ['ASD32', 'ITAR19', 'BBCR23', 'BTST24', 'BCR22', 'ST26', 'AT30', 'CT28'];

const all = (keys: string[], value: string): Record<string, string> => Object.fromEntries(keys.map((key) => [key, value]));

const printed = (time: number): string => `${new Date(time).toISOString().slice(0, 19).replace('T', ' ')} +00:00`;

/** Table 12-653, of the last five minutes. */
export function performance(world: World, office: number): Record<string, string> {
	const to = fiveMinutesOf(world.clock.now());
	const span = { from: to - FIVE_MINUTES, to };
	const { came, connected } = traffic(world, span, office);
	const busy = office === BUSY_OFFICE ? goingCalls(world) : 0;
	const rate = percent(connected, came).toFixed(6);
	return {
		...all(unmeasured, NOT_MEASURED),
		...all(nothing, '0'),
		...all(noFraction, '0.000000'),
		RT: printed(span.from),
		RET: printed(span.to),
		Period: '5',
		Time: '1000',
		Credible: 'Credible',
		MEID: '5',
		MOIID: '0',
		'incoming direction': `${office}(${office === BUSY_OFFICE ? 'customers' : 'anonymous'})`,
		ST0: String(came),
		TCAT1: String(came),
		CCT3: String(connected),
		AT4: String(connected),
		TCAT5: String(connected),
		AR21: rate,
		CR20: rate,
		IOCS44: '0',
		ICN13: String(CIRCUITS),
		ACN14: String(CIRCUITS),
		SOIC45: String(CIRCUITS - busy),
		'busy circuits (TIMES)': String(busy),
		ERO46: percent(busy, CIRCUITS).toFixed(6),
	};
}

/** Tables 12-657 to 12-659, by module; undefined for those that are not there. */
export function controlBlocks(world: World, module: string): Record<string, string> | undefined {
	const active = goingCalls(world);
	const idle = String(CONTROL_BLOCKS - active);
	switch (module) {
		case 'CCB':
			return {
				...all(
					[
						...['Booked CB number', 'Info receiving status number', 'Wait overlap CB number', 'Overlap transmit number'],
						...['Call proceeding number', 'Alerting CB number', 'Connection request CB number', 'Release guard CB number'],
						...['Release waiting CB number', 'Temply hold CB number', 'Wait tone CB number', 'Null after combine CB number'],
						'Call park CB number',
					],
					'0',
				),
				'IDC switch index': '1',
				'Null CB number': idle,
				'Active CB number': String(active),
			};
		case 'INTESS':
			return {
				...all(
					[
						...['Error stat flag', 'Error stat interval', 'Message statistics flag', 'Message statistics interval'],
						...['Message statistics mask', 'Overlap CB number', 'Call delivered CB number', 'Call present CB number', 'Call received'],
						...['Connection request CB number', 'SPACTIVE CB number', 'CB number in INTESS_spy state', 'Wait REL CB number'],
					],
					'0',
				),
				'Last allocated INTESS number': String(active),
				'Idle CB number': idle,
				'Active CB number': String(active),
			};
		case 'BSI':
			return {
				'Total number of connections': String(CONTROL_BLOCKS),
				'Total no of connection in IDLE state': idle,
				'Total no of connection in CONNECT state': String(active),
				'Total no of connection in CREATE CONNECT state': '0',
				'Total no of connection in DELETE CONNECT state': '0',
				'Total no of connection in MODIFY CONNECT state': '0',
			};
		default:
			return undefined;
	}
}

export interface Terminal {
	number: string;
	isRegistered: boolean;
}

/** The softphones of the tenant, and those of its agents, who register them by signing in. */
export function terminals(world: World): Terminal[] {
	const shared = world.tenant.softphones.map(({ phoneNum, status }) => ({ number: phoneNum, isRegistered: status === 0 }));
	const own = [...world.centre.agents.values()].map(({ sipAccount, workNo }) => ({
		number: sipAccount,
		isRegistered: world.agents.find(workNo) !== undefined,
	}));
	return [...shared, ...own];
}
