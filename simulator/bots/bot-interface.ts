import type { ZodTypeAny } from 'zod';
import type { Call } from '../interface';

/** How a bot's interface refuses; no two groups of chapter 10 agree. */
export interface RefusalShape {
	code: string;
	text: string;
	/** Tables have some codes as numbers, others as texts. */
	asText: boolean;
}

const numbered = (code: string, text: string): RefusalShape => ({ code, text, asText: false });
const texted = (code: string, text: string): RefusalShape => ({ code, text, asText: true });

export const shapes = {
	errorMsg: numbered('errorCode', 'errorMsg'),
	errorMsgText: texted('errorCode', 'errorMsg'),
	errorMessage: numbered('errorCode', 'errorMessage'),
	rtnMsg: numbered('rtnCode', 'rtnMsg'),
	retMsg: texted('retCode', 'retMsg'),
} as const;

/**
 * body: authToken in the body. bodyOrHeaders: that, or userName and token in the headers for internal systems (10.13,
 * 10.15, 10.17). dialog: auth_token in inparams. system: headers of the account for machines (10.22). itself: the
 * handler looks (10.12), or anybody may come (4.4, 10.23).
 */
export type WayIn = 'body' | 'bodyOrHeaders' | 'dialog' | 'system' | 'itself';

export interface BotInterface {
	section: string;
	method: 'GET' | 'POST';
	path: string;
	way: WayIn;
	/**
	 * Or HTTP statuses with a text, for the interfaces that list statuses instead of codes; in dialogs tokens alone are
	 * refused with a code, that of ret.
	 */
	refusal: RefusalShape | 'status' | 'dialog';
	body?: ZodTypeAny;
	handle(call: Call): unknown;
}
