/** The events of a signed-in agent, read as section 6.5.1 of the reference prints them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import fc from 'fast-check';

import { eventKinds, inWords, kindOf } from '../../nodes/HuaweiCecAgentEventTrigger/events/index';
import { ownEvents } from '../../nodes/HuaweiCecAgentEventTrigger/items';
import { root, sourcesIn } from '../support/sources';

/** Every identifier of 6.5.1, in its order, and at the end those that only 13.1.1.7 and 13.1.1.8 name. */
const WIRE = `
	AgentState_Busy AgentState_Work AgentState_Ready AgentState_SetNotReady_Success AgentState_CancelNotReady_Success
	AgentState_SetRest_Success AgentState_CancelRest_Success AgentState_Rest_Timeout AgentState_SetWork_Success
	AgentState_CancelWork_Success AgentOther_Note
	AgentEvent_Talking AgentEvent_Customer_Alerting AgentEvent_Hold AgentEvent_Conference AgentEvent_Call_Out_Fail
	OUTBOUND_DETECT_EVENT AgentEvent_Inside_Call_Fail AgentEvent_No_Answer AgentEvent_Call_Release AgentEvent_Customer_Release
	AgentEvent_Auto_Answer AgentEvent_Ringing AgentEvent_Connect_Fail AgentEvent_Consult_Fail AgentEvent_SuccTransResult
	AgentEvent_ReturnFromIvr AgentEvent_MediaSwith AgentEvent_UserMediaAbility AgentEvent_Incoming_CallInfo
	AgentEvent_Release_Preview AgentEvent_Agent_Occupied AgentEvent_Preview AgentEvent_Preview_CallOut AgentEvent_Preview_CallOut_Ex
	AgentMediaEvent_Record AgentMediaEvent_Record_Fail AgentMediaEvent_StopRecordDone
	AgentMediaEvent_Play AgentMediaEvent_Play_Succ AgentMediaEvent_Play_Fail AgentMediaEvent_StopPlayDone
	AgentMediaEvent_PausePlayDone AgentMediaEvent_ResumePlayDone AgentMediaEvent_JumpPlayDone
	QC_AgentState_Notify
	AgentOther_PhoneUnknow AgentOther_PhoneRelease AgentOther_PhoneOffhook AgentOther_PhoneAlerting AgentOther_PhoneBusy
	AgentOther_InService AgentOther_ShutdownService AgentOther_All_Agent_Busy
	AgentEvent_MessageData AgentEvent_RequestConnect AgentEvent_ImageCapture
	AgentConf_RequestSuccess AgentConf_RequestFailed AgentConf_SelfJoinResult AgentConf_Timeout AgentConf_Ringing
	AgentConf_ParticipantChanged AgentConf_SelfLeaveResult AgentConf_PresidentChanged AgentConf_StopVoice
	AgentConf_StopParticipantVoice
	Agent_Recover
	AgentEvent_linkageCapability AgentEvent_linkagePhoneStatus AgentEvent_linkagePhoneMute AgentEvent_linkagePhoneUnMute
	AgentEvent_linkagePhoneTransferOut AgentEvent_linkagePhoneTransferOut_Result AgentEvent_linkagePhoneHold
	AgentEvent_linkagePhoneUnHold AgentEvent_linkagePhoneCallOut
	AgentMediaEvent_StartRecordScreen_Succ AgentMediaEvent_StartRecordScreen_Fail AgentMediaEvent_StopRecordScreen_Succ
	AgentMediaEvent_StopRecordScreen_Fail`
	.split(/\s+/)
	.filter((type) => type !== '');

