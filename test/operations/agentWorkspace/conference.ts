import { byId } from '../../support/bench';
import { rowsOf, type Bench } from '../../support/bench';
import type { Case, Parameters, Prepare } from '../case';
import { ofAgent, signedIn } from './shared';

const INSPECTOR = 3;
/** Who asks, and a colleague. */
const SELF = '101';
const OTHER = '102';
const PHONE = '447700900500';

const AGENT = 9;
const PHONE_NUMBER = 6;
const other = { addressType: AGENT, address: OTHER };
const voicePath = 'y:/conf/1/1136287.V3';

/** As the gateway has it, where the type is a text. */
const wired = (one: typeof other) => ({ ...one, addressType: String(one.addressType) });

/** The colleague has joined a conference whose chair is the agent. */
const ofChair =
	(parameters: Parameters = {}, ...before: Array<[path: string, body?: object]>): Prepare =>
	async (bench) => {
		const colleague = await bench.agentSession({}, 1);
		const session = await bench.conference(0);
		await bench.inviteToConference(0, session, OTHER);
		await bench.joinConference(1, colleague);
		for (const [path, body] of before) await bench.asAgent(0, session, 'POST', `agentconf/{agentid}/${path}`, body);
		return { session, ...parameters };
	};

/** The conference of the colleague rings the agent. */
const invited: Prepare = async (bench) => {
	const session = await bench.agentSession();
	await bench.inviteToConference(1, await bench.conference(1), SELF);
	return { session };
};

/** The agent has joined the conference of the colleague. */
const joined =
	(parameters: Parameters = {}): Prepare =>
	async (bench) => {
		const { session } = await invited(bench);
		await bench.joinConference(0, session as string);
		return { session, ...parameters };
	};

/** What only the chair may do, and is told so elsewhere. */
const chairs = (parameters: Parameters = {}, more: Partial<Case> = {}): Case =>
	ofAgent(parameters, {
		run: ofChair(parameters),
		refused: {
			run: joined(parameters),
			message: /^The agent is not the chair of the conference \(code 101-002\)$/,
		},
		...more,
	});

const noConference = (parameters: Parameters = {}): Case['refused'] => ({
	run: signedIn(parameters),
	message: /^The agent is in no conference \(code 101-001\)$/,
});

/** An inspector, who knows the ID of the only conference. */
async function inspector(bench: Bench): Promise<{ session: string; confIds: number[] }> {
	const session = await bench.agentSession({}, INSPECTOR);
	const { result } = await bench.asAgent(INSPECTOR, session, 'GET', 'agentconf/{agentid}/queryvdnconfid');
	return { session, confIds: (result as { confIds: number[] }).confIds };
}

const OF_AGENTS = { addressType: '9', addressTypeName: 'Agent', modeName: 'Listen and Talk', stateName: 'Talking' };

