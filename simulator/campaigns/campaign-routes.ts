import { DateTime } from 'luxon';
import { z } from 'zod';
import { type Call, envelopes, type Interface } from '../interface';
import { generic, intText, oneOf, optionalText, text } from '../schema/fields';
import { Heap } from '../heap';
import { localDate, parseLocal } from '../time';
import type { World } from '../world';
import { campaignOf, checked, ok, page, refuse, V1, V2 } from './isales';
import {
	businessRules,
	byTypeRules,
	callerList,
	createV1,
	createV2,
	globalRules,
	resultRetryRules,
	setRetryPolicy,
	updateV1,
	updateV2,
} from './schema';
import {
	type CallerNo,
	type CallPolicy,
	type Campaign,
	FINISHED,
	PAUSED,
	type RetryPolicy,
	type RetryRule,
	STARTED,
} from './state';

/** 7.1: campaigns, their retry policies and caller numbers. */

const MOST_ACTIVE = 20;
/** The reference speaks of "the system parameter" for the caller numbers of a campaign and does not give it. */
const MOST_CALLERS = 500;
const TIME_FORMAT = 'must be yyyy-MM-dd HH:mm:ss';
const isIvr = (deviceType: number): boolean => deviceType === 1 || deviceType === 3;

function timesOf(world: World, begin: string, end: string): { begin: number; end: number } {
	const from = parseLocal(begin, world.zone) ?? refuse(generic.parameter, `strBeginTime ${TIME_FORMAT}`);
	const to = parseLocal(end, world.zone) ?? refuse(generic.parameter, `strEndTime ${TIME_FORMAT}`);
	const now = world.clock.now();
	if (from < DateTime.fromMillis(now, { zone: world.zone }).startOf('day').toMillis()) {
		refuse('0200002', 'The start time of the campaign is earlier than the early morning of today.');
	}
	if (from > to) refuse(generic.combination, 'strBeginTime must not be later than strEndTime');
	if (to < now) refuse(generic.combination, 'strEndTime must not be earlier than the current time');
	return { begin: from, end: to };
}

function checkName(world: World, name: string, except?: Campaign): void {
	if ([...world.campaigns.all.values()].some((other) => other !== except && other.name === name)) {
		refuse('0200005', 'The campaign name must be unique.');
	}
}

function checkQueue(world: World, skillId: number | undefined): void {
	if (skillId !== undefined && !world.centre.queues.has(skillId))
		refuse('0200017', 'The skill queue id does not exist.');
}

function newPolicyId(world: World): string {
	return world.campaigns.longId(world.clock.now());
}

/** Without a policy a number is called once; 7.1.11 prints such a policy with single quotes. */
function defaultPolicy(world: World): RetryPolicy {
	return {
		id: newPolicyId(world),
		policyType: 0,
		sent: { policyJson: "[{'retryTimes':1,'retryDay':1,'type':0,'policy':[]}]" },
		noRetry: [],
		byType: new Map(),
		business: [],
	};
}

function plainRule(retryDay: number, retryTimes: number, callInterval = 60): RetryRule {
	return { plain: { retryDay, retryTimes, callInterval } };
}

function policyFrom(id: string, given: any): RetryPolicy {
	const policy: RetryPolicy = {
		id,
		policyType: given.policyType,
		sent: {
			retryDay: given.retryDay,
			retryTimes: given.retryTimes,
			callInterval: given.callInterval,
			resultRetry: given.resultRetry,
			policyJson: given.policyJson,
			busiPolicy: given.busiPolicy,
		},
		noRetry: given.noRetryPolicy ?? [],
		byType: new Map(),
		business: given.busiPolicy ? checked(businessRules, given.busiPolicy) : [],
	};
	if (given.policyType === 1) {
		for (const { dataType, policy: rule } of checked(byTypeRules, given.policyJson)) {
			policy.byType.set(
				dataType,
				Array.isArray(rule) ? { results: rule } : plainRule(rule.retryDay, rule.retryTimes, rule.callInterval),
			);
		}
	} else if (given.resultRetry !== undefined) {
		policy.global = { results: checked(resultRetryRules, given.resultRetry) };
	} else {
		policy.global = plainRule(given.retryDay, given.retryTimes, given.callInterval);
	}
	return policy;
}

