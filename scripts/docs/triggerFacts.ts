/** What the pages of triggers tell beyond the node itself: addresses, what comes in, what is answered. */
import { eventKinds } from '../../nodes/HuaweiCecAgentEventTrigger/events/index';
import { ownEvents } from '../../nodes/HuaweiCecAgentEventTrigger/items';
import { RECEIVED as EVENTS_RECEIVED } from '../../nodes/HuaweiCecAgentEventTrigger/receive';
import { LOGIN_PATH, QUESTION_PATH } from '../../nodes/HuaweiCecChatbotTrigger/receive';
import { events, type CallEvent } from '../../nodes/HuaweiCecCallTrigger/events';
import { inWords as resultInWords, RECEIVED as RESULT_RECEIVED } from '../../nodes/HuaweiCecCampaignResultTrigger/callback';
import { RECEIVED as FILE_RECEIVED } from '../../nodes/HuaweiCecFileReadyTrigger/callback';
import { RECEIVED as SPEECH_RECEIVED, SUFFIX } from '../../nodes/HuaweiCecSpeechRecognitionTrigger/callback';
import { kinds as recordKinds } from '../../nodes/HuaweiCecNewRecordTrigger/kinds/index';
import { MOST_WATCHED } from '../../nodes/HuaweiCecTicketTrigger/look';
import { code, oneOf } from './markdown';

/** A table that is part of a page. */
export interface Told {
	text: string;
	head: string[];
	rows: string[][];
}

export interface TriggerFacts {
	/** How CEC learns the addresses, and what protects them; a trigger that polls has none. */
	addresses?: Told;
	/** What becomes an item. */
	items: Told[];
	/** What CEC is answered. */
	answers?: string[][];
	/** What else to know, after the answers. */
	after: string;
}

const ADDRESS = ['Event', 'End of the address', 'Given to CEC', 'Signed'];
const NO_ADDRESS = ['The workflow is not active, or the secret is not that of the node', 'HTTP 404, from n8n: there is no such address'];
const NOT_PARSED = ['n8n cannot parse the body as its `Content-Type` says', 'HTTP 422, from n8n'];
const FORGETS = 'In a test run (**Listen for test event**) it remembers nothing of earlier ones.';
const REMEMBERS = `remembers for three hours, also when n8n starts anew. ${FORGETS}`;
const answer = (received: object) => code(JSON.stringify(received));

/** How the address of each event of the Call Trigger is given to CEC. */
const GIVEN: Record<keyof typeof events, string> = {
	callConnected: 'in its console only',
	callReleased: '**Release Callback URL** of Two-Party Call, or in its console',
	notificationReleased: '**Release Callback URL** of Voice Notification, or in its console',
	voiceFileAudited: '**Audit Callback URL** of Voice File in the Agent node',
};

const ADDED_TO_EVENTS: Record<string, string> = {
	event: 'Which event it is',
	answered: '`true` when the one who was called had answered: the release reason says that somebody hung up, or that all was played',
	reason: '`releaseReason` in words',
	talkSeconds: '`talkDuration` as a number, where it is one',
	agentTalkSeconds: '`agentTalkDuration` as a number, where it is one',
	createdAt: '`createCallTime` as ISO 8601, read in the zone of **Time Zone**, UTC when left empty; so are all times below',
	rangAt: '`alertingTime`: the phone of the customer rang',
	answeredAt: '`talkingTime`: the customer answered',
	releasedAt: '`releaseTime`: the call ended',
	agentRangAt: '`agentAlertingTime`: the phone of the agent rang',
	agentAnsweredAt: '`agentTalkingTime`: the agent answered',
	agentReleasedAt: '`agentReleaseTime`: the agent was released',
	passed: '`true` when the file has passed its audit (`status` 2)',
};

/** A callback with every key that the reference lists, to see what the node adds to it. */
const SAMPLE_TIME = '2026/01/31,09:00:00:000';
const sampleOf = ({ documented }: CallEvent) =>
	Object.fromEntries(documented.map((key) => [key, /Time$/.test(key) ? SAMPLE_TIME : '2']));

const addedTo = (event: CallEvent): string[] => {
	const sample = sampleOf(event);
	return ['event', ...Object.keys(event.inWords(sample, 'UTC')).filter((key) => !(key in sample))];
};

