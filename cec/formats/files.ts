/** What a downloaded file is and how it is called, from its first bytes and the headers it came with. */

export interface FileKind {
	type: string;
	extension: string;
}

const UNKNOWN: FileKind = { type: 'application/octet-stream', extension: 'bin' };

/** How files begin that contact centres store; `.` stands for any byte. */
const BEGINNINGS: Array<[begins: RegExp, kind: FileKind]> = [
	[/^RIFF....WAVE/s, { type: 'audio/wav', extension: 'wav' }],
	[/^RIFF....AVI /s, { type: 'video/x-msvideo', extension: 'avi' }],
	[/^....ftyp/s, { type: 'video/mp4', extension: 'mp4' }],
	[/^ID3|^\xff[\xe2\xe3\xf2\xf3\xfa\xfb]/, { type: 'audio/mpeg', extension: 'mp3' }],
	[/^PK/, { type: 'application/zip', extension: 'zip' }],
];

/** How many bytes tell what a file is. */
const BEGINNING_BYTES = 12;

/** What a file is that begins with these bytes, or else by its name; just bytes where neither tells. */
export function kindOf(beginning: Buffer, name: string): FileKind {
	const text = beginning.subarray(0, BEGINNING_BYTES).toString('latin1');
	const byContent = BEGINNINGS.find(([begins]) => begins.test(text));
	const byName = BEGINNINGS.find(([, { extension }]) => name.toLowerCase().endsWith(`.${extension}`));
	return (byContent ?? byName)?.[1] ?? UNKNOWN;
}

/** The last part of a path, of whatever system. */
export function baseName(path: string): string {
	return path.split(/[\\/]/).pop() ?? '';
}

/** The name that a `Content-Disposition` header gives, without any folders; undefined where it gives none. */
export function nameIn(disposition: unknown): string | undefined {
	if (typeof disposition !== 'string') return undefined;
	const [, encoded] = /filename\*\s*=\s*UTF-8'[^']*'([^;\s]+)/i.exec(disposition) ?? [];
	const [, quoted, bare] = /filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i.exec(disposition) ?? [];
	const name = baseName(decoded(encoded) ?? quoted ?? bare ?? '');
	return name === '' || name === '.' || name === '..' ? undefined : name;
}

export const hasExtension = (name: string): boolean => /\.\w+$/.test(name);

/** A name with an extension, that of its content where it has none of its own. */
export function withExtension(name: string, { extension }: FileKind): string {
	return hasExtension(name) ? name : `${name}.${extension}`;
}

function decoded(text: string | undefined): string | undefined {
	try {
		return text && decodeURIComponent(text);
	} catch {
		return undefined;
	}
}
