import { DateTime } from 'luxon';
import { tenant } from '../../tenant';
import type { World } from '../../world';

/** Why calls of agents reached nobody, found out from their recordings (10.16, 10.22). */

export interface FailedCall {
	id: bigint;
	/** Under which its recording is transcribed. */
	aid: string;
	callId: string;
	caller: string;
	callee: string;
	agentId: number;
	releaseCause: number;
	begin: number;
	end: number;
	entered: number;
	updated?: number;
	/** One of table 10-99. */
	result?: number;
	text?: string;
}

/** Failures of the analysis itself. */
const TRANSCRIPTION_FAILED = -4;
const NO_INTENT = -5;

/** What networks say, and what that means. */
const announcements: Array<[code: number, pattern: RegExp]> = [
	[101, /空号|does not exist|not in service/i],
	[102, /关机|switched off|powered off/i],
	[103, /网络忙|network is busy/i],
	[105, /停机|suspended/i],
	[107, /正在通话|is busy/i],
	[108, /不在服务区|out of (the service )?area/i],
	[111, /无人接听|no answer|not answer/i],
];

export interface FailedCallGiven {
	caller?: string;
	callee: string;
	agentId?: number;
	aid?: string;
}

export class Failures {
	readonly all: FailedCall[] = [];

	constructor(private readonly world: World) {
		const heard = this.add({ callee: '447700900401' });
		this.transcribed(heard.aid, true, 'The number you have dialled does not exist.');
		this.add({ callee: '447700900402', aid: 'recording-of-900402' });
	}

	add({ caller = '15550102', callee, agentId = 101, aid }: FailedCallGiven): FailedCall {
		const now = Math.floor(this.world.clock.now());
		const count = this.all.length + 1;
		const added: FailedCall = {
			id: 953730645354352640n + BigInt(count),
			aid: aid ?? `recording-${count}`,
			callId: `${Math.floor(now / 1000)}-${700 + count}`,
			caller,
			callee,
			agentId,
			releaseCause: 531,
			begin: now - 20_000,
			end: now,
			entered: now,
		};
		this.all.push(added);
		return added;
	}

	find(aid: string): FailedCall | undefined {
		return this.all.find((one) => one.aid === aid);
	}

	/** The text of a recording, or that there is none. */
	transcribed(aid: string, success: boolean, text: string): boolean {
		const call = this.find(aid);
		if (!call) return false;
		const meaning = announcements.find(([, pattern]) => pattern.test(text))?.[0] ?? NO_INTENT;
		Object.assign(call, {
			result: success ? meaning : TRANSCRIPTION_FAILED,
			text: success ? text : undefined,
			updated: Math.floor(this.world.clock.now()),
		});
		return true;
	}

	/** Results lie in a table for each month, and only that of the beginning is looked into. */
	between(begin: number, end: number): FailedCall[] {
		const month = DateTime.fromMillis(begin, { zone: this.world.zone }).endOf('month').toMillis();
		return this.all.filter(({ entered }) => entered >= begin && entered <= Math.min(end, month));
	}
}

export const shownFailure = (call: FailedCall): object => ({
	rbtRecognitionId: call.id,
	callId: call.callId,
	fileName: `Y:\\${tenant.vdnId}\\0\\${call.agentId}\\${call.callId}.V3`,
	callerNo: call.caller,
	calleeNo: call.callee,
	agentId: call.agentId,
	recordBeginTime: call.begin,
	recordEndTime: call.end,
	callType: 7,
	mediaType: 5,
	vdnId: tenant.vdnId,
	tenantId: tenant.tenantId,
	callCenterId: 1,
	releaseCause: call.releaseCause,
	beginTime: call.entered,
	endTime: call.updated ?? null,
	result: call.result ?? null,
	asrTransResult: call.text ?? null,
	confirmedResult: null,
	confirmStatus: 0,
	remark: null,
	locationId: 0,
	updateTime: call.updated ?? null,
});
