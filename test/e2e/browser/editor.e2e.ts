/** What people see: the nodes, their lists, credentials and addresses in n8n's editor, and the main example at work. */
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { INode } from 'n8n-workflow';
import type { Locator } from 'playwright-core';

import { Editor } from '../../../scripts/browser/editor';
import { saveExampleCredentials } from '../../../scripts/credentials';
import { importExamples, type ImportedExample } from '../../../scripts/demo/examples';
import { examplesFolder, readManifest } from '../../../scripts/demo/manifest';
import { projectFolder } from '../../../scripts/n8n/folders';
import {
	agent,
	base,
	call,
	callTrigger,
	campaign,
	credentialData,
	n8n,
	newCampaign,
	resultTrigger,
	runtime,
	simulator,
	speechTrigger,
	start,
	using,
	workflow,
} from '../support';

const secret = 'Zb4_nP7-qR2xT9kLm3';
const byTestId = (id: string) => `[data-test-id="${id}"]`;
const id = (value: string, name: string) => ({ __rl: true, mode: 'list', value, cachedResultName: name });

let editor: Editor;

beforeAll(async () => {
	await simulator().reset();
	for (const name of ['Spring sale', 'Autumn sale', 'Payment reminder']) await newCampaign({ name });
	editor = await Editor.signIn(runtime().n8nUrl);
	// The editor asks before a page with changes is left.
	editor.page.on('dialog', (dialog) => void dialog.accept());
});

afterAll(async () => {
	await editor.close();
	expect(editor.pageErrors).toEqual([]);
});

it('Agent: opens, and shows what the chosen operation needs', async () => {
	const node = agent('Huawei CEC Agent', { resource: 'agent', operation: 'getMany' });
	await open(node);
	expect(await editor.parameterLabels()).toEqual(expect.arrayContaining(['Resource', 'Operation', 'Return All', 'Limit', 'Filters', 'Options']));
	await editor.screenshot('agent');
	await choose('resource', 'Skill Queue');
	await choose('operation', 'Create');
	const labels = await editor.parameterLabels();
	const needed = ['Media Type', 'Name', 'Description', 'Maximum Wait', 'Wrap-Up Time', 'When Nobody Works', 'When Busy'];
	expect(labels).toEqual(expect.arrayContaining(needed));
	expect(labels).not.toContain('When Busy: Transfer To');
	await editor.screenshot('agent-skill-queue-create');
	await choose('busyAction', 'Transfer the Call');
	expect(await editor.parameterLabels()).toEqual(expect.arrayContaining(['When Busy: Transfer To', 'When Busy: Skill Queue']));
	expect(await editor.openResourceLocator('busyQueue')).toEqual(expect.arrayContaining(['sales · 3', 'support · 4']));
	await editor.screenshot('agent-skill-queue-list');
});

it('Agent: offers all its resources by name', async () => {
	await open(agent('Huawei CEC Agent', { resource: 'agent', operation: 'getMany' }));
	const names = (await editor.openOptions('resource')).map((text) => text.split('\n')[0]);
	expect(names).toEqual(expect.arrayContaining(['Agent', 'Skill Queue', 'Called Route', 'IVR Flow', 'Voice File', 'Softphone']));
	const own = names.filter((name) => name !== 'Custom API Call'); // n8n's way to the HTTP Request node
	expect([...own].sort((one, other) => one.localeCompare(other))).toEqual(own);
	await editor.screenshot('agent-resources');
});

it('Campaign: a campaign is picked from a list that can be searched', async () => {
	await open(campaign('Huawei CEC Campaign', { resource: 'campaign', operation: 'get' }));
	await editor.screenshot('campaign');
	const all = await editor.openResourceLocator('campaignId');
	expect(all.map((name) => name.split(' · ')[0]).sort()).toEqual(['Autumn sale', 'Payment reminder', 'Spring sale']);
	await editor.searchResourceLocator('Autumn');
	const entries = editor.page.locator(`${byTestId('rlc-item')}:visible`);
	await editor.page.waitForFunction(() => document.querySelectorAll('[data-test-id="rlc-item"]').length === 1);
	expect(await entries.allInnerTexts()).toEqual([expect.stringMatching(/^\s*Autumn sale · \d+\s*$/)]);
	await editor.screenshot('campaign-list-searched');
	await entries.first().click();
	const chosen = editor.page.locator(`${byTestId('resource-locator-campaignId')} ${byTestId('rlc-input')} input, ${byTestId('resource-locator-campaignId')} input${byTestId('rlc-input')}`);
	expect(await chosen.first().inputValue()).toMatch(/^Autumn sale · \d+$/);
	await editor.screenshot('campaign-chosen');
});

