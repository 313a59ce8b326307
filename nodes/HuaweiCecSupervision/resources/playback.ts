import { done } from '../../../cec/catalogue/answer';
import { choice, constant, integer } from '../../../cec/catalogue/field';
import { operation, resource, type OperationSpec } from '../../../cec/catalogue/operation';
import { agentGateway } from '../../../cec/families/agentGateway';
import { self } from '../../HuaweiCecAgentWorkspace/resources/shared';
import { playing } from './codes';
import { filePath, node } from './shared';

const PLAY = '/agentgateway/resource/recordplay/{agentid}';

const LONGEST_SKIP = 2147483647;

const shared = { risk: 'write', answer: done(), codes: playing } satisfies Partial<OperationSpec>;

const ANY_FILE = 'Any recording can be played this way: take the path from events or records, not from people. The softphone of the agent rings first.';

const skip = { ...self, time: integer('Seconds', 'How far to skip').between(0, LONGEST_SKIP).asText().startsAs(10).required() };

/** The softphone of the agent rings. */
const beginning = {
	...shared,
	risk: 'dial',
	notice: ANY_FILE,
	findOut: 'See the events of the agent, such as AgentMediaEvent_Play_Succ, or whether the softphone rings.',
} satisfies Partial<OperationSpec>;

export const playback = resource('playback', 'Recording Playback', agentGateway, {
	start: operation('13.1.1.1', {
		...beginning,
		name: 'Start',
		action: 'Start the playback of a recording',
		description: 'Call the softphone of the agent of the session and play a recording there; the agent must not be in a call',
		request: `PUT ${PLAY}/play`,
		path: self,
		body: {
			voicepath: filePath('Recording Path', 'Where the recording lies').max(100).required(),
			startpostion: integer('Start At', 'Seconds from the beginning of the recording').min(0).named('startPosition'),
			volumechange: integer('Volume', '50 when left empty').between(0, 99999).asText().named('volume').startsAs(50),
			speedchange: integer('Speed', '50 when left empty').between(0, 99999).asText().named('speed').startsAs(50),
			times: integer('Times', 'How often to play it; what CEC does not accept counts as once').min(0).startsAs(1),
			codeformat: constant(0),
			locationId: node('Number of the node where the recording lies, from the event of the recording'),
		},
		errata: [
			{
				printed: 'startpostion',
				sent: 'startpostion, as it is printed',
				why: 'Later editions of the reference spell it so too.',
			},
			{
				printed: 'volumechange and speedchange as strings in the table, as numbers in the sample',
				sent: 'strings',
				why: 'The table gives the types; the sample is not even valid JSON.',
			},
			{
				printed: 'locationId -1 in the sample, unexplained',
				sent: 'nothing unless it is given',
				why: 'It may be left out.',
			},
		],
	}),

	startForNetworkCall: operation('13.1.1.11', {
		...beginning,
		name: 'Start for Network Call',
		action: 'Start the playback of a recording for network calls',
		description: 'Play a recording in a networked contact center, which must be set up in CEC; the agent must not be in a three-party call',
		request: `POST ${PLAY}/netplay`,
		path: self,
		body: {
			fileName: filePath('Recording Path', 'Where the recording lies').max(100).required().named('voicepath'),
			ccId: integer('Call Center ID', 'The call center where the recording lies').required(),
			position: integer('Start At', 'Seconds from the beginning of the recording').min(0).named('startPosition'),
			playTime: choice('Repeat', { 0: 'Endlessly', 1: 'Once' }).startsAs(1).named('repeat'),
			fileFormat: choice('Format', { 0: 'Default', 1: '24K VOX', 2: '32K VOX' }).startsAs(0).named('format'),
			locationId: node('Number of the node, in a distributed contact center').between(0, 65535),
		},
		errata: [
			{
				printed: 'cclid in the table, cclId in the sample',
				sent: 'ccId',
				why: 'The letters I and l look alike in print; later editions of the reference have ccId.',
			},
			{
				printed: 'numbers as strings in the sample',
				sent: 'numbers',
				why: 'The table gives the types.',
			},
			{
				printed: 'locationId -1 in the sample, 0 to 65535 in the table',
				sent: '0 to 65535, or nothing',
				why: 'It may be left out.',
			},
		],
	}),

	pause: operation('13.1.1.2', {
		...shared,
		name: 'Pause',
		action: 'Pause a playback',
		description: 'Pause what is being played to the agent of the session',
		request: `POST ${PLAY}/pauseplay`,
		path: self,
	}),

	resume: operation('13.1.1.3', {
		...shared,
		name: 'Resume',
		action: 'Resume a playback',
		description: 'Go on with a playback that is paused',
		request: `POST ${PLAY}/resumeplay`,
		path: self,
	}),

	skipForward: operation('13.1.1.4', {
		...shared,
		name: 'Skip Forward',
		action: 'Skip forward in a playback',
		description: 'Skip some seconds of what is being played',
		request: `POST ${PLAY}/forefast/{time}`,
		path: skip,
	}),

	skipBack: operation('13.1.1.5', {
		...shared,
		name: 'Skip Back',
		action: 'Skip back in a playback',
		description: 'Repeat some seconds of what is being played',
		request: `POST ${PLAY}/backfast/{time}`,
		path: skip,
		errata: [
			{
				printed: 'the seconds to skip forward, in the table',
				sent: 'the seconds to skip back',
				why: 'The text was copied from 13.1.1.4; title and address say back.',
			},
		],
	}),

	stop: operation('13.1.1.6', {
		...shared,
		name: 'Stop',
		action: 'Stop a playback',
		description: 'End what is being played to the agent of the session',
		request: `DELETE ${PLAY}/stopplay`,
		path: self,
	}),
});
