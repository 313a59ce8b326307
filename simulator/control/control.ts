import { z } from 'zod';
import {
	comeIn,
	type InboundOptions,
	type MessageOptions,
	preview,
	type PreviewOptions,
	write,
} from '../agent-calls/arriving';
import type { OnlineAgent } from '../agent-gateway/online-agent';
import type { AskReport } from '../bots/chatbot-caller/caller';
import type { AskOptions } from '../bots/chatbot-caller/schemas';
import { botSettings, type BotSettingsGiven, failedCall, type FailedCallOptions } from '../bots/control';
import type { BotSettings } from '../bots/state';
import { burst, type Burst, type BurstReport } from '../callbacks/burst';
import type { CallbackSettings } from '../callbacks/settings';
import type { CallOutcomeSettings } from '../calls/call-outcomes';
import { NOTIFICATION } from '../calls/state';
import type { OutcomeSettings } from '../campaigns/outcomes';
import type { Clock } from '../clock';
import type { Platform } from '../cms/state';
import { type ConversationOptions, conversationSchema } from '../gateway/conversation';
import type { Shape } from '../knowledge/state';
import { operatorSettings, type OperatorSettings, type OperatorSettingsGiven } from '../supervision/operator-settings';
import type { SurveyEnd } from '../surveys/state';
import { changeTicket, type TicketChange, ticketChange } from '../tickets/control';
import { answerWebChat, type WebChatAnswers } from '../web-chat/control';
import type { Settings as WebChatSettings, SettingsGiven as WebChatSettingsGiven } from '../web-chat/settings';
import type { World } from '../world';
import { type AgentEventOptions, agentSchemas } from './agent-schemas';
import * as callSchemas from './call-schemas';
import { type Fault, Faults, faultSchema } from './faults';
import { RequestLog } from './request-log';

/** What a test may ask of the simulator beside the interfaces of CEC. The HTTP control offers the same functions. */
export class Control {
	readonly log = new RequestLog();
	readonly faultList = new Faults();
	allowed: string[] | null = null;

	constructor(
		private readonly clock: Clock,
		private readonly world: () => World,
		private readonly renew: (seed?: number, speed?: number) => void,
		private readonly refuseConnections: (ms: number) => void,
	) {}

	reset(options: { seed?: number; speed?: number } = {}): void {
		this.renew(options.seed, options.speed);
		this.log.clear();
		this.faultList.clear();
		this.allowed = null;
	}

	requests(): object {
		return this.log.report();
	}

	clearRequests(): void {
		this.log.clear();
	}

	addFault(fault: Fault): void {
		const parsed = faultSchema.parse(fault);
		if (parsed.kind === 'refuse') this.refuseConnections(parsed.ms ?? 1000);
		else this.faultList.add(fault);
	}

	faults(): object[] {
		return this.faultList.list();
	}

	clearFaults(): void {
		this.faultList.clear();
	}

	expireTokens(): void {
		this.world().tokens.expireAll();
		this.world().bots.tokens.expireAll();
		this.world().siaTokens.expireAll();
		this.world().accessTokens.expireAll();
		this.world().webChats.tokens.expireAll();
	}

	/** Forgets every session of the gateway. */
	expireGateway(): void {
		this.world().gateway.expireAll();
	}

	/** Tells a signed-in agent any event of 6.5.1. */
	async tellAgent(agentId: string | number, { eventType, content = null }: AgentEventOptions): Promise<void> {
		await this.agent(agentId).put(eventType, content);
	}

	/** The other node of the gateway takes over, for one agent or all of them; for so many seconds none serves them. */
	async failOverAgents({ agentId, seconds }: { agentId?: string | number; seconds?: number } = {}): Promise<void> {
		const { agents } = this.world();
		const concerned = agentId === undefined ? agents.all() : [this.agent(agentId)];
		await Promise.all(concerned.map((agent) => agents.failOver(agent, seconds)));
	}

	/** Forgets the sessions of one agent or all of them, without telling them. */
	expireAgents({ agentId }: { agentId?: string | number } = {}): void {
		const { agents } = this.world();
		for (const agent of agentId === undefined ? agents.all() : [this.agent(agentId)]) agents.forget(agent);
	}

	/** A customer calls in or begins a chat, and waits for a free agent of a queue. */
	async inbound(options: InboundOptions): Promise<{ callId: string }> {
		const arrived = comeIn(this.world(), options);
		await this.world().agentCalls.allTold();
		return arrived;
	}

