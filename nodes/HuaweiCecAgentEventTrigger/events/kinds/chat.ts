/** Chats and video in the browser (6.5.1.9). */
import {
	called,
	caller,
	callId,
	callRole,
	callType,
	expiresAt,
	fileName,
	locationId,
	media,
	message,
	port,
	screenshotResult,
} from '../fields';
import { group } from '../kind';

export const chat = group('media', {
	'Chat Message Received': {
		name: 'chatMessageReceived',
		type: 'AgentEvent_MessageData',
		description: 'A customer has written in a chat',
		fields: [callId, caller, called, callType, callRole, media, message],
	},
	'H5 Video Access': {
		name: 'h5VideoAccess',
		type: 'AgentEvent_RequestConnect',
		description: 'Where and as whom the agent enters a video call in the browser',
		fields: [callId, expiresAt, port, locationId],
	},
	'Screenshot Result': {
		name: 'screenshotResult',
		type: 'AgentEvent_ImageCapture',
		description: 'Whether a screenshot of a video call was taken, with the file',
		fields: [callId, screenshotResult, fileName, locationId],
	},
});