it('Campaign: tells in its list what is missing for it', async () => {
	await open(campaign('Huawei CEC Campaign', { resource: 'campaign', operation: 'create', deviceType: 2 }));
	const locator = editor.page.locator(byTestId('resource-locator-skillId')).first();
	await locator.locator(byTestId('rlc-input-container')).locator('input').first().click();
	await editor.page.getByText('The list of skill queues needs the credential "Huawei CEC App API": add it to this node').waitFor();
	await editor.screenshot('campaign-list-without-credential');
});

it('Campaign: the form of a new campaign', async () => {
	const { huaweiCecAppApi, huaweiCecSignatureApi } = runtime().credentials;
	const both = { credentials: { ...using(huaweiCecSignatureApi).credentials, ...using(huaweiCecAppApi).credentials } };
	const node = campaign(
		'Create campaign',
		{
			resource: 'campaign',
			operation: 'create',
			name: 'Payment reminder round 2',
			strBeginTime: `${inDays(1)}T08:00:00`,
			strEndTime: `${inDays(18)}T20:00:00`,
			deviceType: 3,
			callerNo: { values: [{ accessCode: id('15550102', '15550102 · Outbound'), priority: 1 }] },
			maxAlertingTime: 30,
			initStatus: 1,
			callBackUrl: 'https://n8n.example.com/webhook/results',
			workdayHours: { values: [{ workdayBeginTime: '09:00', workdayEndTime: '18:00' }] },
			deviceSign: id('90502', 'Payment reminder · 90502'),
			callCount: 10,
			callInterval: 3,
			options: {},
		},
		both,
	);
	const stored = await n8n().createWorkflow({
		...workflow('Morning campaign', [start(), node]),
		pinData: { Start: [{ json: { batch: inDays(1), leads: 200, product: 'Fibre 500' } }] },
	});
	await editor.page.setViewportSize({ width: 1400, height: 900 });
	await editor.openNode(stored.id, node.id);
	const labels = await editor.parameterLabels();
	expect(labels).toEqual(expect.arrayContaining(['Name', 'Start', 'End', 'Dialing Mode', 'Displayed Numbers', 'Ring Time']));
	expect(await editor.page.locator(`${byTestId('ndv')} ${byTestId('parameter-issues')}`).count()).toBe(0);
	await editor.page.locator(`${byTestId('ndv')} ${byTestId('node-execute-button')}`).first().click();
	const [created] = await n8n().waitForExecutions(stored, 1);
	expect(created.error?.message).toBeUndefined();
	const campaignId = String(created.items('Create campaign')[0].id);
	await editor.page.locator(byTestId('output-panel')).getByText(campaignId).first().waitFor();
	await editor.page.addStyleTag({ content: '.el-notification { display: none }' }); // for the picture
	await editor.screenshot('campaign-create');
	if (process.env.CEC_DOCS_IMAGE === '1') {
		mkdirSync(join(projectFolder, 'docs/images'), { recursive: true });
		await editor.page.screenshot({ path: join(projectFolder, 'docs/images/editor.png') });
	}
	await scrollDown();
	await editor.screenshot('campaign-create-below');
	await editor.page.setViewportSize({ width: 1440, height: 900 });
});

