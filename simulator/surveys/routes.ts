import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import { type Call, envelopes, HttpAnswer, type Interface, Refusal } from '../interface';
import { oneOfText, text } from '../schema/fields';
import type { World } from '../world';
import type { AnswerSheet } from './state';

/**
 * Chapter 8. It has statuses instead of codes: values that nothing has are "values to check" (HTTP 500), but for
 * questionnaires and questions that do not exist, for which 8.6 lists a code.
 */

const BASE = '/apiaccess/v1/scriptAnswer';
const DONE = { resultCode: '1203000', resultDesc: 'Opration Successful.' };
const NOT_THERE = '1201008';
const UNAUTHORIZED = '未授权：1. 请确认是否购买了相关服务。2. 请联系客服人员检查您账号的当前状态。';
const WRONG = '业务失败：请依次确认您请求中各参数的取值。';

const wrong = (why: string): HttpAnswer => new HttpAnswer(500, `${WRONG} (${why})`);

/** DECIMAL (11, 2). */
const decimal = z
	.number()
	.min(0)
	.max(999_999_999.99)
	.refine((value) => Number(value.toFixed(2)) === value, 'has more than two decimals');
const questionType = oneOfText('essay', 'single', 'multi', 'voice', 'voiceOperation');
const result = oneOfText('save', 'submit');
const content = { answerText: z.string().optional(), voiceScore: decimal.optional(), operScore: decimal.optional() };

/** All of chapter 8 require the key that others may leave out. */
const keyed = (one: Interface): Interface => ({
	...one,
	handle: (call: Call) =>
		call.headers['x-app-key'] === undefined
			? new HttpAnswer(401, `${UNAUTHORIZED} (x-app-key is missing)`)
			: one.handle(call),
});

function known(world: World, surveyId: string): void {
	if (!world.surveys.questionnaire(surveyId)) throw new Refusal(NOT_THERE, 'The survey does not exist.');
}

/** A sheet that still takes answers. */
function openSheet(world: World, surveyAnswerId: string): AnswerSheet | HttpAnswer {
	const sheet = world.surveys.sheets.get(surveyAnswerId);
	if (!sheet) return wrong('surveyAnswerId does not exist');
	return sheet.isSubmitted ? wrong('the answer sheet has been submitted') : sheet;
}

function scale(headers: IncomingHttpHeaders): { quotiety?: string; totalScore?: string } | HttpAnswer {
	const { quotiety, totalscore: totalScore } = headers as Record<string, string | undefined>;
	if (quotiety !== undefined && !/^[1-9]\d?$/.test(quotiety)) return wrong('quotiety must be 1 to 99');
	if (totalScore !== undefined && !/^\d+(\.\d+)?$/.test(totalScore)) return wrong('totalScore must be a number');
	return { quotiety, totalScore };
}

