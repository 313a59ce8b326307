import type { Scheduled } from '../clock';
import { Heap } from '../heap';
import type { Random } from '../random';
import { type FileSeed, tenant } from '../tenant';
import { failCodes } from './fail-codes';

export const STARTED = 2;
export const PAUSED = 3;
export const FINISHED = 4;

export interface CallerNo {
	accessCode: string;
	priority: number;
}

export interface ResultRule {
	result: number;
	retryNumber: number;
	callInterval: number;
}

export interface PlainRule {
	retryDay: number;
	retryTimes: number;
	callInterval: number;
}

/** One rule: how often to try again. */
export type RetryRule = { plain: PlainRule } | { results: ResultRule[] };

export interface BusinessRule {
	busiResultCode: string;
	busiResultSubCode?: string;
	busiResultPolicy: number;
	callInterval?: number;
}

export interface RetryPolicy {
	id: string;
	policyType: number;
	/** What was sent, for 7.1.6 and 7.1.11 which read it back as text. */
	sent: {
		retryDay?: number;
		retryTimes?: number;
		callInterval?: number;
		resultRetry?: string;
		policyJson?: string;
		busiPolicy?: string;
	};
	noRetry: string[];
	global?: RetryRule;
	byType: Map<string, RetryRule>;
	business: BusinessRule[];
}

export interface CallPolicy {
	id: string;
	callType: number;
	chooseType?: number;
	turns?: Array<{ turnType?: string; turnOrder?: number }>;
}

export interface Holiday {
	id: number;
	name: string;
	type: number;
	week: string | null;
	beginTime: string | null;
	endTime: string | null;
}

export interface ContactNumber {
	calledNo: string;
	delayTime: number;
	type: string | null;
	attempts: Array<{ time: number; result: number }>;
	exhausted: boolean;
}

export interface Contact {
	dataId: string;
	campaignId: number;
	sessionId: string;
	caller: string | null;
	customField: string;
	callData: string | null;
	recycleTime: number | null;
	numbers: ContactNumber[];
	position: number;
	state: 'waiting' | 'calling' | 'finished' | 'deleted';
	succeeded: boolean;
	nextAt: number;
	calledAt?: number;
	finishedAt?: number;
	/** The agent who gets the redial after a business result (7.7.1). */
	workNo?: number;
	businessResult?: { code: string; sub?: string; description?: string };
	/** Raised whenever the contact is queued anew, so that an older entry of the heap is known for stale. */
	version: number;
	last?: CallResult;
}

export interface CallResult {
	callId: string;
	campaignId: number;
	dataId: string;
	sessionId: string;
	called: string;
	customField: string;
	caller: string;
	/** Milliseconds of the simulated clock. */
	callTime: number;
	ringTime: number;
	answerTime: number | null;
	endTime: number;
	answered: boolean;
	failCode: string;
	resultCode: string;
	recordPath: string;
	deviceType: number;
	workNo?: number;
	attempt: number;
}

export interface Campaign {
	id: number;
	name: string;
	description: string | null;
	status: typeof STARTED | typeof PAUSED | typeof FINISHED;
	begin: number;
	end: number;
	deviceType: number;
	callers: CallerNo[];
	nextCaller: number;
	maxAlertingTime: number;
	priority?: number;
	schedule: Record<string, string>;
	ivrParam: { deviceSign: string; callCount: number; callInterval: number } | null;
	skillParam: Record<string, any> | null;
	callBackUrl: string;
	retryPolicy: RetryPolicy;
	callPolicy: CallPolicy | null;
	holidays: Holiday[];
	contacts: Contact[];
	waiting: Heap<{ contact: Contact; version: number }>;
	results: CallResult[];
	inProgress: number;
	credit: number;
	lastTick: number;
	lastAdd?: { real: number; simulated: number };
	tick?: { at: number; task: Scheduled };
	pendingCallbacks: CallResult[];
	flush?: Scheduled;
}

export interface Blocked {
	blockNum: string;
	/** Null never expires. */
	expiry: number | null;
	restrictTimes?: number;
	restrictPeriod?: string;
}

export interface BusinessResult {
	name: string;
	code: string;
	description?: string;
	children: Array<{ name: string; code: string; description?: string }>;
}

export interface FileServer {
	serverId: string;
	ip: string;
	port: string;
	filePath: string;
	userName: string;
	password: string;
	files: FileSeed[];
}

export interface ImportTask {
	id: string;
	campaignId: number | null;
	beginTime: number;
	endTime: number | null;
	status: '0' | '1' | '2' | '3';
	succNum: number;
	repeatNum: number;
	failNum: number;
	errMsg: string;
}

export interface DisplayResult {
	defId: string;
	displayResult: string;
	resultCode: string;
	maps: Array<{ mapId: string; failCode: string }>;
}

export interface CallLogEntry {
	id: string;
	operTime: number;
	url: string;
	type: string;
	request: string;
	resultCode: unknown;
	resultDesc: unknown;
	httpStatus: number;
}