/** The contents of the samples, and what is made of them. */
const SAMPLES: Array<[type: string, content: unknown, event: string, told: object]> = [
	['AgentState_Busy', null, 'agentHandlingCall', {}],
	['AgentState_Work', null, 'agentWrappingUp', {}],
	['AgentState_Ready', null, 'agentIdle', {}],
	['AgentState_SetNotReady_Success', { reason: '200' }, 'agentBusy', { reasonCode: 200 }],
	['AgentState_CancelNotReady_Success', null, 'busyEnded', {}],
	['AgentState_SetRest_Success', { reason: '200' }, 'restStarted', { reasonCode: 200 }],
	['AgentState_CancelRest_Success', null, 'restEnded', {}],
	['AgentState_Rest_Timeout', null, 'restOverdue', {}],
	['AgentState_SetWork_Success', null, 'wrapUpStarted', {}],
	['AgentState_CancelWork_Success', null, 'wrapUpEnded', {}],
	['AgentOther_Note', null, 'noteReceived', {}],
	[
		'AgentEvent_Talking',
		{ caller: '10086', callid: '1456401416-3', called: '70092', feature: '7', type: 'main', mediaAbility: '1' },
		'talkingStarted',
		{
			callerNumber: '10086',
			callId: '1456401416-3',
			called: '70092',
			callType: 'Outgoing',
			callTypeCode: 7,
			callRole: 'main',
			media: 'Audio',
			mediaCode: 1,
		},
	],
	[
		'AgentEvent_Customer_Alerting',
		{ callid: '1456401416-3', otherPhoneWorkno: '', otherPhone: '70092', type: 'main' },
		'customerRinging',
		{ callId: '1456401416-3', phone: '70092', callRole: 'main' },
	],
	['AgentEvent_Hold', '1456402370-7', 'callHeld', { callId: '1456402370-7' }],
	[
		'AgentEvent_Conference',
		{ callid: '1456403570-17', partner: '49997, 70093' },
		'threePartyCallStarted',
		{ callId: '1456403570-17', partners: ['49997', '70093'] },
	],
	['AgentEvent_Call_Out_Fail', '1456403661-19', 'outgoingCallFailed', { callId: '1456403661-19' }],
	[
		'OUTBOUND_DETECT_EVENT',
		{ callid: '1589167025-134428', detect: 1552, desc: 'The calling number is not allowed to make a call.' },
		'outgoingCallFailureReason',
		{ callId: '1589167025-134428', reasonCode: 1552, detail: 'The calling number is not allowed to make a call.' },
	],
	['AgentEvent_Inside_Call_Fail', '1456403699-21', 'internalCallFailed', { callId: '1456403699-21' }],
	['AgentEvent_No_Answer', '1456403745-23', 'callNotAnswered', { callId: '1456403745-23' }],
	['AgentEvent_Call_Release', '1456403549-15', 'callReleased', { callId: '1456403549-15' }],
	[
		'AgentEvent_Customer_Release',
		{ callid: '1456404171-43', number: '70093' },
		'customerLeft',
		{ callId: '1456404171-43', phone: '70093' },
	],
	[
		'AgentEvent_Auto_Answer',
		{
			...{ caller: '70093', transfer: 'no', callid: '1456404171-43', transfrom: '' },
			...{ called: '6048', type: 'main', mediaAbility: '1', feature: '0' },
		},
		'callAnsweredAutomatically',
		{
			callerNumber: '70093',
			transferred: false,
			callId: '1456404171-43',
			called: '6048',
			callRole: 'main',
			media: 'Audio',
			mediaCode: 1,
			callType: 'Incoming',
			callTypeCode: 0,
		},
	],
	[
		'AgentEvent_Ringing',
		{
			...{ caller: '49997', transfer: 'no', callid: '1456404043-37', transfrom: '' },
			...{ called: '49999', type: 'main', mediaAbility: '1', feature: '0' },
		},
		'callRinging',
		{
			callerNumber: '49997',
			transferred: false,
			callId: '1456404043-37',
			called: '49999',
			callRole: 'main',
			media: 'Audio',
			mediaCode: 1,
			callType: 'Incoming',
			callTypeCode: 0,
		},
	],
	['AgentEvent_Connect_Fail', '1456404043-38', 'connectionFailed', { callId: '1456404043-38' }],
	['AgentEvent_Consult_Fail', '1456404043-39', 'consultFailed', { callId: '1456404043-39' }],
	[
		'AgentEvent_SuccTransResult',
		{ result: 1, callId: '1477467960-16777237' },
		'successTransferResult',
		{ succeeded: false, resultCode: 1, callId: '1477467960-16777237' },
	],
	['AgentEvent_ReturnFromIvr', '1529571145-1187', 'returnedFromIvr', { callId: '1529571145-1187' }],
	[
		'AgentEvent_MediaSwitth',
		{
			...{ callId: '1603286369-16773', reason: 0, caller: '', mediaType: 3, called: '88022' },
			jsonKey: ['callid', 'reason', 'caller', 'mediaType', 'called'],
		},
		'mediaSwitched',
		{ callId: '1603286369-16773', succeeded: true, resultCode: 0, media: 'Audio and Video', mediaCode: 3, called: '88022' },
	],
	[
		'AgentEvent_UserMediaAbility',
		{ userAbility: '1', callid: '1456403745-23' },
		'customerMediaDetected',
		{ customerMedia: 'Audio', customerMediaCode: 1, callId: '1456403745-23' },
	],
	[
		'AgentEvent_Incoming_CallInfo',
		{
			...{ callId: '1669951418-12166', skillName: 'defaultVideoSkill', skillId: 1, caller: '88880165', called: '310300' },
			...{ lastReleaseAgentId: 65535, mediaType: 19, releaseAndReQueueCount: 0, releaseAndReQueueCallFlag: 0 },
		},
		'callArrived',
		{
			callId: '1669951418-12166',
			queueName: 'defaultVideoSkill',
			queueId: 1,
			callerNumber: '88880165',
			called: '310300',
			mediaType: 'Video Call',
			mediaTypeCode: 19,
			requeuedTimes: 0,
			requeued: false,
		},
	],
	['AgentEvent_Release_Preview', null, 'previewReleased', {}],
	['AgentEvent_Agent_Occupied', null, 'agentPreoccupied', {}],
	['AgentEvent_Preview', { controlid: '1456404043', dialeddigits: '' }, 'previewStarted', { controlId: 1456404043 }],
	[
		'AgentEvent_Preview_CallOut',
		{ controlid: '0', dialeddigits: '1456404043', callData: 'xxxxxx' },
		'previewCall',
		{ controlId: 0, phones: ['1456404043'], callData: 'xxxxxx' },
	],
	[
		'AgentEvent_Preview_CallOut_Ex',
		{ dialeddigits: '100,101,103,105', controlid: '1536', callData: '4' },
		'previewCallToSeveralNumbers',
		{ phones: ['100', '101', '103', '105'], controlId: 1536, callData: '4' },
	],
	[
		'AgentMediaEvent_Record',
		{
			...{ taskId: '5206', caller: '70006', recordID: 'Yc1v6a20011d20161025t1902050', called: '60015', locationId: '256' },
			...{ fileName: 'Y:/6/0/20161025/20011/1902050.V3', fileMediaType: '1', callId: '1477393325-164' },
		},
		'recordingStarted',
		{
			taskId: 5206,
			callerNumber: '70006',
			recordingId: 'Yc1v6a20011d20161025t1902050',
			called: '60015',
			locationId: 256,
			fileName: 'Y:/6/0/20161025/20011/1902050.V3',
			fileMedia: 'Audio',
			fileMediaCode: 1,
			callId: '1477393325-164',
		},
	],
	[
		'AgentMediaEvent_Record',
		{
			...{ recordID: '0a08082d-df1e-4c06-9a97-c7c6f7a4724e', callId: '1606459553-176' },
			fileName: 'conferecId=7a008307-34ad-435b-bccd-222be5ac5385;recordId0=0a08082d-df1e-4c06-9a97-c7c6f7a4724e;',
			...{ caller: '25002', called: '22061', locationId: '255', taskId: 5065, fileMediaType: 2 },
			jsonKey: ['recordID', 'callId', 'fileName', 'caller', 'called', 'locationId', 'taskId', 'fileMediaType'],
		},
		'recordingStarted',
		{
			recordingId: '0a08082d-df1e-4c06-9a97-c7c6f7a4724e',
			callId: '1606459553-176',
			fileName: 'conferecId=7a008307-34ad-435b-bccd-222be5ac5385;recordId0=0a08082d-df1e-4c06-9a97-c7c6f7a4724e;',
			callerNumber: '25002',
			called: '22061',
			locationId: 255,
			taskId: 5065,
			fileMedia: 'Video',
			fileMediaCode: 2,
		},
	],
	[
		'AgentMediaEvent_Record',
		{
			...{ recordID: 'Yc1v1a503d20201202t1714442', callId: '1606900483-31', fileName: 'Y:/1/0/20201202/503/1714442.mp4' },
			...{ caller: '83110091', called: '94865001', locationId: '65535', taskId: 5007, fileMediaType: 2 },
			jsonKey: ['recordID', 'callId', 'fileName', 'caller', 'called', 'locationId', 'taskId', 'fileMediaType'],
		},
		'recordingStarted',
		{
			recordingId: 'Yc1v1a503d20201202t1714442',
			callId: '1606900483-31',
			fileName: 'Y:/1/0/20201202/503/1714442.mp4',
			callerNumber: '83110091',
			called: '94865001',
			locationId: 65535,
			taskId: 5007,
			fileMedia: 'Video',
			fileMediaCode: 2,
		},
	],
	[
		'AgentMediaEvent_Record_Fail',
		{
			...{ taskId: 5255, caller: '70006', recordID: 'Cc1v6a20011d20161025t1930326', called: '60015', locationId: '65535' },
			...{ fileName: 'C:/6/0/20161025/20011/1930326.V3', fileMediaType: '1', callId: '1477395030-183' },
		},
		'recordingFailed',
		{
			taskId: 5255,
			callerNumber: '70006',
			recordingId: 'Cc1v6a20011d20161025t1930326',
			called: '60015',
			locationId: 65535,
			fileName: 'C:/6/0/20161025/20011/1930326.V3',
			fileMedia: 'Audio',
			fileMediaCode: 1,
			callId: '1477395030-183',
		},
	],
	[
		'AgentMediaEvent_StopRecordDone',
		{
			...{ beginTime: 1566867437000, endTime: 1566867472000, fileMediaType: '1', taskId: 5451 },
			jsonKey: ['beginTime', 'endTime', 'taskId'],
		},
		'recordingStopped',
		{
			startedAt: '2019-08-27T00:57:17.000Z',
			endedAt: '2019-08-27T00:57:52.000Z',
			fileMedia: 'Audio',
			fileMediaCode: 1,
			taskId: 5451,
		},
	],
	['AgentMediaEvent_Play', null, 'playbackStarted', {}],
	['AgentMediaEvent_Play_Succ', null, 'playbackSucceeded', {}],
	['AgentMediaEvent_Play_Fail', null, 'playbackFailed', {}],
	['AgentMediaEvent_StopPlayDone', { cause: 0 }, 'playbackStopped', { reason: 'Played to the end', reasonCode: 0 }],
	['AgentMediaEvent_PausePlayDone', null, 'playbackPaused', {}],
	['AgentMediaEvent_ResumePlayDone', null, 'playbackResumed', {}],
	['AgentMediaEvent_JumpPlayDone', null, 'playbackJumped', {}],
	[
		'QC_AgentState_Notify',
		{
			...{ subtype: 'QC_AgentState_Login', monitoredagent: '108', agentname: '108', mediaserver: 'CtiServer' },
			jsonKey: ['subtype', 'monitoredagent', 'agentname', 'mediaserver'],
		},
		'watchedAgentSignedInOrOut',
		{
			change: 'Signed In',
			changeCode: 'QC_AgentState_Login',
			watchedAgentId: '108',
			watchedAgentName: '108',
			server: 'CtiServer',
		},
	],
	['AgentOther_PhoneUnknow', null, 'phoneStateUnknown', {}],
	['AgentOther_PhoneRelease', { phoneState: 3 }, 'phoneHungUp', { reason: 'Platform hung up', reasonCode: 3 }],
	['AgentOther_PhoneOffhook', { type: 'main' }, 'phonePickedUp', { callRole: 'main' }],
	['AgentOther_PhoneAlerting', null, 'phoneRinging', {}],
	['AgentOther_PhoneBusy', null, 'phoneBusy', {}],
	['AgentOther_InService', null, 'signInStarted', {}],
	['AgentOther_ShutdownService', { loginTime: '1471585949806' }, 'signedOut', { signedInAt: '2016-08-19T05:52:29.806Z' }],
	['AgentOther_All_Agent_Busy', null, 'allAgentsBusy', {}],
	[
		'AgentEvent_MessageData',
		{
			...{ callid: '1552038964-16797222', caller: '88880022', called: '20012', feature: 0, type: 'main' },
			...{ message: 'testmessage', mediaAbility: '5' },
			jsonKey: ['callid', 'caller', 'called', 'feature', 'type', 'message', 'mediaAbility'],
		},
		'chatMessageReceived',
		{
			callId: '1552038964-16797222',
			callerNumber: '88880022',
			called: '20012',
			callType: 'Incoming',
			callTypeCode: 0,
			callRole: 'main',
			message: 'testmessage',
			media: 'Text',
			mediaCode: 5,
		},
	],
	[
		'AgentEvent_RequestConnect',
		{
			...{ userId: '坐席工号', ctime: '过期时间', channelId: '15945185-345', ip: 'xxx.xxx.xxx.xxx', port: '6500', role: '0' },
			...{ signalingDomainIn: 'https://in.isdpdomain.com', signalingDomainOut: 'https://out.isdpdomain.com' },
			...{ locationId: '65535', signature: 'xxx', appId: 'sdcp0BPcVGymItWppGX6XqrZGTCYa13d' },
		},
		'h5VideoAccess',
		{
			userId: '坐席工号',
			expiresAt: '过期时间',
			channelId: '15945185-345',
			ip: 'xxx.xxx.xxx.xxx',
			port: 6500,
			role: '0',
			signalingDomainIn: 'https://in.isdpdomain.com',
			signalingDomainOut: 'https://out.isdpdomain.com',
			locationId: 65535,
			signature: 'xxx',
			appId: 'sdcp0BPcVGymItWppGX6XqrZGTCYa13d',
		},
	],
	[
		'AgentEvent_ImageCapture',
		{ callid: '1654917192-17845843', result: 0, filename: 'F:/5/1/20220611/1002/1113201.jpg', locationId: 256 },
		'screenshotResult',
		{
			callId: '1654917192-17845843',
			succeeded: true,
			resultCode: 0,
			fileName: 'F:/5/1/20220611/1002/1113201.jpg',
			locationId: 256,
		},
	],
	['AgentConf_RequestSuccess', { confId: '1030400' }, 'conferenceStarted', { conferenceId: 1030400 }],
	[
		'AgentConf_RequestFailed',
		{ cause: '21234' },
		'conferenceFailed',
		{ reason: 'A participant left before it was created', reasonCode: 21234 },
	],
	['AgentConf_SelfJoinResult', { confId: 1030400 }, 'conferenceJoined', { conferenceId: 1030400 }],
	['AgentConf_Timeout', { confId: 1030656 }, 'conferenceEndingSoon', { conferenceId: 1030656 }],
	['AgentConf_Ringing', { confId: 1031168 }, 'conferenceRinging', { conferenceId: 1031168 }],
	[
		'AgentConf_ParticipantChanged',
		{
			...{ result: 0, changeReason: 255, changeType: 3, confId: 1031168, participant: '154', participantType: 9 },
			...{ deviceCallType: 0, deviceType: 0 },
		},
		'conferenceParticipantChanged',
		{
			succeeded: true,
			resultCode: 0,
			reasonCode: 255,
			change: 'Muted',
			changeCode: 3,
			conferenceId: 1031168,
			participant: '154',
			participantType: 'Agent',
			participantTypeCode: 9,
			deviceCallType: 'Regular',
			deviceCallTypeCode: 0,
			deviceType: 'Unknown',
			deviceTypeCode: 0,
		},
	],
	['AgentConf_SelfLeaveResult', { confId: 1030400 }, 'conferenceLeft', { conferenceId: 1030400 }],
	['AgentConf_PresidentChanged', { confId: 1031168 }, 'conferenceChairReceived', { conferenceId: 1031168 }],
	['AgentConf_StopVoice', { result: 0 }, 'conferencePlaybackEnded', { succeeded: true, resultCode: 0 }],
	['AgentConf_StopParticipantVoice', { result: 0 }, 'conferenceChannelPlaybackEnded', { succeeded: true, resultCode: 0 }],
	['Agent_Recover', { agentStatus: '4' }, 'gatewayRecovered', { state: 'Idle', stateCode: 4 }],
	['AgentEvent_linkageCapability', { result: 0 }, 'phoneLinkageResult', { succeeded: true, resultCode: 0 }],
	['AgentEvent_linkagePhoneStatus', { result: 2 }, 'linkedPhoneState', { phoneState: 'Talking', phoneStateCode: 2 }],
	['AgentEvent_linkagePhoneMute', { callId: '1474269843-24' }, 'linkedPhoneMuted', { callId: '1474269843-24' }],
	['AgentEvent_linkagePhoneUnMute', { callId: '1474269843-24' }, 'linkedPhoneUnmuted', { callId: '1474269843-24' }],
	[
		'AgentEvent_linkagePhoneTransferOut',
		{ addrOut: { address: '70002', addressType: 6 }, addrSelf: { address: '70001', addressType: 6 } },
		'linkedPhoneTransferring',
		{ transferredTo: '70002', agentPhone: '70001' },
	],
	[
		'AgentEvent_linkagePhoneTransferOut_Result',
		{ result: 1138, callId: '1481881644-21' },
		'linkedPhoneTransferResult',
		{ succeeded: false, resultCode: 1138, reason: 'Called party hung up', callId: '1481881644-21' },
	],
	['AgentEvent_linkagePhoneHold', { callId: '1474269843-24' }, 'linkedPhoneHeld', { callId: '1474269843-24' }],
	['AgentEvent_linkagePhoneUnHold', { callId: '1474269843-24' }, 'linkedPhoneUnheld', { callId: '1474269843-24' }],
	[
		'AgentEvent_linkagePhoneCallOut',
		{
			...{ addrCalled: { address: '70002', addressType: 6 }, addrCaller: { address: '70001', addressType: 6 } },
			...{ skillId: 0, callId: '1475051437-34' },
		},
		'linkedPhoneCallingOut',
		{ called: '70002', callerNumber: '70001', queueId: 0, provisionalCallId: '1475051437-34' },
	],
];

