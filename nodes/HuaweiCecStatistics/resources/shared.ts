/** What the resources of statistics share. */
import { picks } from '../../../cec/catalogue/field';
import type { Erratum } from '../../../cec/catalogue/operation';

export const agents = (hint?: string) => picks('agents', 'Agent Names or IDs', hint).asInteger();

export const skillQueues = (hint?: string) => picks('skillQueues', 'Skill Queue Names or IDs', hint).asInteger();

/** Letters read wrongly from print. */
export const misread: Erratum = { printed: 'cclid, cclId, ccld', sent: 'ccId', why: 'The digital edition of the vendor has ccId.' };