it('Campaign Result Trigger: shows its address with the secret', async () => {
	const node = resultTrigger('Huawei CEC Campaign Result Trigger', { protection: 'secret', secret, results: 'all', options: {} });
	await open(node);
	await editor.page.getByText('Webhook URLs').first().click();
	await editor.page.getByText('Production URL').first().click();
	const address = editor.page.locator('.url-field, [class*="webhookUrl"], [class*="webhook-url"]').filter({ hasText: secret }).first();
	await address.waitFor();
	expect(await address.innerText()).toContain(`/webhook/${node.webhookId}/campaign-results/${secret}`);
	expect(await editor.parameterLabels()).toEqual(expect.arrayContaining(['Protection', 'Secret', 'Results', 'Options']));
	await editor.screenshot('trigger');
	await choose('protection', 'None');
	expect(await editor.parameterLabels()).not.toContain('Secret');
	await editor.screenshot('trigger-without-secret');
});

it('Call: each part of a play list shows the fields of its kind', async () => {
	await open(
		call('Huawei CEC Call', {
			resource: 'voiceNotification',
			operation: 'create',
			called: '447700900101',
			playList: {
				values: [
					{ part: 'voice', voiceId: id('1133790000000000001', 'welcome · 1133790000000000001') },
					{ part: 'name', voiceFileName: 'goodbye' },
					{
						part: 'template',
						templateId: id('1226170000000000001', 'parcel · 1226170000000000001'),
						templateParams: { values: [{ value: '3' }, { value: 'Main gate' }] },
					},
				],
			},
		}),
	);
	await editor.page.locator(byTestId('parameter-input-value')).nth(1).waitFor(); // rows are drawn after the rest
	const labels = await editor.parameterLabels();
	expect(labels).toEqual(expect.arrayContaining(['Phone', 'Part', 'Voice File', 'Voice File Name', 'Text Template', 'Value']));
	expect(await editor.page.locator(`${byTestId('ndv')} ${byTestId('parameter-issues')}`).count()).toBe(0);
	await editor.screenshot('call-play-list');
	await scrollDown();
	await editor.screenshot('call-play-list-below');
	await choose('resource', 'Two-Party Call');
	await choose('operation', 'Create With Softphone');
	expect(await editor.openResourceLocator('softPhone')).toEqual(expect.arrayContaining(['15550105 · Agent One', '15550106 · Agent Two']));
	await editor.screenshot('call-softphones');
});

it('Call Trigger: shows the addresses of the chosen events alone', async () => {
	const node = callTrigger('Huawei CEC Call Trigger', {
		protection: 'sharedKey',
		events: ['callReleased', 'voiceFileAudited'],
		secret,
		options: {},
	});
	await open(node);
	expect(await shownAddresses()).toEqual([
		expect.stringMatching(new RegExp(`/webhook/${node.webhookId}/released$`)),
		expect.stringMatching(new RegExp(`/webhook/${node.webhookId}/audited/${secret}$`)),
	]);
	expect(await editor.parameterLabels()).toEqual(expect.arrayContaining(['Events', 'Protection', 'Secret', 'Options']));
	await editor.screenshot('call-trigger');
	await open(callTrigger('Huawei CEC Call Trigger', { events: ['callReleased', 'notificationReleased'], options: {} }));
	expect(await editor.parameterLabels()).not.toContain('Secret');
	expect(await shownAddresses()).toHaveLength(2);
	await editor.screenshot('call-trigger-signed');
});

it('Speech Recognition Trigger: shows its address with the part that CEC appends', async () => {
	const node = speechTrigger('Huawei CEC Speech Recognition Trigger', { options: { keepAliveSeconds: 60 } });
	await open(node);
	expect(await shownAddresses()).toEqual([
		expect.stringMatching(new RegExp(`/webhook/${node.webhookId}/speech/v100/subscribe/asrevent/asrresult$`)),
	]);
	const labels = ['Events', 'Speaker', 'Understand Meaning', 'Simplify', 'Options', 'Keep Alive Every'];
	expect(await editor.parameterLabels()).toEqual(expect.arrayContaining(labels));
	await editor.screenshot('speech-trigger');
});

