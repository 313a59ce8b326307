import { z } from 'zod';
import { generic, int } from '../schema/fields';
import { parseLocal } from '../time';

/** Lengths of chapter 17 are in bytes. */
const within = (most: number) => (value: string) => Buffer.byteLength(value) <= most;
const tooLong = (most: number) => ({ message: `has more than ${most} bytes`, params: { code: generic.tooLong } });

export const bytes = (most: number) => z.string().min(1).refine(within(most), tooLong(most));
export const optionalBytes = (most: number) => z.string().refine(within(most), tooLong(most)).optional();

export const id = bytes(20);
export const optionalId = optionalBytes(20);

/** yyyy-MM-dd HH:mm:ss; that it exists in the tenant's zone is not asked. */
export const dateTime = z
	.string()
	.refine((value) => value === '' || parseLocal(value, 'utc') !== undefined, 'must be yyyy-MM-dd HH:mm:ss')
	.optional();

/** Numbered lists of 17.3.2 are those of a picklist: these are the values, as everywhere else. */
export const priority = z.enum(['Low', 'Medium', 'High', 'Critical']).optional();
export const origin = z.enum(['Voice', 'Whatsapp', 'webchat', 'Email']).optional();
/** Of tasks, and what a case is in beside its status. */
export const states = ['Completed', 'Pending', 'Processing'] as const;

export const page = { start: int(0), limit: int(1, 100) };

/** Whatever else comes may be a field of a template, which the type decides. */
export const extensible = <T extends z.ZodRawShape>(shape: T) => z.object(shape).passthrough();
