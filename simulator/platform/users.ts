import { z } from 'zod';
import { type Envelope, type Interface, Refusal } from '../interface';
import { oneOf, oneOfText, text } from '../schema/fields';

/** 19.4 to 19.6: the users of the tenant space. "Not 0" is a failure; the reference has no other codes. */

const USERS = '/apiaccess/rest/sum/v1/tenantSpaces/users';
const FAILED = '1';
const envelope: Envelope = [['retcode', 'message']];
const DONE = { message: '', retcode: '0' };

/** The signs that the tables list. Whether the backslash is one of them, or only stands before brackets, cannot be told. */
const FORBIDDEN = /[~#$%&*()/=+{}<>[\];'"|!,]/;
const userName = text()
	.refine((name) => Buffer.byteLength(name) <= 64, 'is longer than 64 bytes')
	.refine((name) => !FORBIDDEN.test(name), 'has illegal characters');

const settings = {
	phone: z.string().max(32).optional(),
	email: z
		.string()
		.max(64)
		.regex(/^[^\s@]+@[^\s@]+$/)
		.optional(),
	profile: oneOfText('Operator', 'Administrator').optional(),
	description: z.string().max(540).optional(),
	status: oneOf(0, 1, 2).optional(),
	title: oneOfText('1', '2', '3', '4', '5', '6', '7').optional(),
	gender: oneOf(0, 1, 9).optional(),
};

export interface PlatformUser extends Record<string, unknown> {
	userId: string;
	userAccount: string;
}

const refuse = (message: string): never => {
	throw new Refusal(FAILED, message);
};

export const userRoutes: Interface[] = [
	{
		section: '19.4',
		method: 'POST',
		path: USERS,
		envelope,
		body: z
			.object({
				userAccount: text(64, /^[0-9A-Za-z_@.]+$/),
				userName,
				...settings,
				// Needed by the table, though only on premises; the sample has none.
				password: text().optional(),
				salt: z.string().optional(),
				orgId: z.string().optional(),
			})
			.strict(),
		handle({ world, body: { password: _, salt: __, ...fields } }) {
			const { users } = world.platform;
			if ([...users.values()].some(({ userAccount }) => userAccount === fields.userAccount)) {
				refuse('The user account already exists.');
			}
			const userId = world.random.digits(10);
			users.set(userId, { profile: 'Operator', gender: 9, ...fields, userId });
			return { ...DONE, result: { userId } };
		},
	},
	{
		section: '19.5',
		method: 'PATCH',
		path: `${USERS}/{userId}`,
		envelope,
		body: z.object({ userName: userName.optional(), ...settings }).strict(),
		handle({ world, params, body }) {
			const user = world.platform.users.get(params.userId) ?? refuse('The user does not exist.');
			Object.assign(user, body);
			return DONE;
		},
	},
	{
		section: '19.6',
		method: 'DELETE',
		path: `${USERS}/{userIds}`,
		envelope,
		handle({ world, params }) {
			const { users } = world.platform;
			const ids = params.userIds.split(',');
			// Nothing is deleted unless all of them are there: the reference does not say.
			if (!ids.every((id) => users.has(id))) refuse('The user does not exist.');
			for (const id of ids) users.delete(id);
			return DONE;
		},
	},
];
