import { z } from 'zod';

/** Numbers and flags are texts in the samples of this gateway ("4", "true") and neither in its tables: both are taken. */

export const bool = () => z.union([z.boolean(), z.enum(['true', 'false']).transform((value) => value === 'true')]);

export const number = () => z.union([z.number().int(), z.string().regex(/^\d+$/).transform(Number)]);

export const phone = z
	.string()
	.min(1)
	.max(24)
	.regex(/^[0-9*#+]+$/);

/** "No special characters" (table 6-3): letters and digits are left. */
export const serviceToken = z.string().regex(/^[A-Za-z0-9]{1,50}$/, 'must be 1 to 50 letters and digits');
