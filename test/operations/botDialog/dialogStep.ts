import type { Case } from '../case';
import { calling, CHAT, CUSTOMER, DOES_NOT_EXIST, greeted, HOTLINE, ID, NOBODY, transferring } from './shared';

const call = { userid: ID, call_dst_id: HOTLINE };
const captured = { additionalFields: { call_sor_id: CUSTOMER, real_callee: '15550100', cti_callid: '1-1', seat: 'vir' } };
const span = { begin_trans: '2026-03-01T10:00:00', end_trans: '2026-03-01T10:00:05' };

export const dialogStepCases: Record<string, Case> = {
	'dialogStep/start': {
		run: () => ({ ...call, call_sor_id: CUSTOMER }),
		more: {
			'all fields': () => ({
				...call,
				call_sor_id: CUSTOMER,
				additionalFields: {
					seat: 'vir',
					real_callee: '15550100',
					cti_callid: '1772438400-1',
					suilu_region_id: '025',
					entrance_id: '03',
					mediaType: 'audio',
					channelType: 'WEB',
					responseStyle: 'polite',
					transin_data: 'order=4711',
					locationid: '1',
					mediaability: '3',
					ieValue: 'from=elsewhere',
				},
			}),
			'by version 2': () => ({ ...call, call_sor_id: CUSTOMER, version: 'v2' }),
		},
		refused: { run: () => ({ userid: ID, call_dst_id: NOBODY, call_sor_id: CUSTOMER }), message: DOES_NOT_EXIST },
		gives: { outaction: 9, turn: { action: 'reply', awaits: 'nothing', interactionIndex: '1', message: { type: 'audio', file: 'welcome', from: 'bot' } } },
	},
	'dialogStep/reply': {
		run: async (bench) => {
			await greeted(bench);
			return { userid: ID, call_dst_id: CHAT, flow_result_type: 1, input: 'bill' };
		},
		more: {
			'all fields': async (bench) => {
				await greeted(bench, HOTLINE);
				return {
					...call,
					flow_result_type: 3,
					input: 'playover',
					additionalFields: {
						seat: 'vir',
						inter_idx: '1',
						begin_play: '2026-03-01T10:00:00',
						end_play: '2026-03-01T10:00:05',
						result_time: '2026-03-01T10:00:06',
						inter_no: '0',
						recordFileName: 'Y:/1/record/1.wav',
						IACmd: 'match',
						TextSource: 'customer',
						feedback: false,
						feedbackContent: 'too slow',
						mediaType: 'audio',
						channelType: 'WEB',
						call_media_type: '1',
						transin_data: 'order=4711',
						release_reason: '0',
						queueIndex: '2',
						agentCount: '5',
						estimateTime: '60',
						idleAgentCount: '1',
					},
				};
			},
			'with keys': async (bench) => {
				await calling(bench);
				return { ...call, flow_result_type: 2, input: '1' };
			},
			'that nobody answered in time': async (bench) => {
				await calling(bench);
				return { ...call, flow_result_type: -1, input: 'timeout' };
			},
			'with a recording': async (bench) => {
				await calling(bench, '3');
				return { ...call, flow_result_type: 4, input: 'recordend', additionalFields: { recordFileName: 'Y:/1/record/1.wav' } };
			},
			'that is the last': async (bench) => {
				await greeted(bench);
				return { userid: ID, call_dst_id: CHAT, flow_result_type: -1, input: 'hangup', additionalFields: { release_reason: '2' }, version: 'v2' };
			},
		},
		refused: { run: () => ({ ...call, flow_result_type: 1, input: 'bill' }), message: DOES_NOT_EXIST },
		gives: { turn: { action: 'reply', awaits: 'words', message: { type: 'text', text: 'What is your telephone number?', language: 'en' } } },
	},
	'dialogStep/reportTransfer': {
		run: async (bench) => {
			await transferring(bench);
			return { userid: ID, call_dst_id: CHAT, ...span, trans_result: '1' };
		},
		more: {
			'of a call': async (bench) => {
				const one = await calling(bench, '2');
				await one.say('technician');
				return {
					...call,
					...span,
					trans_result: '0',
					additionalFields: { seat: 'vir', record_result: '0', input: '', inter_idx: one.last.outparams.inter_idx, mediaType: 'audio', channelType: 'WEB', transin_data: 'order=4711' },
				};
			},
			'to hang up': async (bench) => {
				const one = await transferring(bench);
				await one.transferred('0');
				return { userid: ID, call_dst_id: CHAT, ...span, trans_result: '0', additionalFields: { input: 'hangup' }, version: 'v2' };
			},
		},
		refused: { run: () => ({ ...call, ...span, trans_result: '0' }), message: DOES_NOT_EXIST },
		gives: { turn: { action: 'reply', message: { text: expect.stringMatching(/^I am sorry, nobody is free/) } } },
	},
	'dialogStep/startCapture': {
		run: () => call,
		more: { 'all fields': () => ({ ...call, ...captured }), 'by version 2': () => ({ ...call, version: 'v2' }) },
		refused: { run: () => ({ ...call, call_dst_id: CHAT }), message: /^CEC refused the request with code 1$/ },
		gives: { turn: { action: 'captureStarted' } },
	},
	'dialogStep/checkRecognition': {
		run: () => call,
		more: { 'all fields': () => ({ ...call, ...captured }), 'by version 2': () => ({ ...call, version: 'v2' }) },
		gives: { turn: { action: 'recognition', recognized: false } },
	},
};
