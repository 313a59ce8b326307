import { z } from 'zod';
import { int, oneOfText, text } from '../../schema/fields';
import { type BotInterface, shapes } from '../bot-interface';
import { authToken, checkTenant, page, pageNum, pageSize, tenantId } from '../fields';
import type { Faq, FaqMatch } from './state';

/** 10.9.6 to 10.9.11. */

const BASE = '/oifde/rest/api/faq';
const LONGEST = 8192;

/** Ids of what is like it are required by the table, and missing in the samples. */
const similar = (type: 'Q' | 'A') =>
	z
		.array(
			z
				.object({
					id: int().optional(),
					elementId: int().optional(),
					statement: text(LONGEST),
					type: z.literal(type),
				})
				.strict(),
		)
		.max(100)
		.optional();

const model = {
	faqGroupId: int(1),
	question: text(LONGEST),
	simQuestions: similar('Q'),
	answer: text(LONGEST),
	simAnswers: similar('A'),
	keywords: z
		.array(z.object({ w: text(64) }).strict())
		.max(20)
		.optional(),
};
const done = { errorCode: '0', errorMsg: '' };
const test = { tenantId, user: text(), sentence: text(), authToken };

const answered = (matches: FaqMatch[]): object => {
	const [answer = null, ...similarFaqs] = matches.map(({ faq, group, prob }) => ({
		faqGroupId: group.id,
		faqGroupName: group.name,
		faqId: faq.id,
		question: faq.question,
		answers: [faq.answer, ...faq.simAnswers.map(({ statement }) => statement)],
		prob,
	}));
	return { answer, similarFaqs };
};

export const faqRoutes: BotInterface[] = [
	{
		section: '10.9.6',
		method: 'POST',
		path: `${BASE}/query`,
		way: 'body',
		refusal: shapes.errorMsg,
		body: z
			.object({ tenantId, faqGroupId: int(1), name: z.string().optional(), pageNum, pageSize, authToken })
			.strict(),
		handle({ world, body }) {
			checkTenant(body.tenantId);
			const { faqs, settings } = world.bots;
			const { id: group } = faqs.group(body.faqGroupId);
			const found = faqs.of(group).filter(({ question }) => question.includes(body.name ?? ''));
			const shown = ({ id, faqGroupId, ...rest }: Faq): object => ({
				id,
				...(settings.answers === 'table' ? { faqGroupId } : { faqId: faqGroupId }),
				...rest,
			});
			return { data: page(found, body.pageNum, body.pageSize).map(shown), totalSize: found.length };
		},
	},
	{
		section: '10.9.7',
		method: 'POST',
		path: `${BASE}/create`,
		way: 'body',
		refusal: shapes.errorMsgText,
		body: z
			.object({ tenantId, model: z.object({ id: z.literal(-1).optional(), ...model }).strict(), authToken })
			.strict(),
		handle({ world, body }) {
			checkTenant(body.tenantId);
			const { id: _, ...given } = body.model;
			world.bots.faqs.add(given);
			return done;
		},
	},
	{
		section: '10.9.8',
		method: 'POST',
		path: `${BASE}/update`,
		way: 'body',
		refusal: shapes.errorMsgText,
		body: z.object({ tenantId, model: z.object({ id: int(1), ...model }).strict(), authToken }).strict(),
		handle({ world, body }) {
			checkTenant(body.tenantId);
			const { id, ...given } = body.model;
			world.bots.faqs.replace(id, given);
			return done;
		},
	},
	{
		section: '10.9.9',
		method: 'POST',
		path: `${BASE}/delete`,
		way: 'body',
		refusal: shapes.errorMsgText,
		body: z.object({ tenantId, faqGroupId: int(1), faqIds: z.array(int(1)).min(1), authToken }).strict(),
		handle({ world, body }) {
			checkTenant(body.tenantId);
			world.bots.faqs.remove(body.faqGroupId, body.faqIds);
			return done;
		},
	},
	{
		section: '10.9.10',
		method: 'POST',
		path: `${BASE}/testOneGroup`,
		way: 'body',
		refusal: shapes.errorMsg,
		body: z.object({ ...test, faqGroupId: int(1) }).strict(),
		handle({ world, body }) {
			checkTenant(body.tenantId);
			const { faqs } = world.bots;
			return answered(faqs.match(body.sentence, [faqs.group(body.faqGroupId)]));
		},
	},
	{
		section: '10.9.11',
		method: 'POST',
		path: `${BASE}/testEnabledGroups`,
		way: 'body',
		refusal: shapes.errorMsg,
		body: z.object({ ...test, language: oneOfText('en_US', 'zh_CN', 'es_ES', 'ar', 'th_TH', 'pt_BR') }).strict(),
		handle({ world, body }) {
			checkTenant(body.tenantId);
			const { faqs } = world.bots;
			const activated = [...faqs.groups.values()].filter((one) => one.on && one.language === body.language);
			return answered(faqs.match(body.sentence, activated));
		},
	},
];
