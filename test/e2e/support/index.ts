export { credentialData } from '../../../scripts/credentials';
export { activationFailure } from './activation';
export { n8n } from './n8n';
export { OwnN8n } from './ownN8n';
export { readRuntime as runtime } from './runtime';
export { simulator } from './simulator';
export { askBots, askCec, askQuality, campaignBody, forgetToken, INSPECTOR, newCampaign, wireTime } from './tenant';
export {
	agent,
	agentEventTrigger,
	base,
	call,
	callTrigger,
	campaign,
	newRecordTrigger,
	node,
	resultTrigger,
	speechRecognition,
	speechTrigger,
	start,
	ticket,
	ticketTrigger,
	using,
	workflow,
	workflowWithItems,
} from './workflow';
