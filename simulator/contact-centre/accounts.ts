import { z } from 'zod';
import { envelopes, inEnvelope, type Interface, Refusal } from '../interface';
import { int, oneOf, optionalText, text } from '../schema/fields';
import type { World } from '../world';
import { type Agent, servesMedia, type SkillWeight } from './state';

/** 5.1: business accounts of agents and their softphone numbers. */

const BASE = '/apiaccess/rest/cc-management/v1';
const LOCK_MS = 30 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;
const WRONG_PASSWORDS_BEFORE_LOCK = 3;

const userAccount = z.string().min(6).max(50);
const userName = z
	.string()
	.min(1)
	.max(20)
	.regex(/^[^"[\]&()=;<>,]*$/);
const email = z
	.string()
	.email()
	.refine((value) => {
		const [local, domain] = value.split('@');
		return local.length <= 64 && domain.length <= 255 && domain.slice(0, domain.lastIndexOf('.')).length <= 63;
	}, 'is too long');
const agentType = oneOf(4, 11, 5, 99);
const ccRoleId = oneOf(2, 3, 4);
const weight = int(1);

/** The default password rule of 5.1.1 and 5.1.3: at least eight characters out of all four kinds. */
const password = z
	.string()
	.min(8)
	.refine(
		(value) =>
			[/[A-Z]/, /[a-z]/, /[0-9]/, /[~!@#$%^&*()\-+_=|,./<>?;:"[\]{}\\']/].every((kind) => kind.test(value)),
		'needs capital letters, small letters, digits and special characters',
	);

const answer = (text: string, more = {}) => ({ ...inEnvelope(envelopes.resultMessage, '0', text), ...more });
const fail = (text: string): never => {
	throw new Refusal('1', text);
};

function findAgent(world: World, account: string): Agent {
	return world.centre.agents.get(account) ?? fail(`The agent account ${account} does not exist.`);
}

function checkSkills(world: World, type: number, skills: SkillWeight[]): void {
	for (const { skillId } of skills) {
		const queue = world.centre.queues.get(skillId) ?? fail(`The skill queue ${skillId} does not exist.`);
		if (!servesMedia(type, queue.mediaTypeId)) {
			fail(`The type of the skill queue ${skillId} does not agree with the type of the agent.`);
		}
	}
}

/** Three wrong passwords lock the account for half an hour (5.1.3, 5.1.8), also for the right password. */
function checkPassword(world: World, agent: Agent, given: string): void {
	const now = world.clock.now();
	if (agent.lockedUntil > now) fail('The account is locked.');
	if (given === agent.password) {
		agent.wrongPasswords = 0;
		return;
	}
	agent.wrongPasswords++;
	if (agent.wrongPasswords >= WRONG_PASSWORDS_BEFORE_LOCK) {
		agent.wrongPasswords = 0;
		agent.lockedUntil = now + LOCK_MS;
	}
	fail('The current password is wrong.');
}

/** Both names are served: the reference prints CC-Mangemant, the vendor's public pages CC-Management. */
const bothSpellings = (tail: string, rest: Omit<Interface, 'path'>): Interface[] =>
	['CC-Mangemant', 'CC-Management'].map((name) => ({ ...rest, path: `/apiaccess/${name}/v1/${tail}` }));

const SIP_PORT = 5060;
const SERVICE_IP = '192.0.2.20';

export const accounts: Interface[] = [
	{
		section: '5.1.1',
		method: 'POST',
		path: `${BASE}/agentAccount/create`,
		envelope: envelopes.resultMessage,
		body: z
			.object({
				userAccount: userAccount.regex(/^[A-Za-z0-9@.\-_]+$/),
				userName,
				password,
				email,
				agentType,
				ccRoleId,
				skills: z
					.array(
						z
							.object({
								skillId: int().optional(),
								agentWeight: weight.optional(),
								skillWeight: weight.optional(),
							})
							.strict(),
					)
					.optional(),
				phone: z.string().max(25).optional(),
			})
			.strict(),
		handle({ world, body }) {
			if (world.centre.agents.has(body.userAccount)) fail('The agent account already exists.');
			// All three members are optional here: without an id there is nothing to bind.
			const skills: SkillWeight[] = (body.skills ?? [])
				.filter((skill: Partial<SkillWeight>) => skill.skillId !== undefined)
				.map((skill: SkillWeight) => ({
					...skill,
					agentWeight: skill.agentWeight ?? 1,
					skillWeight: skill.skillWeight ?? 1,
				}));
			checkSkills(world, body.agentType, skills);
			const agent = world.centre.addAgent({ ...body, phone: body.phone ?? '', skills });
			return answer('create agent account success', { workNo: agent.workNo });
		},
	},
	{
		section: '5.1.2',
		method: 'POST',
		path: `${BASE}/agentAccount/delete`,
		envelope: envelopes.resultMessage,
		body: z.object({ userAccount }).strict(),
		handle({ world, body }) {
			findAgent(world, body.userAccount);
			world.centre.agents.delete(body.userAccount);
			return answer('delete AgentAccount success');
		},
	},
	{
		section: '5.1.3',
		method: 'POST',
		path: `${BASE}/agentAccount/update`,
		envelope: envelopes.resultMessage,
		body: z
			.object({
				userAccount,
				userName: userName.optional(),
				email: email.optional(),
				phone: z.string().max(25).optional(),
				agentType: agentType.optional(),
				ccRoleId: ccRoleId.optional(),
				skills: z
					.array(z.object({ skillId: int(), agentWeight: weight, skillWeight: weight }).strict())
					.optional(),
				oldPassWord: z.string().optional(),
				newPassWord: z.string().optional(),
			})
			.strict(),
		handle({ world, body }) {
			const { oldPassWord, newPassWord, skills, ...changes } = body;
			const agent = findAgent(world, body.userAccount);
			checkSkills(world, changes.agentType ?? agent.agentType, skills ?? agent.skills);
			if (newPassWord !== undefined || oldPassWord !== undefined) {
				if (newPassWord === undefined || oldPassWord === undefined) {
					fail('The current and the new password have to be given together.');
				}
				checkPassword(world, agent, oldPassWord);
				if (!password.safeParse(newPassWord).success) fail('The new password does not meet the password rule.');
				const now = world.clock.now();
				if (agent.passwordChangedAt !== undefined && now - agent.passwordChangedAt < DAY_MS) {
					fail('The password can be changed only once within 24 hours.');
				}
				agent.passwordChangedAt = now;
				agent.password = newPassWord;
			}
			Object.assign(agent, changes, skills === undefined ? {} : { skills });
			return answer('edit success');
		},
	},
	{
		section: '5.1.4',
		method: 'POST',
		path: `${BASE}/agentAccount/query`,
		envelope: envelopes.resultMessage,
		body: z
			.object({
				userAccount: z.string().optional(),
				pageNum: int(0).optional(),
				pageSize: int(1).optional(),
				agentType: z.array(int()).optional(),
				transparentDisplayFlag: z.boolean().optional(),
			})
			.strict()
			.refine(
				(body) => body.userAccount !== undefined || (body.pageNum !== undefined && body.pageSize !== undefined),
				'userAccount, or pageNum and pageSize are required',
			),
		handle({ world, body }) {
			let found = [...world.centre.agents.values()];
			let page = found;
			if (body.userAccount !== undefined) {
				found = found.filter((agent) => agent.userAccount === body.userAccount);
				page = found;
			} else {
				const { agentType: types, transparentDisplayFlag: flag, pageNum, pageSize } = body;
				if (types !== undefined && types.length > 0)
					found = found.filter((agent) => types.includes(agent.agentType));
				if (flag !== undefined) found = found.filter((agent) => agent.transparentDisplayFlag === flag);
				page = found.slice(pageNum * pageSize, (pageNum + 1) * pageSize);
			}
			return answer('get agent account info success', { data: page.map(accountView), total: found.length });
		},
	},
	{
		section: '5.1.5',
		method: 'POST',
		path: `${BASE}/agentAccount/addSkillsToAgent`,
		envelope: envelopes.resultMessage,
		body: z
			.object({
				userAccounts: z.array(z.string()).min(1).max(50),
				skillId: int(),
				agentWeight: weight,
				skillWeight: weight,
			})
			.strict(),
		handle({ world, body }) {
			const { userAccounts, ...skill } = body;
			const agents: Agent[] = userAccounts.map((account: string) => findAgent(world, account));
			agents.forEach((agent) => checkSkills(world, agent.agentType, [skill]));
			for (const agent of agents) {
				agent.skills = [...agent.skills.filter((bound) => bound.skillId !== skill.skillId), { ...skill }];
			}
			return answer('success');
		},
	},
	{
		section: '5.1.6',
		method: 'POST',
		path: `${BASE}/agentAccount/releaseAgentBySkillId`,
		envelope: envelopes.resultMessage,
		body: z.object({ skillId: int(), userAccounts: z.array(z.string()) }).strict(),
		handle({ world, body }) {
			if (!world.centre.queues.has(body.skillId)) fail(`The skill queue ${body.skillId} does not exist.`);
			// An empty list means every agent of the queue.
			const agents =
				body.userAccounts.length === 0
					? [...world.centre.agents.values()]
					: (body.userAccounts.map((account: string) => findAgent(world, account)) as Agent[]);
			for (const agent of agents) agent.skills = agent.skills.filter(({ skillId }) => skillId !== body.skillId);
			return answer('success');
		},
	},
	{
		section: '5.1.7',
		method: 'POST',
		path: `${BASE}/agentAccount/queryAgentInfoBySkillId`,
		envelope: envelopes.resultMessage,
		body: z.object({ skillId: int(), pageSize: int(1, 100), pageNum: int(0) }).strict(),
		handle({ world, body }) {
			if (!world.centre.queues.has(body.skillId)) fail(`The skill queue ${body.skillId} does not exist.`);
			const agents = world.centre.agentsOfQueue(body.skillId);
			const page = agents.slice(body.pageNum * body.pageSize, (body.pageNum + 1) * body.pageSize);
			return {
				data: page.map((agent) => {
					const skill = agent.skills.find(({ skillId }) => skillId === body.skillId);
					return {
						workNo: agent.workNo,
						// The sample says accountCode where the table says userAccount.
						accountCode: agent.userAccount,
						userAccount: agent.userAccount,
						agentType: agent.agentType,
						agentWeight: skill?.agentWeight,
						accountName: agent.userName,
						sipAccount: agent.sipAccount,
						skillWeight: skill?.skillWeight,
					};
				}),
				count: agents.length,
				resultCode: '0',
			};
		},
	},
	{
		section: '5.1.8',
		method: 'POST',
		path: `${BASE}/sipPhone/updateSipPhonePassword`,
		envelope: envelopes.resultMessage,
		body: z.object({ userAccount: text(), accountPwd: text(), newPhonePwd: text() }).strict(),
		handle({ world, body }) {
			const agent = findAgent(world, body.userAccount);
			checkPassword(world, agent, body.accountPwd);
			const kinds = [/[A-Z]/, /[a-z]/, /[0-9]/, /[~@^*_+.]/].filter((kind) => kind.test(body.newPhonePwd)).length;
			if (!/^[A-Za-z0-9~@^*_+.]{8,16}$/.test(body.newPhonePwd) || kinds < 3) {
				fail('The softphone password does not meet the password rule.');
			}
			agent.sipPassword = body.newPhonePwd;
			return answer('success');
		},
	},
	// The table types the ports as strings, the samples of 5.1.9 and 5.1.10 print numbers.
	...bothSpellings('querySysInfo', {
		section: '5.1.9',
		method: 'GET',
		envelope: [],
		handle: ({ world }) => ({
			servicePort: 448,
			serviceIp: SERVICE_IP,
			sipServiceIp: SERVICE_IP,
			sipServicePort: SIP_PORT,
			agents: [...world.centre.agents.values()].map((agent) => ({
				workNo: agent.workNo,
				password: agent.platformPassword,
				sipAccount: agent.sipAccount,
				sipPwd: agent.sipPassword,
				agentType: agent.agentType,
				agentStatus: '0',
			})),
		}),
	}),
	...bothSpellings('queryAgentInfo', {
		section: '5.1.10',
		method: 'GET',
		envelope: [],
		handle: ({ world }) => ({
			sipServiceIp: SERVICE_IP,
			sipServicePort: SIP_PORT,
			agents: [...world.centre.agents.values()].map((agent) => ({
				workNo: agent.workNo,
				accountCode: agent.userAccount,
				sipAccount: agent.sipAccount,
				sipPwd: agent.sipPassword,
			})),
		}),
	}),
	{
		section: '5.1.11',
		method: 'POST',
		path: '/apiaccess/CC-Management/v1/queryAgentLoginParams',
		envelope: envelopes.returnMessage,
		body: z.object({ account: text(100), password: text(100) }).strict(),
		handle({ world, body }) {
			const agent = world.centre.agents.get(body.account);
			if (!agent) return fail('verify Account or password failed.');
			checkPassword(world, agent, body.password);
			return {
				returnCode: '0',
				results: {
					sipServerInfo: [{ sipServiceIp: SERVICE_IP, sipServicePort: String(SIP_PORT), type: '0' }],
					password: agent.platformPassword,
					sipAccount: agent.sipAccount,
					sipPwd: agent.sipPassword,
					workNo: String(agent.workNo),
				},
				message: 'verify Account or password success.',
			};
		},
	},
	{
		section: '5.1.12',
		method: 'POST',
		path: '/apiaccess/rest/CC-Management/v1/queryAgentInfoByAccount',
		envelope: envelopes.returnDescription,
		body: z.object({ accountCode: text(64), password: optionalText(64), username: optionalText(64) }).strict(),
		handle({ world, body }) {
			const agent = world.centre.agents.get(body.accountCode);
			if (!agent) return { returnCode: '1', description: 'The account does not exist.', data: { workNo: '' } };
			return {
				returnCode: '0',
				data: { workNo: agent.workNo, agentType: agent.agentType, agentStatus: '0' },
				description: 'query success',
			};
		},
	},
	{
		section: '5.1.13',
		method: 'POST',
		path: '/apiaccess/CC-Management/v1/clearUserInfo/cleancustpersonaldata',
		envelope: envelopes.retMsg,
		body: z.object({ customNos: z.array(text()).min(1).max(1000) }).strict(),
		handle({ world, body }) {
			// The answer says no more than that the parameters are good: the cleaning follows.
			world.clock.after(10_000, () => world.campaigns.forgetNumbers(new Set(body.customNos)));
			return { retCode: '0', retMsg: 'VerifyParams success' };
		},
	},
];

function accountView(agent: Agent): Record<string, unknown> {
	const { userAccount: account, userName: name, phone, email: mail, sipAccount, skills, workNo } = agent;
	return {
		skills,
		agentType: agent.agentType,
		phone,
		userAccount: account,
		ccRoleId: agent.ccRoleId,
		userName: name,
		sipAccount,
		email: mail,
		workNo,
		transparentDisplayFlag: agent.transparentDisplayFlag,
	};
}
