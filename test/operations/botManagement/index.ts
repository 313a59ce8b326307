import type { Case } from '../case';
import { conversationRecordCases } from './conversationRecord';
import { dialogBindingCases } from './dialogBinding';
import { domainCases } from './domain';
import { faqCases } from './faq';
import { faqGroupCases } from './faqGroup';
import { flowCases } from './flow';
import { intentCases } from './intent';

export const botManagementCases: Record<string, Case> = {
	...conversationRecordCases,
	...dialogBindingCases,
	...domainCases,
	...faqCases,
	...faqGroupCases,
	...flowCases,
	...intentCases,
};
