import type { Simulator } from '../../simulator';
import { tenant } from '../../simulator';
import { type Ask, botDesk, CHAT, HOTLINE, talk } from './bot-desk';
import { hours, minutes, simulator, START } from './harness';

let sim: Simulator;
let ask: Ask;
beforeEach(async () => {
	sim = await simulator();
	ask = await botDesk(sim);
});
afterEach(async () => await sim.close());

const CUSTOMER = '447700900500';
const { tenantId } = tenant;

/** A customer who asks about the opening hours and the bill, and leaves. */
async function chat(userid = 'call-1', customer = CUSTOMER): Promise<void> {
	const one = await talk(sim, CHAT, userid);
	await one.begin(customer);
	await sim.clock.advance(1000);
	await one.say('When are the shops open?');
	await one.say('my bill');
	await sim.clock.advance(1000);
	await one.hangUp();
}

/** Somebody who wants a technician on the telephone. */
async function call(userid = 'call-2', more: object = { cti_callid: '1772438400-1' }) {
	const one = await talk(sim, HOTLINE, userid);
	await one.begin(CUSTOMER, more);
	for (let i = 0; i < 3; i++) await one.played();
	await one.keys('2');
	await one.hear('1', 'a technician', { recordFileName: 'Y:/record/1/whole.wav' });
	return one;
}

describe('what was said (10.7)', () => {
	it('is that of the last conversation of a customer', async () => {
		await chat();
		const { body } = await ask('queryHistory', { params: { userMobile: CUSTOMER } });
		expect(body).toMatchObject({ rtnCode: 0, rtnMsg: '成功', object: null, bean: null, callId: 'call-1' });
		expect(body.callSorId).toBe(CUSTOMER);
		expect(body.beans).toHaveLength(3);
		expect(body.beans[2]).toEqual({
			interNo: '3',
			userSaying: 'my bill',
			intention: 'Bill(bill)',
			systemReply: 'What is your telephone number?',
			type: 'text',
			timestamp: '2026-03-02 08:00:01.0',
			responseSource: '0',
		});
		await call();
		const later = await ask('queryHistory', { params: { userMobile: CUSTOMER } });
		expect(later.body.callId).toBe('call-2');
		expect(later.body.beans.map((one: any) => one.type)).toEqual([
			'voice file',
			'TTS',
			'TTS',
			'TTS',
			'TTS',
			// The agent who was called for says nothing here.
			'text',
		]);
	});

	it('is nothing of somebody who was never there', async () => {
		expect((await ask('queryHistory', { params: { userMobile: '1' } })).body.beans).toEqual([]);
		expect((await ask('queryHistory', { params: {} })).body).toMatchObject({ rtnCode: 10000003 });
		expect((await ask('queryHistory', { userMobile: CUSTOMER })).body.rtnCode).toBe(10000003);
	});
});

