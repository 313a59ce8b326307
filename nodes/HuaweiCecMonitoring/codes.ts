/** What the codes in answers mean (12.3.8). */
import type { Options } from '../../cec/catalogue/field';

/** Table 12-483, which sums up the states of the platform. */
export const agentStatuses: Options = {
	0: 'Unknown',
	1: 'Signed In',
	2: 'Signed Out',
	3: 'Busy',
	4: 'Idle',
	5: 'Wrap-Up',
	6: 'Idle',
	7: 'In a Call',
	8: 'Rest',
};

/** Table 12-444: where the agents of a queue are listed, one state means that it could not be found out. */
export const queueAgentStatuses: Options = { ...agentStatuses, 2: 'Unknown' };

/** Why an agent who has asked for a rest does not have it yet (tables 12-337, 12-489). */
export const restObstacles: Options = {
	0: 'Waits for approval',
	1: 'Agent is busy',
	2: 'Too many agents of the VDN are at rest',
	3: 'Agent takes no calls and is in no skill queue',
	4: 'Too many agents of the skill queue are at rest',
};

/** Table 12-471. */
export const callStates: Options = {
	0: 'No Call',
	1: 'Occupied',
	2: 'Waiting in a Skill Queue',
	3: 'Waiting for This Agent',
	4: 'Ringing',
	5: 'Talking',
	6: 'On Hold',
	7: 'Suspended',
	8: 'Muted',
	9: 'Three-Party Call',
};

export const directions: Options = { 0: 'Inbound', 1: 'Outbound' };

/** Table 12-700. */
export const callFeatures: Options = {
	0: 'Customer',
	1: 'Operator',
	2: 'Long-Distance Customer',
	3: 'Network Route',
	4: 'International Inbound',
	40: 'Scheduled Outbound',
	41: 'Preoccupied Outbound',
	42: 'Preconnected Outbound',
	43: 'Predictive Outbound',
	44: 'Preview Outbound',
	45: 'Callback Request',
	51: 'Internal Help',
};

/** Table 12-699. */
export const agentTypes: Options = {
	0: 'Extension',
	1: 'Subscriber Line',
	2: '1B+D',
	3: 'Single Phone',
	4: 'PC and Phone',
	5: 'Video (2B+D)',
	6: 'Video (6B+D)',
	7: 'Phone',
	8: 'Configuration Manager',
	9: 'nB+D',
	10: 'Network',
	11: 'Video',
	12: 'Single Video Phone',
	13: 'Multimedia',
};

/** Table 12-354: what an agent may do, by position in the text of zeros and ones. */
const RIGHTS: Record<number, string> = {
	1: 'Busy and Idle',
	2: 'Mute',
	3: 'Hold',
	4: 'Hold Connection',
	5: 'Call Out',
	6: 'Internal Call',
	7: 'Internal Transfer',
	8: 'Take Transferred Calls',
	9: 'Three-Party Call',
	10: 'Transfer Out',
	11: 'Transfer to IVR',
	12: 'Take No Calls',
	13: 'Listen, Insert and Whisper',
	14: 'Intercept',
	15: 'Force Sign-Out, Busy and Idle',
	16: 'Record and Play for Inspection',
	17: 'Watch for Inspection',
	18: 'Manage Reviews',
	19: 'Review',
	20: 'Alarm Console',
	21: 'Handle Reports',
	23: 'Monitoring Console',
	24: 'Manage Configuration',
	25: 'Manage Reports',
	26: 'Call Out Long-Distance',
	27: 'Call Out International',
	28: 'Call Out With Own Access Code',
	29: 'Inspect Screens',
	30: 'Pick Up Within Group',
	32: 'Configure Agents',
	33: 'Configure Skills',
	34: 'No Own Calling Number',
	35: 'Audit Configuration',
};

/** The names of the rights that an agent has. */
export const rightsIn = (rights: unknown): string[] =>
	[...String(rights)].flatMap((bit, index) => (bit === '1' ? (RIGHTS[index + 1] ?? []) : []));
