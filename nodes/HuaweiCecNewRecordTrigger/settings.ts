/** What the user has set at the node. */
import { NodeOperationError, type IPollFunctions } from 'n8n-workflow';

import type { Field } from '../../cec/catalogue/field';
import type { Reach } from '../../cec/polling/cursor';
import { plain } from '../../cec/run/listDirectly';
import { zoneOf } from '../../cec/run/settings';
import { kinds } from './kinds/index';
import type { Kind } from './kinds/kind';

type Values = Record<string, unknown>;

const HOUR_MS = 3600 * 1000;

export interface Settings {
	/** Value of "Trigger On". */
	triggerOn: string;
	kind: Kind;
	given: Values;
	reach: Reach;
	simplify: boolean;
}

interface Options {
	timeZone?: string;
	watchHours?: number;
}

/** Fields that stand at the top of the node. */
export const isTop = ({ spec }: Field): boolean => spec.required === true || spec.shown === true;

export function readSettings(context: IPollFunctions): Settings {
	const triggerOn = context.getNodeParameter('triggerOn') as string;
	const kind = kinds[triggerOn];
	const options = context.getNodeParameter('options', {}) as Options;
	return {
		triggerOn,
		kind,
		given: readFields(context, kind),
		reach: {
			overlapMs: (options.watchHours || kind.watch.hours) * HOUR_MS,
			lookBackMs: 0,
			watchMs: 0,
			zone: zoneOf(options.timeZone, context),
		},
		simplify: context.getNodeParameter('simplify', true) as boolean,
	};
}

function readFields(context: IPollFunctions, { fields }: Kind): Values {
	const filters = context.getNodeParameter('filters', {}) as Values;
	return Object.fromEntries(
		Object.entries(fields).map(([name, field]) => {
			const value = plain(isTop(field) ? context.getNodeParameter(name, null) : filters[name]);
			const isEmpty = value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
			if (field.spec.required && isEmpty) throw new NodeOperationError(context.getNode(), `"${field.spec.label}" is missing`);
			return [name, isEmpty ? undefined : value];
		}),
	);
}
