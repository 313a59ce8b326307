/** The bot of a channel: it knows a few questions, and answers the one that shares most words with what it is asked. */

interface Question {
	question: string;
	answer: string;
}

const QUESTIONS: Record<string, Question[]> = {
	en: [
		{ question: 'Where is my order?', answer: 'You find the state of your order under My Orders.' },
		{ question: 'When will my order arrive?', answer: 'Orders arrive within three days.' },
		{ question: 'How can I change my order?', answer: 'An order can be changed until it is packed.' },
		{ question: 'How can I cancel my order?', answer: 'An order can be cancelled until it is packed.' },
		{ question: 'Can I split my order?', answer: 'An agent can split an order.' },
		{ question: 'Who packs my order?', answer: 'Our people in the warehouse pack it.' },
		{ question: 'When are the shops open?', answer: 'From nine to six, Monday to Saturday.' },
	],
	zh: [
		{ question: '我的订单在哪里?', answer: '请查看我的订单。' },
		{ question: '营业时间是什么?', answer: '九点到六点。' },
	],
};

const MOST_PHRASES = 5;

export const GREETING = 'Welcome! What can I do for you?';

export const speaks = (locale: string): boolean => QUESTIONS[locale] !== undefined;

export function phrases(locale: string, keyword: string): string[] {
	const wanted = keyword.toLowerCase();
	const found = (QUESTIONS[locale] ?? []).filter(({ question }) => question.toLowerCase().includes(wanted));
	return found.slice(0, MOST_PHRASES).map(({ question }) => question);
}

export function answerTo(locale: string, text: string): { text: string; similar: string[] } {
	const words = text
		.toLowerCase()
		.split(/\W+/)
		.filter((word) => word.length > 3);
	const known = QUESTIONS[locale] ?? QUESTIONS.en;
	const score = ({ question }: Question): number =>
		words.filter((word) => question.toLowerCase().includes(word)).length;
	const [best, ...others] = known.filter((one) => score(one) > 0).sort((one, other) => score(other) - score(one));
	if (!best) return { text: 'I did not understand that. You can ask for an agent.', similar: [] };
	return { text: best.answer, similar: others.slice(0, 2).map(({ question }) => question) };
}
