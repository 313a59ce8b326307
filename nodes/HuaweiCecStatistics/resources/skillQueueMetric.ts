import { operation, resource, type Erratum } from '../../../cec/catalogue/operation';
import { cms } from '../../../cec/families/cms';
import { V1, whose } from '../../HuaweiCecMonitoring/shared';
import { skillQueueDayMetrics, skillQueueMetrics, skillQueueOfWholeDays } from '../metrics/skillQueue';
import { counted, fitsInterval, lastDay, ofDays, ofMonths, recent } from './metrics';
import { misread, skillQueues } from './shared';

const swapped: Erratum = {
	printed: 'names of IDX_DURATION_SKILL_ABANDON_QUEUE and IDX_DURATION_SKILL_ABANDON_ACK',
	sent: 'read as time in the queue and time of ringing',
	why: 'The names stand in each other’s row; codes and explanations agree.',
};

const queues = skillQueues().required();

export const skillQueueMetric = resource('skillQueueMetric', 'Skill Queue Metric', cms, {
	getRecent: operation('12.3.2.4', {
		name: 'Get Today or Yesterday',
		action: 'Get the metrics of skill queues of today or yesterday',
		description: 'Get what happened in skill queues today or yesterday, for the whole day or by interval',
		request: `POST ${V1}/hisindex/skill`,
		risk: 'read',
		body: { ...whose, skillIds: queues, ...recent(skillQueueMetrics) },
		check: fitsInterval(skillQueueMetrics, skillQueueOfWholeDays),
		pieces: { list: 'skillIds', size: 1000 },
		answer: counted(skillQueueMetrics),
		errata: [misread, swapped],
	}),

	getDays: operation('12.3.2.6', {
		name: 'Get for Days',
		action: 'Get the metrics of skill queues for days',
		description: 'Get what happened in skill queues in a span of days, counted together',
		request: `POST ${V1}/hisindex/skillforday`,
		risk: 'read',
		body: { ...whose, skillIds: queues, ...ofDays(skillQueueDayMetrics) },
		pieces: { list: 'skillIds', size: 1000 },
		answer: counted(skillQueueDayMetrics),
		errata: [misread, { printed: 'skilllds', sent: 'skillIds', why: 'So the sample; l stands for I.' }, lastDay, swapped],
	}),

	getMonths: operation('12.3.2.7', {
		name: 'Get for Months',
		action: 'Get the metrics of skill queues for months',
		description: 'Get what happened in skill queues in a span of months, counted together',
		request: `POST ${V1}/hisindex/skillformonth`,
		risk: 'read',
		body: { ...whose, skillIds: queues, ...ofMonths(skillQueueDayMetrics) },
		pieces: { list: 'skillIds', size: 1000 },
		answer: counted(skillQueueDayMetrics),
		errata: [misread, swapped],
	}),
});
