import { AgentCalls } from './agent-calls/state';
import { Agents } from './agent-gateway/agents';
import { Conferences } from './agent-calls/conferences';
import { connect } from './agent-calls/connect';
import { Bots } from './bots/state';
import { CallbackSender } from './callbacks/sender';
import { TokenShop } from './auth/bearer-token';
import { VoiceFiles } from './calls/voice-files';
import { Calls } from './calls/state';
import { Dialer } from './campaigns/dialer';
import { Outcomes } from './campaigns/outcomes';
import { Campaigns } from './campaigns/state';
import type { Clock } from './clock';
import { Cms } from './cms/state';
import { ContactCentre } from './contact-centre/state';
import { FileServer } from './file-server/state';
import { GatewaySessions } from './gateway/sessions';
import { Speech } from './gateway/speech';
import { Subscriptions } from './gateway/subscriptions';
import { SiaTokens } from './knowledge/sia-tokens';
import { KnowledgeBase } from './knowledge/state';
import { Platform } from './platform/state';
import { Random } from './random';
import { AgentRecordings } from './recordings/agent-recordings';
import { QualityInspection } from './sqm/inspection/state';
import { QualityRules } from './sqm/rules/state';
import { Groups } from './statistics/group-state';
import { Past } from './statistics/past';
import { Inspections } from './supervision/inspections';
import { type OperatorSettings, usual } from './supervision/operator-settings';
import { OwnRecordings } from './supervision/own-recordings';
import { Playbacks } from './supervision/playbacks';
import { ScreenRecordings } from './supervision/screen-recordings';
import { Surveys } from './surveys/state';
import { tenant } from './tenant';
import { AccessTokens } from './tickets/access-tokens';
import { LegacyTickets } from './tickets/legacy/state';
import { Tickets } from './tickets/state';
import { localText } from './time';
import { WebChats } from './web-chat/state';

/** All that a reset makes anew: one tenant, as it is now. */
export class World {
	readonly tenant = tenant;
	readonly random: Random;
	readonly tokens: TokenShop;
	readonly centre: ContactCentre;
	readonly campaigns: Campaigns;
	readonly outcomes: Outcomes;
	readonly dialer: Dialer;
	readonly groups: Groups;
	readonly past: Past;
	readonly callbacks: CallbackSender;
	readonly calls: Calls;
	readonly voices: VoiceFiles;
	readonly gateway: GatewaySessions;
	readonly subscriptions: Subscriptions;
	readonly speech: Speech;
	readonly agents: Agents;
	readonly agentCalls: AgentCalls;
	readonly conferences: Conferences;
	readonly agentRecordings: AgentRecordings;
	readonly inspections: Inspections;
	readonly playbacks: Playbacks;
	readonly ownRecordings: OwnRecordings;
	readonly screenRecordings: ScreenRecordings;
	operator: OperatorSettings = usual;
	readonly siaTokens: SiaTokens;
	readonly knowledge: KnowledgeBase;
	readonly surveys: Surveys;
	readonly platform: Platform;
	readonly accessTokens: AccessTokens;
	readonly tickets: Tickets;
	readonly legacyTickets: LegacyTickets;
	readonly qualityInspection: QualityInspection;
	readonly qualityRules: QualityRules;
	readonly bots: Bots;
	readonly webChats: WebChats;
	readonly cms: Cms;
	readonly fileServer: FileServer;
	/** Where this server is reached, for the links it hands out. */
	url = '';

	constructor(
		readonly clock: Clock,
		readonly zone: string,
		seed: number,
	) {
		this.random = new Random(seed);
		this.tokens = new TokenShop(clock, tenant);
		this.centre = new ContactCentre(this.random);
		this.campaigns = new Campaigns(this.random);
		this.outcomes = new Outcomes(this.random);
		this.dialer = new Dialer(this);
		this.groups = new Groups(this);
		this.past = new Past(this);
		this.callbacks = new CallbackSender(clock);
		this.calls = new Calls(this);
		this.voices = new VoiceFiles(this.random, clock.now());
		this.gateway = new GatewaySessions(clock, tenant);
		this.subscriptions = new Subscriptions(clock, zone);
		this.speech = new Speech(this);
		this.agents = new Agents(this);
		this.agentCalls = new AgentCalls(this);
		this.conferences = new Conferences(this);
		this.agentRecordings = new AgentRecordings(this);
		this.inspections = new Inspections(this);
		this.playbacks = new Playbacks(this);
		this.ownRecordings = new OwnRecordings(this);
		this.screenRecordings = new ScreenRecordings(this);
		this.bots = new Bots(this);
		this.fileServer = new FileServer(this);
		this.siaTokens = new SiaTokens(clock, tenant.sia);
		this.knowledge = new KnowledgeBase(clock, tenant.tenantId);
		this.surveys = new Surveys(this.random);
		this.platform = new Platform(clock, this.random);
		this.accessTokens = new AccessTokens(clock, tenant.ticketClient);
		this.tickets = new Tickets(clock);
		this.legacyTickets = new LegacyTickets(clock);
		this.qualityRules = new QualityRules(clock, this.random);
		this.qualityInspection = new QualityInspection(clock, zone);
		this.webChats = new WebChats(this);
		this.cms = new Cms(this);
		connect(this);
		this.calls.onTalking((talking) => this.speech.follow(talking));
	}

	local(time: number): string {
		return localText(time, this.zone);
	}
}
