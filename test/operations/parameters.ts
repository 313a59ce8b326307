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
import { recordingCases } from './recording';
import { speechRecognitionCases } from './speechRecognition';
import { supervisionCases } from './supervision';
import { ticketCases } from './ticket';

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
	...withNode('huaweiCecRecording', recordingCases),
	...withNode('huaweiCecSpeechRecognition', speechRecognitionCases),
	...withNode('huaweiCecSupervision', supervisionCases),
	...withNode('huaweiCecTicket', ticketCases),
]);
