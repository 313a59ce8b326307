import { z } from 'zod';
import { acceptedUrl } from '../callbacks/settings';
import { Refusal } from '../interface';
import { tenant } from '../tenant';
import type { World } from '../world';

/** Checks that the interfaces of calls and notifications share; each has a code of its own rather than HTTP 400. */

export const refuse = (code: string, message: string): never => {
	throw new Refusal(code, message);
};

/** The reference says no more than "format": digits, and what else a phone has keys for. */
export const isNumber = (value: unknown): value is string => typeof value === 'string' && /^[0-9*#]{1,32}$/.test(value);

/**
 * An access code. Other numbers need a feature that the vendor opens for a tenant, and this one has not got it. Left
 * out or empty, it is an access code too.
 */
export function presented(given: string | undefined, code: string): string {
	if (!given) return tenant.accessCodes[0].accessCode;
	const known = tenant.accessCodes.some(({ accessCode }) => accessCode === given);
	return known ? given : refuse(code, 'The presented number is not an access code of the tenant.');
}

/** The URL inside a callBackUrl: BASE64, few characters, a trusted host; code 9 otherwise. */
export function callbackUrl(world: World, given: string | undefined): string | undefined {
	if (!given) return undefined;
	return acceptedUrl(world.callbacks.settings, given) ?? refuse('9', 'callBackUrl does not meet the conditions.');
}

/** A page asked for in texts; undefined when one of them is not a whole number. */
export function textPage(
	limit: string | undefined,
	offset: string | undefined,
): { limit: number; offset: number } | undefined {
	const [most, from] = [limit || '100', offset || '0'];
	if (![most, from].every((value) => /^-?\d{1,15}$/.test(value))) return undefined;
	return { limit: Number(most), offset: Number(from) };
}

export const page = { limit: z.string().optional(), offset: z.string().optional() };
