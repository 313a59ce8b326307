import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

import { install, mayInstall } from '../process/apt';
import { Problem } from '../terminal/problem';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
const macPlaces = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const howToGetOne = 'No Chromium or Chrome was found: install one, or name it in CHROMIUM_PATH';

const flags = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	// The editor asks other hosts for news and pictures; tests neither need nor want that. Done here, since requests
	// that playwright-core looks at one by one are never taken from the browser's cache.
	'--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/**
 * The browser to test the editor with. Without one the answer is why; where CI is set that is a failure instead,
 * since a test that is left out there would never be missed.
 */
export async function provideChromium(): Promise<{ path: string } | { missing: string }> {
	const path = findChromium() ?? (await installChromium());
	if (path) return { path };
	if (process.env.CI) throw new Problem(howToGetOne);
	return { missing: howToGetOne };
}

export async function launchChromium(): Promise<Browser> {
	const provided = await provideChromium();
	if ('missing' in provided) throw new Problem(provided.missing);
	return await chromium.launch({ executablePath: provided.path, headless: true, args: flags });
}

function findChromium(): string | undefined {
	const asked = process.env.CHROMIUM_PATH;
	if (asked) {
		if (existsSync(asked)) return asked;
		throw new Problem(`CHROMIUM_PATH=${asked}: there is no such file`);
	}
	const folders = (process.env.PATH ?? '').split(delimiter);
	const inPath = folders.flatMap((folder) => names.map((name) => join(folder, name)));
	return [...inPath, ...macPlaces].find((path) => existsSync(path));
}

async function installChromium(): Promise<string | undefined> {
	if (!mayInstall()) return undefined;
	await install('Chromium', ['chromium']);
	const path = findChromium();
	if (path) execFileSync(path, ['--version'], { stdio: 'ignore' });
	return path;
}
