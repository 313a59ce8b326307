/** What the user sets at the trigger. */
import type { INodeProperties } from 'n8n-workflow';

import { layoutOf } from '../../cec/catalogue/layout';
import { fieldProperty } from '../../cec/editor/fieldProperty';
import { simplifyProperty, timeZoneOption } from '../../cec/polling/properties';
import { OVERLAP_MINUTES, WATCH_DAYS } from './settings';
import { watched } from './watched';

/** The filters of a list that can be told from its rows, or that never change. */
function filtersOf(watch: string): INodeProperties {
	const { list, askedFor, comparedHere } = watched[watch];
	const offered = new Set([...askedFor, ...comparedHere]);
	return {
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		displayOptions: { show: { watch: [watch] } },
		options: layoutOf(list)
			.optional.filter(({ steps: [key] }) => offered.has(key))
			.map((placement) => fieldProperty(placement))
			.sort((one, other) => one.displayName.localeCompare(other.displayName)),
	};
}

const typeOfTicket = layoutOf(watched.ticket.list).top.filter(({ steps: [key] }) => watched.ticket.askedFor.includes(key));

/** A new list at each call: n8n changes what it gets. */
export const properties = (): INodeProperties[] => [
	{
		displayName:
			'CEC does not tell of changes, and its lists know no time of change. The node compares each ticket with how it looked before. Notes and messages do not show in the list: "Get" of the Ticket node tells them.',
		name: 'notice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Watch',
		name: 'watch',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Task', value: 'task', description: 'Tasks, whether they belong to a ticket or not' },
			{ name: 'Ticket', value: 'ticket' },
		],
		default: 'ticket',
	},
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		required: true,
		options: [
			{ name: 'Created', value: 'created', description: 'It was not there before' },
			{ name: 'Status Changed', value: 'statusChanged', description: 'It has another status; the item holds the one before, too' },
			{ name: 'Updated', value: 'updated', description: 'Something about it is different, such as the owner, the priority or the status' },
		],
		default: ['created'],
		description: 'What starts the workflow. What happens several times between two looks is told once.',
	},
	...typeOfTicket.map((placement): INodeProperties => ({
		...fieldProperty(placement),
		description: 'All types when left empty',
		displayOptions: { show: { watch: ['ticket'] } },
	})),
	filtersOf('ticket'),
	filtersOf('task'),
	simplifyProperty(),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Look Back',
				name: 'lookBackHours',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: 744 },
				default: 24,
				description: 'Hours before the workflow was published first: what was created in them starts it, too',
			},
			{
				displayName: 'Overlap',
				name: 'overlapMinutes',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 60 },
				default: OVERLAP_MINUTES,
				description: 'Minutes by which each look goes back behind the one before, for what CEC shows late and for clocks that differ. Nothing is told twice for it.',
			},
			timeZoneOption('nothing is found'),
			{
				displayName: 'Watch Changes For',
				name: 'watchDays',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 366 },
				default: WATCH_DAYS,
				displayOptions: { show: { '/events': ['statusChanged', 'updated'] } },
				description: 'Days after its creation in which changes are found. At most 2,000 can be watched.',
			},
		],
	},
];
