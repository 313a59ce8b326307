/** The fields of a campaign, as 7.1.1 to 7.1.4 share them. */
import {
	callbackUrl,
	choice,
	copyOf,
	dateTime,
	group,
	integer,
	pick,
	picks,
	rows,
	section,
	text,
	timeOfDay,
	type Field,
} from '../../../cec/catalogue/field';

export const DIALING_MODE = {
	1: 'Intelligent IVR',
	2: 'Predictive',
	3: 'Automatic IVR',
	5: 'Preview',
	6: 'Preoccupied',
};
const BY_IVR = { deviceType: [1, 3] };
const BY_AGENTS = { deviceType: [2, 5, 6] };

export const RESULT = {
	0: 'Other',
	1: 'Busy',
	2: 'No Answer',
	3: 'Rejected',
	4: 'Number Does Not Exist',
	5: 'Switched Off',
	6: 'Out of Coverage',
	7: 'Fax or Switchboard',
	8: 'Timed Out',
	9: 'Call Failed',
};

export const campaignName = text('Name', 'Unique name of the campaign').required().max(32);
export const description = text('Description').max(200).only(/^[^"[\]=;<>]*$/, 'characters other than " [ ] = ; < >');
export const begin = dateTime('Start', 'When the first call may go out, not before today');
export const end = dateTime('End', 'When the last call may go out');
export const dialingMode = choice('Dialing Mode', DIALING_MODE, 'How calls go out, and who talks to the customer').startsAs(3).required();
export const ringTime = integer('Ring Time', 'Seconds to let a phone ring: 5 to 120, for preview campaigns 9 to 120')
	.between(5, 120)
	.startsAs(30)
	.required();
export const priority = integer('Priority', '1 is the highest').between(1, 5).startsAs(3);
export const initialState = choice('Initial State', { 0: 'Running', 1: 'Paused' }, 'Numbers can be added only while the campaign is paused')
	.startsAs(1)
	.shown();
export const resultCallback = callbackUrl(
	'Result Callback URL',
	'Where CEC posts the results: the address that a Campaign Result Trigger shows. It must be on the trustlist of CEC for outbound results.',
);
export const callCenterId = integer('Call Center ID', 'Needed on premises, where several centers share an installation').named('ccId');

/** Numbers shown to customers, of which CEC chooses by priority. */
export const callerNumbers = rows(
	'Displayed Numbers',
	'Number',
	{
		accessCode: pick('accessCodes', 'Number', 'Shown to the customer').max(32).only(/^[0-9]*$/, 'digits').required(),
		priority: integer('Priority', '1 is the highest').between(1, 5).startsAs(1).required(),
	},
	'Numbers that are shown to customers',
);

const hours = (kind: 'workday' | 'holiday', label: string, hint: string): Field =>
	rows(
		label,
		'Hours',
		{
			[`${kind}BeginTime`]: timeOfDay('From').required(),
			[`${kind}EndTime`]: timeOfDay('To').required(),
		},
		hint,
	)
		.max(3)
		.numbered();

/** Hours of the day in which calls may go out, up to three spans. */
export const schedule = section({
	workdayHours: hours('workday', 'Workday Hours', 'Up to three spans of the day in which calls may go out').required(),
	holidayHours: hours(
		'holiday',
		'Holiday Hours',
		'The same on holidays. Which days those are is set with the resource Holiday, and must be once there are holiday hours.',
	),
}).required();

/** The IVR flow that talks to customers. The reference wants different keys of a flow for the two modes. */
export const ivr = section({
	deviceSign: pick('ivrAccessCodes', 'IVR Flow', 'Access code of the flow, or of the bot').when({ deviceType: [3] }).oneOfSeveral().required(),
	deviceSignOfFlow: text('Main Flow Code', 'Code of the main flow (oifde-flowcode), from Configuration Center > Intelligent IVR > Flows')
		.wire('deviceSign')
		.named('flowCode')
		.when({ deviceType: [1] })
		.oneOfSeveral()
		.required(),
	callCount: integer('Calls at a Time', 'Calls that go out together').between(1, 100).startsAs(1).required(),
	callInterval: integer('Call Interval', 'Seconds between two groups of calls').between(1, 9999).startsAs(3).required(),
}).when(BY_IVR);

const talkTimes = (shortest: number) => ({
	maxAvgCallTime: integer('Longest Average Talk Time', 'Seconds').between(shortest, 200).startsAs(200).required(),
	minAvgCallTime: integer('Shortest Average Talk Time', 'Seconds').between(50, 200).startsAs(50).required(),
});
const lossRate = integer('Lowest Loss Rate', 'Percent of answered calls that find no agent').between(0, 100).startsAs(3).required();

const prediction = section({
	predictMethod: choice('Prediction Method', { 1: 'Experience', 2: 'Agent Utilization', 3: 'Connection Rate', 5: 'Off-Hook Rate' })
		.startsAs(5)
		.required(),
	expPredictParam: section({
		...talkTimes(50),
		outBoundRate: integer('Call Rate', 'Percent').between(0, 100).startsAs(70).required(),
	}).when({ predictMethod: [1] }),
	agentPredictParam: section({
		...talkTimes(50),
		lossRate,
		utilRate: integer('Agent Utilization', 'Percent').between(0, 100).startsAs(70).required(),
		utilRateMethod: choice('Utilization Formula', {
			1: 'Talk Time / Signed-In Time',
			2: '(Talk + Wrap-Up Time) / Signed-In Time',
		}).required(),
	}).when({ predictMethod: [2] }),
	connectPredictParam: section({
		...talkTimes(5),
		lossRate,
		waitTime: integer('Customer Wait', 'Seconds a customer may wait for an agent').between(0, 16).startsAs(5).required(),
		connRate: integer('Connection Rate', 'Percent of calls that are answered').between(0, 100).startsAs(50).required(),
	}).when({ predictMethod: [3] }),
	offhookPredictParam: section({
		offHookRate: integer('Off-Hook Rate', 'Percent').between(50, 200).startsAs(100).required(),
	}).when({ predictMethod: [5] }),
}).when({ deviceType: [2] });

/** The skill queue whose agents talk to customers, and how calls are fitted to them. */
export const queue = (queueName: Field): Field =>
	section({
		skillId: pick('skillQueues', 'Skill Queue', 'Whose agents talk to the customers').asInteger().required(),
		skillName: queueName,
		outBoundType: copyOf('deviceType'),
		predictParam: prediction,
		previewParam: section({
			failInterval: integer('Call Interval', 'Seconds between two groups of calls').named('failInterval').between(3, 60).startsAs(3).required(),
			obCallCount: integer('Calls at a Time', 'Calls that are offered together').between(1, 100).startsAs(1).required(),
			autoCallTime: integer('Preview Time', 'Seconds until an offered call goes out by itself, at most the ring time less 3')
				.min(5)
				.startsAs(10)
				.required(),
		}).when({ deviceType: [5] }),
	}).when(BY_AGENTS);

export const queueName = text('Skill Queue Name', 'Name of that queue').max(100);

const attempts = {
	retryDay: integer('Days', 'On how many days a number is tried').between(1, 5).startsAs(1).required(),
	retryTimes: integer('Attempts a Day').between(1, 6).startsAs(1).required(),
};
const interval = integer('Interval', 'Seconds until the next attempt').between(1, 86400).startsAs(600);

const resultRow = {
	result: choice('Result', RESULT, 'After which result').required().startsAs(2),
	callInterval: interval.required(),
	retryNumber: integer('Retries', 'How often to try again').between(0, 9).startsAs(1).required(),
};

/** Retry rules by type of number; JSON inside a text on the wire. */
export const rulesByNumberType = rows(
	'Rules by Number Type',
	'Rule',
	{
		dataType: pick('numberTypes', 'Number Type').max(20).required(),
		type: choice('Rule', { 0: 'Attempts', 1: 'By Result' }).required(),
		policy: section({ ...attempts, callInterval: interval }).when({ type: [0] }).oneOfSeveral().required(),
		policyByResult: rows('Retries by Result', 'Result', resultRow).wire('policy').when({ type: [1] }).oneOfSeveral().required(),
	},
	'How numbers of each type are tried again',
).asJsonText();

export const retriesByResult = rows('Retries by Result', 'Result', resultRow, 'How numbers are tried again after each result');

export const neverRetry = picks('displayResults', 'Never Retry After', 'Display results after which a number is not tried again');

const businessRules = rows(
	'Rules by Business Result',
	'Rule',
	{
		busiResultCode: pick('businessResults', 'Business Result').required(),
		busiResultSubCode: text('Sub-Result Code'),
		busiResultPolicy: choice('Then', { 0: 'Stop Calling', 1: 'Call Next Number', 2: 'Call Same Number' }).required(),
		callInterval: integer('Interval', 'Seconds until that call').between(1, 3600).startsAs(300).when({ busiResultPolicy: [1, 2] }).required(),
	},
	'What happens after a business result was written back',
).asJsonText();

const GLOBAL = { policyType: [0] };

/** How numbers that failed are tried again. */
export const retryPolicy = (more: Record<string, Field> = {}): Field =>
	section({
		...more,
		policyType: choice('Retry Policy', { 0: 'Same for All Numbers', 1: 'By Number Type' }).named('retryPolicyType').startsAs(0).required(),
		rule: choice('Retry Rule', { attempts: 'Attempts', results: 'By Result' })
			.named('retryRule')
			.startsAs('attempts')
			.notSent()
			.when(GLOBAL)
			.required(),
		retryDay: attempts.retryDay.when({ ...GLOBAL, rule: ['attempts'] }),
		retryTimes: attempts.retryTimes.when({ ...GLOBAL, rule: ['attempts'] }),
		callInterval: interval.called('Retry Interval').named('retryInterval').when({ ...GLOBAL, rule: ['attempts'] }).required(),
		resultRetry: retriesByResult.asJsonText().when({ ...GLOBAL, rule: ['results'] }).required(),
		policyJson: rulesByNumberType.when({ policyType: [1] }).required(),
		busiPolicy: businessRules,
		noRetryPolicy: neverRetry.when(GLOBAL),
	}).required();

/** In which order the numbers of a contact are called. */
export const callPolicy = (more: Record<string, Field> = {}): Field =>
	group('Call Order', {
		...more,
		callType: choice('Order', { 0: 'One Number After the Other', 1: 'In Rounds' }).startsAs(0),
		chooseType: choice('Rounds By', { 0: 'Number Type', 1: 'Position of the Number' }).startsAs(0).when({ callType: [1] }).required(),
		turns: rows('Rounds by Type', 'Round', { turnType: pick('numberTypes', 'Number Type').max(20).required() })
			.when({ callType: [1], chooseType: [0] })
			.required(),
		turnsByOrder: rows('Rounds by Position', 'Round', { turnOrder: integer('Position').between(1, 10).startsAs(1).required() })
			.wire('turns')
			.when({ callType: [1], chooseType: [1] })
			.required(),
	}, 'Which number of a contact is called first, where contacts have several');

interface CampaignValues {
	maxAlertingTime?: unknown;
	deviceType?: unknown;
	scheduleParam?: { workdayHours?: unknown; holidayHours?: unknown };
	skillParam?: { previewParam?: { autoCallTime?: unknown }; predictParam?: Record<string, { maxAvgCallTime?: unknown; minAvgCallTime?: unknown }> };
	retryPolicy?: { policyType?: unknown };
	callPolicy?: { callType?: unknown };
}

/** The rules of 7.1.1 to 7.1.4 that span several fields. */
export function checkCampaign(values: Record<string, unknown>): string | undefined {
	const { maxAlertingTime, deviceType, scheduleParam, skillParam, retryPolicy: retry, callPolicy: order } = values as CampaignValues;
	const preview = Number(deviceType) === 5;
	if (preview && Number(maxAlertingTime) < 9) return '"Ring Time" of a preview campaign is at least 9 seconds';
	if (preview && Number(skillParam?.previewParam?.autoCallTime) > Number(maxAlertingTime) - 3) {
		return '"Preview Time" must end at least 3 seconds before "Ring Time"';
	}
	if (Number(order?.callType) === 1 && Number(retry?.policyType) !== 1) {
		return 'With a call order in rounds, "Retry Policy" must be "By Number Type"';
	}
	const talking = Object.values(skillParam?.predictParam ?? {}).find(
		(times) => typeof times === 'object' && Number(times?.minAvgCallTime) > Number(times?.maxAvgCallTime),
	);
	if (talking) return '"Shortest Average Talk Time" must not be longer than "Longest Average Talk Time"';
	return checkHours(scheduleParam?.workdayHours) ?? checkHours(scheduleParam?.holidayHours);
}

function checkHours(spans: unknown): string | undefined {
	if (!Array.isArray(spans)) return undefined;
	const wrong = spans.find((span: Record<string, unknown>) => {
		const [from, to] = Object.values(span).map((time) => String(time).padStart(5, '0'));
		return from >= to;
	}) as Record<string, unknown> | undefined;
	return wrong && `The hours ${Object.values(wrong).join(' to ')} end before they begin`;
}
