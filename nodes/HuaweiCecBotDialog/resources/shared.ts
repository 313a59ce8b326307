/** What all steps of a dialog share: two versions of one interface (10.5, 10.6), told apart by the path alone. */
import { choice, constant, copyOf, fromCredential, pick, section, text, type Fields } from '../../../cec/catalogue/field';
import type { OperationSpec } from '../../../cec/catalogue/operation';

const V1 = '/oifde/rest/crs/process';
const V2 = '/oifde/rest/v2/crs/process/{vdnId}';

export const CHANNELS = {
	'5G': '5G',
	EMAIL: 'Email',
	FACEBOOK: 'Facebook',
	INSTAGRAM: 'Instagram',
	LINE: 'Line',
	SMS: 'SMS',
	TELEGRAM: 'Telegram',
	TWITTER: 'Twitter',
	WEB: 'Web',
	WECHAT: 'WeChat',
	WHATSAPP: 'WhatsApp',
};

export const CALL_MEDIA = { 1: 'Audio', 3: 'Video' };
export const RELEASE_REASONS = { 0: 'Normal', 1: 'System Failure', 2: 'Customer Hung Up' };

export const channel = choice('Channel', CHANNELS, 'Where the customer writes');
export const mediaType = text('Media Type', 'Such as text, audio or video');
export const accompanying = text('Accompanying Data', 'What your system and the flow have agreed to hand over');
export const accessCode = pick('botAccessCodes', 'Access Code', 'Of the bot, or of the voice flow').max(24);
export const conversationId = text('Conversation ID', 'The same for all steps of a conversation, and never used again').max(64);
export const interactionIndex = text('Interaction Index', 'The index of the last answer; in voice dialogs only');

const seat = choice('Role of the Bot', { ass: 'Assistant of an Agent', vir: 'Virtual Agent' }, 'Whom the bot serves').startsAs('vir');

interface Step {
	section: [v1: string, v2: string];
	inaction: number;
	inparams: Fields;
	extparams?: Fields;
}

/** One step: the call stands under two names, and its own parameters below `inparams`. */
export function step({ section: [, v2], inaction, inparams, extparams }: Step): Pick<OperationSpec, 'request' | 'body' | 'ways' | 'waysBy' | 'risk' | 'failure'> {
	return {
		request: `POST ${V1}`,
		risk: 'write',
		body: {
			userid: conversationId.required(),
			inaction: constant(inaction),
			seat,
			inparams: section({ call_id: copyOf('userid', 'string'), ...inparams }),
			...(extparams && { extparams: section(extparams) }),
		},
		ways: { v2: { request: `POST ${V2}`, section: v2, path: { vdnId: fromCredential('vdnId') } } },
		waysBy: 'version',
		failure: ({ outaction }) => (outaction === undefined || outaction === null ? 'The answer does not say what comes next' : undefined),
	};
}
