import { rejectSignature } from '../auth/signature';
import type { Received } from '../own-route';
import type { World } from '../world';

/**
 * The ways into the knowledge base. `sia` and `signature` are those of the reference (9.1.1, 9.1.2): tables list the
 * headers of both as required, but each belongs to one way, as its path does. `token` is the way of the vendor's later
 * public edition, with the token of 4.2 and an x-app-key, below /apiaccess.
 */
export const ways = ['sia', 'signature', 'token'] as const;

export type Way = (typeof ways)[number];

export const pathOf: Record<Way, (path: string) => string> = {
	sia: (path) => `/rest/ccikbs/v1/${path}`,
	signature: (path) => `/rest/ccikbs/v1/${path}ByAKSK`,
	token: (path) => `/apiaccess/ccikbs/v1/${path}`,
};

/** Undefined when the request may pass, otherwise the reason why not (HTTP 401, by the note of 9.1.2). */
export function rejectKnowledge(world: World, way: Way, request: Received): string | undefined {
	const { headers } = request;
	switch (way) {
		case 'sia':
			if (headers['x-tenantspaceid'] !== world.tenant.tenantId) return 'X-TenantSpaceID is missing or unknown';
			return world.siaTokens.reject(headers['x-access-token']);
		case 'signature':
			return rejectSignature({ ...request, body: request.raw }, world.tenant, Date.now());
		case 'token':
			if (headers['x-app-key'] === undefined) return 'x-app-key is missing';
			return world.tokens.reject(headers);
	}
}
