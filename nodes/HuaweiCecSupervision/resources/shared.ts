/** Fields and errata that several resources of supervisors share. */
import { integer, text, type Field } from '../../../cec/catalogue/field';
import type { Erratum } from '../../../cec/catalogue/operation';
import { baseName } from '../../../cec/formats/files';
import { otherAgent } from '../../HuaweiCecAgentWorkspace/resources/shared';

/** The agent who is supervised, in an address. */
export const supervised = (hint = 'Who is supervised: an agent of the same VDN') => otherAgent(hint).required();

/** A path or ID that ends up in the path of a file or an address must not lead out of its folder. */
const STAYS_BELOW = /^(?!.*\.\.)/s;

export const filePath = (label: string, hint: string): Field =>
	text(label, hint).only(STAYS_BELOW, 'a path without ".."').example('e.g. Y:/1/0/20260302/101/1406470.V3');

export const callId = (hint: string): Field => text('Call ID', hint).only(STAYS_BELOW, 'an ID without ".."');

export const node = (hint: string): Field => integer('Location ID', hint);

/** The file name within a path that CEC gave, whichever slashes it has. */
export const nameOfFile = (path: unknown): string => baseName(String(path ?? '')) || 'recording';

export const emptyResult: Erratum = {
	printed: 'an error as the sample of an answer',
	sent: 'nothing',
	why: 'The text says that success is the file itself; the sample shows how a failure looks, which is read as one.',
};