export const conferenceCases: Record<string, Case> = {
	'conference/request': ofAgent(
		{ memberNum: 3 },
		{
			more: {
				'all fields': signedIn({
					memberNum: 120,
					beepTone: true,
					voicePath,
					additionalFields: { confCallerNo: '15550100', time: 90, promptTime: 5 },
				}),
			},
			refused: {
				run: ofChair({ memberNum: 3 }),
				message: /^The agent is in a conference already \(code 101-003\)$/,
			},
		},
	),
	'conference/answer': ofAgent({}, { run: invited, refused: noConference() }),
	'conference/reject': ofAgent({}, { run: invited, refused: noConference() }),
	'conference/leave': ofAgent({}, {
		run: joined(),
		refused: { run: ofChair(), message: /^The chair cannot leave the conference \(code 101-007\)$/ },
	}),
	'conference/end': chairs(),
	'conference/holdParticipant': chairs({ ...other, voicePath }),
	'conference/resumeParticipant': chairs(other, { run: ofChair(other, ['holdparticipant', { ...wired(other), voicePath }]) }),
	'conference/prolong': chairs(
		{ prolongTime: 30 },
		{
			more: { 'beyond a day': ofChair({ prolongTime: 1440 }) },
			refused: noConference({ prolongTime: 30 }),
			gives: { appliedTime: 30 },
		},
	),
	'conference/transferChair': chairs(
		{ destAgentNo: byId(102) },
		{
			refused: { run: ofChair({ destAgentNo: byId(101) }), message: /^The agent is the chair already \(code 101-005\)$/ },
		},
	),
	'conference/invite': chairs(
		{ addressesInput: 'fields', addresses: rowsOf({ addressType: PHONE_NUMBER, address: PHONE }) },
		{
			more: {
				'all fields': ofChair({
					addressesInput: 'fields',
					addresses: rowsOf({ addressType: AGENT, address: '103', deviceCallType: 1, deviceType: 6 }),
					beepTone: true,
					voicePath,
					additionalFields: { caller: '15550100' },
				}),
				'several in JSON': ofChair({
					addressesInput: 'json',
					addressesJson: JSON.stringify([
						{ addressType: '9', address: '103' },
						{ addressType: '6', address: PHONE, deviceCallType: 2, deviceType: 66 },
					]),
				}),
			},
		},
	),
	'conference/remove': chairs(
		{ addressesInput: 'fields', addresses: rowsOf(other, { addressType: PHONE_NUMBER, address: PHONE }) },
		{
			more: { 'in JSON': ofChair({ addressesInput: 'json', addressesJson: JSON.stringify([wired(other)]) }) },
			refused: {
				run: ofChair({ addressesInput: 'fields', addresses: rowsOf({ addressType: AGENT, address: SELF }) }),
				message: /^The chair cannot be removed \(code 101-006\)$/,
			},
			gives: { success: true, noExistParticipants: [{ addressType: '6', address: PHONE }] },
		},
	),
	'conference/setMode': chairs({ attribute: 1, ...other }),
	'conference/play': chairs(
		{ voicePath },
		{ more: { 'in the background': ofChair({ voicePath, additionalFields: { playType: 1 } }) } },
	),
	'conference/stopPlaying': chairs({}, { run: ofChair({}, ['playvoicetoconf', { voicePath }]) }),
	'conference/playToParticipant': chairs({ ...other, voicePath }),
	'conference/stopPlayingToParticipant': chairs(other, {
		run: ofChair(other, ['playvoicetoparticipant', { ...wired(other), voicePath }]),
	}),
	'conference/changeSize': chairs(
		{ modifyType: 0, modifyNum: 2 },
		{ more: { 'to fewer': ofChair({ modifyType: 1, modifyNum: 3 }) } },
	),
	'conference/get': ofAgent({ confIds: '1030400' }, {
		run: async (bench) => {
			const { session } = await ofChair()(bench);
			const { confIds } = await inspector(bench);
			return { session, confIds: confIds.join(',') };
		},
		more: {
			'for an inspector': async (bench) => {
				await ofChair()(bench);
				bench.actAs(INSPECTOR);
				return { ...(await inspector(bench)) };
			},
		},
		gives: {
			conferences: [
				{
					confId: expect.any(Number),
					stateName: 'Talking',
					startedAt: expect.stringMatching(/^2026-03-02T/),
					applyConfTime: 60,
					participants: expect.arrayContaining([
						expect.objectContaining({ ...OF_AGENTS, address: SELF, roleName: 'Chair' }),
						expect.objectContaining({ ...OF_AGENTS, address: OTHER, roleName: 'Participant' }),
					]),
				},
			],
		},
	}),
	'conference/getIds': ofAgent({}, {
		run: async (bench) => {
			await bench.conference(0);
			bench.actAs(INSPECTOR);
			return { session: await bench.agentSession({}, INSPECTOR) };
		},
		refused: {
			run: ofChair(),
			message: /^Only inspectors may ask for all conferences of the VDN \(code 101-004\)$/,
		},
		gives: { confId: expect.any(Number) },
	}),
};
