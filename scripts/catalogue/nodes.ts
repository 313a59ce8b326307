/** Every node of the package with what it offers, for the tools that list them. */
import type { Resource } from '../../cec/catalogue/operation';
import { catalogue as agent } from '../../nodes/HuaweiCecAgent/catalogue';
import { catalogue as campaign } from '../../nodes/HuaweiCecCampaign/catalogue';
import { INTERFACE as campaignResult } from '../../nodes/HuaweiCecCampaignResultTrigger/callback';

export interface CataloguedNode {
	/** Internal name, as in n8n-nodes-huawei-cec.<name>. */
	name: string;
	/** Folder and class of the node. */
	folder: string;
	title: string;
	resources: Resource[];
}

export const actionNodes: CataloguedNode[] = [
	{ name: 'huaweiCecAgent', folder: 'HuaweiCecAgent', title: 'Huawei CEC Agent', resources: agent },
	{ name: 'huaweiCecCampaign', folder: 'HuaweiCecCampaign', title: 'Huawei CEC Campaign', resources: campaign },
];

/** Interfaces of CEC that call us, with the trigger that receives them. */
export const callbacks = [{ interface: campaignResult, node: 'huaweiCecCampaignResultTrigger' }];

/** Ways in, with the credential that knows them. Section 4.3 describes C2 without an interface of its own. */
export const ways = [
	{ interface: '4.2', credential: 'huaweiCecAppApi' },
	{ interface: '4.3', credential: 'huaweiCecSignatureApi' },
];
