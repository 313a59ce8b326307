/** Names and words as n8n's users know them, for everything that the catalogues produce. */
import type { INodeProperties, INodePropertyOptions, INodeType, INodePropertyCollection } from 'n8n-workflow';

import type { Fields } from '../cec/catalogue/field';
import { allFields, type Operation, type Resource } from '../cec/catalogue/operation';
import type { Pickers } from '../cec/catalogue/picker';
import { HuaweiCecAgent } from '../nodes/HuaweiCecAgent/HuaweiCecAgent.node';
import { catalogue as agentCatalogue } from '../nodes/HuaweiCecAgent/catalogue';
import { pickers as agentPickers } from '../nodes/HuaweiCecAgent/pickers';
import { HuaweiCecBotManagement } from '../nodes/HuaweiCecBotManagement/HuaweiCecBotManagement.node';
import { catalogue as botManagementCatalogue } from '../nodes/HuaweiCecBotManagement/catalogue';
import { pickers as botManagementPickers } from '../nodes/HuaweiCecBotManagement/pickers';
import { HuaweiCecCampaign } from '../nodes/HuaweiCecCampaign/HuaweiCecCampaign.node';
import { catalogue as campaignCatalogue } from '../nodes/HuaweiCecCampaign/catalogue';
import { pickers as campaignPickers } from '../nodes/HuaweiCecCampaign/pickers';
import { HuaweiCecCampaignResultTrigger } from '../nodes/HuaweiCecCampaignResultTrigger/HuaweiCecCampaignResultTrigger.node';
import { catalogue as monitoringCatalogue } from '../nodes/HuaweiCecMonitoring/catalogue';
import { HuaweiCecMonitoring } from '../nodes/HuaweiCecMonitoring/HuaweiCecMonitoring.node';
import { pickers as monitoringPickers } from '../nodes/HuaweiCecMonitoring/pickers';
import { HuaweiCecNewRecordTrigger } from '../nodes/HuaweiCecNewRecordTrigger/HuaweiCecNewRecordTrigger.node';
import { catalogue as platformCatalogue } from '../nodes/HuaweiCecPlatform/catalogue';
import { HuaweiCecPlatform } from '../nodes/HuaweiCecPlatform/HuaweiCecPlatform.node';
import { catalogue as qualityInspectionCatalogue } from '../nodes/HuaweiCecQualityInspection/catalogue';
import { HuaweiCecQualityInspection } from '../nodes/HuaweiCecQualityInspection/HuaweiCecQualityInspection.node';
import { pickers as qualityInspectionPickers } from '../nodes/HuaweiCecQualityInspection/pickers';
import { catalogue as qualityRulesCatalogue } from '../nodes/HuaweiCecQualityRules/catalogue';
import { HuaweiCecQualityRules } from '../nodes/HuaweiCecQualityRules/HuaweiCecQualityRules.node';
import { pickers as qualityRulesPickers } from '../nodes/HuaweiCecQualityRules/pickers';
import { catalogue as recordingCatalogue } from '../nodes/HuaweiCecRecording/catalogue';
import { HuaweiCecRecording } from '../nodes/HuaweiCecRecording/HuaweiCecRecording.node';
import { pickers as recordingPickers } from '../nodes/HuaweiCecRecording/pickers';
import { catalogue as statisticsCatalogue } from '../nodes/HuaweiCecStatistics/catalogue';
import { HuaweiCecStatistics } from '../nodes/HuaweiCecStatistics/HuaweiCecStatistics.node';
import { pickers as statisticsPickers } from '../nodes/HuaweiCecStatistics/pickers';
import { HuaweiCecSupervision } from '../nodes/HuaweiCecSupervision/HuaweiCecSupervision.node';
import { catalogue as supervisionCatalogue } from '../nodes/HuaweiCecSupervision/catalogue';
import { pickers as supervisionPickers } from '../nodes/HuaweiCecSupervision/pickers';
import { HuaweiCecSurvey } from '../nodes/HuaweiCecSurvey/HuaweiCecSurvey.node';
import { catalogue as surveyCatalogue } from '../nodes/HuaweiCecSurvey/catalogue';
import { HuaweiCecTicket } from '../nodes/HuaweiCecTicket/HuaweiCecTicket.node';
import { catalogue as ticketCatalogue } from '../nodes/HuaweiCecTicket/catalogue';
import { pickers as ticketPickers } from '../nodes/HuaweiCecTicket/pickers';
import { HuaweiCecFileReadyTrigger } from '../nodes/HuaweiCecFileReadyTrigger/HuaweiCecFileReadyTrigger.node';
import { HuaweiCecTicketTrigger } from '../nodes/HuaweiCecTicketTrigger/HuaweiCecTicketTrigger.node';
import { HuaweiCecWebChat } from '../nodes/HuaweiCecWebChat/HuaweiCecWebChat.node';
import { catalogue as webChatCatalogue } from '../nodes/HuaweiCecWebChat/catalogue';
import { pickers as webChatPickers } from '../nodes/HuaweiCecWebChat/pickers';
import { HuaweiCecWebChatTrigger } from '../nodes/HuaweiCecWebChatTrigger/HuaweiCecWebChatTrigger.node';

