import type { Resource } from '../../cec/catalogue/operation';
import { subscription } from './resources/subscription';

/** What the node offers; the first one is what a new node starts with. */
export const catalogue: Resource[] = [subscription];