it.each([
	['huaweiCecGatewayAdminApi', 'password', 'not the password'],
	['huaweiCecItaApi', 'baseUrl', 'http://127.0.0.1:9'],
	['huaweiCecCallbackSecretApi', 'sharedSecret', 'with a blank '],
] as const)('%s is saved and tested in its dialog', async (type, field, wrong) => {
	const stored = runtime().credentials[type];
	const dialog = await editor.openCredential(stored.name);
	expect(await editor.testCredential()).toEqual({ ok: true, text: expect.stringMatching(/\S/) });
	await editor.screenshot(`credential-${type}`);
	await fill(dialog, field, wrong);
	await dialog.locator(byTestId('credential-save-button')).click();
	await dialog.getByText(/Couldn.t connect/).first().waitFor();
	expect((await editor.testCredential()).ok).toBe(false);
	await editor.screenshot(`credential-${type}-refused`);
	await n8n().saveCredential(type, stored.name, credentialData(runtime().simulatorUrl)[type]);
});

it('a credential is created, tested and mended in its dialog', async () => {
	const node = campaign('Huawei CEC Campaign', { resource: 'numberType', operation: 'getMany' }, { credentials: undefined });
	await open(node);
	await editor.page.locator(byTestId('node-credentials-select')).first().click();
	await editor.page.locator(byTestId('node-credentials-select-item-new')).first().click();
	const dialog = editor.page.locator(byTestId('editCredential-modal')).first();
	await dialog.locator(byTestId('parameter-input-baseUrl')).waitFor();
	await editor.screenshot('credential-new');
	await fill(dialog, 'baseUrl', runtime().simulatorUrl);
	await fill(dialog, 'accessKey', 'demo-access-key');
	await fill(dialog, 'secretKey', 'not the secret');
	await dialog.locator(byTestId('credential-save-button')).click();
	await dialog.getByText(/CEC does not accept the signature|Couldn.t connect/).first().waitFor();
	const failed = await editor.testCredential();
	expect(failed.ok).toBe(false);
	expect(failed.text).toContain('CEC does not accept the signature (HTTP 401)');
	await editor.screenshot('credential-refused');
	await fill(dialog, 'secretKey', 'demo-secret-key');
	await dialog.locator(byTestId('credential-save-button')).click();
	await dialog.waitFor({ state: 'hidden' }); // a test that succeeds closes it
	const name = await editor.page.locator(`${byTestId('node-credentials-select')} input`).first().inputValue();
	expect(name).toMatch(/^Huawei CEC Signature account/);
	await editor.openCredential(name);
	expect(await editor.testCredential()).toEqual({ ok: true, text: expect.stringContaining('successful') });
	await editor.screenshot('credential-accepted');
});

it('the credential of the app API in its dialog', async () => {
	await editor.openCredential('CEC demo (app key)');
	expect((await editor.testCredential()).ok).toBe(true);
	await editor.screenshot('credential-app');
});

it('the main example runs to its end from the editor, all nodes green', async () => {
	await simulator().reset();
	const example = await importMain();
	await editor.openWorkflow(example.workflow.id);
	await editor.page.locator(byTestId('zoom-to-fit')).click();
	await editor.screenshot('example');
	const before = await n8n().executionIds(example.workflow);
	await simulator().setSpeed(300); // not before: in the evening the day of CEC would end meanwhile
	await editor.page.locator(byTestId('execute-workflow-button')).first().click();
	const execution = await latest(example, before.length);
	expect(execution.error?.message).toBeUndefined();
	expect(execution.status).toBe('success');
	await editor.page.locator(byTestId('canvas-node-status-success')).first().waitFor();
	const ran = execution.nodeNames.length;
	await editor.page.waitForFunction(
		(count) => document.querySelectorAll('[data-test-id="canvas-node-status-success"]').length >= count,
		ran,
	);
	expect(await editor.page.locator(byTestId('canvas-node-status-error')).count()).toBe(0);
	expect(await editor.page.locator(byTestId('node-issues')).count()).toBe(0);
	await editor.screenshot('example-run');
}, 240_000);

