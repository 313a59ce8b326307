import { done, object } from '../../../cec/catalogue/answer';
import { integer, pick, picks, text, type Fields } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { sqm } from '../../../cec/families/sqm';
import { byUser, SQM } from './shared';

const RULES = `${SQM}/conversation-rules`;

const dialogLogicId = pick('dialogLogics', 'Dialog Logic').named('dialogLogicId').required();

const logic: Fields = {
	rule_id: pick('dialogRules', 'Dialog Rule', 'To which the logic belongs').named('dialogRuleId').required(),
	flow_name: text('Name').named('name').max(128).required(),
	expression: text(
		'Expression',
		'Operators (and, if, must, must_not_say, must_say, then) before IDs of scripts, such as "if 923083618002145280 then 923083618002145281"; "must" alone as long as there are none',
	)
		.startsAs('must')
		.required(),
	min: integer('Occurrences', 'How often it must occur').named('occurrences').startsAs(1).required(),
};

export const dialogLogic = resource('dialogLogic', 'Dialog Logic', sqm, {
	create: operation('12.2.6.4', {
		name: 'Create',
		action: 'Create a dialog logic',
		description: 'Add a logic to a dialog rule. Its scripts come next, then "Update" with their IDs in the expression.',
		request: `POST ${RULES}/addConversationFlow`,
		risk: 'write',
		findOut: 'Look at the logics of the dialog rule.',
		headers: byUser,
		body: logic,
		answer: object(),
	}),

	delete: operation('12.2.6.2', {
		name: 'Delete',
		action: 'Delete a dialog logic',
		request: `POST ${RULES}/deleteConversationFlow`,
		risk: 'destructive',
		headers: byUser,
		body: { flow_id: dialogLogicId },
		answer: done('deleted'),
	}),

	get: operation('12.2.6.1', {
		name: 'Get',
		action: 'Get a dialog logic',
		description: 'Get a logic with the IDs of its scripts',
		request: `POST ${RULES}/getConversationFlow`,
		risk: 'read',
		headers: byUser,
		body: { flow_id: dialogLogicId },
		answer: object(),
		errata: [
			{ printed: 'a URL that begins with /CCSQM', sent: `${RULES}/getConversationFlow`, why: 'All other interfaces of the module are below /apiaccess.' },
		],
	}),

	update: operation('12.2.6.3', {
		name: 'Update',
		action: 'Update a dialog logic',
		description: 'Change a logic; all of its values are replaced',
		request: `POST ${RULES}/updateConversationFlow`,
		risk: 'write',
		headers: byUser,
		body: {
			flow_id: dialogLogicId,
			...logic,
			sentence_groups: picks('scripts', 'Script Names or IDs', 'The scripts that the expression names')
				.named('scriptIds')
				.follows('actingUserId', 'dialogLogicId.value')
				.shown(),
		},
		answer: done(),
	}),
});
