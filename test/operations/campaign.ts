import { byId, rowsOf, type Bench } from '../support/bench';
import { HOOK, type Case, type Parameters, type Prepare } from './case';

const SERVER = '164690088271159234793429225848';

const GONE: Prepare = () => ({ campaignId: byId(1) });
const GONE_SAID = /^The campaign does not exist \(code 0200007\)$/;

const ofCampaign: Prepare = async (bench) => ({ campaignId: byId(await bench.campaign()) });

/** A campaign whose flow talks to the customers. */
const campaign: Parameters = {
	name: 'Spring',
	strBeginTime: '2026-03-02T00:00:00',
	strEndTime: '2026-03-20T23:59:59',
	deviceType: 3,
	callerNo: rowsOf({ accessCode: byId('15550102'), priority: 1 }),
	maxAlertingTime: 20,
	workdayHours: rowsOf({ workdayBeginTime: '00:00', workdayEndTime: '23:59' }),
	deviceSign: byId('90502'),
	callCount: 10,
	callInterval: 1,
	callBackUrl: HOOK,
};
const campaignV1: Parameters = { ...campaign, callerNo: byId('15550102') };

const byAgents = { skillId: byId(3), skillName: 'sales' };
const talk = { maxAvgCallTime: 180, minAvgCallTime: 60 };

/** Each way of calling with the fields that only it has. */
const modes: Record<string, Parameters> = {
	'intelligent IVR': { deviceType: 1, flowCode: 'Flow_2022', callCount: 1, callInterval: 3 },
	'predictive by experience': { deviceType: 2, ...byAgents, predictMethod: 1, ...talk, outBoundRate: 70 },
	'predictive by agent utilization': {
		deviceType: 2,
		...byAgents,
		predictMethod: 2,
		...talk,
		lossRate: 3,
		utilRate: 70,
		utilRateMethod: 2,
	},
	'predictive by connection rate': {
		deviceType: 2,
		...byAgents,
		predictMethod: 3,
		...talk,
		lossRate: 3,
		waitTime: 5,
		connRate: 50,
	},
	'predictive by off-hook rate': { deviceType: 2, ...byAgents, predictMethod: 5, offHookRate: 120 },
	preview: { deviceType: 5, ...byAgents, failInterval: 5, obCallCount: 2, autoCallTime: 10 },
	preoccupied: { deviceType: 6, ...byAgents },
};

const withoutQueueName = ({ skillName: _, ...others }: Parameters): Parameters => others;

const hours = rowsOf(
	{ workdayBeginTime: '09:00', workdayEndTime: '12:00' },
	{ workdayBeginTime: '13:00', workdayEndTime: '17:30' },
	{ workdayBeginTime: '18:00', workdayEndTime: '20:00' },
);
const holidayHours = rowsOf(
	{ holidayBeginTime: '10:00', holidayEndTime: '11:00' },
	{ holidayBeginTime: '12:00', holidayEndTime: '13:00' },
);
const resultRows = rowsOf(
	{ result: 2, callInterval: 600, retryNumber: 2 },
	{ result: 0, callInterval: 60, retryNumber: 0 },
);
const typeRules = rowsOf(
	{ dataType: byId('MOBILE'), type: 0, retryDay: 2, retryTimes: 3, callInterval: 600 },
	{ dataType: byId('HOME'), type: 1, policyByResult: resultRows },
);
const businessRules = rowsOf(
	{ busiResultCode: byId('100100'), busiResultSubCode: '100101', busiResultPolicy: 1, callInterval: 300 },
	{ busiResultCode: byId('100200'), busiResultSubCode: '', busiResultPolicy: 0 },
);

/** Every policy of retries and orders of calls; `orderId` is the field that only updates have. */
const policies = (optional: string, order: Parameters = {}): Record<string, Parameters> => ({
	'retries by attempts': {
		workdayHours: hours,
		retryPolicyType: 0,
		retryRule: 'attempts',
		retryDay: 2,
		retryTimes: 3,
		retryInterval: 600,
		[optional]: {
			description: 'In spring',
			holidayHours,
			priority: 2,
			busiPolicy: businessRules,
			noRetryPolicy: ['OB00001', 'OB00003'],
			callPolicy: { values: { ...order, callType: 0 } },
			...(optional === 'updateFields' ? { initStatus: 1 } : { ccId: 1 }),
		},
	},
	'retries by result': { retryPolicyType: 0, retryRule: 'results', resultRetry: resultRows },
	'retries by number type, rounds by type': {
		retryPolicyType: 1,
		policyJson: typeRules,
		[optional]: {
			callPolicy: {
				values: {
					...order,
					callType: 1,
					chooseType: 0,
					turns: rowsOf({ turnType: byId('MOBILE') }, { turnType: byId('HOME') }),
				},
			},
		},
	},
	'retries by number type, rounds by position': {
		retryPolicyType: 1,
		policyJson: typeRules,
		[optional]: {
			callPolicy: {
				values: {
					...order,
					callType: 1,
					chooseType: 1,
					turnsByOrder: rowsOf({ turnOrder: 2 }, { turnOrder: 1 }),
				},
			},
		},
	},
});

