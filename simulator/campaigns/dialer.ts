import { DateTime } from 'luxon';
import type { World } from '../world';
import { nextDialTime } from './calendar';
import { failCode, SUCCESS, SUCCESS_RESULT } from './fail-codes';
import { retryTime, turnOrder } from './retry';
import {
	type Blocked,
	type BusinessRule,
	type CallResult,
	type Campaign,
	type Contact,
	FINISHED,
	STARTED,
} from './state';

/** Results are reported together when calls end within this of each other. */
const REPORT_AFTER_MS = 5_000;
/** iSales looks every three seconds, or as often as the campaign asks (note under table 7-5). */
const PERIOD_MS = 3_000;
/** Without a single agent in the queue there is no point in looking that often. */
const NO_AGENTS_MS = 60_000;
const SECOND = 1000;

/** Dials the waiting contacts of the running campaigns. */
export class Dialer {
	constructor(private readonly world: World) {}

	enqueue(campaign: Campaign, contact: Contact, at: number): void {
		contact.state = 'waiting';
		contact.nextAt = at;
		contact.version++;
		campaign.waiting.push(at, { contact, version: contact.version });
	}

	/** Something has changed: look at once, or as soon as the campaign's pace allows. */
	wake(campaign: Campaign): void {
		if (campaign.status !== STARTED) return;
		this.schedule(campaign, Math.max(this.world.clock.now(), campaign.lastTick + this.period(campaign)));
	}

	/** A campaign is finished when its end time has come, not when its numbers are called: more may be added. */
	watchEnd(campaign: Campaign): void {
		const { end } = campaign;
		this.world.clock.at(end, () => {
			if (campaign.end === end) this.finishIfOver(campaign);
		});
	}

	private finishIfOver(campaign: Campaign): void {
		if (this.world.clock.now() < campaign.end || campaign.status === FINISHED) return;
		campaign.status = FINISHED;
		for (const contact of campaign.contacts) if (contact.state === 'waiting') this.finish(contact);
	}

	private schedule(campaign: Campaign, time: number): void {
		if (campaign.tick && campaign.tick.at <= time) return;
		campaign.tick?.task.cancel();
		const task = this.world.clock.at(time, () => {
			campaign.tick = undefined;
			this.tick(campaign);
		});
		campaign.tick = { at: time, task };
	}

	private tick(campaign: Campaign): void {
		const { clock, zone } = this.world;
		const now = clock.now();
		this.finishIfOver(campaign);
		if (campaign.status !== STARTED || !this.world.campaigns.all.has(campaign.id)) return;
		this.dropStale(campaign);
		const first = campaign.waiting.peek();
		if (!first) return;
		const opens = nextDialTime(campaign, Math.max(now, first.key), zone);
		if (opens === undefined) return;
		if (opens > now) {
			this.schedule(campaign, opens);
			return;
		}
		campaign.lastTick = now;
		let capacity = this.capacity(campaign);
		while (capacity > 0) {
			this.dropStale(campaign);
			const next = campaign.waiting.peek();
			if (!next || next.key > now) break;
			campaign.waiting.pop();
			if (this.dial(campaign, next.value.contact)) capacity--;
		}
		this.dropStale(campaign);
		const left = campaign.waiting.peek();
		if (left) this.schedule(campaign, Math.max(left.key, now + this.pause(campaign)));
	}

	private dropStale(campaign: Campaign): void {
		for (;;) {
			const top = campaign.waiting.peek();
			if (!top) return;
			const { contact, version } = top.value;
			if (contact.state === 'waiting' && contact.version === version) return;
			campaign.waiting.pop();
		}
	}

	private period(campaign: Campaign): number {
		if (campaign.ivrParam) return Math.min(campaign.ivrParam.callInterval * SECOND, PERIOD_MS);
		if (campaign.deviceType === 5) return campaign.skillParam?.previewParam.failInterval * SECOND;
		return PERIOD_MS;
	}

	private pause(campaign: Campaign): number {
		const noAgents =
			campaign.skillParam && this.world.centre.agentsOfQueue(campaign.skillParam.skillId).length === 0;
		return noAgents ? NO_AGENTS_MS : this.period(campaign);
	}

