import { z } from 'zod';
import { parseLenientJson } from '../json';
import { generic, int, oneOf, text } from '../schema/fields';

/** The bodies of 7.1.1 to 7.1.4 and 7.1.10: tables 7-3 to 7-35, 7-41 to 7-50, 7-55 to 7-72, 7-116 to 7-118. */

const combination = (message: string) => ({ message, params: { code: generic.combination } });
const conversion = { message: 'is not the JSON it should be', params: { code: generic.conversion } };

const windowTime = z.string().refine((value) => value === '' || /^([01]\d|2[0-3]):[0-5]\d$/.test(value), {
	message: 'must be HH:mm',
	params: { code: generic.illegal },
});
const windowKeys = ['workday', 'holiday'].flatMap((kind) =>
	[1, 2, 3].map((n): [string, string] => [`${kind}BeginTime${n}`, `${kind}EndTime${n}`]),
);

const scheduleParam = z
	.object(Object.fromEntries(windowKeys.flat().map((key) => [key, windowTime.optional()])))
	.strict()
	.superRefine((given: Record<string, string | undefined>, context) => {
		const refuse = (message: string) => context.addIssue({ code: 'custom', ...combination(message) });
		if (![1, 2, 3].some((n) => given[`workdayBeginTime${n}`]))
			refuse('the three workday windows cannot all be empty');
		for (const [begin, end] of windowKeys) {
			const from = given[begin] ?? '';
			const to = given[end] ?? '';
			if ((from === '') !== (to === '')) refuse(`${begin} and ${end} are both empty or both given`);
			else if (from !== '' && from >= to) refuse(`${begin} must be before ${end}`);
		}
	});

const ivrParam = z.object({ deviceSign: text(), callCount: int(1, 100), callInterval: int(1, 9999) }).strict();

/** One section prints 5-200 for one of these where all others print 50-200: the wider range is let through. */
const callTimes = { maxAvgCallTime: int(5, 200), minAvgCallTime: int(5, 200) };
const ordered = (given: { minAvgCallTime: number; maxAvgCallTime: number }) =>
	given.minAvgCallTime <= given.maxAvgCallTime;
const notOrdered = combination('minAvgCallTime must not be greater than maxAvgCallTime');

const predictParam = z
	.object({
		predictMethod: oneOf(1, 2, 3, 5),
		expPredictParam: z
			.object({ ...callTimes, outBoundRate: int(0, 100) })
			.strict()
			.refine(ordered, notOrdered)
			.optional(),
		agentPredictParam: z
			.object({ ...callTimes, lossRate: int(0, 100), utilRate: int(0, 100), utilRateMethod: oneOf(1, 2) })
			.strict()
			.refine(ordered, notOrdered)
			.optional(),
		connectPredictParam: z
			.object({ ...callTimes, lossRate: int(0, 100), waitTime: int(0, 16), connRate: int(0, 100) })
			.strict()
			.refine(ordered, notOrdered)
			.optional(),
		offhookPredictParam: z
			.object({ offHookRate: int(50, 200) })
			.strict()
			.optional(),
	})
	.strict()
	.superRefine((given, context) => {
		const needed = {
			1: given.expPredictParam,
			2: given.agentPredictParam,
			3: given.connectPredictParam,
			5: given.offhookPredictParam,
		}[given.predictMethod];
		if (needed === undefined) {
			context.addIssue({
				code: 'custom',
				...combination(`the parameters of predictMethod ${given.predictMethod} are missing`),
			});
		}
	});

const skillParam = z
	.object({
		skillId: int(1, 1000),
		// Required in 7.1.2 only; its three sisters call it optional.
		skillName: z.string().max(100).optional(),
		outBoundType: oneOf(2, 5, 6),
		predictParam: predictParam.optional(),
		previewParam: z
			.object({ failInterval: int(3, 60), obCallCount: int(1, 100), autoCallTime: int(5) })
			.strict()
			.optional(),
	})
	.strict()
	.superRefine((given, context) => {
		const refuse = (message: string) => context.addIssue({ code: 'custom', ...combination(message) });
		if (given.outBoundType === 2 && !given.predictParam) refuse('predictParam is required for outBoundType 2');
		if (given.outBoundType === 5 && !given.previewParam) refuse('previewParam is required for outBoundType 5');
	});