function callPolicyFrom(id: string, given: any): CallPolicy | null {
	if (given === undefined) return null;
	return { id, callType: given.callType ?? 0, chooseType: given.chooseType, turns: given.turns };
}

const callersOf = (callerNo: string | CallerNo[]): CallerNo[] =>
	typeof callerNo === 'string' ? [{ accessCode: callerNo, priority: 1 }] : callerNo;

function create({ world, body }: Call): object {
	const { campaigns, clock } = world;
	checkName(world, body.name);
	const times = timesOf(world, body.strBeginTime, body.strEndTime);
	checkQueue(world, body.skillParam?.skillId);
	const active = [...campaigns.all.values()].filter(
		(other) => other.status !== FINISHED && isIvr(other.deviceType) === isIvr(body.deviceType),
	);
	if (active.length >= MOST_ACTIVE) {
		refuse(
			isIvr(body.deviceType) ? '0200004' : '0200003',
			'The number of campaigns of this device type has reached the limit.',
		);
	}
	const campaign: Campaign = {
		id: campaigns.shortId(),
		name: body.name,
		description: body.description ?? null,
		status: body.initStatus === 1 ? PAUSED : STARTED,
		...times,
		deviceType: body.deviceType,
		callers: callersOf(body.callerNo),
		nextCaller: 0,
		maxAlertingTime: body.maxAlertingTime,
		priority: body.priority,
		schedule: body.scheduleParam,
		ivrParam: isIvr(body.deviceType) ? body.ivrParam : null,
		skillParam: isIvr(body.deviceType) ? null : body.skillParam,
		callBackUrl: body.callBackUrl,
		retryPolicy: body.retryPolicy ? policyFrom(newPolicyId(world), body.retryPolicy) : defaultPolicy(world),
		callPolicy: callPolicyFrom(newPolicyId(world), body.callPolicy),
		holidays: [],
		contacts: [],
		waiting: new Heap(),
		results: [],
		inProgress: 0,
		credit: 0,
		lastTick: Math.floor(clock.now()) - 3_600_000,
		pendingCallbacks: [],
	};
	campaigns.all.set(campaign.id, campaign);
	world.dialer.watchEnd(campaign);
	world.dialer.wake(campaign);
	return ok('', { returnObject: { id: campaign.id } });
}

function update({ world, body, params }: Call): object {
	const campaign = campaignOf(world, params);
	if (campaign.status === FINISHED) refuse('0200016', 'The campaign has ended.');
	checkName(world, body.name, campaign);
	if (body.deviceType !== campaign.deviceType) refuse(generic.parameter, 'deviceType cannot be changed');
	checkQueue(world, body.skillParam?.skillId);
	const { retryPolicy: retry, callPolicy: call } = body;
	if (retry && retry.retryPolicyId !== campaign.retryPolicy.id)
		refuse(generic.parameter, 'The retry policy does not exist.');
	if (call?.callPolicyId !== undefined && call.callPolicyId !== campaign.callPolicy?.id) {
		refuse(generic.parameter, 'The call policy does not exist.');
	}
	if (call && call.callPolicyId === undefined && campaign.callPolicy) {
		refuse(generic.parameter, 'callPolicyId is required to change a call policy');
	}
	const times = body.strBeginTime === undefined ? {} : updatedTimes(world, campaign, body);
	const newRetry = retry ? policyFrom(retry.retryPolicyId, retry) : campaign.retryPolicy;
	Object.assign(campaign, times, {
		name: body.name,
		description: body.description ?? null,
		callers: callersOf(body.callerNo),
		maxAlertingTime: body.maxAlertingTime,
		priority: body.priority ?? campaign.priority,
		schedule: body.scheduleParam,
		ivrParam: isIvr(body.deviceType) ? body.ivrParam : null,
		skillParam: isIvr(body.deviceType) ? null : body.skillParam,
		callBackUrl: body.callBackUrl,
		retryPolicy: newRetry,
		callPolicy: call ? callPolicyFrom(campaign.callPolicy?.id ?? newPolicyId(world), call) : campaign.callPolicy,
	});
	world.dialer.watchEnd(campaign);
	world.dialer.wake(campaign);
	return ok();
}

