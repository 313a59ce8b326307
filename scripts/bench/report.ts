/** Writes docs/performance.md from what was measured. */
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

import { projectFolder } from '../n8n/folders';
import type { CallbackMeasurement, Engine } from './callbacks';
import type { NodeCost } from './descriptions';
import { perSecond } from './numbers';

export interface Measurement {
	transport: 'http' | 'https';
	who: 'HTTP Request node' | 'This package' | 'Bare keep-alive client';
	what: 'reads' | 'writes';
	items: number;
	ms: number;
	requests: number;
	tokenRequests: number;
	peakMb?: number;
}

export interface Findings {
	n8n: string;
	measurements: Measurement[];
	callbacks: CallbackMeasurement[];
	nodes: NodeCost[];
}

const MOST_KILOBYTES = 120;
const MOST_LOAD_MS = 30;
const MOST_PARAMETERS_MS = 0.5;

export function writeReport(findings: Findings): void {
	writeFileSync(join(projectFolder, 'docs/performance.md'), report(findings));
}

function report({ n8n, measurements, callbacks, nodes }: Findings): string {
	const rows = measurements.map(({ transport, who, what, items, ms, requests, tokenRequests, peakMb }) =>
		row([transport, what, who, `${perSecond(items, ms)}`, `${Math.round(ms)}`, requests, tokenRequests, peakMb ?? '–']),
	);
	const costs = nodes.map(({ name, loadMs, kilobytes, parametersMs }) =>
		row([name, loadMs.toFixed(1), kilobytes.toFixed(1), parametersMs.toFixed(3)]),
	);
	return `# Performance

Written by \`npm run bench\`. One n8n ${n8n} and one simulated contact centre share ${availableParallelism()} cores on
one machine, so the numbers compare the ways of asking with each other; they say little about another machine.
Every figure is the median of several runs, taken in turn.

## Against n8n's HTTP Request node

| Transport | What | Who | Items/s | ms in all | Requests | Token requests | Peak memory of n8n, MB |
|---|---|---|---:|---:|---:|---:|---:|
${rows.join('\n')}

${verdicts(measurements)}

Reads of this package go out eight at a time, so that a contact centre is never flooded; the HTTP Request node sends
all items at once unless it is told otherwise. Writes go through the batch interface (here: the blocklist, which takes
20 numbers a request). Numbers of campaigns are sent the same way, 20 a request, but CEC wants at least a second between
two such requests: 2,000 numbers take 100 requests and some 105 seconds, one by one they would take 2,000.

n8n's request helper opens a new connection for every request, which is what separates both nodes from the bare client
over TLS. [Why the package does not go around that](connection-reuse.md).

## Callbacks beside n8n's Webhook node

${callbacks[0].callbacks.toLocaleString('en')} signed callbacks at once over twenty connections, as CEC would post them after a broadcast. Each was answered
and started one execution; none was lost or doubled.

| Expressions | Who | Callbacks/s | ms in all | Executions |
|---|---|---:|---:|---:|
${callbacks.map(({ engine, who, callbacks: count, ms, executions }) => row([engine, who, perSecond(count, ms), `${Math.round(ms)}`, executions])).join('\n')}

${callbackVerdicts(callbacks)}

With n8n's default way of working out expressions (\`vm\`) every request to a trigger is given a sandbox of its own,
whether it has expressions or not. n8n makes one exception, for its own Webhook node without any expression: no other node
can have that. With \`N8N_EXPRESSION_ENGINE=legacy\` there are no sandboxes, and what is left is what the nodes themselves cost.

## What the nodes cost n8n

| Node | From require to description, ms | Description, KB | getNodeParameters, ms |
|---|---:|---:|---:|
${costs.join('\n')}

Aims: at most ${MOST_LOAD_MS} ms, ${MOST_KILOBYTES} KB and ${MOST_PARAMETERS_MS} ms. ${nodes.every(isLight) ? 'All are met.' : `Not met by: ${nodes.filter((cost) => !isLight(cost)).map(({ name }) => name).join(', ')}.`}
`;
}

function verdicts(measurements: Measurement[]): string {
	const find = (who: Measurement['who'], what: Measurement['what'], transport: Measurement['transport']) =>
		measurements.find((each) => each.who === who && each.what === what && each.transport === transport);
	const lines = (['http', 'https'] as const).flatMap((transport) => {
		const ours = find('This package', 'reads', transport);
		const theirs = find('HTTP Request node', 'reads', transport);
		if (!ours || !theirs) return [];
		const ratio = theirs.ms / ours.ms;
		return [`- Reads over ${transport}: ${ratio.toFixed(2)} times the speed of the HTTP Request node (aim: at least 1).`];
	});
	const batch = find('This package', 'writes', 'http');
	const single = find('HTTP Request node', 'writes', 'http');
	if (batch && single) lines.push(`- Writes: ${batch.requests} requests instead of ${single.requests} (aim: at most a tenth).`);
	const tokens = Math.max(...measurements.filter(({ who }) => who === 'This package').map(({ tokenRequests }) => tokenRequests));
	lines.push(`- Token requests in a run of this package: at most ${tokens} (aim: one).`);
	return lines.join('\n');
}

function callbackVerdicts(callbacks: CallbackMeasurement[]): string {
	const ratio = (engine: Engine, who: CallbackMeasurement['who']) => {
		const ms = (wanted: CallbackMeasurement['who']) => callbacks.find((each) => each.engine === engine && each.who === wanted)?.ms ?? NaN;
		return (ms(who) / ms('Call Trigger')).toFixed(2);
	};
	return [
		`- The Call Trigger takes ${ratio('legacy', 'Webhook node')} times as many a second as the Webhook node, which checks nothing, where n8n treats both alike (aim: at least 0.9).`,
		`- With sandboxes it takes ${ratio('vm', 'Webhook node with an expression')} times as many as a Webhook node with an expression, and ${ratio('vm', 'Webhook node')} times as many as one without.`,
	].join('\n');
}

function isLight({ loadMs, kilobytes, parametersMs }: NodeCost): boolean {
	return loadMs <= MOST_LOAD_MS && kilobytes <= MOST_KILOBYTES && parametersMs <= MOST_PARAMETERS_MS;
}

function row(cells: Array<string | number>): string {
	return `| ${cells.join(' | ')} |`;
}