/** A property at any depth, with the way to it. */
interface Placed {
	path: string;
	property: INodeProperties;
}

function everyProperty(properties: INodeProperties[], path = ''): Placed[] {
	return properties.flatMap((property) => {
		const here = path === '' ? property.name : `${path}.${property.name}`;
		return [{ path: here, property }, ...everyProperty(innerOf(property), here)];
	});
}

function innerOf({ options = [] }: INodeProperties): INodeProperties[] {
	return (options as Array<INodePropertyOptions | INodeProperties | INodePropertyCollection>).flatMap((option) => {
		if ('values' in option) return option.values;
		return 'displayName' in option && 'type' in option ? [option] : [];
	});
}

const SMALL = [
	'a',
	'an',
	'and',
	'as',
	'at',
	'by',
	'for',
	'from',
	'in',
	'into',
	'of',
	'on',
	'or',
	'per',
	'the',
	'to',
	'with',
];

/** Words in capitals but for the small ones inside. */
function isTitle(text: string): boolean {
	const words = text.split(/[\s/]+/).filter((word) => /^[A-Za-z]/.test(word));
	return words.every((word, index) => /^[A-Z]/.test(word) || (index > 0 && SMALL.includes(word)));
}

/** One sentence, without the full stop that n8n leaves out there. */
const isOneSentenceWithStop = (text: string) =>
	text.endsWith('.') && !/[.!?:] /.test(text.replace(/\b(e\.g|i\.e)\. /g, ''));

const described: INodeType[] = [
	new HuaweiCecAgent(),
	new HuaweiCecBotManagement(),
	new HuaweiCecCampaign(),
	new HuaweiCecCampaignResultTrigger(),
	new HuaweiCecMonitoring(),
	new HuaweiCecNewRecordTrigger(),
	new HuaweiCecPlatform(),
	new HuaweiCecQualityInspection(),
	new HuaweiCecQualityRules(),
	new HuaweiCecRecording(),
	new HuaweiCecStatistics(),
	new HuaweiCecSupervision(),
	new HuaweiCecSurvey(),
	new HuaweiCecTicket(),
	new HuaweiCecFileReadyTrigger(),
	new HuaweiCecTicketTrigger(),
	new HuaweiCecWebChat(),
	new HuaweiCecWebChatTrigger(),
];

describe.each(described.map((node) => ({ name: node.description.name, node })))('$name', ({ node }) => {
	const all = everyProperty(node.description.properties);
	const wrong = (judge: (property: INodeProperties) => boolean) =>
		all.filter(({ property }) => judge(property)).map(({ path }) => path);

	test('has properties', () => expect(all.length).toBeGreaterThan(5));

	test('labels are titles', () => {
		expect(
			all
				.filter(({ property: { type, displayName } }) => type !== 'notice' && !isTitle(displayName))
				.map(({ property }) => property.displayName),
		).toEqual([]);
	});

	test('switches say "Whether"', () => {
		expect(
			wrong(({ type, description = '' }) => type === 'boolean' && !description.startsWith('Whether ')),
		).toEqual([]);
	});

	test('options have names and are sorted by them, unless their order has a meaning', () => {
		const unsorted = all.flatMap(({ path, property: { type, options = [] } }) => {
			if (type !== 'options' && type !== 'multiOptions') return [];
			const names = options.map(({ name }) => name);
			expect(names.every((name) => /\S/.test(name))).toBe(true);
			expect(new Set(names).size).toBe(names.length);
			const sorted = [...names].sort((one, other) => one.localeCompare(other));
			return JSON.stringify(names) === JSON.stringify(sorted) ? [] : [path];
		});
		expect(unsorted).toEqual([]);
	});

	test('a choice starts with one of its options', () => {
		expect(
			wrong(
				({ type, options = [], default: start }) =>
					type === 'options' && !options.some((option) => 'value' in option && option.value === start),
			),
		).toEqual([]);
	});

	test('collections list their fields by name', () => {
		expect(
			wrong((property) => {
				if (property.type !== 'collection') return false;
				const names = innerOf(property).map(({ displayName }) => displayName);
				return (
					JSON.stringify(names) !== JSON.stringify([...names].sort((one, other) => one.localeCompare(other)))
				);
			}),
		).toEqual([]);
	});

	test('descriptions say more than the label, without a stop after a single sentence', () => {
		expect(
			wrong(({ description = 'x' }) => isOneSentenceWithStop(description) || description.trim() !== description),
		).toEqual([]);
		expect(
			wrong(({ description, displayName }) => description?.toLowerCase() === displayName.toLowerCase()),
		).toEqual([]);
		const options = all.flatMap(({ property }) => (property.options ?? []) as INodePropertyOptions[]);
		expect(
			options.filter(({ description = 'x' }) => isOneSentenceWithStop(description)).map(({ name }) => name),
		).toEqual([]);
	});

	test('passwords are hidden while they are typed', () => {
		const secret = /^(password|.*(pwd|password|secret))$/i;
		expect(
			wrong(
				({ name, type, typeOptions }) =>
					type === 'string' && secret.test(name) && typeOptions?.password !== true,
			),
		).toEqual([]);
	});

	test('examples say that they are', () => {
		expect(
			wrong(({ type, placeholder = 'e.g. ' }) => type === 'string' && !placeholder.startsWith('e.g. ')),
		).toEqual([]);
	});

	test('parameters have names that stay the same in code', () => {
		expect(wrong(({ name }) => !/^[a-z][A-Za-z0-9]*$/.test(name))).toEqual([]);
	});
});

