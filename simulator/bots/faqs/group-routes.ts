import { z } from 'zod';
import { int, oneOfText, text } from '../../schema/fields';
import { tenant } from '../../tenant';
import { type BotInterface, shapes } from '../bot-interface';
import { authToken, checkTenant, page, pageNum, pageSize, tenantId } from '../fields';

/** 10.9.1 to 10.9.5. A model has its count as amount when it is created, as amout otherwise. */

const BASE = '/oifde/rest/api/faqGroup';
const faqLanguage = oneOfText('en_US', 'zh_CN', 'es_ES', 'ar', 'th_TH', 'pt_BR');
const model = {
	tenantId,
	name: text(64),
	description: z.string().max(512),
	updateTime: int(0).optional(),
	on: z.boolean().optional(),
};
const done = { errorCode: '0', errorMsg: '' };

export const faqGroupRoutes: BotInterface[] = [
	{
		section: '10.9.1',
		method: 'POST',
		path: `${BASE}/query`,
		way: 'body',
		refusal: shapes.errorMsg,
		body: z
			.object({
				tenantId,
				language: z.union([z.literal(''), faqLanguage]).optional(),
				name: z.string().optional(),
				pageNum,
				pageSize,
				authToken,
			})
			.strict(),
		handle({ world, body }) {
			checkTenant(body.tenantId);
			const { faqs } = world.bots;
			const found = [...faqs.groups.values()].filter(
				({ language, name }) =>
					(!body.language || language === body.language) && name.includes(body.name ?? ''),
			);
			const data = page(found, body.pageNum, body.pageSize).map(
				({ id, name, description, language, ...rest }) => ({
					id,
					tenantId: tenant.tenantId,
					name,
					description,
					language,
					...rest,
					amout: faqs.of(id).length,
				}),
			);
			return { data, totalSize: found.length };
		},
	},
	{
		section: '10.9.2',
		method: 'POST',
		path: `${BASE}/create`,
		way: 'body',
		refusal: shapes.errorMsgText,
		body: z
			.object({
				model: z
					.object({
						id: z.literal(-1).optional(),
						...model,
						amount: int(0).optional(),
						language: faqLanguage,
					})
					.strict(),
				authToken,
			})
			.strict(),
		handle({ world, body }) {
			const { name, description, language, on = false, tenantId: ofWhom } = body.model;
			checkTenant(ofWhom);
			world.bots.faqs.addGroup(name, description, language, on);
			return done;
		},
	},
	{
		section: '10.9.3',
		method: 'POST',
		path: `${BASE}/update`,
		way: 'body',
		refusal: shapes.errorMsgText,
		body: z
			.object({
				model: z
					.object({
						id: int(1),
						...model,
						amout: int(0).optional(),
						// Required and without effect; empty in the sample.
						language: z.union([z.literal(''), faqLanguage]),
					})
					.strict(),
				authToken,
			})
			.strict(),
		handle({ world, body }) {
			const { id, name, description, on, tenantId: ofWhom } = body.model;
			checkTenant(ofWhom);
			world.bots.faqs.change(id, { name, description, ...(on !== undefined && { on }) });
			return done;
		},
	},
	{
		section: '10.9.4',
		method: 'POST',
		path: `${BASE}/delete`,
		way: 'body',
		refusal: shapes.errorMsgText,
		body: z.object({ tenantId, faqGroupIds: z.array(int(1)).min(1), authToken }).strict(),
		handle({ world, body }) {
			checkTenant(body.tenantId);
			world.bots.faqs.removeGroups(body.faqGroupIds);
			return done;
		},
	},
	{
		section: '10.9.5',
		method: 'POST',
		path: `${BASE}/changeStatus`,
		way: 'body',
		refusal: shapes.errorMsgText,
		body: z.object({ tenantId, faqGroupId: int(1), on: z.boolean().default(false), authToken }).strict(),
		handle({ world, body }) {
			checkTenant(body.tenantId);
			world.bots.faqs.change(body.faqGroupId, { on: body.on });
			return done;
		},
	},
];
