/** Everything the Knowledge Base node offers. */
import type { Resource } from '../../cec/catalogue/operation';
import { article } from './resources/article';
import { attachment } from './resources/attachment';
import { column } from './resources/column';

export const catalogue: Resource[] = [article, attachment, column];