describe('records (10.8)', () => {
	it('have everything of a conversation', async () => {
		await chat();
		const { body } = await ask('queryRecordHistory', { callId: 'call-1' });
		expect(body).toMatchObject({ errorCode: 0, errorMsg: 'Success', total: 1 });
		const [record] = body.recordList;
		expect(record).toMatchObject({
			tenantId,
			callSortId: CUSTOMER,
			ctiCallId: null,
			callingNumber: CUSTOMER,
			calledNumber: CHAT,
			startTime: START.getTime(),
			endTime: START.getTime() + 2000,
			businessInfo: null,
		});
		expect(JSON.parse(record.businessInfoStr)).toEqual({
			yugaoFileName: null,
			locationId: '0',
			recordFileName: null,
		});
		expect(record.recordDetails[1]).toEqual({
			interNo: '2',
			userSaying: 'When are the shops open?',
			intention: 'When are the shops open?',
			systemReply: expect.stringMatching(/^Our shops/),
			timestamp: START.getTime() + 1000,
			requestTime: START.getTime() + 1000,
			responseSource: 0,
			involveMode: 0,
		});
	});

	it('have the keys of the tables when the control says so', async () => {
		await chat();
		sim.control.setBots({ answers: 'table' });
		const [record] = (await ask('queryRecordHistory', { callId: 'call-1' })).body.recordList;
		expect(record).toMatchObject({ callSorId: CUSTOMER, recordDetials: expect.any(Array) });
	});

	it('are found by each id and by time, newest first', async () => {
		await chat();
		await sim.clock.advance(minutes(5));
		await call();
		const ids = async (filter: object): Promise<string[]> =>
			(await ask('queryRecordHistory', filter)).body.recordList.map((one: any) => one.callId);
		expect(await ids({ userMobile: CUSTOMER, beginTime: '', endTime: '' })).toEqual(['call-2', 'call-1']);
		expect(await ids({ ctiCallId: '1772438400-1', callId: '' })).toEqual(['call-2']);
		expect(await ids({ userMobile: CUSTOMER, beginTime: '2026-03-02 08:01:00' })).toEqual(['call-2']);
		expect(await ids({ userMobile: CUSTOMER, endTime: '2026-03-02 08:01:00' })).toEqual(['call-1']);
		await chat('call-3');
		await chat('call-4');
		await chat('call-5');
		await chat('call-6');
		expect(await ids({ userMobile: CUSTOMER, pageNum: '2', pageSize: '5' })).toEqual(['call-1']);
	});

	it('have where the recording lies', async () => {
		await call();
		const [record] = (await ask('queryRecordHistory', { callId: 'call-2' })).body.recordList;
		expect(JSON.parse(record.businessInfoStr).recordFileName).toBe('Y:/record/1/whole.wav');
		expect(record.endTime).toBeNull();
	});

	it('have the answers to questionnaires', async () => {
		const one = await talk(sim);
		await one.begin();
		await one.say('goodbye');
		await one.say('4');
		const [record] = (await ask('queryRecordHistory', { callId: 'call-1' })).body.recordList;
		expect(record.qaRecords).toEqual([
			{
				interNo: '2',
				seriesId: '100',
				questionTitle: 'Satisfaction',
				questionType: '2',
				answerIntent: '4',
				originalAnswer: '4',
				createTime: START.getTime(),
			},
		]);
	});

	it('are not given without an id, nor at times that are none', async () => {
		expect((await ask('queryRecordHistory', {})).body.errorCode).toBe(10000003);
		expect((await ask('queryRecordHistory', { callId: '', userMobile: '' })).body.errorCode).toBe(10000003);
		const wrong = { callId: 'call-1', beginTime: '2026-13-01 00:00:00' };
		expect((await ask('queryRecordHistory', wrong)).body.errorCode).toBe(10000002);
		expect((await ask('queryRecordHistory', { callId: 'call-1', pageSize: 5 })).body.errorCode).toBe(10000002);
	});
});

describe('records of calls handed on to others (10.18)', () => {
	const find = async () => (await ask('queryTransferRecordHistory', { callId: 'call-2', endTime: '' })).body;

	it('tell how far it has come', async () => {
		const one = await call();
		expect(await find()).toEqual({
			errorCode: 0,
			errorMessage: 'success!',
			total: 1,
			transferRecordList: [
				{
					id: expect.any(String),
					tenantId,
					callId: 'call-2',
					ctiCallId: '1772438400-1',
					flowInstId: expect.stringContaining('call-2'),
					callingNumber: CUSTOMER,
					calledNumber: HOTLINE,
					transfNumber: '15550180',
					startTime: START.getTime(),
					endTime: null,
					recordFilePath: 'Y:/1/transferrecord/20260302/call-2.wav',
					locationId: '0',
					opResult: 'INIT',
					recordResult: 'N/A',
				},
			],
		});
		await sim.clock.advance(minutes(1));
		await one.transferred('0', { record_result: '0' });
		expect((await find()).transferRecordList).toMatchObject([
			{ opResult: 'SUCCESS', recordResult: '0', endTime: START.getTime() + minutes(1) },
		]);
	});

	it('tell failures, and nothing of skill queues', async () => {
		const one = await call();
		await one.transferred('7');
		await one.played();
		await one.keys('0');
		await one.hear('3', 'playover');
		expect((await find()).transferRecordList).toMatchObject([{ opResult: 'FAIL' }]);
		expect((await ask('queryTransferRecordHistory')).body).toMatchObject({
			errorCode: 10000003,
			errorMessage: expect.any(String),
		});
	});
});

