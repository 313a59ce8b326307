/**
 * A whole questionnaire at once. The questions are gone through first, which changes nothing in CEC: only when each has its
 * answer, and each answer its question, is an answer sheet created, filled in and submitted.
 */
import type { Procedure, Steps } from '../../cec/catalogue/operation';
import { parseExact } from '../../cec/formats/exactJson';
import { readList } from '../../cec/formats/lists';
import { isRecord } from '../../cec/formats/paths';
import { answer } from './resources/answer';
import { question } from './resources/question';
import { QUESTION_TYPE } from './resources/shared';
import { sheet } from './resources/sheet';

type Json = Record<string, unknown>;

/** A question that was asked, with what is answered to it. */
interface Asked {
	id: string;
	question: Json;
	given?: Json;
}

const NOTHING_SAVED = 'Nothing was saved.';

export const fillIn: Procedure = async (steps, values) => {
	const asked = await goThrough(steps, values);
	const { surveyId, moduleId, custId, serviceId1 } = values;
	const { surveyAnswerId } = await steps.ask(sheet.operations.create, { surveyId, moduleId, custId, serviceId1, result: 'save' });
	steps.begun(`The answer sheet ${String(surveyAnswerId)} is saved, but not submitted.`, { surveyAnswerId });
	const answers: Json[] = [];
	for (const { id: questionId, question: { answerNo, content }, given } of asked) {
		if (!given) continue;
		const questionAnswerIds: unknown[] = [];
		for (const record of recordsOf(given)) {
			const created = await steps.ask(answer.operations.create, { surveyAnswerId, surveyId, questionId, ...record });
			questionAnswerIds.push(created.questionAnswerId);
		}
		answers.push({ questionId, answerNo, content, questionAnswerIds });
	}
	await steps.ask(sheet.operations.updateStatus, { surveyAnswerId, result: 'submit' });
	return { surveyAnswerId, submitted: true, answers, skipped: asked.filter(({ given }) => !given).map(({ id }) => id) };
};

/** Two answers to one question would leave it open which of them counts. */
export const mustAnswerOnce = (values: Json): string | undefined => {
	const ids = answersIn(values).map(({ questionId }) => String(questionId));
	const twice = ids.find((id, index) => ids.indexOf(id) !== index);
	return twice === undefined ? undefined : `There are two answers to the question ${twice}; give several options in one of them`;
};

/** Every question on the way that the chosen options lead. */
async function goThrough({ ask, tryTo, problem }: Steps, values: Json): Promise<Asked[]> {
	const open = new Map(answersIn(values).map((given) => [String(given.questionId), given]));
	const asked: Asked[] = [];
	let next: Json | undefined = await ask(question.operations.getNext, { surveyId: values.surveyId, isAnswered: true });
	for (let id = idOf(next); next && id !== undefined; id = idOf(next)) {
		const one: Asked = { id, question: next, given: open.get(id) };
		if (asked.some((before) => before.id === id)) {
			throw problem(`The questionnaire comes back to the question ${id}`, `Look at it in the console of CEC. ${NOTHING_SAVED}`);
		}
		if (!one.given && values.skipOthers !== true) {
			throw problem(`There is no answer to the question ${id}: ${String(next.content)}`, `Add one, or switch on "Skip Other Questions". ${NOTHING_SAVED}`);
		}
		const strange = strangeOption(one);
		if (strange !== undefined) throw problem(`The question ${id} has no option ${strange}`, `Take the ID of one that Question > Get Next tells. ${NOTHING_SAVED}`);
		asked.push(one);
		open.delete(id);
		// How CEC tells that there are no more questions is nowhere written: by one without an ID, or by a refusal.
		next = await tryTo(question.operations.getNext, behind(one, values));
	}
	if (open.size === 0) return asked;
	throw problem(`CEC has not asked: ${[...open.keys()].join(', ')}`, `Check the IDs of these questions, and the options that lead to them. ${NOTHING_SAVED}`);
}

const idOf = (asked: Json | undefined): string | undefined => {
	const id = asked?.questionId;
	return id === undefined || id === null || id === '' ? undefined : String(id);
};

/** A chosen option that the question does not have. Under which key options carry their ID is nowhere written: any will do. */
function strangeOption({ question: { optionIdList }, given }: Asked): string | undefined {
	if (!Array.isArray(optionIdList) || optionIdList.length === 0) return undefined;
	const known = new Set(optionIdList.flatMap((option: unknown) => (isRecord(option) ? Object.values(option) : [option])).map(String));
	return readList(given?.optionIds).map(String).find((id) => !known.has(id));
}

function behind({ id, question: { questionType }, given }: Asked, { surveyId }: Json): Json {
	return {
		surveyId,
		questionId: id,
		isAnswered: given !== undefined,
		...(String(questionType) in QUESTION_TYPE && { questionType }),
		answerOptionIdList: readList(given?.optionIds),
	};
}

/** What is created for an answer: a record for each option, the first of which has what else was answered. */
function recordsOf({ optionIds, questionId: _, ...content }: Json): Json[] {
	const [first, ...others] = readList(optionIds);
	return [{ ...content, optionId: first }, ...others.map((optionId) => ({ optionId }))];
}

/** Rows, or what an expression or JSON gives in their place; that it is sound is checked with the other values. */
function answersIn({ answers, answersJson }: Json): Json[] {
	const given = answersJson ?? answers;
	const found = typeof given === 'string' ? parsed(given) : given;
	return (Array.isArray(found) ? found : [found]).filter(isRecord);
}

function parsed(text: string): unknown {
	try {
		return parseExact(text);
	} catch {
		return undefined;
	}
}
