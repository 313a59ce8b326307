/** Queries on behalf of a node that is open in the editor, through the same transport as runs. */
import { NodeOperationError, type ILoadOptionsFunctions } from 'n8n-workflow';

import { AgentSession } from '../auth/agentSession';
import type { CredentialName } from '../catalogue/family';
import { inWay, type Operation } from '../catalogue/operation';
import { pageFor } from '../catalogue/paging';
import type { Picker } from '../catalogue/picker';
import { withAt } from '../formats/paths';
import { buildRequest } from '../request/build';
import { plain, type Surroundings, type Values } from '../request/encode';
import { CecClient } from '../transport/client';
import { CecError } from '../transport/failure';
import { pageAt, type Page } from '../transport/pages';
import { nodeError } from './errors';

/** What is asked for, and with which fields of the node. */
type Source = Pick<Picker, 'title' | 'ask' | 'given' | 'needs' | 'of'>;

export interface Query {
	client: CecClient;
	ask: Operation;
	values: Values;
	around: Surroundings;
}

const SETTINGS = { timeoutMs: 20_000, requestsPerSecond: 0 };

/** Does some work with a query that has what it needs of the node; what goes wrong is told in the editor. */
export async function queryFor<T>(
	context: ILoadOptionsFunctions,
	source: Source,
	more: Values,
	work: (query: Query) => Promise<T>,
): Promise<T> {
	const way = source.ask.ways && String(context.getCurrentNodeParameter(source.ask.waysBy ?? 'authentication'));
	const ask = inWay(source.ask, way);
	try {
		const client = await clientFor(context, source, ask);
		const given = Object.entries({ ...source.given, ...needed(context, source), ...more });
		const values = given.reduce<Values>((all, [path, value]) => withAt(all, path, value), {});
		const around = { zone: context.getTimezone(), now: client.now(), credential: await client.credential(ask) };
		return await work({ client, ask, values, around });
	} catch (error) {
		throw friendly(context, source, error);
	}
}

/** With the session of the agent, where the query needs one: an editor never signs an agent in. */
async function clientFor(context: ILoadOptionsFunctions, { title }: Source, ask: Operation): Promise<CecClient> {
	const client = new CecClient(context, SETTINGS);
	if (!ask.family.session) return client;
	const credential = await client.credential(ask);
	const session = AgentSession.ofThisProcess(credential);
	if (!session) throw notSignedIn(context, title);
	return client.within(session);
}

function notSignedIn(context: ILoadOptionsFunctions, title: string): NodeOperationError {
	// The editor shows the message alone.
	const message = `The agent is not signed in here, and only a signed-in agent can list ${title}: choose "By ID" and type it, or sign the agent in first`;
	return new NodeOperationError(context.getNode(), message);
}

/** One page of a list with about so many rows; `index` counts from 0. */
export async function pageOf({ client, ask, values, around }: Query, index: number, rows: number): Promise<Page & { isLast: boolean }> {
	const size = ask.page ? pageFor(ask.page, values, rows) : rows;
	return await pageAt(ask, buildRequest(ask, values, around), index, size, async (page) => await client.ask(ask, page));
}

function needed(context: ILoadOptionsFunctions, { needs = {}, of = '', title }: Source): Values {
	return Object.fromEntries(
		Object.entries(needs).map(([key, parameter]) => {
			const value = plain(context.getCurrentNodeParameter(parameter));
			if (value === undefined || value === null || value === '') {
				throw new NodeOperationError(context.getNode(), `Choose the ${of} first: ${title} belong to one`);
			}
			return [key, value];
		}),
	);
}

const titles: Partial<Record<CredentialName, string>> = {
	huaweiCecAppApi: 'Huawei CEC App API',
	huaweiCecSignatureApi: 'Huawei CEC Signature API',
};

/** A list may need a credential that the node itself can do without. */
function friendly(context: ILoadOptionsFunctions, { title, ask }: Source, error: unknown): Error {
	const node = context.getNode();
	const { credential, sessionOverCodes } = ask.family;
	if (error instanceof CecError && sessionOverCodes?.has(error.failure.code ?? '')) return notSignedIn(context, title);
	if (node.credentials?.[credential] || !titles[credential]) return nodeError(node, error);
	// The editor shows the message alone.
	const message = `The list of ${title} needs the credential "${titles[credential]}": add it to this node, or choose "By ID" and type the id`;
	return new NodeOperationError(node, message);
}
