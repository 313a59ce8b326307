import { done, file, object } from '../../../cec/catalogue/answer';
import { choice, constant } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { agentGateway } from '../../../cec/families/agentGateway';
import { otherAgent, self } from '../../HuaweiCecAgentWorkspace/resources/shared';
import { fetching, recordingVoice } from './codes';
import { callId, emptyResult, filePath, nameOfFile, node } from './shared';

const RECORD = '/agentgateway/resource/recordplay/{agentid}';
const FILES = '/agentgateway/resource/recordfile/{agentid}';

const AUDIO = 5;

const PRIVATE = 'This works in private deployments only, where the operator of CEC has switched it on. Videos, and calls that an inspector listens to or is inserted into, cannot be recorded this way.';

export const recording = resource('recording', 'Recording', agentGateway, {
	start: operation('13.1.1.9', {
		name: 'Start',
		action: 'Start recording an agent',
		description: 'Record the agent of the session, whose softphone rings when not in a call; the event AgentMediaEvent_Record tells where the recording lies',
		request: `PUT ${RECORD}/record`,
		// The softphone of an agent who is in no call rings.
		risk: 'dial',
		path: self,
		body: {
			fileName: filePath('Recording Path', 'Where to store the recording; CEC chooses when left empty').max(100).named('voicepath'),
			mediaType: constant(AUDIO).required(),
			recordMode: choice('If the File Exists', { 0: 'Overwrite It', 1: 'Append to It' }).startsAs(0),
			recordFormat: choice('Format', { 0: 'Default', 1: '24K VOX', 2: '32K VOX', 3: '64K A-Law' }, 'One format for all recordings of a contact center')
				.startsAs(0)
				.named('format'),
		},
		answer: object('result'),
		codes: recordingVoice,
		notice: PRIVATE,
		findOut: 'See whether the agent has got the event AgentMediaEvent_Record.',
	}),

	stop: operation('13.1.1.10', {
		name: 'Stop',
		action: 'Stop recording an agent',
		description: 'End the recording of the agent of the session',
		request: `DELETE ${RECORD}/stoprecord`,
		risk: 'write',
		path: self,
		answer: done(),
		codes: recordingVoice,
	}),

	download: operation('13.1.2.1', {
		name: 'Download',
		action: 'Download a recording',
		description: 'Fetch a recording into a binary field of the item, best of no more than 30 MB',
		request: `GET ${FILES}`,
		risk: 'read',
		standalone: true,
		path: self,
		query: {
			recordId: filePath('Recording Path', 'Where the recording lies: "fileName" of the event AgentMediaEvent_Record').required(),
			filetype: choice('Type', { 1: 'Call of an Agent', 2: 'Voice Message' }, 'Messages lie in folders of IVR flows or of others').asText(),
			locationId: node('Number of the node where the recording lies, from the same event; needed where CEC has several'),
		},
		answer: file({ fileName: ({ recordId }) => nameOfFile(recordId), with: ['recordId'] }),
		codes: fetching,
		errata: [emptyResult],
	}),

	downloadByCall: operation('13.1.2.2', {
		name: 'Download by Call',
		action: 'Download the recording of a call',
		description: 'Fetch audio or video of a call from a recording server of its own, where CEC has one',
		request: `GET ${FILES}/recordfiledownloadEx`,
		risk: 'read',
		standalone: true,
		path: self,
		query: {
			callId: callId('The call that was recorded').required().named('callid'),
			hwFileName: filePath('Video Path', 'Where the video lies; audio is fetched when left empty').example('e.g. Y:/90/0/20260302/101/1642329.mp4'),
			workNo: otherAgent('Whose call it was; inspectors have to give it for audio'),
		},
		answer: file({ fileName: ({ callId: call, hwFileName }) => (hwFileName ? nameOfFile(hwFileName) : String(call)), with: ['callId'] }),
		codes: fetching,
		errata: [
			emptyResult,
			{
				printed: 'callid in the table, callId in the address and its example',
				sent: 'callId',
				why: 'Later editions of the reference have callId in both.',
			},
		],
	}),
});