const tell = (eventType: string, content?: unknown) => inWords({ eventType, workNo: '2001', content });
const HEAD = ['event', 'eventType', 'agentId'];

describe('the table', () => {
	test('has every event of the reference once', () => {
		expect(eventKinds.map(({ type }) => type).sort()).toEqual([...WIRE].sort());
	});

	test('has names and titles of its own for each, by title, none of them what the trigger itself tells', () => {
		const names = eventKinds.map(({ name }) => name);
		const titles = eventKinds.map(({ title }) => title);
		expect(new Set([...names, ...Object.keys(ownEvents), 'other', '*']).size).toBe(names.length + Object.keys(ownEvents).length + 2);
		expect(new Set(titles).size).toBe(titles.length);
		expect(titles).toEqual([...titles].sort());
		expect(names.filter((name) => !/^[a-z][a-zA-Z0-9]*$/.test(name))).toEqual([]);
		expect(eventKinds.filter(({ description }) => description === '' || description.endsWith('.'))).toEqual([]);
	});

	test('knows every event that the simulator tells', () => {
		const told = sourcesIn('simulator')
			.flatMap((file) => readFileSync(join(root, file), 'utf8').match(/'(Agent[A-Za-z]*_\w+|OUTBOUND_DETECT_EVENT|QC_AgentState_Notify)'/g) ?? [])
			.map((quoted) => quoted.slice(1, -1));
		expect(told.length).toBeGreaterThan(20);
		expect(told.filter((type) => !kindOf(type))).toEqual([]);
	});

	test.each([
		['AgentEvent_MediaSwitth', 'mediaSwitched'],
		['AgentEvent_MediaSwith', 'mediaSwitched'],
		['AgentEvent_MediaSwitch', 'mediaSwitched'],
		['AgentEvent_SetNotReady_Success', 'agentBusy'],
		['AgentOther_PhoneUnknown', 'phoneStateUnknown'],
		['agentevent_ringing', 'callRinging'],
		[' AgentEvent_Hold ', 'callHeld'],
	])('finds %s', (type, name) => {
		expect(kindOf(type)?.name).toBe(name);
	});

	test.each(['', 'AgentEvent_Ring', 'AgentEvent_MediaSwitch Off', 'constructor', '__proto__'])('does not find "%s"', (type) => {
		expect(kindOf(type)).toBeUndefined();
	});
});

