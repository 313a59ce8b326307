/** Every node of the package with what it offers, for the tools that list them. */
import type { Resource } from '../../cec/catalogue/operation';
import { catalogue as agent } from '../../nodes/HuaweiCecAgent/catalogue';
import { agentEvent } from '../../nodes/HuaweiCecAgentEventTrigger/poll';
import { INTERFACE as pushedEvents } from '../../nodes/HuaweiCecAgentEventTrigger/receive';
import { catalogue as agentWorkspace } from '../../nodes/HuaweiCecAgentWorkspace/catalogue';
import { catalogue as botDialog } from '../../nodes/HuaweiCecBotDialog/catalogue';
import { catalogue as botManagement } from '../../nodes/HuaweiCecBotManagement/catalogue';
import { catalogue as call } from '../../nodes/HuaweiCecCall/catalogue';
import { INTERFACES as callEvents } from '../../nodes/HuaweiCecCallTrigger/events';
import { catalogue as campaign } from '../../nodes/HuaweiCecCampaign/catalogue';
import { INTERFACES as chatbot } from '../../nodes/HuaweiCecChatbotTrigger/receive';
import { INTERFACE as campaignResult } from '../../nodes/HuaweiCecCampaignResultTrigger/callback';
import { INTERFACES as filesReady } from '../../nodes/HuaweiCecFileReadyTrigger/callback';
import { catalogue as knowledgeBase } from '../../nodes/HuaweiCecKnowledgeBase/catalogue';
import { catalogue as monitoring } from '../../nodes/HuaweiCecMonitoring/catalogue';
import { kinds as watchedRecords } from '../../nodes/HuaweiCecNewRecordTrigger/kinds/index';
import { catalogue as platform } from '../../nodes/HuaweiCecPlatform/catalogue';
import { catalogue as qualityInspection } from '../../nodes/HuaweiCecQualityInspection/catalogue';
import { catalogue as qualityRules } from '../../nodes/HuaweiCecQualityRules/catalogue';
import { catalogue as recording } from '../../nodes/HuaweiCecRecording/catalogue';
import { catalogue as speechRecognition } from '../../nodes/HuaweiCecSpeechRecognition/catalogue';
import { INTERFACE as speech } from '../../nodes/HuaweiCecSpeechRecognitionTrigger/callback';
import { catalogue as statistics } from '../../nodes/HuaweiCecStatistics/catalogue';
import { catalogue as supervision } from '../../nodes/HuaweiCecSupervision/catalogue';
import { catalogue as survey } from '../../nodes/HuaweiCecSurvey/catalogue';
import { catalogue as ticket } from '../../nodes/HuaweiCecTicket/catalogue';
import { watched as watchedTickets } from '../../nodes/HuaweiCecTicketTrigger/watched';
import { catalogue as webChat } from '../../nodes/HuaweiCecWebChat/catalogue';
import { chatStep } from '../../nodes/HuaweiCecWebChat/resources/chatStep';

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
	{ name: 'huaweiCecAgentWorkspace', folder: 'HuaweiCecAgentWorkspace', title: 'Huawei CEC Agent Workspace', resources: agentWorkspace },
	{ name: 'huaweiCecBotDialog', folder: 'HuaweiCecBotDialog', title: 'Huawei CEC Bot Dialog', resources: botDialog },
	{ name: 'huaweiCecBotManagement', folder: 'HuaweiCecBotManagement', title: 'Huawei CEC Bot Management', resources: botManagement },
	{ name: 'huaweiCecCall', folder: 'HuaweiCecCall', title: 'Huawei CEC Call', resources: call },
	{ name: 'huaweiCecCampaign', folder: 'HuaweiCecCampaign', title: 'Huawei CEC Campaign', resources: campaign },
	{ name: 'huaweiCecKnowledgeBase', folder: 'HuaweiCecKnowledgeBase', title: 'Huawei CEC Knowledge Base', resources: knowledgeBase },
	{ name: 'huaweiCecMonitoring', folder: 'HuaweiCecMonitoring', title: 'Huawei CEC Monitoring', resources: monitoring },
	{ name: 'huaweiCecPlatform', folder: 'HuaweiCecPlatform', title: 'Huawei CEC Platform', resources: platform },
	{
		name: 'huaweiCecQualityInspection',
		folder: 'HuaweiCecQualityInspection',
		title: 'Huawei CEC Quality Inspection',
		resources: qualityInspection,
	},
	{ name: 'huaweiCecQualityRules', folder: 'HuaweiCecQualityRules', title: 'Huawei CEC Quality Rules', resources: qualityRules },
	{ name: 'huaweiCecRecording', folder: 'HuaweiCecRecording', title: 'Huawei CEC Recording', resources: recording },
	{
		name: 'huaweiCecSpeechRecognition',
		folder: 'HuaweiCecSpeechRecognition',
		title: 'Huawei CEC Speech Recognition',
		resources: speechRecognition,
	},
	{ name: 'huaweiCecStatistics', folder: 'HuaweiCecStatistics', title: 'Huawei CEC Statistics', resources: statistics },
	{ name: 'huaweiCecSupervision', folder: 'HuaweiCecSupervision', title: 'Huawei CEC Supervision', resources: supervision },
	{ name: 'huaweiCecSurvey', folder: 'HuaweiCecSurvey', title: 'Huawei CEC Survey', resources: survey },
	{ name: 'huaweiCecTicket', folder: 'HuaweiCecTicket', title: 'Huawei CEC Ticket', resources: ticket },
	{ name: 'huaweiCecWebChat', folder: 'HuaweiCecWebChat', title: 'Huawei CEC Web Chat', resources: webChat },
];

