import { z } from 'zod';
import { int, oneOf, oneOfText, text } from '../../schema/fields';

/** Values that the sections from 12.2.12 on share. Times are seconds since 1970, whatever their names say. */

/** Ten digits of seconds; thirteen would be milliseconds. */
export const seconds = z.number().int().min(0).max(9_999_999_999);

/** Ids that tables call numbers; those of twenty digits are beyond what a number of JavaScript holds. */
export const numericId = z
	.union([z.number().int().min(0), z.bigint()], { message: 'must be a number' })
	.transform((value) => String(value));

/** Samples print some of them as texts, too. */
export const numericIdOrText = z.union([numericId, z.string().regex(/^\d+$/)]);

export const media = oneOf(0, 2);

export const role = oneOfText(
	'qualityDirector',
	'qualityGroupLeader',
	'qualityInspector',
	'tableDirector',
	'tableGroupLeader',
	'tableStaff',
);

export const ruleType = oneOf(10, 11, 12, 13, 60, 70);

export const page = { page: int(1), rows: int(1, 100) };

/** A whole number that the table calls a text. */
export const digits = (most: number, least = 0) =>
	z
		.string()
		.regex(/^\d+$/)
		.refine((value) => Number(value) >= least && Number(value) <= most, `must be between ${least} and ${most}`);

export const people = (count: z.ZodTypeAny) =>
	z.array(z.object({ personID: text(64), count }).strict()).min(1);

/** The result of a rule, corrected. The table of 12.2.15.1 has its id as a number, the sample as a text with letters. */
export const ruleInfo = z.object({ reviseId: text(), revise: oneOf(0, 1), description: z.string() }).strict();
