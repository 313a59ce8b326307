import { done, entries, object, readAs } from '../../../cec/catalogue/answer';
import type { Codes } from '../../../cec/catalogue/family';
import { choice, constant, integer, list, pick, rows, rowsOrJson, text, yesNo, type Fields } from '../../../cec/catalogue/field';
import { operation, resource, type Erratum } from '../../../cec/catalogue/operation';
import { agentGateway } from '../../../cec/families/agentGateway';
import { isRecord } from '../../../cec/formats/paths';
import { isoFromWire } from '../../../cec/formats/times';
import { otherAgent, rowsOf, self, wordFor } from './shared';

const CONFERENCE = '/agentgateway/resource/agentconf/{agentid}';

type Row = Record<string, unknown>;

export const ADDRESS_TYPE = { 6: 'Phone Number', 9: 'Agent' };
export const AGENT = 9;

const MODE = { 1: 'Listen Only', 2: 'Talk Only', 3: 'Listen and Talk', 4: 'Neither' };
const CONFERENCE_STATE = { 0: 'Talking', 1: 'Playing' };
const CHANNEL_STATE = { 0: 'Talking', 1: 'On Hold', 2: 'Playing' };
const ROLE = { 0: 'Participant', 1: 'Chair' };
/** Table 6-458. */
export const DEVICE_CALL_TYPE = { 0: 'Regular', 1: 'Group', 2: 'Secret' };
/** Table 6-457. */
export const DEVICE_TYPE = {
	0: 'Unknown',
	1: 'Phone',
	2: 'Digital Radio',
	3: 'Analog Radio',
	4: 'Short Wave',
	5: 'Mobile Phone',
	6: 'Agent',
	7: 'eLTE',
};

const noConference: Codes = { '101-001': { means: 'The agent is in no conference' } };

const ofChair: Codes = {
	...noConference,
	'101-002': { means: 'The agent is not the chair of the conference', remedy: 'Only the chair may do this; use the session of that agent.' },
};

const notInspector: Codes = {
	'101-004': { means: 'Only inspectors may ask for all conferences of the VDN', remedy: 'Use the session of an inspector.' },
};

const addressType = choice('Participant Type', ADDRESS_TYPE).asText().startsAs(AGENT).required();

const participant: Fields = { addressType, address: pick('participants', 'Participant', 'Agent or phone number').required().bytes(24) };

/** Lists to pick from cannot tell which row they are for. */
const participantRow: Fields = { addressType, address: text('Participant', 'Agent ID or phone number').required().bytes(24) };

const inJson = 'List of participants, each like {"addressType": "9", "address": "2002"}; type 9 is an agent, 6 a phone number';

/** Files are all that can be played. */
const FROM_FILE = 2;

const voicePath = text('Voice File Path', 'On the platform: drive, "conf", number of the VDN and name of the file')
	.required()
	.max(127)
	.example('e.g. y:/conf/120/1136287.V3');

const sound: Fields = { playMode: constant(FROM_FILE), voicePath };

/** A file is needed, and taken, only where something is played. */
const soundIfAny: Fields = {
	playMode: constant(FROM_FILE).when({ beepTone: [true] }),
	voicePath: voicePath.when({ beepTone: [true] }),
};

const beepSpelling: Erratum = {
	printed: 'BeepTone in the text of voicePath, beepTone in table and sample',
	sent: 'beepTone',
	why: 'Table and sample agree.',
};

