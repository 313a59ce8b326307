import { done } from '../../../cec/catalogue/answer';
import { pick, picks, type Fields } from '../../../cec/catalogue/field';
import { operation, resource, type Erratum } from '../../../cec/catalogue/operation';
import { cms } from '../../../cec/families/cms';
import { V1, whose } from '../../HuaweiCecMonitoring/shared';
import { misread } from './shared';

const relation: Fields = {
	...whose,
	qcGroupId: pick('inspectorGroups', 'Inspector Group').named('inspectorGroupId').required(),
	inspectedGroupIds: picks('agentGroups', 'Agent Group Names or IDs', 'Whose calls the inspectors inspect').named('agentGroupIds').required(),
};

const errata: Erratum[] = [
	misread,
	{ printed: 'qcGroupId as int in the table', sent: 'a text', why: 'Ids of groups have thirty digits, and the sample has a text.' },
];

export const inspectionRelation = resource('inspectionRelation', 'Inspection Relation', cms, {
	add: operation('12.3.4.8', {
		name: 'Add',
		action: 'Add a relation of inspection',
		description: 'Let a group of inspectors inspect the calls of groups of agents',
		request: `POST ${V1}/qcrelationconf/configqcrelation`,
		risk: 'write',
		body: relation,
		answer: done(),
		errata: [...errata, { printed: 'inspectedGroupId in the sample', sent: 'inspectedGroupIds', why: 'So the table, and both in 12.3.4.9.' }],
	}),

	remove: operation('12.3.4.9', {
		name: 'Remove',
		action: 'Remove a relation of inspection',
		description: 'No longer let a group of inspectors inspect the calls of groups of agents',
		request: `POST ${V1}/qcrelationconf/deleteqcrelationconf`,
		risk: 'write',
		body: relation,
		answer: done('deleted'),
		errata,
	}),
});
