import { entries, nameOf } from '../../../cec/catalogue/answer';
import { picks } from '../../../cec/catalogue/field';
import { metrics, metricValues } from '../../../cec/catalogue/metrics';
import { operation, resource } from '../../../cec/catalogue/operation';
import { cms } from '../../../cec/families/cms';
import { skillQueueMetrics } from '../metrics';
import { mediaTypes, V1, whose, WRAPPER } from '../shared';

const skillIds = picks('skillQueues', 'Skill Queues').asInteger().required().max(1000);

export const skillQueue = resource('skillQueue', 'Skill Queue', cms, {
	getMany: operation('12.3.1.1.9', {
		name: 'Get Many',
		action: 'Get many skill queues',
		request: `POST ${V1}/configures/skills`,
		risk: 'read',
		body: whose,
		bodyIn: WRAPPER,
		answer: entries('resultDesc', { adds: { media: nameOf('mediaType', mediaTypes) } }),
	}),

	getMetrics: operation('12.3.1.2.12', {
		name: 'Get Metrics',
		action: 'Get metrics of skill queues',
		description: 'Get how many calls wait, how long, and what the agents are doing, right now',
		request: `POST ${V1}/skill/rindex`,
		risk: 'read',
		body: { ...whose, skillIds, indexIds: metrics(skillQueueMetrics).required() },
		answer: entries('resultDesc', { adds: { values: metricValues(skillQueueMetrics) } }),
	}),
});
