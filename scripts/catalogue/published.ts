/** The classes that n8n loads, by their names, as package.json lists them. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { ICredentialType, INodeType } from 'n8n-workflow';

import packageJson from '../../package.json';

type Classes<T> = Record<string, new () => T>;

const project = join(__dirname, '../..');

/** With its extension: `import '…/X.node'` may find X.node.json instead. */
const load = createRequire(__filename);

export const nodeClasses: Classes<INodeType> = classesOf(packageJson.n8n.nodes);

export const credentialClasses: Classes<ICredentialType> = classesOf(packageJson.n8n.credentials);

function classesOf<T>(built: string[]): Classes<T> {
	return Object.assign({}, ...built.map((path) => load(sourceOf(path)) as Classes<T>)) as Classes<T>;
}

function sourceOf(path: string): string {
	return join(project, path.replace(/^dist\//, '').replace(/\.js$/, '.ts'));
}
