import { timingSafeEqual } from 'node:crypto';

/** Whether two secrets are the same, without telling by its duration how much of them is right. */
export function isSame(one: string | Buffer, other: string | Buffer): boolean {
	const [first, second] = [one, other].map((secret) => (typeof secret === 'string' ? Buffer.from(secret) : secret));
	return first.length === second.length && timingSafeEqual(first, second);
}
