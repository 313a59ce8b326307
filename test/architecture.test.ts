/** Imports run one way, pure folders stay pure, and what is published needs nothing that n8n does not bring. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { importsOf, root, sourcesIn, type Import } from './support/sources';

const published = ['index.ts', ...['cec', 'nodes', 'credentials'].flatMap(sourcesIn)];
const imports = published.flatMap(importsOf);

/** The folder of cec, or the top folder, that a file belongs to. */
function areaOf(file: string): string {
	const [top, folder] = file.split('/');
	return top === 'cec' ? `cec/${folder}` : top;
}

/** What each area may import besides itself. */
const allowed: Record<string, string[]> = {
	'index.ts': ['nodes', 'credentials'],
	nodes: ['cec/run', 'cec/editor', 'cec/families', 'cec/incoming', 'cec/polling', 'cec/auth', 'cec/catalogue', 'cec/formats'],
	credentials: ['cec/auth'],
	'cec/run': ['cec/transport', 'cec/request', 'cec/auth', 'cec/catalogue', 'cec/formats'],
	'cec/polling': ['cec/run', 'cec/transport'],
	'cec/transport': ['cec/request', 'cec/auth', 'cec/catalogue', 'cec/formats'],
	'cec/editor': ['cec/catalogue', 'cec/formats'],
	'cec/request': ['cec/catalogue', 'cec/formats'],
	'cec/auth': ['cec/formats'],
	'cec/incoming': ['cec/auth', 'cec/formats'],
	'cec/families': ['cec/catalogue'],
	'cec/catalogue': ['cec/formats'],
	'cec/formats': [],
};

const inside = (to: string) => !/^[\w@]/.test(to) || published.includes(`${to}.ts`) || published.includes(to);
const told = ({ from, to }: Import) => `${from} imports ${to}`;

test('reads the imports it is to judge', () => {
	expect(imports.map(told)).toEqual(
		expect.arrayContaining([
			'cec/run/runNode.ts imports cec/transport/client',
			'cec/transport/client.ts imports n8n-workflow',
			'nodes/HuaweiCecAgent/catalogue.ts imports nodes/HuaweiCecAgent/resources/agent',
		]),
	);
	expect(imports.find(({ from, to }) => from === 'cec/transport/client.ts' && to === 'n8n-workflow')?.typeOnly).toBe(
		true,
	);
	expect(imports.find(({ from, to }) => from === 'cec/run/errors.ts' && to === 'n8n-workflow')?.typeOnly).toBe(false);
});

test('every area is known', () => {
	expect([...new Set(published.map(areaOf))].sort()).toEqual(Object.keys(allowed).sort());
});

test('imports run one way', () => {
	const wrong = imports.filter(({ from, to }) => {
		if (!inside(to)) return false;
		const [here, there] = [areaOf(from), areaOf(to)];
		return here !== there && !allowed[here].includes(there);
	});
	expect(wrong.map(told)).toEqual([]);
});

test('no two areas are allowed to import each other, at whatever distance', () => {
	const reach = (area: string, seen = new Set<string>()): Set<string> => {
		for (const next of allowed[area]) {
			if (seen.has(next)) continue;
			seen.add(next);
			reach(next, seen);
		}
		return seen;
	};
	for (const area of Object.keys(allowed)) expect([area, reach(area).has(area)]).toEqual([area, false]);
});

test('within an area no files import each other at run time', () => {
	const graph = new Map<string, string[]>();
	for (const { from, to, typeOnly } of imports) {
		if (typeOnly || !inside(to)) continue;
		graph.set(from, [...(graph.get(from) ?? []), `${to}.ts`]);
	}
	const circles: string[] = [];
	const done = new Set<string>();
	const walk = (file: string, path: string[]): void => {
		if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' > '));
		if (path.includes(file) || done.has(file)) return;
		for (const next of graph.get(file) ?? []) walk(next, [...path, file]);
		done.add(file);
	};
	for (const file of published) walk(file, []);
	expect(circles).toEqual([]);
});

test('the pure folders need nothing of n8n at run time', () => {
	const pure = ['cec/catalogue', 'cec/formats', 'cec/request', 'cec/families'];
	const wrong = imports.filter(
		({ from, to, typeOnly }) => pure.includes(areaOf(from)) && to.startsWith('n8n') && !typeOnly,
	);
	expect(wrong.map(told)).toEqual([]);
});

test('what is published imports its own files and what every n8n has', () => {
	const has = ['n8n-workflow', 'luxon', 'node:crypto'];
	const wrong = imports.filter(({ to }) => !inside(to) && !has.includes(to));
	expect(wrong.map(told)).toEqual([]);
	for (const { to } of imports.filter(({ to: file }) => inside(file))) {
		expect(existsSync(join(root, `${to}.ts`)) || statSync(join(root, to)).isDirectory()).toBe(true);
	}
});

test('nothing published knows the simulator, and the simulator knows nothing published', () => {
	expect(imports.filter(({ to }) => /(^|\/)(simulator|test|scripts)\//.test(to)).map(told)).toEqual([]);
	const simulators = sourcesIn('simulator').flatMap(importsOf);
	expect(simulators.length).toBeGreaterThan(0);
	expect(simulators.filter(({ to }) => /^(cec|nodes|credentials)\//.test(to)).map(told)).toEqual([]);
});

test('the shared part knows no interface: paths and sections stand in the catalogue', () => {
	// Ways in know where they sign in, which is no operation.
	const shared = sourcesIn('cec').filter((file) => !['cec/families', 'cec/auth'].includes(areaOf(file)));
	const withPaths = shared.filter((file) => /'\/(apiaccess|rest)\//.test(readFileSync(join(root, file), 'utf8')));
	expect(withPaths).toEqual([]);
});
