/** Rows of comma-separated values: with or without quotes, and whatever ends a line. */

const CELL = /("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n|\n|\r|$)/y;

export function readCsv(text: string): string[][] {
	const rows: string[][] = [];
	let row: string[] = [];
	const cells = new RegExp(CELL);
	const plain = text.replace(/^\ufeff/, '');
	while (cells.lastIndex < plain.length) {
		const [, cell, end] = cells.exec(plain) ?? ['', '', ''];
		row.push(cell.startsWith('"') && cell.length > 1 ? cell.slice(1, -1).replaceAll('""', '"') : cell.trim());
		if (end === ',') continue;
		if (row.some((value) => value !== '')) rows.push(row);
		row = [];
		if (end === '') break;
	}
	if (row.length > 0) rows.push(row);
	return rows;
}

/** Rows as objects. A first row that holds the name of the first column names all of them; without one these columns do, in their order. */
export function namedRows(rows: string[][], columns: string[]): Array<Record<string, string>> {
	const [first = [], ...others] = rows;
	const hasNames = first[0]?.toLowerCase() === columns[0]?.toLowerCase();
	const names = hasNames ? first : columns;
	return (hasNames ? others : rows).map((row) => Object.fromEntries(row.map((value, index) => [names[index] ?? `column${index + 1}`, value])));
}