/** Names of the display results of codes that nobody has defined anew. */
const PREPARED_DISPLAY: Array<[string, string, string[]]> = [
	['OB00001', 'Customer busy', ['00537']],
	['OB00002', 'No answer', ['00603', '01040']],
	['OB00003', 'Rejected', ['00604', '00601']],
	['OB00004', 'No such number', ['00538']],
	['OB00005', 'Switched off', ['00548']],
	['OB00006', 'Out of service area', ['00549']],
	['OB00008', 'Timeout', ['01043', '01049', '34608']],
	['OB00009', 'Call failed', ['00602', '00605', '00606', '01046', '01048', '34606', '34611']],
];
const OTHER_RESULT = 'OB00000';

/** Everything iSales knows, and the questions others ask of it. */
export class Campaigns {
	readonly all = new Map<number, Campaign>();
	readonly contacts = new Map<string, Contact>();
	readonly calls = new Map<string, CallResult>();
	readonly blocklist = new Map<string, Blocked>();
	/** When a number was called, for the restrict times of the blocklist. */
	readonly callTimes = new Map<string, number[]>();
	readonly numberTypes: string[] = [...tenant.numberTypes];
	readonly businessResults: BusinessResult[] = structuredClone(tenant.businessResults);
	readonly fileServers = new Map<string, FileServer>();
	readonly imports = new Map<string, ImportTask>();
	readonly displayResults = new Map<string, DisplayResult>();
	readonly log: CallLogEntry[] = [];
	readonly busyAgents = new Set<number>();
	lastStatistics?: { real: number; simulated: number };
	private callNumber = 0;

	constructor(private readonly random: Random) {
		for (const seed of tenant.fileServers) {
			this.fileServers.set(seed.serverId, { ...structuredClone(seed), password: 'Demo-sftp1' });
		}
		for (const [resultCode, displayResult, codes] of PREPARED_DISPLAY) {
			this.addDisplayResult(displayResult, codes, resultCode);
		}
	}

	/** Ids of campaigns, holidays and definitions look like this in the samples: ten digits, within 32 bits. */
	shortId(): number {
		return this.random.between(1_000_000_000, 2_000_000_000);
	}

	/** Ids of tasks, servers and policies: thirty digits. */
	longId(now: number): string {
		return `${Math.floor(now)}${this.random.digits(17)}`;
	}

	/** Twenty digits, as in 7.4.6: beyond 2^53, and beyond a signed 64 bit number too. */
	dataId(): string {
		return `1133${this.random.digits(16)}`;
	}

	nextCallId(now: number): string {
		return `${Math.floor(now / 1000)}-${++this.callNumber}`;
	}

	callById(callId: string): CallResult | undefined {
		return this.calls.get(callId);
	}

	resultCodeOf(code: string): string {
		// The youngest definition of a code wins over the prepared one.
		const mapped = [...this.displayResults.values()]
			.reverse()
			.find(({ maps }) => maps.some((m) => m.failCode === code));
		return mapped?.resultCode ?? OTHER_RESULT;
	}

	addDisplayResult(displayResult: string, codes: string[], resultCode?: string): DisplayResult {
		const added: DisplayResult = {
			defId: String(this.shortId()),
			displayResult,
			resultCode: resultCode ?? `OB${this.random.digits(5)}`,
			maps: codes.map((failCode) => ({ mapId: String(this.shortId()), failCode })),
		};
		this.displayResults.set(added.defId, added);
		return added;
	}

	knowsFailCode(code: string): boolean {
		return failCodes.some((entry) => entry.code === code);
	}

	waitingCount(campaign: Campaign): number {
		return campaign.contacts.filter(({ state }) => state === 'waiting' || state === 'calling').length;
	}

	removeContact(contact: Contact): void {
		contact.state = 'deleted';
		this.contacts.delete(contact.dataId);
		const campaign = this.all.get(contact.campaignId);
		if (campaign) campaign.contacts = campaign.contacts.filter((other) => other !== contact);
	}

	remove(campaign: Campaign): void {
		this.all.delete(campaign.id);
		campaign.tick?.task.cancel();
		campaign.flush?.cancel();
		for (const contact of campaign.contacts) this.contacts.delete(contact.dataId);
	}

	/** 5.1.13: what is known about these customers is deleted. */
	forgetNumbers(numbers: Set<string>): void {
		for (const campaign of this.all.values()) {
			const gone = campaign.contacts.filter(
				(contact) =>
					contact.state !== 'calling' && contact.numbers.some(({ calledNo }) => numbers.has(calledNo)),
			);
			gone.forEach((contact) => this.removeContact(contact));
			campaign.results = campaign.results.filter((result) => !numbers.has(result.called));
		}
		for (const [callId, result] of this.calls) if (numbers.has(result.called)) this.calls.delete(callId);
	}
}
