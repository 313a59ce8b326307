import { z } from 'zod';
import { int } from '../schema/fields';

/** What most tables of 12.3 begin with. */
export const callCentre = { ccId: int(1, 65535) };
export const whose = { ...callCentre, vdn: int(1, 5000) };

/** `offset` is wanted as limit*(page-1): the beginning of a page. */
export const pages = (most: number) => ({ limit: int(1, most), offset: int(0) });

/** A `long`, which the samples write as a text: both are taken. */
export const long = z.union([int(0), z.string().regex(/^\d+$/)]).transform(Number);

/** Skill queues by number. */
export const skillIds = z.array(int(1, 2000)).min(1).max(1000);

/** Codes of metrics: those that the table has, and no others. */
export const indexIds = (known: readonly string[], most = known.length) =>
	z.array(z.string().refine((id) => known.includes(id), { message: 'is no index' })).min(1).max(most);
