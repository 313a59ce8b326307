/** Everything the Bot Management node offers. */
import type { Resource } from '../../cec/catalogue/operation';
import { domain } from './resources/domain';

export const catalogue: Resource[] = [domain];