	/** How many calls may go out now. */
	private capacity(campaign: Campaign): number {
		if (campaign.ivrParam) {
			// The reference rounds down every period, by which one call in ten seconds would never go out: what is
			// rounded off is kept for the next period instead.
			const { callCount, callInterval } = campaign.ivrParam;
			campaign.credit += (callCount / callInterval) * (this.period(campaign) / SECOND);
			const whole = Math.floor(campaign.credit + 1e-9);
			campaign.credit -= whole;
			return whole;
		}
		const free = this.freeAgents(campaign).length;
		// A predictive campaign rings ahead of its agents; here never by more than are free, so that nobody is lost.
		if (campaign.deviceType === 2) return Math.max(0, free - campaign.inProgress);
		if (campaign.deviceType === 5) return Math.min(free, campaign.skillParam?.previewParam.obCallCount);
		return free;
	}

	private freeAgents(campaign: Campaign): number[] {
		return this.world.centre
			.agentsOfQueue(campaign.skillParam?.skillId)
			.map(({ workNo }) => workNo)
			.filter((workNo) => !this.world.campaigns.busyAgents.has(workNo));
	}

	/** True when a call went out. */
	private dial(campaign: Campaign, contact: Contact): boolean {
		const { clock, campaigns, zone, random } = this.world;
		const now = clock.now();
		if (contact.recycleTime !== null && contact.recycleTime <= now) {
			campaigns.removeContact(contact);
			return false;
		}
		const order = turnOrder(campaign, contact);
		const number = contact.numbers[order[contact.position]];
		if (!number) {
			this.finish(contact);
			return false;
		}
		const freeAt = blockedUntil(campaigns.blocklist.get(number.calledNo), number.calledNo, this.world);
		if (freeAt === Infinity) {
			number.exhausted = true;
			this.moveOn(campaign, contact, now);
			return false;
		}
		if (freeAt > now) {
			this.enqueue(campaign, contact, freeAt);
			return false;
		}

		contact.state = 'calling';
		contact.calledAt = now;
		campaign.inProgress++;
		note(campaigns.callTimes, number.calledNo, now);
		const code = this.world.outcomes.next(number.calledNo, campaign.skillParam !== null);
		const answered = code === SUCCESS;
		const kind = failCode(code);
		// A preview agent has autoCallTime to look at the contact before the call goes out by itself.
		const preview = campaign.deviceType === 5 ? campaign.skillParam?.previewParam.autoCallTime * SECOND : 0;
		const most = campaign.maxAlertingTime;
		const ring =
			kind.ringsOut && !answered ? most : kind.immediate && !answered ? 1 : random.between(2, Math.min(10, most));
		const talk = answered || kind.agentsOnly ? random.between(5, campaign.ivrParam ? 30 : 60) : 0;
		const ringTime = now + preview;
		const answerTime = answered ? ringTime + ring * SECOND : null;
		const endTime = ringTime + (ring + talk) * SECOND;
		const workNo = campaign.skillParam ? this.agentFor(campaign, contact) : undefined;
		if (workNo !== undefined) {
			const wrapUp = this.world.centre.queues.get(campaign.skillParam?.skillId)?.maxAgentWrapupTime ?? 0;
			campaigns.busyAgents.add(workNo);
			clock.at(endTime + wrapUp * SECOND, () => {
				campaigns.busyAgents.delete(workNo);
				for (const other of campaigns.all.values()) if (other.skillParam) this.wake(other);
			});
		}
		const callId = campaigns.nextCallId(now);
		const result: CallResult = {
			callId,
			campaignId: campaign.id,
			dataId: contact.dataId,
			sessionId: contact.sessionId,
			called: number.calledNo,
			customField: contact.customField,
			caller: contact.caller ?? nextCaller(campaign),
			callTime: ringTime,
			ringTime,
			answerTime,
			endTime,
			answered,
			failCode: code,
			resultCode: answered ? SUCCESS_RESULT : campaigns.resultCodeOf(code),
			recordPath: answered
				? `Y:/1/${this.world.tenant.vdnId}/${DateTime.fromMillis(ringTime, { zone }).toFormat('yyyyMMdd')}/${callId}.V3`
				: '',
			deviceType: campaign.deviceType,
			workNo: answered ? workNo : undefined,
			attempt: number.attempts.length + 1,
		};
		clock.at(endTime, () => this.ended(campaign, contact, order, result));
		return true;
	}

	/** A business result may ask for another call, of the same number or the next one (7.7.1, table 7-33). */
	redial(campaign: Campaign, contact: Contact, rule: BusinessRule): void {
		if (rule.busiResultPolicy === 0) return;
		const order = turnOrder(campaign, contact);
		if (rule.busiResultPolicy === 1) {
			if (contact.position + 1 >= order.length) return;
			contact.position++;
		}
		contact.succeeded = false;
		contact.finishedAt = undefined;
		this.enqueue(campaign, contact, this.world.clock.now() + (rule.callInterval ?? 0) * SECOND);
		this.wake(campaign);
	}

