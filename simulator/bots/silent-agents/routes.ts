import { z } from 'zod';
import { int, oneOf, oneOfText, text } from '../../schema/fields';
import { type BotInterface, shapes } from '../bot-interface';
import { codes, refuse, unknown } from '../codes';
import type { Transfer } from '../dialog/script';
import { authToken, checkTenant, tenantId } from '../fields';

/** 10.11: what a person behind the bot does. */

const BASE = '/oifde/rest/api/flow';
const TRANSFER = '3';
/** To somebody the customer knows: there is no value for the route then. */
const WITHOUT_ROUTE = ['7', '31'];
const OWN_WORDS = 'slientInsertReply';
const done = { errorCode: '0', errorMsg: '' };

const transferRequest = z
	.object({
		callTransferType: oneOfText('1', '2', '3', '4', '5', '6', '7', '8', '31', '32', '33'),
		callTransferRouteValue: z.string(),
		callTransferTransData: z.string().optional(),
		callTransferNumber: z.string().optional(),
	})
	.strict()
	.refine((one) => one.callTransferRouteValue !== '' || WITHOUT_ROUTE.includes(one.callTransferType), {
		path: ['callTransferRouteValue'],
		message: 'is empty',
	});

const transferOf = (given: z.infer<typeof transferRequest>): Transfer => ({
	do: 'transfer',
	type: given.callTransferType,
	route: given.callTransferRouteValue,
	data: given.callTransferTransData || undefined,
	callingNumber: given.callTransferNumber || undefined,
	failed: 'nobody',
});

export const silentAgentRoutes: BotInterface[] = [
	{
		section: '10.11.1',
		method: 'POST',
		path: `${BASE}/changeWorkMode`,
		way: 'body',
		refusal: shapes.errorMsgText,
		body: z
			.object({
				tenantId,
				callId: text(),
				agentId: text(),
				workMode: oneOfText('0', '1', '2', TRANSFER),
				callTransferRequest: transferRequest.optional(),
				authToken,
			})
			.strict(),
		handle({ world, body }) {
			checkTenant(body.tenantId);
			const { conversations, silent } = world.bots;
			const conversation = conversations.find(body.callId);
			if (conversation.mode === 0) refuse(codes.wrongParameter, 'No silent agent has this conversation');
			const waiting = silent.find(body.callId);
			if (body.workMode === TRANSFER) {
				if (!body.callTransferRequest) refuse(codes.missingParameter, 'callTransferRequest is missing');
				const transfer = transferOf(body.callTransferRequest);
				if (waiting) waiting.reply({ kind: 'transfer', transfer });
				else conversation.ordered = transfer;
				return done;
			}
			conversation.mode = Number(body.workMode) as 0 | 1 | 2;
			if (conversation.mode !== 2) waiting?.reply({ kind: 'leave' });
			return done;
		},
	},
	{
		section: '10.11.2',
		method: 'POST',
		path: `${BASE}/receiveDialogrecord`,
		way: 'body',
		refusal: shapes.errorMsgText,
		body: z
			.object({
				tenantId,
				callId: text(),
				agentId: text(),
				nodeId: text(),
				nodeIndex: int(0).optional(),
				replyType: oneOf(0, 1).default(0),
				replyIntentCode: text(),
				replyIntentContent: text(),
				replyIntentName: text(),
				authToken,
			})
			.strict()
			.refine((one) => one.replyType === 0 || one.replyIntentCode === OWN_WORDS, {
				path: ['replyIntentCode'],
				message: `must be ${OWN_WORDS}`,
			})
			.refine((one) => one.replyType === 0 || one.replyIntentName === OWN_WORDS, {
				path: ['replyIntentName'],
				message: `must be ${OWN_WORDS}`,
			}),
		handle({ world, body }) {
			checkTenant(body.tenantId);
			const { conversations, silent } = world.bots;
			conversations.find(body.callId);
			const waiting = silent.find(body.callId) ?? refuse(codes.wrongParameter, 'Nothing waits for an answer');
			if (waiting.nodeId !== body.nodeId) unknown('nodeId');
			if (body.nodeIndex !== undefined && waiting.nodeIndex !== body.nodeIndex) unknown('nodeIndex');
			const command = body.replyType === 0 ? body.replyIntentCode : undefined;
			waiting.reply({ kind: 'answer', text: body.replyIntentContent, command });
			return done;
		},
	},
];
