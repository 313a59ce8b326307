import type { IncomingHttpHeaders } from 'node:http';
import { tenant } from '../../tenant';
import type { World } from '../../world';
import type { WayIn } from '../bot-interface';
import { codes, refuse } from '../codes';

const field = (body: unknown, key: string): unknown =>
	typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[key] : undefined;

/** Lets a request in, or refuses it, before anybody looks at the rest of it. */
export function admit(world: World, way: WayIn, headers: IncomingHttpHeaders, body: unknown): void {
	const { tokens } = world.bots;
	switch (way) {
		case 'body':
			return tokens.check(field(body, 'authToken'), 'tenant');
		case 'dialog':
			return tokens.check(field(field(body, 'inparams'), 'auth_token'), 'tenant');
		case 'bodyOrHeaders':
			if (headers.username === undefined) return tokens.check(field(body, 'authToken'), 'tenant');
			checkUser(headers, tenant.bots.internal.userName);
			return tokens.check(headers.token, 'internal');
		case 'system':
			checkUser(headers, tenant.bots.system.userName);
			return tokens.check(headers.token, 'system');
		case 'itself':
			return undefined;
	}
}

function checkUser({ username }: IncomingHttpHeaders, expected: string): void {
	if (username === undefined) refuse(codes.noToken, 'There is no userName');
	if (username !== expected) refuse(codes.badToken, 'userName is unknown');
}