/** A start time that stays what it was may lie in the past: only a new one must not. */
function updatedTimes(world: World, campaign: Campaign, body: any): { begin: number; end: number } {
	const same = parseLocal(body.strBeginTime, world.zone) === campaign.begin;
	if (!same) return timesOf(world, body.strBeginTime, body.strEndTime);
	const end = parseLocal(body.strEndTime, world.zone) ?? refuse(generic.parameter, `strEndTime ${TIME_FORMAT}`);
	if (campaign.begin > end) refuse(generic.combination, 'strBeginTime must not be later than strEndTime');
	if (end < world.clock.now()) refuse(generic.combination, 'strEndTime must not be earlier than the current time');
	return { begin: campaign.begin, end };
}

const mainCaller = (campaign: Campaign): string =>
	[...campaign.callers].sort((a, b) => a.priority - b.priority)[0]?.accessCode ?? '';

/** 7.1.6 and 7.1.7 print dates without the time. */
const dates = (campaign: Campaign, world: World) => ({
	strBeginTime: localDate(campaign.begin, world.zone),
	strEndTime: localDate(campaign.end, world.zone),
});

function detail(campaign: Campaign, world: World): object {
	const { skillParam: skill, retryPolicy: retry, callPolicy: call } = campaign;
	const schedule = Object.fromEntries(
		['workday', 'holiday'].flatMap((kind) =>
			[1, 2, 3].flatMap((n) =>
				[`${kind}BeginTime${n}`, `${kind}EndTime${n}`].map((key) => [key, campaign.schedule[key] || null]),
			),
		),
	);
	return {
		id: campaign.id,
		name: campaign.name,
		description: campaign.description,
		status: campaign.status,
		...dates(campaign, world),
		deviceType: campaign.deviceType,
		callerNo: mainCaller(campaign),
		maxAlertingTime: campaign.maxAlertingTime,
		scheduleParam: schedule,
		ivrParam: campaign.ivrParam,
		skillParam: skill && {
			skillId: skill.skillId,
			skillName: skill.skillName ?? null,
			outBoundType: skill.outBoundType,
			predictParam: skill.predictParam
				? {
						predictMethod: skill.predictParam.predictMethod,
						expPredictParam: readBack(skill.predictParam.expPredictParam),
						agentPredictParam: readBack(skill.predictParam.agentPredictParam),
						connectPredictParam: readBack(skill.predictParam.connectPredictParam),
						offhookPredictParam: skill.predictParam.offhookPredictParam ?? null,
					}
				: null,
			previewParam: skill.previewParam ?? null,
		},
		callBackUrl: campaign.callBackUrl,
		retryPolicy: {
			retryPolicyId: retry.id,
			policyType: retry.policyType,
			retryDay: retry.sent.retryDay ?? null,
			retryTimes: retry.sent.retryTimes ?? null,
			callInterval: retry.sent.callInterval ?? null,
			resultRetry: retry.sent.resultRetry ?? null,
			policyJson: retry.sent.policyJson ?? null,
			busiPolicy: retry.sent.busiPolicy ?? null,
			noRetryPolicy: retry.noRetry.length > 0 ? JSON.stringify(retry.noRetry) : null,
		},
		callPolicy: call && {
			callPolicyId: call.id,
			callType: call.callType,
			chooseType: call.chooseType ?? null,
			turns: call.turns ? JSON.stringify(call.turns.map((turn, i) => ({ ...turn, orderNo: i + 1 }))) : null,
		},
	};
}

