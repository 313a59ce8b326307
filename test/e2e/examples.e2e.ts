/** The examples do what they say, in the real n8n and against the simulated contact centre. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject } from 'n8n-workflow';

import { submitForm } from '../../scripts/demo/rehearsal';
import type { Execution } from '../../scripts/n8n/execution';
import type { StoredWorkflow } from '../../scripts/n8n/api';
import { until } from '../../scripts/n8n/session';
import { credentialData, n8n, runtime, simulator } from './support';
import { importExample, rows, rowsWhen } from './support/examples';

beforeEach(async () => {
	await simulator().reset({ speed: 0 });
	const { sharedSecret } = credentialData('').huaweiCecCallbackSecretApi;
	await simulator().callbackSettings({ sharedKey: String(sharedSecret) });
});

describe('Call the customer back', () => {
	const [answered, unanswered, refused] = ['447700900301', '447700900302', '12'];
	let workflow: StoredWorkflow;

	beforeAll(async () => {
		workflow = await importExample('Call the customer back');
	});
	afterAll(async () => await n8n().deactivate(workflow));

	it('writes who was called, when, how long and why it ended, and keeps the recording', async () => {
		await simulator().calls({ called: unanswered, outcomes: [{ reason: 5 }] });
		await simulator().calls({ called: answered, outcomes: [{ reason: 1, talkSeconds: 33 }] });
		await submitForm(n8n(), workflow, { caseNumber: 'C-1', name: 'Mona Sample', phone: '+44 7700 900301' });
		await submitForm(n8n(), workflow, { caseNumber: 'C-2', name: 'Peter Example', phone: unanswered });
		await rowsWhen('CEC callbacks', async () => await callsMade(2));
		await simulator().advance(300);
		const rows = await rowsWhen('CEC callbacks', (all) => all.every(({ outcome }) => outcome !== 'calling'));
		const [talked, missed] = ['C-1', 'C-2'].map((one) => rows.find(({ caseNumber }) => caseNumber === one) as IDataObject);
		const { recordingFile } = talked;
		expect(talked).toMatchObject({
			...{ name: 'Mona Sample', number: answered, agentPhone: '15550105', outcome: 'talked', reason: 'Agent hung up' },
			...{ talkSeconds: 33, calledAt: expect.any(String), recordingFile: `${talked.callSerialNo as string}.wav`, remark: '' },
		});
		expect(talked.recordingSize).toMatch(/^\d+ kB$/);
		const kept = join(runtime().filesFolder, String(recordingFile));
		await until('The recording', async () => await Promise.resolve(existsSync(kept) || undefined));
		expect(readFileSync(kept).subarray(0, 4).toString()).toBe('RIFF');
		expect(missed).toMatchObject({
			...{ name: 'Peter Example', number: unanswered, outcome: 'not reached', reason: 'Customer did not answer' },
			...{ talkSeconds: 0, recordingFile: '', recordingSize: '' },
		});
	});

	it('writes why CEC refused a call, and why a recording did not come', async () => {
		await simulator().fault({ match: { path: 'createCall', times: 1 }, kind: 'body', body: { retCode: '5', retMsg: 'wrong' } });
		await submitForm(n8n(), workflow, { caseNumber: 'C-3', name: 'Nadia Muster', phone: refused });
		const [row] = await rowsWhen('CEC callbacks', (all) => all.some(is('C-3', 'refused')), is('C-3'));
		expect(row.remark).toMatch(/^CEC does not accept one of the numbers.*digits only/);
		await simulator().fault({ match: { path: 'getRecordingAddress', times: 3 }, kind: 'body', body: { retCode: '11', retMsg: 'none' } });
		await submitForm(n8n(), workflow, { caseNumber: 'C-4', name: 'Mona Sample', phone: answered });
		await rowsWhen('CEC callbacks', async () => await callsMade(1));
		await simulator().advance(300);
		const [bare] = await rowsWhen('CEC callbacks', (all) => all.some(is('C-4', 'talked')), is('C-4'));
		expect(bare).toMatchObject({ recordingFile: '', remark: 'CEC could not fetch the recording from the platform (code 11)' });
	});

	it('takes no end of a call that CEC has not signed', async () => {
		await simulator().callbackSettings({ sharedKey: 'another key' });
		await submitForm(n8n(), workflow, { caseNumber: 'C-5', name: 'Mona Sample', phone: answered });
		await rowsWhen('CEC callbacks', async () => await callsMade(1));
		await simulator().advance(300);
		expect((await simulator().sentCallbacks()).map(({ attempts }) => attempts[0].status)).toEqual([401]);
		expect((await rows('CEC callbacks')).filter(is('C-5', 'calling'))).toHaveLength(1);
	});

	const is = (caseNumber: string, outcome?: string) => (row: IDataObject) =>
		row.caseNumber === caseNumber && (outcome === undefined || row.outcome === outcome);
});

describe('Broadcast a reminder', () => {
	const unreached = ['447700900403', '447700900407'];
	const twins = ['P-0011', 'P-0012']; // share a phone
	const wrong = 'P-0024';
	let workflow: StoredWorkflow;

	beforeAll(async () => {
		workflow = await importExample('Broadcast a reminder');
	});
	afterAll(async () => await n8n().deactivate(workflow));

	it('calls everybody once a day, and on the next day those who were not reached', async () => {
		for (const called of unreached) await simulator().calls({ called, outcomes: [{ reason: 4 }, { reason: 1 }] });
		// Twice at the same time.
		const twice = await Promise.all([run(), run()]);
		expect(sum(twice, 'handedOver')).toBe(38);
		expect(sum(twice, 'refused')).toBe(1);
		expect(await called()).toHaveLength(38);
		const [first] = await called();
		expect(first).toMatchObject({ called: '447700900400', play: { playList: [{ templateParams: ['Amara Ashdown', '2035/05/10'] }] } });
		expect((await run()).items('Sum up')).toEqual([{ handedOver: 0, refused: 0 }]);

		await simulator().advance(300);
		const after = await rowsWhen('CEC reminders', (all) => all.every(({ status }) => status !== 'calling'));
		expect(after).toHaveLength(40);
		const open = after.filter(({ status }) => status !== 'reached');
		expect(open.map(({ number }) => number).sort()).toEqual([...unreached, '447700900410', 'unknown'].sort());
		expect(open.find(({ number }) => number === unreached[0])).toMatchObject({
			...{ status: 'not reached', reason: 'Rejected or not answered', attempts: 1, heardSeconds: 0 },
		});
		expect(after.find(({ personId }) => personId === wrong)).toMatchObject({ status: 'not reached', reason: expect.stringMatching(/./) });
		expect(after.filter(({ personId }) => twins.includes(String(personId))).map(({ status }) => status).sort()).toEqual(['reached', 'waiting']);
		expect((await run()).items('Sum up')).toEqual([{ handedOver: 0, refused: 0 }]);

		const [next] = (await run(1)).items('Sum up');
		expect(next).toEqual({ handedOver: 3, refused: 1 });
		expect((await called()).slice(38).map(({ called: number }) => number).sort()).toEqual([...unreached, '447700900410'].sort());
		await simulator().advance(300);
		const last = await rowsWhen('CEC reminders', (all) => all.every(({ status }) => status !== 'calling'));
		expect(last.filter(({ status }) => status !== 'reached').map(({ personId }) => personId)).toEqual([wrong]);
		expect(last.find(({ number }) => number === unreached[0])).toMatchObject({ attempts: 2, reason: 'Played to the end' });

		// Three days and no more.
		expect((await run(2)).items('Sum up')).toEqual([{ handedOver: 0, refused: 1 }]);
		expect((await run(3)).items('Sum up')).toEqual([{ handedOver: 0, refused: 0 }]);
	});

	/** A run of that many days later: the workflow takes the day from its settings. */
	async function run(daysLater = 0): Promise<Execution> {
		const draft = await n8n().workflow(workflow.id);
		const day = `={{ $now.plus({ days: ${daysLater} }).toFormat('yyyy-MM-dd') }}`;
		const text = JSON.stringify(draft).replace(JSON.stringify("={{ $now.toFormat('yyyy-MM-dd') }}"), JSON.stringify(day));
		const changed = { ...(JSON.parse(text) as StoredWorkflow), name: `${draft.name} on day ${daysLater}`, id: undefined };
		const execution = await n8n().runWorkflow(changed);
		expect(execution.error?.message).toBeUndefined();
		return execution;
	}

	const sum = (runs: Execution[], key: string) => runs.reduce((total, one) => total + Number(one.items('Sum up')[0][key]), 0);
	const called = async () => (await simulator().state()).notifications;
});