describe('samples', () => {
	test.each(SAMPLES)('%s %j', (eventType, content, event, told) => {
		expect(tell(eventType, content)).toEqual({ event, eventType, agentId: '2001', ...told });
	});

	test('are there for every event but those that the reference only names', () => {
		const named = SAMPLES.map(([type]) => kindOf(type)?.type);
		expect(WIRE.filter((type) => !named.includes(type) && !type.includes('RecordScreen'))).toEqual([]);
	});
});

describe('codes', () => {
	test.each([
		['AgentState_SetNotReady_Success', { reason: '7' }, { reason: 'Agent hung up', reasonCode: 7 }],
		['AgentState_SetNotReady_Success', { reason: 0 }, { reason: 'No reason given', reasonCode: 0 }],
		// 7 is a reason of being busy only
		['AgentState_SetRest_Success', { reason: 7 }, { reasonCode: 7 }],
		['AgentMediaEvent_StopPlayDone', { cause: 2 }, { reason: 'Playing failed', reasonCode: 2 }],
		['AgentOther_PhoneRelease', { phoneState: '2' }, { reason: 'Agent hung up', reasonCode: 2 }],
		['AgentEvent_ImageCapture', { result: 2 }, { succeeded: false, resultCode: 2, reason: 'Customer refused' }],
		['OUTBOUND_DETECT_EVENT', { detect: '548', desc: '' }, { reason: 'Phone switched off', reasonCode: 548 }],
		['QC_AgentState_Notify', { subtype: 'QC_AgentState_Logout' }, { change: 'Signed Out', changeCode: 'QC_AgentState_Logout' }],
		['AgentEvent_linkagePhoneStatus', { result: '5' }, { phoneState: 'Ringing', phoneStateCode: 5 }],
		['AgentEvent_SuccTransResult', { result: '0' }, { succeeded: true, resultCode: 0 }],
		['AgentEvent_SuccTransResult', { result: 'ok' }, { resultCode: 'ok' }],
		['AgentEvent_MediaSwith', { reason: 5, mediaType: 1 }, { succeeded: false, resultCode: 5, media: 'Audio', mediaCode: 1 }],
		['AgentEvent_Incoming_CallInfo', { mediaType: 1 }, { mediaType: 'Text Chat', mediaTypeCode: 1 }],
		// Requests number media as 0 audio, 1 video, 2 the best there is
		['AgentEvent_Ringing', { mediaAbility: 0 }, { mediaCode: 0 }],
		['AgentEvent_Ringing', { feature: 43 }, { callType: 'Predictive Outbound', callTypeCode: 43 }],
		['AgentEvent_Ringing', { feature: 'constructor' }, { callTypeCode: 'constructor' }],
	])('%s %j', (type, content, told) => {
		const { event: _event, eventType: _type, agentId: _agent, ...rest } = tell(type, content);
		expect(rest).toEqual(told);
	});

	test('of a recovery are those of the gateway, not those of the platform or of a synchronisation', () => {
		const stateOf = (agentStatus: number) => tell('Agent_Recover', { agentStatus }).state;
		expect([2, 3, 4, 5, 7, 8].map(stateOf)).toEqual(['Signed Out', 'Busy', 'Idle', 'Wrap-Up', 'Talking', 'Rest']);
	});

	test('say why a participant has left, and nothing of it for other changes', () => {
		const reasonOf = (changeType: unknown, changeReason: unknown) => tell('AgentConf_ParticipantChanged', { changeType, changeReason }).reason;
		expect(reasonOf('1', '2')).toBe('Participant hung up');
		expect(reasonOf(0, 2)).toBeUndefined();
	});
});

