import { z, type ZodTypeAny } from 'zod';
import { isJson, type Answered, type OwnRoute, type Received } from '../own-route';
import { text } from '../schema/fields';
import { check } from '../schema/validate';
import type { World } from '../world';

/** 19.1 to 19.3: nobody has to prove who he is. What is malformed is HTTP 400. */

const MALFORMED = '错误的请求：请检查请求路径及参数';

interface OpenInterface {
	section: string;
	path: string;
	body: ZodTypeAny;
	handle(world: World, body: any): object;
}

function serve(one: OpenInterface, world: World, request: Received): Answered {
	const problem = (why: string): Answered => ({ status: 400, body: `${MALFORMED} (${why})` });
	if (!isJson(request)) return problem('Content-Type must be application/json');
	if (request.json === undefined) return problem('the body is not JSON');
	const checked = check(one.body, request.json);
	return 'problem' in checked
		? problem(checked.problem.text)
		: { status: 200, body: one.handle(world, checked.value) };
}

/** In the order of the table: only the last one is a success. */
function tokenOutcome(world: World, token: string): [code: string, message: string] {
	const { mobileTokens } = world.tenant;
	if (token === '') return ['1', 'The token is empty.'];
	if (token === mobileTokens.expired) return ['3', 'The token has expired.'];
	return token === mobileTokens.valid ? ['0', 'success'] : ['2', 'The token is invalid.'];
}

/** By the table; the sample has retCode and retMsg. */
const told = (returnCode: string, returnMsg: string): object => ({ returnCode, returnMsg });

const interfaces: OpenInterface[] = [
	{
		section: '19.1',
		path: '/apiaccess/rest/service-pub/authentication',
		body: z.object({ token: z.string() }).strict(),
		handle(world, { token }) {
			const [returnCode, returnMsg] = tokenOutcome(world, token);
			if (returnCode !== '0') return { returnCode, returnMsg };
			const { tenantId } = world.tenant;
			const [{ userAccount }] = world.tenant.agents;
			const [{ userId }] = world.tenant.workbenchUsers;
			return {
				returnCode,
				returnMsg,
				data: { userAccount, userId, tenantId, tenantSpaceId: tenantId, locale: 'zh_CN' },
			};
		},
	},
	{
		section: '19.2',
		path: '/apiaccess/rest/ipccprovision/v1/applyTry/generateverifycode',
		body: z.object({ phone: text() }).strict(),
		handle({ platform }, { phone }) {
			if (!/^\+?\d+$/.test(phone)) return { retCode: '204', retMsg: 'The short message could not be sent.' };
			if (platform.codeOf(phone) !== undefined)
				return { retCode: '201', retMsg: 'The verification code already exists.' };
			platform.sendCode(phone);
			return { retCode: '200', retMsg: 'The short message is sent successfully.' };
		},
	},
	{
		section: '19.3',
		path: '/apiaccess/rest/ipccprovision/v1/applyTry/applyTenant',
		body: z
			.object({
				companyName: text(),
				phone: text(),
				phoneVerifyCode: text(),
				email: text(undefined, /^[^\s@]+@[^\s@]+$/),
			})
			.strict(),
		handle({ platform }, { phoneVerifyCode, ...trial }) {
			const code = platform.codeOf(trial.phone);
			if (code === undefined) return told('001', 'The verification code does not exist or has expired.');
			if (code !== phoneVerifyCode) return told('002', 'The verification code is wrong.');
			if (platform.trials.some(({ phone }) => phone === trial.phone))
				return told('004', 'The tenant already exists.');
			platform.apply(trial);
			return told('000', 'success');
		},
	},
];

export const openRoutes: OwnRoute[] = interfaces.map((one) => ({
	section: one.section,
	method: 'POST',
	path: one.path,
	serve: (world, request) => serve(one, world, request),
}));
