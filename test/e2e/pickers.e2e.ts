/** Every list to pick from, as n8n's editor asks for it: first and further pages, search, several at once. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Pickers } from '../../cec/catalogue/picker';
import { pickers as agentPickers } from '../../nodes/HuaweiCecAgent/pickers';
import { pickers as botDialogPickers } from '../../nodes/HuaweiCecBotDialog/pickers';
import { pickers as botManagementPickers } from '../../nodes/HuaweiCecBotManagement/pickers';
import { pickers as callPickers } from '../../nodes/HuaweiCecCall/pickers';
import { pickers as campaignPickers } from '../../nodes/HuaweiCecCampaign/pickers';
import { pickers as monitoringPickers } from '../../nodes/HuaweiCecMonitoring/pickers';
import { pickers as qualityInspectionPickers } from '../../nodes/HuaweiCecQualityInspection/pickers';
import { pickers as qualityRulesPickers } from '../../nodes/HuaweiCecQualityRules/pickers';
import { pickers as recordingPickers } from '../../nodes/HuaweiCecRecording/pickers';
import { pickers as statisticsPickers } from '../../nodes/HuaweiCecStatistics/pickers';
import { pickers as webChatPickers } from '../../nodes/HuaweiCecWebChat/pickers';
import { allFields, type Resource } from '../../cec/catalogue/operation';
import { catalogue as agentCatalogue } from '../../nodes/HuaweiCecAgent/catalogue';
import { catalogue as botDialogCatalogue } from '../../nodes/HuaweiCecBotDialog/catalogue';
import { catalogue as botManagementCatalogue } from '../../nodes/HuaweiCecBotManagement/catalogue';
import { catalogue as callCatalogue } from '../../nodes/HuaweiCecCall/catalogue';
import { catalogue as campaignCatalogue } from '../../nodes/HuaweiCecCampaign/catalogue';
import { catalogue as monitoringCatalogue } from '../../nodes/HuaweiCecMonitoring/catalogue';
import { catalogue as qualityInspectionCatalogue } from '../../nodes/HuaweiCecQualityInspection/catalogue';
import { catalogue as qualityRulesCatalogue } from '../../nodes/HuaweiCecQualityRules/catalogue';
import { catalogue as recordingCatalogue } from '../../nodes/HuaweiCecRecording/catalogue';
import { catalogue as statisticsCatalogue } from '../../nodes/HuaweiCecStatistics/catalogue';
import { catalogue as webChatCatalogue } from '../../nodes/HuaweiCecWebChat/catalogue';
import type { ListQuestion } from '../../scripts/n8n/api';
import { askBots, askCec, askQuality, INSPECTOR, n8n, newCampaign, runtime, simulator, wireTime } from './support';

type NodeName = 'huaweiCecAgent' | 'huaweiCecBotDialog' | 'huaweiCecBotManagement' | 'huaweiCecCall' | 'huaweiCecCampaign' | 'huaweiCecMonitoring' | 'huaweiCecQualityInspection' | 'huaweiCecQualityRules' | 'huaweiCecRecording' | 'huaweiCecStatistics' | 'huaweiCecWebChat';

const QUEUE = '00019cad3dd5c71d4696b209d7024fa04d01';

/** What is put into the simulator so that there is a second page; each list shows a hundred at a time, or what CEC gives. */
const many = 120;
let holidayCampaign: number;
let dialogLogic: string;
let reviewTask: string;

interface Expected {
	/** A name that stands in the list, with its id. */
	holds: { name: RegExp; value: RegExp };
	/** A text to search for, and how many entries hold it. */
	search: { text: string; found: number };
	/** How many entries there are in all, and on the first page. */
	total: number;
	firstPage?: number;
	parameters?: () => INodeParameters;
}

const holidayParameters = (): INodeParameters => ({
	resource: 'holiday',
	operation: 'update',
	campaignId: { __rl: true, mode: 'id', value: String(holidayCampaign) },
});

