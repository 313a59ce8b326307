/** What events tell, each thing with one name wherever it stands. */
import { CALL_TYPE } from '../../HuaweiCecAgentWorkspace/resources/callData';
import { ADDRESS_TYPE, DEVICE_CALL_TYPE, DEVICE_TYPE } from '../../HuaweiCecAgentWorkspace/resources/conference';
import { AGENT_STATE, MEDIA_TYPE } from '../../HuaweiCecAgentWorkspace/resources/shared';
import { CALL_FAILURE } from './callFailures';
import {
	BUSY_REASON,
	FILE_MEDIA,
	HANG_UP_REASON,
	LINKED_PHONE_STATE,
	MEDIA,
	PARTICIPANT_CHANGE,
	PARTICIPANT_LEAVE_REASON,
	PARTICIPANT_LEFT,
	PLAYBACK_END,
	REST_REASON,
	SCREENSHOT_FAILURE,
	WATCHED_CHANGE,
} from './codes';
import { CONFERENCE_FAILURE } from './conferenceFailures';
import { coded, count, field, list, numberIn, outcome, phoneNumber, text, textIn, textOrJson, time, valueAt, yesNo } from './decode';
import type { Field } from './kind';

/** In the place of an agent: none. */
const NO_AGENT = 65_535;

// Calls
export const callId = text('callId', 'callId');
export const caller = text('caller', 'callerNumber');
export const called = text('called', 'called');
export const callType = coded('feature', 'callType', CALL_TYPE);
/** `main`, or `assistant` for the call with which an agent helps; phones have `unknown` too. */
export const callRole = text('type', 'callRole');
export const media = coded('mediaAbility', 'media', MEDIA);
export const mediaType = coded('mediaType', 'mediaType', MEDIA_TYPE);
export const queueId = count('skillId', 'queueId');
export const queueName = text('skillName', 'queueName');
export const transferred = yesNo('transfer', 'transferred');
export const transferredFrom = text('transfrom', 'transferredFrom');
export const requeuedTimes = count('releaseAndReQueueCount', 'requeuedTimes');
export const requeued = yesNo('releaseAndReQueueCallFlag', 'requeued');
export const lastReleasedBy = field('lastReleaseAgentId', (agent) =>
	numberIn(agent) === NO_AGENT ? {} : { lastReleasedByAgentId: textIn(agent) },
);
export const otherPhone = text('otherPhone', 'phone');
export const otherAgentId = text('otherPhoneWorkno', 'otherAgentId');
export const phoneOfLeaver = text('number', 'phone');
export const partners = list('partner', 'partners');
export const customerMedia = coded('userAbility', 'customerMedia', MEDIA);
/** Where the other events of calls have the media type of the queue, a switch has the medium itself. */
export const switchedMedia = coded('mediaType', 'media', MEDIA);
export const detectedReason = coded('detect', 'reason', CALL_FAILURE);
export const failureText = text('desc', 'detail');

// Results: 0 is success
export const succeeded = (): Field => outcome('result');
export const mediaSwitchResult = outcome('reason');
export const screenshotResult = outcome('result', SCREENSHOT_FAILURE);
/** The reference explains no number but 0; that of its sample is one of the reasons of failed calls. */
export const transferOutResult = outcome('result', CALL_FAILURE);

// States and reasons
export const busyReason = coded('reason', 'reason', BUSY_REASON);
export const restReason = coded('reason', 'reason', REST_REASON);
export const hangUpReason = coded('phoneState', 'reason', HANG_UP_REASON);
export const playbackEnd = coded('cause', 'reason', PLAYBACK_END);
export const stateAfterRecovery = coded('agentStatus', 'state', AGENT_STATE);
export const linkedPhoneState = coded('result', 'phoneState', LINKED_PHONE_STATE);

// Sessions
export const signedInAt = time('loginTime', 'signedInAt');
export const watchedChange = coded('subtype', 'change', WATCHED_CHANGE);
export const watchedAgentId = text('monitoredagent', 'watchedAgentId');
export const watchedAgentName = text('agentname', 'watchedAgentName');
export const watchedServer = text('mediaserver', 'server');

// Outbound calls
export const controlId = count('controlid', 'controlId');
export const phones = list('dialeddigits', 'phones');
export const callData = textOrJson('callData', 'callData');

// Recordings
export const recordingId = text('recordID', 'recordingId');
export const fileName = text('fileName', 'fileName');
export const locationId = count('locationId', 'locationId');
export const fileMedia = coded('fileMediaType', 'fileMedia', FILE_MEDIA);
export const taskId = count('taskId', 'taskId');
export const startedAt = time('beginTime', 'startedAt');
export const endedAt = time('endTime', 'endedAt');

// Chats and video in the browser
export const message = textOrJson('message', 'message');
export const expiresAt = time('ctime', 'expiresAt');
export const port = count('port', 'port');

// Conferences
export const conferenceId = count('confId', 'conferenceId');
export const conferenceFailure = coded('cause', 'reason', CONFERENCE_FAILURE);
export const participant = text('participant', 'participant');
export const participantType = coded('participantType', 'participantType', ADDRESS_TYPE);
export const participantChange = coded('changeType', 'change', PARTICIPANT_CHANGE);
/** Only those who leave have a reason; otherwise the number means nothing. */
export const participantChangeReason = coded(
	'changeReason',
	'reason',
	PARTICIPANT_LEAVE_REASON,
	(content) => numberIn(valueAt(content, 'changeType')) === PARTICIPANT_LEFT,
);
export const deviceType = coded('deviceType', 'deviceType', DEVICE_TYPE);
export const deviceCallType = coded('deviceCallType', 'deviceCallType', DEVICE_CALL_TYPE);

// Phone linkage
export const addressCalled = phoneNumber('addrCalled', 'called');
export const addressOfCaller = phoneNumber('addrCaller', 'callerNumber');
export const transferredTo = phoneNumber('addrOut', 'transferredTo');
export const agentPhone = phoneNumber('addrSelf', 'agentPhone');
/** Not the ID that the call has in later events. */
export const provisionalCallId = text('callId', 'provisionalCallId');

/** Newer gateways say when an event came about, beside its content. */
export const occurredAt = time('eventGenTime', 'occurredAt');

/** Keys that mean the same in all events, also where the reference does not have them. */
export const familiar: Field[] = [
	...[callId, caller, called, callType, media, mediaType, queueId, queueName, transferred, transferredFrom],
	...[recordingId, fileName, locationId, fileMedia, taskId, conferenceId, occurredAt],
];