	/** The customer of a chat writes. */
	async message(options: MessageOptions): Promise<void> {
		write(this.world(), options);
		await this.world().agentCalls.allTold();
	}

	/** Offers a signed-in agent numbers to call (6.1.2.2). */
	async preview(options: PreviewOptions): Promise<{ controlId: number }> {
		const offered = preview(this.world(), options);
		await this.world().agentCalls.allTold();
		return offered;
	}

	/** Asks the chatbot of a user as the bot platform does (10.14). */
	async askChatbot(options: AskOptions): Promise<AskReport> {
		return await this.world().bots.chatbots.ask(options);
	}

	/** How bots answer where the reference leaves it open; what is not named stays. */
	setBots(settings: BotSettingsGiven): BotSettings {
		return this.world().bots.change(botSettings.parse(settings));
	}

	/** A call of an agent that reached nobody, whose recording waits for its text (10.22). */
	addFailedCall(options: FailedCallOptions): { aid: string } {
		const { aid } = this.world().bots.failures.add(failedCall.parse(options));
		return { aid };
	}

	/** Where table and samples of the knowledge base differ, which of them answers have. */
	setKnowledge({ shape }: { shape: Shape }): void {
		this.world().knowledge.shape = shape;
	}

	/** How it is told that a questionnaire has no more questions. */
	setSurveys({ end }: { end: SurveyEnd }): void {
		this.world().surveys.end = end;
	}

	/** What the platform below monitoring is; what is not named stays. */
	setMonitoring({ platform }: { platform?: Platform }): { platform: Platform } {
		const { cms } = this.world();
		cms.platform = platform ?? cms.platform;
		return { platform: cms.platform };
	}

	/** A call waits for one agent and nobody else, for a minute. */
	addPrivateCall({ agentId, caller = '447700900600' }: { agentId: number; caller?: string }): { callId: string } {
		const { callId } = this.world().cms.addPrivateCall({ workNo: agentId, caller });
		return { callId };
	}

	/** A ticket grows older, somebody else changes it, or a customer opens one. */
	changeTicket(change: TicketChange): { id: string } {
		return changeTicket(this.world(), ticketChange.parse(change));
	}

	/** What the tenant has set about web chat; what is not named stays. */
	setWebChat(settings: WebChatSettingsGiven): WebChatSettings {
		return this.world().webChats.change(settings);
	}

	/** An agent whom the control plays answers a customer of web chat. */
	answerWebChat(answers: WebChatAnswers): { files: string[] } {
		return answerWebChat(this.world(), answers);
	}

	private agent(agentId: string | number): OnlineAgent {
		const agent = this.world().agents.find(agentId);
		if (!agent) throw new Error(`Agent ${agentId} is not signed in`);
		return agent;
	}

	/** A call begins, in which these lines are spoken, or a conversation of the simulator's own. */
	speak(conversation: ConversationOptions = {}): { callId: string } {
		return this.world().speech.start(conversation);
	}

	time(): { now: string; local: string; zone: string; speed: number } {
		const now = this.clock.now();
		const world = this.world();
		return { now: new Date(now).toISOString(), local: world.local(now), zone: world.zone, speed: this.clock.speed };
	}

	async advance(seconds: number): Promise<void> {
		await this.clock.advance(seconds * 1000);
	}

	setSpeed(speed: number): void {
		this.clock.run(speed);
	}

	setOutcomes(settings: OutcomeSettings): void {
		this.world().outcomes.set(settings);
	}

	setCallbacks(change: { lose?: number; repeat?: number }): object {
		return this.world().callbacks.faults(change);
	}

	/** How two-party calls and voice notifications turn out. */
	setCalls(settings: CallOutcomeSettings): void {
		this.world().calls.outcomes.set(callSchemas.callOutcomes.parse(settings));
	}

	/** Recordings of the calls that end from now on have so many bytes; null leaves it to the talk. */
	setRecordings({ bytes }: { bytes: number | null }): void {
		this.world().calls.recordingBytes = bytes ?? undefined;
	}

	/** What the operator has set up in the gateway of agents; what is not named stays. */
	setOperator(change: OperatorSettingsGiven): OperatorSettings {
		const world = this.world();
		world.operator = { ...world.operator, ...operatorSettings.parse(change) };
		return world.operator;
	}

	/** What the tenant has set about callbacks of calls; what is not named stays. */
	setCallbackSettings(change: Partial<CallbackSettings>): CallbackSettings {
		return this.world().callbacks.change(callSchemas.callbackSettings.parse(change));
	}

