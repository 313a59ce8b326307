import { done, nameOf, object } from '../../../cec/catalogue/answer';
import { choice, integer, pick, text, type Fields } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { sqm } from '../../../cec/families/sqm';
import { byUser, replaced, sentences, SQM } from './shared';

const RULES = `${SQM}/conversation-rules`;

const ROLE = { any: 'Anybody', customer: 'Customer', staff: 'Agent' };
const POSITION = { any: 'Anywhere', bottom: 'At the End', set: 'At a Distance', top: 'At the Beginning' };
const OPERATOR = {
	and: 'And Said Too',
	if: 'If Said',
	must: 'Must Be Said',
	must_not_say: 'Then Must Not Be Said',
	must_say: 'Then Must Be Said',
	then: 'Then Said',
};

const dialogLogic = pick('dialogLogics', 'Dialog Logic').named('dialogLogicId');
const scriptId = pick('scripts', 'Script').named('scriptId').required();

/** No interface lists scripts but that of their logic. */
const one: Fields = {
	dialogue_flow_id: dialogLogic.called('Dialog Logic', 'Whose scripts can be chosen below; not sent').notSent().shown(),
	sg_id: scriptId,
};

const logicId = dialogLogic.called('Dialog Logic', 'To which the script belongs').required();

const script: Fields = {
	SGType: choice('Operator', OPERATOR, 'How the script is joined to the others of the logic').named('operator').startsAs('must').required(),
	role: choice('Role', ROLE, 'Who is to say it').required().startsAs('any'),
	position: choice('Position', POSITION, 'Where in the call it is to be said').startsAs('any').required(),
	position_distance: integer('Distance', 'How many sentences away it may be').named('distance').between(1, 9999).when({ position: ['set'] }).required(),
	sentences: sentences('Sentence', 'What is to be said').named('sentenceIds').otherwise([]).shown(),
	sg_name: text('Name').named('name').max(128),
};

export const scripts = resource('script', 'Script', sqm, {
	create: operation('12.2.4.3', {
		name: 'Create',
		action: 'Create a script',
		description: 'Say who is to say which sentences, and where in the call. Then put the ID of the script into the expression of its dialog logic.',
		request: `POST ${RULES}/addSentenceGroup`,
		risk: 'write',
		findOut: 'Look at the scripts of the dialog logic.',
		headers: byUser,
		body: { dialogue_flow_id: logicId, ...script },
		answer: object(),
	}),

	delete: operation('12.2.4.4', {
		name: 'Delete',
		action: 'Delete a script',
		request: `POST ${RULES}/deleteSentenceGroup`,
		risk: 'destructive',
		headers: byUser,
		body: one,
		answer: done('deleted'),
	}),

	get: operation('12.2.4.2', {
		name: 'Get',
		action: 'Get a script',
		request: `POST ${RULES}/getSentenceGroup`,
		risk: 'read',
		headers: byUser,
		body: one,
		answer: object(undefined, {
			adds: { roleName: nameOf('role', ROLE), positionName: nameOf('position', POSITION), operatorName: nameOf('SGType', OPERATOR) },
		}),
		errata: [{ printed: 'sg_id as an object in the table, as a text in the sample', sent: 'a text', why: 'So the sample, and all other sections.' }],
	}),

	update: operation('12.2.4.1', {
		name: 'Update',
		action: 'Update a script',
		description: 'Change a script; all of its values are replaced',
		request: `POST ${RULES}/updateSentenceGroup`,
		risk: 'write',
		headers: byUser,
		body: { dialogue_flow_id: logicId, sg_id: scriptId, ...replaced(script) },
		answer: done(),
		errata: [
			{ printed: 'a distance of 0 in the sample, from 1 in the table', sent: 'a distance for the position "At a Distance" alone', why: 'It means nothing for the others.' },
		],
	}),
});
