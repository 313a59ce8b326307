/** HTML as plain text, for people's eyes and language models. */
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
const BREAKS = /<(br|hr)\b[^>]*>|<\/(p|div|li|tr|h[1-6]|table|ul|ol|section|blockquote|pre)\s*>/gi;

/** Keeps paragraphs, list items and table cells apart; drops scripts, styles and everything between angle brackets. */
export function htmlToText(html: string): string {
	const text = html
		.replace(/<!--[\s\S]*?-->|<(script|style|head)\b[\s\S]*?<\/\1\s*>/gi, '')
		.replace(/\s+/g, ' ')
		.replace(/<li\b[^>]*>/gi, '- ')
		.replace(/<\/t[dh]\s*>/gi, '\t')
		.replace(BREAKS, '\n')
		.replace(/<[^>]*>/g, '');
	return decodeEntities(text)
		.split('\n')
		.map((line) => line.replace(/[ \u00a0]+/g, ' ').trim())
		.join('\n')
		.replace(/\n{3,}/g, '\n\n')
		.trim();
}

function decodeEntities(text: string): string {
	return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
		if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
		const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex as string, 16);
		return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
	});
}