const ofBots = (): INodeParameters => ({ source: 'OIFDE' });
const ofIvrs = (): INodeParameters => ({ source: 'IVR' });
/** The first group of the simulator. */
const ofFaqGroup = (): INodeParameters => ({ faqGroupId: { __rl: true, mode: 'id', value: '10001' } });

/** The first web channel of the simulator. */
const ofChannel = (): INodeParameters => ({ channelId: '202101011000000001' });

/** A job of the simulator, and the queue that it works off. */
const ofJob = (): INodeParameters => ({ jobUid: { __rl: true, mode: 'id', value: '0c9358552188478a8d5ff9203db87901' } });
const ofQueue = (): INodeParameters => ({ queueUid: { __rl: true, mode: 'id', value: QUEUE } });

/** Quality inspection wants to know who asks. */
const ofInspector = (): INodeParameters => ({ actingUserId: INSPECTOR });
const ofDialogLogic = (): INodeParameters => ({ ...ofInspector(), dialogLogicId: { __rl: true, mode: 'id', value: dialogLogic } });

/** The only one of its kind. */
const onlyOne = (name: string): Expected => ({
	holds: { name: new RegExp(`^${name}$`), value: /^\S+$/ },
	search: { text: name, found: 1 },
	total: 1,
	parameters: ofInspector,
});

/** A call of the simulator in which rules were broken. */
const RUDE_CALL = '3b9cd7a9-d38c-4aa0-a35d-77f6abb9f497';
const ofRudeCall = (): INodeParameters => ({ callUuid: { __rl: true, mode: 'id', value: RUDE_CALL } });
const ofReviewTask = (): INodeParameters => ({ ...ofInspector(), reviewTaskId: { __rl: true, mode: 'id', value: reviewTask } });

const inspectedCalls: Expected = {
	holds: { name: /^0951044\.V3 · agent\.one$/, value: new RegExp(`^${RUDE_CALL}$`) },
	search: { text: 'call-11', found: 11 }, // 11 and 110 to 119
	total: 3 + many,
	firstPage: 100,
	parameters: ofInspector,
};
const taskCalls: Expected = {
	holds: { name: /^0951044\.V3$/, value: /^\d{18}$/ },
	search: { text: '1012007', found: 1 },
	total: 2,
	parameters: ofReviewTask,
};
const appealed: Expected = {
	holds: { name: /^0951044\.V3 · reviewed · /, value: /^\d{20}$/ },
	search: { text: '0951044', found: 1 },
	total: 1,
	parameters: ofInspector,
};

const accessCodes: Expected = {
	holds: { name: /^15550101 · Sales line$/, value: /^15550101$/ },
	search: { text: '0102', found: 1 },
	total: 5,
};
const skillQueues: Expected = {
	holds: { name: /^sales · 3$/, value: /^3$/ },
	search: { text: 'queue11', found: 11 }, // 11 and 110 to 119
	total: 5 + many,
	firstPage: 100,
};
const softphones: Expected = {
	holds: { name: /^88880001 · agent\.one · 101$/, value: /^88880001$/ },
	search: { text: 'inspector', found: 1 },
	total: 5 + many,
};
const agents: Expected = {
	holds: { name: /^Agent One · agent\.one · 101$/, value: /^agent\.one$/ },
	search: { text: 'person.3', found: 11 }, // 3 and 30 to 39
	total: 5 + many,
	firstPage: 100,
};

const agentIds: Expected = { ...agents, holds: { name: /^Agent One · agent\.one · 101$/, value: /^101$/ } };

const tenants: Expected = { holds: { name: /^Example Ltd · \d{12}$/, value: /^\d{12}$/ }, search: { text: 'example', found: 1 }, total: 1 };

const botAccessCodes: Expected = { holds: { name: /^30501 · Hotline$/, value: /^30501$/ }, search: { text: 'silent agents', found: 2 }, total: 7 };

