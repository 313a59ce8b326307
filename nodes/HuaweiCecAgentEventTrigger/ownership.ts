/** The owner of the agent in each way that n8n runs a trigger: active, listening for a pushed test event, or waiting for a polled one. */
import type { IDataObject, IExecuteFunctions, IHookFunctions, INodeExecutionData, ITriggerFunctions, ITriggerResponse } from 'n8n-workflow';

import { activationError } from '../../cec/run/activationError';
import { unstoppable } from '../../cec/run/unstoppable';
import { itemsOf, ownItems } from './items';
import { ownAgent, type How, type Listener, type Ownership, type Problem } from './owner';
import { placeOf } from './receive';
import { readSettings, type Settings } from './settings';
import type { Context, Receiver } from './signIn';

/** What n8n keeps between the hook that learns the address and the trigger that signs in with it. */
interface Kept {
	callbackUrl?: string;
}

/** n8n starts by itself, with an agent who may still be signed in from before: nobody is there to read a refusal. */
const STARTS_BY_ITSELF = ['init', 'leadershipChange'];

/** Somebody has published a workflow that was not. Other modes may be attempts of n8n's own. */
const BY_PERSON = 'activate';

const TEST = { patient: false, byPerson: true, isTest: true };

/** Owners of nodes that listen for a test event, or are about to. */
const listening = new Map<string, Promise<Ownership>>();

/** Owns the agent until the workflow is unpublished. */
export async function ownInProduction(context: ITriggerFunctions): Promise<ITriggerResponse> {
	const settings = readSettings(context);
	const emit = (items: IDataObject[]) => {
		if (items.length > 0) context.emit([items.map((json) => ({ json }))]);
	};
	const mode = context.getActivationMode();
	const { callbackUrl: url }: Kept = context.getWorkflowStaticData('node');
	const { close } = await begin(context, {
		settings,
		listener: {
			event: (event, session) => emit(itemsOf(event, settings, session)),
			own: (name, agentId, session) => emit(ownItems(name, agentId, settings, session)),
			...reports(context, (problem) => context.saveFailedExecution(activationError(context.getNode(), problem))),
		},
		receiver: receiverAt(context, settings, url),
		patient: STARTS_BY_ITSELF.includes(mode),
		byPerson: mode === BY_PERSON,
		isTest: false,
	});
	return { closeFunction: close };
}

/** Keeps the address for the trigger; while the editor listens, owns the agent as well, since n8n runs no trigger then. */
export async function ownWhileListening(context: IHookFunctions): Promise<void> {
	const url = context.getNodeWebhookUrl('default');
	if (context.getActivationMode() !== 'manual') {
		Object.assign(context.getWorkflowStaticData('node'), { callbackUrl: url });
		return;
	}
	const settings = readSettings(context);
	const listener: Listener = { event: () => undefined, own: () => undefined, ...reports(context, () => undefined) };
	const begun = begin(context, { settings, listener, receiver: receiverAt(context, settings, url), ...TEST });
	listening.set(placeOf(context), begun);
	await begun;
}

export async function leaveWhenNotListening(context: IHookFunctions): Promise<void> {
	const place = placeOf(context);
	const begun = listening.get(place);
	listening.delete(place);
	await leaveOnceBegun(begun);
}

/** Signs in, waits for the first event that the user wants, and signs out. */
export async function waitForOne(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const settings = readSettings(context);
	let begun: Promise<Ownership> | undefined;
	try {
		return await new Promise<INodeExecutionData[]>((resolve, reject) => {
			const found = ([json]: IDataObject[]) => {
				if (json) resolve([{ json }]);
			};
			const listener: Listener = {
				event: (event, session) => found(itemsOf(event, settings, session)),
				own: (name, agentId, session) => found(ownItems(name, agentId, settings, session)),
				...reports(context, (problem) => reject(activationError(context.getNode(), problem))),
			};
			context.onExecutionCancellation(() => resolve([]));
			begun = begin(unstoppable(context), { settings, listener, ...TEST });
			begun.catch(reject);
		});
	} finally {
		await leaveOnceBegun(begun);
	}
}

/** The user may have ended the test while the agent was being signed in. */
async function leaveOnceBegun(begun?: Promise<Ownership>): Promise<void> {
	const ownership = await begun?.catch(() => undefined);
	await ownership?.close();
}

async function begin(context: Context, how: How): Promise<Ownership> {
	const begun = await ownAgent(context, how);
	if ('close' in begun) return begun;
	throw activationError(context.getNode(), begun);
}

function receiverAt(context: Context, { mode }: Settings, url?: string): Receiver | undefined {
	if (mode !== 'push') return undefined;
	if (!url) throw activationError(context.getNode(), { message: 'n8n gave this node no address to receive at' });
	return { url, place: placeOf(context) };
}

/** What is told to people goes into n8n's log too. */
function reports(context: Context, show: (problem: Problem) => void): Pick<Listener, 'stopped' | 'stuck' | 'trouble'> {
	const about = { node: context.getNode().name, workflowId: context.getWorkflow().id };
	return {
		stopped: (problem) => {
			context.logger.error(`The trigger has stopped: ${problem.message}`, about);
			show(problem);
		},
		stuck: ({ message, advice }) => show({ message: `The agent cannot be signed in, which is tried again: ${message}`, advice }),
		trouble: (message) => context.logger.warn(`The agent: ${message}`, about),
	};
}
