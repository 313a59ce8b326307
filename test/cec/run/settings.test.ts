import type { IExecuteFunctions } from 'n8n-workflow';

import { readSettings } from '../../../cec/run/settings';

const context = (options: object) =>
	({ getNodeParameter: () => options, getTimezone: () => 'UTC' }) as unknown as IExecuteFunctions;

test.each<[name: string, options: object, usual: number | undefined, ms: number]>([
	['a minute', {}, undefined, 60_000],
	['as long as the operation takes', {}, 300, 300_000],
	['as long as the user says', { timeout: 5 }, 300, 5000],
])('an answer is waited for %s', (_name, options, usual, ms) => {
	expect(readSettings(context(options), 0, usual).timeoutMs).toBe(ms);
});
