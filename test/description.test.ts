/** Every editor downloads the descriptions of all nodes, and n8n copies them for its tools: they must stay small. */
import type { INodeType } from 'n8n-workflow';

import { HuaweiCecAgent } from '../nodes/HuaweiCecAgent/HuaweiCecAgent.node';
import { HuaweiCecBotManagement } from '../nodes/HuaweiCecBotManagement/HuaweiCecBotManagement.node';
import { HuaweiCecCampaign } from '../nodes/HuaweiCecCampaign/HuaweiCecCampaign.node';
import { HuaweiCecCampaignResultTrigger } from '../nodes/HuaweiCecCampaignResultTrigger/HuaweiCecCampaignResultTrigger.node';
import { HuaweiCecQualityInspection } from '../nodes/HuaweiCecQualityInspection/HuaweiCecQualityInspection.node';
import { HuaweiCecQualityRules } from '../nodes/HuaweiCecQualityRules/HuaweiCecQualityRules.node';
import { HuaweiCecSupervision } from '../nodes/HuaweiCecSupervision/HuaweiCecSupervision.node';
import { HuaweiCecWebChat } from '../nodes/HuaweiCecWebChat/HuaweiCecWebChat.node';

const MOST_BYTES = 120 * 1024;

const nodes: INodeType[] = [
	new HuaweiCecAgent(),
	new HuaweiCecBotManagement(),
	new HuaweiCecCampaign(),
	new HuaweiCecCampaignResultTrigger(),
	new HuaweiCecQualityInspection(),
	new HuaweiCecQualityRules(),
	new HuaweiCecSupervision(),
	new HuaweiCecWebChat(),
];

test.each(nodes.map(({ description }) => ({ name: description.name, description })))(
	'the description of $name is small',
	({ description }) => {
		const bytes = Buffer.byteLength(JSON.stringify(description));
		expect(bytes).toBeGreaterThan(1000);
		expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
	},
);