describe('reports (10.15)', () => {
	const today = { type: 'hour', accessCode: CHAT, timestamp: START.getTime() };

	it('count conversations by hour and day', async () => {
		await chat();
		await chat('call-2');
		await sim.clock.advance(hours(2));
		ask = await botDesk(sim);
		await chat('call-3');
		const { body } = await ask('queryCallStatisticsReport', today);
		expect(body).toHaveLength(2);
		expect(body[0]).toEqual({
			recordTime: START.getTime(),
			tenantId,
			accessCode: CHAT,
			callCount: 2,
			exitNoConsultCount: 0,
			callStaffNoConsultCount: 0,
			callStaffConsultCount: 0,
			exitConsultingCount: 2,
			interactCount: 4,
			autonomyRate: '1.0000',
			averageInteractPerCall: '2.00',
			dbRecordTime: null,
			type: 'hour',
			interfaceRequestCount: 0,
			interfaceSuccessCount: 0,
			interfaceSuccessRate: '-1.0000',
		});
		const byDay = (await ask('queryCallStatisticsReport', { ...today, type: 'day' })).body;
		expect(byDay).toMatchObject([{ type: 'day', recordTime: START.getTime() - hours(8), callCount: 3 }]);
		const before = { ...today, timestamp: String(START.getTime() - hours(24)) };
		expect((await ask('queryCallStatisticsReport', before)).body).toEqual([]);
	});

	it('tell who was handed on', async () => {
		const one = await call();
		await one.transferred('0');
		const asked = { ...today, accessCode: HOTLINE };
		expect((await ask('queryCallStatisticsReport', asked)).body).toMatchObject([
			{ callStaffNoConsultCount: 1, exitConsultingCount: 0, autonomyRate: '0.0000' },
		]);
	});

	it('count what the bot knew, and what customers thought of it', async () => {
		const one = await talk(sim);
		await one.begin();
		await one.say('xyz');
		await one.hear('1', 'my bill', { feedback: 1 });
		await one.hear('1', '447700900500', { feedback: 0, feedbackContent: 'slow' });
		expect((await ask('queryChatbotReport', today)).body).toEqual([
			{
				recordTime: START.getTime(),
				tenantId,
				accessCode: CHAT,
				type: 'hour',
				consultCount: 3,
				responseSuccessCount: 2,
				unknowCount: 1,
				responseRate: '0.6667',
				feedbackCount: 2,
				positiveFeedbackCount: 1,
				positiveFeedbackRate: '0.5000',
			},
		]);
	});

	it('tell what was asked about most', async () => {
		await chat();
		await chat('call-2');
		const { body } = await ask('queryKnowledgeReport', { type: 'day', timestamp: START.getTime() });
		expect(body).toEqual({
			tenantId,
			recordTime: START.getTime(),
			type: 'day',
			qaCount: 2,
			intentCount: 10,
			talkCount: 2,
			effectiveQaCount: 1,
			effectiveIntentCount: 1,
			effectiveTalkCount: 0,
			effectiveQaSum: 2,
			effectiveIntentSum: 2,
			effectiveTalkSum: 0,
			qaList: [{ name: 'When are the shops open?', count: 2 }],
			intentList: [{ name: 'Bill(bill)', count: 2 }],
		});
		const totals = (await ask('queryKnowledgeReport', { type: 'month' })).body;
		expect(totals).toEqual({ tenantId, type: 'month', qaCount: 2, intentCount: 10, talkCount: 2 });
	});

	it('tell which bots were asked most', async () => {
		await chat();
		await chat('call-2');
		await call('call-3');
		const { body } = await ask('queryChatbotHotspotData', { type: 'month', timestamp: START.getTime() });
		expect(body).toEqual([
			{ name: CHAT, count: 2 },
			{ name: HOTLINE, count: 1 },
		]);
	});

	it('are refused', async () => {
		const wrong = [
			['queryCallStatisticsReport', { ...today, type: 'month' }],
			['queryKnowledgeReport', { type: 'hour' }],
			['queryChatbotHotspotData', { type: 'day', timestamp: 'today' }],
		] as const;
		for (const [path, body] of wrong) expect((await ask(path, body)).body.errorCode).toBe(10000002);
		expect((await ask('queryChatbotHotspotData', { type: 'day' })).body.errorCode).toBe(10000003);
	});
});
