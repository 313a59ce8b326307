import type { StoredWorkflow } from '../../../scripts/n8n/api';
import { until } from '../../../scripts/n8n/session';
import { n8n } from './n8n';

/** Why a workflow could not be activated: n8n 2.8 says so at once, n8n 2.41 in the status that its editor shows. */
export async function activationFailure(stored: StoredWorkflow): Promise<string> {
	const atOnce = await n8n().activate(stored).then(() => undefined, (error: Error) => error.message);
	const later = async () => {
		const status = await n8n().session.get<object>(`/rest/workflows/${stored.id}/publication-status`);
		return JSON.stringify(status).includes('rror') ? JSON.stringify(status) : undefined;
	};
	return atOnce ?? (await until('The failure of the activation', later));
}
