import { codes, refuse, unknown } from '../codes';
import { hotline } from '../dialog/hotline';
import type { Script } from '../dialog/script';
import { shortService, telephoneService } from '../dialog/telephone-service';
import type { Random } from '../../random';

/** What is set up on the platform: flows, and the access codes that lead to them. */

export type Source = 'IVR' | 'OIFDE';
/** 0 the bot alone, 1 watched by a silent agent, 2 a silent agent answers. */
export type WorkMode = 0 | 1 | 2;

export interface Flow {
	flowId: string;
	flowCode: string;
	flowName: string;
	flowDesc: string;
	source: Source;
	workMode: WorkMode;
	/** What an agent is helped with, in flows that no customer talks to. */
	assists?: 'matching' | 'ticket';
	script: Script;
	createDate: number;
}

export interface Binding {
	accessId: string;
	accessCode: string;
	domainId?: number;
	dialogType: number;
	flowCode: string;
	description: string;
	source: Source;
	chatBotName: string;
	/** Whether what is spoken is captured (inaction 7). */
	usingRecordService: number;
}

export type BindingGiven = Pick<Binding, 'dialogType' | 'flowCode' | 'source'> &
	Partial<Pick<Binding, 'accessCode' | 'domainId' | 'description'>>;

interface FlowSeed extends Pick<Flow, 'flowName' | 'source' | 'script'> {
	code: string;
	workMode?: WorkMode;
	assists?: Flow['assists'];
	accessCode: string;
	dialogType: number;
	captured?: boolean;
}

const seeds: FlowSeed[] = [
	{
		code: 'telephone',
		flowName: 'Telephone service',
		source: 'OIFDE',
		script: telephoneService,
		accessCode: '880000000000000101',
		dialogType: 3,
	},
	{
		code: 'chinese',
		flowName: '电信服务',
		source: 'OIFDE',
		script: shortService,
		accessCode: '880000000000000102',
		dialogType: 3,
	},
	{
		code: 'answered',
		flowName: 'Telephone service, answered by silent agents',
		source: 'OIFDE',
		script: telephoneService,
		workMode: 2,
		accessCode: '880000000000000103',
		dialogType: 3,
	},
	{
		code: 'watched',
		flowName: 'Telephone service, watched by silent agents',
		source: 'OIFDE',
		script: telephoneService,
		workMode: 1,
		accessCode: '880000000000000104',
		dialogType: 3,
	},
	{
		code: 'matching',
		flowName: 'Hints for agents',
		source: 'OIFDE',
		script: telephoneService,
		assists: 'matching',
		accessCode: '880000000000000105',
		dialogType: 3,
	},
	{
		code: 'ticket',
		flowName: 'Tickets for agents',
		source: 'OIFDE',
		script: telephoneService,
		assists: 'ticket',
		accessCode: '880000000000000106',
		dialogType: 3,
	},
	{
		code: 'hotline',
		flowName: 'Hotline',
		source: 'OIFDE',
		script: hotline,
		accessCode: '30501',
		dialogType: 1,
		captured: true,
	},
	{ code: 'ivr', flowName: 'Keys', source: 'IVR', script: hotline, accessCode: '30502', dialogType: 4 },
];

export class Configuration {
	readonly flows: Flow[];
	readonly bindings = new Map<string, Binding>();
	private lastAccessId = 100000;

	constructor(
		private readonly random: Random,
		now: number,
	) {
		this.flows = seeds.map(({ code, flowName, source, script, workMode = 0, assists }, at) => ({
			flowId: `2026030108000000${String(at + 1).padStart(2, '0')}`,
			flowCode: `flow_${source === 'IVR' ? 'ivr' : 'oifde'}_${code}`,
			flowName,
			flowDesc: '',
			source,
			workMode,
			assists,
			script,
			createDate: Math.floor(now),
		}));
		seeds.forEach(({ accessCode, dialogType, source, captured }, at) => {
			const { flowCode, flowName } = this.flows[at];
			const added = this.add({
				accessCode,
				dialogType,
				source,
				flowCode,
				domainId: 10079,
				description: flowName,
			});
			added.usingRecordService = captured ? 1 : 0;
		});
	}

	byCode(accessCode: string): Binding | undefined {
		return [...this.bindings.values()].find((one) => one.accessCode === accessCode);
	}

	binding(accessId: string): Binding {
		return this.bindings.get(accessId) ?? unknown('accessId');
	}

	flow(flowCode: string, source: Source): Flow {
		const found = this.flows.find((one) => one.flowCode === flowCode && one.source === source);
		return found ?? unknown('flowCode');
	}

	add(given: BindingGiven): Binding {
		const { accessCode = this.newCode(), description = '' } = given;
		this.flow(given.flowCode, given.source);
		if (this.byCode(accessCode)) refuse(codes.alreadyThere, 'accessCode is bound already');
		this.checkDescription(description);
		const accessId = String(++this.lastAccessId);
		const chatBotName = description || accessCode;
		const added = { ...given, accessId, accessCode, description, chatBotName, usingRecordService: 0 };
		this.bindings.set(accessId, added);
		return added;
	}

	change(accessId: string, change: Partial<BindingGiven>): void {
		const found = this.binding(accessId);
		const changed = { ...found, ...change };
		this.flow(changed.flowCode, changed.source);
		const bound = this.byCode(changed.accessCode);
		if (bound && bound !== found) refuse(codes.alreadyThere, 'accessCode is bound already');
		this.checkDescription(changed.description, found);
		this.bindings.set(accessId, changed);
	}

	/** Descriptions are those of bots, and unique where they are not empty. */
	private checkDescription(description: string, except?: Binding): void {
		const taken = [...this.bindings.values()].some((one) => one !== except && one.description === description);
		if (description !== '' && taken) refuse(codes.alreadyThere, 'description is in use');
	}

	private newCode(): string {
		return `88${this.random.digits(16)}`;
	}
}