const catalogues: Array<{ node: INodeType; resources: Resource[]; pickers: Pickers }> = [
	{ node: new HuaweiCecAgent(), resources: agentCatalogue, pickers: agentPickers },
	{ node: new HuaweiCecBotManagement(), resources: botManagementCatalogue, pickers: botManagementPickers },
	{ node: new HuaweiCecCampaign(), resources: campaignCatalogue, pickers: campaignPickers },
	{ node: new HuaweiCecMonitoring(), resources: monitoringCatalogue, pickers: monitoringPickers },
	{ node: new HuaweiCecPlatform(), resources: platformCatalogue, pickers: {} },
	{ node: new HuaweiCecQualityInspection(), resources: qualityInspectionCatalogue, pickers: qualityInspectionPickers },
	{ node: new HuaweiCecQualityRules(), resources: qualityRulesCatalogue, pickers: qualityRulesPickers },
	{ node: new HuaweiCecRecording(), resources: recordingCatalogue, pickers: recordingPickers },
	{ node: new HuaweiCecStatistics(), resources: statisticsCatalogue, pickers: statisticsPickers },
	{ node: new HuaweiCecSupervision(), resources: supervisionCatalogue, pickers: supervisionPickers },
	{ node: new HuaweiCecSurvey(), resources: surveyCatalogue, pickers: {} },
	{ node: new HuaweiCecTicket(), resources: ticketCatalogue, pickers: ticketPickers },
	{ node: new HuaweiCecWebChat(), resources: webChatCatalogue, pickers: webChatPickers },
];

const deletesOf = (operations: Operation[]) =>
	operations.filter(({ value, method }) => /^(delete|removeAll|clear)/.test(value) || (method === 'DELETE' && !['remove', 'stop'].includes(value)));

test('some nodes delete, and the tickets node does not', () => {
	const nodes = catalogues.filter(({ resources }) => deletesOf(resources.flatMap(({ operations }) => Object.values(operations))).length > 0);
	expect(nodes.map(({ node }) => node.description.name)).toEqual(['huaweiCecAgent', 'huaweiCecBotManagement', 'huaweiCecCampaign', 'huaweiCecPlatform', 'huaweiCecQualityInspection', 'huaweiCecQualityRules', 'huaweiCecRecording', 'huaweiCecStatistics']);
});

