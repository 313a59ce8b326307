/** The pages in docs/reference are those that the catalogue gives, and what the texts link to exists. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

import { actionNodes } from '../scripts/catalogue/nodes';
import { coverageCounts } from '../scripts/docs/coverage';
import { anchor } from '../scripts/docs/markdown';
import { referenceFolder, referencePages } from '../scripts/docs/pages';
import { credentialClasses, nodeClasses } from '../scripts/catalogue/published';

const project = resolve(__dirname, '..');
interface Example {
	file: string;
	name: string;
	dataTables?: Array<{ name: string; columns: Array<{ name: string; type: string }> }>;
}

const OUTDATED = 'docs/reference is not up to date: run npm run docs and commit what it writes';

test('the reference pages are up to date', () => {
	const pages = referencePages();
	const written = readdirSync(referenceFolder);
	const outdated = Object.keys(pages).filter(
		(name) => !written.includes(name) || read(join(referenceFolder, name)) !== pages[name],
	);
	const left = written.filter((name) => !(name in pages));
	if (outdated.length + left.length > 0) throw new Error(`${OUTDATED}\n  ${[...outdated, ...left].join('\n  ')}`);
});

test('no page tells of what is not there', () => {
	const pages = Object.entries(referencePages());
	expect(pages.filter(([, text]) => /\bundefined\b|\[object Object\]/.test(text)).map(([name]) => name)).toEqual([]);
});

test('every node has a page, and the page that its codex names', () => {
	for (const folder of Object.keys(nodeClasses)) {
		const codex = JSON.parse(read(join(project, `nodes/${folder}/${folder}.node.json`))) as {
			resources: { primaryDocumentation: Array<{ url: string }> };
		};
		expect(codex.resources.primaryDocumentation[0].url).toMatch(new RegExp(`/docs/reference/${folder}\\.md$`));
		expect(existsSync(join(referenceFolder, `${folder}.md`))).toBe(true);
	}
});

test('every credential links to its part of the guide', () => {
	for (const Credential of Object.values(credentialClasses)) {
		const { documentationUrl = '' } = new Credential();
		const [path, heading] = documentationUrl.replace(/^.*\/blob\/main\//, '').split('#');
		expect(anchorsOf(read(join(project, path)))).toContain(heading);
	}
});

test('the README counts and lists what there is', () => {
	const readme = read(join(project, 'README.md'));
	const resources = actionNodes.flatMap((node) => node.resources);
	const operations = resources.flatMap((resource) => Object.values(resource.operations));
	const { offered, all } = coverageCounts();
	expect(readme).toContain(`${operations.length} operations`);
	expect(readme).toContain(offered === all ? `all ${all} interfaces` : `${offered} of the ${all} interfaces`);
	expect(resources.map(({ name }) => name).filter((name) => !readme.includes(`| ${name} |`))).toEqual([]);
	expect(Object.keys(nodeClasses).filter((folder) => !readme.includes(`](docs/reference/${folder}.md)`))).toEqual([]);
	const credentials = Object.values(credentialClasses).map((Each) => new Each().displayName);
	expect(credentials.filter((name) => !readme.includes(`**${name}**`))).toEqual([]);
});

test('the README and the page of the examples tell of every example and its tables', () => {
	const manifest = JSON.parse(read(join(project, 'examples/manifest.json'))) as Example[];
	const readme = read(join(project, 'README.md'));
	const page = read(join(project, 'examples/README.md'));
	expect(manifest.filter(({ file, name }) => !readme.includes(`[${name}](examples/${file})`))).toEqual([]);
	expect(manifest.filter(({ file }) => !page.includes(`](${file})`))).toEqual([]);
	const tables = manifest.flatMap(({ dataTables = [] }) => dataTables);
	for (const { name, columns } of tables) {
		const row = page.split('\n').find((line) => line.startsWith(`| ${name} |`)) ?? '';
		const told = [...row.slice(name.length + 4).matchAll(/([\w, ]+): (\w+)/g)].flatMap(([, names, type]) =>
			names.split(',').map((column) => `${column.trim()} ${type}`),
		);
		expect(told.sort()).toEqual(columns.map((column) => `${column.name} ${column.type}`).sort());
	}
});

test.each(markdownFiles())('links of %s lead somewhere', (file) => {
	const broken = linksOf(read(join(project, file))).filter((link) => !leadsSomewhere(file, link));
	expect(broken).toEqual([]);
});

function markdownFiles(): string[] {
	const folders = ['', 'docs', 'docs/reference', 'examples', 'scripts', 'simulator'];
	return folders.flatMap((folder) => {
		const path = join(project, folder);
		return existsSync(path)
			? readdirSync(path)
					.filter((name) => name.endsWith('.md'))
					.map((name) => join(folder, name))
			: [];
	});
}

/** Links to other files and headings; those into the web are not followed, and pictures are taken later. */
function linksOf(text: string): string[] {
	const links = [...withoutCode(text).matchAll(/\[[^\]]*\]\(([^)\s]+)\)/g)].map(([, link]) => link);
	return links.filter((link) => !/^[a-z]+:/.test(link));
}

function leadsSomewhere(file: string, link: string): boolean {
	const [path, heading] = link.split('#');
	const target = path === '' ? join(project, file) : join(project, dirname(file), path);
	if (!existsSync(target)) return false;
	return heading === undefined || anchorsOf(read(target)).includes(heading);
}

function anchorsOf(text: string): string[] {
	return [...withoutCode(text).matchAll(/^#+ (.*)$/gm)].map(([, heading]) => anchor(heading));
}

function withoutCode(text: string): string {
	return text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, (code) => ' '.repeat(code.length));
}

function read(path: string): string {
	return readFileSync(path, 'utf8');
}
