import { done, object } from '../../../cec/catalogue/answer';
import { choice, constant, dateTime, integer, pick, section, text } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { agentGateway } from '../../../cec/families/agentGateway';
import { MEDIA_TYPE, self, skillQueue } from './shared';

const CHAT = '/agentgateway/resource/mediacall/{agentid}';

const CHANNEL = {
	WEB: 'Web',
	WECHAT: 'WeChat',
	TWITTER: 'Twitter',
	FACEBOOK: 'Facebook',
	'5G': '5G Message',
	EMAIL: 'Email',
	VOICE: 'Voice',
	LINE: 'LINE',
	WHATSAPP: 'WhatsApp',
	SMS: 'SMS',
	INSTAGRAM: 'Instagram',
	TELEGRAM: 'Telegram',
};

const MESSAGE_TYPE = {
	TEXT: 'Text',
	IMAGE: 'Image',
	AUDIO: 'Audio',
	VIDEO: 'Video',
	LOCATE: 'Location',
	EMOTICONS: 'Emoticon',
	CARD: 'Card',
	MULTICARD: 'Carousel of Cards',
	EMAIL: 'Email',
	WHATSAPPTEMPLATE: 'WhatsApp Template',
	RICHTEXT: 'Rich Text',
	WEBCARD: 'Web Card',
	SMSTEMPLATE: 'SMS Template',
	LOCATION: 'Location (Telegram)',
	DOCUMENT: 'Document',
	COBROWSESITE: 'Co-Browsing Address',
};

/** Endings that table 6-255 allows; for videos it names none. */
const FILE_TYPES: Record<string, string[]> = {
	IMAGE: ['jpg', 'png', 'jpeg'],
	AUDIO: ['mp3', 'aac', 'm4a', 'mp4'],
	EMOTICONS: ['gif'],
	DOCUMENT: ['doc', 'docx', 'pdf', 'zip', 'RTF'],
};

const WITH_FILE = { mediaType: ['IMAGE', 'AUDIO', 'VIDEO', 'EMOTICONS', 'DOCUMENT'] };

const callId = text('Call ID', 'ID of the chat, as its events tell it').named('callId').required();

const checkFileType = ({ data }: Record<string, unknown>): string | undefined => {
	const { mediaType, mediaFileType } = (data ?? {}) as { mediaType?: string; mediaFileType?: string };
	const allowed = FILE_TYPES[mediaType ?? ''];
	if (!allowed || !mediaFileType || allowed.includes(mediaFileType)) return undefined;
	return `"File Type" can be ${allowed.join(', ')} for this message type`;
};

const empty = { means: 'A value is missing', remedy: 'Check the call ID.' };
const tooLarge = { means: 'A number is too large', remedy: 'Check the numbers that were given.' };
const userType = { means: 'CEC does not accept the type of user', remedy: 'Ask the operator of CEC whether it can do this.' };

