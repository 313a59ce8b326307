import type { Resource } from '../../cec/catalogue/operation';
import { session } from './resources/session';
import { state } from './resources/state';

/** What the node offers; the first one is what a new node starts with. */
export const catalogue: Resource[] = [session, state];