const expected: Record<NodeName, Record<string, Expected>> = {
	huaweiCecAgent: {
		accessCodes,
		agents,
		agentIds,
		calledRoutes: {
			holds: { name: /^15550100 · 1 → Fault handling$/, value: /^\d{10,}$/ },
			search: { text: '15550100', found: 2 },
			total: 2 + many,
			firstPage: 100,
		},
		routeNumbers: {
			holds: { name: /^15550100 · 1 → Fault handling$/, value: /^\d+$/ },
			search: { text: 'FAULT HANDLING', found: 1 },
			total: 2 + many,
			firstPage: 100,
		},
		ivrFlows: {
			holds: { name: /^Survey · 90501$/, value: /^2$/ },
			search: { text: 'SURVEY', found: 1 },
			total: 3,
		},
		skillQueues,
		softphones,
	},
	huaweiCecBotDialog: { botAccessCodes },
	huaweiCecBotManagement: {
		accessCodes: { holds: { name: /^30502 · /, value: /^30502$/ }, search: { text: '30502', found: 1 }, total: 1, parameters: ofIvrs },
		botAccessCodes,
		dialogBindings: {
			holds: { name: /^30501 · Hotline$/, value: /^\d+$/ },
			search: { text: 'SILENT AGENTS', found: 2 },
			total: 7,
			parameters: ofBots,
		},
		domains: { holds: { name: /^Telephone service · 10079$/, value: /^10079$/ }, search: { text: 'TELEPHONE', found: 1 }, total: 2 },
		faqGroups: { holds: { name: /^Insurance · \d+$/, value: /^\d+$/ }, search: { text: 'insur', found: 1 }, total: 2 },
		faqs: {
			holds: { name: /^When are the shops open\? · \d+$/, value: /^\d+$/ },
			search: { text: 'invoice', found: 1 },
			total: 2,
			parameters: ofFaqGroup,
		},
		flowIds: { holds: { name: /^Hotline · \d{18}$/, value: /^\d{18}$/ }, search: { text: 'hotline', found: 1 }, total: 7, parameters: ofBots },
		flows: { holds: { name: /^Keys · flow_ivr_ivr$/, value: /^flow_ivr_ivr$/ }, search: { text: 'keys', found: 1 }, total: 1, parameters: ofIvrs },
		rpaJobs: { holds: { name: /^Tickets · \w{32}$/, value: /^\w{32}$/ }, search: { text: 'REPORT', found: 1 }, total: 4 },
		rpaQueueItems: {
			holds: { name: /^case-7 · \w+$/, value: /^\w{36}$/ },
			search: { text: 'case-11', found: 11 }, // 11 and 110 to 119
			total: many,
			firstPage: 50,
			parameters: ofQueue,
		},
		rpaQueues: { holds: { name: /^Create tickets · \w{36}$/, value: /^\w{36}$/ }, search: { text: 'TICKETS', found: 1 }, total: 1, parameters: ofJob },
	},
	huaweiCecCall: {
		accessCodes,
		agentIds,
		softphones: {
			holds: { name: /^15550106 · Agent Two$/, value: /^15550106$/ },
			search: { text: 'spare', found: 1 },
			total: 3,
		},
		voiceFiles: {
			holds: { name: /^welcome · 1133790000000000001$/, value: /^1133790000000000001$/ },
			search: { text: 'BYE', found: 1 },
			total: 2, // neither those for other uses nor those that have not passed their audit
		},
		voiceTemplates: {
			holds: { name: /^parcel · 1226170000000000001$/, value: /^1226170000000000001$/ },
			search: { text: 'template11', found: 11 },
			total: 7 + many,
			firstPage: 100,
		},
	},
	huaweiCecCampaign: {
		accessCodes,
		businessResults: {
			holds: { name: /^Not interested · 100200$/, value: /^100200$/ },
			search: { text: 'interested', found: 2 },
			total: 3 + 60,
			firstPage: 50,
		},
		campaigns: {
			holds: { name: /^Listed 7 · \d+$/, value: /^\d+$/ },
			search: { text: 'Listed 11', found: 11 },
			total: many + 1,
			firstPage: 100,
		},
		displayResults: {
			holds: { name: /^Shown 1 · S1$/, value: /^S1$/ },
			search: { text: 'shown 55', found: 1 },
			total: 8 + 60,
			firstPage: 50,
		},
		displayResultIds: {
			holds: { name: /^Shown 1 · \d+$/, value: /^\d+$/ },
			search: { text: 'Shown 55', found: 1 },
			total: 8 + 60,
			firstPage: 50,
		},
		fileServers: {
			holds: { name: /^isales@192\.0\.2\.10:\/home\/sftp$/, value: /^164690088271159234793429225848$/ },
			search: { text: 'folder77', found: 1 },
			total: 1 + many,
			firstPage: 100,
		},
		holidays: {
			holds: { name: /^New Year$/, value: /^\d+$/ },
			search: { text: 'year', found: 1 },
			total: 2,
			parameters: holidayParameters,
		},
		ivrAccessCodes: {
			holds: { name: /^Payment reminder · 90502$/, value: /^90502$/ },
			search: { text: 'payment', found: 1 },
			total: 3,
		},
		numberTypes: {
			holds: { name: /^MOBILE$/, value: /^MOBILE$/ },
			search: { text: 'mob', found: 1 },
			total: 3,
		},
		resultCodes: {
			holds: { name: /^\d+ · \S/, value: /^\d+$/ },
			search: { text: '603', found: 1 },
			total: 0, // filled in once it is known
		},
		skillQueues,
	},
	huaweiCecMonitoring: {
		accessCodes: { ...accessCodes, holds: { name: /^15550101 · Sales line$/, value: /^2$/ } },
		agents: { holds: { name: /^Agent One · 101$/, value: /^101$/ }, search: { text: 'person 3', found: 11 }, total: 5 + many, firstPage: 100 },
		allVdns: { holds: { name: /^Example Ltd · 1$/, value: /^1$/ }, search: { text: 'example', found: 1 }, total: 1 },
		ivrFlows: { holds: { name: /^Survey · 90501$/, value: /^2$/ }, search: { text: 'SURVEY', found: 1 }, total: 3 },
		offices: { holds: { name: /^customers · 0$/, value: /^0$/ }, search: { text: 'ANONYMOUS', found: 1 }, total: 2 },
		// In one answer, however many there are.
		skillQueues: { ...skillQueues, firstPage: undefined },
		switches: { holds: { name: /^192\.0\.2\.40$/, value: /^192\.0\.2\.40$/ }, search: { text: '192', found: 1 }, total: 1 },
		vdns: { holds: { name: /^Example Ltd · 1$/, value: /^1$/ }, search: { text: 'example', found: 1 }, total: 1 },
	},
	huaweiCecQualityInspection: {
		agentIds,
		agentUsers: {
			holds: { name: /^agent\.one · \d{19}$/, value: /^\d{19}$/ },
			search: { text: 'AGENT.TWO', found: 1 },
			total: 2,
			parameters: ofInspector,
		},
		callGroups: inspectedCalls,
		callRules: {
			holds: { name: /^Greeting · Hotline · Violation$/, value: /^dialogRule/ },
			search: { text: 'violation', found: 3 },
			total: 5,
			parameters: ofRudeCall,
		},
		calls: inspectedCalls,
		callScenarios: { holds: { name: /^Hotline$/, value: /^groupid_/ }, search: { text: 'sales', found: 1 }, total: 2, parameters: ofRudeCall },
		inspectionItems: appealed,
		itemCalls: { ...appealed, holds: { name: /^0951044\.V3 · /, value: new RegExp(`^${RUDE_CALL}$`) } },
		reviewTasks: {
			holds: { name: /^Week 7 · \d{20}$/, value: /^\d{20}$/ },
			search: { text: 'week 11', found: 11 },
			total: many,
			firstPage: 100,
			parameters: ofInspector,
		},
		spotCheckPlans: { holds: { name: /^Every day · \d{20}$/, value: /^\d{20}$/ }, search: { text: 'every', found: 1 }, total: 1, parameters: ofInspector },
		taskCallIds: taskCalls,
		taskCalls,
		taskCallUuids: { ...taskCalls, holds: { name: /^0951044\.V3$/, value: new RegExp(`^${RUDE_CALL}$`) } },
	},
	huaweiCecQualityRules: {
		dialogLogics: onlyOne('Greeting / Beginning'),
		dialogRules: onlyOne('Greeting'),
		interruptionRules: onlyOne('Interruption'),
		scenarios: onlyOne('Hotline'),
		scoringProfiles: onlyOne('default'),
		scripts: { holds: { name: /^must · \d{18}$/, value: /^\d{18}$/ }, search: { text: 'must', found: 1 }, total: 1, parameters: ofDialogLogic },
		sensitiveWordCategories: onlyOne('Secrets'),
		sensitiveWords: onlyOne('password'),
		sentenceCategories: onlyOne('Greetings'),
		sentences: {
			holds: { name: /^Sentence 7$/, value: /^\d{5}$/ },
			search: { text: 'Sentence 11', found: 11 },
			total: many,
			firstPage: 100,
			parameters: ofInspector,
		},
		silenceRules: onlyOne('Silence'),
		speedRules: onlyOne('Speed'),
	},
	huaweiCecRecording: { agents: agentIds, tenants },
	huaweiCecStatistics: {
		agentGroups: { holds: { name: /^Agents$/, value: /^\d{30}$/ }, search: { text: 'AGENT', found: 1 }, total: 1 },
		agents: {
			holds: { name: /^Agent One · 101$/, value: /^101$/ },
			search: { text: 'person 3', found: 11 }, // 3 and 30 to 39
			total: 5 + many,
			firstPage: 100,
		},
		campaigns: {
			holds: { name: /^Listed 7 · \d+$/, value: /^\d+$/ },
			search: { text: 'Listed 11', found: 11 },
			total: many + 1,
			firstPage: 100,
		},
		inspectorGroups: { holds: { name: /^Inspectors$/, value: /^\d{30}$/ }, search: { text: 'inspect', found: 1 }, total: 1 },
		skillQueues: { ...skillQueues, firstPage: undefined },
		tenants,
		userGroups: { holds: { name: /^Agents$/, value: /^\d{30}$/ }, search: { text: 'inspect', found: 1 }, total: 2 },
		vdns: { holds: { name: /^Example Ltd · 1$/, value: /^1$/ }, search: { text: 'example', found: 1 }, total: 1 },
	},
	huaweiCecWebChat: {
		accessCodes,
		satisfactionLevels: { holds: { name: /^Satisfied · 4$/, value: /^4$/ }, search: { text: 'DISSATISFIED', found: 2 }, total: 5, parameters: ofChannel },
	},
};

