/** Everything the Survey node offers; the first one is what a new node starts with. */
import type { Resource } from '../../cec/catalogue/operation';
import { answer } from './resources/answer';
import { examScore } from './resources/examScore';
import { question } from './resources/question';
import { questionnaire } from './resources/questionnaire';
import { sheet } from './resources/sheet';

export const catalogue: Resource[] = [questionnaire, sheet, question, answer, examScore];
