import { Problem } from '../terminal/problem';

export interface N8nVersion {
	version: string;
	/** The least major version of Node that this n8n starts on. */
	nodeMajor: number;
	/** Parts of n8n that look for services on the internet and have nothing to do with nodes. */
	disabledModules: string;
	npmFlags: string[];
	/** Peer dependencies of n8n's own that these flags leave out, but that its nodes need at run time. */
	peers: string[];
}

export const newest: N8nVersion = {
	version: '2.41.1',
	nodeMajor: 24,
	disabledModules: 'mcp-registry,mcp,instance-ai,chat-hub,agents',
	npmFlags: ['--legacy-peer-deps'],
	peers: ['date-fns@2.30.0'],
};

export const oldest: N8nVersion = {
	version: '2.8.4',
	nodeMajor: 20,
	disabledModules: 'mcp',
	npmFlags: [],
	peers: [],
};

/** The n8n that CEC_N8N asks for; the newest when it asks for none. */
export function wantedVersion(asked = process.env.CEC_N8N): N8nVersion {
	if (!asked) return newest;
	const found = [newest, oldest].find(({ version }) => version === asked);
	if (!found) throw new Problem(`CEC_N8N=${asked}: known are ${newest.version} and ${oldest.version}`);
	return found;
}
