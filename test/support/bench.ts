/** A simulated contact centre with credentials for it, and short ways to prepare what a test needs there. */
import type { IBinaryData, IDataObject, INodeExecutionData } from 'n8n-workflow';

import { AgentSession } from '../../cec/auth/agentSession';
import { botToken } from '../../cec/auth/botToken';
import type { Ask } from '../../cec/auth/token';
import { isFileItself } from '../../cec/catalogue/answer';
import type { Operation } from '../../cec/catalogue/operation';
import { realClock } from '../../cec/transport/clock';
import type { LoggedRequest, Simulator, SimulatorOptions } from '../../simulator';
import { fileOf } from '../operations/files';
import { isOf } from '../operations/logged';
import { botDesk, CHAT, HOTLINE, talk, type BotAnswer } from '../simulator/bot-desk';
import { ivrCampaign, management, minutes, runningCampaign, sales, sign, signed, simulator, type Answer } from '../simulator/harness';
import { webCustomer } from '../simulator/web-chat-desk';
import type { Credentials } from './n8n';

/** The parts of the simulator's state that tests look ids up in. */
export interface State {
	agents: Array<{ userAccount: string; workNo: number }>;
	skillQueues: Array<{ skillId: number; name: string }>;
	calledRoutes: Array<{ id: string; dnid: number }>;
	campaigns: Array<{
		id: number;
		status: number;
		contacts: Array<Record<string, unknown> & { dataId: string; numbers: Array<{ calledNo: string }> }>;
		callers: Array<{ accessCode: string }>;
		holidays: Array<{ id: number; name: string }>;
		results: Array<{ callId: string }>;
	}>;
	blocklist: Array<{ blockNum: string }>;
	displayResults: Array<{ defId: string; resultCode: string }>;
	fileServers: Array<{ serverId: string }>;
	imports: Array<{ id: string }>;
	calls: PhoneCall[];
	notifications: PhoneCall[];
	subscriptions: Array<{ serverId: string; serviceCallBackUri: string; nlpFlag: boolean; alive: boolean }>;
	numberTypes: string[];
	agentRecordings: Array<{ path: string; media: string; workNo?: string; callId?: string; conference?: { conferenceId: string; recordId: string } }>;
	inspections: Array<{ inspector: string; workNo: string; mode: string; isOn: boolean }>;
	playbacks: Array<{ workNo: string; path: string; position: number; isPaused: boolean; isEndless: boolean }>;
}

export type AgentRecording = State['agentRecordings'][number] & { session: string };

interface PhoneCall {
	callSerialNo: string;
	callId: string;
	caller?: string;
	called: string;
	state: number;
	play?: unknown;
	callBackUrl?: string;
}

/** A softphone of the tenant. */
export const AGENT_PHONE = '15550105';

/** Softphones of the tenant, one for each of its agents. */
const AGENT_PHONES = ['15550105', '15550106', '15550107', '15550108'];

/** Queues that reach one agent and nobody else, as long as nobody else has joined them. */
const AGENT_QUEUES = [3, 2, 1];

const CHAT_QUEUE = 5;

/** Whoever calls in, and whoever an agent calls beside. Both stay until the agent ends the call. */
export const CUSTOMER = '447700900400';
export const SECOND_CUSTOMER = '447700900500';

/** What travels with the calls that come in. */
export const CALL_DATA = 'Order 4711: ✓ paid, "gift"';

export type BotAccount = 'recognizer' | 'system' | 'tenant';

/** A signed-in agent and its call; the one on hold when it has two. */
interface OnCall {
	session: string;
	callId: string;
}

export class Bench {
	private resets = 0;
	private actor = 0;
	/** As whom the bot platform lets the node in. */
	botAccount: BotAccount = 'tenant';

	private constructor(readonly sim: Simulator) {}

	/** A monday morning in UTC, on a clock that stands still until it is moved. */
	static async start(options: SimulatorOptions = {}): Promise<Bench> {
		return new Bench(await simulator(options));
	}

	async close(): Promise<void> {
		await this.sim.close();
	}

	/** A new tenant, with a log that begins here. */
	reset(): void {
		this.sim.control.reset();
		this.resets += 1;
		this.actor = 0;
		this.botAccount = 'tenant';
		this.sim.control.setOutcomes({ default: 'answer' });
	}

