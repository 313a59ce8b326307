import { z } from 'zod';
import { oneOfText, text } from '../../schema/fields';
import { tenant } from '../../tenant';
import { type BotInterface, shapes } from '../bot-interface';
import { unknown } from '../codes';
import {
	authToken,
	checkTenant,
	language,
	listedPageSize,
	numberText,
	orEmpty,
	page,
	pageNum,
	quotedOrNot,
	tenantId,
} from '../fields';
import { entitiesOf } from './entities';
import { domains, intentsOf, type Match, understand } from './intents';
import { spellCheck } from './spelling';
import { classify } from './tickets';

/** 10.10, 10.13, 10.17 and 10.19. */

const BASE = '/oifde/rest/api';
const LONGEST = 4096;
const ticketLanguage = oneOfText('zh_CN', 'en_US', 'es_ES', 'ar', 'th_TH', 'pt_BR');
const ids = z.array(quotedOrNot).max(100).optional();
/** Whoever comes with headers may name the user of the platform instead of a tenant. */
const internal = tenant.bots.internal.userName;

export const understandingRoutes: BotInterface[] = [
	{
		section: '10.10',
		method: 'POST',
		path: `${BASE}/intentions/query`,
		way: 'body',
		refusal: shapes.errorMsg,
		body: z
			.object({
				tenantId,
				language: oneOfText('en_US', 'zh_CN', 'pt_BR', 'th_TH', 'fr_FR', 'ar'),
				pageNum,
				pageSize: listedPageSize,
				domainInfo: z
					.object({
						domainName: z.string().optional(),
						domainId: quotedOrNot,
						language: z.string().optional(),
						tenantId: z.string().optional(),
					})
					.strict()
					.optional(),
				authToken,
			})
			.strict(),
		handle({ world, body }) {
			checkTenant(body.tenantId);
			const { domainInfo } = body;
			const domain = domains.find((one) => one.domainId === domainInfo?.domainId);
			if (domainInfo && !domain) unknown('domainId');
			const found = intentsOf(body.language, domain && [domain.domainId]);
			const intentions = page(found, body.pageNum, body.pageSize).map(
				({ name, description, command, ...one }) => {
					const ofDomain = domains.find((each) => each.domainId === one.domainId)?.domainName;
					// The format of the table is not that of the sample.
					const full = world.bots.settings.answers === 'table' ? `${ofDomain}/${name}-${command}` : name;
					return { intentName: full, intentDesc: description, intentCmd: command };
				},
			);
			return { errorMsg: '', errorCode: 0, intentions, total: found.length };
		},
	},
	{
		section: '10.13',
		method: 'POST',
		path: `${BASE}/spellcheck`,
		way: 'bodyOrHeaders',
		refusal: shapes.errorMsg,
		body: z
			.object({
				tenantId,
				authToken,
				sentence: text(LONGEST),
				// Others than these two are allowed for, and not corrected.
				language,
				checkerType: oneOfText('nonWordSpellChecker', 'realWordSpellChecker'),
			})
			.strict(),
		handle({ body }) {
			checkTenant(body.tenantId, internal);
			const spellCheckerMatchList = spellCheck(body.sentence, body.language, body.checkerType);
			return { hasMistake: spellCheckerMatchList.some((one) => one.hasMistake), spellCheckerMatchList };
		},
	},
	{
		section: '10.17.1',
		method: 'POST',
		path: `${BASE}/textClassification`,
		way: 'bodyOrHeaders',
		refusal: shapes.errorMsg,
		body: z.object({ tenantId, language: ticketLanguage, text: text(LONGEST), authToken }).strict(),
		handle({ body }) {
			checkTenant(body.tenantId);
			return { results: classify(body.text) };
		},
	},
	{
		section: '10.17.2',
		method: 'POST',
		path: `${BASE}/entityDetection`,
		way: 'bodyOrHeaders',
		refusal: shapes.errorMsg,
		body: z.object({ tenantId, language: ticketLanguage, sentence: text(LONGEST), authToken }).strict(),
		handle({ world, body }) {
			checkTenant(body.tenantId);
			const entityMsgV2List = entitiesOf(world, body.sentence);
			return { count: entityMsgV2List.length, entityMsgV2List };
		},
	},
	{
		section: '10.19',
		method: 'POST',
		path: `${BASE}/speechrecognition`,
		way: 'body',
		refusal: shapes.errorMessage,
		body: z
			.object({
				userId: text(64),
				sentence: text(1024),
				tenantId,
				language,
				targetIntentCount: orEmpty(oneOfText('1', '2', '3', '4', '5')),
				confidence2Top: orEmpty(numberText(0, 1)),
				context: z.string().max(128).optional(),
				domainList: ids,
				faqGroupList: ids,
				authToken,
			})
			.strict(),
		handle({ world, body }) {
			checkTenant(body.tenantId);
			const { faqs, settings } = world.bots;
			for (const id of body.domainList ?? []) {
				if (!domains.some((one) => one.domainId === id)) unknown('domainList');
			}
			for (const id of body.faqGroupList ?? []) if (!faqs.groups.get(id)?.on) unknown('faqGroupList');
			const matches = within(understand(body.sentence, body.language, body.domainList), body);
			const intentsResponses = matches.map(({ intent, confidence, params }) => ({
				scenarioStatus: 'finish',
				confidence,
				...inShape(settings.answers, intent.answer, intent.command),
				scenarioName: intent.name,
				...(Object.keys(params).length > 0 && { commandParams: params }),
			}));
			const faq = matches.length > 0 ? undefined : faqs.answer(body.sentence, body.language, body.faqGroupList);
			if (faq === undefined) return { intentsResponses, errorCode: 0 };
			const answered = {
				simQuestions: faq.faq.simQuestions.map(({ statement }) => statement),
				scenarioStatus: 'SUCCESS',
				confidence: faq.prob,
				...inShape(settings.answers, faq.faq.answer, 'systemQA'),
				scenarioName: String(faq.faq.id),
			};
			return { intentsResponses: [answered], errorCode: 0 };
		},
	},
];

/** Lists in the table, texts in the samples. */
const inShape = (answers: 'sample' | 'table', answer: string, command: string): object =>
	answers === 'table' ? { responses: [answer], commands: [command] } : { responses: answer, commands: command };

/** As many as asked for, and none much less sure than the first. */
function within(matches: Match[], body: { targetIntentCount?: string; confidence2Top?: string }): Match[] {
	const most = Number(body.targetIntentCount || 1);
	const distance = Number(body.confidence2Top || 1);
	return matches.filter(({ confidence }) => matches[0].confidence - confidence <= distance).slice(0, most);
}
