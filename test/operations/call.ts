import { AGENT_PHONE, byId, rowsOf, type Bench } from '../support/bench';
import { HOOK, type Case, type Parameters, type Prepare } from './case';

const CUSTOMER = '447700900101';
const UNKNOWN = '1037058396471308289';
const TENANT = '202211228274';
/** The users of the workbench who are the agents 101 and 102. */
const USER = '1652268429538866101';

const VOICE = '1133790000000000001';
const PARCEL = '1226170000000000001';
const DEADLINE = '1226170000000000002';

const SERIAL_NO = expect.stringMatching(/^\d{19}$/);
const made = { success: true, callSerialNo: SERIAL_NO };
const waited = { ...made, released: true, state: 3, stateName: 'Ended' };

const sameCall: Prepare = async (bench) => ({ callSerialNo: (await bench.phoneCall()).callSerialNo });

/** A customer who does not answer. */
const unanswered: Prepare = async (bench) => {
	bench.sim.control.setCalls({ called: CUSTOMER, outcomes: [{ reason: 5 }] });
	return { callSerialNo: (await bench.phoneCall({ called: CUSTOMER })).callSerialNo };
};

const twoParty: Parameters = { caller: AGENT_PHONE, called: CUSTOMER };
const everyTwoPartyField: Parameters = {
	...twoParty,
	additionalFields: {
		agentWorkNo: byId(101),
		callData: '{"order": "12345678901234567890", "note": "你好"}',
		callerPresent: byId('15550101'),
		agentPresent: byId('15550100'),
		callBackUrl: HOOK,
	},
};
const createTwoParty: Case = {
	run: () => twoParty,
	more: { 'all fields': () => everyTwoPartyField },
	refused: {
		run: () => ({ caller: '15550199', called: CUSTOMER }),
		message: /^The number of the agent is none of the softphones of this tenant \(code 8\)$/,
	},
	gives: made,
};

const spoken: Parameters = { called: CUSTOMER, playList: rowsOf({ part: 'voice', voiceId: byId(VOICE) }) };
const optionalOfNotifications = { callerPresent: byId('15550101'), callBackUrl: HOOK, priority: 2 };
const createNotification: Case = {
	run: () => spoken,
	more: {
		'all fields, and parts of all kinds': () => ({
			called: CUSTOMER,
			playListInput: 'fields',
			playList: rowsOf(
				{ part: 'voice', voiceId: byId(VOICE) },
				{ part: 'name', voiceFileName: 'goodbye' },
				{
					part: 'template',
					templateId: byId(PARCEL),
					// With commas inside, and in characters of three bytes each.
					templateParams: rowsOf({ value: '3' }, { value: 'Gate 1, left, 东门' }),
				},
				{
					part: 'template',
					templateId: byId(DEADLINE),
					templateParams: rowsOf({ value: '2026/03/31' }, { value: '14:30' }),
				},
			),
			additionalFields: { ...optionalOfNotifications, playTimes: 5 },
		}),
		'parts given as JSON': () => ({
			called: CUSTOMER,
			playListInput: 'json',
			playListJson: JSON.stringify([
				{ voiceId: VOICE },
				{ voiceFileName: 'goodbye' },
				{ templateId: PARCEL, templateParams: ['3', 'Gate 1, left, 东门'] },
			]),
		}),
		'parts that an expression gives': () => ({
			called: CUSTOMER,
			playListInput: 'json',
			playListJson: `={{ [{ templateId: "${PARCEL}", templateParams: [3, "东门"] }] }}`,
		}),
	},
	refused: {
		run: () => ({ ...spoken, playList: rowsOf({ part: 'voice', voiceId: byId(UNKNOWN) }) }),
		message: /^A voice file or template does not exist \(code 17\)$/,
	},
	gives: made,
};

const lastWeeks = { startTime: '2026-02-10T00:00:00', endTime: '2026-03-10T00:00:00' };
/** A two-party call and a notification, both over. */
const callsOfBothKinds = async (bench: Bench): Promise<Parameters> => {
	await bench.notification();
	await bench.phoneCall({ callData: 'order 7' });
	return lastWeeks;
};

