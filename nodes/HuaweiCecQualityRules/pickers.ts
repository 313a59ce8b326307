/** The lists from which the Quality Rules node lets ids be picked. */
import type { Entry, Picker, Pickers } from '../../cec/catalogue/picker';
import { isRecord } from '../../cec/formats/paths';
import { dialogLogic } from './resources/dialogLogic';
import { dialogRule } from './resources/dialogRule';
import { interruptionRule } from './resources/interruptionRule';
import { scenario } from './resources/scenario';
import { scoringProfile } from './resources/scoringProfile';
import { sensitiveWord } from './resources/sensitiveWord';
import { sensitiveWordCategories } from './resources/sensitiveWordCategory';
import { sentence } from './resources/sentence';
import { sentenceCategories } from './resources/sentenceCategory';
import { silenceRule } from './resources/silenceRule';
import { speedRule } from './resources/speedRule';

/** CEC wants to know in whose name a list is read, too. */
const forUser: Pick<Picker, 'needs' | 'of'> = { needs: { 'x-UserId': 'actingUserId' }, of: 'acting user' };

const named = (id: unknown, name: unknown): Entry => ({ id, name: String(name) });

const recordsIn = (list: unknown): Array<Record<string, unknown>> => (Array.isArray(list) ? list.filter(isRecord) : []);

/** A script has no name in its logic; its operator tells it from the others. */
function scriptsIn({ sentence_groups: groups, expression }: Record<string, unknown>): Entry[] {
	const words = String(expression ?? '').split(/\s+/);
	return recordsIn(groups).map(({ sg_id: id }) => {
		const operator = words[words.indexOf(String(id)) - 1];
		return named(id, operator === undefined ? id : `${operator} · ${String(id)}`);
	});
}

export const pickers: Pickers = {
	/** No interface lists them but that of the rules to which they belong. */
	dialogLogics: {
		...forUser,
		title: 'dialog logics',
		ask: dialogRule.operations.getMany,
		entry: ({ rule_name: rule, flows }) => recordsIn(flows).map(({ id, name }) => named(id, `${String(rule)} / ${String(name)}`)),
	},
	dialogRules: {
		...forUser,
		title: 'dialog rules',
		ask: dialogRule.operations.getMany,
		search: 'keyword',
		entry: ({ rule_id: id, rule_name: name }) => named(id, name),
	},
	interruptionRules: {
		...forUser,
		title: 'interruption rules',
		ask: interruptionRule.operations.getMany,
		search: 'keyword',
		entry: ({ interposals_id: id, interposal_id: other, name }) => named(id ?? other, name),
	},
	scenarios: {
		...forUser,
		title: 'scenarios',
		ask: scenario.operations.getMany,
		search: 'scenarioName',
		entry: ({ group_id: id, group_name: name }) => named(id, name),
	},
	scoringProfiles: {
		...forUser,
		title: 'scoring profiles',
		ask: scoringProfile.operations.getMany,
		entry: ({ id, name }) => named(id, name),
	},
	scripts: {
		title: 'scripts',
		ask: dialogLogic.operations.get,
		needs: { ...forUser.needs, flow_id: 'dialogLogicId' },
		of: 'acting user and dialog logic',
		entry: scriptsIn,
	},
	sensitiveWordCategories: {
		...forUser,
		title: 'categories of sensitive words',
		ask: sensitiveWordCategories.operations.getMany,
		entry: ({ category_id: id, name }) => named(id, name),
	},
	sensitiveWords: {
		...forUser,
		title: 'sensitive words',
		ask: sensitiveWord.operations.getMany,
		search: 'keyword',
		entry: ({ sw_id: id, sw_name: name }) => named(id, name),
	},
	sentenceCategories: {
		...forUser,
		title: 'categories of sentences',
		ask: sentenceCategories.operations.getMany,
		entry: ({ category_id: id, name }) => named(id, name),
	},
	sentences: {
		...forUser,
		title: 'sentences',
		ask: sentence.operations.getMany,
		search: 'keyword',
		entry: ({ sentence_id: id, sentence_name: name }) => named(id, name),
	},
	silenceRules: {
		...forUser,
		title: 'silence rules',
		ask: silenceRule.operations.getMany,
		search: 'keyword',
		entry: ({ silence_id: id, name }) => named(id, name),
	},
	speedRules: {
		...forUser,
		title: 'speed rules',
		ask: speedRule.operations.getMany,
		search: 'keyword',
		entry: ({ speed_id: id, name }) => named(id, name),
	},
};
