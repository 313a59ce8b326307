/** What must also be true on the oldest n8n that is supported: a few operations, lists, credentials, tokens, results. */
import { join } from 'node:path';
import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';

import { artifactsFolder } from '../../../scripts/n8n/folders';
import { until } from '../../../scripts/n8n/session';
import { newest } from '../../../scripts/n8n/versions';
import { launchSimulator, type RunningSimulator } from '../../../scripts/simulator';
import {
	agent,
	askCec,
	base,
	call,
	callTrigger,
	campaign,
	credentialData,
	forgetToken,
	n8n,
	newCampaign,
	resultTrigger,
	runtime,
	simulator,
	speechTrigger,
	start,
	using,
	workflow,
	workflowWithItems,
} from '../support';

type CredentialType = 'huaweiCecAppApi' | 'huaweiCecSignatureApi';

const types: CredentialType[] = ['huaweiCecAppApi', 'huaweiCecSignatureApi'];
const byId = (value: string | number) => ({ __rl: true, mode: 'id', value: String(value) });

beforeEach(async () => {
	await simulator().reset({ speed: 0 });
	forgetToken();
});

it('all nodes are there, and those that act as tools of agents too', async () => {
	const names = (await n8n().nodeTypes('n8n-nodes-huawei-cec.')).map(({ name }) => name.split('.')[1]);
	expect(names).toEqual(
		expect.arrayContaining([
			'huaweiCecAgent',
			'huaweiCecCampaign',
			'huaweiCecCampaignResultTrigger',
			'huaweiCecAgentTool',
			'huaweiCecCampaignTool',
			'huaweiCecCall',
			'huaweiCecCallTool',
			'huaweiCecCallTrigger',
			'huaweiCecSpeechRecognition',
			'huaweiCecSpeechRecognitionTool',
			'huaweiCecSpeechRecognitionTrigger',
			'huaweiCecTicketTrigger',
			'huaweiCecNewRecordTrigger',
			'huaweiCecFileReadyTrigger',
			'huaweiCecRecording',
			'huaweiCecRecordingTool',
			'huaweiCecWebChat',
			'huaweiCecWebChatTool',
			'huaweiCecWebChatTrigger',
		]),
	);
	expect(names.filter((name) => name.endsWith('TriggerTool'))).toEqual([]);
});

it('Agent: creates, reads, changes and deletes an agent in one workflow', async () => {
	const account = { userAccount: byId('agent.new') };
	const execution = await n8n().runWorkflow(
		workflow('An agent', [
			start(),
			agent('Create', {
				resource: 'agent',
				operation: 'create',
				userAccount: 'agent.new',
				userName: 'New Agent',
				password: 'Demo-pw99',
				email: 'new@example.com',
				agentType: 4,
				ccRoleId: 2,
				additionalFields: { skills: { values: [{ skillId: byId(3), agentWeight: 1, skillWeight: 5 }] } },
			}),
			agent('Get', { resource: 'agent', operation: 'get', ...account }),
			agent('Update', { resource: 'agent', operation: 'update', ...account, updateFields: { userName: 'Renamed' } }),
			agent('List', { resource: 'agent', operation: 'getMany', returnAll: true }),
			agent('Delete', { resource: 'agent', operation: 'delete', confirm: true, ...account }, { executeOnce: true }),
		]),
	);
	expect(execution.error?.message).toBeUndefined();
	expect(execution.items('Create')).toEqual([{ workNo: 106 }]);
	expect(execution.items('Get')).toMatchObject([{ userName: 'New Agent', agentTypeName: 'Audio', skills: [{ skillId: 3 }] }]);
	expect(execution.items('List').at(-1)).toMatchObject({ userAccount: 'agent.new', userName: 'Renamed' });
	for (const { pairedItem } of execution.output('List')) expect(pairedItem).toEqual({ item: 0 });
	expect(execution.items('Delete')).toEqual([{ deleted: true }]);
	expect((await simulator().state()).agents).toHaveLength(5);
});