describe.each(catalogues)('the catalogue of $node.description.name', ({ node, resources, pickers }) => {
	const operations: Operation[] = resources.flatMap((resource) => Object.values(resource.operations));

	test('every list that a field wants is there, and every list is wanted', () => {
		const wanted = new Set(operations.flatMap(allFields).flatMap(({ spec }) => spec.picker ?? []));
		expect([...wanted].sort()).toEqual(Object.keys(pickers).sort());
		expect(Object.keys(node.methods?.listSearch ?? {}).sort()).toEqual(Object.keys(pickers).sort());
		expect(Object.keys(node.methods?.loadOptions ?? {}).sort()).toEqual(Object.keys(pickers).sort());
	});

	test('every mapper that a field wants is there, and every mapper is wanted', () => {
		const wanted = new Set(operations.flatMap(allFields).flatMap(({ spec }) => spec.mapper ?? []));
		expect(Object.keys(node.methods?.resourceMapping ?? {}).sort()).toEqual([...wanted].sort());
	});

	test('every list gets what its query needs', () => {
		for (const { ask, search, given = {}, needs = {} } of Object.values(pickers)) {
			const fields = { ...ask.customer, ...ask.path, ...ask.query, ...ask.headers, ...ask.body };
			const filled = [...Object.keys(given), ...Object.keys(needs)];
			expect(pathsOf(fields)).toEqual(expect.arrayContaining([...filled, ...(search ? [search] : [])]));
			const open = Object.entries(fields).filter(
				([key, { spec }]) =>
					spec.required && !['constant', 'credential'].includes(spec.kind) && !filled.some((path) => path === key || path.startsWith(`${key}.`)),
			);
			expect(open.map(([key]) => key)).toEqual([]);
			const parameters = node.description.properties.map(({ name }) => name);
			expect(parameters).toEqual(expect.arrayContaining(Object.values(needs)));
		}
	});

	test('resources and operations have titles, and each operation an action that reads as one', () => {
		for (const { name, value, operations: its } of resources) {
			expect([name, isTitle(name)]).toEqual([name, true]);
			expect(value).toMatch(/^[a-z][A-Za-z]*$/);
			const names = Object.values(its).map(({ name: title, legacy }) => `${title}${legacy ? ' (Legacy)' : ''}`);
			expect(new Set(names).size).toBe(names.length);
		}
		for (const { name, action, value } of operations) {
			expect([name, isTitle(name)]).toEqual([name, true]);
			expect(value).toMatch(/^[a-z][A-Za-z0-9]*$/);
			// Sentence case: one capital at the start, others only in names such as CEC or IVR.
			expect(action).toMatch(/^[A-Z][a-z]+( ([a-z0-9-]+|[A-Z]{2,}))+$/);
		}
		const actions = operations.map(({ action, legacy }) => `${action}${legacy ? ' legacy' : ''}`);
		expect(new Set(actions).size).toBe(actions.length);
	});

	test('resources are sorted, and so are the operations of each', () => {
		for (const property of node.description.properties.filter(
			({ name }) => name === 'resource' || name === 'operation',
		)) {
			const names = (property.options as INodePropertyOptions[]).map(({ name }) => name);
			expect(names).toEqual([...names].sort((one, other) => one.localeCompare(other)));
			if (property.name === 'operation') {
				for (const option of property.options as INodePropertyOptions[]) expect(option.action).toMatch(/\S/);
			}
		}
	});

	test('values are told from one another within a path', () => {
		for (const { pathTemplate, path = {}, page } of operations) {
			const paged = page?.in === 'path' ? [page.position, page.size] : [];
			const parts = [...pathTemplate.matchAll(/\{(\w+)\}/g)].map(([, part]) => part).filter((part) => !paged.includes(part));
			expect(parts.sort()).toEqual(Object.keys(path).sort());
			expect(parts.every((part) => path[part].spec.required)).toBe(true);
		}
	});

	test('a parameter is of the same kind wherever an operation shows it', () => {
		const clashes = operations.flatMap(({ resource, value }) => {
			const kinds = new Map<string, string>();
			return node.description.properties.flatMap((property) => {
				const { show = {} } = property.displayOptions ?? {};
				const isShown = (key: 'resource' | 'operation', wanted: string) =>
					!show[key] || (show[key] as unknown[]).includes(wanted);
				if (!isShown('resource', resource) || !isShown('operation', value)) return [];
				const before = kinds.get(property.name);
				kinds.set(property.name, property.type);
				return before !== undefined && before !== property.type
					? [`${resource}/${value}: ${property.name}`]
					: [];
			});
		});
		expect(clashes).toEqual([]);
	});

	test('rings and destruction are marked: what deletes asks for confirmation', () => {
		expect(deletesOf(operations).filter(({ risk }) => risk !== 'destructive').map(({ value }) => value)).toEqual([]);
	});

	test('what is limited in number fits one request', () => {
		for (const { batch, pieces, body = {} } of operations) {
			for (const { list } of [batch ?? [], pieces ?? []].flat()) {
				expect(Object.keys(body)).toContain(list);
				// The limit is that of one request; the user may give any number of entries.
				expect(body[list].spec.limits.maxItems).toBeUndefined();
			}
		}
	});
});

/** The keys of fields, and those of the objects they make. */
function pathsOf(fields: Fields): string[] {
	return Object.entries(fields).flatMap(([key, { spec }]) => [key, ...pathsOf(spec.fields ?? {}).map((inner) => `${key}.${inner}`)]);
}