const nodes: Array<[NodeName, Resource[], Pickers]> = [
	['huaweiCecAgent', agentCatalogue, agentPickers],
	['huaweiCecBotDialog', botDialogCatalogue, botDialogPickers],
	['huaweiCecBotManagement', botManagementCatalogue, botManagementPickers],
	['huaweiCecCall', callCatalogue, callPickers],
	['huaweiCecCampaign', campaignCatalogue, campaignPickers],
	['huaweiCecMonitoring', monitoringCatalogue, monitoringPickers],
	['huaweiCecQualityInspection', qualityInspectionCatalogue, qualityInspectionPickers],
	['huaweiCecQualityRules', qualityRulesCatalogue, qualityRulesPickers],
	['huaweiCecRecording', recordingCatalogue, recordingPickers],
	['huaweiCecStatistics', statisticsCatalogue, statisticsPickers],
	['huaweiCecWebChat', webChatCatalogue, webChatPickers],
];
const cases = nodes.flatMap(([name, , pickers]) => Object.keys(pickers).map((method): [NodeName, string] => [name, method]));

beforeAll(async () => {
	await simulator().reset();
	await fillTenant();
});

it('knows what to expect of every list of every node', () => {
	for (const [name, , pickers] of nodes) expect(Object.keys(expected[name]).sort()).toEqual(Object.keys(pickers).sort());
	expect(cases).toHaveLength(81);
});

