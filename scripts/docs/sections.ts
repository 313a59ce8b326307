/** Sections of the reference: "7.1.2". */

/** Orders sections as the reference does: 7.1.2 before 7.1.10. */
export function compareSections(one: string, other: string): number {
	const [left, right] = [one, other].map((section) => section.split('.').map(Number));
	for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
		const difference = (left[index] ?? -1) - (right[index] ?? -1);
		if (difference !== 0) return difference;
	}
	return 0;
}

export interface Chapter {
	number: number;
	/** What it is about, in our words. */
	about: string;
	/** How many interfaces it describes. */
	interfaces: number;
}

/** The chapters of the reference that describe interfaces. */
export const chapters: Chapter[] = [
	{ number: 4, about: 'Ways in', interfaces: 3 },
	{ number: 5, about: 'Configuration of the contact centre', interfaces: 37 },
	{ number: 6, about: 'Agent workbench', interfaces: 120 },
	{ number: 7, about: 'Outbound campaigns', interfaces: 53 },
	{ number: 8, about: 'Questionnaires', interfaces: 6 },
	{ number: 9, about: 'Knowledge base', interfaces: 5 },
	{ number: 10, about: 'Bots', interfaces: 52 },
	{ number: 11, about: 'Web chat', interfaces: 20 },
	{ number: 12, about: 'Live supervision, quality inspection, monitoring', interfaces: 198 },
	{ number: 13, about: 'Recordings and call detail records', interfaces: 30 },
	{ number: 14, about: 'Voice notifications', interfaces: 4 },
	{ number: 15, about: 'Operation and maintenance', interfaces: 5 },
	{ number: 16, about: 'Tickets, old version', interfaces: 16 },
	{ number: 17, about: 'Tickets', interfaces: 19 },
	{ number: 18, about: 'Data processing', interfaces: 1 },
	{ number: 19, about: 'Others', interfaces: 6 },
];

export const chapterOf = (section: string): number => Number(section.split('.')[0]);
