/** What an operation does beyond its fields: one sentence for each fact. */
import type { AnswerSpec, TablesSpec } from '../../cec/catalogue/answer';
import type { Field } from '../../cec/catalogue/field';
import { allFields, type Operation, type Risk } from '../../cec/catalogue/operation';
import { largestPage } from '../../cec/catalogue/paging';
import { actionNodes } from '../catalogue/nodes';
import { code, compareCodes, oneOf, plain, sentence } from './markdown';

export const RISKS: Record<Risk, string> = {
	read: 'Reads only. Up to 8 items at once; repeated after a failure that may pass.',
	write:
		'Changes something. One request after the other; ' +
		'repeated only when CEC cannot have carried out the first request.',
	dial: 'May make a phone ring. One request after the other; never repeated.',
	destructive:
		'Cannot be undone. Runs only with **Confirm** switched on; ' +
		'repeated only when CEC cannot have carried out the first request.',
};

export function factsOf(operation: Operation): string[] {
	return [
		`**Risk:** ${riskOf(operation)}`,
		`**Returns:** ${returns(operation)}`,
		...[openness, paging, windows, batch, waiting, patience, callback, gap, throttling, otherPaths, doubt, doubtfulCodes, codes].map((fact) =>
			fact(operation),
		),
	].filter((fact) => fact !== undefined);
}

/** Some are begun one after the other, but their ends are waited for together. */
function riskOf({ risk, wait }: Operation): string {
	const told = RISKS[risk];
	return wait?.together ? told.replace('One request after the other;', 'Begun one after the other, for up to 8 items at once;') : told;
}

function returns({ answer, risk }: Operation): string {
	const { kind, as = 'value', with: withKeys = [], adds = {}, secrets = [] } = answer;
	const told = withKeys.map(lastKey).map(code).join(', ');
	const kinds = {
		done: `${code(`{ "${as}": true }`)}${told && ` with ${told}`}`,
		object: answer.first && risk === 'read' ? 'one item; an error when CEC knows no such thing' : 'one item',
		list: `one item for each entry${answer.as ? `, as ${code(`{ "${answer.as}": … }`)}` : ''}${told && `, each with ${told}`}`,
		value: `one item, ${code(`{ "${as}": … }`)}`,
		file:
			'one item with the file in the binary field that **Put Output File in Field** names, ' +
			`and ${[told, ...['fileName', 'mimeType', 'fileSize'].map(code)].filter(Boolean).join(', ')}${whence(answer)}`,
	};
	const added = Object.keys(adds);
	return [
		`${kinds[kind]}.`,
		...(added.length > 0 ? [`Added in plain words: ${added.map(code).join(', ')}.`] : []),
		...(answer.tables ? [rowsOf(answer.tables)] : []),
		...(secrets.length > 0 ? [`Masked unless **Include Passwords** is on: ${secrets.map(code).join(', ')}.`] : []),
	].join(' ');
}

function rowsOf({ when, files }: TablesSpec): string {
	const each = Object.entries(files).map(([table, { adds }]) => `${code(table)} (added in plain words: ${Object.keys(adds).map(code).join(', ')})`);
	return `With ${code(when)} on, an item for each row instead, with the name of its ${code('table')}: ${each.join('; ')}.`;
}

function whence({ paths, base64 }: AnswerSpec): string {
	if (base64 !== undefined) return `, beside what stood around the file in the answer, of which ${code(base64)} is left out`;
	return paths ? '. The file is fetched from the address in the answer, often at another host, which n8n must reach too' : '';
}

function lastKey(path: string): string {
	return path.split('.').pop() ?? path;
}

function paging(operation: Operation): string | undefined {
	const { page, answer } = operation;
	if (answer.kind !== 'list') return undefined;
	if (!page) return '**Pages:** none; the whole list comes in one answer.';
	const size = largestPage(page, {});
	const fewer = typeof page.max === 'number' ? '' : ', fewer where rows are fuller';
	const unless = page.unless === undefined ? '' : ` Not paged when ${labelOf(operation, page.unless)} is given.`;
	const keys = `${code(page.position)} and ${code(page.size)} in the ${page.in}`;
	return `**Pages:** fetched as needed, up to ${size} entries at a time${fewer} (${keys}).${unless}`;
}

function windows(operation: Operation): string | undefined {
	const { window } = operation;
	if (!window) return undefined;
	const [begin, end] = [window.begin, window.end].map((key) => labelOf(operation, key));
	if (window.days === 'month') return `**Time span:** what lies in different months between ${begin} and ${end} is asked for month by month.`;
	return `**Time span:** more than ${window.days} days between ${begin} and ${end} are asked for piece by piece.`;
}

