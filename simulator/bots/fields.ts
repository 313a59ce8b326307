import { z } from 'zod';
import { int, oneOf, oneOfText, text } from '../schema/fields';
import { tenant } from '../tenant';
import { codes, refuse } from './codes';

/** Fields that many sections of chapter 10 share. */

/** Whether the token is one is looked at before the body is. */
export const authToken = z.string().optional();
export const tenantId = text(64);
export const language = oneOfText('zh_CN', 'en_US', 'es_ES', 'ar', 'th_TH', 'pt_BR', 'fr_FR');

const PAGE_SIZES = [5, 10, 20, 50, 100];

/** Pages are numbers in most sections, texts in 10.3, 10.8 and 10.18. */
export const pageNum = int(1);
export const pageSize = int(1, 1000);
export const listedPageSize = oneOf(...PAGE_SIZES);
export const pageNumText = z.string().regex(/^[1-9]\d{0,8}$/);
export const pageSizeText = oneOfText(...PAGE_SIZES.map(String));

/** An empty text is as good as none, as the sample of 10.18 shows. */
export const orEmpty = <S extends z.ZodTypeAny>(schema: S) => z.union([z.literal(''), schema]).optional();

/** A text with a whole number in it. */
export const numberText = (low: number, high: number) =>
	z
		.string()
		.regex(/^-?\d+(\.\d+)?$/)
		.refine((value) => Number(value) >= low && Number(value) <= high, `must be between ${low} and ${high}`);

/** A whole number in the tables, now and then in quotes in the samples, or the other way round. */
export const quotedOrNot = z
	.unknown()
	.superRefine((value, context) => {
		if (value === undefined) {
			context.addIssue({ code: 'invalid_type', expected: 'number', received: 'undefined' });
		} else if (!['number', 'string'].includes(typeof value) || !/^\d{1,15}$/.test(String(value))) {
			context.addIssue({ code: 'custom', message: 'must be a whole number' });
		}
	})
	.transform(Number);

export function page<T>(rows: T[], number: number, size: number): T[] {
	return rows.slice((number - 1) * size, number * size);
}

/** The tenant whose token it is can ask for nobody else. */
export function checkTenant(given: unknown, alsoAllowed?: string): void {
	if (given !== tenant.tenantId && given !== alsoAllowed) refuse(codes.badToken, 'The token is not of this tenant');
}
