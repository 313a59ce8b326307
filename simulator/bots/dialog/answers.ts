import { DateTime } from 'luxon';
import type { World } from '../../world';
import type { Conversation, Output } from './conversation';
import type { Prompt } from './prompts';
import type { Query } from './script';

/** What a dialog answers, as the samples or as the tables have it. */

const TIMEOUT_SECONDS = '10';

export function dialogAnswer(world: World, conversation: Conversation, output: Output): object {
	const { outaction } = output;
	const userid = conversation.id;
	const outparams = { call_id: userid, ...outparamsOf(world, conversation, output) };
	if (world.bots.settings.answers === 'table') return { ret: 0, userid, outaction, outparams };
	// The samples have no ret, and that of a query no userid either.
	return outaction === 12 ? { outaction, outparams } : { userid, outaction, outparams };
}

function outparamsOf(world: World, conversation: Conversation, output: Output): object {
	const { begun } = conversation;
	const index = conversation.isVoice ? { inter_idx: String(conversation.interIdx) } : {};
	switch (output.outaction) {
		case 9:
			return {
				...promptOf(conversation, output.prompt, index),
				responseSource: output.bySilentAgent ? 1 : 0,
			};
		case 10:
			return {
				call_sor_id: begun.call_sor_id,
				call_dst_id: begun.call_dst_id,
				start_time: botTime(world, conversation.startTime),
				end_time: botTime(world, conversation.endTime ?? world.clock.now()),
				release_reason: output.reason,
				...(conversation.isVoice && {
					region_id: begun.suilu_region_id ?? '',
					entrance_id: begun.entrance_id ?? '99',
					exit_id: '98',
					user_type_id: '01',
					suilu_region_id: begun.suilu_region_id ?? '',
				}),
			};
		case 11: {
			const { type, route, data, callingNumber, recordPath } = output.transfer;
			return {
				call_sor_id: begun.call_sor_id,
				trans_type: type,
				route_value: route,
				...(data !== undefined && { trans_data: data }),
				...(callingNumber !== undefined && { calling_num: callingNumber }),
				...(recordPath !== undefined && { record_path: conversation.recordBelow(recordPath) }),
				...index,
				...(conversation.isVoice && { trans_idx: String(conversation.transIdx) }),
			};
		}
		case 12:
			return { ...askedFor(output.asks), moduleName: output.moduleName, ...index };
	}
}

/** The table has changeType as required, but it can only belong to switching. */
const askedFor = (asks: Query['asks']): object =>
	'skillId' in asks
		? { prompt_type: '2', skill_id: asks.skillId }
		: { prompt_type: '5', changeType: asks.changeType };

function promptOf(conversation: Conversation, { type, text, wav, model }: Prompt, index: object): object {
	const language = conversation.flow.script.language === 'zh_CN' ? '0' : '1';
	if (model === undefined) return { prompt_type: type, prompt_text: text, language };
	return {
		prompt_type: type,
		prompt_wav: wav ?? '',
		prompt_text: text,
		language,
		...index,
		model_type: model,
		timeout: TIMEOUT_SECONDS,
		tone: type === '4' ? 'true' : '',
		vendor: '',
		grammar: '',
		flowRecordFlag: '0',
		flowRecordPath: conversation.recordTo,
		ttsSoundEffect: '1',
		ttsSoundSpeed: '1',
		asrNoInputTimeout: '100',
		asrRecognitionTimeout: '200',
		asrSpeechCompleteTimeout: '500',
		specialRecognize: conversation.binding.usingRecordService === 0 ? 0 : 1,
	};
}

/** 2018090407:16:24 */
const botTime = (world: World, time: number): string =>
	DateTime.fromMillis(time, { zone: world.zone }).toFormat('yyyyMMddHH:mm:ss');