it.each(nodes)('%s: every field that picks names a list of the node, and every list is used', (_, catalogue, pickers) => {
	const fields = catalogue.flatMap(({ operations }) => Object.values(operations).flatMap(allFields));
	const named = new Set(fields.map(({ spec }) => spec.picker).filter(Boolean));
	expect([...named].sort()).toEqual(Object.keys(pickers).sort());
});

describe.each(cases)('%s: the list %s', (name, method) => {
	const { holds, search, total, firstPage, parameters } = expected[name][method];
	const question = (): ListQuestion => ({ ...questionOf(name, method), parameters: parameters?.() ?? {} });

	it('is complete over its pages, without an entry twice', async () => {
		const pages: Array<Array<{ name: string; value: unknown }>> = [];
		let token: string | undefined;
		do {
			const page = await n8n().searchList({ ...question(), paginationToken: token });
			pages.push(page.results as Array<{ name: string; value: unknown }>);
			token = page.paginationToken as string | undefined;
		} while (token !== undefined && pages.length < 20);
		const all = pages.flat();
		expect(token).toBeUndefined();
		if (total > 0) expect(all).toHaveLength(total);
		else expect(all.length).toBeGreaterThan(20);
		if (firstPage) {
			expect(pages[0]).toHaveLength(firstPage);
			expect(pages.length).toBeGreaterThan(1);
		}
		expect(new Set(all.map(({ value }) => value)).size).toBe(all.length);
		const entry = all.find((one) => holds.name.test(one.name));
		expect(entry).toBeDefined();
		expect(entry?.value).toMatch(holds.value);
	});

	it('is searched', async () => {
		const found: string[] = [];
		let token: string | undefined;
		for (let page = 0; page < 20; page += 1) {
			const answer = await n8n().searchList({ ...question(), filter: search.text, paginationToken: token });
			found.push(...answer.results.map((entry) => entry.name));
			token = answer.paginationToken as string | undefined;
			if (token === undefined) break;
		}
		expect(found).toHaveLength(search.found);
		for (const entry of found) expect(entry.toLowerCase()).toContain(search.text.toLowerCase());
		expect((await n8n().searchList({ ...question(), filter: 'no such thing' })).results).toEqual([]);
	});

	it('is there as a whole where several can be chosen', async () => {
		const options = await n8n().loadOptions(question());
		if (total > 0) expect(options).toHaveLength(total);
		const entry = options.find((one) => holds.name.test(one.name));
		expect(entry?.value).toMatch(holds.value);
	});
});