function variants(from: Record<string, Parameters>, make: (one: Parameters) => Prepare): Record<string, Prepare> {
	return Object.fromEntries(Object.entries(from).map(([name, one]) => [name, make(one)]));
}

/** A campaign of a dialing mode, made without the package, for its update. */
async function existing(bench: Bench, deviceType = 3): Promise<number> {
	const agents = {
		ivrParam: undefined,
		skillParam: {
			skillId: 3,
			skillName: 'sales',
			outBoundType: deviceType,
			...(deviceType === 2 && { predictParam: { predictMethod: 5, offhookPredictParam: { offHookRate: 100 } } }),
			...(deviceType === 5 && { previewParam: { failInterval: 3, obCallCount: 1, autoCallTime: 10 } }),
		},
	};
	const changes = deviceType === 1 || deviceType === 3 ? {} : agents;
	return await bench.campaign({ deviceType, callPolicy: { callType: 0 }, ...changes });
}

async function updateOf(bench: Bench, changes: Parameters): Promise<Parameters> {
	const id = await existing(bench, changes.deviceType as number | undefined);
	const { body } = await bench.sales(`/${id}`);
	const { retryPolicy, callPolicy } = body.returnObject;
	const fields = changes.updateFields as { callPolicy?: { values: object } } | undefined;
	return {
		...campaign,
		campaignId: byId(id),
		retryPolicyId: retryPolicy.retryPolicyId,
		...changes,
		...(fields?.callPolicy && {
			updateFields: {
				...fields,
				callPolicy: { values: { ...fields.callPolicy.values, callPolicyId: callPolicy.callPolicyId } },
			},
		}),
	};
}

const imported = async (bench: Bench, path: string): Promise<string> => {
	const file = path.startsWith('/black') ? 'blocklist.xlsx' : 'contacts.xlsx';
	const { body } = await bench.sales(path, { serverId: SERVER, fileName: file });
	return body.importTaskId as string;
};

const contact = {
	called: rowsOf({ calledNo: '447700900010', delayTime: 60, type: byId('MOBILE') }, { calledNo: '447700900011' }),
	additionalFields: {
		contactId: 'c-1',
		caller: '15550101',
		batchId: 'batch-1',
		recycleTime: '2026-03-10T00:00:00',
		callData: '{"order": 12345678901234567890}',
	},
};

const holidayRuns = (more: Prepare): Record<string, Prepare> => ({
	'on weekdays': async (bench) => ({ ...(await more(bench)), type: 1, week: [6, 7] }),
	'every year': async (bench) => ({
		...(await more(bench)),
		type: 3,
		beginEveryYear: '2026-12-24T00:00:00',
		endEveryYear: '12-26',
	}),
});
const newHoliday: Prepare = async (bench) => ({
	campaignId: byId(await bench.campaign()),
	name: 'Easter',
	type: 2,
	beginTime: '2026-04-03T00:00:00',
	endTime: '2026-04-06T00:00:00',
});
const withHoliday: Prepare = async (bench) => {
	const id = await bench.campaign();
	const { body } = await bench.sales(`/holiday/${id}`, {
		name: 'Easter',
		type: 2,
		beginTime: '2026-04-03',
		endTime: '2026-04-06',
	});
	return { campaignId: byId(id), holidayId: byId(body.returnObject.id) };
};
const updatedHoliday: Prepare = async (bench) => ({ ...(await newHoliday(bench)), ...(await withHoliday(bench)) });