describe('contents', () => {
	test.each([null, undefined, ''])('may be %p', (content) => {
		expect(tell('AgentEvent_Hold', content)).toEqual({ event: 'callHeld', eventType: 'AgentEvent_Hold', agentId: '2001' });
	});

	test.each([
		['the ID alone', '1456402370-7'],
		['callid', { callid: '1456402370-7' }],
		['callId', { callId: '1456402370-7' }],
		['CallID', { CallID: '1456402370-7' }],
	])('name a call by %s', (_how, content) => {
		expect(tell('AgentEvent_Hold', content)).toMatchObject({ callId: '1456402370-7' });
		expect(tell('AgentEvent_Talking', content)).toMatchObject({ callId: '1456402370-7' });
	});

	test('of a note are its text, where a gateway sends it', () => {
		expect(tell('AgentOther_Note', 'Lunch at noon')).toMatchObject({ note: 'Lunch at noon' });
	});

	test('keep what nobody has described', () => {
		const told = tell('AgentEvent_Ringing', { callid: '1-2', new_key: 'a', OtherKey: { deep: 1 }, ID: 3, 'üben-jetzt': 4, mediaType: '5', jsonKey: [] });
		expect(told).toEqual({
			event: 'callRinging',
			eventType: 'AgentEvent_Ringing',
			agentId: '2001',
			callId: '1-2',
			newKey: 'a',
			otherKey: { deep: 1 },
			id: 3,
			übenJetzt: 4,
			mediaType: 'Audio and Video Call',
			mediaTypeCode: 5,
		});
	});

	test('overwrite nothing, but keep what has no place', () => {
		const told = tell('AgentEvent_Hold', { callid: '1-2', callId: '1-3', agentId: 'x', event: 'y', session: 'z', content: 1 });
		expect(told).toEqual({
			...{ event: 'callHeld', eventType: 'AgentEvent_Hold', agentId: '2001', callId: '1-2' },
			content: { callId: '1-3', agentId: 'x', event: 'y', session: 'z', content: 1 },
		});
	});

	test('of unknown events stay as they are', () => {
		const content = { callid: '1-2', feature: '7', jsonKey: ['callid'] };
		expect(tell('AgentEvent_New', content)).toEqual({ event: 'other', eventType: 'AgentEvent_New', agentId: '2001', content });
		expect(tell('AgentEvent_New')).toEqual({ event: 'other', eventType: 'AgentEvent_New', agentId: '2001', content: null });
	});

	test('that are lists stay lists', () => {
		expect(tell('AgentEvent_Hold', ['1-2'])).toMatchObject({ event: 'callHeld', content: ['1-2'] });
	});

	test('come with what stands beside them', () => {
		const event = { eventType: 'AgentEvent_Hold', workNo: '2001', content: '1-2', eventGenTime: 1772355600000, jsonKey: ['content'] };
		expect(inWords(event)).toEqual({
			...{ event: 'callHeld', eventType: 'AgentEvent_Hold', agentId: '2001', callId: '1-2' },
			occurredAt: '2026-03-01T09:00:00.000Z',
		});
	});

	test('have JSON in texts parsed, exactly, and other texts left alone', () => {
		const messageOf = (message: unknown) => tell('AgentEvent_MessageData', { message }).message;
		expect(messageOf('{"content":"Hello","id":12345678901234567890}')).toEqual({ content: 'Hello', id: '12345678901234567890' });
		expect(messageOf('[1, 2]')).toEqual([1, 2]);
		expect(messageOf('{:-)')).toBe('{:-)');
		expect(messageOf('007')).toBe('007');
		expect(tell('AgentEvent_Preview_CallOut', { callData: '{"name":"Ann"}' }).callData).toEqual({ name: 'Ann' });
	});

	test('have times as ISO text, whether in milliseconds or seconds', () => {
		const expiry = (ctime: unknown) => tell('AgentEvent_RequestConnect', { ctime }).expiresAt;
		expect(expiry('1772355600')).toBe('2026-03-01T09:00:00.000Z');
		expect(expiry(1772355600000)).toBe('2026-03-01T09:00:00.000Z');
		expect(expiry('soon')).toBe('soon');
	});

	test('tell agents by text, and whether a call came from another', () => {
		expect(tell('AgentEvent_Incoming_CallInfo', { lastReleaseAgentId: 2002, releaseAndReQueueCallFlag: '1' })).toMatchObject({
			lastReleasedByAgentId: '2002',
			requeued: true,
		});
		expect(tell('AgentEvent_Ringing', { transfer: 'yes', transFrom: '2003' })).toMatchObject({ transferred: true, transferredFrom: '2003' });
	});

	test('keep numbers that are no phone numbers, and addresses of another kind', () => {
		const calledOf = (addrCalled: unknown) => tell('AgentEvent_linkagePhoneCallOut', { addrCalled }).called;
		expect(calledOf({ address: '2001', addressType: 9 })).toEqual({ address: '2001', addressType: 9 });
		expect(calledOf('70002')).toBe('70002');
	});
});