/** Written minAvgCallTime, read mimAvgCallTime (tables 7-89 to 7-91). */
function readBack(parameters: Record<string, number> | undefined): Record<string, number> | null {
	if (!parameters) return null;
	const { minAvgCallTime, ...rest } = parameters;
	return { ...rest, mimAvgCallTime: minAvgCallTime };
}

export const campaignRoutes: Interface[] = [
	{ section: '7.1.1', method: 'POST', path: V1, envelope: envelopes.both, body: createV1, handle: create },
	{ section: '7.1.2', method: 'POST', path: V2, envelope: envelopes.both, body: createV2, handle: create },
	{
		section: '7.1.3',
		method: 'PUT',
		path: `${V1}/{campaignId}`,
		envelope: envelopes.both,
		body: updateV1,
		handle: update,
	},
	{
		section: '7.1.4',
		method: 'PUT',
		path: `${V2}/{campaignId}`,
		envelope: envelopes.both,
		body: updateV2,
		handle: update,
	},
	{
		section: '7.1.5',
		method: 'DELETE',
		path: `${V1}/{campaignId}`,
		envelope: envelopes.both,
		bodyOptional: true,
		body: z.object({ archiveHistory: oneOf(0, 1).optional() }).strict(),
		handle({ world, params }) {
			const campaign = campaignOf(world, params);
			if (campaign.status === STARTED) refuse('0200009', 'The campaign is still running.');
			world.campaigns.remove(campaign);
			return ok('delete task success');
		},
	},
	{
		section: '7.1.6',
		method: 'GET',
		path: `${V1}/{campaignId}`,
		envelope: envelopes.both,
		handle: ({ world, params }) => ok('', { returnObject: detail(campaignOf(world, params), world) }),
	},
	{
		section: '7.1.7',
		method: 'GET',
		path: V1,
		envelope: envelopes.both,
		query: z
			.object({
				name: z.string().max(30).optional(),
				status: intText(0, 4),
				deviceType: intText(0, 6),
				beginTime: z.string().optional(),
				endTime: z.string().optional(),
				// Called required, and then given defaults: they may be left out.
				curPage: intText(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER).optional(),
				rowsPerPage: intText(1, 100).optional(),
				ccId: intText(0, Number.MAX_SAFE_INTEGER).optional(),
			})
			.strict(),
		handle({ world, query }) {
			const bound = (key: 'beginTime' | 'endTime'): number | undefined =>
				query[key]
					? (parseLocal(query[key], world.zone) ?? refuse(generic.parameter, `${key} ${TIME_FORMAT}`))
					: undefined;
			const begin = bound('beginTime');
			const end = bound('endTime');
			const curPage = Math.max(1, query.curPage ?? 1);
			const rowsPerPage = query.rowsPerPage ?? 10;
			const all = [...world.campaigns.all.values()];
			const found = all.filter(
				(campaign) =>
					campaign.name.includes(query.name ?? '') &&
					(query.status === 0 || campaign.status === query.status) &&
					(query.deviceType === 0 || campaign.deviceType === query.deviceType) &&
					(begin === undefined || campaign.begin >= begin) &&
					(end === undefined || campaign.end <= end),
			);
			return ok('', {
				curPage,
				totalSize: found.length,
				rowsPerPage,
				data: page(found, curPage, rowsPerPage).map((campaign) => ({
					id: campaign.id,
					name: campaign.name,
					status: campaign.status,
					...dates(campaign, world),
					deviceType: campaign.deviceType,
					callerNo: mainCaller(campaign),
				})),
				curSkillQueueCount: all.filter(({ deviceType }) => !isIvr(deviceType)).length,
				curIvrCount: all.filter(({ deviceType }) => isIvr(deviceType)).length,
			});
		},
	},
	{
		section: '7.1.8',
		method: 'PUT',
		path: `${V1}/{campaignId}/pause`,
		envelope: envelopes.both,
		handle({ world, params }) {
			const campaign = campaignOf(world, params);
			if (campaign.status !== STARTED) refuse('0200011', 'The current status does not allow pausing.');
			campaign.status = PAUSED;
			return ok();
		},
	},
	{
		section: '7.1.9',
		method: 'PUT',
		path: `${V1}/{campaignId}/resume`,
		envelope: envelopes.both,
		handle({ world, params }) {
			const campaign = campaignOf(world, params);
			if (campaign.status !== PAUSED) refuse('0200011', 'The current status does not allow resuming.');
			campaign.status = STARTED;
			world.dialer.wake(campaign);
			return ok();
		},
	},
	{
		section: '7.1.10',
		method: 'POST',
		path: `${V1}/retryPolicy/{campaignId}`,
		envelope: envelopes.both,
		body: setRetryPolicy,
		handle({ world, params, body }) {
			// The table prints the code with a hyphen, and only here.
			const campaign = campaignOf(world, params, '0200-01');
			const policy: RetryPolicy = {
				...defaultPolicy(world),
				id: campaign.retryPolicy.id,
				policyType: body.policyType,
				sent: { policyJson: body.policyJson },
			};
			if (body.policyType === 1) {
				campaign.retryPolicy = policyFrom(campaign.retryPolicy.id, body);
				return ok();
			}
			const [rule] = checked(globalRules, body.policyJson);
			policy.noRetry = rule.noRetryPolicy ?? [];
			policy.global =
				rule.type === 1 ? { results: rule.policy ?? [] } : plainRule(rule.retryDay ?? 1, rule.retryTimes ?? 1);
			campaign.retryPolicy = policy;
			return ok();
		},
	},
	{
		section: '7.1.11',
		method: 'GET',
		path: `${V1}/retryPolicy/{campaignId}`,
		// The sample carries no resultCode.
		envelope: envelopes.returnDesc,
		handle({ world, params }) {
			const { retryPolicy: policy } = campaignOf(world, params, generic.parameter);
			const { sent } = policy;
			return ok(
				null,
				{
					data: {
						retryPolicyId: policy.id,
						policyType: policy.policyType,
						policyJson: sent.policyJson ?? JSON.stringify([globalJson(policy)]),
						...(policy.noRetry.length > 0 ? { noRetryPolicy: JSON.stringify(policy.noRetry) } : {}),
						...(sent.busiPolicy ? { busiPolicy: sent.busiPolicy } : {}),
					},
				},
				envelopes.returnDesc,
			);
		},
	},
	{
		section: '7.1.15',
		method: 'POST',
		path: `${V1}/callerNo/{campaignId}`,
		envelope: envelopes.both,
		body: z.object({ callerNo: callerList(24) }).strict(),
		handle({ world, params, body }) {
			const campaign = campaignOf(world, params);
			const codes = [...campaign.callers, ...body.callerNo].map(({ accessCode }) => accessCode);
			if (new Set(codes).size < codes.length) refuse(generic.parameter, 'The caller number is repeated.');
			if (codes.length > MOST_CALLERS) refuse(generic.parameter, 'The campaign has too many caller numbers.');
			campaign.callers = [...campaign.callers, ...body.callerNo];
			return ok('create callerNo success');
		},
	},
	{
		section: '7.1.16',
		method: 'DELETE',
		path: `${V1}/callerNo/{campaignId}`,
		envelope: envelopes.both,
		body: z
			.object({
				callerNo: z
					.array(z.object({ accessCode: text(24, /^[0-9]+$/) }).strict())
					.min(1)
					.max(100),
			})
			.strict(),
		handle({ world, params, body }) {
			const campaign = campaignOf(world, params);
			const gone = new Set(body.callerNo.map(({ accessCode }: CallerNo) => accessCode));
			const left = campaign.callers.filter(({ accessCode }) => !gone.has(accessCode));
			if (left.length === 0) refuse(generic.parameter, 'A campaign keeps at least one caller number.');
			const count = campaign.callers.length - left.length;
			campaign.callers = left;
			return ok(`delete callerNo success.num:${count}`);
		},
	},
];

