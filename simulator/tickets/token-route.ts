import type { Answered, OwnRoute, Received } from '../own-route';
import type { World } from '../world';

const FIELDS = ['client_id', 'client_secret', 'grant_type'];

const refused = (status: number, error: string, why: string): Answered => ({
	status,
	body: { error, error_description: why },
});

/**
 * 17.1.1. The table has its parameters in the body, the sample prints them under the headers: a form, as OAuth 2.0 has it,
 * whose errors these are as well.
 */
function token(world: World, { headers, query, raw }: Received): Answered {
	const type = headers['content-type'] ?? '';
	if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type)) {
		return refused(400, 'invalid_request', 'the body is not a form');
	}
	const given = new URLSearchParams(raw.toString('utf8'));
	if ([...given.keys()].sort().join() !== FIELDS.join() || Object.keys(query).length > 0) {
		return refused(400, 'invalid_request', `the form must have ${FIELDS.join(', ')}`);
	}
	if (given.get('grant_type') !== 'client_credentials') {
		return refused(400, 'unsupported_grant_type', 'grant_type must be client_credentials');
	}
	if (!world.accessTokens.knows(given.get('client_id'), given.get('client_secret'))) {
		return refused(401, 'invalid_client', 'client_id or client_secret is wrong');
	}
	return { status: 200, body: world.accessTokens.issue() };
}

export const tokenRoute: OwnRoute = {
	section: '17.1.1',
	method: 'POST',
	path: '/baas/auth/v1.0/oauth2/token',
	serve: token,
};
