const { execFile } = require('node:child_process');
const { rm } = require('node:fs/promises');
const { join } = require('node:path');
const { promisify } = require('node:util');
const { dest, parallel, series, src } = require('gulp');

const run = promisify(execFile);

/** What was removed from the sources must not live on in the package. */
async function clean() {
	await rm(join(__dirname, 'dist'), { recursive: true, force: true });
}

async function compile() {
	await runTool(require.resolve('typescript/bin/tsc'), ['-p', 'tsconfig.build.json']);
}

/** Icons are named by nodes and credentials alike, relative to themselves: dist keeps the folders of the sources. */
function copyIcons() {
	return src('icons/*.{svg,png}', { encoding: false, allowEmpty: true }).pipe(dest('dist/icons'));
}

function copyNodeFiles() {
	const files = ['nodes/**/*.{svg,png}', 'nodes/**/*.node.json', 'nodes/**/__schema__/**/*.json'];
	return src(files, { base: '.', encoding: false, allowEmpty: true }).pipe(dest('dist'));
}

/** The lists that let n8n load a node only when it is used; without them it loads all of them at its start. */
async function describeToN8n() {
	await runTool(join(__dirname, 'node_modules/n8n-core/bin/generate-metadata'), []);
}

async function runTool(script, args) {
	try {
		await run(process.execPath, [script, ...args], { cwd: __dirname, maxBuffer: 64 * 1024 * 1024 });
	} catch (error) {
		process.stderr.write(`${error.stdout ?? ''}${error.stderr ?? ''}`);
		throw new Error(`${script} failed`);
	}
}

exports.clean = clean;
exports.build = series(clean, parallel(compile, copyIcons, copyNodeFiles), describeToN8n);
exports.default = exports.build;