const interfaces: Interface[] = [
	{
		section: '8.1',
		method: 'POST',
		path: `${BASE}/createScriptAnswer`,
		envelope: envelopes.resultDesc,
		body: z
			.object({
				moduleId: oneOfText('80031', '80081', '80083'),
				result,
				surveyId: text(),
				custId: z.string().optional(),
				serviceId1: z.string().optional(),
			})
			.strict(),
		handle({ world, body: { result: status, ...fields } }) {
			known(world, fields.surveyId);
			const { surveyAnswerId } = world.surveys.create({ ...fields, isSubmitted: status === 'submit' });
			return { ...DONE, surveyAnswerId };
		},
	},
	{
		section: '8.2',
		method: 'POST',
		path: `${BASE}/getNextQuestionInfo`,
		envelope: envelopes.resultDesc,
		body: z
			.object({
				surveyId: text(),
				questionId: z.string().optional(),
				isAnswered: z.boolean(),
				questionType: questionType.optional(),
				answerOptionIdList: z.array(text()).optional(),
			})
			.strict(),
		handle({ world, body }) {
			const { surveys } = world;
			const { surveyId, questionId, answerOptionIdList: chosen = [] } = body;
			known(world, surveyId);
			const current = questionId ? surveys.question(surveyId, questionId) : undefined;
			if (questionId && !current) throw new Refusal(NOT_THERE, 'The question does not exist.');
			if (current && body.questionType !== undefined && body.questionType !== current.questionType) {
				return wrong('questionType is not that of the question');
			}
			const options = current?.options.map(({ optionId }) => optionId) ?? [];
			if (chosen.some((id: string) => !options.includes(id)))
				return wrong('an option is not one of the question');
			const next = surveys.next(surveyId, current, chosen);
			if (!next) {
				if (surveys.end === 'refused') throw new Refusal(NOT_THERE, 'There is no next question.');
				return { ...DONE, questionId: '', optionIdList: [] };
			}
			return {
				...DONE,
				score: next.score,
				oprRule: {},
				questionId: next.questionId,
				answerNo: (surveys.questionnaire(surveyId)?.questions.indexOf(next) ?? 0) + 1,
				optionIdList: next.options.map(({ optionId, content: words }) => ({ optionId, content: words })),
				questionType: next.questionType,
				content: next.content,
			};
		},
	},
	{
		section: '8.3',
		method: 'POST',
		path: `${BASE}/createQuestionAnswer`,
		envelope: envelopes.resultDesc,
		body: z
			.object({
				questionId: text(),
				surveyAnswerId: text(),
				surveyId: text(),
				optionId: z.string().optional(),
				// In the sample only.
				answerNo: z.number().int().optional(),
				...content,
			})
			.strict(),
		handle({ world, body: { surveyId, answerNo: _, ...fields } }) {
			const { surveys } = world;
			known(world, surveyId);
			const question = surveys.question(surveyId, fields.questionId);
			if (!question) throw new Refusal(NOT_THERE, 'The question does not exist.');
			const sheet = openSheet(world, fields.surveyAnswerId);
			if (sheet instanceof HttpAnswer) return sheet;
			if (sheet.surveyId !== surveyId) return wrong('the answer sheet is that of another survey');
			if (fields.optionId && !question.options.some(({ optionId }) => optionId === fields.optionId)) {
				return wrong('optionId is not one of the question');
			}
			const before = surveys.answersTo(fields.surveyAnswerId, fields.questionId);
			// One record each for the options of a question that allows several: the reference has no other way.
			const isFurther =
				question.questionType === 'multi' && !before.some((one) => one.optionId === fields.optionId);
			if (before.length > 0 && !isFurther) return wrong('the question is answered already');
			const { questionAnswerId } = surveys.answer(fields);
			return { ...DONE, questionAnswerId };
		},
	},
	{
		section: '8.4',
		method: 'POST',
		path: `${BASE}/updateQuestionAnswer`,
		envelope: envelopes.resultDesc,
		body: z.object({ questionAnswerId: text(), costTime: z.number().int().min(0).optional(), ...content }).strict(),
		handle({ world, body }) {
			const answer = world.surveys.answers.get(body.questionAnswerId);
			if (!answer) return wrong('questionAnswerId does not exist');
			const sheet = openSheet(world, answer.surveyAnswerId);
			if (sheet instanceof HttpAnswer) return sheet;
			Object.assign(answer, body);
			return DONE;
		},
	},
	{
		section: '8.5',
		method: 'POST',
		path: `${BASE}/updateScriptAnswer`,
		envelope: envelopes.resultDesc,
		body: z.object({ surveyAnswerId: text(), result }).strict(),
		handle({ world, body }) {
			const sheet = openSheet(world, body.surveyAnswerId);
			if (sheet instanceof HttpAnswer) return sheet;
			sheet.isSubmitted = body.result === 'submit';
			return DONE;
		},
	},
	{
		section: '8.6',
		method: 'POST',
		path: '/apiaccess/ngcrmpfcore_js/csf/exam/sorceresult',
		envelope: [['rtnCode', 'rtnMsg']],
		body: z
			.object({
				params: z
					.object({
						exam_id: text(32),
						param: z
							.object({
								code: oneOfText('0', '12000013', '12000016', '1201008', '1203999'),
								msg: z.string().max(256).optional(),
								result: z.string().regex(/^\d{1,8}(\.\d{1,2})?$/),
							})
							.strict(),
					})
					.strict(),
			})
			.strict(),
		handle({ world, headers, body: { params } }) {
			const scaled = scale(headers);
			if (scaled instanceof HttpAnswer) return scaled;
			if (!world.surveys.knowsExam(params.exam_id)) return wrong('exam_id does not exist');
			const { code, result: score } = params.param;
			world.surveys.examScores.set(params.exam_id, { code, result: score, ...scaled });
			return { rtnCode: '0', rtnMsg: 'query success!' };
		},
	},
];

export const surveys: Interface[] = interfaces.map(keyed);
