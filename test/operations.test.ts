/**
 * Every operation of every node, run as n8n runs it, against the simulated contact centre: what is sent is what
 * the reference asks for, what comes back are items that know where they came from, and what fails says why.
 */
import {
	isSafeObjectProperty,
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type INodeExecutionData,
	type INodeType,
} from 'n8n-workflow';

import { isFileAlone, WHOLE } from '../cec/catalogue/answer';
import { isSilent, layoutOf, type Placement } from '../cec/catalogue/layout';
import { inWay, type Operation, type Resource } from '../cec/catalogue/operation';
import { HuaweiCecAgent } from '../nodes/HuaweiCecAgent/HuaweiCecAgent.node';
import { catalogue as agentCatalogue } from '../nodes/HuaweiCecAgent/catalogue';
import { HuaweiCecBotDialog } from '../nodes/HuaweiCecBotDialog/HuaweiCecBotDialog.node';
import { catalogue as botDialogCatalogue } from '../nodes/HuaweiCecBotDialog/catalogue';
import { HuaweiCecBotManagement } from '../nodes/HuaweiCecBotManagement/HuaweiCecBotManagement.node';
import { catalogue as botManagementCatalogue } from '../nodes/HuaweiCecBotManagement/catalogue';
import { HuaweiCecCall } from '../nodes/HuaweiCecCall/HuaweiCecCall.node';
import { catalogue as callCatalogue } from '../nodes/HuaweiCecCall/catalogue';
import { HuaweiCecCampaign } from '../nodes/HuaweiCecCampaign/HuaweiCecCampaign.node';
import { catalogue as campaignCatalogue } from '../nodes/HuaweiCecCampaign/catalogue';
import { HuaweiCecAgentWorkspace } from '../nodes/HuaweiCecAgentWorkspace/HuaweiCecAgentWorkspace.node';
import { catalogue as agentWorkspaceCatalogue } from '../nodes/HuaweiCecAgentWorkspace/catalogue';
import { HuaweiCecKnowledgeBase } from '../nodes/HuaweiCecKnowledgeBase/HuaweiCecKnowledgeBase.node';
import { catalogue as knowledgeBaseCatalogue } from '../nodes/HuaweiCecKnowledgeBase/catalogue';
import { catalogue as monitoringCatalogue } from '../nodes/HuaweiCecMonitoring/catalogue';
import { HuaweiCecMonitoring } from '../nodes/HuaweiCecMonitoring/HuaweiCecMonitoring.node';
import { catalogue as platformCatalogue } from '../nodes/HuaweiCecPlatform/catalogue';
import { HuaweiCecPlatform } from '../nodes/HuaweiCecPlatform/HuaweiCecPlatform.node';
import { catalogue as qualityInspectionCatalogue } from '../nodes/HuaweiCecQualityInspection/catalogue';
import { HuaweiCecQualityInspection } from '../nodes/HuaweiCecQualityInspection/HuaweiCecQualityInspection.node';
import { catalogue as qualityRulesCatalogue } from '../nodes/HuaweiCecQualityRules/catalogue';
import { HuaweiCecQualityRules } from '../nodes/HuaweiCecQualityRules/HuaweiCecQualityRules.node';
import { catalogue as recordingCatalogue } from '../nodes/HuaweiCecRecording/catalogue';
import { HuaweiCecRecording } from '../nodes/HuaweiCecRecording/HuaweiCecRecording.node';
import { HuaweiCecSpeechRecognition } from '../nodes/HuaweiCecSpeechRecognition/HuaweiCecSpeechRecognition.node';
import { catalogue as speechRecognitionCatalogue } from '../nodes/HuaweiCecSpeechRecognition/catalogue';
import { HuaweiCecStatistics } from '../nodes/HuaweiCecStatistics/HuaweiCecStatistics.node';
import { catalogue as statisticsCatalogue } from '../nodes/HuaweiCecStatistics/catalogue';
import { HuaweiCecSupervision } from '../nodes/HuaweiCecSupervision/HuaweiCecSupervision.node';
import { catalogue as supervisionCatalogue } from '../nodes/HuaweiCecSupervision/catalogue';
import { HuaweiCecSurvey } from '../nodes/HuaweiCecSurvey/HuaweiCecSurvey.node';
import { catalogue as surveyCatalogue } from '../nodes/HuaweiCecSurvey/catalogue';
import { HuaweiCecTicket } from '../nodes/HuaweiCecTicket/HuaweiCecTicket.node';
import { catalogue as ticketCatalogue } from '../nodes/HuaweiCecTicket/catalogue';
import { HuaweiCecWebChat } from '../nodes/HuaweiCecWebChat/HuaweiCecWebChat.node';
import { catalogue as webChatCatalogue } from '../nodes/HuaweiCecWebChat/catalogue';
import type { LoggedRequest } from '../simulator';
import { withoutFile } from './operations/files';
import { isOf } from './operations/logged';
import { cases, type Case, type Parameters, type Prepare } from './operations/parameters';
import { Bench, binary, item } from './support/bench';
import { hello } from './support/audio';
import { execute } from './support/n8n';

