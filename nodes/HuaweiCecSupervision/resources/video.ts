import { file } from '../../../cec/catalogue/answer';
import { choice, text } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { agentGateway } from '../../../cec/families/agentGateway';
import { self } from '../../HuaweiCecAgentWorkspace/resources/shared';
import { fetching } from './codes';
import { emptyResult, filePath, nameOfFile, node } from './shared';

const FILES = '/agentgateway/resource/recordfile/{agentid}';

const QUALITY = { 0: 'High Definition', 1: 'Standard Definition', 2: 'Shared Screen' };

export const video = resource('video', 'Video', agentGateway, {
	download: operation('13.1.3.2', {
		name: 'Download',
		action: 'Download the video of a call',
		description: 'Fetch a video into a binary field of the item, best of no more than 200 MB',
		request: `GET ${FILES}/videofiledownloadEx`,
		risk: 'read',
		standalone: true,
		path: self,
		query: {
			recordId: filePath('Video Path', 'Where the video lies: "fileName" of the event AgentMediaEvent_Record').required().example('e.g. Y:/90/0/20260302/101/1642329.mp4'),
			locationId: node('Number of the node where the video lies; needed where CEC has several'),
		},
		answer: file({ fileName: ({ recordId }) => nameOfFile(recordId), with: ['recordId'] }),
		codes: fetching,
		errata: [
			emptyResult,
			{
				printed: 'what happens without recordId, which must be given',
				sent: 'always',
				why: 'The note was copied from 13.1.3.1, where a conference has a first video; here nothing else names one.',
			},
		],
	}),

	downloadFromConference: operation('13.1.3.1', {
		name: 'Download From Conference Server',
		action: 'Download a video from a conference server',
		description: 'Fetch the video of a call that a conference server (MCU) has recorded, best of no more than 200 MB',
		request: `GET ${FILES}/videofiledownload`,
		risk: 'read',
		standalone: true,
		path: self,
		query: {
			conferenceId: text('Conference ID', 'What follows "conferecId=" in "fileName" of the event AgentMediaEvent_Record').required(),
			fileType: choice('Quality', QUALITY).asText().startsAs(0).required(),
			recordId: text('Recording ID', 'What follows "recordId0=" there; the first video of the conference when left empty').named('recordingId'),
		},
		answer: file({
			fileName: ({ conferenceId, recordId }) => nameOfFile(recordId || conferenceId),
			with: ['conferenceId'],
		}),
		codes: fetching,
		notice: 'Newer versions of CEC no longer record videos on conference servers. Use "Download" there.',
		errata: [
			emptyResult,
			{
				printed: 'confereceld',
				sent: 'conferenceId',
				why: 'Misread letters; later editions of the reference have conferenceId.',
			},
		],
	}),
});
