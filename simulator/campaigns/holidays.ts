import { z } from 'zod';
import { type Call, envelopes, type Interface } from '../interface';
import { generic, int, oneOf, optionalText, text } from '../schema/fields';
import { parseLocal } from '../time';
import { campaignOf, ok, refuse, V1 } from './isales';
import type { Campaign, Holiday } from './state';

/** 7.2: holidays of a campaign. All but the creation print only resultCode and resultDesc. */

const PATH = `${V1}/holiday/{campaignId}`;
const MOST_HOLIDAYS = 20;

const holiday = {
	name: text(30),
	type: oneOf(1, 2, 3),
	week: optionalText(20, /^[1-7](,[1-7])*$/),
	beginTime: optionalText(),
	endTime: optionalText(),
};

const short = (more: object = {}): object => ok('', more, envelopes.resultDesc);

function holidayFrom({ body, world }: Call, campaign: Campaign, id: number): Holiday {
	if (campaign.holidays.some((other) => other.id !== id && other.name === body.name)) {
		refuse('0200013', 'The holiday name already exists.');
	}
	if (body.type === 1) {
		if (!body.week) refuse(generic.combination, 'week is required for type 1');
		return { id, name: body.name, type: 1, week: body.week, beginTime: null, endTime: null };
	}
	const { beginTime, endTime } = body;
	if (!beginTime || !endTime) refuse(generic.combination, `beginTime and endTime are required for type ${body.type}`);
	const format = body.type === 2 ? 'yyyy-MM-dd' : 'MM-dd';
	for (const value of [beginTime, endTime]) {
		// 29 February recurs too, if not every year.
		const date = body.type === 2 ? value : `2024-${value}`;
		if (parseLocal(date, world.zone, 'yyyy-MM-dd') === undefined)
			refuse('0200030', `The time format is not ${format}.`);
	}
	if (body.type === 2 && beginTime > endTime) refuse(generic.combination, 'beginTime must not be later than endTime');
	return { id, name: body.name, type: body.type, week: null, beginTime, endTime };
}

export const holidays: Interface[] = [
	{
		section: '7.2.1',
		method: 'GET',
		path: PATH,
		envelope: envelopes.resultDesc,
		handle: ({ world, params }) => short({ data: campaignOf(world, params).holidays }),
	},
	{
		section: '7.2.2',
		method: 'POST',
		path: PATH,
		envelope: envelopes.both,
		body: z.object(holiday).strict(),
		handle(call) {
			const campaign = campaignOf(call.world, call.params);
			const added = holidayFrom(call, campaign, call.world.campaigns.shortId());
			if (campaign.holidays.length >= MOST_HOLIDAYS)
				refuse('0200015', 'The number of holidays has reached the limit.');
			campaign.holidays.push(added);
			call.world.dialer.wake(campaign);
			return ok('', { returnObject: { id: added.id } });
		},
	},
	{
		section: '7.2.3',
		method: 'PUT',
		path: PATH,
		envelope: envelopes.resultDesc,
		body: z.object({ id: int(), ...holiday }).strict(),
		handle(call) {
			const campaign = campaignOf(call.world, call.params);
			const at = campaign.holidays.findIndex(({ id }) => id === call.body.id);
			if (at < 0) refuse('0200014', 'The holiday does not exist.');
			campaign.holidays[at] = holidayFrom(call, campaign, call.body.id);
			call.world.dialer.wake(campaign);
			return short();
		},
	},
	{
		section: '7.2.4',
		method: 'DELETE',
		path: `${PATH}/{holidayId}`,
		envelope: envelopes.resultDesc,
		handle({ world, params }) {
			const campaign = campaignOf(world, params);
			const left = campaign.holidays.filter(({ id }) => String(id) !== params.holidayId);
			if (left.length === campaign.holidays.length) refuse('0200014', 'The holiday does not exist.');
			campaign.holidays = left;
			world.dialer.wake(campaign);
			return short();
		},
	},
	{
		section: '7.2.5',
		method: 'DELETE',
		path: PATH,
		envelope: envelopes.resultDesc,
		handle({ world, params }) {
			const campaign = campaignOf(world, params);
			campaign.holidays = [];
			world.dialer.wake(campaign);
			return short();
		},
	},
];
