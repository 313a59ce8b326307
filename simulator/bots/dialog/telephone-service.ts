import type { Ask, Node, Script } from './script';

/** The service bot of a telephone company, in writing. All of it is invented. */

const PHONE = /\b\d{6,15}\b/;
const ANYTHING = /\S.*/s;

const topics = {
	tariff: 'tariffUse',
	bill: 'billNumber',
	lostSim: 'simNumber',
	technician: 'technicianPostcode',
	person: 'personReason',
	roaming: 'roaming',
	goodbye: 'satisfaction',
};

/** Whoever wants a person gets one, whatever the question. */
const ask = (text: string, more: Partial<Ask>): Ask => ({
	do: 'ask',
	text,
	otherwise: 'personReason',
	...more,
	branches: { person: 'personReason', ...more.branches },
});
const question = (text: string, slot: string, next: string, pattern = ANYTHING): Ask =>
	ask(text, { takes: { pattern, slot, next } });
const yesOrNo = (text: string, yes: string, no: string): Ask => ask(text, { branches: { yes, no } });
const say = (text: string, next: string): Node => ({ do: 'say', text, next });

const tariffCard = JSON.stringify({
	title: 'Tariffs for {gigabytes} GB a month',
	items: [
		{ name: 'Basic', price: '9.90' },
		{ name: 'Plus', price: '19.90' },
		{ name: 'Max', price: '29.90' },
	],
});

export const telephoneService: Script = {
	media: 'text',
	language: 'en_US',
	nodes: {
		start: say('Welcome to Example Telecom.', 'rules'),
		rules: say('This conversation is recorded.', 'menu'),
		menu: ask('What can I do for you? Tariff, bill, lost SIM card, technician or a person?', {
			branches: { ...topics, greeting: 'menu' },
		}),
		more: ask('Is there anything else I can do for you?', {
			branches: { ...topics, yes: 'menu', no: 'satisfaction' },
		}),
		roaming: say('Roaming in the EU costs nothing extra.', 'more'),

		tariffUse: question('How many gigabytes do you use in a month?', 'gigabytes', 'tariffCard', /\d+/),
		tariffCard: {
			...question(tariffCard, 'tariff', 'tariffConfirm', /Basic|Plus|Max/i),
			as: 'card',
		} as Ask,
		tariffConfirm: yesOrNo('Shall I change your tariff to {tariff}?', 'tariffStart', 'more'),
		tariffStart: question('From which day on?', 'startDay', 'tariffDone'),
		tariffDone: say('Done: {tariff} from {startDay} on.', 'more'),

		billNumber: question('What is your telephone number?', 'number', 'billMonth', PHONE),
		billMonth: question('The bill of which month?', 'month', 'billShown'),
		billShown: say('The bill of {month} for {number} is 24.90.', 'billDetails'),
		billDetails: yesOrNo('Do you want the details?', 'billDetailsShown', 'more'),
		billDetailsShown: say('Tariff 19.90, calls 5.00.', 'billDispute'),
		billDispute: yesOrNo('Is a charge wrong?', 'billDisputed', 'more'),
		billDisputed: question('Which charge, and why?', 'dispute', 'billDisputeNoted'),
		billDisputeNoted: say('We will look into "{dispute}" and write to you.', 'more'),

		simNumber: question('Which telephone number does the SIM card have?', 'number', 'simBirthday', PHONE),
		simBirthday: question('When were you born?', 'birthday', 'simConfirm', /\d/),
		simConfirm: yesOrNo('Shall I block the SIM card of {number} now?', 'simBlocked', 'more'),
		simBlocked: say('The SIM card of {number} is blocked.', 'simNew'),
		simNew: yesOrNo('Do you want a new one?', 'simAddress', 'more'),
		simAddress: question('Where shall we send it?', 'address', 'simSent'),
		simSent: say('A new SIM card is on its way to {address}.', 'more'),

		technicianPostcode: question('What is your postcode?', 'postcode', 'technicianProblem', /\b\d{5}\b/),
		technicianProblem: question('What is the matter?', 'problem', 'technicianDay'),
		technicianDay: question('Which day suits you?', 'day', 'technicianTime'),
		technicianTime: question(
			'In the morning or in the afternoon?',
			'time',
			'technicianPhone',
			/morning|afternoon/i,
		),
		technicianPhone: question('Where can the technician call you?', 'number', 'technicianConfirm', PHONE),
		technicianConfirm: yesOrNo('{day}, {time}, {postcode}: is that right?', 'technicianBooked', 'technicianDay'),
		technicianBooked: say('The technician comes on {day} in the {time}.', 'more'),

		personReason: {
			do: 'ask',
			text: 'What shall I tell the agent it is about?',
			takes: { pattern: ANYTHING, slot: 'reason', next: 'personQueue' },
			otherwise: 'transfer',
		},
		personQueue: { do: 'query', asks: { skillId: '5' }, moduleName: 'Queue', next: 'personWait' },
		personWait: {
			do: 'ask',
			text: 'Your place in the queue would be {queueIndex}, about {estimateTime} seconds. Will you wait?',
			branches: { yes: 'transfer', no: 'more' },
			otherwise: 'transfer',
		},
		transfer: { do: 'transfer', type: '3', route: 'webchat', data: '{"reason":"{reason}"}', failed: 'nobody' },
		nobody: say('I am sorry, nobody is free right now.', 'more'),

		satisfaction: {
			do: 'ask',
			text: 'How satisfied are you, from 1 to 5?',
			takes: { pattern: /^\s*[1-5]\s*$/, slot: 'satisfaction', next: 'bye' },
			question: 'Satisfaction',
			otherwise: 'bye',
		},
		bye: say('Thank you. Goodbye.', 'end'),
		end: { do: 'end', reason: '0' },
	},
};

/** The same in a few words of Chinese. */
export const shortService: Script = {
	media: 'text',
	language: 'zh_CN',
	nodes: {
		start: {
			do: 'ask',
			text: '您好，请问有什么可以帮您？',
			branches: { bill: 'bill', tariff: 'tariff' },
			otherwise: 'end',
		},
		bill: say('您当月累计消费100元。', 'end'),
		tariff: say('我们有三种套餐。', 'end'),
		end: { do: 'end', reason: '0' },
	},
};