export const conference = resource('conference', 'Conference', agentGateway, {
	request: operation('6.1.6.1', {
		name: 'Request',
		action: 'Request a conference',
		description: 'Ask for an audio conference with the agent, idle or in a steady call, as its chair. Go on when the event AgentConf_RequestSuccess has come; before it everything else is refused.',
		request: `POST ${CONFERENCE}/requestagentconf`,
		risk: 'dial',
		path: self,
		body: {
			memberNum: integer('Size', 'Most participants').required().between(1, 120),
			confCallerNo: text('Displayed Number', 'The number that participants see, one that the VDN allows; that of the VDN when left empty').bytes(24),
			time: integer('Duration', 'Minutes').between(4, 1440).startsAs(60),
			promptTime: integer('Reminder', 'Minutes before the end at which an event reminds of it; less than the duration').between(3, 1440).startsAs(3),
			beepTone: yesNo('Play Tone', 'Whether a file is played when somebody joins or leaves').shown(),
			...soundIfAny,
		},
		answer: done(),
		codes: { '101-003': { means: 'The agent is in a conference already', remedy: 'Leave or end that one first.' } },
		findOut: 'Look at the events of the agent: AgentConf_RequestSuccess or AgentConf_RequestFailed tells.',
		errata: [beepSpelling],
	}),

	answer: operation('6.1.6.2', {
		name: 'Answer',
		action: 'Answer the invitation to a conference',
		description: 'Join the conference of which the event AgentConf_Ringing has told',
		request: `POST ${CONFERENCE}/answeragentconf`,
		risk: 'write',
		path: self,
		answer: done(),
		codes: noConference,
	}),

	reject: operation('6.1.6.3', {
		name: 'Reject',
		action: 'Reject the invitation to a conference',
		description: 'Stay out of the conference of which the event AgentConf_Ringing has told',
		request: `POST ${CONFERENCE}/rejectagentconf`,
		risk: 'write',
		path: self,
		answer: done(),
		codes: noConference,
	}),

	leave: operation('6.1.6.4', {
		name: 'Leave',
		action: 'Leave a conference',
		description: 'Leave the conference, which goes on; the chair cannot leave it, but end it',
		request: `POST ${CONFERENCE}/requestleaveagentconf`,
		risk: 'write',
		path: self,
		answer: done(),
		codes: {
			...noConference,
			'101-007': { means: 'The chair cannot leave the conference', remedy: 'End it, or transfer the chair first.' },
		},
	}),

	end: operation('6.1.6.5', {
		name: 'End',
		action: 'End a conference',
		description: 'Release the conference with all participants; only the chair can',
		request: `POST ${CONFERENCE}/releaseagentconf`,
		risk: 'destructive',
		path: self,
		answer: done(),
		codes: ofChair,
	}),

	holdParticipant: operation('6.1.6.6', {
		name: 'Hold Participant',
		action: 'Put a participant on hold',
		description: 'Put a participant on hold and play a file meanwhile; only the chair can',
		request: `POST ${CONFERENCE}/holdparticipant`,
		risk: 'write',
		path: self,
		body: { ...participant, ...sound },
		answer: done(),
		codes: ofChair,
	}),

	resumeParticipant: operation('6.1.6.7', {
		name: 'Resume Participant',
		action: 'Resume a participant on hold',
		description: 'Bring a participant back from hold; only the chair can',
		request: `POST ${CONFERENCE}/unholdparticipant`,
		risk: 'write',
		path: self,
		body: participant,
		answer: done(),
		codes: ofChair,
	}),

	prolong: operation('6.1.6.8', {
		name: 'Prolong',
		action: 'Prolong a conference',
		description: 'Add minutes to the conference, which lasts 1440 in all at most: appliedTime tells how many were added. Only the chair can.',
		request: `POST ${CONFERENCE}/prolongtime`,
		risk: 'write',
		path: self,
		body: { prolongTime: integer('Minutes', 'How much longer it lasts').required().between(1, 1440) },
		answer: object('result'),
		codes: ofChair,
	}),

	transferChair: operation('6.1.6.9', {
		name: 'Transfer Chair',
		action: 'Transfer the chair of a conference',
		description: 'Make another agent in the conference its chair; only the chair can',
		request: `POST ${CONFERENCE}/applytoshiftpresident`,
		risk: 'write',
		path: self,
		body: { destAgentNo: otherAgent('The new chair').asInteger().required() },
		answer: done(),
		codes: { ...ofChair, '101-005': { means: 'The agent is the chair already', remedy: 'Give the ID of another agent.' } },
	}),

	invite: operation('6.1.6.10', {
		name: 'Invite',
		action: 'Invite participants to a conference',
		description: 'Ring up to 120 agents and phones; an event tells of each who joins. Only the chair can.',
		request: `POST ${CONFERENCE}/batchaddparticipant`,
		risk: 'dial',
		path: self,
		body: {
			...rowsOrJson(
				'addresses',
				rows('Participants', 'Participant', {
					...participantRow,
					deviceCallType: integer('Device Call Type', '0 regular, 1 group, 2 secret, or a number of your own').between(0, 255),
					deviceType: integer(
						'Device Type',
						'0 unknown, 1 phone, 2 digital radio, 3 analog radio, 4 short wave, 5 mobile phone, 6 agent, 7 eLTE, or a number of your own',
					).between(0, 255),
				})
					.required()
					.between(1, 120),
				inJson,
			),
			beepTone: yesNo('Play Welcome', 'Whether a file is played to each participant who joins').shown(),
			...soundIfAny,
			caller: text('Displayed Number', 'The number that participants see, one that the VDN allows').max(24),
		},
		answer: done(),
		codes: ofChair,
		findOut: 'Look at the events of the agent: AgentConf_ParticipantChanged tells who has joined.',
		errata: [
			beepSpelling,
			{
				printed: 'device type 66 in the sample, 0 to 7 in table 6-457',
				sent: 'any number from 0 to 255',
				why: 'The table of the interface gives this range.',
			},
		],
	}),

	remove: operation('6.1.6.11', {
		name: 'Remove',
		action: 'Remove participants from a conference',
		description: 'Remove up to 30 participants; noExistParticipants lists those who were not there. Only the chair can.',
		request: `POST ${CONFERENCE}/batchremoveparticipant`,
		risk: 'destructive',
		path: self,
		body: rowsOrJson('addresses', rows('Participants', 'Participant', participantRow).required().between(1, 30), inJson),
		answer: done('success', 'result.noExistParticipants'),
		codes: { ...ofChair, '101-006': { means: 'The chair cannot be removed', remedy: 'End the conference, or transfer the chair first.' } },
	}),

	setMode: operation('6.1.6.12', {
		name: 'Set Mode',
		action: 'Set whether a participant listens and talks',
		description: 'Mute or deafen a participant, or undo it; only the chair can',
		request: `POST ${CONFERENCE}/changeparticipantmode`,
		risk: 'write',
		path: self,
		body: { attribute: choice('Mode', MODE, '"Talk Only" and "Neither" bring no event').startsAs(3).required(), ...participant },
		answer: done(),
		codes: ofChair,
	}),

	play: operation('6.1.6.13', {
		name: 'Play',
		action: 'Play a file to a conference',
		description: 'Play a file to all participants; an event tells of its end. Only the chair can.',
		request: `POST ${CONFERENCE}/playvoicetoconf`,
		risk: 'write',
		path: self,
		body: { playType: choice('Play As', { 0: 'Foreground', 1: 'Background' }).startsAs(0), ...sound },
		answer: done(),
		codes: ofChair,
	}),

	stopPlaying: operation('6.1.6.14', {
		name: 'Stop Playing',
		action: 'Stop playing to a conference',
		description: 'Stop the file that all participants hear; only the chair can',
		request: `POST ${CONFERENCE}/stopvoicetoconf`,
		risk: 'write',
		path: self,
		answer: done(),
		codes: ofChair,
	}),

	playToParticipant: operation('6.1.6.15', {
		name: 'Play to Participant',
		action: 'Play a file to a participant',
		description: 'Play a file to one participant alone; an event tells of its end. Only the chair can.',
		request: `POST ${CONFERENCE}/playvoicetoparticipant`,
		risk: 'write',
		path: self,
		body: { ...participant, ...sound },
		answer: done(),
		codes: ofChair,
		errata: [
			{
				printed: 'voicePath as the type of voicePath',
				sent: 'a string',
				why: 'All other interfaces of conferences, and the sample, have a string.',
			},
		],
	}),

	stopPlayingToParticipant: operation('6.1.6.16', {
		name: 'Stop Playing to Participant',
		action: 'Stop playing to a participant',
		description: 'Stop the file that one participant hears; only the chair can',
		request: `POST ${CONFERENCE}/stopvoicetoparticipant`,
		risk: 'write',
		path: self,
		body: participant,
		answer: done(),
		codes: ofChair,
	}),

	changeSize: operation('6.1.6.17', {
		name: 'Change Size',
		action: 'Change the size of a conference',
		description: 'Let more or fewer participants in; only the chair can',
		request: `POST ${CONFERENCE}/modifyconfresource`,
		risk: 'write',
		path: self,
		body: {
			modifyType: choice('Change', { 0: 'Increase', 1: 'Decrease' }).startsAs(0).required(),
			modifyNum: integer('By', 'Number of participants').required().between(2, 118),
		},
		answer: done(),
		codes: ofChair,
	}),

	get: operation('6.1.6.18', {
		name: 'Get',
		action: 'Get conferences and their participants',
		description: 'Get up to 20 conferences with their participants, in one item under "conferences". Inspectors get any of the VDN, others only their own.',
		request: `POST ${CONFERENCE}/queryconfinfos`,
		risk: 'read',
		standalone: true,
		path: self,
		body: { confIds: list('Conference IDs', 'From an event or from "Get Conference IDs", at most 20').asInteger().required().between(1, 20) },
		answer: object(undefined, { adds: { conferences: readAs('result', conferencesInWords) } }),
		codes: notInspector,
		errata: [
			{
				printed: 'result as a list of conferences in the table, as {"confs": […]} in the sample',
				sent: 'both are read, into conferences',
				why: 'Nothing tells which of them is right.',
			},
			{
				printed: 'channelAttrib of 1 to 3, though 6.1.6.12 can set 4',
				sent: 'the name of 4 as well',
				why: 'Both numbers mean the same.',
			},
		],
	}),

	getIds: operation('6.1.6.19', {
		name: 'Get Conference IDs',
		action: 'Get all conferences of the VDN',
		description: 'Get the IDs of the conferences that go on in the VDN; only inspectors can',
		request: `GET ${CONFERENCE}/queryvdnconfid`,
		risk: 'read',
		standalone: true,
		path: self,
		answer: entries('result.confIds', { as: 'confId' }),
		codes: notInspector,
	}),
});

/** Conferences out of either shape; in a list of them times are in UTC. */
function conferencesInWords(result: unknown): Row[] {
	return rowsOf(isRecord(result) ? result.confs : result).map((one) => ({
		...one,
		stateName: wordFor(one.confState, CONFERENCE_STATE),
		startedAt: isoFromWire(one.startTime, 'epochMillis', 'utc'),
		participants: rowsOf(one.addresses).map(participantInWords),
	}));
}

function participantInWords(one: Row): Row {
	return {
		...one,
		addressTypeName: wordFor(one.addressType, ADDRESS_TYPE),
		deviceCallTypeName: wordFor(one.deviceCallType, DEVICE_CALL_TYPE),
		deviceTypeName: wordFor(one.deviceType, DEVICE_TYPE),
		modeName: wordFor(one.channelAttrib, MODE),
		stateName: wordFor(one.channelState, CHANNEL_STATE),
		roleName: wordFor(one.role, ROLE),
		enteredAt: isoFromWire(one.enterTime, 'epochMillis', 'utc'),
	};
}