const nodes: Array<[INodeType, Resource[]]> = [
	[new HuaweiCecAgent(), agentCatalogue],
	[new HuaweiCecBotDialog(), botDialogCatalogue],
	[new HuaweiCecBotManagement(), botManagementCatalogue],
	[new HuaweiCecCall(), callCatalogue],
	[new HuaweiCecCampaign(), campaignCatalogue],
	[new HuaweiCecAgentWorkspace(), agentWorkspaceCatalogue],
	[new HuaweiCecKnowledgeBase(), knowledgeBaseCatalogue],
	[new HuaweiCecMonitoring(), monitoringCatalogue],
	[new HuaweiCecPlatform(), platformCatalogue],
	[new HuaweiCecQualityInspection(), qualityInspectionCatalogue],
	[new HuaweiCecQualityRules(), qualityRulesCatalogue],
	[new HuaweiCecRecording(), recordingCatalogue],
	[new HuaweiCecSpeechRecognition(), speechRecognitionCatalogue],
	[new HuaweiCecStatistics(), statisticsCatalogue],
	[new HuaweiCecSupervision(), supervisionCatalogue],
	[new HuaweiCecSurvey(), surveyCatalogue],
	[new HuaweiCecTicket(), ticketCatalogue],
	[new HuaweiCecWebChat(), webChatCatalogue],
];

interface Offered {
	key: string;
	node: INodeType;
	operation: Operation;
}

const offered: Offered[] = nodes.flatMap(([node, resources]) =>
	resources.flatMap((resource) =>
		Object.values(resource.operations).map((operation) => ({
			key: `${node.description.name}/${resource.value}/${operation.value}`,
			node,
			operation,
		})),
	),
);

const WAV = binary(hello, 'hello.wav');

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

test('every operation that is offered has parameters here, and nothing else has', () => {
	expect(Object.keys(cases).sort()).toEqual(offered.map(({ key }) => key).sort());
	expect(offered.length).toBeGreaterThan(0);
});

