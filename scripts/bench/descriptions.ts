/** What each node costs n8n before it does anything: loading, size, and the walk over its parameters. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { NodeHelpers, type INode, type INodeType } from 'n8n-workflow';

import { projectFolder } from '../n8n/folders';
import { median } from './numbers';

export interface NodeCost {
	name: string;
	loadMs: number;
	kilobytes: number;
	parametersMs: number;
}

const nodes = ['HuaweiCecAgent', 'HuaweiCecCampaign', 'HuaweiCecCampaignResultTrigger'];
const ROUNDS = 21;

export function nodeCosts(): NodeCost[] {
	return nodes.map((name) => {
		const file = join(projectFolder, `dist/nodes/${name}/${name}.node.js`);
		const { description } = load(file, name);
		const parameters = { resource: 'campaign', operation: 'create' };
		const node = { parameters, typeVersion: 1 } as unknown as INode;
		const walk = () => NodeHelpers.getNodeParameters(description.properties, parameters, true, false, node, description);
		return {
			name: description.name,
			loadMs: median(Array.from({ length: ROUNDS }, () => loadTime(file, name))),
			kilobytes: Buffer.byteLength(JSON.stringify(description)) / 1024,
			parametersMs: timeEach(walk),
		};
	});
}

function load(file: string, name: string): INodeType {
	// eslint's import rules are about sources; this is the build, as n8n loads it.
	const exported = module.require(file) as Record<string, new () => INodeType>;
	return new exported[name]();
}

/** From `require` to the description, in a new process that has n8n-workflow already, as n8n has. */
function loadTime(file: string, name: string): number {
	const script = `
		require('n8n-workflow'); require('luxon');
		const start = process.hrtime.bigint();
		const exported = require(${JSON.stringify(file)});
		new exported[${JSON.stringify(name)}]().description;
		process.stdout.write(String(Number(process.hrtime.bigint() - start) / 1e6));`;
	return Number(execFileSync(process.execPath, ['-e', script], { cwd: projectFolder, encoding: 'utf8' }));
}

function timeEach(work: () => unknown): number {
	for (let round = 0; round < 50; round += 1) work();
	const times = Array.from({ length: 200 }, () => {
		const start = performance.now();
		work();
		return performance.now() - start;
	});
	return median(times);
}
