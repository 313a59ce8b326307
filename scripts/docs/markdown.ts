/** The few pieces of Markdown that the pages are made of. */

export function table(head: string[], rows: string[][]): string {
	const line = (cells: string[]) => `| ${cells.map(cell).join(' | ')} |`;
	return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

export const code = (text: string): string => `\`${text}\``;

/** The part of a link that leads to a heading, as GitHub makes it. */
export function anchor(heading: string): string {
	return heading
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\s_-]/gu, '')
		.replace(/\s/g, '-');
}

/** A text as a sentence of its own: capital letter, period. */
export function sentence(text: string): string {
	return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** `a`, `a or b`, `a, b or c`. */
export function oneOf(words: string[]): string {
	return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words[words.length - 1]}`;
}

/** Orders codes by their number where they are numbers: 2 before 10. */
export function compareCodes(one: string, other: string): number {
	const difference = Number(one) - Number(other);
	return Number.isNaN(difference) ? (one < other ? -1 : 1) : difference;
}

/** Paragraphs with an empty line between them; what is empty is left out. */
export function page(...paragraphs: Array<string | undefined>): string {
	return `${paragraphs.filter(Boolean).join('\n\n')}\n`;
}

/** Outside of code, `<`, `*` and `_` would be read as Markdown; a bar would end the cell. */
export function plain(text: string): string {
	return text
		.replace(/<br>/g, ' ')
		.replace(/<a [^>]*>([^<]*)<\/a>/g, '$1')
		.replace(/[<*_\\]/g, (sign) => `\\${sign}`);
}

function cell(text: string): string {
	return text.replace(/\|/g, '\\|').replace(/\s+/g, ' ').trim();
}