describe.each(offered)('$key', ({ key, node, operation }) => {
	const given = cases[key] as Case | undefined;
	if (!given) return;

	async function prepare(one: Prepare): Promise<IDataObject> {
		if (operation.family.credential === 'huaweiCecBotApi') await bench.renewBotToken();
		const parameters = await one(bench);
		// Whoever prepares something may have called right before: the next call must not be too early.
		await bench.sim.clock.advance(2000);
		bench.sim.control.clearRequests();
		return {
			resource: operation.resource,
			operation: operation.value,
			...(operation.risk === 'destructive' && { confirm: true }),
			...parameters,
		} as IDataObject;
	}

	async function run(parameters: IDataObject, more: { items?: INodeExecutionData[]; continueOnFail?: boolean } = {}) {
		return await execute({
			node,
			credentials: bench.credentials,
			items: [item({}, { data: WAV })],
			...more,
			parameters,
		});
	}

	/** The operation in the form that is chosen, or that a new node starts with. */
	function formFor(parameters: IDataObject): Operation {
		const chooser = operation.waysBy ?? 'authentication';
		const startsAs = node.description.properties.find(({ name }) => name === chooser)?.default;
		return inWay(operation, String(parameters[chooser] ?? startsAs));
	}

	const runs: Array<[string, Prepare]> = [['with what it needs', given.run], ...Object.entries(given.more ?? {})];
	const wires = new Set<string>();
	const names = new Set<string>();
	const done = new Set<string>();

	async function runAndNote(name: string, one: Prepare): Promise<INodeExecutionData[]> {
		const parameters = await prepare(one);
		const form = formFor(parameters);
		const items = await run(parameters);
		expectSent(form, sentTo(operation));
		namesIn(parameters).forEach((parameter) => names.add(parameter));
		sentTo(operation).forEach((request) => wiresOf(request).forEach((wire) => wires.add(wire)));
		done.add(name);
		return items;
	}

	test.each(runs)('works %s', async (name, one) => {
		const items = await runAndNote(name, one);
		expect(items.length).toBeGreaterThan(0);
		for (const { json, pairedItem } of items) {
			expect(pairedItem).toEqual({ item: 0 });
			expect(json).not.toHaveProperty('error');
			expect(Object.keys(json).length).toBeGreaterThan(0);
			// Others cannot be used in the expressions of the next node.
			expect(keysIn(json).filter((key) => !isSafeObjectProperty(key))).toEqual([]);
		}
		if (name === runs[0][0] && given.gives) expect(items[0].json).toMatchObject(given.gives);
	});

	test('sends every field it has', async () => {
		for (const [name, one] of runs) {
			if (done.has(name)) continue;
			bench.reset();
			await runAndNote(name, one);
		}
		const { top, optional, silent } = layoutOf(operation);
		const placements = [...top, ...optional, ...silent];
		// What a procedure sends belongs to the operations that it takes as its steps.
		if (!operation.procedure) expect(placements.flatMap(expectedWires).filter((wire) => !wires.has(wire))).toEqual([]);
		expect(
			[...top, ...optional].flatMap(namesOf).filter((name) => !names.has(name) && name !== 'archiveHistory'),
		).toEqual([]);
	});

	// A file has nothing around it that could be left out.
	if (!isFileAlone(operation.answer)) {
		test('gives the whole answer without Simplify', async () => {
			const parameters = await prepare(given.run);
			const items = await run({ ...parameters, simplify: false });
			const { path, base64 } = operation.answer;
			const answer = sentTo(operation)[0].response as IDataObject | IDataObject[];
			const keys = Array.isArray(answer) ? [WHOLE] : Object.keys(answer).filter((key) => path !== '' || key !== base64);
			if (!operation.procedure) expect(Object.keys(items[0].json)).toEqual(expect.arrayContaining(keys));
			expect(items[0].pairedItem).toEqual({ item: 0 });
		});
	}

	test('says what went wrong when CEC fails', async () => {
		const parameters = await prepare(given.run);
		// Bots say by HTTP 500 that a step does not fit, which a procedure goes by.
		const status = operation.procedure ? 501 : 500;
		bench.sim.control.addFault({ kind: 'status', status, match: { path: pathPattern(formFor(parameters)), times: 20 } });
		const error = await run(parameters).catch((thrown: unknown) => thrown);
		expectError(error, 0);
		const { message, description } = error as NodeApiError;
		expect(`${message} ${description}`).toContain(`HTTP ${status}`);
		// What may have been carried out is said to be in doubt, and is not tried again.
		expect(/It is not known whether CEC did this/.test(`${message} ${description}`)).toBe(
			operation.risk !== 'read',
		);
		expect(sentTo(operation)).toHaveLength(1);
	});

	const { refused } = given;
	if (refused) {
		test('says what CEC says when it refuses', async () => {
			const parameters = await prepare(refused.run);
			const error = await run(parameters).catch((thrown: unknown) => thrown);
			expectError(error, 0);
			expect((error as Error).message).toMatch(refused.message);
		});
	}

	test('goes on after an item that fails, when it is told to', async () => {
		const parameters = await prepare(given.run);
		const name = given.spoil ?? spoilable(operation);
		const items = [{ good: true }, { good: false }].map((json) => item(json, { data: WAV }));
		if (name) {
			const spoiled = { ...parameters, [name]: `={{ $json.good ? ${JSON.stringify(parameters[name])} : "" }}` };
			expectOneOfTwo(await run(spoiled, { items, continueOnFail: true }));
			expect(sentTo(operation).every(({ status }) => status === 200)).toBe(true);
		} else {
			const options = { ...(parameters.options as object), itemsAtOnce: 1 };
			const match = { path: pathPattern(formFor(parameters)), skip: 1 };
			bench.sim.control.addFault({ kind: 'status', status: 400, match });
			expectOneOfTwo(await run({ ...parameters, options }, { items, continueOnFail: true }));
		}
	});

	if (operation.answer.kind === 'file') {
		const alone = isFileAlone(operation.answer);
		test.each<[field: string, simplify: boolean]>([
			['data', true],
			['recording', true],
			...(alone ? [] : [['data', false] as [string, boolean]]),
		])('puts the file into the field "%s" (Simplify: %s)', async (field, simplify) => {
			const parameters = await prepare(given.run);
			const more = field === 'data' ? {} : { outputBinaryField: field };
			const [{ json, binary: files }, ...others] = await run({ ...parameters, ...more, simplify });
			expect(others).toEqual([]);
			expect(Object.keys(files ?? {})).toEqual([field]);
			const [request] = sentTo(operation);
			const file = await bench.fileOf(operation, request, parameters.session as string | undefined);
			const { begins, type } = given.file ?? {};
			expect(file.toString('latin1', 0, 12)).toMatch(begins ?? /$^/);
			expect(Buffer.from(files?.[field].data ?? '', 'base64').equals(file)).toBe(true);
			expect(files?.[field]).toMatchObject({ mimeType: type, bytes: file.length });
			if (!simplify) expect(json).toEqual(withoutFile(operation, request.response as IDataObject));
			else expect(json).toMatchObject({ ...given.gives, fileSize: files?.[field].fileSize });
		});
	}

	if (operation.risk === 'destructive') {
		test('does nothing without its confirmation', async () => {
			const parameters = await prepare(given.run);
			const error = await run({ ...parameters, confirm: false }).catch((thrown: unknown) => thrown);
			expectError(error, 0);
			expect((error as Error).message).toMatch(/was not confirmed$/);
			expect(sentTo(operation)).toEqual([]);
		});
	}
});

