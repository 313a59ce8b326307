import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

/** Attachments of articles, small but real: what downloads them can open them. */

export function textFile(lines: string[]): Buffer {
	return Buffer.from(`${lines.join('\r\n')}\r\n`, 'utf8');
}

/** One page with one line of text. */
export function pdf(line: string): Buffer {
	const shown = `BT /F1 18 Tf 40 90 Td (${line.replace(/[\\()]/g, '\\$&')}) Tj ET`;
	const objects = [
		'<< /Type /Catalog /Pages 2 0 R >>',
		'<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
		'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 180] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
		`<< /Length ${shown.length} >>\nstream\n${shown}\nendstream`,
		'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
	];
	let text = '%PDF-1.4\n';
	const starts = objects.map((object, at) => {
		const start = text.length;
		text += `${at + 1} 0 obj\n${object}\nendobj\n`;
		return String(start).padStart(10, '0');
	});
	const table = starts.map((start) => `${start} 00000 n \n`).join('');
	const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
	return Buffer.from(`${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${end}`, 'latin1');
}

/** Bars of growing height, black on white, in shades of grey. */
export function png(heights: number[]): Buffer {
	const bar = 16;
	const [width, height] = [heights.length * bar, Math.max(...heights)];
	const rows = Array.from({ length: height }, (_, row) => {
		const line = Array.from({ length: width }, (__, x) => {
			const isGap = x % bar >= bar - 4;
			return !isGap && row >= height - heights[Math.floor(x / bar)] ? 0 : 255;
		});
		return Buffer.from([0, ...line]);
	});
	const head = Buffer.alloc(13);
	head.writeUInt32BE(width, 0);
	head.writeUInt32BE(height, 4);
	head[8] = 8;
	const magic = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
	const parts = [
		chunk('IHDR', head),
		chunk('IDAT', deflateSync(Buffer.concat(rows))),
		chunk('IEND', Buffer.alloc(0)),
	];
	return Buffer.concat([magic, ...parts]);
}

function chunk(type: string, data: Buffer): Buffer {
	const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const framed = Buffer.alloc(named.length + 8);
	framed.writeUInt32BE(data.length, 0);
	named.copy(framed, 4);
	framed.writeUInt32BE(crc32(named), named.length + 4);
	return framed;
}

/** Names of files in the object store look like this; the same file has the same one after a reset. */
export function storeName(id: string): string {
	const hash = createHash('sha256').update(id).digest('hex');
	return [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 16), hash.slice(16, 20), hash.slice(20, 32)].join('-');
}
