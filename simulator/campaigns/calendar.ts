import { DateTime } from 'luxon';
import { type Campaign, type Holiday } from './state';

/** When a campaign may dial: the windows of scheduleParam, on workdays or on holidays (note 4 under table 7-4). */

type Window = [begin: string, end: string];

function windows(schedule: Record<string, string>, kind: 'workday' | 'holiday'): Window[] {
	return [1, 2, 3]
		.map((n): Window => [schedule[`${kind}BeginTime${n}`] ?? '', schedule[`${kind}EndTime${n}`] ?? ''])
		.filter(([begin, end]) => begin !== '' && end !== '')
		.sort(([a], [b]) => (a < b ? -1 : 1));
}

export function isHoliday(day: DateTime, holidays: Holiday[]): boolean {
	const date = day.toFormat('yyyy-MM-dd');
	const monthDay = day.toFormat('MM-dd');
	return holidays.some(({ type, week, beginTime, endTime }) => {
		if (type === 1) return (week ?? '').split(',').includes(String(day.weekday));
		if (beginTime === null || endTime === null) return false;
		if (type === 2) return beginTime <= date && date <= endTime;
		// A period that recurs every year may run over New Year.
		return beginTime <= endTime
			? beginTime <= monthDay && monthDay <= endTime
			: monthDay >= beginTime || monthDay <= endTime;
	});
}

/** The first time from `time` on at which the campaign may dial; undefined when none is left before its end. */
export function nextDialTime(campaign: Campaign, time: number, zone: string): number | undefined {
	const from = Math.max(time, campaign.begin);
	let day = DateTime.fromMillis(from, { zone }).startOf('day');
	while (day.toMillis() < campaign.end) {
		const kind = isHoliday(day, campaign.holidays) ? 'holiday' : 'workday';
		for (const [begin, end] of windows(campaign.schedule, kind)) {
			const opens = at(day, begin);
			const closes = at(day, end);
			const candidate = Math.max(from, opens);
			if (candidate < closes && candidate < campaign.end) return candidate;
		}
		day = day.plus({ days: 1 });
	}
	return undefined;
}

function at(day: DateTime, clockTime: string): number {
	const [hour, minute] = clockTime.split(':').map(Number);
	return day.set({ hour, minute }).toMillis();
}
