import { z } from 'zod';
import { isJson, type Answered, type OwnRoute, type Received } from '../own-route';
import { int, intText } from '../schema/fields';
import { check } from '../schema/validate';
import type { World } from '../world';

/** Chapter 15: what the software cloud asks for one of its users, whose token is all that it shows; and what IMC tells. */

const BASE = '/rest/oma/softwareconsole';
const UNAUTHORIZED = '未授权：1. 请确认是否购买了客户服务云相关服务。3. 确认请求头参数设置是否正确';
const MALFORMED = '错误的请求：请检查请求路径及参数';
const FAILED = '业务失败';
const DAY = 24 * 3600 * 1000;
const ORDERS = 120;
/** Each order is for a month. */
const PERIOD = 30 * DAY;

const customer = {
	mobilePhone: '447****0901',
	company: 'Exa****',
	customerName: 'A****',
	email: 'al****@example.com',
	portalUrl: 'https://software.example.com/auth?client_id=demo-client&redirect_uri=https://cec.example.com/portal',
};

const parameters = {
	softwareCloudUrl: 'https://software.example.com',
	clientId: 'demo-client',
	privacyStatementId: '1001',
	privacyStatementUrl: 'https://software.example.com/privacy',
};

const whole = (value: number): number => Math.floor(value);

/** The newest first; in force are those whose month is not over. */
function orders({ clock, tenant }: World): Array<Record<string, unknown> & { createTime: number }> {
	const now = whole(clock.now());
	return Array.from({ length: ORDERS }, (_none, index) => {
		const createTime = now - (index + 1) * DAY;
		const expireTime = createTime + PERIOD;
		return {
			orderId: `25${createTime}${String(index).padStart(4, '0')}`,
			opType: 'newInstance',
			remark: null,
			skuName: 'Voice agent',
			modifyTime: createTime + 1000,
			orderAmount: '36000',
			procutName: 'monthly',
			vdnId: String(tenant.vdnId),
			customerId: '20260301000000000001',
			company: tenant.tenantName,
			id: `16${createTime}${String(index).padStart(4, '0')}`,
			manualStatus: '0',
			cecTenantId: tenant.tenantId,
			amount: '1',
			periodNumber: '1',
			productId: 'demo-product',
			autoStatus: '2',
			customerName: 'Alex',
			cecExpireTime: expireTime + DAY,
			cecTenantName: tenant.tenantName,
			createSource: 'GTS',
			periodType: 'month',
			expireTime,
			createTime,
			skuCode: 'd52b28fa-e0a7-a8f7-8356-0f0aea54b862',
			trialFlag: 0,
			status: expireTime > now ? '2' : '8',
		};
	});
}

/** Numbers by the table; texts in the sample of 15.1.2. */
const count = (low: number, high: number) => z.union([int(low, high), intText(low, high)]);

const page = z
	.object({
		limit: count(1, 99),
		offset: count(0, Number.MAX_SAFE_INTEGER),
		startDate: int(0).optional(),
		endDate: int(0).optional(),
	})
	.strict();

const malformed = (why: string): Answered => ({ status: 400, body: `${MALFORMED} (${why})` });

function orderPage(world: World, request: Received): Answered {
	if (!isJson(request)) return malformed('Content-Type must be application/json');
	const checked = check(page, request.json);
	// 15.1.2 knows no HTTP 400: what is wrong with the values is a failure of the business.
	if ('problem' in checked) return { status: 502, body: `${FAILED} (${checked.problem.text})` };
	const { limit, offset, startDate = 0, endDate = Infinity } = checked.value;
	const found = orders(world).filter(({ createTime }) => createTime >= startDate && createTime <= endDate);
	return {
		status: 200,
		body: {
			result: found.slice(offset, offset + limit),
			count: found.length,
			returnCode: '0',
			description: 'success',
		},
	};
}

/** Only with the token of a user of the software cloud. */
const admitted =
	(answer: (world: World, request: Received) => Answered): OwnRoute['serve'] =>
	(world, request) => {
		const given = request.headers['x-auth-token'];
		if (given !== world.tenant.softwareCloudToken) {
			const why = given === undefined ? 'X-Auth-Token is missing' : 'unknown X-Auth-Token';
			return { status: 401, body: `${UNAUTHORIZED} (${why})` };
		}
		return answer(world, request);
	};

const ok = (body: object): Answered => ({ status: 200, body });

const imcMessage = z.object({ data: z.string().optional(), signature: z.string().optional() }).strict();

/** How IMC encrypts and signs is told elsewhere: here one signature is good for any message. */
function imc(world: World, request: Received): Answered {
	if (!isJson(request)) return malformed('Content-Type must be application/json');
	const checked = check(imcMessage, request.json);
	if ('problem' in checked) return malformed(checked.problem.text);
	const { data, signature } = checked.value;
	if (signature !== world.tenant.imcSignature) return { status: 401, body: '未授权，请确认是否授权相关服务' };
	if (!data) return { status: 500, body: '业务失败：请依次确认您请求中各参数的取值。' };
	return ok({ code: '200', message: 'success', data: Buffer.from(data).toString('base64') });
}

export const softwareCloud: OwnRoute[] = [
	{
		section: '15.1.1',
		method: 'GET',
		path: `${BASE}/tenant/querytenantbasic`,
		serve: admitted((world) =>
			ok({
				...customer,
				vdn: String(world.tenant.vdnId),
				// A text in the sample, against the table.
				createDate: String(whole(world.clock.now()) - 365 * DAY),
				tenantSpaceStatus: '2',
			}),
		),
	},
	{ section: '15.1.2', method: 'POST', path: `${BASE}/tenant/queryresources`, serve: admitted(orderPage) },
	{ section: '15.1.3', method: 'POST', path: '/apiaccess/rest/oma/v1/imcopenapi/callback', serve: imc },
	{
		section: '15.1.4',
		method: 'GET',
		path: `${BASE}/trialtenant/querytenantinfo`,
		serve: admitted((world) => {
			const createDate = whole(world.clock.now()) - 10 * DAY;
			return ok({ ...customer, createDate, expiryDate: createDate + PERIOD, tenantSpaceStatus: '5' });
		}),
	},
	{
		section: '15.1.5',
		method: 'GET',
		path: `${BASE}/system/querysoftwaresysparams`,
		serve: admitted(() => ok(parameters)),
	},
];
