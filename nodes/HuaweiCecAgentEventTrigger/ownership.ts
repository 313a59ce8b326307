/** The owner of the agent in each way that n8n runs a trigger: active, listening for a pushed test event, or waiting for a polled one. */
import type { IDataObject, IExecuteFunctions, IHookFunctions, INodeExecutionData, ITriggerFunctions, ITriggerResponse } from 'n8n-workflow';

import { activationError } from '../../cec/run/activationError';
import { itemOf, ownItem } from './items';
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

/** Owners of nodes that listen for a test event. */
const listening = new Map<string, Ownership>();

/** Owns the agent until the workflow is unpublished. */
export async function ownInProduction(context: ITriggerFunctions): Promise<ITriggerResponse> {
	const settings = readSettings(context);
	const emit = (item?: IDataObject) => {
		if (item) context.emit([[{ json: item }]]);
	};
	const { callbackUrl: url }: Kept = context.getWorkflowStaticData('node');
	const { close } = await begin(context, {
		settings,
		listener: {
			event: (event, session) => emit(itemOf(event, settings, session)),
			own: (name, agentId, session) => emit(ownItem(name, agentId, settings, session)),
			...reports(context, (problem) => context.saveFailedExecution(activationError(context.getNode(), problem))),
		},
		receiver: receiverAt(context, settings, url),
		patient: STARTS_BY_ITSELF.includes(context.getActivationMode()),
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
	listening.set(placeOf(context), await begin(context, { settings, listener, receiver: receiverAt(context, settings, url), patient: false }));
}

export async function leaveWhenNotListening(context: IHookFunctions): Promise<void> {
	const place = placeOf(context);
	const ownership = listening.get(place);
	listening.delete(place);
	await ownership?.close();
}

/** Signs in, waits for the first event that the user wants, and signs out. */
export async function waitForOne(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const settings = readSettings(context);
	let ownership: Ownership | undefined;
	try {
		return await new Promise<INodeExecutionData[]>((resolve, reject) => {
			const found = (item?: IDataObject) => {
				if (item) resolve([{ json: item }]);
			};
			const listener: Listener = {
				event: (event, session) => found(itemOf(event, settings, session)),
				own: (name, agentId, session) => found(ownItem(name, agentId, settings, session)),
				...reports(context, (problem) => reject(activationError(context.getNode(), problem))),
			};
			context.onExecutionCancellation(() => resolve([]));
			begin(context, { settings, listener, patient: false }).then((begun) => (ownership = begun), reject);
		});
	} finally {
		await ownership?.close();
	}
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

function reports(context: Context, stop: (problem: Problem) => void): Pick<Listener, 'stopped' | 'trouble'> {
	const about = { node: context.getNode().name, workflowId: context.getWorkflow().id };
	return {
		stopped: (problem) => {
			context.logger.error(`The trigger has stopped: ${problem.message}`, about);
			stop(problem);
		},
		trouble: (message) => context.logger.warn(`The session of the agent is at risk: ${message}`, about),
	};
}
