import { Refusal } from '../interface';

/** Table 13.2.3.1, as far as it can come true here. */
export const codes = {
	ok: '0',
	missing: '0300001',
	empty: '0300002',
	tooLong: '0300003',
	format: '0300004',
	version: '0300006',
	noBody: '0300007',
	dayInPath: '0300010',
	noFile: '0300011',
	noData: '0300012',
	order: '0300013',
	span: '0300014',
	future: '0300016',
	neither: '0300019',
	several: '0300020',
	path: '0300021',
	characters: '0300022',
	folder: '0300023',
	notCanonical: '0300024',
	foreign: '0300026',
	parameter: '0300028',
	nothingToPlay: '0300029',
	oiapLength: '0300031',
	invalidPath: '0300032',
	noLocation: '0300033',
	notWav: '0300035',
	notMono: '0300036',
	sampleSize: '0300037',
	sampleRate: '0300038',
	unreadable: '0300039',
	tooLarge: '0300041',
	severalFiles: '0300044',
	noDrive: '0300046',
} as const;

export function refuse(code: string, message: string): never {
	throw new Refusal(code, message);
}
