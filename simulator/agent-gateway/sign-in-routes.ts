import { z } from 'zod';
import { type Call, HttpAnswer, type Interface } from '../interface';
import { codes, refuse, retcode, silentSuccess, success } from './codes';
import { bool, number, phone, serviceToken } from './fields';
import type { OnlineAgent } from './online-agent';

/** 6.1.1.1, 6.1.1.2 and 6.1.1.23: signing in. */

const PATH = '/agentgateway/resource/onlineagent/{agentid}';
/** One byte a number, as long as there is no IPv6. */
const ADDRESS = /^(25[0-5]|2[0-4]\d|1?\d?\d)(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}$/;

/** What all three of them take. */
const common = {
	autoanswer: bool().default(true),
	autoenteridle: bool().default(true),
	agenttype: number().default(4),
	status: number()
		.refine((value) => [3, 4, 5].includes(value), 'must be 3, 4 or 5')
		.default(4),
	ip: z.string().max(15).default('127.0.0.1'),
	entryIp: z.string().optional(),
	phonelinkage: bool().default(false),
	checkInWebm: bool().default(true),
	checkInMailm: bool().default(false),
	vcPhoneNumber: z.string().max(24).optional(),
	listenStatus: bool().default(false),
};

const events = {
	/** 200 characters by 6.1.1.2. */
	callbackUri: z
		.string()
		.max(200)
		.refine((value) => value === '' || /^https?:\/\/\S+$/.test(value), 'must be a URL')
		.optional(),
	serviceToken: z.union([z.literal(''), serviceToken]).optional(),
};

interface Kind {
	force: boolean;
	/** Only the CTI platform: no media servers, and nothing is pushed. */
	platformOnly: boolean;
}

function signIn({ world, params, body }: Call, { force, platformOnly }: Kind): OnlineAgent {
	if (![4, 11].includes(body.agenttype)) refuse(codes.agentType, 'agenttype: must be 4 or 11');
	if (!ADDRESS.test(body.ip)) refuse(codes.wrongAddress, 'ip: must be an IPv4 address');
	const webm = body.checkInWebm && !platformOnly;
	const { callbackUri, serviceToken } = body;
	return world.agents.signIn(
		params.agentid,
		body.password,
		{
			phoneNumber: body.phonenum ?? '',
			autoAnswer: body.autoanswer,
			autoEnterIdle: body.autoenteridle,
			releasePhone: body.releasephone,
			phoneLinkage: body.phonelinkage,
			agentType: body.agenttype,
			// There is no MailM to sign in to (table 6-6).
			mediaServers: webm ? 'TTF' : 'TFF',
			listens: body.listenStatus,
			push: callbackUri && serviceToken ? { url: callbackUri, serviceToken } : undefined,
		},
		{ status: body.status, force, phoneLinkage: body.phonelinkage },
	);
}

const described = ({ world }: Call, agent: OnlineAgent): object => ({
	// A number in every sample, a text in every table.
	vdnid: world.tenant.vdnId,
	workno: agent.workNo,
	mediatype: agent.options.mediaServers,
	loginTime: String(agent.loginTime),
	isForceChange: 'false',
	serverName: agent.node,
	timeRemaining: String(world.agents.passwords.daysLeft(agent.account)),
});

const guidOf = (agent: OnlineAgent): string => agent.guids.current(agent.clock.now()).value;
const setGuid = (agent: OnlineAgent): Record<string, string> => ({ 'Set-GUID': `JSESSIONID=${guidOf(agent)}` });
const bothHeaders = (agent: OnlineAgent): Record<string, string> => ({ Guid: guidOf(agent), ...setGuid(agent) });

const shared = { method: 'PUT', envelope: retcode, isLogin: true, malformed: codes.signInParameter } as const;

export const signInRoutes: Interface[] = [
	{
		...shared,
		section: '6.1.1.1',
		path: PATH,
		body: z
			.object({
				...common,
				...events,
				password: z.string().min(1).max(32),
				phonenum: phone,
				releasephone: bool().default(true),
				serviceworkid: z.string().max(30).optional(),
			})
			.strict(),
		handle(call) {
			const agent = signIn(call, { force: false, platformOnly: false });
			return new HttpAnswer(200, silentSuccess(described(call, agent)), bothHeaders(agent));
		},
	},
	{
		...shared,
		section: '6.1.1.2',
		path: `${PATH}/forcelogin`,
		body: z
			.object({
				...common,
				...events,
				password: z.string().min(1).max(32),
				phonenum: phone,
				releasephone: bool().default(false),
			})
			.strict(),
		handle(call) {
			const agent = signIn(call, { force: true, platformOnly: false });
			return new HttpAnswer(200, success(described(call, agent)), bothHeaders(agent));
		},
	},
	{
		...shared,
		section: '6.1.1.23',
		path: `${PATH}/loginex`,
		body: z
			.object({
				...common,
				/** May be empty, which nobody's password is. */
				password: z.string().max(32),
				phonenum: z.union([z.literal(''), phone]).optional(),
				releasephone: bool().default(true),
			})
			.strict(),
		// Its tables name no header of the answer; without Set-GUID nobody could go on (4.5).
		handle(call) {
			const agent = signIn(call, { force: false, platformOnly: true });
			return new HttpAnswer(200, silentSuccess(described(call, agent)), setGuid(agent));
		},
	},
];
