import type { Script } from './script';

/** The hotline of the same company: keys and speech. All of it is invented. */
export const hotline: Script = {
	media: 'voice',
	language: 'en_US',
	nodes: {
		start: { do: 'say', wav: 'welcome', text: '', next: 'notice' },
		notice: { do: 'say', text: 'This call is recorded.', next: 'advert' },
		advert: { do: 'say', text: 'Try our new tariff Max.', next: 'menu' },
		menu: {
			do: 'ask',
			text: 'One for your balance, two to say what you want, three for a message, four for a film, zero for an agent.',
			listen: { keys: 1 },
			branches: { 1: 'number', 2: 'speak', 3: 'message', 4: 'film', 0: 'queue', '*': 'menu' },
			otherwise: 'fault',
		},
		number: {
			do: 'ask',
			text: 'Key in your telephone number, then the hash key.',
			listen: { keys: 12 },
			takes: { pattern: /^\d{6,12}$/, slot: 'number', next: 'balance' },
			otherwise: 'queue',
		},
		balance: { do: 'say', text: 'The balance of {number} is 24.90.', next: 'rate' },
		speak: {
			do: 'ask',
			text: 'What do you want?',
			listen: 'speech',
			branches: { bill: 'number', technician: 'technician', person: 'queue', goodbye: 'rate' },
			otherwise: 'queue',
		},
		technician: {
			do: 'transfer',
			type: '5',
			route: '15550180',
			callingNumber: '15550100',
			recordPath: 'Y:/1/transferrecord/',
			failed: 'nobody',
		},
		message: { do: 'record', text: 'Speak after the tone.', next: 'messageThanks' },
		messageThanks: { do: 'say', text: 'Thank you for your message.', next: 'rate' },
		film: { do: 'say', video: 'Y:/1/video/tariffs.3gp', text: '', next: 'menu' },
		queue: { do: 'query', skillId: '4', moduleName: 'Queue', next: 'transfer' },
		transfer: { do: 'transfer', type: '1', route: '15550101', data: 'number={number}', failed: 'nobody' },
		nobody: { do: 'say', text: 'Nobody is free right now.', next: 'menu' },
		rate: {
			do: 'ask',
			text: 'Are you satisfied? Key in or say yes or no: one is yes, two is no.',
			listen: 'both',
			branches: { 1: 'bye', 2: 'bye', yes: 'bye', no: 'bye' },
			question: 'Satisfaction',
			otherwise: 'bye',
		},
		bye: { do: 'say', text: 'Goodbye.', next: 'end' },
		end: { do: 'end', reason: '0' },
		fault: { do: 'end', reason: '1' },
	},
};