const calls: TriggerFacts = {
	addresses: {
		text: 'Each event has an address of its own, since each is registered at another place of CEC and not all are signed.',
		head: ADDRESS,
		rows: Object.entries(events).map(([key, { name, path, signable }]) => [
			`${name} (${code(key)})`,
			signable
				? `${code(`/${path}`)}; with **Secret in the Path** ${code(`/${path}/<secret>`)}`
				: `${code(`/${path}/<secret>`)}; with **None** ${code(`/${path}`)}`,
			GIVEN[key as keyof typeof events],
			signable ? 'when the operation gave the address and CEC has a shared key' : 'never',
		]),
	},
	items: [
		{
			text: 'CEC sends POST with one event, as JSON or as a form. It becomes one item, without `timestamp`, `nonce` and `signature`:',
			head: ['Event', 'Keys as CEC names them', 'Added in plain words'],
			rows: Object.values(events).map((event) => [
				event.name,
				event.documented.map(code).join(', '),
				addedTo(event).map(code).join(', '),
			]),
		},
		{
			text: 'What is added means:',
			head: ['Key', 'Meaning'],
			rows: Object.entries(ADDED_TO_EVENTS).map(([key, meaning]) => [code(key), meaning]),
		},
	],
	answers: [
		...Object.entries(received(Object.values(events))).map(([said, names]) => [
			`${oneOf(names)} was taken, whatever the workflow makes of it; also one that came before or is not among **Events**`,
			`HTTP 200, ${code(said)}`,
		]),
		['The body is neither a JSON object nor a form, or lacks what tells which call or file it is about', 'HTTP 400'],
		['The signature is missing or wrong, or its time is further from the clock than **Tolerance**; or the credential holds no key', 'HTTP 401'],
		['The caller is not on **Allowed Addresses**, or the settings of the node are not valid', 'HTTP 403'],
		NO_ADDRESS,
		['The body has more than 64 KB', 'HTTP 413'],
		NOT_PARSED,
	],
	after:
		'The body of a refusal says why. The reference tells for audits only that CEC repeats what was refused, six times at most; ' +
		'for calls and notifications it tells nothing, so take a refused one for lost and look with **Call > Get Many**. ' +
		`An event that comes again for the same call or file is answered and dropped: the node ${REMEMBERS}`,
};

function received(all: CallEvent[]): Record<string, string[]> {
	const said = new Map<string, string[]>();
	for (const event of all) {
		const key = JSON.stringify(event.received);
		said.set(key, [...(said.get(key) ?? []), event.name]);
	}
	return Object.fromEntries(said);
}

const ADDED_TO_RESULTS: Record<string, string> = {
	answered: '`true` when somebody answered',
	outcome: '`callStatus` in words',
	reason: '`failCode` in words',
	callTime: '`callTimeStr` as ISO 8601 with offset, read in the time zone of the option or of the workflow',
};

const results: TriggerFacts = {
	addresses: {
		text: 'There is one address for all campaigns that are given it.',
		head: ADDRESS,
		rows: [
			[
				'Results',
				'`/campaign-results/<secret>`; with **None** `/campaign-results`',
				'**Result Callback URL** of Campaign: Create and Update',
				'never',
			],
		],
	},
	items: [
		{
			text: 'CEC sends POST with a JSON list of calls, one or many. Each becomes an item:',
			head: ['Key', 'Type', 'Meaning'],
			rows: [
				['campaignId', 'text', 'The campaign'],
				['sessionId', 'text', 'Contact ID that was given when the number was added'],
				['called', 'text', 'The number that was called'],
				['callTimeStr', 'text', 'When it was called, in the zone of CEC'],
				['callStatus', 'number', '5 failed, 6 answered'],
				['failCode', 'text', 'Why it failed'],
				['vdnId', 'number', 'The VDN'],
				['callId', 'text', 'The call; results and recordings can be asked for by it'],
				['customField', 'text', 'Batch ID that was given when the number was added'],
				['recordPath', 'text', 'Where the recording lies, on some installations only'],
			].map(([key, ...others]) => [code(key), ...others]),
		},
		{
			text: 'The node adds, and keeps the raw values:',
			head: ['Key', 'Meaning'],
			rows: Object.keys(resultInWords({}, 'UTC')).map((key) => [code(key), ADDED_TO_RESULTS[key]]),
		},
	],
	answers: [
		['The list was taken, whatever the workflow makes of it', `HTTP 200, ${answer(RESULT_RECEIVED)}`],
		['The body is no list of call results', 'HTTP 400'],
		['The caller is not on **Allowed Addresses**, or the settings of the node are not valid', 'HTTP 403'],
		NO_ADDRESS,
		NOT_PARSED,
	],
	after:
		'CEC takes anything but HTTP 200 for a failure. It pushes again at once, then after ten minutes, six times at most. A call ' +
		`that comes again is answered and dropped: the node ${REMEMBERS}`,
};