	callbackSettings(): CallbackSettings {
		return this.world().callbacks.settings;
	}

	/** Pushes about many finished calls at once, and says what was answered. */
	async burst(options: Omit<Burst, 'concurrency'> & { concurrency?: number }): Promise<BurstReport> {
		return await burst(this.world(), callSchemas.burst.parse(options));
	}

	callbacks(): object[] {
		return this.world().callbacks.sent;
	}

	allow(addresses: string[] | null): void {
		this.allowed = addresses && addresses.length > 0 ? addresses : null;
	}

	/** Puts a file on a file server, for an import to find. */
	addFile(file: {
		serverId: string;
		filePath?: string;
		fileName: string;
		rows: Array<Record<string, unknown>>;
	}): void {
		const server = this.world().campaigns.fileServers.get(file.serverId);
		if (!server) throw new Error(`There is no file server ${file.serverId}`);
		const { filePath = '', fileName, rows } = file;
		server.files = [...server.files.filter((one) => one.fileName !== fileName || one.filePath !== filePath)];
		server.files.push({ filePath, fileName, rows });
	}

	/** Agents who are signed in, as in the state. */
	agentSessions(): object[] {
		return this.world().agents.report();
	}

	/** Everything there is, ids included that no interface gives away. */
	state(): object {
		const {
			centre,
			campaigns,
			calls,
			voices,
			gateway,
			subscriptions,
			agents,
			agentCalls,
			conferences,
			agentRecordings,
			inspections,
			playbacks,
			screenRecordings,
			bots,
			fileServer,
			knowledge,
			surveys,
			platform,
			tickets,
			legacyTickets,
			groups,
			qualityInspection,
			webChats,
		} = this.world();
		return {
			time: this.time(),
			agents: [...centre.agents.values()],
			skillQueues: [...centre.queues.values()],
			calledRoutes: [...centre.routes.values()],
			appSettings: [...centre.appSettings.values()],
			campaigns: [...campaigns.all.values()].map(
				({ waiting: _, tick, flush: __, pendingCallbacks, ...campaign }) => ({
					...campaign,
					contacts: campaign.contacts.map(({ last: ___, ...contact }) => contact),
					retryPolicy: { ...campaign.retryPolicy, byType: Object.fromEntries(campaign.retryPolicy.byType) },
					waitingCallbacks: pendingCallbacks.length,
					nextDial: tick ? new Date(tick.at).toISOString() : null,
				}),
			),
			calls: [...calls.all.values()].filter(({ taskType }) => taskType !== NOTIFICATION),
			notifications: [...calls.all.values()].filter(({ taskType }) => taskType === NOTIFICATION),
			voiceFiles: [...voices.all.values()],
			blocklist: [...campaigns.blocklist.values()],
			numberTypes: campaigns.numberTypes,
			businessResults: campaigns.businessResults,
			displayResults: [...campaigns.displayResults.values()],
			fileServers: [...campaigns.fileServers.values()].map(({ password: _, ...server }) => server),
			imports: [...campaigns.imports.values()],
			gatewaySessions: gateway.count,
			subscriptions: subscriptions.report(),
			agentSessions: agents.report(),
			agentCalls: agentCalls.report(),
			conferences: conferences.report(),
			agentRecordings: agentRecordings.report(),
			inspections: inspections.report(),
			playbacks: playbacks.report(),
			screenRecordings: screenRecordings.report(),
			bots: bots.report(),
			fileServer: fileServer.report(),
			knowledge: knowledge.report(),
			surveys: surveys.report(),
			platform: platform.report(),
			tickets: tickets.report(),
			legacyTickets: legacyTickets.report(),
			userGroups: groups.report(),
			qualityInspection: qualityInspection.report(),
			webChats: webChats.report(),
		};
	}
}

const optional = {
	reset: z.object({ seed: z.number().optional(), speed: z.number().min(0).optional() }).strict(),
	clock: z.object({ advanceSeconds: z.number().min(0).optional(), speed: z.number().min(0).optional() }).strict(),
	outcomes: z
		.object({
			called: z.string().optional(),
			outcomes: z.array(z.object({ failCode: z.string() }).strict()).optional(),
			default: z.enum(['answer', 'random']).optional(),
			answerRate: z.number().min(0).max(1).optional(),
		})
		.strict(),
	callbacks: z
		.object({ lose: z.number().int().min(0).optional(), repeat: z.number().int().min(0).optional() })
		.strict(),
	knowledge: z.object({ shape: z.enum(['sample', 'table']) }).strict(),
	surveys: z.object({ end: z.enum(['empty', 'refused']) }).strict(),
	monitoring: z.object({ platform: z.enum(['V3R6', 'V3R8']).optional() }).strict(),
	privateCall: z.object({ agentId: z.coerce.number().int(), caller: z.string().optional() }).strict(),
	allowlist: z.object({ addresses: z.array(z.string()) }).strict(),
	files: z
		.object({
			serverId: z.string(),
			filePath: z.string().optional(),
			fileName: z.string(),
			rows: z.array(z.record(z.unknown())),
		})
		.strict(),
};

