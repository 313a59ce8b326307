import { byId, type Bench } from '../support/bench';
import type { Case, Parameters, Prepare } from './case';

const JANE = 'jane-1';
const EVERYTHING = { userName: 'Jane Doe', locale: 'en' };
const CLIENT = { ...EVERYTHING, userAgent: 'Mozilla/5.0', senderAvatar: 'https://www.example.com/jane.png', messageId: 'm-1' };

export const inShop = (bench: Bench): Parameters => ({ userId: JANE, channelId: bench.tenant.webChat.channels[0].configId });
export const inService = (bench: Bench): Parameters => ({ userId: JANE, channelId: bench.tenant.webChat.channels[1].configId });
const nowhere: Prepare = () => ({ userId: JANE, channelId: '1' });

/** Connected with an agent, or with a bot. */
const withAgent: Prepare = async (bench) => {
	await bench.webChat(JANE);
	return inShop(bench);
};
const withBot: Prepare = async (bench) => {
	await bench.webChat(JANE, { hasBot: true });
	return inService(bench);
};
/** Calling from the browser. */
const calling: Prepare = async (bench) => {
	await bench.webCall(JANE);
	return inShop(bench);
};
const also =
	(prepare: Prepare, more: Parameters | Prepare): Prepare =>
	async (bench) => ({ ...(await prepare(bench)), ...(typeof more === 'function' ? await more(bench) : more) });

const unconnected = { run: inShop, message: /CEC could not do this in the conversation/ };
const unknownChannel = { run: nowhere, message: /none channel config found/ };

const step = (run: Prepare, more: Parameters = {}): Case => ({
	run,
	more: { 'all fields': also(run, { additionalFields: { ...CLIENT, ...more } }) },
	refused: unconnected,
});

const filled = (bench: Bench): Parameters => {
	const { files } = bench.sim.control.answerWebChat({ userId: JANE, files: [{ type: 'zip', base64: Buffer.from('PK\u0003\u0004 file').toString('base64') }] });
	return { fileId: files[0], fileType: 'zip' };
};

const satisfied: Prepare = also(withAgent, { evaluation: byId('5'), comment: 'Very friendly' });
const LINK = 'https://www.example.com/offers';

/** What stands above a media template, of each kind. */
const headers = [
	{ headerKind: 'none' },
	{ headerKind: 'text', headerText: 'Offer' },
	{ headerKind: 'image', headerImageUrl: 'https://www.example.com/a.png' },
	{ headerKind: 'video', headerVideoUrl: 'https://www.example.com/a.mp4' },
	{ headerKind: 'location', headerLatitude: 51.5, headerLongitude: -0.12 },
];

const withHeader = (header: Parameters): Parameters => ({
	destinations: { values: [{ phoneNumber: '447700900123', messageId: 'm-1' }] },
	messageKind: 'mediaTemplate',
	templateName: 'offer',
	templateLanguage: 'en',
	mediaTemplateData: { values: { ...header, placeholders: 'Jane', buttons: { values: [{ urlPlaceholder: '4711', quickReplyPayload: 'yes' }] } } },
	bulkId: 'b-1',
});

