import { operation, resource } from '../../../cec/catalogue/operation';
import { cms } from '../../../cec/families/cms';
import { V1, whose } from '../../HuaweiCecMonitoring/shared';
import { agentDayMetrics, agentMetrics, agentOfWholeDays } from '../metrics/agent';
import { counted, fitsInterval, lastDay, ofDays, ofMonths, recent } from './metrics';
import { agents, misread } from './shared';

export const agentMetric = resource('agentMetric', 'Agent Metric', cms, {
	getRecent: operation('12.3.2.5', {
		name: 'Get Today or Yesterday',
		action: 'Get the metrics of agents of today or yesterday',
		description: 'Get what agents did today or yesterday, for the whole day or by interval',
		request: `POST ${V1}/hisindex/agent`,
		risk: 'read',
		body: { ...whose, agentIds: agents().required(), ...recent(agentMetrics) },
		check: fitsInterval(agentMetrics, agentOfWholeDays),
		pieces: { list: 'agentIds', size: 100 },
		answer: counted(agentMetrics),
		notice: 'Figures of calls are up to date. Those of sign-ins, wrap-ups, rests, holds and other states come with a delay.',
		errata: [misread],
	}),

	getDays: operation('12.3.2.8', {
		name: 'Get for Days',
		action: 'Get the metrics of agents for days',
		description: 'Get what agents did in a span of days, counted together',
		request: `POST ${V1}/hisindex/agentforday`,
		risk: 'read',
		body: { ...whose, agentIds: agents().required(), ...ofDays(agentDayMetrics) },
		pieces: { list: 'agentIds', size: 1000 },
		answer: counted(agentDayMetrics),
		errata: [misread, lastDay],
	}),

	getMonths: operation('12.3.2.9', {
		name: 'Get for Months',
		action: 'Get the metrics of agents for months',
		description: 'Get what agents did in a span of months, counted together',
		request: `POST ${V1}/hisindex/agentformonth`,
		risk: 'read',
		body: { ...whose, agentIds: agents().required(), ...ofMonths(agentDayMetrics) },
		pieces: { list: 'agentIds', size: 1000 },
		answer: counted(agentDayMetrics),
		errata: [misread],
	}),
});
