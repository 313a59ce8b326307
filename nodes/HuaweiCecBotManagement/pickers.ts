/** The lists from which the Bot Management node lets ids be picked. */
import type { Picker, Pickers } from '../../cec/catalogue/picker';
import { dialogBinding } from './resources/dialogBinding';
import { domain } from './resources/domain';
import { faq } from './resources/faq';
import { faqGroup } from './resources/faqGroup';
import { flow } from './resources/flow';

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
};
