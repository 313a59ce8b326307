import type { SettingsProblem } from './settingsProblem';

/** A shorter secret could be guessed; other characters CEC does not allow in a callback address. */
const GOOD_SECRET = /^[A-Za-z0-9_-]{16,}$/;

/** What is wrong with a secret that stands in the address of a trigger. */
export function pathSecretProblem(secret: unknown): SettingsProblem | undefined {
	if (typeof secret === 'string' && GOOD_SECRET.test(secret)) return undefined;
	return {
		message: 'The secret is too short or holds other characters than letters, digits, - and _',
		advice: 'Give at least 16 random characters, or choose the protection "None" on purpose.',
	};
}
