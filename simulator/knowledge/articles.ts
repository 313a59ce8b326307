import { pdf, png, textFile } from './files';

/** What the knowledge base of an invented telephone company holds. */

export interface ColumnSeed {
	name: string;
	columns?: ColumnSeed[];
	articles?: ArticleSeed[];
}

export interface FileSeed {
	name: string;
	bytes: Buffer;
	/** Part of the article itself, such as a picture in it, rather than added to it. */
	isInner?: boolean;
}

export interface ArticleSeed {
	name: string;
	html: string;
	/** Question and answer rather than an ordinary article. */
	isQuestion?: boolean;
	summary?: string;
	keyword?: string;
	/** 1 ordinary, 2 hot, 3 new, 4 updated, 5 outdated. */
	serviceStatus?: number;
	/** How long ago it was written and changed. */
	daysOld?: number;
	changedDaysAgo?: number;
	files?: FileSeed[];
	/** Names of articles it points to. */
	related?: string[];
}

const MANY = 120;

const areaCodes: ArticleSeed[] = Array.from({ length: MANY }, (_, at) => ({
	name: `What is the area code of Town ${at + 1}?`,
	html: `<p>The area code of Town ${at + 1} is <b>0${1500 + at}</b>.</p>`,
	isQuestion: true,
	daysOld: 200,
}));

export const columns: ColumnSeed[] = [
	{
		name: 'Tariffs',
		columns: [
			{
				name: 'Mobile',
				articles: [
					{
						name: 'Tariff Example Mobile S',
						html: '<h1>Example Mobile S</h1><p>5&nbsp;GB and free calls for 9.90 a month &amp; no contract.</p>',
						summary: 'The small mobile tariff',
						keyword: 'mobile,prepaid',
						serviceStatus: 2,
						daysOld: 60,
						changedDaysAgo: 5,
						files: [
							{ name: 'prices.pdf', bytes: pdf('Example Mobile S: 9.90 a month') },
							{ name: 'speed.png', bytes: png([8, 16, 28, 44]), isInner: true },
						],
						related: ['Tariff Example Mobile L', 'How do I change my tariff?'],
					},
					{
						name: 'Tariff Example Mobile L',
						html: '<h1>Example Mobile L</h1><p>50 GB and free calls for 29.90 a month.</p>',
						summary: 'The large mobile tariff',
						keyword: 'mobile',
						serviceStatus: 3,
						daysOld: 20,
						related: ['Tariff Example Mobile S'],
					},
					{
						name: 'How do I change my tariff?',
						html: '<p>In the app, under <i>My contract</i>, until the day before the month ends.</p>',
						isQuestion: true,
						keyword: 'change',
						daysOld: 45,
					},
				],
			},
			{
				name: 'Landline',
				articles: [
					{
						name: 'Tariff Example Home',
						html: '<p>Landline and internet for 24.90 a month.</p>',
						serviceStatus: 5,
						daysOld: 400,
						changedDaysAgo: 300,
					},
				],
			},
		],
	},
	{
		name: 'Faults',
		articles: [
			{
				name: 'The router shows a red light',
				html: '<ol><li>Pull the plug.</li><li>Wait ten seconds.</li><li>Plug it in again.</li></ol>',
				summary: 'What to try before a technician is sent',
				keyword: 'router,fault',
				serviceStatus: 2,
				daysOld: 90,
				changedDaysAgo: 30,
				files: [
					{
						name: 'checklist für Router.txt',
						bytes: textFile([
							'1. Is the cable plugged in?',
							'2. Is the light red?',
							'3. Grüße vom Service',
						]),
					},
				],
				related: ['How long does a repair take?'],
			},
			{
				name: 'How long does a repair take?',
				html: '<p>Two working days at most.</p>',
				isQuestion: true,
				daysOld: 90,
			},
		],
	},
	{ name: 'Area codes', articles: areaCodes },
	{ name: 'Archive' },
];