/** What triggers ask for by themselves; nobody chooses it in a node. */
export const askedByTriggers: Array<Pick<CataloguedNode, 'name' | 'resources'>> = [{ name: 'huaweiCecAgentEventTrigger', resources: [agentEvent] }];

/** Interfaces of CEC that call us, with the trigger that receives them. */
export const callbacks = [
	{ interface: campaignResult, node: 'huaweiCecCampaignResultTrigger' },
	...callEvents.map((section) => ({ interface: section, node: 'huaweiCecCallTrigger' })),
	{ interface: pushedEvents, node: 'huaweiCecAgentEventTrigger' },
	...chatbot.map((section) => ({ interface: section, node: 'huaweiCecChatbotTrigger' })),
	...filesReady.map((section) => ({ interface: section, node: 'huaweiCecFileReadyTrigger' })),
	{ interface: speech, node: 'huaweiCecSpeechRecognitionTrigger' },
];

/** Interfaces that polling triggers look at; action nodes offer them, too. */
export const polled = [
	...Object.values(watchedRecords).flatMap(({ list }) => list.sections.map((section) => ({ interface: section, node: 'huaweiCecNewRecordTrigger' }))),
	...Object.values(watchedTickets).flatMap(({ list }) => list.sections.map((section) => ({ interface: section, node: 'huaweiCecTicketTrigger' }))),
	...chatStep.operations.poll.sections.map((section) => ({ interface: section, node: 'huaweiCecWebChatTrigger' })),
];

/** Ways in, with the credential that knows them. Section 4.3 describes C2 without an interface of its own. */
export const ways = [
	{ interface: '4.2', credential: 'huaweiCecAppApi' },
	{ interface: '4.3', credential: 'huaweiCecSignatureApi' },
	{ interface: '4.4', credential: 'huaweiCecBotApi' },
	{ interface: '4.5', credential: 'huaweiCecAgentApi' },
	{ interface: '4.6', credential: 'huaweiCecGatewayAdminApi' },
	{ interface: '9.1.1', credential: 'huaweiCecKnowledgeBaseApi' },
	{ interface: '17.1.1', credential: 'huaweiCecTicketApi' },
];