export const webChatCases: Record<string, Case> = {
	'conversation/sendMessage': {
		run: also(inShop, { text: 'Where is my order?' }),
		more: {
			'to a bot, for its answer': also(inService, {
				text: 'When are the shops open?',
				waitSeconds: 10,
				additionalFields: { ...EVERYTHING, connect: 'first', transData: '{"page":"shop"}' },
			}),
			'that is a file': also(withAgent, { kind: 'file', binaryField: 'data', downloadAttachments: true, additionalFields: { fileType: 'mp3' } }),
		},
		refused: { ...unknownChannel, run: also(nowhere, { text: 'Hello' }) },
		gives: { userId: JANE, outcome: 'queueing', sent: true },
	},
	'conversation/getMessages': {
		run: withBot,
		more: {
			'with its files': also(withAgent, (bench) => {
				filled(bench);
				return { waitSeconds: 5, downloadAttachments: true, additionalFields: EVERYTHING };
			}),
		},
		refused: unknownChannel,
		gives: { userId: JANE, output: 'Welcome! What can I do for you?', files: [], ended: false },
	},
	'conversation/end': {
		run: withAgent,
		more: { 'that is over': also(inShop, { additionalFields: EVERYTHING }) },
		refused: unknownChannel,
		gives: { userId: JANE, ended: true, wasConnected: true },
	},
	'conversation/leaveMessage': {
		run: also(inShop, { phoneNumber: '447700900123', leftMessage: 'Please call me' }),
		more: { 'all fields': also(inShop, { phoneNumber: '447700900123', leftMessage: 'Please call me', additionalFields: EVERYTHING }) },
		refused: { run: also(inShop, { phoneNumber: 'me', leftMessage: 'Please call me' }), message: /does not accept the message/ },
		gives: { success: true },
	},
	'chatMessage/getMany': {
		run: withBot,
		more: {
			'all filters': also(withBot, {
				returnAll: true,
				filters: { ...EVERYTHING, startTime: '2026-03-01T00:00:00', endTime: '2030-01-01T00:00:00' },
			}),
		},
		refused: unknownChannel,
		gives: { sourceName: 'Bot', mediaName: 'Text', content: 'Welcome! What can I do for you?', changedAt: expect.stringMatching(/^2026-/) },
	},
	'chatStep/connect': {
		...step(inShop, { transData: '{"page":"shop"}' }),
		refused: unknownChannel,
		gives: { resultCode: '11', outcome: 'Queueing' },
	},
	'chatStep/disconnect': { ...step(withAgent), gives: { outcome: 'Done' } },
	'chatStep/getQueuePosition': {
		run: withAgent,
		more: { 'all filters': also(inShop, { filters: EVERYTHING }) },
		refused: unknownChannel,
		gives: { state: 'With an Agent', queueing: false },
	},
	'chatStep/markAsRead': step(withAgent),
	'chatStep/poll': {
		run: withBot,
		more: { 'all filters': also(withBot, { filters: { ...EVERYTHING, readReceipts: true } }) },
		refused: unknownChannel,
		gives: { sourceName: 'Bot', ended: false, interIdx: '0' },
	},
	'chatStep/sendCard': {
		run: also(withAgent, { title: 'Offers', additionalFields: { redirectUrl: LINK } }),
		more: {
			'all fields': also(withAgent, {
				title: 'Offers',
				additionalFields: { ...CLIENT, description: 'Only today', mediaFileId: 'key', mediaFileType: 'img/png', redirectUrl: LINK },
			}),
		},
		refused: { ...unconnected, run: also(inShop, { title: 'Offers', additionalFields: { redirectUrl: LINK } }) },
		gives: { outcome: 'Done' },
	},
	'chatStep/sendFile': {
		run: also(withAgent, async (bench) => ({ mediaType: 'FILE', file: `${await bench.webChatFile(JANE)},txt` })),
		more: {
			'all fields': also(withAgent, async (bench) => ({ mediaType: 'FILE', file: `${await bench.webChatFile(JANE)},txt`, additionalFields: CLIENT })),
		},
		refused: { run: also(withAgent, { mediaType: 'FILE', file: 'key,txt' }), message: /CEC could not do this in the conversation/ },
		gives: { outcome: 'Done' },
	},
	'chatStep/sendText': {
		run: also(withAgent, { text: 'Hello' }),
		more: { 'all fields': also(withAgent, { text: 'Hello', additionalFields: CLIENT }) },
		refused: { ...unconnected, run: also(inShop, { text: 'Hello' }) },
		gives: { resultCode: '0', outcome: 'Done' },
	},
	'chatStep/showTyping': step(withAgent),
	'chatStep/transferToAgent': { ...step(withBot), gives: { outcome: 'Queueing' } },
	'clickToCall/checkSupport': {
		run: inShop,
		more: { 'all filters': also(inShop, { filters: EVERYTHING }) },
		refused: unknownChannel,
		gives: { clickToCallSupported: true, webRTCSupported: true },
	},
	'clickToCall/create': {
		run: also(inShop, { media: 0, waitUntilDone: true }),
		more: { 'and goes on at once': also(inShop, { media: 1, waitUntilDone: false, additionalFields: EVERYTHING }) },
		refused: {
			run: also(inShop, (bench) => {
				bench.sim.control.setWebChat({ callsFind: 'nobody' });
				return { media: 0 };
			}),
			message: /could not make the call/,
		},
		gives: { success: true, state: 'Connected', eventId: 168101 },
	},
	'clickToCall/createAnonymous': {
		run: () => ({ numberToCall: '447700900123' }),
		more: {
			'all fields': () => ({ numberToCall: '447700900123', additionalFields: { displayedNumber: byId('15550101'), callData: 'order 4711' } }),
		},
		refused: { run: () => ({ numberToCall: 'me' }), message: /does not accept a value/ },
		gives: { sipServiceAddress: '192.0.2.22:5063' },
	},
	'clickToCall/drop': {
		run: calling,
		more: { 'all fields': also(calling, { additionalFields: EVERYTHING }) },
		refused: { run: inShop, message: /could not release the call/ },
		gives: { success: true },
	},
	'clickToCall/getEvent': {
		run: calling,
		more: { 'all filters': also(inShop, { filters: EVERYTHING }) },
		refused: unknownChannel,
		gives: { state: 'Queueing' },
	},
	'customer/get': {
		run: async (bench) => {
			const { callId } = await bench.webChat(JANE, { waits: true });
			return { userId: JANE, callId, tenantId: bench.tenant.tenantId };
		},
		refused: { run: () => ({ userId: JANE, callId: '1-1', tenantId: '1' }), message: /could not do this with the values given/ },
		gives: { userNickname: 'Jane Doe', channel: 'WEB' },
	},
	'customer/getToken': {
		run: inShop,
		more: { 'all fields': also(inShop, { additionalFields: EVERYTHING }) },
		refused: { run: nowhere, message: /gave no token for the customer/ },
		gives: { token: '••••••••' },
	},
	'email/drop': {
		run: (bench) => ({ emailId: bench.tenant.webChat.emails[0] }),
		refused: { run: () => ({ emailId: '1' }), message: /does not exist/ },
		gives: { success: true },
	},
	'file/download': {
		run: also(withAgent, filled),
		more: {
			'from the library': also(withAgent, (bench) => {
				const base64 = Buffer.from('a,b').toString('base64');
				const { files } = bench.sim.control.answerWebChat({ userId: JANE, files: [{ type: 'csv', base64, fromLibrary: true }] });
				return { fileId: files[0], fileType: 'csv', fromLibrary: true, additionalFields: EVERYTHING };
			}),
		},
		refused: { run: also(inShop, { fileId: 'local/none', fileType: 'zip' }), message: /could not give the file/ },
		file: { begins: /^PK/, type: 'application/zip' },
	},
	'file/upload': {
		run: also(inShop, { binaryField: 'data', fileType: 'mp3' }),
		more: { 'all fields': also(inShop, { binaryField: 'data', fileType: 'aac', additionalFields: EVERYTHING }) },
		refused: unknownChannel,
	},
	'phrase/getMany': {
		run: also(inService, { keyword: 'order' }),
		more: { 'all filters': also(inService, { keyword: 'order', filters: EVERYTHING }) },
		refused: { run: also(inShop, { keyword: 'order' }), message: /could not look for phrases/ },
		gives: { question: 'Where is my order?' },
	},
	'satisfaction/getLevels': {
		run: inShop,
		more: { 'all filters': also(inShop, { filters: EVERYTHING }) },
		refused: unknownChannel,
		gives: { surveyType: 'WEB' },
	},
	'satisfaction/rateBotAnswer': {
		run: also(withBot, { interIdx: '0', feedback: true }),
		more: {
			'that was no good': also(withBot, { interIdx: '0', feedback: false, feedbackContent: 'That was not my question', additionalFields: EVERYTHING }),
		},
		refused: { run: also(withAgent, { interIdx: '0', feedback: true }), message: /not in a conversation with a bot/ },
		gives: { success: true },
	},
	'satisfaction/submit': {
		run: satisfied,
		more: { 'all fields': also(satisfied, { additionalFields: EVERYTHING }) },
		refused: { run: also(inShop, { evaluation: byId('5'), comment: 'Fine' }), message: /found no conversation/ },
		gives: { success: true },
	},
	'whatsAppMessage/send': {
		run: () => ({ destinations: { values: [{ phoneNumber: '447700900123', messageId: 'm-1' }] }, messageKind: 'text', text: 'Hello', bulkId: 'b-1' }),
		more: {
			'to several, an image': () => ({
				destinations: { values: ['447700900123', '447700900124'].map((phoneNumber, index) => ({ phoneNumber, messageId: `m-${index}` })) },
				messageKind: 'image',
				imageUrl: 'https://www.example.com/a.png',
				bulkId: 'b-1',
				additionalFields: { scenarioKey: 's-1', sendAt: '2026-03-03T09:00:00' },
			}),
			...Object.fromEntries(
				Object.entries({
					audio: { audioUrl: 'https://www.example.com/a.aac' },
					video: { videoUrl: 'https://www.example.com/a.mp4' },
					location: { latitude: 51.5, longitude: -0.12, additionalFields: { locationName: 'Shop', address: '1 Example Street' } },
					template: { templateName: 'welcome', templateLanguage: 'en', additionalFields: { templateData: 'Jane,4711' } },
				}).map(([messageKind, more]): [string, Prepare] => [
					messageKind,
					() => ({ destinations: { values: [{ phoneNumber: '447700900123', messageId: 'm-1' }] }, messageKind, bulkId: 'b-1', ...more }),
				]),
			),
			...Object.fromEntries(headers.map((header): [string, Prepare] => [`a template with ${header.headerKind} above it`, () => withHeader(header)])),
		},
		refused: {
			run: () => ({ destinations: { values: [{ phoneNumber: '447700900123000000000', messageId: 'm-1' }] }, messageKind: 'text', text: 'Hello', bulkId: 'b-1' }),
			message: /malformed/,
		},
		gives: { phoneNumber: '447700900123', statusName: 'PENDING_ENROUTE', bulkId: 'b-1' },
	},
};
