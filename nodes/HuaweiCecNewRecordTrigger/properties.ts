/** What the user sets at the trigger. */
import type { INodeProperties } from 'n8n-workflow';

import type { Conditions, Field } from '../../cec/catalogue/field';
import { fieldProperty } from '../../cec/editor/fieldProperty';
import { sortedBy } from '../../cec/editor/sort';
import { simplifyProperty, timeZoneOption } from '../../cec/polling/properties';
import { kinds } from './kinds/index';
import type { Kind } from './kinds/kind';
import { isTop } from './settings';

const byName = sortedBy(Object.entries(kinds), ([, { name }]) => name);

const property = (name: string, field: Field, conditions: Conditions = {}): INodeProperties =>
	fieldProperty({ field, part: 'body', steps: [name], wire: name, name, conditions, inner: [] });

/** What to know of the list, those at the top, and the collection of the others. */
function fieldsOf(triggerOn: string, { fields, list: { notice } }: Kind): INodeProperties[] {
	const show = { triggerOn: [triggerOn] };
	const all = Object.entries(fields);
	const filters = all.filter(([, field]) => !isTop(field)).map(([name, field]) => property(name, field));
	return [
		...(notice ? [{ displayName: notice, name: 'notice', type: 'notice' as const, default: '', displayOptions: { show } }] : []),
		...all.filter(([, field]) => isTop(field)).map(([name, field]) => property(name, field, show)),
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			displayOptions: { show },
			options: sortedBy(filters, ({ displayName }) => displayName),
		},
	];
}

const watchOption = (triggerOn: string, { hours, most, hint }: Kind['watch']): INodeProperties => ({
	displayName: 'Watch For',
	name: 'watchHours',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: most },
	default: hours,
	displayOptions: { show: { '/triggerOn': [triggerOn] } },
	description: hint,
});

/** A new list at each call: n8n changes what it gets. */
export const properties = (): INodeProperties[] => [
	{
		displayName: 'Trigger On',
		name: 'triggerOn',
		type: 'options',
		noDataExpression: true,
		options: byName.map(([value, { name, description }]) => ({ name, value, description })),
		default: 'missedCall',
	},
	...byName.flatMap(([triggerOn, kind]) => fieldsOf(triggerOn, kind)),
	simplifyProperty(),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [timeZoneOption('conversations are not found'), ...byName.map(([triggerOn, { watch }]) => watchOption(triggerOn, watch))],
	},
];
