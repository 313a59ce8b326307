/** HTML as plain text, for people's eyes and language models. */

/** The names of the characters from U+00A0 on, in their order. */
const LATIN = (
	'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil ' +
	'sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute ' +
	'Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc ' +
	'atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide ' +
	'oslash ugrave uacute ucirc uuml yacute thorn yuml'
).split(' ');
const FIRST_LATIN = 0xa0;

const ENTITIES: Record<string, string> = {
	...Object.fromEntries(LATIN.map((name, index) => [name, String.fromCodePoint(FIRST_LATIN + index)])),
	...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" },
	...{ ldquo: '“', rdquo: '”', lsquo: '‘', rsquo: '’', sbquo: '‚', bdquo: '„', hellip: '…', ndash: '–', mdash: '—', bull: '•', euro: '€', trade: '™' },
	...{ ensp: ' ', emsp: ' ', thinsp: ' ', larr: '←', uarr: '↑', rarr: '→', darr: '↓', harr: '↔', rArr: '⇒', minus: '−', le: '≤', ge: '≥', ne: '≠', infin: '∞' },
};

/** A comment, a tag, or what stands between them; a lone angle bracket is a character like others. */
const TOKEN = /<!--[\s\S]*?(?:-->|$)|<!\w[^<>]*>|<(\/?)([a-z][a-z0-9]*)\b([^<>]*)>|[^<]+|</gi;
const UNSEEN = ['script', 'style', 'head', 'template'];
const BLOCKS = ['p', 'div', 'ul', 'ol', 'li', 'table', 'tr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'section', 'article', 'blockquote', 'pre', 'dl', 'dt', 'dd', 'hr'];
const CELLS = ['td', 'th'];

/** Keeps paragraphs, list items, table cells and the targets of links; drops scripts, styles and everything else in angle brackets. */
export function htmlToText(html: string): string {
	let text = '';
	let unseen: string | undefined;
	/** The number of the next item in each list around; 0 where items have none. */
	const lists: number[] = [];
	const links: Array<{ target: string; from: number }> = [];
	for (const [token, slash, tag, attributes = ''] of html.matchAll(TOKEN)) {
		const name = tag?.toLowerCase();
		if (unseen !== undefined) {
			if (slash && name === unseen) unseen = undefined;
		} else if (name === undefined) {
			if (!token.startsWith('<!')) text += decodeEntities(token.replace(/\s+/g, ' '));
		} else if (slash) {
			close(name);
		} else {
			open(name, attributes);
		}
	}
	return tidy(text);

	function open(name: string, attributes: string): void {
		if (UNSEEN.includes(name)) unseen = name;
		if (name === 'br') text += '\n';
		if (BLOCKS.includes(name)) breakLine();
		if (name === 'ol' || name === 'ul') lists.push(name === 'ol' ? 1 : 0);
		if (name === 'li') text += marker();
		if (name === 'img') text += valueOf('alt', attributes);
		if (name === 'a') links.push({ target: valueOf('href', attributes), from: text.length });
	}

	function close(name: string): void {
		if (name === 'ol' || name === 'ul') lists.pop();
		if (CELLS.includes(name)) text += '\t';
		if (BLOCKS.includes(name)) breakLine();
		const { target, from } = (name === 'a' && links.pop()) || { target: '', from: 0 };
		// A target that is the text itself, or leads nowhere outside, tells nothing.
		if (/^(https?:|mailto:|tel:)/i.test(target) && !text.slice(from).includes(target)) text += ` (${target})`;
	}

	function breakLine(): void {
		if (text !== '' && !text.endsWith('\n') && !text.endsWith('\n ')) text += '\n';
	}

	function marker(): string {
		const number = lists.pop() ?? 0;
		lists.push(number === 0 ? 0 : number + 1);
		return number === 0 ? '- ' : `${number}. `;
	}
}

function valueOf(attribute: string, attributes: string): string {
	const [, double, single, bare] = new RegExp(`\\b${attribute}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"']+))`, 'i').exec(attributes) ?? [];
	return decodeEntities(double ?? single ?? bare ?? '').trim();
}

function tidy(text: string): string {
	return text
		.split('\n')
		.map((line) => line.replace(/[ \u00a0]+/g, ' ').trim())
		.join('\n')
		.replace(/\n{3,}/g, '\n\n')
		.trim();
}

function decodeEntities(text: string): string {
	return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
		if (name !== undefined) return ENTITIES[name] ?? ENTITIES[name.toLowerCase()] ?? whole;
		const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex as string, 16);
		return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
	});
}
