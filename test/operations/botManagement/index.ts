import type { Case } from '../case';
import { callFailureCases } from './callFailure';
import { conversationRecordCases } from './conversationRecord';
import { dialogBindingCases } from './dialogBinding';
import { domainCases } from './domain';
import { faqCases } from './faq';
import { faqGroupCases } from './faqGroup';
import { flowCases } from './flow';
import { intentCases } from './intent';
import { platformCases } from './platform';
import { reportCases } from './report';
import { rpaJobCases } from './rpaJob';
import { rpaQueueItemCases } from './rpaQueueItem';
import { speechCases } from './speech';
import { textCases } from './text';

export const botManagementCases: Record<string, Case> = {
	...callFailureCases,
	...conversationRecordCases,
	...dialogBindingCases,
	...domainCases,
	...faqCases,
	...faqGroupCases,
	...flowCases,
	...intentCases,
	...platformCases,
	...reportCases,
	...rpaJobCases,
	...rpaQueueItemCases,
	...speechCases,
	...textCases,
};
