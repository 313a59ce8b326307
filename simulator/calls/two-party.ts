import { z } from 'zod';
import { envelopes, type Interface } from '../interface';
import { tenant } from '../tenant';
import type { World } from '../world';
import { callbackUrl, isNumber, presented, refuse } from './fields';
import { type PhoneCall, TWO_PARTY } from './state';

/** 6.2.1 and 6.2.2: two-party calls. Those of ITA are made elsewhere and only reported (6.2.13). */

const BASE = '/apiaccess/CC-Management';
const MOST_CALL_DATA = 1024;
/** Shorter numbers are taken for softphones, which are allocated to a tenant. */
const SHORTEST_MOBILE = 11;

const isSoftphone = (number: string): boolean => tenant.softphones.some(({ phoneNum }) => phoneNum === number);

function checkNumbers(...numbers: unknown[]): void {
	if (!numbers.every(isNumber)) refuse('5', 'The calling or called number is in an incorrect format.');
}

function checkCallData(callData: string | undefined): void {
	if ((callData ?? '').length > MOST_CALL_DATA) refuse('2', 'callData is longer than 1024 characters.');
}

function checkCaller(number: string, allocated: boolean): void {
	if (!allocated) refuse('8', `The softphone number ${number} is not allocated to the tenant.`);
}

function create(world: World, fields: Partial<PhoneCall> & Pick<PhoneCall, 'called' | 'caller'>): PhoneCall {
	if (world.calls.unfinished(TWO_PARTY, fields.called, fields.caller)) {
		refuse('1', 'Add CallOutInfo in DB failed: there is such a call already.');
	}
	return world.calls.create({ taskType: TWO_PARTY, ...fields });
}

const ok = (callSerialNo: unknown): object => ({
	retCode: '0',
	retMsg: 'Add CallOutInfo in DB successfully',
	result: { callSerialNo },
});

/** decimal(5) in the table, an empty text in the sample. */
const agentWorkNo = z.union([z.number().int().min(0).max(99_999), z.string().regex(/^\d{0,5}$/)]).optional();

export const twoPartyCalls: Interface[] = [
	{
		section: '6.2.1',
		method: 'POST',
		path: `${BASE}/v1/mobileAgent/createCall`,
		envelope: envelopes.retMsg,
		body: z
			.object({
				caller: z.string(),
				called: z.string(),
				agentWorkNo,
				callData: z.string().optional(),
				callerPresent: z.string().optional(),
				agentPresent: z.string().optional(),
				callBackUrl: z.string().optional(),
			})
			.strict(),
		handle({ world, body }) {
			const { caller, called, callData } = body;
			checkNumbers(caller, called);
			checkCallData(callData);
			const callerPresent = presented(body.callerPresent, '5');
			const agentPresent = presented(body.agentPresent, '5');
			checkCaller(caller, isSoftphone(caller) || caller.length >= SHORTEST_MOBILE);
			const callBackUrl = callbackUrl(world, body.callBackUrl);
			const workNo = String(body.agentWorkNo ?? '') || undefined;
			const call = create(world, { caller, called, callData, callerPresent, agentPresent, callBackUrl, workNo });
			// A number by the table, of more digits than a double holds; the sample leaves the result out.
			return ok(BigInt(call.callSerialNo));
		},
	},
	{
		section: '6.2.2',
		method: 'POST',
		path: `${BASE}/v3/mobileAgent/createCall`,
		envelope: envelopes.retMsg,
		body: z
			.object({
				// Numbers are answered 5 in the sample, rather than 400.
				caller: z.union([z.string(), z.number()]).optional(),
				softPhone: z.union([z.string(), z.number()]),
				called: z.union([z.string(), z.number()]),
				callData: z.string().optional(),
				callerPresent: z.string().optional(),
			})
			.strict(),
		handle({ world, body }) {
			const { softPhone, called, callData, caller = softPhone } = body;
			checkNumbers(caller, softPhone, called);
			checkCallData(callData);
			const callerPresent = presented(body.callerPresent, '5');
			checkCaller(softPhone, isSoftphone(softPhone));
			const agentPresent = presented(undefined, '5');
			return ok(create(world, { caller, called, callData, callerPresent, agentPresent }).callSerialNo);
		},
	},
];