describe('the lists of the Campaign node that need the other credential', () => {
	it.each(['skillQueues', 'accessCodes', 'ivrAccessCodes'])('%s: says so without it', async (method) => {
		const question = { ...questionOf('huaweiCecCampaign', method), credential: runtime().credentials.huaweiCecSignatureApi };
		const titles: Record<string, string> = {
			skillQueues: 'skill queues',
			accessCodes: 'access codes',
			ivrAccessCodes: 'IVR flows',
		};
		const failure = await n8n().searchList(question).then(() => undefined, (error: Error) => error.message);
		expect(failure).toContain(`The list of ${titles[method]} needs the credential \\"Huawei CEC App API\\": add it to this node, or choose \\"By ID\\"`);
		const options = await n8n().loadOptions(question).then(() => undefined, (error: Error) => error.message);
		expect(options).toContain(`The list of ${titles[method]} needs the credential \\"Huawei CEC App API\\": add it to this node, or choose \\"By ID\\"`);
	});

	it('the others need none but their own', async () => {
		const { results } = await n8n().searchList({
			...questionOf('huaweiCecCampaign', 'numberTypes'),
			credential: runtime().credentials.huaweiCecSignatureApi,
		});
		expect(results.map(({ value }) => value)).toEqual(['MOBILE', 'HOME', 'WORK']);
	});
});

it('holidays: asks for the campaign first', async () => {
	const question = { ...questionOf('huaweiCecCampaign', 'holidays'), parameters: { campaignId: { __rl: true, mode: 'list', value: '' } } };
	await expect(n8n().searchList(question as ListQuestion)).rejects.toThrow('Choose the campaign first: holidays belong to one');
});

