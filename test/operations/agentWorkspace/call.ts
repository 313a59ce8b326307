import { byId } from '../../support/bench';
import { CALL_DATA, CUSTOMER, SECOND_CUSTOMER, type Bench } from '../../support/bench';
import type { Case, Parameters, Prepare } from '../case';
import { ofAgent, signedIn } from './shared';

const CALL_ID = { callId: expect.stringMatching(/^\d+-\d+$/) };

/** The work number of the second agent. */
const COLLEAGUE = '102';

type OnCall = (bench: Bench) => Promise<{ session: string; callId: string }>;

const talking: OnCall = async (bench) => await bench.agentTalking();
const ringing: OnCall = async (bench) => await bench.agentRinging();
const holding: OnCall = async (bench) => await bench.agentHolding();
const withTwoCalls: OnCall = async (bench) => await bench.agentWithTwoCalls();
const withTwoCustomers: OnCall = async (bench) => await bench.agentWithTwoCustomers();

/** An agent in this situation, with these parameters beside its session. */
const when =
	(situation: OnCall, parameters: Parameters = {}): Prepare =>
	async (bench) => ({ session: (await situation(bench)).session, ...parameters });

/** The same, with the ID of the call. */
const withId =
	(situation: OnCall, name: string, parameters: Parameters = {}): Prepare =>
	async (bench) => {
		const { session, callId } = await situation(bench);
		return { session, [name]: callId, ...parameters };
	};

/** With the second agent signed in beside the first. */
const withColleague =
	(one: Prepare): Prepare =>
	async (bench) => {
		await bench.agentSession({}, 1);
		return await one(bench);
	};

/** The agent whose phone has video, in a video call. */
const withVideo =
	(situation: (bench: Bench) => Promise<{ session: string }>, parameters: Parameters): Prepare =>
	async (bench) => {
		bench.actAs(2);
		return { session: (await situation(bench)).session, ...parameters };
	};

const refusedWith = (code: string, means: string, run: Prepare = signedIn()): Case['refused'] => ({
	run,
	message: new RegExp(`^${means} \\(code ${code}\\)$`),
});

/** What needs a call in progress, and is told so without one. */
const inCall = (code: string, means: string, more: Partial<Case> = {}): Case =>
	ofAgent({}, { run: when(talking), refused: refusedWith(code, means), ...more });

const muted: OnCall = async (bench) => {
	const onCall = await bench.agentTalking();
	await bench.asAgent(0, onCall.session, 'POST', 'voicecall/{agentid}/beginmute');
	return onCall;
};

const linkedPhone: OnCall = async (bench) => await bench.agentRinging(0, { phonelinkage: true });

/** The customer is being transferred to a number that has answered. */
const transferred =
	(mode: number): OnCall =>
	async (bench) => {
		const onCall = await bench.agentTalking();
		bench.staysOnThePhone(SECOND_CUSTOMER);
		const target = { devicetype: 5, address: SECOND_CUSTOMER, mode };
		await bench.asAgent(0, onCall.session, 'POST', 'voicecall/{agentid}/transfer', target);
		await bench.sim.clock.advance(15_000);
		return onCall;
	};

/** The phone with video talks, but without a picture. */
const withoutPicture = async (bench: Bench) => {
	const onCall = await bench.agentTalking(2);
	await bench.asAgent(2, onCall.session, 'POST', 'voicecall/{agentid}/mediaswitch?mediaType=1');
	return onCall;
};

const offered =
	(numbers: string[], controlId?: number): Prepare =>
	async (bench) => {
		const session = await bench.agentSession();
		const { agentId } = bench.agentCredential();
		const preview = await bench.sim.control.preview({ agentId, numbers });
		return { session, called: SECOND_CUSTOMER, callcontrolid: controlId ?? preview.controlId };
	};

const waiting =
	(skillid: number): Prepare =>
	async (bench) => ({ session: await bench.agentSession(), callid: await bench.customerWaiting(), skillid: byId(skillid) });

const toNumber = (numberMode: number, additionalFields: Parameters = {}): Prepare =>
	when(talking, { devicetype: 5, address: byId(SECOND_CUSTOMER), numberMode, additionalFields });

