/** The lists from which the Bot Management node lets ids be picked. */
import type { Picker, Pickers } from '../../cec/catalogue/picker';
import { accessCodes, botAccessCodes } from './accessCodes';
import { dialogBinding } from './resources/dialogBinding';
import { domain } from './resources/domain';
import { faq } from './resources/faq';
import { faqGroup } from './resources/faqGroup';
import { flow } from './resources/flow';
import { rpaJob } from './resources/rpaJob';
import { rpaQueueItem } from './resources/rpaQueueItem';

const named = (id: unknown, name: unknown) => ({ id, name: `${String(name)} · ${String(id)}` });

/** Flows of one source; bindings know them by their codes. */
const flows: Picker = {
	title: 'flows',
	ask: flow.operations.getMany,
	needs: { source: 'source' },
	of: 'source',
	entry: ({ flowCode, flowName }) => named(flowCode, flowName),
};

export const pickers: Pickers = {
	accessCodes,
	botAccessCodes,
	dialogBindings: {
		title: 'dialog bindings',
		ask: dialogBinding.operations.getMany,
		needs: { source: 'source' },
		of: 'source',
		entry: ({ accessId: id, accessCode, chatBotName, flowName }) => ({
			id,
			name: `${String(accessCode)} · ${String(chatBotName || flowName || id)}`,
		}),
	},
	domains: { title: 'domains', ask: domain.operations.getMany, entry: ({ domainId, domainName }) => named(domainId, domainName) },
	faqGroups: { title: 'FAQ groups', ask: faqGroup.operations.getMany, entry: ({ id, name }) => named(id, name) },
	faqs: {
		title: 'FAQs',
		ask: faq.operations.getMany,
		needs: { faqGroupId: 'faqGroupId' },
		of: 'FAQ group',
		entry: ({ id, question }) => named(id, question),
	},
	flowIds: { ...flows, entry: ({ flowId, flowName }) => named(flowId, flowName) },
	flows,
	rpaJobs: {
		title: 'RPA jobs',
		ask: rpaJob.operations.getMany,
		entry: ({ uid, jobName }) => named(uid, jobName),
	},
	rpaQueueItems: {
		title: 'items',
		ask: rpaQueueItem.operations.getMany,
		needs: { 'conditions.queueUid': 'queueUid' },
		of: 'queue',
		entry: ({ uid, tag, description }) => named(uid, tag || description || 'Item'),
	},
	rpaQueues: {
		title: 'queues',
		ask: rpaJob.operations.get,
		needs: { uid: 'jobUid' },
		of: 'RPA job',
		entry: ({ queueUid, queueName }) => (queueUid ? named(queueUid, queueName) : undefined),
	},
};
