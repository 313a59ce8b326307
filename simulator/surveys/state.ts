import type { Random } from '../random';
import { exams, type Question, type Questionnaire, questionnaires } from './seed';

export interface AnswerSheet {
	surveyAnswerId: string;
	surveyId: string;
	moduleId: string;
	custId?: string;
	serviceId1?: string;
	isSubmitted: boolean;
}

export interface Answer {
	questionAnswerId: string;
	surveyAnswerId: string;
	questionId: string;
	optionId?: string;
	answerText?: string;
	voiceScore?: number;
	operScore?: number;
	costTime?: number;
}

/** How 8.2 answers behind the last question, of which the reference says nothing. */
export type SurveyEnd = 'empty' | 'refused';

export class Surveys {
	end: SurveyEnd = 'empty';
	readonly sheets = new Map<string, AnswerSheet>();
	readonly answers = new Map<string, Answer>();
	readonly examScores = new Map<string, { code: string; result: string; quotiety?: string; totalScore?: string }>();

	constructor(private readonly random: Random) {}

	questionnaire(surveyId: string): Questionnaire | undefined {
		return questionnaires.find((one) => one.surveyId === surveyId);
	}

	question(surveyId: string, questionId: string): Question | undefined {
		return this.questionnaire(surveyId)?.questions.find((one) => one.questionId === questionId);
	}

	/** The question behind this one when these options were chosen; the first one when there is none before. */
	next(surveyId: string, current: Question | undefined, chosen: string[]): Question | undefined {
		if (!current) return this.questionnaire(surveyId)?.questions[0];
		const branch = current.options.find(({ optionId, next }) => next !== undefined && chosen.includes(optionId));
		const following = branch?.next ?? current.next;
		return following === undefined ? undefined : this.question(surveyId, following);
	}

	create(fields: Omit<AnswerSheet, 'surveyAnswerId'>): AnswerSheet {
		const sheet = { surveyAnswerId: this.random.digits(18), ...fields };
		this.sheets.set(sheet.surveyAnswerId, sheet);
		return sheet;
	}

	answer(fields: Omit<Answer, 'questionAnswerId'>): Answer {
		const answer = { questionAnswerId: this.random.digits(18), ...fields };
		this.answers.set(answer.questionAnswerId, answer);
		return answer;
	}

	answersTo(surveyAnswerId: string, questionId: string): Answer[] {
		return [...this.answers.values()].filter(
			(answer) => answer.surveyAnswerId === surveyAnswerId && answer.questionId === questionId,
		);
	}

	knowsExam(examId: string): boolean {
		return exams.includes(examId);
	}

	report(): object {
		return {
			sheets: [...this.sheets.values()],
			answers: [...this.answers.values()],
			examScores: Object.fromEntries(this.examScores),
		};
	}
}