	/** Makes the package wait on the simulated clock: waiting moves it on instead of taking time. */
	moveClock(): void {
		jest.spyOn(realClock, 'now').mockImplementation(() => this.sim.clock.now());
		jest.spyOn(realClock, 'sleep').mockImplementation(async (ms) => await this.sim.clock.advance(ms));
	}

	get tenant(): Simulator['tenant'] {
		return this.sim.tenant;
	}

	get credentials(): Credentials {
		const { appKey, appSecret, accessKey, secretKey, vdnId, gateway, ccId, tenantId, sia, ticketClient, softwareCloudToken } = this.tenant;
		// A reset makes the simulator forget its tokens; another lifetime (of which there are 3000), or spelling of the address, makes the package ask for a new one.
		const lifetime = 3600 - (this.resets % 3000);
		const respelt = `${this.sim.url}${'/.'.repeat(this.resets)}`;
		const anew = `${this.sim.url}${'/.'.repeat(Math.floor(this.resets / 3000))}`;
		const trust = { ca: this.sim.certificate ?? '', ignoreSslIssues: false };
		return {
			huaweiCecAppApi: { baseUrl: anew, appKey, appSecret, lifetime, tenantSpaceId: tenantId, accessToken: '', ...trust },
			huaweiCecSignatureApi: {
				baseUrl: this.sim.url,
				accessKey,
				secretKey,
				vdnId,
				ccId,
				signPathPrefix: true,
				...trust,
			},
			huaweiCecGatewayAdminApi: {
				baseUrl: this.sim.url,
				account: 'admin',
				...gateway.administrators[0],
				vdnId,
				sessionToken: '',
				...trust,
			},
			huaweiCecAgentApi: this.agentCredential(this.actor),
			huaweiCecBotApi: { baseUrl: this.sim.url, ...this.botLogin(), tenantId, vdnId, authToken: '', ...trust },
			huaweiCecKnowledgeBaseApi: { baseUrl: respelt, ...sia, tenantSpaceId: tenantId, accessToken: '', ...trust },
			huaweiCecSoftwareCloudApi: { baseUrl: this.sim.url, authToken: softwareCloudToken, ...trust },
			huaweiCecTicketApi: { baseUrl: respelt, ...ticketClient, accessToken: '', ...trust },
			huaweiCecItaApi: {
				baseUrl: this.sim.url,
				appKey: this.tenant.itaAppKey,
				accessKey: this.tenant.itaAccessKey,
				secretKey: this.tenant.itaSecretKey,
				...trust,
			},
		};
	}

	private botLogin() {
		const { apiPassword, internal, system } = this.tenant.bots;
		const logins = {
			tenant: { userName: internal.userName, appSecret: apiPassword },
			system: { userName: internal.userName, appSecret: internal.password },
			recognizer: { userName: system.userName, appSecret: system.password },
		};
		return { account: this.botAccount, ...logins[this.botAccount] };
	}

	/** Another account of the bot platform for the node from now on. */
	async actAsBotAccount(account: BotAccount): Promise<void> {
		this.botAccount = account;
		await this.renewBotToken();
	}

	/** Whose credential the node has from now on. */
	actAs(index: number): void {
		this.actor = index;
	}

	/** The first agent, unless told otherwise. */
	agentCredential(index = 0) {
		const { userAccount, platformPassword } = this.tenant.agents[index];
		const agentId = this.state.agents.find((agent) => agent.userAccount === userAccount)?.workNo ?? 0;
		const trust = { ca: this.sim.certificate ?? '', ignoreSslIssues: false };
		return { baseUrl: this.sim.url, agentId, password: platformPassword, sessionToken: '', ...trust };
	}

	/** Signs an agent in and returns the session as items carry it. */
	async agentSession(changes: object = {}, index = 0): Promise<string> {
		const credential = this.agentCredential(index);
		const response = await fetch(`${this.sim.url}/agentgateway/resource/onlineagent/${credential.agentId}`, {
			method: 'PUT',
			headers: { 'Content-Type': 'application/json; charset=UTF-8' },
			body: JSON.stringify({ password: credential.password, phonenum: AGENT_PHONES[index], ...changes }),
		});
		const session = AgentSession.none(credential);
		session.learn({ 'set-guid': response.headers.get('set-guid') ?? '' }, Date.now());
		const sealed = session.seal();
		if (sealed === undefined) throw new Error(`Preparing failed: ${await response.text()}`);
		return sealed;
	}