describe('whatever comes', () => {
	const anyType = fc.oneof(fc.constantFrom(...WIRE), fc.string());
	const wireKeys = ['callid', 'feature', 'type', 'result', 'reason', 'partner', 'loginTime', 'beginTime', 'message', 'addrOut', 'jsonKey', 'event', '__proto__'];
	const anyContent = fc.oneof(
		fc.anything({ withBigInt: true, withDate: true }),
		fc.dictionary(fc.oneof(fc.constantFrom(...wireKeys), fc.string()), fc.anything()),
	);

	test('it is told as event, type and agent', () => {
		fc.assert(
			fc.property(anyType, fc.string(), anyContent, (eventType, workNo, content) => {
				const told = inWords({ eventType, workNo, content });
				expect(told).toMatchObject({ event: kindOf(eventType)?.name ?? 'other', eventType, agentId: workNo });
			}),
			{ numRuns: 2000 },
		);
	});

	test('objects that cannot be printed are kept', () => {
		const odd = JSON.parse('{"toString":1}') as unknown;
		for (const key of ['transfer', 'lastReleaseAgentId', 'feature', 'callId', 'addrOut', 'result']) {
			for (const { type } of eventKinds) expect(JSON.stringify(tell(type, { [key]: odd }))).toContain('"toString":1');
		}
		expect(tell('AgentEvent_linkagePhoneTransferOut', { addrOut: { address: odd } }).transferredTo).toEqual(odd);
	});

	test('no value that is not empty gets lost', () => {
		fc.assert(
			fc.property(fc.constantFrom(...WIRE), fc.dictionary(fc.string(), fc.integer({ min: 100_000, max: 999_999 })), (eventType, content) => {
				const told = JSON.stringify(tell(eventType, content));
				for (const value of Object.values(content)) expect(told).toContain(String(value));
			}),
		);
	});

	test('an agent who is not named is null', () => {
		expect(Object.keys(inWords({ eventType: 'AgentState_Ready' }))).toEqual(HEAD);
		expect(inWords({ eventType: 'AgentState_Ready' }).agentId).toBeNull();
	});
});
