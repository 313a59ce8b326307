/** What is special about the conferences of agents: who is in them, what is sent only where it belongs, and what is read of both shapes. */
import type { IDataObject } from 'n8n-workflow';

import { HuaweiCecAgentWorkspace } from '../../nodes/HuaweiCecAgentWorkspace/HuaweiCecAgentWorkspace.node';
import { Bench, rowsOf } from '../support/bench';
import { execute } from '../support/n8n';

const node = new HuaweiCecAgentWorkspace();
const PHONE = '447700900500';
const VOICE = 'y:/conf/1/1136287.V3';
const OTHER = { addressType: 9, address: '102' };

let bench: Bench;

beforeAll(async () => {
	bench = await Bench.start();
	bench.moveClock();
});
afterAll(async () => {
	jest.restoreAllMocks();
	await bench.close();
});
beforeEach(() => bench.reset());

const run = async (operation: string, parameters: object): Promise<IDataObject[]> => {
	const given = { resource: 'conference', operation, confirm: true, ...parameters } as IDataObject;
	return (await execute({ node, credentials: bench.credentials, parameters: given })).map(({ json }) => json);
};

interface Conference {
	confId: number;
	chair: string;
	capacity: number;
	minutes: number;
	isPlaying: boolean;
	participants: Array<{ address: string; state: string; attribute: number; channel: string }>;
}

const conferences = (): Conference[] => (bench.sim.control.state() as { conferences: Conference[] }).conferences;
const addresses = (): string[] => conferences()[0].participants.map(({ address }) => address);
const participant = (wanted: string) => conferences()[0].participants.find(({ address }) => address === wanted);

/** A chair and a colleague in a conference: their sessions. */
async function together(): Promise<{ session: string; colleague: string }> {
	const colleague = await bench.agentSession({}, 1);
	const session = await bench.conference(0);
	await bench.inviteToConference(0, session, '102');
	await bench.joinConference(1, colleague);
	return { session, colleague };
}

describe('a conference', () => {
	test('lasts as long as it was requested for, and longer when it is prolonged', async () => {
		const session = await bench.agentSession();
		await run('request', { session, memberNum: 4, additionalFields: { time: 90 } });
		await bench.sim.clock.advance(10_000);
		expect(conferences()).toMatchObject([{ chair: '101', capacity: 4, minutes: 90 }]);
		expect(await run('prolong', { session, prolongTime: 1440 })).toMatchObject([{ appliedTime: 1350 }]);
		expect(conferences()).toMatchObject([{ minutes: 1440 }]);
	});

	test('can be invited to, joined, rejected, left and ended', async () => {
		const { session, colleague } = await together();
		expect(conferences()[0].participants.map(({ state }) => state)).toEqual(['joined', 'joined']);
		bench.actAs(1);
		await run('leave', { session: colleague });
		expect(addresses()).toEqual(['101']);
		await bench.inviteToConference(0, session, '102');
		await run('reject', { session: colleague });
		expect(addresses()).toEqual(['101']);
		await bench.inviteToConference(0, session, '102');
		await run('answer', { session: colleague });
		await bench.sim.clock.advance(5000);
		expect(participant('102')).toMatchObject({ state: 'joined' });
		bench.actAs(0);
		await run('end', { session });
		expect(conferences()).toEqual([]);
	});

	test('has another chair after its transfer, and the old one is refused', async () => {
		const { session } = await together();
		await run('transferChair', { session, destAgentNo: 102 });
		expect(conferences()).toMatchObject([{ chair: '102' }]);
		await expect(run('end', { session })).rejects.toThrow(/not the chair/);
	});

	test('takes in agents and phones', async () => {
		const { session } = await together();
		bench.staysOnThePhone(PHONE);
		const phone = [{ addressType: '6', address: PHONE }];
		await run('invite', { session, addressesInput: 'json', addressesJson: JSON.stringify(phone) });
		await bench.sim.clock.advance(30_000);
		expect(participant(PHONE)).toMatchObject({ state: 'joined' });
		const removed = rowsOf({ addressType: 6, address: PHONE }, { addressType: 9, address: '104' });
		expect(await run('remove', { session, addressesInput: 'fields', addresses: removed })).toMatchObject([
			{ success: true, noExistParticipants: [{ addressType: '9', address: '104' }] },
		]);
		expect(addresses()).toEqual(['101', '102']);
	});

	test('is larger or smaller afterwards', async () => {
		const session = await bench.conference(0);
		await run('changeSize', { session, modifyType: 0, modifyNum: 5 });
		expect(conferences()).toMatchObject([{ capacity: 15 }]);
		await run('changeSize', { session, modifyType: 1, modifyNum: 8 });
		expect(conferences()).toMatchObject([{ capacity: 7 }]);
	});

	test('hears a file until it is stopped', async () => {
		const session = await bench.conference(0);
		await run('play', { session, voicePath: VOICE });
		expect(conferences()).toMatchObject([{ isPlaying: true }]);
		await run('stopPlaying', { session });
		expect(conferences()).toMatchObject([{ isPlaying: false }]);
	});
});

