import { Refusal } from '../interface';

/** 12.3.8.2. */
export const codes = {
	ok: '0100000',
	failed: '0100001',
	malformed: '0100002',
	oldPlatform: '0100003',
	unknown: '0100999',
	qualityGroups: '0101001',
	noNumber: '0101002',
	noRight: '0101003',
} as const;

export function refuse(message: string, code: string = codes.malformed): never {
	throw new Refusal(code, message);
}