	private agentFor(campaign: Campaign, contact: Contact): number | undefined {
		const free = this.freeAgents(campaign);
		return contact.workNo !== undefined && free.includes(contact.workNo) ? contact.workNo : free[0];
	}

	private ended(campaign: Campaign, contact: Contact, order: number[], result: CallResult): void {
		const { clock, campaigns, zone } = this.world;
		const now = clock.now();
		campaign.inProgress--;
		if (!campaigns.all.has(campaign.id)) return;
		const number = contact.numbers[order[contact.position]];
		number.attempts.push({ time: result.callTime, result: failCode(result.failCode).result });
		contact.last = result;
		campaign.results.push(result);
		campaigns.calls.set(result.callId, result);
		this.report(campaign, result);
		if (result.answered) {
			contact.succeeded = true;
			this.finish(contact);
		} else {
			const again = retryTime(campaign, number, result.failCode, result.resultCode, now, zone);
			if (again === undefined) number.exhausted = true;
			const byTurns = campaign.callPolicy?.callType === 1;
			if (again !== undefined && !byTurns) this.enqueue(campaign, contact, again);
			else this.moveOn(campaign, contact, again ?? now);
		}
		if (campaign.status === FINISHED && contact.state === 'waiting') this.finish(contact);
		this.wake(campaign);
	}

	/** To the next number of the contact that still may be called; turns go round, the plain order does not. */
	private moveOn(campaign: Campaign, contact: Contact, retryAt: number): void {
		const now = this.world.clock.now();
		const order = turnOrder(campaign, contact);
		const rounds = campaign.callPolicy?.callType === 1;
		for (let step = 1; step <= order.length; step++) {
			const position = contact.position + step;
			if (position >= order.length && !rounds) break;
			const wrapped = position % order.length;
			const number = contact.numbers[order[wrapped]];
			if (number.exhausted) continue;
			const sameAgain = wrapped === contact.position;
			contact.position = wrapped;
			this.enqueue(campaign, contact, sameAgain ? retryAt : now + number.delayTime * SECOND);
			return;
		}
		this.finish(contact);
	}

	private finish(contact: Contact): void {
		contact.state = 'finished';
		contact.finishedAt = this.world.clock.now();
	}

	private report(campaign: Campaign, result: CallResult): void {
		campaign.pendingCallbacks.push(result);
		campaign.flush ??= this.world.clock.after(REPORT_AFTER_MS, () => {
			campaign.flush = undefined;
			const ended = campaign.pendingCallbacks.splice(0);
			return this.world.callbacks.campaignResults(
				campaign.callBackUrl,
				ended.map((one) => callbackRecord(one, this.world)),
			);
		});
	}
}

function note(times: Map<string, number[]>, number: string, now: number): void {
	const list = times.get(number);
	if (list) list.push(now);
	else times.set(number, [now]);
}

/** Callers of the best priority take turns. */
function nextCaller(campaign: Campaign): string {
	const best = Math.min(...campaign.callers.map(({ priority }) => priority));
	const callers = campaign.callers.filter(({ priority }) => priority === best);
	return callers[campaign.nextCaller++ % callers.length]?.accessCode ?? '';
}

/** Until when a number may not be called: Infinity for a plain entry, the next hour or day for a restricted one. */
export function blockedUntil(entry: Blocked | undefined, number: string, world: World): number {
	const now = world.clock.now();
	if (!entry || (entry.expiry !== null && entry.expiry <= now)) return now;
	if (entry.restrictTimes === undefined) return Infinity;
	const unit = entry.restrictPeriod === '0' ? 'hour' : 'day';
	const start = DateTime.fromMillis(now, { zone: world.zone }).startOf(unit);
	const made = (world.campaigns.callTimes.get(number) ?? []).filter((time) => time >= start.toMillis()).length;
	if (made < entry.restrictTimes) return now;
	return start.plus(unit === 'hour' ? { hours: 1 } : { days: 1 }).toMillis();
}

/** The record of 7.6.1; a success is "0" in its sample, not the "00000" of the table. */
export function callbackRecord(result: CallResult, world: World): Record<string, unknown> {
	return {
		campaignId: String(result.campaignId),
		sessionId: result.sessionId,
		called: result.called,
		callTimeStr: world.local(result.callTime),
		callStatus: result.answered ? 6 : 5,
		failCode: result.answered ? '0' : result.failCode,
		vdnId: world.tenant.vdnId,
		callId: result.callId,
		customField: result.customField,
		recordPath: result.recordPath,
	};
}