test('a participant is held, muted, played to and brought back', async () => {
	const { session } = await together();
	await run('holdParticipant', { session, ...OTHER, voicePath: VOICE });
	expect(participant('102')).toMatchObject({ channel: 'held' });
	await run('resumeParticipant', { session, ...OTHER });
	expect(participant('102')).toMatchObject({ channel: 'talking' });
	await run('setMode', { session, ...OTHER, attribute: 4 });
	expect(participant('102')).toMatchObject({ attribute: 4 });
	await run('playToParticipant', { session, ...OTHER, voicePath: VOICE });
	expect(participant('102')).toMatchObject({ channel: 'playing' });
	await run('stopPlayingToParticipant', { session, ...OTHER });
	expect(participant('102')).toMatchObject({ channel: 'talking' });
});

describe('what the platform refuses', () => {
	const refusal = async (message: string): Promise<Error & { description: string }> => {
		const { session } = await together();
		const body = JSON.stringify({ retcode: '100-007', message });
		bench.sim.control.addFault({ kind: 'body', match: { path: 'unholdparticipant', times: 1 }, body });
		const failed = run('resumeParticipant', { session, ...OTHER });
		return await failed.then(
			() => Promise.reject(new Error('It went through')),
			(error: Error & { description: string }) => error,
		);
	};

	test('is told by the code in its text', async () => {
		const { message, description } = await refusal('Unknown ERROR_21252');
		expect(message).toBe('The participant is not on hold (code 21252)');
		expect(description).toMatch(/says: "Unknown ERROR_21252"/);
	});

	test.each(['Unknown ERROR_29999', 'Unknown', 'It failed'])('is told by the code of the gateway for "%s"', async (text) => {
		const { message, description } = await refusal(text);
		expect(message).toBe('The platform failed (code 100-007)');
		expect(description).toContain(`says: "${text}"`);
	});

	test('is told for a participant who is somewhere else', async () => {
		const session = await bench.conference(0);
		await expect(run('setMode', { session, ...OTHER, attribute: 1 })).rejects.toThrow(
			/^The participant is not in the conference \(code 21237\)$/,
		);
	});
});

describe('a file for those who join', () => {
	const bodyOf = (path: string): object =>
		bench.requests.find((request) => request.path.endsWith(path))?.body as object;

	test('is sent with its mode when there is one to play', async () => {
		const session = await bench.agentSession();
		await run('request', { session, memberNum: 4, beepTone: true, voicePath: VOICE });
		expect(bodyOf('requestagentconf')).toEqual({ memberNum: 4, beepTone: true, playMode: 2, voicePath: VOICE });
	});

	test('is not sent when nothing is played', async () => {
		const session = await bench.agentSession();
		await run('request', { session, memberNum: 4, beepTone: false, voicePath: VOICE });
		expect(bodyOf('requestagentconf')).toEqual({ memberNum: 4, beepTone: false });
	});

	test('must be named when it is to be played', async () => {
		const session = await bench.agentSession();
		const wanted = { session, memberNum: 4, beepTone: true, voicePath: '' };
		await expect(run('request', wanted)).rejects.toThrow(/Voice File Path/);
		expect(bodyOf('requestagentconf')).toBeUndefined();
	});
});

test('conferences come in either shape that the reference shows', async () => {
	const { session } = await together();
	const { confId } = conferences()[0];
	const [inObject] = await run('get', { session, confIds: [confId] });
	const { response } = bench.requests.at(-1) as { response: { result: { confs: object[] } } };
	const body = JSON.stringify({ ...response, result: response.result.confs });
	bench.sim.control.addFault({ kind: 'body', match: { path: 'queryconfinfos', times: 1 }, body });
	const [inList] = await run('get', { session, confIds: [confId] });
	expect(inList.conferences).toEqual(inObject.conferences);
	expect(inList.conferences).toMatchObject([{ confId, participants: [{ roleName: 'Chair' }, { address: '102' }] }]);
});

test('a conference of others has nothing to tell but to inspectors', async () => {
	const session = await bench.agentSession();
	await bench.conference(1);
	const confIds = [conferences()[0].confId];
	expect(await run('get', { session, confIds })).toMatchObject([{ conferences: [] }]);
	bench.actAs(3);
	const inspector = { session: await bench.agentSession({}, 3) };
	expect(await run('getIds', inspector)).toMatchObject([{ confId: confIds[0] }]);
	expect(await run('get', { ...inspector, confIds })).toMatchObject([{ conferences: [{ confId: confIds[0] }] }]);
});