it('Campaign: creates one, adds numbers, starts it, and reads what came of the calls', async () => {
	await simulator().outcomes({ default: 'answer' });
	const created = await n8n().runWorkflow(
		workflow('A campaign', [
			start(),
			campaign('Create', {
				resource: 'campaign',
				operation: 'create',
				name: 'Core',
				strBeginTime: '={{ $now.minus({ minutes: 1 }).toISO() }}',
				strEndTime: '={{ $now.plus({ days: 3 }).toISO() }}',
				deviceType: 3,
				callerNo: { values: [{ accessCode: byId('15550102'), priority: 1 }] },
				workdayHours: { values: [{ workdayBeginTime: '00:00', workdayEndTime: '23:59' }] },
				deviceSign: byId('90502'),
				callCount: 100,
				callInterval: 1,
				callBackUrl: 'https://n8n.example.com/webhook/results',
			}),
			base('Contacts', 'code', {
				jsCode: `return [1, 2, 3].map((n) => ({ json: { campaign: $json.id, number: '44770090000' + n }, pairedItem: 0 }));`,
			}, { typeVersion: 2 }),
			campaign('Add', {
				resource: 'number',
				operation: 'add',
				campaignId: byId('={{ $json.campaign }}'),
				called: { values: [{ calledNo: '={{ $json.number }}' }] },
			}),
			campaign(
				'Resume',
				{ resource: 'campaign', operation: 'resume', campaignId: byId('={{ $("Create").item.json.id }}') },
				{ executeOnce: true },
			),
		]),
	);
	expect(created.error?.message).toBeUndefined();
	expect(created.items('Add')).toHaveLength(3);
	expect(created.output('Add').map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
	await simulator().advance(300);
	const read = await n8n().runWorkflow(
		workflow('Results', [
			start(),
			campaign('Find', { resource: 'campaign', operation: 'getMany', filters: {} }),
			campaign('Results', { resource: 'result', operation: 'getMany', campaignId: byId('={{ $json.id }}') }),
		]),
	);
	expect(read.error?.message).toBeUndefined();
	expect(read.items('Find')).toMatchObject([{ name: 'Core', statusName: 'Running', dialingMode: 'Automatic IVR' }]);
	expect(read.items('Results')).toMatchObject([1, 2, 3].map((n) => ({ called: `44770090000${n}`, outcome: 'Answered' })));
});

it('what CEC refuses becomes an error item in its place, or goes out by the error output', async () => {
	const ids = [await newCampaign(), 1];
	const items = ids.map((id) => ({ campaign: id }));
	const parameters = { resource: 'campaign', operation: 'get', campaignId: byId('={{ $json.campaign }}') };
	const words = { error: 'The campaign does not exist (code 0200007)', message: expect.stringContaining('Pick it from the list') };
	const inPlace = await n8n().runWorkflow(
		workflowWithItems('In place', items, [campaign('Get', parameters, { onError: 'continueRegularOutput' })]),
	);
	expect(inPlace.items('Get')).toMatchObject([{ id: ids[0] }, { ...words, cecCode: '0200007' }]);
	expect(inPlace.output('Get').map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	const apart = await n8n().runWorkflow(
		workflowWithItems('Apart', items, [campaign('Get', parameters, { onError: 'continueErrorOutput' })]),
	);
	expect(apart.items('Get')).toMatchObject([{ id: ids[0] }]);
	expect(apart.items('Get', 1)).toEqual([{ campaign: 1, ...words }]);
});

it('lists: searched, and refused with a word about the credential that is missing', async () => {
	await newCampaign({ name: 'Spring' });
	await newCampaign({ name: 'Autumn' });
	const question = { type: 'n8n-nodes-huawei-cec.huaweiCecCampaign', method: 'campaigns', parameter: 'campaignId' };
	const credential = runtime().credentials.huaweiCecSignatureApi;
	const { results } = await n8n().searchList({ ...question, credential, filter: 'Aut' });
	expect(results.map(({ name }) => name)).toEqual([expect.stringMatching(/^Autumn · \d+$/)]);
	await expect(n8n().searchList({ ...question, method: 'skillQueues', credential })).rejects.toThrow(
		'The list of skill queues needs the credential \\"Huawei CEC App API\\"',
	);
	const agents = { type: 'n8n-nodes-huawei-cec.huaweiCecAgent', method: 'agents', parameter: 'userAccounts' };
	const options = await n8n().loadOptions({ ...agents, credential: runtime().credentials.huaweiCecAppApi });
	expect(options.map(({ value }) => value)).toEqual(['agent.one', 'agent.two', 'agent.three', 'inspector.one', 'agent.chat']);
});

describe.each(types)('the credential %s', (type) => {
	const secretOf = { huaweiCecAppApi: 'appSecret', huaweiCecSignatureApi: 'secretKey' };
	const tested = async (change: IDataObject) => {
		const data = { ...credentialData(runtime().simulatorUrl)[type], ...change } as ICredentialDataDecryptedObject;
		return await n8n().testCredential(runtime().credentials[type], data);
	};

	it('is tested: right, wrong, and nobody there', async () => {
		expect(await tested({})).toEqual({ status: 'OK', message: 'Connection successful!' });
		expect(await tested({ [secretOf[type]]: 'wrong' })).toMatchObject({ status: 'Error', message: expect.stringContaining('HTTP 401') });
		expect(await tested({ baseUrl: 'http://127.0.0.1:9' })).toMatchObject({
			status: 'Error',
			message: expect.stringMatching(/^Nothing answers at the address of CEC/),
		});
	});
});

describe('a certificate that nobody knows', () => {
	let secure: RunningSimulator;

	beforeAll(async () => {
		secure = await launchSimulator({ logFile: join(artifactsFolder('logs'), 'simulator-core-tls.log'), args: ['--tls'] });
	});

	afterAll(async () => await secure.stop());

	const everywhere = async (type: CredentialType, change: IDataObject) => {
		const data = { ...credentialData(secure.url)[type], ...change } as ICredentialDataDecryptedObject;
		const credential = await n8n().createCredential(type, `TLS ${type}`, data);
		const node =
			type === 'huaweiCecAppApi'
				? agent('Ask', { resource: 'skillQueue', operation: 'getMany' }, using(credential))
				: campaign('Ask', { resource: 'numberType', operation: 'getMany' }, using(credential));
		const run = await n8n().runWorkflow(workflow('TLS', [start(), node]));
		return { test: await n8n().testCredential(credential, data), run };
	};

	it.each(types)('%s: is refused, unless that is switched off', async (type) => {
		const refused = await everywhere(type, {});
		expect(refused.test).toMatchObject({ status: 'Error', message: expect.stringContaining('The certificate of CEC is not trusted') });
		expect(refused.run.errorOf('Ask')?.message).toMatch(/^The certificate of CEC is not trusted/);
		const ignored = await everywhere(type, { ignoreSslIssues: true });
		expect(ignored.test).toEqual({ status: 'OK', message: 'Connection successful!' });
		expect(ignored.run.status).toBe('success');
	});

	it.each(types)('%s: is trusted with its CA, where n8n hands it on', async (type) => {
		const { test, run } = await everywhere(type, { ca: secure.certificate });
		expect(test).toEqual({ status: 'OK', message: 'Connection successful!' });
		// The request helper of older versions of n8n leaves the CA out.
		if (runtime().version === newest.version) expect(run.status).toBe('success');
		else expect(run.errorOf('Ask')?.message).toMatch(/^The certificate of CEC is not trusted/);
	});
});

it('a write that found nobody there says that it was not done', async () => {
	const data = credentialData('http://127.0.0.1:9').huaweiCecSignatureApi;
	const nowhere = await n8n().createCredential('huaweiCecSignatureApi', 'Nowhere', data);
	const parameters = { resource: 'campaign', operation: 'pause', campaignId: byId(1) };
	const execution = await n8n().runWorkflow(workflow('Nowhere', [start(), campaign('Pause', parameters, using(nowhere))]));
	expect(execution.errorOf('Pause')?.message).toBe('Nothing answers at the address of CEC');
});

it('a token that has expired is renewed, by the node and by the HTTP Request node', async () => {
	const data = { ...credentialData(runtime().simulatorUrl).huaweiCecAppApi, lifetime: 777 };
	const credential = await n8n().createCredential('huaweiCecAppApi', 'Renewed', data);
	const nodes = () => [
		start(),
		agent('List', { resource: 'agent', operation: 'getMany', limit: 1 }, using(credential)),
		base(
			'Ask',
			'httpRequest',
			{
				url: `${runtime().simulatorUrl}/apiaccess/CC-Management/v1/queryAgentInfo`,
				authentication: 'predefinedCredentialType',
				nodeCredentialType: 'huaweiCecAppApi',
			},
			{ typeVersion: 4.2, ...using(credential) },
		),
	];
	for (let round = 0; round < 2; round += 1) {
		await simulator().clearRequests();
		const execution = await n8n().runWorkflow(workflow('Renewed', nodes()));
		expect(execution.error?.message).toBeUndefined();
		expect(execution.items('List')).toHaveLength(1);
		expect(execution.items('Ask')[0].agents).toHaveLength(5);
		expect((await simulator().requests()).tokenRequests).toBeGreaterThan(0);
		await simulator().expireTokens();
	}
});

it('signed requests of the HTTP Request node are accepted', async () => {
	const common = { authentication: 'predefinedCredentialType', nodeCredentialType: 'huaweiCecSignatureApi' };
	const address = `${runtime().simulatorUrl}/rest/isales/v1/openapi/campaigns/1`;
	const signed = { typeVersion: 4.2, ...using(runtime().credentials.huaweiCecSignatureApi) };
	const query = { sendQuery: true, queryParameters: { parameters: [{ name: 'name', value: 'Ärger & Co' }] } };
	const body = { sendBody: true, specifyBody: 'json', jsonBody: '{ "blocklist": ["447700900901"] }' };
	const execution = await n8n().runWorkflow(
		workflow('Signed', [
			start(),
			base('Read', 'httpRequest', { ...common, url: `${address}?status=0&deviceType=0`, ...query }, signed),
			base('Write', 'httpRequest', { ...common, method: 'POST', url: `${address}/blocklist/add`, ...body }, signed),
		]),
	);
	expect(execution.error?.message).toBeUndefined();
	expect(execution.items('Read')).toMatchObject([{ resultCode: '0200000' }]);
	expect(execution.items('Write')).toMatchObject([{ resultCode: '0200000' }]);
});

it('results of calls come in once, although CEC repeats them', async () => {
	const trigger = resultTrigger('Results', { protection: 'secret', secret: 'Core-secret-0123456789', results: 'all', options: {} });
	const stored = await n8n().createWorkflow(workflow('Results', [trigger]));
	await n8n().activate(stored);
	const url = `${runtime().n8nUrl}/webhook/${trigger.webhookId}/campaign-results/Core-secret-0123456789`;
	await until('The address', async () => ((await fetch(url, { method: 'POST', body: '7' })).status === 404 ? undefined : true));
	await simulator().callbacks({ repeat: 5 });
	const id = await newCampaign({ callBackUrl: url });
	const callDataList = [1, 2, 3].map((n) => ({ called: [{ calledNo: `44770090000${n}` }] }));
	await askCec('POST', `/rest/isales/v2/openapi/campaigns/{vdn}/calldata/${id}`, { callDataList });
	await askCec('PUT', `/rest/isales/v1/openapi/campaigns/{vdn}/${id}/resume`);
	await simulator().advance(300);
	const callbacks = (await simulator().sentCallbacks()) as Array<{ attempts: Array<{ answer: unknown }> }>;
	const answers = callbacks.flatMap(({ attempts }) => attempts.map(({ answer }) => answer));
	expect(answers.length).toBeGreaterThan(callbacks.length);
	expect(answers).toEqual(answers.map(() => ({ retCode: '0', retMsg: 'success' })));
	const executions = await n8n().waitForExecutions(stored, callbacks.length);
	const called = executions.flatMap((execution) => execution.items('Results')).map((item) => item.called);
	expect(called.sort()).toEqual(['447700900001', '447700900002', '447700900003']);
	await n8n().deactivate(stored);
});

describe('calls', () => {
	const customer = '447700900101';
	const registered = async (url: string) =>
		await until(url, async () => ((await (await fetch(url)).text()).includes('not registered for GET requests') ? true : undefined));

	it('a call is made, waited for and recorded; the end of another one comes signed, and once', async () => {
		await simulator().reset({ speed: 60 });
		await simulator().calls({ called: customer, outcomes: [{ reason: 0, talkSeconds: 20 }] });
		await simulator().callbackSettings({ sharedKey: 'demo-shared-key' });
		const made = await n8n().runWorkflow(
			workflow('A call', [
				start(),
				call('Call', { resource: 'twoPartyCall', operation: 'createAndWait', caller: '15550105', called: customer }),
				call('Download', { resource: 'recording', operation: 'download', callSerialNo: '={{ $json.callSerialNo }}' }),
			]),
		);
		expect(made.error?.message).toBeUndefined();
		expect(made.items('Call')).toMatchObject([{ success: true, released: true, stateName: 'Ended', reason: 'Customer hung up' }]);
		const [{ json, binary }] = made.output('Download');
		const file = await n8n().binaryData((binary ?? {}).data);
		expect(json).toMatchObject({ callSerialNo: made.items('Call')[0].callSerialNo, mimeType: 'audio/wav' });
		expect(file.subarray(0, 4).toString()).toBe('RIFF');
		expect(file).toHaveLength(file.readUInt32LE(4) + 8);

		const trigger = callTrigger('Ends', { protection: 'sharedKey', events: ['callReleased'], options: {} });
		const stored = await n8n().createWorkflow(workflow('Ends', [trigger]));
		await n8n().activate(stored);
		const url = `${runtime().n8nUrl}/webhook/${trigger.webhookId}/released`;
		await registered(url);
		await simulator().setSpeed(0);
		await simulator().callbacks({ repeat: 1 });
		const callBackUrl = Buffer.from(url).toString('base64');
		await askCec('POST', '/apiaccess/CC-Management/v1/mobileAgent/createCall', { caller: '15550105', called: customer, callBackUrl });
		await simulator().advance(120);
		const [{ attempts, sentAs }] = await simulator().sentCallbacks();
		expect(attempts.map(({ answer }) => answer)).toEqual([1, 2].map(() => ({ retCode: '0', retMsg: 'success' })));
		const forged = String(sentAs?.text).replace(customer, '447700900666');
		const headers = { 'content-type': 'application/json' };
		expect((await fetch(url, { method: 'POST', headers, body: forged })).status).toBe(401);
		const executions = await n8n().waitForExecutions(stored, 1);
		expect(executions.map((one) => one.items('Ends'))).toMatchObject([[{ called: customer, answered: true, talkSeconds: 20 }]]);
		await n8n().deactivate(stored);
	});

	it('a sentence starts a workflow, and a test of it', async () => {
		const options = { allowHttpCallback: true };
		const trigger = speechTrigger('Speech', { events: ['partial'], speaker: 'both', options });
		const stored = await n8n().createWorkflow(workflow('Speech', [trigger, base('End', 'noOp')]));
		const subscribed = async () => (await simulator().state()).subscriptions.filter(({ alive }) => alive).length;
		const speak = async (text: string) => {
			await simulator().speak({ lines: [{ speaker: 'customer', text }] });
			await simulator().advance(10);
		};
		const tested = { workflowData: stored, triggerToStartFrom: { name: trigger.name } };
		await n8n().session.post(`/rest/workflows/${stored.id}/run`, tested);
		expect(await subscribed()).toBe(1);
		await speak('Just a test.');
		const [byHand] = await n8n().waitForExecutions(stored, 1);
		expect(byHand.status).toBe('success');
		expect(byHand.items('End')).toMatchObject([{ event: 'partial', text: 'Just a test.' }]);
		await until('The end of the test', async () => ((await subscribed()) === 0 ? true : undefined));

		await n8n().activate(stored);
		await registered(`${runtime().n8nUrl}/webhook/${trigger.webhookId}/speech/v100/subscribe/asrevent/asrresult`);
		await until('The subscription', async () => ((await subscribed()) === 1 ? true : undefined));
		await speak('Where is my parcel?');
		const executions = await n8n().waitForExecutions(stored, 2);
		expect(executions).toHaveLength(2);
		expect(executions[0].items('End')).toMatchObject([{ speaker: 'customer', text: 'Where is my parcel?' }]);
		await n8n().deactivate(stored);
		await until('The end of the subscription', async () => ((await subscribed()) === 0 ? true : undefined));
	});
});
