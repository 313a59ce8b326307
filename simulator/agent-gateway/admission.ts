import type { IncomingHttpHeaders } from 'node:http';
import type { World } from '../world';
import { codes, refuse } from './codes';
import { pathInt } from './request';
import { isQuery } from './traffic';

const LOWEST = 101;
const HIGHEST = 59_999;

/** What is checked before an agent's request is read: whose it is, and whether there are too many (6.1.3, 6.5.6). */
export function admit(
	world: World,
	one: { path: string; method: string; isLogin?: boolean; malformed?: string },
	{ agentid }: Record<string, string>,
	headers: IncomingHttpHeaders,
): void {
	pathInt(agentid, LOWEST, HIGHEST, one.malformed);
	if (one.isLogin) return;
	world.agents.admit(agentid, headers.guid, one.method === 'DELETE' && one.path.endsWith('/logout'));
	if (isQuery(one.path) && !world.agents.traffic.admits(agentid)) {
		refuse(codes.overload, 'Too many queries.');
	}
}
