/** n8n loads nodes and credentials by the paths in package.json; this is for programs that want their classes. */
export { HuaweiCecAgentApi } from './credentials/HuaweiCecAgentApi.credentials';
export { HuaweiCecAppApi } from './credentials/HuaweiCecAppApi.credentials';
export { HuaweiCecCallbackSecretApi } from './credentials/HuaweiCecCallbackSecretApi.credentials';
export { HuaweiCecGatewayAdminApi } from './credentials/HuaweiCecGatewayAdminApi.credentials';
export { HuaweiCecItaApi } from './credentials/HuaweiCecItaApi.credentials';
export { HuaweiCecSignatureApi } from './credentials/HuaweiCecSignatureApi.credentials';
export { HuaweiCecAgent } from './nodes/HuaweiCecAgent/HuaweiCecAgent.node';
export { HuaweiCecAgentEventTrigger } from './nodes/HuaweiCecAgentEventTrigger/HuaweiCecAgentEventTrigger.node';
export { HuaweiCecAgentWorkspace } from './nodes/HuaweiCecAgentWorkspace/HuaweiCecAgentWorkspace.node';
export { HuaweiCecCall } from './nodes/HuaweiCecCall/HuaweiCecCall.node';
export { HuaweiCecCallTrigger } from './nodes/HuaweiCecCallTrigger/HuaweiCecCallTrigger.node';
export { HuaweiCecCampaign } from './nodes/HuaweiCecCampaign/HuaweiCecCampaign.node';
export { HuaweiCecCampaignResultTrigger } from './nodes/HuaweiCecCampaignResultTrigger/HuaweiCecCampaignResultTrigger.node';
export { HuaweiCecSpeechRecognition } from './nodes/HuaweiCecSpeechRecognition/HuaweiCecSpeechRecognition.node';
export { HuaweiCecSpeechRecognitionTrigger } from './nodes/HuaweiCecSpeechRecognitionTrigger/HuaweiCecSpeechRecognitionTrigger.node';