/** The number of its call center and that of its VDN. */
const ofTenant = { callCenterId: '1', vdnId: '1' };

const contact = async (bench: Bench): Promise<Parameters> => ({
	callId: (await bench.phoneCall({ agentWorkNo: 101, callData: 'order 7' })).callId,
	userId: USER,
	tenantId: TENANT,
});
const wrongUser = async (bench: Bench): Promise<Parameters> => ({ ...(await contact(bench)), userId: '1' });

export const callCases: Record<string, Case> = {
	'twoPartyCall/create': createTwoParty,
	'twoPartyCall/createAndWait': {
		...createTwoParty,
		more: { 'all fields': () => ({ ...everyTwoPartyField, waitMinutes: 3 }) },
		gives: waited,
	},
	'twoPartyCall/createWithSoftphone': {
		run: () => ({ softPhone: byId(AGENT_PHONE), called: CUSTOMER }),
		more: {
			'all fields': () => ({
				softPhone: byId(AGENT_PHONE),
				called: CUSTOMER,
				additionalFields: { caller: '0447700900001', callData: 'order 7', callerPresent: byId('15550101') },
			}),
		},
		refused: {
			run: () => ({ softPhone: byId('15550199'), called: CUSTOMER }),
			message: /^The number of the agent is none of the softphones of this tenant \(code 8\)$/,
		},
		gives: made,
	},
	'voiceNotification/create': createNotification,
	'voiceNotification/createAndWait': {
		...createNotification,
		gives: { ...waited, reasonCode: 1 },
	},
	'voiceNotification/createFromText': {
		run: () => ({ called: CUSTOMER, voiceContent: rowsOf({ part: 'text', text: '您有3件快递, please come.' }) }),
		more: {
			'all fields, text between voice files': () => ({
				called: CUSTOMER,
				voiceContent: rowsOf(
					{ part: 'voice', voiceId: byId(VOICE) },
					{ part: 'text', text: 'Gate 1 - left, 东门' },
					{ part: 'voice', voiceId: byId(VOICE) },
				),
				additionalFields: optionalOfNotifications,
			}),
		},
		refused: {
			run: () => ({ called: CUSTOMER, voiceContent: rowsOf({ part: 'voice', voiceId: byId(UNKNOWN) }) }),
			message: /^CEC does not accept what is to be said \(code 8\)$/,
		},
		gives: made,
	},
	'call/getMany': {
		// Four weeks, of which one request takes seven days.
		run: callsOfBothKinds,
		more: {
			'all filters': async (bench) => ({
				...(await callsOfBothKinds(bench)),
				filters: { caller: AGENT_PHONE, taskType: 1 },
			}),
		},
		refused: {
			run: () => ({ ...lastWeeks, filters: { caller: 'nobody' } }),
			message: /^CEC does not accept "Agent Phone" \(code 12\)$/,
		},
		gives: {
			callSerialNo: SERIAL_NO,
			callData: 'order 7',
			stateName: 'Ended',
			taskTypeName: 'Two-Party Call',
			talkSeconds: expect.any(Number),
			startedAt: '2026-03-02T08:03:00.000Z',
		},
	},
	'callResult/getMany': {
		run: async (bench) => {
			await bench.phoneCall();
			return { ...ofTenant, startTime: lastWeeks.startTime };
		},
		more: {
			'all filters': async (bench) => {
				const { callId, caller, called } = await bench.phoneCall();
				return {
					...ofTenant,
					startTime: lastWeeks.startTime,
					endTime: lastWeeks.endTime,
					filters: { callId, caller, called, callType: 10, mediaType: 5, satisfaction: String((Number(callId.split('-')[1]) % 5) + 1) },
				};
			},
		},
		refused: {
			run: () => ({ ...ofTenant, vdnId: '2', startTime: '2026-03-01' }),
			message: /^CEC could not do this with the values given \(HTTP 500\)$/,
		},
		gives: {
			callTypeName: 'Two-Party Call',
			mediaTypeName: 'Audio',
			evaluationValue: expect.stringMatching(/^[1-5]$/),
			endedAt: expect.stringMatching(/^2026-03-02T08:/),
		},
	},
	'call/getState': {
		run: sameCall,
		refused: {
			run: () => ({ callSerialNo: 'abc' }),
			message: /^CEC does not accept the call serial number \(code 3\)$/,
		},
		gives: { state: 3, stateName: 'Ended', reason: expect.stringMatching(/ hung up$/) },
	},
	'call/getDestination': {
		run: () => ({ called: '15550100', caller: CUSTOMER }),
		refused: {
			run: () => ({ called: '15550199', caller: CUSTOMER }),
			message: /^CEC found no destination for the called number \(code 4\)$/,
		},
		gives: { devType: 0, devTypeName: 'Skill Queue', skillId: 2 },
	},
	'recording/download': {
		run: sameCall,
		refused: { run: unanswered, message: /^CEC could not fetch the recording from the platform \(code 11\)$/ },
		gives: { callSerialNo: SERIAL_NO, fileName: expect.stringMatching(/^\d{19}\.wav$/), mimeType: 'audio/wav' },
		file: { begins: /^RIFF/, type: 'audio/wav' },
	},
	'recording/getAddress': {
		run: sameCall,
		refused: {
			run: () => ({ callSerialNo: UNKNOWN }),
			message: /^CEC has no record of this call \(code 5\)$/,
		},
		gives: {
			url: expect.stringMatching(/^http.*\/obs\/\d{19}\?/),
			// Four hours after it was asked for, in the simulator.
			expiresAt: expect.stringMatching(/^2026-03-02T12:0\d:\d\d\.000Z$/),
		},
	},
	'softphone/getMany': {
		run: () => ({}),
		gives: {
			phoneNum: AGENT_PHONE,
			statusName: 'Registered',
			password: '••••••••',
			singleRegServ: [expect.objectContaining({ regIPAddress: '192.0.2.30' })],
			poolRegServ: expect.objectContaining({ node1: expect.any(Array) }),
		},
	},
	'softphone/getManyV1': {
		run: () => ({}),
		gives: {
			phoneNum: AGENT_PHONE,
			statusName: 'Registered',
			password: '••••••••',
			regIPAddress: '192.0.2.30',
			regPort: '5060',
		},
	},
	'voiceFile/getMany': {
		run: () => ({}),
		more: { 'all filters': () => ({ filters: { type: 2 } }) },
		gives: { voice_id: VOICE, typeName: 'Audio', uploadedAt: '2026-03-02T08:00:00.000Z' },
	},
	'contactRecord/get': {
		run: contact,
		refused: { run: wrongUser, message: /^CEC could not do this with the values given \(HTTP 500\)$/ },
		gives: { mediaAbilityName: 'Audio', startedAt: '2026-03-02T08:00:00.000Z' },
	},
	'contactRecord/getCall': {
		run: async (bench) => ({ ...(await contact(bench)), agentId: '101' }),
		refused: {
			run: async (bench) => ({ ...(await contact(bench)), agentId: '102' }),
			message: /^CEC could not do this with the values given \(HTTP 500\)$/,
		},
		gives: { calldata: 'order 7', mediaAbilityName: 'Audio' },
	},
	'itaCall/report': {
		run: () => ({ callID: 'ita-1', remark: TENANT }),
		more: {
			'all fields': () => ({
				callID: 'ita-1',
				remark: TENANT,
				additionalFields: {
					telA: '447700900001',
					telX: '15550100',
					telB: CUSTOMER,
					calledDisplay: '15550101',
					startTime: '2026-03-02T08:00:00',
					callerAnswerTime: '2026-03-02T08:00:05',
					calledAnswerTime: '2026-03-02T08:00:15',
					finishTime: '2026-03-02T08:01:15',
					callDuration: 60,
					releaseCause: '16',
				},
			}),
		},
		refused: { run: () => ({ callID: 'ita-1', remark: 'somebody else' }), message: /malformed \(HTTP 400\)$/ },
		gives: { success: true },
	},
};