	/** A request of a signed-in agent that this package has no part in. */
	async asAgent(index: number, sealed: string, method: string, path: string, body?: object): Promise<Record<string, unknown>> {
		const credential = this.agentCredential(index);
		const guid = AgentSession.open(sealed, credential)?.guid ?? '';
		const response = await fetch(`${this.sim.url}/agentgateway/resource/${path.replace('{agentid}', String(credential.agentId))}`, {
			method,
			headers: { 'Content-Type': 'application/json; charset=UTF-8', Guid: guid },
			...(body && { body: JSON.stringify(body) }),
		});
		const answer = (await response.json()) as Record<string, unknown>;
		if (answer.retcode !== '0') throw new Error(`Preparing failed: ${JSON.stringify(answer)}`);
		return answer;
	}

	/** A customer calls in, and waits in the queue until an agent takes the call. */
	async customerWaiting(skillId = AGENT_QUEUES[0]): Promise<string> {
		return (await this.sim.control.inbound({ skillId, caller: CUSTOMER, callData: CALL_DATA })).callId;
	}

	/** Signs an agent in who is being rung by a customer. */
	async agentRinging(index = 0, changes: object = { autoanswer: false }): Promise<OnCall> {
		const session = await this.agentSession(changes, index);
		await this.asAgent(index, session, 'POST', 'onlineagent/{agentid}/resetskill/true');
		return { session, callId: await this.customerWaiting(AGENT_QUEUES[index]) };
	}

	/** Signs an agent in who talks with a customer. */
	async agentTalking(index = 0): Promise<OnCall> {
		const onCall = await this.agentRinging(index, index === 2 ? { agenttype: 11 } : {});
		await this.sim.clock.advance(2000);
		return onCall;
	}

	/** Signs an agent in whose call with a customer, of some seconds, was recorded. */
	async agentRecorded(index = 0): Promise<AgentRecording> {
		const { session } = await this.agentTalking(index);
		await this.sim.clock.advance(10_000);
		await this.asAgent(index, session, 'DELETE', 'voicecall/{agentid}/release');
		const recording = this.state.agentRecordings.at(-1);
		if (!recording) throw new Error('Preparing failed: nothing was recorded');
		return { ...recording, session };
	}

	/** The file that was answered to a request, in it, or whose address was: past this package, asked for once more where need be. */
	async fileOf(operation: Operation, { method, path, query, body, response }: LoggedRequest, sealed?: string): Promise<Buffer> {
		const fetching = operation.answer.by?.ask();
		if (fetching) return await this.fileOf(fetching, this.requests.filter((request) => isOf(fetching, request)).at(-1) as LoggedRequest);
		if (!isFileItself(operation.answer)) return await fileOf(operation, response as IDataObject);
		const guid = sealed && AgentSession.open(sealed, this.agentCredential(this.actor))?.guid;
		const again = [path, new URLSearchParams(query).toString()].filter(Boolean).join('?');
		const answer = method === 'POST'
			? await this.signed(again, body as object)
			: await fetch(`${this.sim.url}${again}`, { headers: guid ? { Guid: guid } : {} });
		return Buffer.from(await answer.arrayBuffer());
	}

	/** A signed request that this package has no part in. */
	async signed(path: string, body: object): Promise<Response> {
		const text = JSON.stringify(body);
		const headers = { 'Content-Type': 'application/json; charset=UTF-8', Authorization: sign(this.sim, 'POST', path, text) };
		return await fetch(`${this.sim.url}${path}`, { method: 'POST', headers, body: text });
	}

	/** Has the file server write an index of the day so far; its name. */
	async index(kind: 'queryBillData' | 'queryAgentOprInfoData', changes: object = {}): Promise<string> {
		const day = { beginTime: '2026-03-02 00:00:00', endTime: '2026-03-02 08:00:00', callBackURL: 'https://n8n.example.com/webhook/index' };
		// Nobody listens there.
		this.sim.control.setCallbacks({ lose: 1 });
		const contents = kind === 'queryBillData' ? { dataType: 'call_record' } : {};
		const msgBody = { ...day, ...contents, ...changes };
		const answer = await this.signed(`/CCFS/resource/ccfs/${kind}`, { request: { version: '2.0' }, msgBody });
		const { resultData } = (await answer.json()) as { resultData?: { responseId: string } };
		if (!resultData) throw new Error('Preparing failed: there is no index');
		await this.sim.clock.advance(10_000);
		return `20260302_${resultData.responseId}.zip`;
	}

