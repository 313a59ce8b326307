import { words } from './words';

/** What the bots understand. All of it is invented. */

export interface Domain {
	domainId: number;
	domainName: string;
	language: string;
}

export interface Intent {
	domainId: number;
	/** The command word. */
	command: string;
	name: string;
	description: string;
	/** A sentence with one of these in it means this; more of them make it surer. */
	keywords: string[];
	answer: string;
	/** Small talk is counted apart (10.15.3). */
	isTalk?: boolean;
}

export interface Match {
	intent: Intent;
	confidence: number;
	params: Record<string, string>;
}

export const domains: Domain[] = [
	{ domainId: 10079, domainName: 'Telephone service', language: 'en_US' },
	{ domainId: 10080, domainName: '电信服务', language: 'zh_CN' },
];

const english = (command: string, name: string, keywords: string[], answer: string, isTalk?: boolean): Intent => ({
	domainId: 10079,
	command,
	name,
	description: name,
	keywords,
	answer,
	...(isTalk && { isTalk }),
});

const chinese = (command: string, name: string, keywords: string[], answer: string): Intent => ({
	...english(command, name, keywords, answer),
	domainId: 10080,
	description: '',
});

export const intents: Intent[] = [
	english('tariff', 'Tariffs', ['tariff', 'plan', 'price', 'offer'], 'We offer the tariffs Basic, Plus and Max.'),
	english('bill', 'Bill', ['bill', 'invoice', 'balance', 'charge'], 'Your bill of this month is 24.90.'),
	english('lostSim', 'Lost SIM card', ['sim', 'lost', 'stolen', 'block'], 'We can block your SIM card at once.'),
	english(
		'technician',
		'Technician appointment',
		['technician', 'appointment', 'repair', 'broken', 'outage'],
		'A technician can come to you.',
	),
	english('person', 'Talk to a person', ['person', 'human', 'agent', 'operator', 'somebody'], 'I connect you.'),
	english('roaming', 'Roaming', ['roaming', 'abroad', 'travel'], 'Roaming in the EU costs nothing extra.'),
	english('goodbye', 'Goodbye', ['bye', 'goodbye', 'nothing', 'thanks'], 'Goodbye.', true),
	english('greeting', 'Greeting', ['hello', 'hi'], 'Hello!', true),
	english('yes', 'Yes', ['yes', 'yeah', 'sure', 'ok', 'please'], 'Good.'),
	english('no', 'No', ['no', 'not', 'nope'], 'All right.'),
	chinese('bill', '话费查询', ['话费', '账单', '余额'], '您当月累计消费100元。'),
	chinese('tariff', '套餐', ['套餐', '资费'], '我们有三种套餐。'),
];

export const intentsOf = (language: string, domainIds?: number[]): Intent[] => {
	const known = domains.filter((one) => one.language === language && (domainIds?.includes(one.domainId) ?? true));
	return intents.filter(({ domainId }) => known.some((one) => one.domainId === domainId));
};

/** Best first. Sure is who heard two keywords; one of them leaves a doubt. */
export function understand(sentence: string, language: string, domainIds?: number[]): Match[] {
	const said = new Set(words(sentence));
	const has = (keyword: string): boolean =>
		language === 'zh_CN' ? sentence.includes(keyword) : said.has(keyword) || said.has(`${keyword}s`);
	return intentsOf(language, domainIds)
		.map((intent) => ({ intent, heard: intent.keywords.filter(has).length }))
		.filter(({ heard }) => heard > 0)
		.sort((a, b) => b.heard - a.heard)
		.map(({ intent, heard }) => ({ intent, confidence: heard > 1 ? 1 : 0.8, params: slots(sentence) }));
}

/** Slots come as the sample of 10.14 has them: {"Number": "3"}. */
function slots(sentence: string): Record<string, string> {
	const number = /\d+/.exec(sentence)?.[0];
	return number === undefined ? {} : { Number: number };
}