describe('Live transcript', () => {
	let workflow: StoredWorkflow;

	beforeEach(async () => {
		workflow = await importExample('Live transcript');
	});
	afterEach(async () => await n8n().deactivate(workflow));

	it('gathers what is said in order, and raises one alert for each call with keywords', async () => {
		const said = ['Hello', 'I have a complaint', 'I am sorry', 'Then I cancel', 'and call my lawyer, it is a complaint'];
		const lines = said.map((text, at) => ({ speaker: at % 2 ? ('customer' as const) : ('agent' as const), text }));
		await simulator().speak({ callId: 'call-1', lines });
		await simulator().speak({ callId: 'call-2', lines: lines.slice(0, 1) });
		await simulator().advance(60);
		const transcripts = await rowsWhen('CEC transcripts', (all) => all.length === 2);
		const [first, second] = ['call-1', 'call-2'].map((one) => transcripts.find(({ callId }) => callId === one) as IDataObject);
		expect(first).toMatchObject({ agentId: '101', customer: '447700900313', sentences: 5 });
		expect(first.transcript).toBe(lines.map(({ speaker, text }) => `${speaker}: ${text}`).join('\n'));
		expect(second).toMatchObject({ sentences: 1, transcript: 'agent: Hello' });
		const alerts = await rows('CEC alerts');
		expect(alerts).toMatchObject([{ callId: 'call-1', agentId: '101' }]);
		expect(['complaint', 'cancel']).toContain(alerts[0].keyword);
		const keywords = (await rows('CEC sentences')).filter(({ callId, keyword }) => callId === 'call-1' && keyword);
		expect(keywords).toHaveLength(3);
	});
});

async function callsMade(count: number): Promise<boolean> {
	return (await simulator().state()).calls.length === count;
}
