/** Metrics that are asked for by code, and what becomes of their values. */
import { entries } from '../../../cec/catalogue/answer';
import { metrics, metricSeries, metricValues, type Metrics } from '../../../cec/catalogue/metrics';
import { buildRequest } from '../../../cec/request/build';
import { simplify } from '../../../cec/request/readAnswer';
import { around, invented } from '../../support/invented';

const known: Metrics = {
	IDX_COUNT_CALLS: ['Calls', 'calls'],
	IDX_DURATION_WAIT: ['Wait (Seconds)', 'waitSeconds'],
	IDX_PHONE: ['Phone', 'phone'],
};

const asked = invented({
	body: { indexIds: metrics(known).required() },
	answer: entries('data', { adds: { values: metricValues(known), series: metricSeries(known) } }),
});

const read = (idxs: unknown, zone = 'UTC') => simplify(asked, { resultCode: '0', data: [{ id: '1', idxs }] }, { ...around, zone })[0];

test('are asked for by code', () => {
	expect(buildRequest(asked, { indexIds: ['IDX_PHONE', 'IDX_COUNT_CALLS'] }, around).body).toEqual({ indexIds: ['IDX_PHONE', 'IDX_COUNT_CALLS'] });
});

test('come back under readable keys, as numbers where they count something', () => {
	const idxs = [
		{ id: 'IDX_COUNT_CALLS', val: '3' },
		{ id: 'IDX_DURATION_WAIT', val: 4294967295 },
		{ id: 'IDX_PHONE', val: '0620001' },
		{ id: 'IDX_COUNT_OTHER', val: '1.50' },
	];
	expect(read(idxs)).toMatchObject({ idxs, values: { calls: 3, waitSeconds: null, phone: '0620001', IDX_COUNT_OTHER: 1.5 } });
});

test('come back as one object for each point in time, oldest first, in the zone of the user', () => {
	const idxs = [
		{ id: 'IDX_COUNT_CALLS', val: { '2026-03-01 10:15:00.0': '2', '2026-03-01 09:15:00.0': '1' } },
		{ id: 'IDX_DURATION_WAIT', val: { '2026-03-01 09:15:00.0': '-1' } },
	];
	expect(read(idxs, 'Asia/Shanghai').series).toEqual([
		{ time: '2026-03-01T17:15:00.000+08:00', calls: 1, waitSeconds: null },
		{ time: '2026-03-01T18:15:00.000+08:00', calls: 2 },
	]);
});

test('are values or a series, as CEC tells them', () => {
	const [whole, byTime] = ['3', {}].map((val) => read([{ id: 'IDX_COUNT_CALLS', val }]));
	expect([whole.values, whole.series]).toEqual([{ calls: 3 }, undefined]);
	expect([byTime.values, byTime.series]).toEqual([undefined, []]);
});

test('of columns that the operator gave a meaning are numbers too', () => {
	expect(read([{ id: 'IDX_SKILL_RESERVED_COL3', val: '7' }]).values).toEqual({ IDX_SKILL_RESERVED_COL3: 7 });
});

test.each([[undefined], ['nothing'], [[null]]])('are not there where CEC sends %j', (idxs) => {
	expect(read(idxs).values ?? {}).toEqual({});
});
