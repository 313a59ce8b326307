import type { IExecuteFunctions } from 'n8n-workflow';

import type { Operation } from '../catalogue/operation';
import type { Surroundings } from '../request/encode';
import type { CecClient } from '../transport/client';
import type { Settings } from './settings';

/** Everything that running an item needs. */
export interface Run {
	context: IExecuteFunctions;
	client: CecClient;
	operation: Operation;
	/** To be called when the next item may begin although this one goes on, such as a call that is waited for. */
	begun?: () => void;
}

/** What encoding needs besides the values: the zone and the credential. */
export async function surroundings({ client, operation }: Run, settings: Settings): Promise<Surroundings> {
	return { zone: settings.zone, allowHttpCallback: settings.allowHttpCallback, credential: await client.credential(operation) };
}

/** Whether the user wants the payload only. */
export function wantsSimple(context: IExecuteFunctions, item: number): boolean {
	return context.getNodeParameter('simplify', item, true) as boolean;
}
