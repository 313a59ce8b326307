/** What agents write to customers of web chats starts workflows of the real n8n, which answer for the customers. */
import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';

import type { StoredWorkflow } from '../../scripts/n8n/api';
import { until } from '../../scripts/n8n/session';
import { steerSimulator } from '../../scripts/simulator';
import { n8n, node, runtime, simulator, using, workflow, workflowWithItems } from './support';

const JANE = 'jane-1';
const CHANNEL = '202101011000000001';

let stored: StoredWorkflow;

beforeEach(async () => {
	await simulator().reset({ speed: 1 });
	await write(JANE, 'Hello');
	const trigger = chat('Chat', 'huaweiCecWebChatTrigger', { userIds: JANE, channelId: CHANNEL, options: {} });
	const reply = sends('Reply', { userId: '={{ $json.userId }}', text: '=You said: {{ $json.content }}' });
	stored = await n8n().createWorkflow(workflow('Chats', [trigger, reply]));
	await n8n().activate(stored);
});

afterEach(async () => await n8n().deactivate(stored));

it('starts the workflow with each message once, and no longer when it is deactivated', async () => {
	await answer(JANE, ['What can I do for you?']);
	expect(await toldOnce(1)).toMatchObject([{ userId: JANE, content: 'What can I do for you?', sourceName: 'Agent' }]);

	await answer(JANE, ['Your order is on its way', 'Anything else?']);
	const contents = (await toldOnce(3)).map(({ content }) => content);
	expect(contents.sort()).toEqual(['Anything else?', 'What can I do for you?', 'Your order is on its way']);

	await n8n().deactivate(stored);
	const before = await polls();
	await answer(JANE, ['Late']);
	await new Promise((resolve) => setTimeout(resolve, 3000));
	expect(await polls()).toBe(before);
});

it('goes on when CEC could not be reached for a while', async () => {
	await simulator().fault({ kind: 'status', status: 503, match: { path: '/ccmessaging/poll', times: 3 } });
	await answer(JANE, ['Still there?']);
	expect(await toldOnce(1)).toMatchObject([{ content: 'Still there?' }]);
});

/** What agents have written, as all executions were told, once there is so much; besides, CEC says who has joined. */
async function toldOnce(count: number): Promise<IDataObject[]> {
	return await until(`${count} messages`, async () => {
		const executions = await n8n().waitForExecutions(stored, 1);
		expect(executions.map(({ error }) => error?.message)).toEqual(executions.map(() => undefined));
		const found = executions.flatMap((execution) => execution.items('Chat')).filter(({ sourceType }) => sourceType === 'AGENT');
		return found.length >= count ? found : undefined;
	});
}

const polls = async () => (await simulator().requests()).requests.filter(({ path }) => path.includes('/ccmessaging/poll')).length;

async function answer(userId: string, messages: string[]): Promise<void> {
	await steerSimulator(runtime().simulatorUrl, 'web-chat/answers', { userId, messages });
}

async function write(userId: string, text: string): Promise<void> {
	const execution = await n8n().runWorkflow(workflowWithItems('Write', [{}], [sends('Write', { userId, text })]));
	expect(execution.error?.message).toBeUndefined();
}

const sends = (name: string, parameters: INodeParameters): INode =>
	chat(name, 'huaweiCecWebChat', { resource: 'conversation', operation: 'sendMessage', channelId: CHANNEL, kind: 'text', ...parameters });

function chat(name: string, type: string, parameters: INodeParameters): INode {
	return node(name, `n8n-nodes-huawei-cec.${type}`, parameters, using(runtime().credentials.huaweiCecAppApi));
}
