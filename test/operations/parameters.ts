/**
 * Parameters of every operation, as the editor would store them. A new operation without an entry here fails
 * the test: nothing is offered that has not met the simulator.
 */
import { agentCases } from './agent';
import { botDialogCases } from './botDialog';
import { botManagementCases } from './botManagement';
import { callCases } from './call';
import { campaignCases } from './campaign';
import type { Case } from './case';
import { agentWorkspaceCases } from './agentWorkspace';
import { knowledgeBaseCases } from './knowledgeBase';
import { monitoringCases } from './monitoring';
import { platformCases } from './platform';
import { qualityInspectionCases } from './qualityInspection';
import { qualityRulesCases } from './qualityRules';
import { recordingCases } from './recording';
import { speechRecognitionCases } from './speechRecognition';
import { statisticsCases } from './statistics';
import { supervisionCases } from './supervision';
import { surveyCases } from './survey';
import { ticketCases } from './ticket';
import { webChatCases } from './webChat';

export type { Case, Parameters, Prepare } from './case';

const withNode = (node: string, cases: Record<string, Case>) =>
	Object.entries(cases).map(([key, one]) => [`${node}/${key}`, one] as const);

/** By `node/resource/operation`. */
export const cases: Record<string, Case> = Object.fromEntries([
	...withNode('huaweiCecAgent', agentCases),
	...withNode('huaweiCecBotDialog', botDialogCases),
	...withNode('huaweiCecBotManagement', botManagementCases),
	...withNode('huaweiCecCall', callCases),
	...withNode('huaweiCecCampaign', campaignCases),
	...withNode('huaweiCecAgentWorkspace', agentWorkspaceCases),
	...withNode('huaweiCecKnowledgeBase', knowledgeBaseCases),
	...withNode('huaweiCecMonitoring', monitoringCases),
	...withNode('huaweiCecPlatform', platformCases),
	...withNode('huaweiCecQualityInspection', qualityInspectionCases),
	...withNode('huaweiCecQualityRules', qualityRulesCases),
	...withNode('huaweiCecRecording', recordingCases),
	...withNode('huaweiCecSpeechRecognition', speechRecognitionCases),
	...withNode('huaweiCecStatistics', statisticsCases),
	...withNode('huaweiCecSupervision', supervisionCases),
	...withNode('huaweiCecSurvey', surveyCases),
	...withNode('huaweiCecTicket', ticketCases),
	...withNode('huaweiCecWebChat', webChatCases),
]);