const common = {
	name: text(32),
	description: z
		.string()
		.max(200)
		.regex(/^[^"[\]=;<>]*$/)
		.optional(),
	deviceType: oneOf(1, 2, 3, 5, 6),
	maxAlertingTime: int(5, 120),
	scheduleParam,
	ivrParam: ivrParam.optional(),
	skillParam: skillParam.optional(),
	// Printed callbackUrl in two tables, callBackUrl in every sample and in 7.1.6.
	callBackUrl: text(1000, /^https?:\/\//),
};
const created = {
	strBeginTime: text(),
	strEndTime: text(),
	initStatus: oneOf(0, 1).optional(),
	ccId: int().optional(),
};

export const callerList = (longest: number) =>
	z
		.array(z.object({ accessCode: text(longest, /^[0-9]+$/), priority: int(1, 5) }).strict())
		.min(1)
		.max(100);

/** Rules that bind several fields of a campaign. */
function bind(given: any, context: z.RefinementCtx): void {
	const refuse = (message: string) => context.addIssue({ code: 'custom', ...combination(message) });
	if ([1, 3].includes(given.deviceType)) {
		if (!given.ivrParam) refuse(`ivrParam is required for deviceType ${given.deviceType}`);
	} else if (!given.skillParam) refuse(`skillParam is required for deviceType ${given.deviceType}`);
	else if (given.skillParam.outBoundType !== given.deviceType) refuse('outBoundType does not agree with deviceType');
	if (given.deviceType === 5) {
		if (given.maxAlertingTime < 9) {
			const params = { code: generic.size };
			context.addIssue({
				code: 'custom',
				message: 'maxAlertingTime must be 9 to 120 for a preview campaign',
				params,
			});
		}
		if (given.skillParam?.previewParam?.autoCallTime > given.maxAlertingTime - 3) {
			refuse('autoCallTime must not be greater than maxAlertingTime - 3');
		}
	}
	if (given.callPolicy?.callType === 1 && given.retryPolicy?.policyType !== 1) {
		refuse('policyType must be 1 when callType is 1');
	}
}

/** Inside these strings the reference itself writes numbers with and without quotes. */
const looseInt = (low: number, high: number) =>
	z.union([z.number().int(), z.string().regex(/^\d+$/).transform(Number)]).pipe(z.number().min(low).max(high));

const resultRules = z.array(
	z.object({ result: looseInt(0, 9), retryNumber: looseInt(0, 9), callInterval: looseInt(1, 86400) }).strict(),
);
const plainRule = z
	.object({ retryDay: looseInt(1, 5), retryTimes: looseInt(1, 6), callInterval: looseInt(1, 86400).optional() })
	.strict();
/** An array by ruling; the printed samples have lost their brackets, so that a single rule passes as well. */
const resultPolicy = z.union([resultRules, resultRules.element.transform((rule) => [rule])]);

const jsonOf = <S extends z.ZodTypeAny>(schema: S) =>
	z.string().transform((value, context): z.infer<S> => {
		const parsed = schema.safeParse(parseLenientJson(value));
		if (parsed.success) return parsed.data as z.infer<S>;
		const [issue] = parsed.error.issues;
		context.addIssue({ code: 'custom', ...conversion, message: `${issue.path.join('.')} ${issue.message}` });
		return z.NEVER;
	});

const numberTypeName = text(20, /^[^`~!@#$%^&*()+={}|'";<>/?.\\[\]]+$/);

export const byTypeRules = jsonOf(
	z
		.array(
			z
				.object({ dataType: numberTypeName, type: looseInt(0, 1), policy: z.union([plainRule, resultPolicy]) })
				.strict()
				.refine(
					({ type, policy }) => (type === 1) === Array.isArray(policy),
					'policy does not agree with type',
				),
		)
		.min(1),
);

/** 7.1.10 with policyType 0 writes the plain rule beside `type`, not into `policy`. */
export const globalRules = jsonOf(
	z
		.array(
			z
				.object({
					dataType: z.string().optional(),
					type: looseInt(0, 1),
					retryDay: looseInt(1, 5).optional(),
					retryTimes: looseInt(1, 6).optional(),
					policy: z.union([z.array(z.never()).length(0), resultPolicy]).optional(),
					noRetryPolicy: z.array(z.string()).optional(),
				})
				.strict()
				.refine(
					(rule) =>
						rule.type === 1
							? (rule.policy?.length ?? 0) > 0
							: rule.retryDay !== undefined && rule.retryTimes !== undefined,
					'type 0 needs retryDay and retryTimes, type 1 needs policy',
				),
		)
		.length(1),
);

export const resultRetryRules = jsonOf(resultRules.min(1));

export const businessRules = jsonOf(
	z.array(
		z
			.object({
				busiResultCode: z.string().min(1),
				busiResultSubCode: z.string().optional(),
				busiResultPolicy: looseInt(0, 2),
				callInterval: looseInt(1, 3600).optional(),
			})
			.strict()
			.refine(
				(rule) => rule.busiResultPolicy === 0 || rule.callInterval !== undefined,
				'callInterval is required',
			),
	),
);

const retryPolicy = z
	.object({
		retryPolicyId: z.string().optional(),
		policyType: oneOf(0, 1),
		retryDay: int(1, 5).optional(),
		retryTimes: int(1, 6).optional(),
		callInterval: int(1, 86400).optional(),
		resultRetry: z.string().optional(),
		policyJson: z.string().optional(),
		busiPolicy: z.string().optional(),
		noRetryPolicy: z.array(z.string()).optional(),
	})
	.strict()
	.superRefine((given, context) => {
		const refuse = (message: string) => context.addIssue({ code: 'custom', ...combination(message) });
		const plain = [given.retryDay, given.retryTimes, given.callInterval];
		if (given.policyType === 1) {
			if (given.policyJson === undefined) refuse('policyJson is required for policyType 1');
			if (given.noRetryPolicy !== undefined) refuse('noRetryPolicy cannot be given for policyType 1');
			if (given.resultRetry !== undefined || plain.some((v) => v !== undefined)) {
				refuse('only policyJson is given for policyType 1');
			}
		} else if (given.resultRetry !== undefined) {
			if (plain.some((v) => v !== undefined)) refuse('only resultRetry is given for a policy by result');
		} else if (plain.some((v) => v === undefined)) {
			refuse('retryDay, retryTimes and callInterval, or resultRetry, are required for policyType 0');
		}
	});

const callPolicy = z
	.object({
		callPolicyId: z.string().optional(),
		callType: oneOf(0, 1).optional(),
		chooseType: oneOf(0, 1).optional(),
		turns: z
			.array(z.object({ turnType: numberTypeName.optional(), turnOrder: int(1, 10).optional() }).strict())
			.optional(),
	})
	.strict()
	.superRefine((given, context) => {
		if (given.callType !== 1) return;
		const refuse = (message: string) => context.addIssue({ code: 'custom', ...combination(message) });
		if (given.chooseType === undefined || !given.turns?.length)
			refuse('chooseType and turns are required by turns');
		const key = given.chooseType === 1 ? 'turnOrder' : 'turnType';
		if (given.turns?.some((turn) => turn[key] === undefined)) refuse(`every turn needs ${key}`);
	});

const v2 = {
	callerNo: callerList(32),
	priority: int(1, 5).optional(),
	retryPolicy,
	callPolicy: callPolicy.optional(),
};
const v1 = { callerNo: text(24, /^[0-9*#]+$/) };

export const createV1 = z
	.object({ ...common, ...created, ...v1 })
	.strict()
	.superRefine(bind);
export const createV2 = z
	.object({ ...common, ...created, ...v2 })
	.strict()
	.superRefine(bind)
	.superRefine((given, context) => {
		if (given.skillParam && given.skillParam.skillName === undefined) {
			context.addIssue({
				code: 'custom',
				message: 'skillParam.skillName is required',
				params: { code: generic.empty },
			});
		}
	});
export const updateV1 = z
	.object({ ...common, ...v1, strBeginTime: text().optional(), strEndTime: text().optional() })
	.strict()
	.superRefine(bind)
	.refine(
		(given) => (given.strBeginTime === undefined) === (given.strEndTime === undefined),
		combination('strBeginTime and strEndTime are given together'),
	);
export const updateV2 = z
	.object({ ...common, ...v2, strBeginTime: text(), strEndTime: text(), initStatus: oneOf(0, 1).optional() })
	.strict()
	.superRefine(bind)
	.superRefine((given, context) => {
		if (given.retryPolicy.retryPolicyId === undefined) {
			const params = { code: generic.empty };
			context.addIssue({ code: 'custom', message: 'retryPolicy.retryPolicyId is required', params });
		}
	});

export const setRetryPolicy = z.object({ policyJson: text(), policyType: oneOf(0, 1) }).strict();