const filesReady: TriggerFacts = {
	addresses: {
		text: 'There is one address for all files that are asked for with it.',
		head: ADDRESS,
		rows: [['A file is ready', code('/file-ready'), '**Callback URL** of Recording: Generate (Call Record, Agent Operation)', 'always, with the keys of the credential']],
	},
	items: [
		{
			text: 'CEC sends POST with the name of one file. It becomes an item:',
			head: ['Key', 'Meaning'],
			rows: [
				['kind', '`callRecord` or `agentOperation`'],
				['fileName', 'The name of the file'],
				['billFileName', 'The same for call records, under the name that **Call Record > Download** has for it'],
				['agentOprInfoFileName', 'The same for agent operations, under the name that **Agent Operation > Download** has for it'],
				['responseId', 'As the operation **Generate** has returned it'],
				['accountId', 'The tenant space, where one was asked for'],
			].map(([key, meaning]) => [code(key), meaning]),
		},
	],
	answers: [
		['The name was taken, whatever the workflow makes of it; also one that came before or is not among **Files**', `HTTP 200, ${answer(FILE_RECEIVED)}`],
		['The body does not name a file as CEC names them', 'HTTP 400'],
		['The signature is missing or wrong, or its time is further from the clock than **Tolerance**', 'HTTP 401'],
		['The caller is not on **Allowed Addresses**, or the settings of the node are not valid', 'HTTP 403'],
		['The workflow is not active', 'HTTP 404, from n8n: there is no such address'],
		['The body has more than 64 KB', 'HTTP 413'],
		NOT_PARSED,
	],
	after:
		'What is signed is the body to the last byte, the path of the address, and its host: CEC and the node have to mean the same address. The node tries the one that n8n ' +
		'knows for its webhook and the one by which it was called; where a proxy changes both, **Callback URL** tells. CEC repeats a callback that was refused every ten ' +
		`minutes, for some time. A file that is told of again is answered and dropped: the node ${REMEMBERS}`,
};

const SPEECH_KEYS: Array<[key: string, meaning: string]> = [
	['event', 'Which event it is: `started`, `partial`, `final`, `ended` or `failed`'],
	['callId', 'The call (`curcallid`)'],
	['speaker', '`agent` or `customer`'],
	['text', 'What was said; empty where the event has no words'],
	['beginMs', 'When the sentence began, in milliseconds; `endMs` when it ended'],
	['final', '`true` for a final sentence'],
	['confidence', 'How sure the recognition is'],
	['time', 'When CEC sent it, as ISO 8601 in the time zone of the workflow'],
	['agentId', 'The agent of the call'],
	['customerNumber', 'The number of the customer; empty when agents talk to each other'],
	['speakerId', 'Agent ID or number of the one who spoke'],
	['subscriptionId', 'The subscription; `vdnId` and `callCenterId` tell where'],
	['encrypted', '`true` where CEC sends encrypted words; they are in `encryptedText` then, and `text` is empty'],
	['failure', 'The code of CEC, for `failed` only'],
	['intent', 'With **Understand Meaning**: what the speaker wants'],
	['scriptStep', 'With **Understand Meaning**: the step of the script that was recognised; `script` has all steps'],
	['sensitiveWords', 'With **Understand Meaning**: words that need attention'],
	['answers', 'With **Understand Meaning**: knowledge that fits; `similarQuestions` has more'],
];