	/** Signs an agent in who has put a customer on hold. */
	async agentHolding(index = 0): Promise<OnCall> {
		const onCall = await this.agentTalking(index);
		await this.asAgent(index, onCall.session, 'POST', 'voicecall/{agentid}/hold');
		return onCall;
	}

	/** Signs an agent in who talks with one customer while another one is on hold. */
	async agentWithTwoCalls(index = 0): Promise<OnCall> {
		const onCall = await this.agentHolding(index);
		this.staysOnThePhone(SECOND_CUSTOMER);
		await this.asAgent(index, onCall.session, 'PUT', 'voicecall/{agentid}/callout', { called: SECOND_CUSTOMER });
		await this.sim.clock.advance(15_000);
		return onCall;
	}

	/** Signs an agent in who talks with two customers at once. */
	async agentWithTwoCustomers(index = 0): Promise<OnCall> {
		const onCall = await this.agentWithTwoCalls(index);
		const { session, callId } = onCall;
		await this.asAgent(index, session, 'POST', 'voicecall/{agentid}/confjoin', { callid: callId });
		return onCall;
	}

	/** Signs an agent in who chats with a customer. */
	async agentChatting(index = 0): Promise<OnCall> {
		await this.letChat(index);
		const session = await this.agentSession({}, index);
		await this.asAgent(index, session, 'POST', 'onlineagent/{agentid}/resetskill/true');
		const { callId } = await this.sim.control.inbound({ kind: 'chat', skillId: CHAT_QUEUE, messages: ['Hello'] });
		await this.sim.clock.advance(2000);
		return { session, callId };
	}

	/** Makes an agent one who takes chats instead of calls. */
	async letChat(index: number): Promise<void> {
		const { userAccount } = this.tenant.agents[index];
		const skills = [{ skillId: CHAT_QUEUE, agentWeight: 1, skillWeight: 1 }];
		await this.management('agentAccount/update', { userAccount, agentType: 99, skills });
	}

	/** Signs an agent in who is the chair of a conference. */
	async conference(index = 0): Promise<string> {
		const session = await this.agentSession({}, index);
		await this.asAgent(index, session, 'POST', 'agentconf/{agentid}/requestagentconf', { memberNum: 10 });
		await this.sim.clock.advance(10_000);
		return session;
	}

	/** The conference of this chair rings another agent. */
	async inviteToConference(chair: number, session: string, address: string): Promise<void> {
		const addresses = [{ addressType: '9', address }];
		await this.asAgent(chair, session, 'POST', 'agentconf/{agentid}/batchaddparticipant', { addresses });
		await this.sim.clock.advance(1000);
	}

	/** An agent whom a conference rings joins it. */
	async joinConference(index: number, session: string): Promise<void> {
		await this.asAgent(index, session, 'POST', 'agentconf/{agentid}/answeragentconf');
		await this.sim.clock.advance(5000);
	}

	/** A request to the bot platform that this package has no part in. */
	async bots(path: string, body?: object): Promise<BotAnswer> {
		const answer = await (await botDesk(this.sim))(path, body);
		if (answer.status !== 200 || Number(answer.body?.errorCode ?? 0) !== 0) throw new Error(`Preparing failed: ${answer.text}`);
		return answer;
	}

	/** A customer asks a bot about a bill, and leaves; the ID of the conversation. */
	async botConversation(changes: object = {}): Promise<string> {
		const id = `chat-${this.sim.clock.now()}`;
		const one = await talk(this.sim, CHAT, id);
		await one.begin(CUSTOMER, changes);
		await this.sim.clock.advance(1000);
		await one.say('my bill');
		await one.hangUp();
		return id;
	}

	/** Something for a robot to do; its ID. */
	async queueItem(changes: object = {}): Promise<string> {
		const queueUid = '00019cad3dd5c71d4696b209d7024fa04d01';
		const { body } = await this.bots('rpa/createRpaQueueData', { queueUid, inputJsonData: '{"caseId":"4711"}', ...changes });
		return String(body.queueData.uid);
	}

	/** A call whose speech another system recognizes; its ID and the token that this system was given. */
	async capturedCall(): Promise<{ callId: string; serviceToken: string }> {
		const callId = `call-${this.sim.clock.now()}`;
		const one = await talk(this.sim, HOTLINE, callId);
		await one.send(7, { call_sor_id: CUSTOMER });
		type Captures = { bots: { captures: Array<{ callId: string; serviceToken: string }> } };
		const captures = (this.sim.control.state() as unknown as Captures).bots.captures;
		return captures.find((capture) => capture.callId === callId)!;
	}