function batch({ batch: spec }: Operation): string | undefined {
	if (!spec) return undefined;
	const [one, many] = spec.noun;
	const what = spec.from === 'item' ? `Each item is one ${one}.` : `Each item brings one or several ${many}.`;
	const size = `Those of all items are sent together, up to ${spec.size} in a request.`;
	const halves = spec.halveOn
		? ` A request that CEC refuses because of one ${one} is halved, so that the others get through.`
		: '';
	const unique = spec.unique ? ` A ${one} that came before in the same run is reported, not sent again.` : '';
	return `**Batches:** ${what} ${size} There is one result for each ${one}.${halves}${unique}`;
}

function waiting({ wait }: Operation): string | undefined {
	if (!wait) return undefined;
	const often = `every ${wait.everyMs / 1000} seconds`;
	const when = wait.toggle ? `with **${wait.toggle.label}** on, the` : 'the';
	const most = `for **Wait at Most** minutes (${wait.minutes}) at most`;
	const told = ` The item then also holds what ${nameOf(wait.ask())} tells.`;
	const [ended, late] = wait.endedAs
		? [` It says ${code(`"${wait.endedAs}": true`)} when the end came in time, else ${code('false')}: that is no error.`, '']
		: ['', ' When the time is over before the end, that is an error; CEC goes on all the same.'];
	return `**Waiting:** ${when} node asks ${often} for the end, ${most}.${told}${ended}${late}`;
}

function nameOf(operation: Operation): string {
	const resource = actionNodes.flatMap(({ resources }) => resources).find(({ operations }) => operations[operation.value] === operation);
	return `**${resource?.name} > ${operation.name}**`;
}

function callback(operation: Operation): string | undefined {
	const labels = allFields(operation)
		.filter(({ spec }) => spec.kind === 'callbackUrl')
		.map(({ spec }) => `**${spec.label}**`);
	return labels.length > 0
		? `**Callback:** what ${oneOf(labels)} needs, such as an entry on a trustlist, is told [in the guide](../callbacks.md).`
		: undefined;
}

function openness({ open }: Operation): string | undefined {
	return open ? '**Credential:** only its address is used; neither account nor token is sent.' : undefined;
}

function patience({ timeoutS }: Operation): string | undefined {
	return timeoutS ? `**Timeout:** ${timeoutS} seconds, unless **Options > Timeout** says otherwise.` : undefined;
}

function gap({ gapMs }: Operation): string | undefined {
	return gapMs ? `**Pace:** requests to the same path are at least ${gapMs / 1000} seconds apart.` : undefined;
}

function throttling({ failsWhenThrottled }: Operation): string | undefined {
	return failsWhenThrottled
		? '**Throttling:** when CEC asks for fewer requests (HTTP 429), that is reported at once.'
		: undefined;
}

function otherPaths({ otherPaths: paths = [] }: Operation): string | undefined {
	return paths.length > 0
		? `**Other path:** ${paths.map(code).join(', ')}, tried where CEC does not know the first.`
		: undefined;
}

function doubt({ findOut }: Operation): string | undefined {
	return findOut ? `**When no answer came:** ${sentence(findOut)}` : undefined;
}

function doubtfulCodes({ doubtfulCodes: doubtful = [] }: Operation): string | undefined {
	if (doubtful.length === 0) return undefined;
	return (
		`**Codes that leave it open:** after ${oneOf(doubtful.map(code))} CEC may have done it all the same. ` +
		'The error begins with "It is not known whether CEC did this".'
	);
}

function codes({ codes: known = {} }: Operation): string | undefined {
	const told = Object.entries(known).sort(([one], [other]) => compareCodes(one, other));
	if (told.length === 0) return undefined;
	return `**Codes explained:** ${told.map(([key, { means }]) => `${code(key)} ${plain(means)}`).join('; ')}.`;
}

function labelOf(operation: Operation, key: string): string {
	const [first, ...inside] = key.split('.');
	const field = inside.reduce<Field | undefined>((outer, step) => outer?.spec.fields?.[step], { ...operation.query, ...operation.body }[first]);
	const spec = field?.spec ?? allFields(operation).find(({ spec: { parameter } }) => parameter === key)?.spec;
	return spec ? `**${plain(spec.label)}**` : code(key);
}
