/** Everything the Bot Management node offers. */
import type { Resource } from '../../cec/catalogue/operation';
import { conversationRecord } from './resources/conversationRecord';
import { dialogBinding } from './resources/dialogBinding';
import { domain } from './resources/domain';
import { faq } from './resources/faq';
import { faqGroup } from './resources/faqGroup';
import { flow } from './resources/flow';
import { intent } from './resources/intent';

export const catalogue: Resource[] = [conversationRecord, dialogBinding, domain, faq, faqGroup, flow, intent];