	/** A customer whom a flow connects with a number outside; the ID of the conversation. */
	async transferredOutside(changes: object = {}): Promise<string> {
		const id = `call-${this.sim.clock.now()}`;
		const one = await talk(this.sim, HOTLINE, id);
		await one.begin(CUSTOMER, changes);
		for (let prompt = 0; prompt < 3; prompt += 1) await one.played();
		await one.keys('2');
		await one.hear('1', 'a technician');
		await this.sim.clock.advance(1000);
		await one.transferred('0', { record_result: '0' });
		return id;
	}

	/** Connects a customer of web chat: with an agent whom the control plays, with a bot, or with a queue; the ID of the chat with agents. */
	async webChat(userId: string, { hasBot = false, waits = false } = {}): Promise<{ callId: string }> {
		const channels = this.tenant.webChat.channels;
		const jane = await webCustomer(this.sim, userId, channels.find((one) => one.hasBot === hasBot)?.configId);
		await jane.send('CONNECT');
		const { conversations } = (this.sim.control.state() as { webChats: { conversations: Array<{ userId: string; callId: string }> } }).webChats;
		if (!hasBot && !waits) {
			this.sim.control.answerWebChat({ userId });
			await jane.poll();
		}
		return { callId: conversations.find((one) => one.userId === userId)?.callId ?? '' };
	}

	/** A text file that a customer of web chat has uploaded; its object key. */
	async webChatFile(userId: string): Promise<string> {
		const jane = await webCustomer(this.sim, userId);
		const fileStream = Buffer.from('hello').toString('base64');
		return String((await jane.ask('uploadFileStream', { fileType: 'txt', fileStream, channel: 'WEB' })).body.objectKey);
	}

	/** A customer calls from the browser. */
	async webCall(userId: string): Promise<void> {
		await (await webCustomer(this.sim, userId)).ask('v1/createClickToCall', { channel: 'WEB', mediaAbility: '0' });
	}

	/** Makes the package hold a token that is good: a reset makes the simulator forget those it had. */
	async renewBotToken(): Promise<void> {
		const credential = this.credentials.huaweiCecBotApi;
		const ask: Ask = async ({ url, body }) => {
			const headers = { 'Content-Type': 'application/json; charset=UTF-8' };
			const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
			return { statusCode: response.status, body: await response.json() };
		};
		const { value } = await botToken(credential, ask);
		await botToken(credential, ask, value);
	}

	/** Whoever has this number answers and does not hang up. */
	staysOnThePhone(called: string): void {
		this.sim.control.setCalls({ called, outcomes: [{ reason: 1 }] });
	}

	get state(): State {
		return structuredClone(this.sim.control.state()) as State;
	}

	get requests(): LoggedRequest[] {
		return [...this.sim.control.log.entries];
	}

	/** A request to campaigns that this package has no part in. */
	async sales(path: string, body?: unknown, method?: string): Promise<Answer> {
		const answer = await sales(this.sim)(path, body, method);
		if (answer.status !== 200) throw new Error(`Preparing failed: ${answer.text}`);
		return answer;
	}

	/** A request about groups of users that this package has no part in. */
	async groups(path: string, body: object): Promise<void> {
		const { ccId, vdnId: vdn } = this.tenant;
		const answer = await signed(this.sim)(`/rest/cmsapp/v1/openapi/qcrelationconf/${path}`, { ccId, vdn, ...body });
		if (answer.body?.resultCode !== '0100000') throw new Error(`Preparing failed: ${answer.text}`);
	}

	/** A request to the contact centre that this package has no part in. */
	async management(path: string, body?: unknown): Promise<Answer> {
		return await this.access(`rest/cc-management/v1/${path}`, body);
	}

	/** A request to questionnaires that this package has no part in; its answer. */
	async survey(path: string, body: object): Promise<Record<string, unknown>> {
		return (await this.access(`v1/scriptAnswer/${path}`, body)).body as Record<string, unknown>;
	}

	/** A user of the tenant space; the ID. */
	async platformUser(userAccount: string): Promise<string> {
		const { body } = await this.access('rest/sum/v1/tenantSpaces/users', { userAccount, userName: 'Alex' });
		return body.result.userId as string;
	}

