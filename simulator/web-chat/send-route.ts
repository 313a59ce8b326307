import { z } from 'zod';
import { HttpAnswer, Refusal } from '../interface';
import { optionalText, text } from '../schema/fields';
import type { World } from '../world';
import { customerInterface } from './customer-interface';
import type { Conversation } from './state';
import type { Customer } from './tokens';

/** 11.5: everything that a customer does in a conversation. */

const MOST_BYTES = 1024;
const FILE = /^([^,\s]+),(\w+)$/;

const codes = { content: '3', queueing: '11', closed: '12', failed: '13' } as const;

const MEDIA_TYPES = ['TEXT', 'IMAGE', 'AUDIO', 'VIDEO', 'FILE', 'FILE_IMAGE', 'FILE_VIDEO', 'WEBCARD'] as const;

const schema = z
	.object({
		channel: z.literal('WEB'),
		content: optionalText(),
		controlType: z.enum(['CONNECT', 'CHAT', 'TRANS2AGENT', 'INPUT', 'DISCONNECT', 'READ']),
		from: text(32),
		mediaType: z.enum(MEDIA_TYPES),
		senderNickname: optionalText(),
		sourceType: z.literal('CUSTOMER'),
		timestamp: optionalText(20, /^\d{13}$/),
		to: text(),
		userAgent: optionalText(),
		senderAvatar: optionalText(),
		messageId: optionalText(32, /^[^,]+$/),
		transData: optionalText().refine((given) => !given || isJson(given), { message: 'must be JSON' }),
	})
	.strict();

type Sent = z.infer<typeof schema>;

function isJson(given: string): boolean {
	try {
		JSON.parse(given);
		return true;
	} catch {
		return false;
	}
}

const done = (resultDesc: string): object => ({ resultCode: '0', resultDesc });
const refused = (code: string, text: string): never => {
	throw new Refusal(code, text);
};
const queueing = (): object => ({ resultCode: codes.queueing, resultDesc: 'Queuing...' });

/** In the offline mode what reaches nobody is kept, which the answer tells although it is a failure. */
function nobody(world: World, code: string, resultDesc: string): object {
	if (!world.webChats.settings.keepsMessages) return refused(code, resultDesc);
	return { resultCode: code, resultDesc, offlineMsg: { isOfflineStatus: true, tipText: 'Your message is saved.' } };
}

function connect(world: World, customer: Customer): object {
	const { webChats } = world;
	const conversation = webChats.of(customer);
	if (conversation) return connected(world, conversation);
	if (webChats.channel(customer.channelId)?.hasBot) return connected(world, webChats.begin(customer, true));
	if (!webChats.settings.isOpen) return closed(world);
	return connected(world, webChats.begin(customer, false));
}

const closed = (world: World): object =>
	nobody(world, codes.closed, 'The current time is not within the working time of the service agents');

function connected(world: World, conversation: Conversation): object {
	const stage = world.webChats.stageOf(conversation);
	if (stage === 'queue') return queueing();
	return done(stage === 'bot' ? 'connect to robot successfully.' : 'connect successfully.');
}

function transfer(world: World, conversation: Conversation | undefined): object {
	const fail = 'fail to transfer from robot to agent';
	if (!conversation) return refused(codes.failed, `${fail},session keep touch failed.`);
	if (!conversation.isWithBot) return refused(codes.failed, `${fail},it has been agent service.`);
	if (!world.webChats.settings.isOpen) return closed(world);
	world.webChats.wantAgent(conversation);
	return world.webChats.stageOf(conversation) === 'queue'
		? queueing()
		: done('transfer from robot to agent success.');
}

