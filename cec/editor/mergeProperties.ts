import type { INodeProperties } from 'n8n-workflow';

type Show = Record<string, unknown[]>;

/**
 * Operations share many fields. A property that reads the same for several operations is shown once for all
 * of them: the description that every editor downloads, and that n8n walks at each run, stays small.
 */
export function mergeProperties(properties: INodeProperties[]): INodeProperties[] {
	const withinResource = merge(properties, 'operation', 'resource');
	return merge(withinResource, 'resource', 'operation');
}

/** Unites the values of `united` among properties that agree in everything else, `kept` included. */
function merge(properties: INodeProperties[], united: string, kept: string): INodeProperties[] {
	const groups = new Map<string, INodeProperties>();
	for (const property of properties) {
		const { [united]: values, ...others } = showOf(property);
		const key = JSON.stringify([{ ...property, displayOptions: undefined }, others[kept], others]);
		const group = groups.get(key);
		if (group) {
			const all = showOf(group)[united] as unknown[];
			all.push(...values.filter((value) => !all.includes(value)));
		} else {
			groups.set(key, { ...property, displayOptions: { show: { ...others, [united]: [...values] } } } as INodeProperties);
		}
	}
	return [...groups.values()];
}

function showOf(property: INodeProperties): Show {
	return property.displayOptions?.show as Show;
}