export const chat = resource('chat', 'Chat', agentGateway, {
	sendMessage: operation('6.1.5.1', {
		name: 'Send Message',
		action: 'Send a message in a chat',
		description: 'Send a message of the agent to the customer',
		request: `POST ${CHAT}/sendMessage`,
		risk: 'dial',
		path: self,
		body: {
			callid: callId,
			userid: text('User Number').named('userNumber'),
			data: section({
				from: text('Channel ID', 'The configuration ID of the channel in CEC').named('channelId').required(),
				to: text('Receiver', 'ID of the customer in the channel').named('receiver').required(),
				channel: choice('Channel', CHANNEL).startsAs('WEB').required(),
				controlType: constant('CHAT'),
				mediaType: choice('Message Type', MESSAGE_TYPE).named('messageType').startsAs('TEXT').required(),
				messageCode: text('Message Code', 'Any text that no other message has')
					.startsAs('={{ $now.toMillis() }}-{{ $execution.id }}-{{ $itemIndex }}')
					.required(),
				mediaFileType: text(
					'File Type',
					'Ending of the file: jpg, png or jpeg for an image, mp3, aac, m4a or mp4 for audio, gif for an emoticon, doc, docx, pdf, zip or RTF for a document',
				)
					.named('fileType')
					.when(WITH_FILE),
				senderNickname: text('Sender Name', 'Name of the agent that the customer sees').named('senderName').required(),
				senderAvatar: text('Sender Picture', 'Picture of the agent, as your channel names it').named('senderPicture').startsAs('DefaultAvatar').required(),
				sendTime: dateTime('Sent At').as('epochMillis').asText().named('sentAt').startsAs('={{ $now.toISO() }}').required(),
				content: text('Content', 'The text, or what your channel reads for messages of other types; the whole message has at most 2 KB')
					.lines()
					.required(),
				contentType: choice('File From', {
					0: ['Media Library', 'A file from the media library of the web chat in CEC'],
					1: ['Local File', 'A file that the agent has chosen'],
				})
					.asText()
					.named('fileFrom')
					.when(WITH_FILE),
				userId: text('User ID', 'ID of the customer in your system; it may be the same as the receiver').required(),
			})
				.called('Message')
				.asJsonText()
				.bytes(2048),
		},
		check: checkFileType,
		answer: done(),
		codes: {
			'106-001': { means: 'Multimedia is switched off', remedy: 'Ask the operator of CEC to switch it on.' },
			'106-002': { means: 'The message is empty', remedy: 'Fill in "Content".' },
			'106-007': { means: 'The message is too long', remedy: 'It has at most 2048 bytes, names and IDs included; Chinese characters take three bytes each.' },
			'106-011': empty,
			'106-013': { means: 'The call ID is missing', remedy: 'Use the call ID that the events of the chat tell.' },
			'106-014': { means: 'The agent does not have this chat', remedy: 'Check the call ID; the chat may have ended.' },
		},
		findOut: 'Look in the chat whether the message is there before you send it again.',
		errata: [
			{
				printed: 'a sample that is no JSON: data escaped three times, with ";" and a second content behind it',
				sent: 'data as a text that holds the JSON of table 6-255, and no content beside it',
				why: 'Table 6-254 describes it so.',
			},
			{
				printed: 'data as an object in the table',
				sent: 'a text',
				why: 'The text of the table says for the public cloud: JSON turned into a text.',
			},
			{
				printed: 'at most 1.9 KB or 3.8 KB in the table, 2048 bytes with code 106-007',
				sent: 'at most 2048 bytes of JSON',
				why: 'The smaller limit that CEC itself reports.',
			},
			{
				printed: 'sendMessage in the address, sendmessage in the public documentation of the vendor',
				sent: 'sendMessage',
				why: 'The reference stands.',
			},
		],
	}),

	setChatsAtOnce: operation('6.1.5.2', {
		name: 'Set Chats at Once',
		action: 'Set how many chats an agent takes at once',
		description: 'Set how many calls or chats of a media type the agent takes at the same time',
		request: `POST ${CHAT}/setcallnums`,
		risk: 'write',
		path: self,
		body: {
			mediaType: choice('Media Type', MEDIA_TYPE).asText().startsAs(53).required(),
			callnums: integer('Chats at Once').named('chatsAtOnce').between(1, 60).asText().required(),
		},
		answer: done(),
		codes: {
			'106-003': { means: 'Too many chats at once', remedy: 'At most 60.' },
			'106-008': { means: 'CEC does not accept the media type', remedy: 'Choose one that the agent has.' },
			'106-012': tooLarge,
		},
	}),

	transfer: operation('6.1.5.3', {
		name: 'Transfer',
		action: 'Transfer a chat',
		description: 'Hand a chat over to a skill queue, another agent or an access code; events tell how it went',
		request: `POST ${CHAT}/transfer`,
		risk: 'dial',
		path: self,
		body: {
			callid: callId,
			caller: text('Calling Number'),
			devicetype: choice('Target Type', { 1: 'Skill Queue', 2: 'Agent', 4: 'Access Code' }).named('targetType').startsAs(1).required(),
			mode: choice('Transfer Mode', {
				0: ['Release', 'The agent leaves the chat at once, whether the transfer succeeds or not'],
				2: ['Success', 'The agent leaves the chat when the transfer has succeeded'],
			})
				.named('transferMode')
				.startsAs(2)
				.required(),
			address: pick('chatTargets', 'Target', 'ID of the skill queue, ID of the agent, or the access code').named('target').max(24).required(),
			calldata: text('Call Data', 'For the agent who takes over; at most 2 KB').named('callData').lines().bytes(2048),
			skillId: skillQueue('Skill queue of the chat at the other agent').asInteger().when({ devicetype: [2] }),
		},
		answer: done(),
		codes: {
			'106-004': { means: 'Chats cannot be transferred to this type of target', remedy: 'Choose another target type.' },
			'106-005': { means: 'CEC could not transfer the chat', remedy: 'Check target type and transfer mode, or try again later.' },
			'106-006': { means: 'CEC knows nothing of the agent', remedy: 'Check the target.' },
			'106-009': { means: 'The call data are too long', remedy: 'At most 2048 bytes; Chinese characters take three bytes each.' },
			'106-010': { means: 'Chats cannot be transferred in this mode', remedy: 'Choose another transfer mode.' },
			'106-012': tooLarge,
		},
		findOut: 'Look with Call Data > Get Call IDs of Agent whether the chat has gone to the other agent.',
	}),

	getConnection: operation('6.1.5.4', {
		name: 'Get Connection',
		action: 'Get the connection of a video call',
		description: 'Get with what an agent who was cut off joins the conference of a web video call again',
		request: `POST ${CHAT}/getconnectinfo`,
		risk: 'read',
		path: self,
		body: { userType: constant('agent'), callid: callId.called('Call ID', 'ID of the video call, as its events tell it') },
		answer: object('result', { secrets: ['signature'] }),
		codes: { '106-011': empty, '106-015': userType },
		errata: [
			{
				printed: 'appId twice in the sample, with two values',
				sent: 'nothing',
				why: 'The table has it once.',
			},
		],
	}),

	captureImage: operation('6.1.5.5', {
		name: 'Capture Image',
		action: 'Capture an image of a video call',
		description: 'Take a picture of the customer in a web video call; an event tells how it went and the name of the file',
		request: `POST ${CHAT}/imagecapture`,
		risk: 'write',
		path: self,
		body: { userType: constant('user'), callid: callId.called('Call ID', 'ID of the video call, as its events tell it') },
		answer: done(),
		codes: { '106-011': empty, '106-015': userType },
	}),
});
