import { z } from 'zod';
import { text } from '../../schema/fields';
import { tenant } from '../../tenant';
import { parseLocal } from '../../time';
import type { World } from '../../world';
import { type BotInterface, shapes } from '../bot-interface';
import { codes, refuse } from '../codes';
import type { Conversation, Handover } from '../dialog/conversation';
import { authToken, checkTenant, orEmpty, page, pageNumText, pageSizeText, tenantId } from '../fields';

/** 10.7, 10.8 and 10.18: what was said and where it led, of conversations that happened. */

const BASE = '/oifde/rest/api';
const localTime = orEmpty(z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/));
const filters = {
	tenantId,
	authToken,
	beginTime: localTime,
	endTime: localTime,
	pageNum: orEmpty(pageNumText),
	pageSize: orEmpty(pageSizeText),
	callId: z.string().optional(),
	userMobile: z.string().optional(),
	ctiCallId: z.string().optional(),
};

interface Filters {
	beginTime?: string;
	endTime?: string;
	pageNum?: string;
	pageSize?: string;
	callId?: string;
	userMobile?: string;
	ctiCallId?: string;
}

/** One of the three ids is needed, says the description of each; none is marked so. */
function filter(world: World, given: Filters): (conversation: Conversation) => boolean {
	const { callId, userMobile, ctiCallId } = given;
	if (!callId && !userMobile && !ctiCallId) {
		refuse(codes.missingParameter, 'userMobile, callId or ctiCallId is missing');
	}
	const time = (key: 'beginTime' | 'endTime', otherwise: number): number => {
		const value = given[key];
		if (!value) return otherwise;
		return parseLocal(value, world.zone) ?? refuse(codes.wrongParameter, `${key} is not a time`);
	};
	const from = time('beginTime', -Infinity);
	const until = time('endTime', Infinity);
	return ({ begun, startTime }) =>
		(!callId || begun.call_id === callId) &&
		(!userMobile || begun.call_sor_id === userMobile) &&
		(!ctiCallId || begun.cti_callid === ctiCallId) &&
		startTime >= from &&
		startTime <= until;
}

const pageOf = <T>(rows: T[], { pageNum, pageSize }: Filters): T[] =>
	page(rows, Number(pageNum || 1), Number(pageSize || 100));

const whole = (time: number | undefined): number | null => (time === undefined ? null : Math.floor(time));
const instance = ({ begun, startTime }: Conversation): string =>
	`${tenant.tenantId}${Math.floor(startTime)}${begun.call_id}`;

function record(world: World, conversation: Conversation): object {
	const { begun, startTime, endTime, lastUpdateTime, binding, turns, questions } = conversation;
	const isTable = world.bots.settings.answers === 'table';
	const recordFileName = conversation.recordFileName ?? conversation.recordTo;
	const details = turns.map((turn) => ({
		interNo: String(turn.interNo),
		userSaying: turn.userSaying,
		intention: turn.intention,
		systemReply: turn.systemReply,
		timestamp: whole(turn.timestamp),
		requestTime: whole(turn.requestTime),
		responseSource: turn.bySilentAgent ? 1 : 0,
		involveMode: turn.mode,
	}));
	return {
		logId: conversation.logId,
		tenantId: tenant.tenantId,
		[isTable ? 'callSorId' : 'callSortId']: begun.call_sor_id,
		callId: begun.call_id,
		ctiCallId: begun.cti_callid ?? null,
		callingNumber: begun.call_sor_id,
		calledNumber: begun.call_dst_id,
		startTime: whole(startTime),
		endTime: whole(endTime),
		lastUpdateTime: whole(lastUpdateTime),
		flowInstId: instance(conversation),
		dialogType: String(binding.dialogType),
		callData: null,
		locationId: 0,
		flag: null,
		businessInfo: null,
		businessInfoStr: JSON.stringify({
			yugaoFileName: null,
			locationId: '0',
			recordFileName: conversation.isVoice ? recordFileName : null,
		}),
		[isTable ? 'recordDetials' : 'recordDetails']: details,
		qaRecords: questions.map(({ interNo, title, intent, answer, time }) => ({
			interNo: String(interNo),
			seriesId: '100',
			questionTitle: title,
			questionType: '2',
			answerIntent: intent,
			originalAnswer: answer,
			createTime: whole(time),
		})),
	};
}

function transferRecord(conversation: Conversation, handover: Handover): object {
	const { begun } = conversation;
	const { transfer, begun: startTime, ended, ok, recordResult } = handover;
	return {
		id: `${conversation.logId}${conversation.handovers.indexOf(handover)}`,
		tenantId: tenant.tenantId,
		callId: begun.call_id,
		ctiCallId: begun.cti_callid ?? '',
		flowInstId: instance(conversation),
		callingNumber: begun.call_sor_id,
		calledNumber: begun.call_dst_id,
		transfNumber: transfer.route,
		startTime: whole(startTime),
		endTime: whole(ended),
		recordFilePath: transfer.recordPath === undefined ? null : conversation.recordBelow(transfer.recordPath),
		locationId: '0',
		opResult: ok === undefined ? 'INIT' : ok ? 'SUCCESS' : 'FAIL',
		recordResult: recordResult || 'N/A',
	};
}

export const recordRoutes: BotInterface[] = [
	{
		section: '10.7',
		method: 'POST',
		path: `${BASE}/queryHistory`,
		way: 'body',
		refusal: shapes.rtnMsg,
		body: z.object({ tenantId, params: z.object({ userMobile: text() }).strict(), authToken }).strict(),
		handle({ world, body }) {
			checkTenant(body.tenantId);
			const { userMobile } = body.params;
			// The last one of this customer; nothing of anybody is no failure.
			const last = world.bots.conversations.newest().find(({ begun }) => begun.call_sor_id === userMobile);
			const beans = (last?.turns ?? []).map((turn) => ({
				interNo: String(turn.interNo),
				userSaying: turn.userSaying,
				intention: turn.intention,
				systemReply: turn.systemReply,
				type: turn.type,
				timestamp: `${world.local(turn.timestamp)}.0`,
				responseSource: turn.bySilentAgent ? '1' : '0',
			}));
			return {
				rtnCode: 0,
				rtnMsg: '成功',
				beans,
				object: null,
				bean: null,
				callId: last?.id ?? '',
				callSorId: userMobile,
			};
		},
	},
	{
		section: '10.8',
		method: 'POST',
		path: `${BASE}/queryRecordHistory`,
		way: 'body',
		refusal: shapes.errorMsg,
		body: z.object(filters).strict(),
		handle({ world, body }) {
			checkTenant(body.tenantId);
			const found = world.bots.conversations.newest().filter(filter(world, body));
			const recordList = pageOf(found, body).map((one) => record(world, one));
			return { errorCode: 0, errorMsg: 'Success', total: found.length, recordList };
		},
	},
	{
		section: '10.18',
		method: 'POST',
		path: `${BASE}/queryTransferRecordHistory`,
		way: 'body',
		refusal: shapes.errorMessage,
		body: z.object(filters).strict(),
		handle({ world, body }) {
			checkTenant(body.tenantId);
			const matches = filter(world, body);
			// Those to somebody else's number.
			const found = world.bots.conversations
				.handovers()
				.filter(({ conversation, handover }) => handover.transfer.type === '5' && matches(conversation));
			return {
				errorCode: 0,
				errorMessage: 'success!',
				total: found.length,
				transferRecordList: pageOf(found, body).map(({ conversation, handover }) =>
					transferRecord(conversation, handover),
				),
			};
		},
	},
];
