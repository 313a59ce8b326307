import { done, entries, nameOf, object } from '../../../cec/catalogue/answer';
import { choice, choices, day, pick, text, type Fields } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { campaignGone, isales } from '../../../cec/families/isales';
import { MONTH_DAY } from '../../../cec/formats/times';
import { ofCampaign, V1 } from './shared';

const WEEKDAY = {
	1: 'Monday',
	2: 'Tuesday',
	3: 'Wednesday',
	4: 'Thursday',
	5: 'Friday',
	6: 'Saturday',
	7: 'Sunday',
};
const TYPE = { 1: 'Weekdays', 2: 'Dates', 3: 'Dates Every Year' };

const settings: Fields = {
	name: text('Name', 'Unique name of the holiday').required().max(30),
	type: choice('Type', TYPE).startsAs(2).required(),
	week: choices('Weekdays', WEEKDAY).joinedBy(',').when({ type: [1] }).required(),
	beginTime: day('First Day').when({ type: [2] }).required(),
	endTime: day('Last Day').when({ type: [2] }).required(),
	beginEveryYear: day('First Day', 'The year does not matter').as(MONTH_DAY).wire('beginTime').when({ type: [3] }).required(),
	endEveryYear: day('Last Day', 'The year does not matter').as(MONTH_DAY).wire('endTime').when({ type: [3] }).required(),
};

const codes = {
	...campaignGone,
	'0200013': { means: 'A holiday with this name exists', remedy: 'Choose another "Name".' },
	'0200014': { means: 'The holiday does not exist', remedy: 'Pick it from the list again.' },
	'0200015': { means: 'The campaign has its 20 holidays already', remedy: 'Delete one first.' },
	'0200030': { means: 'A date has the wrong format', remedy: 'Check the dates.' },
};

export const holiday = resource('holiday', 'Holiday', isales, {
	getMany: operation('7.2.1', {
		name: 'Get Many',
		action: 'Get many holidays of a campaign',
		request: `GET ${V1}/holiday/{campaignId}`,
		risk: 'read',
		path: ofCampaign,
		answer: entries('data', { adds: { typeName: nameOf('type', TYPE) } }),
		codes,
	}),

	create: operation('7.2.2', {
		name: 'Create',
		action: 'Create a holiday of a campaign',
		description: 'Name days on which the holiday hours of a campaign hold, up to 20 times',
		request: `POST ${V1}/holiday/{campaignId}`,
		risk: 'write',
		findOut: 'Look with "Get Many" whether it exists.',
		path: ofCampaign,
		body: settings,
		answer: object('returnObject'),
		codes,
	}),

	update: operation('7.2.3', {
		name: 'Update',
		action: 'Update a holiday of a campaign',
		request: `PUT ${V1}/holiday/{campaignId}`,
		risk: 'write',
		path: ofCampaign,
		body: { id: pick('holidays', 'Holiday').asInteger().named('holidayId').required(), ...settings },
		answer: done(),
		codes,
	}),

	delete: operation('7.2.4', {
		name: 'Delete',
		action: 'Delete a holiday of a campaign',
		request: `DELETE ${V1}/holiday/{campaignId}/{holidayId}`,
		risk: 'destructive',
		path: { ...ofCampaign, holidayId: pick('holidays', 'Holiday').asInteger().required() },
		answer: done('deleted'),
		codes,
	}),

	deleteAll: operation('7.2.5', {
		name: 'Delete All',
		action: 'Delete all holidays of a campaign',
		request: `DELETE ${V1}/holiday/{campaignId}`,
		risk: 'destructive',
		path: ofCampaign,
		answer: done('deleted'),
		codes,
	}),
});