/**
 * The requests of the operation, which the simulator tells by the section of the reference. Those that met a gateway
 * that had forgotten the session, as a reset makes it, were repeated and do not count.
 */
function sentTo(operation: Operation): LoggedRequest[] {
	return bench.requests.filter(
		(request) => isOf(operation, request) && (request.response as { retcode?: string } | undefined)?.retcode !== '107-000',
	);
}

function expectSent(operation: Pick<Operation, 'method' | 'pathTemplate' | 'family'>, requests: LoggedRequest[]): void {
	expect(requests.length).toBeGreaterThan(0);
	for (const { method, path, status, headers } of requests) {
		expect(status).toBe(200);
		expect(method).toBe(operation.method);
		expect(path).toMatch(new RegExp(pathPattern(operation).slice(1, -1)));
		expect(headers['content-type']).toBe(operation.family.contentType);
	}
}

/** As the simulator's faults want it: a regular expression between slashes, which a query may follow. */
function pathPattern({ pathTemplate }: Pick<Operation, 'pathTemplate'>): string {
	const parts = pathTemplate.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
	return `/^${parts.join('[^/?]+')}(\\?|$)/`;
}

function expectError(error: unknown, itemIndex: number): void {
	expect(error instanceof NodeApiError || error instanceof NodeOperationError).toBe(true);
	const { message, description, context } = error as NodeApiError;
	expect(message).not.toBe('');
	expect(description).toEqual(expect.stringMatching(/\S/));
	expect(context.itemIndex).toBe(itemIndex);
}

