import type { Codes, Family } from '../catalogue/family';

const SIGN_IN_AGAIN = 'Sign the agent in again, and pass the new session on.';
const gone = (means: string) => ({ means, remedy: SIGN_IN_AGAIN });
const LATER = 'Nothing was done. Try again in a moment.';

/** What the gateway tells of sessions and requests in general (table 6-449). */
const general: Codes = {
	'000-001': gone('The events of the agent cannot be asked for in this way'),
	'000-002': { means: 'The gateway does not accept a value', remedy: 'Check the values that were given.' },
	'000-003': gone('The session of the agent is not valid'),
	'000-004': { means: 'The agent is just being moved to another gateway', remedy: LATER },
	'000-006': { means: 'The gateway does not accept the message', remedy: 'Check the values that were given.' },
	'100-001': { means: 'A value is missing or not allowed', remedy: 'Check the values that were given.' },
	'100-002': { means: 'The agent is signed in already', remedy: 'Sign out first, or use "Sign In Anyway", which ends the other session.' },
	'100-003': { means: 'The platform could not sign the agent in', remedy: 'Try again later, or ask the operator of CEC.' },
	'100-004': {
		means: 'Agent ID or password is wrong',
		remedy: 'Correct the credential before you try again: several wrong passwords lock the account.',
	},
	'100-005': { means: 'The gateway does not accept how the agent is to be signed out', remedy: 'Check the values that were given.' },
	'100-006': gone('The agent is not signed in'),
	'100-007': { means: 'The platform failed', remedy: 'Try again later; when it stays so, ask the operator of CEC.' },
	'100-008': gone('The agent has been signed out'),
	'100-009': { means: 'The state of the agent does not allow this', remedy: 'Look at the state of the agent first.' },
	'100-010': { means: 'The agent cannot sign out in this state', remedy: 'End the call first.' },
	'100-011': { means: 'The gateway does not accept a value', remedy: 'Check the values that were given.' },
	'100-012': { means: 'The type of the agent is wrong', remedy: 'Choose the type that the agent has in CEC.' },
	'100-013': { means: 'The phone number cannot be used', remedy: 'Check the softphone number.' },
	'100-014': { means: 'The phone number is none of those that CEC allows', remedy: 'Check the softphone number.' },
	'100-015': { means: 'The agent is signed in already and cannot be signed out from here', remedy: 'Sign out where the agent is signed in.' },
	'100-016': { means: 'The IP address is not valid', remedy: 'Check "IP Address".' },
	'105-001': gone('The gateway has forgotten the agent'),
	'105-002': { means: 'The gateway is recovering the agent', remedy: LATER },
	'105-003': { means: 'The gateway has just recovered the agent', remedy: LATER },
	'105-004': { means: 'The gateway could not begin to recover the agent', remedy: LATER },
	'105-005': gone('The gateway could not recover the agent in time'),
	'105-006': gone('The gateway has recovered the agent with another session'),
	'105-007': gone('The gateway could not recover the agent'),
	'110-016': { means: 'The account of the agent is locked', remedy: 'Wait until it is unlocked, or have it unlocked.' },
	'999-001': { means: 'The gateway is not set up right', remedy: 'Ask the operator of CEC.' },
	'999-002': { means: 'Too many queries', remedy: 'Ask less often: five times in two seconds for one agent.' },
	'999-003': { means: 'No more agents can sign in', remedy: 'Ask the operator of CEC for more licences.' },
};

/** Calls that are not there, or not in the state that is needed (table 6-449). */
const calls: Codes = {
	'200-001': { means: 'The number to call is not valid', remedy: 'Check the number.' },
	'200-002': { means: 'There is no call to answer', remedy: 'Answer while the agent is being rung, and use the call ID of that event.' },
	'200-003': { means: 'There is no call to mute' },
	'200-004': { means: 'The call cannot be muted in its state', remedy: 'Answer it first.' },
	'200-005': { means: 'There is no call to connect' },
	'200-006': { means: 'There is no call on hold to connect', remedy: 'Put a call on hold first.' },
	'200-007': { means: 'There is no call to unmute' },
	'200-008': { means: 'The call cannot be unmuted in its state' },
	'200-010': { means: 'There is no call for a three-party call' },
	'200-011': { means: 'There is no call on hold for a three-party call', remedy: 'Put a call on hold first.' },
	'200-012': { means: 'There is no call to transfer', remedy: 'Answer it first.' },
	'200-013': { means: 'There is no call to put on hold', remedy: 'Answer it first.' },
	'200-014': { means: 'The call cannot be put on hold in its state', remedy: 'Answer it first.' },
	'200-015': { means: 'There is no call on hold' },
	'200-016': { means: 'The call cannot be taken back in its state' },
	'200-017': { means: 'There is no call to hang up' },
	'200-018': { means: 'There is no call for which to ask for help', remedy: 'Answer it first.' },
	'200-023': { means: 'There is no call from which to release the number' },
	'200-024': { means: 'The number is not in the call' },
	'200-025': { means: 'There is no call to end' },
	'200-026': { means: 'The call does not exist', remedy: 'Check the call ID; it may have ended.' },
	'200-027': { means: 'There is no call whose media could be switched' },
	'200-028': { means: 'The call cannot be switched to this media type' },
	'200-029': { means: 'Calls of this type cannot be switched' },
	'200-036': { means: 'A value of the preview call is not valid' },
	'200-037': { means: 'There is no ringing call to reject' },
};

