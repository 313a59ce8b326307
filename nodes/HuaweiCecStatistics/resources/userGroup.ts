import { done, entries, nameOf } from '../../../cec/catalogue/answer';
import { choice, pick, text } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { cms } from '../../../cec/families/cms';
import { V1, whose } from '../../HuaweiCecMonitoring/shared';
import { agents, misread } from './shared';

export const GROUP_TYPE = {
	2: ['Agent Group', 'Whose calls are inspected'],
	3: ['Inspector Group', 'Who inspects'],
} satisfies Record<number, [string, string]>;

export const group = pick('userGroups', 'User Group');

const remark = text('Description');

export const userGroup = resource('userGroup', 'User Group', cms, {
	create: operation('12.3.4.5', {
		name: 'Create',
		action: 'Create a user group',
		description: 'Create a group of agents or of inspectors. CEC does not tell its ID: find it with "Get Many".',
		request: `POST ${V1}/qcrelationconf/createusergroup`,
		risk: 'write',
		findOut: 'Look with "Get Many".',
		body: {
			...whose,
			groupName: text('Name').named('name').required(),
			groupType: choice('Type', GROUP_TYPE).named('type').startsAs(2).required(),
			remark: remark.named('description'),
			workNos: agents('Members of the group from the beginning').named('agentIds'),
		},
		answer: done(),
		errata: [misread],
	}),

	delete: operation('12.3.4.6', {
		name: 'Delete',
		action: 'Delete a user group',
		description: 'Delete a user group with its members and its relations of inspection',
		request: `POST ${V1}/qcrelationconf/deleteusergroup`,
		risk: 'destructive',
		body: { ...whose, id: group.named('groupId').required() },
		answer: done('deleted'),
		errata: [misread],
	}),

	getMany: operation('12.3.4.4', {
		name: 'Get Many',
		action: 'Get many user groups',
		request: `GET ${V1}/qcrelationconf/queryallccgroup/{ccId}/{vdn}`,
		risk: 'read',
		path: whose,
		answer: entries('resultDesc', { adds: { groupTypeName: nameOf('groupType', GROUP_TYPE) } }),
		errata: [misread],
	}),

	update: operation('12.3.4.7', {
		name: 'Update',
		action: 'Update a user group',
		description: 'Change name and description of a user group',
		request: `POST ${V1}/qcrelationconf/updategroup`,
		risk: 'write',
		body: {
			...whose,
			id: group.named('groupId').required(),
			groupName: text('Name').named('name').required(),
			remark: remark.named('description'),
		},
		answer: done(),
		errata: [misread],
	}),
});