it('the nodes in the dark theme', async () => {
	const nodes = [
		resultTrigger('Results', { protection: 'secret', secret, results: 'all', options: {} }),
		agent('Agent', { resource: 'agent', operation: 'getMany' }),
		campaign('Campaign', { resource: 'campaign', operation: 'getMany', filters: {} }),
		base('End', 'noOp'),
	];
	const stored = await n8n().createWorkflow(workflow('Dark', nodes));
	await editor.page.evaluate(() => localStorage.setItem('N8N_THEME', 'dark'));
	const shown = await editor.openWorkflow(stored.id);
	await shown.nth(3).waitFor();
	const icons = editor.page.locator(`${byTestId('canvas-node')} img[src*="n8n-nodes-huawei-cec"]`);
	await editor.page.waitForFunction(
		() => {
			const images = Array.from(document.querySelectorAll<HTMLImageElement>('img[src*="n8n-nodes-huawei-cec"]'));
			return images.filter(({ naturalWidth }) => naturalWidth > 0).length >= 3;
		},
	);
	const sources = await icons.evaluateAll((images) => images.map((image) => (image as HTMLImageElement).src));
	expect(sources).toHaveLength(3);
	for (const source of sources) expect(source).toMatch(/huaweiCec\.dark\.svg$/);
	await editor.screenshot('dark');
	await editor.page.evaluate(() => localStorage.setItem('N8N_THEME', 'light'));
});

async function open(node: INode): Promise<void> {
	const first = node.type.endsWith('Trigger') ? [node] : [start(), node];
	const stored = await n8n().createWorkflow(workflow(node.name, first));
	await editor.openNode(stored.id, node.id);
}

/** Chooses an entry of a drop-down list by its name. */
async function choose(parameter: string, name: string): Promise<void> {
	await editor.openOptions(parameter);
	const entries = editor.page.locator('.el-select-dropdown__item:visible');
	await entries.filter({ has: editor.page.getByText(name, { exact: true }) }).first().click();
	await entries.first().waitFor({ state: 'hidden' });
}

/** The production addresses that the open panel of a trigger shows. */
async function shownAddresses(): Promise<string[]> {
	await editor.page.getByText('Webhook URLs').first().click();
	await editor.page.getByText('Production URL').first().click();
	const addresses = editor.page.locator('[class*="webhookUrl"], [class*="webhook-url"], .url-field').filter({ hasText: '/webhook/' });
	await addresses.first().waitFor();
	const texts = (await addresses.allInnerTexts()).map((text) => text.replace(/\s+/g, '').replace(/^POST/, ''));
	return [...new Set(texts.filter((text) => text.startsWith('http')))];
}

async function scrollDown(): Promise<void> {
	const panel = editor.page.locator(byTestId('node-parameters')).first();
	await panel.evaluate((element) => {
		const scroller = [element, ...Array.from(element.querySelectorAll('*'))].find((one) => one.scrollHeight > one.clientHeight + 50);
		scroller?.scrollTo(0, 100_000);
		element.parentElement?.scrollTo(0, 100_000);
	});
}

function inDays(days: number): string {
	return new Date(Date.now() + days * 24 * 3600 * 1000).toISOString().slice(0, 10);
}

async function fill(dialog: Locator, parameter: string, value: string): Promise<void> {
	await dialog.locator(byTestId(`parameter-input-${parameter}`)).locator('input').first().fill(value);
}

async function importMain(): Promise<ImportedExample> {
	const { filesFolder, n8nUrl, simulatorUrl, credentials } = runtime();
	cpSync(join(examplesFolder, 'data'), filesFolder, { recursive: true });
	const values = { N8N_URL: n8nUrl, SIMULATOR_URL: simulatorUrl, DATA_FOLDER: filesFolder };
	// No test here asks a model.
	const named = await saveExampleCredentials(n8n(), simulatorUrl, 'http://127.0.0.1:1/v1');
	const imported = await importExamples(readManifest(), { api: n8n(), credentials, named, values });
	return imported.find(({ example }) => example.main) as ImportedExample;
}

async function latest({ workflow: stored }: ImportedExample, before: number) {
	const [newest] = await n8n().waitForExecutions(stored, before + 1, 200_000);
	return newest;
}
