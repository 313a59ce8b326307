/** The phone at which the agent takes calls (6.5.1.7). */
import { callRole, hangUpReason } from '../fields';
import { group } from '../kind';

export const phone = group('phone', {
	'Phone Busy': { name: 'phoneBusy', type: 'AgentOther_PhoneBusy', description: 'The phone of the agent cannot take the call' },
	'Phone Hung Up': {
		name: 'phoneHungUp',
		type: 'AgentOther_PhoneRelease',
		description: 'The phone of the agent is hung up, with who did it',
		fields: [hangUpReason],
	},
	'Phone Picked Up': {
		name: 'phonePickedUp',
		type: 'AgentOther_PhoneOffhook',
		description: 'The phone of the agent is picked up',
		fields: [callRole],
	},
	'Phone Ringing': { name: 'phoneRinging', type: 'AgentOther_PhoneAlerting', description: 'The phone of the agent rings' },
	'Phone State Unknown': {
		name: 'phoneStateUnknown',
		type: 'AgentOther_PhoneUnknow',
		aliases: /^AgentOther_PhoneUnknown$/i,
		description: 'The gateway does not know what the phone of the agent does',
	},
});