export const callCases: Record<string, Case> = {
	'call/callOut': ofAgent(
		{ called: SECOND_CUSTOMER },
		{
			more: {
				'all fields': signedIn({
					called: `${SECOND_CUSTOMER}*#`,
					additionalFields: { caller: '15550102', skillid: byId(3), callappdata: CALL_DATA, mediaability: 2 },
				}),
				'with another call on hold': when(holding, { called: SECOND_CUSTOMER }),
			},
			refused: refusedWith('100-007', 'The platform failed', when(talking, { called: SECOND_CUSTOMER })),
			gives: CALL_ID,
		},
	),
	'call/callOutPreview': ofAgent(
		{},
		{
			run: offered([SECOND_CUSTOMER]),
			more: { 'one of several numbers': offered([CUSTOMER, SECOND_CUSTOMER]) },
			refused: refusedWith('200-036', 'CEC does not accept the preview call', offered([SECOND_CUSTOMER], 99)),
			gives: CALL_ID,
		},
	),
	'call/answer': ofAgent(
		{},
		{
			run: when(ringing),
			more: { 'by its ID': withId(ringing, 'callid') },
			refused: refusedWith('200-002', 'There is no call to answer'),
		},
	),
	'call/callAgent': ofAgent(
		{},
		{
			run: withColleague(signedIn({ called: byId(COLLEAGUE) })),
			more: {
				'all fields': withColleague(
					signedIn({
						called: byId(COLLEAGUE),
						additionalFields: { caller: '101', skillid: byId(2), callappdata: CALL_DATA },
					}),
				),
			},
			refused: refusedWith('100-007', 'The platform failed', withColleague(when(talking, { called: byId(COLLEAGUE) }))),
			gives: CALL_ID,
		},
	),
	'call/askForHelp': ofAgent(
		{},
		{
			run: withColleague(when(talking, { dstaddress: byId(COLLEAGUE) })),
			more: {
				'three-party': withColleague(
					when(talking, {
						devicetype: 2,
						dstaddress: byId(COLLEAGUE),
						mode: 2,
						additionalFields: { callappdata: CALL_DATA, holdflag: false },
					}),
				),
				'from a queue': when(talking, { devicetype: 1, dstaddress: byId('2'), mode: 1 }),
			},
			refused: refusedWith(
				'200-018',
				'There is no call for which to ask for help',
				withColleague(signedIn({ dstaddress: byId(COLLEAGUE) })),
			),
			gives: CALL_ID,
		},
	),
	'call/mute': inCall('200-003', 'There is no call to mute'),
	'call/unmute': inCall('200-007', 'There is no call to unmute', { run: when(muted) }),
	'call/hold': inCall('200-013', 'There is no call to put on hold'),
	'call/connectHeld': ofAgent(
		{},
		{
			run: withId(withTwoCalls, 'callid'),
			refused: refusedWith('200-005', 'There is no call to connect', withId(holding, 'callid')),
		},
	),
	'call/takeBack': ofAgent(
		{},
		{
			run: when(holding),
			more: { 'by its ID': withId(holding, 'callid') },
			refused: refusedWith('200-015', 'There is no call on hold', when(talking)),
		},
	),
	'call/transfer': ofAgent(
		{},
		{
			run: withColleague(when(talking, { devicetype: 2, address: byId(COLLEAGUE), mode: 0 })),
			more: {
				'to an agent, all fields': withColleague(
					when(talking, {
						devicetype: 2,
						address: byId(COLLEAGUE),
						mode: 2,
						additionalFields: { callappdata: CALL_DATA, skillId: byId(2) },
					}),
				),
				'to a queue': when(talking, { devicetype: 1, address: byId('2'), mode: 2 }),
				'to an access code': when(talking, { devicetype: 4, address: byId('15550100'), mode: 0 }),
				'to an IVR flow': when(talking, { devicetype: 3, address: byId('90501'), ivrMode: 0 }),
				'to an IVR flow and back': when(talking, { devicetype: 3, address: byId('90501'), ivrMode: 1 }),
				'to a number at once': toNumber(1, { mediaability: 0 }),
				'to a number': toNumber(2, { caller: '15550102', callappdata: CALL_DATA, mediaability: 1 }),
				'to a number, talking first': toNumber(3, { caller: '15550102', mediaability: 2 }),
				'to a number, all three': toNumber(4, { caller: '15550102', holdflag: false }),
			},
			refused: refusedWith(
				'200-012',
				'There is no call to transfer',
				withColleague(signedIn({ devicetype: 2, address: byId(COLLEAGUE), mode: 0 })),
			),
		},
	),
	'call/cancelTransfer': ofAgent(
		{},
		{
			run: when(transferred(3)),
			more: { 'of three': when(transferred(4)) },
			refused: refusedWith('200-012', 'There is no transferred call to bring back', when(talking)),
		},
	),
	'call/sendDigits': ofAgent(
		{},
		{
			run: when(talking, { number: '12*#' }),
			refused: refusedWith('100-007', 'The platform failed', signedIn({ number: '1' })),
		},
	),
	'call/startThreePartyCall': ofAgent(
		{},
		{
			run: withId(withTwoCalls, 'callid'),
			more: { 'all fields': withId(withTwoCalls, 'callid', { additionalFields: { callappdata: CALL_DATA } }) },
			refused: refusedWith('200-010', 'There is no call for a three-party call', withId(holding, 'callid')),
		},
	),
	'call/end': ofAgent(
		{},
		{
			run: withId(talking, 'callid'),
			more: { 'of two, the one on hold': withId(withTwoCalls, 'callid') },
			refused: refusedWith('200-025', 'There is no call to end', signedIn({ callid: '1456229294-1191' })),
		},
	),
	'call/hangUp': inCall('200-017', 'There is no call to hang up'),
	'call/releaseNumber': ofAgent(
		{},
		{
			run: when(withTwoCustomers, { number: SECOND_CUSTOMER }),
			more: { 'the agent itself': when(withTwoCustomers, { number: '15550105' }) },
			refused: refusedWith(
				'200-024',
				'The number is not in the last call of the agent',
				when(talking, { number: SECOND_CUSTOMER }),
			),
		},
	),
	'call/switchMedia': ofAgent(
		{},
		{
			run: withVideo(withoutPicture, { mediaType: 3 }),
			more: { 'to audio': withVideo(async (bench) => await bench.agentTalking(2), { mediaType: 1 }) },
			refused: refusedWith(
				'200-027',
				'There is no call whose media could be switched',
				signedIn({ mediaType: 3 }),
			),
		},
	),
	'call/setVideoLayout': ofAgent(
		{},
		{
			run: withVideo(async (bench) => await bench.agentWithTwoCustomers(2), { mode: 1 }),
			refused: refusedWith('200-033', 'Calls of this type have no layout', when(withTwoCustomers, { mode: 1 })),
		},
	),
	'call/request': ofAgent(
		{},
		{
			run: waiting(3),
			refused: refusedWith('100-007', 'The platform failed', waiting(4)),
		},
	),
	'call/answerForAgent': ofAgent(
		{},
		{
			run: async (bench) => {
				await bench.agentRinging(1);
				return { session: await bench.agentSession(), destWorkNo: byId(COLLEAGUE) };
			},
			refused: refusedWith(
				'100-007',
				'The platform failed',
				withColleague(signedIn({ destWorkNo: byId(COLLEAGUE) })),
			),
		},
	),
	'call/reject': ofAgent(
		{},
		{
			run: when(ringing, { mode: 1 }),
			more: { 'by its ID': withId(ringing, 'callid', { mode: 2 }) },
			refused: refusedWith('200-037', 'There is no ringing call to reject', when(talking, { mode: 1 })),
		},
	),
	'call/pickUpPhone': ofAgent(
		{},
		{ run: when(linkedPhone), refused: refusedWith('100-007', 'The platform failed', when(ringing)) },
	),
	'call/rejectAtPhone': ofAgent(
		{},
		{ run: when(linkedPhone), refused: refusedWith('100-007', 'The platform failed', when(ringing)) },
	),
	'call/passDigits': ofAgent(
		{},
		{
			run: when(withTwoCustomers),
			refused: refusedWith('10001', 'CEC could not pass the digits on', when(talking)),
		},
	),
};
