import { byId } from '../../support/bench';
import type { Case, Parameters, Prepare } from '../case';
import { ofAgent, signedIn } from './shared';

const SOCIAL_CHAT = 53;
const CHAT_CODE = '15550103';
const MASKED = '••••••••';

/** In a chat, whose ID goes with these parameters. */
const chatting =
	(parameters: Parameters = {}): Prepare =>
	async (bench) => ({ ...(await bench.agentChatting()), ...parameters });

/** In a video call, the agent whose phone has video. */
const inVideoCall: Prepare = async (bench) => {
	bench.actAs(2);
	return { ...(await bench.agentTalking(2)) };
};

/** With another agent there who may take chats. */
const withColleague =
	(one: Prepare): Prepare =>
	async (bench) => {
		await bench.letChat(1);
		await bench.agentSession({}, 1);
		return await one(bench);
	};

/** With an access code that leads to the queue of chats. */
const withRoute =
	(one: Prepare): Prepare =>
	async (bench) => {
		await bench.management('calledRoute/createCalledRoute', { accessCode: CHAT_CODE, devicetype: 1, deviceId: 5 });
		return await one(bench);
	};

const refusedWith = (code: string, means: string, run: Prepare): Case['refused'] => ({
	run,
	message: new RegExp(`^${means} \\(code ${code}\\)$`),
});

const message = {
	channelId: '202301032048582419',
	receiver: '1672709693442874044',
	channel: 'WEB',
	messageType: 'TEXT',
	messageCode: 'message-1',
	senderName: 'Agent One',
	senderPicture: 'DefaultAvatar',
	sentAt: '2026-03-02T09:00:00Z',
	content: 'How can I help?',
	userId: '1672709693442874044',
};

const UNKNOWN = { callId: '1772400000-9999' };

export const chatCases: Record<string, Case> = {
	'chat/sendMessage': ofAgent(message, {
		run: chatting(message),
		more: {
			'all fields': chatting({
				...message,
				channel: 'WHATSAPP',
				messageType: 'IMAGE',
				content: 'media/1.png',
				additionalFields: { userNumber: '447700900400', fileType: 'png', fileFrom: '1' },
			}),
		},
		refused: refusedWith('106-014', 'The agent does not have this chat', signedIn({ ...message, ...UNKNOWN })),
	}),
	'chat/setChatsAtOnce': ofAgent({ mediaType: SOCIAL_CHAT, chatsAtOnce: 60 }),
	'chat/transfer': ofAgent({}, {
		run: chatting({ targetType: 1, transferMode: 0, target: byId('5') }),
		more: {
			'to an agent': withColleague(
				chatting({
					targetType: 2,
					transferMode: 2,
					target: byId('102'),
					additionalFields: { caller: '447700900400', callData: 'Order 4711', skillId: byId(5) },
				}),
			),
			'to an access code': withRoute(chatting({ targetType: 4, transferMode: 2, target: byId(CHAT_CODE) })),
		},
		refused: refusedWith(
			'106-006',
			'CEC knows nothing of the agent',
			chatting({ targetType: 2, transferMode: 2, target: byId('103') }),
		),
	}),
	'chat/getConnection': ofAgent({}, {
		run: inVideoCall,
		refused: refusedWith('100-007', 'The platform failed', signedIn(UNKNOWN)),
		gives: { userId: '103', channelId: expect.stringMatching(/^\d+-\d+$/), port: '6500', signature: MASKED },
	}),
	'chat/captureImage': ofAgent({}, {
		run: inVideoCall,
		refused: refusedWith('100-007', 'The platform failed', signedIn(UNKNOWN)),
	}),
};
