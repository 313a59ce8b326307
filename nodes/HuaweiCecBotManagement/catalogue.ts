/** Everything the Bot Management node offers. */
import type { Resource } from '../../cec/catalogue/operation';
import { callFailure } from './resources/callFailure';
import { conversationRecord } from './resources/conversationRecord';
import { dialogBinding } from './resources/dialogBinding';
import { domain } from './resources/domain';
import { faq } from './resources/faq';
import { faqGroup } from './resources/faqGroup';
import { flow } from './resources/flow';
import { intent } from './resources/intent';
import { platform } from './resources/platform';
import { report } from './resources/report';
import { rpaJob } from './resources/rpaJob';
import { rpaQueueItem } from './resources/rpaQueueItem';
import { speech } from './resources/speech';
import { text } from './resources/text';

export const catalogue: Resource[] = [
	callFailure,
	conversationRecord,
	dialogBinding,
	domain,
	faq,
	faqGroup,
	flow,
	intent,
	platform,
	report,
	rpaJob,
	rpaQueueItem,
	speech,
	text,
];
