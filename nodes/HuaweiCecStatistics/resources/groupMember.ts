import { done, entries, object } from '../../../cec/catalogue/answer';
import { choice, fromCredential, pick, text } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { byOffset } from '../../../cec/catalogue/paging';
import { cms, groupCms } from '../../../cec/families/cms';
import { callCenter, V1, whose } from '../../HuaweiCecMonitoring/shared';
import { agents, misread } from './shared';
import { group, GROUP_TYPE } from './userGroup';

export const groupMember = resource('groupMember', 'Group Member', cms, {
	add: operation('12.3.4.3', {
		name: 'Add',
		action: 'Add members to a group',
		description: 'Add agents to a user group',
		request: `POST ${V1}/qcrelationconf/batchaddgroupmember`,
		risk: 'write',
		findOut: 'Look with "Get Many".',
		body: { ...whose, groupId: group.required(), workNos: agents().named('agentIds').required() },
		answer: done(),
		errata: [misread],
	}),

	getMany: operation('12.3.4.1', {
		name: 'Get Many',
		action: 'Get many members of a group',
		request: `POST ${V1}/qcrelationconf/querygroupmemberbycondition`,
		risk: 'read',
		body: {
			...whose,
			groupId: group.required(),
			workNo: pick('agents', 'Agent', 'Only this agent').asInteger().named('agentId'),
		},
		page: byOffset({ max: 100 }),
		answer: entries('resultDesc'),
		errata: [misread],
	}),

	move: operation('12.3.4.10', {
		name: 'Move',
		action: 'Move an agent to a group',
		description: 'Put an agent into a user group, a new one if need be, and out of any other',
		request: `POST ${V1}/qcrelationconf/joinusergroup`,
		family: groupCms,
		risk: 'write',
		findOut: 'Look with "Get Many".',
		body: {
			...callCenter,
			vdnId: fromCredential('vdnId'),
			agentId: pick('agents', 'Agent').asInteger().required(),
			target: choice('Group', { existing: 'Existing', new: 'New' }).startsAs('existing').notSent().required(),
			groupId: group.when({ target: ['existing'] }).required(),
			groupName: text('Name', 'Of the group that is created').max(100).when({ target: ['new'] }).named('name').required(),
			groupType: choice('Type', GROUP_TYPE).when({ target: ['new'] }).named('type').startsAs(2).required(),
		},
		answer: object('result'),
		errata: [
			misread,
			{ printed: 'groupType as an empty text in the sample', sent: 'a number, or nothing', why: 'The table asks for 2 or 3, and refuses everything else.' },
			{ printed: 'groupName of at most 100 characters in the request, 20 in the answer', sent: 'at most 100', why: 'The row of the request counts.' },
		],
	}),

	remove: operation('12.3.4.2', {
		name: 'Remove',
		action: 'Remove members from their groups',
		description: 'Take agents out of the user groups that they are in',
		request: `POST ${V1}/qcrelationconf/batchdeletegroupmember`,
		risk: 'write',
		// Without agents CEC would remove everybody.
		body: { ...whose, workNos: agents().named('agentIds').required() },
		answer: done('deleted'),
		errata: [misread],
	}),

	removeAll: operation('12.3.4.2', {
		name: 'Remove All',
		action: 'Remove all members from all groups',
		description: 'Empty all user groups of the tenant space',
		request: `POST ${V1}/qcrelationconf/batchdeletegroupmember`,
		risk: 'destructive',
		body: whose,
		answer: done('deleted'),
		errata: [misread],
	}),
});
