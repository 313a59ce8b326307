import { entries } from '../../../cec/catalogue/answer';
import { picks } from '../../../cec/catalogue/field';
import { metrics, metricValues } from '../../../cec/catalogue/metrics';
import { operation, resource } from '../../../cec/catalogue/operation';
import { cms } from '../../../cec/families/cms';
import { vdnMetrics } from '../metrics';
import { callCenter, V1, whose } from '../shared';
import { NEW_PLATFORM } from './shared';

export const vdn = resource('vdn', 'VDN', cms, {
	getMetrics: operation('12.3.1.1.17', {
		name: 'Get Metrics',
		action: 'Get metrics of one VDN or several',
		description: 'Get how many calls there are, and what the agents are doing, right now',
		request: `POST ${V1}/rindex/vdn`,
		risk: 'read',
		body: {
			...callCenter,
			indexIds: metrics(vdnMetrics).required(),
			vdnIds: picks('vdns', 'VDN Names or IDs', 'The VDN of the credential when left empty').asInteger().orOwn('vdnId'),
		},
		pieces: { list: 'vdnIds', size: 100 },
		answer: entries('resultDesc', { adds: { values: metricValues(vdnMetrics) } }),
		notice: NEW_PLATFORM,
	}),

	getRestReasons: operation('12.3.1.1.10', {
		name: 'Get Rest Reasons',
		action: 'Get the rest reasons of the VDN',
		description: 'Get the reasons for which agents may rest',
		request: `GET ${V1}/agentgroup/restreasons/{ccId}/{vdn}`,
		risk: 'read',
		path: whose,
		answer: entries('resultDesc'),
	}),
});