	private async access(path: string, body?: unknown): Promise<Answer> {
		const answer = await (await management(this.sim, { 'x-app-key': this.tenant.appKey }))(`/apiaccess/${path}`, body);
		if (answer.status !== 200) throw new Error(`Preparing failed: ${answer.text}`);
		return answer;
	}

	/** A paused campaign; its id. */
	async campaign(changes: object = {}): Promise<number> {
		const { body } = await this.sales(
			'v2:',
			ivrCampaign({ name: `Campaign ${this.state.campaigns.length}`, ...changes }),
		);
		if (body.resultCode !== '0200000') throw new Error(`Preparing failed: ${JSON.stringify(body)}`);
		return body.returnObject.id as number;
	}

	/** A campaign that has called these numbers, which all answered. */
	async calledCampaign(numbers: Array<string | object> = ['447700900001'], changes: object = {}): Promise<number> {
		const id = await runningCampaign(this.sim, numbers, changes);
		await this.sim.clock.advance(minutes(30));
		return id;
	}

	/** The id of a call that was answered. */
	async call(changes: object = {}): Promise<string> {
		const id = await this.calledCampaign(undefined, changes);
		return this.campaignState(id).results[0].callId;
	}

	/** A two-party call that is over; both talked, unless the test has set that otherwise. */
	async phoneCall(changes: object = {}): Promise<PhoneCall> {
		const call = { caller: AGENT_PHONE, called: '447700900102', ...changes };
		await this.access('CC-Management/v1/mobileAgent/createCall', call);
		return await this.finished('calls');
	}

	/** A voice notification that is over. */
	async notification(changes: object = {}): Promise<PhoneCall> {
		await this.notify(changes);
		return await this.finished('notifications');
	}

	/** A voice notification that is being listened to. */
	async notificationTalking(): Promise<void> {
		this.sim.control.setCalls({ called: '447700900103', outcomes: [{ reason: 1, talkSeconds: 600 }] });
		await this.notify();
		await this.sim.clock.advance(15_000);
	}

	private async notify(changes: object = {}): Promise<void> {
		const playList = [{ voiceId: '1133790000000000001' }];
		await this.access('rest/voiceNotification/v2/createVoiceNotification', {
			called: '447700900103',
			playList,
			...changes,
		});
	}

	/** The newest call of this kind, when it has had as long as any call takes. */
	private async finished(kind: 'calls' | 'notifications'): Promise<PhoneCall> {
		await this.sim.clock.advance(minutes(3));
		const call = this.state[kind].at(-1);
		if (call?.state !== 3) throw new Error('Preparing failed: the call is not over');
		return call;
	}

	/** The id of a subscription to recognised speech. */
	async subscription(changes: object = {}): Promise<string> {
		const [administrator] = this.tenant.gateway.administrators;
		const { guid } = await this.gateway('login', administrator);
		const wishes = {
			subscribeType: '1',
			serviceCallBackUri: 'https://n8n.example.com/webhook/speech',
			nlpFlag: false,
		};
		return (await this.gateway('subscribe/register', { ...wishes, ...changes }, { Guid: guid })).serverId;
	}

	private async gateway(path: string, body: object, headers: object = {}): Promise<Record<string, string>> {
		const response = await fetch(`${this.sim.url}/agentgateway/resource/config/${path}`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json', ...headers },
			body: JSON.stringify(body),
		});
		const answer = (await response.json()) as { retcode: string; result: Record<string, string> };
		if (answer.retcode !== '0') throw new Error(`Preparing failed: ${JSON.stringify(answer)}`);
		return answer.result;
	}

	campaignState(id: number): State['campaigns'][number] {
		const found = this.state.campaigns.find((campaign) => campaign.id === id);
		if (!found) throw new Error(`There is no campaign ${id}`);
		return found;
	}
}

/** What the editor stores for an id that was typed. */
export const byId = (value: string | number) => ({ __rl: true, mode: 'id', value: String(value) });

/** What the editor stores for rows. */
export const rowsOf = (...rows: object[]) => ({ values: rows });

export function binary(content: Buffer | string, fileName: string): IBinaryData {
	return { data: Buffer.from(content).toString('base64'), mimeType: 'application/octet-stream', fileName };
}

export function item(json: object = {}, binaries?: Record<string, IBinaryData>): INodeExecutionData {
	return { json: json as INodeExecutionData['json'], ...(binaries && { binary: binaries }) };
}
