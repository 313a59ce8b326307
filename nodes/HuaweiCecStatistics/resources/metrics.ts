/** What the four resources of metrics share: metrics of today or yesterday by interval, of days, of months. */
import { entries, type AnswerSpec } from '../../../cec/catalogue/answer';
import { choice, day, type Fields } from '../../../cec/catalogue/field';
import { metrics, metricSeries, metricValues, type Metrics } from '../../../cec/catalogue/metrics';
import type { Erratum, OperationSpec } from '../../../cec/catalogue/operation';
import { mediaTypes, subMediaTypes } from '../../../cec/families/ctiCodes';
import { readList } from '../../../cec/formats/lists';

const DAY_BEGINS = "yyyy-MM-dd '00:00:00'";
const DAY_ENDS = "yyyy-MM-dd '23:59:59'";
const MONTH = 'yyyyMM';

export const media: Fields = {
	mediaType: choice('Media', mediaTypes).startsAs(5),
	subMediaType: choice('Channel', subMediaTypes, 'Of the media "Multimedia Chat"'),
};

export const recent = (known: Metrics): Fields => ({
	indexIds: metrics(known).required(),
	enableOffset: choice('Day', { N: 'Today', Y: 'Yesterday' }, 'In the time zone of the VDN').named('day').startsAs('N').required(),
	timeGrain: choice(
		'Interval',
		{ '15MIN': '15 Minutes', '30MIN': '30 Minutes', '60MIN': '60 Minutes' },
		'Counts each interval of the day by itself; the whole day is counted when left out',
	).named('interval'),
	...media,
});

export const ofDays = (known: Metrics): Fields => ({
	indexIds: metrics(known).required(),
	beginDayTime: day('From', 'First day, in the time zone of the VDN').as(DAY_BEGINS).named('from').required(),
	endDayTime: day('To', 'Last day').as(DAY_ENDS).named('to').required(),
	...media,
});

export const ofMonths = (known: Metrics): Fields => ({
	indexIds: metrics(known).required(),
	beginMonthTime: day('From', 'Any day of the first month').as(MONTH).named('from').required(),
	endMonthTime: day('To', 'Any day of the last month').as(MONTH).named('to').required(),
	...media,
});

export const lastDay: Erratum = {
	printed: 'the midnight of a day as the end in the samples, without a word whether that day counts',
	sent: 'its last second',
	why: 'So that it counts, and no other one, whether the end is meant to belong to the span or not.',
};

/** `id` is that of what was counted. */
export const counted = (known: Metrics): AnswerSpec =>
	entries('resultDesc', { adds: { values: metricValues(known), series: metricSeries(known) } });

/** Some metrics are of whole days, and some of intervals, only. */
export const fitsInterval =
	(known: Metrics, wholeDays: string[], intervals: string[] = []): NonNullable<OperationSpec['check']> =>
	({ indexIds, timeGrain }) => {
		const wrong = readList(indexIds).map(String).find((code) => (timeGrain ? wholeDays : intervals).includes(code));
		if (wrong === undefined) return undefined;
		const [name] = known[wrong];
		return timeGrain ? `"${name}" is counted for whole days only: leave out "Interval"` : `"${name}" is counted for intervals only: add "Interval"`;
	};