const CONFERENCE = 'Get the conference with its participants first.';

/** What the platform tells of conferences, as "Unknown ERROR_21201" in the text (table 6-450). */
const conferences: Codes = {
	'21201': { means: 'A conference has at most 120 participants', remedy: 'Invite fewer, or ask for a smaller size.' },
	'21202': { means: 'There are too many conferences', remedy: LATER },
	'21203': { means: 'The VDN has too few lines left for a conference', remedy: LATER },
	'21204': { means: 'The agent is in another conference', remedy: 'Leave that one first.' },
	'21205': { means: 'Only an agent who is idle or in a call can begin a conference', remedy: 'Look at the state of the agent first.' },
	'21212': { means: 'The agent could not be occupied for the conference', remedy: 'Look at the state of the agent first.' },
	'21213': { means: 'Occupying the agent for the conference took too long', remedy: LATER },
	'21214': { means: 'The conference does not exist', remedy: 'It may have ended.' },
	'21215': { means: 'The chair has left the conference already' },
	'21216': { means: 'The participant has this mode already' },
	'21217': { means: 'The chair cannot be removed', remedy: 'End the conference, or transfer the chair first.' },
	'21218': { means: 'The chair could not be transferred', remedy: 'Give the ID of another agent who is in the conference.' },
	'21219': { means: 'The VDN has no line left', remedy: LATER },
	'21221': { means: 'The chair is in the conference already', remedy: 'Invite others only.' },
	'21222': { means: 'A conference lasts at least 4 minutes', remedy: 'Ask for more.' },
	'21223': { means: 'A conference lasts at most a day', remedy: 'Ask for less.' },
	'21224': { means: 'The conference has no room for so many', remedy: 'Invite fewer, or change its size first.' },
	'21225': {
		means: 'The conference is just being made or ended',
		remedy: 'Wait for the event AgentConf_RequestSuccess before you do anything in it.',
	},
	'21227': { means: 'A conference needs room for participants', remedy: 'Give a larger size.' },
	'21230': { means: 'The agent is not the chair of the conference', remedy: 'Only the chair may do this; use the session of that agent.' },
	'21231': { means: 'The conference server does not answer', remedy: LATER },
	'21232': { means: 'The platform was switching over, and the conference was ended', remedy: 'Ask for it again.' },
	'21233': { means: 'The conference ended while it was being made', remedy: 'Ask for it again.' },
	'21234': { means: 'A participant left before the conference was made', remedy: 'Ask for it again.' },
	'21235': { means: 'The conference has too many participants', remedy: 'Invite fewer, or change its size first.' },
	'21237': { means: 'The participant is not in the conference', remedy: CONFERENCE },
	'21238': { means: 'A conference has at most 120 participants', remedy: 'Increase its size by less.' },
	'21239': { means: 'The conference has not so many places left', remedy: 'Decrease its size by less.' },
	'21241': { means: 'The size changes by 2 participants at least', remedy: 'Change it by more.' },
	'21242': { means: 'The size changes by 118 participants at most', remedy: 'Change it by less.' },
	'21244': { means: 'Too many conferences were asked for', remedy: 'At most 20.' },
	'21246': { means: 'A conference lasts at most 1440 minutes', remedy: 'Prolong it by less.' },
	'21247': { means: 'A file is played to the conference already', remedy: 'Stop it first.' },
	'21248': { means: 'No file is played to the conference' },
	'21249': { means: 'A file is played to the participant already', remedy: 'Stop it first.' },
	'21250': { means: 'No file is played to the participant' },
	'21251': { means: 'The participant is on hold already' },
	'21252': { means: 'The participant is not on hold' },
};

/** Codes after which the session is over: no request with it will be answered again (6.1.4.1 and table 6-449). */
export const SESSION_OVER: ReadonlySet<string> = new Set(['000-001', '000-003', '100-006', '100-008', '105-001', '105-005', '105-006', '105-007']);

/** Codes that say nothing about who asks: the same request may succeed later. */
export const PASSING: ReadonlySet<string> = new Set(['000-004', '100-003', '100-007', '105-002', '999-002']);

/** A sign-out that the state of the agent does not allow. Most gateways say nothing of it. */
export const IN_A_CALL = '100-010';

export const SIGNED_IN_ELSEWHERE = '100-002';

/** Wrong password, locked account. */
const LOCKING: ReadonlySet<string> = new Set(['100-004', '110-016']);

/** Sign-ins that a trigger must not try again by itself: those, and no licence left. */
export const SIGN_IN_REFUSED: ReadonlySet<string> = new Set([...LOCKING, '999-003']);

/** Signed-in agents (chapters 5.2.5-13, 6.1, 12.1 and 13.1, way in C4). Success is "0" under `retcode`. */
export const agentGateway: Family = {
	name: 'agentGateway',
	title: 'The gateway of CEC',
	credential: 'huaweiCecAgentApi',
	contentType: 'application/json; charset=UTF-8',
	session: true,
	sessionOverCodes: SESSION_OVER,
	lockingCodes: LOCKING,
	wayIn: ['Guid'],
	envelope: { codes: ['retcode'], texts: ['message'] },
	isSuccess: (code) => code === '0',
	// Another run of this process may have learned the next Guid meanwhile.
	expiredCodes: ['000-003', '100-006'],
	nothingDoneCodes: ['000-004', '105-002', '999-002'],
	codes: { ...general, ...calls, ...conferences },
	codeInText: /^Unknown ERROR_(\d+)$/,
};