const speech: TriggerFacts = {
	addresses: {
		text: 'The trigger registers its address itself when the workflow is activated, and cancels it when it is deactivated.',
		head: ['Event', 'End of the address', 'Given to CEC', 'Protected by'],
		rows: [
			[
				'all',
				`${code(`/speech/${SUFFIX}`)}; CEC is given it without ${code(`/${SUFFIX}`)}, which it appends`,
				'by subscribing at the gateway',
				'a random token of the subscription, which CEC sends in the header `service_token`',
			],
		],
	},
	items: [
		{
			text: 'CEC sends POST with one event. With **Simplify** on it becomes an item with these keys; off, the event as it came:',
			head: ['Key', 'Meaning'],
			rows: SPEECH_KEYS.map(([key, meaning]) => [code(key), meaning]),
		},
	],
	answers: [
		[
			'The event was taken, whatever the workflow makes of it; also one that came before or is filtered out',
			`HTTP 200, ${answer(SPEECH_RECEIVED)}`,
		],
		['The body is no result of speech recognition, or names no call', 'HTTP 400'],
		['The header `service_token` is missing or not that of the subscription', 'HTTP 401'],
		['The caller is not on **Allowed Addresses**', 'HTTP 403'],
		['The workflow is not active', 'HTTP 404, from n8n: there is no such address'],
		['The body has more than 1 MB', 'HTTP 413'],
		NOT_PARSED,
	],
	after:
		'The reference does not tell whether CEC repeats a refused event. One that is the same to the last character is answered and ' +
		`dropped: the node ${REMEMBERS} ` +
		'While the workflow is active the node gives a sign of life every two minutes; a subscription that CEC has lost is made anew. ' +
		'What is said while there is none does not arrive, and cannot be fetched later.',
};

const agentEvents: TriggerFacts = {
	addresses: {
		text: 'With **Poll** there is none: the node asks the gateway, which holds each request for up to ten seconds. With **Push** the gateway is told the address when the agent signs in.',
		head: ['Event', 'End of the address', 'Given to CEC', 'Protected by'],
		rows: [['all, in **Push** only', code('/agent-events'), 'by signing in', 'a token in the header `service_token`, a new one every minute']],
	},
	items: [
		{
			text: 'Each event becomes an item: with **Poll** one execution each, with **Push** one for all that CEC sends together, the oldest first. With **Simplify** on it has the keys of its event, these among them; off, the event as it came:',
			head: ['Key', 'Meaning'],
			rows: [
				[code('event'), 'Which event it is, as below; `other` for one that is not in the reference, with its `content`'],
				[code('eventType'), 'Its name in CEC'],
				[code('agentId'), 'The agent'],
				[code('callId'), 'The call, where it is about one'],
				[code('receivedAt'), 'When the node got it, as ISO 8601'],
				[code('session'), 'The session, for the nodes behind this one; it can be used with the same credential only, and for about two minutes'],
			],
		},
		{
			text: 'The events:',
			head: ['Event', 'Name', 'In CEC', 'Meaning'],
			rows: eventKinds.map(({ name, title, type, description }) => [code(name), title, code(type), description]),
		},
		{
			text: 'What the node itself has to tell; it is chosen by name, and not among **All Events**:',
			head: ['Event', 'Name', 'Meaning'],
			rows: Object.entries(ownEvents).map(([name, { title, description }]) => [code(name), title, description]),
		},
	],
	answers: [
		['The events were taken, whatever the workflow makes of them; also those that came before or are filtered out', `HTTP 200, ${answer(EVENTS_RECEIVED)}`],
		['The body holds no list of events', 'HTTP 400'],
		['The header `service_token` is missing or not one of the last minutes', 'HTTP 401'],
		['The caller is not on **Allowed Addresses**', 'HTTP 403'],
		['The workflow is not active, or polls', 'HTTP 404, from n8n: there is no such address'],
		['The body has more than 1 MB', 'HTTP 413'],
		NOT_PARSED,
	],
	after:
		'The agent is signed in for as long as the workflow is active, by the one process of n8n that leads. When the session is lost the node ' +
		'signs in again, unless the agent has signed in elsewhere. What CEC refuses for the sake of the credential, such as a wrong password, is ' +
		'not tried again until the credential is corrected or the workflow is unpublished and published. An agent has one trigger: ' +
		'a second workflow with the same agent is refused, and a test in the editor while the workflow is published. ' +
		'A workflow that is unpublished or published anew ends no call: the agent is signed out after it, or goes on with the same session. ' +
		'When n8n itself ends, or cannot sign the agent out, CEC does so two minutes later, and the node waits for that when n8n starts again. ' +
		'CEC repeats pushed events after a failure, with later ones behind them: what came ' +
		'before is dropped. An event whose answer to a poll was cut off cannot be had again; **Trigger: Events May Be Missing** tells of it.',
};

