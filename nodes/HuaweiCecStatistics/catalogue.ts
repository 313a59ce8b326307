/** Everything the Statistics node offers; the first one is what a new node starts with. */
import type { Resource } from '../../cec/catalogue/operation';
import { agent } from './resources/agent';
import { agentMetric } from './resources/agentMetric';
import { calledRoute } from './resources/calledRoute';
import { campaign } from './resources/campaign';
import { dailyTotal } from './resources/dailyTotal';
import { groupMember } from './resources/groupMember';
import { inspectionRelation } from './resources/inspectionRelation';
import { ivrMetric } from './resources/ivrMetric';
import { missedCall } from './resources/missedCall';
import { skillGroup } from './resources/skillGroup';
import { skillQueueMetric } from './resources/skillQueueMetric';
import { tenant } from './resources/tenant';
import { userGroup } from './resources/userGroup';
import { vdn } from './resources/vdn';
import { vdnMetric } from './resources/vdnMetric';

export const catalogue: Resource[] = [
	skillQueueMetric,
	agentMetric,
	ivrMetric,
	vdnMetric,
	missedCall,
	dailyTotal,
	campaign,
	agent,
	calledRoute,
	skillGroup,
	tenant,
	vdn,
	userGroup,
	groupMember,
	inspectionRelation,
];
