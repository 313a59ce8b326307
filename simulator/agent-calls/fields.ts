import { z } from 'zod';
import { number } from '../agent-gateway/fields';

/** Fields that the interfaces of calls share. */

/** "0 to 24 digits": left out and empty mean the number of the platform. */
export const caller = z
	.string()
	.regex(/^\d{0,24}$/)
	.optional();

/** 6.1.2: 16 KB, which 6.1.3.3 counts in bytes. */
export const MOST_CALL_DATA = 16 * 1024;
export const callData = z
	.string()
	.refine((value) => Buffer.byteLength(value) <= MOST_CALL_DATA, 'must have at most 16 KB')
	.optional();

export const within = (low: number, high: number) =>
	number().refine((value) => value >= low && value <= high, `must be between ${low} and ${high}`);

export const mediaAbility = within(0, 2).optional();

/** Digits, * and #, which are what a telephone has keys for. */
export const isDialable = (value: string): boolean => /^[0-9*#]{1,24}$/.test(value);
