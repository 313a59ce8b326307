import type { INodeProperties } from 'n8n-workflow';

type Show = Record<string, unknown[]>;

interface Candidate {
	property: INodeProperties;
	/** Everything but the conditions under which it is shown, as a text to compare. */
	content: string;
	show: Show;
}

/**
 * Operations share many fields. A property that reads the same for several operations is shown once for all
 * of them: the description that every editor downloads, and that n8n walks at each run, stays small.
 */
export function mergeProperties(properties: INodeProperties[]): INodeProperties[] {
	const candidates = properties.map((property): Candidate => {
		const { displayOptions, ...content } = property;
		return { property, content: JSON.stringify(content), show: (displayOptions?.show ?? {}) as Show };
	});
	return unite(unite(candidates, 'operation'), 'resource').map(
		({ property, show }) => ({ ...property, displayOptions: { show } }) as INodeProperties,
	);
}

/** Unites the values of one condition among properties that agree in everything else. */
function unite(candidates: Candidate[], condition: string): Candidate[] {
	const groups = new Map<string, Candidate>();
	for (const candidate of candidates) {
		const { [condition]: values, ...others } = candidate.show;
		const key = `${JSON.stringify(others)} ${candidate.content}`;
		const group = groups.get(key);
		if (group) group.show[condition].push(...values.filter((value) => !group.show[condition].includes(value)));
		else groups.set(key, { ...candidate, show: { ...others, [condition]: [...values] } });
	}
	return [...groups.values()];
}