it('a list tells why it is empty when CEC refuses', async () => {
	await simulator().allow(['192.0.2.1']);
	const failure = await n8n()
		.searchList(questionOf('huaweiCecCampaign', 'campaigns'))
		.then(() => undefined, (error: Error) => error.message)
		.finally(async () => await simulator().allow([]));
	expect(failure).toContain('CEC does not let this server in (HTTP 403)');
});

function questionOf(name: NodeName, method: string): ListQuestion {
	const { huaweiCecAppApi, huaweiCecBotApi, huaweiCecSignatureApi } = runtime().credentials;
	const ofCampaign = name === 'huaweiCecCampaign' && !['skillQueues', 'accessCodes', 'ivrAccessCodes'].includes(method);
	const ofRecording = name === 'huaweiCecRecording' && method === 'tenants';
	const isSigned = ofCampaign || ofRecording || ['huaweiCecMonitoring', 'huaweiCecStatistics'].includes(name);
	return {
		type: `n8n-nodes-huawei-cec.${name}`,
		method,
		parameter: method === 'holidays' ? 'holidayId' : 'anything',
		credential: name.startsWith('huaweiCecBot') ? huaweiCecBotApi : isSigned ? huaweiCecSignatureApi : huaweiCecAppApi,
	};
}

async function fillTenant(): Promise<void> {
	const management = '/apiaccess/rest/cc-management/v1';
	const campaigns = '/rest/isales/v1/openapi/campaigns/{vdn}';
	const release = { transferType: 'Release' };
	for (let index = 0; index < many; index += 1) {
		await Promise.all([
			askCec('POST', `${management}/agentAccount/create`, {
				userAccount: `person.${index}`,
				userName: `Person ${index}`,
				password: 'Demo-pw12',
				email: `person${index}@example.com`,
				agentType: 4,
				ccRoleId: 2,
			}),
			askCec('POST', `${management}/skill/createSkill`, {
				mediaTypeId: 5,
				name: `queue${index}`,
				description: 'many',
				maxWaitTime: 60,
				maxWaitNum: 100,
				maxAgentWrapupTime: 5,
				skillParam: {
					noAgents: release,
					busy: release,
					timeOut: release,
					answerFunction: '0',
					waitVoice: { parameterType: 'Voice' },
				},
			}),
			askCec('POST', `${management}/calledRoute/createCalledRoute`, {
				accessCode: '15550101',
				extCode: String(index),
				mediaTypeId: 5,
				devicetype: 1,
				deviceId: 2,
			}),
			askCec('POST', `${management}/createVoiceTemplate`, {
				name: `template${index}`,
				voicecontent: { textcontent: 'Thank you for calling.', language: 'en_US' },
			}),
			askCec('POST', `${campaigns}/file/addServer`, {
				serverInfo: { ip: '192.0.2.11', port: '22', filePath: `/folder${index}` },
				userName: 'loader',
				serverPwd: 'Demo-pw12',
			}),
			askBots('rpa/createRpaQueueData', { queueUid: QUEUE, tag: `case-${index}` }),
		]);
	}
	const { obsCodes } = await askCec<{ obsCodes: Array<{ obsCode: string }> }>(
		'GET',
		`${campaigns}/queryOBSResultCode?pageSize=1&pageNum=1`,
	);
	for (let index = 1; index <= 60; index += 1) {
		await askCec('POST', `${campaigns}/addBusinessResult`, { name: `Outcome ${index}`, code: `B${index}` });
		const codes = [obsCodes[0].obsCode];
		await askCec('POST', `${campaigns}/createObResult`, { displayResult: `Shown ${index}`, obsCodes: codes, resultCode: `S${index}` });
	}
	await qualityRules();
	await inspectionOfCalls();
	await manyCampaigns();
	holidayCampaign = await newCampaign({ name: 'With holidays' });
	const day = wireTime(10 * 24 * 3600).slice(0, 10);
	const holidays: IDataObject[] = [
		{ name: 'New Year', type: 2, beginTime: day, endTime: day },
		{ name: 'Weekend', type: 1, week: '6,7' },
	];
	for (const holiday of holidays) await askCec('POST', `${campaigns}/holiday/${holidayCampaign}`, holiday);
}