const chatbot: TriggerFacts = {
	addresses: {
		text: 'CEC is told one address, as far as "/chatbot" follows. Where it cannot take a path before that, let a reverse proxy put it in.',
		head: ['Request', 'End of the address', 'Protected by'],
		rows: [
			['a question (10.14.2)', code(`/${QUESTION_PATH}`), 'a token in the header `Chatbot-Token`'],
			['a sign-in (10.14.1)', code(`/${LOGIN_PATH}`), 'account and key: a text of ours, signed with HMAC-SHA256'],
		],
	},
	items: [
		{
			text: 'Each question becomes an item:',
			head: ['Key', 'Meaning'],
			rows: [
				[code('sentence'), 'What the customer said'],
				[code('userId'), 'Who said it'],
				[code('language'), '`zh_CN` or `en_US`'],
				[code('accessCode'), 'The number by which the customer came'],
				[code('context'), 'What the flow hands over'],
				[code('targetIntentCount'), 'How many intents CEC wants, and `confidence2Top` how close they must be'],
				[code('chatInput'), '`sentence`, and `sessionId` the `userId`: where the nodes of n8n for AI agents look'],
			],
		},
		{
			text: 'The items of the last node are the answer, each an intent; the surest go out first, and no more than CEC wants. Items with an `error` are no answer:',
			head: ['Key', 'Meaning'],
			rows: [
				[code('output'), 'What the customer is told, of which CEC takes 4096 characters; `text`, `message`, `answer`, `response` and `responses` do as well. An object stands for the whole intent'],
				[code('commands'), 'Commands of the intent, a list or a text with commas'],
				[code('params'), 'Slots'],
				[code('confidence'), '0 to 1; 1 when left out'],
				[code('intentsResponses'), 'A finished answer, which is sent as it is'],
			],
		},
	],
	answers: [
		['The workflow has answered', 'HTTP 200, the intents'],
		['The workflow is late, fails, or puts nothing out', 'HTTP 200, the fallback'],
		['The sign-in is right', 'HTTP 200, `token` and `duration`'],
		['The sign-in is wrong, its text is older than a minute or was used before', 'HTTP 401, `error` and another `nonce`'],
		['The token is missing, wrong or has expired', 'HTTP 401, `NEED_LOGIN` and a `nonce`'],
		['Ten sign-ins of the caller have failed in ten minutes', 'HTTP 401 for right ones too, until fewer have'],
		['The question lacks what the reference demands', 'HTTP 400'],
		['The caller is not on **Allowed Addresses**', 'HTTP 403'],
		['The body has more than 64 KB', 'HTTP 413'],
		NOT_PARSED,
	],
	after:
		'Tokens and texts to be signed prove themselves, so that any process of n8n can check them, also after a restart. A text is taken once: ' +
		'each process remembers it, and n8n keeps it for the others with the workflow. Only where the same sign-in reaches two processes within the ' +
		'moment that this takes, both may let it in; whoever could do that has read the sign-in, and its answer with it. Failed sign-ins are counted by ' +
		'each process, and by address: behind a reverse proxy n8n needs `N8N_PROXY_HOPS` to tell addresses apart. ' + FORGETS,
};

const tickets: TriggerFacts = {
	items: [
		{
			text: 'Each ticket or task becomes an item as **Get Many** of the [Ticket node](HuaweiCecTicket.md) gives it, the oldest first; one execution has all that were found together. Added are:',
			head: ['Key', 'Meaning'],
			rows: [
				[code('event'), '`created`, `statusChanged` or `updated`. A change of the status is told with **Updated** as well, but once.'],
				[code('previousStatus'), 'With `statusChanged`: the status before'],
			],
		},
	],
	after:
		'n8n looks as often as **Poll Times** says, once a minute at most. CEC can be asked for what was created in a span of time, but not for what has ' +
		'changed. So each look goes back behind the one before the last by **Overlap**, and what was seen is remembered: nothing that shows late ' +
		'is lost, and nothing is told twice. For changes all that were created in the days of **Watch Changes For** are listed at each look, 100 with ' +
		'one request, and compared with how they looked: status, owner, priority, dates, texts, contact and custom fields, and whether they are ' +
		'closed. Notes and messages are not in the list. What changes and changes back between two looks goes unseen. More than ' +
		`${MOST_WATCHED} to compare are an error, not a silent gap.\n\n` +
		'A look that fails remembers nothing: the next one finds all of it. While n8n is down or the workflow unpublished nothing is lost; the next ' +
		'look begins where the last one ended. n8n saves what a trigger remembers whenever that starts the workflow and when the workflow is ' +
		'published: where **Created** is not among **Events**, a change during a restart of n8n can go unseen for tickets that came after the last saving.\n\n' +
		'**Filters** on what can change, such as the owner, hold for what a ticket is after the event.',
};

