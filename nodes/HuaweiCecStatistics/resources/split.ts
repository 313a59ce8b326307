import { readAs, type Derived } from '../../../cec/catalogue/answer';
import { readList } from '../../../cec/formats/lists';

/** Ids that CEC writes with semicolons between them, as a list. */
export const splitIds = (from: string): Derived => readAs(from, (written) => readList(written));