async function qualityRules(): Promise<void> {
	const { category_id: category } = await askQuality('sentencemanage/createSentenceCategory', { name: 'Greetings' });
	const tagDataList = [{ tag_type: 'keyword', pos_sentences: [{ name: 'hello' }] }];
	for (let index = 0; index < many; index += 1) {
		await askQuality('sentencemanage/createSentence', { category_id: category, sentence_name: `Sentence ${index}`, tagDataList });
	}
	const { category_id: secrets } = await askQuality('sensitiveWordManage/createSensitiveCategory', { name: 'Secrets' });
	await askQuality('sensitiveWordManage/createSensitiveWord', { category_id: secrets, sw_name: 'password' });
	const rule = { severity: 'normal', score_type: 'valid', score: 1, method: 'positive', min: 1, other: {} };
	const { rule_id: ruleId } = await askQuality('conversation-rules/addRule', { rule_name: 'Greeting', ...rule });
	const logic = { flow_name: 'Beginning', min: 1, expression: 'must', rule_id: ruleId };
	dialogLogic = String((await askQuality('conversation-rules/addConversationFlow', logic)).flow_id);
	const script = { role: 'any', position: 'any', SGType: 'must', dialogue_flow_id: dialogLogic };
	const { sg_id: scriptId } = await askQuality('conversation-rules/addSentenceGroup', script);
	const joined = { ...logic, flow_id: dialogLogic, expression: `must ${String(scriptId)}`, sentence_groups: [scriptId] };
	await askQuality('conversation-rules/updateConversationFlow', joined);
	const setting = { score: 4, seconds: 5, times: 4 };
	await askQuality('interposal-rules/addInterposalRule', { name: 'Interruption', ...setting, other: {} });
	await askQuality('silencerule/createSilenceRule', { setting: { name: 'Silence', ...setting } });
	const exception = { under: {}, over: {} };
	await askQuality('speedrule/addSpeedRule', { setting: { name: 'Speed', score: 4, min: 80, max: 200 }, exception });
	await askQuality('scenariomanage/createScenario', { group_name: 'Hotline', other: {} });
}

/** Calls, tasks that review two of them each, a plan, and an appeal. */
async function inspectionOfCalls(): Promise<void> {
	const asTexts = { qualityNum: '2', maxNum: '2' };
	const fixedColumns = { interactionType: 0, qualityType: 1, qualityCondition: 0, staffIds: [], ...asTexts };
	for (let index = 0; index < many; index += 1) {
		await askQuality('appraisecall/create', { call_type: 0, file_name: `call-${index}.V3` });
		const task = { currentRole: 'qualityDirector', qualityTask: { planName: `Week ${index}` }, fixedColumns };
		reviewTask = String((await askQuality('qualitytask/createQualityTask', task)).qualityTaskId);
	}
	await askQuality('regularqualitytask/addQualityTask', {
		qiqtName: 'Every day',
		cronStructure: { qiqtCycleType: '1', qiqtStartTime: 1772442000, qiqtEndType: '1', qiqtTotalTimes: 1 },
		appointQuality: { setCountsType: 0, setCounts: [{ personID: INSPECTOR, count: 0 }] },
		extractionRange: { fixedColumns },
	});
	await askQuality('appraisecall/complain', {
		...{ callId: RUDE_CALL, callGroupId: RUDE_CALL, callType: '0', leaderRole: '10', leaderUUID: INSPECTOR, taskDescription: 'The line was bad' },
		chooseRuleGroupList: [{ ruleGroupId: 'groupid_5cbec488-23d1-4551-a41a-6f81e501dcf7', reviseIdList: [`dialogRule${RUDE_CALL}-1`] }],
	});
}

/** CEC allows twenty at a time, so these are over before the next are made; templates pass their audit meanwhile. */
async function manyCampaigns(): Promise<void> {
	for (let index = 0; index < many; index += 1) {
		if (index > 0 && index % 20 === 0) await simulator().advance(60);
		const late = Math.floor(index / 20) * 60 + 30;
		await newCampaign({ name: `Listed ${index}`, strEndTime: wireTime(late) });
	}
	await simulator().advance(60);
}
