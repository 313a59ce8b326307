/** The lists from which ids are picked, as the editor asks for them. */
import type { INodeType } from 'n8n-workflow';

import { HuaweiCecAgent } from '../../../nodes/HuaweiCecAgent/HuaweiCecAgent.node';
import { pickers as agentPickers } from '../../../nodes/HuaweiCecAgent/pickers';
import { HuaweiCecCall } from '../../../nodes/HuaweiCecCall/HuaweiCecCall.node';
import { pickers as callPickers } from '../../../nodes/HuaweiCecCall/pickers';
import { HuaweiCecCampaign } from '../../../nodes/HuaweiCecCampaign/HuaweiCecCampaign.node';
import { pickers as campaignPickers } from '../../../nodes/HuaweiCecCampaign/pickers';
import { Bench, byId } from '../../support/bench';
import { loadOptions, searchList } from '../../support/n8n';

const agent = new HuaweiCecAgent();
const call = new HuaweiCecCall();
const campaign = new HuaweiCecCampaign();

let bench: Bench;

beforeAll(async () => {
	bench = await Bench.start();
	bench.moveClock();
});
afterAll(async () => {
	jest.restoreAllMocks();
	await bench.close();
});
beforeEach(() => bench.reset());

const all = [
	...Object.entries(agentPickers).map(([name, picker]) => ({ node: agent as INodeType, name, picker })),
	...Object.entries(callPickers).map(([name, picker]) => ({ node: call as INodeType, name, picker })),
	...Object.entries(campaignPickers).map(([name, picker]) => ({ node: campaign as INodeType, name, picker })),
];

test.each(all)(
	'$node.description.name lists $name, to search and to choose several of',
	async ({ node, name, picker }) => {
		const id = await bench.campaign();
		await bench.sales(`/holiday/${id}`, {
			name: 'Easter',
			type: 2,
			beginTime: '2026-04-03',
			endTime: '2026-04-06',
		});
		const given = { credentials: bench.credentials, parameters: { campaignId: byId(id) } };
		const { results } = await searchList(node, name, given);
		expect(results.length).toBeGreaterThan(0);
		for (const entry of results) {
			expect(entry.name).toMatch(/\S/);
			expect(entry.name).not.toMatch(/undefined|null|\[object/);
			expect(String(entry.value)).toMatch(/\S/);
		}
		expect(new Set(results.map(({ value }) => value)).size).toBe(results.length);
		const [{ name: first, value }] = results;
		// What an entry shows first can be searched for; in any case, where CEC does not search itself.
		const shown = first.split(' · ')[0];
		const found = await searchList(node, name, given, picker.search ? shown : shown.toUpperCase());
		expect(found.results.map((entry) => entry.value)).toContain(value);
		expect((await searchList(node, name, given, 'no such thing')).results).toEqual([]);
		const options = await loadOptions(node, name, given);
		expect(options.map((option) => String(option.value))).toEqual(
			expect.arrayContaining(results.map((entry) => String(entry.value))),
		);
	},
);

test('a notification is offered what can be played: voice files here, text templates there, both only when audited', async () => {
	const given = { credentials: bench.credentials };
	const names = async (picker: string) =>
		(await searchList(call, picker, given)).results.map(({ name }) => name.split(' · ')[0]);
	const audited = (type: number) =>
		bench.tenant.voiceFiles
			.filter((file) => file.type === type && file.scene === 3 && file.status === 2)
			.map(({ name }) => name);
	expect(await names('voiceFiles')).toEqual(audited(0));
	expect(await names('voiceFiles')).toContain('welcome');
	expect(await names('voiceTemplates')).toEqual(audited(2));
	expect(await names('voiceTemplates')).toContain('parcel');
});

describe('a long list', () => {
	const given = () => ({ credentials: bench.credentials });

	beforeEach(async () => {
		for (let start = 0; start < 240; start += 20) {
			const callNoTypes = Array.from({ length: 20 }, (_, index) => `T-${start + index}`);
			await bench.sales('/callNoType/add', { callNoTypes });
		}
		const server = { userName: 'sftp', serverPwd: 'Demo-sftp2' };
		for (let port = 1; port <= 230; port += 1) {
			await bench.sales('/file/addServer', {
				...server,
				serverInfo: { ip: '192.0.2.50', port: String(port), filePath: `/f/${port}` },
			});
		}
		bench.sim.control.clearRequests();
	});

	test('comes page by page', async () => {
		const values: unknown[] = [];
		let page: string | undefined;
		do {
			const found = await searchList(campaign, 'fileServers', given(), undefined, page);
			values.push(...found.results.map(({ value }) => value));
			page = found.paginationToken as string | undefined;
		} while (page !== undefined);
		expect(new Set(values).size).toBe(231);
		expect(bench.requests).toHaveLength(3);
	});

	test('is searched to its end', async () => {
		const { results, paginationToken } = await searchList(campaign, 'fileServers', given(), '/f/229');
		expect(results).toHaveLength(1);
		expect(paginationToken).toBeUndefined();
	});

	test('without pages comes as a whole', async () => {
		expect((await searchList(campaign, 'numberTypes', given())).results).toHaveLength(243);
	});

	test('to choose several of comes as a whole', async () => {
		expect(await loadOptions(campaign, 'fileServers', given())).toHaveLength(231);
	});
});

test('campaigns are searched by CEC itself, and finished ones are among them', async () => {
	await bench.campaign({ name: 'Spring' });
	await bench.campaign({ name: 'Summer' });
	bench.sim.control.clearRequests();
	const { results } = await searchList(campaign, 'campaigns', { credentials: bench.credentials }, 'Spr');
	expect(results.map(({ name }) => name.split(' · ')[0])).toEqual(['Spring']);
	expect(bench.requests[0].query).toMatchObject({ name: 'Spr', status: '0', deviceType: '0' });
});

test('a list that needs the app credential says so where the node lacks it', async () => {
	const { huaweiCecSignatureApi } = bench.credentials;
	const search = searchList(campaign, 'skillQueues', { credentials: { huaweiCecSignatureApi } });
	await expect(search).rejects.toMatchObject({
		message: 'The list of skill queues needs the credential "Huawei CEC App API": add it to this node, or choose "By ID" and type the id',
	});
});

test('a list that belongs to a campaign asks for that first', async () => {
	for (const campaignId of [undefined, { __rl: true, mode: 'list', value: '' }]) {
		const parameters = campaignId && { campaignId };
		await expect(searchList(campaign, 'holidays', { credentials: bench.credentials, parameters })).rejects.toThrow(
			'Choose the campaign first',
		);
	}
});

test('a failure is told in the same words as in a run', async () => {
	const credentials = { huaweiCecSignatureApi: { ...bench.credentials.huaweiCecSignatureApi, secretKey: 'wrong' } };
	await expect(searchList(campaign, 'campaigns', { credentials })).rejects.toMatchObject({
		message: 'CEC does not accept the signature (HTTP 401)',
		description: expect.stringContaining('Check access key and secret key'),
	});
});