function globalJson({ global }: RetryPolicy): object {
	if (!global) return { type: 0, retryDay: 1, retryTimes: 1, policy: [] };
	if ('results' in global) return { type: 1, policy: global.results };
	return { type: 0, retryDay: global.plain.retryDay, retryTimes: global.plain.retryTimes, policy: [] };
}

export const businessResultRoutes: Interface[] = [
	{
		section: '7.1.12',
		method: 'POST',
		path: `${V1}/addBusinessResult`,
		envelope: envelopes.both,
		body: (() => {
			const one = {
				name: text(50, /^[^`~!@#$%^&*()+={}|'";<>/?.\\[\]]+$/),
				code: optionalText(50, /^[0-9A-Za-z-]+$/),
				description: optionalText(200, /^[^`~!@#$%^&*()+={}|'";<>/?.\\[\]]+$/),
			};
			return z.object({ ...one, children: z.array(z.object(one).strict()).optional() }).strict();
		})(),
		handle({ world, body }) {
			const known = world.campaigns.businessResults;
			const code = body.code || String(world.campaigns.shortId());
			if (known.some((one) => one.code === code || one.name === body.name)) {
				refuse(generic.parameter, 'The business result already exists.');
			}
			const children = (body.children ?? []).map((child: { code?: string }) => ({
				...child,
				code: child.code || String(world.campaigns.shortId()),
			}));
			known.push({ ...body, code, children });
			return ok('addBusinessResult success');
		},
	},
	{
		section: '7.1.13',
		method: 'GET',
		path: `${V1}/queryBusinessResults`,
		envelope: envelopes.both,
		query: z.object({ pageSize: intText(1, 50), pageNum: intText(1, Number.MAX_SAFE_INTEGER) }).strict(),
		handle({ world, query }) {
			const all = world.campaigns.businessResults;
			return ok('queryBusinessResults Success!', {
				data: page(all, query.pageNum, query.pageSize).map(({ name, code, children }) => ({
					code,
					children: children.map((child) => ({ code: child.code, name: child.name, defLevel: '2' })),
					name,
					defLevel: '1',
				})),
				totalCount: all.length,
			});
		},
	},
	{
		section: '7.7.1',
		method: 'POST',
		path: `${V1}/callBusiResult/{dataId}`,
		envelope: envelopes.resultDesc,
		body: z
			.object({
				busiResult: text(50),
				subStatus: optionalText(50),
				busiResultDesc: optionalText(),
				workNo: optionalText(),
			})
			.strict(),
		handle({ world, params, body }) {
			const contact =
				world.campaigns.contacts.get(params.dataId) ?? refuse('0200033', 'The outbound data does not exist.');
			const campaign = world.campaigns.all.get(contact.campaignId);
			const result = world.campaigns.businessResults.find(({ code }) => code === body.busiResult);
			if (!campaign || !result) return refuse(generic.parameter, 'The business result does not exist.');
			if (body.subStatus && !result.children.some(({ code }) => code === body.subStatus)) {
				refuse('0200034', 'The substatus does not match the business result.');
			}
			// The outbound call has to have succeeded (precondition of 7.7.1).
			if (!contact.last?.answered) refuse('0200999', 'The business result failed to be written back.');
			contact.businessResult = { code: body.busiResult, sub: body.subStatus, description: body.busiResultDesc };
			if (body.workNo) contact.workNo = Number(body.workNo);
			const rule = campaign.retryPolicy.business.find(
				(one) =>
					one.busiResultCode === body.busiResult &&
					(!one.busiResultSubCode || one.busiResultSubCode === body.subStatus),
			);
			if (rule && contact.state === 'finished' && campaign.status !== FINISHED) {
				world.dialer.redial(campaign, contact, rule);
			}
			return ok('The business result is written back successfully.', {}, envelopes.resultDesc);
		},
	},
];
