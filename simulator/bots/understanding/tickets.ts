import { similarity } from './words';

/** Categories of tickets and the words they are known by. All of them are invented. */
const categories = [
	{ label: 'Mobile - Invoice - Wrong charge', example: 'wrong charge on my invoice or bill' },
	{ label: 'Mobile - SIM card - Lost or stolen', example: 'my sim card is lost or stolen' },
	{ label: 'Landline - Fault - No connection', example: 'no connection, the line is dead, outage' },
	{ label: 'Mobile - Tariff - Change', example: 'change my tariff or plan' },
	{ label: '移动业务 - 电子发票', example: '发票开不出来' },
];

export interface Label {
	label: string;
	/** 0 to 1. */
	probability: number;
}

/** The likeliest first, and nothing that is not like it at all. */
export const classify = (text: string): Label[] =>
	categories
		.map(({ label, example }) => ({ label, probability: similarity(text, example) }))
		.filter(({ probability }) => probability > 0)
		.sort((a, b) => b.probability - a.probability);