export const campaignCases: Record<string, Case> = {
	'campaign/create': {
		run: () => campaign,
		more: {
			...variants(modes, (mode) => () => ({ ...campaign, ...mode })),
			...variants(policies('additionalFields'), (policy) => () => ({ ...campaign, ...policy })),
			running: () => ({ ...campaign, initStatus: 0 }),
		},
		refused: {
			run: () => ({ ...campaign, strBeginTime: '2026-03-01T00:00:00' }),
			message: /before today \(code 0200002\)/,
		},
	},
	'campaign/createV1': {
		run: () => campaignV1,
		more: {
			...variants(modes, (mode) => () => ({ ...campaignV1, ...withoutQueueName(mode) })),
			'all fields': () => ({
				...campaignV1,
				...withoutQueueName(modes.preview),
				initStatus: 1,
				additionalFields: { description: 'Old', holidayHours, skillName: 'sales', ccId: 2 },
			}),
		},
		refused: {
			run: async (bench) => {
				await bench.campaign({ name: 'Spring' });
				return campaignV1;
			},
			message: /this name exists \(code 0200005\)/,
		},
	},
	'campaign/update': {
		run: async (bench) => await updateOf(bench, { updateFields: { callPolicy: { values: { callType: 0 } } } }),
		more: {
			...variants(modes, (mode) => async (bench) => await updateOf(bench, withoutQueueName(mode))),
			...variants(policies('updateFields'), (policy) => async (bench) => await updateOf(bench, policy)),
			'with the name of the queue': async (bench) =>
				await updateOf(bench, { ...withoutQueueName(modes.preoccupied), updateFields: { skillName: 'sales' } }),
		},
		refused: { run: () => ({ ...campaign, ...GONE({} as Bench), retryPolicyId: '1' }), message: GONE_SAID },
		gives: { success: true },
	},
	'campaign/updateV1': {
		run: async (bench) => ({ ...campaignV1, campaignId: byId(await existing(bench)) }),
		more: {
			...variants(modes, (mode) => async (bench) => ({
				...campaignV1,
				campaignId: byId(await existing(bench, mode.deviceType as number)),
				...withoutQueueName(mode),
			})),
			'all fields': async (bench) => ({
				...campaignV1,
				campaignId: byId(await existing(bench, 6)),
				...withoutQueueName(modes.preoccupied),
				updateFields: {
					description: 'New',
					strBeginTime: '2026-03-03T00:00:00',
					strEndTime: '2026-03-04T00:00:00',
					holidayHours,
					skillName: 'sales',
				},
			}),
		},
		refused: { run: (bench) => ({ ...campaignV1, ...GONE(bench) }), message: GONE_SAID },
		gives: { success: true },
	},
	'campaign/delete': {
		run: async (bench) => ({ ...(await ofCampaign(bench)), archiveHistory: false }),
		refused: {
			run: async (bench) => ({ campaignId: byId(await bench.campaign({ initStatus: 0 })) }),
			message: /still running \(code 0200009\)/,
		},
		gives: { deleted: true },
	},
	'campaign/get': {
		run: ofCampaign,
		refused: { run: GONE, message: GONE_SAID },
		gives: { statusName: 'Paused', dialingMode: 'Automatic IVR' },
	},
	'campaign/getMany': {
		run: async (bench) => {
			await bench.campaign();
			return { status: 0, deviceType: 0 };
		},
		more: {
			'all filters': async (bench) => {
				await bench.campaign({ name: 'Spring 2026' });
				return {
					status: 3,
					deviceType: 3,
					filters: {
						name: 'Spring',
						beginTime: '2026-03-01T00:00:00',
						endTime: '2026-04-01T00:00:00',
						ccId: 0,
					},
				};
			},
		},
		gives: { statusName: 'Paused' },
	},
	'campaign/pause': {
		run: async (bench) => ({ campaignId: byId(await bench.campaign({ initStatus: 0 })) }),
		refused: { run: ofCampaign, message: /is not running \(code 0200011\)/ },
		gives: { success: true },
	},
	'campaign/resume': {
		run: ofCampaign,
		refused: {
			run: async (bench) => ({ campaignId: byId(await bench.campaign({ initStatus: 0 })) }),
			message: /is not paused \(code 0200011\)/,
		},
		gives: { success: true },
	},
	'number/add': {
		run: async (bench) => ({ ...(await ofCampaign(bench)), called: rowsOf({ calledNo: '447700900010' }) }),
		more: {
			'all fields': async (bench) => ({ ...(await ofCampaign(bench)), ...contact }),
			'numbers from an expression': async (bench) => ({
				...(await ofCampaign(bench)),
				calledInput: 'json',
				calledJson: '={{ ["447700900010", "447700900011"].map((calledNo) => ({ calledNo, delayTime: 5 })) }}',
			}),
			'numbers as JSON': async (bench) => ({
				...(await ofCampaign(bench)),
				calledInput: 'json',
				calledJson: '[{ "calledNo": "447700900010" }]',
			}),
		},
		refused: {
			run: async (bench) => ({
				campaignId: byId(await bench.campaign({ initStatus: 0 })),
				called: rowsOf({ calledNo: '447700900010' }),
			}),
			message: /running or finished.* \(code 0200019\)/,
		},
		gives: { success: true, totalSize: 1 },
	},
	'number/addV1': {
		run: async (bench) => ({ ...(await ofCampaign(bench)), number: '447700900010' }),
		more: {
			'all fields': async (bench) => ({
				...(await ofCampaign(bench)),
				number: '447700900010',
				additionalFields: contact.additionalFields,
			}),
		},
		refused: { run: (bench) => ({ ...GONE(bench), number: '447700900010' }), message: GONE_SAID },
		gives: { success: true, called: '447700900010' },
	},
	'number/delete': {
		run: async (bench) => ({ ...(await ofCampaign(bench)), batchId: 'batch-1' }),
		more: {
			'all fields': async (bench) => {
				const id = await bench.campaign();
				const callDataList = [
					{
						sessionId: 'c-1',
						called: [{ calledNo: '447700900010' }],
						customField: 'batch-1',
						recycleTime: '2026-03-10 00:00:00',
					},
				];
				await bench.sales(`v2:/calldata/${id}`, { callDataList });
				return {
					campaignId: byId(id),
					contactId: 'c-1',
					number: '447700900010',
					batchId: 'batch-1',
					recycleTime: '2026-03-10T00:00:00',
					archiveHistory: false,
					additionalFields: { recycleType: 2 },
				};
			},
		},
		refused: {
			run: async (bench) => ({ campaignId: byId(await bench.campaign({ initStatus: 0 })), batchId: 'batch-1' }),
			message: /running.* \(code 0200028\)/,
		},
		gives: { deleted: true },
	},
	'number/get': {
		run: async (bench) => {
			const id = await bench.campaign();
			await bench.sales(`v2:/calldata/${id}`, { callDataList: [{ called: [{ calledNo: '447700900010' }] }] });
			return { campaignId: byId(id), dataId: bench.campaignState(id).contacts[0].dataId };
		},
		refused: {
			run: async (bench) => ({ ...(await ofCampaign(bench)), dataId: '11339999999999999999' }),
			message: /does not exist|not accept/,
		},
	},
	'number/importFile': {
		run: async (bench) => ({ ...(await ofCampaign(bench)), serverId: byId(SERVER), fileName: 'contacts.xlsx' }),
		more: {
			'all fields': async (bench) => ({
				...(await ofCampaign(bench)),
				serverId: byId(SERVER),
				fileName: 'contacts-mixed.xlsx',
				waitUntilDone: false,
				additionalFields: { filePath: '/isales/20220310', hour: 20, minute: '30' },
			}),
		},
		refused: {
			run: async (bench) => ({ ...(await ofCampaign(bench)), serverId: byId(SERVER), fileName: 'none.xlsx' }),
			message: /^The import \w+ failed: The file does not exist\.$/,
		},
		gives: { status: '2', succNum: 25 },
	},
	'number/getManyImports': {
		run: async (bench) => {
			const id = await bench.campaign();
			await imported(bench, `/calldatafile/uploadFileServer/${id}`);
			return { campaignId: byId(id) };
		},
		more: {
			'all filters': async (bench) => {
				const id = await bench.campaign();
				const task = await imported(bench, `/calldatafile/uploadFileServer/${id}`);
				return { campaignId: byId(id), filters: { importTaskIds: task } };
			},
		},
		refused: { run: GONE, message: /does not accept a value/ },
		gives: { statusName: 'Running' },
	},
	'result/getMany': {
		run: async (bench) => ({ campaignId: byId(await bench.calledCampaign()) }),
		more: {
			'all filters': async (bench) => ({
				campaignId: byId(await bench.calledCampaign()),
				filters: {
					contactId: 's0',
					batchId: 'b1',
					showDetail: true,
					beginTime: '2026-03-01T00:00:00',
					endTime: '2026-03-03T00:00:00',
				},
			}),
		},
		refused: { run: GONE, message: GONE_SAID },
		gives: { called: '447700900001', outcome: 'Answered', reason: 'Answered' },
	},
	'result/get': {
		run: async (bench) => ({ callId: await bench.call() }),
		refused: { run: () => ({ callId: '1-1' }), message: /call does not exist \(code 0200007\)/ },
		gives: { outcome: 'Answered', called: '447700900001' },
	},
	'result/getTranscript': {
		run: async (bench) => ({ callId: await bench.call() }),
		refused: { run: () => ({ callId: '1-1' }), message: /does not accept a value/ },
		gives: { source: 'Bot' },
	},
	'result/getTranscriptV1': {
		run: async (bench) => ({ callId: await bench.call() }),
		refused: { run: () => ({ callId: '1-1' }), message: /does not accept a value/ },
		gives: { source: 'Bot' },
	},
	'statistics/getProgress': {
		run: async (bench) => {
			await bench.calledCampaign();
			return {};
		},
		more: {
			'all filters': async (bench) => ({
				filters: { campaignId: byId(await bench.calledCampaign()), batchId: 'b1' },
			}),
		},
		gives: { totalCount: 1, finishCount: 1 },
	},
	'statistics/getFailures': {
		run: async (bench) => {
			bench.sim.control.setOutcomes({ called: '447700900001', outcomes: [{ failCode: '00537' }] });
			return { campaignId: byId(await bench.calledCampaign()) };
		},
		more: {
			'all filters': async (bench) => {
				bench.sim.control.setOutcomes({ called: '447700900001', outcomes: [{ failCode: '00537' }] });
				return {
					campaignId: byId(await bench.calledCampaign()),
					filters: { startDate: '2026-03-01T00:00:00', endDate: '2026-03-03T00:00:00' },
				};
			},
		},
		refused: { run: GONE, message: /does not accept a value/ },
		gives: { statDate: '2026-03-02', failures: [{ failCode: '00537', reason: 'Busy', count: 1 }] },
	},
	'retryPolicy/set': {
		run: async (bench) => ({
			...(await ofCampaign(bench)),
			retryPolicyType: 0,
			retryRuleType: 0,
			retryDay: 2,
			retryTimes: 3,
		}),
		more: {
			'by result': async (bench) => ({
				...(await ofCampaign(bench)),
				retryPolicyType: 0,
				retryRuleType: 1,
				resultRetry: resultRows,
				additionalFields: { noRetryPolicy: ['OB00001'] },
			}),
			'by number type': async (bench) => ({
				...(await ofCampaign(bench)),
				retryPolicyType: 1,
				policyJson: typeRules,
			}),
		},
		refused: { run: GONE, message: /^The campaign does not exist \(code 0200-01\)$/ },
		gives: { success: true },
	},
	'retryPolicy/get': {
		run: ofCampaign,
		refused: { run: GONE, message: /does not accept a value/ },
		gives: { policyType: 0, rules: [{ type: 0, retryDay: 1, retryTimes: 1, policy: [] }] },
	},
	'callerNumber/add': {
		run: async (bench) => ({
			...(await ofCampaign(bench)),
			callerNo: rowsOf(
				{ accessCode: byId('15550100'), priority: 2 },
				{ accessCode: byId('15550101'), priority: 3 },
			),
		}),
		refused: {
			run: async (bench) => ({
				...(await ofCampaign(bench)),
				callerNo: rowsOf({ accessCode: byId('15550102'), priority: 1 }),
			}),
			message: /does not accept a value/,
		},
		gives: { accessCode: '15550100', success: true },
	},
	'callerNumber/remove': {
		run: async (bench) => {
			const callerNo = ['15550102', '15550101'].map((accessCode) => ({ accessCode, priority: 1 }));
			const id = await bench.campaign({ callerNo });
			return { campaignId: byId(id), callerNo: rowsOf({ accessCode: byId('15550101') }) };
		},
		refused: {
			run: async (bench) => ({
				...(await ofCampaign(bench)),
				callerNo: rowsOf({ accessCode: byId('15550102') }),
			}),
			message: /does not accept a value/,
		},
		gives: { accessCode: '15550101', deleted: true },
	},
	'holiday/getMany': {
		run: withHoliday,
		refused: { run: GONE, message: GONE_SAID },
		gives: { name: 'Easter', typeName: 'Dates' },
	},
	'holiday/create': {
		run: newHoliday,
		more: holidayRuns(newHoliday),
		refused: {
			run: async (bench) => ({ ...(await newHoliday(bench)), ...(await withHoliday(bench)) }),
			message: /this name exists \(code 0200013\)/,
		},
	},
	'holiday/update': {
		run: updatedHoliday,
		more: holidayRuns(updatedHoliday),
		refused: {
			run: async (bench) => ({ ...(await updatedHoliday(bench)), holidayId: byId(1) }),
			message: /holiday does not exist \(code 0200014\)/,
		},
		gives: { success: true },
	},
	'holiday/delete': {
		run: withHoliday,
		refused: {
			run: async (bench) => ({ ...(await ofCampaign(bench)), holidayId: byId(1) }),
			message: /holiday does not exist/,
		},
		gives: { deleted: true },
	},
	'holiday/deleteAll': { run: withHoliday, refused: { run: GONE, message: GONE_SAID }, gives: { deleted: true } },
	'blocklist/add': {
		run: () => ({ phoneNumbers: '447700900901, 447700900902' }),
		more: {
			'for a while': () => ({
				phoneNumbers: ['447700900901'],
				additionalFields: {
					validityExpirationTime: '2026-04-01T00:00:00',
					validityTime: 24,
					restrictTimes: 2,
					restrictPeriod: 1,
				},
			}),
		},
		refused: {
			run: async (bench) => {
				await bench.sales('/blocklist/add', { blocklist: ['447700900901'] });
				return { phoneNumbers: '447700900901' };
			},
			message: /on the blocklist already \(code 0200007\)/,
		},
		gives: { phoneNumber: '447700900901', success: true },
	},
	'blocklist/remove': {
		run: async (bench) => {
			await bench.sales('/blocklist/add', { blocklist: ['447700900901'] });
			return { phoneNumber: '447700900901' };
		},
		refused: { run: () => ({ phoneNumber: '447700900901' }), message: /does not accept a value/ },
		gives: { deleted: true },
	},
	'blocklist/removeAll': { run: () => ({}), gives: { deleted: true } },
	'blocklist/getMany': {
		run: async (bench) => {
			await bench.sales('/blocklist/add', { blocklist: ['447700900901'] });
			return {};
		},
		more: {
			'all filters': async (bench) => {
				await bench.sales('/blocklist/add', { blocklist: ['447700900901'] });
				return { filters: { phoneNumbers: '447700900901' } };
			},
		},
		gives: { blockNum: '447700900901' },
	},
	'blocklist/importFile': {
		run: () => ({ serverId: byId(SERVER), fileName: 'blocklist.xlsx' }),
		more: {
			'all fields': () => ({
				serverId: byId(SERVER),
				fileName: 'blocklist.xlsx',
				waitUntilDone: false,
				additionalFields: { filePath: '/isales', hour: 9, minute: '00' },
			}),
		},
		refused: {
			run: () => ({ serverId: byId('1'), fileName: 'blocklist.xlsx' }),
			message: /does not accept a value/,
		},
		gives: { status: '2', succNum: 3, repeatNum: 1 },
	},
	'blocklist/getManyImports': {
		run: async (bench) => {
			await imported(bench, '/blackfile/uploadFileServer');
			return {};
		},
		more: {
			'all filters': async (bench) => ({
				filters: { importTaskIds: [await imported(bench, '/blackfile/uploadFileServer')] },
			}),
		},
		gives: { statusName: 'Running' },
	},
	'numberType/create': {
		run: () => ({ numberTypes: 'OFFICE, VIP' }),
		refused: { run: () => ({ numberTypes: 'MOBILE' }), message: /does not accept a value/ },
		gives: { numberType: 'OFFICE', success: true },
	},
	'numberType/getMany': { run: () => ({}), gives: { numberType: 'MOBILE' } },
	'businessResult/create': {
		run: () => ({ name: 'Bought' }),
		more: {
			'all fields': () => ({
				name: 'Bought',
				additionalFields: {
					code: '100900',
					description: 'A sale',
					children: rowsOf({ name: 'Online', code: '100901', description: 'In the shop' }, { name: 'Later' }),
				},
			}),
		},
		refused: { run: () => ({ name: 'Interested' }), message: /does not accept a value/ },
		gives: { success: true },
	},
	'businessResult/getMany': { run: () => ({}), gives: { name: 'Interested', level: 'Result' } },
	'businessResult/writeBack': {
		run: async (bench) => ({
			dataId: bench.campaignState(await bench.calledCampaign()).contacts[0].dataId,
			busiResult: byId('100100'),
		}),
		more: {
			'all fields': async (bench) => ({
				dataId: bench.campaignState(await bench.calledCampaign()).contacts[0].dataId,
				busiResult: byId('100100'),
				additionalFields: { subStatus: '100101', busiResultDesc: 'Wants an offer', workNo: '101' },
			}),
		},
		refused: {
			run: () => ({ dataId: '1', busiResult: byId('100100') }),
			message: /data does not exist \(code 0200033\)/,
		},
		gives: { success: true },
	},
	'displayResult/getManyCodes': { run: () => ({}), gives: { obsCode: '00531', reason: 'Customer hung up' } },
	'displayResult/create': {
		run: () => ({ displayResult: 'No chance', obsCodes: ['00537', '00603'] }),
		more: {
			'all fields': () => ({
				displayResult: 'No chance',
				obsCodes: ['00537'],
				additionalFields: { resultCode: 'OB9' },
			}),
		},
		refused: {
			run: () => ({ displayResult: 'No chance', obsCodes: ['99999'] }),
			message: /does not accept a value/,
		},
	},
	'displayResult/update': {
		run: ({ state }) => ({
			defId: byId(state.displayResults[0].defId),
			displayResult: 'Busy',
			obsCodes: ['00537'],
		}),
		refused: {
			run: () => ({ defId: byId('1'), displayResult: 'Busy', obsCodes: ['00537'] }),
			message: /does not accept a value/,
		},
		gives: { success: true },
	},
	'displayResult/delete': {
		run: ({ state }) => ({ defId: byId(state.displayResults[0].defId) }),
		refused: { run: () => ({ defId: byId('1') }), message: /does not accept a value/ },
		gives: { deleted: true },
	},
	'displayResult/getMany': { run: () => ({}), gives: { resultCode: 'OB00001' } },
	'displayResult/get': {
		run: ({ state }) => ({ defId: byId(state.displayResults[0].defId) }),
		refused: { run: () => ({ defId: byId('1') }), message: /does not accept a value/ },
		gives: { resultCode: 'OB00001' },
	},
	'fileServer/create': {
		run: () => ({ ip: '192.0.2.99', port: '22', filePath: '/home', userName: 'sftp', serverPwd: 'Demo-sftp2' }),
		refused: {
			run: () => ({
				ip: '192.0.2.10',
				port: '22',
				filePath: '/home/sftp',
				userName: 'sftp',
				serverPwd: 'Demo-sftp2',
			}),
			message: /does not accept a value/,
		},
	},
	'fileServer/delete': {
		run: () => ({ serverId: byId(SERVER) }),
		refused: { run: () => ({ serverId: byId('1') }), message: /file server does not exist \(code 0200006\)/ },
		gives: { deleted: true },
	},
	'fileServer/update': {
		run: () => ({
			serverId: byId(SERVER),
			ip: '192.0.2.10',
			port: '2222',
			filePath: '/home/sftp',
			userName: 'sftp',
		}),
		more: {
			'all fields': () => ({
				serverId: byId(SERVER),
				ip: '192.0.2.11',
				port: '22',
				filePath: '/home/sftp',
				userName: 'sftp',
				updateFields: { serverPwd: 'Demo-sftp2' },
			}),
		},
		refused: {
			run: () => ({
				serverId: byId(SERVER),
				ip: '192.0.2.11',
				port: '22',
				filePath: '/home/sftp',
				userName: 'sftp',
			}),
			message: /do not go together/,
		},
		gives: { success: true },
	},
	'fileServer/getMany': {
		run: () => ({}),
		more: { 'all filters': () => ({ filters: { serverIds: SERVER } }) },
		gives: { serverId: SERVER },
	},
	'callLog/getMany': {
		run: async (bench) => {
			await bench.campaign();
			return { beginTime: '2026-03-02T00:00:00', endTime: '2026-03-03T00:00:00' };
		},
		more: {
			'all filters': async (bench) => {
				await bench.campaign();
				return {
					beginTime: '2026-03-02T00:00:00',
					endTime: '2026-03-03T00:00:00',
					filters: { url: '/rest/isales/v2/openapi/campaigns/1' },
				};
			},
		},
		gives: { type: 'POST', request: '••••••••' },
	},
};
