import { z } from 'zod';
import { HttpAnswer, type Interface, Refusal } from '../interface';
import { optionalText, text } from '../schema/fields';
import { customerInterface } from './customer-interface';

/** 11.4, 11.15 and 11.20. */

const DESCRIPTIONS = ['Very dissatisfied', 'Dissatisfied', 'Neutral', 'Satisfied', 'Very satisfied'];
const levels = DESCRIPTIONS.map((satisfactionLevelDesc, index) => ({
	satisfactionLevelDesc,
	satisfactionLevelKey: String(index + 1),
}));

/** The name of the interface has one s where the printed path has two. */
const levelRoute = (path: string, isPrinted: boolean): Interface =>
	customerInterface({
		section: '11.20',
		method: 'POST',
		path,
		handle(_customer, { world }) {
			const { surveys, printedPaths } = world.webChats.settings;
			if (printedPaths !== isPrinted) return new HttpAnswer(404, '请求的内容未找到：请检查请求的路径。');
			return {
				satisfactionSurvey: surveys ? { surveyType: 'WEB', satisfactionLevel: levels } : { surveyType: 'NO' },
				resultCode: '0',
				resultDesc: 'Get satisfaction survey mode success!',
			};
		},
	});

export const ratingRoutes: Interface[] = [
	levelRoute('/getsatisfactionsurveymode', false),
	levelRoute('/getsatisfactionssurveymode', true),
	customerInterface({
		section: '11.4',
		method: 'POST',
		path: '/saveSatisfaction',
		body: z
			.object({
				channel: z.literal('WEB'),
				userId: text(32),
				evaluation: z.enum(['1', '2', '3', '4', '5']),
				comment: text(511),
				channelConfigId: text(),
			})
			.strict(),
		handle(customer, { world, body }) {
			const isOther = body.userId !== customer.userId || body.channelConfigId !== customer.channelId;
			if (isOther || !world.webChats.hasBeenConnected(customer)) {
				throw new Refusal('13', 'The callIdString obtained failed!');
			}
			world.webChats.ratings.push(body);
			return { resultCode: '0', resultDesc: 'Save satisfaction success!' };
		},
	}),
	customerInterface({
		section: '11.15',
		method: 'POST',
		path: '/v1/robot/feedbacksatisfaction',
		body: z
			.object({
				feedback: z.union([z.literal(0), z.literal(1)]),
				feedbackContent: optionalText(64),
				from: text(),
				interIdx: text(),
			})
			.strict(),
		handle(customer, { world, body }) {
			if (body.feedback === 0 && !body.feedbackContent)
				throw new Refusal('30000000008', 'feedbackContent is empty');
			if (!world.webChats.of(customer)?.isWithBot)
				throw new Refusal('30000000019', 'no conversation with a robot');
			world.webChats.ratings.push(body);
			return { resultCode: '0', resultDesc: 'Send message to robot successfully' };
		},
	}),
];