/** By the value of "Trigger On": where the same rows are had, and when they are told. */
const RECORDS: Record<string, [list: string, told: string]> = {
	botConversation: [
		'**Conversation Record > Get Many** of the [Bot Management node](HuaweiCecBotManagement.md)',
		'Once, when it has an end, or when nothing was said for an hour.',
	],
	finishedInspection: [
		'**Inspected Call > Get Many** of the [Quality Inspection node](HuaweiCecQualityInspection.md)',
		'When one of the calls in it is new or has another of the statuses. **Recording > Get Scores** tells its score.',
	],
	missedCall: ['**Missed Call > Get Many** of the [Statistics node](HuaweiCecStatistics.md)', 'Once, when it has ended. A call that is missed in two queues is told twice.'],
	rpaItem: [
		'**RPA Queue Item > Get Many** of the [Bot Management node](HuaweiCecBotManagement.md)',
		`Once with each of the statuses. CEC lists a queue as a whole: more than ${recordKinds.rpaItem.mostRows} items with a status are an error, not a silent gap.`,
	],
};

const newRecords: TriggerFacts = {
	items: [
		{
			text: 'Each record becomes an item, the oldest first; one execution has all that were found together.',
			head: ['Trigger On', 'As given by', 'Told'],
			rows: Object.entries(recordKinds).map(([triggerOn, { name }]) => [`${name} (${code(triggerOn)})`, ...RECORDS[triggerOn]]),
		},
	],
	after:
		'n8n looks as often as **Poll Times** says, once a minute at most. CEC shows records late: calls when they have ended, inspections when they ' +
		'are finished. So each look goes back by **Watch For** behind the one before the last, and what was seen is remembered: nothing that shows ' +
		'within this time is lost, and nothing is told twice. What is older than this when it shows is not told.\n\n' +
		'The first look after the workflow was published finds what later ones compare with, and tells nothing. So does the first one ' +
		'with other settings, such as another queue. A look that fails remembers nothing: the next one finds all of it. While n8n is down or the workflow ' +
		'unpublished nothing is lost; the next look begins where the last one ended.',
};

const webChats: TriggerFacts = {
	items: [
		{
			text: 'Each message becomes an item as **Chat Step > Poll** of the [Web Chat node](HuaweiCecWebChat.md) gives it; one execution has all that came to a customer together. Added are:',
			head: ['Key', 'Meaning'],
			rows: [
				[code('userId'), 'The customer to whom it was written'],
				[code('channelId'), 'The web channel'],
			],
		},
	],
	after:
		'n8n asks CEC every second for each customer, so that a conversation does not end for want of polls; it does not connect customers: ' +
		'**Conversation > Send Message** does. CEC gives each message once: an editor that listens polls no more once it has something. What is given while n8n goes down is lost; **Chat Message > Get Many** has ' +
		'it still. After a failure the pause grows to a minute, and the log of n8n says why. A file is had with **File > Download** and the `fileId` of its message.',
};

/** By the folder of the trigger. */
export const triggerFacts: Record<string, TriggerFacts> = {
	HuaweiCecAgentEventTrigger: agentEvents,
	HuaweiCecCallTrigger: calls,
	HuaweiCecChatbotTrigger: chatbot,
	HuaweiCecCampaignResultTrigger: results,
	HuaweiCecFileReadyTrigger: filesReady,
	HuaweiCecNewRecordTrigger: newRecords,
	HuaweiCecSpeechRecognitionTrigger: speech,
	HuaweiCecTicketTrigger: tickets,
	HuaweiCecWebChatTrigger: webChats,
};
