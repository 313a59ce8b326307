import { type Envelope, Refusal } from '../interface';

/** The codes of table 6-449 that are in use here. */
export const codes = {
	success: '0',
	/** Of the URL or of what else is sent. */
	wrongParameter: '000-002',
	/** The agent polls for events that are pushed. */
	wrongWayToEvents: '000-001',
	notAllowed: '000-003',
	signInParameter: '100-001',
	alreadySignedIn: '100-002',
	wrongPassword: '100-004',
	signOutParameter: '100-005',
	notSignedIn: '100-006',
	failed: '100-007',
	alreadySignedOut: '100-008',
	wrongState: '100-009',
	agentType: '100-012',
	cannotBeForcedOut: '100-015',
	wrongAddress: '100-016',
	recovering: '105-002',
	locked: '110-016',
	unknownAgent: '300-002',
	noSkills: '600-001',
	noIvr: '600-004',
	noQueues: '600-005',
	overload: '999-002',
} as const;

export const retcode: Envelope = [['retcode', 'message']];

/** In the order of most samples. What there is no result for has no result at all. */
export const success = (result?: unknown): object => ({
	...(result !== undefined && { result }),
	message: 'success',
	retcode: codes.success,
});

/** Some samples have an empty message, and their result comes last. */
export const silentSuccess = (result: unknown): object => ({ message: '', retcode: codes.success, result });

export function refuse(code: string, message: string): never {
	throw new Refusal(code, message);
}
