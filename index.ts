/** n8n loads nodes and credentials by the paths in package.json; this is for programs that want their classes. */
export { HuaweiCecAppApi } from './credentials/HuaweiCecAppApi.credentials';
export { HuaweiCecSignatureApi } from './credentials/HuaweiCecSignatureApi.credentials';
export { HuaweiCecAgent } from './nodes/HuaweiCecAgent/HuaweiCecAgent.node';
export { HuaweiCecCampaign } from './nodes/HuaweiCecCampaign/HuaweiCecCampaign.node';
export { HuaweiCecCampaignResultTrigger } from './nodes/HuaweiCecCampaignResultTrigger/HuaweiCecCampaignResultTrigger.node';
