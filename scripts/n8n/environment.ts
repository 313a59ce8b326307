import { delimiter, dirname } from 'node:path';

import type { InstalledN8n } from './install';
import { host } from './ports';

export interface N8nPlace {
	userFolder: string;
	port: number;
	brokerPort: number;
	env?: NodeJS.ProcessEnv;
}

/** Everything in n8n that would call the internet, or ask the person who opens the editor to. */
const quiet = {
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	EXTERNAL_FRONTEND_HOOKS_URLS: '',
};

/** Settings of the person's own n8n, of npm, of a proxy or of a test runner must not change how this n8n behaves. */
const foreign =
	/^(N8N_|DB_|EXECUTIONS_|QUEUE_|WEBHOOK_URL|GENERIC_|npm_|NODE_OPTIONS|NODE_PATH|NODE_ENV|JEST_|https?_proxy|all_proxy)/i;

export function n8nEnvironment(n8n: InstalledN8n, place: N8nPlace): NodeJS.ProcessEnv {
	const inherited = Object.entries(process.env).filter(([name]) => !foreign.test(name));
	return {
		...Object.fromEntries(inherited),
		PATH: `${dirname(n8n.node)}${delimiter}${process.env.PATH ?? ''}`,
		...quiet,
		N8N_DISABLED_MODULES: n8n.version.disabledModules,
		N8N_USER_FOLDER: place.userFolder,
		N8N_LISTEN_ADDRESS: host,
		N8N_HOST: host,
		N8N_PORT: String(place.port),
		// where a worker answers, which has no other port
		QUEUE_HEALTH_CHECK_ACTIVE: 'true',
		QUEUE_HEALTH_CHECK_PORT: String(place.port),
		N8N_WORKER_SERVER_ADDRESS: host,
		WEBHOOK_URL: `http://${host}:${place.port}/`,
		N8N_RUNNERS_BROKER_PORT: String(place.brokerPort),
		N8N_SECURE_COOKIE: 'false',
		N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'true',
		// not a secret: an n8n that only this machine can reach, holding credentials of a simulator
		N8N_ENCRYPTION_KEY: 'n8n-nodes-huawei-cec-on-this-machine',
		GENERIC_TIMEZONE: 'UTC',
		...place.env,
	};
}
