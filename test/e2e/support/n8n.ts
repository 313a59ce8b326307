import { N8nApi } from '../../../scripts/n8n/api';
import { Session } from '../../../scripts/n8n/session';
import { readRuntime } from './runtime';

/** The n8n of this jest run, signed in as its owner. */
export function n8n(): N8nApi {
	const { n8nUrl, cookie } = readRuntime();
	return new N8nApi(new Session(n8nUrl, cookie));
}