/** One request of the HTTP control; undefined when there is nothing at this path. */
export async function controlRequest(control: Control, method: string, path: string, body: unknown): Promise<unknown> {
	const done = (): object => ({ done: true });
	switch (`${method} ${path}`) {
		case 'POST /reset':
			control.reset(optional.reset.parse(body ?? {}));
			return done();
		case 'GET /requests':
			return control.requests();
		case 'DELETE /requests':
			control.clearRequests();
			return done();
		case 'POST /faults':
			control.addFault(body as Fault);
			return done();
		case 'GET /faults':
			return control.faults();
		case 'DELETE /faults':
			control.clearFaults();
			return done();
		case 'POST /tokens/expire':
			control.expireTokens();
			return done();
		case 'POST /gateway/expire':
			control.expireGateway();
			return done();
		case 'POST /agents': {
			const { agentId, event } = agentSchemas.tell.parse(body);
			await control.tellAgent(agentId, event);
			return done();
		}
		case 'POST /agents/failover':
			await control.failOverAgents(agentSchemas.failOver.parse(body ?? {}));
			return done();
		case 'POST /agents/expire':
			control.expireAgents(agentSchemas.expire.parse(body ?? {}));
			return done();
		case 'POST /inbound':
			return await control.inbound(body as InboundOptions);
		case 'POST /message':
			await control.message(body as MessageOptions);
			return done();
		case 'POST /preview':
			return await control.preview(body as PreviewOptions);
		case 'POST /speech':
			return control.speak(conversationSchema.parse(body ?? {}));
		case 'POST /chatbot/ask':
			return await control.askChatbot(body as AskOptions);
		case 'POST /bots':
			return control.setBots((body ?? {}) as BotSettingsGiven);
		case 'POST /bots/failed-calls':
			return control.addFailedCall(body as FailedCallOptions);
		case 'POST /knowledge':
			control.setKnowledge(optional.knowledge.parse(body));
			return done();
		case 'POST /surveys':
			control.setSurveys(optional.surveys.parse(body));
			return done();
		case 'POST /monitoring':
			return control.setMonitoring(optional.monitoring.parse(body ?? {}));
		case 'POST /monitoring/private-calls':
			return control.addPrivateCall(optional.privateCall.parse(body));
		case 'POST /tickets':
			return control.changeTicket((body ?? {}) as TicketChange);
		case 'POST /web-chat':
			return control.setWebChat((body ?? {}) as WebChatSettingsGiven);
		case 'POST /web-chat/answers':
			return control.answerWebChat(body as WebChatAnswers);
		case 'GET /clock':
			return control.time();
		case 'POST /clock': {
			const { advanceSeconds, speed } = optional.clock.parse(body ?? {});
			if (speed !== undefined) control.setSpeed(speed);
			if (advanceSeconds !== undefined) await control.advance(advanceSeconds);
			return control.time();
		}
		case 'POST /outcomes':
			control.setOutcomes(optional.outcomes.parse(body ?? {}));
			return done();
		case 'POST /callbacks':
			return control.setCallbacks(optional.callbacks.parse(body ?? {}));
		case 'POST /calls':
			control.setCalls(body as CallOutcomeSettings);
			return done();
		case 'POST /recordings':
			control.setRecordings(callSchemas.recordings.parse(body));
			return done();
		case 'POST /operator':
			return control.setOperator((body ?? {}) as OperatorSettingsGiven);
		case 'POST /callback-settings':
			return control.setCallbackSettings(body as Partial<CallbackSettings>);
		case 'GET /callback-settings':
			return control.callbackSettings();
		case 'POST /burst':
			return await control.burst(body as Burst);
		case 'GET /callbacks':
			return control.callbacks();
		case 'GET /state':
			return control.state();
		case 'POST /allowlist':
			control.allow(optional.allowlist.parse(body).addresses);
			return done();
		case 'POST /files':
			control.addFile(optional.files.parse(body));
			return done();
		default:
			return undefined;
	}
}