/** What the first item brought, and the error of the second. */
function expectOneOfTwo(items: INodeExecutionData[]): void {
	const failed = items.filter(({ json }) => json.error !== undefined);
	const good = items.filter(({ json }) => json.error === undefined);
	expect(good.length).toBeGreaterThan(0);
	expect(good.every(({ pairedItem }) => (pairedItem as { item: number }).item === 0)).toBe(true);
	expect(failed).toHaveLength(1);
	expect(failed[0].pairedItem).toEqual({ item: 1 });
	// What happened, and what to do.
	expect(failed[0].json).toMatchObject({ error: expect.stringMatching(/\S/), message: expect.stringMatching(/\S/) });
}

/** A parameter that must be given and that can be emptied by an expression. */
function spoilable(operation: Operation): string | undefined {
	const kinds = ['text', 'secret', 'pick', 'list', 'file', 'time'];
	return layoutOf(operation).top.find(({ field: { spec } }) => spec.required && kinds.includes(spec.kind))?.name;
}

/** Names on the wire in query and body, JSON inside texts included, without the marks of lists. */
function wiresOf({ query, body }: LoggedRequest): string[] {
	return [...flatten(query, ''), ...flatten(body, '')];
}

function flatten(value: unknown, path: string): string[] {
	if (Array.isArray(value)) return value.flatMap((entry) => [path, ...flatten(entry, path)]);
	if (typeof value === 'string') {
		const inner = parsed(value);
		return inner === undefined ? [path] : [path, ...flatten(inner, path)];
	}
	if (typeof value !== 'object' || value === null) return [path];
	return [
		path,
		...Object.entries(value).flatMap(([key, inner]) => flatten(inner, path === '' ? key : `${path}.${key}`)),
	];
}

function parsed(text: string): object | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'object' && value !== null ? value : undefined;
	} catch {
		return undefined;
	}
}

/** The names on the wire under which a field is to be seen. */
function expectedWires({ field: { spec }, part, wire, inner }: Placement): string[] {
	if (part === 'path' || part === 'headers' || part === 'customer' || spec.sent === false) return [];
	// Only the values tell the names of these.
	if (spec.wrapping === 'spread') return [];
	const plain = wire.replaceAll('[]', '').replace(/^\./, '');
	// Rows that travel as texts or pairs have no names for what was in them.
	if (spec.eachAs || spec.pairs) return [plain];
	if (spec.wrapping === 'numbered') {
		const around = plain.split('.').slice(0, -1).join('.');
		return inner.map(({ steps }) => `${around}.${steps.join('.')}1`);
	}
	return inner.length > 0 ? [plain, ...inner.flatMap(expectedWires)] : [plain];
}

function namesOf({ name, inner }: Placement): string[] {
	return [name, ...inner.filter((each) => !isSilent(each)).flatMap(namesOf)];
}

function namesIn(parameters: Parameters | unknown): string[] {
	if (Array.isArray(parameters)) return parameters.flatMap(namesIn);
	if (typeof parameters !== 'object' || parameters === null) return [];
	return Object.entries(parameters).flatMap(([name, value]) => [name, ...namesIn(value)]);
}

/** Every key of a value, at any depth. */
function keysIn(value: unknown): string[] {
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, one]) => [key, ...keysIn(one)]);
}
