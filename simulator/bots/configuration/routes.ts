import { z } from 'zod';
import { int, oneOf, oneOfText, text } from '../../schema/fields';
import { tenant } from '../../tenant';
import { type BotInterface, shapes } from '../bot-interface';
import { codes, refuse, unknown } from '../codes';
import {
	authToken,
	checkTenant,
	orEmpty,
	page,
	pageNum,
	pageNumText,
	pageSize,
	pageSizeText,
	tenantId,
} from '../fields';
import { domains } from '../understanding/intents';
import type { Binding, Flow, Source } from './state';

/** 10.2 to 10.4. */

const BASE = '/oifde/rest/api';
const source = oneOfText('IVR', 'OIFDE').optional();
/** Without a source they mean IVR, as all of 10.3 and 10.4 say. */
const sourceOf = (given: string | undefined): Source => (given ?? 'IVR') as Source;
/** 9 to 24 characters in one place, 20 at most in another. */
const accessCode = text(24);
const dialogType = oneOf(1, 2, 3, 4);
/** Nothing at all under HTTP 200 is how changes of bindings succeed. */
const NOTHING = '';

function checkDomain(domainId: number | undefined): void {
	if (domainId !== undefined && !domains.some((one) => one.domainId === domainId)) unknown('domainId');
}

const shownFlow = (flow: Flow): object => ({
	flowId: flow.flowId,
	flowCode: flow.flowCode,
	flowName: flow.flowName,
	flowDesc: flow.flowDesc,
	scenarioType: 'Default',
	tenantId: tenant.tenantId,
	createDate: flow.createDate,
	status: 'VALID',
	statusDate: flow.createDate,
	flowStartNode: 'start',
	flowEndNode: 'end',
	ext01: null,
	logSwitch: '1',
	isDefault: '0',
	version: 'v1',
	ruleId: null,
	ruleName: null,
	source: flow.source,
	workMode: flow.workMode,
	flowVariableList: [],
});

export const configurationRoutes: BotInterface[] = [
	{
		section: '10.2',
		method: 'POST',
		path: `${BASE}/querydomaininfo`,
		way: 'body',
		refusal: shapes.errorMsg,
		body: z
			.object({ tenantId, language: orEmpty(oneOfText('zh_CN', 'en_US', 'es_ES', 'ar', 'fr_FR')), authToken })
			.strict(),
		handle({ body }) {
			checkTenant(body.tenantId);
			const found = domains.filter(({ language }) => !body.language || language === body.language);
			return {
				errorCode: 0,
				errorMsg: '',
				domains: found.map((one) => ({ tenantId: tenant.tenantId, ...one })),
			};
		},
	},
	{
		section: '10.3.1',
		method: 'POST',
		path: `${BASE}/querynavigationinfo`,
		way: 'body',
		refusal: shapes.errorMsg,
		body: z
			.object({
				tenantId,
				accessCode: orEmpty(accessCode),
				pageNum: pageNumText,
				pageSize: pageSizeText,
				authToken,
				source,
			})
			.strict(),
		handle({ world, body }) {
			checkTenant(body.tenantId);
			const { configuration } = world.bots;
			const found = [...configuration.bindings.values()].filter(
				(one) =>
					one.source === sourceOf(body.source) && (!body.accessCode || one.accessCode === body.accessCode),
			);
			const shown = (one: Binding): object => ({
				...one,
				tenantId: tenant.tenantId,
				flowName: configuration.flow(one.flowCode, one.source).flowName,
			});
			const accessInfoList = page(found, Number(body.pageNum), Number(body.pageSize)).map(shown);
			return { total: found.length, accessInfoList };
		},
	},
	{
		section: '10.3.2',
		method: 'POST',
		path: `${BASE}/createnavigationinfo`,
		way: 'body',
		refusal: shapes.errorMsg,
		body: z
			.object({
				tenantId,
				accessCode: orEmpty(accessCode),
				domainId: int(1).optional(),
				dialogType,
				flowCode: text(),
				description: z.string().max(50).optional(),
				authToken,
				source,
				createFlag: oneOfText('0', '1').optional(),
			})
			.strict(),
		handle({ world, body }) {
			checkTenant(body.tenantId);
			const { domainId, flowCode, description, createFlag, accessCode: code } = body;
			if (description === undefined && createFlag === undefined) {
				refuse(codes.missingParameter, 'description or createFlag is missing');
			}
			if (!code && createFlag === undefined) refuse(codes.missingParameter, 'accessCode is missing');
			checkDomain(domainId);
			const { configuration } = world.bots;
			const ofFlow = configuration.flow(flowCode, sourceOf(body.source));
			const bound = code ? configuration.byCode(code) : undefined;
			if (createFlag === '1' && bound) configuration.bindings.delete(bound.accessId);
			configuration.add({
				accessCode: code || undefined,
				domainId,
				dialogType: body.dialogType,
				flowCode,
				description,
				source: ofFlow.source,
			});
			return NOTHING;
		},
	},
	{
		section: '10.3.3',
		method: 'POST',
		path: `${BASE}/updatenavigationinfo`,
		way: 'body',
		refusal: shapes.errorMsg,
		body: z
			.object({
				tenantId,
				accessId: text(),
				accessCode: accessCode.optional(),
				domainId: int(1).optional(),
				dialogType: dialogType.optional(),
				flowCode: text().optional(),
				// Required, and empty in the sample.
				description: z.string().max(50),
				authToken,
				source,
			})
			.strict(),
		handle({ world, body }) {
			const { tenantId: ofWhom, accessId, authToken: _, ...change } = body;
			checkTenant(ofWhom);
			checkDomain(change.domainId);
			world.bots.configuration.change(accessId, change);
			return NOTHING;
		},
	},
	{
		section: '10.3.4',
		method: 'POST',
		path: `${BASE}/deletenavigationinfo`,
		way: 'body',
		refusal: shapes.errorMsg,
		body: z
			.object({
				tenantId,
				accessIdList: z.array(text()).min(1),
				accessCodeList: z.array(text()).optional(),
				authToken,
			})
			.strict(),
		handle({ world, body }) {
			checkTenant(body.tenantId);
			const { configuration } = world.bots;
			const found = (body.accessIdList as string[]).map((id) => configuration.binding(id));
			for (const code of body.accessCodeList ?? []) {
				if (!found.some((one) => one.accessCode === code)) unknown('accessCodeList');
			}
			found.forEach(({ accessId }) => configuration.bindings.delete(accessId));
			return NOTHING;
		},
	},
	{
		section: '10.4',
		method: 'POST',
		path: `${BASE}/queryflows`,
		way: 'body',
		refusal: shapes.errorMsg,
		body: z
			.object({
				tenantId,
				flowId: z.string().optional(),
				flowName: z.string().optional(),
				flowCode: z.string().optional(),
				source,
				pageNum: pageNum.default(1),
				pageSize: pageSize.default(10),
				authToken,
			})
			.strict(),
		handle({ world, body }) {
			checkTenant(body.tenantId);
			const { flowId, flowName, flowCode } = body;
			const found = world.bots.configuration.flows.filter(
				(flow) =>
					flow.source === sourceOf(body.source) &&
					(!flowId || flow.flowId === flowId) &&
					(!flowCode || flow.flowCode === flowCode) &&
					flow.flowName.includes(flowName ?? ''),
			);
			return { total: found.length, flowList: page(found, body.pageNum, body.pageSize).map(shownFlow) };
		},
	},
];
