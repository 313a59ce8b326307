import { done, entries, first, nameOf, object } from '../../../cec/catalogue/answer';
import { choice, choices, integer, list, pick, picks, rows, secret, text, yesNo } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { byPage } from '../../../cec/catalogue/paging';
import { ccManagement } from '../../../cec/families/ccManagement';

const AGENT_TYPE = { 4: 'Audio', 5: 'Multimedia', 11: 'Video', 99: 'Versatile' };
const AGENT_TYPE_READ = { ...AGENT_TYPE, 255: 'Idle' };
const ROLE = { 2: 'Agent', 3: 'Inspector', 4: 'Outbound Agent' };
const ROLE_READ = { ...ROLE, 255: 'Idle' };

const PASSWORD_RULE = '8 characters or more, with upper case, lower case, digits and special characters, valid for 90 days';

const userAccount = pick('agents', 'Agent', 'Business account of the agent').required();
const userName = text('Name', 'Shown name of the agent').max(20).only(/^[^"[\]=;<>]*$/, 'characters other than " [ ] = ; < >');
const email = text('Email').example('e.g. name@example.com');
const phone = text('Phone').max(25);
const agentType = choice('Agent Type', AGENT_TYPE, 'Which media the agent handles');
const ccRoleId = choice('Role', ROLE, 'What the agent does in the contact centre');

const queueMembership = rows(
	'Skill Queues',
	'Skill Queue',
	{
		skillId: pick('skillQueues', 'Skill Queue').asInteger().required(),
		agentWeight: integer('Agent Weight', 'The higher, the sooner the agent gets a call of the queue').min(1).startsAs(1).required(),
		skillWeight: integer('Queue Weight', 'The higher, the sooner the agent is given calls of this queue').min(1).startsAs(1).required(),
	},
	'Queues must suit the agent type. The list replaces the queues of the agent.',
);

const inWords = {
	adds: { agentTypeName: nameOf('agentType', AGENT_TYPE_READ), roleName: nameOf('ccRoleId', ROLE_READ) },
};

const skillQueue = pick('skillQueues', 'Skill Queue').asInteger().required();

export const agent = resource('agent', 'Agent', ccManagement, {
	create: operation('5.1.1', {
		name: 'Create',
		action: 'Create an agent',
		description: 'Create a business account and its agent',
		request: 'POST /apiaccess/rest/cc-management/v1/agentAccount/create',
		risk: 'write',
		findOut: 'Look with "Get" whether the account exists.',
		body: {
			userAccount: text('Account', 'Business account with which the agent signs in')
				.required()
				.between(6, 50)
				.only(/^[A-Za-z0-9@.\-_]*$/, 'letters, digits and @ . - _'),
			userName: userName.only(/^[^"[\]&()=;<>,]*$/, 'characters other than " [ ] & ( ) = ; < > ,').required(),
			password: secret('Password', `First password: ${PASSWORD_RULE}`).required().min(8),
			email: email.required(),
			agentType: agentType.required().startsAs(4),
			ccRoleId: ccRoleId.required().startsAs(2),
			skills: queueMembership,
			phone,
		},
		answer: object(),
		errata: [
			{
				printed: 'requestParam wraps the fields',
				sent: 'the fields at the top level',
				why: 'The wrapper is a habit of the tables; every sample is flat.',
			},
		],
	}),

	delete: operation('5.1.2', {
		name: 'Delete',
		action: 'Delete an agent',
		description: 'Delete a business account, whatever state its agent is in',
		request: 'POST /apiaccess/rest/cc-management/v1/agentAccount/delete',
		risk: 'destructive',
		body: { userAccount },
		answer: done('deleted'),
	}),

	update: operation('5.1.3', {
		name: 'Update',
		action: 'Update an agent',
		description: 'Change the name, type, role, queues or password of an agent',
		request: 'POST /apiaccess/rest/cc-management/v1/agentAccount/update',
		risk: 'write',
		body: {
			userAccount,
			userName,
			email,
			phone,
			agentType,
			ccRoleId,
			skills: queueMembership,
			oldPassWord: secret('Current Password', 'Needed to change the password. Three wrong ones lock the account for 30 minutes.'),
			newPassWord: secret('New Password', `${PASSWORD_RULE}. Can be changed once in 24 hours.`).min(8),
		},
		check: ({ oldPassWord, newPassWord }) =>
			Boolean(oldPassWord) === Boolean(newPassWord) ? undefined : 'A password is changed with both "Current Password" and "New Password"',
		answer: done(),
	}),

	get: operation('5.1.4', {
		name: 'Get',
		action: 'Get an agent',
		description: 'Get an agent by its business account',
		request: 'POST /apiaccess/rest/cc-management/v1/agentAccount/query',
		risk: 'read',
		body: { userAccount },
		answer: first('data', inWords),
		errata: [
			{
				printed: 'pageNum and pageSize are mandatory',
				sent: 'neither beside userAccount',
				why: 'The notes and the first sample leave them out when an account is asked for.',
			},
		],
	}),

	getMany: operation('5.1.4', {
		name: 'Get Many',
		action: 'Get many agents',
		request: 'POST /apiaccess/rest/cc-management/v1/agentAccount/query',
		risk: 'read',
		body: {
			agentType: choices('Agent Types', AGENT_TYPE, 'Only agents of these types'),
			transparentDisplayFlag: yesNo(
				'Transparent Display',
				'Whether to get only agents whose calls show the number of the customer',
			),
		},
		page: byPage({ first: 0, max: 100, total: 'total' }),
		answer: entries('data', inWords),
	}),

	addToQueue: operation('5.1.5', {
		name: 'Add to Skill Queue',
		action: 'Add agents to a skill queue',
		description: 'Add any number of agents to a skill queue',
		request: 'POST /apiaccess/rest/cc-management/v1/agentAccount/addSkillsToAgent',
		risk: 'write',
		body: {
			userAccounts: picks('agents', 'Agent Names or IDs', 'Business accounts').required().min(1),
			skillId: skillQueue,
			agentWeight: integer('Agent Weight', 'The higher, the sooner the agent gets a call of the queue').min(1).startsAs(1).required(),
			skillWeight: integer('Queue Weight', 'The higher, the sooner the agent is given calls of this queue').min(1).startsAs(1).required(),
		},
		batch: { list: 'userAccounts', from: 'entries', size: 50, as: 'userAccount', noun: ['agent', 'agents'] },
		answer: done(),
		errata: [
			{
				printed: 'a length of at most 50, of the list or of an account',
				sent: 'at most 50 accounts in a request, each at most 50 characters',
				why: 'Both readings hold that way.',
			},
		],
	}),

	removeFromQueue: operation('5.1.6', {
		name: 'Remove From Skill Queue',
		action: 'Remove agents from a skill queue',
		description: 'Remove any number of agents from a skill queue',
		request: 'POST /apiaccess/rest/cc-management/v1/agentAccount/releaseAgentBySkillId',
		risk: 'write',
		body: {
			skillId: skillQueue,
			// CEC reads an empty list as "all agents of the queue", so one must never be sent.
			userAccounts: picks('agents', 'Agent Names or IDs', 'Business accounts. An empty list is refused: CEC would remove every agent.')
				.required()
				.min(1),
		},
		batch: { list: 'userAccounts', from: 'entries', size: 50, as: 'userAccount', noun: ['agent', 'agents'] },
		answer: done(),
		errata: [
			{
				printed: 'an empty userAccounts removes every agent of the queue',
				sent: 'never an empty list',
				why: 'A list that is empty by mistake would take a whole queue off the air.',
			},
		],
	}),

	getManyByQueue: operation('5.1.7', {
		name: 'Get Many by Skill Queue',
		action: 'Get many agents of a skill queue',
		request: 'POST /apiaccess/rest/cc-management/v1/agentAccount/queryAgentInfoBySkillId',
		risk: 'read',
		body: { skillId: skillQueue },
		page: byPage({ first: 0, max: 100 }),
		answer: entries('data', { adds: { agentTypeName: nameOf('agentType', AGENT_TYPE_READ) } }),
	}),

	getByLogin: operation('5.1.12', {
		name: 'Get by Login Account',
		action: 'Get the agent of a login account',
		description: 'Get agent ID, type and state of the agent that belongs to a login account',
		request: 'POST /apiaccess/rest/CC-Management/v1/queryAgentInfoByAccount',
		risk: 'read',
		body: {
			accountCode: text('Login Account').required().max(64),
			username: text('User Name', 'User who asks, where this CEC wants one').max(64),
			password: secret('Password', 'Password of that user').max(64),
		},
		answer: object('data', { adds: { agentTypeName: nameOf('agentType', AGENT_TYPE_READ) } }),
	}),

	clearCustomerData: operation('5.1.13', {
		name: 'Clear Customer Data',
		action: 'Clear the personal data of customers',
		description: 'Remove what CEC keeps of customers, by their numbers or addresses',
		request: 'POST /apiaccess/CC-Management/v1/clearUserInfo/cleancustpersonaldata',
		risk: 'destructive',
		body: {
			customNos: list('Customer Numbers', 'Numbers or addresses of customers, calling or called').required().min(1),
		},
		batch: { list: 'customNos', from: 'entries', size: 1000, as: 'customNo', noun: ['customer', 'customers'] },
		answer: done('success', 'retMsg'),
		notice: 'CEC answers that it has accepted the numbers; the data itself is removed afterwards.',
	}),
});
