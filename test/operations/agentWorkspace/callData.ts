import { byId as idOf } from '../../support/bench';
import { CALL_DATA, CUSTOMER } from '../../support/bench';
import type { Case, Parameters, Prepare } from '../case';
import { ofAgent, signedIn } from './shared';

const talking =
	(parameters: Parameters = {}): Prepare =>
	async (bench) => ({ session: (await bench.agentTalking()).session, ...parameters });

const holding: Prepare = async (bench) => ({ session: (await bench.agentHolding()).session });

/** The ID of the call as a parameter of its own, or below the name of a collection. */
const byId =
	(collection?: string, parameters: Parameters = {}): Prepare =>
	async (bench) => {
		const { session, callId } = await bench.agentTalking();
		return { session, ...(collection ? { [collection]: { callId } } : { callId }), ...parameters };
	};

/** What the fourth agent, an inspector, asks about the first. */
const inspecting: Prepare = async (bench) => {
	await bench.agentHolding();
	bench.actAs(3);
	return { session: await bench.agentSession({}, 3), agentId: idOf(101) };
};

const askingAbout =
	(onCall: boolean): Prepare =>
	async (bench) => {
		if (onCall) await bench.agentTalking(1);
		return { session: await bench.agentSession(), agentId: idOf(102) };
	};

const FAILED = /^The platform failed \(code 100-007\)$/;
const TIME = expect.stringMatching(/^2026-03-02T\d\d:\d\d:\d\d/);
const heldCall = {
	callTypeName: 'Incoming',
	callerNumber: CUSTOMER,
	callid: expect.stringMatching(/^\d+-\d+$/),
	callskill: 'sales',
};
const incoming = { ...heldCall, mediaTypeName: 'Audio and Video Call', mediaAbilityName: 'Audio', beganAt: TIME };

export const callDataCases: Record<string, Case> = {
	'callData/get': ofAgent(
		{},
		{
			run: talking(),
			more: { 'of a call by its ID': byId('filters') },
			refused: { run: signedIn(), message: FAILED },
			gives: { calldata: CALL_DATA },
		},
	),
	'callData/set': ofAgent(
		{},
		{
			run: talking({ callData: CALL_DATA }),
			more: { 'of a call by its ID': byId('additionalFields', { callData: CALL_DATA }) },
			refused: {
				run: signedIn({ callData: CALL_DATA }),
				message: /^There is no call whose data could be set \(code 400-001\)$/,
			},
		},
	),
	'callData/getCall': ofAgent(
		{},
		{
			run: talking(),
			more: {
				'the last one': async (bench) => {
					const { session } = await bench.agentTalking();
					await bench.asAgent(0, session, 'DELETE', 'voicecall/{agentid}/release');
					return { session, filters: { lastCallInstead: true } };
				},
			},
			gives: {
				...incoming,
				calldata: CALL_DATA,
				waitBeganAt: TIME,
				talkBeganAt: TIME,
				deviceTypeName: 'Agent',
				enterReasonName: 'Normal access or transfer',
			},
		},
	),
	'callData/getCallById': ofAgent(
		{},
		{
			run: byId(),
			refused: { run: signedIn({ callId: '1456229294-1191' }), message: FAILED },
			gives: incoming,
			spoil: 'callId',
		},
	),
	'callData/getCallBeforeAnswer': ofAgent({}, { run: talking(), gives: incoming }),
	'callData/getHeldCalls': ofAgent({}, { run: holding, gives: heldCall }),
	'callData/getHeldCallsOfAgent': ofAgent(
		{},
		{
			run: inspecting,
			refused: { run: signedIn({ agentId: idOf(102) }), message: /^The agent may not see this \(code 300-001\)$/ },
			gives: heldCall,
		},
	),
	'callData/getCallIds': ofAgent(
		{},
		{
			run: askingAbout(true),
			refused: { run: askingAbout(false), message: FAILED },
			gives: { callid: expect.stringMatching(/^\d+-\d+$/) },
		},
	),
	'callData/countCalls': ofAgent({}, { run: talking(), gives: { calls: 1 } }),
	'callData/getStatistics': ofAgent({}, { run: talking(), gives: { answernums: 1, transfernums: 0 } }),
	'callData/getShortStatistics': ofAgent({}, { run: talking(), gives: { answernums: 1, calloutnums: 0 } }),
	'callData/getWaitingCalls': ofAgent(
		{},
		{
			run: async (bench) => {
				await bench.customerWaiting();
				return { session: await bench.agentSession(), skillId: idOf(3) };
			},
			refused: { run: signedIn({ skillId: idOf(9) }), message: FAILED },
			gives: incoming,
		},
	),
};
