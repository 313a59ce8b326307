import type { World } from '../../world';
import { type BotInterface } from '../bot-interface';
import { codes, refuse, unknown } from '../codes';
import { dialogAnswer } from './answers';
import { hint } from './assistant';
import type { Conversation, Heard, Output } from './conversation';
import { askOther } from './other-chatbot';
import { writtenPrompt } from './prompts';
import {
	type Answered,
	type AnsweredExtra,
	type Begin,
	dialogRequest,
	type DialogRequest,
	type Transferred,
} from './schemas';

/** 10.5 and 10.6, which differ in nothing but the path. */

const kinds: Record<string, Heard['kind']> = { 1: 'said', 2: 'keys', 3: 'played', 4: 'recorded', '-1': 'nothing' };

async function process(world: World, request: DialogRequest): Promise<object> {
	switch (request.inaction) {
		case 7:
			return startCapture(world, request.userid, request.inparams.call_dst_id);
		case 13: {
			const recognize_type = world.bots.captures.hasResult(request.userid) ? '1' : '0';
			return {
				ret: '0',
				userid: request.userid,
				outaction: '13',
				outparams: { call_id: request.userid, recognize_type },
			};
		}
		case 8:
			return begin(world, request.inparams, request.seat as 'vir' | 'ass' | undefined);
	}
	const conversation = world.bots.conversations.find(request.userid);
	if (conversation.begun.call_dst_id !== request.inparams.call_dst_id) unknown('call_dst_id');
	checkIndex(conversation, request.inparams.inter_idx);
	const output =
		request.inaction === 9
			? await afterInteraction(world, conversation, request.inparams, request.extparams)
			: afterTransfer(conversation, request.inparams);
	return dialogAnswer(world, conversation, output);
}

/** Answered with texts where the tables have numbers, as the samples have it. */
function startCapture(world: World, userid: string, accessCode: string): object {
	const binding = world.bots.configuration.byCode(accessCode) ?? unknown('call_dst_id');
	const opened = binding.usingRecordService !== 0;
	if (opened) world.bots.captures.open(userid);
	return { ret: opened ? '0' : '1', userid, outaction: '7', outparams: {} };
}

function begin(world: World, begun: Begin, seat: 'vir' | 'ass' = 'vir'): object {
	const conversation = world.bots.conversations.begin(begun, seat);
	if (!conversation.flow.assists) return dialogAnswer(world, conversation, conversation.begin());
	return dialogAnswer(world, conversation, { outaction: 9, prompt: writtenPrompt(''), bySilentAgent: false });
}

/** The index of the last answer, where one is given. Text flows have none. */
function checkIndex({ isVoice, interIdx }: Conversation, given: string | undefined): void {
	if (!given) return;
	if (!isVoice || given !== String(interIdx)) refuse(codes.wrongParameter, 'inter_idx is not the last one');
}

async function afterInteraction(
	world: World,
	conversation: Conversation,
	answered: Answered,
	extra: AnsweredExtra | undefined,
): Promise<Output> {
	const { flow_result_type: type, input, recordFileName, feedback, feedbackContent = '' } = answered;
	if (recordFileName) conversation.recordFileName = recordFileName;
	if (feedback !== undefined) {
		conversation.feedback.push({ satisfied: feedback === 1, reason: feedbackContent });
	}
	if (input === 'hangup') {
		world.bots.silent.letGo(conversation.id);
		return conversation.hangUp();
	}
	if (conversation.expects === 'query') return conversation.inform(extra);
	if (conversation.expects !== 'answer') {
		return refuse(codes.wrongParameter, `inaction is not what was asked for (${conversation.expects})`);
	}
	if (conversation.flow.assists) return hint(world, conversation, answered);
	const heard = { kind: kinds[type], text: textOf(world, conversation, type, input) };
	if (heard.kind !== 'said') return conversation.hear(heard);
	const { silent } = world.bots;
	if (conversation.mode !== 2) {
		const understood = await askOther(world, conversation, heard.text);
		return conversation.expects === 'answer' ? conversation.hear({ ...heard, understood }) : conversation.hangUp();
	}
	if (silent.find(conversation.id)) refuse(codes.wrongParameter, 'The last request is not answered yet');
	const reply = await silent.ask(conversation, heard.text);
	// Meanwhile the customer may have gone.
	return conversation.expects === 'answer' ? conversation.relay(heard, reply) : conversation.hangUp();
}

/** A recognised text lies in a store, under a key; texts that are written come as they are. */
function textOf(world: World, { isVoice }: Conversation, type: string, input: string): string {
	if (type === '-1' || type === '3') return '';
	const key = isVoice && type === '1' ? /^(.+)@\w+$/.exec(input)?.[1] : undefined;
	return key === undefined ? input : world.bots.captures.take(key);
}

function afterTransfer(conversation: Conversation, { trans_result, input, record_result }: Transferred): Output {
	if (input === 'hangup') return conversation.hangUp();
	if (conversation.expects !== 'transfer') {
		refuse(codes.wrongParameter, `inaction is not what was asked for (${conversation.expects})`);
	}
	return conversation.transferred(trans_result === '0', record_result);
}

const versions = [
	['10.5', '/oifde/rest/crs/process'],
	['10.6', '/oifde/rest/v2/crs/process/{vdnId}'],
] as const;

export const dialogRoutes: BotInterface[] = versions.map(([section, path]) => ({
	section,
	method: 'POST',
	path,
	way: 'dialog',
	refusal: 'dialog',
	body: dialogRequest,
	handle({ world, body, params }) {
		if (params.vdnId !== undefined && params.vdnId !== String(world.tenant.vdnId)) unknown('vdnId');
		return process(world, body);
	},
}));
