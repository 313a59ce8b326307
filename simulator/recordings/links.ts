import { createHmac, timingSafeEqual } from 'node:crypto';
import type { World } from '../world';

/** Links like those of an object store: anybody who has one may use it until it expires. */

const LINK_SECONDS = 4 * 3600;

function signature(path: string, expires: string): string {
	return createHmac('sha1', 'object-store').update(`${path}\n${expires}`).digest('base64');
}

/** The samples of 6.2.5 and 7.5.2 name the key differently. */
export function signedLink(
	world: World,
	path: string,
	keyName: 'AccessKeyId' | 'AWSAccessKeyId',
	seconds = LINK_SECONDS,
): string {
	const expires = String(Math.floor(world.clock.now() / 1000) + seconds);
	const parameters = new URLSearchParams({
		[keyName]: 'SIMULATEDOBSACCESSKE',
		Expires: expires,
		Signature: signature(path, expires),
	});
	return `${world.url}${path}?${parameters.toString()}`;
}

export function isGoodLink(world: World, path: string, query: Record<string, string>): boolean {
	const { Expires: expires = '', Signature: given = '' } = query;
	const expected = Buffer.from(signature(path, expires));
	const received = Buffer.from(given);
	const genuine = expected.length === received.length && timingSafeEqual(expected, received);
	return genuine && Number(expires) > world.clock.now() / 1000;
}