/** A card, a file that was uploaded, or a text. */
function checkContent(world: World, { mediaType, content = '' }: Sent): string | undefined {
	if (mediaType === 'WEBCARD') return checkCard(world, content);
	if (content === '') return refused(codes.failed, 'Chat failed because the content is empty.');
	if (Buffer.byteLength(content) > MOST_BYTES) return refused(codes.failed, 'sendUserMessage failed.');
	const [, key = '', type = ''] = FILE.exec(content) ?? [];
	if (mediaType !== 'TEXT' && world.webChats.files.get(key)?.type !== type)
		refused(codes.failed, 'sendUserMessage failed.');
	return undefined;
}

const PICTURE_TYPES = ['', 'img', 'img/png', 'img/jpg'];

/** Says that agents cannot open the link, if so. */
function checkCard(world: World, content: string): string | undefined {
	if (content === '') return refused(codes.content, 'content can not be empty');
	if (!isJson(content)) return refused(codes.content, 'Incorrect JSON format');
	const { title, mediaFileId, mediaFileType = '', redirectUrl } = JSON.parse(content) as Record<string, string>;
	if (!mediaFileId && !redirectUrl)
		refused(codes.content, 'the content Json String must contains mediaFileId or redirectUrl');
	if (!title) refused(codes.content, 'the content Json String must contains title');
	if (!PICTURE_TYPES.includes(mediaFileType)) refused(codes.content, 'Incorrect mediaFileType.');
	const isTrusted = !redirectUrl || world.webChats.settings.trustlist.some((one) => redirectUrl.startsWith(one));
	return isTrusted
		? undefined
		: 'The redirection address is not in the trust list, contact operation staff to add it.';
}

function chat(world: World, customer: Customer, conversation: Conversation | undefined, body: Sent): object {
	const distrusted = checkContent(world, body);
	const message = {
		mediaType: body.mediaType,
		content: body.content ?? '',
		nickname: body.senderNickname ?? customer.userName,
	};
	if (!conversation) {
		const answer = nobody(world, codes.failed, 'chat failed, send too quick or session keep touch failed.');
		world.webChats.remember(customer, { ...message, controlType: 'CHAT', sourceType: 'USER', callId: null });
		return answer;
	}
	const stage = world.webChats.stageOf(conversation);
	world.webChats.take(conversation, message);
	if (distrusted) return { resultCode: codes.content, resultDesc: distrusted };
	if (stage === 'queue') return queueing();
	return done(stage === 'bot' ? 'Send message to robot successfully' : 'sendUserMessage successfully.');
}

function disconnect(world: World, conversation: Conversation | undefined): object {
	if (!conversation) return refused(codes.failed, 'disconnect failed, session keep touch failed.');
	const stage = world.webChats.stageOf(conversation);
	world.webChats.end(conversation);
	if (stage === 'queue') return queueing();
	return done(stage === 'bot' ? 'Disconnect robot successfully' : 'disconnect successfully.');
}

/** The customer is typing, or has read. */
function hint(world: World, conversation: Conversation | undefined): object {
	if (!conversation) return refused(codes.failed, 'sendUserMessage failed');
	const stage = world.webChats.stageOf(conversation);
	if (stage === 'bot') return refused(codes.failed, 'This is robot service,this message is prevented!');
	return stage === 'queue' ? queueing() : done('sendUserMessage successfully.');
}

export const sendRoute = customerInterface({
	section: '11.5',
	method: 'POST',
	path: '/send',
	body: schema,
	handle(customer, { world, body }) {
		const sent = body as Sent;
		if (sent.from !== customer.userId) return new HttpAnswer(500, 'from is not the user of the token');
		if (sent.to !== customer.channelId)
			return refused(codes.failed, `${sent.controlType.toLowerCase()} failed, none channel config found.`);
		const conversation = world.webChats.of(customer);
		switch (sent.controlType) {
			case 'CONNECT':
				return connect(world, customer);
			case 'TRANS2AGENT':
				return transfer(world, conversation);
			case 'DISCONNECT':
				return disconnect(world, conversation);
			case 'CHAT':
				return chat(world, customer, conversation, sent);
			default:
				return hint(world, conversation);
		}
	},
});
