import { object, readAs, type Derived } from '../../../cec/catalogue/answer';
import { choice, dateTime, text, yesNo } from '../../../cec/catalogue/field';
import { operation, resource, type Erratum } from '../../../cec/catalogue/operation';
import { botDialogs } from '../../../cec/families/bots';
import { readTurn, TIME } from '../turn';
import { accessCode, accompanying, CALL_MEDIA, channel, interactionIndex, mediaType, RELEASE_REASONS, step } from './shared';

const turn = (): Record<string, Derived> => ({ turn: readAs('outaction', (_code, answer, zone) => readTurn(answer, zone)) });
const answer = object(undefined, { adds: turn() });

const tokenInside: Erratum = { printed: 'no auth_token in the samples of 9 and 11', sent: 'auth_token', why: 'The tables demand it.' };

const call = {
	call_sor_id: text('Customer ID', 'The number of the customer in voice dialogs, the ID of the user otherwise').max(64),
	call_dst_id: accessCode.required(),
	real_callee: text('Called Number', 'The number that the customer really called; in voice dialogs only').max(32),
	cti_callid: text('Platform Call ID', 'Of the call on the platform; in voice dialogs only').max(32),
};

/** The steps of which conversations are made, for those who build voice flows. */
export const dialogStep = resource('dialogStep', 'Dialog Step', botDialogs, {
	start: operation('10.5.1', {
		name: 'Start',
		action: 'Start a dialog',
		description: 'Begin a conversation with a bot or voice flow, and get its first words',
		...step({
			section: ['10.5.1', '10.6.1'],
			inaction: 8,
			inparams: {
				...call,
				call_sor_id: call.call_sor_id.required(),
				suilu_region_id: text('Region', 'Where the call comes from; in voice dialogs only').max(64),
				entrance_id: choice(
					'Entrance',
					{ '01': '01', '02': '02', '03': '03', '04': '04', '05': '05', '06': '06', '07': '07', '08': '08', '09': '09', '10': '10', '11': '11', '98': '98', '99': '99' },
					'For reports; in voice dialogs only',
				),
				mediaType,
				channelType: channel,
				responseStyle: text('Response Style'),
			},
			extparams: {
				transin_data: accompanying,
				locationid: text('Recording Node', 'Number of the node that records the call'),
				mediaability: choice('Media Ability', { 1: 'Audio', 2: 'Video', 3: 'Audio and Video' }).asText(),
				ieValue: text('Call Information', 'Of a call that another platform has transferred; hidden in the records of the flow'),
			},
		}),
		answer,
		errata: [
			{ printed: 'suiltu_region_id', sent: 'suilu_region_id', why: 'So the table; the sample is a slip.' },
			{ printed: 'auth_token outside of inparams in the sample', sent: 'inparams.auth_token', why: 'So the tables.' },
		],
	}),

	reply: operation('10.5.2', {
		name: 'Reply',
		action: 'Reply to a bot',
		description: 'Tell the bot what the customer said, typed or keyed in, or that a prompt was played or a recording ended',
		...step({
			section: ['10.5.2', '10.6.2'],
			inaction: 9,
			inparams: {
				call_dst_id: accessCode.required(),
				flow_result_type: choice('Result', {
					'-1': 'Nothing, or Hung Up',
					1: 'Words',
					2: 'Keys',
					3: 'Prompt Played',
					4: 'Recording Ended',
				})
					.asText()
					.startsAs(1)
					.required(),
				input: text('Input', 'The words or keys; else playover, timeout, nomatch, sys_err, recordend or hangup').max(1024).required(),
				inter_idx: interactionIndex,
				begin_play: dateTime('Playing Began').as(TIME),
				end_play: dateTime('Playing Ended').as(TIME),
				result_time: dateTime('Result Came').as(TIME),
				inter_no: text('Recognition Number'),
				recordFileName: text('Recording', 'Path and name of the recording'),
				IACmd: choice('Form Command', { confirm: 'Confirm', match: 'Match', rematch: 'Match Again' }, 'For bots that help agents to fill in forms'),
				TextSource: text('Text From', 'One of staff, customer and the name of a field of the form; for bots that help agents'),
				feedback: yesNo('Satisfied', 'Whether the customer is satisfied with the last answer').sentAs(0, 1),
				feedbackContent: text('Why Not', 'What the customer was not satisfied with'),
				mediaType,
				channelType: channel,
				call_media_type: choice('Media of the Call', CALL_MEDIA).asText(),
			},
			extparams: {
				transin_data: accompanying,
				release_reason: choice('Release Reason', RELEASE_REASONS, 'With the input hangup').asText(),
				queueIndex: text('Place in Queue', 'In answer to a query'),
				agentCount: text('Agents Signed In', 'In answer to a query'),
				estimateTime: text('Estimated Wait', 'In answer to a query'),
				idleAgentCount: text('Idle Agents', 'In answer to a query'),
			},
		}),
		answer,
		errata: [
			tokenInside,
			{ printed: 'refeedbackContentcordFileName', sent: 'recordFileName', why: 'Two names run together by an edit.' },
			{ printed: 'extparams at the start only', sent: 'extparams where given', why: 'This very table has some.' },
			{
				printed: 'the next inaction is the last outaction, which may be 12',
				sent: 'inaction 9 in answer to a query, with what is known of the queue in extparams',
				why: 'The values of inaction do not include 12, and the table of 9 has keys for queues.',
			},
		],
	}),

	reportTransfer: operation('10.5.3', {
		name: 'Report Transfer',
		action: 'Report how a transfer went',
		description: 'Tell the bot how the transfer went that it had asked for; after a successful one report again with Hang Up',
		...step({
			section: ['10.5.3', '10.6.3'],
			inaction: 11,
			inparams: {
				call_dst_id: accessCode.required(),
				begin_trans: dateTime('Transfer Began').as(TIME).required(),
				end_trans: dateTime('Transfer Ended').as(TIME).required(),
				trans_result: text('Transfer Result', '0 when it succeeded, any other number when it failed').startsAs('0').required(),
				record_result: text('Recording Result', '0 when the call with an external number was recorded'),
				input: choice('Input', { '': 'Nothing', hangup: 'Hang Up' }, 'Hang Up ends the conversation, after the bot has answered that it ends'),
				inter_idx: interactionIndex,
				mediaType,
				channelType: channel,
			},
			extparams: { transin_data: accompanying },
		}),
		answer,
		errata: [tokenInside],
	}),

	startCapture: operation('10.5.4', {
		name: 'Start Capture',
		action: 'Start capturing a dialog',
		description: 'Ask for a recording by a capture system before the dialog starts; only where such a system is connected',
		...step({ section: ['10.5.4', '10.6.4'], inaction: 7, inparams: call }),
		answer,
	}),

	checkRecognition: operation('10.5.5', {
		name: 'Check Recognition',
		action: 'Check for a recognition result',
		description: 'Ask whether the capture system has recognized something; only where such a system is connected',
		...step({ section: ['10.5.5', '10.6.5'], inaction: 13, inparams: call }),
		answer,
	}),
});
