import { done, object } from '../../../cec/catalogue/answer';
import { choice, list, secret, text } from '../../../cec/catalogue/field';
import { operation, resource, type Erratum } from '../../../cec/catalogue/operation';
import { platform } from '../../../cec/families/platform';

const USERS = '/apiaccess/rest/sum/v1/tenantSpaces/users';

const ON_PREMISES = 'Only where CEC is installed on premises';
const REFUSED_IN_NAMES = /^[^~#$%&*()/=+{}<>[\];'"|!,]*$/;

const nameOfUser = text('Name', 'As it is shown')
	.bytes(64)
	.only(REFUSED_IN_NAMES, 'letters, digits and signs other than ~ # $ % & * ( ) / = + { } < > [ ] ; \' " | ! ,');

const lostSign: Erratum = {
	printed: 'a blank among the signs that a name may not have, between " and ,',
	sent: 'names with blanks, but none with |',
	why: 'Tables lose a |, and names of people have blanks.',
};

/** What can be changed later, too. */
const settings = {
	phone: text('Phone').max(32),
	email: text('Email').max(64).example('e.g. nathan@example.com'),
	profile: choice(
		'Permissions',
		{ Administrator: ['Administrator', 'All permissions'], Operator: ['Operator', 'Basic permissions'] },
		'Only where the ticket system is installed by itself',
	).named('permissions'),
	description: text('Description', ON_PREMISES).max(540),
	status: choice('Status', { 0: 'Waiting for Activation', 1: 'Active', 2: 'Suspended' }, ON_PREMISES),
	title: choice(
		'Position',
		{
			1: 'Service Agent',
			2: 'VIP Service Agent',
			3: 'Team Leader',
			4: 'Online Administrator',
			5: 'Administrator',
			6: 'Supervisor',
			7: 'Configuration Administrator',
		},
		ON_PREMISES,
	)
		.asText()
		.named('position'),
	gender: choice('Gender', { 0: 'Female', 1: 'Male', 9: 'Unknown' }, ON_PREMISES),
};

export const user = resource('user', 'User', platform, {
	create: operation('19.4', {
		name: 'Create',
		action: 'Create a user',
		description: 'Create a business user of AppCube in the tenant space',
		request: `POST ${USERS}`,
		risk: 'write',
		body: {
			userAccount: text('Account', 'With which the user signs in; unique')
				.max(64)
				.only(/^[0-9A-Za-z_@.]+$/, 'letters, digits, _, @ and .')
				.required(),
			userName: nameOfUser.required(),
			...settings,
			password: secret('Password', `${ON_PREMISES}. 8 to 20 characters, with capital and small letters, digits and signs.`),
			salt: secret('Salt', `${ON_PREMISES}. With which the password was encrypted, where CEC expects that.`),
			orgId: text('Organization ID', `${ON_PREMISES}. The topmost organization when left empty.`).named('organizationId'),
		},
		answer: object('result'),
		findOut: 'Look for the account in the console of CEC before you create it again.',
		errata: [
			{
				printed: 'password as needed in the table, but only on premises; not in the sample',
				sent: 'the password where one is given',
				why: 'Elsewhere CEC has no use for it.',
			},
			lostSign,
		],
	}),

	update: operation('19.5', {
		name: 'Update',
		action: 'Update a user',
		description: 'Change what is given of a user and leave the rest',
		request: `PATCH ${USERS}/{userId}`,
		risk: 'write',
		path: { userId: text('User ID', 'From Create: its key "userId"').required() },
		body: { userName: nameOfUser, ...settings },
		answer: done(),
		findOut: 'Changing it again in the same way does no harm.',
		errata: [lostSign],
	}),

	delete: operation('19.6', {
		name: 'Delete',
		action: 'Delete users',
		description: 'Delete one or several users of the tenant space',
		request: `DELETE ${USERS}/{userIds}`,
		risk: 'destructive',
		path: { userIds: list('User IDs', 'One, or several with commas').joinedBy(',').required() },
		answer: done('deleted'),
		findOut: 'Look whether the users are still there before you delete them again.',
		errata: [
			{
				printed: 'tenantSpaces in the description, tenantSpaces2 and tenants in the samples',
				sent: 'tenantSpaces',
				why: 'The other interfaces of users have it, too.',
			},
		],
	}),
});
